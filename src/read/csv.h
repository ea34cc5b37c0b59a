/* SPDX-License-Identifier: MIT */
/*
 * Delimited tables as RFC 4180 has them, and as people write them: any of four
 * delimiters, line ends of all kinds, quotes around line ends. One row at a
 * time, without copying fields that need no unquoting.
 */
#pragma once

#include <glib.h>

typedef struct IncmapCsvField IncmapCsvField;
struct IncmapCsvField {
    const char *text; /* not NUL-terminated; valid until the next row */
    guint32 length;
    gboolean is_scratch; /* the parser's own: text was unquoted into its memory */
};

typedef struct IncmapCsv IncmapCsv;
struct IncmapCsv {
    const char *name; /* of the file, for messages */
    const char *at, *end;
    char delimiter;
    guint32 line;     /* of the next row, from 1 */
    guint32 row_line; /* of the current row */
    IncmapCsvField *fields;
    guint n_fields, n_allocated;
    GString *scratch;
};

/* @text has to outlive the parser. @delimiter 0 means that the text tells. */
void incmap_csv_init(IncmapCsv *csv, const char *name, const char *text, gsize length,
                     char delimiter);
void incmap_csv_clear(IncmapCsv *csv);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapCsv, incmap_csv_clear)

/* TRUE and the next row that is not blank; FALSE at the end (error unset) or on a failure. */
gboolean incmap_csv_next(IncmapCsv *csv, GError **error);

/* The delimiter by which most of the first rows have the same number of fields; a comma when there
 * is no sign of any. */
char incmap_csv_guess_delimiter(const char *text, gsize length);
