/* SPDX-License-Identifier: MIT */
#include "run/job-keys.h"

#include "base/text.h"
#include "run/job-values.h"

#include <math.h>
#include <string.h>

#define MAX_KEPT 10000

/* What each option of `each` groups by, and the fields that then tell one map from the other. */
static const struct {
    const char *name;
    const char *plural;
    IncmapField fields[3];
    int n_fields;
} groupings[] = {
    [INCMAP_EACH_COUNTRY] = {"country",
                             "countries",
                             {INCMAP_FIELD_COUNTRY, INCMAP_FIELD_COUNTRY_CODE},
                             2},
    [INCMAP_EACH_ADMIN1] = {"admin1",
                            "provinces",
                            {INCMAP_FIELD_ADMIN1, INCMAP_FIELD_ADMIN1_CODE},
                            2},
    [INCMAP_EACH_WEEK] = {"week", "weeks", {INCMAP_FIELD_WEEK, INCMAP_FIELD_SINCE}, 2},
    [INCMAP_EACH_MONTH] = {"month", "months", {INCMAP_FIELD_SINCE}, 1},
    [INCMAP_EACH_DAY] = {"day", "days", {INCMAP_FIELD_SINCE}, 1},
    [INCMAP_EACH_TYPE] = {"type", "types", {INCMAP_FIELD_TYPE}, 1},
    [INCMAP_EACH_ROW] = {"row", "rows", {INCMAP_FIELD_ID, INCMAP_FIELD_PLACE}, 2},
    [INCMAP_EACH_COLUMN] = {"column", "values", {INCMAP_FIELD_VALUE}, 1},
};

static gboolean
set_option(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, const char *text, GError **error)
{
    GError *failure = NULL;
    return incmap_options_set(&map->options, name, text, &failure) ||
           incmap_job_place_failure(reader, value, failure, error);
}

static gboolean
read_option(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
            const IncmapValue *value, GError **error)
{
    g_autofree char *text = incmap_job_take_text(reader, name, value, error);
    return text != NULL && set_option(reader, map, name, value, text, error);
}

static gboolean
read_title(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, GError **error)
{
    return read_option(reader, map, name, value, error) &&
           (value->kind != INCMAP_VALUE_STRING ||
            incmap_job_check_fields(reader, value, value->as.string, error));
}

static gboolean
read_file_option(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                 const IncmapValue *value, GError **error)
{
    g_autofree char *text = incmap_job_take_text(reader, name, value, error);
    if (text == NULL)
        return FALSE;
    g_autofree char *path = incmap_job_resolve(reader->job, text);
    return set_option(reader, map, name, value, path, error);
}

/* A name is one of the installation, unless a file beside the job is called so. */
static gboolean
read_style(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, GError **error)
{
    g_autofree char *text = incmap_job_take_text(reader, name, value, error);
    if (text == NULL)
        return FALSE;
    gboolean is_file = strchr(text, '/') != NULL || g_str_has_suffix(text, ".yaml") ||
                       g_str_has_suffix(text, ".yml") || g_str_has_suffix(text, ".json");
    g_autofree char *path = is_file ? incmap_job_resolve(reader->job, text) : g_strdup(text);
    return set_option(reader, map, name, value, path, error);
}

static gboolean
read_types(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, GError **error)
{
    return incmap_job_read_items(reader, map, name, value, read_option, error);
}

static gboolean
read_layers(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
            const IncmapValue *value, GError **error)
{
    return incmap_job_read_items(reader, map, name, value, read_file_option, error);
}

static gboolean
read_name(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
          const IncmapValue *value, GError **error)
{
    map->name = incmap_job_take_text(reader, name, value, error);
    if (map->name == NULL)
        return FALSE;
    if (map->name[0] == '\0' || strpbrk(map->name, "\t\r\n") != NULL)
        return incmap_document_fail(reader->document, value, error,
                                    "a name is one line of text that is not empty");
    return TRUE;
}

static gboolean
read_area(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
          const IncmapValue *value, GError **error)
{
    char *text = incmap_job_take_text(reader, name, value, error);
    if (text != NULL)
        g_ptr_array_add(map->areas, text);
    return text != NULL;
}

static gboolean
read_areas(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
           const IncmapValue *value, GError **error)
{
    return incmap_job_read_items(reader, map, name, value, read_area, error);
}

static gboolean
read_each(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
          const IncmapValue *value, GError **error)
{
    static const char *const keys[] = {"column", NULL};
    const char *words[G_N_ELEMENTS(groupings)] = {NULL};
    (void)name;
    if (value->kind == INCMAP_VALUE_OBJECT) {
        map->each = INCMAP_EACH_COLUMN;
        return incmap_job_check_keys(reader, value, "\"each\"", keys, error) &&
               incmap_job_take_member(reader, value, "column", &map->each_column, error) &&
               (map->each_column != NULL ||
                incmap_document_fail(reader->document, value, error, "\"column\" has no name"));
    }
    for (guint i = 1; i < INCMAP_EACH_COLUMN; i++) {
        words[i - 1] = groupings[i].name;
        if (incmap_value_is_string(value, groupings[i].name))
            map->each = (IncmapEach)i;
    }
    if (map->each != INCMAP_EACH_NONE)
        return TRUE;
    g_autofree char *text = incmap_value_format_brief(value);
    const char *nearest =
        value->kind == INCMAP_VALUE_STRING ? incmap_text_nearest(value->as.string, words) : NULL;
    g_autofree char *all = g_strjoinv(", ", (char **)words);
    if (nearest != NULL)
        return incmap_document_fail(reader->document, value, error,
                                    "unknown value %s of \"each\"; did you mean \"%s\"?", text,
                                    nearest);
    return incmap_document_fail(reader->document, value, error,
                                "unknown value %s of \"each\"; there are %s and {column: NAME}",
                                text, all);
}

static gboolean
read_keep(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
          const IncmapValue *value, GError **error)
{
    if (value->kind != INCMAP_VALUE_NUMBER || !(value->as.number >= 0) ||
        value->as.number > MAX_KEPT || value->as.number != floor(value->as.number))
        return incmap_document_fail(reader->document, value, error,
                                    "\"%s\" is how many versions are kept, 0 to %d", name,
                                    MAX_KEPT);
    map->n_kept = (guint)value->as.number;
    return TRUE;
}

static gboolean
read_mark_new(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
              const IncmapValue *value, GError **error)
{
    map->marks_new = value->kind == INCMAP_VALUE_BOOL && value->as.is_true;
    return value->kind == INCMAP_VALUE_BOOL ||
           incmap_document_fail(reader->document, value, error, "\"%s\" is true or false", name);
}

static gboolean
read_gone(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
          const IncmapValue *value, GError **error)
{
    map->removes_gone = incmap_value_is_string(value, "remove");
    return map->removes_gone || incmap_value_is_string(value, "keep") ||
           incmap_document_fail(reader->document, value, error, "\"%s\" is keep or remove", name);
}

const IncmapJobKey incmap_job_keys[] = {
    {"area", read_areas, TRUE},
    {"as", read_option, TRUE},
    {"atlas", incmap_job_read_atlas, FALSE},
    {"columns", read_option, TRUE},
    {"country", read_option, TRUE},
    {"date", read_option, TRUE},
    {"disclaimers", read_file_option, TRUE},
    {"dpi", read_option, TRUE},
    {"each", read_each, TRUE},
    {"extent", read_option, TRUE},
    {"fade", read_option, TRUE},
    {"gazetteer", read_file_option, TRUE},
    {"gone", read_gone, FALSE},
    {"input", incmap_job_read_inputs, FALSE},
    {"input-layer", read_option, TRUE},
    {"keep", read_keep, FALSE},
    {"lang", read_option, TRUE},
    {"layer", read_layers, TRUE},
    {"layout", read_option, TRUE},
    {"mark-new", read_mark_new, TRUE},
    {"name", read_name, FALSE},
    {"organisation", read_option, TRUE},
    {"output", incmap_job_read_outputs, FALSE},
    {"places", read_file_option, TRUE},
    {"projection", read_option, TRUE},
    {"report", incmap_job_read_report, FALSE},
    {"review", read_file_option, TRUE},
    {"since", read_option, FALSE},
    {"size", read_option, TRUE},
    {"style", read_style, TRUE},
    {"subtitle", read_title, FALSE},
    {"title", read_title, FALSE},
    {"type", read_types, TRUE},
    {"until", read_option, FALSE},
    {"week", read_option, FALSE},
    {"worldview", read_option, TRUE},
    {NULL, NULL, FALSE},
};

const char **
incmap_job_key_names(void)
{
    const char **names = g_new0(const char *, G_N_ELEMENTS(incmap_job_keys));
    for (guint i = 0; i < G_N_ELEMENTS(incmap_job_keys); i++)
        names[i] = incmap_job_keys[i].name;
    return names;
}

static gboolean
tells_apart(const IncmapJobMap *map, const char *template_text)
{
    gboolean is_told = incmap_fields_has(template_text, INCMAP_FIELD_N) ||
                       incmap_fields_has(template_text, INCMAP_FIELD_VALUE);
    for (int i = 0; i < groupings[map->each].n_fields; i++)
        is_told |= incmap_fields_has(template_text, groupings[map->each].fields[i]);
    return is_told;
}

gboolean
incmap_job_check_templates(const IncmapJobReader *reader, const IncmapJobMap *map,
                           const IncmapValue *at, GError **error)
{
    if (map->each == INCMAP_EACH_NONE)
        return TRUE;
    for (guint i = 0; i <= map->outputs->len; i++) {
        const IncmapJobOutput *output =
            i < map->outputs->len ? g_ptr_array_index(map->outputs, i) : NULL;
        const char *path = output != NULL ? output->path : map->report;
        if (path != NULL && !tells_apart(map, path))
            return incmap_document_fail(reader->document, at, error,
                                        "%s would be written again for each of the %s; put "
                                        "{value} or {n} into it",
                                        path, groupings[map->each].plural);
    }
    return TRUE;
}
