/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/title.h"
#include "arrange/words.h"

#include <math.h>
#include <string.h>

static IncmapDate
dates(guint16 y0, guint8 m0, guint8 d0, guint16 y1, guint8 m1, guint8 d1)
{
    GDate from, to;
    g_date_clear(&from, 1);
    g_date_clear(&to, 1);
    g_date_set_dmy(&from, d0, (GDateMonth)m0, y0);
    g_date_set_dmy(&to, d1, (GDateMonth)m1, y1);
    return (IncmapDate){g_date_get_julian(&from), g_date_get_julian(&to), -1, -1};
}

static void
test_dates(void)
{
    static const struct {
        guint16 y0, y1;
        guint8 m0, d0, m1, d1;
        const char *words;
    } cases[] = {
        {2024, 2024, 7, 25, 7, 25, "25 July 2024"},
        {2024, 2024, 7, 25, 7, 27, "25–27 July 2024"},
        {2024, 2024, 7, 27, 7, 25, "27 July 2024"}, /* the end before the beginning */
        {2024, 2024, 7, 1, 7, 31, "July 2024"},
        {2024, 2024, 2, 1, 2, 29, "February 2024"},
        {2024, 2024, 2, 1, 2, 28, "1–28 February 2024"},
        {2024, 2024, 1, 1, 12, 31, "2024"},
        {2023, 2024, 1, 1, 12, 31, "1 January 2023 – 31 December 2024"},
        {2024, 2024, 7, 25, 8, 2, "25 July – 2 August 2024"},
        {2024, 2025, 12, 30, 1, 2, "30 December 2024 – 2 January 2025"},
        {1, 1, 1, 1, 1, 1, "1 January 1"},
    };
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapScene *scene = fixture.scene;
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(incmap_words_date(scene, dates(cases[i].y0, cases[i].m0, cases[i].d0,
                                                       cases[i].y1, cases[i].m1, cases[i].d1)),
                        ==, cases[i].words);
    g_assert_null(incmap_words_date(scene, (IncmapDate){0, 0, -1, -1}));
    g_assert_cmpuint(incmap_words_period(scene).from_julian, ==, 0);
    for (int i = 0; i < 3; i++)
        fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    fixture_get_incident(&fixture, 0)->date = dates(2024, 7, 20, 2024, 7, 28);
    fixture_get_incident(&fixture, 2)->date = dates(2024, 7, 10, 2024, 7, 12);
    g_assert_cmpstr(incmap_words_date(scene, incmap_words_period(scene)), ==, "10–28 July 2024");
    fixture_clear(&fixture);
}

static void
test_numbers(void)
{
    static const struct {
        double number;
        const char *words;
    } cases[] = {
        {0, "0"},
        {-0.01, "0"},
        {7, "7"},
        {7.62, "7.6"},
        {7.97, "8"},
        {999, "999"},
        {1000, "1,000"},
        {123456, "123,456"},
        {1234567, "1,234,567"},
        {12345.6, "12,345.6"},
        {-1200, "-1,200"},
        {-999, "-999"},
    };
    static const struct {
        IncmapFigure figure;
        const char *words;
    } figures[] = {
        {{.quantity = INCMAP_QUANTITY_EXACT, .low = 84, .high = 84}, "84"},
        {{.quantity = INCMAP_QUANTITY_AT_LEAST, .low = 12}, "at least 12"},
        {{.quantity = INCMAP_QUANTITY_AT_MOST, .high = 1500}, "up to 1,500"},
        {{.quantity = INCMAP_QUANTITY_ABOUT, .low = 30}, "about 30"},
        {{.quantity = INCMAP_QUANTITY_BETWEEN, .low = 20, .high = 80}, "20 to 80"},
        {{.quantity = INCMAP_QUANTITY_DOZENS, .words = "scores"}, "scores"},
        {{.quantity = INCMAP_QUANTITY_DOZENS}, "dozens"},
        {{.quantity = INCMAP_QUANTITY_HUNDREDS, .words = "hundreds of"}, "hundreds of"},
        {{.quantity = INCMAP_QUANTITY_UNKNOWN}, "unknown"},
    };
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++)
        g_assert_cmpstr(incmap_say_number(scene, cases[i].number), ==, cases[i].words);
    for (gsize i = 0; i < G_N_ELEMENTS(figures); i++)
        g_assert_cmpstr(incmap_words_figure(scene, &figures[i].figure), ==, figures[i].words);
    g_assert_cmpstr(incmap_words_count(scene, INCMAP_EVENT_BATTLE, 1), ==, "1 battle");
    g_assert_cmpstr(incmap_words_count(scene, INCMAP_EVENT_FLOOD, 2), ==, "2 floods");
}

static void
test_headings(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_OTHER, NAN);
    IncmapScene *scene = fixture.scene;
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Incident");
    incident->type = "Looting";
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Looting");
    incident->event = INCMAP_EVENT_BATTLE;
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Battle");
    incident->subtype = "Armed clash";
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Armed clash");
    incident->value_kind = INCMAP_VALUE_MAGNITUDE;
    incident->value = 6.84;
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Magnitude 6.8");
    incident->heading = "Ambush";
    g_assert_cmpstr(incmap_words_heading(scene, 0), ==, "Ambush");
    fixture_clear(&fixture);
}

/* The input's own spelling when it is a name; the gazetteer's when it is a description. */
static void
test_places(void)
{
    static const struct {
        const char *place, *expected;
    } cases[] = {
        {"Tin Zaouatine", "Tin Zaouatine"},
        {"30 km north of Gao", "Alpha"},
        {"near the border", "Alpha"},
        {"Gao, Mali", "Alpha"},
        {"درنة", "Alpha"}, /* the map is English */
        {"Derna", "Derna"},
        {NULL, "Alpha"},
        {"", "Alpha"},
        {"District 9", "Alpha"},
    };
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        incident->place = cases[i].place;
        g_assert_cmpstr(incmap_words_place(fixture.scene, 0), ==, cases[i].expected);
    }
    incident->place = "Tin Zaouatine";
    fixture_get_fix(&fixture, 0)->precision = INCMAP_PRECISION_NEAR;
    g_assert_cmpstr(incmap_words_place(fixture.scene, 0), ==, "Alpha");
    fixture_get_fix(&fixture, 0)->name = "";
    g_assert_null(incmap_words_place(fixture.scene, 0));
    fixture_clear(&fixture);
}

static void
assert_words(Fixture *fixture, const char *title, const char *subtitle, const char *description)
{
    g_assert_cmpstr(incmap_title_make(fixture->scene), ==, title);
    g_assert_cmpstr(incmap_title_make_subtitle(fixture->scene), ==, subtitle);
    g_assert_cmpstr(incmap_title_describe(fixture->scene), ==, description);
}

static void
test_empty_and_one(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    assert_words(&fixture, NULL, NULL, "Map. It marks no incident.");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1);
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    IncmapFix *fix = fixture_get_fix(&fixture, 0);
    incident->heading = "Ambush";
    incident->date = dates(2024, 7, 25, 2024, 7, 27);
    fix->admin1 = "North";
    fix->context = "2 km from the border";
    assert_words(&fixture, "Ambush at Alpha",
                 "An ambush in Testland reportedly killed one person between 25 and 27 July 2024",
                 "Map of Testland and its surroundings. It marks one incident: Ambush, Alpha, "
                 "1 reported killed, 25–27 July 2024.");
    /* A heading that takes no article for sure makes no sentence. */
    incident->heading = "Air/drone strike";
    g_assert_cmpstr(incmap_title_make_subtitle(fixture.scene), ==,
                    "North, Testland, 2 km from the border · 25–27 July 2024");
    incident->heading = "Ambush";
    fix->precision = INCMAP_PRECISION_NEAR;
    g_assert_cmpstr(incmap_title_make(fixture.scene), ==, "Ambush near Alpha");
    fix->precision = INCMAP_PRECISION_PROVINCE;
    g_assert_cmpstr(incmap_title_make(fixture.scene), ==, "Ambush in Alpha");
    incident->value_kind = INCMAP_VALUE_MAGNITUDE;
    incident->heading = NULL;
    incident->value = 6;
    g_assert_cmpstr(incmap_title_make(fixture.scene), ==, "Magnitude 6 earthquake, Alpha");
    /* Nothing is known: nothing is invented. */
    *fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE};
    *incident = (IncmapIncident){.event = INCMAP_EVENT_FLOOD, .value = NAN};
    assert_words(&fixture, "Flood", NULL, "Map. It marks no incident. Not mapped: 1 incident.");
    fixture_clear(&fixture);
}

static void
test_several(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 1200);
    fixture_add(&fixture, "Beta", 41, 30, INCMAP_EVENT_BATTLE, NAN);
    assert_words(&fixture, "Battles in Testland", "2 battles, 1,200 reported killed",
                 "Map of Testland and its surroundings. It marks 2 incidents: 2 battles, 1,200 "
                 "reported killed.");
    g_assert_cmpstr(incmap_title_make_sheet(fixture.scene), ==, "Battles in Testland");
    fixture_get_incident(&fixture, 1)->event = INCMAP_EVENT_RIOT;
    g_assert_cmpstr(incmap_title_make(fixture.scene), ==, "Incidents in Testland");
    g_assert_cmpstr(incmap_title_make_sheet(fixture.scene), ==,
                    "Testland: incidents and reported fatalities");
    /* An incident of which only the country is known isn't on the map either. */
    fixture_get_incident(&fixture, 0)->value = NAN;
    fixture_get_fix(&fixture, 1)->precision = INCMAP_PRECISION_COUNTRY;
    g_assert_cmpuint(incmap_words_n_unmapped(fixture.scene), ==, 1);
    g_assert_cmpstr(incmap_title_describe(fixture.scene), ==,
                    "Map of Testland and its surroundings. It marks one incident: Battle, Alpha; 1 "
                    "more could not "
                    "be located.");
    fixture_clear(&fixture);
}

static void
add_figure(IncmapIncident *incident, double n, const char *who, const char *by,
           gboolean is_official)
{
    if (incident->figures == NULL)
        incident->figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
    IncmapFigure figure = {.kind = INCMAP_FIGURE_KILLED,
                           .low = n,
                           .high = n,
                           .who = who,
                           .claimed_by = by,
                           .is_official = is_official};
    g_array_append_val(incident->figures, figure);
}

/* One incident makes a sentence; what only one party says is "reportedly" so. */
static void
test_sentence(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Tinzaouaten", 40, 30, INCMAP_EVENT_BATTLE, NAN);
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    IncmapFix *fix = fixture_get_fix(&fixture, 0);
    incident->heading = "Ambush";
    incident->date = dates(2024, 7, 1, 2024, 7, 31);
    fix->country = "Mali";
    fix->country_code = "ML";
    fix->admin1 = "Kidal";
    fix->border_km = 2;
    fix->border_country = "Algeria";
    fix->border_adjective = "Algerian";
    g_assert_cmpstr(incmap_title_make_sentence(fixture.scene), ==,
                    "An ambush in Mali’s Kidal region, on the Algerian border in July 2024");
    add_figure(incident, 84, "Wagner fighters", "separatists", FALSE);
    g_assert_cmpstr(incmap_title_make_sentence(fixture.scene), ==,
                    "An ambush in Mali’s Kidal region, on the Algerian border, reportedly killed "
                    "Wagner fighters in July 2024");
    add_figure(incident, 80, "Wagner mercenaries", "reports", FALSE);
    add_figure(incident, 47, "Malian soldiers", "reports", FALSE);
    fix->border_adjective = NULL;
    fix->border_km = 9;
    incident->date = dates(2024, 7, 25, 2024, 7, 25);
    g_assert_cmpstr(incmap_title_make_sentence(fixture.scene), ==,
                    "An ambush in Mali’s Kidal region, near the border with Algeria, killed Wagner "
                    "fighters and Malian soldiers on 25 July 2024");
    incident->heading = "Floods";
    fix->border_country = NULL;
    fix->country = "United States";
    fix->country_code = "US";
    fix->admin1 = "Texas";
    incident->date = dates(2024, 7, 25, 2024, 8, 2);
    g_assert_cmpstr(incmap_title_make_sentence(fixture.scene), ==,
                    "Floods in the United States’ Texas state killed Wagner fighters and Malian "
                    "soldiers between 25 July and 2 August 2024");
    fixture.scene->language = "fr"; /* grammar would be risky: a list instead */
    g_assert_null(incmap_title_make_sentence(fixture.scene));
    fixture.scene->language = NULL;
    fix->country = NULL;
    g_assert_null(incmap_title_make_sentence(fixture.scene));
    fixture_clear(&fixture);
}

/* Up to three countries are named, whatever the order of the rows; more are not. */
static void
test_few_countries(void)
{
    static const char *const countries[] = {"Somalia", "Kenya", "Ethiopia", "Sudan"};
    static const char *const titles[] = {NULL, "Riots in Kenya and Somalia",
                                         "Riots in Ethiopia, Kenya and Somalia", "Riots"};
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture.scene->focus_country = NULL;
    for (guint i = 0; i < G_N_ELEMENTS(countries); i++) {
        fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_RIOT, NAN);
        fixture_get_fix(&fixture, i)->country = countries[i];
        if (titles[i] != NULL)
            g_assert_cmpstr(incmap_title_make(fixture.scene), ==, titles[i]);
    }
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/words/dates", test_dates);
    g_test_add_func("/words/numbers", test_numbers);
    g_test_add_func("/words/headings", test_headings);
    g_test_add_func("/words/places", test_places);
    g_test_add_func("/words/empty-and-one", test_empty_and_one);
    g_test_add_func("/words/several", test_several);
    g_test_add_func("/words/sentence", test_sentence);
    g_test_add_func("/words/few-countries", test_few_countries);
    return g_test_run();
}
