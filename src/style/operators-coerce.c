/* SPDX-License-Identifier: MIT */
/*
 * Conversions between types: the `to-…` operators, and those the wanted type of a property asks
 * for. With several arguments the first that can be converted wins.
 */
#include "style/node.h"

#include <math.h>
#include <string.h>

static gboolean
is_truthy(const IncmapValue *value)
{
    switch (value->kind) {
    case INCMAP_VALUE_NULL:
        return FALSE;
    case INCMAP_VALUE_BOOL:
        return value->as.is_true;
    case INCMAP_VALUE_NUMBER:
        return value->as.number != 0 && !isnan(value->as.number);
    case INCMAP_VALUE_STRING:
        return value->n > 0;
    default:
        return TRUE;
    }
}

static gboolean
coerce_number(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    double number = NAN;
    if (value->kind == INCMAP_VALUE_NUMBER) {
        number = value->as.number;
    } else if (value->kind == INCMAP_VALUE_NULL) {
        number = 0;
    } else if (value->kind == INCMAP_VALUE_BOOL) {
        number = value->as.is_true ? 1 : 0;
    } else if (value->kind == INCMAP_VALUE_STRING) {
        g_autofree char *text = g_strstrip(g_strdup(value->as.string));
        char *end = NULL;
        double read = g_ascii_strtod(text, &end);
        gboolean is_word = strpbrk(text, "xXnN") != NULL; /* 0x10, nan, infinity: not decimal */
        if (*text == '\0')
            number = 0;
        else if (*end == '\0' && !is_word)
            number = read;
    }
    if (isnan(number)) {
        g_autofree char *text = incmap_value_format_brief(value);
        return incmap_eval_fail(eval, "%s cannot become a number", text);
    }
    *out_value = incmap_value_new_number(number);
    return TRUE;
}

/* [r, g, b] or [r, g, b, a] with r, g and b up to 255 */
static gboolean
color_from_array(const IncmapValue *value, IncmapColor *out_color)
{
    if (value->n != 3 && value->n != 4)
        return FALSE;
    double parts[4] = {0, 0, 0, 1};
    for (guint i = 0; i < value->n; i++) {
        const IncmapValue *item = &value->as.items[i];
        double largest = i < 3 ? 255 : 1;
        if (item->kind != INCMAP_VALUE_NUMBER || !(item->as.number >= 0) ||
            item->as.number > largest)
            return FALSE;
        parts[i] = item->as.number;
    }
    *out_color = (IncmapColor){parts[0] / 255, parts[1] / 255, parts[2] / 255, parts[3]};
    return TRUE;
}

gboolean
incmap_coerce_color(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    IncmapColor color;
    if (value->kind == INCMAP_VALUE_COLOR) {
        *out_value = *value;
        return TRUE;
    }
    if ((value->kind == INCMAP_VALUE_STRING && incmap_color_parse(value->as.string, &color)) ||
        (value->kind == INCMAP_VALUE_ARRAY && color_from_array(value, &color))) {
        *out_value = incmap_value_new_color(eval->arena, &color);
        return TRUE;
    }
    g_autofree char *text = incmap_value_format_brief(value);
    return incmap_eval_fail(eval, "%s is not a colour", text);
}

static gboolean
coerce_formatted(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    if (value->kind == INCMAP_VALUE_FORMATTED) {
        *out_value = *value;
        return TRUE;
    }
    g_autofree char *text = incmap_value_format_text(value);
    IncmapValue copy;
    IncmapSection *section = incmap_eval_alloc(eval, 1, sizeof *section);
    if (section == NULL || !incmap_eval_copy_string(eval, text, strlen(text), &copy))
        return FALSE;
    section->text = copy.as.string;
    *out_value = (IncmapValue){.kind = INCMAP_VALUE_FORMATTED, .n = 1, .as.sections = section};
    return TRUE;
}

/* One to four numbers, as CSS reads `padding`. */
static gboolean
coerce_padding(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    static const guint sources[4][4] = {{0, 0, 0, 0}, {0, 1, 0, 1}, {0, 1, 2, 1}, {0, 1, 2, 3}};
    const IncmapValue *given = value->kind == INCMAP_VALUE_ARRAY ? value->as.items : value;
    guint n = value->kind == INCMAP_VALUE_ARRAY ? value->n : 1;
    gboolean is_valid = n >= 1 && n <= 4;
    for (guint i = 0; is_valid && i < n; i++)
        is_valid = given[i].kind == INCMAP_VALUE_NUMBER;
    if (!is_valid) {
        g_autofree char *text = incmap_value_format_brief(value);
        return incmap_eval_fail(eval, "%s is not a padding of one to four numbers", text);
    }
    IncmapValue *sides = incmap_eval_alloc(eval, 4, sizeof *sides);
    if (sides == NULL)
        return FALSE;
    for (guint i = 0; i < 4; i++)
        sides[i] = given[sources[n - 1][i]];
    *out_value = incmap_value_new_array(sides, 4);
    return TRUE;
}

/* One number or colour stands for a list of one. */
static gboolean
coerce_list(IncmapEval *eval, const IncmapValue *value, gboolean is_colors, IncmapValue *out_value)
{
    const IncmapValue *given = value->kind == INCMAP_VALUE_ARRAY ? value->as.items : value;
    guint n = value->kind == INCMAP_VALUE_ARRAY ? value->n : 1;
    IncmapValue *items = incmap_eval_alloc(eval, MAX(n, 1), sizeof *items);
    if (items == NULL)
        return FALSE;
    for (guint i = 0; i < n; i++) {
        items[i] = given[i];
        if (is_colors ? incmap_coerce_color(eval, &given[i], &items[i])
                      : given[i].kind == INCMAP_VALUE_NUMBER)
            continue;
        g_autofree char *text = incmap_value_format_brief(value);
        return incmap_eval_fail(eval, "%s is no list of %s", text,
                                is_colors ? "colours" : "numbers");
    }
    *out_value = incmap_value_new_array(items, n);
    return TRUE;
}

/* "mercator", or ["vertical-perspective", "mercator", 0.5] */
static gboolean
coerce_projection(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    const IncmapValue *items = value->as.items;
    gboolean is_pair = value->kind == INCMAP_VALUE_ARRAY && value->n == 3 &&
                       items[0].kind == INCMAP_VALUE_STRING &&
                       items[1].kind == INCMAP_VALUE_STRING && items[2].kind == INCMAP_VALUE_NUMBER;
    if (!is_pair && value->kind != INCMAP_VALUE_STRING) {
        g_autofree char *text = incmap_value_format_brief(value);
        return incmap_eval_fail(eval, "%s is no projection", text);
    }
    *out_value = *value;
    return TRUE;
}

/* ["top", [0, 1], "left", [1, 0]…] */
static gboolean
coerce_offsets(IncmapEval *eval, const IncmapValue *value, IncmapValue *out_value)
{
    gboolean is_valid = value->kind == INCMAP_VALUE_ARRAY && value->n > 0 && value->n % 2 == 0;
    for (guint i = 0; is_valid && i < value->n; i += 2) {
        const IncmapValue *offset = &value->as.items[i + 1];
        is_valid = value->as.items[i].kind == INCMAP_VALUE_STRING &&
                   offset->kind == INCMAP_VALUE_ARRAY && offset->n == 2 &&
                   offset->as.items[0].kind == INCMAP_VALUE_NUMBER &&
                   offset->as.items[1].kind == INCMAP_VALUE_NUMBER;
    }
    if (!is_valid)
        return incmap_eval_fail(eval, "anchors and offsets are written [\"top\", [0, 1], …]");
    *out_value = *value;
    return TRUE;
}

gboolean
incmap_coerce_value(IncmapEval *eval, const IncmapValue *value, const IncmapType *type,
                    IncmapValue *out_value)
{
    switch (type->kind) {
    case INCMAP_TYPE_BOOLEAN:
        *out_value = incmap_value_new_bool(is_truthy(value));
        return TRUE;
    case INCMAP_TYPE_NUMBER:
        return coerce_number(eval, value, out_value);
    case INCMAP_TYPE_COLOR:
        return incmap_coerce_color(eval, value, out_value);
    case INCMAP_TYPE_FORMATTED:
        return coerce_formatted(eval, value, out_value);
    case INCMAP_TYPE_PADDING:
        return coerce_padding(eval, value, out_value);
    case INCMAP_TYPE_OFFSETS:
        return coerce_offsets(eval, value, out_value);
    case INCMAP_TYPE_NUMBERS:
    case INCMAP_TYPE_COLORS:
        return coerce_list(eval, value, type->kind == INCMAP_TYPE_COLORS, out_value);
    case INCMAP_TYPE_PROJECTION:
        return coerce_projection(eval, value, out_value);
    default: {
        g_autofree char *text = incmap_value_format_text(value);
        return incmap_eval_copy_string(eval, text, strlen(text), out_value);
    }
    }
}

static gboolean
evaluate_coercion(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    for (guint i = 0; i < node->n_args; i++) {
        IncmapValue value;
        if (!incmap_node_evaluate(node->args[i], eval, &value))
            return FALSE;
        if (incmap_coerce_value(eval, &value, node->type, out_value))
            return TRUE;
    }
    return FALSE;
}

IncmapNode *
incmap_node_new_coercion(IncmapParser *parser, IncmapNode *arg, const IncmapType *type)
{
    IncmapNode *node = incmap_node_new(parser, arg->source, evaluate_coercion, type, 1);
    node->name = "coercion";
    incmap_node_set_arg(node, 0, arg);
    return node;
}

static IncmapNode *
parse_coercion(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    const char *name = value->as.items[0].as.string;
    IncmapTypeKind kind = strcmp(name, "to-color") == 0     ? INCMAP_TYPE_COLOR
                          : strcmp(name, "to-number") == 0  ? INCMAP_TYPE_NUMBER
                          : strcmp(name, "to-boolean") == 0 ? INCMAP_TYPE_BOOLEAN
                                                            : INCMAP_TYPE_STRING;
    gboolean is_single = kind == INCMAP_TYPE_BOOLEAN || kind == INCMAP_TYPE_STRING;
    if (value->n < 2 || (is_single && value->n != 2))
        return incmap_parser_fail(parser, value, "\"%s\" takes one %svalue", name,
                                  is_single ? "" : "or more ");
    IncmapNode *node =
        incmap_node_new(parser, value, evaluate_coercion, incmap_type_get(kind), value->n - 1);
    for (guint i = 1; i < value->n; i++) {
        IncmapNode *arg =
            incmap_parser_parse(parser, &value->as.items[i], incmap_type_get(INCMAP_TYPE_VALUE));
        if (arg == NULL)
            return NULL;
        incmap_node_set_arg(node, i - 1, arg);
    }
    return node;
}

const IncmapOperator incmap_operators_coerce[] = {
    {"to-boolean", parse_coercion, NULL, INCMAP_TYPE_BOOLEAN, NULL, 0},
    {"to-color", parse_coercion, NULL, INCMAP_TYPE_COLOR, NULL, 0},
    {"to-number", parse_coercion, NULL, INCMAP_TYPE_NUMBER, NULL, 0},
    {"to-string", parse_coercion, NULL, INCMAP_TYPE_STRING, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
