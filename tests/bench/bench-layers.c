/* SPDX-License-Identifier: MIT */
/* bench-layers FILE.inm: what the base layers cost a map, in milliseconds. */
#include "layers/layers.h"

#include <stdlib.h>

typedef struct Work Work;
struct Work {
    const IncmapLayers *layers;
    IncmapExtent extent;
    double tolerance_m;
    GArray *points;
    gsize n_points;
};

static gboolean
meets(IncmapExtent a, IncmapExtent b)
{
    return a.west_deg <= b.east_deg && b.west_deg <= a.east_deg && a.south_deg <= b.north_deg &&
           b.south_deg <= a.north_deg;
}

static gboolean
read_feature(const IncmapFeature *feature, gpointer data)
{
    Work *work = data;
    for (guint32 part = 0; part < feature->n_parts; part++) {
        if (!meets(incmap_layers_part_extent(work->layers, feature, part), work->extent))
            continue;
        incmap_layers_part(work->layers, feature, part, work->tolerance_m, work->points);
        work->n_points += work->points->len;
    }
    return TRUE;
}

static void
time_extent(const char *path, const char *what, IncmapExtent extent, double tolerance_m)
{
    double best_ms = G_MAXDOUBLE;
    double best_open_ms = G_MAXDOUBLE;
    gsize n_points = 0;
    for (guint run = 0; run < 20; run++) {
        gint64 start_us = g_get_monotonic_time();
        g_autoptr(IncmapLayers) layers = incmap_layers_open(path, NULL);
        best_open_ms = MIN(best_open_ms, (double)(g_get_monotonic_time() - start_us) / 1000);
        Work work = {layers, extent, tolerance_m, NULL, 0};
        work.points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
        start_us = g_get_monotonic_time();
        for (guint layer = 0; layer < INCMAP_N_LAYERS; layer++)
            incmap_layers_each(layers, layer, extent, read_feature, &work);
        best_ms = MIN(best_ms, (double)(g_get_monotonic_time() - start_us) / 1000);
        n_points = work.n_points;
        g_array_unref(work.points);
    }
    g_print("%-28s open %6.3f ms, read %7.3f ms, %zu vertices\n", what, best_open_ms, best_ms,
            n_points);
}

static void
time_points(const IncmapLayers *layers, IncmapLayerId layer, IncmapExtent extent, const char *what)
{
    const guint n = 200000;
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    g_autofree IncmapLonLat *points = g_new(IncmapLonLat, n);
    for (guint i = 0; i < n; i++)
        points[i] = (IncmapLonLat){g_rand_double_range(rand, extent.west_deg, extent.east_deg),
                                   g_rand_double_range(rand, extent.south_deg, extent.north_deg)};
    guint n_found = 0;
    gint64 start_us = g_get_monotonic_time();
    for (guint i = 0; i < n; i++) {
        IncmapFeature feature;
        n_found += incmap_layers_at(layers, layer, points[i], &feature) ? 1 : 0;
    }
    double elapsed_s = (double)(g_get_monotonic_time() - start_us) / 1e6;
    g_print("%-28s %.0f points/s, %.0f %% inside\n", what, n / elapsed_s, 100.0 * n_found / n);
}

static void
time_nearest(const IncmapLayers *layers, IncmapLayerId layer)
{
    const guint n = 1000;
    g_autoptr(GRand) rand = g_rand_new_with_seed(1);
    gint64 start_us = g_get_monotonic_time();
    for (guint i = 0; i < n; i++) {
        IncmapNearest nearest;
        IncmapLonLat point = {g_rand_double_range(rand, -15, 50),
                              g_rand_double_range(rand, -30, 50)};
        incmap_layers_nearest(layers, layer, point, NULL, NULL, 300, &nearest);
    }
    double elapsed_us = (double)(g_get_monotonic_time() - start_us);
    g_print("nearest %-20s %.1f us\n", incmap_layer_name(layer), elapsed_us / n);
}

int
main(int argc, char **argv)
{
    if (argc != 2)
        return EXIT_FAILURE;
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argv[1], &error);
    if (layers == NULL) {
        g_printerr("%s\n", error->message);
        return EXIT_FAILURE;
    }
    IncmapExtent mali = {-6, 14, 8, 24};
    IncmapExtent europe = {-12, 34, 45, 71};
    IncmapExtent world = {-180, -90, 180, 90};
    time_extent(argv[1], "Mali, all detail", mali, 0);
    time_extent(argv[1], "Mali, 900 m", mali, 900);
    time_extent(argv[1], "Europe, 3 km", europe, 3000);
    time_extent(argv[1], "world, 6 km", world, 6000);
    time_extent(argv[1], "world, 20 km", world, 20000);
    time_points(layers, INCMAP_LAYER_ADMIN1, world, "admin1, anywhere");
    time_points(layers, INCMAP_LAYER_ADMIN1, europe, "admin1, Europe");
    time_points(layers, INCMAP_LAYER_COUNTRIES, europe, "countries, Europe");
    time_points(layers, INCMAP_LAYER_LAKES, europe, "lakes, Europe");
    time_points(layers, INCMAP_LAYER_LAND, europe, "land, Europe");
    time_nearest(layers, INCMAP_LAYER_BORDERS);
    time_nearest(layers, INCMAP_LAYER_COAST);
    time_nearest(layers, INCMAP_LAYER_ADMIN1_LINES);
    time_nearest(layers, INCMAP_LAYER_RIVERS);
    return EXIT_SUCCESS;
}
