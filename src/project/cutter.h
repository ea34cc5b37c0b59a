/* SPDX-License-Identifier: MIT */
/*
 * Takes rings and lines in degrees to the page, cut so that nothing is drawn
 * across the globe's back.
 *
 * Where the map shows a modest region, or the projection is cut along a meridian,
 * geometry is first cut to a window of longitudes and latitudes that holds the
 * map box. An azimuthal map of a pole or of half the earth is cut to a cap
 * around its origin instead. What is left is given enough points, projected, and
 * cut to the map box and a margin around it, so that the edges this makes are out
 * of sight.
 */
#pragma once

#include "project/clip.h"
#include "project/transform.h"

/* Beyond the map box on every side. */
#define INCMAP_CUT_MARGIN_PT 4.0

typedef struct IncmapCutter IncmapCutter;
struct IncmapCutter {
    const IncmapTransform *transform;
    gboolean is_cap;
    IncmapWindow window;     /* degrees; longitudes go on beyond 180 */
    IncmapLonLat cap_centre; /* a hair off the origin, which may lie exactly on a border */
    double cap_deg;
    double step_deg;       /* longer steps are split */
    IncmapWindow box;      /* points */
    GArray *shape, *dense; /* IncmapLonLat, scratch */
    GArray *page, *spare;  /* IncmapPoint, scratch */
    GArray *starts;        /* guint32, scratch */
};

/* @frame needs its map, transform, extent and m_per_pt. */
void incmap_cutter_init(IncmapCutter *cutter, const IncmapFrame *frame);
void incmap_cutter_clear(IncmapCutter *cutter);

/* Appends the visible part of a ring (IncmapLonLat; one that runs around a pole is closed along it)
 * to @out_points, and the index of the first point of each ring it gives to @out_starts (guint32).
 * Points are rounded to 1/100 pt. */
void incmap_cutter_ring(IncmapCutter *cutter, const GArray *ring, GArray *out_points,
                        GArray *out_starts);
/* The same of a line; its pieces may be several. */
void incmap_cutter_line(IncmapCutter *cutter, const GArray *line, GArray *out_points,
                        GArray *out_starts);
/* The part of the globe inside the map box. */
void incmap_cutter_sphere(IncmapCutter *cutter, GArray *out_points, GArray *out_starts);

/* What the cutter leaves of the globe, as a ring in degrees; its points are as dense as the page
 * needs. */
void incmap_cutter_outline(const IncmapCutter *cutter, GArray *out_ring);

/* cap.c: replaces a dense @ring by what the cap holds of it, closed along the cap's edge. Where the
 * ring's inside reaches around the back of the globe, *out_is_turned: the cap without @ring. */
void incmap_cap_ring(IncmapLonLat centre, double cap_deg, const GArray *ring, GArray *out,
                     gboolean *out_is_turned);
/* The pieces of a dense line inside the cap. */
void incmap_cap_line(IncmapLonLat centre, double cap_deg, const GArray *line, GArray *out,
                     GArray *out_starts);
/* The cap's edge. */
void incmap_cap_circle(IncmapLonLat centre, double cap_deg, GArray *out);
