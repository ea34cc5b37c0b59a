/* SPDX-License-Identifier: MIT */
/*
 * Who a number counts and what became of them.
 */
#pragma once

#include "read/figures.h"

enum { INCMAP_NO_FATE = -1 };

/** IncmapCount: a quantity with the people it counts */
typedef struct IncmapCount IncmapCount;
struct IncmapCount {
    IncmapQuantityAt at;
    guint32 who_first, who_end; /* tokens; empty when nobody is named */
    gboolean has_person;
    gboolean is_refused; /* kilometres, cattle, dollars */
    gboolean is_part;    /* "among them 12 children": in another number already */
    gboolean is_left;    /* the verb stands before: "killed 84 …" */
    int fate;            /* IncmapFigureKind or INCMAP_NO_FATE */
};

/* The fate that a word tells; INCMAP_NO_FATE. */
int incmap_fate_of(const IncmapToken *token);

/* Fills who_first … is_part of a count whose quantity is known. */
void incmap_count_find_who(const IncmapTokens *tokens, const IncmapSentence *sentence,
                           IncmapCount *count);
/* Sets fate and is_left by the words before and behind. */
void incmap_count_find_fate(const IncmapTokens *tokens, const IncmapSentence *sentence,
                            IncmapCount *count);
/* The token behind "aged six, seven and nine"; @at when there are no ages. */
guint32 incmap_count_skip_ages(const IncmapTokens *tokens, guint32 at, guint32 limit);
