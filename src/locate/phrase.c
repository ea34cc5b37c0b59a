/* SPDX-License-Identifier: MIT */
/*
 * Recognising descriptions: "45 km north of Gao", "between Gao and Ansongo",
 * "near the Algerian border", "northern Mali". Only words are looked at here;
 * where that is, area.c works out.
 */
#include <math.h>
#include <string.h>

#include "locate/locator.h"
#include "locate/phrase-words.h"

/* The same for words that a name may begin with too: "al" and not "Al". */
static gboolean
is_small(const IncmapPhraseWords *words, guint i, const char *list)
{
    return incmap_phrase_is_word(words, i, list) &&
           (!incmap_phrase_is_capital(words, i) || !incmap_phrase_is_capital(words, i + 1));
}

/* The byte behind the word before @i. */
static gsize
end_before(const IncmapPhraseWords *words, guint i)
{
    return i == 0 ? 0 : incmap_phrase_token_at(words, MIN(i, words->n) - 1)->end;
}

static gboolean
finish(IncmapPhrase *phrase, IncmapPhraseKind kind, char *head, char *a, char *b, gsize end)
{
    if (a == NULL && b != NULL)
        a = g_steal_pointer(&b);
    if (a == NULL || (kind == INCMAP_PHRASE_BETWEEN && b == NULL)) {
        g_free(head);
        g_free(a);
        g_free(b);
        return FALSE;
    }
    phrase->kind = kind;
    phrase->head = head;
    phrase->a = a;
    phrase->b = b;
    phrase->end = end;
    return TRUE;
}

/* Up to three words of direction at @i; moves @i behind them. */
static gboolean
read_bearing(const IncmapPhraseWords *words, guint *i, gsize min_letters, double *out_deg)
{
    const IncmapToken *first = incmap_phrase_token_at(words, *i);
    if (first->is_break || strlen(first->folded) < min_letters)
        return FALSE;
    g_autoptr(GString) joined = g_string_new(NULL);
    guint n_read = 0;
    for (guint n = 0; n < 3; n++) {
        const IncmapToken *token = incmap_phrase_token_at(words, *i + n);
        if (token->is_break || (n > 0 && strlen(token->folded) < 4))
            break;
        g_string_append(joined, token->folded);
        if (incmap_words_bearing(joined->str, out_deg))
            n_read = n + 1;
    }
    *i += n_read;
    return n_read > 0;
}

static gboolean
read_distance(const IncmapPhraseWords *words, guint *i, double *out_km)
{
    double unit_km = 0, number = incmap_phrase_token_at(words, *i)->number;
    guint at = *i + 1;
    /* "30 to 40 km", "30-40 km": their middle */
    if (incmap_phrase_is_word(words, at, "to|or|and"))
        at++;
    if (!isnan(incmap_phrase_token_at(words, at)->number)) {
        number = (number + incmap_phrase_token_at(words, at)->number) / 2;
        at++;
    } else if (at != *i + 1) {
        return FALSE;
    }
    gboolean is_nautical = incmap_phrase_is_word(words, at, "nautical|sea");
    at += is_nautical;
    if (isnan(number) || incmap_phrase_token_at(words, at)->is_break ||
        !incmap_words_unit(incmap_phrase_token_at(words, at)->folded, &unit_km))
        return FALSE;
    *out_km = number * (is_nautical ? 1.852 : unit_km);
    *i = at + 1;
    return *out_km <= 2000;
}

/* "…, on the road to", "towards", "in the direction of": moves @at behind them. */
static gboolean
skip_towards(const IncmapPhraseWords *words, guint *at)
{
    guint i = *at + (guint)incmap_phrase_token_at(words, *at)->is_break;
    while (incmap_phrase_is_word(words, i, "on|along|in|the|its|a"))
        i++;
    gboolean has_way = incmap_phrase_is_word(words, i, "road|axis|axe|way|route|direction|highway");
    i += has_way;
    if (!incmap_phrase_is_word(words, i, "to|towards|toward|vers|of|leading|from") &&
        !(has_way && incmap_phrase_is_capital(words, i)))
        return FALSE;
    if (!has_way && !incmap_phrase_is_word(words, i, "towards|toward|vers"))
        return FALSE;
    while (incmap_phrase_is_word(words, i, "to|towards|toward|vers|of|leading|the|from"))
        i++;
    *at = i;
    return TRUE;
}

/* "12 miles (19 km) southeast of Y", "30 km from Y". */
static gboolean
parse_distance(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase)
{
    guint start = i;
    if (!read_distance(words, &i, &phrase->distance_km))
        return FALSE;
    guint behind = i + (guint)incmap_phrase_token_at(words, i)->is_break;
    double again_km = 0;
    if (behind > i && read_distance(words, &behind, &again_km))
        i = behind + (guint)incmap_phrase_token_at(words, behind)->is_break;
    while (incmap_phrase_is_word(words, i, "to|the|due|away|or|so|further|on|in|about|du|al"))
        i++;
    gboolean has_bearing = read_bearing(words, &i, 1, &phrase->bearing_deg);
    while (incmap_phrase_is_word(words, i, "direction|part|side|away"))
        i++;
    if (!incmap_phrase_is_word(words, i, "of|from|off|outside|de|d|du|al|beyond|before|along|to"))
        return FALSE;
    while (is_small(words, i,
                    "of|from|off|outside|de|the|d|du|al|town|city|village|capital|beyond|"
                    "before|along|to"))
        i++;
    guint end = incmap_phrase_find_name_end(words, i), towards = end;
    char *b = NULL;
    if (!has_bearing && skip_towards(words, &towards)) {
        guint last = incmap_phrase_find_name_end(words, towards);
        b = incmap_phrase_take_text(words, towards, last);
    }
    char *a = incmap_phrase_take_text(words, i, end);
    if (a == NULL)
        g_clear_pointer(&b, g_free);
    return finish(phrase, has_bearing ? INCMAP_PHRASE_OFFSET : INCMAP_PHRASE_WITHIN,
                  incmap_phrase_take_text(words, 0, start), a, b, end_before(words, end));
}

/* "between A and B", "road from A to B", "A to B road". */
static gboolean
parse_between(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase)
{
    gboolean is_between = incmap_phrase_is_word(words, i, "between|entre");
    gboolean is_road = incmap_phrase_is_word(words, i, "road|axis|highway|route|axe|way") &&
                       incmap_phrase_is_word(words, i + 1, "from|linking|between|connecting|de");
    gboolean is_border = i > 0 && incmap_phrase_is_word(words, i - 1, "border|frontier");
    if ((!is_between && !is_road) || is_border)
        return FALSE;
    guint first = i + (is_between ? 1 : 2), second = first;
    while (second < words->n &&
           !incmap_phrase_is_word(words, second, is_between ? "and|et|y|&" : "to|and|a|with"))
        second++;
    if (second >= words->n)
        return FALSE;
    guint end = incmap_phrase_find_name_end(words, second + 1);
    return finish(phrase, INCMAP_PHRASE_BETWEEN, incmap_phrase_take_text(words, 0, i),
                  incmap_phrase_take_text(words, first, second),
                  incmap_phrase_take_text(words, second + 1, end), end_before(words, end));
}

/* Cuts "Bossangoa-Bouca" or "Mali–Niger" at its only dash. */
static gboolean
cut_at_dash(const char *text, char **out_a, char **out_b)
{
    static const char *const dashes[] = {" - ", "–", "—", "-", "/"};
    for (gsize i = 0; i < G_N_ELEMENTS(dashes); i++) {
        g_auto(GStrv) parts = g_strsplit(text, dashes[i], -1);
        guint n = g_strv_length(parts);
        if (n < 2 || parts[0][0] == '\0' || parts[n - 1][0] == '\0')
            continue;
        *out_a = g_strdup(g_strstrip(parts[0]));
        *out_b = g_strdup(g_strstrip(parts[n - 1]));
        return TRUE;
    }
    return FALSE;
}

/* "the A–B road", "A to B road". */
static gboolean
parse_road(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase)
{
    if (i == 0 || !incmap_phrase_is_word(
                      words, i, "road|axis|highway|route|axe|crossroad|crossroads|motorway|track"))
        return FALSE;
    guint start = i;
    while (start > 0 && !incmap_phrase_token_at(words, start - 1)->is_break &&
           !incmap_phrase_is_word(words, start - 1, "the|on|along|near|at|of"))
        start--;
    g_autofree char *both = incmap_phrase_take_text(words, start, i);
    char *a = NULL, *b = NULL;
    if (both == NULL)
        return FALSE;
    for (guint to = start + 1; to + 1 < i; to++)
        if (incmap_phrase_is_word(words, to, "to|and"))
            return finish(phrase, INCMAP_PHRASE_BETWEEN, incmap_phrase_take_text(words, 0, start),
                          incmap_phrase_take_text(words, start, to),
                          incmap_phrase_take_text(words, to + 1, i), end_before(words, i + 1));
    if (!cut_at_dash(both, &a, &b))
        return FALSE;
    if (strlen(a) + strlen(b) + 4 < strlen(both))
        phrase->road = g_strdup(both);
    return finish(phrase, INCMAP_PHRASE_BETWEEN, incmap_phrase_take_text(words, 0, start), a, b,
                  end_before(words, i + 1));
}

static gboolean
parse_border(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase)
{
    if (!incmap_phrase_is_word(words, i, "border|frontier|borders|borderline"))
        return FALSE;
    guint start = i, end = i + 1;
    char *a = NULL, *b = NULL;
    if (incmap_phrase_is_word(words, i + 1, "with")) {
        end = incmap_phrase_find_name_end(words, i + 2);
        a = incmap_phrase_take_text(words, i + 2, end);
    } else if (incmap_phrase_is_word(words, i + 1, "between")) {
        guint second = i + 2;
        while (second < words->n && !incmap_phrase_is_word(words, second, "and"))
            second++;
        end = incmap_phrase_find_name_end(words, second + 1);
        a = incmap_phrase_take_text(words, i + 2, second);
        b = incmap_phrase_take_text(words, second + 1, end);
    } else {
        while (start > 0 && !incmap_phrase_token_at(words, start - 1)->is_break &&
               !incmap_phrase_is_word(words, start - 1,
                                      "the|near|at|on|along|of|from|to|its|a|close|in|around"))
            start--;
        g_autofree char *both = incmap_phrase_take_text(words, start, i);
        if (both == NULL)
            return FALSE;
        if (!cut_at_dash(both, &a, &b))
            a = g_steal_pointer(&both);
    }
    return finish(phrase, INCMAP_PHRASE_BORDER, incmap_phrase_take_text(words, 0, start), a, b,
                  end_before(words, end));
}

/* "near Y", "outskirts of Y", "off the coast of Y", "north of Y". */
static gboolean
parse_near(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase)
{
    guint at = i;
    IncmapPhraseKind kind = INCMAP_PHRASE_NONE;
    if (incmap_phrase_is_word(
            words, i, "near|outside|around|towards|toward|nearby|beside|surrounding|pres|cerca"))
        kind = INCMAP_PHRASE_NEAR, at = i + 1;
    else if (incmap_phrase_is_word(words, i, "close|next|adjacent|proche") &&
             incmap_phrase_is_word(words, i + 1, "to|de"))
        kind = INCMAP_PHRASE_NEAR, at = i + 2;
    else if (incmap_phrase_is_word(
                 words, i,
                 "outskirts|vicinity|suburbs|surroundings|environs|periphery|edge|"
                 "outskirt|far") &&
             incmap_phrase_is_word(words, i + 1, "of|from"))
        kind = INCMAP_PHRASE_NEAR, at = i + 2;
    else if (incmap_phrase_is_word(words, i, "off") || (incmap_phrase_is_word(words, i, "coast") &&
                                                        incmap_phrase_is_word(words, i + 1, "of")))
        kind = INCMAP_PHRASE_COAST, at = i + 1;
    else if (read_bearing(words, &at, 4, &phrase->bearing_deg) &&
             incmap_phrase_is_word(words, at, "of|from"))
        kind = INCMAP_PHRASE_BEARING, at++;
    if (kind == INCMAP_PHRASE_NONE)
        return FALSE;
    while (is_small(words, at, "the|coast|shore|town|city|village|of|coasts|shores|de|edge"))
        at++;
    guint end = incmap_phrase_find_name_end(words, at);
    return finish(phrase, kind, incmap_phrase_take_text(words, 0, i),
                  incmap_phrase_take_text(words, at, end), NULL, end_before(words, end));
}

static gboolean
parse_part_at(const IncmapPhraseWords *words, guint start, IncmapPhrase *phrase)
{
    guint at = start;
    while (incmap_phrase_is_word(words, at, "in|the|far|extreme|across"))
        at++;
    gboolean is_central = incmap_phrase_is_word(words, at, "central|centre|center|middle");
    if (is_central)
        at++;
    else if (!read_bearing(words, &at, 4, &phrase->bearing_deg))
        return FALSE;
    while (incmap_phrase_is_word(words, at, "part|parts|of|the|and"))
        at++;
    guint end = incmap_phrase_find_name_end(words, at);
    return finish(phrase, INCMAP_PHRASE_PART,
                  start > 0 ? incmap_phrase_take_text(words, 0, start) : NULL,
                  incmap_phrase_take_text(words, at, end), NULL, end_before(words, end));
}

/* "northern Mali", "Bosnek, western Bulgaria"; "the north-east of Mali" is parse_near()'s. */
static gboolean
parse_part(const IncmapPhraseWords *words, IncmapPhrase *phrase)
{
    if (parse_part_at(words, 0, phrase))
        return TRUE;
    for (guint i = 1; i + 1 < words->n; i++) {
        gboolean is_behind = incmap_phrase_token_at(words, i)->is_break;
        /* "Charlotte, North Carolina" has a name of its own */
        if (is_behind && !incmap_phrase_is_capital(words, i + 1) &&
            parse_part_at(words, i + 1, phrase))
            return TRUE;
    }
    return FALSE;
}

typedef gboolean (*ParseFunc)(const IncmapPhraseWords *words, guint i, IncmapPhrase *phrase);

/* Looks at the first @n_starts words for the beginning of a phrase. */
static void
parse(const char *text, guint n_starts, IncmapPhrase *phrase)
{
    /* The more a form says, the earlier it is tried. */
    static const ParseFunc forms[] = {parse_distance, parse_between, parse_road, parse_border,
                                      parse_near};
    *phrase = (IncmapPhrase){.distance_km = NAN, .bearing_deg = NAN};
    if (strlen(text) > 500)
        return;
    g_autoptr(GArray) tokens = incmap_words_cut(text);
    IncmapPhraseWords words = {text, tokens, tokens->len};
    for (gsize form = 0; form < G_N_ELEMENTS(forms); form++) {
        for (guint i = 0; i < MIN(n_starts, words.n); i++) {
            phrase->distance_km = phrase->bearing_deg = NAN;
            if (forms[form](&words, i, phrase))
                return;
            g_clear_pointer(&phrase->road, g_free);
        }
    }
    phrase->distance_km = phrase->bearing_deg = NAN;
    if (!parse_part(&words, phrase))
        phrase->bearing_deg = NAN;
}

void
incmap_phrase_parse(const char *text, IncmapPhrase *phrase)
{
    parse(text, G_MAXUINT, phrase);
}

void
incmap_phrase_parse_front(const char *text, IncmapPhrase *phrase)
{
    parse(text, 1, phrase);
}

void
incmap_phrase_clear(IncmapPhrase *phrase)
{
    g_clear_pointer(&phrase->head, g_free);
    g_clear_pointer(&phrase->a, g_free);
    g_clear_pointer(&phrase->b, g_free);
    g_clear_pointer(&phrase->road, g_free);
}
