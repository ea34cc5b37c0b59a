/* SPDX-License-Identifier: MIT */
/*
 * test-locate-table GAZETTEER LAYERS TABLE: every line of the table with the
 * standard gazetteer.
 */
#include "locate-table.h"

#include <stdio.h>

int
main(int argc, char **argv)
{
    if (argc != 4)
        return 2;
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(argv[1], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argv[2], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    LocateTable table;
    locate_table_load(&table, argv[3]);
    guint n_wrong = 0;
    for (guint i = 0; i < table.cases->len; i++) {
        const LocateCase *c = &g_array_index(table.cases, LocateCase, i);
        IncmapFix fix;
        incmap_locate_name(scene, gazetteer, layers, c->place, NULL, c->admin1, c->country, &fix);
        double distance_km = incmap_distance_km(fix.point, c->point);
        gboolean is_right = distance_km <= c->tolerance_km &&
                            strcmp(incmap_precision_id(fix.precision), c->precision) == 0;
        n_wrong += !is_right;
        printf("%s %u - %s|%s|%s → %s, %s: %.0f km, %s %.0f km, %.2f; %s\n",
               is_right ? "ok" : "not ok", i + 1, c->place, c->admin1, c->country,
               fix.name != NULL ? fix.name : "-", fix.country != NULL ? fix.country : "-",
               distance_km, incmap_precision_id(fix.precision), fix.radius_km, fix.score,
               fix.reason);
    }
    printf("1..%u\n", table.cases->len);
    locate_table_clear(&table);
    return n_wrong == 0 ? 0 : 1;
}
