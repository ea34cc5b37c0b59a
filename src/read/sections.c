/* SPDX-License-Identifier: MIT */
#include "read/sections.h"

#include <string.h>

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static const IncmapSentence *
get(const IncmapTokens *tokens, guint32 index)
{
    return &g_array_index(tokens->sentences, IncmapSentence, index);
}

static gboolean
has_stop(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    guint8 mark = incmap_tokens_get(tokens, (gint64)sentence->end - 1)->mark;
    return mark == '.' || mark == '!' || mark == '?' || mark == '"';
}

/* Whether a sentence is a paragraph of its own, without a stop. */
static gboolean
stands_alone(const IncmapTokens *tokens, guint32 index)
{
    const IncmapSentence *sentence = get(tokens, index);
    guint n = tokens->sentences->len;
    gboolean is_first = index == 0 || get(tokens, index - 1)->paragraph != sentence->paragraph;
    gboolean is_last = index + 1 >= n || get(tokens, index + 1)->paragraph != sentence->paragraph;
    return sentence->is_heading ||
           (is_first && is_last && sentence->end > sentence->first && !has_stop(tokens, sentence));
}

/* "Monday 5 February", "5 Feb 2024:" and nothing else */
static gboolean
is_date(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 written,
        IncmapWhen *out_when)
{
    enum { MAX_TOKENS = 8 };
    if (sentence->end - sentence->first > MAX_TOKENS)
        return FALSE;
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == 0 && token->shape != INCMAP_SHAPE_NUMBER && !is_word(token, "of") &&
            !is_word(token, "de") &&
            !incmap_token_is(token, INCMAP_WORD(MONTH) | INCMAP_WORD(WEEKDAY)))
            return FALSE;
    }
    IncmapWhen when = {0};
    if (!incmap_when_find(tokens, sentence, -1, written, &when) || when.rank < 3)
        return FALSE;
    *out_when = when;
    return TRUE;
}

/* "More stories", "Related", "Lire aussi" */
static gboolean
is_of_others(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const firsts[] = {"more",   "related",  "also",        "most", "trending",
                                         "read",   "see",      "recommended", "lire", "other",
                                         "latest", "previous", NULL};
    static const char *const seconds[] = {"stories", "news",  "articles", "read",     "also",
                                          "links",   "story", "from",     "coverage", "viewed",
                                          "more",    "aussi", "popular",  "on",       NULL};
    enum { MAX_TOKENS = 6 };
    const IncmapToken *first = incmap_tokens_get(tokens, sentence->first);
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)sentence->first + 1);
    guint32 n = sentence->end - sentence->first;
    if (n > MAX_TOKENS || !incmap_token_in(first, firsts))
        return FALSE;
    gboolean is_single = n == 1 || (n == 2 && second->mark != 0);
    return incmap_token_in(second, seconds) ||
           (is_single && (is_word(first, "related") || is_word(first, "trending") ||
                          is_word(first, "recommended")));
}

/* "Outlook"; an item of a list and what has a number or an event are no headings. */
static gboolean
is_plain_heading(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    enum { MAX_TOKENS = 5 };
    if (sentence->is_heading)
        return TRUE;
    if (sentence->end - sentence->first > MAX_TOKENS ||
        incmap_tokens_get(tokens, sentence->first)->mark != 0)
        return FALSE;
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->shape == INCMAP_SHAPE_NUMBER ||
            incmap_token_is(token, INCMAP_WORD(EVENT) | INCMAP_WORD(KILL) | INCMAP_WORD(INJURE)))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_section_enter(const IncmapTokens *tokens, guint32 index, guint32 written_julian,
                     IncmapSection *section)
{
    const IncmapSentence *sentence = get(tokens, index);
    if (!stands_alone(tokens, index))
        return FALSE;
    IncmapWhen when = {0};
    if (is_date(tokens, sentence, written_julian, &when)) {
        *section = (IncmapSection){.when = when};
        return TRUE;
    }
    gboolean is_elsewhere = is_of_others(tokens, sentence);
    gboolean is_heading = is_plain_heading(tokens, sentence);
    /* an item of a list of links is no heading */
    if (is_elsewhere || (is_heading && (sentence->is_heading || !section->is_elsewhere)))
        *section = (IncmapSection){.is_elsewhere = is_elsewhere};
    return is_elsewhere;
}

gboolean
incmap_section_is_pointer(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const pointers[][3] = {
        {"also", "read", NULL},   {"read", "also", NULL},
        {"read", "more", NULL},   {"see", "also", NULL},
        {"read", "next", NULL},   {"more", "on", "this"},
        {"lire", "aussi", NULL},  {"a", "lire", NULL},
        {"lea", "tambien", NULL}, {"leia", "tambem", NULL},
        {"lesen", "sie", "auch"}, {"continue", "reading", NULL},
        {"don", "t", "miss"},     {"must", "read", NULL},
        {"watch", ":", NULL},     {"related", ":", NULL},
        {"listen", ":", NULL},    {"video", ":", NULL},
        {"the", "post", NULL},    {"file", "photo", NULL},
        {"a", "file", "photo"},   {"recommended", "reading", NULL}};
    for (gsize i = 0; i < G_N_ELEMENTS(pointers); i++) {
        gboolean is_met = TRUE;
        for (guint32 w = 0; w < 3 && pointers[i][w] != NULL && is_met; w++) {
            const IncmapToken *token = incmap_tokens_get(tokens, sentence->first + w);
            is_met = pointers[i][w][0] == ':' ? token->mark == ':' : is_word(token, pointers[i][w]);
        }
        if (!is_met)
            continue;
        if (!is_word(incmap_tokens_get(tokens, (gint64)sentence->first + 1), "post"))
            return TRUE;
        /* "The post X appeared first on Y" */
        for (guint32 w = sentence->first; w + 1 < sentence->end; w++)
            if (is_word(incmap_tokens_get(tokens, w), "appeared") &&
                is_word(incmap_tokens_get(tokens, w + 1), "first"))
                return TRUE;
    }
    return FALSE;
}

gboolean
incmap_section_is_headline(const IncmapTokens *tokens, guint32 index)
{
    return index == 0 && tokens->sentences->len > 1 && stands_alone(tokens, index);
}
