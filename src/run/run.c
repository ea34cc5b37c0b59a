/* SPDX-License-Identifier: MIT */
/*
 * A run: look at every entry of the job, draw what has changed, remember what was drawn. An entry
 * or a map that fails stays as it was and is tried again by the next run.
 */
#include "base/error.h"
#include "base/output.h"
#include "pipeline/data.h"
#include "pipeline/when.h"
#include "run/lock.h"
#include "run/plan.h"
#include "run/work.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define SAVE_EVERY_US (5 * G_USEC_PER_SEC)

static void
tell(const IncmapJobRun *run, IncmapJobNews news, const char *text)
{
    if (run->func != NULL)
        run->func(news, text, run->n_finished, run->n_wanted, run->data);
}

char *
incmap_run_state_path(const IncmapJob *job)
{
    g_autofree char *path = NULL;
    if (job->state_path != NULL) {
        path = g_strdup(job->state_path);
    } else {
        g_autofree char *base = g_path_get_basename(job->path);
        g_autofree char *name = g_strdup_printf(".%s.state", base);
        path = g_build_filename(job->folder, name, NULL);
    }
    if (job->n_shards == 1)
        return g_steal_pointer(&path);
    return g_strdup_printf("%s-%u-of-%u", path, job->shard, job->n_shards);
}

/* --- after the drawing ------------------------------------------------------------------------ */

static void
fail_leaf(IncmapJobRun *run, const IncmapLeaf *leaf)
{
    g_autofree char *name = incmap_leaf_name(leaf);
    g_autofree char *line = g_strdup_printf("%s: %s: %s", run->job->path, name, leaf->failure);
    run->job->result->n_failed++;
    tell(run, INCMAP_JOB_FAILURE, line);
}

/* The state takes over what was drawn. */
static void
remember(IncmapJobRun *run, IncmapLeaf *leaf)
{
    IncmapEntryState *entry = incmap_state_get_entry(run->state, leaf->map->name);
    IncmapLeafState *state = incmap_leaf_state_new();
    state->digest = g_strdup(leaf->digest);
    state->n_left_out = leaf->n_left_out;
    g_ptr_array_unref(state->written);
    state->written = g_ptr_array_ref(leaf->written);
    g_hash_table_unref(state->seen);
    state->seen = g_hash_table_ref(leaf->seen);
    g_hash_table_replace(entry->leaves, g_strdup(leaf->group), state);
}

static void
save_state(IncmapJobRun *run)
{
    g_autoptr(GError) failure = NULL;
    run->saved_us = g_get_monotonic_time();
    if (incmap_state_save(run->state, run->state_path, &failure) || run->is_state_lost)
        return;
    g_autofree char *line = g_strdup_printf("%s: %s; the next run draws every map again",
                                            run->job->path, failure->message);
    run->is_state_lost = TRUE;
    run->job->result->n_failed++;
    tell(run, INCMAP_JOB_FAILURE, line);
}

static void
on_finished(IncmapLeaf *leaf, gpointer data)
{
    IncmapJobRun *run = data;
    IncmapRunResult *result = run->job->result;
    run->n_finished++;
    if (leaf->fate == INCMAP_LEAF_FAILED) {
        fail_leaf(run, leaf);
    } else {
        g_autofree char *name = incmap_leaf_name(leaf);
        result->n_drawn++;
        result->n_touched += leaf->n_touched;
        result->n_left_out += leaf->n_left_out;
        remember(run, leaf);
        tell(run, INCMAP_JOB_DRAWN, name);
    }
    /* Killed in the middle of a thousand maps, a run has not worked for nothing. */
    if (g_get_monotonic_time() - run->saved_us > SAVE_EVERY_US)
        save_state(run);
}

/* The entries that are wholly as the state says get their digest. */
static void
settle_entries(IncmapJobRun *run)
{
    for (guint i = 0; i < run->job->result->entries->len; i++) {
        IncmapEntry *entry = g_ptr_array_index(run->job->result->entries, i);
        IncmapEntryState *state = incmap_state_get_entry(run->state, entry->map->name);
        gboolean is_whole = entry->failure == NULL;
        for (guint k = 0; entry->leaves != NULL && k < entry->leaves->len; k++) {
            const IncmapLeaf *leaf = g_ptr_array_index(entry->leaves, k);
            is_whole &= leaf->fate == INCMAP_LEAF_UNCHANGED || leaf->fate == INCMAP_LEAF_DRAWN;
        }
        g_free(state->digest);
        state->digest = is_whole ? g_strdup(entry->digest) : NULL;
    }
}

/* --- before the drawing ----------------------------------------------------------------------- */

/* Two maps in one file: the second is not drawn, or the file would change with every run. */
static void
refuse_collisions(IncmapJobRun *run)
{
    g_autoptr(GHashTable) owners = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    for (guint i = 0; i < run->job->result->entries->len; i++) {
        IncmapEntry *entry = g_ptr_array_index(run->job->result->entries, i);
        for (guint k = 0; entry->leaves != NULL && k < entry->leaves->len; k++) {
            IncmapLeaf *leaf = g_ptr_array_index(entry->leaves, k);
            for (guint j = 0; j < leaf->paths->len; j++) {
                const char *path = g_ptr_array_index(leaf->paths, j);
                const char *owner = g_hash_table_lookup(owners, path);
                if (owner == NULL) {
                    g_hash_table_insert(owners, (gpointer)path, incmap_leaf_name(leaf));
                    continue;
                }
                leaf->fate = INCMAP_LEAF_FAILED;
                g_free(leaf->failure);
                leaf->failure = g_strdup_printf(
                    "%s is already written by %s; put another field into the name", path, owner);
            }
            if (leaf->fate == INCMAP_LEAF_FAILED)
                fail_leaf(run, leaf);
        }
    }
}

static GPtrArray *
list_wanted(IncmapJobRun *run)
{
    GPtrArray *wanted = g_ptr_array_new();
    for (guint i = 0; i < run->job->result->entries->len; i++) {
        const IncmapEntry *entry = g_ptr_array_index(run->job->result->entries, i);
        for (guint k = 0; entry->leaves != NULL && k < entry->leaves->len; k++) {
            IncmapLeaf *leaf = g_ptr_array_index(entry->leaves, k);
            if (leaf->fate == INCMAP_LEAF_WANTED)
                g_ptr_array_add(wanted, leaf);
        }
    }
    return wanted;
}

/* What a killed run left half-written in the folders that are written to now. */
static void
sweep_folders(IncmapJobRun *run, const GPtrArray *wanted)
{
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_hash_table_add(folders, g_path_get_dirname(run->state_path));
    for (guint i = 0; i < wanted->len; i++) {
        const IncmapLeaf *leaf = g_ptr_array_index(wanted, i);
        for (guint k = 0; k < leaf->paths->len; k++)
            g_hash_table_add(folders, g_path_get_dirname(g_ptr_array_index(leaf->paths, k)));
    }
    GHashTableIter iter;
    gpointer folder;
    g_hash_table_iter_init(&iter, folders);
    while (g_hash_table_iter_next(&iter, &folder, NULL))
        incmap_output_sweep(folder);
}

static void
forget_removed_entries(IncmapJobRun *run)
{
    GHashTableIter iter;
    gpointer name;
    g_hash_table_iter_init(&iter, run->state->entries);
    while (g_hash_table_iter_next(&iter, &name, NULL)) {
        gboolean is_there = FALSE;
        for (guint i = 0; i < run->job->maps->len; i++)
            is_there |=
                strcmp(((IncmapJobMap *)g_ptr_array_index(run->job->maps, i))->name, name) == 0;
        if (!is_there)
            g_hash_table_iter_remove(&iter);
    }
}

static void
plan_entries(IncmapJobRun *run)
{
    IncmapRunResult *result = run->job->result;
    for (guint i = 0; i < run->job->maps->len; i++) {
        GError *failure = NULL;
        IncmapEntry *entry = g_new0(IncmapEntry, 1);
        entry->map = g_ptr_array_index(run->job->maps, i);
        g_ptr_array_add(result->entries, entry);
        if (incmap_plan_entry(run, entry, &failure))
            continue;
        entry->failure = g_strdup(failure->message);
        g_autofree char *line =
            g_strdup_printf("%s: %s: %s", run->job->path, entry->map->name, failure->message);
        g_error_free(failure);
        result->n_maps++;
        result->n_failed++;
        tell(run, INCMAP_JOB_FAILURE, line);
    }
}

static guint
count_jobs(const IncmapJob *job)
{
    return job->n_jobs > 0 ? job->n_jobs : g_get_num_processors();
}

static void
run_locked(IncmapJobRun *run)
{
    IncmapJob *job = run->job;
    g_autofree char *problem = NULL;
    run->state = incmap_state_load(run->state_path, &problem);
    if (problem != NULL)
        g_ptr_array_add(job->result->notes, g_steal_pointer(&problem));
    forget_removed_entries(run);
    incmap_plan_begin(run);
    plan_entries(run);
    refuse_collisions(run);
    g_autoptr(GPtrArray) wanted = list_wanted(run);
    run->n_wanted = wanted->len;
    run->saved_us = g_get_monotonic_time();
    if (wanted->len > 0)
        sweep_folders(run, wanted);
    incmap_leaves_draw(wanted, count_jobs(job), on_finished, run);
    settle_entries(run);
    save_state(run);
    for (guint i = 0; i < job->result->notes->len; i++)
        tell(run, INCMAP_JOB_NOTE, g_ptr_array_index(job->result->notes, i));
}

gboolean
incmap_job_run(IncmapJob *job, IncmapJobFunc func, gpointer data, GError **error)
{
    g_return_val_if_fail(job != NULL, FALSE);
    incmap_run_result_free(job->result);
    job->result = incmap_run_result_new();
    gint64 start_us = g_get_monotonic_time();
    IncmapJobRun run = {.job = job, .func = func, .data = data};
    run.state_path = incmap_run_state_path(job);
    g_autofree char *lock_path = g_strconcat(run.state_path, ".lock", NULL);
    int lock = incmap_lock_take(lock_path, job->lock_wait_us, error);
    if (lock >= 0) {
        job->result->started_us = incmap_now() * G_USEC_PER_SEC;
        run_locked(&run);
        close(lock);
    }
    incmap_plan_end(&run);
    incmap_state_free(run.state);
    g_free(run.state_path);
    job->result->elapsed_us = g_get_monotonic_time() - start_us;
    return lock >= 0;
}
