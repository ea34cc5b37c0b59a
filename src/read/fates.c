/* SPDX-License-Identifier: MIT */
#include "read/fates.h"

#include <string.h>

enum { MAX_REACH = 6, MAX_TOLL_REACH = 22 };

static const struct {
    guint64 bit;
    IncmapFigureKind kind;
} kinds[] = {
    {INCMAP_WORD(KILL), INCMAP_FIGURE_KILLED},     {INCMAP_WORD(INJURE), INCMAP_FIGURE_INJURED},
    {INCMAP_WORD(MISS), INCMAP_FIGURE_MISSING},    {INCMAP_WORD(DISPLACE), INCMAP_FIGURE_DISPLACED},
    {INCMAP_WORD(ARREST), INCMAP_FIGURE_ARRESTED}, {INCMAP_WORD(ABDUCT), INCMAP_FIGURE_ABDUCTED},
};

static gboolean
is_word(const IncmapToken *token, const char *folded)
{
    return strcmp(token->folded, folded) == 0;
}

static gboolean
is_in(const IncmapToken *token, const char *const *words)
{
    return incmap_token_in(token, words);
}

int
incmap_fate_of(const IncmapToken *token)
{
    if (token->mark != 0)
        return INCMAP_NO_FATE;
    for (gsize i = 0; i < G_N_ELEMENTS(kinds) && token->classes != 0; i++) {
        if (incmap_token_is(token, kinds[i].bit))
            return (int)kinds[i].kind;
    }
    return INCMAP_NO_FATE;
}

/* "seriously", "reportedly": between a verb and its people. */
static gboolean
is_adverb(const IncmapToken *token)
{
    gsize n = strlen(token->folded);
    return token->shape == INCMAP_SHAPE_LOWER && n > 4 &&
           strcmp(token->folded + n - 2, "ly") == 0 && !is_word(token, "family");
}

static gboolean
passes(const IncmapToken *token)
{
    return incmap_token_is(token, INCMAP_WORD(FUNCTION) | INCMAP_WORD(AMOUNT) | INCMAP_WORD(AUX)) ||
           is_adverb(token);
}

/* "killed the": what follows says who died, so that the number before did it. */
static gboolean
takes_object(const IncmapTokens *tokens, guint32 verb, guint32 limit)
{
    const IncmapToken *next = incmap_tokens_get(tokens, verb + 1);
    double high = 0;
    static const char *const no_object[] = {"and", "at", "in", "as", "by", "on", "when", NULL};
    if (!tokens->is_english)
        return verb + 1 < limit && next->shape == INCMAP_SHAPE_NUMBER;
    return verb + 1 < limit && next->mark == 0 && !is_in(next, no_object) &&
           (next->shape == INCMAP_SHAPE_NUMBER ||
            incmap_lexicon_number(tokens->lexicon, next->folded, &high) > 0 ||
            incmap_token_is(next, INCMAP_WORD(AMOUNT) | INCMAP_WORD(PERSON)) ||
            is_word(next, "the"));
}

/* Behind ", including three children," the sentence goes on. */
static guint32
skip_insertion(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    static const char *const beginnings[] = {
        "including", "among", "most", "many",   "dont", "parmi", "entre", "incluidos",
        "darunter",  "بينهم", "some", "mostly", "all",  "both",  NULL};
    enum { MAX_INSERTED = 12 };
    if (incmap_tokens_get(tokens, at)->mark != ',' ||
        !is_in(incmap_tokens_get(tokens, at + 1), beginnings))
        return at;
    for (guint32 i = at + 2; i < MIN(limit, at + MAX_INSERTED); i++) {
        if (incmap_tokens_get(tokens, i)->mark == ',')
            return i + 1;
    }
    return at;
}

/* "20 people in the village were killed": the verb behind words that only say which people. */
static guint32
skip_to_verb(const IncmapTokens *tokens, guint32 at, guint32 limit)
{
    static const char *const verbs[] = {"was", "were", "died", "perished", "drowned", NULL};
    enum { MAX_SKIPPED = 12 };
    if (is_word(incmap_tokens_get(tokens, at), "who") &&
        incmap_fate_of(incmap_tokens_get(tokens, at + 1)) == INCMAP_NO_FATE)
        at += 2; /* "who was shot in the leg died" */
    for (guint32 i = at; i < MIN(limit, at + MAX_SKIPPED); i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (is_in(token, verbs))
            return i;
        if (token->mark != 0 || token->shape == INCMAP_SHAPE_NUMBER ||
            incmap_token_is(token, INCMAP_WORD(PERSON) | INCMAP_WORD(SAY)) ||
            is_in(token, (const char *[]){"and", "but", "when", "as", NULL}))
            break;
    }
    return at;
}

/* "… taken to hospital", "… in hospital", "… suffered burns" */
static gboolean
is_hurt(const IncmapTokens *tokens, guint32 i, guint32 limit)
{
    static const char *const moved[] = {"taken",   "rushed",      "admitted", "airlifted", "flown",
                                        "brought", "transferred", "in",       "remain",    NULL};
    static const char *const between[] = {"to", "in", "a", "the", "local", "nearby", "still", NULL};
    static const char *const bore[] = {"suffered", "sustained", "suffering", NULL};
    static const char *const harms[] = {"wounds", "injuries", "burns", "injury", "fractures", NULL};
    enum { NEAR = 5 };
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    gboolean is_moved = is_in(token, moved), is_borne = is_in(token, bore);
    for (guint32 t = i + 1; t < MIN(limit, i + NEAR) && (is_moved || is_borne); t++) {
        const IncmapToken *next = incmap_tokens_get(tokens, t);
        if (is_moved && (is_word(next, "hospital") || is_word(next, "hospitals")))
            return TRUE;
        if (is_borne && is_in(next, harms))
            return TRUE;
        if (next->mark != 0 || (is_moved && !is_in(next, between)))
            return FALSE;
    }
    return FALSE;
}

/* "… lost their lives" */
static gboolean
has_lost_life(const IncmapTokens *tokens, guint32 i)
{
    const IncmapToken *life = incmap_tokens_get(tokens, i + 2);
    return (is_word(incmap_tokens_get(tokens, i), "lost") ||
            is_word(incmap_tokens_get(tokens, i), "lose")) &&
           (is_word(life, "lives") || is_word(life, "life"));
}

/* "… are living in shelters" */
static gboolean
is_sheltered(const IncmapTokens *tokens, guint32 i)
{
    static const char *const stays[] = {"living", "staying",   "sheltering",
                                        "housed", "sheltered", NULL};
    static const char *const shelters[] = {"shelters", "shelter", "camps",   "tents",
                                           "centres",  "centers", "schools", NULL};
    if (is_word(incmap_tokens_get(tokens, i), "spent")) /* "have spent the night in shelters" */
        return is_word(incmap_tokens_get(tokens, i + 3), "in") &&
               is_in(incmap_tokens_get(tokens, i + 4), shelters);
    if (!is_in(incmap_tokens_get(tokens, i), stays) ||
        !is_word(incmap_tokens_get(tokens, i + 1), "in"))
        return FALSE;
    return is_in(incmap_tokens_get(tokens, i + 2), shelters) ||
           is_in(incmap_tokens_get(tokens, i + 3), shelters);
}

/* "shot dead", "gunned down", "burned to death" */
static gboolean
is_done_to_death(const IncmapTokens *tokens, guint32 i)
{
    static const char *const acts[] = {"shot",    "stabbed",  "hacked", "beaten", "burned", "burnt",
                                       "crushed", "trampled", "found",  "gunned", "frozen", NULL};
    const IncmapToken *next = incmap_tokens_get(tokens, i + 1);
    if (!is_in(incmap_tokens_get(tokens, i), acts))
        return FALSE;
    if (is_word(next, "and") &&
        incmap_token_is(incmap_tokens_get(tokens, i + 2), INCMAP_WORD(KILL)))
        return TRUE;
    return is_word(next, "dead") ||
           (is_word(next, "down") && is_word(incmap_tokens_get(tokens, i), "gunned")) ||
           (is_word(next, "to") && is_word(incmap_tokens_get(tokens, i + 2), "death"));
}

/* "… were killed", "… dead", "… se sont noyées". */
static int
fate_behind(const IncmapTokens *tokens, guint32 limit, const IncmapCount *count)
{
    static const char *const stops[] = {"and", "in", "as", "but", "while", "et", "y", "und", NULL};
    static const char *const plain[] = {"dead", "died", "deaths", "fatalities", "lives", NULL};
    gboolean has_aux = FALSE;
    guint32 start = skip_insertion(tokens, count->who_end, limit);
    if (count->has_person && start == count->who_end)
        start = skip_to_verb(tokens, start, limit);
    for (guint32 i = start; i < limit && i < start + MAX_REACH; i++) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        int fate = incmap_fate_of(token);
        /* "who shot dead two fans" */
        if (is_word(token, "dead") && is_done_to_death(tokens, i - 1) &&
            takes_object(tokens, i, limit))
            return INCMAP_NO_FATE;
        if (is_done_to_death(tokens, i)) /* "a gunman who shot dead two fans" did it */
            return takes_object(tokens, i + 1, limit) ? INCMAP_NO_FATE : INCMAP_FIGURE_KILLED;
        if (has_lost_life(tokens, i))
            return INCMAP_FIGURE_KILLED;
        if (fate == INCMAP_NO_FATE && is_hurt(tokens, i, limit))
            return INCMAP_FIGURE_INJURED;
        if (fate == INCMAP_NO_FATE && is_sheltered(tokens, i))
            return INCMAP_FIGURE_DISPLACED;
        /* Arabic "and" is written to the word and begins another clause */
        if (token->shape == INCMAP_SHAPE_CASELESS && strncmp(token->folded, "\331\210", 2) == 0)
            return INCMAP_NO_FATE;
        if (fate != INCMAP_NO_FATE) {
            gboolean is_active = takes_object(tokens, i, limit) && !has_aux &&
                                 !is_in(token, plain) && count->has_person;
            return is_active ? INCMAP_NO_FATE : fate;
        }
        has_aux |= incmap_token_is(token, INCMAP_WORD(AUX)) != 0;
        gboolean is_of_whom = is_word(token, "who") || is_word(token, "se");
        if (token->mark != 0 || is_in(token, stops) || (!passes(token) && !is_of_whom))
            return INCMAP_NO_FATE;
    }
    return INCMAP_NO_FATE;
}

/* "killed …", "killing at least …", "the deaths of …", "left … " */
static int
fate_before(const IncmapTokens *tokens, guint32 first, const IncmapCount *count)
{
    static const char *const after_people[] = {"dead", "died", "missing", "lives", "tot", NULL};
    int reach = count->at.is_article ? 2 : MAX_REACH;
    gint64 i = (gint64)count->at.first - 1;
    for (; i >= first && reach > 0; i--, reach--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        int fate = incmap_fate_of(token);
        if (fate != INCMAP_NO_FATE && !is_in(token, after_people))
            return fate;
        if (is_word(token, "dead") &&
            is_in(incmap_tokens_get(tokens, i - 1),
                  (const char *[]){"shot", "stabbed", "hacked", "left", "found", "burned", NULL}))
            return INCMAP_FIGURE_KILLED;
        /* "had buried 40 people", not "were buried" */
        if (is_word(token, "buried") &&
            !incmap_token_is(incmap_tokens_get(tokens, i - 1), INCMAP_WORD(AUX)))
            return INCMAP_FIGURE_KILLED;
        if (is_word(token, "buried") && is_word(incmap_tokens_get(tokens, i - 1), "had"))
            return INCMAP_FIGURE_KILLED;
        if (token->mark != 0 || !(passes(token) || incmap_token_is(token, INCMAP_WORD(PERSON))))
            return INCMAP_NO_FATE;
        if (incmap_token_is(token, INCMAP_WORD(AUX)) && !is_word(token, "to") &&
            !is_word(token, "all"))
            return INCMAP_NO_FATE;
    }
    return INCMAP_NO_FATE;
}

/* "the death toll … rose to 33", "put the number of dead at 16": the noun may stand far before. */
static int
fate_of_toll(const IncmapTokens *tokens, guint32 first, const IncmapCount *count)
{
    static const char *const joints[] = {
        "to",  "at",  "above",  "past",    "passed", "reached", "exceeds", "exceeded",
        "is",  "was", "stands", "stood",   "a",      "en",      "de",      "auf",
        "bei", "الي", "now",    "climbed", "rose",   "topped",  NULL};
    static const char *const tolls[] = {"toll",  "number", "dead",    "deaths",    "bilan",
                                        "cifra", "numero", "balance", "count",     "zahl",
                                        "عدد",   "حصيله",  "число",   "кількість", NULL};
    if (!is_in(incmap_tokens_get(tokens, (gint64)count->at.first - 1), joints) &&
        count->at.quantity != INCMAP_QUANTITY_AT_LEAST)
        return INCMAP_NO_FATE;
    gint64 stop = MAX((gint64)first, (gint64)count->at.first - MAX_TOLL_REACH);
    for (gint64 i = (gint64)count->at.first - 1; i >= stop; i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark == ';' || token->mark == ':')
            return INCMAP_NO_FATE;
        if (!is_in(token, tolls))
            continue;
        /* "number of people killed", "death toll" */
        for (gint64 j = i - 1; j < i + 8 && j < (gint64)count->at.first; j++) {
            int fate = incmap_fate_of(incmap_tokens_get(tokens, j));
            if (fate != INCMAP_NO_FATE && j >= (gint64)first &&
                !is_in(token, (const char *[]){"number", NULL}))
                return is_word(token, "toll") ? INCMAP_FIGURE_KILLED : fate;
            if (fate != INCMAP_NO_FATE && j > i)
                return fate;
        }
        return is_word(token, "toll") ? INCMAP_FIGURE_KILLED : INCMAP_NO_FATE;
    }
    return INCMAP_NO_FATE;
}

/* "driven a million people from their homes", "forced 300 families to flee" */
static int
fate_of_flight(const IncmapTokens *tokens, guint32 first, guint32 limit, const IncmapCount *count)
{
    static const char *const verbs[] = {"driven", "forced", "forcing", "drove",     "driving",
                                        "forces", "obligo", "pousse",  "contraint", NULL};
    static const char *const flights[] = {"homes", "flee", "houses", "fuir", "huir", NULL};
    gboolean has_verb = FALSE;
    /* "4,000 people lost their homes" */
    for (guint32 i = count->who_end; i + 2 < MIN(limit, count->who_end + 4); i++)
        if (is_word(incmap_tokens_get(tokens, i), "lost") &&
            is_word(incmap_tokens_get(tokens, i + 1), "their") &&
            is_in(incmap_tokens_get(tokens, i + 2), flights))
            return INCMAP_FIGURE_DISPLACED;
    for (gint64 i = (gint64)count->at.first - 3; i < (gint64)count->at.first; i++)
        has_verb |= i >= (gint64)first && is_in(incmap_tokens_get(tokens, i), verbs);
    for (guint32 i = count->who_end; has_verb && i < MIN(limit, count->who_end + MAX_REACH); i++) {
        if (is_in(incmap_tokens_get(tokens, i), flights))
            return INCMAP_FIGURE_DISPLACED;
    }
    return INCMAP_NO_FATE;
}

/* "arrested the owner of the factory and seven other people" */
static int
fate_of_others(const IncmapTokens *tokens, guint32 first, const IncmapCount *count)
{
    enum { MAX_BACK = 9 };
    static const char *const others[] = {"other", "others", "otros", "autres", NULL};
    if (!is_word(incmap_tokens_get(tokens, (gint64)count->at.first - 1), "and") ||
        !is_in(incmap_tokens_get(tokens, count->at.end), others))
        return INCMAP_NO_FATE;
    for (gint64 i = (gint64)count->at.first - 2;
         i >= MAX((gint64)first, (gint64)count->at.first - MAX_BACK); i--) {
        const IncmapToken *token = incmap_tokens_get(tokens, i);
        if (token->mark != 0)
            break;
        if (incmap_fate_of(token) != INCMAP_NO_FATE)
            return incmap_fate_of(token);
    }
    return INCMAP_NO_FATE;
}

/* "100 wounded people", "300 missing children" */
static int
fate_inside(const IncmapTokens *tokens, const IncmapCount *count)
{
    for (guint32 i = count->who_first; i < count->who_end; i++) {
        int fate = incmap_fate_of(incmap_tokens_get(tokens, i));
        if (fate != INCMAP_NO_FATE)
            return fate;
    }
    return INCMAP_NO_FATE;
}

void
incmap_count_find_fate(const IncmapTokens *tokens, const IncmapSentence *sentence,
                       IncmapCount *count)
{
    count->is_left = FALSE;
    count->fate = fate_behind(tokens, sentence->end, count);
    if (count->fate == INCMAP_NO_FATE)
        count->fate = fate_of_flight(tokens, sentence->first, sentence->end, count);
    if (count->fate != INCMAP_NO_FATE)
        return;
    count->fate = fate_before(tokens, sentence->first, count);
    count->is_left = count->fate != INCMAP_NO_FATE;
    if (count->fate == INCMAP_NO_FATE)
        count->fate = fate_of_toll(tokens, sentence->first, count);
    if (count->fate == INCMAP_NO_FATE)
        count->fate = fate_of_others(tokens, sentence->first, count);
    if (count->fate == INCMAP_NO_FATE)
        count->fate = fate_inside(tokens, count);
}
