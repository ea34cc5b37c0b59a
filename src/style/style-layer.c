/* SPDX-License-Identifier: MIT */
#include "style/style-layer.h"

#include "style/style-slot.h"

#include <math.h>
#include <string.h>

static const IncmapStyleSlot *
get_slot(const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    guint i = (guint)property - (guint)layer->first_property;
    g_assert(i < layer->n_slots);
    return &layer->slots[i];
}

static void
note_failure(IncmapEval *eval, const IncmapStyleLayer *layer, const char *what)
{
    if (eval->n_failures++ == 0)
        g_snprintf(eval->first_failure, sizeof eval->first_failure, "layer \"%.60s\", %s: %.150s",
                   layer->id, what, eval->failure);
}

gboolean
incmap_style_layer_accepts(const IncmapStyleLayer *layer, IncmapEval *eval)
{
    if (!layer->is_visible || eval->zoom < layer->min_zoom || eval->zoom >= layer->max_zoom)
        return FALSE;
    if (layer->filter == NULL)
        return TRUE;
    IncmapValue value;
    if (incmap_expression_evaluate(layer->filter, eval, &value))
        return value.kind == INCMAP_VALUE_BOOL && value.as.is_true;
    note_failure(eval, layer, "filter");
    return FALSE;
}

gboolean
incmap_style_layer_has(const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return get_slot(layer, property)->is_set;
}

gboolean
incmap_style_layer_is_constant(const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return get_slot(layer, property)->expression == NULL;
}

static IncmapValue
evaluate_slot(const IncmapStyleLayer *layer, IncmapStyleProperty property,
              const IncmapStyleSlot *slot, IncmapEval *eval)
{
    IncmapValue value;
    if (!incmap_expression_evaluate(slot->expression, eval, &value)) {
        note_failure(eval, layer, incmap_property_get_info(property)->name);
        return slot->constant;
    }
    gboolean is_nothing = value.kind == INCMAP_VALUE_NULL ||
                          (value.kind == INCMAP_VALUE_NUMBER && isnan(value.as.number));
    return is_nothing ? slot->constant : value;
}

IncmapValue
incmap_style_layer_value(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                         IncmapEval *eval)
{
    const IncmapStyleSlot *slot = get_slot(layer, property);
    return slot->expression == NULL ? slot->constant : evaluate_slot(layer, property, slot, eval);
}

static double
within(double number, IncmapStyleProperty property)
{
    const IncmapPropertyInfo *info = incmap_property_get_info(property);
    return CLAMP(number, info->min, info->max);
}

double
incmap_style_layer_number(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                          IncmapEval *eval)
{
    const IncmapStyleSlot *slot = get_slot(layer, property);
    IncmapValue value = slot->constant;
    if (slot->expression != NULL)
        value = evaluate_slot(layer, property, slot, eval);
    if (value.kind != INCMAP_VALUE_NUMBER)
        return 0;
    return slot->expression == NULL ? value.as.number : within(value.as.number, property);
}

IncmapColor
incmap_style_layer_color(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                         IncmapEval *eval)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    return value.kind == INCMAP_VALUE_COLOR ? *value.as.color : (IncmapColor){0};
}

const char *
incmap_style_layer_string(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                          IncmapEval *eval)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    return value.kind == INCMAP_VALUE_STRING ? value.as.string : NULL;
}

gboolean
incmap_style_layer_bool(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                        IncmapEval *eval)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    return value.kind == INCMAP_VALUE_BOOL && value.as.is_true;
}

const char *
incmap_style_layer_text(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                        IncmapEval *eval)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    if (value.kind == INCMAP_VALUE_STRING)
        return value.as.string;
    if (value.kind != INCMAP_VALUE_FORMATTED || value.n == 0)
        return "";
    if (value.n == 1)
        return value.as.sections[0].text;
    g_autofree char *text = incmap_value_format_text(&value);
    return incmap_arena_strndup(eval->arena, text, strlen(text));
}

guint
incmap_style_layer_array(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                         IncmapEval *eval, double *out_numbers, guint max_n)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    guint n = 0;
    for (guint i = 0; value.kind == INCMAP_VALUE_ARRAY && i < value.n && n < max_n; i++) {
        if (value.as.items[i].kind == INCMAP_VALUE_NUMBER)
            out_numbers[n++] = within(value.as.items[i].as.number, property);
    }
    return n;
}

guint
incmap_style_layer_strings(const IncmapStyleLayer *layer, IncmapStyleProperty property,
                           IncmapEval *eval, const char **out_texts, guint max_n)
{
    IncmapValue value = incmap_style_layer_value(layer, property, eval);
    guint n = 0;
    for (guint i = 0; value.kind == INCMAP_VALUE_ARRAY && i < value.n && n < max_n; i++) {
        if (value.as.items[i].kind == INCMAP_VALUE_STRING)
            out_texts[n++] = value.as.items[i].as.string;
    }
    return n;
}
