/* SPDX-License-Identifier: MIT */
#include "read/name-lookup.h"

#include <string.h>

enum {
    MAX_WORDS = 6,
    TOWN = 0,
    ADMIN1 = 1,
    COUNTRY = 3,
    RIVER = 5,
    LAKE = 6,
    METROPOLIS = 1000000
};

gboolean
incmap_can_begin_name(const IncmapToken *token)
{
    if (token->mark != 0 || incmap_token_is(token, INCMAP_WORD(NO_PLACE)))
        return FALSE;
    return token->shape == INCMAP_SHAPE_CAPITAL || token->shape == INCMAP_SHAPE_UPPER ||
           token->shape == INCMAP_SHAPE_CASELESS;
}

static void
append_word(GString *key, const IncmapToken *token)
{
    if (key->len > 0 && token->glue != INCMAP_GLUE_APOSTROPHE)
        g_string_append_c(key, ' ');
    g_string_append(key, token->folded);
}

/* Whether the word at @i can go on a name that begins before it. */
static gboolean
can_continue(const IncmapTokens *tokens, guint32 i)
{
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    if (incmap_can_begin_name(token))
        return TRUE;
    return token->shape == INCMAP_SHAPE_LOWER && token->mark == 0 &&
           (incmap_token_is(token, INCMAP_WORD(NAME_PART)) ||
            token->glue == INCMAP_GLUE_APOSTROPHE || token->glue == INCMAP_GLUE_HYPHEN);
}

/* How far @hit may stand before others: Ohio is the state before the river, and Berea is a town of
 * this name before the city that is called so in another language. */
static double
rank_hit(const IncmapNameHit *hit)
{
    double rank = hit->kind == COUNTRY ? 4 : hit->kind == RIVER || hit->kind == LAKE ? 1 : 2;
    gboolean is_area = hit->kind == ADMIN1 || hit->kind == COUNTRY;
    return hit->is_alternate && !is_area ? rank - 1.5 : hit->is_alternate ? rank - 0.5 : rank;
}

/* Brings the likeliest to the front; the others keep their order. */
static void
choose_first(IncmapNameHit *hits, guint n)
{
    guint best = 0;
    for (guint i = 1; i < n; i++)
        if (rank_hit(&hits[i]) > rank_hit(&hits[best]))
            best = i;
    if (best == 0)
        return;
    IncmapNameHit first = hits[best];
    memmove(hits + 1, hits, best * sizeof *hits);
    hits[0] = first;
}

/* "U.S." is folded to "u s"; gazetteers have "us". */
static guint
find_hits(const IncmapNameLookup *lookup, const char *folded, IncmapNameHit *hits)
{
    const IncmapNameSource *names = lookup->names;
    guint n = names->find(names->data, folded, hits, INCMAP_MAX_HITS);
    gsize length = strlen(folded);
    if (n == 0 && length >= 3 && length <= 9 && folded[1] == ' ') {
        char joined[8] = {0};
        for (gsize i = 0, at = 0; i < length; i++) {
            if (i % 2 == 1 && folded[i] != ' ')
                return 0;
            if (i % 2 == 0)
                joined[at++] = folded[i];
        }
        n = names->find(names->data, joined, hits, INCMAP_MAX_HITS);
    }
    choose_first(hits, n);
    return n;
}

guint
incmap_lookup_exactly(const IncmapNameLookup *lookup, guint32 first, guint32 end,
                      const char *suffix, IncmapNameHit *hits)
{
    if (lookup->names == NULL)
        return 0;
    g_string_truncate(lookup->key, 0);
    for (guint32 i = first; i < end; i++)
        if (incmap_tokens_get(lookup->tokens, i)->mark == 0)
            append_word(lookup->key, incmap_tokens_get(lookup->tokens, i));
    g_string_append(lookup->key, suffix);
    return find_hits(lookup, lookup->key->str, hits);
}

/* Months, days and small words are no names by themselves; "OK" is none, but in "Tulsa, OK". */
static gboolean
can_stand_alone(const IncmapTokens *tokens, guint32 i, const IncmapNameHit *hit)
{
    const guint64 no_name = INCMAP_WORD(FUNCTION) | INCMAP_WORD(WEEKDAY) | INCMAP_WORD(MONTH);
    const IncmapToken *token = incmap_tokens_get(tokens, i);
    double high = 0;
    if (incmap_token_is(token, INCMAP_WORD(FEATURE)) && hit->kind == TOWN)
        return FALSE; /* "Town" heads a column */
    if (hit->is_alternate && incmap_lexicon_number(tokens->lexicon, token->folded, &high) > 0)
        return FALSE; /* "Forty-two", as a town in Tennessee was called */
    if (incmap_token_is(token, no_name) && token->shape != INCMAP_SHAPE_UPPER)
        return FALSE;
    if (token->shape == INCMAP_SHAPE_UPPER && token->end - token->start <= 4 && hit->is_alternate &&
        hit->kind == TOWN && hit->population < METROPOLIS)
        return FALSE; /* "SUV" is an airport of Suva, though "L.A." and "NYC" are cities */
    if (!hit->is_alternate || hit->kind != ADMIN1 || token->end - token->start != 2)
        return TRUE;
    /* "Tulsa, OK", "Media, Pa.", not ", Co Donegal" */
    return incmap_tokens_get(tokens, (gint64)i - 1)->mark == ',' &&
           (token->shape == INCMAP_SHAPE_UPPER ||
            incmap_tokens_get(tokens, (gint64)i + 1)->mark == '~');
}

guint32
incmap_lookup_longest(const IncmapNameLookup *lookup, guint32 first, guint32 limit,
                      IncmapNameHit *out_hits, guint *out_n_hits)
{
    guint32 best = first;
    if (lookup->names == NULL)
        return first;
    g_string_truncate(lookup->key, 0);
    guint n_words = 0;
    for (guint32 i = first; i < limit && n_words < MAX_WORDS; i++) {
        const IncmapToken *token = incmap_tokens_get(lookup->tokens, i);
        /* the stop of "St.", the sign of "Trinidad & Tobago"; "R&D" is one word */
        if (token->mark == '~' && i > first &&
            (token->glue == INCMAP_GLUE_SPACE || lookup->tokens->text[token->start] == '.'))
            continue;
        if (i > first && !can_continue(lookup->tokens, i))
            break;
        append_word(lookup->key, token);
        n_words++;
        gboolean is_small = token->shape == INCMAP_SHAPE_LOWER && token->glue == INCMAP_GLUE_SPACE;
        IncmapNameHit hits[INCMAP_MAX_HITS];
        guint n = is_small ? 0 : find_hits(lookup, lookup->key->str, hits);
        gboolean is_number = i == first + 1 && token->glue == INCMAP_GLUE_HYPHEN;
        if (n > 0 && ((i > first && !is_number) || can_stand_alone(lookup->tokens, i, &hits[0]))) {
            best = i + 1;
            *out_n_hits = n;
            memcpy(out_hits, hits, n * sizeof *hits);
        }
        /* "d'" is written to the next word: "Côte d'Ivoire" */
        gboolean is_elided =
            incmap_tokens_get(lookup->tokens, (gint64)i + 1)->glue == INCMAP_GLUE_APOSTROPHE;
        if (token->is_possessive ||
            (!is_elided && !lookup->names->has_prefix(lookup->names->data, lookup->key->str)))
            break;
    }
    return best;
}

const char *
incmap_lookup_demonym(const IncmapNameLookup *lookup, guint32 first, guint32 limit,
                      guint32 *out_end)
{
    const char *code = NULL;
    if (lookup->names == NULL || lookup->names->demonym == NULL)
        return NULL;
    g_string_truncate(lookup->key, 0);
    for (guint32 n = 0; n < 3 && first + n < limit; n++) {
        const IncmapToken *token = incmap_tokens_get(lookup->tokens, first + n);
        if (n > 0 && (!incmap_can_begin_name(token) || token->glue == INCMAP_GLUE_HYPHEN))
            break;
        append_word(lookup->key, token);
        const char *found = lookup->key->len == 0
                                ? NULL
                                : lookup->names->demonym(lookup->names->data, lookup->key->str);
        if (found == NULL)
            continue;
        IncmapNameHit hits[INCMAP_MAX_HITS];
        guint n_hits = find_hits(lookup, lookup->key->str, hits);
        code = n_hits > 0 && hits[0].kind == COUNTRY ? NULL : found; /* the country itself */
        *out_end = first + n + 1;
    }
    return code;
}

/* Russian and Ukrainian decline names: "в Красногорске", "у Харкові". */
guint
incmap_lookup_declined(const IncmapNameLookup *lookup, guint32 i, IncmapNameHit *hits)
{
    static const struct {
        const char *ending, *nominative;
    } cases[] = {{"ове", "ов"}, {"ові", "ів"}, {"ске", "ск"}, {"це", "ц"},  {"граде", "град"},
                 {"ге", "г"},   {"не", "на"},  {"ві", "ва"},  {"рі", "ро"}, {"рі", "р"},
                 {"ку", "к"},   {"ве", "ва"},  {"е", "а"},    {"е", ""},    {"и", "а"},
                 {"і", "а"},    {"і", ""},     {"а", ""},     {"у", "а"},   {"у", ""},
                 {"ом", ""},    {"и", "ь"},    {"і", "ь"}};
    const IncmapToken *token = incmap_tokens_get(lookup->tokens, i);
    const IncmapToken *before = incmap_tokens_get(lookup->tokens, (gint64)i - 1);
    gsize length = strlen(token->folded);
    if ((guchar)token->folded[0] < 0xd0 || (guchar)token->folded[0] > 0xd3 || length < 8 ||
        before->shape != INCMAP_SHAPE_LOWER)
        return 0;
    for (gsize c = 0; c < G_N_ELEMENTS(cases); c++) {
        if (!g_str_has_suffix(token->folded, cases[c].ending))
            continue;
        g_string_assign(lookup->key, token->folded);
        g_string_truncate(lookup->key, length - strlen(cases[c].ending));
        g_string_append(lookup->key, cases[c].nominative);
        guint n = lookup->names->find(lookup->names->data, lookup->key->str, hits, INCMAP_MAX_HITS);
        if (n > 0)
            return n;
    }
    return 0;
}
