/* SPDX-License-Identifier: MIT */
/*
 * Functions and tokens as expressions: built as values, as if they had stood in the file.
 */
#include "style/function-private.h"

#include <string.h>

/* A list that grows in the arena's favour: collected here, then copied once. */
typedef struct Builder Builder;
struct Builder {
    const IncmapFunction *function;
    GArray *items;
};

static IncmapValue
make_list(IncmapArena *arena, const IncmapValue *at, guint n, const IncmapValue *items)
{
    IncmapValue *copy = incmap_arena_new_array(arena, IncmapValue, n);
    if (n > 0)
        memcpy(copy, items, n * sizeof *copy);
    return incmap_value_placed(incmap_value_new_array(copy, n), at);
}

static IncmapValue
make_text(const IncmapFunction *function, const char *text)
{
    return incmap_value_placed(incmap_value_new_string(text), function->source);
}

static IncmapValue
make_call(const IncmapFunction *function, const char *operator, guint n, const IncmapValue *args)
{
    IncmapValue items[4] = {make_text(function, operator)};
    g_assert(n < G_N_ELEMENTS(items));
    if (n > 0)
        memcpy(items + 1, args, n * sizeof *args);
    return make_list(function->arena, function->source, n + 1, items);
}

static Builder
builder_new(const IncmapFunction *function, const char *operator)
{
    Builder builder = {function, g_array_new(FALSE, FALSE, sizeof(IncmapValue))};
    IncmapValue name = make_text(function, operator);
    g_array_append_val(builder.items, name);
    return builder;
}

static void
builder_add(Builder *builder, IncmapValue value)
{
    g_array_append_val(builder->items, value);
}

static IncmapValue
builder_finish(Builder *builder)
{
    IncmapValue list = make_list(builder->function->arena, builder->function->source,
                                 builder->items->len, (const IncmapValue *)builder->items->data);
    g_array_unref(builder->items);
    return list;
}

static const IncmapValue *
builder_peek(const Builder *builder, guint from_end)
{
    return &g_array_index(builder->items, IncmapValue, builder->items->len - from_end);
}

/* Of stops with the same input, the first counts; the first of a step has none. */
static void
builder_add_stop(Builder *builder, IncmapValue input, IncmapValue output, gboolean is_step)
{
    guint n = builder->items->len;
    if (n > 3 && incmap_value_equal(builder_peek(builder, 2), &input))
        return;
    if (!is_step || n != 2)
        builder_add(builder, input);
    builder_add(builder, output);
}

/* A step needs a second result even where there is only one. */
static IncmapValue
builder_finish_step(Builder *builder)
{
    if (builder->items->len == 3) {
        IncmapValue only = *builder_peek(builder, 1);
        builder_add(builder, incmap_value_placed(incmap_value_new_number(0), &only));
        builder_add(builder, only);
    }
    return builder_finish(builder);
}

static IncmapValue
make_literal(const IncmapFunction *function, const IncmapValue *value)
{
    if (value->kind != INCMAP_VALUE_ARRAY && value->kind != INCMAP_VALUE_OBJECT)
        return *value;
    return make_call(function, "literal", 1, value);
}

static IncmapValue
make_get(const IncmapFunction *function)
{
    return make_call(function, "get", 1, function->property);
}

IncmapValue
incmap_function_convert_tokens(IncmapArena *arena, const IncmapValue *text)
{
    IncmapFunction function = {.arena = arena, .source = text};
    Builder builder = builder_new(&function, "concat");
    const char *from = text->as.string;
    for (const char *c = from; (c = strchr(c, '{')) != NULL;) {
        gsize n = strcspn(c + 1, "{}");
        if (n == 0 || c[1 + n] != '}') {
            c++;
            continue;
        }
        if (c > from)
            builder_add(&builder,
                        make_text(&function, incmap_arena_strndup(arena, from, (gsize)(c - from))));
        IncmapValue name = make_text(&function, incmap_arena_strndup(arena, c + 1, n));
        builder_add(&builder, make_call(&function, "get", 1, &name));
        from = c = c + n + 2;
    }
    gboolean has_tokens = from != text->as.string;
    if (*from != '\0')
        builder_add(&builder, make_text(&function, from));
    IncmapValue converted = builder_finish(&builder);
    return has_tokens ? converted : *text;
}

static IncmapValue
make_fallback(const IncmapFunction *function)
{
    if (function->fallback != NULL)
        return make_literal(function, function->fallback);
    if (function->spec->fallback != NULL)
        return make_literal(function, function->spec->fallback);
    return incmap_value_placed(incmap_value_new_null(), function->source);
}

static IncmapValue
make_curve(const IncmapFunction *function)
{
    IncmapValue base =
        incmap_value_placed(incmap_value_new_number(function->base), function->source);
    return function->base == 1 ? make_call(function, "linear", 0, NULL)
                               : make_call(function, "exponential", 1, &base);
}

/* A curve over @input through the @stops, each [input, output]. */
static IncmapValue
convert_stops(const IncmapFunction *function, IncmapValue input, const IncmapValue *stops,
              guint n_stops, gboolean is_step, gboolean has_tokens)
{
    Builder builder = builder_new(function, is_step ? "step" : function->mixer);
    if (!is_step)
        builder_add(&builder, make_curve(function));
    builder_add(&builder, input);
    for (guint i = 0; i < n_stops; i++) {
        const IncmapValue *output = &stops[i].as.items[1];
        IncmapValue converted = has_tokens && output->kind == INCMAP_VALUE_STRING
                                    ? incmap_function_convert_tokens(function->arena, output)
                                    : make_literal(function, output);
        builder_add_stop(&builder, stops[i].as.items[0], converted, is_step);
    }
    return is_step ? builder_finish_step(&builder) : builder_finish(&builder);
}

static IncmapValue
convert_categorical(const IncmapFunction *function, const IncmapValue *stops, guint n_stops)
{
    gboolean is_boolean = stops[0].as.items[0].kind == INCMAP_VALUE_BOOL;
    Builder builder = builder_new(function, is_boolean ? "case" : "match");
    if (!is_boolean)
        builder_add(&builder, make_get(function));
    for (guint i = 0; i < n_stops; i++) {
        IncmapValue pair[2] = {make_get(function), stops[i].as.items[0]};
        builder_add(&builder, is_boolean ? make_call(function, "==", 2, pair) : pair[1]);
        builder_add(&builder, make_literal(function, &stops[i].as.items[1]));
    }
    builder_add(&builder, make_fallback(function));
    return builder_finish(&builder);
}

static IncmapValue
convert_property(const IncmapFunction *function, const IncmapValue *stops, guint n_stops)
{
    if (strcmp(function->type, "categorical") == 0)
        return convert_categorical(function, stops, n_stops);
    IncmapValue get = make_get(function);
    IncmapValue input = make_call(function, "number", 1, &get);
    gboolean is_step = strcmp(function->type, "interval") == 0;
    IncmapValue curve = convert_stops(function, input, stops, n_stops, is_step, FALSE);
    if (function->fallback == NULL)
        return curve;
    IncmapValue kind[2] = {make_call(function, "typeof", 1, &get), make_text(function, "number")};
    IncmapValue args[3] = {make_call(function, "==", 2, kind), curve, make_fallback(function)};
    return make_call(function, "case", 3, args);
}

/* Stops whose input is {zoom, value}: one property function for each zoom. */
static IncmapValue
convert_composite(const IncmapFunction *function)
{
    gboolean is_step = (function->spec->flags & INCMAP_EXPRESSION_CAN_MIX) == 0;
    Builder builder = builder_new(function, is_step ? "step" : function->mixer);
    if (!is_step)
        builder_add(&builder, make_call(function, "linear", 0, NULL));
    builder_add(&builder, make_call(function, "zoom", 0, NULL));
    g_autoptr(GArray) same = g_array_new(FALSE, FALSE, sizeof(IncmapValue));
    const IncmapValue *stops = function->stops->as.items;
    for (guint i = 0; i < function->stops->n; i++) {
        const IncmapValue *zoom = incmap_value_find(&stops[i].as.items[0], "zoom");
        IncmapValue pair[2] = {*incmap_value_find(&stops[i].as.items[0], "value"),
                               stops[i].as.items[1]};
        IncmapValue stop = make_list(function->arena, &stops[i], 2, pair);
        g_array_append_val(same, stop);
        const IncmapValue *next = i + 1 < function->stops->n
                                      ? incmap_value_find(&stops[i + 1].as.items[0], "zoom")
                                      : NULL;
        if (next != NULL && incmap_value_equal(zoom, next))
            continue;
        IncmapValue output = convert_property(function, (IncmapValue *)same->data, same->len);
        builder_add_stop(&builder, *zoom, output, is_step);
        g_array_set_size(same, 0);
    }
    return is_step ? builder_finish_step(&builder) : builder_finish(&builder);
}

static IncmapValue
convert_identity_array(const IncmapFunction *function, IncmapValue get)
{
    const IncmapType *type = function->spec->type;
    Builder builder = builder_new(function, "array");
    if (type->item->kind == INCMAP_TYPE_NUMBER || type->item->kind == INCMAP_TYPE_STRING) {
        builder_add(
            &builder,
            make_text(function, type->item->kind == INCMAP_TYPE_NUMBER ? "number" : "string"));
        builder_add(&builder, type->n_items >= 0 ? incmap_value_new_number(type->n_items)
                                                 : incmap_value_new_null());
        builder_add(&builder, get);
        builder_add(&builder, make_fallback(function));
        return builder_finish(&builder);
    }
    builder_finish(&builder);
    IncmapValue args[2] = {get, make_fallback(function)};
    return make_call(function, "coalesce", 2, args);
}

static IncmapValue
convert_identity(const IncmapFunction *function)
{
    const IncmapType *type = function->spec->type;
    IncmapValue get = make_get(function);
    if (type == NULL || function->fallback == NULL)
        return type != NULL && type->kind == INCMAP_TYPE_STRING
                   ? make_call(function, "string", 1, &get)
                   : get;
    IncmapValue args[2] = {get, make_fallback(function)};
    if (function->spec->choices != NULL) {
        Builder builder = builder_new(function, "match");
        builder_add(&builder, get);
        for (guint i = 0; function->spec->choices[i] != NULL; i++) {
            builder_add(&builder, make_text(function, function->spec->choices[i]));
            builder_add(&builder, get);
        }
        builder_add(&builder, args[1]);
        return builder_finish(&builder);
    }
    switch (type->kind) {
    case INCMAP_TYPE_COLOR:
        return make_call(function, "to-color", 2, args);
    case INCMAP_TYPE_NUMBER:
        return make_call(function, "number", 2, args);
    case INCMAP_TYPE_STRING:
        return make_call(function, "string", 2, args);
    case INCMAP_TYPE_BOOLEAN:
        return make_call(function, "boolean", 2, args);
    case INCMAP_TYPE_ARRAY:
        return convert_identity_array(function, get);
    default:
        return make_call(function, "coalesce", 2, args);
    }
}

IncmapValue
incmap_function_rewrite(const IncmapFunction *function)
{
    if (strcmp(function->type, "identity") == 0 && function->property != NULL)
        return convert_identity(function);
    const IncmapValue *stops = function->stops->as.items;
    guint n_stops = function->stops->n;
    if (stops[0].as.items[0].kind == INCMAP_VALUE_OBJECT)
        return convert_composite(function);
    if (function->property != NULL)
        return convert_property(function, stops, n_stops);
    gboolean is_step = strcmp(function->type, "exponential") != 0;
    gboolean has_tokens = (function->spec->flags & INCMAP_EXPRESSION_HAS_TOKENS) != 0;
    IncmapValue zoom = make_call(function, "zoom", 0, NULL);
    return convert_stops(function, zoom, stops, n_stops, is_step, has_tokens);
}
