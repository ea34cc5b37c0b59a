/* SPDX-License-Identifier: MIT */
/*
 * Everything in a description that may say where: names the gazetteer knows,
 * names the words call a place, phrases about them, each with how much speaks
 * for the event being there.
 */
#pragma once

#include "locate/locator.h"
#include "locate/note-words.h"

/** IncmapClue: some words of a description that may say where */
typedef struct IncmapClue IncmapClue;
struct IncmapClue {
    guint first, end;     /* words, half-open */
    IncmapPlaceKind kind; /* of a known name */
    gboolean is_known;    /* the gazetteer has it, in the stated country */
    gboolean is_phrase;   /* "45 km north of Y": @phrase is set */
    gboolean is_demonym;
    IncmapPhrase phrase;
    const char *country_code; /* of the best place so called; NULL */
    gint container;           /* index of the clue that says where this one lies; -1 */
    gint comment;             /* index of the phrase that says where a known place lies; -1 */
    double rating;            /* what speaks for the event being there */
};

/* Finds the clues of a description, rated, in the order of the text. */
GArray *incmap_clues_find(IncmapLocator *locator, const char *notes, const GArray *words,
                          const IncmapStated *stated);

/* The words of a clue as written. */
char *incmap_clue_text(const char *notes, const GArray *words, const IncmapClue *clue);

/* Rates clues against each other: whose container, whose phrase (see clue-rating.c). */
void incmap_clues_rate(const char *notes, const GArray *words, GArray *clues);
