/* SPDX-License-Identifier: MIT */
/*
 * What every output format can do with the items of a display list. Two kinds
 * exist: Cairo (PNG, PDF) and our own SVG writer, since Cairo's SVG has no
 * text in it. A canvas borrows the scene and the measure.
 */
#pragma once

#include "draw/draw.h"

#include <math.h>

typedef struct IncmapCanvas IncmapCanvas;
struct IncmapCanvas {
    void (*begin_group)(IncmapCanvas *canvas, const IncmapItem *item);
    void (*end_group)(IncmapCanvas *canvas);
    void (*paint_path)(IncmapCanvas *canvas, const IncmapItem *item); /* PATH and LAND items */
    void (*paint_run)(IncmapCanvas *canvas, const IncmapItem *item);
    gboolean (*finish)(IncmapCanvas *canvas, GByteArray *out_bytes, GError **error);
    void (*free)(IncmapCanvas *canvas);
};

/* @options->measure is set. */
IncmapCanvas *incmap_canvas_cairo_new(const IncmapScene *scene, const IncmapDrawOptions *options,
                                      GError **error);
IncmapCanvas *incmap_canvas_svg_new(const IncmapScene *scene, const IncmapDrawOptions *options,
                                    GError **error);

static inline void
incmap_canvas_free(IncmapCanvas *canvas)
{
    if (canvas != NULL)
        canvas->free(canvas);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapCanvas, incmap_canvas_free)

/* Far outside any page, but within what Cairo's 24-bit pixels can hold at 1200 dpi. */
#define INCMAP_CANVAS_FAR_PT 200000.0

/* Whether a point can be painted; what lies very far off the page is brought nearer. */
static inline gboolean
incmap_canvas_accept(IncmapPoint *point)
{
    if (!isfinite(point->x_pt) || !isfinite(point->y_pt))
        return FALSE;
    point->x_pt = CLAMP(point->x_pt, -INCMAP_CANVAS_FAR_PT, INCMAP_CANVAS_FAR_PT);
    point->y_pt = CLAMP(point->y_pt, -INCMAP_CANVAS_FAR_PT, INCMAP_CANVAS_FAR_PT);
    return TRUE;
}

/* The points a verb uses up. */
static inline guint
incmap_canvas_count_points(guint8 verb)
{
    static const guint8 n_points[] = {
        [INCMAP_VERB_MOVE] = 1,  [INCMAP_VERB_LINE] = 1,   [INCMAP_VERB_CURVE] = 3,
        [INCMAP_VERB_CLOSE] = 0, [INCMAP_VERB_CIRCLE] = 2,
    };
    return verb < G_N_ELEMENTS(n_points) ? n_points[verb] : 0;
}
