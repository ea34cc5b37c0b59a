/* SPDX-License-Identifier: MIT */
#include "arrange/obstacles.h"

#include <math.h>

static IncmapQuad
box(double x0_pt, double y0_pt, double x1_pt, double y1_pt)
{
    return incmap_quad_from_box((IncmapBox){x0_pt, y0_pt, x1_pt, y1_pt});
}

static void
test_touching_is_apart(void)
{
    IncmapQuad a = box(0, 0, 10, 10), beside = box(10, 0, 20, 10), in = box(9.9, 0, 20, 10);
    g_assert_false(incmap_quads_overlap(&a, &beside));
    g_assert_true(incmap_quads_overlap(&a, &in));
    g_assert_true(incmap_quads_overlap(&a, &a));
}

/* The boxes around two parallel slanted texts overlap, the texts don't. */
static void
test_turned(void)
{
    IncmapQuad a = incmap_quad_turned((IncmapPoint){0, 0}, G_PI_4, 100, 8, 2);
    IncmapQuad b = incmap_quad_turned((IncmapPoint){20, 0}, G_PI_4, 100, 8, 2);
    IncmapQuad crossing = incmap_quad_turned((IncmapPoint){0, 70}, -G_PI_4, 100, 8, 2);
    g_assert_true(incmap_box_overlaps(incmap_quad_box(&a), incmap_quad_box(&b)));
    g_assert_false(incmap_quads_overlap(&a, &b));
    g_assert_true(incmap_quads_overlap(&a, &crossing));
    /* Clockwise, as the page has y downwards. */
    IncmapQuad down = incmap_quad_turned((IncmapPoint){5, 5}, G_PI_2, 10, 0, 0);
    g_assert_cmpfloat_with_epsilon(down.corner[1].x_pt, 5, 1e-9);
    g_assert_cmpfloat_with_epsilon(down.corner[1].y_pt, 15, 1e-9);
    IncmapQuad line = incmap_quad_from_line((IncmapPoint){0, 0}, (IncmapPoint){0, 50}, 4);
    IncmapBox around = incmap_quad_box(&line);
    g_assert_cmpfloat_with_epsilon(around.x0_pt, -2, 1e-9);
    g_assert_cmpfloat_with_epsilon(around.x1_pt, 2, 1e-9);
    g_assert_cmpfloat_with_epsilon(around.y1_pt, 50, 1e-9);
}

static void
test_owners(void)
{
    IncmapObstacles *obstacles = incmap_obstacles_new(200, 100);
    incmap_obstacles_add(obstacles, box(10, 10, 60, 60), 1);
    incmap_obstacles_add(obstacles, box(50, 50, 90, 90), 2);
    IncmapQuad both = box(45, 45, 55, 55), free = box(150, 10, 190, 40);
    IncmapQuad in_first = box(12, 12, 20, 20);
    g_assert_true(incmap_obstacles_hit(obstacles, &both, -1));
    g_assert_false(incmap_obstacles_hit(obstacles, &free, -1));
    g_assert_cmpuint(incmap_obstacles_count(obstacles, &both, -1), ==, 2);
    g_assert_cmpuint(incmap_obstacles_count(obstacles, &both, 1), ==, 1);
    g_assert_false(incmap_obstacles_hit(obstacles, &in_first, 1));
    incmap_obstacles_remove(obstacles, 1);
    g_assert_false(incmap_obstacles_hit(obstacles, &in_first, -1));
    g_assert_cmpuint(incmap_obstacles_count(obstacles, &both, -1), ==, 1);
    incmap_obstacles_free(obstacles);
    incmap_obstacles_free(NULL);
}

/* What lies off the page is found there too. */
static void
test_off_the_page(void)
{
    IncmapObstacles *obstacles = incmap_obstacles_new(100, 100);
    incmap_obstacles_add(obstacles, box(-80, -80, -40, -40), 1);
    incmap_obstacles_add(obstacles, box(500, 500, 520, 520), 2);
    IncmapQuad upper_left = box(-60, -60, -50, -50), lower_right = box(510, 510, 530, 530);
    IncmapQuad between = box(-30, -30, -10, -10);
    g_assert_true(incmap_obstacles_hit(obstacles, &upper_left, -1));
    g_assert_true(incmap_obstacles_hit(obstacles, &lower_right, -1));
    g_assert_false(incmap_obstacles_hit(obstacles, &between, -1));
    incmap_obstacles_free(obstacles);
}

/* The grid counts each obstacle once and finds what a look at every pair finds. */
static void
test_against_all_pairs(void)
{
    enum { N = 300 };
    g_autoptr(GRand) random = g_rand_new_with_seed(7);
    IncmapObstacles *obstacles = incmap_obstacles_new(600, 400);
    IncmapQuad quads[N];
    for (int i = 0; i < N; i++) {
        IncmapPoint at = {g_rand_double_range(random, -20, 620),
                          g_rand_double_range(random, -20, 420)};
        quads[i] = incmap_quad_turned(at, g_rand_double_range(random, -4, 4),
                                      g_rand_double_range(random, 1, 120),
                                      g_rand_double_range(random, 1, 12), 3);
        incmap_obstacles_add(obstacles, quads[i], i);
    }
    for (int i = 0; i < N; i++) {
        guint n = 0;
        for (int k = 0; k < N; k++)
            n += k != i && incmap_quads_overlap(&quads[i], &quads[k]);
        g_assert_cmpuint(incmap_obstacles_count(obstacles, &quads[i], i), ==, n);
        g_assert_cmpint(incmap_obstacles_hit(obstacles, &quads[i], i), ==, n > 0);
    }
    incmap_obstacles_free(obstacles);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/obstacles/touching-is-apart", test_touching_is_apart);
    g_test_add_func("/obstacles/turned", test_turned);
    g_test_add_func("/obstacles/owners", test_owners);
    g_test_add_func("/obstacles/off-the-page", test_off_the_page);
    g_test_add_func("/obstacles/against-all-pairs", test_against_all_pairs);
    return g_test_run();
}
