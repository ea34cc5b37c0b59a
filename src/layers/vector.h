/* SPDX-License-Identifier: MIT */
/*
 * Any vector file or table that GDAL reads, row by row. GDAL itself is loaded
 * with the first call and never before: it stands behind a loadable module
 * (src/layers/ogr), since loading its 114 libraries takes longer than drawing a
 * map. Drivers that reach the network or run code are not registered.
 *
 * The module is looked for in $INCMAP_MODULE_DIR, else beside the library or
 * the program that holds this code.
 */
#pragma once

#include "base/geometry.h"

typedef enum {
    INCMAP_VECTOR_TEXT,
    INCMAP_VECTOR_INTEGER,
    INCMAP_VECTOR_REAL,
    INCMAP_VECTOR_DATE, /* "2024-01-31" or "2024-01-31T18:30:00", with "Z" or "+02:00" if known */
} IncmapVectorType;

typedef struct IncmapVector IncmapVector;

/** IncmapVectorRow: one feature; valid until the next row is read */
typedef struct IncmapVectorRow IncmapVectorRow;
struct IncmapVectorRow {
    gint64 id;
    const char *const *values; /* n_fields entries, UTF-8; NULL when unset */
    int geometry; /* IncmapGeometry of scene/page.h as int: 0 point(s), 1 line(s), 2 polygon(s);
                     -1 none */
    const IncmapLonLat *points;
    const guint32 *part_starts; /* n_parts + 1 entries into points */
    guint32 n_parts; /* points, lines or rings: outer ones clockwise, holes counter-clockwise,
                        closed by repeating the first point */
};

/**
 * incmap_vector_open:
 * @path: a local file (or a PG: connection string); archives as GDAL names them (/vsizip/…), .shz
 * @layer: (nullable): layer name; %NULL takes the only one, or fails naming them all
 *
 * Names that lead to the network are refused. Coordinates come in WGS 84 longitude and latitude; a
 * file without a coordinate system is taken to be that already, unless its numbers can't be.
 *
 * Returns: (transfer full): the open source, or %NULL with %INCMAP_ERROR_LAYER when the module with
 *   GDAL is missing, else %INCMAP_ERROR_INPUT
 */
IncmapVector *incmap_vector_open(const char *path, const char *layer, GError **error);
void incmap_vector_free(IncmapVector *vector);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapVector, incmap_vector_free)

/** IncmapVectorQuery: which rows of a source are wanted; a database picks them itself */
typedef struct IncmapVectorQuery IncmapVectorQuery;
struct IncmapVectorQuery {
    const char *layer, *sql;           /* (nullable): one of them */
    const char *date_field;            /* (nullable): rows of these days, or without one … */
    const char *end_field;             /* (nullable): … which last until */
    const char *first_day, *day_after; /* (nullable): "2026-11-01"; the first day not wanted */
    gboolean has_box;
    IncmapExtent box; /* rows that touch it, or have no geometry */
};

/* As incmap_vector_open(). Days and box are for databases; a file's rows come all. */
IncmapVector *incmap_vector_open_query(const char *path, const IncmapVectorQuery *query,
                                       GError **error);

/* Whether the path is a database that can pick rows. */
gboolean incmap_vector_is_database(const char *path);
/* The path as it may be shown: without a password. Transfer full. */
char *incmap_vector_shown_path(const char *path);

guint incmap_vector_n_fields(const IncmapVector *vector);
const char *incmap_vector_field_name(const IncmapVector *vector, guint field);
IncmapVectorType incmap_vector_field_type(const IncmapVector *vector, guint field);
int incmap_vector_find_field(const IncmapVector *vector, const char *name); /* -1: none */

/* TRUE and the next row; FALSE at the end (error unset) or on a failure (error set). */
gboolean incmap_vector_next(IncmapVector *vector, IncmapVectorRow *out_row, GError **error);

/** IncmapRaster: a picture and where it lies */
typedef struct IncmapRaster IncmapRaster;
struct IncmapRaster {
    const guint8 *pixels; /* R, G, B; rows without padding, the northern first */
    guint width_px, height_px;
    double m_per_px, west_m, north_m; /* west_m, north_m: outer corner of the first pixel */
    double dpi;
    const char *crs; /* WKT 2 */
};

/* The picture as a GeoTIFF; transfer full. %NULL with %INCMAP_ERROR_PROJECTION when that can't say
 * where it lies. */
GByteArray *incmap_raster_format(const IncmapRaster *raster, GError **error);

/**
 * incmap_archive_open:
 * @path: a local .zip or .gz
 *
 * Returns: (transfer full): the bytes of its largest file, to be read and closed, or %NULL with
 *   @error
 */
gpointer incmap_archive_open(const char *path, GError **error);
/* How many bytes were read: 0 at the end, -1 when the archive is damaged. */
gssize incmap_archive_read(gpointer archive, void *buffer, gsize length);
void incmap_archive_close(gpointer archive);
