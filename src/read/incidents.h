/* SPDX-License-Identifier: MIT */
/*
 * Event words, places, dates and figures of a text → incidents. Sentences that
 * tell of the same event are brought together.
 */
#pragma once

#include "read/names.h"

/* Appends the incidents of a text to the scene and sets the roles of its @names (IncmapName).
 * @text_start is the token behind the dateline; @written_julian 0: unknown. */
void incmap_incidents_find(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                           guint32 text_start, guint32 written_julian);

/** IncmapTold: what one sentence tells of an event */
typedef struct IncmapTold IncmapTold;
struct IncmapTold {
    const IncmapTrigger *trigger; /* NULL: none */
    guint32 token;                /* of the trigger */
    guint32 sentence;
    gint32 place;        /* index into names; -1 */
    gboolean is_past;    /* an event word only tells of history */
    gboolean is_weak;    /* an event only beside harm, which the sentence does not tell */
    gboolean is_denied;  /* an event word only tells of what did not happen */
    gboolean is_accused; /* somebody accuses somebody of it */
};

/* Fills @out_told with the event of a sentence; FALSE when it tells of none, or only of one that is
 * denied, feared, planned, past, or part of a game. */
gboolean incmap_told_find(const IncmapTokens *tokens, guint32 sentence, gboolean is_sport_text,
                          gboolean has_figures, IncmapTold *out_told);
/* Whether the sentence of an event word at @at only tells what else happened then: "the attack came
 * as ministers met in …". */
gboolean incmap_told_is_coincident(const IncmapTokens *tokens, const IncmapSentence *sentence,
                                   guint32 at);
/* Whether the text is about shares and prices. */
gboolean incmap_told_is_market(const IncmapTokens *tokens);
/* Whether the text is about sports. */
gboolean incmap_told_is_sport(const IncmapTokens *tokens);
