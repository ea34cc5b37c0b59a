/* SPDX-License-Identifier: MIT */
/*
 * Reading tests/tables/locate.tsv, for the test and for the bench.
 */
#pragma once

#include <string.h>

#include "base/geodesy.h"
#include "locate/locate.h"

typedef struct LocateCase LocateCase;
struct LocateCase {
    const char *place, *admin1, *country;
    IncmapLonLat point;
    double tolerance_km;
    const char *precision;
    guint line;
};

typedef struct LocateTable LocateTable;
struct LocateTable {
    char *text;
    GArray *cases; /* LocateCase, pointing into text */
};

static inline void
locate_table_load(LocateTable *table, const char *path)
{
    g_autoptr(GError) error = NULL;
    g_file_get_contents(path, &table->text, NULL, &error);
    g_assert_no_error(error);
    table->cases = g_array_new(FALSE, TRUE, sizeof(LocateCase));
    guint line = 0;
    for (char *row = table->text; row != NULL && *row != '\0';) {
        char *next = strchr(row, '\n');
        char *fields[7] = {NULL};
        guint n = 0;
        if (next != NULL)
            *next++ = '\0';
        line++;
        for (char *field = row; field != NULL && n < 7 && row[0] != '#'; n++) {
            char *tab = strchr(field, '\t');
            if (tab != NULL)
                *tab++ = '\0';
            fields[n] = field;
            field = tab;
        }
        if (n == 7) {
            LocateCase made = {
                .place = fields[0],
                .admin1 = fields[1],
                .country = fields[2],
                .point = {g_ascii_strtod(fields[4], NULL), g_ascii_strtod(fields[3], NULL)},
                .tolerance_km = g_ascii_strtod(fields[5], NULL),
                .precision = fields[6],
                .line = line};
            g_array_append_val(table->cases, made);
        }
        row = next;
    }
}

static inline void
locate_table_clear(LocateTable *table)
{
    g_array_unref(table->cases);
    g_free(table->text);
}
