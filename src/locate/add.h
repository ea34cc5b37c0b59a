/* SPDX-License-Identifier: MIT */
/*
 * From files of others to a gazetteer of one's own: GeoNames dumps, vector
 * layers, tables of places. Lines that cannot be used are counted and told.
 */
#pragma once

#include "layers/layers.h"
#include "locate/gazetteer-build.h"

typedef void (*IncmapAddProgress)(const char *what, double share, gpointer data);

/** IncmapAddition: one gazetteer in the making */
typedef struct IncmapAddition IncmapAddition;
struct IncmapAddition {
    const IncmapGazetteer *base;     /* the standard gazetteer: what countries are called */
    const IncmapLayers *layers;      /* (nullable): where admin-1 areas are */
    IncmapGazetteerBuilder *builder; /* not owned */
    GPtrArray *notes;                /* char *: what was left out, a sentence each; not owned */
    IncmapAddProgress progress;      /* (nullable) */
    gpointer progress_data;
};

/* What a file is for a gazetteer. */
typedef enum {
    INCMAP_ADD_GEONAMES, /* a dump file */
    INCMAP_ADD_PLACES,   /* a table with name, latitude, longitude */
    INCMAP_ADD_REVIEW,   /* a review file with choices */
    INCMAP_ADD_VECTOR,   /* anything else that GDAL may read */
} IncmapAddKind;

/* Looks at the first lines. */
gboolean incmap_add_recognise(const char *path, IncmapAddKind *out_kind, GError **error);

/**
 * incmap_add_geonames:
 * @files: %NULL-terminated; dumps of places, of alternate names and of admin codes
 *
 * Adds the places of the dumps. Admin-1 codes of GeoNames become those of the layers: the area that
 * holds most of the code's places.
 */
gboolean incmap_add_geonames(IncmapAddition *addition, const char *const *files, GError **error);

/* Adds a CSV of places; see incmap_gazetteer_add_overlay(). @columns (nullable): which column is
 * which, "name=town,lat=y,lon=x". */
gboolean incmap_add_places(IncmapAddition *addition, const char *path, const char *columns,
                           GError **error);

/* Adds the points or polygons of a layer; @columns (nullable) as above, with @out_is_area telling
 * that they were polygons. */
gboolean incmap_add_vector(IncmapAddition *addition, const char *path, const char *columns,
                           gboolean *out_is_area, GError **error);

/* The code of a country or admin-1 area given by name or code; "" when unknown. */
const char *incmap_add_area_code(const IncmapGazetteer *base, const char *name,
                                 IncmapPlaceKind kind, const char *country_code);
/* Country and admin-1 of a point where the file doesn't say them. */
void incmap_add_areas_at(const IncmapAddition *addition, IncmapPlace *place);

/* Which column has which role. */
typedef enum {
    INCMAP_PLACE_NAME,
    INCMAP_PLACE_LATITUDE,
    INCMAP_PLACE_LONGITUDE,
    INCMAP_PLACE_COUNTRY_NAME,
    INCMAP_PLACE_ADMIN1_NAME,
    INCMAP_PLACE_ALTERNATES,
    INCMAP_PLACE_RADIUS,
    INCMAP_PLACE_POPULATION,
    INCMAP_N_PLACE_COLUMNS
} IncmapPlaceColumn;

/* Finds the columns among @n titles: those that @wanted ("name=town,lat=y") names, else by what
 * they are called. -1 where there is none. @path is for messages. */
gboolean incmap_place_columns_find(const char *const *titles, guint n, const char *wanted,
                                   const char *path, int columns[INCMAP_N_PLACE_COLUMNS],
                                   GError **error);
