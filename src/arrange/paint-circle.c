/* SPDX-License-Identifier: MIT */
/*
 * Layers of type circle: a disc with a ring on every vertex of a feature.
 */
#include "arrange/paint-layer.h"

#include <math.h>

/* Small dots keep their ground, so that names don't stand on them; wide ones lie under names. */
#define MAX_DOT_PT 8.0

static void
reserve(IncmapPainter *painter, const IncmapPainted *one, IncmapPoint at, double reach_pt)
{
    IncmapBox box = {at.x_pt - reach_pt, at.y_pt - reach_pt, at.x_pt + reach_pt,
                     at.y_pt + reach_pt};
    if (!one->is_incident && reach_pt <= MAX_DOT_PT * painter->arrange->unit &&
        incmap_box_overlaps(box, painter->arrange->frame->map))
        incmap_obstacles_add(painter->arrange->obstacles, incmap_quad_from_box(box),
                             INCMAP_OWNER_MARK);
}

static IncmapPaint
circle_paint(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapPaint paint = {0};
    paint.fill = incmap_paint_color(painter, layer, INCMAP_PROPERTY_CIRCLE_COLOR,
                                    INCMAP_PROPERTY_CIRCLE_OPACITY);
    paint.soft_edge = incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_BLUR, &painter->eval);
    paint.stroke_width_pt =
        incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_STROKE_WIDTH, &painter->eval) *
        painter->arrange->unit;
    if (paint.stroke_width_pt > 0)
        paint.stroke = incmap_paint_color(painter, layer, INCMAP_PROPERTY_CIRCLE_STROKE_COLOR,
                                          INCMAP_PROPERTY_CIRCLE_STROKE_OPACITY);
    return paint;
}

static void
add_ring(IncmapArrange *arrange, const IncmapPaint *paint, IncmapPoint at, double radius_pt)
{
    IncmapItem *ring = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    incmap_path_circle(&ring->path, at, radius_pt + paint->stroke_width_pt / 2);
    ring->paint.stroke = paint->stroke;
    ring->paint.stroke_width_pt = paint->stroke_width_pt;
}

static void
add_circles(IncmapPainter *painter, const IncmapStyleLayer *layer, const IncmapPainted *one)
{
    IncmapArrange *arrange = painter->arrange;
    IncmapPaint paint = circle_paint(painter, layer);
    double radius_pt =
        incmap_style_layer_number(layer, INCMAP_PROPERTY_CIRCLE_RADIUS, &painter->eval) *
        arrange->unit;
    IncmapPoint shift = incmap_paint_shift(painter, layer, INCMAP_PROPERTY_CIRCLE_TRANSLATE);
    double reach_pt = radius_pt + paint.stroke_width_pt;
    IncmapBox room = incmap_box_grow(arrange->frame->map, reach_pt);
    IncmapPaint disc = paint;
    disc.stroke.a = 0;
    for (guint k = 0; k < incmap_painted_n_points(one); k++) {
        IncmapPoint at = {one->feature->points[k].x_pt + shift.x_pt,
                          one->feature->points[k].y_pt + shift.y_pt};
        if (!incmap_box_has_point(room, at) || !(reach_pt > 0))
            continue;
        if (radius_pt > 0) {
            IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
            incmap_path_circle(&item->path, at, radius_pt);
            item->paint = disc;
        }
        if (paint.stroke.a > 0)
            add_ring(arrange, &paint, at, radius_pt);
        reserve(painter, one, at, reach_pt);
    }
}

void
incmap_paint_circle(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    g_autoptr(GArray) list = incmap_painter_list(painter, layer, INCMAP_PROPERTY_CIRCLE_SORT_KEY);
    guint n_vague = 0;
    for (guint i = 0; i < list->len; i++) {
        const IncmapPainted *one = &g_array_index(list, IncmapPainted, i);
        incmap_painter_set(painter, one);
        add_circles(painter, layer, one);
        n_vague += incmap_painted_is_vague(one);
    }
    incmap_eval_set_feature(&painter->eval, NULL);
    incmap_painter_note_vague(painter, layer, n_vague);
}
