/* SPDX-License-Identifier: MIT */
/*
 * What `read` and `locate` answer, in the formats that other programs take.
 */
#pragma once

#include "pipeline/pipeline.h"
#include "read/csv.h"

typedef enum {
    INCMAP_RESULT_JSON,
    INCMAP_RESULT_JSONL,
    INCMAP_RESULT_CSV,
    INCMAP_RESULT_GEOJSON
} IncmapResultFormat;

gboolean incmap_result_format_parse(const char *text, IncmapResultFormat *out_format,
                                    GError **error);

/* A located map as one JSON object: the document's places with their role, and its incidents.
 * @n_deep: how many levels get a line for each member. */
char *incmap_result_document(const IncmapMap *map, guint n_deep);

/* The located incidents of a map as rows of CSV (with a header line when @has_header), or as a
 * GeoJSON FeatureCollection. */
void incmap_result_csv(const IncmapMap *map, gboolean has_header, GString *out);
char *incmap_result_geojson(const IncmapMap *map);

/* The rows of the input tables with columns for the place added: lat, lon, precision, radius_km,
 * score, matched, reason. */
char *incmap_result_rows(const IncmapMap *map, IncmapResultFormat format, GError **error);

/* The same for a table that the caller reads: its header row, which tells how many columns are
 * kept; then the rows that @csv still holds, joined by their lines with @n incidents from @first
 * on. */
guint incmap_result_append_header(const IncmapCsv *csv, GString *out);
gboolean incmap_result_append_rows(const IncmapScene *scene, guint first, guint n, IncmapCsv *csv,
                                   guint n_kept, GString *out, GError **error);

/* Appends a field as RFC 4180 wants it; NULL is empty. */
void incmap_csv_append(GString *out, const char *text, gssize length);

/* "Tinzaouaten, Kidal, Mali"; free with g_free(). */
char *incmap_result_matched(const IncmapFix *fix);
