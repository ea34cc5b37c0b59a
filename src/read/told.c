/* SPDX-License-Identifier: MIT */
/*
 * Whether a sentence tells of an event that has happened.
 */
#include "read/incidents.h"
#include "read/unreal.h"

#include <string.h>

static gboolean
is_in(const IncmapToken *token, const char *const *words)
{
    return incmap_token_in(token, words);
}

/* The longest event word or phrase at the token @i; its end. */
static const IncmapTrigger *
trigger_at(const IncmapTokens *tokens, guint32 i, guint32 limit, guint32 *out_end)
{
    enum { MAX_KEY = 80, MAX_WORDS = 4 };
    char key[MAX_KEY] = "";
    const IncmapTrigger *best = NULL;
    *out_end = i + 1;
    if (!incmap_token_is(incmap_tokens_get(tokens, i), INCMAP_WORD(EVENT)))
        return NULL;
    for (guint32 n = 0; n < MAX_WORDS && i + n < limit; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i + n);
        gsize length = strlen(key);
        if (token->mark != 0 || token->folded[0] == 0 ||
            length + strlen(token->folded) + 2 > sizeof key)
            break;
        g_snprintf(key + length, sizeof key - length, "%s%s", n > 0 ? " " : "", token->folded);
        const IncmapTrigger *trigger = incmap_lexicon_trigger(tokens->lexicon, key);
        if (trigger != NULL) {
            best = trigger;
            *out_end = i + n + 1;
        }
    }
    return best;
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
has_any(const IncmapTokens *tokens, const IncmapSentence *sentence, const char *const *words)
{
    for (guint32 i = sentence->first; i < sentence->end; i++) {
        if (is_in(incmap_tokens_get(tokens, i), words))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_harm(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const signs[] = {
        "deadly",     "destroyed", "damaged",   "ripped",    "rocked",   "hit",     "engulfed",
        "gutted",     "tore",      "victims",   "broke",     "swept",    "recent",  "wrecked",
        "casualties", "struck",    "collapsed", "flattened", "burned",   "burnt",   "raced",
        "levelled",   "razed",     "cayo",      "buried",    "trapped",  "slammed", "pounded",
        "ravaged",    "burst",     "shattered", "effondre",  "ravagent", "detruit", NULL};
    return has_class(tokens, sentence,
                     INCMAP_WORD(KILL) | INCMAP_WORD(INJURE) | INCMAP_WORD(MISS) |
                         INCMAP_WORD(DISPLACE)) ||
           has_any(tokens, sentence, signs);
}

/* "which has been fighting the army since": what goes on behind the event. */
static gboolean
is_background(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at,
              const IncmapTrigger *trigger)
{
    static const char *const pronouns[] = {"which", "who", "that", NULL};
    static const char *const going_on[] = {"has", "have", "been", NULL};
    for (gint64 i = (gint64)at - 1; i >= (gint64)sentence->first && i + 4 >= at; i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark != 0)
            return FALSE;
        if (is_in(token, pronouns))
            return trigger->rank <= 4 && is_in(incmap_tokens_get(tokens, i + 1), going_on);
    }
    return FALSE;
}

/* "accused the army of shelling a village": somebody says so. */
static gboolean
is_accused_of(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const verbs[] = {"accused", "accuses", "accusing", "accuse", "acuso", NULL};
    enum { MAX_REACH = 8 };
    for (guint32 n = 1; n <= MAX_REACH && at >= sentence->first + n; n++)
        if (is_in(incmap_tokens_get(tokens, at - n), verbs))
            return TRUE;
    return FALSE;
}

/* "The attack came as ministers met in Sde Boker": what else happened, not where. */
gboolean
incmap_told_is_coincident(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    static const char *const comes[] = {"came", "comes", "coincided", "follows", "followed", NULL};
    static const char *const joints[] = {"as",   "after", "amid",  "with", "a", "hours",
                                         "days", "two",   "weeks", "just", NULL};
    enum { LEAD = 3 };
    return at < sentence->first + LEAD && is_in(incmap_tokens_get(tokens, at + 1), comes) &&
           is_in(incmap_tokens_get(tokens, at + 2), joints);
}

/* "Prime Minister Shinzo Abe was shot": a person is, and a film is shot elsewhere. */
static gboolean
is_person_shot(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at)
{
    enum { MAX_REACH = 7 };
    const IncmapToken *verb = incmap_tokens_get(tokens, (gint64)at - 1);
    if (strcmp(incmap_tokens_get(tokens, at)->folded, "shot") != 0 ||
        !incmap_token_is(verb, INCMAP_WORD(AUX)))
        return FALSE;
    for (guint32 n = 2; n <= MAX_REACH && at >= sentence->first + n; n++) {
        const IncmapToken *token = incmap_tokens_get(tokens, at - n);
        if (token->mark == '.' || token->mark == ';')
            return FALSE;
        if (incmap_token_is(token, INCMAP_WORD(TITLE) | INCMAP_WORD(GIVEN) | INCMAP_WORD(PERSON)))
            return TRUE;
    }
    return FALSE;
}

static const IncmapTrigger *
lexicon_trigger(const IncmapTokens *tokens, const char *words)
{
    return incmap_lexicon_trigger(tokens->lexicon, words);
}

/* Who did it changes what it is: the same shooting is a crime of robbers and, of militants, an
 * attack on civilians or a battle with soldiers. */
static const IncmapTrigger *
fit_to_actors(const IncmapTokens *tokens, const IncmapSentence *sentence,
              const IncmapTrigger *trigger)
{
    static const char *const armed[] = {
        "militants",   "militant", "jihadists", "jihadist",       "rebels",     "rebel",
        "insurgents",  "bandits",  "qaida",     "qaeda",          "islamist",   "islamists",
        "boko",        "shabaab",  "taliban",   "paramilitary",   "militiamen", "militia",
        "extremists",  "soldiers", "herders",   "separatists",    "guerrillas", "motorbikes",
        "motorcycles", "troops",   "junta",     "paramilitaries", "isis",       "terrorists",
        NULL};
    static const char *const means[] = {"drone",   "drones",    "missile",   "missiles", "rocket",
                                        "rockets", "artillery", "warplanes", NULL};
    /* militants "set fire to a plane": part of their attack */
    gboolean is_arson = trigger->event == INCMAP_EVENT_FIRE &&
                        has_any(tokens, sentence, (const char *[]){"set", "torched", NULL});
    if ((trigger->event == INCMAP_EVENT_CRIME || is_arson) && has_any(tokens, sentence, armed)) {
        const IncmapTrigger *attack = lexicon_trigger(tokens, "attack");
        return attack != NULL ? attack : trigger;
    }
    gboolean is_plain_attack = trigger->event == INCMAP_EVENT_CIVILIANS && trigger->rank <= 3;
    if (is_plain_attack && has_any(tokens, sentence, means) &&
        !has_any(tokens, sentence, (const char *[]){"village", "villagers", NULL})) {
        const IncmapTrigger *strike = lexicon_trigger(tokens, "missile");
        return strike != NULL ? strike : trigger;
    }
    return trigger;
}

/* "won 5-4" */
static gboolean
is_score(const IncmapTokens *tokens, guint32 i)
{
    static const char *const verbs[] = {"won",      "win",     "beat",   "beaten", "lost",
                                        "defeated", "victory", "defeat", "drew",   "draw",
                                        "drawn",    "led",     "lead",   "loss",   NULL};
    enum { MAX_REACH = 6, MAX_DIGITS = 3 };
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    if (token->shape != INCMAP_SHAPE_NUMBER || next->shape != INCMAP_SHAPE_NUMBER ||
        next->glue != INCMAP_GLUE_HYPHEN || token->end - token->start > MAX_DIGITS ||
        next->end - next->start > MAX_DIGITS)
        return FALSE;
    for (guint32 n = 1; n <= MAX_REACH && i >= n; n++)
        if (is_in(incmap_tokens_get(tokens, i - n), verbs))
            return TRUE;
    return FALSE;
}

static guint
count_sport(const IncmapTokens *tokens, guint32 first, guint32 end)
{
    guint n = count_class(tokens, first, end, INCMAP_WORD(SPORT));
    for (guint32 i = first; i < end; i++)
        n += is_score(tokens, i) ? 2 : 0;
    return n;
}

/* "A jaguar killed 14 calves" */
static gboolean
is_about_animals(const IncmapTokens *tokens, const IncmapSentence *sentence)
{
    static const char *const animals[] = {
        "jaguar",    "wolf",      "wolves",   "bear",  "bears",  "lion",    "lions",
        "shark",     "leopard",   "tiger",    "hyena", "hyenas", "calves",  "calf",
        "cattle",    "cows",      "sheep",    "goats", "dog",    "dogs",    "horses",
        "birds",     "poultry",   "chickens", "pigs",  "whales", "camels",  "livestock",
        "ostriches", "elephants", "herd",     "deer",  "fish",   "animals", "turtles",
        "swans",     NULL};
    return has_any(tokens, sentence, animals);
}

/* "Shares plunged, and analysts expect a storm" */
gboolean
incmap_told_is_market(const IncmapTokens *tokens)
{
    static const char *const words[] = {"shares",   "stocks", "investors", "traders", "analysts",
                                        "markets",  "bonds",  "takeover",  "index",   "profit",
                                        "earnings", "banks",  "broker",    "dollar",  "stock",
                                        "prices",   "bank",   "percent",   NULL};
    enum { FEW = 4, DENSITY = 30 };
    guint n = 0;
    for (guint32 i = 0; i < tokens->tokens->len; i++)
        n += is_in(incmap_tokens_get(tokens, i), words);
    return n >= FEW && n * DENSITY > tokens->tokens->len;
}

gboolean
incmap_told_is_sport(const IncmapTokens *tokens)
{
    guint n = count_sport(tokens, 0, tokens->tokens->len);
    return n >= 3 && n * 60 > tokens->tokens->len;
}

/* Whether the trigger at @at … @end tells of something that has happened. */
static gboolean
is_told(const IncmapTokens *tokens, const IncmapSentence *sentence, guint32 at, guint32 end,
        const IncmapTrigger *trigger, IncmapTold *told)
{
    if (incmap_unreal_is_figurative(tokens, at, end, trigger) ||
        is_background(tokens, sentence, at, trigger))
        return FALSE;
    if (incmap_unreal_is_denied(tokens, sentence, at)) {
        told->is_denied = TRUE;
        return FALSE;
    }
    if (incmap_unreal_is_past(tokens, sentence, at)) {
        told->is_past = TRUE;
        return FALSE;
    }
    return TRUE;
}

/* A word that asks for harm and has none yields to every other. */
static int
weight(const IncmapTrigger *trigger, gboolean is_harmful)
{
    return trigger->needs_harm && !is_harmful ? (int)trigger->rank - 20 : (int)trigger->rank;
}

gboolean
incmap_told_find(const IncmapTokens *tokens, guint32 index, gboolean is_sport_text,
                 gboolean has_figures, IncmapTold *out_told)
{
    const IncmapSentence *sentence = &g_array_index(tokens->sentences, IncmapSentence, index);
    guint n_sport = count_sport(tokens, sentence->first, sentence->end);
    IncmapTold told = {.sentence = index, .place = -1};
    gboolean is_harmful = FALSE, is_harm_known = FALSE;
    for (guint32 i = sentence->first, end = 0; i < sentence->end; i = MAX(end, i + 1)) {
        const IncmapTrigger *trigger = trigger_at(tokens, i, sentence->end, &end);
        if (trigger != NULL && !is_harm_known)
            is_harmful = has_harm(tokens, sentence), is_harm_known = TRUE;
        if (trigger == NULL || (told.trigger != NULL &&
                                weight(told.trigger, is_harmful) >= weight(trigger, is_harmful)))
            continue;
        if (!has_figures && trigger->rank <= 3 && is_about_animals(tokens, sentence))
            continue;
        gboolean is_game = (is_sport_text && !has_figures) || (n_sport >= 2 && trigger->rank <= 4);
        if (is_game || !is_told(tokens, sentence, i, end, trigger, &told))
            continue;
        told.trigger = trigger;
        told.token = i;
    }
    told.is_weak = told.trigger != NULL && told.trigger->needs_harm && !is_harmful &&
                   !is_person_shot(tokens, sentence, told.token);
    told.is_accused = told.trigger != NULL && is_accused_of(tokens, sentence, told.token);
    if (told.trigger != NULL)
        told.trigger = fit_to_actors(tokens, sentence, told.trigger);
    *out_told = told;
    return told.trigger != NULL;
}
