/* SPDX-License-Identifier: MIT */
#include "arrange/symbols.h"

#include "arrange/typeset.h"
#include "arrange/words.h"

#include <math.h>
#include <string.h>

static const char *const shape_ids[INCMAP_N_SHAPES] = {
    "circle", "square",  "triangle", "diamond",       "burst",    "cross",
    "star",   "hexagon", "drop",     "triangle-down", "pentagon",
};

/* Steps and widths that neither fill up in print nor look like a few lost lines. */
static const struct {
    const char *word;
    IncmapPattern pattern;
    double step_pt, width_pt;
} patterns[] = {
    {"none", INCMAP_PATTERN_NONE, 0, 0},
    {"hatch", INCMAP_PATTERN_HATCH, 2.2, 0.62},
    {"vertical", INCMAP_PATTERN_VERTICAL, 1.9, 0.75},
    {"dots", INCMAP_PATTERN_DOTS, 3, 0.5},
};

static gsize
pattern_row(const char *word)
{
    for (gsize i = 0; i < G_N_ELEMENTS(patterns); i++) {
        if (g_strcmp0(word, patterns[i].word) == 0)
            return i;
    }
    return 0;
}

static void
set_pattern(const IncmapArrange *arrange, gsize row, IncmapColor color, IncmapPaint *paint)
{
    paint->pattern = patterns[row].pattern;
    paint->pattern_color = color;
    paint->pattern_step_pt = patterns[row].step_pt * arrange->unit;
    paint->pattern_width_pt = patterns[row].width_pt * arrange->unit;
}

void
incmap_pattern_set(const IncmapArrange *arrange, const char *word, IncmapColor color,
                   IncmapPaint *paint)
{
    set_pattern(arrange, pattern_row(word), color, paint);
}

void
incmap_symbol_fill(const IncmapArrange *arrange, const IncmapSymbol *symbol, IncmapPaint *paint)
{
    paint->fill = symbol->pattern_row > 0 ? incmap_look_color(arrange, "incident.keyline-color")
                                          : symbol->color;
    if (symbol->pattern_row > 0)
        set_pattern(arrange, symbol->pattern_row, symbol->pattern_color, paint);
}

static void
set_shape(IncmapSymbol *symbol, const char *word)
{
    for (int i = 0; i < INCMAP_N_SHAPES; i++) {
        if (g_strcmp0(word, shape_ids[i]) == 0)
            symbol->shape = (IncmapShape)i;
    }
}

/* Where only one type is on the map, colour and shape have nothing to tell apart. */
static void
take_single(const IncmapArrange *arrange, IncmapSymbol *symbol)
{
    if (!arrange->is_single_type)
        return;
    set_shape(symbol, incmap_look_string(arrange, "incident.single-shape"));
    IncmapColor single = incmap_look_color(arrange, "incident.single-color");
    if (single.a <= 0)
        return;
    single.a = symbol->color.a;
    symbol->color = single;
    symbol->edge.a = symbol->color.a < 1 ? symbol->edge.a : 0;
}

IncmapSymbol
incmap_symbol_of(const IncmapArrange *arrange, IncmapEvent event)
{
    char key[64];
    IncmapSymbol symbol = {.shape = INCMAP_SHAPE_CIRCLE};
    g_snprintf(key, sizeof key, "symbols.%s.shape", incmap_event_id(event));
    set_shape(&symbol, incmap_look_string(arrange, key));
    g_snprintf(key, sizeof key, "symbols.%s.color", incmap_event_id(event));
    symbol.color = incmap_look_color(arrange, key);
    g_snprintf(key, sizeof key, "symbols.%s.edge", incmap_event_id(event));
    symbol.edge = incmap_look_color(arrange, key);
    g_snprintf(key, sizeof key, "symbols.%s.pattern", incmap_event_id(event));
    symbol.pattern_row = pattern_row(incmap_look_string(arrange, key));
    g_snprintf(key, sizeof key, "symbols.%s.pattern-color", incmap_event_id(event));
    symbol.pattern_color = incmap_look_color(arrange, key);
    take_single(arrange, &symbol);
    return symbol;
}

void
incmap_symbol_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSymbol *symbol,
                   IncmapPoint at, double radius_pt, gboolean is_hollow)
{
    double keyline_pt = incmap_look_pt(arrange, "incident.keyline-width");
    IncmapColor keyline = incmap_look_color(arrange, "incident.keyline-color");
    if (keyline_pt > 0 && keyline.a > 0) {
        IncmapItem *under = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
        incmap_symbol_path(&under->path, symbol->shape, at, radius_pt);
        under->paint.stroke = keyline;
        under->paint.stroke_width_pt = keyline_pt * 2;
        under->paint.join = INCMAP_JOIN_ROUND;
    }
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
    incmap_symbol_path(&item->path, symbol->shape, at, radius_pt);
    item->paint.fill = is_hollow ? keyline : symbol->color;
    item->paint.stroke = is_hollow ? symbol->color : symbol->edge;
    item->paint.stroke_width_pt = is_hollow ? radius_pt * 0.4 : radius_pt * 0.12;
    item->paint.join = INCMAP_JOIN_MITER;
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
    return arrange->groups->len <= (guint)incmap_look_number(arrange, "incident.target-max");
}

static double
outer_radius(const IncmapArrange *arrange, const IncmapGroup *group)
{
    double keyline_pt = incmap_look_pt(arrange, "incident.keyline-width");
    return has_target_circle(arrange) ? group->radius_pt * 2.5
                                      : group->radius_pt * 1.2 + keyline_pt;
}

/* A district's symbol stands on its ring, at the upper right if the map has room there, never at
 * the centre. Only of a ring larger than the map nothing is to be seen: then the centre has to do.
 */
static void
move_to_ring(const IncmapArrange *arrange, IncmapGroup *group)
{
    if (group->precision != INCMAP_PRECISION_DISTRICT || group->precision_pt < group->radius_pt)
        return;
    static const int sides[][2] = {{1, -1}, {-1, -1}, {1, 1}, {-1, 1}};
    double step_pt = group->precision_pt * G_SQRT2 / 2;
    IncmapBox room = incmap_box_grow(arrange->frame->map, -group->radius_pt);
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        IncmapPoint at = {group->true_at.x_pt + sides[i][0] * step_pt,
                          group->true_at.y_pt + sides[i][1] * step_pt};
        if (incmap_box_has_point(room, at)) {
            group->at = at;
            return;
        }
    }
}

void
incmap_symbols_reserve(IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        move_to_ring(arrange, group);
        double reach_pt = outer_radius(arrange, group);
        IncmapBox box = {group->at.x_pt - reach_pt, group->at.y_pt - reach_pt,
                         group->at.x_pt + reach_pt, group->at.y_pt + reach_pt};
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), INCMAP_OWNER_MARK);
        IncmapMark mark = {"incident", group->at, box,
                           (gint32)g_array_index(group->members, guint32, 0), group->members->len};
        g_array_append_val(arrange->scene->page.marks, mark);
    }
}

static void
draw_precision(IncmapArrange *arrange, const IncmapGroup *group, const IncmapSymbol *symbol)
{
    if (group->precision_pt <= group->radius_pt * 1.3 ||
        group->precision > INCMAP_PRECISION_DISTRICT)
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PRECISION, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, group->true_at, group->precision_pt);
    item->paint.fill = symbol->color;
    item->paint.fill.a *= 0.08;
    item->paint.stroke = symbol->color;
    item->paint.stroke_width_pt = incmap_look_pt(arrange, "precision.ring-width");
    item->paint.dash_pt[0] = incmap_look_pt(arrange, "precision.dash");
    item->paint.dash_pt[1] = item->paint.dash_pt[0] * 0.7;
    item->paint.n_dashes = 2;
}

/* A province's own polygon is tinted; the features are found through the fix's code. */
static void
draw_tint(IncmapArrange *arrange, const IncmapGroup *group)
{
    const IncmapFix *fix =
        &g_array_index(arrange->scene->fixes, IncmapFix, g_array_index(group->members, guint32, 0));
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "admin1");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (fix->admin1_code == NULL || g_strcmp0(feature->id, fix->admin1_code) != 0)
            continue;
        IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_LAND);
        item->features = g_new(const IncmapLandFeature *, 1);
        item->features[0] = feature;
        item->n_features = 1;
        item->paint.fill = incmap_look_color(arrange, "precision.tint");
        incmap_pattern_set(arrange, incmap_look_string(arrange, "precision.tint-pattern"),
                           incmap_look_color(arrange, "precision.tint-ink"), &item->paint);
    }
}

void
incmap_symbols_tint(IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (group->precision == INCMAP_PRECISION_PROVINCE)
            draw_tint(arrange, group);
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

static void
draw_group(IncmapArrange *arrange, const IncmapGroup *group)
{
    IncmapSymbol symbol = incmap_symbol_of(arrange, group->event);
    guint32 first = g_array_index(group->members, guint32, 0);
    const char *name = incmap_words_place(arrange->scene, first);
    incmap_arrange_group(arrange, INCMAP_SHEET_INCIDENTS,
                         incmap_scene_printf(arrange->scene, "incident-%u", first + 1),
                         name != NULL ? name : incmap_words_label(arrange->scene, group->event));
    draw_precision(arrange, group, &symbol);
    if (has_target_circle(arrange) && group->precision == INCMAP_PRECISION_EXACT)
        draw_target(arrange, group, &symbol);
    if (group->members->len > 1)
        incmap_symbol_draw_ring(arrange, INCMAP_SHEET_INCIDENTS, group->counts, group->members->len,
                                group->at, group->radius_pt);
    else
        incmap_symbol_draw(arrange, INCMAP_SHEET_INCIDENTS, &symbol, group->at, group->radius_pt,
                           group->precision >= INCMAP_PRECISION_PROVINCE);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_INCIDENTS);
}

static int
compare_radius(gconstpointer a, gconstpointer b, gpointer data)
{
    const GArray *groups = data;
    guint i = *(const guint *)a, k = *(const guint *)b;
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
    g_qsort_with_data(order, (gint)n, sizeof(guint), compare_radius, arrange->groups);
    for (guint i = 0; i < n; i++)
        draw_group(arrange, &g_array_index(arrange->groups, IncmapGroup, order[i]));
}
