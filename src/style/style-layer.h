/* SPDX-License-Identifier: MIT */
/*
 * One layer of a style, and the values of its properties for a feature.
 *
 * A property that is constant costs a load. One that cannot be evaluated falls back to its
 * default, and the evaluation counts that. Numbers are brought within the limits of their
 * property. Text and lists live until the next incmap_eval_set_feature().
 */
#ifndef INCMAP_STYLE_STYLE_LAYER_H
#define INCMAP_STYLE_STYLE_LAYER_H

#include "style/expression.h"
#include "style/property-table.h"

typedef struct IncmapStyleSlot IncmapStyleSlot;
typedef struct IncmapStyleLayer IncmapStyleLayer;
struct IncmapStyleLayer {
    const char *id;
    IncmapStyleLayerType type;
    const char *source;             /* NULL: none given */
    const char *source_layer;       /* NULL: none given */
    const IncmapExpression *filter; /* NULL: all features */
    double min_zoom;                /* drawn from here */
    double max_zoom;                /* up to, but not including, this; infinite when not given */
    gboolean is_visible;

    IncmapStyleProperty first_property;
    guint n_slots;
    IncmapStyleSlot *slots; /* by property - first_property */
};

/* Whether the layer draws the feature of @eval: visible, within its zooms, let by the filter. */
gboolean incmap_style_layer_accepts(const IncmapStyleLayer *layer, IncmapEval *eval);

/* Whether the style itself says something about @property. */
gboolean incmap_style_layer_has(const IncmapStyleLayer *layer, IncmapStyleProperty property);

/* Whether @property is the same for all features. */
gboolean incmap_style_layer_is_constant(const IncmapStyleLayer *layer,
                                        IncmapStyleProperty property);

/* Of the type of the property; null when there is neither a value nor a default. */
IncmapValue incmap_style_layer_value(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                     IncmapEval *eval);

/* 0 without a value. */
double incmap_style_layer_number(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                 IncmapEval *eval);

/* Transparent black without a value. */
IncmapColor incmap_style_layer_color(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                     IncmapEval *eval);

/* Text or the word of an enumeration; %NULL without a value. */
const char *incmap_style_layer_string(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                      IncmapEval *eval);

gboolean incmap_style_layer_bool(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                 IncmapEval *eval);

/* Formatted text without its formats; never %NULL. For the formats, see
 * incmap_style_layer_value(). */
const char *incmap_style_layer_text(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                    IncmapEval *eval);

/* Writes up to @max_n numbers and answers how many. */
guint incmap_style_layer_array(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                               IncmapEval *eval, double *out_numbers, guint max_n);

/* Writes up to @max_n texts and answers how many. */
guint incmap_style_layer_strings(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                                 IncmapEval *eval, const char **out_texts, guint max_n);

#endif
