/* SPDX-License-Identifier: MIT */
/*
 * Decisions: `case`, `coalesce`, `all`, `any` and `!`; `match` has a file of its own. Only the
 * branch that is taken is evaluated.
 */
#include "style/node.h"

static gboolean
evaluate_all(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    gboolean is_true = TRUE;
    for (guint i = 0; is_true && i < node->n_args; i++) {
        if (!incmap_node_evaluate_bool(node->args[i], eval, &is_true))
            return FALSE;
    }
    *out_value = incmap_value_new_bool(is_true);
    return TRUE;
}

static gboolean
evaluate_any(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    gboolean is_true = FALSE;
    for (guint i = 0; !is_true && i < node->n_args; i++) {
        if (!incmap_node_evaluate_bool(node->args[i], eval, &is_true))
            return FALSE;
    }
    *out_value = incmap_value_new_bool(is_true);
    return TRUE;
}

static gboolean
evaluate_not(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    gboolean is_true = FALSE;
    if (!incmap_node_evaluate_bool(node->args[0], eval, &is_true))
        return FALSE;
    *out_value = incmap_value_new_bool(!is_true);
    return TRUE;
}

static gboolean
evaluate_case(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    for (guint i = 0; i + 1 < node->n_args; i += 2) {
        gboolean is_true = FALSE;
        if (!incmap_node_evaluate_bool(node->args[i], eval, &is_true))
            return FALSE;
        if (is_true)
            return incmap_node_evaluate(node->args[i + 1], eval, out_value);
    }
    return incmap_node_evaluate(node->args[node->n_args - 1], eval, out_value);
}

static IncmapNode *
parse_case(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n < 4 || value->n % 2 != 0)
        return incmap_parser_fail(
            parser, value, "\"case\" takes pairs of condition and result, then one more result");
    const IncmapType *wanted = incmap_type_wanted(expected);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_case, NULL, value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        gboolean is_condition = i % 2 == 1 && i + 1 < value->n;
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i],
                                is_condition ? incmap_type_get(INCMAP_TYPE_BOOLEAN) : wanted);
        if (arg == NULL)
            return NULL;
        if (!is_condition && wanted == NULL)
            wanted = arg->type;
        incmap_node_set_arg(node, i - 1, arg);
    }
    node->type = wanted;
    return node;
}

/* The first argument that is not null. */
static gboolean
evaluate_coalesce(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value = incmap_value_new_null();
    for (guint i = 0; value.kind == INCMAP_VALUE_NULL && i < node->n_args; i++) {
        if (!incmap_node_evaluate(node->args[i], eval, &value))
            return FALSE;
    }
    *out_value = value;
    return TRUE;
}

/* Arguments stay as they are, so that null can pass to the next; the whole is checked instead. */
static IncmapNode *
parse_coalesce(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n < 2)
        return incmap_parser_fail(parser, value, "\"coalesce\" takes one or more values");
    const IncmapType *wanted = incmap_type_wanted(expected);
    const IncmapType *outer = wanted;
    gboolean is_open = FALSE;
    IncmapNode *node = incmap_node_new(parser, value, evaluate_coalesce, NULL, value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg = incmap_parser_parse_annotated(parser, &value->as.items[i], wanted,
                                                        INCMAP_ANNOTATE_OMIT);
        if (arg == NULL)
            return NULL;
        if (wanted == NULL)
            wanted = arg->type;
        is_open = is_open || (outer != NULL && !incmap_type_accepts(outer, arg->type));
        incmap_node_set_arg(node, i - 1, arg);
    }
    node->type = is_open ? incmap_type_get(INCMAP_TYPE_VALUE) : wanted;
    return node;
}

const IncmapOperator incmap_operators_decide[] = {
    {"!", NULL, "b", INCMAP_TYPE_BOOLEAN, evaluate_not, 0},
    {"all", NULL, "b*", INCMAP_TYPE_BOOLEAN, evaluate_all, 0},
    {"any", NULL, "b*", INCMAP_TYPE_BOOLEAN, evaluate_any, 0},
    {"case", parse_case, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"coalesce", parse_coalesce, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
