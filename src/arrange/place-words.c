/* SPDX-License-Identifier: MIT */
/*
 * What a place is called on the map: the reader of a story looks for the spelling
 * of the story, the reader of a map in another language for that language's name.
 */
#include "arrange/words.h"

#include <math.h>
#include <string.h>

/* Longer words describe a place and don't name it. */
#define MAX_NAME_BYTES 40

/* A name has no figures in it, begins with a capital and is short: "30 km north of Gao" is none.
 * Letters without case begin names too. */
static gboolean
is_name(const char *words)
{
    gunichar first = g_utf8_get_char(words);
    if (!g_unichar_isalpha(first) || g_unichar_islower(first) || strlen(words) > MAX_NAME_BYTES)
        return FALSE;
    for (const char *c = words; *c != '\0'; c = g_utf8_next_char(c)) {
        if (g_unichar_isdigit(g_utf8_get_char(c)) || *c == ',' || *c == '(')
            return FALSE;
    }
    return TRUE;
}

/* Scripts of the languages that aren't written in Latin letters. */
static const struct {
    const char *language;
    GUnicodeScript script;
} scripts[] = {
    {"ar", G_UNICODE_SCRIPT_ARABIC},   {"fa", G_UNICODE_SCRIPT_ARABIC},
    {"ur", G_UNICODE_SCRIPT_ARABIC},   {"ru", G_UNICODE_SCRIPT_CYRILLIC},
    {"uk", G_UNICODE_SCRIPT_CYRILLIC}, {"el", G_UNICODE_SCRIPT_GREEK},
    {"he", G_UNICODE_SCRIPT_HEBREW},   {"hi", G_UNICODE_SCRIPT_DEVANAGARI},
    {"bn", G_UNICODE_SCRIPT_BENGALI},  {"ko", G_UNICODE_SCRIPT_HANGUL},
    {"zh", G_UNICODE_SCRIPT_HAN},      {"zht", G_UNICODE_SCRIPT_HAN},
    {"ja", G_UNICODE_SCRIPT_HAN},
};

static gboolean
is_script_of(const char *words, const char *language)
{
    GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(words));
    for (gsize i = 0; i < G_N_ELEMENTS(scripts); i++) {
        if (strcmp(scripts[i].language, language) == 0)
            return script == scripts[i].script ||
                   (strcmp(language, "ja") == 0 &&
                    (script == G_UNICODE_SCRIPT_KATAKANA || script == G_UNICODE_SCRIPT_HIRAGANA));
    }
    return script == G_UNICODE_SCRIPT_LATIN;
}

/* Whether the input's own spelling suits the map: a table's and an English text's in any language
 * of the same script, another text's in its own language. Provinces and countries have names in all
 * languages. */
static gboolean
is_own_spelling(const IncmapScene *scene, guint incident, const IncmapFix *fix, const char *words)
{
    const char *map = scene->language != NULL ? scene->language : "en";
    const char *language = NULL;
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (incident - document->first_incident < document->n_incidents)
            language = document->language;
    }
    if (!is_script_of(words, map))
        return FALSE;
    gboolean is_translated = fix->shown_name != NULL && g_strcmp0(fix->shown_name, fix->name) != 0;
    return g_strcmp0(language, map) == 0 ||
           ((language == NULL || strcmp(language, "en") == 0) && !is_translated);
}

/* An earthquake has a magnitude and a year; the place in its table is a region. */
static const char *
name_measured(IncmapScene *scene, const IncmapIncident *incident)
{
    const char *magnitude = incmap_say_number(scene, incident->value);
    if (incident->date.from_julian == 0)
        return incmap_say_with(scene, INCMAP_SAY_MAGNITUDE_SHORT, "n", magnitude, NULL);
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, incident->date.from_julian);
    return incmap_say_with(scene, INCMAP_SAY_MAGNITUDE_YEAR, "n", magnitude, "y",
                           incmap_scene_printf(scene, "%u", g_date_get_year(&date)), NULL);
}

const char *
incmap_words_place(IncmapScene *scene, guint incident)
{
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, incident);
    const IncmapIncident *row = &g_array_index(scene->incidents, IncmapIncident, incident);
    const char *words = row->place;
    if (row->has_point && row->value_kind == INCMAP_VALUE_MAGNITUDE && !isnan(row->value) &&
        scene->incidents->len > 1)
        return name_measured(scene, row);
    if (fix->precision == INCMAP_PRECISION_EXACT && words != NULL && is_name(words) &&
        is_own_spelling(scene, incident, fix, words))
        return words;
    const char *name = fix->shown_name != NULL ? fix->shown_name : fix->name;
    return name != NULL && *name != '\0' ? name : NULL;
}

const char *
incmap_words_country(const IncmapFix *fix)
{
    return fix->shown_country != NULL ? fix->shown_country : fix->country;
}

const char *
incmap_words_province(const IncmapFix *fix)
{
    return fix->shown_admin1 != NULL ? fix->shown_admin1 : fix->admin1;
}

const char *
incmap_words_with_article(IncmapScene *scene, const char *country)
{
    static const char *const signs[] = {
        "Republic", "United ",   "Islands",    "Emirates",   "Philippines",     "Netherlands",
        "Gambia",   "Bahamas",   "Maldives",   "Seychelles", "Comoros",         "DR Congo",
        "Vatican",  "Isle of ",  "Holy See",   "Czech Rep",  "Central African", "Dominican Rep",
        "Territor", "Dem. Rep.", "Gaza Strip", "West Bank"};
    if (scene->vocabulary != NULL || country == NULL || g_str_has_prefix(country, "the ") ||
        g_str_has_prefix(country, "The "))
        return country;
    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++)
        if (strstr(country, signs[i]) != NULL)
            return incmap_scene_printf(scene, "the %s", country);
    return country;
}

const char *
incmap_words_focus(const IncmapScene *scene)
{
    for (guint i = 0; scene->focus_country != NULL && i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (g_strcmp0(fix->country_code, scene->focus_country) == 0 && fix->country != NULL)
            return incmap_words_country(fix);
    }
    return NULL;
}
