/* SPDX-License-Identifier: MIT */
/*
 * The locator inset: a globe, or an overview of the continent with the map's
 * outline, that says where on earth this is.
 */
#include "arrange/furniture.h"
#include "scene/say.h"

#include <math.h>
#include <string.h>

static void
add_feature(IncmapPath *path, const IncmapLandFeature *feature, IncmapPoint by)
{
    for (guint part = 0; part < feature->n_parts; part++) {
        guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
        for (guint32 i = start; i < end; i++) {
            IncmapPoint at = {feature->points[i].x_pt + by.x_pt, feature->points[i].y_pt + by.y_pt};
            if (i == start)
                incmap_path_move(path, at.x_pt, at.y_pt);
            else
                incmap_path_line(path, at.x_pt, at.y_pt);
        }
        incmap_path_close(path);
    }
}

static void
draw_layer(IncmapArrange *arrange, const char *name, IncmapPoint by, IncmapColor fill,
           IncmapColor stroke, double stroke_pt)
{
    const GPtrArray *land = arrange->scene->inset->land;
    for (guint i = 0; i < land->len; i++) {
        const IncmapLandLayer *layer = land->pdata[i];
        if (strcmp(layer->name, name) != 0 || layer->features->len == 0)
            continue;
        IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
        for (guint k = 0; k < layer->features->len; k++)
            add_feature(&item->path, &g_array_index(layer->features, IncmapLandFeature, k), by);
        item->paint.fill = fill;
        item->paint.stroke = stroke;
        item->paint.stroke_width_pt = stroke_pt;
        item->paint.join = INCMAP_JOIN_ROUND;
    }
}

/* A dot at the most important incident, or where the map is. */
static void
draw_dot(IncmapArrange *arrange, IncmapPoint by)
{
    const IncmapFrame *frame = &arrange->scene->inset->frame;
    IncmapLonLat place = arrange->frame->centre;
    if (arrange->groups->len > 0) {
        guint32 first =
            g_array_index(g_array_index(arrange->groups, IncmapGroup, 0).members, guint32, 0);
        place = g_array_index(arrange->scene->fixes, IncmapFix, first).point;
    }
    IncmapPoint at;
    if (!frame->forward(frame->transform, place, &at))
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, (IncmapPoint){at.x_pt + by.x_pt, at.y_pt + by.y_pt},
                       incmap_look_pt(arrange, "inset.dot-radius"));
    item->paint.fill = incmap_look_color(arrange, "inset.dot-color");
    item->paint.stroke = incmap_look_color(arrange, "inset.sea");
    item->paint.stroke_width_pt = 0.9 * arrange->unit;
}

/* Whether the outline of the main map would be too small to be seen. */
static gboolean
is_outline_tiny(const IncmapArrange *arrange)
{
    const double least_pt = 7;
    const GPtrArray *land = arrange->scene->inset->land;
    for (guint i = 0; i < land->len; i++) {
        const IncmapLandLayer *layer = land->pdata[i];
        if (strcmp(layer->name, "extent") == 0 && layer->features->len > 0)
            return incmap_box_width(g_array_index(layer->features, IncmapLandFeature, 0).box) <
                   least_pt * arrange->unit;
    }
    return TRUE;
}

void
incmap_inset_place(IncmapArrange *arrange)
{
    double size_pt = arrange->layout->inset_pt;
    if (arrange->scene->inset == NULL || size_pt <= 0)
        return;
    gboolean is_globe = arrange->layout->is_globe;
    gboolean has_dot = is_globe || is_outline_tiny(arrange);
    double side_pt = is_globe ? size_pt * 2 : size_pt;
    IncmapBox box;
    if (!incmap_furniture_choose(arrange, "inset", side_pt, side_pt, 0.3, &box)) {
        incmap_arrange_drop(arrange, "locator inset", "inset", "no free corner");
        return;
    }
    IncmapPoint by = incmap_box_centre(box);
    IncmapColor none = {0};
    IncmapColor outline = incmap_look_color(arrange, "inset.outline");
    IncmapColor sea = incmap_look_color(arrange, "inset.sea");
    double line_pt = 0.75 * arrange->unit;
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "inset",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_INSET));
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, NULL, NULL);
    GArray *items = arrange->sheets[INCMAP_SHEET_FURNITURE];
    IncmapItem *clip = &g_array_index(items, IncmapItem, items->len - 1);
    clip->clip = box;
    clip->clip_radius_pt = is_globe ? size_pt : 0;
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    if (is_globe)
        incmap_path_circle(&ground->path, by, size_pt);
    else
        incmap_path_box(&ground->path, box);
    ground->paint.fill = sea;
    draw_layer(arrange, "land", by, incmap_look_color(arrange, "inset.land"), none, 0);
    draw_layer(arrange, "focus", by, incmap_look_color(arrange, "inset.focus"), none, 0);
    if (!has_dot)
        draw_layer(arrange, "extent", by, none, incmap_look_color(arrange, "inset.dot-color"),
                   line_pt * 1.3);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
    IncmapItem *edge = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    if (is_globe)
        incmap_path_circle(&edge->path, by, size_pt);
    else
        incmap_path_box(&edge->path, box);
    edge->paint.stroke = outline;
    edge->paint.stroke_width_pt = line_pt;
    if (has_dot)
        draw_dot(arrange, by);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}
