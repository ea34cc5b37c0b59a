/* SPDX-License-Identifier: MIT */
/*
 * test-mentions-table FOLDER TABLE: every text of the table, read and located
 * with the standard gazetteer of FOLDER. See the head of the table for its form.
 */
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/locate.h"
#include "pipeline/names.h"
#include "read/read.h"

static const IncmapMention *
find_mention(const IncmapScene *scene, const char *text)
{
    for (guint i = 0; i < scene->mentions->len; i++) {
        const IncmapMention *mention = &g_array_index(scene->mentions, IncmapMention, i);
        if (strcmp(mention->text, text) == 0)
            return mention;
    }
    return NULL;
}

/* NULL when @want holds, else what is wrong. */
static char *
check(const IncmapScene *scene, const char *want)
{
    g_auto(GStrv) parts = g_strsplit(want, "=", 2);
    gboolean is_negative = want[0] == '!';
    const char *text = is_negative ? want + 1 : parts[0];
    const IncmapMention *mention = find_mention(scene, text);
    if (is_negative)
        return mention == NULL ? NULL : g_strdup_printf("%s was taken for a place", text);
    if (mention == NULL)
        return g_strdup_printf("%s was not found", text);
    const IncmapFix *fix = &mention->fix;
    gboolean is_placed = fix->precision != INCMAP_PRECISION_NONE;
    if (parts[1] == NULL)
        return NULL;
    if (strcmp(parts[1], "-") == 0)
        return is_placed ? g_strdup_printf("%s was placed in %s", text, fix->name) : NULL;
    g_auto(GStrv) numbers = g_strsplit(parts[1], " ", 3);
    g_assert_cmpuint(g_strv_length(numbers), ==, 3);
    IncmapLonLat point = {g_ascii_strtod(numbers[1], NULL), g_ascii_strtod(numbers[0], NULL)};
    double km = is_placed ? incmap_distance_km(fix->point, point) : 20000;
    if (km <= g_ascii_strtod(numbers[2], NULL))
        return NULL;
    return g_strdup_printf("%s is %s, %s, %.0f km off", text, fix->name != NULL ? fix->name : "-",
                           fix->country != NULL ? fix->country : "-", km);
}

static char *
check_all(const IncmapScene *scene, const char *wants)
{
    g_auto(GStrv) parts = g_strsplit(wants, "; ", -1);
    for (char **part = parts; *part != NULL; part++) {
        char *wrong = check(scene, *part);
        if (wrong != NULL)
            return wrong;
    }
    return NULL;
}

static IncmapScene *
read_text(IncmapSession *session, const IncmapNameSource *source, const char *path,
          const char *text)
{
    g_autoptr(GError) error = NULL;
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    IncmapScene *scene = incmap_scene_new();
    IncmapReadOptions options = {.names = source, .kind = "text"};
    incmap_read_file(scene, path, &options, &error);
    g_assert_no_error(error);
    const IncmapGazetteer *gazetteer = incmap_session_get_gazetteer(session, &error);
    g_assert_no_error(error);
    incmap_locate_scene(scene, gazetteer, NULL, NULL, &error);
    g_assert_no_error(error);
    return scene;
}

int
main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    g_setenv("INCMAP_DATA", argv[1], TRUE);
    g_autofree char *table = NULL;
    g_assert_true(g_file_get_contents(argv[2], &table, NULL, NULL));
    g_autofree char *folder = g_dir_make_tmp("mentions-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "text.txt", NULL);
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_auto(IncmapNames) names;
    incmap_names_init(&names, session);
    g_auto(GStrv) lines = g_strsplit(table, "\n", -1);
    guint n = 0, n_wrong = 0;
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) columns = g_strsplit(*line, "\t", 2);
        if ((*line)[0] == '#' || columns[0] == NULL || columns[1] == NULL)
            continue;
        g_autoptr(IncmapScene) scene = read_text(session, &names.source, path, columns[0]);
        g_autofree char *wrong = check_all(scene, columns[1]);
        printf("%s %u - %s%s%s\n", wrong == NULL ? "ok" : "not ok", ++n, columns[0],
               wrong == NULL ? "" : " # ", wrong == NULL ? "" : wrong);
        n_wrong += wrong != NULL;
    }
    printf("1..%u\n", n);
    g_unlink(path);
    g_rmdir(folder);
    return n_wrong == 0 && n > 0 ? 0 : 1;
}
