/* SPDX-License-Identifier: MIT */
/*
 * What an expression can see: the feature and the globals.
 */
#include "style/node.h"

#include <math.h>

/* Looks @key up in the feature, or in the object that the second argument gives. */
static gboolean
look_up(const IncmapNode *node, IncmapEval *eval, const char *key, IncmapValue *out_value,
        gboolean *out_is_found)
{
    *out_is_found = FALSE;
    if (node->n_args == 2) {
        IncmapValue object;
        if (!incmap_node_evaluate(node->args[1], eval, &object))
            return FALSE;
        const IncmapValue *found = incmap_value_find(&object, key);
        *out_is_found = found != NULL;
        if (found != NULL)
            *out_value = *found;
        return TRUE;
    }
    const IncmapStyleFeature *feature = eval->feature;
    if (feature != NULL && feature->find != NULL)
        *out_is_found = feature->find(feature->data, key, out_value);
    return TRUE;
}

static gboolean
evaluate_get(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *key = NULL;
    gboolean is_found = FALSE;
    IncmapValue value = {0};
    if (!incmap_node_evaluate_string(node->args[0], eval, &key) ||
        !look_up(node, eval, key, &value, &is_found))
        return FALSE;
    *out_value = is_found ? value : incmap_value_new_null();
    return TRUE;
}

static gboolean
evaluate_has(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *key = NULL;
    gboolean is_found = FALSE;
    IncmapValue value = {0};
    if (!incmap_node_evaluate_string(node->args[0], eval, &key) ||
        !look_up(node, eval, key, &value, &is_found))
        return FALSE;
    *out_value = incmap_value_new_bool(is_found);
    return TRUE;
}

/* `get` and `has` */
static IncmapNode *
parse_lookup(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    gboolean is_get = incmap_value_is_string(&value->as.items[0], "get");
    if (value->n != 2 && value->n != 3)
        return incmap_parser_fail(parser, value,
                                  "\"%s\" takes a name, and possibly the mapping to look in",
                                  value->as.items[0].as.string);
    IncmapNode *node = incmap_node_new(
        parser, value, is_get ? evaluate_get : evaluate_has,
        incmap_type_get(is_get ? INCMAP_TYPE_VALUE : INCMAP_TYPE_BOOLEAN), value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i],
                                incmap_type_get(i == 1 ? INCMAP_TYPE_STRING : INCMAP_TYPE_OBJECT));
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i - 1, arg);
    }
    if (node->n_args == 1)
        node->depends |= INCMAP_DEPENDS_FEATURE;
    return node;
}

static gboolean
evaluate_properties(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    const IncmapStyleFeature *feature = eval->feature;
    if (feature != NULL && feature->list != NULL)
        *out_value = feature->list(feature->data, eval->arena);
    else
        *out_value = (IncmapValue){.kind = INCMAP_VALUE_OBJECT};
    return TRUE;
}

static gboolean
evaluate_id(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    *out_value = eval->feature != NULL ? eval->feature->id : incmap_value_new_null();
    return TRUE;
}

static gboolean
evaluate_geometry_type(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    const char *type = eval->feature != NULL ? eval->feature->geometry_type : NULL;
    *out_value = type != NULL ? incmap_value_new_string(type) : incmap_value_new_null();
    return TRUE;
}

static gboolean
evaluate_zoom(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    if (isnan(eval->zoom))
        return incmap_eval_fail(eval, "there is no zoom here");
    *out_value = incmap_value_new_number(eval->zoom);
    return TRUE;
}

static gboolean
evaluate_heatmap_density(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    *out_value = incmap_value_new_number(eval->heatmap_density);
    return TRUE;
}

static gboolean
evaluate_line_progress(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    *out_value = incmap_value_new_number(eval->line_progress);
    return TRUE;
}

static gboolean
evaluate_accumulated(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    (void)node;
    *out_value = eval->accumulated;
    return TRUE;
}

const IncmapOperator incmap_operators_feature[] = {
    {"accumulated", NULL, "", INCMAP_TYPE_VALUE, evaluate_accumulated, INCMAP_DEPENDS_OTHER},
    {"geometry-type", NULL, "", INCMAP_TYPE_STRING, evaluate_geometry_type, INCMAP_DEPENDS_FEATURE},
    {"get", parse_lookup, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"has", parse_lookup, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"heatmap-density", NULL, "", INCMAP_TYPE_NUMBER, evaluate_heatmap_density,
     INCMAP_DEPENDS_OTHER},
    {"id", NULL, "", INCMAP_TYPE_VALUE, evaluate_id, INCMAP_DEPENDS_FEATURE},
    {"line-progress", NULL, "", INCMAP_TYPE_NUMBER, evaluate_line_progress, INCMAP_DEPENDS_OTHER},
    {"properties", NULL, "", INCMAP_TYPE_OBJECT, evaluate_properties, INCMAP_DEPENDS_FEATURE},
    {"zoom", NULL, "", INCMAP_TYPE_NUMBER, evaluate_zoom, INCMAP_DEPENDS_ZOOM},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
