/* SPDX-License-Identifier: MIT */
/*
 * The hand-written tables: regions and landmarks that texts name, and better
 * reference points of provinces.
 */
#include <string.h>

#include "locate/compile/compile.h"
#include "locate/compile/lines.h"

static IncmapLonLat
get_point(const IncmapLines *table)
{
    return (IncmapLonLat){g_ascii_strtod(incmap_lines_get(table, "lon"), NULL),
                          g_ascii_strtod(incmap_lines_get(table, "lat"), NULL)};
}

gboolean
incmap_compile_regions(IncmapCompile *compile, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, "regions.csv", NULL);
    g_autoptr(IncmapLines) table = incmap_lines_load(path, ',', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        IncmapPlace place = {
            .kind = strcmp(incmap_lines_get(table, "fcode"), "ADM2") == 0 ? INCMAP_PLACE_ADMIN2
                                                                          : INCMAP_PLACE_REGION,
            .name = incmap_lines_get(table, "name"),
            .feature_code = incmap_lines_get(table, "fcode"),
            .point = get_point(table),
            .radius_km = g_ascii_strtod(incmap_lines_get(table, "radius_km"), NULL),
            .country_code = incmap_lines_get(table, "country"),
        };
        if (place.name[0] == '\0')
            continue;
        guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
        g_auto(GStrv) names = g_strsplit(incmap_lines_get(table, "alternates"), ";", -1);
        for (char **name = names; *name != NULL; name++)
            incmap_gazetteer_builder_add_name(
                compile->builder, added, *name, NULL,
                /* the bare name of a district is for columns: texts mean a town by it */
                place.kind == INCMAP_PLACE_ADMIN2 ? INCMAP_NAME_CODE : INCMAP_NAME_SHORT);
    }
    return TRUE;
}

GHashTable *
incmap_compile_load_points(const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "admin1-points.csv", NULL);
    g_autoptr(IncmapLines) table = incmap_lines_load(path, ',', TRUE, error);
    if (table == NULL)
        return NULL;
    GHashTable *points = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    while (incmap_lines_next(table)) {
        IncmapLonLat point = get_point(table);
        g_hash_table_insert(points, g_strdup(incmap_lines_get(table, "iso_3166_2")),
                            g_memdup2(&point, sizeof(point)));
    }
    return points;
}
