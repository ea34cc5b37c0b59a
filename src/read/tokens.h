/* SPDX-License-Identifier: MIT */
/*
 * A text as words, marks and sentences, with their byte offsets. Marks of
 * Markdown and web addresses are no words.
 */
#pragma once

#include "read/lexicon.h"

#include <string.h>

typedef enum {
    INCMAP_SHAPE_LOWER,
    INCMAP_SHAPE_CAPITAL,  /* first letter */
    INCMAP_SHAPE_UPPER,    /* two letters or more, all of them */
    INCMAP_SHAPE_CASELESS, /* a script without case */
    INCMAP_SHAPE_NUMBER,
    INCMAP_SHAPE_MARK,
    INCMAP_SHAPE_OTHER, /* addresses, handles, letters mixed with digits */
} IncmapShape;

typedef enum {
    INCMAP_GLUE_SPACE,
    INCMAP_GLUE_HYPHEN,
    INCMAP_GLUE_APOSTROPHE, /* folded without a gap: d'Ivoire */
    INCMAP_GLUE_NONE,       /* directly behind a mark */
} IncmapGlue;

typedef struct IncmapToken IncmapToken;
struct IncmapToken {
    guint32 start, end; /* bytes; without a possessive 's */
    const char *folded; /* for marks, the mark itself in ASCII */
    guint64 classes;
    guint32 sentence;
    guint8 shape; /* IncmapShape */
    guint8 glue;  /* IncmapGlue to the token before */
    guint8 mark;  /* ASCII for a mark, '"' for all quotes, '-' for dashes; 0 */
    gboolean is_possessive : 1;
    gboolean is_first : 1; /* first word of its sentence */
};

typedef struct IncmapSentence IncmapSentence;
struct IncmapSentence {
    guint32 first, end; /* tokens, half-open */
    guint32 paragraph;
    guint32 line; /* from 1 */
    gboolean is_heading;
};

typedef struct IncmapTokens IncmapTokens;
struct IncmapTokens {
    const char *text;
    gsize length;
    const IncmapLexicon *lexicon;
    const char *language;
    gboolean is_english; /* whose common nouns the lexicon knows */
    GArray *tokens;      /* IncmapToken */
    GArray *sentences;   /* IncmapSentence */
    GHashTable *words;   /* word as written → its folded form and classes */
    GStringChunk *strings;
};

/* @text has to outlive the tokens, and so has @lexicon. */
void incmap_tokens_init(IncmapTokens *tokens, const char *text, gsize length,
                        const IncmapLexicon *lexicon);
void incmap_tokens_clear(IncmapTokens *tokens);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapTokens, incmap_tokens_clear)

static inline const IncmapToken *
incmap_tokens_get(const IncmapTokens *tokens, gint64 index)
{
    static const IncmapToken none = {.folded = "", .shape = INCMAP_SHAPE_MARK};
    if (index < 0 || index >= (gint64)tokens->tokens->len)
        return &none;
    return &g_array_index(tokens->tokens, IncmapToken, index);
}

/* Whether the text has the word in lower case, too. */
gboolean incmap_tokens_has_lower(const IncmapTokens *tokens, const char *folded);

static inline gboolean
incmap_token_is(const IncmapToken *token, guint64 classes)
{
    return (token->classes & classes) != 0;
}

/* Whether the word @token is one of @words. Most are none: the first byte tells, without a call. */
static inline gboolean
incmap_token_in(const IncmapToken *token, const char *const *words)
{
    if (token->mark != 0 || token->folded[0] == 0)
        return FALSE;
    for (; *words != NULL; words++) {
        if ((*words)[0] == token->folded[0] && strcmp(*words, token->folded) == 0)
            return TRUE;
    }
    return FALSE;
}

/* A language by its function words: "en", "fr", "es", "de", "pt", "ru", "uk", "ar", or
 * "und". */
const char *incmap_language_guess(const char *text, gsize length);
