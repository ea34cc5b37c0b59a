/* SPDX-License-Identifier: MIT */
/*
 * `step` and `interpolate`: values along a number. The stops are constants and ascend; args[0] is
 * the input, then comes one result a stop. The first stop of a step is minus infinity.
 */
#include "style/curve.h"

#include <math.h>
#include <string.h>

/* The last stop at or below @x; 0 where there is none. */
static guint
find_stop(const IncmapCurve *curve, double x)
{
    guint low = 0;
    guint high = curve->n_stops - 1;
    while (low < high) {
        guint middle = (low + high + 1) / 2;
        if (curve->stops[middle] <= x)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

static gboolean
evaluate_step(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    double x = 0;
    if (!incmap_node_evaluate_number(node->args[0], eval, &x))
        return FALSE;
    return incmap_node_evaluate(node->args[1 + find_stop(node->data, x)], eval, out_value);
}

static gboolean mix_values(const IncmapCurve *curve, IncmapEval *eval, const IncmapValue *a,
                           const IncmapValue *b, double t, IncmapValue *out_value);

static gboolean
mix_arrays(const IncmapCurve *curve, IncmapEval *eval, const IncmapValue *a, const IncmapValue *b,
           double t, IncmapValue *out_value)
{
    if (a->n != b->n)
        return incmap_eval_fail(eval, "lists of %u and %u numbers cannot be mixed", a->n, b->n);
    IncmapValue *items = incmap_eval_alloc(eval, MAX(a->n, 1), sizeof *items);
    if (items == NULL)
        return FALSE;
    for (guint i = 0; i < a->n; i++) {
        if (!mix_values(curve, eval, &a->as.items[i], &b->as.items[i], t, &items[i]))
            return FALSE;
    }
    *out_value = incmap_value_new_array(items, a->n);
    return TRUE;
}

/* Projections are not mixed here: both are named, with the way from one to the other. */
static gboolean
mix_names(IncmapEval *eval, const IncmapValue *a, const IncmapValue *b, double t,
          IncmapValue *out_value)
{
    IncmapValue *items = incmap_eval_alloc(eval, 3, sizeof *items);
    if (items == NULL)
        return FALSE;
    items[0] = *a;
    items[1] = *b;
    items[2] = incmap_value_new_number(t);
    *out_value = incmap_value_new_array(items, 3);
    return TRUE;
}

static gboolean
mix_values(const IncmapCurve *curve, IncmapEval *eval, const IncmapValue *a, const IncmapValue *b,
           double t, IncmapValue *out_value)
{
    if (a->kind == INCMAP_VALUE_NUMBER && b->kind == INCMAP_VALUE_NUMBER) {
        *out_value = incmap_value_new_number(a->as.number + (b->as.number - a->as.number) * t);
        return TRUE;
    }
    if (a->kind == INCMAP_VALUE_COLOR && b->kind == INCMAP_VALUE_COLOR) {
        IncmapColor color = incmap_color_mix(a->as.color, b->as.color, t, curve->space);
        *out_value = incmap_value_new_color(eval->arena, &color);
        return TRUE;
    }
    if (a->kind == INCMAP_VALUE_STRING && b->kind == INCMAP_VALUE_STRING)
        return mix_names(eval, a, b, t, out_value);
    if (a->kind == INCMAP_VALUE_ARRAY && b->kind == INCMAP_VALUE_ARRAY)
        return mix_arrays(curve, eval, a, b, t, out_value);
    return incmap_eval_fail(eval, "%s and %s cannot be mixed", incmap_value_describe(a),
                            incmap_value_describe(b));
}

static gboolean
evaluate_interpolate(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const IncmapCurve *curve = node->data;
    double x = 0;
    if (!incmap_node_evaluate_number(node->args[0], eval, &x))
        return FALSE;
    guint i = find_stop(curve, x);
    if (i + 1 == curve->n_stops || x <= curve->stops[i])
        return incmap_node_evaluate(node->args[1 + i], eval, out_value);
    double t = incmap_curve_get_progress(curve, x, curve->stops[i], curve->stops[i + 1]);
    IncmapValue a, b;
    return incmap_node_evaluate(node->args[1 + i], eval, &a) &&
           incmap_node_evaluate(node->args[2 + i], eval, &b) &&
           mix_values(curve, eval, &a, &b, t, out_value);
}

/* Parses the pairs of stop and result from item @first on. */
static const IncmapType *
parse_stops(IncmapParser *parser, const IncmapValue *value, guint first, IncmapNode *node,
            IncmapCurve *curve, const IncmapType *wanted)
{
    for (guint i = first; i < value->n; i += 2) {
        const IncmapValue *stop = &value->as.items[i];
        if (stop->kind != INCMAP_VALUE_NUMBER)
            return incmap_parser_fail(parser, stop, "a stop of \"%s\" is a constant number, not %s",
                                      node->name, incmap_value_describe(stop));
        if (curve->n_stops > 0 && curve->stops[curve->n_stops - 1] >= stop->as.number)
            return incmap_parser_fail(parser, stop, "stops ascend, but %g stands behind %g",
                                      stop->as.number, curve->stops[curve->n_stops - 1]);
        IncmapNode *result = incmap_parser_parse(parser, stop + 1, wanted);
        if (result == NULL)
            return NULL;
        if (wanted == NULL)
            wanted = result->type;
        curve->stops[curve->n_stops++] = stop->as.number;
        incmap_node_set_arg(node, curve->n_stops, result);
    }
    return wanted;
}

static IncmapNode *
parse_step(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n < 5 || value->n % 2 != 1)
        return incmap_parser_fail(
            parser, value,
            "\"step\" takes an input, a first result, then pairs of stop and result");
    IncmapCurve *curve = incmap_arena_new_array(parser->arena, IncmapCurve, 1);
    guint n_stops = (value->n - 1) / 2;
    curve->stops = incmap_arena_new_array(parser->arena, double, n_stops);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_step, NULL, n_stops + 1);
    node->data = curve;
    IncmapNode *input =
        incmap_parser_parse(parser, &value->as.items[1], incmap_type_get(INCMAP_TYPE_NUMBER));
    const IncmapType *wanted = incmap_type_wanted(expected);
    IncmapNode *lowest =
        input != NULL ? incmap_parser_parse(parser, &value->as.items[2], wanted) : NULL;
    if (lowest == NULL)
        return NULL;
    incmap_node_set_arg(node, 0, input);
    incmap_node_set_arg(node, 1, lowest);
    curve->stops[curve->n_stops++] = -INFINITY;
    node->type = parse_stops(parser, value, 3, node, curve, wanted != NULL ? wanted : lowest->type);
    return node->type != NULL ? node : NULL;
}

static gboolean
can_be_mixed(const IncmapType *type)
{
    return type->kind == INCMAP_TYPE_NUMBER || type->kind == INCMAP_TYPE_COLOR ||
           type->kind == INCMAP_TYPE_PADDING || type->kind == INCMAP_TYPE_NUMBERS ||
           type->kind == INCMAP_TYPE_COLORS || type->kind == INCMAP_TYPE_PROJECTION ||
           (type->kind == INCMAP_TYPE_ARRAY && type->item->kind == INCMAP_TYPE_NUMBER &&
            type->n_items >= 0);
}

static IncmapNode *
parse_interpolate(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    const char *name = value->as.items[0].as.string;
    IncmapCurve *curve = incmap_curve_parse(parser, value);
    if (curve == NULL)
        return NULL;
    if (value->n < 5 || value->n % 2 != 1)
        return incmap_parser_fail(
            parser, value, "\"%s\" takes a curve, an input, then pairs of stop and result", name);
    IncmapNode *input =
        incmap_parser_parse(parser, &value->as.items[2], incmap_type_get(INCMAP_TYPE_NUMBER));
    if (input == NULL)
        return NULL;
    guint n_stops = (value->n - 3) / 2;
    curve->stops = incmap_arena_new_array(parser->arena, double, n_stops);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_interpolate, NULL, n_stops + 1);
    node->data = curve;
    incmap_node_set_arg(node, 0, input);
    const IncmapType *wanted = curve->space != INCMAP_COLOR_SPACE_RGB
                                   ? incmap_type_get(INCMAP_TYPE_COLOR)
                                   : incmap_type_wanted(expected);
    node->type = parse_stops(parser, value, 3, node, curve, wanted);
    if (node->type == NULL || can_be_mixed(node->type))
        return node->type != NULL ? node : NULL;
    g_autofree char *type = incmap_type_format(node->type);
    return incmap_parser_fail(parser, value,
                              "values of type %s cannot be interpolated; use \"step\"", type);
}

const IncmapOperator incmap_operators_curve[] = {
    {"interpolate", parse_interpolate, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"interpolate-hcl", parse_interpolate, NULL, INCMAP_TYPE_COLOR, NULL, 0},
    {"interpolate-lab", parse_interpolate, NULL, INCMAP_TYPE_COLOR, NULL, 0},
    {"step", parse_step, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
