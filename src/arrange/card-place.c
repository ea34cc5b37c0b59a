/* SPDX-License-Identifier: MIT */
/*
 * Where cards stand. Every position of a grid is weighed: the country that the
 * map is about stays bare, so do towns and symbols; the leader is short, crosses
 * nothing, and the card keeps to the margins of the map.
 */
#include "arrange/card-place.h"

#include <math.h>
#include <string.h>

/* Grid of positions, in page points. */
#define STEP_PT 9.0

/* Towns nearer to each other than this, at the reference size, are covered as one: a map shows one
 * of them. */
#define TOWNS_APART_PT 30.0

struct IncmapCardGround {
    IncmapMask *focus;  /* NULL when no country stands out */
    GArray *towns;      /* IncmapPoint of the important towns */
    GArray *neighbours; /* Neighbour: countries that are named when there is room */
    gboolean is_sheet;  /* cards are numbered */
    double inset_pt;    /* from the edge of the map */
};

/** Neighbour: a country beside the one that the map is about */
typedef struct Neighbour Neighbour;
struct Neighbour {
    IncmapMask *mask;
    double area_pt2; /* of what is visible */
};

/* A country smaller than this share of the map has hardly room for its name anyway. */
#define LEAST_NEIGHBOUR 0.03
/* So much of it may be covered, and its name finds room in the rest. */
#define COVERED_NEIGHBOUR 0.25

static void
clear_neighbour(gpointer data)
{
    incmap_mask_free(((Neighbour *)data)->mask);
}

void
incmap_card_ground_free(IncmapCardGround *ground)
{
    if (ground == NULL)
        return;
    incmap_mask_free(ground->focus);
    g_array_unref(ground->towns);
    g_array_unref(ground->neighbours);
    g_free(ground);
}

static gboolean
is_among(const GArray *points, IncmapPoint at, double apart_pt)
{
    for (guint i = 0; i < points->len; i++) {
        IncmapPoint other = g_array_index(points, IncmapPoint, i);
        if (hypot(other.x_pt - at.x_pt, other.y_pt - at.y_pt) < apart_pt)
            return TRUE;
    }
    return FALSE;
}

static void
look_at_country(const IncmapArrange *arrange, const IncmapLandFeature *country, guint16 value,
                IncmapCardGround *ground)
{
    IncmapBox map = arrange->frame->map;
    double least_pt2 = LEAST_NEIGHBOUR * incmap_box_width(map) * incmap_box_height(map);
    gboolean is_focus = arrange->scene->focus_country != NULL &&
                        g_strcmp0(country->id, arrange->scene->focus_country) == 0;
    if (is_focus && ground->focus == NULL)
        ground->focus = incmap_raster_mask(arrange->countries, value);
    if (is_focus || country->name == NULL || country->area_pt2 < least_pt2)
        return;
    Neighbour neighbour = {incmap_raster_mask(arrange->countries, value), country->area_pt2};
    g_array_append_val(ground->neighbours, neighbour);
}

IncmapCardGround *
incmap_card_ground_new(const IncmapArrange *arrange)
{
    IncmapCardGround *ground = g_new0(IncmapCardGround, 1);
    ground->is_sheet = incmap_look_is(arrange, "callout.is-numbered");
    ground->inset_pt = incmap_look_space(arrange, "callout.inset");
    ground->towns = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    ground->neighbours = g_array_new(FALSE, FALSE, sizeof(Neighbour));
    g_array_set_clear_func(ground->neighbours, clear_neighbour);
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++)
        look_at_country(arrange, &g_array_index(layer->features, IncmapLandFeature, i),
                        (guint16)(i + 1), ground);
    guint n = MIN(arrange->scene->towns->len, 30);
    for (guint i = 0; i < n; i++) {
        const IncmapTown *town = &g_array_index(arrange->scene->towns, IncmapTown, i);
        IncmapPoint at;
        if (arrange->frame->forward(arrange->frame->transform, town->point, &at) &&
            !is_among(ground->towns, at, TOWNS_APART_PT * arrange->unit))
            g_array_append_val(ground->towns, at);
    }
    return ground;
}

/* Share of the leader that runs over the country that the map is about. */
static double
share_over_focus(const IncmapCardGround *ground, const IncmapLeader *leader)
{
    if (ground->focus == NULL)
        return 0;
    double over_pt = 0;
    for (int i = 1; i < leader->n_points; i++) {
        IncmapPoint a = leader->points[i - 1], b = leader->points[i];
        double length_pt = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
        for (int k = 0; k < 12; k++) {
            double t = (k + 0.5) / 12;
            IncmapPoint at = {a.x_pt + t * (b.x_pt - a.x_pt), a.y_pt + t * (b.y_pt - a.y_pt)};
            IncmapBox dot = {at.x_pt - 1, at.y_pt - 1, at.x_pt + 1, at.y_pt + 1};
            over_pt += incmap_mask_share(ground->focus, dot) > 0 ? length_pt / 12 : 0;
        }
    }
    return over_pt / MAX(leader->length_pt, 1);
}

/* The eye doesn't follow a leader longer than this share of the map's diagonal. */
#define MAX_LEADER 0.36
/* From here on every bit of length weighs more: there may be room nearer. */
#define LONG_LEADER 0.13
/* A leader shorter than this, at the reference size, hardly shows that there is one. */
#define SHORT_LEADER_PT 34.0

/* A straight leader that is neither level nor upright looks like an accident. */
static gboolean
is_slanted(const IncmapLeader *leader)
{
    return fabs(leader->points[0].x_pt - leader->points[1].x_pt) > 1 &&
           fabs(leader->points[0].y_pt - leader->points[1].y_pt) > 1;
}

static double
cost_of_length(const IncmapArrange *arrange, const IncmapLeader *leader)
{
    IncmapBox map = arrange->frame->map;
    double diagonal_pt = hypot(incmap_box_width(map), incmap_box_height(map));
    double missing = 1 - leader->length_pt / (SHORT_LEADER_PT * arrange->unit);
    double share = leader->length_pt / diagonal_pt;
    return share * 6 + MAX(0, share - LONG_LEADER) * 14 + MAX(0, missing) * 0.6 +
           (leader->n_points == 3 ? 0.05
            : is_slanted(leader)  ? 0.5
                                  : 0);
}

/* The margins draw a card: the sides of a wide map, top and bottom of a tall one. */
static double
cost_of_margins(const IncmapArrange *arrange, const IncmapCardGround *ground, IncmapBox box)
{
    IncmapBox map = arrange->frame->map;
    double to_side = MIN(box.x0_pt - map.x0_pt, map.x1_pt - box.x1_pt) / incmap_box_width(map);
    double to_edge = MIN(box.y0_pt - map.y0_pt, map.y1_pt - box.y1_pt) / incmap_box_height(map);
    gboolean is_wide = incmap_box_width(map) > incmap_box_height(map) * 1.1;
    double cost = to_side * (is_wide ? 1.7 : 1.2) + to_edge * (is_wide ? 0.3 : 1.2);
    /* One that stands almost at the margin looks as if it had slipped. */
    double from_edge_pt =
        (is_wide ? to_side * incmap_box_width(map)
                 : MIN(to_side * incmap_box_width(map), to_edge * incmap_box_height(map))) -
        ground->inset_pt;
    return cost + (from_edge_pt > 0.5 ? 0.3 : 0);
}

/* What the card hides: the most expensive part to find out. */
static double
cost_of_hiding(const IncmapArrange *arrange, const IncmapCardGround *ground, IncmapBox box)
{
    double cost = 0;
    IncmapBox near = incmap_box_grow(box, 5 * arrange->unit);
    /* On a sheet the country fills the map: its bare land has to hold cards. Elsewhere it does so
     * rather than that a leader runs right across. */
    gboolean is_sheet = ground->is_sheet;
    double focus = ground->focus != NULL ? incmap_mask_share(ground->focus, near) : 0;
    cost += focus * (is_sheet ? 1.5 : 4) + (focus > 0.005 && !is_sheet ? 1.2 : 0);
    for (guint i = 0; i < ground->towns->len; i++) {
        if (incmap_box_has_point(near, g_array_index(ground->towns, IncmapPoint, i)))
            cost += i < 10 ? 0.5 : 0.25;
    }
    for (guint i = 0; i < ground->neighbours->len; i++) {
        const Neighbour *neighbour = &g_array_index(ground->neighbours, Neighbour, i);
        double covered = incmap_mask_share(neighbour->mask, near) * incmap_box_width(near) *
                         incmap_box_height(near) / neighbour->area_pt2;
        cost += MAX(0, covered - COVERED_NEIGHBOUR) * 3.5;
    }
    return cost + incmap_raster_ink_in(arrange->countries, box) * 0.001;
}

/* A leader may cross nothing that is drawn; its last point touches its own card, its first its own
 * symbol. */
static gboolean
is_leader_free(const IncmapArrange *arrange, const IncmapLeader *leader)
{
    for (int i = 1; i < leader->n_points; i++) {
        IncmapPoint a = leader->points[i - 1], b = leader->points[i];
        double length_pt = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
        if (length_pt < 2)
            continue;
        /* A little off the symbol, whose own ground is taken. */
        double skip = i == 1 ? MIN(0.9, arrange->unit * 6 / length_pt) : 0;
        IncmapPoint from = {a.x_pt + skip * (b.x_pt - a.x_pt), a.y_pt + skip * (b.y_pt - a.y_pt)};
        IncmapQuad quad = incmap_quad_from_line(from, b, 3 * arrange->unit);
        if (incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE))
            return FALSE;
    }
    return TRUE;
}

static double
symbol_reach(const IncmapArrange *arrange, const IncmapGroup *group)
{
    gboolean has_target =
        arrange->groups->len <= (guint)incmap_look_number(arrange, "incident.target-max") &&
        group->precision == INCMAP_PRECISION_EXACT;
    return has_target ? group->radius_pt * 2.58
                      : group->radius_pt + incmap_look_pt(arrange, "leader.gap");
}

/* A card that a number joins to its symbol stands anywhere, rather near it. */
static double
cost_of_distance(const IncmapArrange *arrange, const IncmapGroup *group, IncmapBox box)
{
    IncmapPoint centre = incmap_box_centre(box);
    IncmapBox map = arrange->frame->map;
    return hypot(centre.x_pt - group->at.x_pt, centre.y_pt - group->at.y_pt) /
           hypot(incmap_box_width(map), incmap_box_height(map));
}

double
incmap_card_find_place(const IncmapArrange *arrange, const IncmapCardGround *ground,
                       const IncmapGroup *group, IncmapCard *card, IncmapLeader *out_leader)
{
    IncmapBox room = incmap_box_grow(arrange->frame->map, -ground->inset_pt);
    double last_x = room.x1_pt - card->width_pt, last_y = room.y1_pt - card->height_pt;
    if (last_x < room.x0_pt || last_y < room.y0_pt)
        return INFINITY;
    int n_columns = 1 + (int)ceil((last_x - room.x0_pt) / STEP_PT);
    int n_rows = 1 + (int)ceil((last_y - room.y0_pt) / STEP_PT);
    double best_cost = INFINITY, reach_pt = symbol_reach(arrange, group);
    double longest_pt = MAX_LEADER * hypot(incmap_box_width(room), incmap_box_height(room));
    for (int i = 0; i < n_columns * n_rows; i++) {
        double x_pt = MIN(last_x, room.x0_pt + (i % n_columns) * STEP_PT);
        double y_pt = MIN(last_y, room.y0_pt + (double)(i / n_columns) * STEP_PT);
        IncmapBox box = {x_pt, y_pt, x_pt + card->width_pt, y_pt + card->height_pt};
        double cost = cost_of_margins(arrange, ground, box);
        IncmapLeader leader = {0};
        if (out_leader == NULL) {
            cost += cost_of_distance(arrange, group, box);
        } else {
            if (!incmap_leader_choose(group->at, reach_pt, box, card->heading_middle_pt, &leader) ||
                leader.length_pt > longest_pt)
                continue;
            cost += cost_of_length(arrange, &leader);
        }
        if (cost >= best_cost)
            continue;
        cost += cost_of_hiding(arrange, ground, box);
        if (out_leader != NULL && !ground->is_sheet && cost < best_cost)
            cost += share_over_focus(ground, &leader) * 1.2;
        if (cost >= best_cost)
            continue;
        IncmapQuad quad = incmap_quad_from_box(incmap_box_grow(box, 4 * arrange->unit));
        if (incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE) ||
            (out_leader != NULL && !is_leader_free(arrange, &leader)))
            continue;
        best_cost = cost;
        card->box = box;
        if (out_leader != NULL)
            *out_leader = leader;
    }
    return best_cost;
}
