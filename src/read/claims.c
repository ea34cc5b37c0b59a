/* SPDX-License-Identifier: MIT */
/*
 * Whose figure it is: "…, police said", "according to residents", "the rebels
 * claimed …", and who gave none.
 */
#include "read/figures.h"

#include <math.h>
#include <string.h>

enum { MAX_CLAIMANT_WORDS = 9 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_small(const IncmapToken *token)
{
    return token->mark != 0 || is_word(token, "the") || is_word(token, "a") ||
           is_word(token, "an") || is_word(token, "and") || is_word(token, "but") ||
           is_word(token, "while") || is_word(token, "also") || is_word(token, "have") ||
           is_word(token, "has") || is_word(token, "had") || is_word(token, "later") ||
           is_word(token, "though") || is_word(token, "as") || is_word(token, "les") ||
           is_word(token, "la") || is_word(token, "le") || is_word(token, "el") ||
           is_word(token, "los");
}

static gboolean
is_pronoun(const IncmapToken *token)
{
    return is_word(token, "he") || is_word(token, "she") || is_word(token, "they") ||
           is_word(token, "it") || is_word(token, "who") || is_word(token, "we") ||
           is_word(token, "which") || is_word(token, "i");
}

static void
set_claimant(IncmapScene *scene, const IncmapTokens *tokens, guint32 first, guint32 end,
             const IncmapToken *verb, IncmapFigure *figure)
{
    while (first < end && is_small(incmap_tokens_get(tokens, first)))
        first++;
    while (end > first && is_small(incmap_tokens_get(tokens, (gint64)end - 1)))
        end--;
    if (first >= end || end - first > MAX_CLAIMANT_WORDS ||
        is_pronoun(incmap_tokens_get(tokens, (gint64)end - 1)) ||
        is_pronoun(incmap_tokens_get(tokens, first)))
        return;
    gboolean is_official = FALSE, is_party = FALSE;
    for (guint32 i = first; i < end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        is_official |= incmap_token_is(token, INCMAP_WORD(OFFICIAL));
        is_party |= incmap_token_is(token, INCMAP_WORD(PARTY)) &&
                    !incmap_token_is(token, INCMAP_WORD(OFFICIAL));
    }
    figure->claimed_by = incmap_tokens_string(scene, tokens, first, end);
    figure->claim =
        incmap_scene_string_n(scene, tokens->text + verb->start, verb->end - verb->start);
    figure->is_official = is_official && !is_party;
}

/* The clause that a token belongs to begins behind the mark before it. */
static guint32
clause_start(const IncmapTokens *tokens, guint32 at, guint32 first)
{
    while (at > first) {
        const IncmapToken *token = incmap_tokens_get(tokens, (gint64)at - 1);
        if (token->mark == ',' || token->mark == ';' || token->mark == ':' || token->mark == '"' ||
            token->mark == '-')
            break;
        at--;
    }
    return at;
}

static gboolean
claim_according_to(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                   IncmapFigure *figure)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        gboolean is_english =
            is_word(token, "according") && is_word(incmap_tokens_get(tokens, i + 1), "to");
        if (!is_english && !is_word(token, "selon") && !is_word(token, "segun"))
            continue;
        guint32 first = i + 1 + is_english, end = first;
        while (end < sentence->end && end < first + MAX_CLAIMANT_WORDS) {
            const IncmapToken *next = incmap_tokens_get(tokens, end);
            if ((next->mark != 0 && next->mark != '~') || incmap_token_is(next, INCMAP_WORD(AUX)) ||
                is_word(next, "who") || is_word(next, "in"))
                break;
            end++;
        }
        set_claimant(scene, tokens, first, end, token, figure);
        return figure->claimed_by != NULL;
    }
    return FALSE;
}

static gboolean
is_saying(const IncmapToken *token)
{
    return incmap_token_is(token, INCMAP_WORD(SAY)) &&
           !incmap_token_is(token, INCMAP_WORD(PARTY)) && token->shape == INCMAP_SHAPE_LOWER &&
           !is_word(token, "according") && !is_word(token, "put");
}

void
incmap_claim_find(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                  guint32 first, guint32 end, IncmapFigure *figure)
{
    if (claim_according_to(scene, tokens, sentence, figure))
        return;
    for (guint32 i = sentence->first; i < first; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        const IncmapToken *before = incmap_tokens_get(tokens, (gint64)i - 1);
        if (i > sentence->first && is_saying(token) && !is_word(before, "to") &&
            !is_word(before, "was") && !is_word(before, "were")) {
            guint32 start = clause_start(tokens, i, sentence->first);
            set_claimant(scene, tokens, start, i, token, figure);
            if (figure->claimed_by != NULL)
                return;
        }
    }
    for (guint32 i = end; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (!is_saying(token))
            continue;
        guint32 start = clause_start(tokens, i, end);
        if (start > end && start < i)
            set_claimant(scene, tokens, start, i, token, figure);
        else if (start == i) /* "…, said police" */
            set_claimant(scene, tokens, i + 1, MIN(i + 4, sentence->end - 1), token, figure);
        return;
    }
}

static gboolean
has_any(const IncmapTokens *tokens, const IncmapSentence *sentence, const char *const *words,
        guint32 *out_at)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (g_strv_contains(words, incmap_tokens_get(tokens, i)->folded)) {
            *out_at = i;
            return TRUE;
        }
    }
    return FALSE;
}

/* "neither the Malian military nor the Africa Corps": both, by "; ". An apposition's last part is
 * the name that a reader knows. */
static void
claim_neither(IncmapScene *scene, const IncmapTokens *tokens, guint32 neither,
              const IncmapSentence *sentence, IncmapFigure *figure)
{
    g_autoptr(GString) who = g_string_new(NULL);
    guint32 start = neither + 1;
    for (guint32 i = start; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        gboolean is_end = incmap_token_is(token, INCMAP_WORD(AUX)) || is_word(token, "which") ||
                          is_word(token, "gave") || is_word(token, "released") ||
                          is_word(token, "provided");
        gboolean is_nor = is_word(token, "nor");
        if (is_end || is_nor) {
            guint32 first =
                clause_start(tokens, i - (incmap_tokens_get(tokens, i - 1)->mark == ','), start);
            IncmapFigure part = {0};
            set_claimant(scene, tokens, first, i, token, &part);
            if (part.claimed_by != NULL)
                g_string_append_printf(who, "%s%s", who->len > 0 ? "; " : "", part.claimed_by);
            start = i + 1;
        }
        if (is_end)
            break;
    }
    figure->claimed_by = who->len > 0 ? incmap_scene_string(scene, who->str) : NULL;
}

gboolean
incmap_claim_find_unknown(IncmapScene *scene, const IncmapTokens *tokens,
                          const IncmapSentence *sentence, IncmapFigure *out_figure)
{
    static const char *const nouns[] = {"figure",  "figures", "toll",    "number",
                                        "numbers", "bilan",   "balance", NULL};
    static const char *const negations[] = {"neither",   "not",     "no",   "yet",
                                            "unclear",   "unknown", "none", "without",
                                            "uncertain", "aucun",   NULL};
    static const char *const acts[] = {"provided",  "released",  "given",    "gave",  "disclosed",
                                       "issued",    "published", "official", "exact", "precise",
                                       "confirmed", "officiel",  NULL};
    guint32 noun = 0, negation = 0, act = 0;
    if (!has_any(tokens, sentence, nouns, &noun) ||
        !has_any(tokens, sentence, negations, &negation) || !has_any(tokens, sentence, acts, &act))
        return FALSE;
    IncmapFigure figure = {.kind = INCMAP_FIGURE_KILLED,
                           .quantity = INCMAP_QUANTITY_UNKNOWN,
                           .low = NAN,
                           .high = NAN,
                           .is_official = TRUE};
    const IncmapToken *token = incmap_tokens_get(tokens, sentence->first);
    figure.start = token->start;
    figure.end = incmap_tokens_get(tokens, (gint64)sentence->end - 1)->end;
    figure.words = incmap_scene_string(scene, "no official figure");
    guint32 neither = 0;
    static const char *const neithers[] = {"neither", NULL};
    if (has_any(tokens, sentence, neithers, &neither))
        claim_neither(scene, tokens, neither, sentence, &figure);
    *out_figure = figure;
    return TRUE;
}
