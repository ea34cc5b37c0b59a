/* SPDX-License-Identifier: MIT */
#include "arrange/precision.h"

#include "arrange/typeset.h"

#include <math.h>

/* A ring below this share of the symbol's radius would be hidden whatever stands where. */
#define LEAST_RING 0.5
/* Types in a box; the rest is counted together. */
#define MAX_BOXED 3
/* Other symbols that one keeps clear of: the most important ones. */
#define MAX_COMPARED 400u

static gboolean
is_vague(const IncmapGroup *group)
{
    return group->precision == INCMAP_PRECISION_NEAR ||
           group->precision == INCMAP_PRECISION_DISTRICT;
}

gboolean
incmap_precision_has_ring(const IncmapGroup *group)
{
    return is_vague(group) && group->precision_pt >= group->radius_pt * LEAST_RING;
}

gboolean
incmap_precision_is_point(const IncmapGroup *group)
{
    return group->precision == INCMAP_PRECISION_EXACT ||
           (is_vague(group) && !incmap_precision_has_ring(group));
}

IncmapManner
incmap_precision_manner(const IncmapArrange *arrange, const IncmapGroup *group)
{
    if (group->precision >= INCMAP_PRECISION_PROVINCE)
        return INCMAP_MANNER_HOLLOW;
    if (is_vague(group) && !incmap_precision_has_ring(group))
        return INCMAP_MANNER_DASHED;
    for (guint i = 0; i < group->members->len; i++) {
        guint32 member = g_array_index(group->members, guint32, i);
        if (g_array_index(arrange->scene->incidents, IncmapIncident, member).verification !=
            INCMAP_VERIFICATION_REPORTED)
            return INCMAP_MANNER_SOLID;
    }
    return INCMAP_MANNER_PALE;
}

/* How far from the middle of its ring a symbol stands: on the ring, or a little outside it when it
 * is so large that it would cover the ring. */
static double
distance_on_ring(const IncmapGroup *group)
{
    return group->radius_pt <= group->precision_pt * 0.6
               ? group->precision_pt
               : group->precision_pt + (group->radius_pt - group->precision_pt * 0.6) * 0.75;
}

/* How far a symbol of @radius_pt at @at would be from the nearest other one whose own radius is at
 * most @most_pt; negative when they overlap. */
static double
clearance_from(const IncmapArrange *arrange, const IncmapGroup *group, IncmapPoint at,
               double radius_pt, double most_pt)
{
    double least_pt = INFINITY;
    for (guint i = 0; i < MIN(arrange->groups->len, MAX_COMPARED); i++) {
        const IncmapGroup *other = &g_array_index(arrange->groups, IncmapGroup, i);
        if (other != group && other->radius_pt <= most_pt)
            least_pt = MIN(least_pt, hypot(other->at.x_pt - at.x_pt, other->at.y_pt - at.y_pt) -
                                         other->radius_pt - radius_pt);
    }
    return least_pt;
}

/* The same as a score. On a larger symbol there is none to choose from, but it still matters not to
 * stand on one of the same size. */
static double
clearance(const IncmapArrange *arrange, const IncmapGroup *group, IncmapPoint at, double radius_pt)
{
    double enough_pt = 2 * arrange->unit;
    double any_pt = clearance_from(arrange, group, at, radius_pt, INFINITY);
    double like_pt = clearance_from(arrange, group, at, radius_pt, group->radius_pt * 1.6);
    return CLAMP(any_pt, -2 * radius_pt, enough_pt) + CLAMP(like_pt, -2 * radius_pt, enough_pt);
}

/* At the upper right if there is room, else where the other symbols are farthest; never at the
 * centre. Only of a ring larger than the map nothing is to be seen: then the centre has to do. */
static void
move_on_ring(const IncmapArrange *arrange, IncmapGroup *group)
{
    static const double angles_deg[] = {-45,   -135,  45,     135,    -90,  0,    180,   90,
                                        -22.5, -67.5, -112.5, -157.5, 22.5, 67.5, 112.5, 157.5};
    double reach_pt = distance_on_ring(group), best_pt = -INFINITY;
    IncmapBox room = incmap_box_grow(arrange->frame->map, -group->radius_pt);
    for (gsize i = 0; i < G_N_ELEMENTS(angles_deg); i++) {
        double angle_rad = angles_deg[i] * (G_PI / 180);
        IncmapPoint at = {group->true_at.x_pt + reach_pt * cos(angle_rad),
                          group->true_at.y_pt + reach_pt * sin(angle_rad)};
        double clear_pt = clearance(arrange, group, at, group->radius_pt);
        if (!incmap_box_has_point(room, at) || clear_pt <= best_pt)
            continue;
        best_pt = clear_pt;
        group->at = at;
    }
}

#define N_DIRECTIONS 16
#define N_STEPS 12

/* The symbol of a province claims no point of it: it gives way to others, inside the province. */
static void
move_in_province(const IncmapArrange *arrange, IncmapGroup *group)
{
    IncmapBox box, map = arrange->frame->map;
    IncmapPoint from = group->at;
    double radius_pt = group->radius_pt, wished_pt = 2 * arrange->unit;
    if (incmap_precision_box(arrange, group, &box))
        radius_pt = MAX(radius_pt, incmap_box_width(box) / 2);
    guint16 province = incmap_raster_get(arrange->provinces, from);
    guint16 country = incmap_raster_get(arrange->countries, from);
    double best_pt = clearance(arrange, group, from, radius_pt);
    for (int i = 0; i < N_STEPS * N_DIRECTIONS && best_pt < wished_pt; i++) {
        double away_pt = group->radius_pt * (1 + i / N_DIRECTIONS);
        double angle_rad = (i % N_DIRECTIONS) * 2 * G_PI / N_DIRECTIONS;
        IncmapPoint at = {from.x_pt + away_pt * cos(angle_rad),
                          from.y_pt + away_pt * sin(angle_rad)};
        double clear_pt = clearance(arrange, group, at, radius_pt);
        if (clear_pt <= best_pt || !incmap_box_has_point(incmap_box_grow(map, -radius_pt), at) ||
            incmap_raster_get(arrange->provinces, at) != province ||
            incmap_raster_get(arrange->countries, at) != country)
            continue;
        best_pt = clear_pt;
        group->at = at;
    }
}

void
incmap_precision_move(const IncmapArrange *arrange, IncmapGroup *group)
{
    if (incmap_precision_has_ring(group))
        move_on_ring(arrange, group);
    else if (group->precision == INCMAP_PRECISION_PROVINCE)
        move_in_province(arrange, group);
}

void
incmap_precision_draw_ring(IncmapArrange *arrange, const IncmapGroup *group,
                           const IncmapSymbol *symbol)
{
    if (!incmap_precision_has_ring(group))
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_PRECISION, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, group->true_at, group->precision_pt);
    item->paint.fill = symbol->color;
    item->paint.fill.a *= 0.08;
    item->paint.stroke = symbol->edge.a > 0 ? symbol->edge : symbol->color;
    item->paint.stroke_width_pt = incmap_look_pt(arrange, "precision.ring-width");
    /* At least eight dashes, or a small ring would not look dashed. */
    double dash_pt =
        MIN(incmap_look_pt(arrange, "precision.dash"), 2 * G_PI * group->precision_pt / 8 / 1.7);
    item->paint.dash_pt[0] = dash_pt;
    item->paint.dash_pt[1] = dash_pt * 0.7;
    item->paint.n_dashes = 2;
}

/* Radius of a symbol in a box, its text face, and the width of one symbol with its count. */
static double
boxed_radius(const IncmapArrange *arrange)
{
    return incmap_look_pt(arrange, "incident.min-radius") * 0.85;
}

static IncmapFace
boxed_face(const IncmapArrange *arrange)
{
    IncmapFace face = incmap_look_type(arrange, "groups.count");
    face.font.has_tabular_figures = TRUE;
    return face;
}

static const char *
boxed_count(const IncmapArrange *arrange, const IncmapGroup *group, int event)
{
    return incmap_scene_printf(arrange->scene, "%u", group->counts[event]);
}

/* The most frequent types, in the order of the legend; the number of incidents of other types. */
static guint
boxed_types(const IncmapGroup *group, int events[MAX_BOXED], guint *out_n_rest)
{
    guint n = 0, rest = group->members->len;
    gboolean is_taken[INCMAP_N_EVENTS] = {FALSE};
    for (; n < MAX_BOXED && rest > 0; n++) {
        int most = -1;
        for (int event = 0; event < INCMAP_N_EVENTS; event++) {
            if (!is_taken[event] && group->counts[event] > 0 &&
                (most < 0 || group->counts[event] > group->counts[most]))
                most = event;
        }
        is_taken[most] = TRUE;
        rest -= group->counts[most];
    }
    guint k = 0;
    for (int event = 0; event < INCMAP_N_EVENTS; event++) {
        if (is_taken[event])
            events[k++] = event;
    }
    *out_n_rest = rest;
    return n;
}

static const char *
boxed_rest(const IncmapArrange *arrange, guint n_rest)
{
    return n_rest > 0 ? incmap_scene_printf(arrange->scene, "+%u", n_rest) : NULL;
}

gboolean
incmap_precision_box(const IncmapArrange *arrange, const IncmapGroup *group, IncmapBox *out_box)
{
    if (group->precision != INCMAP_PRECISION_PROVINCE || group->members->len < 2)
        return FALSE;
    IncmapFace face = boxed_face(arrange);
    double radius_pt = boxed_radius(arrange), gap_pt = face.font.size_pt * 0.35;
    int events[MAX_BOXED];
    guint n_rest, n = boxed_types(group, events, &n_rest);
    double width_pt = gap_pt;
    for (guint i = 0; i < n; i++)
        width_pt += radius_pt * 2.6 +
                    incmap_typeset_width(arrange, boxed_count(arrange, group, events[i]), &face) +
                    2 * gap_pt;
    if (n_rest > 0)
        width_pt += incmap_typeset_width(arrange, boxed_rest(arrange, n_rest), &face) + gap_pt;
    double height_pt = MAX(radius_pt * 2.6, face.font.size_pt) + 2 * gap_pt;
    *out_box = (IncmapBox){group->at.x_pt - width_pt / 2, group->at.y_pt - height_pt / 2,
                           group->at.x_pt + width_pt / 2, group->at.y_pt + height_pt / 2};
    return TRUE;
}

void
incmap_precision_draw_box(IncmapArrange *arrange, const IncmapGroup *group, IncmapBox box)
{
    IncmapItem *ground = incmap_arrange_add(arrange, INCMAP_SHEET_INCIDENTS, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, box);
    ground->paint.fill = incmap_look_color(arrange, "incident.keyline-color");
    ground->paint.fill.a *= 0.88;
    ground->paint.stroke = incmap_look_color(arrange, "groups.edge-color");
    ground->paint.stroke_width_pt = 0.7 * arrange->unit;
    ground->paint.dash_pt[0] = 2.2 * arrange->unit;
    ground->paint.dash_pt[1] = 1.5 * arrange->unit;
    ground->paint.n_dashes = 2;
    IncmapFace face = boxed_face(arrange);
    double radius_pt = boxed_radius(arrange), gap_pt = face.font.size_pt * 0.35;
    IncmapPoint at = {box.x0_pt + gap_pt, (box.y0_pt + box.y1_pt) / 2};
    double baseline_pt = at.y_pt + face.font.size_pt * 0.36;
    int events[MAX_BOXED];
    guint n_rest, n = boxed_types(group, events, &n_rest);
    for (guint i = 0; i < n; i++) {
        IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)events[i]);
        at.x_pt += radius_pt * 1.3;
        incmap_symbol_draw(arrange, INCMAP_SHEET_INCIDENTS, &symbol, at, radius_pt,
                           INCMAP_MANNER_SOLID);
        at.x_pt += radius_pt * 1.3 + gap_pt;
        const char *count = boxed_count(arrange, group, events[i]);
        incmap_typeset_run(arrange, INCMAP_SHEET_INCIDENTS, count, &face,
                           (IncmapPoint){at.x_pt, baseline_pt}, 0, NULL);
        at.x_pt += incmap_typeset_width(arrange, count, &face) + gap_pt;
    }
    if (n_rest > 0)
        incmap_typeset_run(arrange, INCMAP_SHEET_INCIDENTS, boxed_rest(arrange, n_rest), &face,
                           (IncmapPoint){at.x_pt, baseline_pt}, 0, NULL);
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
incmap_precision_tint(IncmapArrange *arrange)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (group->precision == INCMAP_PRECISION_PROVINCE)
            draw_tint(arrange, group);
    }
}
