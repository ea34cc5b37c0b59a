/* SPDX-License-Identifier: MIT */
#include "arrange/point-label.h"

#include <math.h>

/* Text keeps this far from the map's edge, in page points. */
#define EDGE_PT 3.0

/* Positions in order of preference: beside the symbol first, as news maps have it; Imhof's order
 * for the rest. dx and dy say on which side of the symbol the text stands; cost is what a worse
 * position costs, in units of one crossed line. */
static const struct {
    int dx, dy;
    double cost;
} sides[] = {
    {1, 0, 0.0},  {-1, 0, 0.6}, {0, -1, 0.9}, {1, 1, 1.2},
    {-1, -1, 1.3}, {1, -1, 1.3}, {-1, 1, 1.4}, {0, 1, 1.5},
};

/* Left end of the baseline for a side; right-to-left scripts mirror the preference by flipping dx. */
static IncmapPoint
origin_on_side(const IncmapPointLabel *label, const IncmapTextMetrics *metrics, int dx, int dy)
{
    double reach_pt = label->radius_pt + label->gap_pt;
    double diagonal_pt = label->radius_pt * 0.75 + label->gap_pt * 0.5;
    IncmapPoint origin = label->at;
    if (dy == 0) {
        origin.x_pt += dx > 0 ? reach_pt : -reach_pt - metrics->width_pt;
        origin.y_pt += metrics->x_height_pt / 2;
        return origin;
    }
    if (dx == 0)
        origin.x_pt -= metrics->width_pt / 2;
    else
        origin.x_pt += dx > 0 ? diagonal_pt : -diagonal_pt - metrics->width_pt;
    double away_pt = dx == 0 ? reach_pt : diagonal_pt;
    origin.y_pt += dy < 0 ? -away_pt - incmap_typeset_drop(&label->type) * 0.5
                          : away_pt + metrics->cap_height_pt;
    return origin;
}

static IncmapBox
box_at(const IncmapPointLabel *label, const IncmapTextMetrics *metrics, IncmapPoint origin)
{
    return (IncmapBox){origin.x_pt, origin.y_pt - incmap_typeset_rise(&label->type),
                       origin.x_pt + metrics->width_pt,
                       origin.y_pt + incmap_typeset_drop(&label->type)};
}

/* Lines under the text cost; so does a text that stands half on water. */
static double
ground_cost(const IncmapArrange *arrange, IncmapBox box)
{
    IncmapPoint centre = incmap_box_centre(box);
    gboolean is_left_water =
        incmap_raster_get(arrange->countries, (IncmapPoint){box.x0_pt, centre.y_pt}) == 0;
    gboolean is_right_water =
        incmap_raster_get(arrange->countries, (IncmapPoint){box.x1_pt, centre.y_pt}) == 0;
    double ink = incmap_raster_ink_in(arrange->countries, box);
    return ink * 0.12 + (is_left_water != is_right_water ? 0.5 : 0);
}

gboolean
incmap_point_label_place(IncmapArrange *arrange, IncmapPointLabel *label)
{
    IncmapTextMetrics metrics = incmap_typeset_measure(arrange, label->text, &label->type);
    IncmapBox room = incmap_box_grow(arrange->frame->map, -EDGE_PT);
    double best_cost = INFINITY;
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        int dx = metrics.is_rtl ? -sides[i].dx : sides[i].dx;
        IncmapPoint origin = origin_on_side(label, &metrics, dx, sides[i].dy);
        IncmapBox box = box_at(label, &metrics, origin);
        if (!incmap_box_contains(room, box))
            continue;
        double cost = sides[i].cost + ground_cost(arrange, box);
        if (cost >= best_cost)
            continue;
        IncmapQuad quad = incmap_quad_from_box(incmap_box_grow(box, arrange->unit));
        if (incmap_obstacles_hit(arrange->obstacles, &quad, label->symbol_owner))
            continue;
        best_cost = cost;
        label->origin = origin;
        label->box = box;
    }
    if (isinf(best_cost))
        return FALSE;
    incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(label->box),
                         arrange->next_owner++);
    return TRUE;
}

IncmapColor
incmap_ground_color(const IncmapArrange *arrange, IncmapPoint at)
{
    guint16 country = incmap_raster_get(arrange->countries, at);
    if (country == INCMAP_RASTER_OFF)
        return incmap_look_color(arrange, "page.background");
    if (country == 0)
        return incmap_look_color(arrange, "ground.sea");
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    const IncmapLandFeature *feature =
        &g_array_index(layer->features, IncmapLandFeature, country - 1);
    gboolean is_focus = g_strcmp0(feature->id, arrange->scene->focus_country) == 0;
    return incmap_look_color(arrange, is_focus ? "ground.focus" : "ground.land");
}

void
incmap_point_label_set(IncmapArrange *arrange, IncmapSheet sheet, const IncmapPointLabel *label)
{
    IncmapFace type = label->type;
    if (type.halo_pt > 0)
        type.halo = incmap_ground_color(arrange, incmap_box_centre(label->box));
    guint index =
        incmap_typeset_label(arrange, label->text, label->class_id, label->incident);
    incmap_typeset_run(arrange, sheet, label->text, &type, label->origin, 0,
                       incmap_typeset_get_label(arrange, index));
}
