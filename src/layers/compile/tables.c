/* SPDX-License-Identifier: MIT */
#include "layers/compile/tables.h"

#include "base/error.h"

#include <string.h>
#include <zlib.h>

#define MAX_BYTES ((gsize)64 << 20)

static char *
read_text(const char *path, GError **error)
{
    gzFile file = gzopen(path, "rb");
    g_autoptr(GString) text = g_string_new(NULL);
    char buffer[16384];
    int n = file == NULL ? -1 : 0;
    while (file != NULL && (n = gzread(file, buffer, sizeof buffer)) > 0 && text->len < MAX_BYTES)
        g_string_append_len(text, buffer, n);
    if (file != NULL)
        gzclose(file);
    if (n != 0) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: cannot be read", path);
        return NULL;
    }
    return g_string_free(g_steal_pointer(&text), FALSE);
}

/* The cells of a line of CSV; a quoted cell may hold commas and doubled quotes, not line ends. */
static GStrv
split_csv(const char *line)
{
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    g_autoptr(GString) cell = g_string_new(NULL);
    gboolean is_quoted = FALSE;
    for (const char *c = line;; c++) {
        if (*c == '\0' || (*c == ',' && !is_quoted)) {
            g_ptr_array_add(cells, g_strdup(cell->str));
            g_string_truncate(cell, 0);
            if (*c == '\0')
                break;
        } else if (*c == '"' && is_quoted && c[1] == '"') {
            g_string_append_c(cell, *c++);
        } else if (*c == '"') {
            is_quoted = !is_quoted;
        } else {
            g_string_append_c(cell, *c);
        }
    }
    g_ptr_array_add(cells, NULL);
    return (GStrv)g_ptr_array_free(g_steal_pointer(&cells), FALSE);
}

static GStrv
split_line(const char *path, const char *line)
{
    return strstr(path, ".csv") != NULL ? split_csv(line) : g_strsplit(line, "\t", -1);
}

static gboolean
add_line(IncmapTable *table, const char *path, const char *line, guint number, GError **error)
{
    if (line[0] == '\0' || line[0] == '#')
        return TRUE;
    g_auto(GStrv) cells = split_line(path, line);
    guint n_cells = g_strv_length(cells);
    if (table->columns == NULL) {
        table->n_columns = n_cells;
        table->columns = g_steal_pointer(&cells);
        return TRUE;
    }
    if (n_cells != table->n_columns)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s:%u: has %u cells instead of %u", path,
                           number, n_cells, table->n_columns);
    g_ptr_array_add(table->rows, g_steal_pointer(&cells));
    return TRUE;
}

IncmapTable *
incmap_table_load(const char *dir, const char *file, GError **error)
{
    g_autoptr(IncmapTable) table = g_new0(IncmapTable, 1);
    table->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    g_autofree char *path = g_build_filename(dir, file, NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS)) {
        g_autofree char *text = read_text(path, error);
        if (text == NULL)
            return NULL;
        g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
        for (guint i = 0; lines[i] != NULL; i++) {
            g_strdelimit(lines[i], "\r", '\0');
            if (!add_line(table, path, lines[i], i + 1, error))
                return NULL;
        }
    }
    if (table->columns == NULL)
        table->columns = g_new0(char *, 1);
    return g_steal_pointer(&table);
}

void
incmap_table_free(IncmapTable *table)
{
    if (table == NULL)
        return;
    g_strfreev(table->columns);
    g_clear_pointer(&table->rows, g_ptr_array_unref);
    g_free(table);
}

int
incmap_table_find_column(const IncmapTable *table, const char *name)
{
    for (guint i = 0; i < table->n_columns; i++)
        if (strcmp(table->columns[i], name) == 0)
            return (int)i;
    return -1;
}

GStrv
incmap_table_find_row(const IncmapTable *table, const char *column, const char *key)
{
    int at = incmap_table_find_column(table, column);
    for (guint i = 0; at >= 0 && i < table->rows->len; i++) {
        GStrv row = g_ptr_array_index(table->rows, i);
        if (strcmp(row[at], key) == 0)
            return row;
    }
    return NULL;
}

const char *
incmap_table_get(const IncmapTable *table, GStrv row, const char *column)
{
    int at = incmap_table_find_column(table, column);
    return at >= 0 && row != NULL ? row[at] : "";
}

const char *
incmap_table_language(const char *column, const char *prefix)
{
    if (!g_str_has_prefix(column, prefix))
        return NULL;
    const char *language = column + strlen(prefix);
    if (strcmp(language, "alt") == 0)
        return NULL;
    gsize letters = strspn(language, "abcdefghijklmnopqrstuvwxyz");
    if (letters < 2 || letters > 3)
        return NULL;
    return language[letters] == '\0' || language[letters] == '-' ? language : NULL;
}
