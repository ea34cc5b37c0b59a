/* SPDX-License-Identifier: MIT */
#include "arrange/title.h"

#include "arrange/words.h"

#include <math.h>
#include <string.h>

/* "Kenya and Somalia", when all incidents lie in two or three countries; NULL else. */
static const char *
few_countries(IncmapScene *scene)
{
    const char *names[3];
    guint n = 0;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const char *name = incmap_words_country(&g_array_index(scene->fixes, IncmapFix, i));
        guint k = 0;
        while (k < n && g_strcmp0(names[k], name) != 0)
            k++;
        if (name == NULL || (k == n && n == G_N_ELEMENTS(names)))
            return NULL;
        if (k < n)
            continue;
        /* In the order of the alphabet: that of the rows says nothing. */
        for (k = n++; k > 0 && strcmp(names[k - 1], name) > 0; k--)
            names[k] = names[k - 1];
        names[k] = name;
    }
    for (guint i = 0; i < n; i++)
        names[i] = incmap_words_with_article(scene, names[i]);
    return n >= 2 ? incmap_say_list(scene, names, n) : NULL;
}

/* What happened, as it stands in a title: some languages name the place first and go on in small
 * letters. */
static const char *
in_title(IncmapScene *scene, const char *what)
{
    if (strcmp(incmap_vocabulary_get(scene->vocabulary, INCMAP_SAY_TITLE_CASE), "lower") != 0)
        return what;
    g_autofree char *first = g_utf8_strdown(what, (gssize)g_utf8_skip[*(const guchar *)what]);
    return incmap_scene_printf(scene, "%s%s", first, g_utf8_next_char(what));
}

static const char *
capitalised(IncmapScene *scene, const char *text)
{
    g_autofree char *first = g_utf8_strup(text, (gssize)g_utf8_skip[*(const guchar *)text]);
    return incmap_scene_printf(scene, "%s%s", first, g_utf8_next_char(text));
}

/* "Ambush at Tinzaouaten", "Floods in Derna", "Abduction near Gao". */
static const char *
one_title(IncmapScene *scene)
{
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    const char *heading = incmap_words_heading(scene, 0);
    const char *place = incmap_words_place(scene, 0);
    if (place == NULL)
        return heading;
    if (g_strcmp0(place, incmap_words_country(fix)) == 0)
        place = incmap_words_with_article(scene, place);
    IncmapSaying form =
        incident->value_kind == INCMAP_VALUE_MAGNITUDE ? INCMAP_SAY_TITLE_QUAKE
        : fix->precision == INCMAP_PRECISION_NEAR      ? INCMAP_SAY_TITLE_NEAR
        : fix->precision == INCMAP_PRECISION_EXACT && incident->event == INCMAP_EVENT_BATTLE
            ? INCMAP_SAY_TITLE_AT
            : INCMAP_SAY_TITLE_IN;
    return incmap_say_with(scene, form, "what", in_title(scene, heading), "place", place, NULL);
}

const char *
incmap_title_make(IncmapScene *scene)
{
    if (scene->incidents->len == 1)
        return one_title(scene);
    /* The headline of a text speaks of more than the map shows; it serves when nothing else does.
     */
    if (scene->incidents->len == 0)
        return scene->documents->len == 1 ? g_array_index(scene->documents, IncmapDocument, 0).title
                                          : NULL;
    IncmapEvent event = INCMAP_EVENT_OTHER;
    const char *what = incmap_words_single_event(scene, &event) && event != INCMAP_EVENT_OTHER
                           ? incmap_words_label(scene, event)
                           : incmap_say(scene, INCMAP_SAY_TITLE_INCIDENTS);
    const char *focus = incmap_words_with_article(scene, incmap_words_focus(scene));
    const char *where = focus != NULL ? focus : few_countries(scene);
    return where == NULL ? capitalised(scene, what)
                         : incmap_say_with(scene, INCMAP_SAY_TITLE_MANY, "what",
                                           in_title(scene, what), "place", where, NULL);
}

const char *
incmap_title_make_sheet(IncmapScene *scene)
{
    const char *where = incmap_words_focus(scene);
    IncmapEvent event = INCMAP_EVENT_OTHER;
    if (where == NULL || scene->incidents->len < 2 ||
        (incmap_words_single_event(scene, &event) && event != INCMAP_EVENT_OTHER))
        return incmap_title_make(scene);
    return incmap_say_with(scene,
                           incmap_words_total_killed(scene) > 0 ? INCMAP_SAY_TITLE_SHEET_KILLED
                                                                : INCMAP_SAY_TITLE_SHEET,
                           "place", where, NULL);
}

static void
append_part(IncmapScene *scene, GString *text, IncmapSaying joint, const char *part)
{
    if (part == NULL)
        return;
    if (text->len > 0)
        g_string_append(text, incmap_vocabulary_get(scene->vocabulary, joint));
    g_string_append(text, part);
}

/* "2 km from the Algerian border". */
static const char *
border_words(IncmapScene *scene, const IncmapFix *fix)
{
    if (scene->vocabulary == NULL || fix->border_country == NULL)
        return fix->context;
    if (fix->border_km < 1)
        return incmap_say_with(scene, INCMAP_SAY_BORDER_LESS, "country", fix->border_country, NULL);
    return incmap_say_with(scene, INCMAP_SAY_BORDER, "n",
                           incmap_say_number(scene, round(fix->border_km)), "country",
                           fix->border_country, NULL);
}

static const char *
one_subtitle(IncmapScene *scene)
{
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    g_autoptr(GString) text = g_string_new(NULL);
    if (fix->admin1 != NULL && g_strcmp0(fix->admin1, fix->name) != 0)
        append_part(scene, text, INCMAP_SAY_COMMA, incmap_words_province(fix));
    if (fix->country != NULL && g_strcmp0(fix->country, fix->name) != 0)
        append_part(scene, text, INCMAP_SAY_COMMA, incmap_words_country(fix));
    append_part(scene, text, INCMAP_SAY_COMMA, border_words(scene, fix));
    append_part(scene, text, INCMAP_SAY_SEPARATOR, incmap_words_date(scene, incident->date));
    return text->len > 0 ? incmap_scene_string(scene, text->str) : NULL;
}

const char *
incmap_title_make_subtitle(IncmapScene *scene)
{
    const char *sentence = incmap_title_make_sentence(scene);
    return sentence != NULL ? sentence : incmap_title_make_short_subtitle(scene);
}

const char *
incmap_title_make_short_subtitle(IncmapScene *scene)
{
    guint n = scene->incidents->len;
    if (n == 0)
        return NULL;
    if (n == 1)
        return one_subtitle(scene);
    g_autoptr(GString) text = g_string_new(NULL);
    IncmapEvent event = INCMAP_EVENT_OTHER;
    append_part(scene, text, INCMAP_SAY_COMMA,
                incmap_words_single_event(scene, &event)
                    ? incmap_words_count(scene, event, n)
                    : incmap_say_count(scene, INCMAP_SAY_N_INCIDENTS, n, NULL));
    double killed = incmap_words_total_killed(scene);
    if (killed > 0)
        append_part(scene, text, INCMAP_SAY_COMMA,
                    incmap_say_count(scene, INCMAP_SAY_N_REPORTED_KILLED, killed, NULL));
    append_part(scene, text, INCMAP_SAY_SEPARATOR,
                incmap_words_date(scene, incmap_words_period(scene)));
    return incmap_scene_string(scene, text->str);
}
