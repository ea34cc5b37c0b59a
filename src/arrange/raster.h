/* SPDX-License-Identifier: MIT */
/*
 * A coarse picture of what lies where: which country, which province, how much
 * line work. Finding room for a name in a country then costs four look-ups a
 * position (summed area tables, Crow 1984) instead of polygon arithmetic.
 */
#pragma once

#include "scene/page.h"

typedef struct IncmapRaster IncmapRaster;

IncmapRaster *incmap_raster_new(IncmapBox map, double cell_pt);
void incmap_raster_free(IncmapRaster *raster);

/* A cell off the globe. */
#define INCMAP_RASTER_OFF G_MAXUINT16
/* Writes @value into every cell. */
void incmap_raster_clear(IncmapRaster *raster, guint16 value);
/* Writes @value into every cell whose centre the feature covers. */
void incmap_raster_fill(IncmapRaster *raster, const IncmapLandFeature *feature, guint16 value);

/* The value under a point; 0 off the map and where nothing was filled. */
guint16 incmap_raster_get(const IncmapRaster *raster, IncmapPoint point);

/* Number of cells with @value, and their centre of gravity. */
guint incmap_raster_count(IncmapRaster *raster, guint16 value, IncmapPoint *out_centre,
                          IncmapBox *out_box);

/* Adds the length of the feature's lines, in cells times @weight, to the ink of the map. */
void incmap_raster_ink(IncmapRaster *raster, const IncmapLandFeature *feature, gboolean is_closed,
                       float weight);
/* Builds the table that incmap_raster_ink_in() reads; call after the last line. */
void incmap_raster_sum_ink(IncmapRaster *raster);
double incmap_raster_ink_in(const IncmapRaster *raster, IncmapBox box);

/** IncmapMask: the cells of one value as a summed area table */
typedef struct IncmapMask IncmapMask;
IncmapMask *incmap_raster_mask(IncmapRaster *raster, guint16 value);
void incmap_mask_free(IncmapMask *mask);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapMask, incmap_mask_free)
/* Share of @box, 0 … 1, that has the value. */
double incmap_mask_share(const IncmapMask *mask, IncmapBox box);
