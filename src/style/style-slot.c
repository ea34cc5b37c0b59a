/* SPDX-License-Identifier: MIT */
#include "style/style-slot.h"

#include "style/function.h"

#include <string.h>

static gboolean
is_list_kind(IncmapPropertyKind kind)
{
    return kind >= INCMAP_PROPERTY_KIND_PADDING;
}

static gboolean
has_tokens(const IncmapPropertyInfo *info)
{
    return info->kind == INCMAP_PROPERTY_KIND_FORMATTED || strcmp(info->name, "icon-image") == 0;
}

static IncmapExpressionSpec
make_spec(const IncmapPropertyInfo *info, const IncmapValue *fallback)
{
    IncmapExpressionSpec spec = {.type = incmap_property_kind_get_type(info->kind)};
    if (info->kind == INCMAP_PROPERTY_KIND_ENUM)
        spec.choices = info->choices;
    if (info->kind == INCMAP_PROPERTY_KIND_NUMBER || info->kind == INCMAP_PROPERTY_KIND_COLOR ||
        info->kind == INCMAP_PROPERTY_KIND_PADDING || info->kind == INCMAP_PROPERTY_KIND_NUMBERS2 ||
        info->kind == INCMAP_PROPERTY_KIND_NUMBERS4)
        spec.flags |= INCMAP_EXPRESSION_CAN_MIX;
    if (info->layer_type == INCMAP_STYLE_LAYER_BACKGROUND)
        spec.flags |= INCMAP_EXPRESSION_NO_FEATURE;
    if (has_tokens(info))
        spec.flags |= INCMAP_EXPRESSION_HAS_TOKENS;
    if (fallback->kind != INCMAP_VALUE_NULL && fallback->kind != INCMAP_VALUE_COLOR &&
        fallback->kind != INCMAP_VALUE_FORMATTED)
        spec.fallback = fallback;
    return spec;
}

/* Constants become expressions that need no evaluation: lists by ["literal", …]. */
static IncmapValue
as_expression(IncmapStyleDocument *document, const IncmapPropertyInfo *info,
              const IncmapValue *value)
{
    IncmapArena *arena = incmap_document_get_arena(document);
    if (value->kind == INCMAP_VALUE_STRING && has_tokens(info))
        return incmap_function_convert_tokens(arena, value);
    if (value->kind != INCMAP_VALUE_ARRAY || !is_list_kind(info->kind) ||
        incmap_expression_looks_like(value))
        return *value;
    IncmapValue *items = incmap_arena_new_array(arena, IncmapValue, 2);
    items[0] = incmap_value_placed(incmap_value_new_string("literal"), value);
    items[1] = *value;
    return incmap_value_placed(incmap_value_new_array(items, 2), value);
}

static gboolean
check_number(const IncmapStyleDocument *document, const IncmapPropertyInfo *info,
             const IncmapValue *number, const IncmapValue *at, GError **error)
{
    if (number->kind != INCMAP_VALUE_NUMBER ||
        (number->as.number >= info->min && number->as.number <= info->max))
        return TRUE;
    if (number->as.number < info->min)
        return incmap_document_fail(document, at, error, "%s is at least %g, not %g", info->name,
                                    info->min, number->as.number);
    return incmap_document_fail(document, at, error, "%s is at most %g, not %g", info->name,
                                info->max, number->as.number);
}

static gboolean
check_word(const IncmapStyleDocument *document, const IncmapPropertyInfo *info,
           const IncmapValue *word, GError **error)
{
    if (info->choices == NULL || word->kind != INCMAP_VALUE_STRING ||
        g_strv_contains(info->choices, word->as.string))
        return TRUE;
    g_autofree char *choices = g_strjoinv(", ", (char **)info->choices);
    return incmap_document_fail(document, word, error, "\"%s\" is none of: %s", word->as.string,
                                choices);
}

static gboolean
check_constant(const IncmapStyleDocument *document, const IncmapPropertyInfo *info,
               const IncmapValue *constant, const IncmapValue *at, GError **error)
{
    if (!check_number(document, info, constant, at, error))
        return FALSE;
    for (guint i = 0; constant->kind == INCMAP_VALUE_ARRAY && i < constant->n; i++) {
        const IncmapValue *item = &constant->as.items[i];
        if (!check_number(document, info, item, at, error) ||
            !check_word(document, info, item, error))
            return FALSE;
    }
    return TRUE;
}

gboolean
incmap_style_slot_compile(IncmapStyleDocument *document, IncmapStyleProperty property,
                          const IncmapValue *value, const IncmapValue *fallback,
                          IncmapStyleSlot *out_slot, GError **error)
{
    const IncmapPropertyInfo *info = incmap_property_get_info(property);
    IncmapExpressionSpec spec = make_spec(info, fallback);
    if (value->kind == INCMAP_VALUE_NULL)
        return incmap_document_fail(document, value, error, "%s has no value here", info->name);
    IncmapValue *kept = incmap_arena_new_array(incmap_document_get_arena(document), IncmapValue, 1);
    *kept = as_expression(document, info, value);
    const IncmapExpression *expression = incmap_expression_compile(document, kept, &spec, error);
    if (expression == NULL)
        return FALSE;
    const IncmapValue *constant = incmap_expression_get_constant(expression);
    if (constant != NULL && !check_constant(document, info, constant, value, error))
        return FALSE;
    *out_slot = (IncmapStyleSlot){.expression = constant == NULL ? expression : NULL,
                                  .constant = constant != NULL ? *constant : *fallback,
                                  .is_set = TRUE};
    return TRUE;
}

static gboolean
compile_defaults(IncmapStyleDocument *document, const IncmapValue *list, IncmapStyleSlot *slots,
                 GError **error)
{
    for (guint i = 0; i < INCMAP_N_PROPERTIES; i++) {
        const IncmapValue nothing = incmap_value_new_null();
        if (list->as.items[i].kind == INCMAP_VALUE_NULL)
            continue;
        if (!incmap_style_slot_compile(document, (IncmapStyleProperty)i, &list->as.items[i],
                                       &nothing, &slots[i], error))
            return FALSE;
        slots[i].is_set = FALSE;
    }
    return TRUE;
}

IncmapStyleSlot *
incmap_style_slot_new_defaults(IncmapStyleDocument *document)
{
    g_autoptr(GString) text = g_string_new("[");
    for (guint i = 0; i < INCMAP_N_PROPERTIES; i++) {
        const char *fallback = incmap_property_get_info((IncmapStyleProperty)i)->fallback;
        g_string_append_printf(text, "%s,\n", fallback != NULL ? fallback : "null");
    }
    g_string_append_c(text, ']');
    IncmapValue list;
    g_autoptr(GError) error = NULL;
    IncmapStyleSlot *slots = incmap_arena_new_array(incmap_document_get_arena(document),
                                                    IncmapStyleSlot, INCMAP_N_PROPERTIES);
    if (!incmap_document_parse(document, "property table", text->str, text->len, &list, &error) ||
        !compile_defaults(document, &list, slots, &error))
        g_error("%s", error->message);
    return slots;
}
