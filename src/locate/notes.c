/* SPDX-License-Identifier: MIT */
/*
 * Where a description says that it happened: "On 3 March militants attacked a
 * base in Bariire village (Lower Shabelle)". The best clue that can be located
 * is taken; what contains it, or else the next best, helps.
 */
#include <string.h>

#include "base/text.h"
#include "locate/clues.h"

#define MAX_NOTES_BYTES 20000
#define MAX_TRIES 8

static const IncmapClue *
clue_at(const GArray *clues, guint i)
{
    return &g_array_index(clues, IncmapClue, i);
}

/* Countries that a description names draw its places, when no column names one. */
static GHashTable *
count_countries(IncmapLocator *locator, const char *notes, const GArray *words, const GArray *clues)
{
    GHashTable *countries = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint i = 0; i < clues->len; i++) {
        const IncmapClue *clue = clue_at(clues, i);
        if (clue->is_phrase || (!clue->is_demonym && clue->kind != INCMAP_PLACE_COUNTRY &&
                                clue->kind != INCMAP_PLACE_ADMIN1))
            continue;
        const char *code = clue->country_code;
        if (clue->kind == INCMAP_PLACE_COUNTRY || clue->is_demonym) {
            g_autofree char *text = incmap_clue_text(notes, words, clue);
            g_autofree char *folded = incmap_text_fold(text);
            code = incmap_gazetteer_demonym(locator->gazetteer, folded);
        }
        if (code == NULL || code[0] == '\0')
            continue;
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(countries, code));
        g_hash_table_insert(countries, (gpointer)code, GUINT_TO_POINTER(count + 1));
    }
    return countries;
}

/* What the columns and the clue's container say together. A container outside the stated country
 * or province is none. */
static void
limit_by_container(IncmapLocator *locator, const char *notes, const GArray *words,
                   const GArray *clues, const IncmapClue *clue, const IncmapStated *stated,
                   IncmapStated *out_limited)
{
    *out_limited = *stated;
    if (clue->container < 0 || stated->has_admin1)
        return;
    const IncmapClue *container = clue_at(clues, (guint)clue->container);
    g_autofree char *text = incmap_clue_text(notes, words, container);
    const char *country = stated->has_country ? stated->country.country_code : NULL;
    IncmapStated limited;
    if (container->kind == INCMAP_PLACE_COUNTRY) {
        incmap_stated_init(locator, NULL, NULL, text, &limited);
        if (country == NULL && limited.has_country)
            *out_limited = limited;
        return;
    }
    incmap_stated_init(locator, NULL, text, country, &limited);
    if (limited.has_admin1)
        *out_limited = limited;
    else
        out_limited->admin2 = incmap_scene_string(locator->scene, text);
    out_limited->problem = stated->problem;
}

static gboolean
locate_clue(IncmapLocator *locator, const char *notes, const GArray *words, const GArray *clues,
            const IncmapClue *clue, const IncmapStated *stated, IncmapFix *fix)
{
    g_autofree char *text = incmap_clue_text(notes, words, clue);
    IncmapStated limited;
    limit_by_container(locator, notes, words, clues, clue, stated, &limited);
    if (clue->is_phrase)
        return incmap_phrase_locate(locator, &clue->phrase, text, &limited, fix);
    const IncmapToken *behind =
        clue->end < words->len ? &g_array_index(words, IncmapNoteWord, clue->end).token : NULL;
    gboolean is_typed = behind != NULL && !behind->is_break &&
                        incmap_words_type(behind->folded) != INCMAP_TYPE_NONE;
    g_autofree char *typed =
        is_typed ? g_strdup_printf("%s %s", text, behind->folded) : g_strdup(text);
    if (clue->comment >= 0 && clue->kind == INCMAP_PLACE_TOWN &&
        incmap_locate_commented(locator, typed, &clue_at(clues, (guint)clue->comment)->phrase, text,
                                &limited, fix))
        return TRUE;
    if (incmap_locator_find_words(locator, typed, &limited, fix))
        return TRUE;
    if (clue->container < 0 && limited.admin2 == NULL)
        return FALSE;
    return incmap_locator_fall_back(locator, typed, &limited, fix);
}

/* The best clue not yet tried; NULL when all that is left says that it was elsewhere. */
static IncmapClue *
take_best(GArray *clues)
{
    IncmapClue *best = NULL;
    for (guint i = 0; i < clues->len; i++) {
        IncmapClue *clue = &g_array_index(clues, IncmapClue, i);
        if (clue->rating > -2.5 && (best == NULL || clue->rating > best->rating))
            best = clue;
    }
    return best;
}

static gboolean
locate_best(IncmapLocator *locator, const char *notes, const GArray *words, GArray *clues,
            const IncmapStated *stated, IncmapFix *fix)
{
    for (guint i = 0; i < MAX_TRIES; i++) {
        IncmapClue *clue = take_best(clues);
        if (clue == NULL)
            return FALSE;
        double rating = clue->rating;
        IncmapFix found = {.precision = INCMAP_PRECISION_NONE};
        clue->rating = -100;
        if (!locate_clue(locator, notes, words, clues, clue, stated, &found))
            continue;
        g_autofree char *text = incmap_clue_text(notes, words, clue);
        *fix = found;
        fix->score *= i > 0 || rating < 1 ? 0.7 : 0.92;
        fix->reason = incmap_scene_printf(locator->scene, "the description says \"%s\": %s", text,
                                          found.reason != NULL ? found.reason : "");
        return TRUE;
    }
    return FALSE;
}

gboolean
incmap_locator_find_told(IncmapLocator *locator, const char *notes, const IncmapStated *stated,
                         IncmapFix *out_fix)
{
    g_autofree char *cut = g_strndup(notes, MIN(strlen(notes), MAX_NOTES_BYTES));
    g_autofree char *text = g_utf8_make_valid(cut, -1);
    g_autoptr(GArray) words = incmap_note_words_cut(text);
    g_autoptr(GArray) clues = incmap_clues_find(locator, text, words, stated);
    if (clues->len == 0)
        return FALSE;
    GHashTable *countries = locator->countries;
    GHashTable *told = count_countries(locator, text, words, clues);
    locator->countries = told;
    gboolean has_found = locate_best(locator, text, words, clues, stated, out_fix);
    locator->countries = countries;
    g_hash_table_unref(told);
    return has_found;
}
