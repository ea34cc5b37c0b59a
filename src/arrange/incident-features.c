/* SPDX-License-Identifier: MIT */
#include "arrange/incident-features.h"

#include "arrange/groups.h"
#include "arrange/painter.h"
#include "arrange/words.h"
#include "scene/dump.h"

#include <math.h>

/* In the order of the README of the styles; what an incident doesn't say it has not. */
static const char *const keys[] = {
    "id",        "event",        "type",      "subtype",   "date",       "age_days",
    "value",     "low",          "high",      "killed",    "injured",    "missing",
    "displaced", "arrested",     "abducted",  "place",     "name",       "admin1",
    "country",   "country_code", "precision", "radius_km", "score",      "verification",
    "actor1",    "actor2",       "source",    "group",     "confidence", "is_new",
    NULL};

static const char *const figure_keys[INCMAP_N_FIGURES] = {
    [INCMAP_FIGURE_KILLED] = "killed",     [INCMAP_FIGURE_INJURED] = "injured",
    [INCMAP_FIGURE_MISSING] = "missing",   [INCMAP_FIGURE_DISPLACED] = "displaced",
    [INCMAP_FIGURE_ARRESTED] = "arrested", [INCMAP_FIGURE_ABDUCTED] = "abducted",
};

const char *const *
incmap_incident_features_keys(void)
{
    return keys;
}

static void
add_text(GArray *properties, const char *key, const char *text)
{
    IncmapProperty property = {g_intern_static_string(key), text, 0};
    if (text != NULL)
        g_array_append_val(properties, property);
}

static void
add_number(GArray *properties, const char *key, double number)
{
    IncmapProperty property = {g_intern_static_string(key), NULL, number};
    if (isfinite(number))
        g_array_append_val(properties, property);
}

/* The lower bound of each kind of figure, the parts of another one left out. */
static void
add_figures(GArray *properties, const IncmapIncident *incident)
{
    double sums[INCMAP_N_FIGURES];
    for (int kind = 0; kind < INCMAP_N_FIGURES; kind++)
        sums[kind] = NAN;
    for (guint i = 0; incident->figures != NULL && i < incident->figures->len; i++) {
        const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, i);
        if (!figure->is_part && isfinite(figure->low))
            sums[figure->kind] =
                isnan(sums[figure->kind]) ? figure->low : MAX(sums[figure->kind], figure->low);
    }
    if (isnan(sums[INCMAP_FIGURE_KILLED]) && incident->value_kind == INCMAP_VALUE_KILLED)
        sums[INCMAP_FIGURE_KILLED] = incident->value;
    for (int kind = 0; kind < INCMAP_N_FIGURES; kind++)
        add_number(properties, figure_keys[kind], sums[kind]);
}

static void
add_time(const IncmapArrange *arrange, GArray *properties, const IncmapIncident *incident,
         guint32 newest_julian)
{
    char day[11];
    incmap_format_day(incident->date.from_julian, day);
    if (day[0] == '\0')
        return;
    add_text(properties, "date", incmap_scene_string(arrange->scene, day));
    add_number(properties, "age_days", (double)newest_julian - incident->date.to_julian);
}

static void
add_place(const IncmapArrange *arrange, GArray *properties, guint index)
{
    const IncmapFix *fix = &g_array_index(arrange->scene->fixes, IncmapFix, index);
    add_text(properties, "name", incmap_words_place(arrange->scene, index));
    add_text(properties, "admin1", fix->admin1);
    add_text(properties, "country", fix->country);
    add_text(properties, "country_code", fix->country_code);
    add_text(properties, "precision", incmap_precision_id(fix->precision));
    add_number(properties, "radius_km", fix->radius_km);
    add_number(properties, "score", fix->score);
}

static const char *
verification_word(IncmapVerification verification)
{
    return verification == INCMAP_VERIFICATION_VERIFIED   ? "verified"
           : verification == INCMAP_VERIFICATION_REPORTED ? "reported"
                                                          : NULL;
}

static GArray *
make_properties(const IncmapArrange *arrange, guint index, guint32 newest_julian)
{
    GArray *properties = g_array_new(FALSE, FALSE, sizeof(IncmapProperty));
    const IncmapIncident *incident =
        &g_array_index(arrange->scene->incidents, IncmapIncident, index);
    add_text(properties, "id", incident->id);
    add_text(properties, "event", incmap_event_id(incident->event));
    add_text(properties, "type", incident->type);
    add_text(properties, "subtype", incident->subtype);
    add_time(arrange, properties, incident, newest_julian);
    if (incident->value_kind != INCMAP_VALUE_NONE) {
        add_number(properties, "value", incident->value);
        add_number(properties, "low", incident->value_low);
        add_number(properties, "high", incident->value_high);
    }
    add_figures(properties, incident);
    add_text(properties, "place", incident->place);
    add_place(arrange, properties, index);
    add_text(properties, "verification", verification_word(incident->verification));
    add_text(properties, "actor1", incident->actor1);
    add_text(properties, "actor2", incident->actor2);
    add_text(properties, "source", incident->source);
    add_text(properties, "group", incident->group);
    add_number(properties, "confidence", incident->confidence);
    add_number(properties, "is_new", incident->is_new);
    return properties;
}

static guint32
find_newest(const IncmapArrange *arrange)
{
    guint32 newest = arrange->options->as_of_julian;
    const GArray *incidents = arrange->scene->incidents;
    for (guint i = 0; arrange->options->as_of_julian == 0 && i < incidents->len; i++)
        newest = MAX(newest, g_array_index(incidents, IncmapIncident, i).date.to_julian);
    return newest;
}

IncmapLandLayer *
incmap_incident_features_make(const IncmapArrange *arrange)
{
    IncmapLandLayer *layer = incmap_land_layer_new(INCMAP_SOURCE_INCIDENTS, INCMAP_GEOMETRY_POINT);
    const IncmapScene *scene = arrange->scene;
    guint32 newest_julian = find_newest(arrange);
    for (guint i = 0; i < scene->incidents->len; i++) {
        IncmapPoint at;
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision >= INCMAP_PRECISION_COUNTRY ||
            !incmap_arrange_has_position(arrange, i, &at))
            continue;
        GArray *properties = make_properties(arrange, i, newest_julian);
        IncmapLandFeature feature = {
            .id = g_array_index(scene->incidents, IncmapIncident, i).id,
            .name = incmap_words_place(arrange->scene, i),
            .box = {at.x_pt, at.y_pt, at.x_pt, at.y_pt},
            .label = at,
            .n_parts = 1,
            .n_properties = properties->len,
        };
        feature.properties = (IncmapProperty *)(void *)g_array_free(properties, FALSE);
        feature.points = g_memdup2(&at, sizeof at);
        feature.part_starts = g_new0(guint32, 2);
        feature.part_starts[1] = 1;
        g_array_append_val(layer->features, feature);
    }
    return layer;
}
