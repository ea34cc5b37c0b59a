/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/callout.h"
#include "arrange/cut-text.h"
#include "arrange/incident-names.h"
#include "arrange/symbols.h"

#include <math.h>
#include <string.h>

static const IncmapBox card_box = {300, 300, 500, 400};

static IncmapLeader
choose(double x_pt, double y_pt)
{
    IncmapLeader leader = {0};
    g_assert_true(incmap_leader_choose((IncmapPoint){x_pt, y_pt}, 10, card_box, 20, &leader));
    /* It begins on the symbol's circle and ends on the card's edge. */
    IncmapPoint first = leader.points[0], last = leader.points[leader.n_points - 1];
    g_assert_cmpfloat_with_epsilon(hypot(first.x_pt - x_pt, first.y_pt - y_pt), 10, 0.01);
    g_assert_true(incmap_box_has_point(incmap_box_grow(card_box, 0.01), last));
    g_assert_false(incmap_box_has_point(incmap_box_grow(card_box, -0.01), last));
    double length_pt = 0;
    for (int i = 1; i < leader.n_points; i++)
        length_pt += hypot(leader.points[i].x_pt - leader.points[i - 1].x_pt,
                           leader.points[i].y_pt - leader.points[i - 1].y_pt);
    g_assert_cmpfloat_with_epsilon(leader.length_pt, length_pt, 1e-9);
    return leader;
}

static void
test_leader(void)
{
    IncmapLeader below = choose(400, 200);
    g_assert_cmpint(below.n_points, ==, 2);
    g_assert_cmpfloat(below.points[0].x_pt, ==, below.points[1].x_pt);
    g_assert_cmpfloat(below.points[1].y_pt, ==, 300);
    g_assert_cmpfloat(choose(400, 500).points[1].y_pt, ==, 400);

    /* Level with the heading: straight. */
    IncmapLeader level = choose(200, 320);
    g_assert_cmpint(level.n_points, ==, 2);
    g_assert_cmpfloat(level.points[1].x_pt, ==, 300);
    g_assert_cmpfloat(level.points[1].y_pt, ==, 320);

    /* Else at 45 degrees to the heading's height, then level, from either side. */
    IncmapLeader bent = choose(100, 250);
    g_assert_cmpint(bent.n_points, ==, 3);
    g_assert_cmpfloat_with_epsilon(bent.points[1].y_pt - bent.points[0].y_pt,
                                   bent.points[1].x_pt - bent.points[0].x_pt, 1e-9);
    g_assert_cmpfloat(bent.points[1].y_pt, ==, bent.points[2].y_pt);
    IncmapLeader mirrored = choose(700, 390);
    g_assert_cmpint(mirrored.n_points, ==, 3);
    g_assert_cmpfloat(mirrored.points[2].x_pt, ==, 500);

    /* Too steep for that: straight to the nearest edge. */
    IncmapLeader steep = choose(290, 100);
    g_assert_cmpint(steep.n_points, ==, 2);
    g_assert_cmpfloat(steep.points[1].y_pt, ==, 300);
}

static void
test_no_leader(void)
{
    IncmapLeader leader;
    g_assert_false(
        incmap_leader_choose((IncmapPoint){400, 350}, 10, card_box, 20, &leader)); /* under it */
    g_assert_false(incmap_leader_choose((IncmapPoint){295, 320}, 10, card_box, 20, &leader));
    g_assert_false(incmap_leader_choose((IncmapPoint){400, 288}, 10, card_box, 20, &leader));
}

/* From every point around a card: either none, or one that fulfils choose(). */
static void
test_leader_everywhere(void)
{
    guint n = 0;
    for (double y_pt = 0; y_pt <= 700; y_pt += 11) {
        for (double x_pt = 0; x_pt <= 800; x_pt += 13) {
            IncmapLeader leader;
            if (!incmap_leader_choose((IncmapPoint){x_pt, y_pt}, 10, card_box, 20, &leader))
                continue;
            choose(x_pt, y_pt);
            n++;
        }
    }
    g_assert_cmpuint(n, >, 3000);
}

static char *
card_text(const IncmapCard *card)
{
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < card->rows->len; i++) {
        const IncmapRow *row = &g_array_index(card->rows, IncmapRow, i);
        g_string_append(text, i > 0 ? "|" : "");
        if (row->is_rule)
            g_string_append(text, "--");
        for (guint k = 0; k < row->texts->len; k++)
            g_string_append(text, row->texts->pdata[k]);
    }
    return g_string_free(text, FALSE);
}

static void
assert_card(const IncmapArrange *arrange, const char *expected)
{
    IncmapCard *card = incmap_card_new(arrange, &g_array_index(arrange->groups, IncmapGroup, 0), 1);
    g_autofree char *text = card_text(card);
    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpfloat(card->width_pt, >, 0);
    g_assert_cmpfloat(card->heading_middle_pt, >, 0);
    g_assert_cmpfloat(card->heading_middle_pt, <, card->height_pt);
    incmap_card_free(card);
}

static void
add_figure(IncmapIncident *incident, IncmapFigure figure)
{
    if (incident->figures == NULL)
        incident->figures = g_array_new(FALSE, TRUE, sizeof(IncmapFigure));
    g_array_append_val(incident->figures, figure);
}

static void
test_card_of_a_row(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    const IncmapArrange *arrange = fixture_open(&fixture);
    assert_card(arrange, "Alpha|Battle|--|12 reported killed");
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    incident->date = (IncmapDate){738000, 738000, -1, -1};
    IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, 0);
    group->value = 0;
    assert_card(arrange, "Alpha|Battle, 29 July 2021");
    group->name = incident->place = NULL;
    assert_card(arrange, "Battle|29 July 2021");
    incident->date.from_julian = 0;
    assert_card(arrange, "Battle");
    fixture_clear(&fixture);
    incmap_card_free(NULL);
}

/* Whose figure it is stands above the number; what is outdone or unknown is said as such. */
static void
test_card_of_a_text(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, NAN);
    IncmapIncident *incident = fixture_get_incident(&fixture, 0);
    add_figure(incident, (IncmapFigure){.quantity = INCMAP_QUANTITY_AT_LEAST,
                                        .low = 84,
                                        .high = 84,
                                        .who = "fighters",
                                        .claimed_by = "the rebels"});
    add_figure(incident, (IncmapFigure){.quantity = INCMAP_QUANTITY_EXACT,
                                        .low = 47,
                                        .high = 47,
                                        .who = "soldiers",
                                        .claimed_by = "the rebels"});
    add_figure(incident, (IncmapFigure){.quantity = INCMAP_QUANTITY_DOZENS, .words = "dozens of"});
    add_figure(incident, (IncmapFigure){.kind = INCMAP_FIGURE_INJURED,
                                        .low = 3,
                                        .high = 3,
                                        .claimed_by = "the ministry",
                                        .is_official = TRUE});
    add_figure(incident, (IncmapFigure){.kind = INCMAP_FIGURE_MISSING,
                                        .low = 9,
                                        .high = 9,
                                        .claimed_by = "local reports"});
    add_figure(incident,
               (IncmapFigure){.quantity = INCMAP_QUANTITY_UNKNOWN, .claimed_by = "Wagner"});
    const IncmapArrange *arrange = fixture_open(&fixture);
    assert_card(arrange, "Alpha|Battle|--|Killed, as claimed by rebels|at least 84 fighters and |"
                         "47 soldiers|Injured, according to ministry|3 people|"
                         "Missing, according to reports|9 people|No figure from Wagner.");
    IncmapFigure *last = &g_array_index(incident->figures, IncmapFigure, 5);
    last->is_official = TRUE;
    g_array_remove_range(incident->figures, 0, 5);
    assert_card(arrange, "Alpha|Battle|--|No official figure has been given.");
    fixture_clear(&fixture);
}

static void
test_card_of_several(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    static const IncmapEvent events[] = {INCMAP_EVENT_RIOT, INCMAP_EVENT_BATTLE,
                                         INCMAP_EVENT_BATTLE, INCMAP_EVENT_FLOOD,
                                         INCMAP_EVENT_STORM};
    for (gsize i = 0; i < G_N_ELEMENTS(events); i++)
        fixture_add(&fixture, "Alpha", 40, 30, events[i], 2);
    const IncmapArrange *arrange = fixture_open(&fixture);
    assert_card(arrange, "Alpha|5 incidents, 10 killed|2 battles, 1 riot,|1 flood, 1 other");
    fixture_clear(&fixture);

    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_RIOT, NAN);
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_RIOT, NAN);
    assert_card(fixture_open(&fixture), "Alpha|2 incidents");
    fixture_clear(&fixture);
}

/* No text of a card is wider than the card, whatever is written in it. */
static void
test_card_holds_its_texts(void)
{
    static const char *const names[] = {
        "",
        " ",
        "A",
        "A name that is far too long for any card that a map can hold, be it patient",
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochuchafbychan",
        "درنة",
    };
    static const char *const styles[] = {"news", "sitrep"};
    for (gsize s = 0; s < G_N_ELEMENTS(styles); s++) {
        for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
            Fixture fixture;
            fixture_init(&fixture, styles[s]);
            fixture_add(&fixture, names[i], 40, 30, INCMAP_EVENT_BATTLE, 1);
            IncmapIncident *incident = fixture_get_incident(&fixture, 0);
            incident->notes = names[3];
            add_figure(incident, (IncmapFigure){
                                     .low = 1, .high = 1, .who = names[i], .claimed_by = names[i]});
            fixture_arrange(&fixture);
            fixture_assert_clean(&fixture);
            const IncmapFurniture *card = fixture_find_furniture(&fixture, "callout");
            g_assert_nonnull(card);
            for (guint k = 0; k < fixture.scene->page.labels->len; k++) {
                const IncmapLabel *label =
                    &g_array_index(fixture.scene->page.labels, IncmapLabel, k);
                if (strcmp(label->class_id, "callout") == 0 && label->n_quads > 0)
                    g_assert_true(incmap_box_contains(card->box, label->box));
            }
            fixture_clear(&fixture);
        }
    }
}

/* The first ones get cards, as many as the style allows; cards keep clear of symbols and each
 * other. */
static void
test_place(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 20, 40, INCMAP_EVENT_BATTLE, 9);
    fixture_add(&fixture, "Beta", 40, 10, INCMAP_EVENT_BATTLE, 8);
    fixture_add(&fixture, "Gamma", 60, 40, INCMAP_EVENT_BATTLE, 7);
    fixture_add(&fixture, "Delta", 70, 10, INCMAP_EVENT_BATTLE, 6);
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    const IncmapPage *page = &fixture.scene->page;
    IncmapBox cards[8];
    guint n = 0;
    for (guint i = 0; i < page->furniture->len; i++) {
        const IncmapFurniture *block = &g_array_index(page->furniture, IncmapFurniture, i);
        if (strcmp(block->kind, "callout") == 0)
            cards[n++] = block->box;
    }
    g_assert_cmpuint(n, ==, 3);
    for (guint i = 0; i < n; i++) {
        g_assert_true(incmap_box_contains(fixture.layout.map, cards[i]));
        for (guint k = i + 1; k < n; k++)
            g_assert_false(incmap_box_overlaps(cards[i], cards[k]));
        for (guint k = 0; k < page->marks->len; k++)
            g_assert_false(
                incmap_box_overlaps(cards[i], g_array_index(page->marks, IncmapMark, k).box));
    }
    g_assert_null(fixture_find_label(&fixture, "6 reported killed"));
    fixture_clear(&fixture);
}

/* Beyond callout.max-groups places nothing is called out. */
static void
test_too_many(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    for (int i = 0; i < 7; i++)
        fixture_add(&fixture, "Alpha", 10 + i * 6, 30, INCMAP_EVENT_BATTLE, 9);
    fixture_arrange(&fixture);
    g_assert_null(fixture_find_furniture(&fixture, "callout"));
    g_assert_cmpuint(fixture_count_labels(&fixture, "incident"), ==, 7);
    fixture_clear(&fixture);
}

/* Cards of a sheet are numbered in the order of their weight. */
static void
test_numbers(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Small", 20, 40, INCMAP_EVENT_BATTLE, 1);
    fixture_add(&fixture, "Large", 40, 10, INCMAP_EVENT_BATTLE, 50);
    IncmapArrange *arrange = fixture_open(&fixture);
    incmap_symbols_reserve(arrange);
    incmap_callouts_place(arrange);
    const IncmapGroup *first = &g_array_index(arrange->groups, IncmapGroup, 0);
    g_assert_cmpstr(first->name, ==, "Large");
    g_assert_true(first->has_callout);
    g_assert_cmpint(first->number, ==, 1);
    g_assert_cmpint(g_array_index(arrange->groups, IncmapGroup, 1).number, ==, 2);
    fixture_clear(&fixture);
}

/* Walls all around the symbol: no leader gets out, so a number joins the card and the symbol. */
static void
test_number_instead_of_leader(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    IncmapArrange *arrange = fixture_open(&fixture);
    incmap_symbols_reserve(arrange);
    IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, 0);
    IncmapPoint at = group->at;
    const IncmapBox walls[] = {{at.x_pt - 70, at.y_pt - 70, at.x_pt + 70, at.y_pt - 60},
                               {at.x_pt - 70, at.y_pt + 60, at.x_pt + 70, at.y_pt + 70},
                               {at.x_pt - 70, at.y_pt - 70, at.x_pt - 60, at.y_pt + 70},
                               {at.x_pt + 60, at.y_pt - 70, at.x_pt + 70, at.y_pt + 70}};
    for (gsize i = 0; i < G_N_ELEMENTS(walls); i++)
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(walls[i]),
                             INCMAP_OWNER_FURNITURE);
    incmap_callouts_place(arrange);
    g_assert_true(group->has_callout);
    g_assert_true(group->is_keyed);
    g_assert_cmpint(group->number, ==, 1);
    g_assert_cmpuint(arrange->scene->page.leaders->len, ==, 0);
    g_assert_nonnull(fixture_find_furniture(&fixture, "callout"));
    incmap_incident_names_place(arrange);
    const IncmapLabel *name = NULL;
    for (guint i = 0; i < arrange->scene->page.labels->len; i++) {
        const IncmapLabel *label = &g_array_index(arrange->scene->page.labels, IncmapLabel, i);
        if (strcmp(label->class_id, "incident") == 0)
            name = label;
    }
    g_assert_nonnull(name);
    g_assert_cmpstr(name->text, ==, "① Alpha");
    fixture_clear(&fixture);
}

static void
wall_in(IncmapArrange *arrange, IncmapPoint at, double reach_pt)
{
    double out_pt = reach_pt + 30;
    const IncmapBox walls[] = {
        {at.x_pt - out_pt, at.y_pt - out_pt, at.x_pt + out_pt, at.y_pt - reach_pt},
        {at.x_pt - out_pt, at.y_pt + reach_pt, at.x_pt + out_pt, at.y_pt + out_pt},
        {at.x_pt - out_pt, at.y_pt - out_pt, at.x_pt - reach_pt, at.y_pt + out_pt},
        {at.x_pt + reach_pt, at.y_pt - out_pt, at.x_pt + out_pt, at.y_pt + out_pt}};
    for (gsize i = 0; i < G_N_ELEMENTS(walls); i++)
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(walls[i]),
                             INCMAP_OWNER_FURNITURE);
}

/* A name that fits neither beside its symbol nor at the end of a line gets a number and a key;
 * where there is no place for the key, no number stands and the name is reported. */
static void
test_key(void)
{
    for (int has_room = 1; has_room >= 0; has_room--) {
        Fixture fixture;
        fixture_init(&fixture, "news");
        fixture_add(&fixture, "Saint Alphonsus upon Avon", 40, 30, INCMAP_EVENT_BATTLE, 12);
        IncmapArrange *arrange = fixture_open(&fixture);
        incmap_symbols_reserve(arrange);
        IncmapPoint at = g_array_index(arrange->groups, IncmapGroup, 0).at;
        IncmapBox map = arrange->frame->map;
        wall_in(arrange, at, 34);
        for (double y = map.y0_pt; !has_room && y < map.y1_pt; y += 12) {
            IncmapBox bars[] = {{map.x0_pt, y, at.x_pt - 34, y + 2},
                                {at.x_pt + 34, y, map.x1_pt, y + 2}};
            incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(bars[0]),
                                 INCMAP_OWNER_FURNITURE);
            incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(bars[1]),
                                 INCMAP_OWNER_FURNITURE);
        }
        incmap_incident_names_place(arrange);
        g_assert_cmpint(fixture_find_label(&fixture, "①") != NULL, ==, has_room);
        g_assert_cmpint(fixture_find_label(&fixture, "① Saint Alphonsus upon Avon") != NULL, ==,
                        has_room);
        g_assert_cmpint(fixture_find_furniture(&fixture, "key") != NULL, ==, has_room);
        g_assert_cmpint(
            fixture_has_dropped(&fixture, "Saint Alphonsus upon Avon",
                                "no free position beside its symbol, nor for a number and a key"),
            ==, !has_room);
        fixture_clear(&fixture);
    }
}

/* No room for the card at all: that is said. */
static void
test_no_room_for_card(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    fixture_add(&fixture, "Alpha", 40, 30, INCMAP_EVENT_BATTLE, 12);
    IncmapArrange *arrange = fixture_open(&fixture);
    incmap_symbols_reserve(arrange);
    IncmapBox map = arrange->frame->map;
    for (double y = map.y0_pt; y < map.y1_pt; y += 40) {
        IncmapBox bar = {map.x0_pt, y, map.x1_pt, y + 2};
        incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(bar), INCMAP_OWNER_FURNITURE);
    }
    incmap_callouts_place(arrange);
    g_assert_false(g_array_index(arrange->groups, IncmapGroup, 0).has_callout);
    g_assert_true(fixture_has_dropped(&fixture, "Alpha", "no room for its card"));
    fixture_clear(&fixture);
}

/* Whole sentences as far as they fit; abbreviations end none; a long first one gets an ellipsis. */
static void
test_cut_at_sentence(void)
{
    Fixture fixture;
    fixture_init(&fixture, "news");
    const IncmapArrange *arrange = fixture_open(&fixture);
    IncmapFace face = {.font = {.family = "Any", .size_pt = 10, .weight = 400}, .leading_pt = 12};
    static const struct {
        const char *text, *wanted;
        gboolean is_cut;
    } cases[] = {
        {"Short.", "Short.", FALSE},
        {"The bridge at St. Helier fell. Nobody was hurt, as far as is known today.",
         "The bridge at St. Helier fell.", TRUE},
        {"Дорогу закрыли. Движение пустят не раньше чем через неделю.", "Дорогу закрыли.", TRUE},
        {"All the roads into the valley have been closed to traffic since early morning",
         "All the roads into the valley have…", TRUE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        gboolean is_cut = FALSE;
        g_autoptr(GPtrArray) lines =
            incmap_cut_text(arrange, cases[i].text, &face, 110, 2, &is_cut);
        g_assert_cmpuint(lines->len, <=, 2);
        g_autoptr(GString) whole = g_string_new(NULL);
        for (guint k = 0; k < lines->len; k++)
            g_string_append_printf(whole, "%s%s", k > 0 ? " " : "", (char *)lines->pdata[k]);
        g_assert_cmpstr(whole->str, ==, cases[i].wanted);
        g_assert_cmpint(is_cut, ==, cases[i].is_cut);
    }
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/callout/leader", test_leader);
    g_test_add_func("/callout/no-leader", test_no_leader);
    g_test_add_func("/callout/leader-everywhere", test_leader_everywhere);
    g_test_add_func("/callout/card-of-a-row", test_card_of_a_row);
    g_test_add_func("/callout/card-of-a-text", test_card_of_a_text);
    g_test_add_func("/callout/card-of-several", test_card_of_several);
    g_test_add_func("/callout/card-holds-its-texts", test_card_holds_its_texts);
    g_test_add_func("/callout/place", test_place);
    g_test_add_func("/callout/too-many", test_too_many);
    g_test_add_func("/callout/numbers", test_numbers);
    g_test_add_func("/callout/number", test_number_instead_of_leader);
    g_test_add_func("/callout/key", test_key);
    g_test_add_func("/callout/no-room", test_no_room_for_card);
    g_test_add_func("/callout/cut", test_cut_at_sentence);
    return g_test_run();
}
