/* SPDX-License-Identifier: MIT */
#include "run/style-icons.h"

#include <string.h>

static int
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void
add_file(GPtrArray *icons, const char *folder, const char *name)
{
    const char *ending = g_str_has_suffix(name, ".svg") ? "" : ".svg";
    g_autofree char *file = g_strconcat(name, ending, NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR) &&
        !g_ptr_array_find_with_equal_func(icons, path, g_str_equal, NULL))
        g_ptr_array_add(icons, g_steal_pointer(&path));
}

/* Any text within what an icon's name is made of. */
static void
add_texts(GPtrArray *icons, const IncmapValue *value, const GPtrArray *folders)
{
    for (guint i = 0; value->kind == INCMAP_VALUE_STRING && i < folders->len; i++)
        add_file(icons, folders->pdata[i], value->as.string);
    for (guint i = 0; value->kind == INCMAP_VALUE_ARRAY && i < value->n; i++)
        add_texts(icons, &value->as.items[i], folders);
}

static void
add_icons(GPtrArray *icons, const IncmapValue *value, const GPtrArray *folders)
{
    for (guint i = 0; value->kind == INCMAP_VALUE_ARRAY && i < value->n; i++)
        add_icons(icons, &value->as.items[i], folders);
    for (guint i = 0; value->kind == INCMAP_VALUE_OBJECT && i < value->n; i++) {
        const IncmapMember *member = &value->as.members[i];
        if (strcmp(member->key.as.string, "icon-image") == 0 ||
            strcmp(member->key.as.string, "image") == 0)
            add_texts(icons, &member->value, folders);
        else
            add_icons(icons, &member->value, folders);
    }
}

static void
add_folder(GPtrArray *icons, const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    const char *file;
    while (dir != NULL && (file = g_dir_read_name(dir)) != NULL) {
        if (g_str_has_suffix(file, ".svg"))
            add_file(icons, folder, file);
    }
}

GPtrArray *
incmap_style_icons_list(const IncmapValue *root, const char *const *files, guint n_files)
{
    GPtrArray *icons = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) folders = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n_files; i++)
        g_ptr_array_add(folders, g_path_get_dirname(files[i]));
    const IncmapValue *sprite = incmap_value_find(root, "sprite");
    if (sprite != NULL && sprite->kind == INCMAP_VALUE_STRING && n_files > 0) {
        g_autofree char *folder = g_build_filename(folders->pdata[0], sprite->as.string, NULL);
        add_folder(icons, folder);
    }
    add_icons(icons, root, folders);
    g_ptr_array_sort(icons, compare_texts);
    return icons;
}
