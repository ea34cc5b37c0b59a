/* SPDX-License-Identifier: MIT */
/*
 * Whether anything has changed that a map or a job is made of. Looks at sizes and times a few times
 * a second instead of being told by the kernel: that works on every file system, with editors that
 * write in place and with those that rename, and costs next to nothing.
 */
#include "run/depends.h"
#include "run/inputs.h"

#include <string.h>

struct IncmapWatch {
    char *job_path; /* NULL: of one map */
    IncmapStamp job_stamp;
    IncmapJob *job;     /* NULL: none, or one that can't be read just now */
    IncmapJobMap *map;  /* NULL: of a job */
    GHashTable *styles; /* name → GPtrArray of its files; emptied when anything has changed */
    char *seen;         /* all files with their stamps, as last seen */
};

IncmapWatch *
incmap_watch_new_job(const char *path)
{
    g_return_val_if_fail(path != NULL, NULL);
    IncmapWatch *watch = g_new0(IncmapWatch, 1);
    watch->job_path = g_strdup(path);
    watch->job_stamp.size = -2; /* no file has it */
    watch->styles =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return watch;
}

IncmapWatch *
incmap_watch_new_map(const IncmapMap *map, const char *const *inputs)
{
    g_return_val_if_fail(map != NULL && inputs != NULL, NULL);
    IncmapWatch *watch = g_new0(IncmapWatch, 1);
    watch->map = incmap_job_map_new();
    incmap_options_clear(&watch->map->options);
    incmap_options_copy(&watch->map->options, &map->options);
    for (guint i = 0; inputs[i] != NULL; i++)
        incmap_job_map_add_input(watch->map, inputs[i]);
    watch->styles =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
    return watch;
}

void
incmap_watch_free(IncmapWatch *watch)
{
    if (watch == NULL)
        return;
    incmap_job_free(watch->job);
    incmap_job_map_free(watch->map);
    g_hash_table_unref(watch->styles);
    g_free(watch->job_path);
    g_free(watch->seen);
    g_free(watch);
}

static void
add_file(GString *list, const char *path)
{
    IncmapStamp stamp = incmap_stamp_of(path);
    g_string_append_printf(
        list, "%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%" G_GUINT64_FORMAT "\n", path,
        stamp.size, stamp.modified_ns, stamp.inode);
}

static void
add_style(IncmapWatch *watch, GString *list, const char *name)
{
    GPtrArray *files = g_hash_table_lookup(watch->styles, name);
    if (files == NULL) {
        files = incmap_depends_style_files(name);
        g_hash_table_insert(watch->styles, g_strdup(name), files);
    }
    for (guint i = 0; i < files->len; i++)
        add_file(list, g_ptr_array_index(files, i));
}

static void
add_map(IncmapWatch *watch, GString *list, const IncmapJobMap *map)
{
    const char *const tables[] = {map->options.places, map->options.review,
                                  map->options.disclaimers};
    g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
    /* An input that isn't there now may come. */
    g_autoptr(GPtrArray) sources = incmap_sources_list(map, NULL);
    for (guint i = 0; sources != NULL && i < sources->len; i++) {
        const IncmapSource *source = g_ptr_array_index(sources, i);
        g_ptr_array_add(files, g_strdup(source->path));
        incmap_source_add_companions(source, files);
    }
    for (guint i = 0; i < map->options.layers->len; i++)
        g_ptr_array_add(files, g_strdup(g_ptr_array_index(map->options.layers, i)));
    for (guint i = 0; i < G_N_ELEMENTS(tables); i++) {
        if (tables[i] != NULL)
            g_ptr_array_add(files, g_strdup(tables[i]));
    }
    for (guint i = 0; i < files->len; i++)
        add_file(list, g_ptr_array_index(files, i));
    add_style(watch, list, map->options.style != NULL ? map->options.style : "news");
}

/* The job as it is now; one that can't be read is only looked at itself. */
static void
load_job(IncmapWatch *watch)
{
    IncmapStamp stamp = incmap_stamp_of(watch->job_path);
    if (incmap_stamp_equal(&stamp, &watch->job_stamp))
        return;
    incmap_job_free(watch->job);
    watch->job_stamp = stamp;
    watch->job = incmap_job_load(watch->job_path, NULL);
}

gboolean
incmap_watch_look(IncmapWatch *watch)
{
    g_return_val_if_fail(watch != NULL, FALSE);
    g_autoptr(GString) list = g_string_new(NULL);
    if (watch->job_path != NULL) {
        load_job(watch);
        add_file(list, watch->job_path);
    }
    for (guint i = 0; watch->job != NULL && i < watch->job->maps->len; i++)
        add_map(watch, list, g_ptr_array_index(watch->job->maps, i));
    if (watch->map != NULL)
        add_map(watch, list, watch->map);
    if (g_strcmp0(list->str, watch->seen) == 0)
        return FALSE;
    g_hash_table_remove_all(watch->styles);
    g_free(watch->seen);
    watch->seen = g_strdup(list->str);
    return TRUE;
}
