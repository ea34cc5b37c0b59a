/* SPDX-License-Identifier: MIT */
/*
 * Layers of type background and fill.
 */
#include "arrange/paint-layer.h"
#include "arrange/symbols.h"

#include <string.h>

/* Of an outline that the style gives a colour but, as the specification has it, no width. */
#define OUTLINE_PT 0.5

/* A pattern takes the place of the colour and is drawn in it. */
static void
set_pattern(const IncmapArrange *arrange, const char *name, IncmapPaint *paint)
{
    if (name == NULL || *name == '\0')
        return;
    incmap_pattern_set(arrange, name, paint->fill, paint);
    paint->fill.a = 0;
}

void
incmap_paint_background(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapArrange *arrange = painter->arrange;
    incmap_eval_set_feature(&painter->eval, NULL);
    if (!incmap_style_layer_accepts(layer, &painter->eval))
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    incmap_path_box(&item->path, arrange->frame->map);
    item->paint.fill = incmap_paint_color(painter, layer, INCMAP_PROPERTY_BACKGROUND_COLOR,
                                          INCMAP_PROPERTY_BACKGROUND_OPACITY);
    set_pattern(
        arrange,
        incmap_style_layer_string(layer, INCMAP_PROPERTY_BACKGROUND_PATTERN, &painter->eval),
        &item->paint);
}

static IncmapPaint
fill_paint(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapPaint paint = {0};
    paint.fill = incmap_paint_color(painter, layer, INCMAP_PROPERTY_FILL_COLOR,
                                    INCMAP_PROPERTY_FILL_OPACITY);
    if (incmap_style_layer_has(layer, INCMAP_PROPERTY_FILL_OUTLINE_COLOR)) {
        paint.stroke = incmap_paint_color(painter, layer, INCMAP_PROPERTY_FILL_OUTLINE_COLOR,
                                          INCMAP_PROPERTY_FILL_OPACITY);
        paint.stroke_width_pt = OUTLINE_PT * painter->arrange->unit;
        paint.join = INCMAP_JOIN_ROUND;
    }
    set_pattern(painter->arrange,
                incmap_style_layer_string(layer, INCMAP_PROPERTY_FILL_PATTERN, &painter->eval),
                &paint);
    return paint;
}

/* Neighbours with the same paint become one item. */
void
incmap_paint_fill(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    g_autoptr(GArray) list = incmap_painter_list(painter, layer, INCMAP_PROPERTY_FILL_SORT_KEY);
    g_autoptr(GPtrArray) features = g_ptr_array_new();
    IncmapPaint paint = {0};
    IncmapPoint shift = {0, 0};
    for (guint i = 0; i < list->len; i++) {
        const IncmapPainted *one = &g_array_index(list, IncmapPainted, i);
        if (one->geometry != INCMAP_GEOMETRY_POLYGON)
            continue;
        incmap_painter_set(painter, one);
        IncmapPaint next = fill_paint(painter, layer);
        IncmapPoint next_shift = incmap_paint_shift(painter, layer, INCMAP_PROPERTY_FILL_TRANSLATE);
        if (memcmp(&next, &paint, sizeof paint) != 0 || next_shift.x_pt != shift.x_pt ||
            next_shift.y_pt != shift.y_pt)
            incmap_paint_close(painter->arrange, features, &paint, shift, FALSE);
        paint = next;
        shift = next_shift;
        g_ptr_array_add(features, (gpointer)one->feature);
    }
    incmap_paint_close(painter->arrange, features, &paint, shift, FALSE);
    incmap_eval_set_feature(&painter->eval, NULL);
}
