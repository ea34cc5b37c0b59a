/* SPDX-License-Identifier: MIT */
/*
 * The keys of a style's `incmap` section: what a printed map has and a web map has not. A new
 * key is a new row in incmap-table.c and nothing else.
 */
#ifndef INCMAP_STYLE_INCMAP_TABLE_H
#define INCMAP_STYLE_INCMAP_TABLE_H

#include <glib.h>

typedef enum IncmapTableKind {
    INCMAP_TABLE_NUMBER,
    INCMAP_TABLE_STRING,
    INCMAP_TABLE_WORD, /* one of the choices */
    INCMAP_TABLE_COLOR,
    INCMAP_TABLE_BOOL,
    INCMAP_TABLE_VALUE, /* anything, checked by whoever uses it */
} IncmapTableKind;

typedef struct IncmapTableRow IncmapTableRow;
struct IncmapTableRow {
    const char *key; /* dotted path */
    IncmapTableKind kind;
    const char *fallback; /* the default, as YAML */
    const char *unit;     /* "pt", "deg" …; NULL: none */
    double min;           /* of a number */
    double max;
    const char *choices; /* of a word, between spaces; else NULL */
    const char *doc;
};

const IncmapTableRow *incmap_table_get_rows(guint *out_n_rows);

/* The index of the row called @key, or -1. */
int incmap_table_find(const char *key);

const char *incmap_table_kind_get_name(IncmapTableKind kind);

#endif
