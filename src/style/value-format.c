/* SPDX-License-Identifier: MIT */
/*
 * Values as text, always the same whatever the locale.
 */
#include "style/value.h"

#include <math.h>
#include <string.h>

/* Digits and decimal exponent of the shortest text that reads back as @number. */
static int
shortest_digits(double number, char digits[32])
{
    char text[G_ASCII_DTOSTR_BUF_SIZE] = "";
    for (int precision = 0; precision < 17; precision++) {
        char format[8];
        g_snprintf(format, sizeof format, "%%.%de", precision);
        g_ascii_formatd(text, sizeof text, format, number);
        if (g_ascii_strtod(text, NULL) == number)
            break;
    }
    gsize n = 0;
    const char *c = text;
    for (; *c != '\0' && *c != 'e'; c++) {
        if (*c != '.')
            digits[n++] = *c;
    }
    while (n > 1 && digits[n - 1] == '0')
        n--;
    digits[n] = '\0';
    return *c == 'e' ? (int)g_ascii_strtoll(c + 1, NULL, 10) : 0;
}

/* Number::toString of ECMA-262: digits as they are from 1e-6 to 1e21, else with an exponent. */
static void
append_number(GString *out, double number)
{
    if (isnan(number)) {
        g_string_append(out, "NaN");
        return;
    }
    if (number < 0)
        g_string_append_c(out, '-');
    if (isinf(number)) {
        g_string_append(out, "Infinity");
        return;
    }
    char digits[32] = "";
    int exponent = shortest_digits(fabs(number), digits);
    int n = (int)strlen(digits);
    if (exponent < -6 || exponent > 20) {
        g_string_append_printf(out, "%c%s%se%+d", digits[0], n > 1 ? "." : "", digits + 1,
                               exponent);
    } else if (exponent < 0) {
        g_string_append_printf(out, "0.%.*s%s", -exponent - 1, "0000000", digits);
    } else {
        for (int i = 0; i <= MAX(exponent, n - 1); i++) {
            if (i == exponent + 1)
                g_string_append_c(out, '.');
            g_string_append_c(out, i < n ? digits[i] : '0');
        }
    }
}

char *
incmap_value_format_number(double number)
{
    GString *out = g_string_new(NULL);
    append_number(out, number);
    return g_string_free(out, FALSE);
}

static void
append_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *c = text; *c != '\0'; c++) {
        if (*c == '"' || *c == '\\')
            g_string_append_printf(out, "\\%c", *c);
        else if (*c == '\n')
            g_string_append(out, "\\n");
        else if (*c == '\t')
            g_string_append(out, "\\t");
        else if ((guchar)*c < 0x20)
            g_string_append_printf(out, "\\u%04x", (guint)*c);
        else
            g_string_append_c(out, *c);
    }
    g_string_append_c(out, '"');
}

static void append_json(GString *out, const IncmapValue *value);

static void
append_parts(GString *out, const IncmapValue *value)
{
    gboolean is_object = value->kind == INCMAP_VALUE_OBJECT;
    g_string_append_c(out, is_object ? '{' : '[');
    for (guint i = 0; i < value->n; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        if (is_object) {
            append_quoted(out, value->as.members[i].key.as.string);
            g_string_append_c(out, ':');
            append_json(out, &value->as.members[i].value);
        } else {
            append_json(out, &value->as.items[i]);
        }
    }
    g_string_append_c(out, is_object ? '}' : ']');
}

static void
append_json(GString *out, const IncmapValue *value)
{
    switch (value->kind) {
    case INCMAP_VALUE_NULL:
        g_string_append(out, "null");
        return;
    case INCMAP_VALUE_BOOL:
        g_string_append(out, value->as.is_true ? "true" : "false");
        return;
    case INCMAP_VALUE_NUMBER:
        append_number(out, value->as.number);
        return;
    case INCMAP_VALUE_STRING:
        append_quoted(out, value->as.string);
        return;
    case INCMAP_VALUE_ARRAY:
    case INCMAP_VALUE_OBJECT:
        append_parts(out, value);
        return;
    case INCMAP_VALUE_COLOR:
    case INCMAP_VALUE_FORMATTED:
    case INCMAP_VALUE_COLLATOR: {
        g_autofree char *text = incmap_value_format_text(value);
        append_quoted(out, text);
        return;
    }
    }
}

char *
incmap_value_format_json(const IncmapValue *value)
{
    GString *out = g_string_new(NULL);
    append_json(out, value);
    return g_string_free(out, FALSE);
}

#define BRIEF_CHARS 60

char *
incmap_value_format_brief(const IncmapValue *value)
{
    g_autofree char *text = incmap_value_format_json(value);
    if (g_utf8_strlen(text, -1) <= BRIEF_CHARS)
        return g_steal_pointer(&text);
    *g_utf8_offset_to_pointer(text, BRIEF_CHARS) = '\0';
    return g_strconcat(text, "…", NULL);
}

static char *
join_sections(const IncmapValue *value)
{
    GString *out = g_string_new(NULL);
    for (guint i = 0; i < value->n; i++)
        g_string_append(out, value->as.sections[i].text);
    return g_string_free(out, FALSE);
}

char *
incmap_value_format_text(const IncmapValue *value)
{
    switch (value->kind) {
    case INCMAP_VALUE_NULL:
        return g_strdup("");
    case INCMAP_VALUE_STRING:
        return g_strndup(value->as.string, value->n);
    case INCMAP_VALUE_COLOR:
        return incmap_color_format(value->as.color);
    case INCMAP_VALUE_FORMATTED:
        return join_sections(value);
    case INCMAP_VALUE_COLLATOR:
        return g_strdup("collator");
    default:
        return incmap_value_format_json(value);
    }
}
