/* SPDX-License-Identifier: MIT */
/*
 * Text: joining, splitting, capitals, collators and scripts.
 */
#include "style/node.h"

#include <string.h>

static gboolean
evaluate_concat(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < node->n_args && text->len <= INCMAP_EVAL_MAX_TEXT_BYTES; i++) {
        IncmapValue value;
        if (!incmap_node_evaluate(node->args[i], eval, &value))
            return FALSE;
        g_autofree char *part = incmap_value_format_text(&value);
        g_string_append(text, part);
    }
    return incmap_eval_copy_string(eval, text->str, text->len, out_value);
}

static gboolean
evaluate_upcase(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *text = NULL;
    if (!incmap_node_evaluate_string(node->args[0], eval, &text))
        return FALSE;
    g_autofree char *changed = g_utf8_strup(text, -1);
    return incmap_eval_copy_string(eval, changed, strlen(changed), out_value);
}

static gboolean
evaluate_downcase(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *text = NULL;
    if (!incmap_node_evaluate_string(node->args[0], eval, &text))
        return FALSE;
    g_autofree char *changed = g_utf8_strdown(text, -1);
    return incmap_eval_copy_string(eval, changed, strlen(changed), out_value);
}

static gboolean
evaluate_join(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue list;
    const char *separator = NULL;
    if (!incmap_node_evaluate(node->args[0], eval, &list) ||
        !incmap_node_evaluate_string(node->args[1], eval, &separator))
        return FALSE;
    if (list.kind != INCMAP_VALUE_ARRAY)
        return incmap_eval_fail(eval, "a list is needed, but here is %s",
                                incmap_value_describe(&list));
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < list.n && text->len <= INCMAP_EVAL_MAX_TEXT_BYTES; i++) {
        g_autofree char *part = incmap_value_format_text(&list.as.items[i]);
        g_string_append(text, i > 0 ? separator : "");
        g_string_append(text, part);
    }
    return incmap_eval_copy_string(eval, text->str, text->len, out_value);
}

/* One character each when there is no separator. */
static char **
split_text(const char *text, const char *separator)
{
    if (*separator != '\0')
        return *text != '\0' ? g_strsplit(text, separator, -1)
                             : g_strdupv((char *[]){(char[]){""}, NULL});
    GPtrArray *parts = g_ptr_array_new();
    for (const char *c = text; *c != '\0'; c = g_utf8_next_char(c))
        g_ptr_array_add(parts, g_strndup(c, (gsize)(g_utf8_next_char(c) - c)));
    g_ptr_array_add(parts, NULL);
    return (char **)g_ptr_array_free(parts, FALSE);
}

static gboolean
evaluate_split(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *text = NULL;
    const char *separator = NULL;
    if (!incmap_node_evaluate_string(node->args[0], eval, &text) ||
        !incmap_node_evaluate_string(node->args[1], eval, &separator))
        return FALSE;
    g_auto(GStrv) parts = split_text(text, separator);
    guint n = g_strv_length(parts);
    IncmapValue *items = incmap_eval_alloc(eval, n, sizeof *items);
    if (items == NULL)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        if (!incmap_eval_copy_string(eval, parts[i], strlen(parts[i]), &items[i]))
            return FALSE;
    }
    *out_value = incmap_value_new_array(items, n);
    return TRUE;
}

/* `join` takes a list of text, `split` gives one */
static IncmapNode *
parse_join_or_split(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    gboolean is_join = incmap_value_is_string(&value->as.items[0], "join");
    if (value->n != 3)
        return incmap_parser_fail(parser, value, "\"%s\" takes %s and a separator",
                                  value->as.items[0].as.string, is_join ? "a list" : "text");
    const IncmapType *string = incmap_type_get(INCMAP_TYPE_STRING);
    const IncmapType *strings = incmap_type_new_array(parser->arena, string, -1);
    IncmapNode *node = incmap_node_new(parser, value, is_join ? evaluate_join : evaluate_split,
                                       is_join ? string : strings, 2);
    for (guint i = 0; i < 2; i++) {
        const IncmapType *wanted = is_join && i == 0 ? strings : string;
        IncmapNode *arg = incmap_parser_parse(parser, &value->as.items[i + 1], wanted);
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i, arg);
    }
    return node;
}

/* The text engine of print shapes every script. */
static gboolean
evaluate_is_supported_script(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    const char *text = NULL;
    if (!incmap_node_evaluate_string(node->args[0], eval, &text))
        return FALSE;
    *out_value = incmap_value_new_bool(TRUE);
    return TRUE;
}

static gboolean
evaluate_resolved_locale(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    IncmapValue value;
    if (!incmap_node_evaluate(node->args[0], eval, &value))
        return FALSE;
    if (value.kind != INCMAP_VALUE_COLLATOR)
        return incmap_eval_fail(eval, "a collator is needed, but here is %s",
                                incmap_value_describe(&value));
    const char *locale = value.as.collator->locale;
    *out_value = incmap_value_new_string(locale != NULL ? locale : "und");
    return TRUE;
}

static gboolean
evaluate_image(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    return incmap_node_evaluate(node->args[0], eval, out_value);
}

const IncmapOperator incmap_operators_text[] = {
    {"concat", NULL, "v*", INCMAP_TYPE_STRING, evaluate_concat, 0},
    {"downcase", NULL, "s", INCMAP_TYPE_STRING, evaluate_downcase, 0},
    {"image", NULL, "s", INCMAP_TYPE_STRING, evaluate_image, 0},
    {"is-supported-script", NULL, "s", INCMAP_TYPE_BOOLEAN, evaluate_is_supported_script, 0},
    {"join", parse_join_or_split, NULL, INCMAP_TYPE_STRING, NULL, 0},
    {"resolved-locale", NULL, "k", INCMAP_TYPE_STRING, evaluate_resolved_locale, 0},
    {"split", parse_join_or_split, NULL, INCMAP_TYPE_ARRAY, NULL, 0},
    {"upcase", NULL, "s", INCMAP_TYPE_STRING, evaluate_upcase, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
