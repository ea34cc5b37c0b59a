/* SPDX-License-Identifier: MIT */
/*
 * What the names of a text can mean, weighed together. A term is a name with
 * what the text says it lies in; its senses are the places that the gazetteer
 * has for it. Scores are natural logarithms of odds, so that what is known
 * independently adds up.
 */
#pragma once

#include "locate/locator.h"

/** IncmapSense: a place that a term can mean */
typedef struct IncmapSense IncmapSense;
struct IncmapSense {
    IncmapNameMatch match;
    double xyz[3];    /* on the unit sphere */
    double cos_reach; /* of the angle within which an area has neighbours */
    double prior;     /* by itself */
    double score;     /* with all that the text says */
    double share;     /* of all senses of its term; they sum to 1 */
};

/** IncmapTerm: a name of the text; all its mentions have one sense */
typedef struct IncmapTerm IncmapTerm;
struct IncmapTerm {
    char *folded; /* what was looked up */
    IncmapTypeWord type;
    GArray *senses; /* IncmapSense, best first once weighed */
    guint n_mentions;
    gboolean is_dateline;
    gboolean is_list;            /* stands in a row of names, so what follows need not contain it */
    gboolean holds_others;       /* another name lies in it */
    gint container;              /* the term that the text puts it in; -1 */
    gint row_before, row_behind; /* terms that stand in a row with it; -1 */
    gint alike;                  /* a term of the same name that the text puts somewhere; -1 */
};

/** IncmapTerms: the terms of one text and how often it means each country */
typedef struct IncmapTerms IncmapTerms;
struct IncmapTerms {
    GArray *terms;         /* IncmapTerm, in text order */
    GHashTable *countries; /* char * code → double *: weight of adjectives and the like */
};

void incmap_terms_init(IncmapTerms *terms);
void incmap_terms_clear(IncmapTerms *terms);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapTerms, incmap_terms_clear)

/* Fills the senses of a term from its name and type; it may stay without any. */
void incmap_term_find_senses(const IncmapGazetteer *gazetteer, IncmapTerm *term);

/* Makes a place the only sense of a term: an adjective says its country. */
void incmap_term_set_sense(IncmapTerm *term, const IncmapPlace *place);

/* Sums the weight that adjectives and the manner of the text give to a country. */
void incmap_terms_count_country(IncmapTerms *terms, const char *code, double weight);

/* Weighs all senses of all terms against each other. */
void incmap_terms_weigh(IncmapTerms *terms);

/* Whether @inner may lie in @outer. */
gboolean incmap_place_lies_in(const IncmapPlace *inner, const IncmapPlace *outer);
