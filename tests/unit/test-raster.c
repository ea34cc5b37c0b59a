/* SPDX-License-Identifier: MIT */
#include "arrange/raster.h"

#include <math.h>

/* 20 × 10 cells of 5 points. */
static const IncmapBox map = {100, 50, 200, 100};

static IncmapLandFeature
feature(IncmapPoint *points, guint32 *starts, guint n_parts)
{
    IncmapLandFeature made = {.points = points, .part_starts = starts, .n_parts = n_parts};
    made.box = (IncmapBox){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint i = 0; i < starts[n_parts]; i++)
        made.box = incmap_box_union(
            made.box, (IncmapBox){points[i].x_pt, points[i].y_pt, points[i].x_pt, points[i].y_pt});
    return made;
}

static void
test_fill(void)
{
    IncmapPoint points[] = {{110, 60}, {150, 60}, {150, 90}, {110, 90},
                            {120, 70}, {130, 70}, {130, 80}, {120, 80}};
    guint32 starts[] = {0, 4, 8};
    IncmapLandFeature ring = feature(points, starts, 2);
    IncmapRaster *raster = incmap_raster_new(map, 5);
    incmap_raster_fill(raster, &ring, 3);
    g_assert_cmpuint(incmap_raster_get(raster, (IncmapPoint){112, 62}), ==, 3);
    g_assert_cmpuint(incmap_raster_get(raster, (IncmapPoint){125, 75}), ==, 0); /* the hole */
    g_assert_cmpuint(incmap_raster_get(raster, (IncmapPoint){90, 75}), ==, 0);  /* off the map */
    g_assert_cmpuint(incmap_raster_get(raster, (IncmapPoint){NAN, 75}), ==, 0);
    g_assert_cmpuint(incmap_raster_get(raster, (IncmapPoint){200, 100}), ==, 0); /* its corner */
    IncmapPoint centre;
    IncmapBox box;
    g_assert_cmpuint(incmap_raster_count(raster, 3, &centre, &box), ==, 8 * 6 - 4);
    g_assert_cmpfloat(box.x0_pt, ==, 110);
    g_assert_cmpfloat(box.x1_pt, ==, 150);
    g_assert_cmpfloat(box.y0_pt, ==, 60);
    g_assert_cmpfloat(box.y1_pt, ==, 90);
    g_assert_cmpfloat_with_epsilon(centre.x_pt, 130, 1);
    g_assert_cmpuint(incmap_raster_count(raster, 9, &centre, &box), ==, 0);
    incmap_raster_clear(raster, 4);
    g_assert_cmpuint(incmap_raster_count(raster, 4, &centre, &box), ==, 200);
    incmap_raster_free(raster);
    incmap_raster_free(NULL);
}

/* A feature that reaches beyond the map on all sides fills it and nothing else. */
static void
test_mask(void)
{
    IncmapPoint points[] = {{-1e6, -1e6}, {150, -1e6}, {150, 1e6}, {-1e6, 1e6}};
    guint32 starts[] = {0, 4};
    IncmapLandFeature half = feature(points, starts, 1);
    IncmapRaster *raster = incmap_raster_new(map, 5);
    incmap_raster_fill(raster, &half, 2);
    g_autoptr(IncmapMask) land = incmap_raster_mask(raster, 2);
    g_autoptr(IncmapMask) water = incmap_raster_mask(raster, 0);
    g_assert_cmpfloat(incmap_mask_share(land, map), ==, 0.5);
    g_assert_cmpfloat(incmap_mask_share(water, map), ==, 0.5);
    g_assert_cmpfloat(incmap_mask_share(land, (IncmapBox){110, 60, 140, 90}), ==, 1);
    g_assert_cmpfloat(incmap_mask_share(water, (IncmapBox){110, 60, 140, 90}), ==, 0);
    g_assert_cmpfloat(incmap_mask_share(land, (IncmapBox){130, 60, 170, 90}), ==, 0.5);
    /* What lies off the map has no value. */
    g_assert_cmpfloat(incmap_mask_share(land, (IncmapBox){50, 50, 150, 100}), ==, 0.5);
    g_assert_cmpfloat(incmap_mask_share(land, (IncmapBox){300, 50, 350, 100}), ==, 0);
    incmap_raster_free(raster);
    incmap_mask_free(NULL);
}

static void
test_ink(void)
{
    IncmapPoint points[] = {{100, 52}, {200, 52}, {200, 98}};
    guint32 starts[] = {0, 3};
    IncmapLandFeature line = feature(points, starts, 1);
    IncmapRaster *raster = incmap_raster_new(map, 5);
    incmap_raster_ink(raster, &line, FALSE, 0.5f);
    incmap_raster_sum_ink(raster);
    /* 100 points are 20 cells; the second stretch lies on the map's edge. */
    g_assert_cmpfloat_with_epsilon(incmap_raster_ink_in(raster, (IncmapBox){100, 50, 199, 55}), 10,
                                   0.01);
    g_assert_cmpfloat_with_epsilon(incmap_raster_ink_in(raster, (IncmapBox){100, 50, 150, 55}), 5,
                                   0.15);
    g_assert_cmpfloat(incmap_raster_ink_in(raster, (IncmapBox){110, 60, 190, 95}), ==, 0);
    g_assert_cmpfloat(incmap_raster_ink_in(raster, (IncmapBox){-90, -60, -10, -5}), ==, 0);
    incmap_raster_ink(raster, &line, TRUE, 1); /* back across the map */
    incmap_raster_sum_ink(raster);
    g_assert_cmpfloat(incmap_raster_ink_in(raster, (IncmapBox){140, 65, 160, 85}), >, 4);
    incmap_raster_free(raster);
    /* A map smaller than a cell still has one. */
    raster = incmap_raster_new((IncmapBox){0, 0, 1, 1}, 5);
    incmap_raster_sum_ink(raster);
    g_assert_cmpfloat(incmap_raster_ink_in(raster, (IncmapBox){0, 0, 1, 1}), ==, 0);
    incmap_raster_free(raster);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/raster/fill", test_fill);
    g_test_add_func("/raster/mask", test_mask);
    g_test_add_func("/raster/ink", test_ink);
    return g_test_run();
}
