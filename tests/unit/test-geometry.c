/* SPDX-License-Identifier: MIT */
#include "base/geometry.h"

static void
test_wrap_lon(void)
{
    g_assert_cmpfloat(incmap_wrap_lon(180), ==, -180);
    g_assert_cmpfloat(incmap_wrap_lon(-180), ==, -180);
    g_assert_cmpfloat(incmap_wrap_lon(539), ==, 179);
}

static void
test_extent_across_antimeridian(void)
{
    IncmapExtent fiji = {176, -20, 183, -15};
    g_assert_true(incmap_extent_has_point(fiji, (IncmapLonLat){178.4, -18.1}));
    g_assert_true(incmap_extent_has_point(fiji, (IncmapLonLat){-178.8, -18.1}));
    g_assert_false(incmap_extent_has_point(fiji, (IncmapLonLat){0, -18.1}));
    g_assert_false(incmap_extent_has_point(fiji, (IncmapLonLat){178.4, -21}));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/geometry/wrap-lon", test_wrap_lon);
    g_test_add_func("/geometry/extent-across-antimeridian", test_extent_across_antimeridian);
    return g_test_run();
}
