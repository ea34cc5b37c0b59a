/* SPDX-License-Identifier: MIT */
/*
 * The description: one sentence on what the map is of, one on what it marks.
 */
#include "arrange/title.h"

#include "arrange/words.h"

#include <math.h>
#include <string.h>

/* Types named in the second sentence. */
#define MAX_TYPES 3

static void
add_part(IncmapScene *scene, GString *text, const char *part)
{
    if (part == NULL || *part == '\0')
        return;
    if (text->len > 0)
        g_string_append(text, incmap_vocabulary_get(scene->vocabulary, INCMAP_SAY_COMMA));
    g_string_append(text, part);
}

/* "48 explosions, 28 battles": the most frequent types. */
static void
add_types(IncmapScene *scene, GString *text)
{
    guint counts[INCMAP_N_EVENTS] = {0};
    guint n_left = 0;
    for (guint i = 0; i < scene->incidents->len; i++) {
        if (g_array_index(scene->fixes, IncmapFix, i).precision >= INCMAP_PRECISION_COUNTRY)
            continue;
        counts[g_array_index(scene->incidents, IncmapIncident, i).event]++;
        n_left++;
    }
    /* "28 incidents: 28 incidents" would say nothing more. */
    if (counts[INCMAP_EVENT_OTHER] == n_left && incmap_words_period(scene).from_julian != 0)
        return;
    for (int k = 0; k < MAX_TYPES && n_left > 0; k++) {
        int most = 0;
        for (int event = 1; event < INCMAP_N_EVENTS; event++)
            most = counts[event] > counts[most] ? event : most;
        add_part(scene, text, incmap_words_count(scene, (IncmapEvent)most, counts[most]));
        n_left -= counts[most];
        counts[most] = 0;
    }
    if (n_left > 0)
        add_part(scene, text, incmap_say_count(scene, INCMAP_SAY_N_MORE, n_left, NULL));
}

static void
add_one(IncmapScene *scene, GString *text, guint incident)
{
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, incident);
    add_part(scene, text, incmap_words_heading(scene, incident));
    add_part(scene, text, incmap_words_place(scene, incident));
    if (fix->precision == INCMAP_PRECISION_PROVINCE)
        add_part(scene, text, incmap_say(scene, INCMAP_SAY_ALT_PRECISION_PROVINCE));
    else if (fix->precision > INCMAP_PRECISION_EXACT)
        add_part(scene, text, incmap_say(scene, INCMAP_SAY_ALT_PRECISION_NEAR));
}

static guint
find_mapped(const IncmapScene *scene)
{
    guint i = 0;
    while (i < scene->fixes->len &&
           g_array_index(scene->fixes, IncmapFix, i).precision >= INCMAP_PRECISION_COUNTRY)
        i++;
    return i;
}

/* Whether several parties give figures of those killed: then none of them is the number. */
static gboolean
is_toll_disputed(const IncmapIncident *incident)
{
    guint n = 0;
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++)
        n += g_array_index(incident->figures, IncmapFigure, i).kind == INCMAP_FIGURE_KILLED;
    return n > 1;
}

/* "It marks 128 incidents: 48 explosions, 28 battles, 199 reported killed, 1–7 November 2026." */
static const char *
second_sentence(IncmapScene *scene)
{
    guint n_unmapped = incmap_words_n_unmapped(scene);
    guint n = scene->incidents->len - n_unmapped;
    g_autoptr(GString) text = g_string_new(NULL);
    if (n == 0 && n_unmapped > 0)
        return incmap_scene_printf(
            scene, "%s %s", incmap_say(scene, INCMAP_SAY_ALT_NONE),
            incmap_say_count(scene, INCMAP_SAY_NOT_MAPPED, n_unmapped, "names", "", NULL));
    if (n == 0)
        return incmap_say(scene, INCMAP_SAY_ALT_NONE);
    if (n == 1)
        add_one(scene, text, find_mapped(scene));
    else
        add_types(scene, text);
    double killed = incmap_words_total_killed(scene);
    gboolean is_disputed = scene->incidents->len == 1 &&
                           is_toll_disputed(&g_array_index(scene->incidents, IncmapIncident, 0));
    if (killed > 0 && !is_disputed)
        add_part(scene, text, incmap_say_count(scene, INCMAP_SAY_N_REPORTED_KILLED, killed, NULL));
    add_part(scene, text, incmap_words_date(scene, incmap_words_period(scene)));
    if (n_unmapped > 0)
        g_string_append_printf(text, "%s%s",
                               incmap_vocabulary_get(scene->vocabulary, INCMAP_SAY_SEMICOLON),
                               incmap_say_count(scene, INCMAP_SAY_ALT_UNMAPPED, n_unmapped, NULL));
    return n == 1 ? incmap_say_with(scene, INCMAP_SAY_ALT_ONE, "what", text->str, NULL)
                  : incmap_say_count(scene, INCMAP_SAY_ALT_MANY, n, "what", text->str, NULL);
}

/* "Map: Large earthquakes around Fiji." of a map of no single country. */
static const char *
map_sentence(IncmapScene *scene)
{
    const char *map = incmap_say(scene, INCMAP_SAY_ALT_MAP), *title = scene->page.title;
    if (title == NULL || *title == '\0')
        return map;
    const char *stop = g_utf8_find_prev_char(map, map + strlen(map));
    const char *word = incmap_scene_printf(scene, "%.*s", (int)(stop - map), map);
    /* Other languages have a form with their own colon in it. */
    const char *text =
        scene->vocabulary == NULL
            ? incmap_scene_printf(scene, "%s: %s", word, title)
            : incmap_say_with(scene, INCMAP_SAY_TITLE_MANY, "place", word, "what", title, NULL);
    const char *last = g_utf8_find_prev_char(text, text + strlen(text));
    gboolean is_stopped = strchr(".!?", *last) != NULL || strcmp(last, stop) == 0;
    return is_stopped ? text : incmap_scene_printf(scene, "%s%s", text, stop);
}

const char *
incmap_title_describe(IncmapScene *scene)
{
    const char *focus = incmap_words_with_article(scene, incmap_words_focus(scene));
    const char *first = focus != NULL
                            ? incmap_say_with(scene, INCMAP_SAY_ALT_MAP_OF, "country", focus, NULL)
                            : map_sentence(scene);
    const char *second = second_sentence(scene);
    /* "6 жовтня 2023 р." ends in the full stop that the sentence ends in. */
    gsize length = strlen(second);
    gboolean is_doubled = length > 1 && strcmp(second + length - 2, "..") == 0;
    return incmap_scene_printf(scene, "%s %.*s", first, (int)(length - is_doubled), second);
}
