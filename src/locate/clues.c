/* SPDX-License-Identifier: MIT */
#include "locate/clues.h"

#include <math.h>
#include <string.h>

#include "base/text.h"

enum { MAX_NAME_WORDS = 5, MAX_CLUES = 200, MAX_PHRASE_BYTES = 300 };

typedef struct Finder Finder;
struct Finder {
    IncmapLocator *locator;
    const char *notes;
    const GArray *words;
    const IncmapStated *stated;
    GArray *clues;
    GArray *matches; /* IncmapNameMatch, reused */
};

static const IncmapNoteWord *
word_at(const Finder *finder, guint i)
{
    static const IncmapNoteWord none = {
        .token = {.folded = (char *)"", .number = NAN, .is_break = TRUE}, .sentence = G_MAXUINT};
    return i < finder->words->len ? &g_array_index(finder->words, IncmapNoteWord, i) : &none;
}

static void
clear_clue(gpointer data)
{
    incmap_phrase_clear(&((IncmapClue *)data)->phrase);
}

char *
incmap_clue_text(const char *notes, const GArray *words, const IncmapClue *clue)
{
    gsize start = g_array_index(words, IncmapNoteWord, clue->first).token.start;
    gsize end = g_array_index(words, IncmapNoteWord, clue->end - 1).token.end;
    return g_strndup(notes + start, end - start);
}

static char *
fold_words(const Finder *finder, guint first, guint end)
{
    GString *folded = g_string_new(word_at(finder, first)->token.folded);
    for (guint i = first + 1; i < end; i++)
        g_string_append_printf(folded, " %s", word_at(finder, i)->token.folded);
    return g_string_free(folded, FALSE);
}

/* Whether a match can be meant: in the stated country, or anywhere when none is stated. */
static gboolean
can_mean(const Finder *finder, const IncmapNameMatch *match)
{
    const char *code = match->place.country_code;
    if (match->kind > INCMAP_NAME_SHORT)
        return FALSE;
    return !finder->stated->has_country || code[0] == '\0' ||
           strcmp(code, finder->stated->country.country_code) == 0;
}

/* Of several places so called, the one the gazetteer puts first; towns before areas, since a
 * seat and its area stand for each other. */
static gboolean
look_up(const Finder *finder, const char *folded, IncmapClue *clue)
{
    gboolean is_known = FALSE;
    g_array_set_size(finder->matches, 0);
    incmap_gazetteer_match(finder->locator->gazetteer, folded, 0, finder->matches);
    for (guint i = 0; i < finder->matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(finder->matches, IncmapNameMatch, i);
        clue->is_demonym |= match->kind == INCMAP_NAME_DEMONYM;
        if (!can_mean(finder, match))
            continue;
        gboolean is_better =
            !is_known || (match->place.kind == INCMAP_PLACE_TOWN &&
                          clue->kind != INCMAP_PLACE_TOWN && clue->kind != INCMAP_PLACE_COUNTRY);
        if (is_better) {
            clue->kind = match->place.kind;
            clue->country_code = match->place.country_code;
        }
        is_known = TRUE;
    }
    clue->is_demonym &= !is_known;
    return is_known;
}

/* The same without the words that say what it is; they then tell the kind. */
static gboolean
look_up_typed(const Finder *finder, guint first, guint end, IncmapClue *clue)
{
    g_autofree char *folded = fold_words(finder, first, end);
    clue->is_demonym = FALSE;
    if (look_up(finder, folded, clue))
        return TRUE;
    g_autofree char *stripped = g_strdup(folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    if (strcmp(stripped, folded) == 0 || !look_up(finder, stripped, clue))
        return FALSE;
    if (type == INCMAP_TYPE_PROVINCE)
        clue->kind = INCMAP_PLACE_ADMIN1;
    else if (type == INCMAP_TYPE_DISTRICT)
        clue->kind = INCMAP_PLACE_ADMIN2;
    return TRUE;
}

/* Whether a name can begin at @i: with a capital, and not with a word such as "Gunmen". */
static gboolean
can_begin(const Finder *finder, guint i)
{
    const IncmapNoteWord *word = word_at(finder, i);
    return word->is_capital && !word->token.is_break && isnan(word->token.number) &&
           word->token.folded[0] != '\0';
}

/* The most words from @first that may be one name. */
static guint
find_run_end(const Finder *finder, guint first)
{
    guint end = first + 1;
    for (guint i = first + 1; i < first + MAX_NAME_WORDS; i++) {
        const IncmapNoteWord *word = word_at(finder, i);
        if (word->token.is_break || word->is_first ||
            word->is_dateline != word_at(finder, first)->is_dateline)
            break;
        if (word->is_capital || (!isnan(word->token.number) && word->token.number < 100))
            end = i + 1;
        else if (!incmap_words_is_name_part(word->token.folded))
            break;
    }
    return end;
}

/* "the village of Xyz", "Xyz town", "in Xyz": the words themselves say that it is a place. */
static gboolean
is_called_place(const Finder *finder, guint first, guint end)
{
    const char *before = first > 0 ? word_at(finder, first - 1)->token.folded : "";
    const char *second = first > 1 ? word_at(finder, first - 2)->token.folded : "";
    IncmapTypeWord behind = incmap_words_type(word_at(finder, end)->token.folded);
    if (incmap_note_word_is_title(before) ||
        incmap_note_word_is_actor(word_at(finder, end)->token.folded))
        return FALSE;
    if (behind != INCMAP_TYPE_NONE && behind != INCMAP_TYPE_SITE)
        return TRUE;
    if (incmap_words_type(before) == INCMAP_TYPE_TOWN || incmap_note_word_is_strike(before))
        return TRUE;
    if (strcmp(before, "of") == 0 && incmap_words_type(second) != INCMAP_TYPE_NONE)
        return TRUE;
    /* "air strikes on Zuwara airport" */
    return strcmp(before, "in") == 0 || strcmp(before, "at") == 0 || strcmp(before, "near") == 0 ||
           (behind == INCMAP_TYPE_SITE && strcmp(before, "on") == 0) ||
           (first == 0 && word_at(finder, end)->token.is_break);
}

static guint
add_known(const Finder *finder, guint first, guint run_end)
{
    for (guint end = run_end; end > first; end--) {
        IncmapClue clue = {
            .first = first, .end = end, .is_known = TRUE, .container = -1, .comment = -1};
        const IncmapNoteWord *word = word_at(finder, first);
        if (incmap_words_is_name_part(word_at(finder, end - 1)->token.folded))
            continue;
        if (end == first + 1 && incmap_note_word_is_common(word->token.folded))
            return first;
        gboolean is_known = look_up_typed(finder, first, end, &clue);
        if (!is_known && clue.is_demonym && end == first + 1) {
            g_array_append_val(finder->clues, clue);
            return end;
        }
        if (!is_known)
            continue;
        /* "Niger state" is no country, and "Benue state" no river */
        gboolean is_other = clue.kind == INCMAP_PLACE_COUNTRY || clue.kind >= INCMAP_PLACE_REGION;
        if (is_other && !word_at(finder, end)->is_first &&
            incmap_words_type(word_at(finder, end)->token.folded) == INCMAP_TYPE_PROVINCE)
            clue.kind = INCMAP_PLACE_ADMIN1;
        g_array_append_val(finder->clues, clue);
        return end;
    }
    return first;
}

static guint
add_called(const Finder *finder, guint first, guint run_end)
{
    IncmapClue clue = {.first = first, .container = -1, .comment = -1};
    while (run_end > first && incmap_words_is_name_part(word_at(finder, run_end - 1)->token.folded))
        run_end--;
    if (run_end == first || incmap_note_word_is_common(word_at(finder, first)->token.folded) ||
        !is_called_place(finder, first, run_end))
        return first;
    clue.end = run_end;
    g_array_append_val(finder->clues, clue);
    return run_end;
}

static void
find_names(const Finder *finder)
{
    for (guint i = 0; i < finder->words->len && finder->clues->len < MAX_CLUES;) {
        guint next = i;
        if (can_begin(finder, i)) {
            guint run_end = find_run_end(finder, i);
            next = add_known(finder, i, run_end);
            if (next == i)
                next = add_called(finder, i, run_end);
        }
        i = MAX(next, i + 1);
    }
}

/* Where a phrase that is recognised by word @i may begin: back to the last small word. */
static guint
find_phrase_start(const Finder *finder, guint i)
{
    static const char *const marks[] = {"border",  "frontier", "road", "axis",
                                        "highway", "route",    NULL};
    static const char *const stops[] = {"the",  "on", "along", "near",   "at", "of",
                                        "from", "to", "in",    "around", "a",  NULL};
    if (!g_strv_contains(marks, word_at(finder, i)->token.folded))
        return i;
    guint start = i;
    while (start > 0 && i - start < 6 && !word_at(finder, start - 1)->token.is_break &&
           word_at(finder, start - 1)->sentence == word_at(finder, i)->sentence &&
           !g_strv_contains(stops, word_at(finder, start - 1)->token.folded))
        start--;
    return start;
}

/* The words that phrases begin with; all others need no closer look. */
static gboolean
may_begin_phrase(const IncmapToken *token)
{
    static const char *const words[] = {
        "between",   "entre",     "near",     "outside",   "around",     "towards",      "toward",
        "nearby",    "beside",    "pres",     "cerca",     "close",      "next",         "adjacent",
        "proche",    "outskirts", "outskirt", "vicinity",  "suburbs",    "surroundings", "environs",
        "periphery", "edge",      "far",      "off",       "coast",      "road",         "axis",
        "highway",   "route",     "axe",      "crossroad", "crossroads", "border",       "frontier",
        "borders",   "central",   "centre",   "way",       "motorway",   "track",        "midway",
        "halfway",   "a",         "some",     NULL};
    double deg;
    if (!isnan(token->number) || g_strv_contains(words, token->folded))
        return TRUE;
    g_autofree char *first = g_strndup(token->folded, strcspn(token->folded, " "));
    return strlen(token->folded) > 3 &&
           (incmap_words_bearing(token->folded, &deg) || incmap_words_bearing(first, &deg));
}

static guint
word_at_byte(const Finder *finder, gsize byte, guint from)
{
    while (from < finder->words->len && word_at(finder, from)->token.start < byte)
        from++;
    return from;
}

/* One phrase a beginning; names inside it are found on their own as well. */
static void
find_phrases(const Finder *finder)
{
    for (guint i = 0; i < finder->words->len && finder->clues->len < MAX_CLUES;) {
        if (!may_begin_phrase(&word_at(finder, i)->token)) {
            i++;
            continue;
        }
        guint start = find_phrase_start(finder, i);
        gboolean is_back = start < i;
        const IncmapNoteWord *word = word_at(finder, start);
        IncmapClue clue = {
            .first = start, .is_phrase = TRUE, .is_known = TRUE, .container = -1, .comment = -1};
        gsize length = strlen(finder->notes + word->token.start);
        g_autofree char *rest =
            g_strndup(finder->notes + word->token.start, MIN(length, MAX_PHRASE_BYTES));
        if (length > MAX_PHRASE_BYTES) { /* not in the middle of a letter */
            const char *end = NULL;
            if (!g_utf8_validate(rest, -1, &end))
                rest[end - rest] = '\0';
        }
        (is_back ? incmap_phrase_parse : incmap_phrase_parse_front)(rest, &clue.phrase);
        clue.end = word_at_byte(finder, word->token.start + clue.phrase.end, start);
        gboolean is_usable = clue.phrase.kind != INCMAP_PHRASE_NONE && clue.end > i &&
                             word_at(finder, clue.end - 1)->sentence == word->sentence &&
                             clue.phrase.head == NULL;
        if (is_usable)
            g_array_append_val(finder->clues, clue);
        else
            incmap_phrase_clear(&clue.phrase);
        i = is_usable ? clue.end : i + 1;
    }
}

static int
compare_clues(gconstpointer a, gconstpointer b)
{
    const IncmapClue *p = a, *q = b;
    if (p->first != q->first)
        return p->first < q->first ? -1 : 1;
    return p->is_phrase != q->is_phrase ? (p->is_phrase ? -1 : 1) : 0;
}

GArray *
incmap_clues_find(IncmapLocator *locator, const char *notes, const GArray *words,
                  const IncmapStated *stated)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    GArray *clues = g_array_new(FALSE, TRUE, sizeof(IncmapClue));
    g_array_set_clear_func(clues, clear_clue);
    Finder finder = {locator, notes, words, stated, clues, matches};
    find_names(&finder);
    find_phrases(&finder);
    g_array_sort(clues, compare_clues);
    incmap_clues_rate(notes, words, clues);
    return clues;
}
