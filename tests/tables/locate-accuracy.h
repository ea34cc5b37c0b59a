/* SPDX-License-Identifier: MIT */
/*
 * How right the answers to a table of rows are together, and what their scores
 * promise: for the test of hard rows and for the bench.
 */
#pragma once

#include <stdio.h>

#include "locate-table.h"

/* A score from here on claims to be sure. */
#define LOCATE_SURE_SCORE 0.8

enum { LOCATE_N_LIMITS = 4, LOCATE_N_BANDS = 10 };
static const double locate_limits_km[LOCATE_N_LIMITS] = {1, 10, 25, 161};

typedef struct LocateAccuracy LocateAccuracy;
struct LocateAccuracy {
    guint n, n_unresolved, n_wrong_sure;
    guint n_within[LOCATE_N_LIMITS];
    guint n_band[LOCATE_N_BANDS], n_band_near[LOCATE_N_BANDS], n_band_far[LOCATE_N_BANDS];
};

static inline void
locate_accuracy_measure(const IncmapGazetteer *gazetteer, const IncmapLayers *layers,
                        const char *path, LocateAccuracy *sum)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    LocateTable table;
    *sum = (LocateAccuracy){.n = 0};
    locate_table_load(&table, path);
    sum->n = table.cases->len;
    for (guint i = 0; i < table.cases->len; i++) {
        const LocateCase *c = &g_array_index(table.cases, LocateCase, i);
        IncmapFix fix;
        incmap_locate_name(scene, gazetteer, layers, c->place, NULL, c->admin1, c->country, &fix);
        if (fix.precision == INCMAP_PRECISION_NONE) {
            sum->n_unresolved++;
            continue;
        }
        double distance_km = incmap_distance_km(fix.point, c->point);
        for (int j = 0; j < LOCATE_N_LIMITS; j++)
            sum->n_within[j] += distance_km <= locate_limits_km[j];
        int band = CLAMP((int)(fix.score * LOCATE_N_BANDS), 0, LOCATE_N_BANDS - 1);
        sum->n_band[band]++;
        sum->n_band_near[band] += distance_km <= 25;
        sum->n_band_far[band] += distance_km > 161;
        sum->n_wrong_sure += distance_km > 161 && fix.score >= LOCATE_SURE_SCORE;
        if (g_getenv("BENCH_ERRORS") != NULL && distance_km > 25)
            printf("%s, %s, %s: %.0f km, %s, %.2f: %s\n", c->place, c->admin1, c->country,
                   distance_km, incmap_precision_id(fix.precision), fix.score, fix.reason);
    }
    locate_table_clear(&table);
}

static inline void
locate_accuracy_print(const LocateAccuracy *sum, const char *title)
{
    printf("%s, %u rows:", title, sum->n);
    for (int j = 0; j < LOCATE_N_LIMITS; j++)
        printf(" within %.0f km %.1f %%,", locate_limits_km[j], 100.0 * sum->n_within[j] / sum->n);
    printf(" unresolved %.1f %%, beyond 161 km with a score of %.1f and more %.1f %%\n",
           100.0 * sum->n_unresolved / sum->n, LOCATE_SURE_SCORE,
           100.0 * sum->n_wrong_sure / sum->n);
    for (int band = LOCATE_N_BANDS; band-- > 0;)
        if (sum->n_band[band] > 0)
            printf("  score %.1f to %.1f: %u rows, within 25 km %.0f %%, within 161 km %.0f %%\n",
                   band / 10.0, (band + 1) / 10.0, sum->n_band[band],
                   100.0 * sum->n_band_near[band] / sum->n_band[band],
                   100 - 100.0 * sum->n_band_far[band] / sum->n_band[band]);
}
