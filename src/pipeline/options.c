/* SPDX-License-Identifier: MIT */
#include "pipeline/options.h"

#include "base/text.h"
#include "layers/worldview.h"
#include "pipeline/when.h"

#include <math.h>
#include <string.h>

#define DEFAULT_SIZE "web"
#define MIN_DPI 36
#define MAX_DPI 1200
#define MAX_TEXT_BYTES 2000 /* of a title: far more than fits on any page */

const IncmapLanguage incmap_languages[] = {
    {"ar", "Arabic"},
    {"bn", "Bengali"},
    {"de", "German"},
    {"el", "Greek"},
    {"en", "English"},
    {"es", "Spanish"},
    {"fa", "Persian"},
    {"fr", "French"},
    {"he", "Hebrew"},
    {"hi", "Hindi"},
    {"hu", "Hungarian"},
    {"id", "Indonesian"},
    {"it", "Italian"},
    {"ja", "Japanese"},
    {"ko", "Korean"},
    {"nl", "Dutch"},
    {"pl", "Polish"},
    {"pt", "Portuguese"},
    {"ru", "Russian"},
    {"sv", "Swedish"},
    {"tr", "Turkish"},
    {"uk", "Ukrainian"},
    {"ur", "Urdu"},
    {"vi", "Vietnamese"},
    {"zh", "Chinese, simplified"},
    {"zht", "Chinese, traditional"},
    {NULL, NULL},
};

/* "unknown WHAT "value"; did you mean …?" or the names there are. */
static gboolean
fail_unknown(const char *what, const char *value, const char *const *names, GError **error)
{
    const char *nearest = incmap_text_nearest(value, names);
    if (nearest != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown %s \"%s\"; did you mean \"%s\"?",
                           what, value, nearest);
    g_autofree char *all = g_strjoinv(", ", (char **)names);
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown %s \"%s\"; there are %s", what, value,
                       all);
}

static gboolean
set_choice(char **field, const char *what, const char *value, const char *const *names,
           GError **error)
{
    if (!g_strv_contains(names, value))
        return fail_unknown(what, value, names, error);
    g_free(*field);
    *field = g_strdup(value);
    return TRUE;
}

static gboolean
set_text(char **field, const char *key, const char *value, GError **error)
{
    if (!g_utf8_validate(value, -1, NULL))
        return incmap_fail(error, INCMAP_ERROR_USAGE, "the value of %s is not UTF-8", key);
    if (strlen(value) > MAX_TEXT_BYTES)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "the value of %s is longer than %d bytes",
                           key, MAX_TEXT_BYTES);
    g_free(*field);
    *field = g_strdup(value);
    return TRUE;
}

#define DEFINE_TEXT(function, field, key)                                                          \
    static gboolean function(IncmapOptions *options, const char *value, GError **error)            \
    {                                                                                              \
        return set_text(&options->field, key, value, error);                                       \
    }
DEFINE_TEXT(set_columns, columns, "columns")
DEFINE_TEXT(set_country, country, "country")
DEFINE_TEXT(set_extent, extent, "extent")
DEFINE_TEXT(set_gazetteer, gazetteer, "gazetteer")
DEFINE_TEXT(set_input_layer, input_layer, "input-layer")
DEFINE_TEXT(set_disclaimers, disclaimers, "disclaimers")
DEFINE_TEXT(set_organisation, organisation, "organisation")
DEFINE_TEXT(set_places, places, "places")
DEFINE_TEXT(set_projection, projection, "projection")
DEFINE_TEXT(set_review, review, "review")
DEFINE_TEXT(set_style, style, "style")
DEFINE_TEXT(set_subtitle, subtitle, "subtitle")
DEFINE_TEXT(set_title, title, "title")
DEFINE_TEXT(set_since, since, "since")
DEFINE_TEXT(set_until, until, "until")
DEFINE_TEXT(set_week, week, "week")
DEFINE_TEXT(set_size, size_text, "size")
#undef DEFINE_TEXT

static gboolean
set_as(IncmapOptions *options, const char *value, GError **error)
{
    static const char *const names[] = {"text", "table", NULL};
    return set_choice(&options->as, "kind of input", value, names, error);
}

static gboolean
set_layout(IncmapOptions *options, const char *value, GError **error)
{
    static const char *const names[] = {"acled", "ucdp", "usgs", "generic", NULL};
    return set_choice(&options->layout, "layout", value, names, error);
}

static gboolean
set_date(IncmapOptions *options, const char *value, GError **error)
{
    guint32 julian = incmap_parse_day(value, incmap_today());
    if (julian == 0)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "date \"%s\" is not a day; write it as 2024-08-05", value);
    options->date_julian = julian;
    return TRUE;
}

static gboolean
set_dpi(IncmapOptions *options, const char *value, GError **error)
{
    char *end = NULL;
    double dpi = g_ascii_strtod(value, &end);
    if (end == value || *end != '\0' || !(dpi >= MIN_DPI && dpi <= MAX_DPI))
        return incmap_fail(error, INCMAP_ERROR_USAGE, "dpi \"%s\" is not a number from %d to %d",
                           value, MIN_DPI, MAX_DPI);
    options->dpi = dpi;
    return TRUE;
}

static gboolean
set_lang(IncmapOptions *options, const char *value, GError **error)
{
    const char *names[G_N_ELEMENTS(incmap_languages)];
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        names[i] = incmap_languages[i].code;
    return set_choice(&options->language, "language", value, names, error);
}

static gboolean
add_layer(IncmapOptions *options, const char *value, GError **error)
{
    if (value[0] == '\0')
        return incmap_fail(error, INCMAP_ERROR_USAGE, "layer needs a file");
    g_ptr_array_add(options->layers, g_strdup(value));
    return TRUE;
}

static gboolean
set_type(IncmapOptions *options, const char *value, GError **error)
{
    const char *names[INCMAP_N_EVENTS + 1] = {NULL};
    for (int i = 0; i < INCMAP_N_EVENTS; i++)
        names[i] = incmap_event_id((IncmapEvent)i);
    g_auto(GStrv) wanted = g_strsplit(value, ",", -1);
    for (guint i = 0; wanted[i] != NULL; i++) {
        IncmapEvent event;
        g_autofree char *id = g_ascii_strdown(g_strstrip(wanted[i]), -1);
        if (!incmap_event_from_id(id, &event))
            return fail_unknown("type", id, names, error);
        options->is_type_wanted[event] = TRUE;
    }
    options->has_types = TRUE;
    return TRUE;
}

static gboolean
set_worldview(IncmapOptions *options, const char *value, GError **error)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_autofree char *id = g_ascii_strdown(value, -1);
    const IncmapWorldview *view = incmap_worldview_find(id);
    if (view != NULL && view->missing != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "the %s view can't be drawn: %s", view->name,
                           view->missing);
    for (view = incmap_worldviews; view->id != NULL; view++) {
        if (view->missing == NULL)
            g_ptr_array_add(names, (gpointer)view->id);
    }
    g_ptr_array_add(names, NULL);
    return set_choice(&options->worldview, "worldview", id, (const char *const *)names->pdata,
                      error);
}

/* "all", or a span as `since` has it: 30d, 4w, 6m, 1y. */
static gboolean
set_fade(IncmapOptions *options, const char *value, GError **error)
{
    static const struct {
        char unit;
        int days;
    } units[] = {{'d', 1}, {'w', 7}, {'m', 30}, {'y', 365}};
    char *end = NULL;
    guint64 n = g_ascii_strtoull(value, &end, 10);
    if (strcmp(value, "all") == 0) {
        options->fade_days = -1;
        return TRUE;
    }
    for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_ascii_isdigit(value[0]) && *end == units[i].unit && end[1] == '\0' && n > 0 &&
            n <= 10000) {
            options->fade_days = (int)n * units[i].days;
            return TRUE;
        }
    }
    return incmap_fail(error, INCMAP_ERROR_USAGE,
                       "fade \"%s\" is no span; write it as 30d (or w, m, y), or all", value);
}

const IncmapOptionKey incmap_option_keys[] = {
    {"as", set_as},
    {"columns", set_columns},
    {"country", set_country},
    {"date", set_date},
    {"disclaimers", set_disclaimers},
    {"dpi", set_dpi},
    {"extent", set_extent},
    {"fade", set_fade},
    {"gazetteer", set_gazetteer},
    {"input-layer", set_input_layer},
    {"lang", set_lang},
    {"layer", add_layer},
    {"layout", set_layout},
    {"organisation", set_organisation},
    {"places", set_places},
    {"projection", set_projection},
    {"review", set_review},
    {"since", set_since},
    {"size", set_size},
    {"style", set_style},
    {"subtitle", set_subtitle},
    {"title", set_title},
    {"type", set_type},
    {"until", set_until},
    {"week", set_week},
    {"worldview", set_worldview},
    {NULL, NULL},
};

void
incmap_options_init(IncmapOptions *options)
{
    *options = (IncmapOptions){.layers = g_ptr_array_new_with_free_func(g_free)};
}

/* Every owned string, so that clearing and copying can't forget one. */
#define FOR_EACH_TEXT(DO)                                                                          \
    DO(as)                                                                                         \
    DO(worldview)                                                                                  \
    DO(columns) DO(layout) DO(input_layer) DO(since) DO(until) DO(week) DO(country) DO(places)     \
        DO(gazetteer) DO(review) DO(extent) DO(projection) DO(language) DO(style) DO(title)        \
            DO(subtitle) DO(organisation) DO(disclaimers) DO(size_text)

void
incmap_options_clear(IncmapOptions *options)
{
#define CLEAR(field) g_clear_pointer(&options->field, g_free);
    FOR_EACH_TEXT(CLEAR)
#undef CLEAR
    g_clear_pointer(&options->layers, g_ptr_array_unref);
}

void
incmap_options_copy(IncmapOptions *to, const IncmapOptions *from)
{
    *to = *from;
#define COPY(field) to->field = g_strdup(from->field);
    FOR_EACH_TEXT(COPY)
#undef COPY
    to->layers = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < from->layers->len; i++)
        g_ptr_array_add(to->layers, g_strdup(g_ptr_array_index(from->layers, i)));
}

gboolean
incmap_options_set(IncmapOptions *options, const char *key, const char *value, GError **error)
{
    const char *names[G_N_ELEMENTS(incmap_option_keys)];
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        names[i] = incmap_option_keys[i].name;
        if (names[i] != NULL && strcmp(names[i], key) == 0)
            return incmap_option_keys[i].set(options, value, error);
    }
    return fail_unknown("option", key, names, error);
}

static gboolean
resolve_day(const char *key, const char *text, guint32 base_julian, guint32 *out_julian,
            GError **error)
{
    if (text == NULL)
        return TRUE;
    *out_julian = incmap_parse_day(text, base_julian);
    if (*out_julian == 0)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s \"%s\" is not a day; write it as 2026-11-01 or -7d (or w, m, y)",
                           key, text);
    return TRUE;
}

static gboolean
resolve_dates(IncmapOptions *options, GError **error)
{
    guint32 base_julian = options->date_julian != 0 ? options->date_julian : incmap_today();
    options->first_julian = options->last_julian = 0;
    if (options->week != NULL && (options->since != NULL || options->until != NULL))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "week says both first and last day: leave out since and until");
    if (options->week != NULL &&
        !incmap_parse_week(options->week, &options->first_julian, &options->last_julian))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "week \"%s\" is not an ISO week; write it as 2026-W47", options->week);
    if (!resolve_day("since", options->since, base_julian, &options->first_julian, error) ||
        !resolve_day("until", options->until, base_julian, &options->last_julian, error))
        return FALSE;
    /* "-7d" is the last seven days, this one among them. */
    if (options->since != NULL && options->since[0] == '-') {
        options->first_julian++;
        if (options->last_julian == 0)
            options->last_julian = base_julian;
    }
    if (options->last_julian != 0 && options->first_julian > options->last_julian)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "since is later than until");
    return TRUE;
}

gboolean
incmap_options_resolve(IncmapOptions *options, GError **error)
{
    const char *size = options->size_text != NULL ? options->size_text : DEFAULT_SIZE;
    return resolve_dates(options, error) &&
           incmap_size_parse(size, options->dpi, &options->size, error);
}
