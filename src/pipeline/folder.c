/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "pipeline/pipeline.h"

#include <string.h>

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Only what is surely meant: a folder of articles has pictures and notes beside them. */
static gboolean
is_readable(const char *name)
{
    static const char *const endings[] = {".txt",  ".md",  ".html", ".htm", ".rss",
                                          ".atom", ".xml", ".csv",  ".tsv"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(name, endings[i]) && name[0] != '.')
            return TRUE;
    }
    return FALSE;
}

GPtrArray *
incmap_folder_list(const char *path, GError **error)
{
    GError *failure = NULL;
    g_autoptr(GDir) dir = g_dir_open(path, 0, &failure);
    if (dir == NULL) {
        g_autoptr(GError) owned = failure;
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be listed: %s", path, owned->message);
        return NULL;
    }
    g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *file = g_build_filename(path, name, NULL);
        if (is_readable(name) && g_file_test(file, G_FILE_TEST_IS_REGULAR))
            g_ptr_array_add(paths, g_steal_pointer(&file));
    }
    if (paths->len == 0) {
        incmap_fail(error, INCMAP_ERROR_INPUT,
                    "%s: no .txt, .md, .html, .rss, .atom, .xml, .csv or .tsv files in this folder",
                    path);
        return NULL;
    }
    g_ptr_array_sort(paths, compare_paths);
    return g_steal_pointer(&paths);
}
