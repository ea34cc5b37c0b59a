/* SPDX-License-Identifier: MIT */
/*
 * Constants and types: `literal`, `typeof`, and the checks that an argument is of a type, where
 * the first that is wins.
 */
#include "style/node.h"

#include <math.h>
#include <string.h>

static IncmapNode *
parse_literal(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n != 2)
        return incmap_parser_fail(parser, value, "\"literal\" takes one value");
    const IncmapValue *constant = &value->as.items[1];
    const IncmapType *type = incmap_type_of_value(parser->arena, constant);
    gboolean is_empty_list = type->kind == INCMAP_TYPE_ARRAY && type->n_items == 0;
    if (is_empty_list && expected != NULL && expected->kind == INCMAP_TYPE_ARRAY &&
        expected->n_items <= 0)
        type = expected;
    return incmap_node_new_literal(parser, value, *constant, type);
}

static gboolean
evaluate_typeof(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node->args[0], eval, &value))
        return FALSE;
    g_autofree char *name = incmap_type_format(incmap_type_of_value(eval->arena, &value));
    return incmap_eval_copy_string(eval, name, strlen(name), out_value);
}

static gboolean
is_of_plain_type(const IncmapValue *value, const IncmapType *type)
{
    switch (type->kind) {
    case INCMAP_TYPE_NUMBER:
        return value->kind == INCMAP_VALUE_NUMBER;
    case INCMAP_TYPE_STRING:
        return value->kind == INCMAP_VALUE_STRING;
    case INCMAP_TYPE_BOOLEAN:
        return value->kind == INCMAP_VALUE_BOOL;
    case INCMAP_TYPE_OBJECT:
        return value->kind == INCMAP_VALUE_OBJECT;
    default:
        return FALSE;
    }
}

static gboolean
evaluate_assertion(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value = {0};
    for (guint i = 0; i < node->n_args; i++) {
        if (!incmap_node_evaluate(node->args[i], eval, &value))
            return FALSE;
        if (is_of_plain_type(&value, node->type) ||
            (node->type->kind == INCMAP_TYPE_ARRAY && value.kind == INCMAP_VALUE_ARRAY &&
             incmap_type_accepts(node->type, incmap_type_of_value(eval->arena, &value)))) {
            *out_value = value;
            return TRUE;
        }
    }
    g_autofree char *wanted = incmap_type_format(node->type);
    g_autofree char *found = incmap_type_format(incmap_type_of_value(eval->arena, &value));
    return incmap_eval_fail(eval, "a value of type %s is needed, but here is one of type %s",
                            wanted, found);
}

IncmapNode *
incmap_node_new_assertion(IncmapParser *parser, IncmapNode *arg, const IncmapType *type)
{
    IncmapNode *node = incmap_node_new(parser, arg->source, evaluate_assertion, type, 1);
    node->name = "assertion";
    incmap_node_set_arg(node, 0, arg);
    return node;
}

static IncmapNode *
parse_alternatives(IncmapParser *parser, const IncmapValue *value, guint first,
                   const IncmapType *type)
{
    if (first >= value->n)
        return incmap_parser_fail(parser, value, "\"%s\" takes one or more values",
                                  value->as.items[0].as.string);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_assertion, type, value->n - first);
    for (guint i = first; i < value->n; i++) {
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i], incmap_type_get(INCMAP_TYPE_VALUE));
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i - first, arg);
    }
    return node;
}

static gboolean
find_plain_type(const IncmapValue *name, IncmapTypeKind *out_kind)
{
    static const struct {
        const char *name;
        IncmapTypeKind kind;
    } types[] = {{"string", INCMAP_TYPE_STRING},
                 {"number", INCMAP_TYPE_NUMBER},
                 {"boolean", INCMAP_TYPE_BOOLEAN},
                 {"object", INCMAP_TYPE_OBJECT}};
    for (guint i = 0; i < G_N_ELEMENTS(types); i++) {
        if (incmap_value_is_string(name, types[i].name)) {
            *out_kind = types[i].kind;
            return TRUE;
        }
    }
    return FALSE;
}

static IncmapNode *
parse_assertion(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    IncmapTypeKind kind = INCMAP_TYPE_VALUE;
    find_plain_type(&value->as.items[0], &kind);
    return parse_alternatives(parser, value, 1, incmap_type_get(kind));
}

/* ["array", value], ["array", type, value…] or ["array", type, length, value…] */
static IncmapNode *
parse_array(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    const IncmapValue *items = value->as.items;
    IncmapTypeKind kind = INCMAP_TYPE_VALUE;
    int n_items = -1;
    guint first = 1;
    if (value->n > 2) {
        if (!find_plain_type(&items[1], &kind) || kind == INCMAP_TYPE_OBJECT)
            return incmap_parser_fail(
                parser, &items[1],
                "the items of an \"array\" are \"string\", \"number\" or \"boolean\"");
        first = 2;
    }
    if (value->n > 3) {
        double n = items[2].kind == INCMAP_VALUE_NUMBER ? items[2].as.number : -1;
        if (items[2].kind != INCMAP_VALUE_NULL && (n < 0 || n > G_MAXINT || floor(n) != n))
            return incmap_parser_fail(parser, &items[2],
                                      "the length of an \"array\" is a whole number from 0");
        n_items = items[2].kind == INCMAP_VALUE_NULL ? -1 : (int)n;
        first = 3;
    }
    const IncmapType *type = incmap_type_new_array(parser->arena, incmap_type_get(kind), n_items);
    return parse_alternatives(parser, value, first, type);
}

const IncmapOperator incmap_operators_type[] = {
    {"array", parse_array, NULL, INCMAP_TYPE_ARRAY, NULL, 0},
    {"boolean", parse_assertion, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"literal", parse_literal, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"number", parse_assertion, NULL, INCMAP_TYPE_NUMBER, NULL, 0},
    {"object", parse_assertion, NULL, INCMAP_TYPE_OBJECT, NULL, 0},
    {"string", parse_assertion, NULL, INCMAP_TYPE_STRING, NULL, 0},
    {"typeof", NULL, "v", INCMAP_TYPE_STRING, evaluate_typeof, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
