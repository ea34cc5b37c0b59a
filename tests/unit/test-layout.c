/* SPDX-License-Identifier: MIT */
/* The page around the map: layout, furniture, legend, panel, credits. */
#include "arrange-fixture.h"

#include "arrange/credits.h"
#include "arrange/disclaimers.h"
#include "arrange/furniture.h"
#include "base/error.h"
#include "pipeline/disclaimers.h"
#include "scene/vocabulary.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static void
test_boxes(void)
{
    static const char *const styles[] = {"news", "sitrep", "dark", "print", "atlas"};
    static const double sizes[][2] = {{860, 620}, {250, 420}, {160, 160}, {2000, 1400}, {900, 260}};
    for (gsize i = 0; i < G_N_ELEMENTS(styles) * G_N_ELEMENTS(sizes); i++) {
        g_autoptr(GError) error = NULL;
        Fixture fixture;
        fixture_init(&fixture, styles[i % G_N_ELEMENTS(styles)]);
        fixture_add(&fixture, "Alpha", 4, 3, INCMAP_EVENT_BATTLE, 12);
        fixture.options.width_pt = sizes[i / G_N_ELEMENTS(styles)][0];
        fixture.options.height_pt = sizes[i / G_N_ELEMENTS(styles)][1];
        IncmapBox page = {0, 0, sizes[i / G_N_ELEMENTS(styles)][0],
                          sizes[i / G_N_ELEMENTS(styles)][1]};
        gboolean is_done = incmap_arrange_layout(fixture.scene, fixture.style, &fixture.measure,
                                                 &fixture.options, &fixture.layout, &error);
        const IncmapLayout *layout = &fixture.layout;
        if (is_done) {
            g_assert_true(incmap_box_contains(page, layout->map));
            g_assert_true(incmap_box_contains(page, layout->foot));
            g_assert_false(incmap_box_overlaps(layout->map, layout->foot));
            g_assert_false(incmap_box_overlaps(layout->map, layout->panel));
            g_assert_false(incmap_box_overlaps(layout->map, layout->title));
            g_assert_cmpfloat(layout->reserve_right_pt, <, incmap_box_width(layout->map) / 2);
            g_assert_cmpfloat(layout->reserve_top_pt, <=, incmap_box_height(layout->map) / 2);
            fixture_arrange(&fixture);
            fixture_assert_clean(&fixture);
        } else {
            g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
            g_assert_nonnull(strstr(error->message, "leaves no room for a map"));
            g_assert_cmpfloat(page.x1_pt * page.y1_pt, <, 40000);
        }
        fixture_clear(&fixture);
    }
}

/* A wide page tells the story in a column beside the map, a tall one above and on the map. */
static void
test_story(void)
{
    static const double sizes[][2] = {{900, 472}, {1440, 810}, {600, 315}, {810, 810}};
    for (gsize i = 0; i < G_N_ELEMENTS(sizes); i++) {
        Fixture fixture;
        fixture_init(&fixture, "dark");
        fixture.options.width_pt = sizes[i][0];
        fixture.options.height_pt = sizes[i][1];
        fixture_add(&fixture, "Alpha", 30, 20, INCMAP_EVENT_BATTLE, 12);
        fixture_add(&fixture, "Beta", 35, 24, INCMAP_EVENT_BATTLE, 3);
        fixture_arrange(&fixture);
        gboolean is_wide = sizes[i][1] < sizes[i][0];
        const IncmapFurniture *story = fixture_find_furniture(&fixture, "story");
        g_assert_true(is_wide == (story != NULL));
        g_assert_true(is_wide == (fixture_find_furniture(&fixture, "callout") == NULL));
        g_assert_cmpuint(fixture_count_labels(&fixture, "title"), ==, 1);
        g_assert_cmpuint(fixture_count_labels(&fixture, "credits"), ==, 1);
        if (is_wide) {
            g_assert_true(fixture_find_label(&fixture, "12 reported killed") != NULL ||
                          (sizes[i][0] < 700 &&
                           fixture_has_dropped(&fixture, "figures", "no room in the column")));
            g_assert_cmpfloat(fixture.layout.map.x1_pt, ==, sizes[i][0]);
            g_assert_false(incmap_box_overlaps(story->box, fixture.layout.map));
        }
        fixture_assert_clean(&fixture);
        fixture_clear(&fixture);
    }
}

/* A headline that is too long becomes smaller, not wider than its column. */
static void
test_long_story_title(void)
{
    Fixture fixture;
    fixture_init(&fixture, "dark");
    fixture.options.width_pt = 900;
    fixture.options.height_pt = 472;
    fixture.options.title = "Landslides around Thiruvananthapuram after a week of heavy rain";
    fixture_add(&fixture, "Alpha", 30, 20, INCMAP_EVENT_LANDSLIDE, 12);
    fixture_arrange(&fixture);
    const IncmapLabel *title = fixture_find_label(&fixture, fixture.options.title);
    g_assert_nonnull(title);
    g_assert_cmpfloat(title->box.x1_pt, <=, fixture.layout.story.x1_pt);
    fixture_assert_clean(&fixture);
    fixture_clear(&fixture);
}

/* A title of nothing but spaces is none, and takes no room. */
static void
test_titles(void)
{
    static const char *const titles[] = {"", " ", " \t\n", "Given"};
    double tops[4];
    for (gsize i = 0; i < G_N_ELEMENTS(titles); i++) {
        Fixture fixture;
        fixture_init(&fixture, "news");
        fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
        fixture.options.title = titles[i];
        fixture.options.subtitle = i == 3 ? NULL : titles[i];
        fixture_arrange(&fixture);
        tops[i] = fixture.layout.map.y0_pt;
        g_assert_cmpstr(fixture.scene->page.title, ==, i == 3 ? "Given" : NULL);
        g_assert_cmpuint(fixture_count_labels(&fixture, "title"), ==, i == 3 ? 1 : 0);
        fixture_clear(&fixture);
    }
    g_assert_cmpfloat(tops[1], ==, tops[0]);
    g_assert_cmpfloat(tops[2], ==, tops[0]);
    g_assert_cmpfloat(tops[3], >, tops[0]);
}

/* A style may show numbered cards and keep room for them at once. */
static void
test_room_for_numbered_cards(void)
{
    static const char text[] = "version: 8\nname: Both\nlayers: []\nincmap:\n"
                               "  callout: {is-numbered: true, max: 3}\n"
                               "  incident: {target-max: 6}\n";
    g_autoptr(GError) error = NULL;
    Fixture fixture;
    fixture_init(&fixture, "news");
    incmap_style_free(fixture.style);
    fixture.style = incmap_style_parse("both.yaml", text, sizeof text - 1, &error);
    g_assert_no_error(error);
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_cmpfloat(fixture.layout.reserve_right_pt, >, 0);
    g_assert_nonnull(fixture_find_label(&fixture, "1 battle"));
    fixture_clear(&fixture);
}

static void
test_furniture(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapArrange *arrange = fixture_open(&fixture);
    IncmapBox map = arrange->frame->map, boxes[40];
    guint n = 0;
    while (n < G_N_ELEMENTS(boxes) &&
           incmap_furniture_choose(arrange, "block", 120, 60, 1, &boxes[n]))
        n++;
    g_assert_cmpuint(n, >, 8);
    g_assert_cmpuint(n, <, G_N_ELEMENTS(boxes)); /* no room any more */
    for (guint i = 0; i < n; i++) {
        g_assert_true(incmap_box_contains(map, boxes[i]));
        for (guint k = i + 1; k < n; k++)
            g_assert_false(incmap_box_overlaps(boxes[i], boxes[k]));
    }
    IncmapBox box;
    g_assert_false(incmap_furniture_choose(arrange, "wide", 5000, 10, 1, &box));
    g_assert_false(incmap_furniture_choose(arrange, "high", 10, 5000, 1, &box));
    fixture_clear(&fixture);
}

static void
arrange_with(Fixture *fixture, const char *style)
{
    fixture_init(fixture, style);
    fixture_add(fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    fixture_lay_out(fixture);
}

static void
test_scale_bar(void)
{
    Fixture fixture;
    arrange_with(&fixture, "news");
    fixture_arrange(&fixture);
    const IncmapFurniture *scale = fixture_find_furniture(&fixture, "scale");
    g_assert_nonnull(scale);
    g_assert_cmpuint(fixture_count_labels(&fixture, "scale"), ==, 2);
    /* A point is a tenth of a degree: at 25 degrees north about 10 km. */
    g_assert_nonnull(fixture_find_label(&fixture, "500 km"));
    g_assert_cmpfloat_with_epsilon(incmap_box_width(scale->box), 50, 12);
    fixture_clear(&fixture);

    arrange_with(&fixture, "news");
    fixture.scene->frame.scale_variation = 1.4;
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_furniture(&fixture, "scale"));
    fixture_clear(&fixture);

    arrange_with(&fixture, "news");
    fixture.scene->frame.is_world = TRUE;
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_furniture(&fixture, "scale"));
    fixture_clear(&fixture);
}

/* An arrow only when north isn't up, and when one can be right for the whole map. */
static void
test_north(void)
{
    static const struct {
        double north_deg, spread_deg;
        gboolean is_world, is_shown;
    } cases[] = {
        {0, 0, FALSE, FALSE},   {9, 2, FALSE, FALSE},   {30, 5, FALSE, TRUE},
        {-30, 5, FALSE, TRUE},  {359, 5, FALSE, FALSE}, {180, 5, FALSE, TRUE},
        {30, 90, FALSE, FALSE}, {30, 5, TRUE, FALSE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        arrange_with(&fixture, "news");
        fixture.scene->frame.north_deg = cases[i].north_deg;
        fixture.scene->frame.north_spread_deg = cases[i].spread_deg;
        fixture.scene->frame.is_world = cases[i].is_world;
        fixture_arrange(&fixture);
        fixture_assert_clean(&fixture);
        g_assert_cmpint(fixture_find_furniture(&fixture, "north") != NULL, ==, cases[i].is_shown);
        g_assert_cmpint(fixture_find_label(&fixture, "N") != NULL, ==, cases[i].is_shown);
        fixture_clear(&fixture);
    }
}

static void
test_legend(void)
{
    Fixture fixture;
    arrange_with(&fixture, "news");
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_furniture(&fixture, "legend")); /* one symbol needs none */
    fixture_clear(&fixture);

    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 2);
    fixture_add(&fixture, "Beta", 45, 10, INCMAP_EVENT_RIOT, 2);
    fixture_add(&fixture, "Gamma", 30, 10, INCMAP_EVENT_RIOT, 2);
    fixture_get_fix(&fixture, 2)->precision = INCMAP_PRECISION_NEAR;
    fixture_get_fix(&fixture, 2)->radius_km = 200;
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_nonnull(fixture_find_furniture(&fixture, "legend"));
    g_assert_nonnull(fixture_find_label(&fixture, incmap_event_label(INCMAP_EVENT_RIOT)));
    g_assert_nonnull(fixture_find_label(&fixture, "Place not exactly known"));
    g_assert_null(fixture_find_label(&fixture, incmap_event_label(INCMAP_EVENT_FLOOD)));
    fixture_clear(&fixture);

    /* Without room it is left out and said so. */
    fixture_init(&fixture, "news");
    fixture.options.width_pt = fixture.options.height_pt = 210;
    for (int i = 0; i < 14; i++)
        fixture_add(&fixture, "", 1 + i, 1 + (i * 5) % 9, (IncmapEvent)i, NAN);
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_furniture(&fixture, "legend"));
    g_assert_true(fixture_has_dropped(&fixture, "legend", "no free place on the map"));
    fixture_clear(&fixture);
}

/* The panel leaves out what it has no room for, whole. */
static void
test_panel(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 20; i++) {
        fixture_add(&fixture, "Alpha", 5 + i * 2, 20, (IncmapEvent)(i % 8), i);
        fixture_get_incident(&fixture, (guint)i)->date =
            (IncmapDate){738000u + (guint32)i % 6, 738000u + (guint32)i % 6, -1, -1};
    }
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_nonnull(fixture_find_label(&fixture, "Incidents per day"));
    g_assert_nonnull(fixture_find_label(&fixture, "Type of incident"));
    g_assert_nonnull(fixture_find_label(&fixture, "190")); /* killed in all */
    fixture_clear(&fixture);

    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 20; i++)
        fixture_add(&fixture, "Alpha", 5 + i, 5, (IncmapEvent)(i % 8), i);
    fixture.options.height_pt = 220;
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    g_assert_true(fixture_has_dropped(&fixture, "section of the panel", "the page is too low"));
    g_assert_null(fixture_find_label(&fixture, "Type of incident"));
    fixture_clear(&fixture);
}

static void
test_unmapped(void)
{
    static const char *const places[] = {"Xanadu", "Gaoua", "Gao", "Gao", NULL, "Ys"};
    static const char *const expected[] = {
        "Not mapped: 1 incident (Xanadu).",
        "Not mapped: 2 incidents (Gaoua; Xanadu).",
        "Not mapped: 3 incidents (Gao; Gaoua; Xanadu).",
        "Not mapped: 4 incidents (Gao; Gaoua; Xanadu).",
        "Not mapped: 5 incidents (Gao; Gaoua; Testland …).",
        "Not mapped: 6 incidents (Gao; Gaoua; Testland …).",
    };
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_null(incmap_credits_unmapped(arrange));
    for (guint i = 0; i < G_N_ELEMENTS(places); i++) {
        fixture_add(&fixture, places[i], 1, 1, INCMAP_EVENT_RIOT, NAN);
        fixture_get_fix(&fixture, i)->precision =
            i == 0 ? INCMAP_PRECISION_COUNTRY : INCMAP_PRECISION_NONE;
        g_assert_cmpstr(incmap_credits_unmapped(arrange), ==, expected[i]);
    }
    fixture_clear(&fixture);
}

/* Sources once each, and only notes that apply. */
static void
test_credits(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    IncmapDocument document = {.path = "a.csv", .credit = "ACLED (acleddata.com)"};
    g_array_append_val(fixture.scene->documents, document);
    g_array_append_val(fixture.scene->documents, document);
    fixture.options.organisation = "Desk";
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_cmpstr(
        incmap_credits_text(arrange, FALSE), ==,
        "Sources: ACLED (acleddata.com); Test layer. Plate carrée projection. Map: Desk.");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    g_assert_nonnull(strstr(incmap_credits_text(arrange, FALSE),
                            "Casualty figures are claims and reports, not verified."));
    const IncmapPoint line[] = {{300, 300}, {400, 300}};
    IncmapLandFeature *border =
        fixture_add_feature(fixture.scene, "borders", INCMAP_GEOMETRY_LINE, "SD|SS", NULL, line, 2);
    fixture_set_property(border, "kind", "agreed", 0);
    g_assert_null(strstr(incmap_credits_text(arrange, FALSE), "Dashed line"));
    border->properties[border->n_properties - 1].text = "disputed";
    g_assert_nonnull(strstr(incmap_credits_text(arrange, FALSE),
                            "Dashed line: disputed or undetermined boundary."));
    g_assert_nonnull(strstr(incmap_credits_text(arrange, TRUE), "Natural Earth"));
    fixture_clear(&fixture);
}

static void
load_disclaimers(Fixture *fixture, const char *language)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path =
        g_strdup_printf("%s/../styles/disclaimers.csv", g_getenv("INCMAP_TESTS"));
    g_assert_true(incmap_disclaimers_load(fixture->scene, path, language, &error));
    g_assert_no_error(error);
    g_assert_cmpuint(fixture->scene->disclaimers->len, >, 10);
}

/* A table of an organisation's own: a place in view, its name put in, a language it lacks. */
static void
test_own_disclaimers(void)
{
    static const struct {
        const char *table, *words, *message;
    } cases[] = {
        {"kind,a,b,box,en\nplace,,,20 10 30 20,Here by {organisation}.\n", "Here by Desk.", NULL},
        {"kind,a,b,box,en\nplace,,,120 10 130 20,There.\n", NULL, NULL},
        {"kind,a,b,box,en\nplace,,,20 10 20.1 10.1,Tiny.\n", NULL, NULL},
        {"# ours\nkind,en,fr\nalways,Always.,Toujours.\n", "Always.", NULL},
        {"kind,a,b,box,en\nplace,,,20 10 30,Here.\n", NULL, ":2: a place needs a box"},
        {"kind,a,b,box,en\nplace,,,20 10 30 95,Here.\n", NULL, ":2: a place needs a box"},
        {"kind,a,b,box,en\nborder,SD,,,Here.\n", NULL, ":2: a border needs two codes"},
        {"kind,a,b,box,en\nsea,,,,Here.\n", NULL, ":2: the kind is border, area, place or always"},
        {"kind,a,b,box,en\nalways,,,,\n", NULL, ":2: the row has no words"},
        {"type,text\nalways,x\n", NULL, ":1: a table of disclaimers has the columns"},
    };
    g_autofree char *path = g_build_filename(g_get_tmp_dir(), "incmap-disclaimers-test.csv", NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        fixture_init(&fixture, "news");
        fixture.options.wants_disclaimers = TRUE;
        fixture.options.organisation = "Desk";
        IncmapArrange *arrange = fixture_open(&fixture);
        g_autoptr(GError) error = NULL;
        g_assert_true(g_file_set_contents(path, cases[i].table, -1, NULL));
        gboolean is_loaded = incmap_disclaimers_load(fixture.scene, path, "en", &error);
        g_assert_cmpint(is_loaded, ==, cases[i].message == NULL);
        if (!is_loaded && strstr(error->message, cases[i].message) == NULL)
            g_error("\"%s\" lacks \"%s\"", error->message, cases[i].message);
        g_autoptr(GString) text = g_string_new(NULL);
        if (is_loaded)
            incmap_disclaimers_add(arrange, text);
        g_assert_cmpstr(text->str, ==, cases[i].words != NULL ? cases[i].words : "");
        fixture_clear(&fixture);
    }
    g_remove(path);
}

static void
test_disclaimers(void)
{
    static const struct {
        const char *code, *code2, *kind, *words;
    } cases[] = {
        {"SD", "SS", "undetermined", "South Sudan has not yet been determined."},
        {"SS", "SD", "undetermined", "South Sudan has not yet been determined."},
        {"SD", "SS", "agreed", NULL},
        {"PK", "IN", "line-of-control", "approximate Line of Control"},
        {"ML", "DZ", "disputed", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        load_disclaimers(&fixture, "en");
        IncmapArrange *arrange = fixture_open(&fixture);
        const IncmapPoint line[] = {{300, 300}, {400, 300}};
        IncmapLandFeature *border = fixture_add_feature(fixture.scene, "borders",
                                                        INCMAP_GEOMETRY_LINE, NULL, NULL, line, 2);
        fixture_set_property(border, "code", cases[i].code, 0);
        fixture_set_property(border, "code2", cases[i].code2, 0);
        fixture_set_property(border, "kind", cases[i].kind, 0);
        const char *text = incmap_credits_text(arrange, FALSE);
        g_assert_nonnull(strstr(text, "do not imply endorsement"));
        if (cases[i].words != NULL)
            g_assert_nonnull(strstr(text, cases[i].words));
        else
            g_assert_null(strstr(text, "Sudan"));
        fixture_clear(&fixture);
    }
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    load_disclaimers(&fixture, "en");
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_null(strstr(incmap_credits_text(arrange, FALSE), "Kosovo"));
    const IncmapPoint land[] = {{300, 300}, {400, 300}, {400, 400}};
    fixture_add_feature(fixture.scene, "countries", INCMAP_GEOMETRY_POLYGON, "XK", "Kosovo", land,
                        3);
    g_assert_nonnull(strstr(incmap_credits_text(arrange, FALSE), "resolution 1244"));
    fixture_clear(&fixture);
}

/* Everything that the stage drops is said with a reason. */
static void
test_dropped(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_lay_out(&fixture);
    const IncmapPoint speck[] = {{700, 300}, {708, 300}, {708, 308}, {700, 308}};
    fixture_add_feature(fixture.scene, "countries", INCMAP_GEOMETRY_POLYGON, "XX",
                        "Land of a very long name", speck, 4);
    IncmapLandFeature *border =
        fixture_add_feature(fixture.scene, "borders", INCMAP_GEOMETRY_LINE, NULL, NULL, speck, 2);
    fixture_set_property(border, "code", "XX", 0);
    IncmapLandFeature *province = fixture_add_feature(
        fixture.scene, "admin1", INCMAP_GEOMETRY_POLYGON, "TT-1", "A province", speck, 4);
    fixture_set_property(province, "incident", NULL, 1);
    fixture_arrange(&fixture);
    g_assert_true(fixture_has_dropped(&fixture, "Land of a very long name",
                                      "its visible part does not hold the name"));
    g_assert_true(fixture_has_dropped(&fixture, "A province", "no room inside its border"));
    fixture_clear(&fixture);
}

static const IncmapLabel *
find_class(const Fixture *fixture, const char *class_id)
{
    for (guint i = 0; i < fixture->scene->page.labels->len; i++) {
        const IncmapLabel *label = &g_array_index(fixture->scene->page.labels, IncmapLabel, i);
        if (strcmp(label->class_id, class_id) == 0)
            return label;
    }
    return NULL;
}

/* From right to left the title stands at the right edge, the panel left of the map, and a card's
 * heading at the card's right. */
static void
test_mirrored(void)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path = g_strdup_printf("%s/../styles/words/ar.txt", g_getenv("INCMAP_TESTS"));
    g_autoptr(IncmapVocabulary) vocabulary = incmap_vocabulary_load(path, &error);
    g_assert_no_error(error);
    static const char *const styles[] = {"news", "sitrep"};
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        Fixture fixture;
        fixture_init(&fixture, styles[i]);
        fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
        fixture_add(&fixture, "Beta", 50, 20, INCMAP_EVENT_RIOT, 3);
        fixture.scene->vocabulary = vocabulary;
        fixture.scene->language = "ar";
        fixture.options.language = "ar";
        fixture_arrange(&fixture);
        fixture_assert_clean(&fixture);
        double right_pt = fixture.options.width_pt;
        const IncmapFurniture *card = fixture_find_furniture(&fixture, "callout");
        g_assert_nonnull(card);
        const IncmapLabel *heading = fixture_find_label(&fixture, "Alpha");
        g_assert_nonnull(heading);
        g_assert_cmpfloat(card->box.x1_pt - heading->box.x1_pt, <,
                          heading->box.x0_pt - card->box.x0_pt);
        const IncmapLabel *title = find_class(&fixture, "title");
        if (i == 0) {
            g_assert_cmpfloat_with_epsilon(title->box.x1_pt, fixture.layout.title.x1_pt, 0.01);
        } else {
            const IncmapFurniture *panel = fixture_find_furniture(&fixture, "panel");
            g_assert_cmpfloat(panel->box.x1_pt, <, fixture.layout.map.x0_pt);
            g_assert_cmpfloat(fixture.layout.map.x1_pt, >, right_pt * 0.9);
        }
        fixture_clear(&fixture);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layout/boxes", test_boxes);
    g_test_add_func("/layout/titles", test_titles);
    g_test_add_func("/layout/story", test_story);
    g_test_add_func("/layout/long-story-title", test_long_story_title);
    g_test_add_func("/layout/room-for-numbered-cards", test_room_for_numbered_cards);
    g_test_add_func("/layout/furniture", test_furniture);
    g_test_add_func("/layout/scale-bar", test_scale_bar);
    g_test_add_func("/layout/north", test_north);
    g_test_add_func("/layout/legend", test_legend);
    g_test_add_func("/layout/panel", test_panel);
    g_test_add_func("/layout/unmapped", test_unmapped);
    g_test_add_func("/layout/credits", test_credits);
    g_test_add_func("/layout/disclaimers", test_disclaimers);
    g_test_add_func("/layout/own-disclaimers", test_own_disclaimers);
    g_test_add_func("/layout/dropped", test_dropped);
    g_test_add_func("/layout/mirrored", test_mirrored);
    return g_test_run();
}
