/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dladdr() */
#include "base/module.h"

#include "base/error.h"

#include <dlfcn.h>
#include <gmodule.h>
#include <string.h>

/* Anything that lies in this library. */
static const char own_address[] = "";

/* The directory of the library or program that this code is part of. */
static char *
find_own_dir(void)
{
    Dl_info info = {0};
    if (dladdr(own_address, &info) != 0 && info.dli_fname != NULL &&
        g_path_is_absolute(info.dli_fname) && strstr(info.dli_fname, ".so") != NULL)
        return g_path_get_dirname(info.dli_fname);
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    return program != NULL ? g_path_get_dirname(program) : g_strdup(".");
}

/* NULL when there is none. */
static char *
find_module(const char *file)
{
    const char *named = g_getenv("INCMAP_MODULE_DIR");
    if (named != NULL)
        return g_build_filename(named, file, NULL);
    g_autofree char *own = find_own_dir();
    static const char *const places[] = {"incmap", "../" INCMAP_LIBDIR "/incmap", "../lib/incmap",
                                         "../../lib/incmap", NULL};
    for (guint i = 0; places[i] != NULL; i++) {
        g_autofree char *path = g_build_filename(own, places[i], file, NULL);
        if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
            return g_steal_pointer(&path);
    }
    return NULL;
}

gconstpointer
incmap_module_load(const char *file, const char *symbol, guint version, GError **error)
{
    g_autofree char *path = find_module(file);
    gpointer table = NULL;
    if (path == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER,
                    "%s: not found; this kind of file needs it: install incmap completely or set "
                    "INCMAP_MODULE_DIR",
                    file);
        return NULL;
    }
    GModule *library = g_module_open(path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL);
    if (library == NULL || !g_module_symbol(library, symbol, &table)) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: cannot be loaded: %s", path, g_module_error());
        return NULL;
    }
    if (*(const guint *)table != version) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: belongs to another version of incmap", path);
        return NULL;
    }
    /* Libraries leave threads and exit handlers behind: they can't be unloaded. */
    g_module_make_resident(library);
    return table;
}
