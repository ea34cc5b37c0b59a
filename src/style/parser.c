/* SPDX-License-Identifier: MIT */
/*
 * From a value of the style file to a tree of typed nodes. An argument of unknown type is
 * checked or converted when it is evaluated; whatever depends on nothing is evaluated at once.
 */
#include "style/nearest.h"
#include "style/node.h"

#include <string.h>

#define MAX_DEPTH 100

static const IncmapOperator *const tables[] = {
    incmap_operators_coerce, incmap_operators_color,         incmap_operators_compare,
    incmap_operators_curve,  incmap_operators_decide,        incmap_operators_feature,
    incmap_operators_format, incmap_operators_list,          incmap_operators_match,
    incmap_operators_math,   incmap_operators_scope,         incmap_operators_text,
    incmap_operators_type,   incmap_operators_number_format,
};

void *
incmap_parser_fail(IncmapParser *parser, const IncmapValue *at, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    g_autofree char *message = g_strdup_vprintf(format, args);
    va_end(args);
    incmap_document_fail(parser->document, at, parser->error, "%s", message);
    return NULL;
}

void *
incmap_parser_fail_type(IncmapParser *parser, const IncmapValue *at, const IncmapType *expected,
                        const IncmapType *actual)
{
    g_autofree char *wanted = incmap_type_format(expected);
    g_autofree char *found = incmap_type_format(actual);
    return incmap_parser_fail(parser, at, "type %s is needed here, not %s", wanted, found);
}

gboolean
incmap_parser_knows(const char *name)
{
    for (guint t = 0; t < G_N_ELEMENTS(tables); t++) {
        for (const IncmapOperator *op = tables[t]; op->name != NULL; op++) {
            if (strcmp(op->name, name) == 0)
                return TRUE;
        }
    }
    return FALSE;
}

static const char *
skip_param(const char *params)
{
    return params[1] == '*' ? params : params + 1;
}

static gboolean
accepts_count(const IncmapOperator *op, guint n_args)
{
    const char *c = op->params;
    guint n = 0;
    for (; *c != '\0'; c++) {
        if (*c == '*')
            return n_args + 1 >= n;
        n++;
    }
    return n == n_args;
}

static const IncmapType *
param_type(char letter)
{
    static const struct {
        char letter;
        IncmapTypeKind kind;
    } letters[] = {
        {'n', INCMAP_TYPE_NUMBER},   {'s', INCMAP_TYPE_STRING}, {'b', INCMAP_TYPE_BOOLEAN},
        {'c', INCMAP_TYPE_COLOR},    {'o', INCMAP_TYPE_OBJECT}, {'v', INCMAP_TYPE_VALUE},
        {'k', INCMAP_TYPE_COLLATOR},
    };
    for (guint i = 0; i < G_N_ELEMENTS(letters); i++) {
        if (letters[i].letter == letter)
            return incmap_type_get(letters[i].kind);
    }
    g_assert_not_reached();
}

static IncmapNode *
parse_by_params(IncmapParser *parser, const IncmapValue *value, const IncmapOperator *op)
{
    IncmapNode *node =
        incmap_node_new(parser, value, op->func, incmap_type_get(op->result), value->n - 1);
    node->depends = op->depends;
    const char *param = op->params;
    for (guint i = 1; i < value->n; i++, param = skip_param(param)) {
        IncmapNode *arg = incmap_parser_parse(parser, &value->as.items[i], param_type(*param));
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i - 1, arg);
    }
    return node;
}

static void *
fail_unknown(IncmapParser *parser, const IncmapValue *at)
{
    static const char *const not_in_print[] = {"feature-state", "global-state", "within",
                                               "distance",      "elevation",    NULL};
    const char *name = at->as.string;
    if (g_strv_contains(not_in_print, name))
        return incmap_parser_fail(parser, at, "operator \"%s\" has no meaning on a printed map",
                                  name);
    IncmapNearest nearest = {.wanted = name};
    for (guint t = 0; t < G_N_ELEMENTS(tables); t++) {
        for (const IncmapOperator *op = tables[t]; op->name != NULL; op++)
            incmap_nearest_offer(&nearest, op->name);
    }
    if (nearest.best != NULL)
        return incmap_parser_fail(parser, at, "unknown operator \"%s\"; did you mean \"%s\"?", name,
                                  nearest.best);
    return incmap_parser_fail(
        parser, at, "unknown operator \"%s\"; a list of values is written [\"literal\", […]]",
        name);
}

static IncmapNode *
parse_operator(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    const IncmapValue *head = &value->as.items[0];
    if (head->kind != INCMAP_VALUE_STRING)
        return incmap_parser_fail(
            parser, head,
            "an expression begins with the name of an operator, not with %s; a list of values is "
            "written [\"literal\", […]]",
            incmap_value_describe(head));
    gboolean is_known = FALSE;
    for (guint t = 0; t < G_N_ELEMENTS(tables); t++) {
        for (const IncmapOperator *op = tables[t]; op->name != NULL; op++) {
            if (strcmp(op->name, head->as.string) != 0)
                continue;
            if (op->parse != NULL)
                return op->parse(parser, value, expected);
            if (accepts_count(op, value->n - 1))
                return parse_by_params(parser, value, op);
            is_known = TRUE;
        }
    }
    if (!is_known)
        return fail_unknown(parser, head);
    return incmap_parser_fail(parser, value, "\"%s\" does not take %u arguments", head->as.string,
                              value->n - 1);
}

static IncmapNode *
parse_bare(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->kind == INCMAP_VALUE_OBJECT)
        return incmap_parser_fail(parser, value,
                                  "a mapping is written [\"literal\", {…}] in an expression");
    if (value->kind != INCMAP_VALUE_ARRAY)
        return incmap_node_new_literal(parser, value, *value,
                                       incmap_type_of_value(parser->arena, value));
    if (value->n == 0)
        return incmap_parser_fail(parser, value,
                                  "an empty list is written [\"literal\", []] in an expression");
    return parse_operator(parser, value, expected);
}

static gboolean
is_coerced_by_type(IncmapTypeKind expected, IncmapTypeKind actual)
{
    switch (expected) {
    case INCMAP_TYPE_COLOR:
    case INCMAP_TYPE_FORMATTED:
        return actual == INCMAP_TYPE_VALUE || actual == INCMAP_TYPE_STRING;
    case INCMAP_TYPE_PADDING:
    case INCMAP_TYPE_NUMBERS:
        return actual == INCMAP_TYPE_VALUE || actual == INCMAP_TYPE_NUMBER ||
               actual == INCMAP_TYPE_ARRAY;
    case INCMAP_TYPE_COLORS:
        return actual == INCMAP_TYPE_VALUE || actual == INCMAP_TYPE_STRING ||
               actual == INCMAP_TYPE_COLOR || actual == INCMAP_TYPE_ARRAY;
    case INCMAP_TYPE_PROJECTION:
        return actual == INCMAP_TYPE_VALUE || actual == INCMAP_TYPE_STRING ||
               actual == INCMAP_TYPE_ARRAY;
    case INCMAP_TYPE_OFFSETS:
        return actual == INCMAP_TYPE_VALUE || actual == INCMAP_TYPE_ARRAY;
    default:
        return FALSE;
    }
}

static IncmapNode *
annotate(IncmapParser *parser, IncmapNode *node, const IncmapType *expected,
         IncmapAnnotation annotation)
{
    IncmapTypeKind kind = expected->kind;
    gboolean is_asserted = kind == INCMAP_TYPE_STRING || kind == INCMAP_TYPE_NUMBER ||
                           kind == INCMAP_TYPE_BOOLEAN || kind == INCMAP_TYPE_OBJECT ||
                           kind == INCMAP_TYPE_ARRAY;
    gboolean is_coerced = is_coerced_by_type(kind, node->type->kind);
    if (is_coerced || (is_asserted && node->type->kind == INCMAP_TYPE_VALUE)) {
        if (annotation == INCMAP_ANNOTATE_OMIT)
            return node;
        if (is_coerced || (annotation == INCMAP_ANNOTATE_COERCE && kind != INCMAP_TYPE_ARRAY))
            return incmap_node_new_coercion(parser, node, expected);
        return incmap_node_new_assertion(parser, node, expected);
    }
    if (!incmap_type_accepts(expected, node->type))
        return incmap_parser_fail_type(parser, node->source, expected, node->type);
    return node;
}

static IncmapNode *
fold(IncmapParser *parser, IncmapNode *node)
{
    if (node->is_literal || node->depends != 0)
        return node;
    IncmapValue value;
    parser->fold.n_steps = 0;
    if (!incmap_node_evaluate(node, &parser->fold, &value))
        return incmap_parser_fail(parser, node->source, "%s", parser->fold.failure);
    return incmap_node_new_literal(parser, node->source, value, node->type);
}

IncmapNode *
incmap_parser_parse_annotated(IncmapParser *parser, const IncmapValue *value,
                              const IncmapType *expected, IncmapAnnotation annotation)
{
    if (parser->depth >= MAX_DEPTH)
        return incmap_parser_fail(parser, value, "nested deeper than %d levels", MAX_DEPTH);
    parser->depth++;
    IncmapNode *node = parse_bare(parser, value, expected);
    if (node != NULL && expected != NULL)
        node = annotate(parser, node, expected, annotation);
    if (node != NULL)
        node = fold(parser, node);
    parser->depth--;
    return node;
}

IncmapNode *
incmap_parser_parse(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    return incmap_parser_parse_annotated(parser, value, expected, INCMAP_ANNOTATE_AS_TYPE);
}
