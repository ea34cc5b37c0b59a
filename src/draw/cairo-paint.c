/* SPDX-License-Identifier: MIT */
#include "draw/cairo-paint.h"

#include "draw/canvas.h"

void
incmap_cairo_set_color(cairo_t *cr, IncmapColor color)
{
    cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a);
}

static cairo_pattern_t *
new_gradient(const IncmapPaint *paint)
{
    cairo_pattern_t *gradient =
        cairo_pattern_create_linear(paint->gradient_x0_pt, 0, paint->gradient_x1_pt, 0);
    const IncmapColor *from = &paint->fill, *to = &paint->gradient_to;
    cairo_pattern_add_color_stop_rgba(gradient, 0, from->r, from->g, from->b, from->a);
    cairo_pattern_add_color_stop_rgba(gradient, 1, to->r, to->g, to->b, to->a);
    return gradient;
}

static cairo_pattern_t *
new_soft(const IncmapItem *item)
{
    IncmapPoint centre = item->path.points[0];
    double radius_pt = fabs(item->path.points[1].x_pt);
    cairo_pattern_t *gradient = cairo_pattern_create_radial(centre.x_pt, centre.y_pt, 0,
                                                            centre.x_pt, centre.y_pt, radius_pt);
    const IncmapColor *fill = &item->paint.fill;
    for (guint i = 0; i <= INCMAP_SOFT_STOPS; i++) {
        double at, opacity;
        incmap_paint_soft_stop(&item->paint, i, &at, &opacity);
        cairo_pattern_add_color_stop_rgba(gradient, at, fill->r, fill->g, fill->b,
                                          fill->a * opacity);
    }
    return gradient;
}

void
incmap_cairo_fill(cairo_t *cr, const IncmapItem *item)
{
    const IncmapPaint *paint = &item->paint;
    cairo_pattern_t *pattern = NULL;
    if (paint->gradient_x0_pt != paint->gradient_x1_pt)
        pattern = new_gradient(paint);
    else if (incmap_item_has_soft_edge(item))
        pattern = new_soft(item);
    else if (!(paint->fill.a > 0))
        return;
    if (pattern != NULL)
        cairo_set_source(cr, pattern);
    else
        incmap_cairo_set_color(cr, paint->fill);
    cairo_fill_preserve(cr);
    if (pattern != NULL)
        cairo_pattern_destroy(pattern);
}

void
incmap_cairo_stroke(cairo_t *cr, const IncmapPaint *paint)
{
    static const cairo_line_cap_t caps[] = {CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
                                            CAIRO_LINE_CAP_SQUARE};
    static const cairo_line_join_t joins[] = {CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
                                              CAIRO_LINE_JOIN_BEVEL};
    if (paint->stroke.a <= 0 || !(paint->stroke_width_pt > 0))
        return;
    cairo_set_dash(cr, paint->dash_pt, (int)incmap_paint_count_dashes(paint), 0);
    cairo_set_line_cap(cr, caps[MIN((guint)paint->cap, 2)]);
    cairo_set_line_join(cr, joins[MIN((guint)paint->join, 2)]);
    cairo_set_miter_limit(cr, paint->miter_limit > 0 ? paint->miter_limit : INCMAP_MITER_LIMIT);
    cairo_set_line_width(cr, paint->stroke_width_pt);
    incmap_cairo_set_color(cr, paint->stroke);
    cairo_stroke_preserve(cr);
}
