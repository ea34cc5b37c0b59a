/* SPDX-License-Identifier: MIT */
/*
 * Recognising descriptions: "45 km north of Gao", "between Gao and Ansongo",
 * "near the Algerian border", "northern Mali". Only words are looked at here;
 * where that is, area.c works out.
 */
#include <math.h>
#include <string.h>

#include "locate/locator.h"

typedef struct Words Words;
struct Words {
    const char *text;
    GArray *tokens;
    guint n;
};

static const IncmapToken *
token_at(const Words *words, guint i)
{
    static const IncmapToken none = {.folded = (char *)"", .number = NAN, .is_break = TRUE};
    return i < words->n ? &g_array_index(words->tokens, IncmapToken, i) : &none;
}

static gboolean
is_word(const Words *words, guint i, const char *list)
{
    g_auto(GStrv) options = g_strsplit(list, "|", -1);
    return i < words->n && !token_at(words, i)->is_break &&
           g_strv_contains((const char *const *)options, token_at(words, i)->folded);
}

/* The words @from … @to - 1 as written; NULL when nothing but small words is left. */
static char *
take_text(const Words *words, guint from, guint to)
{
    static const char fillers[] = "the|a|an|some|about|around|approximately|roughly|located|in|at|"
                                  "on|of|from|and|village|town|just|nearly|almost|over|up|to|"
                                  "is|which|lies|situated|along|area|region|province|to|by|"
                                  "city|villages|somewhere|place|near|forest|bush|a|north|south|"
                                  "east|west|point|spot|community";
    while (from < to &&
           (token_at(words, from)->is_break || is_word(words, from, "the|a|an|in|at|on")))
        from++;
    while (to > from && (token_at(words, to - 1)->is_break ||
                         is_word(words, to - 1,
                                 "about|around|some|approximately|roughly|located|"
                                 "situated|of|from|to|in|at|on|near|just|the|and|"
                                 "along|is|lies|which")))
        to--;
    gboolean has_name = FALSE;
    for (guint i = from; i < to; i++)
        has_name |= !token_at(words, i)->is_break && !is_word(words, i, fillers) &&
                    isnan(token_at(words, i)->number);
    if (!has_name)
        return NULL;
    gsize start = token_at(words, from)->start, end = token_at(words, to - 1)->end;
    return g_strndup(words->text + start, end - start);
}

/* A full stop behind a word that is longer than an abbreviation. */
static gboolean
ends_thought(const Words *words, guint i)
{
    const IncmapToken *token = token_at(words, i), *next = token_at(words, i + 1);
    if (i + 1 >= words->n || token->is_break || strlen(token->folded) < 4)
        return FALSE;
    for (gsize at = token->start; at < next->start; at++)
        if (words->text[at] == '.' && words->text[at + 1] == ' ')
            return TRUE;
    return FALSE;
}

/* "London, Kentucky": a comma with one or two capitalised words between it and the next break. */
static gboolean
is_container(const Words *words, guint i, guint from)
{
    guint end = i + 1;
    while (!token_at(words, end)->is_break)
        end++;
    gsize n_words = end - i - 1;
    const IncmapToken *next = token_at(words, i + 1);
    return i > from && words->text[token_at(words, i)->start] == ',' && n_words >= 1 &&
           n_words <= 3 && !next->is_break &&
           g_unichar_isupper(g_utf8_get_char_validated(words->text + next->start, -1));
}

static gboolean
is_capital(const Words *words, guint i)
{
    return i < words->n && !token_at(words, i)->is_break &&
           !g_unichar_islower(
               g_utf8_get_char_validated(words->text + token_at(words, i)->start, -1));
}

/* A small word behind a name with capitals: part of it ("Salah ad Din", "Kabo region"), or the
 * sentence goes on. */
static gboolean
goes_on(const Words *words, guint i)
{
    if (is_capital(words, i) || token_at(words, i)->is_break)
        return TRUE;
    if (incmap_words_type(token_at(words, i)->folded) != INCMAP_TYPE_NONE)
        return TRUE;
    return is_capital(words, i + 1) &&
           is_word(words, i, "de|du|des|la|le|les|of|the|el|al|ad|an|as|sur|sous|d|do|da|ou|et");
}

/* Where the name that begins at @from ends: before a break or a word that begins a new thought. */
static guint
find_name_end(const Words *words, guint from)
{
    guint i = from;
    gboolean has_capitals = is_capital(words, from);
    while (i < words->n && (!token_at(words, i)->is_break || is_container(words, i, from)) &&
           !(i > from && is_word(words, i,
                                 "and|near|in|on|where|when|after|before|who|which|along|"
                                 "that|as|with|towards|toward|road|axis|highway|"
                                 "killing|by|et|y")) &&
           !(i > from && has_capitals && !goes_on(words, i)) &&
           !(i > from && ends_thought(words, i - 1)))
        i++;
    return i;
}

/* The byte behind the word before @i. */
static gsize
end_before(const Words *words, guint i)
{
    return i == 0 ? 0 : token_at(words, MIN(i, words->n) - 1)->end;
}

static gboolean
finish(IncmapPhrase *phrase, IncmapPhraseKind kind, char *head, char *a, char *b, gsize end)
{
    if (a == NULL && b != NULL) {
        a = b;
        b = NULL;
    }
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
read_bearing(const Words *words, guint *i, gsize min_letters, double *out_deg)
{
    const IncmapToken *first = token_at(words, *i);
    if (first->is_break || strlen(first->folded) < min_letters)
        return FALSE;
    g_autoptr(GString) joined = g_string_new(NULL);
    guint n_read = 0;
    for (guint n = 0; n < 3; n++) {
        const IncmapToken *token = token_at(words, *i + n);
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
read_distance(const Words *words, guint *i, double *out_km)
{
    double unit_km = 0, number = token_at(words, *i)->number;
    guint at = *i + 1;
    /* "30 to 40 km", "30-40 km": their middle */
    if (is_word(words, at, "to|or|and"))
        at++;
    if (!isnan(token_at(words, at)->number)) {
        number = (number + token_at(words, at)->number) / 2;
        at++;
    } else if (at != *i + 1) {
        return FALSE;
    }
    gboolean is_nautical = is_word(words, at, "nautical|sea");
    at += is_nautical;
    if (isnan(number) || token_at(words, at)->is_break ||
        !incmap_words_unit(token_at(words, at)->folded, &unit_km))
        return FALSE;
    *out_km = number * (is_nautical ? 1.852 : unit_km);
    *i = at + 1;
    return *out_km <= 2000;
}

/* "12 miles (19 km) southeast of Y", "30 km from Y". */
static gboolean
parse_distance(const Words *words, guint i, IncmapPhrase *phrase)
{
    guint start = i;
    if (!read_distance(words, &i, &phrase->distance_km))
        return FALSE;
    guint behind = i + (guint)token_at(words, i)->is_break;
    double again_km = 0;
    if (behind > i && read_distance(words, &behind, &again_km))
        i = behind + (guint)token_at(words, behind)->is_break;
    while (is_word(words, i, "to|the|due|away|or|so|further|on|in|about|du|al"))
        i++;
    gboolean has_bearing = read_bearing(words, &i, 1, &phrase->bearing_deg);
    while (is_word(words, i, "direction|part|side|away"))
        i++;
    if (!is_word(words, i, "of|from|off|outside|de|d|du|al|beyond|before|along|to"))
        return FALSE;
    while (is_word(words, i,
                   "of|from|off|outside|de|the|d|du|al|town|city|village|capital|beyond|"
                   "before|along|to"))
        i++;
    guint end = find_name_end(words, i);
    return finish(phrase, has_bearing ? INCMAP_PHRASE_OFFSET : INCMAP_PHRASE_WITHIN,
                  take_text(words, 0, start), take_text(words, i, end), NULL,
                  end_before(words, end));
}

/* "between A and B", "road from A to B", "A to B road". */
static gboolean
parse_between(const Words *words, guint i, IncmapPhrase *phrase)
{
    gboolean is_between = is_word(words, i, "between|entre");
    gboolean is_road = is_word(words, i, "road|axis|highway|route|axe|way") &&
                       is_word(words, i + 1, "from|linking|between|connecting|de");
    gboolean is_border = i > 0 && is_word(words, i - 1, "border|frontier");
    if ((!is_between && !is_road) || is_border)
        return FALSE;
    guint first = i + (is_between ? 1 : 2), second = first;
    while (second < words->n &&
           !is_word(words, second, is_between ? "and|et|y|&" : "to|and|a|with"))
        second++;
    if (second >= words->n)
        return FALSE;
    guint end = find_name_end(words, second + 1);
    return finish(phrase, INCMAP_PHRASE_BETWEEN, take_text(words, 0, i),
                  take_text(words, first, second), take_text(words, second + 1, end),
                  end_before(words, end));
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
parse_road(const Words *words, guint i, IncmapPhrase *phrase)
{
    if (i == 0 ||
        !is_word(words, i, "road|axis|highway|route|axe|crossroad|crossroads|motorway|track"))
        return FALSE;
    guint start = i;
    while (start > 0 && !token_at(words, start - 1)->is_break &&
           !is_word(words, start - 1, "the|on|along|near|at|of"))
        start--;
    g_autofree char *both = take_text(words, start, i);
    char *a = NULL, *b = NULL;
    if (both == NULL)
        return FALSE;
    for (guint to = start + 1; to + 1 < i; to++)
        if (is_word(words, to, "to|and"))
            return finish(phrase, INCMAP_PHRASE_BETWEEN, take_text(words, 0, start),
                          take_text(words, start, to), take_text(words, to + 1, i),
                          end_before(words, i + 1));
    if (!cut_at_dash(both, &a, &b))
        return FALSE;
    return finish(phrase, INCMAP_PHRASE_BETWEEN, take_text(words, 0, start), a, b,
                  end_before(words, i + 1));
}

static gboolean
parse_border(const Words *words, guint i, IncmapPhrase *phrase)
{
    if (!is_word(words, i, "border|frontier|borders|borderline"))
        return FALSE;
    guint start = i, end = i + 1;
    char *a = NULL, *b = NULL;
    if (is_word(words, i + 1, "with")) {
        end = find_name_end(words, i + 2);
        a = take_text(words, i + 2, end);
    } else if (is_word(words, i + 1, "between")) {
        guint second = i + 2;
        while (second < words->n && !is_word(words, second, "and"))
            second++;
        end = find_name_end(words, second + 1);
        a = take_text(words, i + 2, second);
        b = take_text(words, second + 1, end);
    } else {
        while (start > 0 && !token_at(words, start - 1)->is_break &&
               !is_word(words, start - 1, "the|near|at|on|along|of|from|to|its|a|close|in|around"))
            start--;
        g_autofree char *both = take_text(words, start, i);
        if (both == NULL)
            return FALSE;
        if (!cut_at_dash(both, &a, &b))
            a = g_steal_pointer(&both);
    }
    return finish(phrase, INCMAP_PHRASE_BORDER, take_text(words, 0, start), a, b,
                  end_before(words, end));
}

/* "near Y", "outskirts of Y", "off the coast of Y", "north of Y". */
static gboolean
parse_near(const Words *words, guint i, IncmapPhrase *phrase)
{
    guint at = i;
    IncmapPhraseKind kind = INCMAP_PHRASE_NONE;
    if (is_word(words, i,
                "near|outside|around|towards|toward|nearby|beside|surrounding|pres|cerca"))
        kind = INCMAP_PHRASE_NEAR, at = i + 1;
    else if (is_word(words, i, "close|next|adjacent|proche") && is_word(words, i + 1, "to|de"))
        kind = INCMAP_PHRASE_NEAR, at = i + 2;
    else if (is_word(words, i,
                     "outskirts|vicinity|suburbs|surroundings|environs|periphery|edge|"
                     "outskirt|far") &&
             is_word(words, i + 1, "of|from"))
        kind = INCMAP_PHRASE_NEAR, at = i + 2;
    else if (is_word(words, i, "off") ||
             (is_word(words, i, "coast") && is_word(words, i + 1, "of")))
        kind = INCMAP_PHRASE_COAST, at = i + 1;
    else if (read_bearing(words, &at, 4, &phrase->bearing_deg) && is_word(words, at, "of|from"))
        kind = INCMAP_PHRASE_BEARING, at++;
    if (kind == INCMAP_PHRASE_NONE)
        return FALSE;
    while (is_word(words, at, "the|coast|shore|town|city|village|of|coasts|shores|de|edge"))
        at++;
    guint end = find_name_end(words, at);
    return finish(phrase, kind, take_text(words, 0, i), take_text(words, at, end), NULL,
                  end_before(words, end));
}

/* "northern Mali", "the north-east of Mali" is parse_near()'s. */
static gboolean
parse_part(const Words *words, IncmapPhrase *phrase)
{
    guint at = 0;
    while (is_word(words, at, "in|the|far|extreme|across"))
        at++;
    gboolean is_central = is_word(words, at, "central|centre|center|middle");
    if (is_central)
        at++;
    else if (!read_bearing(words, &at, 4, &phrase->bearing_deg))
        return FALSE;
    while (is_word(words, at, "part|parts|of|the|and"))
        at++;
    guint end = find_name_end(words, at);
    return finish(phrase, INCMAP_PHRASE_PART, NULL, take_text(words, at, end), NULL,
                  end_before(words, end));
}

typedef gboolean (*ParseFunc)(const Words *words, guint i, IncmapPhrase *phrase);

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
    Words words = {text, tokens, tokens->len};
    for (gsize form = 0; form < G_N_ELEMENTS(forms); form++) {
        for (guint i = 0; i < MIN(n_starts, words.n); i++) {
            phrase->distance_km = phrase->bearing_deg = NAN;
            if (forms[form](&words, i, phrase))
                return;
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
}
