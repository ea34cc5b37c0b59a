/* SPDX-License-Identifier: MIT */
/*
 * Symbols that cover each other move apart, the smaller one more, none by more
 * than half its own radius: a symbol far from its place would lie. Where that
 * leaves a number covered, the two become one.
 */
#include "arrange/groups.h"
#include "arrange/precision.h"

#include <math.h>

/* With more symbols than this their density is what the map shows. */
#define MAX_SPREAD 150
#define N_ROUNDS 40
#define MAX_SHIFT 0.5 /* of the radius */

static gboolean
can_move(const IncmapArrange *arrange, const IncmapGroup *group)
{
    const IncmapIncident *first = &g_array_index(arrange->scene->incidents, IncmapIncident,
                                                 g_array_index(group->members, guint32, 0));
    return incmap_precision_is_point(group) && first->value_kind != INCMAP_VALUE_MAGNITUDE;
}

/* Brings a symbol back to its leash. */
static void
hold(IncmapGroup *group)
{
    double x_pt = group->at.x_pt - group->true_at.x_pt, y_pt = group->at.y_pt - group->true_at.y_pt;
    double far_pt = hypot(x_pt, y_pt), most_pt = group->radius_pt * MAX_SHIFT;
    if (far_pt <= most_pt)
        return;
    group->at.x_pt = group->true_at.x_pt + x_pt / far_pt * most_pt;
    group->at.y_pt = group->true_at.y_pt + y_pt / far_pt * most_pt;
}

static void
push_apart(IncmapGroup *a, IncmapGroup *b, double gap_pt)
{
    double x_pt = b->at.x_pt - a->at.x_pt, y_pt = b->at.y_pt - a->at.y_pt;
    double apart_pt = hypot(x_pt, y_pt),
           missing_pt = a->radius_pt + b->radius_pt + gap_pt - apart_pt;
    if (missing_pt <= 0)
        return;
    if (apart_pt < 0.01) {
        x_pt = apart_pt = 1; /* the same point: sideways, always the same way */
        y_pt = 0;
    }
    double area_a = a->radius_pt * a->radius_pt, area_b = b->radius_pt * b->radius_pt;
    double share_a = area_b / (area_a + area_b);
    double step_x = x_pt / apart_pt * missing_pt / 2, step_y = y_pt / apart_pt * missing_pt / 2;
    a->at.x_pt -= step_x * share_a;
    a->at.y_pt -= step_y * share_a;
    b->at.x_pt += step_x * (1 - share_a);
    b->at.y_pt += step_y * (1 - share_a);
    hold(a);
    hold(b);
}

static void
spread(IncmapArrange *arrange)
{
    GArray *groups = arrange->groups;
    double gap_pt = 1.5 * arrange->unit;
    for (int round = 0; round < N_ROUNDS; round++) {
        for (guint i = 0; i < groups->len; i++) {
            IncmapGroup *a = &g_array_index(groups, IncmapGroup, i);
            for (guint k = i + 1; can_move(arrange, a) && k < groups->len; k++) {
                IncmapGroup *b = &g_array_index(groups, IncmapGroup, k);
                if (can_move(arrange, b))
                    push_apart(a, b, gap_pt);
            }
        }
    }
}

void
incmap_groups_spread(IncmapArrange *arrange)
{
    do {
        for (guint i = 0; i < arrange->groups->len; i++) {
            IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
            group->at = group->true_at;
        }
        if (arrange->groups->len <= MAX_SPREAD)
            spread(arrange);
    } while (incmap_groups_merge_hiding(arrange));
}
