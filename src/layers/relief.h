/* SPDX-License-Identifier: MIT */
/*
 * Light and shade of the land, on a grid of degrees (relief.inm, written by
 * shapefiles/build/relief.mjs). The file is mapped; tiles are unpacked when a
 * map needs them.
 */
#pragma once

#include "base/geometry.h"

typedef struct IncmapRelief IncmapRelief;

/* %NULL with the reason when the file is missing or not what it should be. */
IncmapRelief *incmap_relief_open(const char *path, GError **error);
void incmap_relief_free(IncmapRelief *relief);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapRelief, incmap_relief_free)

/* From -1, in the shade, to 1, lit; 0 on level ground and on water. Between the grid's cells the
 * values are interpolated. */
double incmap_relief_get(IncmapRelief *relief, IncmapLonLat at);

/* The side of a cell, north to south. */
double incmap_relief_cell_m(const IncmapRelief *relief);
