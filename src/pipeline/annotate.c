/* SPDX-License-Identifier: MIT */
#include "pipeline/annotate.h"

#include "base/text.h"
#include "pipeline/results.h"

#include <math.h>
#include <string.h>

static const char *const form_names[] = {"text", "ansi", "html", NULL};

/** Writer: where the marked text goes, and how */
typedef struct Writer Writer;
struct Writer {
    const IncmapScene *scene;
    const IncmapDocument *document;
    IncmapAnnotateForm form;
    GString *out;
};

gboolean
incmap_annotate_parse(const char *text, IncmapAnnotateForm *out_form, GError **error)
{
    for (guint i = 0; form_names[i] != NULL; i++) {
        if (strcmp(form_names[i], text) == 0) {
            *out_form = (IncmapAnnotateForm)i;
            return TRUE;
        }
    }
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown form \"%s\"; there are text, ansi, html",
                       text);
}

/* Control characters of a text must not reach a terminal, nor bidirectional ones turn what stands
 * around it; HTML has its own escapes. */
static void
append_words(const Writer *writer, const char *text, gsize length)
{
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        gsize n = (gsize)(g_utf8_next_char(at) - at);
        gboolean is_control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0) ||
                              (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
        if (is_control)
            continue;
        const char *escape = writer->form != INCMAP_ANNOTATE_HTML ? NULL
                             : c == '<'                           ? "&lt;"
                             : c == '>'                           ? "&gt;"
                             : c == '&'                           ? "&amp;"
                             : c == '"'                           ? "&quot;"
                                                                  : NULL;
        if (escape != NULL)
            g_string_append(writer->out, escape);
        else
            g_string_append_len(writer->out, at, (gssize)n);
    }
}

static void
append(const Writer *writer, const char *text)
{
    append_words(writer, text, strlen(text));
}

/* "event 1: Tinzaouaten, Kidal, Mali (exact)" */
static char *
describe(const Writer *writer, const IncmapMention *mention)
{
    g_autofree char *matched = incmap_result_matched(&mention->fix);
    GString *note = g_string_new(NULL);
    if (mention->is_demonym) {
        g_string_append(note, "a people");
    } else {
        g_string_append(note, incmap_role_id(mention->role));
        if (mention->incident >= 0)
            g_string_append_printf(note, " %d",
                                   mention->incident - (int)writer->document->first_incident + 1);
    }
    if (matched != NULL)
        g_string_append_printf(note, ": %s (%s)", matched,
                               incmap_precision_id(mention->fix.precision));
    else if (!mention->is_demonym)
        g_string_append(note, ": not located");
    return g_string_free(note, FALSE);
}

static const char *
class_of(const IncmapMention *mention)
{
    return mention->is_demonym ? "people" : incmap_role_id(mention->role);
}

static void
append_mention(const Writer *writer, const IncmapMention *mention)
{
    static const char *const colours[] = {"\033[1;31m", "\033[35m", "\033[36m"};
    g_autofree char *note = describe(writer, mention);
    const char *text = writer->document->text + mention->start;
    gsize length = mention->end - mention->start;
    if (writer->form == INCMAP_ANNOTATE_HTML) {
        g_string_append_printf(writer->out, "<mark class=\"%s\"><bdi>", class_of(mention));
        append_words(writer, text, length);
        g_string_append(writer->out, "</bdi> <small>[");
        append(writer, note);
        g_string_append(writer->out, "]</small></mark>");
        return;
    }
    gboolean has_colour = writer->form == INCMAP_ANNOTATE_ANSI;
    const char *colour = mention->is_demonym ? "\033[2m" : colours[mention->role];
    g_string_append_printf(writer->out, "[%s", has_colour ? colour : "");
    append_words(writer, text, length);
    g_string_append(writer->out, has_colour ? "\033[0m\033[2m" : "");
    g_string_append(writer->out, " | ");
    append(writer, note);
    g_string_append_printf(writer->out, "%s]", has_colour ? "\033[0m" : "");
}

/* A stretch of plain text; blank lines part paragraphs. */
static void
append_plain(const Writer *writer, const char *text, gsize length)
{
    if (writer->form != INCMAP_ANNOTATE_HTML) {
        append_words(writer, text, length);
        return;
    }
    const char *at = text, *end = text + length;
    while (at < end) {
        const char *line = memchr(at, '\n', (gsize)(end - at));
        append_words(writer, at, (gsize)((line != NULL ? line : end) - at));
        if (line == NULL)
            return;
        gboolean is_blank = line + 1 < end && line[1] == '\n';
        g_string_append(writer->out, is_blank ? "</p>\n<p>" : "\n");
        at = line + 1;
        while (is_blank && at < end && *at == '\n')
            at++;
    }
}

static void
append_number(GString *out, const IncmapFigure *figure)
{
    static const char *const kinds[] = {"killed",    "injured",  "missing",
                                        "displaced", "arrested", "abducted"};
    g_string_append_printf(out, "; %s %s%s%s", kinds[figure->kind], figure->words,
                           figure->who != NULL ? " " : "", figure->who != NULL ? figure->who : "");
    if (figure->claimed_by != NULL)
        g_string_append_printf(out, " (%s)", figure->claimed_by);
    if (figure->is_part)
        g_string_append(out, " (part of another figure)");
}

/* "1. Ambush, 2024-07-27 (last Saturday), Tinzaouaten: killed 84 …; confidence 0.95" */
static char *
describe_incident(const IncmapIncident *incident, const IncmapFix *fix)
{
    char day[11], last[11];
    g_autofree char *matched = incmap_result_matched(fix);
    GString *line = g_string_new(NULL);
    g_string_append_printf(line, "%s (%s)", incident->heading != NULL ? incident->heading : "",
                           incmap_event_id(incident->event));
    incmap_format_day(incident->date.from_julian, day);
    incmap_format_day(incident->date.to_julian, last);
    if (day[0] != 0)
        g_string_append_printf(line, ", %s%s%s", day, strcmp(day, last) != 0 ? " to " : "",
                               strcmp(day, last) != 0 ? last : "");
    if (incident->date_words != NULL)
        g_string_append_printf(line, " (\"%s\")", incident->date_words);
    g_string_append_printf(line, ", %s", incident->place != NULL ? incident->place : "no place");
    if (matched != NULL)
        g_string_append_printf(line, " → %s (%s)", matched, incmap_precision_id(fix->precision));
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++)
        append_number(line, &g_array_index(incident->figures, IncmapFigure, i));
    g_string_append_printf(line, "; confidence %.2f", incident->confidence);
    return g_string_free(line, FALSE);
}

static void
append_incidents(const Writer *writer)
{
    const IncmapDocument *document = writer->document;
    gboolean is_html = writer->form == INCMAP_ANNOTATE_HTML;
    if (document->n_incidents == 0)
        g_string_append(writer->out, is_html ? "<p>No incident was found.</p>\n"
                                             : "\n\nNo incident was found.\n");
    else
        g_string_append(writer->out, is_html ? "<h3>Incidents</h3>\n<ol>\n" : "\n\nIncidents\n");
    for (guint i = 0; i < document->n_incidents; i++) {
        guint index = document->first_incident + i;
        g_autofree char *line =
            describe_incident(&g_array_index(writer->scene->incidents, IncmapIncident, index),
                              &g_array_index(writer->scene->fixes, IncmapFix, index));
        if (is_html)
            g_string_append(writer->out, "<li>");
        else
            g_string_append_printf(writer->out, "%u. ", i + 1);
        append(writer, line);
        g_string_append(writer->out, is_html ? "</li>\n" : "\n");
    }
    if (is_html && document->n_incidents > 0)
        g_string_append(writer->out, "</ol>\n");
}

static void
append_document(const Writer *writer)
{
    const IncmapDocument *document = writer->document;
    gboolean is_html = writer->form == INCMAP_ANNOTATE_HTML;
    gsize at = 0;
    if (is_html)
        g_string_append_printf(writer->out, "<article lang=\"%s\" dir=\"auto\">\n<h2 dir=\"auto\">",
                               document->language != NULL ? document->language : "und");
    else
        g_string_append(writer->out, "== ");
    append(writer, document->id);
    g_string_append(writer->out, is_html ? "</h2>\n<p>" : "\n\n");
    for (guint i = 0; i < document->n_mentions; i++) {
        const IncmapMention *mention =
            &g_array_index(writer->scene->mentions, IncmapMention, document->first_mention + i);
        if (mention->start < at || mention->end > document->length)
            continue;
        append_plain(writer, document->text + at, mention->start - at);
        append_mention(writer, mention);
        at = mention->end;
    }
    append_plain(writer, document->text + at, document->length - at);
    g_string_append(writer->out, is_html ? "</p>\n" : "");
    append_incidents(writer);
    g_string_append(writer->out, is_html ? "</article>\n" : "\n");
}

static const char html_head[] =
    "<title>Names and incidents as incmap read them</title>\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<style>\n"
    "body { max-width: 44rem; margin: 2rem auto; padding: 0 1rem; font: 1.05rem/1.6 serif;\n"
    "       color: #1a1a1a; background: #fff }\n"
    "mark { color: inherit; background: none; padding: 0 .15em; border-radius: .2em }\n"
    "mark.event { background: #ffd9d2; outline: 1px solid #a3230f }\n"
    "mark.dateline { background: #eadcf5 } mark.mentioned { background: #d8ebf5 }\n"
    "mark.people { background: #ececec }\n"
    "small { font: .72rem/1 sans-serif; color: #3a3a3a }\n"
    "p { white-space: pre-line }\n"
    "</style>\n</head>\n<body>\n<h1>Names and incidents as read</h1>\n"
    "<p>Behind each marked name stands what it was taken for: <mark class=\"event\">event</mark>, "
    "<mark class=\"dateline\">dateline</mark>, <mark class=\"mentioned\">mentioned</mark> or "
    "<mark class=\"people\">a people</mark>, then the place found and how exactly it is "
    "known.</p>\n";

void
incmap_annotate_begin(IncmapAnnotateForm form, GString *out)
{
    if (form == INCMAP_ANNOTATE_HTML)
        g_string_append_printf(out,
                               "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n"
                               "<meta charset=\"utf-8\">\n%s",
                               html_head);
}

void
incmap_annotate_end(IncmapAnnotateForm form, GString *out)
{
    if (form == INCMAP_ANNOTATE_HTML)
        g_string_append(out, "</body>\n</html>\n");
}

void
incmap_annotate(const IncmapMap *map, IncmapAnnotateForm form, GString *out)
{
    for (guint i = 0; i < map->scene->documents->len; i++) {
        Writer writer = {.scene = map->scene, .form = form, .out = out};
        writer.document = &g_array_index(map->scene->documents, IncmapDocument, i);
        if (writer.document->kind == INCMAP_INPUT_TEXT && writer.document->text != NULL)
            append_document(&writer);
    }
}
