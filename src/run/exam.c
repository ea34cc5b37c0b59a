/* SPDX-License-Identifier: MIT */
#include "run/exam.h"

#include "base/error.h"
#include "base/json.h"

#include <string.h>

static const char *const verdict_ids[] = {
    [INCMAP_VERDICT_OK] = "ok",
    [INCMAP_VERDICT_WARNING] = "warn",
    [INCMAP_VERDICT_FAILURE] = "fail",
};

static void
clear_line(gpointer data)
{
    g_free(((IncmapExamLine *)data)->text);
}

void
incmap_exam_add(IncmapExam *exam, const char *subject, IncmapVerdict verdict, const char *remedy,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    IncmapExamLine line = {subject, verdict, g_strdup_vprintf(format, arguments), remedy};
    va_end(arguments);
    g_array_append_val(exam->lines, line);
}

static guint
count(const IncmapExam *exam, IncmapVerdict verdict)
{
    guint n = 0;
    for (guint i = 0; i < exam->lines->len; i++)
        n += g_array_index(exam->lines, IncmapExamLine, i).verdict == verdict;
    return n;
}

static char *
format_text(const IncmapExam *exam)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < exam->lines->len; i++) {
        const IncmapExamLine *line = &g_array_index(exam->lines, IncmapExamLine, i);
        g_string_append_printf(text, "%-4s  %s: %s%s%s\n", verdict_ids[line->verdict],
                               line->subject, line->text, line->remedy != NULL ? "; " : "",
                               line->remedy != NULL ? line->remedy : "");
    }
    return g_string_free(text, FALSE);
}

static char *
format_json(const IncmapExam *exam)
{
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 2);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "program", "incmap");
    incmap_json_text(&json, "version", incmap_version());
    incmap_json_integer(&json, "n_warnings", count(exam, INCMAP_VERDICT_WARNING));
    incmap_json_integer(&json, "n_failures", count(exam, INCMAP_VERDICT_FAILURE));
    incmap_json_begin(&json, "checks", '[');
    for (guint i = 0; i < exam->lines->len; i++) {
        const IncmapExamLine *line = &g_array_index(exam->lines, IncmapExamLine, i);
        incmap_json_begin(&json, NULL, '{');
        incmap_json_text(&json, "subject", line->subject);
        incmap_json_text(&json, "verdict", verdict_ids[line->verdict]);
        incmap_json_text(&json, "text", line->text);
        incmap_json_text_if(&json, "remedy", line->remedy);
        incmap_json_end(&json, '}');
    }
    incmap_json_end(&json, ']');
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}

char *
incmap_session_examine(IncmapSession *session, const char *job, const char *format,
                       guint *out_n_warnings, guint *out_n_failures, GError **error)
{
    g_return_val_if_fail(session != NULL && format != NULL, NULL);
    gboolean is_json = strcmp(format, "json") == 0;
    if (!is_json && strcmp(format, "text") != 0) {
        incmap_fail(error, INCMAP_ERROR_USAGE, "unknown format \"%s\"; there are text, json",
                    format);
        return NULL;
    }
    IncmapExam exam = {g_array_new(FALSE, FALSE, sizeof(IncmapExamLine)), session};
    g_array_set_clear_func(exam.lines, clear_line);
    incmap_exam_installation(&exam);
    incmap_exam_machine(&exam);
    if (job != NULL)
        incmap_exam_job(&exam, job);
    else
        incmap_exam_folder(&exam, ".");
    *out_n_warnings = count(&exam, INCMAP_VERDICT_WARNING);
    *out_n_failures = count(&exam, INCMAP_VERDICT_FAILURE);
    char *text = is_json ? format_json(&exam) : format_text(&exam);
    g_array_unref(exam.lines);
    return text;
}
