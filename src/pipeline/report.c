/* SPDX-License-Identifier: MIT */
#include "pipeline/report.h"

#include <math.h>
#include <string.h>

/* Classes of labels that the user gave: to lose one of these is to lose something. A map that has
 * no room for a town's name is as it should be. */
static const char *const own_classes[] = {"callout", "incident", "key",   "title", "subtitle",
                                          "legend",  "note",     "story", "panel"};

static gboolean
has_position(const IncmapScene *scene, guint i)
{
    return i < scene->page.positions->len &&
           isfinite(g_array_index(scene->page.positions, IncmapPoint, i).x_pt);
}

static gboolean
is_mapped(const IncmapMap *map, guint i)
{
    const IncmapScene *scene = map->scene;
    if (i >= scene->fixes->len ||
        g_array_index(scene->fixes, IncmapFix, i).precision == INCMAP_PRECISION_NONE)
        return FALSE;
    return map->n_done <= INCMAP_STAGE_ARRANGE || has_position(scene, i);
}

guint
incmap_report_count_left_out(const IncmapMap *map)
{
    const IncmapScene *scene = map->scene;
    guint n = 0;
    for (guint i = 0; map->n_done > INCMAP_STAGE_LOCATE && i < scene->incidents->len; i++)
        n += !is_mapped(map, i);
    for (guint i = 0; i < scene->page.dropped->len; i++) {
        const IncmapDropped *dropped = &g_array_index(scene->page.dropped, IncmapDropped, i);
        for (guint j = 0; j < G_N_ELEMENTS(own_classes); j++)
            n += g_strcmp0(dropped->class_id, own_classes[j]) == 0;
    }
    return n;
}

static void
append_incidents(IncmapJson *json, const IncmapMap *map, const char *key, gboolean wants_mapped)
{
    const IncmapScene *scene = map->scene;
    incmap_json_begin(json, key, '[');
    for (guint i = 0; i < scene->incidents->len; i++) {
        if (is_mapped(map, i) != wants_mapped)
            continue;
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "id", incident->id);
        incmap_json_integer(json, "line", incident->line);
        incmap_json_text(json, "event", incmap_event_id(incident->event));
        incmap_json_text_if(json, "place", incident->place);
        if (i < scene->fixes->len)
            incmap_dump_fix(json, &g_array_index(scene->fixes, IncmapFix, i));
        if (has_position(scene, i)) {
            IncmapPoint point = g_array_index(scene->page.positions, IncmapPoint, i);
            incmap_json_number(json, "x", point.x_pt, 2);
            incmap_json_number(json, "y", point.y_pt, 2);
        }
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
append_inputs(IncmapJson *json, const IncmapScene *scene)
{
    incmap_json_begin(json, "inputs", '[');
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "path", document->path);
        incmap_json_text(json, "sha256", document->digest);
        incmap_json_text_if(json, "layout", document->layout);
        incmap_json_integer(json, "n_incidents", document->n_incidents);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
append_timings(IncmapJson *json, const IncmapMap *map)
{
    incmap_json_begin(json, "timings_ms", '{');
    for (guint i = 0; i <= INCMAP_N_STAGES; i++)
        incmap_json_number(json, i < INCMAP_N_STAGES ? incmap_stage_ids[i] : "draw",
                           (double)map->elapsed_us[i] / 1000, 2);
    incmap_json_end(json, '}');
}

char *
incmap_report_format(const IncmapMap *map)
{
    const IncmapScene *scene = map->scene;
    const IncmapFrame *frame = &scene->frame;
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 2);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "program", "incmap");
    incmap_json_text(&json, "version", incmap_version());
    incmap_json_text(&json, "title", scene->page.title);
    incmap_json_text(&json, "subtitle", scene->page.subtitle);
    incmap_json_text(&json, "alt", scene->page.description);
    incmap_json_text(&json, "credits", scene->page.credits);
    incmap_dump_extent(&json, "extent", frame->extent);
    incmap_json_text(&json, "extent_reason", frame->extent_reason);
    incmap_json_text(&json, "projection", frame->projection);
    incmap_json_text(&json, "projection_name", frame->projection_name);
    incmap_json_text(&json, "projection_reason", frame->reason);
    incmap_json_number(&json, "scale", frame->scale_denominator, 0);
    incmap_json_begin(&json, "page", '[');
    incmap_json_number(&json, NULL, frame->width_pt, 2);
    incmap_json_number(&json, NULL, frame->height_pt, 2);
    incmap_json_end(&json, ']');
    append_incidents(&json, map, "incidents", TRUE);
    append_incidents(&json, map, "unmapped", FALSE);
    incmap_json_integer(&json, "n_filtered", map->n_filtered);
    incmap_dump_labels(&json, &scene->page);
    incmap_dump_dropped(&json, &scene->page);
    incmap_json_begin(&json, "notes", '[');
    for (guint i = 0; i < scene->notes->len; i++)
        incmap_json_text(&json, NULL, g_ptr_array_index(scene->notes, i));
    incmap_json_end(&json, ']');
    append_inputs(&json, scene);
    append_timings(&json, map);
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}
