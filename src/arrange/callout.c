/* SPDX-License-Identifier: MIT */
/*
 * Which places get cards. All places of cards are found before any is drawn, the
 * most important first; when one then has no place for its leader, it comes first
 * in another try.
 */
#include "arrange/callout.h"

#include "arrange/card-place.h"

#include <math.h>

/** Plan: a card and where it will stand */
typedef struct Plan Plan;
struct Plan {
    guint group;
    IncmapCard *card; /* NULL: there is no place */
    IncmapLeader leader;
};

static void
clear_plan(gpointer data)
{
    incmap_card_free(((Plan *)data)->card);
}

/* Wider and narrower cards are tried; the usual width is liked a little better. */
static const struct {
    double widen, cost;
} widths[] = {{1, 0}, {INCMAP_CARD_WIDEST, 0.05}, {0.85, 0.1}};

static void
find_one(const IncmapArrange *arrange, const IncmapCardGround *ground, Plan *plan)
{
    const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, plan->group);
    gsize n = incmap_look_is(arrange, "callout.is-numbered") ? 1 : G_N_ELEMENTS(widths);
    double best_cost = INFINITY;
    for (gsize i = 0; i < n; i++) {
        IncmapCard *card = incmap_card_new(arrange, group, widths[i].widen);
        IncmapLeader leader = {0};
        double cost = widths[i].cost + incmap_card_find_place(arrange, ground, group, card,
                                                              group->is_keyed ? NULL : &leader);
        if (cost < best_cost) {
            incmap_card_free(plan->card);
            plan->card = g_steal_pointer(&card);
            plan->leader = leader;
            best_cost = cost;
        }
        incmap_card_free(card);
    }
    plan->leader.ground_pt = 5 * arrange->unit;
}

static void
take_ground(IncmapArrange *arrange, const Plan *plan, int owner)
{
    IncmapBox box = incmap_box_grow(plan->card->box, 4 * arrange->unit);
    incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), owner);
    for (int i = 1; i < plan->leader.n_points; i++)
        incmap_obstacles_add(arrange->obstacles,
                             incmap_quad_from_line(plan->leader.points[i - 1],
                                                   plan->leader.points[i], plan->leader.ground_pt),
                             owner);
}

/* Finds places one after the other, in the order of @plans; returns how many found none. */
static guint
find_all(IncmapArrange *arrange, const IncmapCardGround *ground, GArray *plans)
{
    guint n_left = 0;
    for (guint i = 0; i < plans->len; i++) {
        Plan *plan = &g_array_index(plans, Plan, i);
        find_one(arrange, ground, plan);
        if (plan->card != NULL)
            take_ground(arrange, plan, INCMAP_OWNER_TRIAL);
        n_left += plan->card == NULL;
    }
    incmap_obstacles_remove(arrange->obstacles, INCMAP_OWNER_TRIAL);
    return n_left;
}

static GArray *
new_plans(void)
{
    GArray *plans = g_array_new(FALSE, TRUE, sizeof(Plan));
    g_array_set_clear_func(plans, clear_plan);
    return plans;
}

/* The same groups, those without a place first. */
static GArray *
reorder(const GArray *plans)
{
    GArray *other = new_plans();
    for (int pass = 0; pass < 2; pass++) {
        for (guint i = 0; i < plans->len; i++) {
            Plan plan = {.group = g_array_index(plans, Plan, i).group};
            if ((g_array_index(plans, Plan, i).card != NULL) == (pass == 1))
                g_array_append_val(other, plan);
        }
    }
    return other;
}

static int
compare_plans(gconstpointer a, gconstpointer b)
{
    guint i = ((const Plan *)a)->group, k = ((const Plan *)b)->group;
    return (i > k) - (i < k);
}

/* Cards after the first don't cover more than this share of the map together. */
#define MAX_COVERED 0.2

/* Gives up the last cards where all would cover too much of the map: a name beside the symbol says
 * enough there. */
static void
keep_few(const IncmapArrange *arrange, GArray *plans)
{
    IncmapBox map = arrange->frame->map;
    double left_pt2 = MAX_COVERED * incmap_box_width(map) * incmap_box_height(map);
    guint n = 0;
    for (; n < plans->len; n++) {
        const IncmapCard *card = g_array_index(plans, Plan, n).card;
        left_pt2 -= card != NULL ? card->width_pt * card->height_pt : 0;
        if (n > 0 && left_pt2 < 0)
            break;
    }
    g_array_set_size(plans, n);
}

/* Plans for the first @n groups, in their order. */
static GArray *
plan_cards(IncmapArrange *arrange, const IncmapCardGround *ground, guint n)
{
    enum { N_TRIES = 4 };
    GArray *best = new_plans();
    for (guint i = 0; i < n; i++) {
        Plan plan = {.group = i};
        g_array_append_val(best, plan);
    }
    guint n_left = find_all(arrange, ground, best);
    GArray *last = g_array_ref(best);
    for (int i = 1; i < N_TRIES && n_left > 0; i++) {
        GArray *other = reorder(last);
        guint n_other = find_all(arrange, ground, other);
        g_array_unref(last);
        last = g_array_ref(other);
        if (n_other < n_left) {
            g_array_unref(best);
            best = g_array_ref(other);
            n_left = n_other;
        }
        g_array_unref(other);
    }
    g_array_unref(last);
    g_array_sort(best, compare_plans);
    keep_few(arrange, best);
    return best;
}

static void
set_card(IncmapArrange *arrange, const Plan *plan)
{
    IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, plan->group);
    group->has_callout = TRUE;
    incmap_arrange_group(arrange, INCMAP_SHEET_CALLOUTS, "callout", group->name);
    incmap_card_set(arrange, plan->card, group);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_CALLOUTS);
    IncmapBox box = incmap_box_grow(plan->card->box, 4 * arrange->unit);
    incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), INCMAP_OWNER_FURNITURE);
    incmap_arrange_furniture(arrange, "callout", plan->card->box);
    if (!group->is_keyed)
        incmap_leader_draw(arrange, &plan->leader);
    if (plan->card->is_cut)
        incmap_arrange_drop(arrange, group->name, "callout", "its text is longer than the card");
}

/* A card that no leader reaches: a number on it and beside the symbol joins them. */
static gboolean
set_keyed(IncmapArrange *arrange, const IncmapCardGround *ground, guint index, int number)
{
    Plan plan = {.group = index};
    IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, index);
    group->is_keyed = TRUE;
    group->number = number;
    find_one(arrange, ground, &plan);
    gboolean is_placed = plan.card != NULL;
    if (is_placed) {
        set_card(arrange, &plan);
    } else {
        group->is_keyed = FALSE;
        group->number = 0;
        incmap_arrange_drop(arrange, group->name, "callout", "no room for its card");
    }
    clear_plan(&plan);
    return is_placed;
}

void
incmap_callouts_place(IncmapArrange *arrange)
{
    gboolean is_numbered = incmap_look_is(arrange, "callout.is-numbered");
    guint n = MIN(arrange->groups->len, (guint)incmap_look_number(arrange, "callout.max"));
    if (arrange->groups->len > (guint)incmap_look_number(arrange, "callout.max-groups"))
        n = 0;
    for (guint i = 0; i < n; i++) /* so that a card has room for it */
        g_array_index(arrange->groups, IncmapGroup, i).number = is_numbered ? (int)i + 1 : 0;
    g_autoptr(IncmapCardGround) ground = incmap_card_ground_new(arrange);
    g_autoptr(GArray) plans = plan_cards(arrange, ground, n);
    for (guint i = plans->len; i < n; i++)
        g_array_index(arrange->groups, IncmapGroup, i).number = 0;
    int number = 0;
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = &g_array_index(plans, Plan, i);
        IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, plan->group);
        group->number = is_numbered && plan->card != NULL ? ++number : 0;
        if (plan->card != NULL)
            set_card(arrange, plan);
    }
    for (guint i = 0; i < plans->len; i++) {
        const Plan *plan = &g_array_index(plans, Plan, i);
        if (plan->card == NULL)
            number += set_keyed(arrange, ground, plan->group, number + 1);
    }
}
