/* SPDX-License-Identifier: MIT */
/*
 * Where on its feature a symbol stands: on points, along lines, inside areas.
 */
#pragma once

#include "arrange/symbol-spec.h"

/** IncmapSpot: a point, and the direction of the line that it stands on */
typedef struct IncmapSpot IncmapSpot;
struct IncmapSpot {
    IncmapPoint at;
    double angle_rad;
};

/* Those inside the map box. @spacing_pt: between two on one line. Returns: (transfer full)
 * (element-type IncmapSpot) */
GArray *incmap_symbol_spots(const IncmapPainted *painted, IncmapPlacement placement,
                            double spacing_pt, IncmapBox map);
