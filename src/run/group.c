/* SPDX-License-Identifier: MIT */
/*
 * Which incident belongs to which map of an entry.
 */
#include "base/error.h"
#include "base/text.h"
#include "locate/gazetteer.h"
#include "pipeline/region.h"
#include "run/leaf.h"
#include "run/result.h"

#include <string.h>

#define MAX_LEAVES 100000

/** Grouping: the leaves of an entry while they are found */
typedef struct Grouping Grouping;
struct Grouping {
    const IncmapJobMap *map;
    const IncmapMap *source;
    GHashTable *by_group; /* name → IncmapLeaf */
    GPtrArray *leaves;
    GPtrArray *area_codes; /* const char *: of countries and provinces */
    guint n_homeless;
};

void
incmap_leaf_free(IncmapLeaf *leaf)
{
    if (leaf == NULL)
        return;
    g_free(leaf->group);
    g_array_unref(leaf->incidents);
    g_clear_pointer(&leaf->pages, g_ptr_array_unref);
    incmap_fields_clear(&leaf->fields);
    g_free(leaf->title);
    g_free(leaf->subtitle);
    g_ptr_array_unref(leaf->paths);
    g_free(leaf->digest);
    g_hash_table_unref(leaf->seen);
    g_free(leaf->failure);
    g_ptr_array_unref(leaf->notes);
    g_clear_pointer(&leaf->written, g_ptr_array_unref);
    g_free(leaf);
}

char *
incmap_leaf_name(const IncmapLeaf *leaf)
{
    const char *label = leaf->fields.values[INCMAP_FIELD_VALUE];
    if (leaf->group[0] == '\0')
        return g_strdup(leaf->map->name);
    return g_strdup_printf("%s (%s)", leaf->map->name, label != NULL ? label : leaf->group);
}

IncmapLeaf *
incmap_leaf_new(const IncmapJobMap *map, const IncmapMap *source, const char *group,
                const char *label)
{
    IncmapLeaf *leaf = g_new0(IncmapLeaf, 1);
    leaf->map = map;
    leaf->source = source;
    leaf->group = g_strdup(group);
    leaf->incidents = g_array_new(FALSE, FALSE, sizeof(guint32));
    leaf->paths = g_ptr_array_new_with_free_func(g_free);
    leaf->notes = g_ptr_array_new_with_free_func(g_free);
    leaf->seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    leaf->fields.values[INCMAP_FIELD_VALUE] = g_strdup(label);
    return leaf;
}

static IncmapLeaf *
add_leaf(Grouping *grouping, const char *group, const char *label)
{
    IncmapLeaf *leaf = incmap_leaf_new(grouping->map, grouping->source, group, label);
    g_hash_table_insert(grouping->by_group, leaf->group, leaf);
    g_ptr_array_add(grouping->leaves, leaf);
    return leaf;
}

static char *
format_day(guint32 julian)
{
    char day[11];
    incmap_format_day(julian, day);
    return g_strdup(day);
}

static char *
format_week(guint32 julian)
{
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, julian);
    /* The year of a week is that of its Thursday (ISO 8601). */
    g_date_set_julian(&date, julian + 4 - (guint32)g_date_get_weekday(&date));
    guint year = g_date_get_year(&date);
    return g_strdup_printf("%04u-W%02u", year, (g_date_get_day_of_year(&date) - 1) / 7 + 1);
}

/* The group that an incident belongs to, and what people call it; NULL: to none. */
static char *
choose_group(const Grouping *grouping, guint i, const char **out_label)
{
    const IncmapScene *scene = grouping->source->scene;
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
    guint32 day = incident->date.from_julian;
    *out_label = NULL;
    switch (grouping->map->each) {
    case INCMAP_EACH_NONE:
        return g_strdup("");
    case INCMAP_EACH_COUNTRY:
        *out_label = fix->shown_country != NULL ? fix->shown_country : fix->country;
        return g_strdup(fix->country_code);
    case INCMAP_EACH_ADMIN1:
        *out_label = fix->shown_admin1 != NULL ? fix->shown_admin1 : fix->admin1;
        return g_strdup(fix->admin1_code);
    case INCMAP_EACH_WEEK:
        return day != 0 ? format_week(day) : NULL;
    case INCMAP_EACH_MONTH: {
        char *text = day != 0 ? format_day(day) : NULL;
        if (text != NULL)
            text[strlen("2026-11")] = '\0';
        return text;
    }
    case INCMAP_EACH_DAY:
        return day != 0 ? format_day(day) : NULL;
    case INCMAP_EACH_TYPE:
        *out_label = incmap_event_label(incident->event);
        return g_strdup(incmap_event_id(incident->event));
    case INCMAP_EACH_ROW:
        return g_strdup(incident->id);
    case INCMAP_EACH_COLUMN:
        return incident->group != NULL && incident->group[0] != '\0' ? g_strdup(incident->group)
                                                                     : NULL;
    }
    return NULL;
}

static gboolean
is_in_areas(const Grouping *grouping, guint i)
{
    const IncmapFix *fix = &g_array_index(grouping->source->scene->fixes, IncmapFix, i);
    for (guint k = 0; k < grouping->area_codes->len; k++) {
        const char *code = g_ptr_array_index(grouping->area_codes, k);
        if (g_strcmp0(fix->country_code, code) == 0 || g_strcmp0(fix->admin1_code, code) == 0)
            return TRUE;
    }
    return grouping->area_codes->len == 0;
}

static gboolean
add_incident(Grouping *grouping, guint32 i, GError **error)
{
    const char *label = NULL;
    g_autofree char *group = choose_group(grouping, i, &label);
    if (group == NULL) {
        grouping->n_homeless++;
        return TRUE;
    }
    /* Two rows of one id are two maps. */
    if (grouping->map->each == INCMAP_EACH_ROW &&
        g_hash_table_contains(grouping->by_group, group)) {
        g_autofree char *first = group;
        group = g_strdup_printf("%s~%u", first, i + 1);
    }
    IncmapLeaf *leaf = g_hash_table_lookup(grouping->by_group, group);
    if (leaf == NULL) {
        if (grouping->leaves->len >= MAX_LEAVES)
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: more than %d maps",
                               grouping->map->name, MAX_LEAVES);
        leaf = add_leaf(grouping, group, label != NULL ? label : group);
    }
    g_array_append_val(leaf->incidents, i);
    return TRUE;
}

/* Names of countries and provinces to codes. */
static gboolean
find_areas(Grouping *grouping, GError **error)
{
    const IncmapGazetteer *gazetteer =
        incmap_session_get_gazetteer(grouping->source->session, error);
    if (gazetteer == NULL)
        return FALSE;
    for (guint i = 0; i < grouping->map->areas->len; i++) {
        const char *name = g_ptr_array_index(grouping->map->areas, i);
        const char *code = incmap_area_find(gazetteer, name, error);
        if (code == NULL)
            return FALSE;
        g_ptr_array_add(grouping->area_codes, (gpointer)code);
    }
    return TRUE;
}

static int
compare_leaves(gconstpointer a, gconstpointer b)
{
    const IncmapLeaf *const *left = a, *const *right = b;
    return strcmp((*left)->group, (*right)->group);
}

static void
clear_grouping(Grouping *grouping)
{
    g_hash_table_unref(grouping->by_group);
    g_ptr_array_unref(grouping->area_codes);
    g_clear_pointer(&grouping->leaves, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Grouping, clear_grouping)

GPtrArray *
incmap_leaves_make(const IncmapJobMap *map, const IncmapMap *source, guint *out_n_homeless,
                   GError **error)
{
    g_auto(Grouping) grouping = {
        .map = map,
        .source = source,
        .by_group = g_hash_table_new(g_str_hash, g_str_equal),
        .leaves = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_leaf_free),
        .area_codes = g_ptr_array_new(),
    };
    if (map->areas->len > 0 && !find_areas(&grouping, error))
        return NULL;
    for (guint32 i = 0; i < source->scene->incidents->len; i++) {
        if (is_in_areas(&grouping, i) && !add_incident(&grouping, i, error))
            return NULL;
    }
    /* A single map is there even without incidents: to say so is the draw stage's part. */
    if (map->each == INCMAP_EACH_NONE && grouping.leaves->len == 0)
        add_leaf(&grouping, "", "");
    if (map->each != INCMAP_EACH_ROW)
        g_ptr_array_sort(grouping.leaves, compare_leaves);
    *out_n_homeless = grouping.n_homeless;
    return g_steal_pointer(&grouping.leaves);
}
