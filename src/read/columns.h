/* SPDX-License-Identifier: MIT */
/*
 * What the columns of a table mean. Each column is rated for each role by its
 * name and by a sample of its values; a known layout and the user's own words
 * come before both. The choice is explained, and two readings that are equally
 * good but differ are refused.
 */
#pragma once

#include "scene/scene.h"

typedef enum {
    INCMAP_COLUMN_ID,
    INCMAP_COLUMN_DATE,
    INCMAP_COLUMN_END_DATE,
    INCMAP_COLUMN_TIME,
    INCMAP_COLUMN_YEAR,
    INCMAP_COLUMN_MONTH,
    INCMAP_COLUMN_DAY,
    INCMAP_COLUMN_DATE_PRECISION,
    INCMAP_COLUMN_PLACE,
    INCMAP_COLUMN_ADMIN2,
    INCMAP_COLUMN_ADMIN1,
    INCMAP_COLUMN_COUNTRY,
    INCMAP_COLUMN_LAT,
    INCMAP_COLUMN_LON,
    INCMAP_COLUMN_LATLON,
    INCMAP_COLUMN_PRECISION,
    INCMAP_COLUMN_EVENT,
    INCMAP_COLUMN_SUBTYPE,
    INCMAP_COLUMN_KILLED,
    INCMAP_COLUMN_KILLED_LOW,
    INCMAP_COLUMN_KILLED_HIGH,
    INCMAP_COLUMN_MAGNITUDE,
    INCMAP_COLUMN_INJURED,
    INCMAP_COLUMN_MISSING,
    INCMAP_COLUMN_DISPLACED,
    INCMAP_COLUMN_AFFECTED,
    INCMAP_COLUMN_POPULATION,
    INCMAP_COLUMN_ACTOR1,
    INCMAP_COLUMN_ACTOR2,
    INCMAP_COLUMN_NOTES,
    INCMAP_COLUMN_SOURCE,
    INCMAP_COLUMN_TITLE,
    INCMAP_COLUMN_VERIFIED,
    INCMAP_N_COLUMNS
} IncmapColumnRole;

/* How a date column is to be read when its numbers leave it open. */
typedef enum { INCMAP_ORDER_TELL, INCMAP_ORDER_DMY, INCMAP_ORDER_MDY } IncmapDateOrder;

/** IncmapTableLayout: a published table whose columns are known */
typedef struct IncmapTableLayout IncmapTableLayout;
struct IncmapTableLayout {
    const char *id;        /* as --layout names it */
    const char *name;      /* "ACLED" */
    const char *credit;    /* NULL: none is known */
    const char *signature; /* names, by blanks, that together occur in no other layout */
    const char *columns;   /* "role=name …": names by their raw spelling, case ignored */
    /* The precision codes 1 … 7 of the layout as IncmapPrecision + 1; 0: no such code. */
    guint8 precisions[8];
    IncmapEvent event; /* of every row, when the layout is about one kind; else OTHER */
};

/** IncmapColumns: which column has which role; -1 none */
typedef struct IncmapColumns IncmapColumns;
struct IncmapColumns {
    int index[INCMAP_N_COLUMNS];
    IncmapDateOrder date_order;
    const IncmapTableLayout *layout; /* NULL: generic */
    gboolean has_header;             /* the first row is no incident */
    gboolean has_hxl;                /* the second row has HXL tags */
    gboolean has_day_first;          /* named in a language that writes the day before the month */
    guint32 is_repetitive;           /* bit per role: few different values */
    guint n_columns;
};

/** IncmapColumnSample: the first rows; cells[row * n_columns + column], row 0 the header */
typedef struct IncmapColumnSample IncmapColumnSample;
struct IncmapColumnSample {
    const char *name; /* of the file, for messages */
    guint n_columns;
    guint n_rows;       /* with the header */
    const char **cells; /* never NULL */
    const guint32 *lines;
    gboolean has_geometry; /* every row brings its own point */
};

/**
 * incmap_columns_choose:
 * @layout: (nullable): id of a layout that the user named
 * @overrides: (nullable): "role=column,…"; a column by name or by number from 1;
 *   a date may end in ":dmy" or ":mdy"
 * @scene: takes the reasons
 */
gboolean incmap_columns_choose(IncmapColumns *columns, const IncmapColumnSample *sample,
                               const char *layout, const char *overrides, IncmapScene *scene,
                               GError **error);

const char *incmap_column_role_id(IncmapColumnRole role);    /* "lat": as overrides write it */
const char *incmap_column_role_label(IncmapColumnRole role); /* "the latitude" */
gboolean incmap_column_role_find(const char *id, IncmapColumnRole *out_role);

/* 0 … 1: how well a folded header names the role. */
double incmap_column_name_score(const char *folded, IncmapColumnRole role);
/* Whether one of the folded names, which end with NULL, is one that only languages other than
 * English use. All of those known here write the day before the month. */
gboolean incmap_column_names_are_day_first(char *const *folded);
/* The role of an HXL tag ("#geo+lat"); FALSE when it is none of ours. */
gboolean incmap_column_hxl_role(const char *tag, IncmapColumnRole *out_role);

/* The layout with this id, or NULL. */
const IncmapTableLayout *incmap_layout_find(const char *id);
/* The layout whose whole signature stands in the header, or NULL. */
const IncmapTableLayout *incmap_layout_recognise(const char *const *names, guint n_names);
/* UCDP's candidate files come without a header: the names of their columns by position, or NULL
 * when the row looks different. */
const char *const *incmap_layout_headerless(const char *const *cells, guint n_cells,
                                            const IncmapTableLayout **out_layout);
