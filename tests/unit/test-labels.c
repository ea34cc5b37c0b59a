/* SPDX-License-Identifier: MIT */
/* Names beside points, inside areas and along lines. */
#include "arrange-fixture.h"

#include "arrange/along.h"
#include "arrange/area-label.h"
#include "arrange/point-label.h"

#include <math.h>
#include <string.h>

static IncmapFace
face_of(double size_pt)
{
    return (IncmapFace){.font = {.family = "Any", .size_pt = size_pt, .weight = 400},
                        .leading_pt = size_pt * 1.2};
}

/* Of all tests here: a map of sea with a country from (180, y0 + 60), see the fixture. */
static IncmapArrange *
begin(Fixture *fixture)
{
    fixture_init(fixture, "news");
    return fixture_open(fixture);
}

static IncmapPointLabel
point_label(const char *text, double x_pt, double y_pt)
{
    return (IncmapPointLabel){.text = text,
                              .class_id = "town",
                              .type = face_of(10),
                              .at = {x_pt, y_pt},
                              .radius_pt = 3,
                              .gap_pt = 3,
                              .incident = -1,
                              .symbol_owner = INCMAP_OWNER_NONE};
}

static void
block(IncmapArrange *arrange, double x0_pt, double y0_pt, double x1_pt, double y1_pt)
{
    incmap_obstacles_add(arrange->obstacles,
                         incmap_quad_from_box((IncmapBox){x0_pt, y0_pt, x1_pt, y1_pt}),
                         INCMAP_OWNER_MARK);
}

static void
test_point_prefers_right(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapPointLabel label = point_label("Gao", 400, 300);
    g_assert_true(incmap_point_label_place(arrange, &label));
    g_assert_cmpfloat_with_epsilon(label.origin.x_pt, 406, 1e-9);
    g_assert_cmpfloat_with_epsilon(label.origin.y_pt, 300 + 2.6, 1e-9); /* half an x-height */
    g_assert_cmpfloat_with_epsilon(label.box.x1_pt, 406 + 16.5, 1e-9);

    IncmapPointLabel arabic = point_label("درنة", 400, 200);
    g_assert_true(incmap_point_label_place(arrange, &arabic));
    g_assert_cmpfloat(arabic.box.x1_pt, <=, 394);
    fixture_clear(&fixture);
}

static void
test_point_gives_way(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    block(arrange, 404, 298, 440, 302);
    IncmapPointLabel left = point_label("Gao", 400, 300);
    g_assert_true(incmap_point_label_place(arrange, &left));
    g_assert_cmpfloat(left.box.x1_pt, <=, 394 + 1e-9);
    /* The same again finds the left side taken too. */
    IncmapPointLabel other = point_label("Gao", 400, 300);
    g_assert_true(incmap_point_label_place(arrange, &other));
    g_assert_true(other.box.y1_pt < 298 || other.box.y0_pt > 302);
    g_assert_false(incmap_box_overlaps(left.box, other.box));

    /* All around taken: no label, and nothing else is taken. */
    block(arrange, 500, 250, 600, 350);
    int owner = arrange->next_owner;
    IncmapPointLabel none = point_label("Gao", 550, 300);
    g_assert_false(incmap_point_label_place(arrange, &none));
    g_assert_cmpint(arrange->next_owner, ==, owner);
    /* Ground of the symbol itself doesn't count. */
    none.symbol_owner = INCMAP_OWNER_MARK;
    g_assert_true(incmap_point_label_place(arrange, &none));
    fixture_clear(&fixture);
}

/* At each corner and edge of the map, the text stays inside. */
static void
test_point_stays_on_map(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapBox map = arrange->frame->map;
    const double xs[] = {map.x0_pt, map.x0_pt + 400, map.x1_pt};
    const double ys[] = {map.y0_pt, map.y0_pt + 200, map.y1_pt};
    for (int i = 0; i < 9; i++) {
        IncmapPointLabel label = point_label("Timbuktu", xs[i % 3], ys[i / 3]);
        if (incmap_point_label_place(arrange, &label))
            g_assert_true(incmap_box_contains(map, label.box));
        else
            g_assert_true(i % 3 != 1 || i / 3 != 1);
    }
    IncmapPointLabel wide = point_label("", 300, 300);
    g_autofree char *text = g_strnfill(400, 'x');
    wide.text = text;
    g_assert_false(incmap_point_label_place(arrange, &wide));
    IncmapPointLabel nowhere = point_label("Gao", NAN, NAN);
    g_assert_false(incmap_point_label_place(arrange, &nowhere));
    fixture_clear(&fixture);
}

/* Lines under the text cost more than the less usual side. */
static void
test_point_avoids_lines(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_lay_out(&fixture);
    IncmapBox map = fixture.scene->frame.map;
    IncmapPoint dense[40];
    for (int i = 0; i < 40; i++)
        dense[i] = (IncmapPoint){405 + (i % 2) * 30, map.y0_pt + 100 + i / 2};
    fixture_add_feature(fixture.scene, "borders", INCMAP_GEOMETRY_LINE, NULL, NULL, dense, 40);
    IncmapArrange *arrange = fixture_open(&fixture);
    IncmapPointLabel label = point_label("Gao", 400, map.y0_pt + 110);
    g_assert_true(incmap_point_label_place(arrange, &label));
    g_assert_cmpfloat(label.box.x1_pt, <, 400);
    fixture_clear(&fixture);
}

/* Over a line the halo has the colour of the ground; over bare ground there is none. */
static void
test_point_set(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_lay_out(&fixture);
    const IncmapPoint line[] = {{500, 299}, {600, 299}};
    fixture_add_feature(fixture.scene, "borders", INCMAP_GEOMETRY_LINE, NULL, NULL, line, 2);
    IncmapArrange *arrange = fixture_open(&fixture);
    IncmapPoint middle = {520, 300}, bare = {400, 380};
    IncmapColor focus = incmap_look_color(arrange, "ground.focus");
    IncmapColor sea = incmap_look_color(arrange, "ground.sea");
    for (int i = 0; i < 2; i++) {
        IncmapPointLabel label = point_label(i == 0 ? "Gao" : "Ber", 0, 0);
        label.at = i == 0 ? middle : bare;
        label.type.halo_pt = 1.5;
        label.incident = 7;
        IncmapBox box = {label.at.x_pt - 10, label.at.y_pt - 5, label.at.x_pt + 10,
                         label.at.y_pt + 5};
        IncmapPosition position = {.box = box};
        IncmapWording wording;
        g_assert_true(incmap_wording_make(arrange, label.text, &label.type, 0, &wording));
        incmap_point_label_put(&label, &wording, &position);
        incmap_point_label_set(arrange, INCMAP_SHEET_TOWNS, &label);
        const IncmapLabel *set = fixture_find_label(&fixture, label.text);
        g_assert_cmpint(set->incident, ==, 7);
        g_assert_cmpuint(set->n_quads, ==, 1);
    }
    const GArray *items = arrange->sheets[INCMAP_SHEET_TOWNS];
    const IncmapRun *over_line = &g_array_index(items, IncmapItem, 0).run;
    g_assert_cmpfloat(over_line->halo_pt, ==, 1.5);
    g_assert_cmpmem(&over_line->halo, sizeof focus, &focus, sizeof focus);
    g_assert_cmpfloat(g_array_index(items, IncmapItem, 1).run.halo_pt, ==, 0);
    IncmapColor at_sea = incmap_ground_color(arrange, (IncmapPoint){50, 100});
    g_assert_cmpmem(&at_sea, sizeof sea, &sea, sizeof sea);
    const IncmapLandLayer *countries = incmap_arrange_land(arrange, "countries");
    IncmapLandFeature *country = &g_array_index(countries->features, IncmapLandFeature, 0);
    country->n_properties = 0; /* no country that the map is about */
    IncmapColor land = incmap_look_color(arrange, "ground.land");
    IncmapColor other = incmap_ground_color(arrange, (IncmapPoint){400, 300});
    g_assert_cmpmem(&other, sizeof land, &land, sizeof land);
    fixture_clear(&fixture);
}

static const double steps[] = {1, 0.75, 0.5, 0};

static IncmapAreaLabel
area_label(const IncmapArrange *arrange, const char *text, double size_pt)
{
    return (IncmapAreaLabel){.text = text,
                             .class_id = "country",
                             .type = face_of(size_pt),
                             .raster = arrange->countries,
                             .value = 1,
                             .near = {400, 300},
                             .size_steps = steps,
                             .min_size_pt = 6,
                             .can_break = TRUE};
}

static void
test_area(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapBox country = {180, arrange->frame->map.y0_pt + 60, 630, arrange->frame->map.y1_pt - 60};
    IncmapAreaLabel label = area_label(arrange, "TESTLAND", 20);
    g_assert_true(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    const IncmapLabel *first = fixture_find_label(&fixture, "TESTLAND");
    g_assert_true(incmap_box_contains(country, first->box));
    g_assert_cmpfloat_with_epsilon(incmap_box_centre(first->box).x_pt, 400, 12);
    IncmapBox first_box = first->box;
    /* A second name stands beside the first. */
    label.text = "NORTH";
    g_assert_true(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    const IncmapLabel *second = fixture_find_label(&fixture, "NORTH");
    g_assert_false(incmap_box_overlaps(first_box, second->box));
    fixture_clear(&fixture);
}

/* Too wide for one line: two; too wide for that: smaller; still too wide: none. */
static void
test_area_shrinks(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapAreaLabel label = area_label(arrange, "UNITED REPUBLIC OF TESTLAND AND BEYOND", 30);
    g_assert_true(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    g_assert_cmpuint(fixture_find_label(&fixture, label.text)->n_quads, ==, 2);

    label = area_label(arrange, "UNBREAKABLENAMEOFACOUNTRY", 40);
    g_assert_true(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    const IncmapLabel *small = fixture_find_label(&fixture, label.text);
    g_assert_cmpuint(small->n_quads, ==, 1);
    g_assert_cmpfloat(incmap_box_width(small->box), <, 25 * 0.55 * 40 * 0.8);

    label.text = "ANOTHERUNBREAKABLENAMEOFACOUNTRY";
    label.min_size_pt = 25;
    g_assert_false(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    label = area_label(arrange, "X", 10);
    label.value = 9; /* no such area */
    g_assert_false(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    label = area_label(arrange, "X", 10);
    label.near = (IncmapPoint){2000, 2000};
    label.reach_pt = 50;
    g_assert_false(incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label));
    fixture_clear(&fixture);
}

static IncmapAlong
along_label(const char *text, const IncmapPoint *points, guint n_points)
{
    return (IncmapAlong){.text = text,
                         .class_id = "river",
                         .type = face_of(10),
                         .points = points,
                         .n_points = n_points,
                         .smooth_pt = 12,
                         .offset_pt = 4,
                         .max_bend_rad = 0.9,
                         .prefer = 0.5};
}

static void
test_along(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    const IncmapPoint line[] = {{200, 300}, {500, 300}};
    IncmapAlong along = along_label("Niger", line, 2);
    IncmapPoint middle;
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, &middle));
    const IncmapLabel *label = fixture_find_label(&fixture, "Niger");
    g_assert_cmpuint(label->n_quads, ==, 5);
    g_assert_cmpfloat_with_epsilon(middle.x_pt, 350, 10);
    g_assert_cmpfloat_with_epsilon(middle.y_pt, 296, 0.01);
    /* The same line from right to left reads the same way. */
    const IncmapPoint back[] = {{500, 200}, {200, 200}};
    along = along_label("Senegal", back, 2);
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    label = fixture_find_label(&fixture, "Senegal");
    g_assert_cmpfloat(label->quads[0].x_pt, <, label->quads[4].x_pt);
    g_assert_cmpfloat(label->quads[0].y_pt, <, label->quads[3].y_pt);
    /* The ground is taken now: the next stands clear of it, or far enough when asked to. */
    along = along_label("Niger", line, 2);
    along.apart_from = middle;
    along.apart_pt = 100;
    IncmapPoint second;
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, &second));
    g_assert_cmpfloat(fabs(second.x_pt - middle.x_pt), >=, 100);
    along.apart_pt = 1000;
    g_assert_false(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    fixture_clear(&fixture);
}

static void
test_along_needs_room(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    const IncmapPoint too_short[] = {{200, 300}, {224, 300}}, same[] = {{200, 300}, {200, 300}};
    const IncmapPoint corner[] = {{300, 300}, {330, 300}, {330, 330}, {300, 330}, {300, 302}};
    const IncmapPoint nowhere[] = {{NAN, 300}, {330, NAN}, {NAN, NAN}};
    const IncmapPoint edge[] = {{arrange->frame->map.x0_pt, arrange->frame->map.y0_pt},
                                {arrange->frame->map.x1_pt, arrange->frame->map.y0_pt}};
    const struct {
        const IncmapPoint *points;
        guint n;
        const char *text;
    } cases[] = {
        {too_short, 2, "Niger"},
        {same, 2, "Niger"},
        {same, 1, "Niger"},
        {same, 0, "Niger"},
        {corner, 5, "Niger Bend River"},
        {nowhere, 3, "Niger"},
        {edge, 2, "Niger"},
        {edge, 2, ""},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        IncmapAlong along = along_label(cases[i].text, cases[i].points, cases[i].n);
        g_test_message("case %u", (guint)i);
        g_assert_false(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    }
    g_assert_cmpuint(fixture.scene->page.labels->len, ==, 0);
    fixture_clear(&fixture);
}

/* Letters keep their marks; joined scripts stay one piece; no piece is broken UTF-8. */
static void
test_along_letters(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    const IncmapPoint line[] = {{200, 300}, {600, 300}}, other[] = {{200, 200}, {600, 200}};
    IncmapAlong along = along_label("e\xcc\x81 b", line, 2);
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    g_assert_cmpuint(fixture_find_label(&fixture, along.text)->n_quads, ==, 2); /* é, b */
    along = along_label("نهر النيل", other, 2);
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    g_assert_cmpuint(fixture_find_label(&fixture, along.text)->n_quads, ==, 1);

    g_autoptr(GString) heaped = g_string_new("a");
    for (int i = 0; i < 41; i++)
        g_string_append(heaped, i == 0 ? "x" : "\xcc\x81");
    const IncmapPoint third[] = {{60, 130}, {700, 130}};
    along = along_label(heaped->str, third, 2);
    along.type.font.size_pt = 8;
    g_assert_true(incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL));
    GArray *items = arrange->sheets[INCMAP_SHEET_WATER];
    for (guint i = 0; i < items->len; i++) {
        const IncmapItem *item = &g_array_index(items, IncmapItem, i);
        if (item->kind == INCMAP_ITEM_RUN)
            g_assert_true(g_utf8_validate(item->run.text, -1, NULL));
    }
    fixture_clear(&fixture);
}

/* On random winding lines: letters stay on the map, none turns upside down, pieces of two texts
 * never overlap. */
static void
test_along_random(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    g_autoptr(GRand) random = g_rand_new_with_seed(5);
    guint n_placed = 0;
    for (int i = 0; i < 60; i++) {
        IncmapPoint points[30];
        points[0] =
            (IncmapPoint){g_rand_double_range(random, 0, 860), g_rand_double_range(random, 0, 620)};
        double angle_rad = g_rand_double_range(random, -4, 4);
        for (int k = 1; k < 30; k++) {
            angle_rad += g_rand_double_range(random, -0.4, 0.4);
            points[k] = (IncmapPoint){points[k - 1].x_pt + 20 * cos(angle_rad),
                                      points[k - 1].y_pt + 20 * sin(angle_rad)};
        }
        IncmapAlong along = along_label(i % 2 == 0 ? "Great River" : "Po", points, 30);
        n_placed += incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL) ? 1 : 0;
    }
    g_assert_cmpuint(n_placed, >, 20);
    fixture_assert_clean(&fixture);
    GArray *items = arrange->sheets[INCMAP_SHEET_WATER];
    for (guint i = 0; i < items->len; i++) {
        const IncmapItem *item = &g_array_index(items, IncmapItem, i);
        if (item->kind == INCMAP_ITEM_RUN)
            g_assert_cmpfloat(fabs(item->run.angle_rad), <=, G_PI_2 + 0.06);
    }
    for (guint i = 0; i < fixture.scene->page.labels->len; i++)
        g_assert_true(incmap_box_contains(
            arrange->frame->map, g_array_index(fixture.scene->page.labels, IncmapLabel, i).box));
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/labels/point/prefers-right", test_point_prefers_right);
    g_test_add_func("/labels/point/gives-way", test_point_gives_way);
    g_test_add_func("/labels/point/stays-on-map", test_point_stays_on_map);
    g_test_add_func("/labels/point/avoids-lines", test_point_avoids_lines);
    g_test_add_func("/labels/point/set", test_point_set);
    g_test_add_func("/labels/area", test_area);
    g_test_add_func("/labels/area/shrinks", test_area_shrinks);
    g_test_add_func("/labels/along", test_along);
    g_test_add_func("/labels/along/needs-room", test_along_needs_room);
    g_test_add_func("/labels/along/letters", test_along_letters);
    g_test_add_func("/labels/along/random", test_along_random);
    return g_test_run();
}
