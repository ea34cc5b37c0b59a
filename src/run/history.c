/* SPDX-License-Identifier: MIT */
#include "run/history.h"

#include "base/error.h"
#include "base/output.h"
#include "pipeline/when.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define STAMP_LENGTH (sizeof "-20261108T090000Z" - 1)

/** Shelf: the folder of versions of one file */
typedef struct Shelf Shelf;
struct Shelf {
    char *folder, *stem, *ending; /* "out/history", "Mali", ".png" */
    GPtrArray *names;             /* char *: oldest first */
};

static void
clear_shelf(Shelf *shelf)
{
    g_free(shelf->folder);
    g_free(shelf->stem);
    g_free(shelf->ending);
    g_clear_pointer(&shelf->names, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Shelf, clear_shelf)

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static gboolean
is_version(const Shelf *shelf, const char *name)
{
    gsize stem = strlen(shelf->stem);
    if (strlen(name) != stem + STAMP_LENGTH + strlen(shelf->ending) ||
        !g_str_has_prefix(name, shelf->stem) || !g_str_has_suffix(name, shelf->ending))
        return FALSE;
    static const char pattern[] = "-dddddddd"
                                  "Tdddddd"
                                  "Z";
    for (gsize i = 0; i < STAMP_LENGTH; i++) {
        char c = name[stem + i];
        if (pattern[i] == 'd' ? !g_ascii_isdigit(c) : c != pattern[i])
            return FALSE;
    }
    return TRUE;
}

static void
open_shelf(Shelf *shelf, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *name = g_path_get_basename(path);
    const char *dot = strrchr(name, '.');
    gsize length = dot != NULL && dot != name ? (gsize)(dot - name) : strlen(name);
    shelf->folder = g_build_filename(folder, "history", NULL);
    shelf->stem = g_strndup(name, length);
    shelf->ending = g_strdup(name + length);
    shelf->names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(shelf->folder, 0, NULL);
    for (const char *entry = dir != NULL ? g_dir_read_name(dir) : NULL; entry != NULL;
         entry = g_dir_read_name(dir)) {
        if (is_version(shelf, entry))
            g_ptr_array_add(shelf->names, g_strdup(entry));
    }
    g_ptr_array_sort(shelf->names, compare_names);
}

static char *
newest_path(const Shelf *shelf)
{
    return shelf->names->len == 0
               ? NULL
               : g_build_filename(shelf->folder,
                                  g_ptr_array_index(shelf->names, shelf->names->len - 1), NULL);
}

static gboolean
has_same_bytes(const char *left, const char *right)
{
    g_autofree char *a = NULL, *b = NULL;
    gsize n_a = 0, n_b = 0;
    return g_file_get_contents(left, &a, &n_a, NULL) &&
           g_file_get_contents(right, &b, &n_b, NULL) && n_a == n_b && memcmp(a, b, n_a) == 0;
}

/* Later than every version there is, whatever the clock says. */
static char *
choose_name(const Shelf *shelf)
{
    gint64 seconds = incmap_now();
    g_autofree char *newest = shelf->names->len > 0
                                  ? g_strdup(g_ptr_array_index(shelf->names, shelf->names->len - 1))
                                  : NULL;
    for (;; seconds++) {
        g_autoptr(GDateTime) time = g_date_time_new_from_unix_utc(seconds);
        if (time == NULL)
            return NULL;
        g_autofree char *stamp = g_date_time_format(time, "-%Y%m%dT%H%M%SZ");
        char *name = g_strconcat(shelf->stem, stamp, shelf->ending, NULL);
        if (newest == NULL || strcmp(name, newest) > 0)
            return name;
        g_free(name);
        GTimeZone *utc = g_time_zone_new_utc();
        g_autofree char *text = g_strndup(newest + strlen(shelf->stem) + 1, STAMP_LENGTH - 1);
        g_autoptr(GDateTime) last = g_date_time_new_from_iso8601(text, utc);
        g_time_zone_unref(utc);
        if (last != NULL && g_date_time_to_unix(last) > seconds)
            seconds = g_date_time_to_unix(last);
    }
}

/* A second name for the same file; a copy where the file system has no such thing. */
static gboolean
add_version(const char *path, const char *version, GError **error)
{
    if (link(path, version) == 0 || errno == EEXIST)
        return TRUE;
    g_autofree char *bytes = NULL;
    gsize length = 0;
    if (!g_file_get_contents(path, &bytes, &length, NULL))
        return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot read %s: %s", path,
                           g_strerror(errno));
    return incmap_output_write(version, bytes, length, error);
}

gboolean
incmap_history_keep(const char *path, guint n_kept, GError **error)
{
    g_auto(Shelf) shelf = {0};
    open_shelf(&shelf, path);
    g_autofree char *newest = newest_path(&shelf);
    if (newest == NULL || !has_same_bytes(path, newest)) {
        g_autofree char *name = choose_name(&shelf);
        g_autofree char *version = name != NULL ? g_build_filename(shelf.folder, name, NULL) : NULL;
        if (version == NULL || g_mkdir_with_parents(shelf.folder, 0777) != 0)
            return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot create %s: %s", shelf.folder,
                               g_strerror(errno));
        if (!add_version(path, version, error))
            return FALSE;
        g_ptr_array_add(shelf.names, g_steal_pointer(&name));
    }
    for (guint i = 0; i + n_kept < shelf.names->len; i++) {
        g_autofree char *old =
            g_build_filename(shelf.folder, g_ptr_array_index(shelf.names, i), NULL);
        g_unlink(old);
    }
    return TRUE;
}
