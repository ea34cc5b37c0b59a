/* SPDX-License-Identifier: MIT */
/*
 * The file of compiled layers as it lies on the disk and in memory. It is only
 * ever read on the kind of machine that wrote it: the header says so, and the
 * build makes it anew in seconds.
 *
 * Boundaries are cut into arcs, each with the same area on its left and the
 * same on its right all along. A ring or a line is a chain of arcs, so what
 * two areas share is stored once and thinned once: at every level of detail
 * they still meet. Level 0 is the data as it came, the next ones keep fewer
 * vertices of every arc, but always its ends.
 *
 *   header | strings | features | names | parts | references |
 *   arc extents | places | blocks | cell rows, runs and lists |
 *   starts and vertices of each level
 *
 * Coordinates are 1e-7 degrees. Nothing here crosses the antimeridian but the
 * extents of features, which therefore hold a width and not an east, and the
 * lines of labels, whose longitudes run on beyond 180 degrees.
 */
#pragma once

#include "layers/layers.h"

#define INCMAP_LAYERS_MAGIC "incmapL\n"
#define INCMAP_LAYERS_VERSION 1u
#define INCMAP_LAYERS_BYTE_ORDER 0x01020304u
#define INCMAP_N_LEVELS 8
#define INCMAP_MAX_LANGUAGES 64
#define INCMAP_E7 10000000
#define INCMAP_HALF_TURN_E7 1800000000
/* Cells of a quarter degree, from the south-west corner of the world eastward. */
#define INCMAP_CELLS_PER_DEG 4
#define INCMAP_N_CELL_COLUMNS (360 * INCMAP_CELLS_PER_DEG)
#define INCMAP_N_CELL_ROWS (180 * INCMAP_CELLS_PER_DEG)
/* A cell holds 0 (open sea), 1 + an admin-1 feature that fills it, or, with this bit, where the
 * list of those that reach into it begins: a count and as many features. Neighbours in a row
 * with the same content are one run; before the first run of a row lies open sea. */
#define INCMAP_CELL_LIST 0x80000000u
#define INCMAP_NO_NAMES G_MAXUINT32
/* So many places, neighbours along a Hilbert curve, share a block. */
#define INCMAP_BLOCK_SIZE 32

typedef struct IncmapE7 IncmapE7;
struct IncmapE7 {
    gint32 lon_e7, lat_e7;
};

typedef struct IncmapExtentE7 IncmapExtentE7;
struct IncmapExtentE7 {
    gint32 west_e7, south_e7, east_e7, north_e7;
};

/* Strings are offsets into the pool; 0 is its empty first string and means none. */
typedef struct IncmapStoredFeature IncmapStoredFeature;
struct IncmapStoredFeature {
    guint32 id, name, code, code2, kind;
    gint32 rank;
    gint32 west_e7, south_e7, north_e7;
    guint32 width_e7; /* eastward from the west */
    IncmapE7 label;
    guint32 first_part, n_parts;
    guint32 country; /* of an admin-1 area: its feature in the countries layer */
    guint32 min_km, max_km;
};

typedef struct IncmapStoredPart IncmapStoredPart;
struct IncmapStoredPart {
    IncmapExtentE7 extent;
    guint32 first_reference, n_references;
};

typedef struct IncmapStoredRun IncmapStoredRun;
struct IncmapStoredRun {
    guint32 first_column;
    guint32 content;
};

/* A part and its feature within the layer, in the order of the spatial index. Each layer has as
 * many places as its features have parts. */
typedef struct IncmapStoredPlace IncmapStoredPlace;
struct IncmapStoredPlace {
    guint32 part;
    guint32 feature;
};

typedef struct IncmapStoredLayer IncmapStoredLayer;
struct IncmapStoredLayer {
    guint32 first_feature, n_features;
    guint32 credit;     /* string */
    guint32 first_name; /* of the first feature's row of names, or INCMAP_NO_NAMES */
    guint32 first_place, n_places;
    guint32 first_block; /* of the extents of the places, block by block */
};

typedef enum {
    INCMAP_SECTION_STRINGS,
    INCMAP_SECTION_FEATURES,
    INCMAP_SECTION_NAMES, /* strings, one for each language, a row a feature */
    INCMAP_SECTION_PARTS,
    INCMAP_SECTION_REFERENCES, /* an arc, or ~arc when it is walked backwards */
    INCMAP_SECTION_ARC_EXTENTS,
    INCMAP_SECTION_PLACES,
    INCMAP_SECTION_BLOCKS,    /* extents */
    INCMAP_SECTION_CELL_ROWS, /* where each row's runs begin, and the end */
    INCMAP_SECTION_CELL_RUNS,
    INCMAP_SECTION_CELL_LISTS,
    INCMAP_SECTION_STARTS, /* n_arcs + 1, of level 0 … */
    INCMAP_SECTION_VERTICES = INCMAP_SECTION_STARTS + INCMAP_N_LEVELS, /* … and these */
    INCMAP_N_SECTIONS = INCMAP_SECTION_VERTICES + INCMAP_N_LEVELS
} IncmapSectionId;

typedef struct IncmapSection IncmapSection;
struct IncmapSection {
    guint64 offset;
    guint64 n_entries;
    guint64 checksum; /* of the entries, see incmap_layers_checksum() */
};

typedef struct IncmapLayersHeader IncmapLayersHeader;
struct IncmapLayersHeader {
    char magic[8];
    guint32 version;
    guint32 byte_order;
    guint64 length;   /* of the file */
    guint64 checksum; /* of what follows in the header */
    guint32 n_languages;
    guint32 n_arcs;
    guint32 languages[INCMAP_MAX_LANGUAGES]; /* strings, "fr", in the order of strcmp() */
    float tolerance_m[INCMAP_N_LEVELS];      /* rising; the first is 0 */
    IncmapStoredLayer layers[INCMAP_N_LAYERS];
    IncmapSection sections[INCMAP_N_SECTIONS];
};

gsize incmap_section_entry_size(IncmapSectionId section);

/* FNV-1a over words of eight bytes, the last one filled up with zeros. Finds damage, not malice. */
guint64 incmap_layers_checksum(gconstpointer data, gsize length);
