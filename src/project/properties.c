/* SPDX-License-Identifier: MIT */
/*
 * What a style can ask of a feature of the base map.
 */
#include "project/land.h"

#include <math.h>

void
incmap_land_add_text(GArray *properties, const char *key, const char *text)
{
    IncmapProperty property = {g_intern_static_string(key), text, NAN};
    if (text != NULL)
        g_array_append_val(properties, property);
}

void
incmap_land_add_number(GArray *properties, const char *key, double number)
{
    IncmapProperty property = {g_intern_static_string(key), NULL, number};
    g_array_append_val(properties, property);
}

/* Whether a province on either side of the line holds one: its id is "A|B". */
static gboolean
has_incident_beside(const IncmapLandJob *job, const char *id)
{
    g_auto(GStrv) sides = g_strsplit(id != NULL ? id : "", "|", 2);
    return (sides[0] != NULL && g_hash_table_contains(job->with_incident, sides[0])) ||
           (sides[0] != NULL && sides[1] != NULL &&
            g_hash_table_contains(job->with_incident, sides[1]));
}

static gboolean
has_incident(const IncmapLandJob *job, const IncmapFeature *feature)
{
    if (job->with_incident == NULL)
        return FALSE;
    if (feature->layer == INCMAP_LAYER_ADMIN1_LINES)
        return has_incident_beside(job, feature->id);
    const char *key = feature->layer == INCMAP_LAYER_ADMIN1      ? feature->id
                      : feature->layer == INCMAP_LAYER_COUNTRIES ? feature->code
                                                                 : NULL;
    return key != NULL && g_hash_table_contains(job->with_incident, key);
}

gboolean
incmap_land_is_focus(const IncmapLandJob *job, const char *code)
{
    return code != NULL && g_strv_contains(job->focus_codes, code);
}

void
incmap_land_choose_focus(IncmapLandJob *job, const IncmapScene *scene)
{
    guint n = 0;
    job->focus_codes[0] = scene->focus_country;
    job->focus_codes[1] = NULL;
    for (guint i = 0; i < scene->fixes->len && scene->focus_country == NULL; i++) {
        const char *code = g_array_index(scene->fixes, IncmapFix, i).country_code;
        if (code == NULL || incmap_land_is_focus(job, code))
            continue;
        if (n == INCMAP_MAX_FOCUS) {
            job->focus_codes[0] = NULL;
            return;
        }
        job->focus_codes[n++] = code;
        job->focus_codes[n] = NULL;
    }
}

void
incmap_land_describe(IncmapLandJob *job, const IncmapFeature *feature, IncmapLandFeature *out_land)
{
    g_autoptr(GArray) properties = g_array_new(FALSE, FALSE, sizeof(IncmapProperty));
    out_land->id = incmap_scene_string(job->scene, feature->id);
    const char *name = incmap_layers_name_in(job->layers, feature, job->language);
    out_land->name = incmap_scene_string(job->scene, name);
    const char *kind = incmap_scene_string(job->scene, feature->kind);
    incmap_land_add_text(properties, "id", out_land->id);
    incmap_land_add_text(properties, "name", out_land->name);
    incmap_land_add_text(properties, "code", incmap_scene_string(job->scene, feature->code));
    incmap_land_add_text(properties, "code2", incmap_scene_string(job->scene, feature->code2));
    incmap_land_add_text(properties, "kind", kind);
    incmap_land_add_text(properties, "class", kind);
    if (feature->layer == INCMAP_LAYER_BORDERS)
        incmap_land_add_text(properties, "status", kind);
    incmap_land_add_number(properties, "rank", feature->rank);
    if (feature->max_km > 0) {
        incmap_land_add_number(properties, "min_km", feature->min_km);
        incmap_land_add_number(properties, "max_km", feature->max_km);
    }
    if (incmap_land_is_focus(job, feature->code) || incmap_land_is_focus(job, feature->code2))
        incmap_land_add_number(properties, "focus", 1);
    if (has_incident(job, feature))
        incmap_land_add_number(properties, "incident", 1);
    out_land->n_properties = properties->len;
    out_land->properties = g_memdup2(properties->data, properties->len * sizeof(IncmapProperty));
    IncmapPoint label = {-1e6, -1e6}; /* beyond what the projection shows: off every map */
    job->frame->forward(job->frame->transform, feature->label, &label);
    out_land->label = label;
}

/* Looks up what a fix doesn't say. A town on the border may lie on the other side of the line drawn
 * here; then nothing is known of its area. */
static const char *
code_at(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point, const char *country)
{
    IncmapFeature feature;
    if (!incmap_layers_at(layers, layer, point, &feature) ||
        (country != NULL && g_strcmp0(feature.code, country) != 0))
        return NULL;
    return layer == INCMAP_LAYER_ADMIN1 ? feature.id : feature.code;
}

GHashTable *
incmap_land_find_incidents(const IncmapScene *scene, const IncmapLayers *layers)
{
    const guint max_lookups = 2000; /* beyond, the places have codes or nobody will look */
    GHashTable *found = g_hash_table_new(g_str_hash, g_str_equal);
    guint n_lookups = 0;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision >= INCMAP_PRECISION_NONE)
            continue;
        const char *country = fix->country_code, *admin1 = fix->admin1_code;
        gboolean is_placed = fix->precision <= INCMAP_PRECISION_PROVINCE;
        if (is_placed && country == NULL && n_lookups++ < max_lookups)
            country = code_at(layers, INCMAP_LAYER_COUNTRIES, fix->point, NULL);
        if (is_placed && admin1 == NULL && n_lookups++ < max_lookups)
            admin1 = code_at(layers, INCMAP_LAYER_ADMIN1, fix->point, country);
        if (country != NULL)
            g_hash_table_add(found, (gpointer)country);
        if (admin1 != NULL && is_placed)
            g_hash_table_add(found, (gpointer)admin1);
    }
    return found;
}
