/* SPDX-License-Identifier: MIT */
#include "small-layers.h"

#include <math.h>
#include <string.h>

static IncmapFeature
find(const IncmapLayers *layers, IncmapLayerId layer, const char *id)
{
    IncmapFeature feature = {0};
    g_assert_true(incmap_layers_find(layers, layer, id, &feature));
    return feature;
}

static void
test_features(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    static const guint32 n_features[INCMAP_N_LAYERS] = {5, 5, 6, 4, 4, 1, 2, 2, 2};
    for (guint i = 0; i < INCMAP_N_LAYERS; i++)
        g_assert_cmpuint(incmap_layers_n_features(layers, i), ==, n_features[i]);
    IncmapFeature aland = find(layers, INCMAP_LAYER_COUNTRIES, "AA");
    g_assert_cmpstr(aland.name, ==, "Aland");
    g_assert_cmpstr(aland.code, ==, "AA");
    g_assert_cmpfloat(aland.label.lon_deg, ==, 4);
    g_assert_cmpuint(aland.n_parts, ==, 2);
    g_assert_cmpstr(incmap_layers_name_in(layers, &aland, "fr"), ==, "Alande");
    g_assert_cmpstr(incmap_layers_name_in(layers, &aland, "xx"), ==, "Aland");
    IncmapFeature beland = find(layers, INCMAP_LAYER_COUNTRIES, "BB");
    g_assert_cmpstr(incmap_layers_name_in(layers, &beland, "fr"), ==, "Beland");
    g_assert_cmpstr(find(layers, INCMAP_LAYER_ADMIN1, "EEE-1").name, ==, "Icemark");
    g_assert_cmpstr(incmap_layers_credit(layers, INCMAP_LAYER_LAKES), ==, "GSHHG");
    g_assert_false(incmap_layers_find(layers, INCMAP_LAYER_COUNTRIES, "ZZ", &aland));
    g_assert_false(incmap_layers_find(layers, INCMAP_LAYER_LAKES, "AA", &aland));
}

static void
test_borders(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    static const struct {
        const char *id, *kind, *name;
    } expected[] = {
        {"AA|AA", "claim", NULL},
        {"AA|BB", "agreed", NULL},
        {"AA|BB", "disputed", "Upper Marches"},
        {"BB|CC", "agreed", NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(expected); i++) {
        IncmapFeature border = {0};
        incmap_layers_get(layers, INCMAP_LAYER_BORDERS, i, &border);
        g_assert_cmpstr(border.id, ==, expected[i].id);
        g_assert_cmpstr(border.kind, ==, expected[i].kind);
        g_assert_cmpstr(border.name, ==, expected[i].name);
        g_assert_cmpuint(border.n_parts, ==, 1);
    }
    /* Half of the line between the provinces is claimed; the rest is no border. */
    IncmapFeature line = find(layers, INCMAP_LAYER_ADMIN1_LINES, "AA-1|AA-2");
    g_assert_cmpstr(line.code, ==, "AA");
    g_assert_cmpfloat_with_epsilon(line.extent.north_deg, 6, 1e-6);
}

static int
compare_points(gconstpointer a, gconstpointer b)
{
    return memcmp(a, b, sizeof(IncmapLonLat));
}

/* Every vertex of a line is one of a fill, and the other way round but for the seams. */
static void
test_fills_meet_lines(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    static const double tolerances_m[] = {0, 600, 1300, 3000, 6000, 12000, 25000, 1e6};
    guint n_before = G_MAXUINT;
    for (guint i = 0; i < G_N_ELEMENTS(tolerances_m); i++) {
        g_autoptr(GArray) fills = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
        g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
        add_points(layers, INCMAP_LAYER_ADMIN1, tolerances_m[i], fills);
        add_points(layers, INCMAP_LAYER_COAST, tolerances_m[i], lines);
        add_points(layers, INCMAP_LAYER_BORDERS, tolerances_m[i], lines);
        add_points(layers, INCMAP_LAYER_ADMIN1_LINES, tolerances_m[i], lines);
        g_array_sort(fills, compare_points);
        g_array_sort(lines, compare_points);
        for (guint k = 0; k < lines->len; k++)
            g_assert_true(g_array_binary_search(fills, &g_array_index(lines, IncmapLonLat, k),
                                                compare_points, NULL));
        for (guint k = 0; k < fills->len; k++) {
            IncmapLonLat p = g_array_index(fills, IncmapLonLat, k);
            gboolean is_seam = fabs(p.lon_deg) == 180 || p.lat_deg == -90;
            g_assert_true(is_seam || g_array_binary_search(lines, &p, compare_points, NULL));
        }
        g_assert_cmpuint(lines->len, <=, n_before);
        n_before = lines->len;
    }
    g_assert_cmpuint(n_before, <, 150);
}

static void
test_shared_border_once(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    g_autoptr(GArray) lines = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    add_points(layers, INCMAP_LAYER_BORDERS, 0, lines);
    g_array_sort(lines, compare_points);
    guint n_repeated = 0;
    for (guint i = 0; i + 1 < lines->len; i++)
        n_repeated += compare_points(&g_array_index(lines, IncmapLonLat, i),
                                     &g_array_index(lines, IncmapLonLat, i + 1)) == 0;
    /* The middle of the border, where its status changes, and the start of the closed border
     * around Ceville. */
    g_assert_cmpuint(n_repeated, ==, 2);
}

static void
test_coast_has_no_seams(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    IncmapFeature coast = find(layers, INCMAP_LAYER_COAST, "DD");
    g_assert_cmpuint(coast.n_parts, ==, 2);
    for (guint32 part = 0; part < 2; part++) {
        incmap_layers_part(layers, &coast, part, 0, points);
        g_assert_cmpuint(points->len, ==, 4);
    }
    coast = find(layers, INCMAP_LAYER_COAST, "EE");
    g_assert_cmpuint(coast.n_parts, ==, 1);
    g_assert_cmpfloat(coast.extent.south_deg, >, -81);
}

static void
test_antimeridian(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    IncmapFeature deland = find(layers, INCMAP_LAYER_COUNTRIES, "DD");
    g_assert_cmpfloat(deland.extent.west_deg, ==, 175);
    g_assert_cmpfloat(deland.extent.east_deg, ==, 185);
    for (guint32 part = 0; part < deland.n_parts; part++) {
        IncmapExtent extent = incmap_layers_part_extent(layers, &deland, part);
        g_assert_cmpfloat(extent.east_deg - extent.west_deg, ==, 5);
    }
    /* A label keeps in one piece. */
    IncmapFeature ocean = {0};
    incmap_layers_get(layers, INCMAP_LAYER_LABELS, 0, &ocean);
    g_assert_cmpstr(ocean.kind, ==, "ocean");
    g_assert_cmpuint(ocean.max_km, ==, 40000);
    g_assert_cmpstr(incmap_layers_name_in(layers, &ocean, "fr"), ==, "Grand océan");
    g_assert_cmpuint(ocean.n_parts, ==, 1);
    g_assert_cmpfloat_with_epsilon(ocean.extent.east_deg - ocean.extent.west_deg, 70, 1e-6);
}

static gboolean
append_id(const IncmapFeature *feature, gpointer data)
{
    g_string_append_printf(data, "%s ", feature->id);
    return TRUE;
}

static gboolean
stop(const IncmapFeature *feature, gpointer data)
{
    (void)feature;
    ++*(guint *)data;
    return FALSE;
}

static void
assert_each(const IncmapLayers *layers, IncmapExtent extent, const char *expected)
{
    g_autoptr(GString) ids = g_string_new(NULL);
    incmap_layers_each(layers, INCMAP_LAYER_COUNTRIES, extent, append_id, ids);
    g_assert_cmpstr(ids->str, ==, expected);
}

static void
test_each(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    assert_each(layers, (IncmapExtent){1, 1, 2, 2}, "AA ");
    assert_each(layers, (IncmapExtent){14, 4, 16, 6}, "AA BB CC ");
    assert_each(layers, (IncmapExtent){179, -1, 181, 1}, "DD ");
    assert_each(layers, (IncmapExtent){-180, -1, -179, 1}, "DD ");
    assert_each(layers, (IncmapExtent){176, -1, 177, 1}, "DD ");
    assert_each(layers, (IncmapExtent){-175, -1, 5, 1}, "AA DD ");
    assert_each(layers, (IncmapExtent){-180, -90, 180, 90}, "AA BB CC DD EE ");
    assert_each(layers, (IncmapExtent){40, 20, 50, 30}, "");
    guint n = 0;
    incmap_layers_each(layers, INCMAP_LAYER_ADMIN1, (IncmapExtent){-180, -90, 180, 90}, stop, &n);
    g_assert_cmpuint(n, ==, 1);
}

static void
test_at(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    static const struct {
        IncmapLayerId layer;
        IncmapLonLat point;
        const char *id; /* NULL: nothing there; "": something without an id */
    } cases[] = {
        {INCMAP_LAYER_ADMIN1, {2, 5}, "AA-1"},
        {INCMAP_LAYER_ADMIN1, {7, 5}, "AA-2"},
        {INCMAP_LAYER_ADMIN1, {25.005, 5.005}, "AA-2"}, /* the island */
        {INCMAP_LAYER_ADMIN1, {15, 5}, "CC-1"},
        {INCMAP_LAYER_COUNTRIES, {15, 5}, "CC"},
        {INCMAP_LAYER_COUNTRIES, {13.9, 5}, "BB"},
        {INCMAP_LAYER_COUNTRIES, {9.8, 2.5}, "AA"},
        {INCMAP_LAYER_COUNTRIES, {10.2, 2.5}, "BB"},
        {INCMAP_LAYER_COUNTRIES, {22, 5}, NULL},
        {INCMAP_LAYER_COUNTRIES, {179.999, 0}, "DD"},
        {INCMAP_LAYER_COUNTRIES, {-179.999, 0}, "DD"},
        {INCMAP_LAYER_COUNTRIES, {180.001, 0}, "DD"},
        {INCMAP_LAYER_COUNTRIES, {-174.9, 0}, NULL},
        {INCMAP_LAYER_COUNTRIES, {33, -89.99}, "EE"},
        {INCMAP_LAYER_COUNTRIES, {33, -79}, NULL},
        {INCMAP_LAYER_LAND, {15, 5}, ""},
        {INCMAP_LAYER_LAND, {25.005, 5.005}, ""},
        {INCMAP_LAYER_LAND, {-30, 40}, NULL},
        {INCMAP_LAYER_LAKES, {2.1, 2.1}, ""},
        {INCMAP_LAYER_LAKES, {2.5, 2.5}, NULL}, /* the island in the lake */
        {INCMAP_LAYER_COUNTRIES, {NAN, 5}, NULL},
        {INCMAP_LAYER_COUNTRIES, {5, 91}, NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapFeature feature = {0};
        gboolean is_found = incmap_layers_at(layers, cases[i].layer, cases[i].point, &feature);
        g_assert_cmpint(is_found, ==, cases[i].id != NULL);
        if (is_found && cases[i].id[0] != '\0')
            g_assert_cmpstr(feature.id, ==, cases[i].id);
    }
}

/* The cells must never change what the rings say. */
static void
test_at_everywhere(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    g_autoptr(GRand) rand = g_rand_new_with_seed(7);
    for (guint i = 0; i < 20000; i++) {
        IncmapLonLat p = {g_rand_double_range(rand, -1, 26), g_rand_double_range(rand, -1, 11)};
        IncmapFeature area = {0};
        IncmapFeature land = {0};
        gboolean is_area = incmap_layers_at(layers, INCMAP_LAYER_ADMIN1, p, &area);
        gboolean is_land = incmap_layers_at(layers, INCMAP_LAYER_LAND, p, &land);
        g_assert_cmpint(is_area, ==, is_land);
        gboolean is_well_inside =
            p.lon_deg > 0.2 && p.lon_deg < 19.9 && p.lat_deg > 0.2 && p.lat_deg < 9.9;
        g_assert_true(is_area || !is_well_inside);
    }
}

static void
test_nearest(void)
{
    g_autoptr(IncmapLayers) layers = open_small_world();
    IncmapNearest nearest = {0};
    /* Ceville's eastern border runs along 16 degrees. */
    g_assert_true(incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){17, 5}, NULL,
                                        NULL, 500, &nearest));
    g_assert_cmpfloat_with_epsilon(nearest.point.lon_deg, 16, 1e-6);
    g_assert_cmpfloat_with_epsilon(nearest.point.lat_deg, 5, 1e-6);
    g_assert_cmpfloat_with_epsilon(nearest.distance_km, 110.9, 0.1);
    g_assert_true(incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){17, 5}, "BB",
                                        "AA", 1000, &nearest));
    g_assert_cmpfloat_with_epsilon(nearest.point.lon_deg, 10, 0.1);
    g_assert_false(incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){17, 5}, "DD",
                                         NULL, 1000, &nearest));
    g_assert_false(incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){17, 5}, NULL,
                                         NULL, 100, &nearest));
    /* From the other side of the antimeridian. */
    g_assert_true(incmap_layers_nearest(layers, INCMAP_LAYER_COAST, (IncmapLonLat){-174, 0}, "DD",
                                        NULL, 500, &nearest));
    g_assert_cmpfloat_with_epsilon(nearest.point.lon_deg, -175, 1e-6);
    g_assert_true(incmap_layers_nearest(layers, INCMAP_LAYER_COAST, (IncmapLonLat){-179.9, 5.2},
                                        NULL, NULL, 500, &nearest));
    g_assert_cmpfloat_with_epsilon(nearest.distance_km, 22.1, 0.1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layers/features", test_features);
    g_test_add_func("/layers/borders", test_borders);
    g_test_add_func("/layers/fills-meet-lines", test_fills_meet_lines);
    g_test_add_func("/layers/shared-border-once", test_shared_border_once);
    g_test_add_func("/layers/coast-has-no-seams", test_coast_has_no_seams);
    g_test_add_func("/layers/antimeridian", test_antimeridian);
    g_test_add_func("/layers/each", test_each);
    g_test_add_func("/layers/at", test_at);
    g_test_add_func("/layers/at-everywhere", test_at_everywhere);
    g_test_add_func("/layers/nearest", test_nearest);
    return g_test_run();
}
