/* SPDX-License-Identifier: MIT */
/*
 * The standard layers, compiled by the build into one file that is mapped into
 * memory, never parsed. Coordinates are degrees on WGS 84. A mapped file is
 * immutable and may be used by any number of threads and processes at once.
 */
#pragma once

#include "base/geometry.h"

typedef enum {
    INCMAP_LAYER_LAND,         /* polygons: all land without inner borders */
    INCMAP_LAYER_COUNTRIES,    /* polygons: id, code = country code */
    INCMAP_LAYER_ADMIN1,       /* polygons: id = ISO 3166-2 (or adm1_code), code = country code */
    INCMAP_LAYER_COAST,        /* lines: id = code = country code */
    INCMAP_LAYER_BORDERS,      /* lines between countries, each once: code, code2 = the two sides
                                  in alphabetical order, status */
    INCMAP_LAYER_ADMIN1_LINES, /* lines between two admin-1 areas of a country: code, id = "A|B" */
    INCMAP_LAYER_LAKES,        /* polygons: name, rank */
    INCMAP_LAYER_RIVERS,       /* lines: name, rank */
    INCMAP_LAYER_LABELS, /* lines: where the name of a sea, desert … may stand: kind, rank */
    INCMAP_N_LAYERS
} IncmapLayerId;

/* "land", "countries", "admin1", "coast", "borders", "admin1_lines", "lakes", "rivers", "labels":
 * the source-layer of styles. */
const char *incmap_layer_name(IncmapLayerId layer);

typedef struct IncmapLayers IncmapLayers;

/**
 * IncmapFeature: what a layer says of one feature. Strings point into the
 * mapped file; the absent ones are NULL.
 */
typedef struct IncmapFeature IncmapFeature;
struct IncmapFeature {
    IncmapLayerId layer;
    guint32 index; /* within the layer, from 0; stable for one file */
    const char *id;
    const char *name;  /* English, as a news map prints it */
    const char *code;  /* country code */
    const char *code2; /* the other side of a border */
    const char *kind; /* borders: status ("agreed" …); labels: "sea", "desert" …; others NULL */
    gint32 rank;      /* 1: most important */
    IncmapExtent extent;
    IncmapLonLat label; /* reference point */
    guint32 n_parts;    /* rings or lines, the largest first; a ring's orientation means nothing,
                           fill even-odd */
    guint32 min_km,
        max_km; /* labels: widths of the map between which it is worth printing; 0: any */
};

/**
 * incmap_layers_open:
 * @path: the compiled file
 *
 * Maps the file and checks its header, version, byte order and length, and that
 * every offset in its tables lies inside.
 *
 * Returns: (transfer full): the layers, or %NULL with %INCMAP_ERROR_LAYER
 */
IncmapLayers *incmap_layers_open(const char *path, GError **error);
void incmap_layers_free(IncmapLayers *layers);
/* To be called when no more is to be read for now: gives back memory. */
void incmap_layers_rest(const IncmapLayers *layers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapLayers, incmap_layers_free)

guint32 incmap_layers_n_features(const IncmapLayers *layers, IncmapLayerId layer);
void incmap_layers_get(const IncmapLayers *layers, IncmapLayerId layer, guint32 index,
                       IncmapFeature *out_feature);
/* The feature of @layer with that id; FALSE when there is none. */
gboolean incmap_layers_find(const IncmapLayers *layers, IncmapLayerId layer, const char *id,
                            IncmapFeature *out_feature);
/* Credit line of a layer: "Natural Earth", "GSHHG"; NULL when it needs none. */
const char *incmap_layers_credit(const IncmapLayers *layers, IncmapLayerId layer);

typedef gboolean (*IncmapFeatureFunc)(const IncmapFeature *feature, gpointer data);

/* Calls @func for every feature of @layer whose extent meets @extent, in file order, until it
 * returns FALSE. Extents across the antimeridian are understood on both sides. */
void incmap_layers_each(const IncmapLayers *layers, IncmapLayerId layer, IncmapExtent extent,
                        IncmapFeatureFunc func, gpointer data);

/**
 * incmap_layers_part:
 * @part: 0 … n_parts - 1
 * @tolerance_m: detail finer than this on the ground may be left out; 0 gives all
 * @points: (element-type IncmapLonLat): emptied and filled; a ring isn't closed by
 *   repeating its first point
 *
 * Neighbouring polygons and the lines between them are thinned alike, so they
 * still meet exactly at the same @tolerance_m. A ring that vanishes at this
 * tolerance gives no points.
 */
void incmap_layers_part(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part,
                        double tolerance_m, GArray *points);

/* The pieces of boundary that run along the antimeridian or the south pole's edge are only
 * artefacts of the cut: they are never part of INCMAP_LAYER_COAST; polygons do hold them. */

/* Where a part lies, at any tolerance. Never across the antimeridian, where all but labels are cut;
 * the lines of labels run on beyond 180 degrees instead. For skipping what a map does not show. */
IncmapExtent incmap_layers_part_extent(const IncmapLayers *layers, const IncmapFeature *feature,
                                       guint32 part);

/* Whether the parts of a layer are rings and not lines. */
gboolean incmap_layer_is_polygons(IncmapLayerId layer);

/* The feature's name in @language ("fr", "ar", "zh" …); English when there is none. */
const char *incmap_layers_name_in(const IncmapLayers *layers, const IncmapFeature *feature,
                                  const char *language);

/* The polygon of @layer (countries, admin1, lakes or land) that holds @point; FALSE in the open. */
gboolean incmap_layers_at(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point,
                          IncmapFeature *out_feature);

/** IncmapNearest: the place on a line layer that is nearest to a point */
typedef struct IncmapNearest IncmapNearest;
struct IncmapNearest {
    double distance_km;
    IncmapLonLat point;
    guint32 feature; /* index in its layer */
};

/**
 * incmap_layers_nearest:
 * @layer: a line layer (borders, coast, rivers, admin1_lines)
 * @code_a: (nullable): only lines that have this country on one side
 * @code_b: (nullable): and this one on the other
 * @max_km: how far to look
 *
 * Returns: whether there is one within @max_km
 */
gboolean incmap_layers_nearest(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point,
                               const char *code_a, const char *code_b, double max_km,
                               IncmapNearest *out_nearest);
