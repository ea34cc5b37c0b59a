/* SPDX-License-Identifier: MIT */
/*
 * Where the incidents are, boiled down to what the choice of an extent needs.
 */
#pragma once

#include "project/view.h"

typedef struct IncmapSpots IncmapSpots;
struct IncmapSpots {
    GArray *points;   /* IncmapLonLat: outermost ones when there are many */
    GArray *radii_km; /* double, parallel */
    GPtrArray *vague; /* const char *: countries known of incidents that have no better place */
    GHashTable *n_by_code;     /* country code → number of incidents */
    guint n;                   /* incidents with a place */
    gboolean is_exact;         /* each is known to the town or better */
    gboolean is_several_towns; /* they name towns that lie apart */
    double spread_km;          /* larger side of the box around the points */
    gboolean is_global;        /* they lie around more than half of the globe */
    IncmapLonLat centre;
};

void incmap_spots_init(IncmapSpots *spots, const IncmapScene *scene);
void incmap_spots_clear(IncmapSpots *spots);

/* middle.c: the middle of the smallest circle around the @places (IncmapLonLat), searched from
 * @start. */
IncmapLonLat incmap_spots_middle(const GArray *places, IncmapLonLat start);

/* The country that most incidents are in; NULL when none is known. */
const char *incmap_spots_main_country(const IncmapSpots *spots, guint *out_n);
