/* SPDX-License-Identifier: MIT */
/*
 * bench-locate GAZETTEER LAYERS TABLE…: lookups a second of CPU time, and how right the
 * answers to each table are.
 */
#include <math.h>
#include <stdio.h>
#include <time.h>

#include "../tables/locate-accuracy.h"
#include "base/text.h"

#define N_NAMES 20000

/* CPU time of the process: others may be at work on the machine. */
static gint64
now_us(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (gint64)now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static double
seconds_since(gint64 start_us)
{
    return (double)(now_us() - start_us) / 1e6;
}

/* Names all over the gazetteer, folded; each with one letter changed in @misspelt. */
static void
collect_names(const IncmapGazetteer *gazetteer, GPtrArray *names, GPtrArray *misspelt)
{
    IncmapGazetteerInfo info;
    incmap_gazetteer_info(gazetteer, &info);
    for (guint i = 0; i < N_NAMES; i++) {
        IncmapPlace place;
        incmap_gazetteer_get(gazetteer, (guint32)((guint64)i * 7919 % info.n_places), &place);
        char *folded = incmap_text_fold(place.name);
        char *wrong = g_strdup(folded);
        gsize length = strlen(wrong);
        if (length > 3 && (guchar)wrong[length / 2] < 0x80)
            wrong[length / 2] = (char)('a' + (i % 26));
        g_ptr_array_add(names, folded);
        g_ptr_array_add(misspelt, wrong);
    }
}

static void
bench_lookups(const IncmapGazetteer *gazetteer)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) misspelt = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    collect_names(gazetteer, names, misspelt);
    guint n_found = 0;
    gint64 start_us = now_us();
    for (guint round = 0; round < 20; round++) {
        for (guint i = 0; i < names->len; i++) {
            g_array_set_size(places, 0);
            n_found += incmap_gazetteer_find(gazetteer, g_ptr_array_index(names, i), places) > 0;
        }
    }
    printf("exact: %.0f lookups/s, %.1f %% found\n", 20 * names->len / seconds_since(start_us),
           n_found / 0.2 / names->len);
    for (unsigned edits = 1; edits <= 2; edits++) {
        n_found = 0;
        start_us = now_us();
        for (guint i = 0; i < misspelt->len; i++) {
            g_array_set_size(places, 0);
            n_found += incmap_gazetteer_find_similar(gazetteer, g_ptr_array_index(misspelt, i),
                                                     edits, places) > 0;
        }
        printf("within %u edits: %.0f lookups/s, %.1f %% found\n", edits,
               misspelt->len / seconds_since(start_us), 100.0 * n_found / misspelt->len);
    }
}

static void
bench_reverse(const IncmapGazetteer *gazetteer)
{
    guint n = 200000, n_found = 0;
    gint64 start_us = now_us();
    for (guint i = 0; i < n; i++) {
        IncmapPlace place;
        double distance_km;
        IncmapLonLat point = {fmod(i * 7.123456, 360) - 180, fmod(i * 3.98765, 130) - 55};
        n_found += (guint)incmap_gazetteer_nearest(gazetteer, point, 500, &place, &distance_km);
    }
    printf("nearest: %.0f lookups/s, %u of %u found\n", n / seconds_since(start_us), n_found, n);
}

static void
bench_rows(const IncmapGazetteer *gazetteer, const IncmapLayers *layers, gboolean has_points)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapGazetteerInfo info;
    incmap_gazetteer_info(gazetteer, &info);
    for (guint i = 0; i < 100000; i++) {
        IncmapPlace place;
        incmap_gazetteer_get(gazetteer, (guint32)((guint64)i * 7919 % info.n_places), &place);
        IncmapIncident *incident = incmap_scene_add_incident(scene);
        incident->place = place.name;
        incident->country = place.country_code;
        incident->has_point = has_points;
        incident->point = place.point;
    }
    gint64 start_us = now_us();
    incmap_locate_scene(scene, gazetteer, layers, NULL, NULL);
    printf("100,000 rows with a country and %s: %.2f s\n", has_points ? "coordinates" : "a name",
           seconds_since(start_us));
}

int
main(int argc, char **argv)
{
    if (argc < 4)
        return 2;
    g_autoptr(GError) error = NULL;
    gint64 start_us = now_us();
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(argv[1], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapLayers) layers = incmap_layers_open(argv[2], &error);
    g_assert_no_error(error);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapFix fix;
    incmap_locate_name(scene, gazetteer, layers, "Gao", NULL, NULL, "Mali", &fix);
    printf("open and first answer: %.2f ms\n", 1000 * seconds_since(start_us));
    bench_lookups(gazetteer);
    bench_reverse(gazetteer);
    bench_rows(gazetteer, layers, FALSE);
    bench_rows(gazetteer, layers, TRUE);
    for (int i = 3; i < argc; i++) {
        LocateAccuracy sum;
        locate_accuracy_measure(gazetteer, layers, argv[i], &sum);
        locate_accuracy_print(&sum, argv[i]);
    }
    return 0;
}
