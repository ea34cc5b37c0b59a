/* SPDX-License-Identifier: MIT */
/*
 * Levels of detail. Visvalingam and Whyatt's method (Cartographic Journal
 * 30(1), 1993) takes away, again and again, the vertex whose triangle with its
 * neighbours is smallest; sharp corners count for less, which keeps coasts from
 * growing spikes.
 */
#pragma once

#include "layers/compile/arcs.h"

/* Sets the importance of all points of all arcs. */
void incmap_thin_rank(IncmapArcs *arcs);

/* Appends to @points what stays of @arc at @tolerance_m: nothing when it is a ring around an area
 * too small to be seen. */
void incmap_thin_arc(const IncmapArcs *arcs, guint32 arc, double tolerance_m, GArray *points);

/* Area that a closed chain of points bounds, positive when it runs clockwise. */
double incmap_thin_area_m2(const IncmapE7 *points, guint32 n_points);
