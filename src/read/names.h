/* SPDX-License-Identifier: MIT */
/*
 * Names of places in a text: the longest run of words that the gazetteer knows,
 * or that the text itself calls a town; weighed against everything that speaks
 * for a person, an organisation or a common word.
 */
#pragma once

#include "read/read.h"
#include "read/tokens.h"

/** IncmapName: a run of tokens taken for a place or a people */
typedef struct IncmapName IncmapName;
struct IncmapName {
    guint32 first, end;  /* tokens, half-open */
    double score;        /* evidence; kept when above 0 */
    guint64 signs;       /* what the evidence is: see name-signs.h */
    IncmapNameHit hit;   /* the best candidate; name NULL when in no gazetteer */
    const char *country; /* code: of the candidate that fits the text best; NULL */
    IncmapRole role;
    gboolean is_demonym;
    gboolean is_known;  /* in the gazetteer */
    gboolean is_guess;  /* only the words around call it a place; kept when an event was there */
    gboolean is_site;   /* a street or the like, which no gazetteer has */
    const char *suffix; /* gazetteers have it with this word: "County"; NULL */
    guint32 n_short;    /* tokens at the end that the suffix replaces: "Co." */
    gint32 incident;    /* index into the passage's incidents; -1 */
    guint32 alike;      /* index of the next name of the same words; the last has the first's */
    gint32 container;   /* index of the name that contains it ("Bangor, Maine"); -1 */
};

/* Finds the names of a text, in text order. @names is (nullable). */
GArray *incmap_names_find(const IncmapTokens *tokens, const IncmapNameSource *names);

/* The first name that begins at a token or behind it; names->len when none does. */
guint incmap_names_first_from(const GArray *names, guint32 token);

/* TRUE for another name of a town or province in a country that the text does not name: "Damas" is
 * Damascus only in a text that speaks of Syria. */
gboolean incmap_name_is_doubtful(const IncmapName *name);

/* TRUE for a name of a country, a continent or an ocean: says little about where. */
gboolean incmap_name_is_vague(const IncmapName *name);
