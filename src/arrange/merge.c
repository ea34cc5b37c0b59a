/* SPDX-License-Identifier: MIT */
/*
 * Places that share a symbol because two would not do: those nearer than a
 * style wants, and those that would hide the count of another even after moving
 * apart.
 */
#include "arrange/groups.h"
#include "arrange/precision.h"

#include <math.h>

/* At most this many places are merged pair by pair; a map with more shows density anyway. */
#define MAX_MERGED 400
/* Half the width of a ring's number and of a symbol's outline, in radii. */
#define COUNT_REACH 0.5
#define SYMBOL_REACH 1.15

static IncmapGroup *
get_group(const IncmapArrange *arrange, guint index)
{
    return &g_array_index(arrange->groups, IncmapGroup, index);
}

static gboolean
can_merge(const IncmapArrange *arrange, const IncmapGroup *group)
{
    return incmap_precision_is_point(group) && group->members->len > 0 &&
           g_array_index(arrange->scene->incidents, IncmapIncident,
                         g_array_index(group->members, guint32, 0))
                   .value_kind != INCMAP_VALUE_MAGNITUDE;
}

static void
remove_empty(IncmapArrange *arrange)
{
    for (guint i = arrange->groups->len; i-- > 0;) {
        if (get_group(arrange, i)->members->len == 0)
            g_array_remove_index(arrange->groups, i);
    }
}

void
incmap_groups_merge_near(IncmapArrange *arrange, double distance_pt)
{
    guint n = arrange->groups->len;
    for (guint i = 0; i < n && n <= MAX_MERGED; i++) {
        IncmapGroup *group = get_group(arrange, i);
        for (guint k = i + 1; can_merge(arrange, group) && k < n; k++) {
            IncmapGroup *other = get_group(arrange, k);
            if (can_merge(arrange, other) && hypot(other->at.x_pt - group->at.x_pt,
                                                   other->at.y_pt - group->at.y_pt) <= distance_pt)
                incmap_groups_join(arrange, group, other);
        }
    }
    remove_empty(arrange);
}

/* Two lone symbols of like size this near, in radii, look like one. */
#define TOO_NEAR 0.6
#define LIKE_SIZE 1.25

gboolean
incmap_groups_hides(const IncmapGroup *upper, const IncmapGroup *lower)
{
    double apart_pt = hypot(upper->at.x_pt - lower->at.x_pt, upper->at.y_pt - lower->at.y_pt);
    if (upper->members->len == 1 && lower->members->len == 1 &&
        upper->radius_pt <= lower->radius_pt && lower->radius_pt <= upper->radius_pt * LIKE_SIZE)
        return apart_pt < TOO_NEAR * lower->radius_pt;
    return lower->members->len > 1 && upper->radius_pt <= lower->radius_pt &&
           apart_pt < upper->radius_pt * SYMBOL_REACH + lower->radius_pt * COUNT_REACH;
}

/* "Falam + Kale", "Falam + 2". */
static void
join_names(const IncmapArrange *arrange, IncmapGroup *group, const IncmapGroup *other)
{
    if (group->own_name == NULL)
        group->own_name = group->name;
    if (other->name == NULL || g_strcmp0(group->own_name, other->name) == 0)
        return;
    group->n_joined += 1 + other->n_joined;
    if (group->own_name == NULL)
        group->name = group->own_name = other->name;
    else if (group->n_joined == 1)
        group->name = incmap_scene_printf(arrange->scene, "%s + %s", group->own_name, other->name);
    else
        group->name =
            incmap_scene_printf(arrange->scene, "%s + %u", group->own_name, group->n_joined);
}

gboolean
incmap_groups_merge_hiding(IncmapArrange *arrange)
{
    guint n = arrange->groups->len;
    gboolean is_changed = FALSE;
    for (guint i = 0; i < n && n <= MAX_MERGED; i++) {
        IncmapGroup *group = get_group(arrange, i);
        for (guint k = i + 1; can_merge(arrange, group) && k < n; k++) {
            IncmapGroup *other = get_group(arrange, k);
            if (!can_merge(arrange, other) ||
                !(incmap_groups_hides(other, group) || incmap_groups_hides(group, other)))
                continue;
            join_names(arrange, group, other);
            incmap_groups_join(arrange, group, other);
            incmap_groups_size(arrange, group);
            is_changed = TRUE;
        }
    }
    remove_empty(arrange);
    return is_changed;
}
