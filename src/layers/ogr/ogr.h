/* SPDX-License-Identifier: MIT */
/*
 * The module's insides. This folder is the only one that sees GDAL.
 */
#pragma once

#include "layers/vector-module.h"

#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

/* More than any layer holds; keeps a broken file from filling the memory. */
#define INCMAP_MAX_VERTICES 20000000u

struct IncmapVector {
    char *path;
    GDALDatasetH dataset;
    OGRLayerH layer;  /* the dataset's, or … */
    OGRLayerH result; /* … what a query gave; NULL: none was asked */
    OGRFeatureH feature;
    OGRCoordinateTransformationH to_wgs84; /* NULL: nothing to do */
    gboolean has_reference;                /* the file says what its coordinates mean */
    char **names;                          /* n_fields */
    IncmapVectorType *types;
    guint n_fields;
    char **values;
    GArray *points;      /* IncmapLonLat */
    GArray *part_starts; /* guint32 */
};

/* See incmap_archive_open(). */
gpointer incmap_ogr_archive_open(const char *path, GError **error);
gssize incmap_ogr_archive_read(gpointer archive, void *buffer, gsize length);
void incmap_ogr_archive_close(gpointer archive);

/* See incmap_raster_format(). */
GByteArray *incmap_ogr_format_raster(const IncmapRaster *raster, GError **error);

/* Registers the drivers and closes the ways to the network and to code; once. */
void incmap_ogr_init(void);
const char *const *incmap_ogr_drivers(void);

/* Between these two GDAL says nothing on the terminal and its last error is what
 * incmap_ogr_fail() reports. */
void incmap_ogr_begin(void);
void incmap_ogr_end(void);
gboolean incmap_ogr_fail(GError **error, const char *path, const char *otherwise);

/* Fills points, part_starts and the geometry of @out_row from the vector's feature. */
gboolean incmap_ogr_read_geometry(IncmapVector *vector, IncmapVectorRow *out_row, GError **error);
