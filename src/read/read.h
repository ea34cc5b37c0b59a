/* SPDX-License-Identifier: MIT */
/*
 * Stage 1: a text or table → incidents and the words that say where.
 */
#pragma once

#include "scene/scene.h"

typedef struct IncmapNameHit IncmapNameHit;
struct IncmapNameHit {
    int kind; /* IncmapPlaceKind of locate/gazetteer.h: 0 town, 1 admin1, 2 admin2, 3 country,
                 4 region, 5 river, 6 lake */
    guint32 population;
    const char *name;
    const char *country_code;
    const char *admin1_code;
    const char *feature_code;
    IncmapLonLat point;
    gboolean is_alternate; /* the name asked for is not the standard one */
};

/* What the text reader asks about names; the pipeline hands it the gazetteer through this, so that
 * reading is tested without one. */
typedef struct IncmapNameSource IncmapNameSource;
struct IncmapNameSource {
    gpointer data;
    /* Fills up to @max candidates for a folded name, best first; returns how many. */
    guint (*find)(gpointer data, const char *folded, IncmapNameHit *hits, guint max);
    gboolean (*has_prefix)(gpointer data, const char *folded);
    const char *(*demonym)(gpointer data, const char *folded); /* country code or NULL */
};

/* What the blocks of one table have in common: the first block decides what its columns are. */
typedef struct IncmapTableReuse IncmapTableReuse;

typedef struct IncmapReadOptions IncmapReadOptions;
struct IncmapReadOptions {
    guint32 date_julian;   /* the day a text was written; 0: unknown */
    const char *kind;      /* (nullable): "text" or "table" whatever the ending says */
    const char *layout;    /* (nullable): "acled", "ucdp", "usgs", "generic" */
    const char *columns;   /* (nullable): overrides, "lat=Y,lon=X,place=town,date=day" */
    const char *ogr_layer; /* (nullable) */
    const char *sql;       /* (nullable): of a source that is asked, instead of a layer */
    guint32 first_julian, last_julian; /* what a database need not send otherwise; 0: open */
    gboolean has_box;                  /* likewise */
    IncmapExtent box;
    const char *group_column;      /* (nullable): a table's column that goes into the group */
    const IncmapNameSource *names; /* (nullable): for texts */
    GHashTable *lexicons;    /* (nullable): of incmap_lexicons_new(); kept from text to text */
    IncmapTableReuse *reuse; /* (nullable): the table comes in blocks */
};

/**
 * incmap_read_file:
 * @path: a file, or "-" for standard input
 *
 * Appends a document, its incidents and mentions to the scene. Nothing is
 * printed: guesses and their reasons go to scene->explain, doubts to
 * scene->notes.
 */
gboolean incmap_read_file(IncmapScene *scene, const char *path, const IncmapReadOptions *options,
                          GError **error);
