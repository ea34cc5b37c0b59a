/* SPDX-License-Identifier: MIT */
#include "scene/scene.h"

#include <math.h>
#include <string.h>

static void
clear_incident(gpointer data)
{
    IncmapIncident *incident = data;
    g_clear_pointer(&incident->figures, g_array_unref);
    g_clear_pointer(&incident->sentences, g_array_unref);
}

static void
clear_land_feature(gpointer data)
{
    IncmapLandFeature *feature = data;
    g_free(feature->properties);
    g_free(feature->part_starts);
    g_free(feature->points);
}

void
incmap_shade_free(IncmapShade *shade)
{
    if (shade == NULL)
        return;
    g_free(shade->values);
    g_free(shade);
}

void
incmap_land_layer_free(IncmapLandLayer *layer)
{
    if (layer == NULL)
        return;
    g_array_unref(layer->features);
    g_free(layer);
}

IncmapLandLayer *
incmap_land_layer_new(const char *name, IncmapGeometry geometry)
{
    IncmapLandLayer *layer = g_new0(IncmapLandLayer, 1);
    layer->name = name;
    layer->geometry = geometry;
    layer->features = g_array_new(FALSE, TRUE, sizeof(IncmapLandFeature));
    g_array_set_clear_func(layer->features, clear_land_feature);
    return layer;
}

static const IncmapProperty *
find_property(const IncmapLandFeature *feature, const char *key)
{
    for (guint i = 0; i < feature->n_properties; i++) {
        if (strcmp(feature->properties[i].key, key) == 0)
            return &feature->properties[i];
    }
    return NULL;
}

double
incmap_frame_width_km(const IncmapFrame *frame)
{
    return incmap_box_width(frame->map) * frame->m_per_pt / 1000;
}

double
incmap_land_number(const IncmapLandFeature *feature, const char *key)
{
    const IncmapProperty *property = find_property(feature, key);
    return property == NULL || property->text != NULL ? 0 : property->number;
}

const char *
incmap_land_text(const IncmapLandFeature *feature, const char *key)
{
    const IncmapProperty *property = find_property(feature, key);
    return property == NULL ? NULL : property->text;
}

void
incmap_inset_free(IncmapInset *inset)
{
    if (inset == NULL)
        return;
    if (inset->frame.free_transform != NULL)
        inset->frame.free_transform(inset->frame.transform);
    g_clear_pointer(&inset->land, g_ptr_array_unref);
    g_free(inset);
}

IncmapScene *
incmap_scene_new(void)
{
    IncmapScene *scene = g_new0(IncmapScene, 1);
    scene->documents = g_array_new(FALSE, TRUE, sizeof(IncmapDocument));
    scene->incidents = g_array_new(FALSE, TRUE, sizeof(IncmapIncident));
    g_array_set_clear_func(scene->incidents, clear_incident);
    scene->mentions = g_array_new(FALSE, TRUE, sizeof(IncmapMention));
    scene->disclaimers = g_array_new(FALSE, FALSE, sizeof(IncmapDisclaimer));
    scene->fixes = g_array_new(FALSE, TRUE, sizeof(IncmapFix));
    scene->land = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_land_layer_free);
    scene->towns = g_array_new(FALSE, TRUE, sizeof(IncmapTown));
    scene->notes = g_ptr_array_new_with_free_func(g_free);
    scene->explain = g_ptr_array_new_with_free_func(g_free);
    incmap_page_init(&scene->page);
    scene->strings = g_string_chunk_new(4096);
    return scene;
}

void
incmap_scene_free(IncmapScene *scene)
{
    if (scene == NULL)
        return;
    if (scene->frame.free_transform != NULL)
        scene->frame.free_transform(scene->frame.transform);
    incmap_page_clear(&scene->page);
    g_ptr_array_unref(scene->land);
    g_array_unref(scene->towns);
    incmap_shade_free(scene->shade);
    incmap_inset_free(scene->inset);
    g_array_unref(scene->documents);
    g_array_unref(scene->incidents);
    g_array_unref(scene->mentions);
    g_array_unref(scene->fixes);
    g_array_unref(scene->disclaimers);
    g_ptr_array_unref(scene->notes);
    g_ptr_array_unref(scene->explain);
    g_string_chunk_free(scene->strings);
    g_free(scene);
}

const char *
incmap_scene_string(IncmapScene *scene, const char *text)
{
    return text == NULL ? NULL : g_string_chunk_insert_const(scene->strings, text);
}

const char *
incmap_scene_string_n(IncmapScene *scene, const char *text, gsize length)
{
    return g_string_chunk_insert_len(scene->strings, text, (gssize)length);
}

const char *
incmap_scene_printf(IncmapScene *scene, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    return incmap_scene_string(scene, text);
}

IncmapIncident *
incmap_scene_add_incident(IncmapScene *scene)
{
    g_array_set_size(scene->incidents, scene->incidents->len + 1);
    IncmapIncident *incident =
        &g_array_index(scene->incidents, IncmapIncident, scene->incidents->len - 1);
    incident->event = INCMAP_EVENT_OTHER;
    incident->date.hour = incident->date.minute = -1;
    incident->given_precision = -1;
    incident->value = incident->value_low = incident->value_high = NAN;
    incident->confidence = 1;
    return incident;
}

static void
add_line(GPtrArray *lines, const char *format, va_list arguments)
{
    g_ptr_array_add(lines, g_strdup_vprintf(format, arguments));
}

void
incmap_scene_note(IncmapScene *scene, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(scene->notes, format, arguments);
    va_end(arguments);
}

IncmapLandLayer *
incmap_scene_land(const IncmapScene *scene, const char *name)
{
    for (guint i = 0; i < scene->land->len; i++) {
        IncmapLandLayer *layer = scene->land->pdata[i];
        if (strcmp(layer->name, name) == 0)
            return layer;
    }
    return NULL;
}

void
incmap_scene_explain(IncmapScene *scene, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add_line(scene->explain, format, arguments);
    va_end(arguments);
}
