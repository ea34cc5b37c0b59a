/* SPDX-License-Identifier: MIT */
/*
 * test-told-table GAZETTEER LAYERS TABLE: where descriptions say that it happened, with the
 * standard gazetteer.
 */
#include <stdio.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/locate.h"

static gboolean
run_case(const IncmapGazetteer *gazetteer, const IncmapLayers *layers, guint number, char **fields)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapIncident *incident = incmap_scene_add_incident(scene);
    IncmapLonLat wanted = {g_ascii_strtod(fields[3], NULL), g_ascii_strtod(fields[2], NULL)};
    incident->notes = fields[0];
    incident->country = fields[1][0] != '\0' ? fields[1] : NULL;
    incmap_locate_scene(scene, gazetteer, layers, NULL, NULL);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    double distance_km =
        fix->precision == INCMAP_PRECISION_NONE ? 20040 : incmap_distance_km(fix->point, wanted);
    gboolean is_right = distance_km <= g_ascii_strtod(fields[4], NULL);
    printf("%s %u - %s|%s → %s: %.0f km, %.2f; %s\n", is_right ? "ok" : "not ok", number, fields[0],
           fields[1], fix->name != NULL ? fix->name : "-", distance_km, fix->score, fix->reason);
    return is_right;
}

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
    g_autofree char *text = NULL;
    g_file_get_contents(argv[3], &text, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    guint n = 0, n_wrong = 0;
    for (char **line = lines; *line != NULL; line++) {
        g_auto(GStrv) fields = g_strsplit(*line, "\t", -1);
        if (g_strv_length(fields) == 5 && fields[0][0] != '#')
            n_wrong += !run_case(gazetteer, layers, ++n, fields);
    }
    printf("1..%u\n", n);
    return n > 0 && n_wrong == 0 ? 0 : 1;
}
