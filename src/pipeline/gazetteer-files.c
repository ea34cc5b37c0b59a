/* SPDX-License-Identifier: MIT */
/*
 * Adding, building again and removing the user's gazetteers.
 */
#include "pipeline/gazetteers.h"

#include "base/output.h"
#include "base/text.h"
#include "locate/add.h"
#include "pipeline/review.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define GROUP "gazetteer"

/** Work: one command that changes the folder */
typedef struct Work Work;
struct Work {
    IncmapSession *session;
    char *folder;
    int lock; /* -1: not held */
    IncmapProgressFunc progress;
    gpointer progress_data;
    const char *name; /* of the gazetteer in the making */
};

static void
clear_work(Work *work)
{
    if (work->lock >= 0)
        close(work->lock);
    g_free(work->folder);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Work, clear_work)

/* Left by builds that were killed: with the lock held no other can be writing. */
static void
remove_leftovers(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;) {
        if (name[0] != '.' || (strstr(name, ".inm.") == NULL && strstr(name, ".ini.") == NULL &&
                               strstr(name, ".csv.") == NULL))
            continue;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_unlink(path);
    }
}

static gboolean
take_lock(Work *work, GError **error)
{
    g_autofree char *path = g_build_filename(work->folder, ".lock", NULL);
    work->lock = g_open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (work->lock < 0)
        return incmap_fail(error, INCMAP_ERROR_OUTPUT,
                           "cannot write in %s: %s; name a folder that you may write to with "
                           "INCMAP_GAZETTEER",
                           work->folder, g_strerror(errno));
    if (flock(work->lock, LOCK_EX | LOCK_NB) == 0)
        return TRUE;
    if (work->progress != NULL)
        work->progress("waiting for another build", 0, work->progress_data);
    while (flock(work->lock, LOCK_EX) != 0)
        if (errno != EINTR)
            return incmap_fail(error, INCMAP_ERROR_OUTPUT, "%s: cannot be locked: %s", path,
                               g_strerror(errno));
    return TRUE;
}

static gboolean
begin(Work *work, IncmapSession *session, GError **error)
{
    work->session = session;
    work->lock = -1;
    work->folder = incmap_gazetteers_path(session->gazetteers);
    if (work->folder == NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "there is no folder for gazetteers, since HOME is empty; name one with "
                           "INCMAP_GAZETTEER");
    if (g_file_test(work->folder, G_FILE_TEST_EXISTS) &&
        !g_file_test(work->folder, G_FILE_TEST_IS_DIR))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s: a file, and gazetteers are added to a folder; name one with "
                           "INCMAP_GAZETTEER",
                           work->folder);
    if (g_mkdir_with_parents(work->folder, 0777) != 0)
        return incmap_fail(error, INCMAP_ERROR_OUTPUT,
                           "cannot make %s: %s; name a folder that you may write to with "
                           "INCMAP_GAZETTEER",
                           work->folder, g_strerror(errno));
    if (!take_lock(work, error))
        return FALSE;
    remove_leftovers(work->folder);
    return TRUE;
}

static char *
path_of(const Work *work, const char *name, const char *ending)
{
    g_autofree char *file = g_strconcat(name, ending, NULL);
    return g_build_filename(work->folder, file, NULL);
}

/* "allCountries" of "/data/allCountries.txt": letters, digits, hyphens. */
static char *
make_name(const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strchr(base[0] == '.' ? base + 1 : base, '.');
    if (dot != NULL)
        *dot = '\0';
    for (char *c = base; *c != '\0'; c++)
        if (!g_ascii_isalnum(*c) && *c != '_' && (guchar)*c < 0x80)
            *c = '-';
    return g_strdup(base[0] != '\0' ? base : "places");
}

static void
tell_reading(const char *what, double share, gpointer data)
{
    const Work *work = data;
    if (work->progress != NULL)
        work->progress(what, share, work->progress_data);
}

static void
tell_building(double share, gpointer data)
{
    const Work *work = data;
    if (work->progress != NULL)
        work->progress(work->name, 0.5 + share / 2, work->progress_data);
}

/* Reads the files into the builder. @out_is_own: places that the user knows himself. */
static gboolean
read_files(Work *work, IncmapAddition *addition, IncmapAddKind kind, const char *const *files,
           const char *columns, gboolean *out_is_own, GError **error)
{
    gboolean is_area = FALSE;
    *out_is_own = kind != INCMAP_ADD_GEONAMES;
    if (kind == INCMAP_ADD_GEONAMES)
        return incmap_add_geonames(addition, files, error);
    for (guint i = 0; files[i] != NULL; i++) {
        tell_reading(files[i], 0, work);
        gboolean is_read = kind == INCMAP_ADD_PLACES
                               ? incmap_add_places(addition, files[i], columns, error)
                               : incmap_add_vector(addition, files[i], columns, &is_area, error);
        if (!is_read)
            return FALSE;
    }
    *out_is_own = !is_area;
    return TRUE;
}

/* What NAME.ini says of the files: enough to build it again. */
static gboolean
write_record(const Work *work, const char *const *files, const char *columns, IncmapAddKind kind,
             guint n_places, GError **error)
{
    g_autoptr(GKeyFile) record = g_key_file_new();
    g_autofree char *path = path_of(work, work->name, ".ini");
    g_autoptr(GPtrArray) absolute = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; files[i] != NULL; i++)
        g_ptr_array_add(absolute, g_canonicalize_filename(files[i], NULL));
    g_key_file_set_string_list(record, GROUP, "files", (const char *const *)absolute->pdata,
                               absolute->len);
    if (columns != NULL)
        g_key_file_set_string(record, GROUP, "columns", columns);
    if (kind == INCMAP_ADD_GEONAMES)
        g_key_file_set_string(record, GROUP, "credit", "GeoNames (CC BY 4.0)");
    g_key_file_set_integer(record, GROUP, "places", (int)n_places);
    gsize length = 0;
    g_autofree char *text = g_key_file_to_data(record, &length, NULL);
    return incmap_output_write(path, text, length, error);
}

static gboolean
make_gazetteer(Work *work, IncmapAddKind kind, const char *const *files, const char *columns,
               GError **error)
{
    g_autoptr(IncmapGazetteerBuilder) builder = incmap_gazetteer_builder_new();
    g_autofree char *path = path_of(work, work->name, ".inm");
    gboolean is_own = FALSE;
    IncmapAddition addition = {
        .base = incmap_session_get_standard(work->session, error),
        .builder = builder,
        .notes = work->session->notes,
        .progress = tell_reading,
        .progress_data = work,
    };
    addition.layers =
        addition.base != NULL ? incmap_session_get_layers(work->session, error) : NULL;
    if (addition.layers == NULL ||
        !read_files(work, &addition, kind, files, columns, &is_own, error))
        return FALSE;
    guint n_places = incmap_gazetteer_builder_n_places(builder);
    if (n_places == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: holds no place", files[0]);
    if (is_own)
        incmap_gazetteer_builder_set_own(builder);
    incmap_gazetteer_builder_set_progress(builder, tell_building, work);
    return incmap_gazetteer_builder_write(builder, path, error) &&
           write_record(work, files, columns, kind, n_places, error);
}

/* All files of one command are of one kind, but tables and layers may stand side by side. */
static gboolean
recognise(const char *const *files, const char *columns, IncmapAddKind *out_kind, GError **error)
{
    for (guint i = 0; files[i] != NULL; i++) {
        IncmapAddKind kind;
        if (!g_file_test(files[i], G_FILE_TEST_EXISTS))
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no such file", files[i]);
        if (!incmap_add_recognise(files[i], &kind, error))
            return FALSE;
        if (i > 0 && kind != *out_kind)
            return incmap_fail(error, INCMAP_ERROR_USAGE,
                               "%s and %s are of different kinds; add them one by one", files[0],
                               files[i]);
        *out_kind = kind;
    }
    if (*out_kind == INCMAP_ADD_REVIEW && files[1] != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "add review files one by one");
    if (*out_kind == INCMAP_ADD_GEONAMES && columns != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s: a GeoNames dump has columns of its own; leave --columns out",
                           files[0]);
    return TRUE;
}

static gboolean
check_room(const Work *work, GError **error)
{
    guint n = 0;
    g_autoptr(GDir) dir = g_dir_open(work->folder, 0, NULL);
    for (const char *name; dir != NULL && (name = g_dir_read_name(dir)) != NULL;)
        n += name[0] != '.' && g_str_has_suffix(name, ".inm");
    g_autofree char *path = path_of(work, work->name, ".inm");
    if (n < INCMAP_MAX_GAZETTEERS || g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_USAGE,
                       "%s holds %u gazetteers already; remove one, or name several files in one "
                       "command",
                       work->folder, n);
}

gboolean
incmap_session_add_gazetteer(IncmapSession *session, const char *const *files, const char *name,
                             const char *columns, IncmapProgressFunc progress, gpointer data,
                             GError **error)
{
    g_return_val_if_fail(session != NULL && files != NULL && files[0] != NULL, FALSE);
    g_auto(Work) work = {.progress = progress, .progress_data = data, .lock = -1};
    IncmapAddKind kind = INCMAP_ADD_VECTOR;
    g_autofree char *made = make_name(name != NULL ? name : files[0]);
    work.name = made;
    if (!recognise(files, columns, &kind, error) || !begin(&work, session, error) ||
        !check_room(&work, error))
        return FALSE;
    if (kind != INCMAP_ADD_REVIEW)
        return make_gazetteer(&work, kind, files, columns, error);
    g_autofree char *path = path_of(&work, made, ".review.csv");
    return incmap_review_promote(files[0], path, error);
}

static char *
find_name(const char *folder, const char *name, GError **error)
{
    static const char *const endings[] = {".inm", ".ini", ".review.csv"};
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *file; dir != NULL && (file = g_dir_read_name(dir)) != NULL;)
        for (gsize i = 0; i < G_N_ELEMENTS(endings); i++)
            if (file[0] != '.' && g_str_has_suffix(file, endings[i]))
                g_ptr_array_add(names, g_strndup(file, strlen(file) - strlen(endings[i])));
    g_ptr_array_add(names, NULL);
    if (g_strv_contains((const char *const *)names->pdata, name))
        return g_strdup(name);
    const char *nearest = incmap_text_nearest(name, (const char *const *)names->pdata);
    incmap_fail(error, INCMAP_ERROR_USAGE,
                "no gazetteer is called \"%s\"%s%s%s; see \"incmap "
                "gazetteer info\"",
                name, nearest != NULL ? "; did you mean \"" : "", nearest != NULL ? nearest : "",
                nearest != NULL ? "\"?" : "");
    return NULL;
}

gboolean
incmap_session_remove_gazetteer(IncmapSession *session, const char *name, GError **error)
{
    g_return_val_if_fail(session != NULL && name != NULL, FALSE);
    g_auto(Work) work = {.lock = -1};
    if (!begin(&work, session, error))
        return FALSE;
    g_autofree char *found = find_name(work.folder, name, error);
    static const char *const endings[] = {".inm", ".review.csv", ".ini"};
    for (gsize i = 0; found != NULL && i < G_N_ELEMENTS(endings); i++) {
        g_autofree char *path = path_of(&work, found, endings[i]);
        if (g_unlink(path) != 0 && errno != ENOENT)
            return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot remove %s: %s", path,
                               g_strerror(errno));
    }
    return found != NULL;
}

/* Builds one again from what its record says. */
static gboolean
build_again(Work *work, const char *record_path, GError **error)
{
    g_autoptr(GKeyFile) record = g_key_file_new();
    g_autoptr(GError) failure = NULL;
    g_autofree char *base = g_path_get_basename(record_path);
    g_autofree char *name = g_strndup(base, strlen(base) - strlen(".ini"));
    g_auto(GStrv) files = NULL;
    if (!g_key_file_load_from_file(record, record_path, G_KEY_FILE_NONE, &failure) ||
        (files = g_key_file_get_string_list(record, GROUP, "files", NULL, &failure)) == NULL ||
        files[0] == NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: does not say what \"%s\" was made of; remove it and add its files "
                           "again",
                           record_path, name);
    g_autofree char *columns = g_key_file_get_string(record, GROUP, "columns", NULL);
    IncmapAddKind kind = INCMAP_ADD_VECTOR;
    work->name = name;
    if (recognise((const char *const *)files, columns, &kind, error) &&
        make_gazetteer(work, kind, (const char *const *)files, columns, error))
        return TRUE;
    g_prefix_error(error, "gazetteer \"%s\": ", name);
    return FALSE;
}

gboolean
incmap_session_build_gazetteers(IncmapSession *session, IncmapProgressFunc progress, gpointer data,
                                GError **error)
{
    g_return_val_if_fail(session != NULL, FALSE);
    g_auto(Work) work = {.progress = progress, .progress_data = data, .lock = -1};
    if (!begin(&work, session, error))
        return FALSE;
    g_autoptr(GPtrArray) records = incmap_gazetteers_list(work.folder, ".ini");
    if (records->len == 0)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s holds no gazetteer to build; add files first", work.folder);
    for (guint i = 0; i < records->len; i++)
        if (!build_again(&work, g_ptr_array_index(records, i), error))
            return FALSE;
    return TRUE;
}
