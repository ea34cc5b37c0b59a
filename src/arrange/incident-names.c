/* SPDX-License-Identifier: MIT */
#include "arrange/incident-names.h"

#include "arrange/label-set.h"
#include "arrange/name-key.h"

/* Names of the first places, and of those with more incidents than this, are set larger. */
#define N_LARGE 3
#define MANY_INCIDENTS 4
/* Between symbol and name, at the reference size. */
#define GAP_PT 1.5
/* So many of the first places may have their names at the end of a line. */
#define MAX_LEADERS 60

static const IncmapGroup *
get_group(const IncmapArrange *arrange, guint index)
{
    return &g_array_index(arrange->groups, IncmapGroup, index);
}

/* "② Kidal": the number of its card, where no leader joins them. */
static const char *
numbered_name(const IncmapArrange *arrange, const IncmapGroup *group)
{
    if (!group->is_keyed || group->number > INCMAP_MAX_CIRCLED)
        return group->name;
    return incmap_scene_printf(arrange->scene, "%s %s",
                               incmap_circled_number(arrange, group->number), group->name);
}

static IncmapPointLabel
label_of(const IncmapArrange *arrange, guint index)
{
    const IncmapGroup *group = get_group(arrange, index);
    /* The symbol's own ground is taken: stand clear of it. */
    const IncmapMark *mark = &g_array_index(arrange->scene->page.marks, IncmapMark, index);
    gboolean is_large = index < N_LARGE || group->members->len > MANY_INCIDENTS;
    return (IncmapPointLabel){
        .text = numbered_name(arrange, group),
        .class_id = "incident",
        .type = incmap_look_type(arrange, is_large ? "incident.name" : "incident.small"),
        .at = group->at,
        .radius_pt = incmap_box_width(mark->box) / 2,
        .gap_pt = GAP_PT * arrange->unit,
        .incident = (int)g_array_index(group->members, guint32, 0),
        .symbol_owner = INCMAP_OWNER_NONE,
        .can_change = TRUE,
        .can_lead = index < MAX_LEADERS,
    };
}

static int
compare_counts(gconstpointer a, gconstpointer b, gpointer data)
{
    guint i = *(const guint *)a, k = *(const guint *)b;
    guint n_i = get_group(data, i)->members->len, n_k = get_group(data, k)->members->len;
    return n_i != n_k ? (n_i < n_k ? 1 : -1) : (i > k) - (i < k);
}

/* The groups to be named, most important first. */
static GArray *
choose_groups(IncmapArrange *arrange)
{
    GArray *chosen = g_array_new(FALSE, FALSE, sizeof(guint));
    guint max = (guint)incmap_look_number(arrange, "incident.max-named");
    gboolean is_crowd = arrange->groups->len > max;
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = get_group(arrange, i);
        if (group->name != NULL && (!is_crowd || group->members->len > 1) &&
            (!group->has_callout || group->is_keyed ||
             incmap_look_is(arrange, "callout.names-beside")))
            g_array_append_val(chosen, i);
    }
    if (is_crowd) {
        g_array_sort_with_data(chosen, compare_counts, arrange);
        g_array_set_size(chosen, MIN(chosen->len, max));
    }
    return chosen;
}

/* The card has the name: its number alone joins symbol and card where the name doesn't fit. */
static void
set_bare_numbers(IncmapArrange *arrange, const GArray *chosen, const IncmapLabelSet *names)
{
    g_autoptr(IncmapLabelSet) set = incmap_label_set_new(arrange);
    g_autoptr(GPtrArray) left = g_ptr_array_new();
    for (guint i = 0; i < chosen->len; i++) {
        guint index = g_array_index(chosen, guint, i);
        const IncmapGroup *group = get_group(arrange, index);
        if (!group->is_keyed || incmap_label_set_get(names, i) != NULL)
            continue;
        IncmapPointLabel label = label_of(arrange, index);
        label.text = incmap_circled_number(arrange, group->number);
        label.can_lead = TRUE;
        incmap_label_set_add(set, &label);
        g_ptr_array_add(left, (gpointer)group);
    }
    incmap_label_set_place(set);
    for (guint i = 0; i < left->len; i++) {
        const IncmapPointLabel *label = incmap_label_set_get(set, i);
        if (label != NULL)
            incmap_point_label_set(arrange, INCMAP_SHEET_INCIDENTS, label);
        else
            incmap_arrange_drop(arrange, ((const IncmapGroup *)left->pdata[i])->name, "incident",
                                "no free position for its card's number beside its symbol");
    }
}

void
incmap_incident_names_place(IncmapArrange *arrange)
{
    g_autoptr(GArray) chosen = choose_groups(arrange);
    g_autoptr(IncmapLabelSet) set = incmap_label_set_new(arrange);
    for (guint i = 0; i < chosen->len; i++) {
        IncmapPointLabel label = label_of(arrange, g_array_index(chosen, guint, i));
        incmap_label_set_add(set, &label);
    }
    incmap_label_set_place(set);
    g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(IncmapPointLabel));
    for (guint i = 0; i < chosen->len; i++) {
        const IncmapPointLabel *label = incmap_label_set_get(set, i);
        IncmapPointLabel wanted = label_of(arrange, g_array_index(chosen, guint, i));
        if (label != NULL)
            incmap_point_label_set(arrange, INCMAP_SHEET_INCIDENTS, label);
        else if (!get_group(arrange, g_array_index(chosen, guint, i))->is_keyed)
            g_array_append_val(left, wanted);
    }
    set_bare_numbers(arrange, chosen, set);
    incmap_name_key_place(arrange, left);
    for (guint i = 0; i < left->len; i++)
        incmap_arrange_drop(arrange, g_array_index(left, IncmapPointLabel, i).text, "incident",
                            "no free position beside its symbol, nor for a number and a key");
}
