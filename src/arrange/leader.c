/* SPDX-License-Identifier: MIT */
/*
 * Leader lines: vertical to a card above or below, else at 45 degrees from the
 * symbol to the height of the card's heading, then level to the card.
 */
#include "arrange/callout.h"

#include <math.h>

static double
distance(IncmapPoint a, IncmapPoint b)
{
    return hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
}

static void
finish(IncmapLeader *leader, int n_points)
{
    leader->n_points = n_points;
    leader->length_pt = distance(leader->points[0], leader->points[1]);
    if (n_points == 3)
        leader->length_pt += distance(leader->points[1], leader->points[2]);
}

/* The card stands above or below the symbol and wide enough over it. */
static gboolean
choose_vertical(IncmapPoint symbol, double radius_pt, IncmapBox box, IncmapLeader *leader)
{
    double margin_pt = MIN(10, incmap_box_width(box) / 4);
    if (symbol.x_pt < box.x0_pt + margin_pt || symbol.x_pt > box.x1_pt - margin_pt)
        return FALSE;
    gboolean is_above = box.y1_pt < symbol.y_pt;
    double edge_pt = is_above ? box.y1_pt : box.y0_pt;
    double start_pt = symbol.y_pt + (is_above ? -radius_pt : radius_pt);
    if ((is_above && start_pt - edge_pt < 4) || (!is_above && edge_pt - start_pt < 4))
        return FALSE;
    leader->points[0] = (IncmapPoint){symbol.x_pt, start_pt};
    leader->points[1] = (IncmapPoint){symbol.x_pt, edge_pt};
    finish(leader, 2);
    return TRUE;
}

/* The card stands left or right: up or down at 45 degrees, then level. */
static gboolean
choose_bent(IncmapPoint symbol, double radius_pt, IncmapBox box, double middle_pt,
            IncmapLeader *leader)
{
    gboolean is_right = box.x0_pt > symbol.x_pt;
    double edge_pt = is_right ? box.x0_pt : box.x1_pt;
    double side = is_right ? 1 : -1;
    double height_pt = box.y0_pt + middle_pt;
    double rise_pt = height_pt - symbol.y_pt;
    double room_pt = (edge_pt - symbol.x_pt) * side;
    if (fabs(rise_pt) <= radius_pt * 0.8) {
        /* Nearly level: straight to the card's edge. */
        double start_pt = sqrt(MAX(0, radius_pt * radius_pt - rise_pt * rise_pt));
        if (room_pt - start_pt < 6)
            return FALSE;
        leader->points[0] = (IncmapPoint){symbol.x_pt + side * start_pt, height_pt};
        leader->points[1] = (IncmapPoint){edge_pt, height_pt};
        finish(leader, 2);
        return TRUE;
    }
    if (fabs(rise_pt) <= radius_pt || room_pt < fabs(rise_pt) + 6)
        return FALSE;
    double start_pt = radius_pt * G_SQRT2 / 2;
    leader->points[0] =
        (IncmapPoint){symbol.x_pt + side * start_pt, symbol.y_pt + copysign(start_pt, rise_pt)};
    leader->points[1] = (IncmapPoint){symbol.x_pt + side * fabs(rise_pt), height_pt};
    leader->points[2] = (IncmapPoint){edge_pt, height_pt};
    finish(leader, 3);
    return TRUE;
}

/* Straight to the nearest point of the card's edge, for cards that stand at a steep slant. */
static gboolean
choose_straight(IncmapPoint symbol, double radius_pt, IncmapBox box, IncmapLeader *leader)
{
    IncmapPoint to = {CLAMP(symbol.x_pt, box.x0_pt + 8, box.x1_pt - 8),
                      symbol.y_pt < box.y0_pt ? box.y0_pt : box.y1_pt};
    if (symbol.y_pt >= box.y0_pt && symbol.y_pt <= box.y1_pt)
        return FALSE;
    double length_pt = distance(symbol, to);
    if (length_pt < radius_pt + 6)
        return FALSE;
    double share = radius_pt / length_pt;
    leader->points[0] = (IncmapPoint){symbol.x_pt + share * (to.x_pt - symbol.x_pt),
                                      symbol.y_pt + share * (to.y_pt - symbol.y_pt)};
    leader->points[1] = to;
    finish(leader, 2);
    return TRUE;
}

gboolean
incmap_leader_choose(IncmapPoint symbol, double radius_pt, IncmapBox box, double heading_middle_pt,
                     IncmapLeader *out_leader)
{
    if (incmap_box_has_point(incmap_box_grow(box, radius_pt), symbol))
        return FALSE;
    gboolean is_beside = symbol.x_pt < box.x0_pt || symbol.x_pt > box.x1_pt;
    if (!is_beside && choose_vertical(symbol, radius_pt, box, out_leader))
        return TRUE;
    if (is_beside && choose_bent(symbol, radius_pt, box, heading_middle_pt, out_leader))
        return TRUE;
    return choose_straight(symbol, radius_pt, box, out_leader);
}

void
incmap_leader_draw(IncmapArrange *arrange, const IncmapLeader *leader)
{
    IncmapColor casing = incmap_look_color(arrange, "leader.casing-color");
    for (int pass = casing.a > 0 ? 0 : 1; pass < 2; pass++) {
        IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_LEADERS, INCMAP_ITEM_PATH);
        incmap_path_move(&item->path, leader->points[0].x_pt, leader->points[0].y_pt);
        for (int i = 1; i < leader->n_points; i++)
            incmap_path_line(&item->path, leader->points[i].x_pt, leader->points[i].y_pt);
        item->paint.stroke = pass == 0 ? casing : incmap_look_color(arrange, "leader.color");
        item->paint.stroke_width_pt =
            incmap_look_pt(arrange, pass == 0 ? "leader.casing-width" : "leader.width");
    }
    IncmapLeaderLine line = {.n_points = leader->n_points};
    for (int i = 0; i < leader->n_points; i++)
        line.points[i] = leader->points[i];
    g_array_append_val(arrange->scene->page.leaders, line);
    for (int i = 1; i < leader->n_points; i++)
        incmap_obstacles_add(
            arrange->obstacles,
            incmap_quad_from_line(leader->points[i - 1], leader->points[i], leader->ground_pt),
            INCMAP_OWNER_LEADER);
}
