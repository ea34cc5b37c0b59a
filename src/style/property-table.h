/* SPDX-License-Identifier: MIT */
/*
 * The properties a layer can have: what they are, what they may be, what they are when a style
 * says nothing.
 */
#ifndef INCMAP_STYLE_PROPERTY_TABLE_H
#define INCMAP_STYLE_PROPERTY_TABLE_H

#include "style/property-list.h"
#include "style/type.h"

typedef enum IncmapStyleLayerType {
    INCMAP_STYLE_LAYER_BACKGROUND,
    INCMAP_STYLE_LAYER_FILL,
    INCMAP_STYLE_LAYER_LINE,
    INCMAP_STYLE_LAYER_SYMBOL,
    INCMAP_STYLE_LAYER_CIRCLE,
    INCMAP_STYLE_LAYER_HEATMAP,
    INCMAP_STYLE_LAYER_HILLSHADE,
    INCMAP_N_STYLE_LAYER_TYPES,
} IncmapStyleLayerType;

/* INCMAP_PROPERTY_LINE_WIDTH and so on, the properties of one layer type side by side */
typedef enum IncmapStyleProperty {
#define INCMAP_PROPERTY_ID(id, ...) INCMAP_PROPERTY_##id,
    INCMAP_PROPERTY_LIST(INCMAP_PROPERTY_ID)
#undef INCMAP_PROPERTY_ID
        INCMAP_N_PROPERTIES,
} IncmapStyleProperty;

typedef enum IncmapPropertyGroup {
    INCMAP_PROPERTY_GROUP_PAINT,
    INCMAP_PROPERTY_GROUP_LAYOUT,
} IncmapPropertyGroup;

typedef enum IncmapPropertyKind {
    INCMAP_PROPERTY_KIND_NUMBER,
    INCMAP_PROPERTY_KIND_COLOR,
    INCMAP_PROPERTY_KIND_BOOLEAN,
    INCMAP_PROPERTY_KIND_STRING,
    INCMAP_PROPERTY_KIND_ENUM,
    INCMAP_PROPERTY_KIND_FORMATTED,
    INCMAP_PROPERTY_KIND_PADDING,
    INCMAP_PROPERTY_KIND_OFFSETS,
    INCMAP_PROPERTY_KIND_NUMBERS,
    INCMAP_PROPERTY_KIND_NUMBERS2,
    INCMAP_PROPERTY_KIND_NUMBERS4,
    INCMAP_PROPERTY_KIND_STRINGS,
    INCMAP_PROPERTY_KIND_ENUMS,
} IncmapPropertyKind;

typedef enum IncmapPropertyMedium {
    INCMAP_PROPERTY_MEDIUM_PRINT,
    INCMAP_PROPERTY_MEDIUM_SCREEN, /* accepted, but without effect on a printed map */
} IncmapPropertyMedium;

typedef struct IncmapPropertyInfo IncmapPropertyInfo;
struct IncmapPropertyInfo {
    const char *name;
    IncmapStyleLayerType layer_type;
    IncmapPropertyGroup group;
    IncmapPropertyKind kind;
    const char *fallback;       /* the default as YAML; NULL: there is none */
    const char *const *choices; /* then NULL; or NULL */
    double min;
    double max;
    IncmapPropertyMedium medium;
    const char *doc; /* with the unit */
};

const IncmapPropertyInfo *incmap_property_get_info(IncmapStyleProperty property);

/* Answers whether there is a property called @name. */
gboolean incmap_property_find(const char *name, IncmapStyleProperty *out_property);

const IncmapType *incmap_property_kind_get_type(IncmapPropertyKind kind);
const char *incmap_property_kind_get_name(IncmapPropertyKind kind);

const char *incmap_style_layer_type_get_name(IncmapStyleLayerType type);
gboolean incmap_style_layer_type_find(const char *name, IncmapStyleLayerType *out_type);

/* The first property of @type and how many there are. */
IncmapStyleProperty incmap_style_layer_type_get_properties(IncmapStyleLayerType type, guint *out_n);

#endif
