/* SPDX-License-Identifier: MIT */
/*
 * Time of stage 3 for one map, median of many:
 *   bench-project LAYERS [ROUNDS]
 * "base" draws countries, admin-1, coast and borders; "all" adds rivers, lakes and a graticule.
 */
#include "project/project.h"

#include <stdio.h>
#include <stdlib.h>

typedef struct Job Job;
struct Job {
    const char *name, *projection, *extent, *code;
    double width_pt, height_pt;
    IncmapLonLat place; /* with code */
};

static const Job jobs[] = {
    {"j1 Mali box", NULL, "-6,14,8,24", NULL, 1200, 900, {0, 0}},
    {"j2 Robinson", "robinson", "world", NULL, 1200, 900, {0, 0}},
    {"Mali", NULL, NULL, "ML", 1140, 606, {2.97, 19.96}},
    {"Germany", NULL, NULL, "DE", 450, 600, {13.4, 52.5}},
    {"Chukotka", NULL, NULL, "RU", 700, 450, {177.5, 64.73}},
    {"Antarctica", NULL, "AQ", NULL, 600, 500, {0, 0}},
    {"world, Equal Earth", NULL, "world", NULL, 800, 450, {0, 0}},
    {"orthographic", "orthographic", "world", NULL, 600, 600, {0, 0}},
};

static const IncmapLandRequest base[] = {{.layer = INCMAP_LAYER_LAND},
                                         {.layer = INCMAP_LAYER_COUNTRIES},
                                         {.layer = INCMAP_LAYER_ADMIN1_LINES},
                                         {.layer = INCMAP_LAYER_COAST},
                                         {.layer = INCMAP_LAYER_BORDERS}};

static int
compare_doubles(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double
median(double *values, int n)
{
    qsort(values, (size_t)n, sizeof *values, compare_doubles);
    return values[n / 2];
}

static guint
count_points(const IncmapScene *scene)
{
    guint n = 0;
    for (guint l = 0; l < scene->land->len; l++) {
        const IncmapLandLayer *layer = g_ptr_array_index(scene->land, l);
        for (guint i = 0; i < layer->features->len; i++) {
            const IncmapLandFeature *feature =
                &g_array_index(layer->features, IncmapLandFeature, i);
            n += feature->part_starts[feature->n_parts];
        }
    }
    return n;
}

static double
since_ms(gint64 start_us)
{
    return (double)(g_get_monotonic_time() - start_us) / 1000;
}

static void
run(const Job *job, const IncmapLayers *layers, int n_rounds)
{
    g_autofree double *frame_ms = g_new(double, n_rounds), *base_ms = g_new(double, n_rounds);
    g_autofree double *all_ms = g_new(double, n_rounds);
    guint n_points = 0;
    for (int i = 0; i < n_rounds; i++) {
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        IncmapFix fix = {.point = job->place, .country_code = job->code};
        if (job->code != NULL)
            g_array_append_val(scene->fixes, fix);
        IncmapProjectOptions options = {.width_pt = job->width_pt,
                                        .height_pt = job->height_pt,
                                        .map = {0, 0, job->width_pt, job->height_pt},
                                        .projection = job->projection,
                                        .extent = job->extent};
        IncmapLandOptions small = {.requests = base, .n_requests = G_N_ELEMENTS(base)};
        IncmapLandOptions large = {.has_graticule = TRUE};
        gint64 start_us = g_get_monotonic_time();
        if (!incmap_project_frame(scene, layers, &options, NULL))
            exit(1);
        frame_ms[i] = since_ms(start_us);
        start_us = g_get_monotonic_time();
        incmap_project_land(scene, layers, &small, NULL);
        base_ms[i] = since_ms(start_us);
        start_us = g_get_monotonic_time();
        incmap_project_land(scene, layers, &large, NULL);
        all_ms[i] = since_ms(start_us);
        n_points = count_points(scene);
    }
    printf("%-20s frame %6.2f ms  base %6.2f ms  all %6.2f ms  %7u points\n", job->name,
           median(frame_ms, n_rounds), median(base_ms, n_rounds), median(all_ms, n_rounds),
           n_points);
}

int
main(int argc, char **argv)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argc > 1 ? argv[1] : "layers.inm", &error);
    if (layers == NULL) {
        fprintf(stderr, "bench-project: %s\n", error->message);
        return 1;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(jobs); i++)
        run(&jobs[i], layers, argc > 2 ? MAX(atoi(argv[2]), 1) : 21);
    return 0;
}
