/* SPDX-License-Identifier: MIT */
#include "read/when.h"

#include <string.h>

enum { HISTORY_DAYS = 500, MAX_DATES = 16 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_said(const IncmapToken *token)
{
    return incmap_token_is(token, INCMAP_WORD(SAY)) && token->shape != INCMAP_SHAPE_CAPITAL &&
           !is_word(token, "according") && !is_word(token, "segun") && !is_word(token, "selon");
}

/* "the toll rose to 45 on Sunday": when it was counted. */
static gboolean
is_of_toll(const IncmapTokens *tokens, const IncmapSentence *sentence, const IncmapWhen *when)
{
    static const char *const verbs[] = {"rose",   "risen",     "rises", "climbed", "increased",
                                        "jumped", "reached",   "stood", "grown",   "passed",
                                        "raised", "surpassed", NULL};
    enum { MAX_REACH = 7 };
    for (guint32 n = 1; n <= MAX_REACH && when->first >= sentence->first + n; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, (gint64)when->first - n);
        if (incmap_token_in(token, verbs))
            return n > 1;
        if (token->shape != INCMAP_SHAPE_NUMBER && !is_word(token, "on") && !is_word(token, "to") &&
            !is_word(token, "by") && !is_word(token, "late") && !is_word(token, "early") &&
            !incmap_token_is(token, INCMAP_WORD(AMOUNT) | INCMAP_WORD(PERSON)))
            return FALSE;
    }
    return FALSE;
}

/* "said on Friday", "told reporters late on Friday", "on Friday said": when somebody spoke. */
static gboolean
is_of_speech(const IncmapTokens *tokens, const IncmapSentence *sentence, const IncmapWhen *when)
{
    enum { MAX_REACH = 6 };
    static const char *const between[] = {
        "on",        "in",         "a",        "the",   "late",       "early",   "reporters",
        "statement", "lawmakers",  "at",       "news",  "this",       "earlier", "la",
        "el",        "este",       "le",       "ce",    "am",         "в",       "у",
        "na",        "conference", "briefing", "later", "parliament", "que",     NULL};
    for (guint32 n = 1; n <= MAX_REACH && when->first >= sentence->first + n; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, (gint64)when->first - n);
        if (is_said(token))
            return TRUE;
        if (token->mark != 0 || !g_strv_contains(between, token->folded))
            break;
    }
    return is_of_toll(tokens, sentence, when) || is_said(incmap_tokens_get(tokens, when->end));
}

/* "Two days after the collapse": reckoned from the date of the sentence. */
static int
days_after(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const counts[] = {"one", "two",   "three", "four", "five",
                                         "six", "seven", "eight", "nine", "ten"};
    for (guint32 i = sentence->first + 2; i < sentence->end; i++) {
        const IncmapToken *unit = incmap_tokens_get(tokens, (gint64)i - 1);
        if (!is_word(incmap_tokens_get(tokens, i), "after") ||
            (!is_word(unit, "days") && !is_word(unit, "day")))
            continue;
        const IncmapToken *count = incmap_tokens_get(tokens, (gint64)i - 2);
        for (int n = 0; n < (int)G_N_ELEMENTS(counts); n++) {
            if (is_word(count, counts[n]))
                return n + 1;
        }
        return is_word(count, "a") ? 1 : (int)g_ascii_strtoull(count->folded, NULL, 10);
    }
    return 0;
}

static gboolean
is_old(const IncmapWhen *when, guint32 written_julian)
{
    return when->is_past || (written_julian != 0 && when->date.to_julian != 0 &&
                             when->date.to_julian + HISTORY_DAYS < written_julian);
}

/* "buried its dead on Wednesday after a fire": the day before "after" is another one. */
static gboolean
is_parted(const IncmapTokens *tokens, const IncmapWhen *when, gint64 trigger)
{
    static const char *const parting[] = {"after", "following", "since", "apres", "despues",
                                          "nach",  "после",     "після", "بعد",   NULL};
    for (gint64 i = when->end; i < trigger; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        /* "extended his detention on Wednesday over clashes last week" */
        if (incmap_token_in(token, parting) || (is_word(token, "over") && trigger - i <= 3))
            return TRUE;
    }
    return FALSE;
}

/* How well a date of the sentence tells when the event at the token @trigger was. */
static int
rate(const IncmapTokens *tokens, const IncmapWhen *when, gint64 trigger)
{
    gint64 gap = trigger < 0 ? 0 : ABS((gint64)when->first - trigger);
    return (is_parted(tokens, when, trigger) ? 0 : 400) + (when->is_speech ? 0 : 1000) +
           (when->is_since ? 0 : 200) + when->rank * 50 - (int)MIN(gap, 40);
}

gboolean
incmap_when_find(const IncmapTokens *tokens, const IncmapSentence *sentence, gint64 trigger,
                 guint32 written_julian, IncmapWhen *out_when)
{
    IncmapWhen best = {0};
    int best_rating = -1;
    gboolean is_past = FALSE, has_recent = FALSE;
    guint n_dates = 0;
    for (gint64 i = sentence->first; i < sentence->end && n_dates < MAX_DATES; i++) {
        IncmapWhen when = {0};
        if (!incmap_when_at(tokens, sentence, i, written_julian, &when))
            continue;
        n_dates++;
        when.is_speech = is_of_speech(tokens, sentence, &when);
        if (is_old(&when, written_julian) && !when.is_since)
            is_past = TRUE;
        else
            has_recent |= when.rank >= 2 && !when.is_speech;
        int rating = is_old(&when, written_julian) ? 0 : rate(tokens, &when, trigger);
        if (rating > best_rating)
            best = when, best_rating = rating;
        if (when.end > (guint32)i)
            i = when.end - 1;
    }
    int n_after = best.rank >= 3 && best.date.from_julian > 40 ? days_after(tokens, sentence) : 0;
    if (n_after > 0 && n_after < 32) {
        best.date.from_julian -= (guint32)n_after;
        best.date.to_julian = best.date.from_julian;
        best.is_speech = FALSE;
    }
    best.is_past = is_past && !has_recent;
    if (best_rating == 0 && !best.is_past)
        best.rank = 0;
    if (best.is_speech)
        best.rank = 1;
    *out_when = best;
    return best.rank > 0;
}
