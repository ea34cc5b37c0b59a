/* SPDX-License-Identifier: MIT */
/*
 * Whose figure it is: "…, police said", "according to residents", "the rebels
 * claimed …", and who gave none.
 */
#include "read/figures.h"

#include <math.h>
#include <string.h>

enum { MAX_CLAIMANT_WORDS = 12, MAX_HEAD_WORDS = 9 };

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_small(const IncmapToken *token)
{
    static const char *const small[] = {
        "the",   "a",       "an",  "and",  "but",  "while", "also",    "have",      "has", "had",
        "later", "though",  "as",  "les",  "la",   "le",    "el",      "los",       "l",   "un",
        "une",   "earlier", "was", "were", "that", "where", "however", "meanwhile", "o",   "os",
        "das",   "der",     "die", "et",   "y",    "que",   "local",   NULL};
    return token->mark != 0 || (token->folded[0] != 0 && g_strv_contains(small, token->folded) &&
                                !(is_word(token, "local") && token->shape != INCMAP_SHAPE_LOWER));
}

static gboolean
is_pronoun(const IncmapToken *token)
{
    return is_word(token, "he") || is_word(token, "she") || is_word(token, "they") ||
           is_word(token, "it") || is_word(token, "who") || is_word(token, "we") ||
           is_word(token, "which") || is_word(token, "i") || is_word(token, "in") ||
           is_word(token, "on") || is_word(token, "at") || is_word(token, "there") ||
           is_word(token, "this") || is_word(token, "that");
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
        incmap_token_is(incmap_tokens_get(tokens, first), INCMAP_WORD(WEEKDAY)) ||
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
    /* "the minister on Tuesday" */
    while (end > first + 2 &&
           incmap_token_is(incmap_tokens_get(tokens, (gint64)end - 1), INCMAP_WORD(WEEKDAY)))
        end -= 1 + (is_word(incmap_tokens_get(tokens, (gint64)end - 2), "on") ||
                    is_word(incmap_tokens_get(tokens, (gint64)end - 2), "late"));
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

/* "the interior minister, Ali Yerlikaya, said": behind a comma, the clause before it is the
 * subject and what the commas enclose only names it. */
static guint32
subject_start(const IncmapTokens *tokens, guint32 verb, guint32 first)
{
    guint32 start = clause_start(tokens, verb, first);
    if (start < verb || verb < first + 3 ||
        incmap_tokens_get(tokens, (gint64)verb - 1)->mark != ',')
        return start;
    guint32 inner = clause_start(tokens, verb - 1, first);
    if (inner <= first + 1 || incmap_tokens_get(tokens, (gint64)inner - 1)->mark != ',')
        return start;
    guint32 outer = clause_start(tokens, inner - 1, first);
    return verb - 1 - outer <= MAX_CLAIMANT_WORDS && inner - 1 - outer <= MAX_HEAD_WORDS ? outer
                                                                                         : inner;
}

static const char *const according[] = {"selon", "segun", "segundo", "laut", "d'apres", "suivant",
                                        "بحسب",  "وفق",   "حسب",     "por",  NULL};

static gboolean
claim_according_to(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                   IncmapFigure *figure)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        gboolean is_english =
            is_word(token, "according") && is_word(incmap_tokens_get(tokens, i + 1), "to");
        gboolean is_other = incmap_token_in(token, according) && !is_word(token, "por");
        if (!is_english && !is_other)
            continue;
        guint32 first = i + 1 + is_english;
        if (is_word(incmap_tokens_get(tokens, first), "ما")) /* "according to what … announced" */
            first += 2;
        guint32 end = first;
        while (end < sentence->end && end < first + MAX_CLAIMANT_WORDS) {
            const IncmapToken *next = incmap_tokens_get(tokens, end);
            if ((next->mark != 0 && next->mark != '~') || incmap_token_is(next, INCMAP_WORD(AUX)) ||
                is_word(next, "who") || is_word(next, "in") || is_word(next, "on"))
                break;
            /* "un bilan publié par l'ONU", "a report by the army" */
            if (is_word(next, "par") || (is_word(next, "by") && end > first) ||
                (is_word(next, "por") && end > first))
                first = end + 1;
            end++;
        }
        set_claimant(scene, tokens, first, end, token, figure);
        return figure->claimed_by != NULL;
    }
    return FALSE;
}

/* "put the number of dead at 16" says, "put out the fire" does not. */
static gboolean
is_saying(const IncmapTokens *tokens, guint32 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (is_word(token, "put") || is_word(token, "puts")) {
        for (guint32 j = i + 1; j < i + 6; j++) {
            const IncmapToken *next = incmap_tokens_get(tokens, j);
            if (is_word(next, "toll") || is_word(next, "number") || is_word(next, "figure") ||
                is_word(next, "dead") || is_word(next, "deaths"))
                return TRUE;
        }
        return FALSE;
    }
    return incmap_token_is(token, INCMAP_WORD(SAY)) &&
           !incmap_token_is(token, INCMAP_WORD(PARTY)) && token->shape != INCMAP_SHAPE_CAPITAL &&
           token->shape != INCMAP_SHAPE_UPPER && !is_word(token, "according") &&
           !is_word(token, "blamed") && !is_word(token, "rejected");
}

/* The last "X said" before the figure. */
static gboolean
claim_before(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
             guint32 figure_first, IncmapFigure *figure)
{
    for (guint32 i = figure_first; i-- > sentence->first + 1;) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        const IncmapToken *before = incmap_tokens_get(tokens, (gint64)i - 1);
        if (!is_saying(tokens, i) || is_word(before, "to") || is_word(before, "was") ||
            is_word(before, "were"))
            continue;
        set_claimant(scene, tokens, subject_start(tokens, i, sentence->first), i, token, figure);
        if (figure->claimed_by != NULL)
            return TRUE;
    }
    return FALSE;
}

/* Behind an inverted verb: "…, said police", "informó este martes la policía", "а сообщил …". */
static void
claim_of_inverted(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                  guint32 verb, IncmapFigure *figure)
{
    static const char *const skipped[] = {"on",  "este", "esta", "el",    "la",  "le", "les",
                                          "los", "las",  "l",    "ce",    "o",   "a",  "os",
                                          "в",   "у",    "late", "early", "que", NULL};
    guint32 first = verb + 1;
    while (first < sentence->end) {
        const IncmapToken *token = incmap_tokens_get(tokens, first);
        gboolean is_skipped =
            token->mark == 0 && token->folded[0] != 0 && g_strv_contains(skipped, token->folded);
        if (!is_skipped && !incmap_token_is(token, INCMAP_WORD(WEEKDAY)))
            break;
        first++;
    }
    guint32 end = first;
    while (end < sentence->end && end < first + 7) {
        const IncmapToken *token = incmap_tokens_get(tokens, end);
        if (token->mark != 0 || incmap_token_is(token, INCMAP_WORD(WEEKDAY)) ||
            is_word(token, "on") || is_word(token, "in"))
            break;
        end++;
    }
    set_claimant(scene, tokens, first, end, incmap_tokens_get(tokens, verb), figure);
}

/* "…, police said", "…, said police" behind the figure. */
static void
claim_behind(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
             guint32 figure_end, IncmapFigure *figure)
{
    for (guint32 i = figure_end; i < sentence->end; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (!is_saying(tokens, i))
            continue;
        guint32 start = subject_start(tokens, i, figure_end);
        gboolean is_inverted =
            start == i ||
            (!tokens->is_english &&
             (start + 1 >= i || incmap_tokens_get(tokens, (gint64)i - 1)->mark == ',')) ||
            incmap_token_is(incmap_tokens_get(tokens, (gint64)i - 1), INCMAP_WORD(AUX));
        if (!is_inverted && start > figure_end)
            set_claimant(scene, tokens, start, i, token, figure);
        else if (is_inverted)
            claim_of_inverted(scene, tokens, sentence, i, figure);
        return;
    }
}

void
incmap_claim_find(IncmapScene *scene, const IncmapTokens *tokens, const IncmapSentence *sentence,
                  guint32 first, guint32 end, IncmapFigure *figure)
{
    if (!claim_according_to(scene, tokens, sentence, figure) &&
        !claim_before(scene, tokens, sentence, first, figure))
        claim_behind(scene, tokens, sentence, end, figure);
}

static gboolean
has_any(const IncmapTokens *tokens, const IncmapSentence *sentence, const char *const *words,
        guint32 *out_at)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (incmap_token_in(incmap_tokens_get(tokens, i), words)) {
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
