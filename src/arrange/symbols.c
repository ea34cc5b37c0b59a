/* SPDX-License-Identifier: MIT */
#include "arrange/symbols.h"

#include "arrange/groups.h"
#include "arrange/precision.h"
#include "arrange/typeset.h"
#include "arrange/words.h"
#include "base/color-vision.h"

#include <math.h>
#include <string.h>

/* Opacity of a picture of what is merely reported or not exactly known. */
#define PALE_PICTURE 0.55
#define LEAST_LINE_CONTRAST 2.2 /* of the edge of a pale symbol against its fill */
#define NEW_RADIUS 1.6          /* of the mark of what is new, in radii of the symbol */

/* @color over the light of keylines, opaque. */
static IncmapColor
pale(const IncmapArrange *arrange, IncmapColor color)
{
    color.a *= 0.3;
    return incmap_color_over(color, incmap_look_color(arrange, "incident.keyline-color"));
}

/* A line of a light colour, as dark styles have them, is darkened until it is seen on the pale
 * fill: without it nothing says that the symbol is not like the others. */
static IncmapColor
readable_line(IncmapColor line, IncmapColor fill)
{
    for (int i = 0; i < 8 && incmap_color_contrast(line, fill) < LEAST_LINE_CONTRAST; i++) {
        line.r *= 0.8;
        line.g *= 0.8;
        line.b *= 0.8;
    }
    return line;
}

static void
set_manner(const IncmapArrange *arrange, const IncmapSymbol *symbol, double radius_pt,
           IncmapManner manner, IncmapPaint *paint)
{
    IncmapColor line = symbol->edge.a > 0 ? symbol->edge : symbol->color;
    switch (manner) {
    case INCMAP_MANNER_SOLID:
        paint->fill = symbol->color;
        paint->stroke = symbol->edge;
        paint->stroke_width_pt = MIN(radius_pt * 0.12, 0.9 * arrange->unit);
        break;
    case INCMAP_MANNER_HOLLOW:
        paint->fill = incmap_look_color(arrange, "incident.keyline-color");
        paint->stroke = symbol->color;
        paint->stroke_width_pt = radius_pt * 0.4;
        break;
    case INCMAP_MANNER_DASHED:
        paint->dash_pt[0] = MAX(radius_pt * 0.42, 1.2 * arrange->unit);
        paint->dash_pt[1] = paint->dash_pt[0] * 0.7;
        paint->n_dashes = 2;
        G_GNUC_FALLTHROUGH;
    case INCMAP_MANNER_PALE:
        paint->fill = pale(arrange, symbol->color);
        paint->stroke = readable_line(line, paint->fill);
        paint->stroke_width_pt = CLAMP(radius_pt * 0.16, 0.8 * arrange->unit, 1.5 * arrange->unit);
        break;
    }
}

/* A picture of the user's has the area of the circle's box; what is not sure is paler. */
static gboolean
draw_picture(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSymbol *symbol, IncmapPoint at,
             double radius_pt, IncmapManner manner)
{
    const IncmapPictures *pictures = arrange->options->pictures;
    double width_pt, height_pt;
    if (symbol->image == NULL || pictures == NULL ||
        !pictures->measure(pictures->data, symbol->image, &width_pt, &height_pt))
        return FALSE;
    double scale = radius_pt / sqrt(width_pt * height_pt);
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PICTURE);
    item->picture = symbol->image;
    item->box = (IncmapBox){at.x_pt - width_pt * scale, at.y_pt - height_pt * scale,
                            at.x_pt + width_pt * scale, at.y_pt + height_pt * scale};
    item->opacity = manner == INCMAP_MANNER_SOLID ? 1 : PALE_PICTURE;
    return TRUE;
}

void
incmap_symbol_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSymbol *symbol,
                   IncmapPoint at, double radius_pt, IncmapManner manner)
{
    double keyline_pt = incmap_look_pt(arrange, "incident.keyline-width");
    IncmapColor keyline = incmap_look_color(arrange, "incident.keyline-color");
    if (draw_picture(arrange, sheet, symbol, at, radius_pt, manner))
        return;
    if (keyline_pt > 0 && keyline.a > 0) {
        IncmapItem *under = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
        incmap_symbol_path(&under->path, symbol->shape, at, radius_pt);
        under->symbol = incmap_shape_id(symbol->shape);
        under->at = at;
        under->paint.stroke = keyline;
        under->paint.stroke_width_pt = keyline_pt * 2;
        under->paint.join = INCMAP_JOIN_ROUND;
    }
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
    incmap_symbol_path(&item->path, symbol->shape, at, radius_pt);
    item->symbol = incmap_shape_id(symbol->shape);
    item->at = at;
    item->paint.join = INCMAP_JOIN_MITER;
    set_manner(arrange, symbol, radius_pt, manner, &item->paint);
}

/* The outline of a ring's sector from @from to @to, in radians clockwise from the top. */
static void
add_sector(IncmapPath *path, IncmapPoint at, double outer_pt, double inner_pt, double from_rad,
           double to_rad)
{
    int n = MAX(2, (int)ceil((to_rad - from_rad) / 0.15));
    for (int i = 0; i <= 2 * n + 1; i++) {
        gboolean is_outer = i <= n;
        double t = is_outer ? (double)i / n : (double)(2 * n + 1 - i) / n;
        double angle_rad = from_rad + t * (to_rad - from_rad) - G_PI_2;
        double radius_pt = is_outer ? outer_pt : inner_pt;
        double x_pt = at.x_pt + radius_pt * cos(angle_rad);
        double y_pt = at.y_pt + radius_pt * sin(angle_rad);
        if (i == 0)
            incmap_path_move(path, x_pt, y_pt);
        else
            incmap_path_line(path, x_pt, y_pt);
    }
    incmap_path_close(path);
}

static void
draw_disc(IncmapArrange *arrange, IncmapSheet sheet, IncmapPoint at, double radius_pt,
          IncmapColor fill, IncmapColor stroke, double stroke_pt)
{
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, at, radius_pt);
    item->paint.fill = fill;
    item->paint.stroke = stroke;
    item->paint.stroke_width_pt = stroke_pt;
}

void
incmap_symbol_draw_ring(IncmapArrange *arrange, IncmapSheet sheet, const guint *counts, guint n,
                        IncmapPoint at, double radius_pt)
{
    IncmapColor white = incmap_look_color(arrange, "incident.keyline-color");
    IncmapColor ink = incmap_look_color(arrange, "groups.edge-color");
    double band_pt = MAX(incmap_look_pt(arrange, "groups.band-width"), radius_pt * 0.3);
    double inner_pt = radius_pt - band_pt;
    draw_disc(arrange, sheet, at, radius_pt + incmap_look_pt(arrange, "incident.keyline-width"),
              white, (IncmapColor){0}, 0);
    guint before = 0, n_types = 0;
    for (int event = 0; event < INCMAP_N_EVENTS; event++)
        n_types += counts[event] > 0;
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (counts[event] == 0)
            continue;
        IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
        add_sector(&item->path, at, radius_pt, inner_pt, before * 2 * G_PI / n,
                   (before + counts[event]) * 2 * G_PI / n);
        IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)event);
        incmap_symbol_fill(arrange, &symbol, &item->paint);
        item->paint.stroke = incmap_look_color(arrange, "groups.separator-color");
        item->paint.stroke_width_pt =
            n_types > 1 ? incmap_look_pt(arrange, "groups.separator-width") : 0;
        before += counts[event];
    }
    draw_disc(arrange, sheet, at, radius_pt, (IncmapColor){0}, ink, 0.4 * arrange->unit);
    draw_disc(arrange, sheet, at, inner_pt, white, ink, 0.25 * arrange->unit);
    IncmapFace type = incmap_look_type(arrange, "groups.count");
    type.font.size_pt = CLAMP(inner_pt * 1.15, type.font.size_pt, type.font.size_pt * 1.7);
    const char *count = incmap_scene_printf(arrange->scene, "%u", n);
    IncmapTextMetrics metrics = incmap_typeset_measure(arrange, count, &type);
    if (metrics.width_pt > inner_pt * 1.8) {
        type.font.size_pt *= inner_pt * 1.8 / metrics.width_pt;
        metrics = incmap_typeset_measure(arrange, count, &type);
    }
    incmap_typeset_run(
        arrange, sheet, count, &type,
        (IncmapPoint){at.x_pt - metrics.width_pt / 2, at.y_pt + metrics.cap_height_pt / 2}, 0,
        NULL);
}

/* A lone incident of a news map: disc, white ring and a wide pale circle that leads the eye. */
static gboolean
has_target_circle(const IncmapArrange *arrange)
{
    return incmap_groups_is_few(arrange);
}

static double
outer_radius(const IncmapArrange *arrange, const IncmapGroup *group)
{
    double keyline_pt = incmap_look_pt(arrange, "incident.keyline-width");
    if (has_target_circle(arrange))
        return group->radius_pt * 2.5;
    double high_pt = incmap_groups_has_range(arrange, group)
                         ? incmap_groups_radius(arrange, group->value_high) + arrange->unit
                         : 0;
    double scale = incmap_symbol_is_new(arrange, group) ? NEW_RADIUS + 0.25 : 1.2;
    return MAX(group->radius_pt * scale + keyline_pt, high_pt);
}

void
incmap_symbols_reserve(IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        incmap_precision_move(arrange, group);
        double reach_pt = outer_radius(arrange, group);
        IncmapBox box = {group->at.x_pt - reach_pt, group->at.y_pt - reach_pt,
                         group->at.x_pt + reach_pt, group->at.y_pt + reach_pt};
        incmap_precision_box(arrange, group, &box);
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), INCMAP_OWNER_MARK);
        IncmapMark mark = {"incident", group->at, box,
                           (gint32)g_array_index(group->members, guint32, 0), group->members->len};
        g_array_append_val(arrange->scene->page.marks, mark);
    }
}

static void
draw_target(IncmapArrange *arrange, const IncmapGroup *group, const IncmapSymbol *symbol)
{
    IncmapColor pale = symbol->color, line = symbol->color;
    pale.a *= 0.16;
    line.a *= 0.75;
    draw_disc(arrange, INCMAP_SHEET_INCIDENTS, group->at, group->radius_pt * 2.5, pale, line,
              group->radius_pt * 0.16);
}

/* Thin outlines of the symbol at the size of the highest and of the lowest estimate. */
static void
draw_range(IncmapArrange *arrange, const IncmapGroup *group, const IncmapSymbol *symbol)
{
    if (!incmap_groups_has_range(arrange, group))
        return;
    double high_pt = incmap_groups_symbol_radius(arrange, group->value_high, FALSE);
    double low_pt = incmap_groups_symbol_radius(arrange, group->value_low, FALSE);
    gboolean is_ring = group->members->len > 1;
    IncmapShape shape = is_ring ? INCMAP_SHAPE_CIRCLE : symbol->shape;
    if (high_pt > group->radius_pt + arrange->unit) {
        IncmapItem *outer = incmap_arrange_add(arrange, INCMAP_SHEET_INCIDENTS, INCMAP_ITEM_PATH);
        incmap_symbol_path(&outer->path, shape, group->at, high_pt);
        outer->paint.stroke = symbol->edge.a > 0 ? symbol->edge : symbol->color;
        outer->paint.stroke_width_pt = 0.75 * arrange->unit;
    }
    if (!is_ring && low_pt < group->radius_pt - arrange->unit) {
        IncmapItem *inner = incmap_arrange_add(arrange, INCMAP_SHEET_INCIDENTS, INCMAP_ITEM_PATH);
        incmap_symbol_path(&inner->path, shape, group->at, low_pt);
        inner->paint.stroke = incmap_look_color(arrange, "incident.keyline-color");
        inner->paint.stroke_width_pt = 0.75 * arrange->unit;
    }
}

gboolean
incmap_symbol_is_new(const IncmapArrange *arrange, const IncmapGroup *group)
{
    for (guint i = 0; i < group->members->len; i++) {
        guint32 index = g_array_index(group->members, guint32, i);
        if (g_array_index(arrange->scene->incidents, IncmapIncident, index).is_new)
            return TRUE;
    }
    return FALSE;
}

/* A double ring, dark within pale, that is seen on every ground and in black and white. */
void
incmap_symbol_draw_new(IncmapArrange *arrange, IncmapSheet sheet, IncmapPoint at, double radius_pt)
{
    IncmapColor none = {0};
    double ring_pt = radius_pt * NEW_RADIUS, width_pt = MAX(radius_pt * 0.22, arrange->unit);
    draw_disc(arrange, sheet, at, ring_pt, none,
              incmap_look_color(arrange, "incident.keyline-color"), width_pt * 2.2);
    draw_disc(arrange, sheet, at, ring_pt, none, incmap_look_color(arrange, "legend.color"),
              width_pt);
}

/* A ring around what happened last. */
static void
draw_newest(IncmapArrange *arrange, const IncmapGroup *group)
{
    if (arrange->newest_julian == 0 || group->newest_julian != arrange->newest_julian)
        return;
    draw_disc(arrange, INCMAP_SHEET_INCIDENTS, group->at,
              group->radius_pt * 1.25 + 2 * arrange->unit, (IncmapColor){0},
              incmap_look_color(arrange, "groups.edge-color"), 1.1 * arrange->unit);
}

static void
draw_symbol(IncmapArrange *arrange, const IncmapGroup *group, const IncmapSymbol *symbol)
{
    IncmapBox box;
    IncmapManner manner = incmap_precision_manner(arrange, group);
    if (incmap_precision_box(arrange, group, &box)) {
        incmap_precision_draw_box(arrange, group, box);
        return;
    }
    incmap_precision_draw_ring(arrange, group, symbol);
    if (has_target_circle(arrange) && group->precision == INCMAP_PRECISION_EXACT)
        draw_target(arrange, group, symbol);
    if (group->members->len > 1)
        incmap_symbol_draw_ring(arrange, INCMAP_SHEET_INCIDENTS, group->counts, group->members->len,
                                group->at, group->radius_pt);
    else
        incmap_symbol_draw(arrange, INCMAP_SHEET_INCIDENTS, symbol, group->at, group->radius_pt,
                           manner);
    draw_range(arrange, group, symbol);
    draw_newest(arrange, group);
    if (incmap_symbol_is_new(arrange, group))
        incmap_symbol_draw_new(arrange, INCMAP_SHEET_INCIDENTS, group->at, group->radius_pt);
}

static void
draw_group(IncmapArrange *arrange, const IncmapGroup *group)
{
    arrange->fade = incmap_groups_fade(arrange, group);
    IncmapSymbol symbol = incmap_symbol_of(arrange, group->event);
    guint32 first = g_array_index(group->members, guint32, 0);
    const char *name = incmap_words_place(arrange->scene, first);
    incmap_arrange_group(arrange, INCMAP_SHEET_INCIDENTS,
                         incmap_scene_printf(arrange->scene, "incident-%u", first + 1),
                         name != NULL ? name : incmap_words_label(arrange->scene, group->event));
    draw_symbol(arrange, group, &symbol);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_INCIDENTS);
    arrange->fade = 0;
}

/* Older below newer when age is shown, then the larger below the smaller. */
static int
compare_painting(gconstpointer a, gconstpointer b, gpointer data)
{
    const IncmapArrange *arrange = data;
    const GArray *groups = arrange->groups;
    guint i = *(const guint *)a, k = *(const guint *)b;
    double fade_i = incmap_groups_fade(arrange, &g_array_index(groups, IncmapGroup, i));
    double fade_k = incmap_groups_fade(arrange, &g_array_index(groups, IncmapGroup, k));
    if (fade_i != fade_k)
        return fade_i < fade_k ? 1 : -1;
    double radius_i = g_array_index(groups, IncmapGroup, i).radius_pt;
    double radius_k = g_array_index(groups, IncmapGroup, k).radius_pt;
    if (radius_i != radius_k)
        return radius_i < radius_k ? 1 : -1;
    return (i > k) - (i < k);
}

void
incmap_symbols_draw(IncmapArrange *arrange)
{
    guint n = arrange->groups->len;
    g_autofree guint *order = g_new(guint, MAX(n, 1));
    for (guint i = 0; i < n; i++)
        order[i] = i;
    g_qsort_with_data(order, (gint)n, sizeof(guint), compare_painting, arrange);
    for (guint i = 0; i < n; i++)
        draw_group(arrange, &g_array_index(arrange->groups, IncmapGroup, order[i]));
}
