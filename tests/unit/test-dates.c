/* SPDX-License-Identifier: MIT */
#include "read/dates.h"

#include <string.h>

static const struct {
    const char *text;
    IncmapDateReading reading;
    int y, m, d, y2, m2, d2;
    int hour, minute;
} cases[] = {
    {"2023-07-27", INCMAP_DATE_CERTAIN, 2023, 7, 27, 2023, 7, 27, -1, -1},
    {"20230727", INCMAP_DATE_CERTAIN, 2023, 7, 27, 2023, 7, 27, -1, -1},
    {"2023/7/27", INCMAP_DATE_CERTAIN, 2023, 7, 27, 2023, 7, 27, -1, -1},
    {"2023-07", INCMAP_DATE_CERTAIN, 2023, 7, 1, 2023, 7, 31, -1, -1},
    {"2024", INCMAP_DATE_CERTAIN, 2024, 1, 1, 2024, 12, 31, -1, -1},
    {"2023-07-27T23:30:00-02:00", INCMAP_DATE_CERTAIN, 2023, 7, 28, 2023, 7, 28, 1, 30},
    {"2023-07-27T00:30:00.123Z", INCMAP_DATE_CERTAIN, 2023, 7, 27, 2023, 7, 27, 0, 30},
    {"2023-07-27 00:30+0200", INCMAP_DATE_CERTAIN, 2023, 7, 26, 2023, 7, 26, 22, 30},
    {"31 January 2023", INCMAP_DATE_CERTAIN, 2023, 1, 31, 2023, 1, 31, -1, -1},
    {"Jan 31st, 2023", INCMAP_DATE_CERTAIN, 2023, 1, 31, 2023, 1, 31, -1, -1},
    {"31-Jan-23", INCMAP_DATE_CERTAIN, 2023, 1, 31, 2023, 1, 31, -1, -1},
    {"1er août 2022", INCMAP_DATE_CERTAIN, 2022, 8, 1, 2022, 8, 1, -1, -1},
    {"3 de março de 2021", INCMAP_DATE_CERTAIN, 2021, 3, 3, 2021, 3, 3, -1, -1},
    {"5. März 2020", INCMAP_DATE_CERTAIN, 2020, 3, 5, 2020, 3, 5, -1, -1},
    {"7 мая 2023", INCMAP_DATE_CERTAIN, 2023, 5, 7, 2023, 5, 7, -1, -1},
    {"27 يوليو 2023", INCMAP_DATE_CERTAIN, 2023, 7, 27, 2023, 7, 27, -1, -1},
    {"July 2023", INCMAP_DATE_CERTAIN, 2023, 7, 1, 2023, 7, 31, -1, -1},
    {"03.02.2023", INCMAP_DATE_CERTAIN, 2023, 2, 3, 2023, 2, 3, -1, -1},
    {"05/05/2023", INCMAP_DATE_CERTAIN, 2023, 5, 5, 2023, 5, 5, -1, -1},
    {"13/02/2023", INCMAP_DATE_DMY, 2023, 2, 13, 2023, 2, 13, -1, -1},
    {"02/13/2023 14:05", INCMAP_DATE_MDY, 2023, 2, 13, 2023, 2, 13, 14, 5},
    {"1/2/2023 2:05 PM", INCMAP_DATE_EITHER, 2023, 2, 1, 2023, 2, 1, 14, 5},
    {"2024-02-29", INCMAP_DATE_CERTAIN, 2024, 2, 29, 2024, 2, 29, -1, -1},
    {"2023-02-29", INCMAP_DATE_BAD, 0},
    {"32/01/2023", INCMAP_DATE_BAD, 0},
    {"45123.5", INCMAP_DATE_BAD, 0},
    {"soon", INCMAP_DATE_BAD, 0},
    {"", INCMAP_DATE_BAD, 0},
};

static void
test_parse(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapDate date = {0, 0, -1, -1};
        g_test_message("%s", cases[i].text);
        IncmapDateReading reading = incmap_date_parse(cases[i].text, strlen(cases[i].text), &date);
        g_assert_cmpint(reading, ==, cases[i].reading);
        if (reading == INCMAP_DATE_BAD)
            continue;
        g_assert_cmpuint(date.from_julian, ==,
                         incmap_date_julian(cases[i].y, cases[i].m, cases[i].d));
        g_assert_cmpuint(date.to_julian, ==,
                         incmap_date_julian(cases[i].y2, cases[i].m2, cases[i].d2));
        g_assert_cmpint(date.hour, ==, cases[i].hour);
        g_assert_cmpint(date.minute, ==, cases[i].minute);
    }
}

static void
test_agrees_with_glib(void)
{
    for (guint32 julian = 1; julian < 3000000; julian += 97) {
        GDate date;
        int y = 0, m = 0, d = 0;
        g_date_set_julian(&date, julian);
        incmap_date_split(julian, &y, &m, &d);
        g_assert_cmpint(y, ==, g_date_get_year(&date));
        g_assert_cmpint(m, ==, (int)g_date_get_month(&date));
        g_assert_cmpint(d, ==, g_date_get_day(&date));
        g_assert_cmpuint(incmap_date_julian(y, m, d), ==, julian);
    }
}

static void
test_swap(void)
{
    guint32 julian = incmap_date_julian(2023, 4, 3);
    IncmapDate date = {julian, julian, -1, -1};
    incmap_date_swap(&date);
    g_assert_cmpuint(date.from_julian, ==, incmap_date_julian(2023, 3, 4));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dates/parse", test_parse);
    g_test_add_func("/dates/agrees-with-glib", test_agrees_with_glib);
    g_test_add_func("/dates/swap", test_swap);
    return g_test_run();
}
