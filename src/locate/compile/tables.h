/* SPDX-License-Identifier: MIT */
/*
 * Plain and gzipped tables of the build, line by line. Only build-time programs
 * use this.
 */
#pragma once

#include <glib.h>

/** IncmapTable: a whole file cut into lines; fields are cut one line at a time */
typedef struct IncmapTable IncmapTable;
struct IncmapTable {
    char *path;
    char *text; /* cut in place */
    char *cursor;
    char separator;    /* '\t', or ',' with CSV quoting */
    GPtrArray *header; /* char *, pointing into text */
    GPtrArray *fields; /* the current line's */
    guint line;
};

/* Reads a file, gzipped or not. With @has_header the first line that is no comment names the
 * columns. NULL with INCMAP_ERROR_INPUT. */
IncmapTable *incmap_table_load(const char *path, char separator, gboolean has_header,
                               GError **error);
void incmap_table_free(IncmapTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapTable, incmap_table_free)

/* Moves to the next line that is neither empty nor a comment; FALSE at the end. */
gboolean incmap_table_next(IncmapTable *table);

/* The field of a column by name or number of the current line; "" when there is none. */
const char *incmap_table_get(const IncmapTable *table, const char *column);
const char *incmap_table_get_at(const IncmapTable *table, guint column);
