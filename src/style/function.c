/* SPDX-License-Identifier: MIT */
#include "style/function.h"

#include "style/function-private.h"
#include "style/nearest.h"

#include <string.h>

static gboolean
check_keys(IncmapStyleDocument *document, const IncmapValue *value, GError **error)
{
    static const char *const keys[] = {"stops",   "property",   "type", "base",
                                       "default", "colorSpace", NULL};
    for (guint i = 0; i < value->n; i++) {
        const IncmapValue *key = &value->as.members[i].key;
        IncmapNearest nearest = {.wanted = key->as.string};
        for (guint k = 0; keys[k] != NULL; k++)
            incmap_nearest_offer(&nearest, keys[k]);
        if (!g_strv_contains(keys, key->as.string))
            return incmap_document_fail(document, key, error, "a function has no key \"%s\"%s%s%s",
                                        key->as.string, nearest.best ? "; did you mean \"" : "",
                                        nearest.best ? nearest.best : "",
                                        nearest.best ? "\"?" : "");
    }
    return TRUE;
}

static gboolean
check_stop(IncmapStyleDocument *document, const IncmapValue *stop, const IncmapValue *first,
           GError **error)
{
    if (stop->kind != INCMAP_VALUE_ARRAY || stop->n != 2)
        return incmap_document_fail(document, stop, error, "a stop is a pair [input, output]");
    const IncmapValue *input = &stop->as.items[0];
    const IncmapValue *zoom = incmap_value_find(input, "zoom");
    const IncmapValue *of_property = incmap_value_find(input, "value");
    gboolean is_composite = input->kind == INCMAP_VALUE_OBJECT;
    if (is_composite && (zoom == NULL || of_property == NULL || zoom->kind != INCMAP_VALUE_NUMBER))
        return incmap_document_fail(document, input, error,
                                    "a stop for zoom and property begins {zoom: …, value: …}");
    if (is_composite != (first->kind == INCMAP_VALUE_OBJECT))
        return incmap_document_fail(document, input, error,
                                    "either all stops have a zoom and a value, or none has");
    return TRUE;
}

static gboolean
check_stops(IncmapStyleDocument *document, const IncmapFunction *function, GError **error)
{
    const IncmapValue *stops = function->stops;
    if (stops->kind != INCMAP_VALUE_ARRAY || stops->n == 0)
        return incmap_document_fail(document, stops, error,
                                    "\"stops\" is a list of one or more pairs");
    for (guint i = 0; i < stops->n; i++) {
        const IncmapValue *first =
            stops->as.items[0].kind == INCMAP_VALUE_ARRAY && stops->as.items[0].n > 0
                ? &stops->as.items[0].as.items[0]
                : stops;
        if (!check_stop(document, &stops->as.items[i], first, error))
            return FALSE;
    }
    if (stops->as.items[0].as.items[0].kind == INCMAP_VALUE_OBJECT && function->property == NULL)
        return incmap_document_fail(document, function->source, error,
                                    "stops with a zoom and a value need a property");
    return TRUE;
}

static gboolean
read_type(IncmapStyleDocument *document, const IncmapValue *value, IncmapFunction *function,
          GError **error)
{
    static const char *const types[] = {"identity", "exponential", "interval", "categorical", NULL};
    const IncmapValue *type = incmap_value_find(value, "type");
    gboolean can_mix = (function->spec->flags & INCMAP_EXPRESSION_CAN_MIX) != 0;
    function->type = can_mix ? "exponential" : "interval";
    if (type != NULL) {
        if (type->kind != INCMAP_VALUE_STRING || !g_strv_contains(types, type->as.string))
            return incmap_document_fail(
                document, type, error,
                "the type of a function is identity, exponential, interval or categorical");
        function->type = type->as.string;
    }
    const IncmapValue *base = incmap_value_find(value, "base");
    if (base != NULL && base->kind != INCMAP_VALUE_NUMBER)
        return incmap_document_fail(document, base, error, "the base of a function is a number");
    function->base = base != NULL ? base->as.number : 1;
    const IncmapValue *space = incmap_value_find(value, "colorSpace");
    function->mixer = incmap_value_is_string(space, "hcl")   ? "interpolate-hcl"
                      : incmap_value_is_string(space, "lab") ? "interpolate-lab"
                                                             : "interpolate";
    if (space != NULL && strcmp(function->mixer, "interpolate") == 0 &&
        !incmap_value_is_string(space, "rgb"))
        return incmap_document_fail(document, space, error, "a colour space is rgb, lab or hcl");
    return TRUE;
}

gboolean
incmap_function_convert(IncmapStyleDocument *document, const IncmapValue *value,
                        const IncmapExpressionSpec *spec, IncmapValue *out_value, GError **error)
{
    IncmapFunction function = {.arena = incmap_document_get_arena(document),
                               .source = value,
                               .spec = spec,
                               .stops = incmap_value_find(value, "stops"),
                               .property = incmap_value_find(value, "property"),
                               .fallback = incmap_value_find(value, "default")};
    if (!check_keys(document, value, error) || !read_type(document, value, &function, error))
        return FALSE;
    gboolean is_identity = strcmp(function.type, "identity") == 0;
    if (function.property != NULL && function.property->kind != INCMAP_VALUE_STRING)
        return incmap_document_fail(document, function.property, error,
                                    "the property of a function is a name");
    if (function.stops == NULL && (!is_identity || function.property == NULL))
        return incmap_document_fail(document, value, error,
                                    "a function has stops, or a property and the type identity");
    if ((!is_identity || function.property == NULL) && !check_stops(document, &function, error))
        return FALSE;
    *out_value = incmap_function_rewrite(&function);
    return TRUE;
}
