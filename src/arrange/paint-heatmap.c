/* SPDX-License-Identifier: MIT */
/*
 * Layers of type heatmap: a sum of Gaussian bells, as MapLibre's shaders have it, coloured by its
 * height. A bell of @radius has a standard deviation of a third of it. An incident whose place is
 * not exactly known is spread over its true radius, with the same volume: it makes no hot spot
 * where nobody says that something was.
 */
#include "arrange/paint-layer.h"

#include <math.h>

#define GAUSS_COEF 0.3989422804014327
/* Bells are cut where a hundred of them at one place don't reach a step of the colours. */
#define LEAST_HEIGHT (0.01 / N_COLORS)
#define N_COLORS 256
/* Pixels: so many for a point of the page, fewer for a large one. */
#define PX_PER_PT 1.0
#define MAX_PIXELS 2000000.0
/* Of a two-dimensional bell so many standard deviations hold nine cases of ten. */
#define SIGMAS_OF_NINE_TENTHS 2.146

typedef struct Heat Heat;
struct Heat {
    guint width_px, height_px;
    double px_per_pt;
    IncmapBox box;
    float *density;
};

static void
heat_init(Heat *heat, IncmapBox box)
{
    double area_pt2 = incmap_box_width(box) * incmap_box_height(box);
    heat->px_per_pt = MIN(PX_PER_PT, sqrt(MAX_PIXELS / area_pt2));
    heat->box = box;
    heat->width_px = MAX(1, (guint)ceil(incmap_box_width(box) * heat->px_per_pt));
    heat->height_px = MAX(1, (guint)ceil(incmap_box_height(box) * heat->px_per_pt));
    heat->density = g_new0(float, (gsize)heat->width_px * heat->height_px);
}

static void
add_bell(Heat *heat, IncmapPoint at, double sigma_pt, double height)
{
    if (!(height > LEAST_HEIGHT) || !(sigma_pt > 0))
        return;
    double sigma_px = sigma_pt * heat->px_per_pt;
    double reach_px = sigma_px * sqrt(2 * log(height / LEAST_HEIGHT));
    double x_px = (at.x_pt - heat->box.x0_pt) * heat->px_per_pt - 0.5;
    double y_px = (at.y_pt - heat->box.y0_pt) * heat->px_per_pt - 0.5;
    int x0 = (int)CLAMP(ceil(x_px - reach_px), 0, heat->width_px);
    int x1 = (int)CLAMP(floor(x_px + reach_px) + 1, 0, heat->width_px);
    int y0 = (int)CLAMP(ceil(y_px - reach_px), 0, heat->height_px);
    int y1 = (int)CLAMP(floor(y_px + reach_px) + 1, 0, heat->height_px);
    if (x0 >= x1)
        return;
    /* A bell is the product of two: one row of the first serves all rows. */
    g_autofree float *row = g_new(float, (gsize)(x1 - x0));
    for (int x = x0; x < x1; x++)
        row[x - x0] = (float)exp(-0.5 * pow((x - x_px) / sigma_px, 2));
    for (int y = y0; y < y1; y++) {
        float column = (float)(height * exp(-0.5 * pow((y - y_px) / sigma_px, 2)));
        float *line = heat->density + (gsize)y * heat->width_px;
        for (int x = x0; x < x1; x++)
            line[x] += column * row[x - x0];
    }
}

static void
add_feature(IncmapPainter *painter, const IncmapStyleLayer *layer, const IncmapPainted *one,
            Heat *heat)
{
    IncmapEval *eval = &painter->eval;
    double radius_pt = incmap_style_layer_number(layer, INCMAP_PROPERTY_HEATMAP_RADIUS, eval) *
                       painter->arrange->unit;
    double weight = incmap_style_layer_number(layer, INCMAP_PROPERTY_HEATMAP_WEIGHT, eval);
    double intensity = incmap_style_layer_number(layer, INCMAP_PROPERTY_HEATMAP_INTENSITY, eval);
    double sigma_pt = radius_pt / 3, height = weight * intensity * GAUSS_COEF;
    if (one->is_incident) {
        double own_pt = incmap_land_number(one->feature, "radius_km") * 1000 /
                        painter->arrange->frame->m_per_pt / SIGMAS_OF_NINE_TENTHS;
        double spread_pt = hypot(sigma_pt, own_pt);
        height *= sigma_pt * sigma_pt / (spread_pt * spread_pt);
        sigma_pt = spread_pt;
    }
    for (guint k = 0; k < incmap_painted_n_points(one); k++)
        add_bell(heat, one->feature->points[k], sigma_pt, height);
}

/* The colours by density, multiplied with their opacity. */
static void
make_colors(IncmapPainter *painter, const IncmapStyleLayer *layer, guint32 colors[N_COLORS])
{
    double opacity =
        incmap_style_layer_number(layer, INCMAP_PROPERTY_HEATMAP_OPACITY, &painter->eval);
    for (guint i = 0; i < N_COLORS; i++) {
        painter->eval.heatmap_density = (double)i / (N_COLORS - 1);
        incmap_eval_set_feature(&painter->eval, NULL);
        IncmapColor color =
            incmap_style_layer_color(layer, INCMAP_PROPERTY_HEATMAP_COLOR, &painter->eval);
        double alpha = color.a * opacity * 255;
        colors[i] = (guint32)round(alpha) << 24 | (guint32)round(color.r * alpha) << 16 |
                    (guint32)round(color.g * alpha) << 8 | (guint32)round(color.b * alpha);
    }
}

static void
add_image(IncmapPainter *painter, const IncmapStyleLayer *layer, const Heat *heat)
{
    guint32 colors[N_COLORS];
    make_colors(painter, layer, colors);
    gsize n_pixels = (gsize)heat->width_px * heat->height_px;
    IncmapImage *image = g_new0(IncmapImage, 1);
    image->width_px = heat->width_px;
    image->height_px = heat->height_px;
    image->pixels = g_new(guint32, n_pixels);
    for (gsize i = 0; i < n_pixels; i++)
        image->pixels[i] =
            colors[(guint)CLAMP(heat->density[i] * (N_COLORS - 1) + 0.5F, 0, N_COLORS - 1)];
    IncmapItem *item = incmap_arrange_add(painter->arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_IMAGE);
    item->image = image;
    item->box = (IncmapBox){heat->box.x0_pt, heat->box.y0_pt,
                            heat->box.x0_pt + heat->width_px / heat->px_per_pt,
                            heat->box.y0_pt + heat->height_px / heat->px_per_pt};
}

void
incmap_paint_heatmap(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    g_autoptr(GArray) list = incmap_painter_list(painter, layer, -1);
    if (list->len == 0)
        return;
    Heat heat;
    heat_init(&heat, painter->arrange->frame->map);
    for (guint i = 0; i < list->len; i++) {
        const IncmapPainted *one = &g_array_index(list, IncmapPainted, i);
        incmap_painter_set(painter, one);
        add_feature(painter, layer, one, &heat);
    }
    add_image(painter, layer, &heat);
    g_free(heat.density);
    incmap_eval_set_feature(&painter->eval, NULL);
}
