/* SPDX-License-Identifier: MIT */
/*
 * Lines beside a line, and pieces of it.
 */
#pragma once

#include "scene/page.h"

/* Appends a line that runs @offset_pt to the right of @points. A ring closes, and a positive
 * offset lies inside it. Sharp corners are cut, so that none stands out farther than twice the
 * offset. */
void incmap_line_shape_add(IncmapPath *path, const IncmapPoint *points, guint n_points,
                           gboolean is_ring, double offset_pt);

double incmap_line_shape_length(const IncmapPoint *points, guint n_points);

/* Appends what of the line lies between two distances from its start. */
void incmap_line_shape_add_piece(IncmapPath *path, const IncmapPoint *points, guint n_points,
                                 double from_pt, double to_pt);
