/* SPDX-License-Identifier: MIT */
#include "read/persons.h"

#include <string.h>

enum { MAX_NAME_WORDS = 4 };

static gboolean
is_capital(const IncmapToken *token)
{
    return token->shape == INCMAP_SHAPE_CAPITAL || token->shape == INCMAP_SHAPE_UPPER;
}

/* In lower case these are everyday words more often than titles. */
static gboolean
is_title(const IncmapToken *token)
{
    static const char *const everyday[] = {
        "major",    "general", "private",  "miss",     "chief",   "sir",       "deputy",
        "don",      "king",    "queen",    "sultan",   "father",  "secretary", "representative",
        "rep",      "sr",      "justice",  "director", "officer", "author",    "actor",
        "reporter", "editor",  "governor", "judge",    "lord",    "lady",      "ms"};
    if (!incmap_token_is(token, INCMAP_WORD(TITLE)))
        return FALSE;
    for (gsize i = 0; i < G_N_ELEMENTS(everyday) && token->shape == INCMAP_SHAPE_LOWER; i++) {
        if (strcmp(token->folded, everyday[i]) == 0)
            return FALSE;
    }
    return TRUE;
}

/* The end of a run of name words from @at: "Abdoulaye Maiga", "J. Smith", "van der Berg". */
static guint32
run_end(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    guint32 end = at, n = 0;
    for (guint32 i = at; i < limit && n < MAX_NAME_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        gboolean is_initial_stop = token->mark == '~' && i > at;
        gboolean is_part = token->shape == INCMAP_SHAPE_LOWER && i > at &&
                           incmap_token_is(token, INCMAP_WORD(NAME_PART)) &&
                           is_capital(incmap_tokens_get(tokens, i + 1)) &&
                           strcmp(token->folded, "of") != 0 && strcmp(token->folded, "and") != 0 &&
                           strcmp(token->folded, "the") != 0;
        if (is_initial_stop || is_part)
            continue;
        gboolean is_other = incmap_token_is(token, INCMAP_WORD(WEEKDAY) | INCMAP_WORD(ORG));
        if (!is_capital(token) || is_other)
            break;
        end = i + 1;
        n++;
        if (token->is_possessive)
            break;
    }
    return end;
}

static void
mark_run(const IncmapTokens *tokens, guint8 *signs, GHashTable *surnames, guint32 first,
         guint32 end)
{
    for (guint32 i = first; i < end; i++)
        signs[i] = INCMAP_PERSON_YES;
    const IncmapToken *last = incmap_tokens_get(tokens, (gint64)end - 1);
    if (last->mark == 0 && strlen(last->folded) > 2)
        g_hash_table_add(surnames, (gpointer)last->folded);
}

/* "a retired teacher, Madison Lincoln, and", "Austin Georgia, who": two capital words between
 * commas behind a word for a person, or before "who". */
static gboolean
is_apposition(const IncmapTokens *tokens, guint32 i, guint32 limit)
{
    if (i + 2 >= limit || !is_capital(incmap_tokens_get(tokens, i)) ||
        incmap_tokens_get(tokens, (gint64)i - 1)->mark != ',' ||
        run_end(tokens, i, limit) != i + 2 || incmap_tokens_get(tokens, i + 2)->mark != ',')
        return FALSE;
    return incmap_token_is(incmap_tokens_get(tokens, (gint64)i - 2), INCMAP_WORD(PERSON)) ||
           strcmp(incmap_tokens_get(tokens, i + 3)->folded, "who") == 0;
}

static guint32
mark_person_at(const IncmapTokens *tokens, guint8 *signs, GHashTable *surnames, guint32 i,
               guint32 limit)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (is_title(token)) {
        guint32 at = i + 1;
        at += at < limit && incmap_tokens_get(tokens, at)->mark == '~';
        gboolean is_next_title = incmap_token_is(incmap_tokens_get(tokens, at), INCMAP_WORD(TITLE));
        guint32 end = is_next_title ? at : run_end(tokens, at, limit);
        if (end > at)
            mark_run(tokens, signs, surnames, at, end);
        return end > at ? end : i + 1;
    }
    if (is_apposition(tokens, i, limit)) {
        mark_run(tokens, signs, surnames, i, i + 2);
        return i + 2;
    }
    if (is_capital(token) && incmap_token_is(token, INCMAP_WORD(GIVEN)) && !token->is_possessive) {
        guint32 end = run_end(tokens, i, limit);
        const guint64 no_surname =
            INCMAP_WORD(NATURE) | INCMAP_WORD(STREET) | INCMAP_WORD(FEATURE) | INCMAP_WORD(PUBLIC);
        gboolean is_pair =
            end >= i + 2 && !incmap_token_is(incmap_tokens_get(tokens, i + 1), no_surname);
        if (is_pair)
            mark_run(tokens, signs, surnames, i, end);
        return is_pair ? end : i + 1;
    }
    return i + 1;
}

guint8 *
incmap_persons_find(const IncmapTokens *tokens)
{
    guint32 n = tokens->tokens->len;
    guint8 *signs = g_new0(guint8, n + 1);
    g_autoptr(GHashTable) surnames = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint s = 0; s < tokens->sentences->len; s++) {
        const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, s);
        for (guint32 i = sentence->first; i < sentence->end;)
            i = mark_person_at(tokens, signs, surnames, i, sentence->end);
    }
    for (guint32 i = 0; i < n; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (signs[i] == INCMAP_PERSON_NO && is_capital(token) &&
            g_hash_table_contains(surnames, token->folded))
            signs[i] = INCMAP_PERSON_SURNAME;
    }
    return signs;
}
