/* SPDX-License-Identifier: MIT */
#include "draw/svg-paint.h"

#include "draw/canvas.h"
#include "draw/svg-format.h"

#include <math.h>

void
incmap_svg_paints_init(IncmapSvgPaints *paints)
{
    *paints = (IncmapSvgPaints){
        .ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free),
    };
}

void
incmap_svg_paints_clear(IncmapSvgPaints *paints)
{
    g_clear_pointer(&paints->ids, g_hash_table_unref);
}

/* "<pattern id=" and what follows the id; the same in the same words is defined once. */
static const char *
define(IncmapSvgPaints *paints, GString *out, const char *element, guint *counter, GString *rest)
{
    g_autofree char *key = g_string_free(rest, FALSE);
    char *id = g_hash_table_lookup(paints->ids, key);
    if (id == NULL) {
        id = g_strdup_printf("%s-%u", element, ++*counter);
        g_string_append_printf(out, "<%s id=\"%s\"%s</%s>\n", element, id, key, element);
        g_hash_table_insert(paints->ids, g_steal_pointer(&key), id);
    }
    return id;
}

static void
add_dot(GString *out, double x, double y, double diameter)
{
    g_string_append(out, "<circle");
    incmap_svg_add_number_attribute(out, "cx", x);
    incmap_svg_add_number_attribute(out, "cy", y);
    incmap_svg_add_number_attribute(out, "r", diameter / 2);
    g_string_append(out, "/>");
}

/* One step of lines or one cell of dots, as in the Cairo canvas. */
static void
add_tile(GString *out, const IncmapPaint *paint)
{
    double step = paint->pattern_step_pt;
    double height = paint->pattern == INCMAP_PATTERN_DOTS ? step * sqrt(3) : step;
    incmap_svg_add_number_attribute(out, "width", step);
    incmap_svg_add_number_attribute(out, "height", height);
    g_string_append(out, " patternUnits=\"userSpaceOnUse\"");
    if (paint->pattern == INCMAP_PATTERN_HATCH)
        g_string_append(out, " patternTransform=\"rotate(45)\"");
    g_string_append_c(out, '>');
    if (paint->pattern == INCMAP_PATTERN_DOTS) {
        g_string_append(out, "<g");
        incmap_svg_add_color(out, "fill", paint->pattern_color);
        g_string_append_c(out, '>');
        add_dot(out, step / 4, height / 4, paint->pattern_width_pt);
        add_dot(out, step * 3 / 4, height * 3 / 4, paint->pattern_width_pt);
        g_string_append(out, "</g>");
        return;
    }
    g_string_append(out, "<path");
    incmap_svg_add_color(out, "stroke", paint->pattern_color);
    incmap_svg_add_number_attribute(out, "stroke-width", paint->pattern_width_pt);
    g_string_append(out, " d=\"M");
    incmap_svg_add_number(out, step / 2);
    g_string_append(out, " 0v");
    incmap_svg_add_number(out, step);
    g_string_append(out, "\"/>");
}

const char *
incmap_svg_define_pattern(IncmapSvgPaints *paints, GString *out, const IncmapPaint *paint)
{
    if (!incmap_paint_has_pattern(paint))
        return NULL;
    GString *rest = g_string_new(NULL);
    add_tile(rest, paint);
    return define(paints, out, "pattern", &paints->n_patterns, rest);
}

static void
add_stop(GString *out, const char *offset, IncmapColor color)
{
    g_string_append_printf(out, "<stop offset=\"%s\"", offset);
    incmap_svg_add_stop_color(out, color);
    g_string_append(out, "/>");
}

/* In shares of the circle's box, so that all circles of a colour share it. */
static const char *
define_soft(IncmapSvgPaints *paints, GString *out, const IncmapPaint *paint)
{
    GString *rest = g_string_new(">");
    for (guint i = 0; i <= INCMAP_SOFT_STOPS; i++) {
        double at, opacity;
        incmap_paint_soft_stop(paint, i, &at, &opacity);
        IncmapColor color = paint->fill;
        color.a *= opacity;
        g_string_append(rest, "<stop");
        incmap_svg_add_number_attribute(rest, "offset", at);
        incmap_svg_add_stop_color(rest, color);
        g_string_append(rest, "/>");
    }
    return define(paints, out, "radialGradient", &paints->n_soft, rest);
}

const char *
incmap_svg_define_gradient(IncmapSvgPaints *paints, GString *out, const IncmapItem *item)
{
    const IncmapPaint *paint = &item->paint;
    if (incmap_item_has_soft_edge(item))
        return define_soft(paints, out, paint);
    if (paint->gradient_x0_pt == paint->gradient_x1_pt)
        return NULL;
    GString *rest = g_string_new(" gradientUnits=\"userSpaceOnUse\"");
    incmap_svg_add_number_attribute(rest, "x1", paint->gradient_x0_pt);
    incmap_svg_add_number_attribute(rest, "x2", paint->gradient_x1_pt);
    g_string_append(rest, " y1=\"0\" y2=\"0\">");
    add_stop(rest, "0", paint->fill);
    add_stop(rest, "1", paint->gradient_to);
    return define(paints, out, "linearGradient", &paints->n_gradients, rest);
}

static void
add_dashes(GString *out, const IncmapPaint *paint)
{
    guint n_dashes = incmap_paint_count_dashes(paint);
    if (n_dashes == 0)
        return;
    g_string_append(out, " stroke-dasharray=\"");
    for (guint i = 0; i < n_dashes; i++) {
        if (i > 0)
            g_string_append_c(out, ' ');
        incmap_svg_add_number(out, paint->dash_pt[i]);
    }
    g_string_append_c(out, '"');
}

void
incmap_svg_add_stroke(GString *out, const IncmapPaint *paint)
{
    static const char *const caps[] = {NULL, "round", "square"};
    static const char *const joins[] = {NULL, "round", "bevel"};
    if (!(paint->stroke.a > 0) || !(paint->stroke_width_pt > 0))
        return;
    incmap_svg_add_color(out, "stroke", paint->stroke);
    incmap_svg_add_number_attribute(out, "stroke-width", MAX(paint->stroke_width_pt, 0.01));
    const char *cap = caps[MIN((guint)paint->cap, 2)], *join = joins[MIN((guint)paint->join, 2)];
    if (cap != NULL)
        incmap_svg_add_attribute(out, "stroke-linecap", cap);
    if (join != NULL)
        incmap_svg_add_attribute(out, "stroke-linejoin", join);
    if (paint->miter_limit > 0 && paint->miter_limit != INCMAP_MITER_LIMIT)
        incmap_svg_add_number_attribute(out, "stroke-miterlimit", MAX(paint->miter_limit, 1));
    add_dashes(out, paint);
}
