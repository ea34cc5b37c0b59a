/* SPDX-License-Identifier: MIT */
/*
 * A description as words, with what decides whether a name in it can be the
 * place of the event: capitals, sentences, the dateline, who speaks.
 */
#pragma once

#include "locate/words.h"

/** IncmapNoteWord: one word of a description */
typedef struct IncmapNoteWord IncmapNoteWord;
struct IncmapNoteWord {
    IncmapToken token; /* folded without a possessive 's; owned by the array */
    guint sentence;
    gboolean is_capital;  /* begins with a capital, or belongs to a script that has none */
    gboolean is_first;    /* of its sentence */
    gboolean is_dateline; /* "GAO, Mali —" */
    gboolean is_spoken;   /* inside "said a spokesman in Bamako" */
};

/* Cuts @notes at blanks and marks. (element-type IncmapNoteWord) */
GArray *incmap_note_words_cut(const char *notes);

/* Words that are no names although a sentence may begin with them, or that dates are made of. */
gboolean incmap_note_word_is_common(const char *folded);
/* "police", "governor", "militia": what stands before is whose they are, not where. */
gboolean incmap_note_word_is_actor(const char *folded);
/* "colonel", "president", "mr": a person follows. */
gboolean incmap_note_word_is_title(const char *folded);
/* "attacked", "retaken": done to a place and not to people. */
gboolean incmap_note_word_is_strike(const char *folded);
