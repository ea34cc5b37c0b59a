/* SPDX-License-Identifier: MIT */
/*
 * Plain and gzipped tables of the build, line by line. Only build-time programs
 * use this.
 */
#pragma once

#include <glib.h>

/** IncmapLines: a whole file cut into lines; fields are cut one line at a time */
typedef struct IncmapLines IncmapLines;
struct IncmapLines {
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
IncmapLines *incmap_lines_load(const char *path, char separator, gboolean has_header,
                               GError **error);
void incmap_lines_free(IncmapLines *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapLines, incmap_lines_free)

/* Moves to the next line that is neither empty nor a comment; FALSE at the end. */
gboolean incmap_lines_next(IncmapLines *table);

/* The field of a column by name or number of the current line; "" when there is none. */
const char *incmap_lines_get(const IncmapLines *table, const char *column);
const char *incmap_lines_get_at(const IncmapLines *table, guint column);
