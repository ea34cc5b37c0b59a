/* SPDX-License-Identifier: MIT */
/*
 * What the parts of the locate stage share while they work on one scene.
 */
#pragma once

#include "layers/layers.h"
#include "locate/gazetteer.h"
#include "locate/locate.h"
#include "locate/words.h"
#include "scene/scene.h"

/** IncmapLocator: lives for one call of a public function */
typedef struct IncmapLocator IncmapLocator;
struct IncmapLocator {
    IncmapScene *scene;
    const IncmapGazetteer *gazetteer;
    const IncmapLayers *layers; /* NULL: no borders at hand */
    GHashTable *areas;          /* char * words → IncmapPlace *: see stated.c */
    GHashTable *kins;           /* char * country as stated → const char *: see country-kin.h */
    GHashTable *fixes;          /* char * whole question → IncmapFix * */
    GArray *anchors;            /* IncmapLonLat: places of the same input that are sure */
    GArray *next_mention;       /* gint, parallel to the mentions: the next of its incident; -1 */
    GHashTable *first_mention;  /* incident → its first mention + 1 */
    GHashTable *countries;      /* char * code → count: countries that the input names */
    IncmapChoices *choices;     /* what was decided in a review; NULL */
};

void incmap_locator_init(IncmapLocator *locator, IncmapScene *scene,
                         const IncmapGazetteer *gazetteer, const IncmapLayers *layers);
void incmap_locator_clear(IncmapLocator *locator);

/** IncmapStated: the areas that the input says a place lies in */
typedef struct IncmapStated IncmapStated;
struct IncmapStated {
    gboolean has_country, has_admin1;
    IncmapPlace country, admin1; /* admin1 may be a group of admin-1 areas */
    const char *admin2;          /* as written; NULL */
    const char *kin;             /* codes of countries that the stated one may reach into; NULL */
    const char *problem;         /* a contradiction, in words; NULL */
};

/* Understands the words for country and admin-1: names in any language, codes, small misspellings.
 */
void incmap_stated_init(IncmapLocator *locator, const char *admin2, const char *admin1,
                        const char *country, IncmapStated *stated);

/** IncmapRanked: what a name most likely means */
typedef struct IncmapRanked IncmapRanked;
struct IncmapRanked {
    IncmapNameMatch best, second;
    gboolean has_second;
    double score, second_score; /* 0 … 1 */
    guint n_others;             /* other places that the name fits */
    IncmapTypeWord type;        /* of the word beside the name */
    gboolean is_part;           /* only some of the words were the name */
    gboolean is_elsewhere;      /* outside the stated country */
    gboolean is_other_admin1;   /* outside the stated admin-1 */
};

/* Finds what @words (as written) mean; FALSE when no gazetteer knows them. */
gboolean incmap_rank_name(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                          IncmapRanked *out_ranked);

/* Appends IncmapCandidate, see incmap_locate_candidates(). */
void incmap_rank_candidates(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                            guint max, GArray *candidates);

/* The same for names that are only spelled alike, until @max are listed; none for an empty list. */
void incmap_rank_similar(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                         guint max, GArray *candidates);

/* What identifies a question; see incmap_locate_key(). */
char *incmap_question_key(const char *place, const IncmapStated *stated, const char *admin1,
                          const char *country);
/* TRUE and the fix when a review decided what the words mean. */
gboolean incmap_choices_use(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                            const char *admin1, const char *country, IncmapFix *fix);

/** IncmapPhrase: words that describe a place by another one */
typedef enum {
    INCMAP_PHRASE_NONE,
    INCMAP_PHRASE_OFFSET,  /* distance and direction from a */
    INCMAP_PHRASE_WITHIN,  /* a distance from a, direction unknown */
    INCMAP_PHRASE_BEARING, /* direction from a, distance unknown: "north of Gao" */
    INCMAP_PHRASE_PART,    /* "northern Mali" */
    INCMAP_PHRASE_NEAR,
    INCMAP_PHRASE_BETWEEN, /* a and b; also the road from a to b */
    INCMAP_PHRASE_BORDER,  /* the border of a, or between a and b */
    INCMAP_PHRASE_COAST,   /* off a */
} IncmapPhraseKind;

typedef struct IncmapPhrase IncmapPhrase;
struct IncmapPhrase {
    IncmapPhraseKind kind;
    char *head;         /* the name that the phrase comments on: "X, 45 km north of Y"; NULL */
    char *a, *b;        /* names; b NULL; for WITHIN the place towards which */
    char *road;         /* "A-B-C" with more than one dash, any of which may part a from b; NULL */
    double distance_km; /* NAN when not said */
    double bearing_deg; /* NAN when not said */
    gsize end;          /* bytes of the words up to the end of the last name */
};

/* Looks for a phrase in @words; kind NONE when there is none. */
void incmap_phrase_parse(const char *words, IncmapPhrase *phrase);
/* The same for a phrase that @words begin with. */
void incmap_phrase_parse_front(const char *words, IncmapPhrase *phrase);
void incmap_phrase_clear(IncmapPhrase *phrase);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapPhrase, incmap_phrase_clear)

/* Point and radius of a phrase; FALSE when its names are unknown. */
gboolean incmap_phrase_locate(IncmapLocator *locator, const IncmapPhrase *phrase, const char *words,
                              const IncmapStated *stated, IncmapFix *out_fix);

/* The place @name that @phrase comments on; FALSE when no gazetteer has the name. See commented.c.
 */
gboolean incmap_locate_commented(IncmapLocator *locator, const char *name,
                                 const IncmapPhrase *phrase, const char *words,
                                 const IncmapStated *stated, IncmapFix *fix);

/* Point and radius of the part of an area in a direction (NAN: its middle). */
void incmap_locate_part(const IncmapLayers *layers, const IncmapPlace *area, double bearing_deg,
                        IncmapLonLat *out_point, double *out_radius_km);

/* Whether a place lies just outside the province of its country that is stated; see beside.c. */
gboolean incmap_locate_is_beside(const IncmapLayers *layers, const IncmapPlace *place,
                                 const IncmapPlace *admin1);

/* Whether what a name most likely means can be what the row means by it. */
gboolean incmap_ranked_is_acceptable(const IncmapRanked *ranked, const IncmapStated *stated);
/* Country, admin-1, name and kind of a fix from a place. */
void incmap_fix_describe(IncmapLocator *locator, const IncmapPlace *place, IncmapFix *fix);
/* As above with precision, score and reason from what a name was found to mean. */
void incmap_fix_use(IncmapLocator *locator, const IncmapRanked *ranked, const IncmapStated *stated,
                    IncmapFix *fix);
/* As incmap_fix_describe(), with precision and radius of the place itself. */
void incmap_fix_use_place(IncmapLocator *locator, const IncmapPlace *place, IncmapFix *fix);
/* The whole way from words to a fix. */
void incmap_locator_find(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                         IncmapFix *out_fix);
/* The same without remembering; FALSE when nothing is found. */
gboolean incmap_locator_find_words(IncmapLocator *locator, const char *place,
                                   const IncmapStated *stated, IncmapFix *fix);
/* Whether @words only say that the place is not known. */
gboolean incmap_words_say_nothing(const char *words);
/* The smallest stated area; FALSE when none is stated. */
gboolean incmap_locator_fall_back(IncmapLocator *locator, const char *place,
                                  const IncmapStated *stated, IncmapFix *fix);
/* The place that a description says its event was at; FALSE when it names none. */
gboolean incmap_locator_find_told(IncmapLocator *locator, const char *notes,
                                  const IncmapStated *stated, IncmapFix *out_fix);
void incmap_check_point(IncmapLocator *locator, const IncmapIncident *incident, guint number,
                        const IncmapStated *stated, IncmapFix *out_fix);
/* A longer table is not explained row by row. */
#define INCMAP_MAX_EXPLAINED 2000
/* Says what was taken and what else there was: for --explain. */
void incmap_locate_explain(IncmapLocator *locator, const IncmapIncident *incident,
                           const IncmapStated *stated, guint number, const IncmapFix *fix);
void incmap_locate_mentions(IncmapLocator *locator);
/* Streets and the like of a document whose other mentions are located. */
void incmap_locate_sites(IncmapLocator *locator, const IncmapDocument *document);

/* Fills context ("2 km from the Algerian border") and border_km, when a foreign border is near. */
void incmap_locate_describe_border(IncmapLocator *locator, IncmapFix *fix);

/* "Gao" or "12 km north of Gao": what a point without a name is called; NULL far from any town. */
const char *incmap_locate_describe_point(IncmapLocator *locator, IncmapLonLat point);
