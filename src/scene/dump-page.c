/* SPDX-License-Identifier: MIT */
/*
 * The arranged page in the dump: words, labels, marks, furniture and what found no room.
 */
#include "scene/dump.h"

static void
dump_label(IncmapJson *json, const IncmapLabel *label)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_text(json, "text", label->text);
    incmap_json_text(json, "class", label->class_id);
    incmap_dump_box(json, "box", label->box);
    incmap_json_begin(json, "quads", '[');
    for (guint i = 0; i < label->n_quads; i++) {
        incmap_json_begin(json, NULL, '[');
        for (guint corner = 0; corner < 4; corner++)
            incmap_dump_point(json, NULL, label->quads[4 * i + corner]);
        incmap_json_end(json, ']');
    }
    incmap_json_end(json, ']');
    if (label->incident >= 0)
        incmap_json_integer(json, "incident", label->incident);
    incmap_json_end(json, '}');
}

void
incmap_dump_labels(IncmapJson *json, const IncmapPage *page)
{
    incmap_json_begin(json, "labels", '[');
    for (guint i = 0; i < page->labels->len; i++)
        dump_label(json, &g_array_index(page->labels, IncmapLabel, i));
    incmap_json_end(json, ']');
}

void
incmap_dump_dropped(IncmapJson *json, const IncmapPage *page)
{
    incmap_json_begin(json, "dropped", '[');
    for (guint i = 0; i < page->dropped->len; i++) {
        const IncmapDropped *dropped = &g_array_index(page->dropped, IncmapDropped, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "text", dropped->text);
        incmap_json_text(json, "class", dropped->class_id);
        incmap_json_text(json, "reason", dropped->reason);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
dump_marks(IncmapJson *json, const IncmapPage *page)
{
    incmap_json_begin(json, "marks", '[');
    for (guint i = 0; i < page->marks->len; i++) {
        const IncmapMark *mark = &g_array_index(page->marks, IncmapMark, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "class", mark->class_id);
        incmap_dump_point(json, "at", mark->centre);
        incmap_dump_box(json, "box", mark->box);
        if (mark->incident >= 0) {
            incmap_json_integer(json, "incident", mark->incident);
            incmap_json_integer(json, "n_incidents", mark->n_incidents);
        }
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
dump_leaders(IncmapJson *json, const IncmapPage *page)
{
    incmap_json_begin(json, "leaders", '[');
    for (guint i = 0; i < page->leaders->len; i++) {
        const IncmapLeaderLine *leader = &g_array_index(page->leaders, IncmapLeaderLine, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_begin(json, "leader", '[');
        for (int k = 0; k < leader->n_points; k++)
            incmap_dump_point(json, NULL, leader->points[k]);
        incmap_json_end(json, ']');
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

void
incmap_dump_page(IncmapJson *json, const IncmapPage *page)
{
    incmap_json_begin(json, "page", '{');
    incmap_json_text(json, "title", page->title);
    incmap_json_text(json, "subtitle", page->subtitle);
    incmap_json_text(json, "description", page->description);
    incmap_json_text(json, "credits", page->credits);
    incmap_json_integer(json, "n_items", page->items->len);
    incmap_dump_labels(json, page);
    dump_marks(json, page);
    if (page->leaders->len > 0)
        dump_leaders(json, page);
    incmap_json_begin(json, "furniture", '[');
    for (guint i = 0; i < page->furniture->len; i++) {
        const IncmapFurniture *furniture = &g_array_index(page->furniture, IncmapFurniture, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "kind", furniture->kind);
        incmap_dump_box(json, "box", furniture->box);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
    incmap_dump_dropped(json, page);
    incmap_json_begin(json, "positions", '[');
    for (guint i = 0; i < page->positions->len; i++)
        incmap_dump_point(json, NULL, g_array_index(page->positions, IncmapPoint, i));
    incmap_json_end(json, ']');
    incmap_json_end(json, '}');
}
