/* SPDX-License-Identifier: MIT */
#include "pipeline/gazetteers.h"

#include <string.h>

#define ENDING ".inm"
#define REVIEW_ENDING ".review.csv"

char *
incmap_gazetteers_path(const char *chosen)
{
    const char *named = chosen != NULL ? chosen : g_getenv("INCMAP_GAZETTEER");
    if (named != NULL)
        return named[0] == '\0' || strcmp(named, "none") == 0 ? NULL : g_strdup(named);
    /* Not g_get_user_data_dir(): with an empty HOME it invents a folder. */
    const char *data = g_getenv("XDG_DATA_HOME");
    if (data != NULL && g_path_is_absolute(data))
        return g_build_filename(data, "incmap", "gazetteers", NULL);
    const char *home = g_getenv("HOME");
    if (home != NULL && g_path_is_absolute(home))
        return g_build_filename(home, ".local", "share", "incmap", "gazetteers", NULL);
    return NULL;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *
incmap_gazetteers_list(const char *path, const char *ending)
{
    GPtrArray *files = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = path != NULL ? g_dir_open(path, 0, NULL) : NULL;
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        if (name[0] != '.' && g_str_has_suffix(name, ending))
            g_ptr_array_add(files, g_build_filename(path, name, NULL));
    g_ptr_array_sort(files, compare_paths);
    return files;
}

gboolean
incmap_gazetteers_load(IncmapGazetteer *gazetteer, const char *chosen, GError **error)
{
    g_autofree char *path = incmap_gazetteers_path(chosen);
    gboolean is_named = chosen != NULL || g_getenv("INCMAP_GAZETTEER") != NULL;
    if (path == NULL)
        return TRUE;
    if (g_file_test(path, G_FILE_TEST_IS_REGULAR))
        return incmap_gazetteer_add_file(gazetteer, path, error);
    if (is_named && !g_file_test(path, G_FILE_TEST_IS_DIR))
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: no such folder or gazetteer file; add one with \"incmap gazetteer "
                           "add\" or say none",
                           path);
    g_autoptr(GPtrArray) files = incmap_gazetteers_list(path, ENDING);
    for (guint i = 0; i < files->len; i++)
        if (!incmap_gazetteer_add_file(gazetteer, g_ptr_array_index(files, i), error))
            return FALSE;
    return TRUE;
}

GPtrArray *
incmap_gazetteers_reviews(const char *chosen)
{
    g_autofree char *path = incmap_gazetteers_path(chosen);
    return incmap_gazetteers_list(path, REVIEW_ENDING);
}

gboolean
incmap_session_set_gazetteers(IncmapSession *session, const char *path, GError **error)
{
    g_return_val_if_fail(session != NULL && path != NULL, FALSE);
    return incmap_session_use_gazetteers(session, path, error);
}

static void
add_row(GPtrArray *rows, char *name, char *description)
{
    g_ptr_array_add(rows, name);
    g_ptr_array_add(rows, description);
}

/* What it was made of, as its record says. */
static char *
describe_record(const char *folder, const char *name)
{
    g_autofree char *file = g_strconcat(name, ".ini", NULL);
    g_autofree char *path = g_build_filename(folder, file, NULL);
    g_autoptr(GKeyFile) record = g_key_file_new();
    if (!g_key_file_load_from_file(record, path, G_KEY_FILE_NONE, NULL))
        return g_strdup("");
    g_auto(GStrv) files = g_key_file_get_string_list(record, "gazetteer", "files", NULL, NULL);
    g_autofree char *all = files != NULL ? g_strjoinv(", ", files) : g_strdup("?");
    g_autofree char *credit = g_key_file_get_string(record, "gazetteer", "credit", NULL);
    return g_strdup_printf("; from %s%s%s", all, credit != NULL ? "; credit: " : "",
                           credit != NULL ? credit : "");
}

static char *
describe_counts(const IncmapGazetteer *gazetteer)
{
    IncmapGazetteerInfo info;
    incmap_gazetteer_info(gazetteer, &info);
    return g_strdup_printf("%u places, %u names, %.1f MB", info.n_places, info.n_names,
                           (double)info.n_bytes / 1e6);
}

static void
describe_file(GPtrArray *rows, const char *folder, const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    char *name = g_strndup(base, strlen(base) - strlen(ENDING));
    g_autoptr(GError) failure = NULL;
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(path, &failure);
    if (gazetteer == NULL) {
        add_row(rows, name, g_strdup(failure->message));
        return;
    }
    g_autofree char *counts = describe_counts(gazetteer);
    g_autofree char *record = describe_record(folder, name);
    add_row(rows, name, g_strconcat(counts, record, NULL));
}

char **
incmap_session_describe_gazetteers(IncmapSession *session, GError **error)
{
    g_return_val_if_fail(session != NULL, NULL);
    const IncmapGazetteer *standard = incmap_session_get_standard(session, error);
    g_autofree char *path = incmap_gazetteers_path(session->gazetteers);
    if (standard == NULL)
        return NULL;
    GPtrArray *rows = g_ptr_array_new();
    add_row(rows, g_strdup("standard"), describe_counts(standard));
    gboolean is_file = path != NULL && g_file_test(path, G_FILE_TEST_IS_REGULAR);
    g_autofree char *folder = is_file ? g_path_get_dirname(path) : g_strdup(path);
    g_autoptr(GPtrArray) files = incmap_gazetteers_list(is_file ? NULL : path, ENDING);
    if (is_file)
        g_ptr_array_add(files, g_strdup(path));
    for (guint i = 0; i < files->len; i++)
        describe_file(rows, folder, g_ptr_array_index(files, i));
    g_autoptr(GPtrArray) reviews = incmap_gazetteers_reviews(session->gazetteers);
    for (guint i = 0; i < reviews->len; i++) {
        g_autofree char *base = g_path_get_basename(g_ptr_array_index(reviews, i));
        add_row(rows, g_strndup(base, strlen(base) - strlen(REVIEW_ENDING)),
                g_strdup("choices of a review"));
    }
    g_ptr_array_add(rows, NULL);
    return (char **)g_ptr_array_free(rows, FALSE);
}

char **
incmap_session_get_notes(const IncmapSession *session)
{
    g_return_val_if_fail(session != NULL, NULL);
    GPtrArray *notes = g_ptr_array_new();
    for (guint i = 0; i < session->notes->len; i++)
        g_ptr_array_add(notes, g_strdup(g_ptr_array_index(session->notes, i)));
    g_ptr_array_add(notes, NULL);
    return (char **)g_ptr_array_free(notes, FALSE);
}
