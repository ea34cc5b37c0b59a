/* SPDX-License-Identifier: MIT */
/*
 * What a leaf is called, where it goes, and what it depends on.
 */
#include "run/leaf.h"

#include "pipeline/when.h"

#include <math.h>
#include <string.h>

#define HASH_LENGTH 16

static const IncmapIncident *
get_incident(const IncmapLeaf *leaf, guint i)
{
    return &g_array_index(leaf->source->scene->incidents, IncmapIncident,
                          g_array_index(leaf->incidents, guint32, i));
}

static const IncmapFix *
get_fix(const IncmapLeaf *leaf, guint i)
{
    return &g_array_index(leaf->source->scene->fixes, IncmapFix,
                          g_array_index(leaf->incidents, guint32, i));
}

/* --- what is new ------------------------------------------------------------------------------ */

/* An incident without a name of its own is known by all it says, wherever its row stands. */
static char *
hash_incident(const IncmapIncident *incident)
{
    g_autofree char *words = NULL;
    if (incident->has_own_id) {
        words = g_strconcat("id ", incident->id, NULL);
    } else {
        IncmapIncident copy = *incident;
        g_auto(IncmapJson) json;
        copy.id = "";
        copy.line = copy.start = copy.end = 0;
        incmap_json_init(&json, 0);
        incmap_json_begin(&json, NULL, '{');
        incmap_dump_incident(&json, &copy);
        incmap_json_end(&json, '}');
        words = incmap_json_steal(&json);
    }
    char *hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, words, -1);
    hash[HASH_LENGTH] = '\0';
    return hash;
}

gboolean
incmap_leaf_is_new_on(const IncmapLeaf *whole, const IncmapLeaf *page, guint i)
{
    g_autofree char *hash = hash_incident(get_incident(page, i));
    return GPOINTER_TO_INT(g_hash_table_lookup(whole->seen, hash));
}

gboolean
incmap_leaf_is_new(const IncmapLeaf *leaf, guint i)
{
    return incmap_leaf_is_new_on(leaf, leaf, i);
}

void
incmap_leaf_compare(IncmapLeaf *leaf, const IncmapLeafState *before)
{
    gboolean is_same = before != NULL;
    guint n_known = 0;
    for (guint i = 0; i < leaf->incidents->len; i++) {
        char *hash = hash_incident(get_incident(leaf, i));
        is_same &= before != NULL && g_hash_table_contains(before->seen, hash);
        g_hash_table_replace(leaf->seen, hash, GINT_TO_POINTER(FALSE));
    }
    is_same &= before != NULL && g_hash_table_size(before->seen) == g_hash_table_size(leaf->seen);
    GHashTableIter iter;
    gpointer hash, is_new;
    g_hash_table_iter_init(&iter, leaf->seen);
    while (before != NULL && g_hash_table_iter_next(&iter, &hash, &is_new)) {
        gboolean was_new = GPOINTER_TO_INT(g_hash_table_lookup(before->seen, hash));
        gboolean is_known = g_hash_table_contains(before->seen, hash);
        /* As long as nothing comes or goes, what was new stays so: the map stays as it is. */
        gboolean is_news = is_same ? was_new : !is_known;
        g_hash_table_iter_replace(&iter, GINT_TO_POINTER(is_news));
        leaf->n_new += is_news;
        n_known += is_known;
    }
}

/* --- fields ----------------------------------------------------------------------------------- */

/* What all incidents have in common; NULL when they differ. */
static const char *
find_common(const IncmapLeaf *leaf, const char *(*get)(const IncmapFix *fix))
{
    const char *common = NULL;
    for (guint i = 0; i < leaf->incidents->len; i++) {
        const char *value = get(get_fix(leaf, i));
        if (value == NULL || (i > 0 && g_strcmp0(common, value) != 0))
            return NULL;
        common = value;
    }
    return common;
}

static const char *
get_country(const IncmapFix *fix)
{
    return fix->shown_country != NULL ? fix->shown_country : fix->country;
}

static const char *
get_country_code(const IncmapFix *fix)
{
    return fix->country_code;
}

static const char *
get_admin1(const IncmapFix *fix)
{
    return fix->shown_admin1 != NULL ? fix->shown_admin1 : fix->admin1;
}

static const char *
get_admin1_code(const IncmapFix *fix)
{
    return fix->admin1_code;
}

/* The days asked for, or else those of the incidents. */
static IncmapDate
find_period(const IncmapLeaf *leaf)
{
    IncmapDate period = {.hour = -1, .minute = -1};
    for (guint i = 0; i < leaf->incidents->len; i++) {
        IncmapDate date = get_incident(leaf, i)->date;
        if (date.from_julian == 0)
            continue;
        if (period.from_julian == 0 || date.from_julian < period.from_julian)
            period.from_julian = date.from_julian;
        period.to_julian = MAX(period.to_julian, MAX(date.to_julian, date.from_julian));
    }
    const IncmapOptions *options = &leaf->source->options;
    if (options->first_julian != 0 && leaf->map->each == INCMAP_EACH_NONE)
        period.from_julian = options->first_julian;
    if (options->last_julian != 0 && leaf->map->each == INCMAP_EACH_NONE)
        period.to_julian = options->last_julian;
    period.to_julian = MAX(period.to_julian, period.from_julian);
    return period;
}

static void
fill_days(IncmapLeaf *leaf)
{
    char day[11];
    IncmapDate period = find_period(leaf);
    incmap_format_day(period.from_julian, day);
    leaf->fields.values[INCMAP_FIELD_SINCE] = g_strdup(day);
    incmap_format_day(period.to_julian, day);
    leaf->fields.values[INCMAP_FIELD_UNTIL] = g_strdup(day);
    incmap_format_day(incmap_today(), day);
    leaf->fields.values[INCMAP_FIELD_DATE] = g_strdup(day);
    const IncmapSession *session = leaf->source->session;
    if (session->compose != NULL)
        leaf->fields.values[INCMAP_FIELD_PERIOD] =
            g_strdup(session->compose->format_period(leaf->source->scene, period));
    if (leaf->map->each == INCMAP_EACH_WEEK)
        leaf->fields.values[INCMAP_FIELD_WEEK] = g_strdup(leaf->group);
    else
        leaf->fields.values[INCMAP_FIELD_WEEK] = g_strdup(leaf->source->options.week);
}

static void
fill_counts(IncmapLeaf *leaf, guint number)
{
    double n_killed = 0;
    for (guint i = 0; i < leaf->incidents->len; i++) {
        const IncmapIncident *incident = get_incident(leaf, i);
        if (incident->value_kind == INCMAP_VALUE_KILLED && isfinite(incident->value))
            n_killed += incident->value;
    }
    leaf->fields.values[INCMAP_FIELD_N] = g_strdup_printf("%u", number);
    leaf->fields.values[INCMAP_FIELD_N_INCIDENTS] = g_strdup_printf("%u", leaf->incidents->len);
    leaf->fields.values[INCMAP_FIELD_N_KILLED] = g_strdup_printf("%.0f", n_killed);
    leaf->fields.values[INCMAP_FIELD_N_NEW] = g_strdup_printf("%u", leaf->n_new);
}

static void
fill_places(IncmapLeaf *leaf)
{
    char **values = leaf->fields.values;
    values[INCMAP_FIELD_COUNTRY] = g_strdup(find_common(leaf, get_country));
    values[INCMAP_FIELD_COUNTRY_CODE] = g_strdup(find_common(leaf, get_country_code));
    values[INCMAP_FIELD_ADMIN1] = g_strdup(find_common(leaf, get_admin1));
    values[INCMAP_FIELD_ADMIN1_CODE] = g_strdup(find_common(leaf, get_admin1_code));
    if (leaf->incidents->len == 0)
        return;
    const IncmapIncident *first = get_incident(leaf, 0);
    const IncmapFix *fix = get_fix(leaf, 0);
    values[INCMAP_FIELD_ID] = g_strdup(first->id);
    values[INCMAP_FIELD_PLACE] =
        g_strdup(fix->shown_name != NULL                     ? fix->shown_name
                 : fix->name != NULL && fix->name[0] != '\0' ? fix->name
                                                             : first->place);
    if (leaf->map->each == INCMAP_EACH_TYPE || leaf->map->each == INCMAP_EACH_ROW)
        values[INCMAP_FIELD_TYPE] = g_strdup(incmap_event_id(first->event));
}

void
incmap_leaf_expand(IncmapLeaf *leaf, guint number)
{
    leaf->fields.values[INCMAP_FIELD_NAME] = g_strdup(leaf->map->name);
    fill_counts(leaf, number);
    fill_places(leaf);
    fill_days(leaf);
    const IncmapOptions *options = &leaf->map->options;
    if (options->title != NULL)
        leaf->title = incmap_fields_expand(&leaf->fields, options->title, FALSE);
    if (options->subtitle != NULL)
        leaf->subtitle = incmap_fields_expand(&leaf->fields, options->subtitle, FALSE);
    if (leaf->pages != NULL) {
        g_ptr_array_add(leaf->paths, incmap_fields_expand(&leaf->fields, leaf->map->atlas, TRUE));
        return;
    }
    for (guint i = 0; i < leaf->map->outputs->len; i++) {
        const IncmapJobOutput *output = g_ptr_array_index(leaf->map->outputs, i);
        g_ptr_array_add(leaf->paths, incmap_fields_expand(&leaf->fields, output->path, TRUE));
    }
    if (leaf->map->report != NULL)
        g_ptr_array_add(leaf->paths, incmap_fields_expand(&leaf->fields, leaf->map->report, TRUE));
}

/* --- digest ----------------------------------------------------------------------------------- */

static void
add_incident(IncmapJson *json, const IncmapLeaf *leaf, guint i, gboolean is_new)
{
    IncmapIncident incident = *get_incident(leaf, i);
    IncmapFix fix = *get_fix(leaf, i);
    incident.line = 0; /* a row above makes no other map */
    fix.context = NULL;
    fix.border_country = NULL;
    incmap_json_begin(json, NULL, '{');
    incmap_dump_incident(json, &incident);
    incmap_dump_fix(json, &fix);
    if (is_new)
        incmap_json_boolean(json, "new", TRUE);
    incmap_json_end(json, '}');
}

static void
add_documents(IncmapJson *json, const IncmapScene *scene)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        incmap_json_text_if(json, NULL, document->title);
        incmap_json_text_if(json, NULL, document->credit);
        if (document->kind == INCMAP_INPUT_TEXT)
            incmap_json_text_if(json, NULL, document->digest);
    }
}

void
incmap_leaf_digest(IncmapLeaf *leaf, const char *common)
{
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 0);
    incmap_json_begin(&json, NULL, '[');
    incmap_json_text(&json, NULL, common);
    incmap_json_text(&json, NULL, leaf->title);
    incmap_json_text(&json, NULL, leaf->subtitle);
    for (guint i = 0; i < leaf->map->outputs->len; i++) {
        const IncmapJobOutput *output = g_ptr_array_index(leaf->map->outputs, i);
        incmap_json_text(&json, NULL, output->size);
        incmap_json_text(&json, NULL, output->dpi);
    }
    add_documents(&json, leaf->source->scene);
    for (guint i = 0; i < leaf->incidents->len; i++) {
        add_incident(&json, leaf, i, leaf->map->marks_new && incmap_leaf_is_new(leaf, i));
    }
    incmap_json_end(&json, ']');
    g_autofree char *text = incmap_json_steal(&json);
    g_free(leaf->digest);
    leaf->digest = g_compute_checksum_for_string(G_CHECKSUM_SHA256, text, -1);
}
