/* SPDX-License-Identifier: MIT */
/*
 * The gazetteer: names and places compiled into one file that is mapped into
 * memory. Immutable, shared by threads and processes.
 */
#pragma once

#include "base/geometry.h"

typedef enum {
    INCMAP_PLACE_TOWN, /* any populated place */
    INCMAP_PLACE_ADMIN1,
    INCMAP_PLACE_ADMIN2,
    INCMAP_PLACE_COUNTRY,
    INCMAP_PLACE_REGION, /* continent, sea, desert, range, region without borders of its own */
    INCMAP_PLACE_RIVER,
    INCMAP_PLACE_LAKE,
} IncmapPlaceKind;

/** IncmapPlace: strings point into the mapped file */
typedef struct IncmapPlace IncmapPlace;
struct IncmapPlace {
    guint32 index; /* in the gazetteer */
    gint64 id;     /* GeoNames id where there is one */
    IncmapPlaceKind kind;
    const char *name;
    const char *feature_code; /* GeoNames': "PPLC", "PPLA", "PPL", "ADM1", "PCLI" … */
    IncmapLonLat point;
    guint32 population;       /* 0: unknown */
    const char *country_code; /* "ML"; "" for seas */
    const char *admin1_code;  /* "ML-8"; "" when unknown */
};

typedef struct IncmapGazetteer IncmapGazetteer;

IncmapGazetteer *incmap_gazetteer_open(const char *path, GError **error);
void incmap_gazetteer_free(IncmapGazetteer *gazetteer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapGazetteer, incmap_gazetteer_free)

void incmap_gazetteer_get(const IncmapGazetteer *gazetteer, guint32 index, IncmapPlace *out_place);

/* Appends to @places every place that has @folded (see incmap_text_fold()) as one of its names;
 * larger populations first. Returns how many. */
guint incmap_gazetteer_find(const IncmapGazetteer *gazetteer, const char *folded, GArray *places);

/* As above for names within @max_edits of @folded, nearest spelling first. */
guint incmap_gazetteer_find_similar(const IncmapGazetteer *gazetteer, const char *folded,
                                    unsigned max_edits, GArray *places);

/* Whether some name begins with these words ("new york" → "new york city"): lets a reader of texts
 * stop early. */
gboolean incmap_gazetteer_has_prefix(const IncmapGazetteer *gazetteer, const char *folded);

/* The country that a demonym or a name means ("malian" → "ML"); NULL when none. */
const char *incmap_gazetteer_demonym(const IncmapGazetteer *gazetteer, const char *folded);

/* English name of a country or admin-1 by code; NULL when unknown. */
const char *incmap_gazetteer_country_name(const IncmapGazetteer *gazetteer, const char *country_code);
const char *incmap_gazetteer_admin1_name(const IncmapGazetteer *gazetteer, const char *admin1_code);
/* Continent name of a country ("Africa"). */
const char *incmap_gazetteer_continent(const IncmapGazetteer *gazetteer, const char *country_code);

/* Appends towns inside @extent, most important first (capital, admin seat, population). */
void incmap_gazetteer_towns_in(const IncmapGazetteer *gazetteer, IncmapExtent extent,
                               guint max_towns, GArray *places);

/* The town nearest to @point within @max_km; FALSE when there is none. */
gboolean incmap_gazetteer_nearest(const IncmapGazetteer *gazetteer, IncmapLonLat point,
                                  double max_km, IncmapPlace *out_place, double *out_distance_km);

/* A place's name in @language; its standard name when there is none. */
const char *incmap_gazetteer_name_in(const IncmapGazetteer *gazetteer, const IncmapPlace *place,
                                     const char *language);
