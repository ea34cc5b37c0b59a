/* SPDX-License-Identifier: MIT */
#include "project/project.h"

#include "base/geodesy.h"
#include "fake-layers.h"
#include "project/choose.h"

#include <math.h>
#include <string.h>

static const IncmapProjectOptions wide = {
    .width_pt = 1200, .height_pt = 750, .map = {30, 96, 1170, 702}};

static void
add_fix(IncmapScene *scene, double lon_deg, double lat_deg, const char *code)
{
    IncmapFix fix = {
        .precision = INCMAP_PRECISION_EXACT, .point = {lon_deg, lat_deg}, .country_code = code};
    g_array_append_val(scene->fixes, fix);
}

static void
check_frame(IncmapScene *scene, const IncmapProjectOptions *options)
{
    g_autoptr(GError) error = NULL;
    gboolean is_done = incmap_project_frame(scene, fake_layers(), options, &error);
    g_assert_no_error(error);
    g_assert_true(is_done);
    IncmapFrame *frame = &scene->frame;
    g_assert_true(isfinite(frame->m_per_pt) && frame->m_per_pt > 0);
    g_assert_true(frame->scale_variation >= 1);
    g_assert_nonnull(frame->reason);
    g_assert_nonnull(frame->extent_reason);
    for (guint i = 0; i < scene->fixes->len; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        IncmapPoint at = {NAN, NAN};
        if (fix->precision == INCMAP_PRECISION_NONE)
            continue;
        g_assert_true(frame->forward(frame->transform, fix->point, &at));
        g_assert_true(incmap_box_has_point(incmap_box_grow(frame->map, 1e-6), at));
    }
}

/* One case: where, what is expected to be seen, and how much of it at most. */
typedef struct ExtentCase ExtentCase;
struct ExtentCase {
    const char *name, *code;
    IncmapLonLat place;
    IncmapLonLat seen, unseen;
    double least_km, most_km; /* width of the map box */
    const char *projection;   /* begins with */
};

static const ExtentCase extent_cases[] = {
    {"mali", "ML", {2.97, 19.96}, {-11.9, 10.1}, {40, 0}, 2500, 4500, "+proj=laea"},
    {"luxembourg", "LU", {6.13, 49.6}, {6.5, 50.2}, {20, 40}, 249, 300, "+proj=tmerc"},
    {"russia", "RU", {60.6, 56.8}, {50, 56.8}, {120, 60}, 1700, 2800, "+proj=l"},
    {"chukotka", "RU", {177.5, 66.7}, {-171, 66.7}, {40, 56}, 1700, 2800, "+proj=laea"},
    {"fiji", "FJ", {178.4, -18.1}, {-179.81, -16.3}, {150, -18}, 249, 700, "+proj="},
    {"svalbard", "SJ", {15.6, 78.2}, {27, 80.4}, {10, 60}, 700, 1800, "+proj=laea"},
    {"svalbard as norway", "NO", {15.6, 78.2}, {27, 80.4}, {10, 60}, 700, 1800, "+proj=laea"},
    {"france", "FR", {2.35, 48.85}, {9.4, 41.5}, {-53, 4}, 1300, 2600, "+proj=l"},
    {"guiana", "FR", {-52.3, 4.9}, {-52, 2.1}, {2.35, 48.85}, 400, 1500, "+proj="},
    {"chile", "CL", {-70, -33}, {-75, -44.9}, {-30, -20}, 4000, 7000, "+proj=tmerc"},
    {"turkey", "TR", {35, 39}, {44.9, 36.1}, {0, 50}, 1700, 2500, "+proj=lcc"},
    {"ecuador", "EC", {-78.5, -0.2}, {-72.1, 0.9}, {-40, 0}, 700, 1300, "+proj=merc"},
    {"antarctica", "AQ", {166.7, -77.85}, {160, -77}, {0, -70}, 1700, 2800, "+proj=laea"},
    {"antimeridian", "FJ", {180, -16.5}, {-180, -16.5}, {150, -18}, 249, 800, "+proj="},
    {"other antimeridian", "FJ", {-180, -16.5}, {180, -16.5}, {150, -18}, 249, 800, "+proj="},
    {"pole", NULL, {0, 90}, {120, 88}, {0, 70}, 1500, 2600, "+proj=laea +lat_0=90"},
    {"sea", NULL, {-30, 0}, {-28, 0}, {0, 0}, 1500, 2600, "+proj="},
};

static void
test_extent(gconstpointer data)
{
    const ExtentCase *expected = data;
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    add_fix(scene, expected->place.lon_deg, expected->place.lat_deg, expected->code);
    check_frame(scene, &wide);
    IncmapFrame *frame = &scene->frame;
    g_test_message("%s; %s; %.0f km", frame->projection, frame->extent_reason,
                   frame->m_per_pt * 1.14);
    IncmapPoint at;
    g_assert_true(frame->forward(frame->transform, expected->seen, &at));
    g_assert_true(incmap_box_has_point(frame->map, at));
    g_assert_false(frame->forward(frame->transform, expected->unseen, &at) &&
                   incmap_box_has_point(frame->map, at));
    double width_km = frame->m_per_pt * incmap_box_width(frame->map) / 1000;
    g_assert_cmpfloat(width_km, >=, expected->least_km);
    g_assert_cmpfloat(width_km, <=, expected->most_km);
    g_assert_true(g_str_has_prefix(frame->projection, expected->projection));
}

static void
test_several(void)
{
    g_autoptr(IncmapScene) city = incmap_scene_new();
    add_fix(city, 32.5, 37.8, "TR");
    add_fix(city, 32.6, 37.9, "TR");
    check_frame(city, &wide);
    g_assert_cmpfloat(city->frame.m_per_pt * 1140, <, 80e3);
    g_autoptr(IncmapScene) country = incmap_scene_new();
    add_fix(country, 27, 37, "TR");
    add_fix(country, 44, 41, "TR");
    check_frame(country, &wide);
    g_assert_nonnull(strstr(country->frame.extent_reason, "Turkey"));
    g_autoptr(IncmapScene) region = incmap_scene_new();
    add_fix(region, 30, 38, "TR");
    add_fix(region, 33, 39, "TR");
    check_frame(region, &wide);
    g_assert_cmpfloat(region->frame.m_per_pt * 1140, <, 1300e3);
}

static void
test_world(void)
{
    g_autoptr(IncmapScene) antipodes = incmap_scene_new();
    add_fix(antipodes, 10, 20, NULL);
    add_fix(antipodes, -170, -20, NULL);
    check_frame(antipodes, &wide);
    g_assert_true(antipodes->frame.is_world);
    g_assert_cmpstr(antipodes->frame.projection_name, ==, "Equal Earth");
    g_autoptr(IncmapScene) many = incmap_scene_new();
    guint32 seed = 7;
    for (int i = 0; i < 5000; i++) {
        seed = seed * 1664525u + 1013904223u;
        double lon = (seed >> 8) % 36000 / 100.0 - 180;
        seed = seed * 1664525u + 1013904223u;
        add_fix(many, lon, (seed >> 8) % 17000 / 100.0 - 85, NULL);
    }
    check_frame(many, &wide);
    g_assert_true(many->frame.is_world);
    g_autoptr(IncmapScene) none = incmap_scene_new();
    check_frame(none, &wide);
    g_assert_true(none->frame.is_world);
}

/* Many incidents are boiled down to the outermost: all stay inside. */
static void
test_thousands(void)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    guint32 seed = 11;
    for (int i = 0; i < 4000; i++) {
        seed = seed * 1664525u + 1013904223u;
        double lon = (seed >> 8) % 4000 / 100.0 + 160;
        seed = seed * 1664525u + 1013904223u;
        add_fix(scene, incmap_wrap_lon(lon), (seed >> 8) % 3000 / 100.0 - 40, NULL);
    }
    check_frame(scene, &wide);
    g_assert_false(scene->frame.is_world);
}

static void
test_user_extent(void)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapProjectOptions options = wide;
    options.extent = "170, -25, -170, -10";
    check_frame(scene, &options);
    IncmapExtent extent = scene->frame.extent;
    g_assert_cmpfloat(extent.west_deg, <, 170);
    g_assert_cmpfloat(extent.east_deg, >, 190);
    g_assert_cmpfloat(extent.east_deg, <, 215);
    options.extent = "-180,-90,180,90";
    check_frame(scene, &options);
    g_assert_cmpfloat(scene->frame.scale_variation, <, 100);
    IncmapPoint west, east;
    g_assert_true(scene->frame.forward(scene->frame.transform, (IncmapLonLat){-179.9, 0}, &west));
    g_assert_true(scene->frame.forward(scene->frame.transform, (IncmapLonLat){179.9, 0}, &east));
    g_assert_true(incmap_box_has_point(options.map, west));
    g_assert_true(incmap_box_has_point(options.map, east));
    g_autoptr(GError) error = NULL;
    options.extent = "1,50,2,40";
    g_assert_false(incmap_project_frame(scene, fake_layers(), &options, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
    g_clear_error(&error);
    options.extent = "Atlantis";
    g_assert_false(incmap_project_frame(scene, fake_layers(), &options, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
    options.extent = "France";
    check_frame(scene, &options);
    g_assert_nonnull(strstr(scene->frame.extent_reason, "France"));
}

/* Where a place of Mali stands when room is wished for at the right, by a map of an incident there.
 */
static double
x_with_room(double lon_deg, double lat_deg, const IncmapProjectOptions *options,
            double *out_m_per_pt)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    add_fix(scene, lon_deg, lat_deg, "ML");
    check_frame(scene, options);
    IncmapPoint at;
    g_assert_true(scene->frame.forward(scene->frame.transform, (IncmapLonLat){-4, 17}, &at));
    *out_m_per_pt = scene->frame.m_per_pt;
    return at.x_pt;
}

/* Room may lie on the side where the incident is; an extent that was asked for stays as it is. */
static void
test_reserve_side(void)
{
    double m_per_pt, asked_m_per_pt, asked_x_pt;
    double middle_pt = x_with_room(0, 15, &wide, &m_per_pt);
    IncmapProjectOptions options = wide;
    options.reserve_right_pt = 500;
    options.can_reserve_opposite = TRUE;
    g_assert_cmpfloat(x_with_room(2, 18, &options, &m_per_pt), <, middle_pt - 30);
    g_assert_cmpfloat(x_with_room(-11, 14.4, &options, &m_per_pt), >, middle_pt + 30);
    IncmapProjectOptions asked = wide;
    asked.extent = "-13,9,5,26";
    asked_x_pt = x_with_room(2, 18, &asked, &asked_m_per_pt);
    asked.reserve_right_pt = 500;
    g_assert_cmpfloat(x_with_room(2, 18, &asked, &m_per_pt), ==, asked_x_pt);
    g_assert_cmpfloat(m_per_pt, ==, asked_m_per_pt);
}

/* A card on the right moves the country to the left, and it shrinks by a tenth at most. */
static void
test_reserve(void)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    add_fix(scene, 0, 15, "ML");
    check_frame(scene, &wide);
    double m_per_pt = scene->frame.m_per_pt;
    IncmapPoint before, after;
    scene->frame.forward(scene->frame.transform, (IncmapLonLat){-4, 17}, &before);
    IncmapProjectOptions options = wide;
    options.reserve_right_pt = 500;
    check_frame(scene, &options);
    scene->frame.forward(scene->frame.transform, (IncmapLonLat){-4, 17}, &after);
    g_assert_cmpfloat(after.x_pt, <, before.x_pt - 30);
    g_assert_cmpfloat(scene->frame.m_per_pt, <, m_per_pt * 1.12);
}

static void
test_names(void)
{
    const char *const good[] = {"Robinson",
                                "web mercator",
                                "EPSG:3857",
                                "EPSG:32633",
                                "EPSG:4326",
                                "Plate Carrée",
                                "+proj=laea +lat_0=10 +lon_0=20",
                                "winkel tripel"};
    for (gsize i = 0; i < G_N_ELEMENTS(good); i++) {
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        IncmapProjectOptions options = wide;
        options.extent = "10,45,20,55";
        options.projection = good[i];
        check_frame(scene, &options);
    }
    const char *const bad[] = {"robinsen", "qwertyuiop", "EPSG:1", "+proj=nonsense", "EPSG:4979x"};
    for (gsize i = 0; i < G_N_ELEMENTS(bad); i++) {
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        g_autoptr(GError) error = NULL;
        IncmapProjectOptions options = wide;
        options.projection = bad[i];
        g_assert_false(incmap_project_frame(scene, fake_layers(), &options, &error));
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_PROJECTION);
        if (i == 0)
            g_assert_nonnull(strstr(error->message, "\"robinson\""));
    }
}

/* Every named projection has every place come back within two millimetres: PROJ's own series for
 * the authalic latitude leave 1.6. On a map of the world a hundred-thousandth of a point will do.
 */
static void
check_round_trip(const char *name, const char *extent, guint32 *seed)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapProjectOptions options = wide;
    options.projection = name;
    options.extent = extent;
    check_frame(scene, &options);
    IncmapFrame *frame = &scene->frame;
    for (int i = 0; i < 300; i++) {
        *seed = *seed * 1664525u + 1013904223u;
        double x = (*seed >> 8) / 16777216.0;
        *seed = *seed * 1664525u + 1013904223u;
        double y = (*seed >> 8) / 16777216.0;
        IncmapPoint at = {30 + 1140 * x, 96 + 606 * y}, again;
        IncmapLonLat place, back;
        if (!frame->inverse(frame->transform, at, &place) || fabs(place.lat_deg) > 89.9)
            continue;
        g_assert_true(frame->forward(frame->transform, place, &again));
        g_assert_true(frame->inverse(frame->transform, again, &back));
        double most_m = MAX(2e-3, frame->m_per_pt * 1e-5);
        g_assert_cmpfloat(incmap_distance_km(place, back) * 1000, <, most_m);
    }
}

static void
test_round_trip(void)
{
    const char *const extents[] = {"world",        "-12,10,4,25",     "175,-20,-178,-15",
                                   "-10,60,40,85", "-75,-55,-66,-17", "13.2,52.4,13.6,52.6"};
    guint32 seed = (guint32)g_test_rand_int_range(1, G_MAXINT32);
    g_test_message("seed %u", seed);
    for (const char *const *name = incmap_projection_names(); *name != NULL; name++)
        for (gsize i = 0; i < G_N_ELEMENTS(extents); i++) {
            g_test_message("%s %s", *name, extents[i]);
            check_round_trip(*name, extents[i], &seed);
        }
}

/* Each rule of the table is reached by some view. */
static void
test_rules(void)
{
    const struct {
        IncmapView view;
        const char *usual, *equal_area;
    } cases[] = {
        {{.radius_deg = 180, .aspect = 2}, "equal earth", "equal earth"},
        {{.radius_deg = 30, .centre = {0, 90}, .aspect = 1}, "polar lambert", "polar lambert"},
        {{.radius_deg = 40, .centre = {20, 5}, .aspect = 1.5},
         "lambert azimuthal",
         "lambert azimuthal"},
        {{.radius_deg = 5, .centre = {20, 78}, .aspect = 2},
         "lambert azimuthal",
         "lambert azimuthal"},
        {{.radius_deg = 0.5, .centre = {20, 50}, .aspect = 1},
         "transverse mercator",
         "lambert azimuthal"},
        {{.radius_deg = 10, .centre = {20, -5}, .aspect = 2}, "mercator", "cylindrical equal area"},
        {{.radius_deg = 10, .centre = {20, -40}, .aspect = 2}, "lambert conic", "albers"},
        {{.radius_deg = 10, .centre = {20, -40}, .aspect = 0.3},
         "transverse mercator",
         "lambert azimuthal"},
        {{.radius_deg = 10, .centre = {20, 0}, .aspect = 1},
         "lambert azimuthal",
         "lambert azimuthal"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapChoice choice;
        g_assert_true(incmap_choice_make(&choice, NULL, &cases[i].view, FALSE, NULL));
        g_assert_cmpstr(choice.named->name, ==, cases[i].usual);
        g_assert_true(incmap_choice_make(&choice, NULL, &cases[i].view, TRUE, NULL));
        g_assert_cmpstr(choice.named->name, ==, cases[i].equal_area);
    }
}

static void
test_scale(void)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    add_fix(scene, 0, 15, "ML");
    check_frame(scene, &wide);
    double km = incmap_frame_km_per_pt(&scene->frame, incmap_box_centre(wide.map), 90);
    g_assert_cmpfloat_with_epsilon(km * 1000 / scene->frame.m_per_pt, 1, 1e-3);
    g_assert_cmpfloat(fabs(scene->frame.north_deg), <, 1);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(extent_cases); i++) {
        g_autofree char *path = g_strconcat("/project/extent/", extent_cases[i].name, NULL);
        g_test_add_data_func(path, &extent_cases[i], test_extent);
    }
    g_test_add_func("/project/several", test_several);
    g_test_add_func("/project/world", test_world);
    g_test_add_func("/project/thousands", test_thousands);
    g_test_add_func("/project/user-extent", test_user_extent);
    g_test_add_func("/project/reserve", test_reserve);
    g_test_add_func("/project/reserve-side", test_reserve_side);
    g_test_add_func("/project/names", test_names);
    g_test_add_func("/project/round-trip", test_round_trip);
    g_test_add_func("/project/rules", test_rules);
    g_test_add_func("/project/scale", test_scale);
    return g_test_run();
}
