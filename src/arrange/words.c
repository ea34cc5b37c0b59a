/* SPDX-License-Identifier: MIT */
#include "arrange/words.h"

#include <math.h>
#include <string.h>

static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

static const char *
day_words(IncmapScene *scene, const GDate *day)
{
    return incmap_scene_printf(scene, "%u %s %u", g_date_get_day(day),
                               months[g_date_get_month(day) - 1], g_date_get_year(day));
}

const char *
incmap_words_date(IncmapScene *scene, IncmapDate date)
{
    if (date.from_julian == 0)
        return NULL;
    GDate from, to;
    g_date_clear(&from, 1);
    g_date_clear(&to, 1);
    g_date_set_julian(&from, date.from_julian);
    g_date_set_julian(&to, MAX(date.to_julian, date.from_julian));
    guint year = g_date_get_year(&from), month = g_date_get_month(&from);
    gboolean is_same_year = year == g_date_get_year(&to);
    gboolean is_same_month = is_same_year && month == (guint)g_date_get_month(&to);
    gboolean starts_month = g_date_get_day(&from) == 1;
    gboolean ends_month = g_date_is_last_of_month(&to);
    if (g_date_compare(&from, &to) == 0)
        return day_words(scene, &from);
    if (starts_month && ends_month && is_same_month)
        return incmap_scene_printf(scene, "%s %u", months[month - 1], year);
    if (starts_month && ends_month && is_same_year && month == 1 && g_date_get_month(&to) == 12)
        return incmap_scene_printf(scene, "%u", year);
    if (is_same_month)
        return incmap_scene_printf(scene, "%u–%s", g_date_get_day(&from), day_words(scene, &to));
    if (is_same_year)
        return incmap_scene_printf(scene, "%u %s – %s", g_date_get_day(&from), months[month - 1],
                                   day_words(scene, &to));
    return incmap_scene_printf(scene, "%s – %s", day_words(scene, &from), day_words(scene, &to));
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

const char *
incmap_words_number(IncmapScene *scene, double number)
{
    char plain[G_ASCII_DTOSTR_BUF_SIZE];
    gboolean is_whole = fabs(number - round(number)) < 0.05;
    /* Adding 0 makes a zero of a negative one. */
    g_ascii_formatd(plain, sizeof plain, is_whole ? "%.0f" : "%.1f",
                    is_whole ? round(number) + 0.0 : number);
    g_autoptr(GString) text = g_string_new(plain);
    gssize end = strchr(plain, '.') != NULL ? strchr(plain, '.') - plain : (gssize)text->len;
    gssize first = plain[0] == '-' ? 1 : 0;
    for (gssize at = end - 3; at > first; at -= 3)
        g_string_insert_c(text, at, ',');
    return incmap_scene_string(scene, text->str);
}

const char *
incmap_words_figure(IncmapScene *scene, const IncmapFigure *figure)
{
    const char *low = incmap_words_number(scene, figure->low);
    switch (figure->quantity) {
    case INCMAP_QUANTITY_AT_LEAST:
        return incmap_scene_printf(scene, "at least %s", low);
    case INCMAP_QUANTITY_AT_MOST:
        return incmap_scene_printf(scene, "up to %s", incmap_words_number(scene, figure->high));
    case INCMAP_QUANTITY_ABOUT:
        return incmap_scene_printf(scene, "about %s", low);
    case INCMAP_QUANTITY_BETWEEN:
        return incmap_scene_printf(scene, "%s to %s", low,
                                   incmap_words_number(scene, figure->high));
    case INCMAP_QUANTITY_DOZENS:
    case INCMAP_QUANTITY_HUNDREDS:
        return figure->words != NULL ? figure->words : "dozens";
    case INCMAP_QUANTITY_UNKNOWN:
        return "unknown";
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

static const char *const singular[INCMAP_N_EVENTS] = {
    "Battle",  "Explosion",    "Attack on civilians", "Protest",    "Riot",    "Strategic development",
    "Battle",  "Battle",       "Attack on civilians", "Earthquake", "Volcano", "Flood",
    "Storm",   "Landslide",    "Drought",             "Fire",       "Tsunami", "Disease outbreak",
    "Accident", "Crime",       "Incident",
};

static const char *const plural[INCMAP_N_EVENTS] = {
    "battles",   "explosions", "attacks on civilians", "protests",    "riots",    "strategic developments",
    "battles",   "battles",    "attacks on civilians", "earthquakes", "eruptions", "floods",
    "storms",    "landslides", "droughts",             "fires",       "tsunamis", "outbreaks",
    "accidents", "crimes",     "incidents",
};

const char *
incmap_words_count(IncmapScene *scene, IncmapEvent event, guint n)
{
    g_autofree char *one = g_ascii_strdown(singular[event], -1);
    return incmap_scene_printf(scene, "%u %s", n, n == 1 ? one : plural[event]);
}

const char *
incmap_words_heading(IncmapScene *scene, const IncmapIncident *incident)
{
    if (incident->heading != NULL && *incident->heading != '\0')
        return incident->heading;
    if (incident->value_kind == INCMAP_VALUE_MAGNITUDE && !isnan(incident->value))
        return incmap_scene_printf(scene, "Magnitude %s", incmap_words_number(scene, incident->value));
    if (incident->subtype != NULL && *incident->subtype != '\0')
        return incident->subtype;
    if (incident->type != NULL && *incident->type != '\0' &&
        incident->event == INCMAP_EVENT_OTHER)
        return incident->type;
    return singular[incident->event];
}

/* A name has no figures in it, begins with a capital and is short: "30 km north of Gao" is none.
 * Letters without case begin names too. */
static gboolean
is_name(const char *words)
{
    gunichar first = g_utf8_get_char(words);
    if (!g_unichar_isalpha(first) || g_unichar_islower(first) || strlen(words) > 40)
        return FALSE;
    for (const char *c = words; *c != '\0'; c = g_utf8_next_char(c)) {
        if (g_unichar_isdigit(g_utf8_get_char(c)) || *c == ',' || *c == '(')
            return FALSE;
    }
    return TRUE;
}

/* An earthquake has a magnitude and a year; the place in its table is a region. */
static const char *
name_measured(IncmapScene *scene, const IncmapIncident *incident)
{
    const char *magnitude = incmap_words_number(scene, incident->value);
    if (incident->date.from_julian == 0)
        return incmap_scene_printf(scene, "M %s", magnitude);
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, incident->date.from_julian);
    return incmap_scene_printf(scene, "M %s, %u", magnitude, g_date_get_year(&date));
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
    gboolean is_same_language = scene->language == NULL || strcmp(scene->language, "en") == 0;
    if (fix->precision == INCMAP_PRECISION_EXACT && words != NULL && is_same_language &&
        is_name(words))
        return words;
    return fix->name != NULL && *fix->name != '\0' ? fix->name : NULL;
}

/* The only event type of all incidents; FALSE when there are several. */
static gboolean
has_single_event(const IncmapScene *scene, IncmapEvent *out_event)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        IncmapEvent event = g_array_index(scene->incidents, IncmapIncident, i).event;
        if (i > 0 && event != *out_event)
            return FALSE;
        *out_event = event;
    }
    return scene->incidents->len > 0;
}

/* Name of the country that the map is about, or NULL. */
static const char *
focus_name(const IncmapScene *scene)
{
    for (guint i = 0; scene->focus_country != NULL && i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (g_strcmp0(fix->country_code, scene->focus_country) == 0 && fix->country != NULL)
            return fix->country;
    }
    return NULL;
}

/* "Kenya and Somalia", when all incidents lie in two or three countries; NULL else. */
static const char *
few_countries(IncmapScene *scene)
{
    const char *names[3];
    guint n = 0;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const char *name = g_array_index(scene->fixes, IncmapFix, i).country;
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
    return n == 2   ? incmap_scene_printf(scene, "%s and %s", names[0], names[1])
           : n == 3 ? incmap_scene_printf(scene, "%s, %s and %s", names[0], names[1], names[2])
                    : NULL;
}

/* "Ambush at Tinzaouaten", "Floods in Derna", "Abduction near Gao". */
static const char *
one_title(IncmapScene *scene)
{
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    const char *heading = incmap_words_heading(scene, incident);
    const char *place = incmap_words_place(scene, 0);
    if (place == NULL)
        return heading;
    if (incident->value_kind == INCMAP_VALUE_MAGNITUDE)
        return incmap_scene_printf(scene, "%s earthquake, %s", heading, place);
    const char *where = fix->precision == INCMAP_PRECISION_NEAR                    ? "near"
                        : fix->precision == INCMAP_PRECISION_EXACT &&
                                incident->event == INCMAP_EVENT_BATTLE             ? "at"
                                                                                   : "in";
    return incmap_scene_printf(scene, "%s %s %s", heading, where, place);
}

const char *
incmap_words_title(IncmapScene *scene)
{
    if (scene->incidents->len == 1)
        return one_title(scene);
    /* The headline of a text speaks of more than the map shows; it serves when nothing else does. */
    if (scene->incidents->len == 0)
        return scene->documents->len == 1
                   ? g_array_index(scene->documents, IncmapDocument, 0).title
                   : NULL;
    IncmapEvent event = INCMAP_EVENT_OTHER;
    const char *what = has_single_event(scene, &event) ? incmap_event_label(event) : "Incidents";
    const char *where = focus_name(scene) != NULL ? focus_name(scene) : few_countries(scene);
    return where == NULL ? what : incmap_scene_printf(scene, "%s in %s", what, where);
}

const char *
incmap_words_sheet_title(IncmapScene *scene)
{
    const char *where = focus_name(scene);
    if (where == NULL || scene->incidents->len < 2)
        return incmap_words_title(scene);
    return incmap_scene_printf(scene, "%s: incidents%s", where,
                               incmap_words_total_killed(scene) > 0 ? " and reported fatalities"
                                                                    : "");
}

static const char *
one_subtitle(IncmapScene *scene)
{
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
    g_autoptr(GString) text = g_string_new(NULL);
    if (fix->admin1 != NULL && g_strcmp0(fix->admin1, fix->name) != 0)
        g_string_append(text, fix->admin1);
    if (fix->country != NULL && g_strcmp0(fix->country, fix->name) != 0)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", fix->country);
    if (fix->context != NULL)
        g_string_append_printf(text, "%s%s", text->len > 0 ? ", " : "", fix->context);
    const char *date = incmap_words_date(scene, incident->date);
    if (date != NULL)
        g_string_append_printf(text, "%s%s", text->len > 0 ? " · " : "", date);
    return text->len > 0 ? incmap_scene_string(scene, text->str) : NULL;
}

const char *
incmap_words_subtitle(IncmapScene *scene)
{
    guint n = scene->incidents->len;
    if (n == 0)
        return NULL;
    if (n == 1)
        return one_subtitle(scene);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "%s incidents", incmap_words_number(scene, n));
    double killed = incmap_words_total_killed(scene);
    if (killed > 0)
        g_string_append_printf(text, ", %s reported killed", incmap_words_number(scene, killed));
    const char *period = incmap_words_date(scene, incmap_words_period(scene));
    if (period != NULL)
        g_string_append_printf(text, " · %s", period);
    return incmap_scene_string(scene, text->str);
}

const char *
incmap_words_description(IncmapScene *scene)
{
    g_autoptr(GString) text = g_string_new("Map");
    const char *focus = focus_name(scene);
    if (focus != NULL)
        g_string_append_printf(text, " of %s and its surroundings", focus);
    const char *period = incmap_words_date(scene, incmap_words_period(scene));
    guint n = scene->incidents->len, n_unmapped = incmap_words_n_unmapped(scene);
    if (n == 1 && n_unmapped == 0) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, 0);
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, 0);
        g_string_append_printf(text, ". It marks one incident: %s%s%s%s%s",
                               incmap_words_heading(scene, incident), fix->name ? ", " : "",
                               fix->name ? fix->name : "", period ? ", " : "", period ? period : "");
    } else {
        g_string_append_printf(text, "%s%s. It marks %s incident%s", period ? ", " : "",
                               period ? period : "",
                               incmap_words_number(scene, n - n_unmapped),
                               n - n_unmapped == 1 ? "" : "s");
        double killed = incmap_words_total_killed(scene);
        if (killed > 0)
            g_string_append_printf(text, " with %s reported killed",
                                   incmap_words_number(scene, killed));
    }
    if (n_unmapped > 0)
        g_string_append_printf(text, "; %s more could not be located",
                               incmap_words_number(scene, n_unmapped));
    g_string_append_c(text, '.');
    return incmap_scene_string(scene, text->str);
}
