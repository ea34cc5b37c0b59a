/* SPDX-License-Identifier: MIT */
/*
 * What an editor would say of a map, as sentences or as JSON.
 */
#include "pipeline/pipeline.h"
#include "pipeline/report.h"

#include <string.h>

static void
append_finding(IncmapJson *json, const IncmapScene *scene, const IncmapFinding *finding)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_text(json, "code", finding->code);
    incmap_json_text(json, "severity", finding->is_fault ? "fault" : "remark");
    incmap_json_text(json, "text", finding->text);
    if (finding->incident >= 0)
        incmap_json_text(json, "incident",
                         g_array_index(scene->incidents, IncmapIncident, finding->incident).id);
    if (finding->box.x1_pt > finding->box.x0_pt)
        incmap_dump_box(json, "box", finding->box);
    incmap_json_end(json, '}');
}

static char *
format_json(const IncmapMap *map, const GArray *findings)
{
    const IncmapScene *scene = map->scene;
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 2);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_begin(&json, "inputs", '[');
    for (guint i = 0; i < scene->documents->len; i++)
        incmap_json_text(&json, NULL, g_array_index(scene->documents, IncmapDocument, i).path);
    incmap_json_end(&json, ']');
    incmap_json_integer(&json, "incidents", scene->incidents->len);
    incmap_json_integer(&json, "left_out", incmap_report_count_left_out(map));
    incmap_json_begin(&json, "notes", '[');
    for (guint i = 0; i < scene->notes->len; i++)
        incmap_json_text(&json, NULL, g_ptr_array_index(scene->notes, i));
    incmap_json_end(&json, ']');
    incmap_json_begin(&json, "findings", '[');
    for (guint i = 0; i < findings->len; i++)
        append_finding(&json, scene, &g_array_index(findings, IncmapFinding, i));
    incmap_json_end(&json, ']');
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}

static char *
format_text(const GArray *findings)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < findings->len; i++) {
        const IncmapFinding *finding = &g_array_index(findings, IncmapFinding, i);
        g_string_append_printf(text, "%s: %s: %s\n", finding->is_fault ? "fault" : "remark",
                               finding->code, finding->text);
    }
    return g_string_free(text, FALSE);
}

char *
incmap_map_check(IncmapMap *map, const char *format, guint *out_n_faults, GError **error)
{
    g_return_val_if_fail(map != NULL && format != NULL, NULL);
    gboolean is_json = strcmp(format, "json") == 0;
    if (!is_json && strcmp(format, "text") != 0) {
        incmap_fail(error, INCMAP_ERROR_USAGE, "unknown format \"%s\"; there are text, json",
                    format);
        return NULL;
    }
    if (!incmap_pipeline_run(map, INCMAP_STAGE_ARRANGE, error))
        return NULL;
    IncmapComposer *composer = incmap_session_get_composer(map->session, map->options.style, error);
    if (composer == NULL)
        return NULL;
    IncmapComposeOptions options = {.map = &map->options};
    g_autoptr(GArray) findings = map->session->compose->judge(composer, map->scene, &options);
    guint n_faults = 0;
    for (guint i = 0; i < findings->len; i++)
        n_faults += g_array_index(findings, IncmapFinding, i).is_fault;
    if (out_n_faults != NULL)
        *out_n_faults = n_faults;
    return is_json ? format_json(map, findings) : format_text(findings);
}
