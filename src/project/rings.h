/* SPDX-License-Identifier: MIT */
/*
 * The rings of a polygon as they are on the globe, in degrees. The data are cut
 * at the antimeridian and closed along the south pole's edge; here the pieces are
 * joined again, so a longitude may go beyond 180 and a ring may run around a
 * pole.
 */
#pragma once

#include "layers/layers.h"
#include "project/clip.h"

typedef struct IncmapRing IncmapRing;
struct IncmapRing {
    guint start, n_points; /* in IncmapRings.points */
    gboolean is_around;    /* its last point is followed by its first, 360 degrees on */
    IncmapWindow window;
};

typedef struct IncmapRings IncmapRings;
struct IncmapRings {
    GArray *points;      /* IncmapLonLat */
    GArray *rings;       /* IncmapRing */
    GArray *part;        /* IncmapLonLat, scratch */
    gboolean keeps_tiny; /* rings that vanish at the tolerance are loaded in full */
};

void incmap_rings_init(IncmapRings *rings);
void incmap_rings_clear(IncmapRings *rings);
void incmap_rings_empty(IncmapRings *rings);

/* Whether a range of longitudes and latitudes meets @extent, in whatever turn. */
gboolean incmap_window_meets_extent(IncmapWindow window, IncmapExtent extent);

gboolean incmap_extent_has_antimeridian(IncmapExtent extent);

/* Replaces the content by the rings of @feature that meet @wanted. Rings that touch the
 * antimeridian are joined where it is wanted; with @later (nullable) they go there instead, as
 * arrays of IncmapLonLat, for a layer whose features are cut apart as well. */
void incmap_rings_load(IncmapRings *rings, const IncmapLayers *layers, const IncmapFeature *feature,
                       double tolerance_m, IncmapExtent wanted, GPtrArray *later);

/* Copies a ring into @out (emptied); one that runs around a pole is closed along it. */
void incmap_rings_copy(const IncmapRings *rings, const IncmapRing *ring, GArray *out);

/* Whether a ring of IncmapLonLat, closed along the pole if it runs around one, holds the place. */
gboolean incmap_ring_holds(const GArray *ring, IncmapLonLat at);

/* Area on the sphere in square kilometres. */
double incmap_ring_area_km2(const IncmapRings *rings, const IncmapRing *ring);

/* Joins the pieces of rings that were cut at the antimeridian, arrays of IncmapLonLat, and adds the
 * rings. */
void incmap_rings_join(IncmapRings *rings, const GPtrArray *cut);
void incmap_rings_add(IncmapRings *rings, const IncmapLonLat *points, guint n, gboolean is_around);
