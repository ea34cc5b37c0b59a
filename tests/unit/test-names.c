/* SPDX-License-Identifier: MIT */
/* Which names the base map gets: the city of a city's map, seas near their line, lakes in their
 * water. */
#include "arrange-fixture.h"

#include <math.h>

/* Metres per point at which the fixture's 800 points are a city, and a region. */
static const double city_m = 50, region_m = 1500;

static void
begin(Fixture *fixture, double m_per_pt)
{
    fixture_init(fixture, "news");
    fixture_add(fixture, "Market", 40, 22, INCMAP_EVENT_EXPLOSION, 5);
    fixture_add_town(fixture, "Kabul", 38, 24, "PPLC", 3000000);
    fixture_add_town(fixture, "Bagrami", 46, 16, "PPL", 50000);
    fixture_lay_out(fixture);
    fixture->scene->frame.m_per_pt = m_per_pt;
}

static void
test_city(void)
{
    Fixture fixture;
    begin(&fixture, city_m);
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "KABUL"));
    g_assert_null(fixture_find_label(&fixture, "Kabul"));
    g_assert_nonnull(fixture_find_label(&fixture, "Bagrami"));
    g_assert_null(fixture_find_label(&fixture, "TESTLAND"));
    fixture_assert_clean(&fixture);
    fixture_clear(&fixture);
}

static void
test_region(void)
{
    Fixture fixture;
    begin(&fixture, region_m);
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_label(&fixture, "KABUL"));
    g_assert_nonnull(fixture_find_label(&fixture, "Kabul"));
    g_assert_nonnull(fixture_find_label(&fixture, "TESTLAND"));
    fixture_clear(&fixture);
}

/* Where another country is in view, a city's map names both. */
static void
test_border_city(void)
{
    Fixture fixture;
    begin(&fixture, city_m);
    const IncmapPoint other[] = {{650, 150}, {790, 150}, {790, 550}, {650, 550}};
    fixture_add_feature(fixture.scene, "countries", INCMAP_GEOMETRY_POLYGON, "OO", "Otherland",
                        other, 4);
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "TESTLAND"));
    fixture_clear(&fixture);
}

/* The symbol that carries the city's name makes another one a repetition. */
static void
test_city_of_symbol(void)
{
    Fixture fixture;
    begin(&fixture, city_m);
    fixture_add(&fixture, "Kabul", 38, 24, INCMAP_EVENT_BATTLE, 3);
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_label(&fixture, "KABUL"));
    fixture_clear(&fixture);
}

/* A province named like a town says which it is. */
static void
test_province_kind(void)
{
    Fixture fixture;
    begin(&fixture, region_m);
    IncmapBox map = fixture.scene->frame.map;
    double x = map.x0_pt + 200, y = map.y0_pt + 70;
    const IncmapPoint border[] = {{x, y}, {x + 350, y}, {x + 350, y + 250}, {x, y + 250}};
    const char *const names[] = {"Kabul", "Ghazni"};
    for (int i = 0; i < 2; i++) {
        IncmapLandFeature *province = fixture_add_feature(
            fixture.scene, "admin1", INCMAP_GEOMETRY_POLYGON, names[i], names[i], border, 4);
        fixture_set_property(province, "kind", "Region", NAN);
        fixture_set_property(province, "incident", NULL, i == 0);
        for (int k = 0; i == 1 && k < 4; k++)
            province->points[k].x_pt += 400; /* off the map */
    }
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "KABUL REGION"));
    g_assert_null(fixture_find_label(&fixture, "GHAZNI REGION"));
    fixture_clear(&fixture);
}

/* Where the country fills the map its other provinces are named, but not a whole pattern of them.
 */
static void
test_provinces_around(void)
{
    for (int n_more = 0; n_more <= 30; n_more += 30) {
        Fixture fixture;
        begin(&fixture, region_m);
        IncmapBox map = fixture.scene->frame.map;
        const IncmapPoint rest[] = {{map.x0_pt + 600, map.y0_pt},
                                    {map.x1_pt, map.y0_pt},
                                    {map.x1_pt, map.y1_pt},
                                    {map.x0_pt + 600, map.y1_pt}};
        fixture_add_feature(fixture.scene, "countries", INCMAP_GEOMETRY_POLYGON, "TT", NULL, rest,
                            4);
        for (int i = 0; i <= n_more; i++) {
            IncmapLandFeature *province = fixture_add_feature(
                fixture.scene, "admin1", INCMAP_GEOMETRY_POLYGON, "TT-1", "Eastern", rest, 4);
            fixture_set_property(province, "code", "TT", NAN);
        }
        fixture_arrange(&fixture);
        g_assert_true((fixture_find_label(&fixture, "EASTERN") != NULL) == (n_more == 0));
        fixture_clear(&fixture);
    }
}

/* Far capitals leave room for the largest seat beside the border near the incident. */
static void
test_seat_beside(void)
{
    Fixture fixture;
    begin(&fixture, 1000);
    fixture_add_town(&fixture, "Beside", 65, 22, "PPLA", 20000);
    for (int i = 0; i < 12; i++)
        fixture_add_town(&fixture, i % 2 == 0 ? "Large" : "Larger", 62 + i % 3 * 6, 4 + i * 3.5,
                         "PPL", 4000000);
    GArray *towns = fixture.scene->towns;
    for (guint i = 2; i < towns->len; i++)
        g_array_index(towns, IncmapTown, i).country_code = "OO";
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "Beside"));
    fixture_clear(&fixture);
}

static IncmapLandFeature *
add_sea(Fixture *fixture, const char *kind, const IncmapPoint *spine, guint n)
{
    IncmapLandFeature *sea = fixture_add_feature(fixture->scene, "labels", INCMAP_GEOMETRY_LINE,
                                                 NULL, "Inner Sea", spine, n);
    fixture_set_property(sea, "kind", kind, NAN);
    return sea;
}

/* The spine runs over land 40 points from the coast: of an ocean the corner beside it is named, a
 * sea of that name does not reach there. */
static void
test_sea_stays_near(void)
{
    for (int is_ocean = 0; is_ocean < 2; is_ocean++) {
        Fixture fixture;
        begin(&fixture, region_m);
        IncmapBox map = fixture.scene->frame.map;
        const IncmapPoint spine[] = {{map.x0_pt + 190, map.y0_pt + 150},
                                     {map.x0_pt + 192, map.y0_pt + 200}};
        add_sea(&fixture, is_ocean ? "ocean" : "sea", spine, 2);
        fixture_arrange(&fixture);
        const IncmapLabel *label = fixture_find_label(&fixture, "Inner Sea");
        g_assert_true((label != NULL) == (is_ocean == 1));
        fixture_clear(&fixture);
    }
}

static void
test_sea_in_water(void)
{
    Fixture fixture;
    begin(&fixture, region_m);
    IncmapBox map = fixture.scene->frame.map;
    const IncmapPoint spine[] = {{map.x1_pt - 90, map.y0_pt + 100},
                                 {map.x1_pt - 90, map.y0_pt + 300}};
    add_sea(&fixture, "sea", spine, 2);
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "Inner Sea"));
    fixture_clear(&fixture);
}

static void
test_lake(void)
{
    Fixture fixture;
    begin(&fixture, region_m);
    IncmapBox map = fixture.scene->frame.map;
    double x = map.x0_pt + 480, y = map.y0_pt + 90;
    const IncmapPoint shore[] = {{x, y}, {x + 110, y}, {x + 110, y + 50}, {x, y + 50}};
    fixture_add_feature(fixture.scene, "lakes", INCMAP_GEOMETRY_POLYGON, NULL, "Blue Lake", shore,
                        4);
    fixture_arrange(&fixture);
    const IncmapLabel *label = fixture_find_label(&fixture, "Blue Lake");
    g_assert_nonnull(label);
    g_assert_true(incmap_box_contains((IncmapBox){x, y, x + 110, y + 50}, label->box));
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/names/city", test_city);
    g_test_add_func("/names/region", test_region);
    g_test_add_func("/names/border-city", test_border_city);
    g_test_add_func("/names/city-of-symbol", test_city_of_symbol);
    g_test_add_func("/names/province-kind", test_province_kind);
    g_test_add_func("/names/provinces-around", test_provinces_around);
    g_test_add_func("/names/seat-beside", test_seat_beside);
    g_test_add_func("/names/sea/stays-near", test_sea_stays_near);
    g_test_add_func("/names/sea/in-water", test_sea_in_water);
    g_test_add_func("/names/lake", test_lake);
    return g_test_run();
}
