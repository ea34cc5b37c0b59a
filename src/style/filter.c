/* SPDX-License-Identifier: MIT */
/*
 * Filters. The older form names its property directly, `["==", "key", value]`, never fails and
 * never compares a number with text.
 */
#include "style/node.h"

#include <string.h>

typedef enum Subject {
    SUBJECT_PROPERTY,
    SUBJECT_TYPE,
    SUBJECT_ID,
} Subject;

typedef struct Test Test;
struct Test {
    Subject subject;
    const char *key;
    const IncmapValue *values; /* to compare with */
    guint n_values;
    char operator[4]; /* ==, <, <=, >, >=, in or has; the others are negated */
    gboolean is_negated;
};

static gboolean
find_subject(const Test *test, const IncmapEval *eval, IncmapValue *out_value)
{
    const IncmapStyleFeature *feature = eval->feature;
    if (feature == NULL)
        return FALSE;
    if (test->subject == SUBJECT_PROPERTY)
        return feature->find != NULL && feature->find(feature->data, test->key, out_value);
    if (test->subject == SUBJECT_ID) {
        *out_value = feature->id;
        return feature->id.kind != INCMAP_VALUE_NULL;
    }
    const char *type = feature->geometry_type;
    if (type == NULL)
        return FALSE;
    *out_value = incmap_value_new_string(g_str_has_prefix(type, "Multi") ? type + 5 : type);
    return TRUE;
}

static gboolean
test_order(const char *operator, const IncmapValue * a, const IncmapValue *b)
{
    int order = 0;
    if (a->kind != b->kind)
        return FALSE;
    if (a->kind == INCMAP_VALUE_STRING)
        order = strcmp(a->as.string, b->as.string);
    else if (a->kind == INCMAP_VALUE_NUMBER)
        order = (a->as.number > b->as.number) - (a->as.number < b->as.number);
    else
        return FALSE;
    return (operator[0] == '<' && order<0) || (operator[0] == '>' && order> 0) ||
           (operator[1] == '=' && order == 0);
}

static gboolean
evaluate_test(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const Test *test = node->data;
    IncmapValue value = incmap_value_new_null();
    gboolean is_found = find_subject(test, eval, &value);
    gboolean is_true = is_found;
    if (test->operator[0] == '<' || test->operator[0] == '>') {
        is_true = is_found && test_order(test->operator, & value, &test->values[0]);
    } else if (strcmp(test->operator, "has") != 0) {
        is_true = FALSE;
        for (guint i = 0; is_found && !is_true && i < test->n_values; i++)
            is_true = incmap_value_equal(&value, &test->values[i]);
    }
    *out_value = incmap_value_new_bool(is_true != test->is_negated);
    return TRUE;
}

static gboolean
evaluate_group(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    gboolean is_all = strcmp(node->name, "all") == 0;
    gboolean is_true = is_all;
    for (guint i = 0; i < node->n_args && is_true == is_all; i++) {
        if (!incmap_node_evaluate_bool(node->args[i], eval, &is_true))
            return FALSE;
    }
    *out_value = incmap_value_new_bool(strcmp(node->name, "none") == 0 ? !is_true : is_true);
    return TRUE;
}

static gboolean
is_operator(const char *name, const char *list)
{
    g_auto(GStrv) names = g_strsplit(list, " ", -1);
    return g_strv_contains((const char *const *)names, name);
}

/* Whether @value is a filter in the form of expressions; the same shape can mean either. */
static gboolean
is_expression(const IncmapValue *value, guint depth)
{
    if (value->kind != INCMAP_VALUE_ARRAY)
        return value->kind == INCMAP_VALUE_BOOL;
    if (value->n == 0 || value->as.items[0].kind != INCMAP_VALUE_STRING || depth > 64)
        return FALSE;
    const IncmapValue *items = value->as.items;
    const char *name = items[0].as.string;
    if (strcmp(name, "has") == 0)
        return value->n >= 2 && !incmap_value_is_string(&items[1], "$id") &&
               !incmap_value_is_string(&items[1], "$type");
    if (strcmp(name, "in") == 0)
        return value->n >= 3 &&
               (items[1].kind != INCMAP_VALUE_STRING || items[2].kind == INCMAP_VALUE_ARRAY);
    if (is_operator(name, "!in !has none"))
        return FALSE;
    if (is_operator(name, "== != < <= > >="))
        return value->n != 3 || items[1].kind == INCMAP_VALUE_ARRAY ||
               items[2].kind == INCMAP_VALUE_ARRAY;
    if (!is_operator(name, "any all"))
        return TRUE;
    for (guint i = 1; i < value->n; i++) {
        if (!is_expression(&items[i], depth + 1))
            return FALSE;
    }
    return TRUE;
}

static IncmapNode *parse_filter(IncmapParser *parser, const IncmapValue *value);

static IncmapNode *
parse_group(IncmapParser *parser, const IncmapValue *value)
{
    IncmapNode *node = incmap_node_new(parser, value, evaluate_group,
                                       incmap_type_get(INCMAP_TYPE_BOOLEAN), value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg = parse_filter(parser, &value->as.items[i]);
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i - 1, arg);
    }
    return node;
}

static IncmapNode *
parse_test(IncmapParser *parser, const IncmapValue *value)
{
    const char *name = value->as.items[0].as.string;
    gboolean is_list = is_operator(name, "in !in");
    gboolean is_has = is_operator(name, "has !has");
    guint n_wanted = is_has ? 2 : 3;
    if (value->n < 2 || value->as.items[1].kind != INCMAP_VALUE_STRING)
        return incmap_parser_fail(parser, value->n > 1 ? &value->as.items[1] : value,
                                  "\"%s\" takes the name of a property first", name);
    if (!is_list && value->n != n_wanted)
        return incmap_parser_fail(parser, value, "\"%s\" takes a name%s", name,
                                  is_has ? "" : " and a value");
    for (guint i = 2; i < value->n; i++) {
        if (value->as.items[i].kind > INCMAP_VALUE_STRING)
            return incmap_parser_fail(parser, &value->as.items[i],
                                      "\"%s\" compares with text, numbers, booleans or null", name);
    }
    const char *key = value->as.items[1].as.string;
    Test *test = incmap_arena_new_array(parser->arena, Test, 1);
    test->subject = strcmp(key, "$type") == 0 ? SUBJECT_TYPE
                    : strcmp(key, "$id") == 0 ? SUBJECT_ID
                                              : SUBJECT_PROPERTY;
    test->key = key;
    test->values = value->as.items + 2;
    test->n_values = value->n - 2;
    test->is_negated = name[0] == '!';
    const char *positive = strcmp(name, "!=") == 0 ? "==" : name + test->is_negated;
    g_strlcpy(test->operator, positive, sizeof test->operator);
    IncmapNode *node =
        incmap_node_new(parser, value, evaluate_test, incmap_type_get(INCMAP_TYPE_BOOLEAN), 0);
    node->depends = INCMAP_DEPENDS_FEATURE;
    node->data = test;
    return node;
}

static IncmapNode *
parse_filter(IncmapParser *parser, const IncmapValue *value)
{
    if (is_expression(value, 0))
        return incmap_parser_parse(parser, value, incmap_type_get(INCMAP_TYPE_BOOLEAN));
    if (value->kind != INCMAP_VALUE_ARRAY || value->n == 0 ||
        value->as.items[0].kind != INCMAP_VALUE_STRING)
        return incmap_parser_fail(parser, value,
                                  "a filter is a list that begins with an operator, not %s",
                                  incmap_value_describe(value));
    if (parser->depth > 64)
        return incmap_parser_fail(parser, value, "nested deeper than 64 levels");
    parser->depth++;
    IncmapNode *node = is_operator(value->as.items[0].as.string, "any all none")
                           ? parse_group(parser, value)
                           : parse_test(parser, value);
    parser->depth--;
    return node;
}

IncmapNode *
incmap_parser_parse_filter(IncmapParser *parser, const IncmapValue *value)
{
    return parse_filter(parser, value);
}
