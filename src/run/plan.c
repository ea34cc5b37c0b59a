/* SPDX-License-Identifier: MIT */
#include "run/plan.h"

#include "base/error.h"
#include "pipeline/when.h"
#include "run/atlas.h"
#include "run/depends.h"
#include "run/inputs.h"

#include <glib/gstdio.h>
#include <string.h>

#define MAX_READINGS 3 /* of an input that changes while it is read */

static IncmapSession *
get_session(IncmapJobRun *run, const IncmapJobMap *map, GError **error)
{
    const char *gazetteer = map->options.gazetteer;
    g_autofree char *names = g_strconcat(map->options.places != NULL ? map->options.places : "",
                                         "\n", gazetteer != NULL ? gazetteer : "", NULL);
    IncmapSession *session = g_hash_table_lookup(run->job->result->sessions, names);
    if (session == NULL) {
        session = incmap_session_new();
        g_hash_table_insert(run->job->result->sessions, g_strdup(names), session);
    }
    return incmap_session_get_compose(session, error) != NULL ? session : NULL;
}

/* --- what is as it was ------------------------------------------------------------------------ */

static gboolean
is_there(const GPtrArray *files)
{
    for (guint i = 0; i < files->len; i++) {
        const IncmapWritten *file = g_ptr_array_index(files, i);
        IncmapStamp stamp = incmap_stamp_of(file->path);
        /* A second name for the same file (its history) changes its time of change. */
        if (stamp.size != file->stamp.size || stamp.modified_ns != file->stamp.modified_ns ||
            stamp.inode != file->stamp.inode)
            return FALSE;
    }
    return TRUE;
}

/* Passes over an entry of which nothing has changed. */
static gboolean
skip_entry(const IncmapJobRun *run, IncmapEntry *entry, const IncmapEntryState *state)
{
    if (run->job->is_forced || entry->digest == NULL ||
        g_strcmp0(entry->digest, state->digest) != 0)
        return FALSE;
    guint n_left_out = 0;
    GHashTableIter iter;
    gpointer value;
    g_hash_table_iter_init(&iter, state->leaves);
    while (g_hash_table_iter_next(&iter, NULL, &value)) {
        const IncmapLeafState *leaf = value;
        if (!is_there(leaf->written))
            return FALSE;
        n_left_out += leaf->n_left_out;
    }
    entry->n_unchanged = g_hash_table_size(state->leaves);
    entry->n_left_out = n_left_out;
    run->job->result->n_maps += entry->n_unchanged;
    run->job->result->n_unchanged += entry->n_unchanged;
    run->job->result->n_left_out += n_left_out;
    return TRUE;
}

static gboolean
is_up_to_date(const IncmapJobRun *run, const IncmapLeaf *leaf, const IncmapLeafState *before)
{
    if (run->job->is_forced || before == NULL || strcmp(before->digest, leaf->digest) != 0 ||
        before->written->len != leaf->paths->len)
        return FALSE;
    for (guint i = 0; i < leaf->paths->len; i++) {
        const IncmapWritten *file = g_ptr_array_index(before->written, i);
        if (strcmp(file->path, g_ptr_array_index(leaf->paths, i)) != 0)
            return FALSE;
    }
    return is_there(before->written);
}

/* --- reading ---------------------------------------------------------------------------------- */

static IncmapMap *
read_source(IncmapJobRun *run, const IncmapJobMap *map, const GPtrArray *sources, GError **error)
{
    IncmapSession *session = get_session(run, map, error);
    if (session == NULL)
        return NULL;
    g_autoptr(IncmapMap) source = incmap_map_new(session);
    incmap_options_clear(&source->options);
    incmap_options_copy(&source->options, &map->options);
    source->group_column = map->each_column;
    for (guint i = 0; i < sources->len; i++) {
        const IncmapSource *from = g_ptr_array_index(sources, i);
        IncmapMapInput input = {.form = INCMAP_INPUT_FILE,
                                .words = g_strdup(from->path),
                                .layer = g_strdup(from->input->layer),
                                .sql = g_strdup(from->input->sql)};
        g_array_append_val(source->inputs, input);
    }
    return incmap_pipeline_run(source, INCMAP_STAGE_LOCATE, error) ? g_steal_pointer(&source)
                                                                   : NULL;
}

static gboolean
settle_sources(const IncmapJobRun *run, const GPtrArray *sources, GError **error)
{
    for (guint i = 0; i < sources->len; i++) {
        if (!incmap_source_settle(g_ptr_array_index(sources, i), run->job->input_wait_us, error))
            return FALSE;
    }
    return TRUE;
}

/* Reads until nothing has changed meanwhile, so that the digest is that of what was read. */
static gboolean
read_entry(IncmapJobRun *run, IncmapEntry *entry, GPtrArray *sources, GError **error)
{
    for (guint i = 0; i < MAX_READINGS; i++) {
        if (!settle_sources(run, sources, error))
            return FALSE;
        g_free(entry->digest);
        entry->digest = incmap_depends_entry(run, entry->map, sources);
        IncmapMap *source = read_source(run, entry->map, sources, error);
        if (source == NULL)
            return FALSE;
        g_autofree char *after = incmap_depends_entry(run, entry->map, sources);
        if (g_strcmp0(after, entry->digest) == 0) {
            entry->source = source;
            return TRUE;
        }
        incmap_map_free(source);
    }
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "an input changes while it is read; the next run looks again");
}

/* --- leaves ----------------------------------------------------------------------------------- */

static void
note(const IncmapJobRun *run, const IncmapEntry *entry, const char *text)
{
    g_ptr_array_add(run->job->result->notes,
                    g_strdup_printf("%s: %s: %s", run->job->path, entry->map->name, text));
}

/* Leaves of an earlier run that the data has no more. */
static void
drop_gone(IncmapJobRun *run, const IncmapEntry *entry, IncmapEntryState *state, GHashTable *groups)
{
    GHashTableIter iter;
    gpointer group, value;
    g_hash_table_iter_init(&iter, state->leaves);
    while (g_hash_table_iter_next(&iter, &group, &value)) {
        const IncmapLeafState *leaf = value;
        if (g_hash_table_contains(groups, group))
            continue;
        for (guint i = 0; i < leaf->written->len; i++) {
            const char *path = ((IncmapWritten *)g_ptr_array_index(leaf->written, i))->path;
            g_ptr_array_add(run->job->result->gone, g_strdup(path));
            if (entry->map->removes_gone)
                g_unlink(path);
            g_autofree char *text =
                g_strdup_printf("no incident is left for %s; the file %s", path,
                                entry->map->removes_gone ? "was removed" : "stays as it was");
            note(run, entry, text);
        }
        g_hash_table_iter_remove(&iter);
    }
}

/* A map of a period without incidents is drawn only where the area was asked for. */
static gboolean
has_nothing(const IncmapLeaf *leaf)
{
    return leaf->incidents->len == 0 && leaf->map->options.extent == NULL;
}

static void
decide_leaf(IncmapJobRun *run, IncmapLeaf *leaf, const IncmapLeafState *before)
{
    run->job->result->n_maps++;
    leaf->fate = INCMAP_LEAF_WANTED;
    if (!is_up_to_date(run, leaf, before))
        return;
    leaf->fate = INCMAP_LEAF_UNCHANGED;
    leaf->n_left_out = before->n_left_out;
    run->job->result->n_unchanged++;
    run->job->result->n_left_out += leaf->n_left_out;
}

static const IncmapLeafState *
describe_leaf(IncmapJobRun *run, IncmapLeaf *leaf, guint number)
{
    const IncmapEntryState *state = incmap_state_get_entry(run->state, leaf->map->name);
    const IncmapLeafState *before = g_hash_table_lookup(state->leaves, leaf->group);
    incmap_leaf_compare(leaf, before);
    incmap_leaf_expand(leaf, number);
    return before;
}

/* Leaves are dealt out to the shards one after the other. */
static gboolean
is_mine(IncmapJobRun *run)
{
    return run->n_leaves++ % run->job->n_shards == run->job->shard - 1;
}

/* Takes the longest: it comes first, so that the others are drawn meanwhile. */
static void
plan_atlas(IncmapJobRun *run, IncmapEntry *entry, const GPtrArray *pages, const char *common,
           GHashTable *groups)
{
    if (entry->map->atlas == NULL || pages->len == 0)
        return;
    IncmapLeaf *atlas = incmap_atlas_new(entry->map, entry->source, pages);
    g_hash_table_add(groups, atlas->group);
    if (!is_mine(run)) {
        g_ptr_array_add(entry->others, atlas);
        return;
    }
    const IncmapLeafState *before = describe_leaf(run, atlas, 1);
    incmap_atlas_digest(atlas, common);
    decide_leaf(run, atlas, before);
    g_ptr_array_insert(entry->leaves, 0, atlas);
}

/* Keeps the leaves of this shard and decides on each. */
static void
plan_leaves(IncmapJobRun *run, IncmapEntry *entry, GPtrArray *all)
{
    g_autoptr(GHashTable) groups = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GPtrArray) pages = g_ptr_array_new();
    g_autofree char *common = incmap_depends_look(run, entry->map);
    entry->leaves = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_leaf_free);
    entry->others = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_leaf_free);
    for (guint i = 0; i < all->len; i++) {
        IncmapLeaf *leaf = g_ptr_array_index(all, i);
        gboolean is_empty = has_nothing(leaf), has_files = entry->map->outputs->len > 0;
        gboolean is_drawn = has_files && is_mine(run) && !is_empty;
        g_ptr_array_add(is_drawn ? entry->leaves : entry->others, leaf);
        if (is_empty) {
            note(run, entry,
                 "nothing to map: no incident is in the period, types and areas "
                 "asked for; with \"extent\" the area is drawn anyway");
            continue;
        }
        if (has_files)
            g_hash_table_add(groups, leaf->group);
        g_ptr_array_add(pages, leaf);
        if (!is_drawn && entry->map->atlas == NULL)
            continue;
        const IncmapLeafState *before = describe_leaf(run, leaf, i + 1);
        incmap_leaf_digest(leaf, common);
        if (is_drawn)
            decide_leaf(run, leaf, before);
    }
    plan_atlas(run, entry, pages, common, groups);
    drop_gone(run, entry, incmap_state_get_entry(run->state, entry->map->name), groups);
    g_hash_table_remove_all(groups);
}

gboolean
incmap_plan_entry(IncmapJobRun *run, IncmapEntry *entry, GError **error)
{
    g_autoptr(GPtrArray) sources = incmap_sources_list(entry->map, error);
    if (sources == NULL)
        return FALSE;
    IncmapEntryState *state = incmap_state_get_entry(run->state, entry->map->name);
    entry->digest = incmap_depends_entry(run, entry->map, sources);
    /* A shard takes its leaves by their number, so it has to count those of all entries. */
    if (run->job->n_shards == 1 && skip_entry(run, entry, state))
        return TRUE;
    if (!read_entry(run, entry, sources, error))
        return FALSE;
    g_autoptr(GPtrArray) leaves =
        incmap_leaves_make(entry->map, entry->source, &entry->n_homeless, error);
    if (leaves == NULL)
        return FALSE;
    g_ptr_array_set_free_func(leaves, NULL);
    plan_leaves(run, entry, leaves);
    if (entry->n_homeless > 0) {
        g_autofree char *text = g_strdup_printf(
            "%u incident%s without a group %s on no map", entry->n_homeless,
            entry->n_homeless == 1 ? "" : "s", entry->n_homeless == 1 ? "is" : "are");
        note(run, entry, text);
        run->job->result->n_left_out += entry->n_homeless;
    }
    return TRUE;
}
