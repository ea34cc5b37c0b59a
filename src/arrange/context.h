/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the arrange stage share while a page is arranged.
 *
 * Things are placed in one order (the most important first) and painted in
 * another (base first, furniture last), so what is placed goes into sheets, one
 * for each layer of the finished picture, and the sheets are laid on top of each
 * other at the end.
 */
#pragma once

#include "arrange/arrange.h"
#include "arrange/obstacles.h"
#include "arrange/raster.h"

typedef enum {
    INCMAP_SHEET_BASE,      /* sea, land, lines */
    INCMAP_SHEET_AREAS,     /* names of countries and provinces */
    INCMAP_SHEET_WATER,     /* names of seas, rivers, deserts */
    INCMAP_SHEET_PRECISION, /* rings and tints of places not exactly known */
    INCMAP_SHEET_TOWNS,
    INCMAP_SHEET_LEADERS,
    INCMAP_SHEET_INCIDENTS,
    INCMAP_SHEET_CALLOUTS,
    INCMAP_SHEET_FURNITURE, /* scale bar, inset, legend over the map */
    INCMAP_SHEET_PAGE,      /* title, panel, foot outside the map */
    INCMAP_N_SHEETS
} IncmapSheet;

/* Owners of obstacles that are not labels; labels count upwards from FIRST_LABEL. */
typedef enum {
    INCMAP_OWNER_NONE = -1,
    INCMAP_OWNER_FURNITURE = 0,
    INCMAP_OWNER_MARK,
    INCMAP_OWNER_LEADER,
    INCMAP_OWNER_TRIAL, /* of what may be placed elsewhere yet */
    INCMAP_OWNER_COOPERATIVE, /* symbols that may overlap each other */
    INCMAP_OWNER_FIRST_LABEL = 16
} IncmapOwner;

/** IncmapGroup: incidents that share a symbol */
typedef struct IncmapGroup IncmapGroup;
struct IncmapGroup {
    GArray *members;     /* guint32 indices of incidents; the first one speaks for all */
    IncmapPoint at;      /* where the symbol stands */
    IncmapPoint true_at; /* where the place is */
    IncmapPrecision precision;
    double radius_pt;             /* of the symbol */
    double precision_pt;          /* radius of the ring for near and district; 0: none */
    double value;                 /* sum of the members' values; 0 when there is none */
    double value_low, value_high; /* the same of the lowest and the highest estimates */
    guint32 newest_julian;        /* day of the latest member; 0: none is dated */
    double population;            /* of the place; 0 when not known */
    IncmapEvent event;            /* most frequent type */
    guint counts[INCMAP_N_EVENTS];
    const char *name;     /* of the place; NULL */
    const char *own_name; /* before others were joined to it; NULL: none were */
    guint n_joined;       /* places of other names that share the symbol */
    gboolean has_callout;
    int number;        /* on its card; 0: none */
    gboolean is_keyed; /* no leader: its number stands beside the symbol too */
};

typedef struct IncmapArrange IncmapArrange;
struct IncmapArrange {
    IncmapScene *scene;
    const IncmapFrame *frame;
    const struct IncmapStyle *style;
    const IncmapMeasure *measure;
    const IncmapArrangeOptions *options;
    const IncmapLayout *layout;
    double unit; /* what a style's point is on this page: smaller pages take smaller type */
    GArray *sheets[INCMAP_N_SHEETS]; /* IncmapItem */
    IncmapObstacles *obstacles;
    int next_owner;
    IncmapRaster *countries;   /* value: index in the countries layer + 1; 0: water */
    IncmapRaster *provinces;   /* the same for admin1 */
    double focus_share;        /* of the map that the country covers which it is about, 0 … 1 */
    guint n_named_first;       /* of the largest countries, those that are named already */
    GArray *groups;            /* IncmapGroup, most important first */
    double radius_per_root_pt; /* of a symbol, for the square root of its value */
    double magnitude_scale;    /* of the symbols of earthquakes, so that the largest fits */
    guint32 newest_julian, oldest_julian; /* days that colours fade between; 0: they don't */
    double fade;                          /* 0 … 1: age of the group that is being drawn */
    gboolean is_single_type;              /* all groups hold the same type of event */
    GHashTable *credits;                  /* set of credit lines of what was drawn */
};

/* Whether an incident has a position on the map; the position is in page->positions. */
gboolean incmap_arrange_has_position(const IncmapArrange *arrange, guint incident,
                                     IncmapPoint *out_position);

/* A new item on a sheet, zeroed; valid until the next item of that sheet. */
IncmapItem *incmap_arrange_add(IncmapArrange *arrange, IncmapSheet sheet, IncmapItemKind kind);

/* Begins and ends a group of items on a sheet. @id may repeat: the final pass makes ids unique. */
void incmap_arrange_group(IncmapArrange *arrange, IncmapSheet sheet, const char *id,
                          const char *label);
void incmap_arrange_end_group(IncmapArrange *arrange, IncmapSheet sheet);

/* The layer of scene->land with that name; NULL when there is none. */
const IncmapLandLayer *incmap_arrange_land(const IncmapArrange *arrange, const char *name);

void incmap_arrange_furniture(IncmapArrange *arrange, const char *kind, IncmapBox box);
void incmap_arrange_drop(IncmapArrange *arrange, const char *text, const char *class_id,
                         const char *reason);
