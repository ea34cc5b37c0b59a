/* SPDX-License-Identifier: MIT */
/*
 * Many maps in one process. Drawing takes as long as all stages before it, so a
 * second thread draws a map while the first arranges the next. The thread has
 * fonts of its own, since Pango's objects belong to one thread at a time, and
 * only reads the scene.
 */
#include "base/output.h"
#include "pipeline/pipeline.h"
#include "pipeline/report.h"

#include <string.h>

/* Arranged maps that wait for the pen; more would only take memory. */
#define MAX_WAITING 2

/** Job: one arranged map and where it goes */
typedef struct Job Job;
struct Job {
    IncmapMap *map;
    GError *error; /* why it could not be drawn */
};

/** Drawer: the second thread and what it shares with the first */
typedef struct Drawer Drawer;
struct Drawer {
    const char *const *outputs;
    const char *format, *report;
    const IncmapComposeTable *compose;
    IncmapComposer *composer;
    GAsyncQueue *waiting, *finished; /* Job; one without a map ends the thread */
};

static void
job_free(Job *job)
{
    if (job == NULL)
        return;
    incmap_map_free(job->map);
    g_clear_error(&job->error);
    g_free(job);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Job, job_free)

static gboolean
draw_job(const Drawer *drawer, IncmapMap *map, GError **error)
{
    for (guint i = 0; drawer->outputs[i] != NULL; i++) {
        int format = 0;
        g_autofree char *path = incmap_map_expand(map, drawer->outputs[i]);
        if (!incmap_format_choose(path, drawer->format, &format, error) ||
            !incmap_pipeline_draw(map, drawer->composer, path, format, error))
            return FALSE;
    }
    if (drawer->report == NULL)
        return TRUE;
    g_autofree char *path = incmap_map_expand(map, drawer->report);
    g_autofree char *text = incmap_report_format(map);
    return incmap_output_write(path, text, strlen(text), error);
}

static gpointer
run_drawer(gpointer data)
{
    Drawer *drawer = data;
    for (;;) {
        Job *job = g_async_queue_pop(drawer->waiting);
        if (job->map == NULL) {
            job_free(job);
            return NULL;
        }
        draw_job(drawer, job->map, &job->error);
        g_async_queue_push(drawer->finished, job);
    }
}

/* Takes one finished map; waits for it. */
static gboolean
take_finished(Drawer *drawer, guint n_done, guint n_all, IncmapEachFunc func, gpointer data,
              GError **error)
{
    g_autoptr(Job) job = g_async_queue_pop(drawer->finished);
    if (job->error != NULL) {
        g_propagate_prefixed_error(error, g_steal_pointer(&job->error), "map %u of %u: ", n_done,
                                   n_all);
        return FALSE;
    }
    if (func != NULL)
        func(job->map, n_done, n_all, data);
    return TRUE;
}

static gboolean
draw_all(IncmapMap *map, Drawer *drawer, IncmapEachFunc func, gpointer data, GError **error)
{
    guint n_all = map->scene->incidents->len, n_begun = 0, n_done = 0;
    gboolean is_good = TRUE;
    for (; is_good && n_begun < n_all; n_begun++) {
        Job *job = g_new0(Job, 1);
        job->map = incmap_map_part(map, &n_begun, 1);
        job->map->number = n_begun + 1;
        is_good = incmap_pipeline_run(job->map, INCMAP_STAGE_ARRANGE, error);
        if (!is_good) {
            g_prefix_error(error, "map %u of %u: ", n_begun + 1, n_all);
            job_free(job);
            break;
        }
        g_async_queue_push(drawer->waiting, job);
        if (n_begun + 1 - n_done > MAX_WAITING) {
            n_done++;
            is_good = take_finished(drawer, n_done, n_all, func, data, error);
        }
    }
    /* What was begun is taken in any case: the maps are to be freed. */
    while (n_done < n_begun) {
        n_done++;
        is_good = take_finished(drawer, n_done, n_all, is_good ? func : NULL, data,
                                is_good ? error : NULL) &&
                  is_good;
    }
    return is_good;
}

gboolean
incmap_map_draw_each(IncmapMap *map, const char *const *outputs, const char *format,
                     const char *report, IncmapEachFunc func, gpointer data, GError **error)
{
    g_return_val_if_fail(map != NULL && outputs != NULL, FALSE);
    Drawer drawer = {.outputs = outputs, .format = format, .report = report};
    if (!incmap_pipeline_run(map, INCMAP_STAGE_READ, error) ||
        (drawer.compose = incmap_session_get_compose(map->session, error)) == NULL ||
        (drawer.composer = drawer.compose->composer_new(error)) == NULL)
        return FALSE;
    drawer.waiting = g_async_queue_new();
    drawer.finished = g_async_queue_new();
    GThread *thread = g_thread_new("incmap-draw", run_drawer, &drawer);
    gboolean is_good = draw_all(map, &drawer, func, data, error);
    g_async_queue_push(drawer.waiting, g_new0(Job, 1));
    g_thread_join(thread);
    g_async_queue_unref(drawer.waiting);
    g_async_queue_unref(drawer.finished);
    drawer.compose->composer_free(drawer.composer);
    return is_good;
}
