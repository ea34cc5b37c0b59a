/* SPDX-License-Identifier: MIT */
/*
 * What every output format can do with the items of a display list. Two kinds
 * exist: Cairo (PNG, PDF) and our own SVG writer, since Cairo's SVG has no
 * text in it. A canvas borrows the scene and the measure.
 */
#pragma once

#include "draw/draw.h"

#include <cairo.h>
#include <math.h>

typedef struct IncmapCanvas IncmapCanvas;
struct IncmapCanvas {
    void (*begin_group)(IncmapCanvas *canvas, const IncmapItem *item);
    void (*end_group)(IncmapCanvas *canvas);
    void (*paint_path)(IncmapCanvas *canvas, const IncmapItem *item); /* PATH and LAND items */
    void (*paint_run)(IncmapCanvas *canvas, const IncmapItem *item);
    void (*paint_image)(IncmapCanvas *canvas, const IncmapItem *item);
    void (*paint_picture)(IncmapCanvas *canvas, const IncmapItem *item);
    gboolean (*finish)(IncmapCanvas *canvas, GByteArray *out_bytes, GError **error);
    void (*free)(IncmapCanvas *canvas);
};

/* @options->measure is set. */
IncmapCanvas *incmap_canvas_cairo_new(const IncmapScene *scene, const IncmapDrawOptions *options,
                                      GError **error);
/* A page of a PDF of many: finishing it begins the next one, and gives no bytes. */
IncmapCanvas *incmap_canvas_page_new(const IncmapScene *scene, const IncmapDrawOptions *options,
                                     cairo_surface_t *surface);
IncmapCanvas *incmap_canvas_svg_new(const IncmapScene *scene, const IncmapDrawOptions *options);

static inline void
incmap_canvas_free(IncmapCanvas *canvas)
{
    if (canvas != NULL)
        canvas->free(canvas);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapCanvas, incmap_canvas_free)

/* Paints all of the page and finishes the canvas; @out_bytes may be NULL for a page of many. */
gboolean incmap_draw_on(IncmapCanvas *canvas, const IncmapScene *scene, GByteArray *out_bytes,
                        GError **error);

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

/** IncmapCanvasVerbs: the verbs of a path, one after the other, those with bad points left out */
typedef struct IncmapCanvasVerbs IncmapCanvasVerbs;
struct IncmapCanvasVerbs {
    const IncmapPath *path;
    guint next_verb, next_point;
    guint8 verb;           /* the current one … */
    IncmapPoint points[3]; /* … and its points */
};

/* FALSE after the last verb. */
gboolean incmap_canvas_next_verb(IncmapCanvasVerbs *verbs);

/** IncmapCanvasThinner: leaves out vertices that are too near to the last one to be seen */
typedef struct IncmapCanvasThinner IncmapCanvasThinner;
struct IncmapCanvasThinner {
    double skip_pt;
    IncmapPoint last;
    gboolean has_last;
};

typedef enum { INCMAP_THIN_FIRST, INCMAP_THIN_NEXT, INCMAP_THIN_SKIP } IncmapThin;

/* Base layers have far more vertices than a page can show. The last one of a part stays. */
static inline IncmapThin
incmap_canvas_thin(IncmapCanvasThinner *thinner, IncmapPoint *point, gboolean is_last)
{
    if (thinner->has_last && !is_last &&
        fabs(point->x_pt - thinner->last.x_pt) < thinner->skip_pt &&
        fabs(point->y_pt - thinner->last.y_pt) < thinner->skip_pt)
        return INCMAP_THIN_SKIP;
    if (!incmap_canvas_accept(point))
        return INCMAP_THIN_SKIP;
    IncmapThin what = thinner->has_last ? INCMAP_THIN_NEXT : INCMAP_THIN_FIRST;
    thinner->last = *point;
    thinner->has_last = TRUE;
    return what;
}

/* The dashes of a paint as Cairo and SVG accept them; 0: a solid line. */
guint incmap_paint_count_dashes(const IncmapPaint *paint);

/* Whether the paint has a pattern that can be seen. */
gboolean incmap_paint_has_pattern(const IncmapPaint *paint);

/* Of strokes that say nothing else. */
#define INCMAP_MITER_LIMIT 10.0

/* Whether the item is one circle that fades. */
gboolean incmap_item_has_soft_edge(const IncmapItem *item);

/* A soft edge as a radial gradient: the @index-th of its stops, 0 to INCMAP_SOFT_STOPS, in shares
 * of the radius and of the opacity. */
#define INCMAP_SOFT_STOPS 8u
void incmap_paint_soft_stop(const IncmapPaint *paint, guint index, double *out_at,
                            double *out_opacity);
