/* SPDX-License-Identifier: MIT */
#include "style/expression.h"

#include "style/function.h"
#include "style/node.h"

#include <string.h>

struct IncmapExpression {
    const IncmapNode *root;
    const char *const *choices;
};

static gboolean
is_curve_over_zoom(const IncmapNode *node)
{
    gboolean is_curve =
        strcmp(node->name, "step") == 0 || g_str_has_prefix(node->name, "interpolate");
    return is_curve && node->n_args > 0 && strcmp(node->args[0]->name, "zoom") == 0;
}

/*
 * The zoom may only be the input of one `step` or `interpolate`, and that must be the root or
 * the result of a `let` or `coalesce` around it. Sets @out_curve to it and answers the node that
 * breaks the rule, if one does.
 */
static const IncmapNode *
find_zoom_curve(const IncmapNode *node, const IncmapNode **out_curve)
{
    const IncmapNode *curve = NULL;
    gboolean is_let = strcmp(node->name, "let") == 0;
    gboolean is_open = is_let || strcmp(node->name, "coalesce") == 0;
    if (is_curve_over_zoom(node))
        curve = node;
    for (guint i = 0; i < node->n_args; i++) {
        const IncmapNode *inner = NULL;
        if (node->args[i] == NULL || (node->args[i]->depends & INCMAP_DEPENDS_ZOOM) == 0)
            continue;
        const IncmapNode *culprit = find_zoom_curve(node->args[i], &inner);
        if (culprit != NULL)
            return culprit;
        if (inner == NULL)
            continue;
        if (curve != NULL || !is_open || (is_let && i + 1 < node->n_args))
            return inner;
        curve = inner;
    }
    *out_curve = curve;
    return NULL;
}

static gboolean
check_zoom(IncmapParser *parser, const IncmapNode *root, guint flags)
{
    if ((root->depends & INCMAP_DEPENDS_ZOOM) == 0 || (flags & INCMAP_EXPRESSION_ANY_ZOOM) != 0)
        return TRUE;
    const IncmapNode *curve = NULL;
    const IncmapNode *culprit = find_zoom_curve(root, &curve);
    if (culprit == NULL && curve != NULL)
        return TRUE;
    incmap_parser_fail(parser, culprit != NULL ? culprit->source : root->source,
                       "[\"zoom\"] can only be the input of one \"step\" or \"interpolate\" that "
                       "stands outermost");
    return FALSE;
}

static gboolean
check_uses(IncmapParser *parser, const IncmapNode *root, const IncmapExpressionSpec *spec)
{
    if ((spec->flags & INCMAP_EXPRESSION_NO_FEATURE) != 0 &&
        (root->depends & INCMAP_DEPENDS_FEATURE) != 0)
        incmap_parser_fail(parser, root->source, "this cannot depend on the feature");
    else if ((spec->flags & INCMAP_EXPRESSION_NO_ZOOM) != 0 &&
             (root->depends & INCMAP_DEPENDS_ZOOM) != 0)
        incmap_parser_fail(parser, root->source, "this cannot depend on the zoom");
    else if ((spec->flags & INCMAP_EXPRESSION_CAN_MIX) == 0 &&
             (root->depends & INCMAP_DEPENDS_ZOOM) != 0 &&
             g_str_has_prefix(root->name, "interpolate"))
        incmap_parser_fail(parser, root->source, "this cannot be interpolated; use \"step\"");
    else
        return check_zoom(parser, root, spec->flags);
    return FALSE;
}

static gboolean
is_choice(const char *const *choices, const IncmapValue *value)
{
    return choices == NULL ||
           (value->kind == INCMAP_VALUE_STRING && g_strv_contains(choices, value->as.string));
}

static char *
list_choices(const char *const *choices)
{
    return g_strjoinv(", ", (char **)choices);
}

/* Parses @value, which lives in the document, and checks it against @spec. */
static IncmapNode *
parse_root(IncmapParser *parser, const IncmapValue *value, const IncmapExpressionSpec *spec)
{
    gboolean is_text = spec->type != NULL && spec->type->kind == INCMAP_TYPE_STRING;
    IncmapNode *root = incmap_parser_parse_annotated(
        parser, value, spec->type, is_text ? INCMAP_ANNOTATE_COERCE : INCMAP_ANNOTATE_AS_TYPE);
    if (root == NULL || !check_uses(parser, root, spec))
        return NULL;
    if (root->is_literal && !is_choice(spec->choices, &root->value)) {
        g_autofree char *choices = list_choices(spec->choices);
        g_autofree char *found = incmap_value_format_brief(&root->value);
        return incmap_parser_fail(parser, value, "%s is none of: %s", found, choices);
    }
    return root;
}

const IncmapExpression *
incmap_expression_compile(IncmapStyleDocument *document, const IncmapValue *value,
                          const IncmapExpressionSpec *spec, GError **error)
{
    IncmapArena *arena = incmap_document_get_arena(document);
    IncmapParser parser = {.document = document, .arena = arena, .error = error};
    parser.fold.arena = arena;
    IncmapValue *kept = incmap_arena_new_array(arena, IncmapValue, 1);
    *kept = *value;
    if (value->kind == INCMAP_VALUE_OBJECT &&
        !incmap_function_convert(document, value, spec, kept, error))
        return NULL;
    IncmapNode *root = parse_root(&parser, kept, spec);
    if (root == NULL)
        return NULL;
    IncmapExpression *expression = incmap_arena_new_array(arena, IncmapExpression, 1);
    *expression = (IncmapExpression){root, spec->choices};
    return expression;
}

const IncmapExpression *
incmap_filter_compile(IncmapStyleDocument *document, const IncmapValue *value, GError **error)
{
    IncmapArena *arena = incmap_document_get_arena(document);
    IncmapParser parser = {.document = document, .arena = arena, .error = error};
    parser.fold.arena = arena;
    IncmapValue *kept = incmap_arena_new_array(arena, IncmapValue, 1);
    *kept = *value;
    IncmapNode *root = incmap_parser_parse_filter(&parser, kept);
    if (root == NULL)
        return NULL;
    IncmapExpression *expression = incmap_arena_new_array(arena, IncmapExpression, 1);
    expression->root = root;
    return expression;
}

gboolean
incmap_expression_evaluate(const IncmapExpression *expression, IncmapEval *eval,
                           IncmapValue *out_value)
{
    IncmapValue value;
    eval->n_steps = 0;
    if (!incmap_node_evaluate(expression->root, eval, &value))
        return FALSE;
    if (!is_choice(expression->choices, &value)) {
        g_autofree char *choices = list_choices(expression->choices);
        g_autofree char *found = incmap_value_format_brief(&value);
        return incmap_eval_fail(eval, "%s is none of: %s", found, choices);
    }
    *out_value = value;
    return TRUE;
}

const IncmapValue *
incmap_expression_get_constant(const IncmapExpression *expression)
{
    return expression->root->is_literal ? &expression->root->value : NULL;
}

const IncmapType *
incmap_expression_get_type(const IncmapExpression *expression)
{
    return expression->root->type;
}

gboolean
incmap_expression_uses_feature(const IncmapExpression *expression)
{
    return (expression->root->depends & INCMAP_DEPENDS_FEATURE) != 0;
}

gboolean
incmap_expression_uses_zoom(const IncmapExpression *expression)
{
    return (expression->root->depends & INCMAP_DEPENDS_ZOOM) != 0;
}

gboolean
incmap_expression_looks_like(const IncmapValue *value)
{
    return value->kind == INCMAP_VALUE_OBJECT ||
           (value->kind == INCMAP_VALUE_ARRAY && value->n > 0 &&
            value->as.items[0].kind == INCMAP_VALUE_STRING &&
            incmap_parser_knows(value->as.items[0].as.string));
}
