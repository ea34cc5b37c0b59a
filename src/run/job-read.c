/* SPDX-License-Identifier: MIT */
/*
 * The root of a job file: `maps`, the `defaults` that each of them takes over, and where the
 * state lies. Every key is a row of a table, and the rows are taken in the table's order, so that
 * moving keys about in the file changes no digest.
 */
#include "run/job-keys.h"

#include "base/error.h"
#include "base/text.h"

#include <string.h>

#define MAX_MAPS 10000

/* "unknown KEY"; what it may have been. */
static gboolean
fail_unknown(const IncmapJobReader *reader, const IncmapValue *key, const char *where,
             const GPtrArray *names, GError **error)
{
    const char *nearest = incmap_text_nearest(key->as.string, (const char *const *)names->pdata);
    if (nearest != NULL)
        return incmap_document_fail(reader->document, key, error,
                                    "unknown key \"%s\" of %s; did you mean \"%s\"?",
                                    key->as.string, where, nearest);
    g_autofree char *all = g_strjoinv(", ", (char **)names->pdata);
    return incmap_document_fail(reader->document, key, error,
                                "unknown key \"%s\" of %s; there are %s", key->as.string, where,
                                all);
}

gboolean
incmap_job_check_keys(const IncmapJobReader *reader, const IncmapValue *object, const char *where,
                      const char *const *names, GError **error)
{
    if (object->kind != INCMAP_VALUE_OBJECT)
        return incmap_document_fail(reader->document, object, error, "%s is a mapping, not %s",
                                    where, incmap_value_describe(object));
    g_autoptr(GPtrArray) list = g_ptr_array_new();
    for (guint i = 0; names[i] != NULL; i++)
        g_ptr_array_add(list, (gpointer)names[i]);
    g_ptr_array_add(list, NULL);
    for (guint i = 0; i < object->n; i++) {
        const IncmapValue *key = &object->as.members[i].key;
        if (!g_strv_contains(names, key->as.string))
            return fail_unknown(reader, key, where, list, error);
    }
    return TRUE;
}

/* The value of a map's key: its own, or what `defaults` has. A period of its own way takes the
 * place of the other. */
static const IncmapValue *
find_value(const IncmapValue *own, const IncmapValue *defaults, const char *key)
{
    const IncmapValue *value = incmap_value_find(own, key);
    if (value != NULL || defaults == NULL)
        return value;
    gboolean is_span = strcmp(key, "since") == 0 || strcmp(key, "until") == 0;
    gboolean has_span =
        incmap_value_find(own, "since") != NULL || incmap_value_find(own, "until") != NULL;
    if ((is_span && incmap_value_find(own, "week") != NULL) ||
        (strcmp(key, "week") == 0 && has_span))
        return NULL;
    return incmap_value_find(defaults, key);
}

static void
add_words(IncmapJobMap *map, const IncmapJobKey *key, const IncmapValue *value)
{
    g_autofree char *json = incmap_value_format_json(value);
    g_string_append_printf(key->is_look ? map->look_words : map->other_words, "%s=%s\n", key->name,
                           json);
}

/* A map without a name is called after its place in the file. */
static gboolean
finish_map(const IncmapJobReader *reader, IncmapJobMap *map, const IncmapValue *own, guint number,
           GError **error)
{
    if (map->name == NULL)
        map->name = g_strdup_printf("map-%u", number);
    if (map->inputs->len == 0)
        return incmap_document_fail(reader->document, own, error, "map \"%s\" has no \"input\"",
                                    map->name);
    if (map->outputs->len == 0 && map->atlas == NULL)
        return incmap_document_fail(reader->document, own, error, "map \"%s\" has no \"output\"",
                                    map->name);
    return incmap_job_check_templates(reader, map, own, error);
}

static gboolean
read_map(const IncmapJobReader *reader, const IncmapValue *own, const IncmapValue *defaults,
         guint number, GError **error)
{
    g_autofree const char **names = incmap_job_key_names();
    if (!incmap_job_check_keys(reader, own, "a map", names, error))
        return FALSE;
    g_autoptr(IncmapJobMap) map = incmap_job_map_new();
    map->line = own->line;
    for (const IncmapJobKey *key = incmap_job_keys; key->name != NULL; key++) {
        const IncmapValue *value = find_value(own, defaults, key->name);
        if (value == NULL || value->kind == INCMAP_VALUE_NULL)
            continue;
        if (!key->read(reader, map, key->name, value, error))
            return FALSE;
        add_words(map, key, value);
    }
    if (!finish_map(reader, map, own, number, error))
        return FALSE;
    for (guint i = 0; i < reader->job->maps->len; i++) {
        const IncmapJobMap *other = g_ptr_array_index(reader->job->maps, i);
        if (strcmp(other->name, map->name) == 0)
            return incmap_document_fail(reader->document, own, error,
                                        "two maps are called \"%s\", this and the one in line %u",
                                        map->name, other->line);
    }
    g_ptr_array_add(reader->job->maps, g_steal_pointer(&map));
    return TRUE;
}

static gboolean
read_maps(const IncmapJobReader *reader, const IncmapValue *root, GError **error)
{
    const IncmapValue *maps = incmap_value_find(root, "maps");
    const IncmapValue *defaults = incmap_value_find(root, "defaults");
    if (defaults != NULL && defaults->kind == INCMAP_VALUE_NULL)
        defaults = NULL;
    g_autofree const char **names = incmap_job_key_names();
    if (defaults != NULL && !incmap_job_check_keys(reader, defaults, "\"defaults\"", names, error))
        return FALSE;
    if (maps == NULL || maps->kind != INCMAP_VALUE_ARRAY)
        return incmap_document_fail(reader->document, maps != NULL ? maps : root, error,
                                    "a job file has a list \"maps\"");
    if (maps->n == 0 || maps->n > MAX_MAPS)
        return incmap_document_fail(reader->document, maps, error,
                                    "\"maps\" has %u entries; 1 to %d are possible", maps->n,
                                    MAX_MAPS);
    for (guint i = 0; i < maps->n; i++) {
        if (!read_map(reader, &maps->as.items[i], defaults, i + 1, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_root(const IncmapJobReader *reader, const IncmapValue *root, GError **error)
{
    static const char *const names[] = {"defaults", "maps", "state", NULL};
    if (!incmap_job_check_keys(reader, root, "a job file", names, error))
        return FALSE;
    const IncmapValue *state = incmap_value_find(root, "state");
    if (state != NULL && (state->kind != INCMAP_VALUE_STRING || state->n == 0))
        return incmap_document_fail(reader->document, state, error, "\"state\" is a file name");
    if (state != NULL)
        reader->job->state_path = incmap_job_resolve(reader->job, state->as.string);
    return read_maps(reader, root, error);
}

gboolean
incmap_job_read(IncmapJob *job, GError **error)
{
    g_autoptr(IncmapStyleDocument) document = incmap_document_new_for("job file", INCMAP_ERROR_JOB);
    IncmapJobReader reader = {job, document};
    IncmapValue root;
    return incmap_document_load(document, job->path, &root, error) &&
           read_root(&reader, &root, error);
}

gboolean
incmap_job_probe(const char *path)
{
    g_return_val_if_fail(path != NULL, FALSE);
    g_autoptr(IncmapStyleDocument) document = incmap_document_new_for("job file", INCMAP_ERROR_JOB);
    IncmapValue root;
    return incmap_document_load(document, path, &root, NULL) &&
           (incmap_value_find(&root, "maps") != NULL ||
            incmap_value_find(&root, "defaults") != NULL);
}
