/* SPDX-License-Identifier: MIT */
/*
 * Comparisons. Both sides are of one type; order is defined for numbers and for text, which is
 * compared by code points or by a collator.
 */
#include "style/collate.h"
#include "style/node.h"

#include <string.h>

typedef struct Comparison Comparison;
struct Comparison {
    const char *name;
    gboolean is_order; /* else equality */
    gboolean holds_below;
    gboolean holds_equal;
    gboolean holds_above;
};

static const Comparison comparisons[] = {
    {"==", FALSE, FALSE, TRUE, FALSE}, {"!=", FALSE, TRUE, FALSE, TRUE},
    {"<", TRUE, TRUE, FALSE, FALSE},   {"<=", TRUE, TRUE, TRUE, FALSE},
    {">", TRUE, FALSE, FALSE, TRUE},   {">=", TRUE, FALSE, TRUE, TRUE},
};

static gboolean
holds(const Comparison *comparison, int order)
{
    return order < 0    ? comparison->holds_below
           : order == 0 ? comparison->holds_equal
                        : comparison->holds_above;
}

static gboolean
holds_for_numbers(const Comparison *comparison, double a, double b)
{
    return (comparison->holds_below && a < b) || (comparison->holds_equal && a == b) ||
           (comparison->holds_above && a > b) ||
           (!comparison->is_order && comparison->holds_below && a != b);
}

static gboolean
evaluate_equality(const Comparison *comparison, const IncmapCollator *collator,
                  const IncmapValue *a, const IncmapValue *b)
{
    gboolean is_text = a->kind == INCMAP_VALUE_STRING && b->kind == INCMAP_VALUE_STRING;
    gboolean is_equal = collator != NULL && is_text
                            ? incmap_collator_compare(collator, a->as.string, b->as.string) == 0
                            : incmap_value_equal(a, b);
    return is_equal == comparison->holds_equal;
}

static gboolean
evaluate_compare(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const Comparison *comparison = node->data;
    IncmapValue a, b;
    IncmapValue collator = {0};
    if (!incmap_node_evaluate(node->args[0], eval, &a) ||
        !incmap_node_evaluate(node->args[1], eval, &b) ||
        (node->n_args == 3 && !incmap_node_evaluate(node->args[2], eval, &collator)))
        return FALSE;
    const IncmapCollator *by = collator.kind == INCMAP_VALUE_COLLATOR ? collator.as.collator : NULL;
    gboolean result = FALSE;
    if (!comparison->is_order)
        result = evaluate_equality(comparison, by, &a, &b);
    else if (a.kind == INCMAP_VALUE_NUMBER && b.kind == INCMAP_VALUE_NUMBER)
        result = holds_for_numbers(comparison, a.as.number, b.as.number);
    else if (a.kind == INCMAP_VALUE_STRING && b.kind == INCMAP_VALUE_STRING)
        result =
            holds(comparison, by != NULL ? incmap_collator_compare(by, a.as.string, b.as.string)
                                         : strcmp(a.as.string, b.as.string));
    else
        return incmap_eval_fail(eval, "\"%s\" compares two numbers or two texts, not %s and %s",
                                comparison->name, incmap_value_describe(&a),
                                incmap_value_describe(&b));
    *out_value = incmap_value_new_bool(result);
    return TRUE;
}

static const Comparison *
find_comparison(const char *name)
{
    for (guint i = 0; i < G_N_ELEMENTS(comparisons); i++) {
        if (strcmp(comparisons[i].name, name) == 0)
            return &comparisons[i];
    }
    g_assert_not_reached();
}

static gboolean
is_comparable(const Comparison *comparison, IncmapTypeKind kind)
{
    if (kind == INCMAP_TYPE_STRING || kind == INCMAP_TYPE_NUMBER || kind == INCMAP_TYPE_VALUE)
        return TRUE;
    return !comparison->is_order && (kind == INCMAP_TYPE_BOOLEAN || kind == INCMAP_TYPE_NULL);
}

static IncmapNode *
parse_side(IncmapParser *parser, const IncmapValue *value, const Comparison *comparison)
{
    IncmapNode *side = incmap_parser_parse(parser, value, incmap_type_get(INCMAP_TYPE_VALUE));
    if (side == NULL || is_comparable(comparison, side->type->kind))
        return side;
    g_autofree char *type = incmap_type_format(side->type);
    return incmap_parser_fail(parser, value, "\"%s\" cannot compare values of type %s",
                              comparison->name, type);
}

static gboolean
add_collator(IncmapParser *parser, IncmapNode *node, const IncmapValue *value)
{
    IncmapTypeKind a = node->args[0]->type->kind;
    IncmapTypeKind b = node->args[1]->type->kind;
    if (a != INCMAP_TYPE_STRING && a != INCMAP_TYPE_VALUE && b != INCMAP_TYPE_STRING &&
        b != INCMAP_TYPE_VALUE) {
        incmap_parser_fail(parser, value, "a collator compares only text");
        return FALSE;
    }
    IncmapNode *collator =
        incmap_parser_parse(parser, &value->as.items[3], incmap_type_get(INCMAP_TYPE_COLLATOR));
    if (collator == NULL)
        return FALSE;
    incmap_node_set_arg(node, 2, collator);
    return TRUE;
}

static IncmapNode *
parse_compare(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    const Comparison *comparison = find_comparison(value->as.items[0].as.string);
    if (value->n != 3 && value->n != 4)
        return incmap_parser_fail(parser, value, "\"%s\" takes two values, and possibly a collator",
                                  comparison->name);
    IncmapNode *a = parse_side(parser, &value->as.items[1], comparison);
    IncmapNode *b = a != NULL ? parse_side(parser, &value->as.items[2], comparison) : NULL;
    if (b == NULL)
        return NULL;
    gboolean is_a_open = a->type->kind == INCMAP_TYPE_VALUE;
    gboolean is_b_open = b->type->kind == INCMAP_TYPE_VALUE;
    if (a->type->kind != b->type->kind && !is_a_open && !is_b_open) {
        g_autofree char *left = incmap_type_format(a->type);
        g_autofree char *right = incmap_type_format(b->type);
        return incmap_parser_fail(parser, value, "type %s cannot be compared with type %s", left,
                                  right);
    }
    if (comparison->is_order && is_a_open && !is_b_open)
        a = incmap_node_new_assertion(parser, a, b->type);
    if (comparison->is_order && is_b_open && !is_a_open)
        b = incmap_node_new_assertion(parser, b, a->type);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_compare,
                                       incmap_type_get(INCMAP_TYPE_BOOLEAN), value->n - 1);
    node->data = comparison;
    incmap_node_set_arg(node, 0, a);
    incmap_node_set_arg(node, 1, b);
    return value->n == 4 && !add_collator(parser, node, value) ? NULL : node;
}

const IncmapOperator incmap_operators_compare[] = {
    {"!=", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"<", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"<=", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"==", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {">", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {">=", parse_compare, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
