/* SPDX-License-Identifier: MIT */
#include "read/figures.h"

#include "read/fates.h"

#include <string.h>

enum { MAX_FIGURES = 32 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_joined(const IncmapTokens *tokens, const IncmapCount *a, const IncmapCount *b)
{
    guint32 gap = a->who_end;
    while (gap < b->at.first && (is_word(incmap_tokens_get(tokens, gap), "and") ||
                                 is_word(incmap_tokens_get(tokens, gap), "another") ||
                                 is_word(incmap_tokens_get(tokens, gap), "et") ||
                                 is_word(incmap_tokens_get(tokens, gap), "y") ||
                                 incmap_tokens_get(tokens, gap)->mark == ','))
        gap++;
    return gap == b->at.first;
}

/* A list shares one verb: "killed 84 mercenaries and 47 soldiers". */
static void
share_fates(const IncmapTokens *tokens, IncmapCount *counts, guint n)
{
    for (guint i = 1; i < n; i++) {
        if (counts[i].fate == INCMAP_NO_FATE && counts[i - 1].is_left && counts[i].has_person &&
            is_joined(tokens, &counts[i - 1], &counts[i]))
            counts[i].fate = counts[i - 1].fate, counts[i].is_left = TRUE;
    }
    for (guint i = 1; i < n; i++) {
        if (counts[i].fate == INCMAP_NO_FATE && counts[i].is_part && counts[i].has_person)
            counts[i].fate = counts[i - 1].fate;
    }
    for (guint i = n; i-- > 1;) {
        if (counts[i - 1].fate == INCMAP_NO_FATE && counts[i - 1].has_person &&
            !counts[i].is_left && is_joined(tokens, &counts[i - 1], &counts[i]))
            counts[i - 1].fate = counts[i].fate;
    }
}

static gboolean
is_usable(const IncmapTokens *tokens, const IncmapCount *count)
{
    if (count->is_refused || count->fate == INCMAP_NO_FATE)
        return FALSE;
    /* "un mort", "un herido" */
    const IncmapToken *next = incmap_tokens_get(tokens, count->at.end);
    return !count->at.is_article || count->has_person ||
           (!tokens->is_english && incmap_fate_of(next) != INCMAP_NO_FATE);
}

const char *
incmap_tokens_string(IncmapScene *scene, const IncmapTokens *tokens, guint32 first, guint32 end)
{
    if (end <= first)
        return NULL;
    guint32 start = incmap_tokens_get(tokens, first)->start;
    guint32 stop = incmap_tokens_get(tokens, (gint64)end - 1)->end;
    g_autofree char *words = g_strndup(tokens->text + start, stop - start);
    return incmap_scene_string(scene, g_strdelimit(words, "\n\r\t", ' '));
}

static void
add_figure(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
           const IncmapCount *count, GArray *figures)
{
    IncmapFigure figure = {.kind = (IncmapFigureKind)count->fate,
                           .quantity = count->at.quantity,
                           .low = count->at.low,
                           .high = count->at.high,
                           .is_part = count->is_part};
    static const char *const nobody[] = {
        "people",  "others",   "personnes", "personas", "autres",       "otros",
        "pessoas", "Menschen", "человек",   "людей",    "شخصا",         "شخص",
        "آخرين",   "آخرون",    "человека",  "more",     "other people", NULL};
    guint32 end = MAX(count->who_end, count->at.end);
    figure.words = incmap_tokens_string(scene, tokens, count->at.first, count->at.end);
    figure.who = incmap_tokens_string(scene, tokens, count->who_first, count->who_end);
    if (figure.who != NULL && g_strv_contains(nobody, figure.who))
        figure.who = NULL;
    figure.start = incmap_tokens_get(tokens, count->at.first)->start;
    figure.end = incmap_tokens_get(tokens, (gint64)end - 1)->end;
    incmap_claim_find(scene, tokens, sentence, count->at.first, end, &figure);
    g_array_append_val(figures, figure);
}

static guint
find_counts(const IncmapTokens *tokens, const IncmapSentence *sentence, IncmapCount *counts)
{
    guint n = 0;
    guint32 at = sentence->first;
    while (n < MAX_FIGURES) {
        IncmapCount count = {.fate = INCMAP_NO_FATE};
        if (!incmap_quantity_find(tokens, at, sentence->end, &count.at))
            break;
        incmap_count_find_who(tokens, sentence, &count);
        at = count.at.end;
        guint32 who_end = count.who_end;
        guint32 behind_ages = incmap_count_skip_ages(tokens, who_end, sentence->end);
        count.who_end = behind_ages;
        incmap_count_find_fate(tokens, sentence, &count);
        count.who_end = who_end;
        at = behind_ages > who_end ? behind_ages : count.has_person ? MAX(at, who_end) : at;
        if (!count.at.is_article || count.has_person || count.fate != INCMAP_NO_FATE)
            counts[n++] = count;
    }
    return n;
}

void
incmap_figures_find(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                    GArray *figures)
{
    IncmapCount counts[MAX_FIGURES];
    gboolean has_fate = FALSE;
    for (guint32 i = sentence->first; i < sentence->end && !has_fate; i++)
        has_fate = incmap_fate_of(incmap_tokens_get(tokens, i)) != INCMAP_NO_FATE ||
                   is_word(incmap_tokens_get(tokens, i), "buried") ||
                   is_word(incmap_tokens_get(tokens, i), "homes") ||
                   is_word(incmap_tokens_get(tokens, i), "hospital") ||
                   is_word(incmap_tokens_get(tokens, i), "hospitals") ||
                   is_word(incmap_tokens_get(tokens, i), "suffered") ||
                   is_word(incmap_tokens_get(tokens, i), "shelters") ||
                   is_word(incmap_tokens_get(tokens, i), "flee");
    guint n = has_fate ? find_counts(tokens, sentence, counts) : 0;
    share_fates(tokens, counts, n);
    for (guint i = 0; i < n; i++) {
        if (is_usable(tokens, &counts[i]))
            add_figure(scene, tokens, sentence, &counts[i], figures);
    }
    IncmapFigure unknown = {0};
    if (incmap_claim_find_unknown(scene, tokens, sentence, &unknown))
        g_array_append_val(figures, unknown);
}
