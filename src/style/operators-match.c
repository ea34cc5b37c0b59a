/* SPDX-License-Identifier: MIT */
/*
 * `match`: picks a result by the label that equals the input. Labels are constants and sorted
 * once, so long lists of event types cost little.
 */
#include "style/node.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define MAX_SAFE_INTEGER 9007199254740991.0 /* beyond it, doubles skip whole numbers */

typedef struct Label Label;
struct Label {
    IncmapValue value;
    guint result; /* index in args */
};

/* args[0] is the input, then come the results; the last is for everything else */
typedef struct Branches Branches;
struct Branches {
    const Label *labels; /* sorted */
    guint n_labels;
};

static int
compare_labels(const void *a, const void *b)
{
    const IncmapValue *x = &((const Label *)a)->value;
    const IncmapValue *y = &((const Label *)b)->value;
    if (x->kind != y->kind)
        return (int)x->kind - (int)y->kind;
    if (x->kind == INCMAP_VALUE_STRING)
        return strcmp(x->as.string, y->as.string);
    return (x->as.number > y->as.number) - (x->as.number < y->as.number);
}

static gboolean
evaluate_match(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const Branches *branches = node->data;
    Label input = {0};
    guint result = node->n_args - 1;
    if (!incmap_node_evaluate(node->args[0], eval, &input.value))
        return FALSE;
    gboolean is_label = input.value.kind == INCMAP_VALUE_STRING ||
                        (input.value.kind == INCMAP_VALUE_NUMBER && !isnan(input.value.as.number));
    if (is_label) {
        const Label *found =
            bsearch(&input, branches->labels, branches->n_labels, sizeof input, compare_labels);
        if (found != NULL)
            result = found->result;
    }
    return incmap_node_evaluate(node->args[result], eval, out_value);
}

static gboolean
check_label(IncmapParser *parser, const IncmapValue *label, const IncmapValue *first)
{
    if (label->kind != INCMAP_VALUE_NUMBER && label->kind != INCMAP_VALUE_STRING)
        incmap_parser_fail(parser, label, "a label of \"match\" is text or a number, not %s",
                           incmap_value_describe(label));
    else if (first->kind != label->kind)
        incmap_parser_fail(parser, label,
                           "all labels of one \"match\" are of one kind; the first is %s",
                           incmap_value_describe(first));
    else if (label->kind == INCMAP_VALUE_NUMBER && fabs(label->as.number) > MAX_SAFE_INTEGER)
        incmap_parser_fail(parser, label, "a label of \"match\" is at most %.0f", MAX_SAFE_INTEGER);
    else if (label->kind == INCMAP_VALUE_NUMBER && floor(label->as.number) != label->as.number)
        incmap_parser_fail(parser, label, "a number as label of \"match\" is a whole number");
    else
        return TRUE;
    return FALSE;
}

/* Adds the label or labels before result @i, and checks each. */
static gboolean
collect_labels(IncmapParser *parser, const IncmapValue *value, guint i, GArray *labels)
{
    const IncmapValue *entry = &value->as.items[i];
    gboolean is_list = entry->kind == INCMAP_VALUE_ARRAY;
    if (is_list && entry->n == 0) {
        incmap_parser_fail(parser, entry, "a branch of \"match\" has at least one label");
        return FALSE;
    }
    for (guint j = 0; j < (is_list ? entry->n : 1); j++) {
        const IncmapValue *label = is_list ? &entry->as.items[j] : entry;
        const IncmapValue *first = labels->len > 0 ? &g_array_index(labels, Label, 0).value : label;
        if (!check_label(parser, label, first))
            return FALSE;
        Label row = {*label, i / 2};
        g_array_append_val(labels, row);
    }
    return TRUE;
}

/* Sorts the labels into the arena; fails where two are equal. */
static const Branches *
finish_labels(IncmapParser *parser, GArray *labels)
{
    Label *sorted = incmap_arena_new_array(parser->arena, Label, labels->len);
    memcpy(sorted, labels->data, labels->len * sizeof *sorted);
    qsort(sorted, labels->len, sizeof *sorted, compare_labels);
    for (guint i = 1; i < labels->len; i++) {
        if (compare_labels(&sorted[i - 1], &sorted[i]) == 0)
            return incmap_parser_fail(parser, &sorted[i].value,
                                      "this label of \"match\" stands here twice");
    }
    Branches *branches = incmap_arena_new_array(parser->arena, Branches, 1);
    *branches = (Branches){sorted, labels->len};
    return branches;
}

/* The input is parsed last, since the labels say what it has to be. */
static gboolean
parse_input(IncmapParser *parser, IncmapNode *node, const IncmapValue *value,
            const IncmapValue *first_label)
{
    IncmapNode *input =
        incmap_parser_parse(parser, &value->as.items[1], incmap_type_get(INCMAP_TYPE_VALUE));
    if (input == NULL)
        return FALSE;
    const IncmapType *label_type = incmap_type_of_value(parser->arena, first_label);
    if (input->type->kind != INCMAP_TYPE_VALUE && !incmap_type_accepts(label_type, input->type)) {
        incmap_parser_fail_type(parser, &value->as.items[1], label_type, input->type);
        return FALSE;
    }
    incmap_node_set_arg(node, 0, input);
    return TRUE;
}

static IncmapNode *
parse_match(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    if (value->n < 5 || value->n % 2 != 1)
        return incmap_parser_fail(
            parser, value,
            "\"match\" takes an input, pairs of label and result, then one more result");
    g_autoptr(GArray) labels = g_array_new(FALSE, FALSE, sizeof(Label));
    const IncmapType *wanted = incmap_type_wanted(expected);
    IncmapNode *node = incmap_node_new(parser, value, evaluate_match, NULL, (value->n + 1) / 2);
    for (guint i = 2; i < value->n; i += 2) {
        gboolean is_last = i + 1 == value->n;
        if (!is_last && !collect_labels(parser, value, i, labels))
            return NULL;
        IncmapNode *result =
            incmap_parser_parse(parser, &value->as.items[is_last ? i : i + 1], wanted);
        if (result == NULL)
            return NULL;
        if (wanted == NULL)
            wanted = result->type;
        incmap_node_set_arg(node, i / 2, result);
    }
    node->type = wanted;
    node->data = finish_labels(parser, labels);
    if (node->data == NULL ||
        !parse_input(parser, node, value, &g_array_index(labels, Label, 0).value))
        return NULL;
    return node;
}

const IncmapOperator incmap_operators_match[] = {
    {"match", parse_match, NULL, INCMAP_TYPE_VALUE, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
