/* SPDX-License-Identifier: MIT */
#include "arrange/point-label.h"

#include "arrange/callout.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Text keeps this far from the map's edge, in page points. */
#define EDGE_PT 3.0

/* Positions in order of preference: beside the symbol first, as news maps have it; Imhof's order
 * for the rest, then what lies between. dx and dy say on which side of the symbol the text stands,
 * at a half it is shifted half as far; cost is what a worse position costs, in units of one crossed
 * line. */
static const struct {
    double dx, dy;
    double cost;
} sides[] = {
    {1, 0, 0.0},      {-1, 0, 0.6},    {0, -1, 0.9},     {1, 1, 1.2},      {-1, -1, 1.3},
    {1, -1, 1.3},     {-1, 1, 1.4},    {0, 1, 1.5},      {1, -0.5, 0.8},   {1, 0.5, 0.8},
    {-1, -0.5, 1.1},  {-1, 0.5, 1.1},  {0.5, -1, 1.4},   {-0.5, -1, 1.4},  {0.5, 1, 1.7},
    {-0.5, 1, 1.7},   {1, -0.25, 0.8}, {1, 0.25, 0.8},   {-1, -0.25, 1.1}, {-1, 0.25, 1.1},
    {1, -0.75, 0.8},  {1, 0.75, 0.8},  {-1, -0.75, 1.1}, {-1, 0.75, 1.1},  {0.25, -1, 1.4},
    {-0.25, -1, 1.4}, {0.25, 1, 1.7},  {-0.25, 1, 1.7},  {0.75, -1, 1.4},  {-0.75, -1, 1.4},
    {0.75, 1, 1.7},   {-0.75, 1, 1.7},
};

/* The ground of all lines on a side of the symbol; right-to-left scripts mirror the preference by
 * flipping dx. */
static IncmapBox
box_on_side(const IncmapPointLabel *label, const IncmapWording *wording, double dx, double dy)
{
    double reach_pt = label->radius_pt + label->gap_pt;
    double diagonal_pt = label->radius_pt * 0.75 + label->gap_pt * 0.5;
    double more_pt = (wording->n_lines - 1) * wording->type.leading_pt;
    double above_pt = label->at.y_pt - diagonal_pt - incmap_typeset_drop(&wording->type) * 0.5;
    double below_pt = label->at.y_pt + diagonal_pt + wording->cap_height_pt;
    double level_pt = label->at.y_pt + wording->x_height_pt / 2 - more_pt / 2;
    double baseline_pt; /* of the first line */
    if (fabs(dx) < 1)   /* right above or below */
        baseline_pt = dy < 0 ? above_pt - reach_pt + diagonal_pt - more_pt
                             : below_pt + reach_pt - diagonal_pt;
    else
        baseline_pt = level_pt + fabs(dy) * ((dy < 0 ? above_pt - more_pt : below_pt) - level_pt);
    double beside_pt = fabs(dy) < 1 ? reach_pt : diagonal_pt;
    double x_pt = label->at.x_pt;
    if (fabs(dx) < 1)
        x_pt += wording->width_pt * (dx - 1) / 2;
    else
        x_pt += dx > 0 ? beside_pt : -beside_pt - wording->width_pt;
    return (IncmapBox){x_pt, baseline_pt - incmap_typeset_rise(&wording->type),
                       x_pt + wording->width_pt,
                       baseline_pt + more_pt + incmap_typeset_drop(&wording->type)};
}

/* Lines under the text cost; so does a text that stands half on water. */
static double
ground_cost(const IncmapArrange *arrange, IncmapBox box)
{
    IncmapPoint centre = incmap_box_centre(box);
    gboolean is_left_water =
        incmap_raster_get(arrange->countries, (IncmapPoint){box.x0_pt, centre.y_pt}) == 0;
    gboolean is_right_water =
        incmap_raster_get(arrange->countries, (IncmapPoint){box.x1_pt, centre.y_pt}) == 0;
    double ink = incmap_raster_ink_in(arrange->countries, box);
    return ink * 0.2 + (is_left_water != is_right_water ? 0.5 : 0);
}

static int
compare_positions(gconstpointer a, gconstpointer b)
{
    const IncmapPosition *x = a, *y = b;
    if (x->cost != y->cost)
        return x->cost < y->cost ? -1 : 1;
    if (x->box.y0_pt != y->box.y0_pt)
        return x->box.y0_pt < y->box.y0_pt ? -1 : 1;
    return (x->box.x0_pt > y->box.x0_pt) - (x->box.x0_pt < y->box.x0_pt);
}

void
incmap_point_label_positions(const IncmapArrange *arrange, const IncmapPointLabel *label,
                             const IncmapWording *wording, guint index, GArray *positions)
{
    IncmapBox room = incmap_box_grow(arrange->frame->map, -EDGE_PT);
    IncmapPosition found[G_N_ELEMENTS(sides)];
    guint n_found = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(sides); i++) {
        double dx = wording->is_rtl ? -sides[i].dx : sides[i].dx;
        IncmapPosition position = {.box = box_on_side(label, wording, dx, sides[i].dy),
                                   .wording = index};
        if (!incmap_box_contains(room, position.box))
            continue;
        IncmapQuad quad = incmap_quad_from_box(incmap_label_air(arrange, position.box));
        if (incmap_obstacles_hit(arrange->obstacles, &quad, label->symbol_owner))
            continue;
        position.cost = wording->cost + sides[i].cost + ground_cost(arrange, position.box);
        found[n_found++] = position;
    }
    qsort(found, n_found, sizeof *found, compare_positions);
    g_array_append_vals(positions, found, n_found);
}

/* Leaders end so far from the text, and keep so much ground free, at the reference size. */
#define LEADER_GAP_PT 1.5
#define LEADER_GROUND_PT 1.8
#define N_DIRECTIONS 16
/* Symbols up to this radius, at the reference size, are dots: a line may run under another dot,
 * which is drawn over it, and far. */
#define DOT_PT 3.0
#define MAX_LEADER_PT 32.0
#define COST_CROSSED 2.0

static const double far_steps_pt[] = {9, 15, 22, 30, 40, 52, 68, 90};

/* A text whose near side is @away_pt from the symbol in a direction. */
static IncmapPosition
far_position(const IncmapArrange *arrange, const IncmapPointLabel *label,
             const IncmapWording *wording, double angle_rad, double away_pt)
{
    double x = cos(angle_rad), y = sin(angle_rad);
    double gap_pt = LEADER_GAP_PT * arrange->unit;
    /* Off the ground of the symbol, which is a square. */
    double start_pt = label->radius_pt / MAX(fabs(x), fabs(y)) + 0.5;
    double height_pt = incmap_typeset_rise(&wording->type) + incmap_typeset_drop(&wording->type) +
                       (wording->n_lines - 1) * wording->type.leading_pt;
    IncmapPosition position = {.has_leader = TRUE};
    IncmapPoint off = {label->at.x_pt + x * start_pt, label->at.y_pt + y * start_pt};
    position.from =
        (IncmapPoint){label->at.x_pt + x * label->radius_pt, label->at.y_pt + y * label->radius_pt};
    double reach_pt = label->radius_pt + away_pt;
    position.to = (IncmapPoint){label->at.x_pt + x * reach_pt, label->at.y_pt + y * reach_pt};
    gboolean is_beside = fabs(x) > 0.5;
    double x0 = position.to.x_pt, y0 = position.to.y_pt - height_pt / 2;
    if (is_beside)
        x0 += x > 0 ? gap_pt : -gap_pt - wording->width_pt;
    else {
        x0 -= wording->width_pt / 2;
        y0 = position.to.y_pt + (y > 0 ? gap_pt : -gap_pt - height_pt);
    }
    position.box = (IncmapBox){x0, y0, x0 + wording->width_pt, y0 + height_pt};
    position.leader = incmap_quad_from_line(off, position.to, LEADER_GROUND_PT * arrange->unit);
    position.cost = wording->cost + 3 + away_pt / arrange->unit * 0.1;
    return position;
}

void
incmap_point_label_far_positions(const IncmapArrange *arrange, const IncmapPointLabel *label,
                                 const IncmapWording *wording, guint index, GArray *positions)
{
    IncmapBox room = incmap_box_grow(arrange->frame->map, -EDGE_PT);
    guint n_before = positions->len;
    gboolean is_dot = label->radius_pt <= DOT_PT * arrange->unit;
    for (gsize k = 0; k < G_N_ELEMENTS(far_steps_pt); k++) {
        if (!is_dot && far_steps_pt[k] > MAX_LEADER_PT)
            break;
        for (int i = 0; i < N_DIRECTIONS; i++) {
            double angle_rad = i * 2 * G_PI / N_DIRECTIONS;
            IncmapPosition position =
                far_position(arrange, label, wording, angle_rad, far_steps_pt[k] * arrange->unit);
            position.wording = index;
            IncmapQuad quad = incmap_quad_from_box(incmap_label_air(arrange, position.box));
            if (!incmap_box_contains(room, position.box) ||
                incmap_obstacles_hit(arrange->obstacles, &quad, label->symbol_owner) ||
                incmap_obstacles_hit(arrange->obstacles, &position.leader,
                                     is_dot ? INCMAP_OWNER_MARK : label->symbol_owner))
                continue;
            position.cost +=
                ground_cost(arrange, position.box) +
                COST_CROSSED *
                    incmap_obstacles_count(arrange->obstacles, &position.leader, INCMAP_OWNER_NONE);
            g_array_append_val(positions, position);
        }
    }
    if (positions->len > n_before)
        qsort((IncmapPosition *)(void *)positions->data + n_before, positions->len - n_before,
              sizeof(IncmapPosition), compare_positions);
}

void
incmap_point_label_put(IncmapPointLabel *label, const IncmapWording *wording,
                       const IncmapPosition *position)
{
    IncmapBox box = position->box;
    label->wording = *wording;
    label->box = box;
    label->origin = (IncmapPoint){box.x0_pt, box.y0_pt + incmap_typeset_rise(&wording->type)};
    label->has_leader = position->has_leader;
    label->leader_from = position->from;
    label->leader_to = position->to;
}

gboolean
incmap_point_label_place(IncmapArrange *arrange, IncmapPointLabel *label)
{
    g_autoptr(GArray) positions = g_array_new(FALSE, FALSE, sizeof(IncmapPosition));
    IncmapWording wording;
    for (guint i = 0; i < (label->can_change ? INCMAP_N_WORDINGS : 1); i++) {
        if (!incmap_wording_make(arrange, label->text, &label->type, i, &wording))
            continue;
        incmap_point_label_positions(arrange, label, &wording, i, positions);
        if (positions->len == 0)
            continue;
        incmap_point_label_put(label, &wording, &g_array_index(positions, IncmapPosition, 0));
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(label->box),
                             arrange->next_owner++);
        return TRUE;
    }
    return FALSE;
}

IncmapColor
incmap_ground_color(const IncmapArrange *arrange, IncmapPoint at)
{
    guint16 country = incmap_raster_get(arrange->countries, at);
    if (country == INCMAP_RASTER_OFF)
        return incmap_look_color(arrange, "page.background");
    if (country == 0)
        return incmap_look_color(arrange, "ground.sea");
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    const IncmapLandFeature *feature =
        &g_array_index(layer->features, IncmapLandFeature, country - 1);
    gboolean is_focus = incmap_land_number(feature, "focus") == 1;
    return incmap_look_color(arrange, is_focus ? "ground.focus" : "ground.land");
}

/* Lines stand against the symbol: flush left on its right side, centred above and below. */
static double
indent(const IncmapPointLabel *label, double width_pt)
{
    double free_pt = incmap_box_width(label->box) - width_pt;
    double middle_pt = incmap_box_centre(label->box).x_pt;
    if (label->box.x0_pt >= label->at.x_pt)
        return 0;
    if (label->box.x1_pt <= label->at.x_pt)
        return free_pt;
    return fabs(middle_pt - label->at.x_pt) < 1 ? free_pt / 2
           : middle_pt > label->at.x_pt         ? 0
                                                : free_pt;
}

/* Whether something is drawn under a text. Where nothing is, a halo would have the colour that is
 * there anyway, and outlining letters is what takes longest in painting a name. */
static gboolean
has_ground(IncmapArrange *arrange, IncmapBox box)
{
    const IncmapScene *scene = arrange->scene;
    for (guint i = 0; i < scene->land->len; i++) {
        const IncmapLandLayer *layer = scene->land->pdata[i];
        if (layer->is_own || strcmp(layer->name, "graticule") == 0)
            return TRUE;
    }
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        IncmapPoint at = group->true_at;
        double reach_pt = group->precision_pt;
        IncmapBox ring = {at.x_pt - reach_pt, at.y_pt - reach_pt, at.x_pt + reach_pt,
                          at.y_pt + reach_pt};
        if (group->precision != INCMAP_PRECISION_EXACT &&
            (group->precision == INCMAP_PRECISION_PROVINCE || incmap_box_overlaps(ring, box)))
            return TRUE;
    }
    if (incmap_raster_ink_in(arrange->countries, box) > 0)
        return TRUE;
    IncmapPoint corners[] = {{box.x0_pt, box.y0_pt},
                             {box.x1_pt, box.y0_pt},
                             {box.x0_pt, box.y1_pt},
                             {box.x1_pt, box.y1_pt}};
    IncmapPoint middle = incmap_box_centre(box);
    for (int i = 0; i < 4; i++) {
        if (incmap_raster_get(arrange->countries, corners[i]) !=
            incmap_raster_get(arrange->countries, middle))
            return TRUE;
    }
    return FALSE;
}

void
incmap_point_label_set(IncmapArrange *arrange, IncmapSheet sheet, const IncmapPointLabel *label)
{
    const IncmapWording *wording = &label->wording;
    IncmapFace type = wording->type;
    if (label->has_leader) {
        IncmapLeader leader = {.points = {label->leader_from, label->leader_to}, .n_points = 2};
        leader.ground_pt = LEADER_GROUND_PT * arrange->unit;
        incmap_leader_draw(arrange, &leader);
    }
    if (!has_ground(arrange, incmap_box_grow(label->box, type.halo_pt)))
        type.halo_pt = 0;
    if (type.halo_pt > 0)
        type.halo = incmap_ground_color(arrange, incmap_box_centre(label->box));
    guint index = incmap_typeset_label(arrange, label->text, label->class_id, label->incident);
    for (guint i = 0; i < wording->n_lines; i++) {
        IncmapPoint origin = {label->origin.x_pt + indent(label, wording->widths_pt[i]),
                              label->origin.y_pt + i * type.leading_pt};
        incmap_typeset_run(arrange, sheet, wording->lines[i], &type, origin, 0,
                           incmap_typeset_get_label(arrange, index));
    }
}
