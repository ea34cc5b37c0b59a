/* SPDX-License-Identifier: MIT */
#include "arrange/paint.h"

#include "arrange/paint-layer.h"
#include "arrange/precision.h"

#include <string.h>

void
incmap_paint_close(IncmapArrange *arrange, GPtrArray *features, const IncmapPaint *paint,
                   IncmapPoint shift, gboolean is_line)
{
    if (features->len == 0)
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_LAND);
    item->features = g_memdup2(features->pdata, features->len * sizeof(gpointer));
    item->n_features = features->len;
    item->is_line = is_line;
    item->shift = shift;
    item->paint = *paint;
    g_ptr_array_set_size(features, 0);
}

IncmapPoint
incmap_paint_shift(IncmapPainter *painter, const IncmapStyleLayer *layer,
                   IncmapStyleProperty property)
{
    double shift[2] = {0, 0};
    incmap_style_layer_array(layer, property, &painter->eval, shift, 2);
    return (IncmapPoint){shift[0] * painter->arrange->unit, shift[1] * painter->arrange->unit};
}

IncmapColor
incmap_paint_color(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty color,
                   IncmapStyleProperty opacity)
{
    IncmapColor mixed = incmap_style_layer_color(layer, color, &painter->eval);
    mixed.a *= incmap_style_layer_number(layer, opacity, &painter->eval);
    return mixed;
}

static gboolean
is_styled(const IncmapStyle *style, const char *name)
{
    for (guint i = 0; i < incmap_style_get_n_layers(style); i++) {
        if (g_strcmp0(incmap_painter_source(incmap_style_get_layer(style, i)), name) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
paint_own_points(IncmapArrange *arrange, const IncmapLandLayer *land)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    for (guint i = 0; i < land->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(land->features, IncmapLandFeature, i);
        for (guint k = 0; k < feature->part_starts[feature->n_parts]; k++)
            incmap_path_circle(&item->path, feature->points[k],
                               incmap_look_pt(arrange, "own.radius"));
    }
    item->paint.fill = incmap_look_color(arrange, "own.color");
}

/* A file of the user's that the style says nothing about: lines, and the outlines of areas. */
static void
paint_own(IncmapArrange *arrange, const IncmapLandLayer *land)
{
    incmap_arrange_group(arrange, INCMAP_SHEET_BASE, land->name, land->name);
    if (land->geometry == INCMAP_GEOMETRY_POINT) {
        paint_own_points(arrange, land);
    } else {
        IncmapPaint paint = {.stroke = incmap_look_color(arrange, "own.color"),
                             .stroke_width_pt = incmap_look_pt(arrange, "own.width"),
                             .join = INCMAP_JOIN_ROUND};
        if (land->geometry == INCMAP_GEOMETRY_POLYGON)
            paint.fill = incmap_look_color(arrange, "own.fill");
        g_autoptr(GPtrArray) features = g_ptr_array_new();
        for (guint i = 0; i < land->features->len; i++)
            g_ptr_array_add(features, &g_array_index(land->features, IncmapLandFeature, i));
        incmap_paint_close(arrange, features, &paint, (IncmapPoint){0, 0},
                           land->geometry == INCMAP_GEOMETRY_LINE);
    }
    incmap_arrange_end_group(arrange, INCMAP_SHEET_BASE);
}

static void
paint_layer(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    static void (*const paint[INCMAP_N_STYLE_LAYER_TYPES])(IncmapPainter *,
                                                           const IncmapStyleLayer *) = {
        [INCMAP_STYLE_LAYER_BACKGROUND] = incmap_paint_background,
        [INCMAP_STYLE_LAYER_FILL] = incmap_paint_fill,
        [INCMAP_STYLE_LAYER_LINE] = incmap_paint_line,
        [INCMAP_STYLE_LAYER_CIRCLE] = incmap_paint_circle,
        [INCMAP_STYLE_LAYER_HEATMAP] = incmap_paint_heatmap,
        [INCMAP_STYLE_LAYER_HILLSHADE] = incmap_paint_hillshade,
    };
    if (paint[layer->type] == NULL)
        return;
    incmap_arrange_group(painter->arrange, INCMAP_SHEET_BASE, layer->id, NULL);
    paint[layer->type](painter, layer);
    incmap_arrange_end_group(painter->arrange, INCMAP_SHEET_BASE);
}

void
incmap_paint_land(IncmapArrange *arrange)
{
    g_auto(IncmapPainter) painter;
    incmap_painter_init(&painter, arrange);
    gboolean has_tints = FALSE;
    for (guint i = 0; i < incmap_style_get_n_layers(arrange->style); i++) {
        const IncmapStyleLayer *layer = incmap_style_get_layer(arrange->style, i);
        if (layer->type == INCMAP_STYLE_LAYER_LINE && !has_tints) {
            has_tints = TRUE;
            incmap_precision_tint(arrange);
        }
        incmap_painter_check_source(&painter, layer);
        paint_layer(&painter, layer);
    }
    for (guint i = 0; i < arrange->scene->land->len; i++) {
        const IncmapLandLayer *land = arrange->scene->land->pdata[i];
        if (land->is_own && land->features->len > 0 && !is_styled(arrange->style, land->name))
            paint_own(arrange, land);
    }
}
