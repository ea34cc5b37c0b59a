/* SPDX-License-Identifier: MIT */
/*
 * Cutting rings and lines by straight edges, and adding points so that a
 * straight line of the data stays where it is when it is bent by a projection.
 *
 * Arrays hold pairs of doubles: IncmapLonLat or IncmapPoint, whichever the
 * caller works in. Both cut and densify give the same points whichever way round
 * an edge is walked, so that neighbours still meet exactly.
 */
#pragma once

#include "base/geometry.h"

typedef struct IncmapWindow IncmapWindow;
struct IncmapWindow {
    double min[2], max[2]; /* x or longitude, y or latitude */
};

/* Bounding window of the pairs; an empty array gives one with min > max. */
IncmapWindow incmap_window_of(const GArray *pairs);
gboolean incmap_window_meets(IncmapWindow a, IncmapWindow b);
gboolean incmap_window_holds(IncmapWindow outer, IncmapWindow inner);

/* Sutherland and Hodgman (Communications of the ACM 17(1), 1974): leaves in @ring what lies in
 * @window. Pieces stay joined along the window's edge. @scratch is spoiled. */
void incmap_clip_ring(GArray *ring, IncmapWindow window, GArray *scratch);

/* Appends the pieces of @line inside @window to @out_pairs and the index of the first pair of each
 * to @out_starts (guint32), without a last entry for the end. */
void incmap_clip_line(const GArray *line, IncmapWindow window, GArray *out_pairs,
                      GArray *out_starts);

/* Copies @pairs into @out (emptied), splitting every step longer than @step on either axis evenly;
 * with @is_ring also the step from the last to the first. */
void incmap_densify(const GArray *pairs, double step, gboolean is_ring, GArray *out);
