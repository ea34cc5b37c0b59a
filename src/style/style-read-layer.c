/* SPDX-License-Identifier: MIT */
/*
 * One item of `layers`, checked against the property table.
 */
#include "style/nearest.h"
#include "style/style-private.h"
#include "style/style-slot.h"

#include <math.h>
#include <string.h>

#define MAX_ZOOM 24

static const char *const layer_keys[] = {"id",     "type",    "source",  "source-layer",
                                         "filter", "minzoom", "maxzoom", "metadata",
                                         "layout", "paint",   "before",  NULL};

static gboolean
read_keys(const IncmapStyle *style, const IncmapValue *value, GError **error)
{
    if (value->kind != INCMAP_VALUE_OBJECT)
        return incmap_style_fail(style, value, error, "a layer is a mapping, not %s",
                                 incmap_value_describe(value));
    for (guint i = 0; i < value->n; i++) {
        const IncmapValue *key = &value->as.members[i].key;
        if (!g_strv_contains(layer_keys, key->as.string))
            return incmap_style_fail_key(style, key, "a layer", layer_keys, error);
    }
    return TRUE;
}

static gboolean
read_id(const IncmapStyle *style, const IncmapValue *value, IncmapStyleLayer *layer, GError **error)
{
    if (!incmap_style_read_text(style, value, "id", &layer->id, error))
        return FALSE;
    if (layer->id == NULL || *layer->id == '\0')
        return incmap_style_fail(style, value, error, "a layer needs an \"id\"");
    if (incmap_style_find_layer(style, layer->id) != NULL)
        return incmap_style_fail(style, incmap_value_find(value, "id"), error,
                                 "another layer has the id \"%s\"", layer->id);
    return TRUE;
}

static gboolean
read_type(const IncmapStyle *style, const IncmapValue *value, IncmapStyleLayer *layer,
          GError **error)
{
    static const char *const screen_types[] = {"raster", "fill-extrusion", "sky", "color-relief",
                                               NULL};
    const char *name = NULL;
    if (!incmap_style_read_text(style, value, "type", &name, error))
        return FALSE;
    if (name == NULL)
        return incmap_style_fail(style, value, error, "layer \"%s\" needs a \"type\"", layer->id);
    const IncmapValue *at = incmap_value_find(value, "type");
    if (incmap_style_layer_type_find(name, &layer->type))
        return TRUE;
    if (g_strv_contains(screen_types, name))
        return incmap_style_fail(style, at, error, "layers of type \"%s\" cannot be printed", name);
    IncmapNearest nearest = {.wanted = name};
    for (guint i = 0; i < INCMAP_N_STYLE_LAYER_TYPES; i++)
        incmap_nearest_offer(&nearest, incmap_style_layer_type_get_name((IncmapStyleLayerType)i));
    return incmap_style_fail(style, at, error, "unknown type \"%s\" of a layer%s%s%s", name,
                             nearest.best ? "; did you mean \"" : "",
                             nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
}

static gboolean
read_zoom(const IncmapStyle *style, const IncmapValue *value, const char *key, double *zoom,
          GError **error)
{
    const IncmapValue *found = incmap_value_find(value, key);
    if (found == NULL)
        return TRUE;
    if (found->kind != INCMAP_VALUE_NUMBER || found->as.number < 0 || found->as.number > MAX_ZOOM)
        return incmap_style_fail(style, found, error, "%s is a number from 0 to %d", key, MAX_ZOOM);
    *zoom = found->as.number;
    return TRUE;
}

static gboolean
read_visibility(const IncmapStyle *style, const IncmapValue *value, IncmapStyleLayer *layer,
                GError **error)
{
    layer->is_visible = incmap_value_is_string(value, "visible");
    if (layer->is_visible || incmap_value_is_string(value, "none"))
        return TRUE;
    return incmap_style_fail(style, value, error, "visibility is \"visible\" or \"none\"");
}

/* Says what @key should have been: a name of this layer type, or one of the other group. */
static gboolean
fail_property(const IncmapStyle *style, const IncmapStyleLayer *layer, const IncmapValue *key,
              IncmapPropertyGroup group, GError **error)
{
    const char *type = incmap_style_layer_type_get_name(layer->type);
    const char *name = key->as.string;
    IncmapStyleProperty property;
    if (incmap_property_find(name, &property)) {
        const IncmapPropertyInfo *info = incmap_property_get_info(property);
        if (info->layer_type != layer->type)
            return incmap_style_fail(
                style, key, error, "\"%s\" belongs to layers of type %s; this is of type %s", name,
                incmap_style_layer_type_get_name(info->layer_type), type);
        return incmap_style_fail(style, key, error, "\"%s\" stands in \"%s\"", name,
                                 group == INCMAP_PROPERTY_GROUP_PAINT ? "layout" : "paint");
    }
    IncmapNearest nearest = {.wanted = name};
    for (guint i = 0; i < layer->n_slots; i++)
        incmap_nearest_offer(
            &nearest,
            incmap_property_get_info((IncmapStyleProperty)(layer->first_property + i))->name);
    return incmap_style_fail(style, key, error, "unknown property \"%s\" of a %s layer%s%s%s", name,
                             type, nearest.best ? "; did you mean \"" : "",
                             nearest.best ? nearest.best : "", nearest.best ? "\"?" : "");
}

/* `line-width-transition` and its like */
static gboolean
is_transition(const char *name)
{
    IncmapStyleProperty property;
    if (!g_str_has_suffix(name, "-transition"))
        return FALSE;
    g_autofree char *of = g_strndup(name, strlen(name) - strlen("-transition"));
    return incmap_property_find(of, &property);
}

static gboolean
read_property(IncmapStyle *style, IncmapStyleLayer *layer, const IncmapMember *member,
              IncmapPropertyGroup group, GError **error)
{
    const char *name = member->key.as.string;
    IncmapStyleProperty property;
    if (group == INCMAP_PROPERTY_GROUP_LAYOUT && strcmp(name, "visibility") == 0)
        return read_visibility(style, &member->value, layer, error);
    gboolean is_screen = is_transition(name);
    if (!is_screen) {
        if (!incmap_property_find(name, &property))
            return fail_property(style, layer, &member->key, group, error);
        const IncmapPropertyInfo *info = incmap_property_get_info(property);
        if (info->layer_type != layer->type || info->group != group)
            return fail_property(style, layer, &member->key, group, error);
        IncmapStyleSlot *slot = &layer->slots[property - layer->first_property];
        const IncmapValue fallback = slot->constant;
        if (!incmap_style_slot_compile(style->document, property, &member->value, &fallback, slot,
                                       error))
            return FALSE;
        is_screen = info->medium == INCMAP_PROPERTY_MEDIUM_SCREEN;
    }
    if (is_screen)
        incmap_style_add_note(style, &member->key, "\"%s\" has no meaning on a printed map", name);
    return TRUE;
}

static gboolean
read_group(IncmapStyle *style, IncmapStyleLayer *layer, const IncmapValue *value,
           IncmapPropertyGroup group, GError **error)
{
    const char *name = group == INCMAP_PROPERTY_GROUP_PAINT ? "paint" : "layout";
    const IncmapValue *members = incmap_value_find(value, name);
    if (members == NULL || members->kind == INCMAP_VALUE_NULL)
        return TRUE;
    if (members->kind != INCMAP_VALUE_OBJECT)
        return incmap_style_fail(style, members, error, "\"%s\" is a mapping, not %s", name,
                                 incmap_value_describe(members));
    for (guint i = 0; i < members->n; i++) {
        if (!read_property(style, layer, &members->as.members[i], group, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean
read_filter(IncmapStyle *style, IncmapStyleLayer *layer, const IncmapValue *value, GError **error)
{
    const IncmapValue *filter = incmap_value_find(value, "filter");
    if (filter == NULL || filter->kind == INCMAP_VALUE_NULL)
        return TRUE;
    layer->filter = incmap_filter_compile(style->document, filter, error);
    return layer->filter != NULL;
}

gboolean
incmap_style_read_layer(IncmapStyle *style, const IncmapValue *value,
                        const IncmapStyleSlot *defaults, GError **error)
{
    IncmapArena *arena = incmap_document_get_arena(style->document);
    IncmapStyleLayer *layer = incmap_arena_new_array(arena, IncmapStyleLayer, 1);
    layer->is_visible = TRUE;
    layer->max_zoom = INFINITY;
    if (!read_keys(style, value, error) || !read_id(style, value, layer, error) ||
        !read_type(style, value, layer, error) ||
        !incmap_style_read_text(style, value, "source", &layer->source, error) ||
        !incmap_style_read_text(style, value, "source-layer", &layer->source_layer, error) ||
        !read_zoom(style, value, "minzoom", &layer->min_zoom, error) ||
        !read_zoom(style, value, "maxzoom", &layer->max_zoom, error) ||
        !read_filter(style, layer, value, error))
        return FALSE;
    layer->first_property = incmap_style_layer_type_get_properties(layer->type, &layer->n_slots);
    layer->slots = incmap_arena_new_array(arena, IncmapStyleSlot, layer->n_slots);
    memcpy(layer->slots, defaults + layer->first_property, layer->n_slots * sizeof *layer->slots);
    if (!read_group(style, layer, value, INCMAP_PROPERTY_GROUP_LAYOUT, error) ||
        !read_group(style, layer, value, INCMAP_PROPERTY_GROUP_PAINT, error))
        return FALSE;
    g_ptr_array_add(style->layers, layer);
    return TRUE;
}
