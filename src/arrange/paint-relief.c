/* SPDX-License-Identifier: MIT */
/*
 * Layers of type hillshade: light and shade on land. Where a cell of the relief would be a spot of
 * its own on the page, it fades.
 */
#include "arrange/paint-layer.h"

#include <math.h>

/* Cells of this size are still seen as slopes; from the second size on nothing is drawn. */
#define FULL_PT 4.5
#define NONE_PT 9.0

static double
strength(const IncmapShade *shade, double unit)
{
    double size = shade->detail_pt / unit;
    return CLAMP((NONE_PT - size) / (NONE_PT - FULL_PT), 0, 1);
}

static guint32
pixel(IncmapColor color, double share)
{
    double alpha = color.a * share * 255;
    return (guint32)round(alpha) << 24 | (guint32)round(color.r * alpha) << 16 |
           (guint32)round(color.g * alpha) << 8 | (guint32)round(color.b * alpha);
}

/* By value - G_MININT8. */
static void
make_pixels(IncmapPainter *painter, const IncmapStyleLayer *layer, double share,
            guint32 pixels[256])
{
    IncmapEval *eval = &painter->eval;
    IncmapColor dark =
        incmap_style_layer_color(layer, INCMAP_PROPERTY_HILLSHADE_SHADOW_COLOR, eval);
    IncmapColor light =
        incmap_style_layer_color(layer, INCMAP_PROPERTY_HILLSHADE_HIGHLIGHT_COLOR, eval);
    share *= incmap_style_layer_number(layer, INCMAP_PROPERTY_HILLSHADE_EXAGGERATION, eval);
    for (int value = G_MININT8; value <= G_MAXINT8; value++)
        pixels[value - G_MININT8] =
            pixel(value < 0 ? dark : light, MIN(abs(value) / 127.0, 1) * share);
}

void
incmap_paint_hillshade(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapArrange *arrange = painter->arrange;
    const IncmapShade *shade = arrange->scene->shade;
    incmap_eval_set_feature(&painter->eval, NULL);
    double share = shade != NULL ? strength(shade, arrange->unit) : 0;
    if (share <= 0 || !incmap_style_layer_accepts(layer, &painter->eval))
        return;
    guint32 pixels[256];
    make_pixels(painter, layer, share, pixels);
    IncmapImage *image = g_new0(IncmapImage, 1);
    image->width_px = shade->width_px;
    image->height_px = shade->height_px;
    image->pixels = g_new0(guint32, (gsize)shade->width_px * shade->height_px);
    IncmapBox map = arrange->frame->map;
    for (guint y = 0; y < shade->height_px; y++) {
        for (guint x = 0; x < shade->width_px; x++) {
            IncmapPoint at = {map.x0_pt + (x + 0.5) * shade->cell_pt,
                              map.y0_pt + (y + 0.5) * shade->cell_pt};
            guint16 country = incmap_raster_get(arrange->countries, at);
            gsize i = (gsize)y * shade->width_px + x;
            if (country != 0 && country != INCMAP_RASTER_OFF)
                image->pixels[i] = pixels[shade->values[i] - G_MININT8];
        }
    }
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_IMAGE);
    item->image = image;
    item->box = (IncmapBox){map.x0_pt, map.y0_pt, map.x0_pt + shade->width_px * shade->cell_pt,
                            map.y0_pt + shade->height_px * shade->cell_pt};
    arrange->scene->shade->is_drawn = TRUE;
}
