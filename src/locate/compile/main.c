/* SPDX-License-Identifier: MIT */
/*
 * incmap-compile-gazetteer FOLDER OUTPUT: the standard gazetteer from the files
 * in shapefiles/.
 */
#include <stdio.h>

#include "locate/compile/compile.h"

static void
free_sum(gpointer data)
{
    IncmapCountrySum *sum = data;
    g_free(sum->name);
    g_free(sum);
}

static gboolean
compile_all(const char *folder, const char *output, GError **error)
{
    g_autoptr(IncmapGazetteerBuilder) builder = incmap_gazetteer_builder_new();
    g_autoptr(GHashTable) codes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GHashTable) places = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_sum);
    g_autoptr(GHashTable) towns = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) points = incmap_compile_load_points(folder, error);
    if (points == NULL)
        return FALSE;
    IncmapCompile compile = {.builder = builder,
                             .folder = folder,
                             .area_codes = codes,
                             .area_places = places,
                             .countries = sums,
                             .towns = towns,
                             .points = points};
    return incmap_compile_admin1(&compile, error) && incmap_compile_countries(&compile, error) &&
           incmap_compile_towns(&compile, error) && incmap_compile_counties(&compile, error) &&
           incmap_compile_districts(&compile, error) && incmap_compile_labels(&compile, error) &&
           incmap_compile_regions(&compile, error) &&
           incmap_gazetteer_builder_write(builder, output, error);
}

int
main(int argc, char **argv)
{
    if (argc != 3) {
        fprintf(stderr, "usage: %s FOLDER OUTPUT\n", argv[0]);
        return 2;
    }
    g_autoptr(GError) error = NULL;
    if (!compile_all(argv[1], argv[2], &error)) {
        fprintf(stderr, "%s: %s\n", argv[0], error->message);
        return 1;
    }
    return 0;
}
