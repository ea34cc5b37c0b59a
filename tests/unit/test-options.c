/* SPDX-License-Identifier: MIT */
#include "pipeline/options.h"
#include "pipeline/when.h"
#include "scene/dump.h"

static void
check_day(const char *text, const char *base, const char *expected)
{
    char day[11];
    incmap_format_day(incmap_parse_day(text, incmap_parse_day(base, 0)), day);
    g_assert_cmpstr(day, ==, expected);
}

static void
test_days(void)
{
    check_day("2024-08-05", "2024-08-05", "2024-08-05");
    check_day("-7d", "2024-03-03", "2024-02-25");
    check_day("-2w", "2024-03-03", "2024-02-18");
    check_day("-1m", "2024-03-31", "2024-02-29");
    check_day("-1y", "2024-02-29", "2023-02-28");
    check_day("2023-02-29", "2024-08-05", "");
    check_day("2024-8-5", "2024-08-05", "");
    check_day("2024-08-05x", "2024-08-05", "");
    check_day("-7", "2024-08-05", "");
    check_day("-d", "2024-08-05", "");
    check_day("-99999y", "2024-08-05", "");
    check_day("", "2024-08-05", "");
}

static void
check_week(const char *text, const char *expected_first, const char *expected_last)
{
    guint32 first = 0, last = 0;
    char first_day[11], last_day[11];
    g_assert_cmpint(incmap_parse_week(text, &first, &last), ==, expected_first[0] != '\0');
    incmap_format_day(first, first_day);
    incmap_format_day(last, last_day);
    g_assert_cmpstr(first_day, ==, expected_first);
    g_assert_cmpstr(last_day, ==, expected_last);
}

static void
test_weeks(void)
{
    check_week("2026-W47", "2026-11-16", "2026-11-22");
    check_week("2021-W01", "2021-01-04", "2021-01-10");
    check_week("2020-W53", "2020-12-28", "2021-01-03");
    check_week("2021-W53", "", "");
    check_week("2021-W00", "", "");
    check_week("2021-47", "", "");
}

static void
test_today_from_epoch(void)
{
    g_setenv("SOURCE_DATE_EPOCH", "1722816000", TRUE);
    char day[11];
    incmap_format_day(incmap_today(), day);
    g_assert_cmpstr(day, ==, "2024-08-05");
    g_unsetenv("SOURCE_DATE_EPOCH");
}

static void
check_size(const char *text, double dpi, double width_pt, double height_pt, double expected_dpi)
{
    IncmapSize size;
    g_autoptr(GError) error = NULL;
    g_assert_true(incmap_size_parse(text, dpi, &size, &error));
    g_assert_no_error(error);
    g_assert_cmpfloat_with_epsilon(size.width_pt, width_pt, 1e-9);
    g_assert_cmpfloat_with_epsilon(size.height_pt, height_pt, 1e-9);
    g_assert_cmpfloat(size.dpi, ==, expected_dpi);
}

static void
test_sizes(void)
{
    check_size("1600x1000px", 0, 1200, 750, 96);
    check_size("1600x1000", 0, 1200, 750, 96);
    check_size("3200x2000px", 192, 1200, 750, 192);
    check_size("1600×1000PX", 0, 1200, 750, 96);
    check_size("254x127mm", 0, 720, 360, 300);
    check_size("25.4x12.7cm", 150, 720, 360, 150);
    check_size("10x5in", 0, 720, 360, 300);
    check_size("A4", 0, 210 / 25.4 * 72, 297 / 25.4 * 72, 300);
}

static void
test_period(void)
{
    IncmapOptions options;
    g_autoptr(GError) error = NULL;
    incmap_options_init(&options);
    g_assert_true(incmap_options_set(&options, "date", "2024-08-07", &error));
    g_assert_true(incmap_options_set(&options, "since", "-7d", &error));
    g_assert_true(incmap_options_resolve(&options, &error));
    char first[11], last[11];
    incmap_format_day(options.first_julian, first);
    incmap_format_day(options.last_julian, last);
    g_assert_cmpstr(first, ==, "2024-08-01");
    g_assert_cmpstr(last, ==, "2024-08-07");
    incmap_options_clear(&options);
}

static void
test_unknown_key(void)
{
    IncmapOptions options;
    g_autoptr(GError) error = NULL;
    incmap_options_init(&options);
    g_assert_false(incmap_options_set(&options, "stile", "news", &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
    g_assert_cmpstr(error->message, ==, "unknown option \"stile\"; did you mean \"style\"?");
    incmap_options_clear(&options);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/options/days", test_days);
    g_test_add_func("/options/weeks", test_weeks);
    g_test_add_func("/options/today-from-epoch", test_today_from_epoch);
    g_test_add_func("/options/sizes", test_sizes);
    g_test_add_func("/options/period", test_period);
    g_test_add_func("/options/unknown-key", test_unknown_key);
    return g_test_run();
}
