/* SPDX-License-Identifier: MIT */
/* The middle of scattered places on the sphere. */
#include "project/spots.h"
#include "project/transform.h"

#include <math.h>

typedef struct Case Case;
struct Case {
    const char *name;
    IncmapLonLat places[4];
    guint n;
    IncmapLonLat start, middle;
};

static const Case cases[] = {
    {"one", {{10, 20}}, 1, {10, 20}, {10, 20}},
    {"two", {{0, 0}, {20, 0}}, 2, {3, 4}, {10, 0}},
    {"across the antimeridian", {{170, 0}, {-170, 0}}, 2, {175, 2}, {180, 0}},
    {"around the pole", {{0, 80}, {180, 80}, {90, 80}, {-90, 80}}, 4, {20, 85}, {0, 90}},
    {"repeated", {{0, 0}, {0, 0}, {0, 0}, {10, 0}}, 4, {2, 0}, {5, 0}},
};

static void
test_middle(gconstpointer data)
{
    const Case *expected = data;
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    g_array_append_vals(places, expected->places, expected->n);
    IncmapLonLat middle = incmap_spots_middle(places, expected->start);
    g_assert_cmpfloat(incmap_angle_deg(middle, expected->middle), <, 0.5);
}

/* Opposite places have no middle: the start is as good as any, and finite. */
static void
test_opposite(void)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    IncmapLonLat pair[] = {{0, 0}, {180, 0}};
    g_array_append_vals(places, pair, 2);
    IncmapLonLat middle = incmap_spots_middle(places, pair[0]);
    g_assert_true(isfinite(middle.lon_deg) && isfinite(middle.lat_deg));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *path = g_strdup_printf("/middle/%s", cases[i].name);
        g_test_add_data_func(path, &cases[i], test_middle);
    }
    g_test_add_func("/middle/opposite", test_opposite);
    return g_test_run();
}
