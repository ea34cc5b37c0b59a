/* SPDX-License-Identifier: MIT */
/*
 * What {field} in a title or a path of a job file stands for. Unknown names are refused when the
 * file is read; a doubled brace is a brace.
 */
#pragma once

#include <glib.h>

typedef enum {
    INCMAP_FIELD_ADMIN1,
    INCMAP_FIELD_ADMIN1_CODE,
    INCMAP_FIELD_COUNTRY,
    INCMAP_FIELD_COUNTRY_CODE,
    INCMAP_FIELD_DATE, /* the day of the run, 2026-11-08 */
    INCMAP_FIELD_ID,
    INCMAP_FIELD_N, /* number of the map within its group */
    INCMAP_FIELD_N_INCIDENTS,
    INCMAP_FIELD_N_KILLED,
    INCMAP_FIELD_N_NEW,
    INCMAP_FIELD_NAME, /* of the map in the job file */
    INCMAP_FIELD_PERIOD,
    INCMAP_FIELD_PLACE,
    INCMAP_FIELD_SINCE, /* first and last day, 2026-11-01 */
    INCMAP_FIELD_TYPE,
    INCMAP_FIELD_UNTIL,
    INCMAP_FIELD_VALUE, /* of the column that the maps are grouped by */
    INCMAP_FIELD_WEEK,
    INCMAP_N_FIELDS
} IncmapField;

/** IncmapFields: the values for one map; owned, NULL: none */
typedef struct IncmapFields IncmapFields;
struct IncmapFields {
    char *values[INCMAP_N_FIELDS];
};

void incmap_fields_clear(IncmapFields *fields);

/* Refuses what is no field; the message says what it may have been. */
gboolean incmap_fields_check(const char *text, GError **error);

/* Whether the template names the field. */
gboolean incmap_fields_has(const char *text, IncmapField field);

/* The template with its fields replaced. With @is_path, characters that file names cannot have
 * become hyphens in the values. Transfer full. */
char *incmap_fields_expand(const IncmapFields *fields, const char *text, gboolean is_path);
