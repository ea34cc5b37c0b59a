/* SPDX-License-Identifier: MIT */
/*
 * What the files that locate the mentions of one text share.
 */
#pragma once

#include "locate/locator.h"
#include "locate/senses.h"

/** IncmapJoint: how a mention is bound to the next one */
typedef enum {
    INCMAP_JOINT_NONE,
    INCMAP_JOINT_COMMA,  /* "X, Y": Y may contain X, or both stand in a row */
    INCMAP_JOINT_INSIDE, /* "X in Y", "X (Y)", "X district of Y" */
    INCMAP_JOINT_OWNER,  /* "X's Y": X may contain Y */
    INCMAP_JOINT_ROW,    /* "X and Y" */
} IncmapJoint;

/** IncmapFinder: the mentions of one text while they are located */
typedef struct IncmapFinder IncmapFinder;
struct IncmapFinder {
    IncmapLocator *locator;
    const char *text; /* of the document; NULL: none */
    gsize length;
    guint first, n; /* its mentions */
    IncmapTerms terms;
    GHashTable *by_key; /* char * → term + 1 */
    gint *term_of;      /* term of each mention; -1 */
    guint8 *joints;     /* IncmapJoint to the mention behind */
};

/* The mention @i of the text. */
static inline IncmapMention *
incmap_finder_mention(const IncmapFinder *finder, guint i)
{
    return &g_array_index(finder->locator->scene->mentions, IncmapMention, finder->first + i);
}

/* The kind of place that a term means by itself. */
static inline IncmapPlaceKind
incmap_finder_first_kind(const IncmapFinder *finder, gint index)
{
    const GArray *senses = g_array_index(finder->terms.terms, IncmapTerm, index).senses;
    return senses->len == 0 ? INCMAP_PLACE_TOWN
                            : g_array_index(senses, IncmapSense, 0).match.place.kind;
}

/* How the words between mention @i and the next one bind them. */
IncmapJoint incmap_mention_joint(const IncmapFinder *finder, guint i);
/* The type word behind a mention ("Arghistan district") or before it ("the province of Gao"). */
IncmapTypeWord incmap_mention_type(const IncmapFinder *finder, const IncmapMention *mention);
/* Counts the countries whose newspapers write like this text. */
void incmap_mention_weigh_manner(IncmapFinder *finder);
/* Gives each mention the best sense of its term, once all are weighed. */
void incmap_mention_set_fixes(IncmapFinder *finder);
