/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dladdr() */
#include "pipeline/data.h"

#include "base/text.h"

#include <dlfcn.h>
#include <stdlib.h>
#include <string.h>

/* Both come from the build, relative to the folder of libraries and of programs. */
#ifndef INCMAP_LIB_TO_DATA
#define INCMAP_LIB_TO_DATA "../share/incmap"
#endif
#ifndef INCMAP_BIN_TO_LIB
#define INCMAP_BIN_TO_LIB "../lib"
#endif

char *
incmap_data_find_library(void)
{
    Dl_info info = {0};
    if (dladdr((const void *)incmap_data_find, &info) != 0 && info.dli_fname != NULL &&
        strstr(info.dli_fname, ".so") != NULL)
        return g_canonicalize_filename(info.dli_fname, NULL);
    char *program = g_file_read_link("/proc/self/exe", NULL);
    return program != NULL ? program : g_strdup("incmap");
}

/* The folder of libraries, whether this code is in one or linked into a program. */
static char *
find_library_folder(void)
{
    g_autofree char *own = incmap_data_find_library();
    g_autofree char *folder = g_path_get_dirname(own);
    if (strstr(own, ".so") != NULL)
        return g_steal_pointer(&folder);
    g_autofree char *relative = g_build_filename(folder, INCMAP_BIN_TO_LIB, NULL);
    return g_canonicalize_filename(relative, NULL);
}

static char *
find_data_folder(void)
{
    const char *named = g_getenv("INCMAP_DATA");
    if (named != NULL && named[0] != '\0')
        return g_strdup(named);
    g_autofree char *library = find_library_folder();
    g_autofree char *relative = g_build_filename(library, INCMAP_LIB_TO_DATA, NULL);
    return g_canonicalize_filename(relative, NULL);
}

char *
incmap_data_find(const char *name, GError **error)
{
    g_autofree char *folder = find_data_folder();
    g_autofree char *path = g_build_filename(folder, name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&path);
    incmap_fail(error, INCMAP_ERROR_LAYER,
                "%s: not found; install incmap completely, or set INCMAP_DATA to the folder that "
                "holds %s",
                path, name);
    return NULL;
}

char *
incmap_data_find_module(const char *name, GError **error)
{
    const char *named = g_getenv("INCMAP_MODULE_DIR");
    g_autofree char *library = find_library_folder();
    g_autofree char *path = named != NULL ? g_build_filename(named, name, NULL)
                                          : g_build_filename(library, "incmap", name, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&path);
    incmap_fail(error, INCMAP_ERROR_LAYER,
                "%s: not found; install incmap completely, or set INCMAP_MODULE_DIR to the folder "
                "that holds %s",
                path, name);
    return NULL;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

char *
incmap_data_styles_folder(void)
{
    g_autofree char *folder = find_data_folder();
    return g_build_filename(folder, "styles", NULL);
}

char **
incmap_data_list_styles(void)
{
    g_autofree char *styles = incmap_data_styles_folder();
    g_autoptr(GDir) dir = g_dir_open(styles, 0, NULL);
    GPtrArray *names = g_ptr_array_new();
    for (const char *name = dir == NULL ? NULL : g_dir_read_name(dir); name != NULL;
         name = g_dir_read_name(dir)) {
        if (g_str_has_suffix(name, ".yaml"))
            g_ptr_array_add(names, g_strndup(name, strlen(name) - strlen(".yaml")));
    }
    g_ptr_array_sort(names, compare_names);
    g_ptr_array_add(names, NULL);
    return (char **)g_ptr_array_free(names, FALSE);
}

char *
incmap_data_find_words(const char *language)
{
    g_autofree char *styles = incmap_data_styles_folder();
    g_autofree char *file = g_strconcat(language, ".txt", NULL);
    g_autofree char *path = g_build_filename(styles, "words", file, NULL);
    return g_file_test(path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer(&path) : NULL;
}

static char *
fail_unknown_style(const char *name, GError **error)
{
    g_auto(GStrv) styles = incmap_data_list_styles();
    const char *nearest = incmap_text_nearest(name, (const char *const *)styles);
    g_autofree char *all = g_strjoinv(", ", styles);
    if (nearest != NULL)
        incmap_fail(error, INCMAP_ERROR_USAGE, "unknown style \"%s\"; did you mean \"%s\"?", name,
                    nearest);
    else if (all[0] == '\0')
        incmap_fail(error, INCMAP_ERROR_LAYER,
                    "no styles found; install incmap completely, or set INCMAP_DATA to the folder "
                    "that holds styles");
    else
        incmap_fail(error, INCMAP_ERROR_USAGE,
                    "unknown style \"%s\"; there are %s, or name a .yaml file", name, all);
    return NULL;
}

char *
incmap_data_find_style(const char *name, GError **error)
{
    gboolean is_path = strchr(name, '/') != NULL || g_str_has_suffix(name, ".yaml") ||
                       g_str_has_suffix(name, ".yml") || g_str_has_suffix(name, ".json");
    if (is_path && g_file_test(name, G_FILE_TEST_EXISTS))
        return g_strdup(name);
    if (is_path) {
        incmap_fail(error, INCMAP_ERROR_STYLE, "%s: no such style file", name);
        return NULL;
    }
    g_autofree char *folder = incmap_data_styles_folder();
    g_autofree char *file = g_strconcat(name, ".yaml", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer(&path);
    return fail_unknown_style(name, error);
}
