/* SPDX-License-Identifier: MIT */
#include "style/property-table.h"

#include <math.h>
#include <string.h>

static const char *const anchors_of_shift[] = {"map", "viewport", NULL};
static const char *const patterns[] = {"hatch", "vertical", "dots", NULL};
static const char *const caps[] = {"butt", "round", "square", NULL};
static const char *const joins[] = {"bevel", "round", "miter", NULL};
static const char *const placements[] = {"point", "line", "line-center", NULL};
static const char *const z_orders[] = {"auto", "viewport-y", "source", NULL};
static const char *const overlaps[] = {"never", "always", "cooperative", NULL};
static const char *const alignments[] = {"map", "viewport", "auto", NULL};
static const char *const fits[] = {"none", "width", "height", "both", NULL};
static const char *const text_alignments[] = {"map", "viewport", "viewport-glyph", "auto", NULL};
static const char *const justifications[] = {"auto", "left", "center", "right", NULL};
static const char *const writing_modes[] = {"horizontal", "vertical", NULL};
static const char *const transforms[] = {"none", "uppercase", "lowercase", NULL};
static const char *const anchors[] = {"center",       "left",     "right",     "top",
                                      "bottom",       "top-left", "top-right", "bottom-left",
                                      "bottom-right", NULL};

static const char *const methods[] = {"standard",         "basic", "combined", "igor",
                                      "multidirectional", NULL};
static const char *const resamplings[] = {"linear", "nearest", NULL};
static const IncmapPropertyInfo properties[] = {
#define ROW(id, name, layer_type, group, kind, fallback, choices, min, max, medium, doc)           \
    {name,                                                                                         \
     INCMAP_STYLE_LAYER_##layer_type,                                                              \
     INCMAP_PROPERTY_GROUP_##group,                                                                \
     INCMAP_PROPERTY_KIND_##kind,                                                                  \
     fallback,                                                                                     \
     choices,                                                                                      \
     min,                                                                                          \
     max,                                                                                          \
     INCMAP_PROPERTY_MEDIUM_##medium,                                                              \
     doc},
    INCMAP_PROPERTY_LIST(ROW)
#undef ROW
};

static const char *const layer_types[] = {"background", "fill",    "line",     "symbol",
                                          "circle",     "heatmap", "hillshade"};

static const IncmapType number = {INCMAP_TYPE_NUMBER, -1, NULL};
static const IncmapType string = {INCMAP_TYPE_STRING, -1, NULL};
static const IncmapType numbers = {INCMAP_TYPE_ARRAY, -1, &number};
static const IncmapType numbers2 = {INCMAP_TYPE_ARRAY, 2, &number};
static const IncmapType numbers4 = {INCMAP_TYPE_ARRAY, 4, &number};
static const IncmapType strings = {INCMAP_TYPE_ARRAY, -1, &string};

const IncmapPropertyInfo *
incmap_property_get_info(IncmapStyleProperty property)
{
    g_assert((guint)property < INCMAP_N_PROPERTIES);
    return &properties[property];
}

gboolean
incmap_property_find(const char *name, IncmapStyleProperty *out_property)
{
    for (guint i = 0; i < INCMAP_N_PROPERTIES; i++) {
        if (strcmp(properties[i].name, name) == 0) {
            *out_property = (IncmapStyleProperty)i;
            return TRUE;
        }
    }
    return FALSE;
}

const IncmapType *
incmap_property_kind_get_type(IncmapPropertyKind kind)
{
    switch (kind) {
    case INCMAP_PROPERTY_KIND_NUMBER:
        return &number;
    case INCMAP_PROPERTY_KIND_COLOR:
        return incmap_type_get(INCMAP_TYPE_COLOR);
    case INCMAP_PROPERTY_KIND_BOOLEAN:
        return incmap_type_get(INCMAP_TYPE_BOOLEAN);
    case INCMAP_PROPERTY_KIND_STRING:
    case INCMAP_PROPERTY_KIND_ENUM:
        return &string;
    case INCMAP_PROPERTY_KIND_FORMATTED:
        return incmap_type_get(INCMAP_TYPE_FORMATTED);
    case INCMAP_PROPERTY_KIND_PADDING:
        return incmap_type_get(INCMAP_TYPE_PADDING);
    case INCMAP_PROPERTY_KIND_OFFSETS:
        return incmap_type_get(INCMAP_TYPE_OFFSETS);
    case INCMAP_PROPERTY_KIND_NUMBERS:
        return &numbers;
    case INCMAP_PROPERTY_KIND_NUMBERS2:
        return &numbers2;
    case INCMAP_PROPERTY_KIND_NUMBERS4:
        return &numbers4;
    case INCMAP_PROPERTY_KIND_STRINGS:
    case INCMAP_PROPERTY_KIND_ENUMS:
        return &strings;
    }
    g_assert_not_reached();
}

const char *
incmap_property_kind_get_name(IncmapPropertyKind kind)
{
    static const char *const names[] = {
        "number",  "colour",           "boolean", "text",      "word",      "formatted text",
        "padding", "anchors, offsets", "numbers", "2 numbers", "4 numbers", "texts",
        "words"};
    return names[kind];
}

const char *
incmap_style_layer_type_get_name(IncmapStyleLayerType type)
{
    g_assert((guint)type < INCMAP_N_STYLE_LAYER_TYPES);
    return layer_types[type];
}

gboolean
incmap_style_layer_type_find(const char *name, IncmapStyleLayerType *out_type)
{
    for (guint i = 0; i < INCMAP_N_STYLE_LAYER_TYPES; i++) {
        if (strcmp(layer_types[i], name) == 0) {
            *out_type = (IncmapStyleLayerType)i;
            return TRUE;
        }
    }
    return FALSE;
}

IncmapStyleProperty
incmap_style_layer_type_get_properties(IncmapStyleLayerType type, guint *out_n)
{
    guint first = 0;
    while (properties[first].layer_type != type)
        first++;
    guint n = 0;
    while (first + n < INCMAP_N_PROPERTIES && properties[first + n].layer_type == type)
        n++;
    *out_n = n;
    return (IncmapStyleProperty)first;
}
