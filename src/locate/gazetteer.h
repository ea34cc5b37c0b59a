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
    double radius_km;         /* of a circle as large as the area; 0: a point, or unknown */
};

/* How a name belongs to a place. Smaller is stronger. */
typedef enum {
    INCMAP_NAME_STANDARD,
    INCMAP_NAME_ALTERNATE, /* another spelling, language, script, or a former name */
    INCMAP_NAME_SHORT,     /* "USA", "DRC", "N.Y.": an abbreviation that texts use */
    INCMAP_NAME_CODE,      /* ISO 3166 and the like: for columns, never for running text */
    INCMAP_NAME_DEMONYM,   /* "Malian": says the country */
    INCMAP_N_NAME_KINDS
} IncmapNameKind;

/** IncmapNameMatch: a place with the way in which a name led to it */
typedef struct IncmapNameMatch IncmapNameMatch;
struct IncmapNameMatch {
    IncmapPlace place;
    IncmapNameKind kind;
    const char *folded; /* the name in the gazetteer, folded */
    unsigned edits;     /* 0: exact */
};

typedef struct IncmapGazetteer IncmapGazetteer;

IncmapGazetteer *incmap_gazetteer_open(const char *path, GError **error);
void incmap_gazetteer_free(IncmapGazetteer *gazetteer);
/* To be called when no more is to be looked up for now: gives back memory. */
void incmap_gazetteer_rest(const IncmapGazetteer *gazetteer);
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
const char *incmap_gazetteer_country_name(const IncmapGazetteer *gazetteer,
                                          const char *country_code);
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

/* As incmap_gazetteer_find() and, for @max_edits > 0, incmap_gazetteer_find_similar(), with the
 * kind of each name; codes and demonyms included. Appends IncmapNameMatch. */
guint incmap_gazetteer_match(const IncmapGazetteer *gazetteer, const char *folded,
                             unsigned max_edits, GArray *matches);

/* The country or admin-1 area itself by its code; FALSE when unknown. */
gboolean incmap_gazetteer_country(const IncmapGazetteer *gazetteer, const char *country_code,
                                  IncmapPlace *out_place);
gboolean incmap_gazetteer_admin1(const IncmapGazetteer *gazetteer, const char *admin1_code,
                                 IncmapPlace *out_place);

/* Appends the towns within @radius_km of @point, most important first. */
void incmap_gazetteer_towns_near(const IncmapGazetteer *gazetteer, IncmapLonLat point,
                                 double radius_km, GArray *places);

/**
 * incmap_gazetteer_add_overlay:
 * @path: a CSV file with the columns name, latitude, longitude and, where known, country, admin1,
 *   alternate names (separated by "|" or ";"), precision (radius in km or its name), source
 *
 * Adds places of the user's own. They win over places of the same name in the file. Not to be
 * called while another thread uses @gazetteer.
 */
gboolean incmap_gazetteer_add_overlay(IncmapGazetteer *gazetteer, const char *path, GError **error);

/**
 * incmap_gazetteer_add_file:
 * @path: a gazetteer file
 *
 * Adds a compiled gazetteer beside the standard one: one that is_own() wins over places of the same
 * name, any other one replaces those with the same id. Not to be called while another thread uses
 * @gazetteer.
 */
gboolean incmap_gazetteer_add_file(IncmapGazetteer *gazetteer, const char *path, GError **error);

/* Layers from this number on hold places that the user knows himself. */
#define INCMAP_LAYER_FIRST_OWN 8u

/* TRUE for a place of the user's own. */
static inline gboolean
incmap_place_is_own(const IncmapPlace *place)
{
    return place->index >= INCMAP_LAYER_FIRST_OWN << 28;
}

/* TRUE for a place that was added beside the standard gazetteer, as his own or not. */
static inline gboolean
incmap_place_is_added(const IncmapPlace *place)
{
    return place->index >= 1u << 28;
}

/* Whom the gazetteer that added @place says to credit; NULL when nobody. */
const char *incmap_gazetteer_credit(const IncmapGazetteer *gazetteer, const IncmapPlace *place);

/* TRUE for what is no settlement although it has a settlement's kind: an airport, a camp, a mine,
 * a hill. Maps don't name them among their towns. */
gboolean incmap_place_is_site(const IncmapPlace *place);

/* How much a place weighs among others, in powers of ten of population. */
double incmap_place_importance(const IncmapPlace *place);

/** IncmapGazetteerInfo: what a gazetteer holds */
typedef struct IncmapGazetteerInfo IncmapGazetteerInfo;
struct IncmapGazetteerInfo {
    guint32 n_places, n_towns, n_names, n_keys, n_countries, n_admin1;
    guint64 n_bytes;
};
void incmap_gazetteer_info(const IncmapGazetteer *gazetteer, IncmapGazetteerInfo *out_info);
