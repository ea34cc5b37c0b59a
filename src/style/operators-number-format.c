/* SPDX-License-Identifier: MIT */
/*
 * `number-format`: numbers for people, with commas between thousands and a point before the
 * fraction, in every locale.
 */
#include "style/node.h"

#include <math.h>
#include <string.h>

#define MAX_FRACTION_DIGITS 20 /* of Intl.NumberFormat in ECMA-402, 1st edition */

enum { ARG_NUMBER, ARG_LOCALE, ARG_CURRENCY, ARG_MIN, ARG_MAX, ARG_UNIT, N_ARGS };

static const struct {
    const char *code;
    const char *symbol;
    guint n_digits;
} currencies[] = {
    {"USD", "$", 2}, {"EUR", "€", 2}, {"GBP", "£", 2},   {"JPY", "¥", 0},
    {"INR", "₹", 2}, {"KRW", "₩", 0}, {"CNY", "CN¥", 2},
};

/* |@number| with at most @max and at least @min digits behind the point, halves away from 0. */
static char *
format_digits(double number, guint min, guint max)
{
    double unit = pow(10, max);
    double scaled = number * unit;
    double rounded = scaled < 1e15 ? round(scaled) / unit : number;
    char format[16];
    g_snprintf(format, sizeof format, "%%.%uf", max);
    char text[400]; /* the largest double has 309 digits before the point */
    g_ascii_formatd(text, sizeof text, format, rounded);
    gsize n = strlen(text);
    const char *point = strchr(text, '.');
    gsize n_shortest = point != NULL ? (gsize)(point - text) + 1 + min : n;
    while (point != NULL && n > n_shortest && text[n - 1] == '0')
        text[--n] = '\0';
    if (n > 0 && text[n - 1] == '.')
        text[--n] = '\0';
    return g_strndup(text, n);
}

static void
append_grouped(GString *out, const char *digits)
{
    gsize n_whole = strcspn(digits, ".");
    for (gsize i = 0; i < n_whole; i++) {
        if (i > 0 && (n_whole - i) % 3 == 0)
            g_string_append_c(out, ',');
        g_string_append_c(out, digits[i]);
    }
    g_string_append(out, digits + n_whole);
}

static gboolean
evaluate_digits(const IncmapNode *node, IncmapEval *eval, guint *out_digits)
{
    double digits = 0;
    if (node == NULL)
        return TRUE;
    if (!incmap_node_evaluate_number(node, eval, &digits))
        return FALSE;
    if (!(digits >= 0 && digits <= MAX_FRACTION_DIGITS))
        return incmap_eval_fail(eval, "a number can have 0 to %d digits behind the point, not %g",
                                MAX_FRACTION_DIGITS, digits);
    *out_digits = (guint)digits;
    return TRUE;
}

static gboolean
evaluate_option(const IncmapNode *node, IncmapEval *eval, const char **out_text)
{
    return node == NULL || incmap_node_evaluate_string(node, eval, out_text);
}

static gboolean
evaluate_number_format(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    double number = 0;
    const char *currency = NULL;
    const char *unit = NULL;
    const char *symbol = NULL;
    guint min = 0;
    guint max = 3;
    if (!incmap_node_evaluate_number(node->args[ARG_NUMBER], eval, &number) ||
        !evaluate_option(node->args[ARG_CURRENCY], eval, &currency) ||
        !evaluate_option(node->args[ARG_UNIT], eval, &unit))
        return FALSE;
    for (guint i = 0; currency != NULL && i < G_N_ELEMENTS(currencies); i++) {
        if (g_ascii_strcasecmp(currencies[i].code, currency) == 0) {
            symbol = currencies[i].symbol;
            min = max = currencies[i].n_digits;
        }
    }
    if (currency != NULL && symbol == NULL)
        min = max = 2;
    guint default_min = min;
    guint default_max = max;
    if (!evaluate_digits(node->args[ARG_MIN], eval, &min) ||
        !evaluate_digits(node->args[ARG_MAX], eval, &max))
        return FALSE;
    if (node->args[ARG_MAX] == NULL)
        max = MAX(default_max, min);
    if (node->args[ARG_MIN] == NULL)
        min = MIN(default_min, max);
    if (min > max)
        return incmap_eval_fail(eval, "at least %u and at most %u digits contradict", min, max);
    g_autofree char *digits = isfinite(number) ? format_digits(fabs(number), min, max)
                                               : g_strdup(isnan(number) ? "NaN" : "∞");
    g_autoptr(GString) out = g_string_new(signbit(number) && !isnan(number) ? "-" : "");
    if (currency != NULL && symbol == NULL)
        g_string_append_printf(out, "%s ", currency);
    g_string_append(out, symbol != NULL ? symbol : "");
    append_grouped(out, digits);
    if (unit != NULL)
        g_string_append_printf(out, " %s", unit);
    return incmap_eval_copy_string(eval, out->str, out->len, out_value);
}

static gboolean
parse_option(IncmapParser *parser, IncmapNode *node, const IncmapMember *member)
{
    static const struct {
        const char *name;
        guint arg;
        IncmapTypeKind kind;
    } options[] = {
        {"locale", ARG_LOCALE, INCMAP_TYPE_STRING},
        {"currency", ARG_CURRENCY, INCMAP_TYPE_STRING},
        {"min-fraction-digits", ARG_MIN, INCMAP_TYPE_NUMBER},
        {"max-fraction-digits", ARG_MAX, INCMAP_TYPE_NUMBER},
        {"unit", ARG_UNIT, INCMAP_TYPE_STRING},
    };
    for (guint i = 0; i < G_N_ELEMENTS(options); i++) {
        if (strcmp(options[i].name, member->key.as.string) == 0) {
            IncmapNode *arg =
                incmap_parser_parse(parser, &member->value, incmap_type_get(options[i].kind));
            if (arg == NULL)
                return FALSE;
            incmap_node_set_arg(node, options[i].arg, arg);
            return TRUE;
        }
    }
    incmap_parser_fail(parser, &member->key, "unknown option \"%s\" of \"number-format\"",
                       member->key.as.string);
    return FALSE;
}

static IncmapNode *
parse_number_format(IncmapParser *parser, const IncmapValue *value, const IncmapType *expected)
{
    (void)expected;
    if (value->n != 3)
        return incmap_parser_fail(parser, value,
                                  "\"number-format\" takes a number and a mapping of options");
    IncmapNode *number =
        incmap_parser_parse(parser, &value->as.items[1], incmap_type_get(INCMAP_TYPE_NUMBER));
    if (number == NULL)
        return NULL;
    const IncmapValue *options = &value->as.items[2];
    if (options->kind != INCMAP_VALUE_OBJECT)
        return incmap_parser_fail(parser, value,
                                  "\"number-format\" takes a number and a mapping of options");
    IncmapNode *node = incmap_node_new(parser, value, evaluate_number_format,
                                       incmap_type_get(INCMAP_TYPE_STRING), N_ARGS);
    incmap_node_set_arg(node, ARG_NUMBER, number);
    for (guint i = 0; i < options->n; i++) {
        if (!parse_option(parser, node, &options->as.members[i]))
            return NULL;
    }
    return node;
}

const IncmapOperator incmap_operators_number_format[] = {
    {"number-format", parse_number_format, NULL, INCMAP_TYPE_STRING, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
