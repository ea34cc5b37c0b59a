/* SPDX-License-Identifier: MIT */
/*
 * Where fontconfig looks: its configuration files and the folders of fonts with all folders in
 * them, whether they are there or not. A font that comes, goes or is replaced changes the time of
 * its folder.
 */
#include "draw/fonts.h"

#include <fontconfig/fontconfig.h>

#define MAX_DEPTH 6
#define MAX_SOURCES 4000

static void
add_folder(GPtrArray *sources, const char *path, guint depth)
{
    if (depth > MAX_DEPTH || sources->len >= MAX_SOURCES)
        return;
    g_ptr_array_add(sources, g_strdup(path));
    g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        g_autofree char *child = g_build_filename(path, name, NULL);
        if (g_file_test(child, G_FILE_TEST_IS_DIR))
            add_folder(sources, child, depth + 1);
    }
}

static void
add_all(GPtrArray *sources, FcStrList *list, gboolean are_folders)
{
    for (FcChar8 *path = list != NULL ? FcStrListNext(list) : NULL; path != NULL;
         path = FcStrListNext(list)) {
        if (are_folders)
            add_folder(sources, (const char *)path, 0);
        else
            g_ptr_array_add(sources, g_strdup((const char *)path));
    }
    if (list != NULL)
        FcStrListDone(list);
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return g_strcmp0(*(char *const *)a, *(char *const *)b);
}

char **
incmap_fonts_list_sources(void)
{
    GPtrArray *sources = g_ptr_array_new();
    FcConfig *config = FcInitLoadConfig();
    if (config != NULL) {
        add_all(sources, FcConfigGetConfigFiles(config), FALSE);
        add_all(sources, FcConfigGetFontDirs(config), TRUE);
        FcConfigDestroy(config);
    }
    g_ptr_array_sort(sources, compare_paths);
    g_ptr_array_add(sources, NULL);
    return (char **)g_ptr_array_free(sources, FALSE);
}

char *
incmap_fonts_find(const char *family)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcFontSet *files = config != NULL ? FcConfigGetFonts(config, FcSetSystem) : NULL;
    char *found = NULL;
    for (int i = 0; files != NULL && found == NULL && i < files->nfont; i++) {
        FcChar8 *name = NULL, *file = NULL;
        if (FcPatternGetString(files->fonts[i], FC_FILE, 0, &file) != FcResultMatch)
            continue;
        gboolean is_it = family == NULL;
        for (int n = 0; FcPatternGetString(files->fonts[i], FC_FAMILY, n, &name) == FcResultMatch;
             n++)
            is_it |= family != NULL && g_ascii_strcasecmp((const char *)name, family) == 0;
        if (is_it)
            found = g_strdup((const char *)file);
    }
    if (config != NULL)
        FcConfigDestroy(config);
    return found;
}
