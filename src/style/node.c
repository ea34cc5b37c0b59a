/* SPDX-License-Identifier: MIT */
#include "style/node.h"

#include <string.h>

IncmapNode *
incmap_node_new(IncmapParser *parser, const IncmapValue *source, IncmapNodeFunc func,
                const IncmapType *type, guint n_args)
{
    IncmapNode *node = incmap_arena_new_array(parser->arena, IncmapNode, 1);
    node->func = func;
    node->type = type;
    node->source = source;
    node->n_args = n_args;
    node->args = incmap_arena_new_array(parser->arena, IncmapNode *, n_args);
    if (source->kind == INCMAP_VALUE_ARRAY && source->n > 0 &&
        source->as.items[0].kind == INCMAP_VALUE_STRING)
        node->name = source->as.items[0].as.string;
    else
        node->name = "literal";
    return node;
}

static gboolean
evaluate_literal(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)eval;
    *out_value = node->value;
    return TRUE;
}

IncmapNode *
incmap_node_new_literal(IncmapParser *parser, const IncmapValue *source, IncmapValue value,
                        const IncmapType *type)
{
    IncmapNode *node = incmap_node_new(parser, source, evaluate_literal, type, 0);
    node->name = "literal";
    node->is_literal = TRUE;
    node->value = value;
    return node;
}

void
incmap_node_set_arg(IncmapNode *node, guint i, IncmapNode *arg)
{
    g_assert(i < node->n_args);
    node->args[i] = arg;
    node->depends |= arg->depends;
}

gboolean
incmap_node_evaluate(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    if (++eval->n_steps > INCMAP_EVAL_MAX_STEPS)
        return incmap_eval_fail(eval, "takes more than %u steps", INCMAP_EVAL_MAX_STEPS);
    return node->func(node, eval, out_value);
}

static gboolean
fail_kind(IncmapEval *eval, const char *wanted, const IncmapValue *value)
{
    return incmap_eval_fail(eval, "%s is needed, but here is %s", wanted,
                            incmap_value_describe(value));
}

gboolean
incmap_node_evaluate_number(const IncmapNode *node, IncmapEval *eval, double *out_number)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node, eval, &value))
        return FALSE;
    if (value.kind != INCMAP_VALUE_NUMBER)
        return fail_kind(eval, "a number", &value);
    *out_number = value.as.number;
    return TRUE;
}

gboolean
incmap_node_evaluate_string(const IncmapNode *node, IncmapEval *eval, const char **out_text)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node, eval, &value))
        return FALSE;
    if (value.kind != INCMAP_VALUE_STRING)
        return fail_kind(eval, "text", &value);
    *out_text = value.as.string;
    return TRUE;
}

gboolean
incmap_node_evaluate_bool(const IncmapNode *node, IncmapEval *eval, gboolean *out_is_true)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node, eval, &value))
        return FALSE;
    if (value.kind != INCMAP_VALUE_BOOL)
        return fail_kind(eval, "a boolean", &value);
    *out_is_true = value.as.is_true;
    return TRUE;
}

const IncmapType *
incmap_type_wanted(const IncmapType *expected)
{
    return expected != NULL && expected->kind != INCMAP_TYPE_VALUE ? expected : NULL;
}
