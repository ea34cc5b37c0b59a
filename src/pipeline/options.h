/* SPDX-License-Identifier: MIT */
/*
 * The options of a map, from the words of the user to values. Each key is one
 * row of a table, in the order of the alphabet.
 */
#pragma once

#include "pipeline/size.h"
#include "scene/incident.h"

typedef struct IncmapOptions IncmapOptions;
struct IncmapOptions {
    /* read */
    char *as, *columns, *layout, *input_layer;
    guint32 date_julian; /* 0: not said */
    /* what is kept of it */
    char *since, *until, *week;        /* as given: they may count from the date */
    guint32 first_julian, last_julian; /* 0: open; from the three above */
    gboolean is_type_wanted[INCMAP_N_EVENTS];
    gboolean has_types;
    /* locate */
    char *country, *places, *gazetteer, *review;
    /* project */
    char *extent, *projection, *language;
    char *worldview;   /* NULL: as the layers have it */
    GPtrArray *layers; /* char *: paths */
    /* the page */
    int fade_days; /* -1: over all of them; 0: colours don't fade */
    char *style, *title, *subtitle, *organisation;
    char *disclaimers; /* file; NULL: the supplied one, where the style asks for it */
    char *size_text;   /* NULL: the default */
    double dpi;        /* 0: the default of the size */
    IncmapSize size;
};

/** IncmapOptionKey: one row of the table of options */
typedef struct IncmapOptionKey IncmapOptionKey;
struct IncmapOptionKey {
    const char *name;
    gboolean (*set)(IncmapOptions *options, const char *value, GError **error);
};

extern const IncmapOptionKey incmap_option_keys[]; /* ends with a row without a name */

/** IncmapLanguage: a language that the base layers have names in */
typedef struct IncmapLanguage IncmapLanguage;
struct IncmapLanguage {
    const char *code;
    const char *name;
};

extern const IncmapLanguage incmap_languages[]; /* ends with a row without a code */

void incmap_options_init(IncmapOptions *options);
void incmap_options_clear(IncmapOptions *options);
void incmap_options_copy(IncmapOptions *to, const IncmapOptions *from);

gboolean incmap_options_set(IncmapOptions *options, const char *key, const char *value,
                            GError **error);

/* Brings together the options that depend on each other: dates and size. */
gboolean incmap_options_resolve(IncmapOptions *options, GError **error);
