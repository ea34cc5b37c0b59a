/* SPDX-License-Identifier: MIT */
/*
 * The texts of tests/read/texts against what is expected of them. Each line of
 * NAME.expected asks for one thing; what is not asked for is free, except that
 * "no-incident:" and "no-figure:" allow none. All texts were written on
 * 2024-08-05.
 */
#include "base/error.h"
#include "fake-names.h"
#include "read/dates.h"
#include "read/input.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static const char *const quantities[] = {"exact",   "at-least", "at-most",  "about",
                                         "between", "dozens",   "hundreds", "unknown"};
static const char *const kinds[] = {"killed",    "injured",  "missing",
                                    "displaced", "arrested", "abducted"};

static char *
tests_path(const char *first, const char *second)
{
    return g_build_filename(g_getenv("INCMAP_TESTS"), first, second, NULL);
}

static IncmapScene *
read_text(const char *path, guint32 date_julian)
{
    g_autofree char *folder = tests_path("read", NULL);
    g_autoptr(FakeNames) names = fake_names_new(folder);
    IncmapNameSource source = fake_names_source(names);
    IncmapReadOptions options = {.names = &source, .date_julian = date_julian, .kind = "text"};
    g_autoptr(GError) error = NULL;
    IncmapScene *scene = incmap_scene_new();
    incmap_read_file(scene, path, &options, &error);
    g_assert_no_error(error);
    return scene;
}

static gboolean
has_mention(const IncmapScene *scene, const char *text, int role)
{
    for (guint i = 0; i < scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(scene->mentions, IncmapMention, i);
        if (strcmp(mention->text, text) == 0 && (role < 0 || (int)mention->role == role))
            return TRUE;
    }
    return FALSE;
}

static char *
format_date(IncmapDate date)
{
    int y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0;
    if (date.from_julian == 0)
        return g_strdup("");
    incmap_date_split(date.from_julian, &y, &m, &d);
    incmap_date_split(date.to_julian, &y2, &m2, &d2);
    return date.from_julian == date.to_julian
               ? g_strdup_printf("%04d-%02d-%02d", y, m, d)
               : g_strdup_printf("%04d-%02d-%02d..%04d-%02d-%02d", y, m, d, y2, m2, d2);
}

static gboolean
has_incident(const IncmapScene *scene, const char *wanted)
{
    g_auto(GStrv) parts = g_strsplit(wanted, "|", -1);
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        g_autofree char *date = format_date(incident->date);
        gboolean is_date =
            parts[1] == NULL || parts[2] == NULL || strcmp(g_strstrip(parts[2]), date) == 0;
        if (strcmp(incmap_event_id(incident->event), g_strstrip(parts[0])) == 0 && is_date &&
            incident->place != NULL && strstr(incident->place, g_strstrip(parts[1])) != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_figure(const IncmapFigure *figure, char **parts)
{
    if (strcmp(kinds[figure->kind], parts[0]) != 0 ||
        strcmp(quantities[figure->quantity], parts[1]) != 0)
        return FALSE;
    if (parts[2] == NULL)
        return TRUE;
    gboolean is_equal = figure->low == g_ascii_strtod(parts[2], NULL) &&
                        figure->high == g_ascii_strtod(parts[3], NULL);
    return is_equal && (parts[4] == NULL || g_strcmp0(figure->who, parts[4]) == 0);
}

static gboolean
has_figure(const IncmapScene *scene, const char *wanted)
{
    g_auto(GStrv) parts = g_strsplit(wanted, " ", -1);
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        for (guint f = 0; incident->figures != NULL && f < incident->figures->len; f++) {
            if (parts[0] == NULL ||
                is_figure(&g_array_index(incident->figures, IncmapFigure, f), parts))
                return TRUE;
        }
    }
    return FALSE;
}

static gboolean
has_names(const IncmapScene *scene, const char *value, int role)
{
    g_auto(GStrv) names = g_strsplit(value, ", ", -1);
    for (guint i = 0; names[i] != NULL; i++) {
        if (!has_mention(scene, names[i], role))
            return FALSE;
    }
    return TRUE;
}

static gboolean
meets(const IncmapScene *scene, const char *key, const char *value)
{
    const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, 0);
    if (strcmp(key, "dateline") == 0)
        return has_names(scene, value, INCMAP_ROLE_DATELINE);
    if (strcmp(key, "event") == 0)
        return has_names(scene, value, INCMAP_ROLE_EVENT);
    if (strcmp(key, "mentioned") == 0)
        return has_names(scene, value, INCMAP_ROLE_MENTIONED);
    if (strcmp(key, "not-place") == 0)
        return !has_mention(scene, value, -1);
    if (strcmp(key, "language") == 0)
        return strcmp(document->language, value) == 0;
    if (strcmp(key, "incident") == 0)
        return has_incident(scene, value);
    if (strcmp(key, "figure") == 0)
        return has_figure(scene, value);
    if (strcmp(key, "no-incident") == 0)
        return scene->incidents->len == 0;
    if (strcmp(key, "no-figure") == 0)
        return !has_figure(scene, "");
    g_test_message("unknown key %s", key);
    return FALSE;
}

static void
test_text(gconstpointer data)
{
    const char *name = data;
    g_autofree char *folder = tests_path("read", "texts");
    g_autofree char *text = g_strdup_printf("%s/%s.txt", folder, name);
    g_autofree char *expected = g_strdup_printf("%s/%s.expected", folder, name);
    g_autofree char *contents = NULL;
    g_assert_true(g_file_get_contents(expected, &contents, NULL, NULL));
    g_autoptr(IncmapScene) scene = read_text(text, incmap_date_julian(2024, 8, 5));
    g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char *colon = strchr(lines[i], ':');
        if (colon == NULL)
            continue;
        *colon = 0;
        if (!meets(scene, lines[i], g_strstrip(colon + 1))) {
            g_test_message("%s: not met: %s: %s", name, lines[i], colon + 1);
            g_test_fail();
        }
    }
}

static void
test_gallery(void)
{
    g_autofree char *path = tests_path("gallery", "tinzaouaten.txt");
    g_autoptr(IncmapScene) scene = read_text(path, incmap_date_julian(2024, 8, 5));
    g_assert_cmpuint(scene->incidents->len, ==, 1);
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    g_assert_cmpstr(incident->place, ==, "Tinzaouaten");
    g_assert_cmpstr(incident->country, ==, "Mali");
    g_assert_cmpstr(incident->heading, ==, "Ambush");
    g_assert_cmpstr(incident->near_words, ==, "near the Algerian border");
    g_assert_cmpstr(incident->date_words, ==, "last month");
    g_assert_cmpint(incident->event, ==, INCMAP_EVENT_BATTLE);
    g_assert_cmpuint(incident->date.from_julian, ==, incmap_date_julian(2024, 7, 1));
    g_assert_cmpuint(incident->date.to_julian, ==, incmap_date_julian(2024, 7, 31));
    g_assert_true(has_figure(scene, "killed exact 84 84"));
    g_assert_true(has_figure(scene, "killed exact 47 47"));
    g_assert_true(has_figure(scene, "killed between 20 80"));
    g_assert_true(has_figure(scene, "killed unknown"));
    g_assert_true(has_mention(scene, "NAIROBI", INCMAP_ROLE_DATELINE));
    g_assert_true(has_mention(scene, "Kyiv", INCMAP_ROLE_MENTIONED));
}

static void
expect_failure(const char *bytes, gsize length, const char *message)
{
    g_autofree char *path = NULL;
    int fd = g_file_open_tmp("incmap-XXXXXX.txt", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_assert_true(g_close(fd, NULL));
    g_assert_true(g_file_set_contents(path, bytes, (gssize)length, NULL));
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapReadOptions options = {0};
    g_autoptr(GError) error = NULL;
    if (incmap_read_file(scene, path, &options, &error))
        g_error("no failure, but wanted: %s", message);
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, message));
    g_assert_cmpuint(scene->documents->len, ==, 0);
    g_unlink(path);
}

static void
test_failures(void)
{
    expect_failure("", 0, "the file is empty");
    expect_failure("ab\0cd", 5, "is not text (a zero byte at offset 2)");
    expect_failure("caf\xe9 in Gao\n", 12, "is not UTF-8 (byte 0xe9 at offset 3)");
    expect_failure("\x89PNG\r\n", 6, "is a PNG picture");
    expect_failure("...\n", 4, "the text has no words");
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapReadOptions options = {0};
    g_autoptr(GError) error = NULL;
    g_assert_false(incmap_read_file(scene, "/nonexistent.txt", &options, &error));
    g_assert_nonnull(strstr(error->message, "/nonexistent.txt: cannot be read: "));
    g_clear_error(&error);
    g_assert_false(incmap_read_file(scene, "/", &options, &error));
    g_assert_nonnull(strstr(error->message, "is a folder"));
}

/* A file that another program cuts after it was loaded is still there as it was. */
static void
test_cut_file(void)
{
    enum { LENGTH = 3 << 20 };
    g_autofree char *path = NULL, *bytes = g_malloc(LENGTH);
    memset(bytes, 'a', LENGTH);
    close(g_file_open_tmp("incmap-XXXXXX.txt", &path, NULL));
    g_assert_true(g_file_set_contents(path, bytes, LENGTH, NULL));
    g_auto(IncmapInput) input = {0};
    g_autoptr(GError) error = NULL;
    g_assert_true(incmap_input_load(&input, path, &error));
    g_assert_cmpint(truncate(path, 0), ==, 0);
    g_assert_cmpmem(input.text, input.length, bytes, LENGTH);
    g_autofree char *digest = incmap_input_digest(&input);
    g_assert_cmpuint(strlen(digest), ==, 64);
    g_unlink(path);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_autofree char *folder = tests_path("read", "texts");
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *file; dir != NULL && (file = g_dir_read_name(dir)) != NULL;) {
        if (!g_str_has_suffix(file, ".expected"))
            continue;
        char *name = g_strndup(file, strlen(file) - strlen(".expected"));
        g_autofree char *path = g_strdup_printf("/text/%s", name);
        g_ptr_array_add(names, name);
        g_test_add_data_func(path, name, test_text);
    }
    g_test_add_func("/text/gallery", test_gallery);
    g_test_add_func("/text/failures", test_failures);
    g_test_add_func("/text/cut-file", test_cut_file);
    return g_test_run();
}
