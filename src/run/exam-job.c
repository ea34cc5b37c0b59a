/* SPDX-License-Identifier: MIT */
/*
 * A job as the next run will find it: nothing is read, drawn or created.
 */
#include "run/exam.h"

#include "run/inputs.h"
#include "run/state.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

static void
examine_inputs(IncmapExam *exam, const IncmapJobMap *map, guint *n_good)
{
    g_autoptr(GError) failure = NULL;
    g_autoptr(GPtrArray) sources = incmap_sources_list(map, &failure);
    if (sources == NULL) {
        incmap_exam_add(exam, "inputs", INCMAP_VERDICT_FAILURE, NULL, "%s: %s", map->name,
                        failure->message);
        return;
    }
    for (guint i = 0; i < sources->len; i++) {
        const IncmapSource *source = g_ptr_array_index(sources, i);
        if (source->is_database || g_str_has_prefix(source->path, "/vsi") ||
            access(source->path, R_OK) == 0)
            (*n_good)++;
        else
            incmap_exam_add(exam, "inputs", INCMAP_VERDICT_FAILURE,
                            "name a file that this user may read", "%s: %s: %s", map->name,
                            source->path, g_strerror(errno));
    }
}

/* Style and tables that the map names. */
static void
examine_files(IncmapExam *exam, const IncmapJobMap *map)
{
    g_autoptr(GError) failure = NULL;
    const char *style = map->options.style != NULL ? map->options.style : "news";
    g_autofree char *sentence = incmap_session_check(exam->session, style, &failure);
    if (sentence == NULL)
        incmap_exam_add(exam, "job", INCMAP_VERDICT_FAILURE, NULL, "%s: %s", map->name,
                        failure->message);
    const char *const files[] = {map->options.places, map->options.disclaimers};
    for (guint i = 0; i < G_N_ELEMENTS(files); i++) {
        if (files[i] != NULL && access(files[i], R_OK) != 0)
            incmap_exam_add(exam, "job", INCMAP_VERDICT_FAILURE, NULL, "%s: %s: %s", map->name,
                            files[i], g_strerror(errno));
    }
}

/* The folders that are written to: of a name with fields the part before them; of one that isn't
 * there yet the one that it will be created in. */
static void
add_folder(GHashTable *folders, const char *path)
{
    g_autofree char *plain = g_strndup(path, strcspn(path, "{"));
    char *folder = g_path_get_dirname(plain);
    while (!g_file_test(folder, G_FILE_TEST_EXISTS)) {
        char *above = g_path_get_dirname(folder);
        g_free(folder);
        folder = above;
    }
    g_hash_table_add(folders, folder);
}

static void
examine_folders(IncmapExam *exam, const IncmapJob *job)
{
    g_autoptr(GHashTable) folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autofree char *state = incmap_run_state_path(job);
    add_folder(folders, state);
    for (guint i = 0; i < job->maps->len; i++) {
        const IncmapJobMap *map = g_ptr_array_index(job->maps, i);
        for (guint k = 0; k < map->outputs->len; k++)
            add_folder(folders, ((IncmapJobOutput *)g_ptr_array_index(map->outputs, k))->path);
        const char *const files[] = {map->report, map->atlas};
        for (guint k = 0; k < G_N_ELEMENTS(files); k++) {
            if (files[k] != NULL)
                add_folder(folders, files[k]);
        }
    }
    g_autoptr(GList) sorted = g_list_sort(g_hash_table_get_keys(folders), (GCompareFunc)strcmp);
    for (const GList *at = sorted; at != NULL; at = at->next)
        incmap_exam_folder(exam, at->data);
}

static void
examine_state(IncmapExam *exam, const IncmapJob *job)
{
    g_autofree char *path = incmap_run_state_path(job);
    g_autofree char *problem = NULL;
    g_autoptr(IncmapState) state = incmap_state_load(path, &problem);
    if (problem != NULL) {
        incmap_exam_add(exam, "state", INCMAP_VERDICT_WARNING, NULL, "%s", problem);
        return;
    }
    guint n_maps = 0;
    GHashTableIter iter;
    gpointer entry;
    g_hash_table_iter_init(&iter, state->entries);
    while (g_hash_table_iter_next(&iter, NULL, &entry))
        n_maps += g_hash_table_size(((IncmapEntryState *)entry)->leaves);
    IncmapStamp stamp = incmap_stamp_of(path);
    g_autoptr(GDateTime) saved = g_date_time_new_from_unix_utc(stamp.modified_ns / 1000000000);
    g_autofree char *time = saved != NULL ? g_date_time_format(saved, "%F %R") : NULL;
    if (stamp.size < 0)
        incmap_exam_add(exam, "state", INCMAP_VERDICT_OK, NULL, "no run has been yet (%s)", path);
    else
        incmap_exam_add(exam, "state", INCMAP_VERDICT_OK, NULL,
                        "%u maps are drawn, the last time anything changed was %s UTC (%s)", n_maps,
                        time, path);
}

void
incmap_exam_job(IncmapExam *exam, const char *path)
{
    g_autoptr(GError) failure = NULL;
    g_autoptr(IncmapJob) job = incmap_job_load(path, &failure);
    if (job == NULL) {
        incmap_exam_add(exam, "job", INCMAP_VERDICT_FAILURE, NULL, "%s", failure->message);
        return;
    }
    guint n_inputs = 0;
    incmap_exam_add(exam, "job", INCMAP_VERDICT_OK, NULL, "%s: %u entr%s", path, job->maps->len,
                    job->maps->len == 1 ? "y" : "ies");
    for (guint i = 0; i < job->maps->len; i++) {
        examine_inputs(exam, g_ptr_array_index(job->maps, i), &n_inputs);
        examine_files(exam, g_ptr_array_index(job->maps, i));
    }
    if (n_inputs > 0)
        incmap_exam_add(exam, "inputs", INCMAP_VERDICT_OK, NULL, "%u can be read", n_inputs);
    examine_folders(exam, job);
    examine_state(exam, job);
}
