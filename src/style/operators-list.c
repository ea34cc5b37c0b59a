/* SPDX-License-Identifier: MIT */
/*
 * Parts of lists and of text. Text is counted in characters, not bytes.
 */
#include "style/node.h"

#include <math.h>
#include <string.h>

static gboolean
fail_no_list(IncmapEval *eval, const IncmapValue *value)
{
    return incmap_eval_fail(eval, "a list or text is needed, but here is %s",
                            incmap_value_describe(value));
}

static gboolean
evaluate_at(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    double index = 0;
    IncmapValue list;
    if (!incmap_node_evaluate_number(node->args[0], eval, &index) ||
        !incmap_node_evaluate(node->args[1], eval, &list))
        return FALSE;
    if (list.kind != INCMAP_VALUE_ARRAY)
        return fail_no_list(eval, &list);
    if (!(index >= 0 && index < list.n))
        return incmap_eval_fail(eval, "there is no item %g in a list of %u", index, list.n);
    if (index != floor(index))
        return incmap_eval_fail(eval, "the place in a list is a whole number, not %g", index);
    *out_value = list.as.items[(guint)index];
    return TRUE;
}

static IncmapNode *
parse_at(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n != 3)
        return incmap_parser_fail(parser, value, "\"at\" takes a place and a list");
    const IncmapType *item = expected != NULL ? expected : incmap_type_get(INCMAP_TYPE_VALUE);
    IncmapNode *index =
        incmap_parser_parse(parser, &value->as.items[1], incmap_type_get(INCMAP_TYPE_NUMBER));
    IncmapNode *list = index == NULL
                           ? NULL
                           : incmap_parser_parse(parser, &value->as.items[2],
                                                 incmap_type_new_array(parser->arena, item, -1));
    if (list == NULL)
        return NULL;
    item = list->type->kind == INCMAP_TYPE_ARRAY ? list->type->item : item;
    IncmapNode *node = incmap_node_new(parser, value, evaluate_at, item, 2);
    incmap_node_set_arg(node, 0, index);
    incmap_node_set_arg(node, 1, list);
    return node;
}

/* The place of @needle in @text from character @start, or -1. */
static double
find_in_text(const IncmapValue *needle, const char *text, double start)
{
    g_autofree char *wanted =
        needle->kind == INCMAP_VALUE_NULL ? g_strdup("null") : incmap_value_format_text(needle);
    glong n = g_utf8_strlen(text, -1);
    glong from = (glong)CLAMP(start, 0, (double)n);
    const char *found = strstr(g_utf8_offset_to_pointer(text, from), wanted);
    return found != NULL ? (double)g_utf8_pointer_to_offset(text, found) : -1;
}

static double
find_in_list(const IncmapValue *needle, const IncmapValue *list, double start)
{
    double from = start < 0 ? MAX(list->n + start, 0) : start;
    for (guint i = from < list->n ? (guint)from : list->n; i < list->n; i++) {
        if (incmap_value_equal(needle, &list->as.items[i]))
            return i;
    }
    return -1;
}

static gboolean
find_needle(const IncmapNode *node, IncmapEval *eval, const IncmapValue *hay, double start,
            double *out_place)
{
    IncmapValue needle;
    if (!incmap_node_evaluate(node->args[0], eval, &needle))
        return FALSE;
    if (needle.kind > INCMAP_VALUE_STRING)
        return incmap_eval_fail(eval, "text, a number, a boolean or null can be looked for, not %s",
                                incmap_value_describe(&needle));
    if (hay->kind == INCMAP_VALUE_STRING)
        *out_place = find_in_text(&needle, hay->as.string, start);
    else if (hay->kind == INCMAP_VALUE_ARRAY)
        *out_place = find_in_list(&needle, hay, start);
    else
        return fail_no_list(eval, hay);
    return TRUE;
}

static gboolean
evaluate_in(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue hay;
    double place = -1;
    if (!incmap_node_evaluate(node->args[1], eval, &hay))
        return FALSE;
    gboolean is_nothing = hay.kind == INCMAP_VALUE_NULL ||
                          (hay.kind == INCMAP_VALUE_STRING && hay.n == 0) ||
                          (hay.kind == INCMAP_VALUE_BOOL && !hay.as.is_true) ||
                          (hay.kind == INCMAP_VALUE_NUMBER && hay.as.number == 0);
    if (!is_nothing && !find_needle(node, eval, &hay, 0, &place))
        return FALSE;
    *out_value = incmap_value_new_bool(place >= 0);
    return TRUE;
}

static gboolean
evaluate_index_of(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue hay;
    double start = 0;
    double place = -1;
    if (!incmap_node_evaluate(node->args[1], eval, &hay) ||
        (node->n_args == 3 && !incmap_node_evaluate_number(node->args[2], eval, &start)))
        return FALSE;
    if (isnan(start))
        start = 0;
    if (!find_needle(node, eval, &hay, start, &place))
        return FALSE;
    *out_value = incmap_value_new_number(place);
    return TRUE;
}

static gboolean
is_one_of(const IncmapType *type, const IncmapTypeKind *kinds, guint n_kinds)
{
    for (guint i = 0; i < n_kinds; i++) {
        if (type->kind == kinds[i])
            return TRUE;
    }
    return FALSE;
}

/* `in` and `index-of` */
static IncmapNode *
parse_find(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    static const IncmapTypeKind needles[] = {INCMAP_TYPE_BOOLEAN, INCMAP_TYPE_STRING,
                                             INCMAP_TYPE_NUMBER, INCMAP_TYPE_NULL,
                                             INCMAP_TYPE_VALUE};
    (void)expected;
    gboolean is_in = incmap_value_is_string(&value->as.items[0], "in");
    if (value->n != 3 && (is_in || value->n != 4))
        return incmap_parser_fail(parser, value, "\"%s\" takes what to look for and where%s",
                                  value->as.items[0].as.string,
                                  is_in ? "" : ", and possibly from which place on");
    const IncmapType *type = incmap_type_get(is_in ? INCMAP_TYPE_BOOLEAN : INCMAP_TYPE_NUMBER);
    IncmapNode *node =
        incmap_node_new(parser, value, is_in ? evaluate_in : evaluate_index_of, type, value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i],
                                incmap_type_get(i == 3 ? INCMAP_TYPE_NUMBER : INCMAP_TYPE_VALUE));
        if (arg == NULL)
            return NULL;
        if (i == 1 && !is_one_of(arg->type, needles, G_N_ELEMENTS(needles)))
            return incmap_parser_fail(parser, value,
                                      "text, a number, a boolean or null can be looked for");
        incmap_node_set_arg(node, i - 1, arg);
    }
    return node;
}

static gboolean
evaluate_length(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node->args[0], eval, &value))
        return FALSE;
    if (value.kind == INCMAP_VALUE_STRING)
        *out_value = incmap_value_new_number((double)g_utf8_strlen(value.as.string, -1));
    else if (value.kind == INCMAP_VALUE_ARRAY)
        *out_value = incmap_value_new_number(value.n);
    else
        return fail_no_list(eval, &value);
    return TRUE;
}

/* A place from the start, from one that counts from the end when negative. */
static guint
resolve_place(double place, guint n)
{
    if (isnan(place))
        return 0;
    return (guint)CLAMP(place < 0 ? n + trunc(place) : trunc(place), 0, n);
}

static gboolean
evaluate_slice(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value;
    double start = 0;
    double end = INFINITY;
    if (!incmap_node_evaluate(node->args[0], eval, &value) ||
        !incmap_node_evaluate_number(node->args[1], eval, &start) ||
        (node->n_args == 3 && !incmap_node_evaluate_number(node->args[2], eval, &end)))
        return FALSE;
    if (value.kind != INCMAP_VALUE_STRING && value.kind != INCMAP_VALUE_ARRAY)
        return fail_no_list(eval, &value);
    gboolean is_text = value.kind == INCMAP_VALUE_STRING;
    guint n = is_text ? (guint)g_utf8_strlen(value.as.string, -1) : value.n;
    guint first = resolve_place(start, n);
    guint last = MAX(resolve_place(end, n), first);
    if (is_text) {
        const char *from = g_utf8_offset_to_pointer(value.as.string, first);
        const char *to = g_utf8_offset_to_pointer(from, last - first);
        return incmap_eval_copy_string(eval, from, (gsize)(to - from), out_value);
    }
    *out_value = incmap_value_new_array(value.as.items + first, last - first);
    return TRUE;
}

/* `length` and `slice` */
static IncmapNode *
parse_measure(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    static const IncmapTypeKind lists[] = {INCMAP_TYPE_ARRAY, INCMAP_TYPE_STRING,
                                           INCMAP_TYPE_VALUE};
    (void)expected;
    gboolean is_length = incmap_value_is_string(&value->as.items[0], "length");
    if (is_length ? value->n != 2 : value->n != 3 && value->n != 4)
        return incmap_parser_fail(
            parser, value,
            is_length ? "\"length\" takes one list or text"
                      : "\"slice\" takes a list or text, a first place, and possibly an end");
    IncmapNode *node = incmap_node_new(parser, value, is_length ? evaluate_length : evaluate_slice,
                                       incmap_type_get(INCMAP_TYPE_NUMBER), value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i],
                                incmap_type_get(i == 1 ? INCMAP_TYPE_VALUE : INCMAP_TYPE_NUMBER));
        if (arg == NULL)
            return NULL;
        if (i == 1 && !is_one_of(arg->type, lists, G_N_ELEMENTS(lists))) {
            g_autofree char *type = incmap_type_format(arg->type);
            return incmap_parser_fail(parser, value, "\"%s\" takes a list or text, not type %s",
                                      value->as.items[0].as.string, type);
        }
        incmap_node_set_arg(node, i - 1, arg);
    }
    if (!is_length) {
        const IncmapType *type = node->args[0]->type;
        /* a part has fewer items than the type of the whole says */
        node->type = type->kind == INCMAP_TYPE_ARRAY
                         ? incmap_type_new_array(parser->arena, type->item, -1)
                         : type;
    }
    return node;
}

const IncmapOperator incmap_operators_list[] = {
    {"at", parse_at, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {"in", parse_find, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"index-of", parse_find, NULL, INCMAP_TYPE_NUMBER, NULL, 0},
    {"length", parse_measure, NULL, INCMAP_TYPE_NUMBER, NULL, 0},
    {"slice", parse_measure, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
