/* SPDX-License-Identifier: MIT */
#include "read/coordinates.h"

#include <string.h>

static void
test_pairs(void)
{
    static const struct {
        const char *text;
        double lat_deg, lon_deg;
    } cases[] = {
        {"18.44, 1.41", 18.44, 1.41},
        {"18.44;1.41", 18.44, 1.41},
        {"-33.9 / 18.4", -33.9, 18.4},
        {"(18.44, 1.41)", 18.44, 1.41},
        {"18.44N 1.41E", 18.44, 1.41},
        {"1.41E 18.44N", 18.44, 1.41}, /* letters win over the order */
        {"18.44N, 1.41W", 18.44, -1.41},
        {"POINT(1.41 18.44)", 18.44, 1.41}, /* well-known text has x first */
        {"point (-3.01 16.77)", 16.77, -3.01},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapLonLat point = {99, 99};
        g_test_message("%s", cases[i].text);
        g_assert_true(incmap_coordinates_parse(cases[i].text, strlen(cases[i].text), &point));
        g_assert_cmpfloat_with_epsilon(point.lat_deg, cases[i].lat_deg, 1e-9);
        g_assert_cmpfloat_with_epsilon(point.lon_deg, cases[i].lon_deg, 1e-9);
    }
}

static void
test_no_pairs(void)
{
    static const char *const texts[] = {"", "18", "Gao, Mali", "18N, 1N", "POINT EMPTY", "(,)"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        IncmapLonLat point = {99, 99};
        g_assert_false(incmap_coordinates_parse(texts[i], strlen(texts[i]), &point));
        g_assert_cmpfloat(point.lat_deg, ==, 99); /* untouched */
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/coordinates/pairs", test_pairs);
    g_test_add_func("/coordinates/no-pairs", test_no_pairs);
    return g_test_run();
}
