/* SPDX-License-Identifier: MIT */
#include "run/job.h"

#include "base/error.h"
#include "run/result.h"

#include <string.h>

#define MAX_JOBS 256

static void
free_input(gpointer data)
{
    IncmapJobInput *input = data;
    g_free(input->path);
    g_free(input->sql);
    g_free(input->layer);
    g_free(input);
}

static void
free_output(gpointer data)
{
    IncmapJobOutput *output = data;
    g_free(output->path);
    g_free(output->size);
    g_free(output->dpi);
    g_free(output);
}

IncmapJobMap *
incmap_job_map_new(void)
{
    IncmapJobMap *map = g_new0(IncmapJobMap, 1);
    incmap_options_init(&map->options);
    map->inputs = g_ptr_array_new_with_free_func(free_input);
    map->outputs = g_ptr_array_new_with_free_func(free_output);
    map->areas = g_ptr_array_new_with_free_func(g_free);
    map->look_words = g_string_new(NULL);
    map->other_words = g_string_new(NULL);
    return map;
}

void
incmap_job_map_add_input(IncmapJobMap *map, const char *path)
{
    IncmapJobInput *input = g_new0(IncmapJobInput, 1);
    input->path = g_strdup(path);
    g_ptr_array_add(map->inputs, input);
}

void
incmap_job_map_free(IncmapJobMap *map)
{
    if (map == NULL)
        return;
    incmap_options_clear(&map->options);
    g_ptr_array_unref(map->inputs);
    g_ptr_array_unref(map->outputs);
    g_ptr_array_unref(map->areas);
    g_string_free(map->look_words, TRUE);
    g_string_free(map->other_words, TRUE);
    g_free(map->name);
    g_free(map->each_column);
    g_free(map->report);
    g_free(map->atlas);
    g_free(map);
}

char *
incmap_job_resolve(const IncmapJob *job, const char *path)
{
    gboolean is_database = g_str_has_prefix(path, "PG:") || g_str_has_prefix(path, "postgresql://");
    if (is_database || g_path_is_absolute(path))
        return g_strdup(path);
    return strcmp(job->folder, ".") == 0 ? g_strdup(path)
                                         : g_build_filename(job->folder, path, NULL);
}

IncmapJob *
incmap_job_load(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    g_autoptr(IncmapJob) job = g_new0(IncmapJob, 1);
    job->path = g_strdup(path);
    job->folder = g_path_get_dirname(path);
    job->maps = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_job_map_free);
    job->n_shards = job->shard = 1;
    job->lock_wait_us = 0;
    job->input_wait_us = 10 * G_USEC_PER_SEC;
    job->result = incmap_run_result_new();
    return incmap_job_read(job, error) ? g_steal_pointer(&job) : NULL;
}

void
incmap_job_free(IncmapJob *job)
{
    if (job == NULL)
        return;
    g_ptr_array_unref(job->maps);
    incmap_run_result_free(job->result);
    g_free(job->state_path);
    g_free(job->folder);
    g_free(job->path);
    g_free(job);
}

static gboolean
parse_count(const char *key, const char *value, guint most, guint *out_count, GError **error)
{
    guint64 number = 0;
    if (!g_ascii_string_to_unsigned(value, 10, 1, most, &number, NULL))
        return incmap_fail(error, INCMAP_ERROR_USAGE, "%s \"%s\" is not a number from 1 to %u", key,
                           value, most);
    *out_count = (guint)number;
    return TRUE;
}

static gboolean
parse_shard(IncmapJob *job, const char *value, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(value, "/", 3);
    guint shard = 0, n_shards = 0;
    if (g_strv_length(parts) != 2 || !parse_count("shard", parts[1], 100000, &n_shards, NULL) ||
        !parse_count("shard", parts[0], n_shards, &shard, NULL))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "shard \"%s\" is not one of several, counted from 1; write it as 2/4",
                           value);
    job->shard = shard;
    job->n_shards = n_shards;
    return TRUE;
}

/* "90", "90s", "5m", "1h". */
static gboolean
parse_duration(const char *key, const char *value, gint64 *out_us, GError **error)
{
    char *end = NULL;
    double number = g_ascii_strtod(value, &end);
    double unit = *end == 'h' ? 3600 : *end == 'm' ? 60 : 1;
    if (end == value || !(number >= 0 && number * unit <= 86400) ||
        (*end != '\0' && (strchr("smh", *end) == NULL || end[1] != '\0')))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s \"%s\" is not a time of at most a day; write it as 90s, 5m or 1h",
                           key, value);
    *out_us = (gint64)(number * unit * G_USEC_PER_SEC);
    return TRUE;
}

gboolean
incmap_job_set(IncmapJob *job, const char *key, const char *value, GError **error)
{
    g_return_val_if_fail(job != NULL && key != NULL && value != NULL, FALSE);
    if (strcmp(key, "jobs") == 0)
        return parse_count(key, value, MAX_JOBS, &job->n_jobs, error);
    if (strcmp(key, "shard") == 0)
        return parse_shard(job, value, error);
    if (strcmp(key, "lock-wait") == 0)
        return parse_duration(key, value, &job->lock_wait_us, error);
    if (strcmp(key, "input-wait") == 0)
        return parse_duration(key, value, &job->input_wait_us, error);
    if (strcmp(key, "force") == 0) {
        job->is_forced = strcmp(value, "no") != 0;
        return TRUE;
    }
    if (strcmp(key, "state") == 0) {
        g_free(job->state_path);
        job->state_path = g_strdup(value);
        return TRUE;
    }
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown setting \"%s\" of a run", key);
}

guint
incmap_job_get_n_maps(const IncmapJob *job)
{
    g_return_val_if_fail(job != NULL, 0);
    return job->maps->len;
}
