/* SPDX-License-Identifier: MIT */
/*
 * The words of a phrase while it is parsed, and where the names among them end.
 */
#pragma once

#include "locate/words.h"

typedef struct IncmapPhraseWords IncmapPhraseWords;
struct IncmapPhraseWords {
    const char *text;
    GArray *tokens; /* IncmapToken */
    guint n;
};

/* A break behind the last word. */
const IncmapToken *incmap_phrase_token_at(const IncmapPhraseWords *words, guint i);
/* Whether word @i is one of @list ("near|outside"). */
gboolean incmap_phrase_is_word(const IncmapPhraseWords *words, guint i, const char *list);
/* Whether word @i does not begin with a small letter. */
gboolean incmap_phrase_is_capital(const IncmapPhraseWords *words, guint i);
/* The words @from … @to - 1 as written; NULL when nothing but small words is left. */
char *incmap_phrase_take_text(const IncmapPhraseWords *words, guint from, guint to);
/* Where the name that begins at @from ends: before a break or a word that begins a new thought. */
guint incmap_phrase_find_name_end(const IncmapPhraseWords *words, guint from);
