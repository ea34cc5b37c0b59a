/* SPDX-License-Identifier: MIT */
/*
 * Areas whose outline no layer has, with the point and the size that their towns give; and
 * further names of those that have one.
 */
#include <string.h>

#include "locate/compile/compile.h"
#include "locate/compile/lines.h"

/* Level 0: another name of an area that has an outline. */
static void
add_twin(IncmapCompile *compile, const IncmapLines *table)
{
    static const char *const fields[] = {"name", "short"};
    gpointer found = g_hash_table_lookup(compile->area_places, incmap_lines_get(table, "admin1"));
    for (gsize i = 0; found != NULL && i < G_N_ELEMENTS(fields); i++) {
        const char *name = incmap_lines_get(table, fields[i]);
        if (name[0] != '\0')
            incmap_gazetteer_builder_add_name(compile->builder, GPOINTER_TO_UINT(found) - 1, name,
                                              NULL, INCMAP_NAME_ALTERNATE);
    }
}

/* The bare name of a second-level area is for columns: running text means a town by it. */
static void
add_area(IncmapCompile *compile, const IncmapLines *table, gboolean is_first_level)
{
    const char *code = g_hash_table_lookup(compile->area_codes, incmap_lines_get(table, "admin1"));
    const char *bare = incmap_lines_get(table, "short");
    IncmapPlace place = {
        .kind = is_first_level ? INCMAP_PLACE_REGION : INCMAP_PLACE_ADMIN2,
        .name = incmap_lines_get(table, "name"),
        .feature_code = is_first_level ? "ADM1" : "ADM2",
        .point = {g_ascii_strtod(incmap_lines_get(table, "lon"), NULL),
                  g_ascii_strtod(incmap_lines_get(table, "lat"), NULL)},
        .country_code = incmap_lines_get(table, "country"),
        .admin1_code = is_first_level || code == NULL ? "" : code,
        .radius_km = g_ascii_strtod(incmap_lines_get(table, "radius_km"), NULL),
    };
    guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
    if (bare[0] != '\0')
        incmap_gazetteer_builder_add_name(compile->builder, added, bare, NULL,
                                          is_first_level ? INCMAP_NAME_ALTERNATE
                                                         : INCMAP_NAME_CODE);
}

gboolean
incmap_compile_districts(IncmapCompile *compile, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, "areas.tsv.gz", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(IncmapLines) table = incmap_lines_load(path, '\t', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        const char *level = incmap_lines_get(table, "level");
        if (strcmp(level, "0") == 0)
            add_twin(compile, table);
        else if (incmap_lines_get(table, "name")[0] != '\0')
            add_area(compile, table, strcmp(level, "1") == 0);
    }
    return TRUE;
}
