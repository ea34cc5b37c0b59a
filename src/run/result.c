/* SPDX-License-Identifier: MIT */
#include "run/result.h"

#include "base/json.h"

#include <sys/resource.h>

static void
free_entry(gpointer data)
{
    IncmapEntry *entry = data;
    g_clear_pointer(&entry->leaves, g_ptr_array_unref);
    g_clear_pointer(&entry->others, g_ptr_array_unref);
    incmap_map_free(entry->source);
    g_free(entry->digest);
    g_free(entry->failure);
    g_free(entry);
}

IncmapRunResult *
incmap_run_result_new(void)
{
    IncmapRunResult *result = g_new0(IncmapRunResult, 1);
    result->entries = g_ptr_array_new_with_free_func(free_entry);
    result->sessions =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)incmap_session_free);
    result->gone = g_ptr_array_new_with_free_func(g_free);
    result->notes = g_ptr_array_new_with_free_func(g_free);
    return result;
}

void
incmap_run_result_free(IncmapRunResult *result)
{
    if (result == NULL)
        return;
    g_ptr_array_unref(result->entries);
    g_hash_table_unref(result->sessions);
    g_ptr_array_unref(result->gone);
    g_ptr_array_unref(result->notes);
    g_free(result);
}

/* --- the report ------------------------------------------------------------------------------- */

static const char *const fate_ids[] = {
    [INCMAP_LEAF_UNCHANGED] = "unchanged",
    [INCMAP_LEAF_WANTED] = "wanted",
    [INCMAP_LEAF_DRAWN] = "drawn",
    [INCMAP_LEAF_FAILED] = "failed",
};

static void
append_texts(IncmapJson *json, const char *key, const GPtrArray *texts)
{
    incmap_json_begin(json, key, '[');
    for (guint i = 0; i < texts->len; i++)
        incmap_json_text(json, NULL, g_ptr_array_index(texts, i));
    incmap_json_end(json, ']');
}

/* Which incidents the map shows for the first time. */
static void
append_new(IncmapJson *json, const IncmapLeaf *leaf)
{
    incmap_json_integer(json, "n_new", leaf->n_new);
    incmap_json_begin(json, "new", '[');
    for (guint i = 0; leaf->n_new > 0 && i < leaf->incidents->len; i++) {
        guint32 index = g_array_index(leaf->incidents, guint32, i);
        const IncmapScene *scene = leaf->source->scene;
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, index);
        if (!incmap_leaf_is_new(leaf, i))
            continue;
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "id", incident->id);
        incmap_json_text_if(json, "place", incident->place);
        incmap_json_text(json, "event", incmap_event_id(incident->event));
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

static void
append_leaf(IncmapJson *json, const IncmapLeaf *leaf)
{
    g_autofree char *name = incmap_leaf_name(leaf);
    incmap_json_begin(json, NULL, '{');
    incmap_json_text(json, "map", name);
    incmap_json_text(json, "fate", fate_ids[leaf->fate]);
    incmap_json_text_if(json, "failure", leaf->failure);
    append_texts(json, "files", leaf->paths);
    incmap_json_integer(json, "n_incidents", leaf->incidents->len);
    incmap_json_integer(json, "n_left_out", leaf->n_left_out);
    append_new(json, leaf);
    append_texts(json, "notes", leaf->notes);
    if (leaf->fate == INCMAP_LEAF_DRAWN)
        incmap_json_number(json, "ms", (double)leaf->elapsed_us / 1000, 1);
    incmap_json_end(json, '}');
}

static void
append_entry(IncmapJson *json, const IncmapEntry *entry)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_text(json, "name", entry->map->name);
    incmap_json_integer(json, "line", entry->map->line);
    incmap_json_text_if(json, "failure", entry->failure);
    incmap_json_integer(json, "n_unchanged", entry->n_unchanged);
    incmap_json_integer(json, "n_incidents_without_map", entry->n_homeless);
    incmap_json_begin(json, "maps", '[');
    for (guint i = 0; entry->leaves != NULL && i < entry->leaves->len; i++)
        append_leaf(json, g_ptr_array_index(entry->leaves, i));
    incmap_json_end(json, ']');
    incmap_json_end(json, '}');
}

/* Of this process and of the largest worker, whichever is more. */
static gint64
get_peak_kb(void)
{
    struct rusage own = {0}, workers = {0};
    getrusage(RUSAGE_SELF, &own);
    getrusage(RUSAGE_CHILDREN, &workers);
    return MAX(own.ru_maxrss, workers.ru_maxrss);
}

char *
incmap_job_report(const IncmapJob *job)
{
    g_return_val_if_fail(job != NULL, NULL);
    const IncmapRunResult *result = job->result;
    g_autoptr(GDateTime) started = g_date_time_new_from_unix_utc(result->started_us / 1000000);
    g_autofree char *time = g_date_time_format_iso8601(started);
    g_auto(IncmapJson) json;
    incmap_json_init(&json, 4);
    incmap_json_begin(&json, NULL, '{');
    incmap_json_text(&json, "program", "incmap");
    incmap_json_text(&json, "version", incmap_version());
    incmap_json_text(&json, "job", job->path);
    incmap_json_text(&json, "started", time);
    incmap_json_number(&json, "seconds", (double)result->elapsed_us / 1e6, 3);
    incmap_json_integer(&json, "peak_memory_kb", get_peak_kb());
    if (job->n_shards > 1) {
        incmap_json_integer(&json, "shard", job->shard);
        incmap_json_integer(&json, "n_shards", job->n_shards);
    }
    incmap_json_integer(&json, "n_maps", result->n_maps);
    incmap_json_integer(&json, "n_drawn", result->n_drawn);
    incmap_json_integer(&json, "n_unchanged", result->n_unchanged);
    incmap_json_integer(&json, "n_failed", result->n_failed);
    incmap_json_integer(&json, "n_left_out", result->n_left_out);
    incmap_json_integer(&json, "n_files_changed", result->n_touched);
    append_texts(&json, "gone", result->gone);
    append_texts(&json, "notes", result->notes);
    incmap_json_begin(&json, "entries", '[');
    for (guint i = 0; i < result->entries->len; i++)
        append_entry(&json, g_ptr_array_index(result->entries, i));
    incmap_json_end(&json, ']');
    incmap_json_end(&json, '}');
    return incmap_json_steal(&json);
}

guint
incmap_job_get_count(const IncmapJob *job, IncmapJobCount count)
{
    g_return_val_if_fail(job != NULL, 0);
    const IncmapRunResult *result = job->result;
    switch (count) {
    case INCMAP_JOB_N_MAPS:
        return result->n_maps;
    case INCMAP_JOB_N_DRAWN:
        return result->n_drawn;
    case INCMAP_JOB_N_UNCHANGED:
        return result->n_unchanged;
    case INCMAP_JOB_N_FAILED:
        return result->n_failed;
    case INCMAP_JOB_N_LEFT_OUT:
        return result->n_left_out;
    case INCMAP_JOB_N_FILES_CHANGED:
        return result->n_touched;
    }
    return 0;
}
