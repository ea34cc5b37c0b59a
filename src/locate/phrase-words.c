/* SPDX-License-Identifier: MIT */
#include "locate/phrase-words.h"

#include <math.h>
#include <string.h>

const IncmapToken *
incmap_phrase_token_at(const IncmapPhraseWords *words, guint i)
{
    static const IncmapToken none = {.folded = (char *)"", .number = NAN, .is_break = TRUE};
    return i < words->n ? &g_array_index(words->tokens, IncmapToken, i) : &none;
}

gboolean
incmap_phrase_is_word(const IncmapPhraseWords *words, guint i, const char *list)
{
    const IncmapToken *token = incmap_phrase_token_at(words, i);
    gsize length = strlen(token->folded);
    if (token->is_break || length == 0)
        return FALSE;
    for (const char *option = list; option != NULL;) {
        if (strncmp(option, token->folded, length) == 0 &&
            (option[length] == '|' || option[length] == '\0'))
            return TRUE;
        option = strchr(option, '|');
        if (option != NULL)
            option++;
    }
    return FALSE;
}

/* The words @from … @to - 1 as written; NULL when nothing but small words is left. */
char *
incmap_phrase_take_text(const IncmapPhraseWords *words, guint from, guint to)
{
    static const char fillers[] = "the|a|an|some|about|around|approximately|roughly|located|in|at|"
                                  "on|of|from|and|village|town|just|nearly|almost|over|up|to|"
                                  "is|which|lies|situated|along|area|region|province|to|by|"
                                  "city|villages|somewhere|place|near|forest|bush|a|north|south|"
                                  "east|west|point|spot|community";
    while (from < to && (incmap_phrase_token_at(words, from)->is_break ||
                         incmap_phrase_is_word(words, from, "the|a|an|in|at|on")))
        from++;
    while (to > from && (incmap_phrase_token_at(words, to - 1)->is_break ||
                         incmap_phrase_is_word(words, to - 1,
                                               "about|around|some|approximately|roughly|located|"
                                               "situated|of|from|to|in|at|on|near|just|the|and|"
                                               "along|is|lies|which")))
        to--;
    gboolean has_name = FALSE;
    for (guint i = from; i < to; i++)
        has_name |= !incmap_phrase_token_at(words, i)->is_break &&
                    !incmap_phrase_is_word(words, i, fillers) &&
                    isnan(incmap_phrase_token_at(words, i)->number);
    if (!has_name)
        return NULL;
    gsize start = incmap_phrase_token_at(words, from)->start,
          end = incmap_phrase_token_at(words, to - 1)->end;
    return g_strndup(words->text + start, end - start);
}

/* A full stop behind a word that is longer than an abbreviation. */
static gboolean
ends_thought(const IncmapPhraseWords *words, guint i)
{
    const IncmapToken *token = incmap_phrase_token_at(words, i),
                      *next = incmap_phrase_token_at(words, i + 1);
    if (i + 1 >= words->n || token->is_break || strlen(token->folded) < 4)
        return FALSE;
    for (gsize at = token->start; at < next->start; at++)
        if (words->text[at] == '.' && words->text[at + 1] == ' ')
            return TRUE;
    return FALSE;
}

/* "London, Kentucky": a comma with one or two capitalised words between it and the next break. */
static gboolean
is_container(const IncmapPhraseWords *words, guint i, guint from)
{
    guint end = i + 1;
    while (!incmap_phrase_token_at(words, end)->is_break)
        end++;
    gsize n_words = end - i - 1;
    const IncmapToken *next = incmap_phrase_token_at(words, i + 1);
    return i > from && words->text[incmap_phrase_token_at(words, i)->start] == ',' &&
           n_words >= 1 && n_words <= 3 && !next->is_break &&
           g_unichar_isupper(g_utf8_get_char_validated(words->text + next->start, -1));
}

gboolean
incmap_phrase_is_capital(const IncmapPhraseWords *words, guint i)
{
    return i < words->n && !incmap_phrase_token_at(words, i)->is_break &&
           incmap_words_has_capital(words->text + incmap_phrase_token_at(words, i)->start);
}

/* A small word behind a name with capitals: part of it ("Salah ad Din", "Kabo region"), or the
 * sentence goes on. */
static gboolean
goes_on(const IncmapPhraseWords *words, guint i)
{
    if (incmap_phrase_is_capital(words, i) || incmap_phrase_token_at(words, i)->is_break)
        return TRUE;
    if (incmap_words_type(incmap_phrase_token_at(words, i)->folded) != INCMAP_TYPE_NONE)
        return TRUE;
    return incmap_phrase_is_capital(words, i + 1) &&
           incmap_words_is_name_part(incmap_phrase_token_at(words, i)->folded);
}

/* Where the name that begins at @from ends: before a break or a word that begins a new thought. */
guint
incmap_phrase_find_name_end(const IncmapPhraseWords *words, guint from)
{
    guint i = from;
    gboolean has_capitals = incmap_phrase_is_capital(words, from);
    while (i < words->n &&
           (!incmap_phrase_token_at(words, i)->is_break || is_container(words, i, from)) &&
           !(i > from &&
             incmap_phrase_is_word(words, i,
                                   "and|near|in|on|where|when|after|before|who|which|along|"
                                   "that|as|with|towards|toward|road|axis|highway|"
                                   "killing|by|et|y")) &&
           !(i > from && has_capitals && !goes_on(words, i)) &&
           !(i > from && ends_thought(words, i - 1)))
        i++;
    return i;
}
