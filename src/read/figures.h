/* SPDX-License-Identifier: MIT */
/*
 * Casualty figures in a sentence: how many, of whom, and whose figure it is.
 */
#pragma once

#include "read/tokens.h"
#include "scene/scene.h"

/* Appends the figures of a sentence to @figures (IncmapFigure), with strings of the scene. */
void incmap_figures_find(IncmapScene *scene, const IncmapTokens *tokens,
                         const IncmapSentence *sentence, GArray *figures);

/** IncmapQuantityAt: a number in a text with the words that qualify it */
typedef struct IncmapQuantityAt IncmapQuantityAt;
struct IncmapQuantityAt {
    guint32 first, end; /* tokens, half-open */
    double low, high;
    IncmapQuantity quantity;
    gboolean is_article; /* "a soldier" */
};

/* The next quantity from token @at on, before @limit; FALSE when there is none. */
gboolean incmap_quantity_find(const IncmapTokens *tokens, guint32 at, guint32 limit,
                              IncmapQuantityAt *out_quantity);

/* Sets claimed_by, claim and is_official of a figure at the tokens @first … @end. */
void incmap_claim_find(IncmapScene *scene, const IncmapTokens *tokens,
                       const IncmapSentence *sentence, guint32 first, guint32 end,
                       IncmapFigure *figure);
/* The figure "there is none" when the sentence says that nobody gave one. */
gboolean incmap_claim_find_unknown(IncmapScene *scene, const IncmapTokens *tokens,
                                   const IncmapSentence *sentence, IncmapFigure *out_figure);

/* The words of the tokens @first … @end as written. */
const char *incmap_tokens_string(IncmapScene *scene, const IncmapTokens *tokens, guint32 first,
                                 guint32 end);
