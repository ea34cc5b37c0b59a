/* SPDX-License-Identifier: MIT */
#include "base/geodesy.h"

#include <math.h>

/* Computed with Karney's algorithm (PROJ's geodesic.h), WGS 84. */
static const struct {
    IncmapLonLat from, to;
    double distance_km, bearing_deg;
} lines[] = {
    {{-8, 12.65}, {-0.04, 16.27}, 946.8826689, 64.0246993},
    {{2.97, 19.95}, {1.41, 18.44}, 234.2074276, 224.7253657},
    {{30.52, 50.45}, {2.35, 48.86}, 2029.4661449, 275.9586683},
    {{0, 0}, {90, 0}, 10018.7541714, 90.0000000},
    {{174.76, -36.85}, {-178.45, -18.12}, 2179.6746501, 19.5984863},
    {{151.21, -33.87}, {-0.12, 51.5}, 16989.3751113, 319.2722020},
    {{7, 45}, {7.0001, 45}, 0.0078847, 89.9999646},
    {{3, 1}, {3, -89.5}, 10056.6931424, 180.0000000},
    {{179.9, 0.5}, {-179.9, -0.5}, 112.7933747, 168.6156799},
};

static void
test_known_lines(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
        g_assert_cmpfloat_with_epsilon(incmap_distance_km(lines[i].from, lines[i].to),
                                       lines[i].distance_km, 2e-6);
        g_assert_cmpfloat_with_epsilon(incmap_bearing_deg(lines[i].from, lines[i].to),
                                       lines[i].bearing_deg, 1e-5);
        IncmapLonLat end =
            incmap_destination(lines[i].from, lines[i].bearing_deg, lines[i].distance_km);
        g_assert_cmpfloat(incmap_distance_km(end, lines[i].to), <, 1e-5);
    }
}

static void
test_same_point(void)
{
    IncmapLonLat bamako = {-8, 12.65};
    g_assert_cmpfloat(incmap_distance_km(bamako, bamako), ==, 0);
    g_assert_cmpfloat(incmap_bearing_deg(bamako, bamako), ==, 0);
    IncmapLonLat end = incmap_destination(bamako, 123, 0);
    g_assert_cmpfloat_with_epsilon(end.lon_deg, bamako.lon_deg, 1e-9);
    g_assert_cmpfloat_with_epsilon(end.lat_deg, bamako.lat_deg, 1e-9);
}

static void
test_antipodes(void)
{
    double distance_km = incmap_distance_km((IncmapLonLat){0, 0.2}, (IncmapLonLat){179.8, -0.1});
    g_assert_cmpfloat_with_epsilon(distance_km, 19980, 130);
    distance_km = incmap_distance_km((IncmapLonLat){0, 90}, (IncmapLonLat){0, -90});
    g_assert_cmpfloat_with_epsilon(distance_km, 20003.93, 0.1);
}

static void
test_random_lines(void)
{
    for (int round = 0; round < 5000; round++) {
        IncmapLonLat from = {g_test_rand_double_range(-180, 180),
                             g_test_rand_double_range(-85, 85)};
        double bearing_deg = g_test_rand_double_range(0, 360);
        double distance_km = g_test_rand_double_range(0.01, 15000);
        IncmapLonLat to = incmap_destination(from, bearing_deg, distance_km);
        g_assert_cmpfloat(to.lon_deg, >=, -180);
        g_assert_cmpfloat(to.lon_deg, <, 180);
        g_assert_cmpfloat_with_epsilon(incmap_distance_km(from, to), distance_km, 1e-5);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/geodesy/known-lines", test_known_lines);
    g_test_add_func("/geodesy/same-point", test_same_point);
    g_test_add_func("/geodesy/antipodes", test_antipodes);
    g_test_add_func("/geodesy/random-lines", test_random_lines);
    return g_test_run();
}
