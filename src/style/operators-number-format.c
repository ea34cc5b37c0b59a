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

/* units with a sign of their own; others stand behind the number as they are */
static const struct {
    const char *unit;
    const char *suffix;
} units[] = {
    {"celsius", "°C"},  {"fahrenheit", "°F"}, {"percent", "%"},    {"degree", " deg"},
    {"meter", " m"},    {"kilometer", " km"}, {"mile", " mi"},     {"foot", " ft"},
    {"hectare", " ha"}, {"kilogram", " kg"},  {"kilobyte", " kB"}, {"kilometer-per-hour", " km/h"},
};

/* Adds one to the last of the decimal @digits, and to those before it as far as that carries. */
static void
round_up(GString *digits)
{
    for (gsize i = digits->len; i-- > 0;) {
        if (digits->str[i] == '.')
            continue;
        if (digits->str[i]++ != '9')
            return;
        digits->str[i] = '0';
    }
    g_string_prepend_c(digits, '1');
}

/* @number, not negative, in full decimal digits with no more than mean it. */
static char *
write_out(double number)
{
    g_autofree char *shortest = incmap_value_format_number(number);
    if (strchr(shortest, 'e') == NULL)
        return g_steal_pointer(&shortest);
    char text[400]; /* the largest double has 309 digits before the point */
    g_ascii_formatd(text, sizeof text, number < 1 ? "%.40f" : "%.0f", number);
    return g_strdup(text);
}

/* @number with at most @max and at least @min digits behind the point, halves away from 0. */
static char *
format_digits(double number, guint min, guint max)
{
    g_autofree char *full = write_out(number);
    const char *point = strchr(full, '.');
    gsize n_whole = point != NULL ? (gsize)(point - full) : strlen(full);
    const char *fraction = point != NULL ? point + 1 : "";
    gsize n_fraction = strlen(fraction);
    GString *digits = g_string_new_len(full, (gssize)n_whole);
    g_string_append_c(digits, '.');
    g_string_append_len(digits, fraction, (gssize)MIN(n_fraction, max));
    if (n_fraction > max && fraction[max] >= '5')
        round_up(digits);
    gsize n_least = strcspn(digits->str, ".") + 1 + min;
    while (digits->len > n_least && digits->str[digits->len - 1] == '0')
        g_string_truncate(digits, digits->len - 1);
    while (digits->len < n_least)
        g_string_append_c(digits, '0');
    if (digits->str[digits->len - 1] == '.')
        g_string_truncate(digits, digits->len - 1);
    return g_string_free(digits, FALSE);
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

/* What stands before and behind the digits. */
typedef struct Affixes Affixes;
struct Affixes {
    const char *prefix;
    const char *space; /* between prefix and digits */
    const char *gap;   /* between digits and suffix */
    const char *suffix;
    guint min;
    guint max;
};

static gboolean
evaluate_affixes(const IncmapNode *node, IncmapEval *eval, Affixes *affixes)
{
    const char *currency = NULL;
    const char *unit = NULL;
    if (!evaluate_option(node->args[ARG_CURRENCY], eval, &currency) ||
        !evaluate_option(node->args[ARG_UNIT], eval, &unit))
        return FALSE;
    if (currency != NULL)
        *affixes = (Affixes){currency, " ", "", "", 2, 2};
    for (guint i = 0; currency != NULL && i < G_N_ELEMENTS(currencies); i++) {
        guint n = currencies[i].n_digits;
        if (g_ascii_strcasecmp(currencies[i].code, currency) == 0)
            *affixes = (Affixes){currencies[i].symbol, "", "", "", n, n};
    }
    if (unit != NULL)
        *affixes = (Affixes){"", "", " ", unit, 0, 3};
    for (guint i = 0; unit != NULL && i < G_N_ELEMENTS(units); i++) {
        if (strcmp(units[i].unit, unit) == 0)
            *affixes = (Affixes){"", "", "", units[i].suffix, 0, 3};
    }
    return TRUE;
}

/* Digits as asked for; one limit alone moves the other out of its way. */
static gboolean
evaluate_limits(const IncmapNode *node, IncmapEval *eval, Affixes *affixes)
{
    guint min = affixes->min;
    guint max = affixes->max;
    if (!evaluate_digits(node->args[ARG_MIN], eval, &min) ||
        !evaluate_digits(node->args[ARG_MAX], eval, &max))
        return FALSE;
    if (node->args[ARG_MAX] == NULL)
        max = MAX(max, min);
    if (node->args[ARG_MIN] == NULL)
        min = MIN(min, max);
    if (min > max)
        return incmap_eval_fail(eval, "at least %u and at most %u digits contradict", min, max);
    affixes->min = min;
    affixes->max = max;
    return TRUE;
}

static gboolean
evaluate_number_format(const IncmapNode *node, IncmapEval *eval, IncmapValue *out_value)
{
    double number = 0;
    Affixes affixes = {"", "", "", "", 0, 3};
    if (!incmap_node_evaluate_number(node->args[ARG_NUMBER], eval, &number) ||
        !evaluate_affixes(node, eval, &affixes) || !evaluate_limits(node, eval, &affixes))
        return FALSE;
    g_autofree char *digits = isfinite(number)
                                  ? format_digits(fabs(number), affixes.min, affixes.max)
                                  : g_strdup(isnan(number) ? "NaN" : "∞");
    g_autoptr(GString) out = g_string_new(number < 0 ? "-" : "");
    g_string_append_printf(out, "%s%s", affixes.prefix, affixes.space);
    append_grouped(out, digits);
    g_string_append_printf(out, "%s%s", affixes.gap, affixes.suffix);
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
    if (node->args[ARG_CURRENCY] != NULL && node->args[ARG_UNIT] != NULL)
        return incmap_parser_fail(parser, value, "a number has a currency or a unit, not both");
    return node;
}

const IncmapOperator incmap_operators_number_format[] = {
    {"number-format", parse_number_format, NULL, INCMAP_TYPE_STRING, NULL, 0},
    {NULL, NULL, NULL, INCMAP_TYPE_NULL, NULL, 0},
};
