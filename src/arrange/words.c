/* SPDX-License-Identifier: MIT */
#include "arrange/words.h"

#include <math.h>
#include <string.h>

/** Days: both ends of a date with the words for them */
typedef struct Days Days;
struct Days {
    GDate from, to;
    const char *d, *d2, *y, *y2;
};

static const char *
month_of(IncmapScene *scene, IncmapSaying months, const GDate *day)
{
    return incmap_say_entry(scene, months, (guint)g_date_get_month(day) - 1);
}

static const char *
day_of(IncmapScene *scene, const GDate *day)
{
    guint d = g_date_get_day(day);
    return d == 1 ? incmap_say(scene, INCMAP_SAY_DATE_FIRST) : incmap_scene_printf(scene, "%u", d);
}

static Days
find_days(IncmapScene *scene, IncmapDate date)
{
    Days days;
    g_date_clear(&days.from, 1);
    g_date_clear(&days.to, 1);
    g_date_set_julian(&days.from, date.from_julian);
    g_date_set_julian(&days.to, MAX(date.to_julian, date.from_julian));
    days.d = day_of(scene, &days.from);
    days.d2 = day_of(scene, &days.to);
    days.y = incmap_scene_printf(scene, "%u", g_date_get_year(&days.from));
    days.y2 = incmap_scene_printf(scene, "%u", g_date_get_year(&days.to));
    return days;
}

const char *
incmap_words_date(IncmapScene *scene, IncmapDate date)
{
    if (date.from_julian == 0)
        return NULL;
    Days days = find_days(scene, date);
    const GDate *from = &days.from, *to = &days.to;
    gboolean is_same_year = g_date_get_year(from) == g_date_get_year(to);
    gboolean is_same_month = is_same_year && g_date_get_month(from) == g_date_get_month(to);
    gboolean is_whole = g_date_get_day(from) == 1 && g_date_is_last_of_month(to);
    const char *month = month_of(scene, INCMAP_SAY_MONTHS, from);
    const char *month2 = month_of(scene, INCMAP_SAY_MONTHS, to);
    if (g_date_compare(from, to) == 0)
        return incmap_say_with(scene, INCMAP_SAY_DATE_DAY, "d", days.d, "month", month, "y", days.y,
                               NULL);
    if (is_whole && is_same_month)
        return incmap_say_with(scene, INCMAP_SAY_DATE_MONTH, "month",
                               month_of(scene, INCMAP_SAY_MONTHS_ALONE, from), "y", days.y, NULL);
    if (is_whole && is_same_year && g_date_get_month(from) == G_DATE_JANUARY &&
        g_date_get_month(to) == G_DATE_DECEMBER)
        return incmap_say_with(scene, INCMAP_SAY_DATE_YEAR, "y", days.y, NULL);
    IncmapSaying form = is_same_month  ? INCMAP_SAY_DATE_DAYS
                        : is_same_year ? INCMAP_SAY_DATE_MONTHS
                                       : INCMAP_SAY_DATE_YEARS;
    return incmap_say_with(scene, form, "d", days.d, "d2", days.d2, "month", month, "month2",
                           month2, "y", days.y, "y2", days.y2, NULL);
}

IncmapDate
incmap_words_period(const IncmapScene *scene)
{
    IncmapDate period = {0, 0, -1, -1};
    for (guint i = 0; i < scene->incidents->len; i++) {
        IncmapDate date = g_array_index(scene->incidents, IncmapIncident, i).date;
        if (date.from_julian == 0)
            continue;
        if (period.from_julian == 0 || date.from_julian < period.from_julian)
            period.from_julian = date.from_julian;
        period.to_julian = MAX(period.to_julian, MAX(date.to_julian, date.from_julian));
    }
    return period;
}

/* The language of the text that an incident is told in; NULL for a row of a table. */
static const char *
text_language(const IncmapScene *scene, guint incident)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (incident - document->first_incident < document->n_incidents)
            return document->language;
    }
    return NULL;
}

static const char *
map_language(const IncmapScene *scene)
{
    return scene->language != NULL ? scene->language : "en";
}

/* Whether words of a text can stand on the map as they are: the vocabulary may be English where
 * the language of the names has none. */
static gboolean
is_own_language(const IncmapScene *scene, const char *language)
{
    return language == NULL || strcmp(language, map_language(scene)) == 0;
}

const char *
incmap_words_figure(IncmapScene *scene, const IncmapFigure *figure)
{
    const char *low = incmap_say_number(scene, figure->low);
    const char *high = incmap_say_number(scene, figure->high);
    gboolean is_own = scene->documents->len == 0 || is_own_language(scene, text_language(scene, 0));
    IncmapSaying vague =
        figure->quantity == INCMAP_QUANTITY_HUNDREDS ? INCMAP_SAY_HUNDREDS : INCMAP_SAY_DOZENS;
    switch (figure->quantity) {
    case INCMAP_QUANTITY_AT_LEAST:
        return incmap_say_with(scene, INCMAP_SAY_AT_LEAST, "n", low, NULL);
    case INCMAP_QUANTITY_AT_MOST:
        return incmap_say_with(scene, INCMAP_SAY_UP_TO, "n", high, NULL);
    case INCMAP_QUANTITY_ABOUT:
        return incmap_say_with(scene, INCMAP_SAY_ABOUT, "n", low, NULL);
    case INCMAP_QUANTITY_BETWEEN:
        return incmap_say_with(scene, INCMAP_SAY_BETWEEN, "n", low, "m", high, NULL);
    case INCMAP_QUANTITY_DOZENS:
    case INCMAP_QUANTITY_HUNDREDS:
        return is_own && figure->words != NULL ? figure->words : incmap_say(scene, vague);
    case INCMAP_QUANTITY_UNKNOWN:
        return incmap_say(scene, INCMAP_SAY_UNKNOWN);
    case INCMAP_QUANTITY_EXACT:
        break;
    }
    return low;
}

double
incmap_words_total_killed(const IncmapScene *scene)
{
    double total = 0;
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        if (incident->value_kind == INCMAP_VALUE_KILLED && !isnan(incident->value))
            total += incident->value;
    }
    return total;
}

guint
incmap_words_n_unmapped(const IncmapScene *scene)
{
    guint n = 0;
    for (guint i = 0; i < scene->fixes->len; i++)
        n += g_array_index(scene->fixes, IncmapFix, i).precision >= INCMAP_PRECISION_COUNTRY;
    return n;
}

gboolean
incmap_words_single_event(const IncmapScene *scene, IncmapEvent *out_event)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        IncmapEvent event = g_array_index(scene->incidents, IncmapIncident, i).event;
        if (i > 0 && event != *out_event)
            return FALSE;
        *out_event = event;
    }
    return scene->incidents->len > 0;
}

/* The three tables of words for events follow the order of events. */
static IncmapSaying
saying_of(IncmapSaying first, IncmapEvent event)
{
    G_STATIC_ASSERT(INCMAP_SAY_LABEL_OTHER - INCMAP_SAY_LABEL_BATTLE == INCMAP_EVENT_OTHER);
    G_STATIC_ASSERT(INCMAP_SAY_ONE_OTHER - INCMAP_SAY_ONE_BATTLE == INCMAP_EVENT_OTHER);
    G_STATIC_ASSERT(INCMAP_SAY_N_OTHER - INCMAP_SAY_N_BATTLE == INCMAP_EVENT_OTHER);
    return (IncmapSaying)((int)first + (int)event);
}

const char *
incmap_words_label(IncmapScene *scene, IncmapEvent event)
{
    return incmap_say(scene, saying_of(INCMAP_SAY_LABEL_BATTLE, event));
}

const char *
incmap_words_count(IncmapScene *scene, IncmapEvent event, guint n)
{
    return incmap_say_count(scene, saying_of(INCMAP_SAY_N_BATTLE, event), n, NULL);
}

const char *
incmap_words_term(IncmapScene *scene, const char *words)
{
    const char *own = incmap_vocabulary_find(scene->vocabulary, words);
    return own != NULL ? incmap_scene_string(scene, own) : words;
}

/* A heading in the map's language: as it is, or from the vocabulary; NULL when neither goes. */
static const char *
own_words(IncmapScene *scene, const char *words, gboolean is_own)
{
    if (words == NULL || *words == '\0')
        return NULL;
    const char *own = incmap_vocabulary_find(scene->vocabulary, words);
    return own != NULL ? incmap_scene_string(scene, own) : is_own ? words : NULL;
}

/* Whether the words of a table can be taken to be the map's language: those of the standard layouts
 * are English. */
static gboolean
is_own_table(const IncmapScene *scene, guint incident)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, i);
        if (incident - document->first_incident < document->n_incidents)
            return document->layout == NULL || strcmp(document->layout, "generic") == 0 ||
                   scene->vocabulary == NULL;
    }
    return TRUE;
}

const char *
incmap_words_heading(IncmapScene *scene, guint incident)
{
    const IncmapIncident *row = &g_array_index(scene->incidents, IncmapIncident, incident);
    gboolean is_own =
        is_own_language(scene, text_language(scene, incident)) && is_own_table(scene, incident);
    const char *words = own_words(scene, row->heading, is_own);
    if (words == NULL && row->value_kind == INCMAP_VALUE_MAGNITUDE && !isnan(row->value))
        return incmap_say_with(scene, INCMAP_SAY_MAGNITUDE, "n",
                               incmap_say_number(scene, row->value), NULL);
    if (words == NULL)
        words = own_words(scene, row->subtype, is_own);
    if (words == NULL && row->event == INCMAP_EVENT_OTHER)
        words = own_words(scene, row->type, is_own);
    return words != NULL ? words : incmap_say(scene, saying_of(INCMAP_SAY_ONE_BATTLE, row->event));
}

void
incmap_words_note_foreign(IncmapScene *scene)
{
    const char *language = scene->incidents->len == 1 ? text_language(scene, 0) : NULL;
    if (is_own_language(scene, language) || scene->vocabulary == NULL)
        return;
    const GArray *figures = g_array_index(scene->incidents, IncmapIncident, 0).figures;
    for (guint i = 0; figures != NULL && i < figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(figures, IncmapFigure, i);
        const char *words = figure->who != NULL ? figure->who : figure->claimed_by;
        if (words == NULL || incmap_vocabulary_find(scene->vocabulary, words) != NULL)
            continue;
        incmap_scene_note(scene,
                          "words of the text such as \"%s\" stand on the map as the text has them "
                          "(%s), not in the map's language (%s)",
                          words, language, map_language(scene));
        return;
    }
}
