/* SPDX-License-Identifier: MIT */
/*
 * Whether a sentence tells of an event that has happened.
 */
#include "read/incidents.h"

#include <string.h>

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static const IncmapTrigger *
trigger_at(const IncmapTokens *tokens, guint32 i, guint32 limit, guint32 *out_end)
{
    enum { MAX_KEY = 64 };
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    char key[MAX_KEY];
    *out_end = i + 1;
    if (token->mark != 0 || token->folded[0] == 0)
        return NULL;
    if (i + 1 < limit && next->mark == 0 &&
        strlen(token->folded) + strlen(next->folded) + 2 <= sizeof key) {
        g_snprintf(key, sizeof key, "%s %s", token->folded, next->folded);
        const IncmapTrigger *trigger = incmap_lexicon_trigger(tokens->lexicon, key);
        if (trigger != NULL) {
            *out_end = i + 2;
            return trigger;
        }
    }
    return incmap_lexicon_trigger(tokens->lexicon, token->folded);
}

/* "heart attack", "a storm of criticism", "Operation Desert Storm" */
static gboolean
is_figurative(const IncmapTokens *tokens, guint32 i, guint32 end, const IncmapTrigger *trigger)
{
    static const char *const before_words[] = {
        "heart",     "panic",    "personal", "verbal", "cyber",    "legal",     "political",
        "price",     "debt",     "fashion",  "market", "economic", "financial", "stock",
        "court",     "asthma",   "currency", "trade",  "media",    "twitter",   "hunger",
        "operation", "campaign", "pitch",    NULL};
    static const char *const of_words[] = {"storm",   "flood",    "avalanche",  "explosion",
                                           "wave",    "eruption", "earthquake", "floods",
                                           "tsunami", NULL};
    static const char *const abstract[] = {"democracy", "corruption", "poverty",  "ideas",
                                           "wits",      "words",      "opinions", NULL};
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    const IncmapToken *before = incmap_tokens_get(tokens, (gint64)i - 1);
    const IncmapToken *next = incmap_tokens_get(tokens, end);
    if (g_strv_contains(before_words, before->folded))
        return TRUE;
    if (is_word(next, "of") && g_strv_contains(of_words, token->folded) &&
        incmap_tokens_get(tokens, (gint64)end + 1)->shape == INCMAP_SHAPE_LOWER)
        return TRUE;
    if ((is_word(next, "on") || is_word(next, "of") || is_word(next, "against")) &&
        g_strv_contains(abstract, incmap_tokens_get(tokens, (gint64)end + 1)->folded))
        return TRUE;
    gboolean is_named_wind = trigger->event == INCMAP_EVENT_STORM;
    gboolean is_name = token->shape == INCMAP_SHAPE_CAPITAL && !token->is_first && !is_named_wind;
    const IncmapToken *second = incmap_tokens_get(tokens, (gint64)i + 1);
    return is_name && (before->shape == INCMAP_SHAPE_CAPITAL ||
                       (second->shape == INCMAP_SHAPE_CAPITAL && end == i + 1));
}

static gboolean
has_class_before(const IncmapTokens *tokens, guint32 at, guint32 first, guint reach,
                 guint64 classes)
{
    for (gint64 i = (gint64)at - 1; i >= first && reach > 0; i--, reach--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == ',' || token->mark == ';' || token->mark == ':')
            return FALSE;
        if (incmap_token_is(token, classes) && token->shape != INCMAP_SHAPE_UPPER)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_class(const IncmapTokens *tokens, const IncmapSentence *sentence, guint64 classes)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (incmap_token_is(incmap_tokens_get(tokens, i), classes))
            return TRUE;
    }
    return FALSE;
}

static guint
count_class(const IncmapTokens *tokens, guint32 first, guint32 end, guint64 classes)
{
    guint n = 0;
    for (guint32 i = first; i < end; i++)
        n += incmap_token_is(incmap_tokens_get(tokens, i), classes);
    return n;
}

static gboolean
has_harm(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const signs[] = {"deadly",     "destroyed", "damaged", "ripped", "rocked",
                                        "hit",        "engulfed",  "gutted",  "tore",   "victims",
                                        "casualties", "broke",     "swept",   "recent", "wrecked",
                                        "struck",     NULL};
    if (has_class(tokens, sentence,
                  INCMAP_WORD(KILL) | INCMAP_WORD(INJURE) | INCMAP_WORD(MISS) |
                      INCMAP_WORD(DISPLACE)))
        return TRUE;
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (g_strv_contains(signs, incmap_tokens_get(tokens, i)->folded))
            return TRUE;
    }
    return FALSE;
}

/* Said not to have happened, or not yet. */
static gboolean
is_unreal(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const exercises[] = {"exercise",  "exercises", "drill",
                                            "drills",    "simulated", "simulation",
                                            "simulacro", "rehearsal", NULL};
    static const char *const denials[] = {"denied",  "denies",  "denying",  "hoax",    "false",
                                          "untrue",  "foiled",  "thwarted", "averted", "desmintio",
                                          "dementi", "rumours", "rumors",   NULL};
    if (has_class_before(tokens, at, sentence->first, 3, INCMAP_WORD(NEGATE)) ||
        has_class_before(tokens, at, sentence->first, 4, INCMAP_WORD(MAYBE)))
        return TRUE;
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (g_strv_contains(exercises, token->folded))
            return TRUE;
        gboolean is_denial = g_strv_contains(denials, token->folded);
        /* "denied responsibility for the attack" leaves the attack */
        const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
        gboolean is_about_blame = is_word(next, "responsibility") || is_word(next, "involvement") ||
                                  is_word(next, "any") || is_word(next, "being") ||
                                  is_word(next, "carrying");
        if (is_denial && !is_about_blame)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_told_as_past(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const spans[] = {"ago",      "decade",  "decades",   "years",
                                        "veterans", "history", "historian", "remembered",
                                        "songs",    "play",    NULL};
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (!incmap_token_is(token, INCMAP_WORD(HISTORY)))
            continue;
        if (!g_strv_contains(spans, token->folded))
            return TRUE;
        if (ABS((gint64)i - (gint64)at) <= 6)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_told_is_sport(const IncmapTokens *tokens)
{
    guint n = count_class(tokens, 0, tokens->tokens->len, INCMAP_WORD(SPORT));
    return n >= 3 && n * 60 > tokens->tokens->len;
}

gboolean
incmap_told_find(const IncmapTokens *tokens, guint32 index, gboolean is_sport_text,
                 IncmapTold *out_told)
{
    const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, index);
    guint n_sport = count_class(tokens, sentence->first, sentence->end, INCMAP_WORD(SPORT));
    IncmapTold told = {.sentence = index, .place = -1};
    for (guint32 i = sentence->first, end = 0; i < sentence->end; i++) {
        const IncmapTrigger *trigger = trigger_at(tokens, i, sentence->end, &end);
        if (trigger == NULL || (told.trigger != NULL && told.trigger->rank >= trigger->rank))
            continue;
        gboolean is_game = (is_sport_text || n_sport >= 2) && trigger->rank <= 4;
        if (is_game || is_figurative(tokens, i, end, trigger) || is_unreal(tokens, sentence, i) ||
            is_told_as_past(tokens, sentence, i) ||
            (trigger->needs_harm && !has_harm(tokens, sentence)))
            continue;
        told.trigger = trigger;
        told.token = i;
    }
    if (told.trigger == NULL)
        return FALSE;
    *out_told = told;
    return TRUE;
}
