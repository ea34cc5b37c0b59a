/* SPDX-License-Identifier: MIT */
/* Small tables of text beside the shapefiles: TSV, also gzipped, and CSV. */
#pragma once

#include <glib.h>

typedef struct IncmapTable IncmapTable;
struct IncmapTable {
    GStrv columns;
    guint n_columns;
    GPtrArray *rows; /* GStrv of n_columns */
};

/* Loads @dir/@file, or an empty table when there is none. The ending tells the format: .tsv,
 * .tsv.gz or .csv; lines beginning with "#" are comments. */
IncmapTable *incmap_table_load(const char *dir, const char *file, GError **error);
void incmap_table_free(IncmapTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapTable, incmap_table_free)

int incmap_table_find_column(const IncmapTable *table, const char *name); /* -1: none */
/* The first row whose @column is @key; NULL when there is none. */
GStrv incmap_table_find_row(const IncmapTable *table, const char *column, const char *key);
/* The cell, "" when there is no such column. */
const char *incmap_table_get(const IncmapTable *table, GStrv row, const char *column);

/* The language that a column "name_fr" (@prefix "name_") or "fr" (@prefix "") is in; NULL for
 * other columns. */
const char *incmap_table_language(const char *column, const char *prefix);
