/* SPDX-License-Identifier: MIT */
#include "draw/cairo-pattern.h"

#include "draw/canvas.h"

static void
add_dots(cairo_t *cr, IncmapBox box, double step, double diameter)
{
    double row_step = step * sqrt(3) / 2;
    double first_row = floor(box.y0_pt / row_step), last_row = ceil(box.y1_pt / row_step);
    for (double row = first_row; row <= last_row; row++) {
        double shift = fmod(fabs(row), 2) == 1 ? 0.75 : 0.25;
        for (double k = floor(box.x0_pt / step) - 1; (k + shift) * step < box.x1_pt + step; k++) {
            double x = (k + shift) * step, y = (row + 0.5) * row_step;
            cairo_new_sub_path(cr);
            cairo_arc(cr, x, y, diameter / 2, 0, 2 * G_PI);
        }
    }
}

/* Vertical lines over @box, in the middle of each step from the origin. */
static void
add_lines(cairo_t *cr, IncmapBox box, double step)
{
    for (double k = floor(box.x0_pt / step); (k + 0.5) * step <= box.x1_pt + step; k++) {
        cairo_move_to(cr, (k + 0.5) * step, box.y0_pt);
        cairo_line_to(cr, (k + 0.5) * step, box.y1_pt);
    }
}

void
incmap_cairo_pattern_fill(cairo_t *cr, const IncmapPaint *paint)
{
    double step = paint->pattern_step_pt;
    if (!incmap_paint_has_pattern(paint))
        return;
    cairo_path_t *path = cairo_copy_path(cr);
    cairo_save(cr);
    cairo_clip(cr);
    if (paint->pattern == INCMAP_PATTERN_HATCH)
        cairo_rotate(cr, G_PI / 4);
    IncmapBox box;
    cairo_clip_extents(cr, &box.x0_pt, &box.y0_pt, &box.x1_pt, &box.y1_pt);
    IncmapColor color = paint->pattern_color;
    cairo_set_source_rgba(cr, color.r, color.g, color.b, color.a);
    if (paint->pattern == INCMAP_PATTERN_DOTS) {
        add_dots(cr, box, step, paint->pattern_width_pt);
        cairo_fill(cr);
    } else {
        add_lines(cr, box, step);
        cairo_set_dash(cr, NULL, 0, 0);
        cairo_set_line_cap(cr, CAIRO_LINE_CAP_BUTT);
        cairo_set_line_width(cr, paint->pattern_width_pt);
        cairo_stroke(cr);
    }
    cairo_restore(cr);
    cairo_new_path(cr);
    cairo_append_path(cr, path);
    cairo_path_destroy(path);
}
