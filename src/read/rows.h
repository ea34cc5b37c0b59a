/* SPDX-License-Identifier: MIT */
/*
 * Rows of a table → incidents, once the columns are known. A row that has a
 * fault stays an incident; the fault is counted and noted.
 */
#pragma once

#include "read/columns.h"
#include "read/csv.h"

enum { INCMAP_MAX_FAULT_LINES = 8 };

/** IncmapRowFault: how many rows have a fault, the first of them, and what the first looks like */
typedef struct IncmapRowFault IncmapRowFault;
struct IncmapRowFault {
    guint n_rows;
    guint32 lines[INCMAP_MAX_FAULT_LINES];
    char *example;
};

typedef enum {
    INCMAP_FAULT_NO_PLACE,
    INCMAP_FAULT_BAD_COORDINATE,
    INCMAP_FAULT_BEYOND_RANGE,
    INCMAP_FAULT_ZERO,
    INCMAP_FAULT_BAD_DATE,
    INCMAP_FAULT_BAD_NUMBER,
    INCMAP_FAULT_UNKNOWN_TYPE,
    INCMAP_FAULT_EXTRA_FIELDS,
    INCMAP_N_FAULTS
} IncmapFault;

typedef struct IncmapRowCache IncmapRowCache;

typedef struct IncmapRows IncmapRows;
struct IncmapRows {
    IncmapScene *scene;
    const char *name; /* of the file */
    const IncmapColumns *columns;
    IncmapRowCache *caches[INCMAP_N_COLUMNS]; /* for repetitive columns; others NULL */
    IncmapRowFault faults[INCMAP_N_FAULTS];
    guint first_incident;
    guint n_points;   /* rows with coordinates, right or wrong */
    int group_column; /* index of the column that maps are grouped by; -1: none */
    /* the reading of the date column: a line that decides, 0 when there is none yet */
    guint32 dmy_line, mdy_line, either_line;
    char *either_example;
    GArray *either; /* guint32: incidents whose dates may have to be swapped */
};

void incmap_rows_init(IncmapRows *rows, IncmapScene *scene, const char *name,
                      const IncmapColumns *columns);
void incmap_rows_clear(IncmapRows *rows);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapRows, incmap_rows_clear)

/* Has the group taken from the column called @name (nullable: from none); @header has the names. */
gboolean incmap_rows_group_by(IncmapRows *rows, const char *name, const char *const *header,
                              guint n_columns, GError **error);

/* Adds an incident. @point (nullable) is a geometry of the row. */
void incmap_rows_add(IncmapRows *rows, const IncmapCsvField *fields, guint n_fields, guint32 line,
                     const IncmapLonLat *point);

/* Settles dates, notes the faults. Fails when dates are undecidable or most coordinates are
 * impossible; the incidents are then taken out of the scene again. */
gboolean incmap_rows_finish(IncmapRows *rows, GError **error);

/* For the parts of this module. */
void incmap_rows_fault(IncmapRows *rows, IncmapFault fault, guint32 line, const char *text,
                       gsize length);
IncmapCsvField incmap_rows_field(const IncmapRows *rows, IncmapColumnRole role,
                                 const IncmapCsvField *fields, guint n_fields);
gboolean incmap_rows_is_blank(IncmapCsvField field);
double incmap_rows_number(IncmapRows *rows, IncmapCsvField field, guint32 line);
void incmap_rows_take_date(IncmapRows *rows, IncmapIncident *incident, const IncmapCsvField *fields,
                           guint n_fields);
gboolean incmap_rows_settle_dates(IncmapRows *rows, GError **error);
