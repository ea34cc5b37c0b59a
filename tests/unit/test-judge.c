/* SPDX-License-Identifier: MIT */
/* What an editor would say: each finding is provoked once, and a good map has none. */
#include "arrange-fixture.h"

#include "arrange/judge.h"

#include <math.h>
#include <string.h>

static const IncmapJudgeOptions usual = {.dpi = 96, .has_date = TRUE, .has_organisation = TRUE};

/* The sentence of the first finding of that code; NULL when there is none. */
static const char *
find(Fixture *fixture, const IncmapJudgeOptions *options, const char *code, gboolean *out_is_fault)
{
    g_autoptr(GArray) findings = incmap_judge_page(fixture->scene, fixture->style, options);
    for (guint i = 0; i < findings->len; i++) {
        const IncmapFinding *finding = &g_array_index(findings, IncmapFinding, i);
        if (strcmp(finding->code, code) == 0) {
            if (out_is_fault != NULL)
                *out_is_fault = finding->is_fault;
            return finding->text;
        }
    }
    return NULL;
}

static void
begin(Fixture *fixture, const char *style)
{
    fixture_init(fixture, style);
    fixture_add(fixture, "Alpha", 30, 25, INCMAP_EVENT_BATTLE, 12);
    fixture_add(fixture, "Beta", 35, 30, INCMAP_EVENT_PROTEST, 3);
    for (guint i = 0; i < 2; i++)
        fixture_get_incident(fixture, i)->id = i == 0 ? "a1" : "b2";
}

#define assert_says(fixture, options, code, words)                                                 \
    G_STMT_START                                                                                   \
    {                                                                                              \
        const char *said = find(fixture, options, code, NULL);                                     \
        g_assert_nonnull(said);                                                                    \
        g_assert_nonnull(strstr(said, words));                                                     \
    }                                                                                              \
    G_STMT_END

static void
test_good_map(void)
{
    Fixture fixture;
    begin(&fixture, "sitrep");
    fixture_arrange(&fixture);
    static const char *const codes[] = {"colors", "country", "credits", "date",
                                        "ink",    "place",   "sea",     "source"};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        g_assert_cmpstr(find(&fixture, &usual, codes[i], NULL), ==, NULL);
    fixture_clear(&fixture);
}

static void
test_dropped(void)
{
    Fixture fixture;
    gboolean is_fault = FALSE;
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    IncmapDropped town = {"Townville", "town", "no free position"};
    g_array_append_val(fixture.scene->page.dropped, town);
    assert_says(&fixture, &usual, "dropped", "Townville");
    find(&fixture, &usual, "dropped", &is_fault);
    g_assert_false(is_fault);
    IncmapDropped own = {"Alpha", "incident", "no free position beside its symbol"};
    g_array_append_val(fixture.scene->page.dropped, own);
    assert_says(&fixture, &usual, "dropped", "Alpha");
    find(&fixture, &usual, "dropped", &is_fault);
    g_assert_true(is_fault);
    fixture_clear(&fixture);
}

/* A text of its own on the page, over everything. */
static IncmapRun *
add_run(Fixture *fixture, double size_pt, IncmapColor color)
{
    IncmapItem *item = incmap_page_add(&fixture->scene->page, INCMAP_ITEM_RUN);
    item->run = (IncmapRun){.text = "planted",
                            .origin = {5, 12},
                            .width_pt = 20,
                            .font = {.family = "Inter", .size_pt = size_pt, .weight = 400},
                            .color = color};
    return &item->run;
}

static void
test_small_type(void)
{
    Fixture fixture;
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    g_assert_cmpstr(find(&fixture, &usual, "small-type", NULL), ==, NULL);
    add_run(&fixture, 5.5, (IncmapColor){0, 0, 0, 1});
    assert_says(&fixture, &usual, "small-type", "planted");
    fixture_clear(&fixture);
    /* On a screen it is pixels that count. */
    IncmapJudgeOptions screen = usual;
    screen.is_screen = TRUE;
    begin(&fixture, "news");
    fixture.options.min_type_pt = 11 * 72.0 / 96;
    fixture_arrange(&fixture);
    g_assert_cmpstr(find(&fixture, &screen, "small-type", NULL), ==, NULL);
    add_run(&fixture, 8, (IncmapColor){0, 0, 0, 1});
    assert_says(&fixture, &screen, "small-type", "10.7 px");
    fixture_clear(&fixture);
}

/* The ground is what was painted below, or the halo. */
static void
test_contrast(void)
{
    Fixture fixture;
    IncmapColor grey = {0.62, 0.62, 0.62, 1}, black = {0, 0, 0, 1};
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    g_assert_cmpstr(find(&fixture, &usual, "contrast", NULL), ==, NULL);
    add_run(&fixture, 9, grey);
    assert_says(&fixture, &usual, "contrast", "planted");
    fixture_clear(&fixture);

    begin(&fixture, "news");
    fixture_arrange(&fixture);
    IncmapItem *heat = incmap_page_add(&fixture.scene->page, INCMAP_ITEM_IMAGE);
    heat->image = g_new0(IncmapImage, 1);
    heat->image->width_px = heat->image->height_px = 1;
    heat->image->pixels = g_new0(guint32, 1);
    heat->box = (IncmapBox){0, 0, 60, 20};
    guint32 *pixel = heat->image->pixels;
    add_run(&fixture, 9, (IncmapColor){0.3, 0, 0, 1});
    g_assert_cmpstr(find(&fixture, &usual, "contrast", NULL), ==, NULL);
    *pixel = 0xffa00000;
    assert_says(&fixture, &usual, "contrast", "planted");
    fixture_clear(&fixture);

    begin(&fixture, "news");
    fixture_arrange(&fixture);
    IncmapItem *ground = incmap_page_add(&fixture.scene->page, INCMAP_ITEM_PATH);
    incmap_path_box(&ground->path, (IncmapBox){0, 0, 60, 20});
    ground->paint.fill = black;
    IncmapRun *run = add_run(&fixture, 9, grey);
    g_assert_cmpstr(find(&fixture, &usual, "contrast", NULL), ==, NULL);
    run->color = (IncmapColor){0.2, 0.2, 0.2, 1};
    assert_says(&fixture, &usual, "contrast", "planted");
    run->halo = (IncmapColor){1, 1, 1, 1};
    run->halo_pt = 1.5;
    g_assert_cmpstr(find(&fixture, &usual, "contrast", NULL), ==, NULL);
    fixture_clear(&fixture);
}

static void
test_colors(void)
{
    static const char text[] = "version: 8\nname: Bad\nlayers: []\nincmap:\n  symbols:\n"
                               "    battle: {shape: circle, color: '#a8553b'}\n"
                               "    protest: {shape: circle, color: '#6b7a2a'}\n";
    g_autoptr(GError) error = NULL;
    Fixture fixture;
    begin(&fixture, "news");
    incmap_style_free(fixture.style);
    fixture.style = incmap_style_parse("bad", text, sizeof text - 1, &error);
    g_assert_no_error(error);
    fixture_arrange(&fixture);
    assert_says(&fixture, &usual, "colors", "symbols.battle and symbols.protest");
    fixture_clear(&fixture);
}

/* The fixture's country is a square; what lies outside is water. */
static void
test_places(void)
{
    Fixture fixture;
    begin(&fixture, "sitrep");
    fixture_add(&fixture, "Gamma", 1, 1, INCMAP_EVENT_BATTLE, 1);
    fixture_get_incident(&fixture, 2)->id = "c3";
    fixture_get_fix(&fixture, 1)->country_code = "ZZ";
    fixture_get_fix(&fixture, 1)->country = "Zedland";
    fixture_arrange(&fixture);
    assert_says(&fixture, &usual, "sea", "incident c3 stands in the sea");
    assert_says(&fixture, &usual, "country", "incident b2 is said to be in Zedland");
    fixture_get_incident(&fixture, 2)->event = INCMAP_EVENT_EARTHQUAKE;
    g_assert_cmpstr(find(&fixture, &usual, "sea", NULL), ==, NULL);
    fixture_get_fix(&fixture, 0)->problem = "used the second best";
    assert_says(&fixture, &usual, "place", "incident a1: used the second best");
    fixture_clear(&fixture);
}

static void
test_missing(void)
{
    Fixture fixture;
    IncmapJudgeOptions bare = {.dpi = 96};
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    assert_says(&fixture, &bare, "date", "no incident has a date");
    assert_says(&fixture, &bare, "source", "nothing says where the incidents come from");
    fixture_get_incident(&fixture, 0)->date = (IncmapDate){738000, 738000, -1, -1};
    fixture_get_incident(&fixture, 1)->source = "Radio";
    g_assert_cmpstr(find(&fixture, &bare, "date", NULL), ==, NULL);
    g_assert_cmpstr(find(&fixture, &bare, "source", NULL), ==, NULL);
    fixture.scene->page.credits = "";
    assert_says(&fixture, &bare, "credits", "names no source");
    static const IncmapPoint line[] = {{10, 10}, {90, 90}};
    IncmapLandFeature *border =
        fixture_add_feature(fixture.scene, "borders", INCMAP_GEOMETRY_LINE, "TT|UU", NULL, line, 2);
    fixture_set_property(border, "kind", "disputed", NAN);
    assert_says(&fixture, &bare, "disclaimer", "a boundary in view is disputed");
    fixture_clear(&fixture);
}

static void
test_scale(void)
{
    Fixture fixture;
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    g_assert_nonnull(fixture_find_furniture(&fixture, "scale"));
    g_assert_cmpstr(find(&fixture, &usual, "scale", NULL), ==, NULL);
    fixture.scene->frame.scale_variation = 1.35;
    assert_says(&fixture, &usual, "scale", "35 %");
    fixture.scene->frame.scale_variation = 1.01;
    g_array_set_size(fixture.scene->page.furniture, 0);
    assert_says(&fixture, &usual, "scale", "no scale bar");
    fixture_clear(&fixture);
}

static void
test_ink(void)
{
    Fixture fixture;
    begin(&fixture, "news");
    fixture_arrange(&fixture);
    IncmapMark mark = {"incident", {200, 200}, {0, 0, 500, 500}, 0, 1};
    g_array_append_val(fixture.scene->page.marks, mark);
    assert_says(&fixture, &usual, "ink", "symbols cover");
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/judge/good-map", test_good_map);
    g_test_add_func("/judge/dropped", test_dropped);
    g_test_add_func("/judge/small-type", test_small_type);
    g_test_add_func("/judge/contrast", test_contrast);
    g_test_add_func("/judge/colors", test_colors);
    g_test_add_func("/judge/places", test_places);
    g_test_add_func("/judge/missing", test_missing);
    g_test_add_func("/judge/scale", test_scale);
    g_test_add_func("/judge/ink", test_ink);
    return g_test_run();
}
