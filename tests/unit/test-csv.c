/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "read/csv.h"

#include <string.h>

static char *
join_row(const IncmapCsv *csv)
{
    GString *row = g_string_new(NULL);
    for (guint i = 0; i < csv->n_fields; i++)
        g_string_append_printf(row, "%s%.*s", i > 0 ? "¦" : "", (int)csv->fields[i].length,
                               csv->fields[i].text);
    return g_string_free(row, FALSE);
}

/* Rows joined by "/", each with its line. */
static char *
parse(const char *text, char delimiter)
{
    g_auto(IncmapCsv) csv = {0};
    g_autoptr(GError) error = NULL;
    GString *rows = g_string_new(NULL);
    incmap_csv_init(&csv, "t.csv", text, strlen(text), delimiter);
    while (incmap_csv_next(&csv, &error)) {
        g_autofree char *row = join_row(&csv);
        g_string_append_printf(rows, "%s%u:%s", rows->len > 0 ? "/" : "", csv.row_line, row);
    }
    if (error != NULL)
        g_string_append_printf(rows, "!%s", error->message);
    return g_string_free(rows, FALSE);
}

static const struct {
    const char *text;
    char delimiter;
    const char *rows;
} cases[] = {
    {"a,b\n1,2\n", ',', "1:a¦b/2:1¦2"},
    {"a,b\r\n1,2", ',', "1:a¦b/2:1¦2"},
    {"a,b\r1,2\r", ',', "1:a¦b/2:1¦2"},
    {"a,b\n\n\n1,\n", ',', "1:a¦b/4:1¦"},
    {"\"a,b\",\"c\nd\"\ne,f\n", ',', "1:a,b¦c\nd/3:e¦f"},
    {"\"say \"\"hi\"\"\",x\n\"\"\"\"\n", ',', "1:say \"hi\"¦x/2:\""},
    {"\"ab\"cd,e\n", ',', "1:abcd¦e"},
    {"a\"b,c\n", ',', "1:a\"b¦c"},
    {"\"a\"\"\n\",b\nc,d\n", ',', "1:a\"\n¦b/3:c¦d"},
    {"sep=;\na;b\n", 0, "2:a¦b"},
    {"a\tb\n1\t2\n", 0, "1:a¦b/2:1¦2"},
    {"a|b\n1|2\n", 0, "1:a¦b/2:1¦2"},
    {"a;b\n1,5;2,5\n3,5;4\n", 0, "1:a¦b/2:1,5¦2,5/3:3,5¦4"},
    {"a,b\n\"open,2\n", ',',
     "1:a¦b!t.csv:2: a quoted field that begins in this row is never closed"},
};

static void
test_rows(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *rows = parse(cases[i].text, cases[i].delimiter);
        g_assert_cmpstr(rows, ==, cases[i].rows);
    }
}

static void
test_limits(void)
{
    g_autofree char *commas = g_strnfill(100001, ',');
    g_autofree char *rows = parse(commas, ',');
    g_assert_true(g_str_has_suffix(rows,
                                   "!t.csv:1: the row has more than 100000 columns; is this a "
                                   "table?"));
    gsize length = (64u << 20) + 1;
    g_autofree char *letters = g_strnfill(length, 'x');
    g_autofree char *long_row = parse(letters, ',');
    g_assert_cmpstr(long_row, ==, "!t.csv:1: the row is longer than 64 MB; is this a table?");
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/rows", test_rows);
    g_test_add_func("/csv/limits", test_limits);
    return g_test_run();
}
