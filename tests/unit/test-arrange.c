/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/groups.h"
#include "arrange/typeset.h"
#include "arrange/words.h"

#include <math.h>
#include <string.h>

static const char *const styles[] = {"news", "sitrep"};

static void
test_one_incident(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        Fixture fixture;
        fixture_init(&fixture, styles[i]);
        fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
        fixture_add_town(&fixture, "Capital", 30, 20, "PPLC", 1000000);
        fixture_add_town(&fixture, "Village", 55, 25, "PPL", 2000);
        fixture_arrange(&fixture);
        fixture_assert_clean(&fixture);
        g_assert_cmpuint(fixture_count_labels(&fixture, "country"), ==, 1);
        g_assert_cmpuint(fixture_count_labels(&fixture, "town"), >=, 1);
        g_assert_cmpuint(fixture_count_labels(&fixture, "title"), ==, 1);
        g_assert_cmpuint(fixture_count_labels(&fixture, "callout"), >=, 1);
        g_assert_cmpuint(fixture_count_labels(&fixture, "river"), >=, 1);
        g_assert_nonnull(strstr(fixture.scene->page.credits, "Test layer"));
        fixture_clear(&fixture);
    }
}

static void
test_no_incident(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_null(fixture.scene->page.title);
    g_assert_cmpuint(fixture.scene->page.marks->len, ==, 0);
    fixture_clear(&fixture);
}

static void
test_same_place(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 2);
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_PROTEST, NAN);
    fixture_add(&fixture, "Beta", 55, 15, INCMAP_EVENT_RIOT, 0);
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    const GArray *marks = fixture.scene->page.marks;
    g_assert_cmpuint(marks->len, >=, 2);
    g_assert_cmpuint(g_array_index(marks, IncmapMark, 0).n_incidents, ==, 2);
    g_assert_cmpuint(g_array_index(marks, IncmapMark, 1).n_incidents, ==, 1);
    fixture_clear(&fixture);
}

static void
test_covered_symbols_move_apart(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 100);
    fixture_add(&fixture, "Beta", 41.5, 30, INCMAP_EVENT_BATTLE, 60);
    fixture_arrange(&fixture);
    const IncmapMark *a = &g_array_index(fixture.scene->page.marks, IncmapMark, 0);
    const IncmapMark *b = &g_array_index(fixture.scene->page.marks, IncmapMark, 1);
    double apart_pt = hypot(a->centre.x_pt - b->centre.x_pt, a->centre.y_pt - b->centre.y_pt);
    g_assert_cmpfloat(apart_pt, >, 15 + 5);
    fixture_clear(&fixture);
}

static void
test_many_incidents(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    g_autofree char *names = g_malloc0(5000 * 8);
    for (int i = 0; i < 5000; i++) {
        g_snprintf(names + i * 8, 8, "P%d", i);
        fixture_add(&fixture, names + i * 8, 1 + (i * 37 % 500) / 10.0, 1 + (i * 91 % 400) / 10.0,
                    (IncmapEvent)(i % 6), i % 11);
    }
    gint64 start_us = g_get_monotonic_time();
    fixture_arrange(&fixture);
    g_assert_cmpint(g_get_monotonic_time() - start_us, <, 5 * G_USEC_PER_SEC); /* sanitized too */
    fixture_assert_clean(&fixture);
    g_assert_cmpuint(fixture.scene->page.marks->len, >, 100);
    fixture_clear(&fixture);
}

/* At each corner of the map, and many at one point: on the map, nothing on top of another. */
static void
test_edges(void)
{
    for (int i = 0; i < 8; i++) {
        Fixture fixture;
        fixture_init(&fixture, styles[i % 2]);
        fixture_lay_out(&fixture);
        IncmapBox map = fixture.layout.map;
        double right_deg = incmap_box_width(map) / 10, top_deg = incmap_box_height(map) / 10;
        fixture_add(&fixture, "Corner", i & 2 ? right_deg : 0, i & 4 ? top_deg : 0,
                    INCMAP_EVENT_BATTLE, 12);
        fixture_arrange(&fixture);
        fixture_assert_clean(&fixture);
        g_assert_cmpuint(fixture.scene->page.marks->len, ==, 1);
        fixture_clear(&fixture);
    }
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 500; i++)
        fixture_add(&fixture, "Same", 40, 20, (IncmapEvent)(i % INCMAP_N_EVENTS), 1);
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_cmpuint(fixture.scene->page.marks->len, ==, 1);
    g_assert_cmpuint(g_array_index(fixture.scene->page.marks, IncmapMark, 0).n_incidents, ==, 500);
    fixture_clear(&fixture);
}

static void
test_hostile_values(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "", 0, 0, INCMAP_EVENT_OTHER, -5);
    fixture_add(&fixture, NULL, 57.9, 49.9, INCMAP_EVENT_OTHER, 1e300);
    fixture_add(&fixture,
                "A name that is far too long for any card or label that a map can hold, "
                "however patient its reader",
                30, 30, INCMAP_EVENT_FLOOD, NAN);
    fixture_add(&fixture, "Nowhere", NAN, NAN, INCMAP_EVENT_FIRE, 3);
    fixture_add(&fixture, "Beyond", 5000, 30, INCMAP_EVENT_FIRE, 3);
    fixture_add(&fixture, "\xd8\xaf\xd8\xb1\xd9\x86\xd8\xa9", 20, 20, INCMAP_EVENT_FLOOD, 1);
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    fixture_clear(&fixture);
}

/* Every incident that has no place is counted and named in the credits. */
static void
test_unmapped_is_said(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Atlantis", 0, 0, INCMAP_EVENT_BATTLE, 1);
    g_array_index(fixture.scene->fixes, IncmapFix, 1).precision = INCMAP_PRECISION_NONE;
    fixture_arrange(&fixture);
    g_assert_nonnull(strstr(fixture.scene->page.credits, "Not mapped: 1 incident (Atlantis)."));
    g_assert_nonnull(strstr(fixture.scene->page.description, "1 more could not be located"));
    fixture_clear(&fixture);
}

static void
test_page_too_small(void)
{
    Fixture fixture;
    g_autoptr(GError) error = NULL;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    fixture.options.width_pt = 90;
    fixture.options.height_pt = 60;
    g_assert_false(incmap_arrange_layout(fixture.scene, fixture.style, &fixture.measure,
                                         &fixture.options, &fixture.layout, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
    g_assert_nonnull(strstr(error->message, "leaves no room for a map"));
    fixture_clear(&fixture);
}

/* A symbol known only to the district never stands at the district's middle. */
static void
test_district_is_no_point(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    IncmapFix *fix = &g_array_index(fixture.scene->fixes, IncmapFix, 0);
    fix->precision = INCMAP_PRECISION_DISTRICT;
    fix->radius_km = 300;
    fixture_arrange(&fixture);
    IncmapPoint at = g_array_index(fixture.scene->page.positions, IncmapPoint, 0);
    IncmapPoint symbol = g_array_index(fixture.scene->page.marks, IncmapMark, 0).centre;
    g_assert_cmpfloat_with_epsilon(hypot(symbol.x_pt - at.x_pt, symbol.y_pt - at.y_pt), 27, 0.5);
    fixture_clear(&fixture);
}

static void
assert_date(IncmapScene *scene, guint16 y0, guint8 m0, guint8 d0, guint16 y1, guint8 m1, guint8 d1,
            const char *expected)
{
    GDate from, to;
    g_date_clear(&from, 1);
    g_date_clear(&to, 1);
    g_date_set_dmy(&from, d0, (GDateMonth)m0, y0);
    g_date_set_dmy(&to, d1, (GDateMonth)m1, y1);
    IncmapDate date = {g_date_get_julian(&from), g_date_get_julian(&to), -1, -1};
    g_assert_cmpstr(incmap_words_date(scene, date), ==, expected);
}

static void
test_words(void)
{
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    assert_date(scene, 2024, 7, 25, 2024, 7, 25, "25 July 2024");
    assert_date(scene, 2024, 7, 25, 2024, 7, 27, "25–27 July 2024");
    assert_date(scene, 2024, 7, 1, 2024, 7, 31, "July 2024");
    assert_date(scene, 2024, 2, 1, 2024, 2, 28, "1–28 February 2024");
    assert_date(scene, 2024, 1, 1, 2024, 12, 31, "2024");
    assert_date(scene, 2024, 7, 25, 2024, 8, 2, "25 July – 2 August 2024");
    assert_date(scene, 2024, 12, 30, 2025, 1, 2, "30 December 2024 – 2 January 2025");
    g_assert_null(incmap_words_date(scene, (IncmapDate){0, 0, -1, -1}));
    g_assert_cmpstr(incmap_say_number(scene, 1234567), ==, "1,234,567");
    g_assert_cmpstr(incmap_say_number(scene, 7.62), ==, "7.6");
    g_assert_cmpstr(incmap_say_number(scene, 999), ==, "999");
    g_assert_cmpstr(incmap_say_number(scene, -1200), ==, "-1,200");
    IncmapFigure figure = {.quantity = INCMAP_QUANTITY_BETWEEN, .low = 20, .high = 80};
    g_assert_cmpstr(incmap_words_figure(scene, &figure), ==, "20 to 80");
    figure.quantity = INCMAP_QUANTITY_AT_LEAST;
    g_assert_cmpstr(incmap_words_figure(scene, &figure), ==, "at least 20");
    g_assert_cmpstr(incmap_words_count(scene, INCMAP_EVENT_BATTLE, 1), ==, "1 battle");
    g_assert_cmpstr(incmap_words_count(scene, INCMAP_EVENT_FLOOD, 2), ==, "2 floods");
}

static void
assert_lines(const IncmapArrange *arrange, const char *text, double width_pt, guint max_lines,
             const char *expected)
{
    IncmapFace face = {.font = {.family = "Any", .size_pt = 10, .weight = 400}};
    g_autoptr(GPtrArray) lines = incmap_typeset_wrap(arrange, text, &face, width_pt, max_lines);
    g_ptr_array_add(lines, NULL);
    g_autofree char *joined = g_strjoinv("|", (char **)lines->pdata);
    g_assert_cmpstr(joined, ==, expected);
}

/* A character is 5.5 points wide. */
static void
test_wrap(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapArrange arrange = {.measure = &fixture.measure, .scene = fixture.scene};
    assert_lines(&arrange, "one two three four", 60, 0, "one two|three four");
    assert_lines(&arrange, "  one \n two ", 60, 0, "one two");
    assert_lines(&arrange, "", 60, 0, "");
    assert_lines(&arrange, "one two three four five six", 60, 2, "one two|three…");
    assert_lines(&arrange, "incomprehensibilities", 60, 1, "incompreh…");
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/arrange/one-incident", test_one_incident);
    g_test_add_func("/arrange/no-incident", test_no_incident);
    g_test_add_func("/arrange/same-place", test_same_place);
    g_test_add_func("/arrange/covered-symbols-move-apart", test_covered_symbols_move_apart);
    g_test_add_func("/arrange/many-incidents", test_many_incidents);
    g_test_add_func("/arrange/edges", test_edges);
    g_test_add_func("/arrange/hostile-values", test_hostile_values);
    g_test_add_func("/arrange/unmapped-is-said", test_unmapped_is_said);
    g_test_add_func("/arrange/page-too-small", test_page_too_small);
    g_test_add_func("/arrange/district-is-no-point", test_district_is_no_point);
    g_test_add_func("/arrange/words", test_words);
    g_test_add_func("/arrange/wrap", test_wrap);
    return g_test_run();
}
