/* SPDX-License-Identifier: MIT */
#pragma once

#include "style/eval.h"
#include "style/expression.h"

typedef enum { INCMAP_STYLE_BACKGROUND, INCMAP_STYLE_FILL, INCMAP_STYLE_LINE, INCMAP_STYLE_OTHER } IncmapStyleLayerType;
typedef struct IncmapStyle IncmapStyle;
typedef struct IncmapStyleLayer IncmapStyleLayer;
struct IncmapStyleLayer {
    const char *id;
    IncmapStyleLayerType type;
    const char *source_layer;
    const IncmapExpression *filter;
    GHashTable *properties;
};
IncmapStyle *incmap_style_load(const char *path, GError **error);
void incmap_style_free(IncmapStyle *style);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapStyle, incmap_style_free)
guint incmap_style_n_layers(const IncmapStyle *style);
const IncmapStyleLayer *incmap_style_get_layer(const IncmapStyle *style, guint i);
gboolean incmap_style_layer_shows(const IncmapStyleLayer *layer, IncmapEval *eval);
double incmap_style_layer_number(const IncmapStyleLayer *layer, const char *key, IncmapEval *eval);
IncmapColor incmap_style_layer_color(const IncmapStyleLayer *layer, const char *key, IncmapEval *eval);
const char *incmap_style_layer_string(const IncmapStyleLayer *layer, const char *key, IncmapEval *eval);
const double *incmap_style_layer_array(const IncmapStyleLayer *layer, const char *key, IncmapEval *eval, gsize *out_n);
double incmap_style_incmap_number(const IncmapStyle *style, const char *key);
gboolean incmap_style_incmap_bool(const IncmapStyle *style, const char *key);
const char *incmap_style_incmap_string(const IncmapStyle *style, const char *key);
IncmapColor incmap_style_incmap_color(const IncmapStyle *style, const char *key);
