/* SPDX-License-Identifier: MIT */
#include "locate/compile/lines.h"

#include <string.h>
#include <zlib.h>

#include "base/error.h"

static char *
load_text(const char *path)
{
    gzFile file = gzopen(path, "rb");
    if (file == NULL)
        return NULL;
    GString *text = g_string_sized_new(1 << 16);
    char buffer[1 << 16];
    int n = 0;
    while ((n = gzread(file, buffer, sizeof(buffer))) > 0)
        g_string_append_len(text, buffer, n);
    gboolean has_failed = n < 0;
    gzclose(file);
    return g_string_free(text, has_failed);
}

/* Cuts a quoted CSV field in place; returns what ended it. */
static char
cut_quoted(char **cursor, char separator)
{
    char *from = *cursor, *to = *cursor;
    gboolean is_quoted = FALSE;
    for (; *from != '\0'; from++) {
        if (*from == '"' && is_quoted && from[1] == '"')
            *to++ = *from++;
        else if (*from == '"')
            is_quoted = !is_quoted;
        else if (!is_quoted && (*from == separator || *from == '\n'))
            break;
        else
            *to++ = *from;
    }
    char end = *from;
    *cursor = end == '\0' ? from : from + 1;
    *to = '\0';
    return end;
}

static char
cut_plain(char **cursor, char separator)
{
    char *c = *cursor;
    while (*c != '\0' && *c != separator && *c != '\n')
        c++;
    char end = *c;
    *cursor = end == '\0' ? c : c + 1;
    *c = '\0';
    return end;
}

static void
cut_line(IncmapLines *table)
{
    g_ptr_array_set_size(table->fields, 0);
    char end = table->separator;
    table->line++;
    while (end == table->separator) {
        char *field = table->cursor;
        end = table->separator == ',' ? cut_quoted(&table->cursor, ',')
                                      : cut_plain(&table->cursor, table->separator);
        gsize length = strlen(field);
        if (length > 0 && field[length - 1] == '\r')
            field[length - 1] = '\0';
        g_ptr_array_add(table->fields, field);
    }
}

gboolean
incmap_lines_next(IncmapLines *table)
{
    while (*table->cursor != '\0') {
        gboolean is_comment = *table->cursor == '#';
        cut_line(table);
        const char *first = g_ptr_array_index(table->fields, 0);
        if (!is_comment && (table->fields->len > 1 || first[0] != '\0'))
            return TRUE;
    }
    return FALSE;
}

IncmapLines *
incmap_lines_load(const char *path, char separator, gboolean has_header, GError **error)
{
    g_autofree char *text = load_text(path);
    if (text == NULL) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: can't be read", path);
        return NULL;
    }
    IncmapLines *table = g_new0(IncmapLines, 1);
    table->path = g_strdup(path);
    table->cursor = table->text = g_steal_pointer(&text);
    table->separator = separator;
    table->fields = g_ptr_array_new();
    table->header = g_ptr_array_new();
    if (has_header && incmap_lines_next(table))
        g_ptr_array_extend(table->header, table->fields, NULL, NULL);
    return table;
}

void
incmap_lines_free(IncmapLines *table)
{
    if (table == NULL)
        return;
    g_ptr_array_unref(table->fields);
    g_ptr_array_unref(table->header);
    g_free(table->text);
    g_free(table->path);
    g_free(table);
}

const char *
incmap_lines_get_at(const IncmapLines *table, guint column)
{
    return column < table->fields->len ? g_ptr_array_index(table->fields, column) : "";
}

const char *
incmap_lines_get(const IncmapLines *table, const char *column)
{
    for (guint i = 0; i < table->header->len; i++)
        if (strcmp(g_ptr_array_index(table->header, i), column) == 0)
            return incmap_lines_get_at(table, i);
    return "";
}
