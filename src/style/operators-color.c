/* SPDX-License-Identifier: MIT */
/*
 * Colours from numbers and back. Red, green and blue are 0 to 255 here, opacity 0 to 1.
 */
#include "style/node.h"

static gboolean
evaluate_rgba(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    double parts[4] = {0, 0, 0, 1};
    for (guint i = 0; i < node->n_args; i++) {
        double largest = i < 3 ? 255 : 1;
        if (!incmap_node_evaluate_number(node->args[i], eval, &parts[i]))
            return FALSE;
        if (!(parts[i] >= 0 && parts[i] <= largest))
            return incmap_eval_fail(eval, "%s of a colour is 0 to %g, not %g",
                                    i < 3 ? "red, green or blue" : "the opacity", largest,
                                    parts[i]);
    }
    IncmapColor color = {parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]};
    *out_value = incmap_value_new_color(eval->arena, &color);
    return TRUE;
}

static gboolean
evaluate_to_rgba(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node->args[0], eval, &value))
        return FALSE;
    IncmapValue *items = incmap_eval_alloc(eval, 4, sizeof *items);
    if (items == NULL)
        return FALSE;
    if (value.kind != INCMAP_VALUE_COLOR)
        return incmap_eval_fail(eval, "a colour is needed, but here is %s",
                                incmap_value_describe(&value));
    items[0] = incmap_value_new_number(value.as.color->r * 255);
    items[1] = incmap_value_new_number(value.as.color->g * 255);
    items[2] = incmap_value_new_number(value.as.color->b * 255);
    items[3] = incmap_value_new_number(value.as.color->a);
    *out_value = incmap_value_new_array(items, 4);
    return TRUE;
}

static IncmapNode *
parse_to_rgba(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    if (value->n != 2)
        return incmap_parser_fail(parser, value, "\"to-rgba\" takes one colour");
    IncmapNode *arg =
        incmap_parser_parse(parser, &value->as.items[1], incmap_type_get(INCMAP_TYPE_COLOR));
    if (arg == NULL)
        return NULL;
    const IncmapType *type =
        incmap_type_new_array(parser->arena, incmap_type_get(INCMAP_TYPE_NUMBER), 4);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_to_rgba, type, 1);
    incmap_node_set_arg(node, 0, arg);
    return node;
}

const IncmapOperator incmap_operators_color[] = {
    {"rgb", NULL, "nnn", INCMAP_TYPE_COLOR, evaluate_rgba, 0},
    {"rgba", NULL, "nnnn", INCMAP_TYPE_COLOR, evaluate_rgba, 0},
    {"to-rgba", parse_to_rgba, NULL, INCMAP_TYPE_ARRAY, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
