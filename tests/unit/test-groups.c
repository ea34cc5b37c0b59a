/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/groups.h"
#include "arrange/symbols.h"

#include <math.h>

static const IncmapGroup *
get_group(const IncmapArrange *arrange, guint i)
{
    g_assert_cmpuint(arrange->groups->len, >, i);
    return &g_array_index(arrange->groups, IncmapGroup, i);
}

static void
test_same_place(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_PROTEST, NAN);
    fixture_add(&fixture, "Beta", 30, 20, INCMAP_EVENT_BATTLE, 4);
    fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_RIOT, 1);
    fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_RIOT, 1);
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 2);
    const IncmapGroup *beta = get_group(arrange, 0), *alpha = get_group(arrange, 1);
    g_assert_cmpstr(beta->name, ==, "Beta"); /* more killed */
    g_assert_cmpuint(alpha->members->len, ==, 3);
    g_assert_cmpfloat(alpha->value, ==, 2);
    g_assert_cmpint(alpha->event, ==, INCMAP_EVENT_RIOT); /* the most frequent */
    g_assert_cmpuint(alpha->counts[INCMAP_EVENT_RIOT], ==, 2);
    g_assert_cmpfloat(alpha->radius_pt, >=, incmap_look_pt(arrange, "groups.min-radius"));
    fixture_clear(&fixture);
}

/* At one point, but one of them exactly and the other somewhere in its province: two symbols. */
static void
test_unlike_precision(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 3; i++)
        fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_BATTLE, 1);
    fixture_get_fix(&fixture, 1)->precision = INCMAP_PRECISION_PROVINCE;
    fixture_get_fix(&fixture, 2)->precision = INCMAP_PRECISION_NEAR;
    fixture_get_fix(&fixture, 2)->radius_km = 111.2;
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 3);
    for (guint i = 0; i < 3; i++) {
        const IncmapGroup *group = get_group(arrange, i);
        double expected_pt = group->precision == INCMAP_PRECISION_NEAR ? 10 : 0;
        g_assert_cmpfloat_with_epsilon(group->precision_pt, expected_pt, 0.01);
    }
    fixture_clear(&fixture);
}

static void
test_not_on_the_map(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Country", 20, 20, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Nowhere", 20, 20, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Beyond", -1, 20, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Nan", NAN, NAN, INCMAP_EVENT_BATTLE, 1);
    fixture_get_fix(&fixture, 1)->precision = INCMAP_PRECISION_COUNTRY;
    fixture_get_fix(&fixture, 2)->precision = INCMAP_PRECISION_NONE;
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 1);
    IncmapPoint at;
    g_assert_true(incmap_arrange_has_position(arrange, 0, &at));
    for (guint i = 2; i < 5; i++)
        g_assert_false(incmap_arrange_has_position(arrange, i, &at));
    fixture_clear(&fixture);
}

static void
test_merge(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Large", 20, 20, INCMAP_EVENT_BATTLE, 9);
    fixture_add(&fixture, "Small", 20.1, 20, INCMAP_EVENT_BATTLE, 1); /* one point away */
    fixture_add(&fixture, "Far", 40, 20, INCMAP_EVENT_BATTLE, 1);
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 2);
    g_assert_cmpstr(get_group(arrange, 0)->name, ==, "Large");
    g_assert_cmpfloat(get_group(arrange, 0)->value, ==, 10);
    fixture_clear(&fixture);
}

/* Earthquakes keep their own symbols; two at the very same point count as the stronger one. */
static void
test_magnitudes(void)
{
    static const double magnitudes[] = {5, 5.5, 4, 6.5}, lons[] = {20, 20.1, 30, 30};
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (guint i = 0; i < 4; i++) {
        fixture_add(&fixture, "Quake", lons[i], 20, INCMAP_EVENT_EARTHQUAKE, magnitudes[i]);
        fixture_get_incident(&fixture, i)->value_kind = INCMAP_VALUE_MAGNITUDE;
    }
    const IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 3);
    g_assert_cmpfloat(get_group(arrange, 0)->value, ==, 6.5);
    g_assert_cmpuint(get_group(arrange, 0)->members->len, ==, 2);
    g_assert_cmpfloat(get_group(arrange, 0)->radius_pt, >, get_group(arrange, 1)->radius_pt);
    g_assert_cmpfloat(get_group(arrange, 1)->value, ==, 5.5);
    fixture_clear(&fixture);
}

/* The area of a symbol grows with its value, within the style's limits. */
static void
test_radius(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    const IncmapArrange *arrange = fixture_open(&fixture);
    double least_pt = incmap_look_pt(arrange, "incident.min-radius");
    double most_pt = incmap_look_pt(arrange, "incident.max-radius");
    g_assert_cmpfloat(incmap_groups_radius(arrange, 0), ==, least_pt);
    g_assert_cmpfloat(incmap_groups_radius(arrange, -9), ==, least_pt);
    g_assert_cmpfloat(incmap_groups_radius(arrange, INFINITY), ==, most_pt);
    double value = pow(most_pt / incmap_look_pt(arrange, "incident.radius-per-root"), 2) / 4;
    g_assert_cmpfloat_with_epsilon(incmap_groups_radius(arrange, value),
                                   CLAMP(most_pt / 2, least_pt, most_pt), 1e-6);
    fixture_clear(&fixture);
}

static void
test_spread(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 12; i++)
        fixture_add(&fixture, "Alpha", 10 + i * 0.9, 20, INCMAP_EVENT_BATTLE, 300 - i);
    fixture_add(&fixture, "Lone", 45, 20, INCMAP_EVENT_BATTLE, 299.5);
    IncmapArrange *arrange = fixture_open(&fixture);
    incmap_groups_spread(arrange);
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = get_group(arrange, i);
        double far_pt =
            hypot(group->at.x_pt - group->true_at.x_pt, group->at.y_pt - group->true_at.y_pt);
        double most_pt = group->name[0] == 'L' ? 0 : group->radius_pt / 2 + 1e-9;
        g_assert_cmpfloat(far_pt, <=, most_pt);
    }
    fixture_clear(&fixture);
}

/* However close together: no symbol covers another one's number, nobody is lost, and symbols stay
 * within half their radius of their places. */
static void
test_no_hidden_counts(void)
{
    for (guint32 seed = 1; seed <= 30; seed++) {
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        g_autoptr(GRand) random = g_rand_new_with_seed(seed);
        guint n_all = 0;
        for (int i = 0; i < 40; i++) {
            double lon = g_rand_double_range(random, 20, 30);
            double lat = g_rand_double_range(random, 15, 25);
            const char *name = i % 2 == 0 ? "Even" : i % 3 == 0 ? "Third" : "Odd";
            for (int k = g_rand_int_range(random, 1, 8); k > 0; k--, n_all++)
                fixture_add(&fixture, name, lon, lat, INCMAP_EVENT_BATTLE,
                            g_rand_int_range(random, 0, 40));
        }
        IncmapArrange *arrange = fixture_open(&fixture);
        guint n_before = arrange->groups->len, n_members = 0;
        incmap_groups_spread(arrange);
        for (guint i = 0; i < arrange->groups->len; i++) {
            const IncmapGroup *group = get_group(arrange, i);
            n_members += group->members->len;
            g_assert_cmpfloat(
                hypot(group->at.x_pt - group->true_at.x_pt, group->at.y_pt - group->true_at.y_pt),
                <=, group->radius_pt / 2 + 1e-9);
            for (guint k = 0; k < arrange->groups->len; k++)
                g_assert_false(k != i && incmap_groups_hides(get_group(arrange, k), group));
        }
        g_assert_cmpuint(n_members, ==, n_all);
        g_assert_cmpuint(arrange->groups->len, <, n_before);
        fixture_clear(&fixture);
    }
}

/* Who shares a symbol is named with it. */
static void
test_joined_names(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    for (int i = 0; i < 5; i++)
        fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_BATTLE, 9);
    fixture_add(&fixture, "Beta", 20.6, 20, INCMAP_EVENT_EXPLOSION, 1);
    fixture_add(&fixture, "Lone", 45, 20, INCMAP_EVENT_BATTLE, 2);
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpuint(arrange->groups->len, ==, 3);
    g_assert_true(incmap_groups_merge_hiding(arrange));
    g_assert_cmpuint(arrange->groups->len, ==, 2);
    g_assert_cmpstr(get_group(arrange, 0)->name, ==, "Alpha + Beta");
    g_assert_cmpuint(get_group(arrange, 0)->members->len, ==, 6);
    g_assert_cmpstr(get_group(arrange, 1)->name, ==, "Lone");
    fixture_clear(&fixture);
}

/* A district's symbol stands on its ring, on the side that the map has room for. */
static void
test_ring_stays_on_the_map(void)
{
    static const IncmapLonLat places[] = {{1, 1}, {1, 40}, {50, 40}, {50, 1}, {25, 20}};
    static const double radii_km[] = {100, 400, 4000, 1e7};
    for (gsize i = 0; i < G_N_ELEMENTS(places) * G_N_ELEMENTS(radii_km); i++) {
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        IncmapLonLat place = places[i % G_N_ELEMENTS(places)];
        fixture_add(&fixture, "District", place.lon_deg, place.lat_deg, INCMAP_EVENT_BATTLE, 1);
        fixture_get_fix(&fixture, 0)->precision = INCMAP_PRECISION_DISTRICT;
        fixture_get_fix(&fixture, 0)->radius_km = radii_km[i / G_N_ELEMENTS(places)];
        IncmapArrange *arrange = fixture_open(&fixture);
        g_assert_cmpuint(arrange->groups->len, ==, 1);
        incmap_symbols_reserve(arrange);
        g_assert_true(incmap_box_has_point(fixture.layout.map, get_group(arrange, 0)->at));
        fixture_clear(&fixture);
    }
}

/* Groups and their order are the same whatever the order of the rows. */
static void
test_order_of_rows(void)
{
    static const struct {
        const char *name;
        double lon_deg, value;
        IncmapEvent event;
    } rows[] = {
        {"Alpha", 20, 3, INCMAP_EVENT_BATTLE},  {"Beta", 30, 3, INCMAP_EVENT_BATTLE},
        {"Gamma", 30, 0, INCMAP_EVENT_PROTEST}, {"Delta", 40, 3, INCMAP_EVENT_RIOT},
        {"Eps", 40, 0, INCMAP_EVENT_BATTLE},    {"Zeta", 20, 0, INCMAP_EVENT_RIOT},
        {"Eta", 45, NAN, INCMAP_EVENT_FLOOD},   {"Theta", 47, NAN, INCMAP_EVENT_FLOOD},
    };
    g_autoptr(GRand) random = g_rand_new_with_seed(3);
    g_autofree char *expected = NULL;
    for (int round = 0; round < 30; round++) {
        guint order[G_N_ELEMENTS(rows)];
        for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
            order[i] = i;
        for (guint i = G_N_ELEMENTS(rows) - 1; i > 0 && round > 0; i--) {
            guint k = (guint)g_rand_int_range(random, 0, (gint32)i + 1), kept = order[i];
            order[i] = order[k];
            order[k] = kept;
        }
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
            fixture_add(&fixture, rows[order[i]].name, rows[order[i]].lon_deg, 20,
                        rows[order[i]].event, rows[order[i]].value);
        const IncmapArrange *arrange = fixture_open(&fixture);
        g_autoptr(GString) text = g_string_new(NULL);
        for (guint i = 0; i < arrange->groups->len; i++) {
            const IncmapGroup *group = get_group(arrange, i);
            g_string_append_printf(text, "%s %.1f %g %u;", group->name, group->at.x_pt,
                                   group->value, group->members->len);
        }
        if (expected == NULL)
            expected = g_strdup(text->str);
        g_assert_cmpstr(text->str, ==, expected);
        fixture_clear(&fixture);
    }
}

/* The path's corners, curves as many short lines. */
static GArray *
flatten(const IncmapPath *path)
{
    GArray *points = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    for (guint i = 0, at = 0; i < path->n_verbs; i++) {
        const IncmapPoint *p = &path->points[at];
        if (path->verbs[i] == INCMAP_VERB_MOVE || path->verbs[i] == INCMAP_VERB_LINE) {
            g_array_append_val(points, *p);
            at++;
        }
        for (int step = 1; path->verbs[i] == INCMAP_VERB_CURVE && step <= 50; step++) {
            double t = step / 50.0, u = 1 - t;
            const IncmapPoint *from = p - 1;
            IncmapPoint next = {u * u * u * from->x_pt + 3 * u * u * t * p[0].x_pt +
                                    3 * u * t * t * p[1].x_pt + t * t * t * p[2].x_pt,
                                u * u * u * from->y_pt + 3 * u * u * t * p[0].y_pt +
                                    3 * u * t * t * p[1].y_pt + t * t * t * p[2].y_pt};
            g_array_append_val(points, next);
        }
        at += path->verbs[i] == INCMAP_VERB_CURVE ? 3 : 0;
    }
    return points;
}

/* All outlines cover the same area, so that no type looks more deadly than another. */
static void
test_shapes(void)
{
    for (int shape = INCMAP_SHAPE_CIRCLE + 1; shape < INCMAP_N_SHAPES; shape++) {
        IncmapPath path = {0};
        incmap_symbol_path(&path, (IncmapShape)shape, (IncmapPoint){50, 50}, 10);
        g_autoptr(GArray) points = flatten(&path);
        double twice_pt2 = 0;
        for (guint i = 0; i < points->len; i++) {
            IncmapPoint a = g_array_index(points, IncmapPoint, i);
            IncmapPoint b = g_array_index(points, IncmapPoint, (i + 1) % points->len);
            twice_pt2 += a.x_pt * b.y_pt - b.x_pt * a.y_pt;
        }
        g_test_message("shape %d: %.3f", shape, fabs(twice_pt2) / 2 / (G_PI * 100));
        g_assert_cmpfloat_with_epsilon(fabs(twice_pt2) / 2, G_PI * 100, G_PI * 100 * 0.01);
        g_free(path.verbs);
        g_free(path.points);
    }
}

/* With one type on the map colour and shape are free for the house's own; with two they are not. */
static void
test_single_type(void)
{
    for (int n = 1; n <= 2; n++) {
        Fixture fixture;
        fixture_init(&fixture, "news");
        fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_CIVILIANS, 1);
        fixture_add(&fixture, "Beta", 30, 20,
                    n == 1 ? INCMAP_EVENT_CIVILIANS : INCMAP_EVENT_PROTEST, 1);
        IncmapArrange *arrange = fixture_open(&fixture);
        IncmapSymbol symbol = incmap_symbol_of(arrange, INCMAP_EVENT_CIVILIANS);
        IncmapColor single = incmap_look_color(arrange, "incident.single-color");
        g_assert_true((symbol.color.r == single.r) == (n == 1));
        g_assert_cmpint(symbol.shape, ==, n == 1 ? INCMAP_SHAPE_CIRCLE : INCMAP_SHAPE_SQUARE);
        fixture_clear(&fixture);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/groups/same-place", test_same_place);
    g_test_add_func("/groups/unlike-precision", test_unlike_precision);
    g_test_add_func("/groups/not-on-the-map", test_not_on_the_map);
    g_test_add_func("/groups/merge", test_merge);
    g_test_add_func("/groups/magnitudes", test_magnitudes);
    g_test_add_func("/groups/radius", test_radius);
    g_test_add_func("/groups/single-type", test_single_type);
    g_test_add_func("/groups/spread", test_spread);
    g_test_add_func("/groups/no-hidden-counts", test_no_hidden_counts);
    g_test_add_func("/groups/joined-names", test_joined_names);
    g_test_add_func("/groups/ring-stays-on-the-map", test_ring_stays_on_the_map);
    g_test_add_func("/groups/order-of-rows", test_order_of_rows);
    g_test_add_func("/groups/shapes", test_shapes);
    return g_test_run();
}
