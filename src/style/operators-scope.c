/* SPDX-License-Identifier: MIT */
/*
 * `let` and `var`: names for parts of an expression. A name is evaluated anew at each use.
 */
#include "style/nearest.h"
#include "style/node.h"

#include <string.h>

static gboolean
evaluate_let(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    return incmap_node_evaluate(node->args[node->n_args - 1], eval, out_value);
}

static gboolean
check_name(IncmapParser *parser, const IncmapValue *name)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    if (name->kind != INCMAP_VALUE_STRING) {
        incmap_parser_fail(parser, name, "\"let\" takes a name here, not %s",
                           incmap_value_describe(name));
        return FALSE;
    }
    if (strspn(name->as.string, letters) != name->n) {
        incmap_parser_fail(parser, name, "a name is made of letters, digits and _, not \"%s\"",
                           name->as.string);
        return FALSE;
    }
    return TRUE;
}

/* ["let", name, value, name, value…, result]; names do not see each other */
static IncmapNode *
parse_let(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n < 4 || value->n % 2 != 0)
        return incmap_parser_fail(parser, value,
                                  "\"let\" takes pairs of name and value, then a result");
    guint n_names = value->n / 2 - 1;
    const IncmapScope *outer = parser->scope;
    IncmapScope *scopes = incmap_arena_new_array(parser->arena, IncmapScope, n_names);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_let, NULL, n_names + 1);
    for (guint i = 0; i < n_names; i++) {
        const IncmapValue *name = &value->as.items[1 + i * 2];
        if (!check_name(parser, name))
            return NULL;
        IncmapNode *bound = incmap_parser_parse(parser, name + 1, NULL);
        if (bound == NULL)
            return NULL;
        scopes[i] = (IncmapScope){name->as.string, bound, i > 0 ? &scopes[i - 1] : outer};
        incmap_node_set_arg(node, i, bound);
    }
    parser->scope = &scopes[n_names - 1];
    IncmapNode *result = incmap_parser_parse(parser, &value->as.items[value->n - 1], expected);
    parser->scope = outer;
    if (result == NULL)
        return NULL;
    node->depends = 0; /* what is bound counts only where it is used */
    incmap_node_set_arg(node, n_names, result);
    node->type = result->type;
    return node;
}

static gboolean
evaluate_var(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const IncmapNode *bound = node->data;
    return incmap_node_evaluate(bound, eval, out_value);
}

static IncmapNode *
parse_var(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    if (value->n != 2 || value->as.items[1].kind != INCMAP_VALUE_STRING)
        return incmap_parser_fail(parser, value, "\"var\" takes one name");
    const char *name = value->as.items[1].as.string;
    IncmapNearest nearest = {.wanted = name};
    for (const IncmapScope *scope = parser->scope; scope != NULL; scope = scope->outer) {
        if (strcmp(scope->name, name) == 0) {
            IncmapNode *node = incmap_node_new(parser, value, evaluate_var, scope->bound->type, 0);
            node->depends = scope->bound->depends;
            node->data = scope->bound;
            return node;
        }
        incmap_nearest_offer(&nearest, scope->name);
    }
    if (nearest.best != NULL)
        return incmap_parser_fail(parser, &value->as.items[1],
                                  "no \"let\" around this names \"%s\"; did you mean \"%s\"?", name,
                                  nearest.best);
    return incmap_parser_fail(parser, &value->as.items[1], "no \"let\" around this names \"%s\"",
                              name);
}

const IncmapOperator incmap_operators_scope[] = {
    {"let", parse_let, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"var", parse_var, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
