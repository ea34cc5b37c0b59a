/* SPDX-License-Identifier: MIT */
#include "base/json.h"

#include <math.h>
#include <string.h>

void
incmap_json_init(IncmapJson *json, guint n_deep)
{
    *json = (IncmapJson){.out = g_string_new(NULL), .n_deep = n_deep, .is_first = TRUE};
}

char *
incmap_json_steal(IncmapJson *json)
{
    g_string_append_c(json->out, '\n');
    return g_string_free(g_steal_pointer(&json->out), FALSE);
}

void
incmap_json_clear(IncmapJson *json)
{
    if (json->out != NULL)
        g_string_free(g_steal_pointer(&json->out), TRUE);
}

static void
append_indent(IncmapJson *json)
{
    g_string_append_c(json->out, '\n');
    for (guint i = 0; i < json->depth; i++)
        g_string_append(json->out, "  ");
}

static void
append_escaped(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *p = text; *p != '\0'; p++) {
        unsigned char c = (unsigned char)*p;
        if (c == '"' || c == '\\')
            g_string_append_c(out, '\\');
        if (c == '\n')
            g_string_append(out, "\\n");
        else if (c < 0x20)
            g_string_append_printf(out, "\\u%04x", c);
        else
            g_string_append_c(out, (char)c);
    }
    g_string_append_c(out, '"');
}

static void
begin_value(IncmapJson *json, const char *key)
{
    if (!json->is_first)
        g_string_append_c(json->out, ',');
    if (json->depth > 0 && json->depth <= json->n_deep)
        append_indent(json);
    else if (!json->is_first)
        g_string_append_c(json->out, ' ');
    json->is_first = FALSE;
    if (key == NULL)
        return;
    append_escaped(json->out, key);
    g_string_append(json->out, ": ");
}

void
incmap_json_begin(IncmapJson *json, const char *key, char open)
{
    begin_value(json, key);
    g_string_append_c(json->out, open);
    json->depth++;
    json->is_first = TRUE;
}

void
incmap_json_end(IncmapJson *json, char close)
{
    gboolean is_spread = json->depth <= json->n_deep && !json->is_first;
    json->depth--;
    if (is_spread)
        append_indent(json);
    g_string_append_c(json->out, close);
    json->is_first = FALSE;
}

void
incmap_json_text(IncmapJson *json, const char *key, const char *text)
{
    begin_value(json, key);
    if (text == NULL)
        g_string_append(json->out, "null");
    else
        append_escaped(json->out, text);
}

void
incmap_json_text_if(IncmapJson *json, const char *key, const char *text)
{
    if (text != NULL)
        incmap_json_text(json, key, text);
}

void
incmap_format_number(GString *out, double value, int n_decimals)
{
    if (!isfinite(value)) {
        g_string_append(out, "null");
        return;
    }
    char format[8], digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
    g_snprintf(format, sizeof format, "%%.%df", n_decimals);
    g_ascii_formatd(digits, sizeof digits, format, value);
    if (strchr(digits, '.') != NULL) {
        gsize length = strlen(digits);
        while (digits[length - 1] == '0')
            digits[--length] = '\0';
        if (digits[length - 1] == '.')
            digits[length - 1] = '\0';
    }
    g_string_append(out, strcmp(digits, "-0") == 0 ? "0" : digits);
}

void
incmap_json_number(IncmapJson *json, const char *key, double value, int n_decimals)
{
    begin_value(json, key);
    incmap_format_number(json->out, value, n_decimals);
}

void
incmap_json_integer(IncmapJson *json, const char *key, gint64 value)
{
    begin_value(json, key);
    g_string_append_printf(json->out, "%" G_GINT64_FORMAT, value);
}

void
incmap_json_boolean(IncmapJson *json, const char *key, gboolean value)
{
    begin_value(json, key);
    g_string_append(json->out, value ? "true" : "false");
}
