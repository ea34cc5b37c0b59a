/* SPDX-License-Identifier: MIT */
/* Many names weighed together, and the ways to set a name that doesn't fit. */
#include "arrange-fixture.h"

#include "arrange/label-set.h"

#include <math.h>
#include <string.h>

static IncmapArrange *
begin(Fixture *fixture)
{
    fixture_init(fixture, "news");
    return fixture_open(fixture);
}

static IncmapPointLabel
label_at(const char *text, double x_pt, double y_pt)
{
    IncmapFace face = {.font = {.family = "Any", .size_pt = 10, .weight = 400}, .leading_pt = 12};
    return (IncmapPointLabel){.text = text,
                              .class_id = "incident",
                              .type = face,
                              .at = {x_pt, y_pt},
                              .radius_pt = 3,
                              .gap_pt = 2,
                              .incident = -1,
                              .symbol_owner = INCMAP_OWNER_NONE};
}

static void
block(IncmapArrange *arrange, IncmapBox box)
{
    incmap_obstacles_add(arrange->obstacles, incmap_quad_from_box(box), INCMAP_OWNER_MARK);
}

static void
test_abbreviations(void)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"Saint Helier", "St. Helier"},
        {"Mount Isa", "Mt. Isa"},
        {"North Platte", "N. Platte"},
        {"Frankfurt am Main", "Frankfurt a. Main"},
        {"Stratford-upon-Avon", "Stratford-u.-Avon"},
        {"Fort Saint John", "Ft. St. John"},
        {"Santa Cruz de la Sierra", "Sta. Cruz de la Sierra"},
        {"Northampton", NULL},
        {"Westminster", NULL},
        {"Fort", NULL},
        {"Gao", NULL},
        {"", NULL},
        {"Санкт-Петербург", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree char *got = incmap_wording_abbreviate(cases[i].text);
        g_assert_cmpstr(got, ==, cases[i].wanted);
    }
}

static void
test_wordings(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapFace face = {.font = {.family = "Any", .size_pt = 10, .weight = 400}, .leading_pt = 12};
    IncmapWording wording;
    g_assert_true(incmap_wording_make(arrange, "Saint Helier", &face, 0, &wording));
    g_assert_cmpstr(wording.lines[0], ==, "Saint Helier");
    g_assert_cmpfloat(wording.cost, ==, 0);
    double last_cost = 0;
    g_assert_true(incmap_wording_make(arrange, "Saint Helier", &face, 1, &wording));
    g_assert_cmpuint(wording.n_lines, ==, 2);
    g_assert_cmpstr(wording.lines[0], ==, "Saint");
    g_assert_cmpstr(wording.lines[1], ==, "Helier");
    g_assert_cmpfloat(wording.width_pt, ==, MAX(wording.widths_pt[0], wording.widths_pt[1]));
    g_assert_cmpfloat(wording.cost, >, last_cost);
    g_assert_true(incmap_wording_make(arrange, "Saint Helier", &face, 2, &wording));
    g_assert_cmpstr(wording.lines[0], ==, "St. Helier");
    g_assert_true(incmap_wording_make(arrange, "Saint Helier", &face, 3, &wording));
    g_assert_cmpfloat(wording.type.font.size_pt, <, 10);
    g_assert_cmpfloat(wording.type.font.size_pt, >=, 8.25);
    /* Type that is small already stays as it is. */
    face.font.size_pt = 8.3;
    g_assert_false(incmap_wording_make(arrange, "Saint Helier", &face, 3, &wording));
    /* Nothing to break, nothing to shorten. */
    g_assert_false(incmap_wording_make(arrange, "Timbuktu", &face, 1, &wording));
    g_assert_false(incmap_wording_make(arrange, "Timbuktu", &face, 2, &wording));
    g_assert_false(incmap_wording_make(arrange, "Al Ain", &face, 1, &wording));
    g_assert_false(incmap_wording_make(arrange, "Timbuktu", &face, INCMAP_N_WORDINGS, &wording));
    fixture_clear(&fixture);
}

/* Two lines go where one is too long, shorter words where two lines are too high. */
static void
test_ladder(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapPointLabel label = label_at("Saint Helier", 400, 300);
    label.can_change = TRUE;
    block(arrange, (IncmapBox){200, 200, 395, 400});
    block(arrange, (IncmapBox){452, 200, 500, 400});
    block(arrange, (IncmapBox){395, 200, 452, 288});
    block(arrange, (IncmapBox){395, 312, 452, 400});
    g_assert_true(incmap_point_label_place(arrange, &label));
    g_assert_cmpuint(label.wording.n_lines, ==, 2);
    incmap_point_label_set(arrange, INCMAP_SHEET_TOWNS, &label);
    const IncmapLabel *set = fixture_find_label(&fixture, "Saint Helier");
    g_assert_nonnull(set);
    g_assert_cmpuint(set->n_quads, ==, 2);

    block(arrange, (IncmapBox){200, 400, 395, 490});
    block(arrange, (IncmapBox){465, 400, 500, 490});
    block(arrange, (IncmapBox){395, 400, 465, 443});
    block(arrange, (IncmapBox){395, 457, 465, 490});
    IncmapPointLabel other = label_at("Saint Helier", 400, 450);
    other.can_change = TRUE;
    g_assert_true(incmap_point_label_place(arrange, &other));
    g_assert_cmpstr(other.wording.lines[0], ==, "St. Helier");
    fixture_clear(&fixture);
}

/* Lines against the symbol: flush on its side. */
static void
test_two_lines_stand_against_symbol(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    IncmapPointLabel label = label_at("Saint Hel", 400, 300);
    IncmapWording wording;
    g_assert_true(incmap_wording_make(arrange, label.text, &label.type, 1, &wording));
    g_assert_cmpfloat(wording.widths_pt[1], <, wording.widths_pt[0]);
    IncmapPosition position = {.box = {300, 290, 300 + wording.width_pt, 312}};
    incmap_point_label_put(&label, &wording, &position);
    incmap_point_label_set(arrange, INCMAP_SHEET_TOWNS, &label);
    const IncmapLabel *set = fixture_find_label(&fixture, "Saint Hel");
    for (guint i = 0; i < 2; i++)
        g_assert_cmpfloat_with_epsilon(set->quads[i * 4 + 1].x_pt, 300 + wording.width_pt, 1e-6);
    fixture_clear(&fixture);
}

/* Room for one name on either side of the first, for the second only where the first would like to
 * stand. */
static void
test_pushes_aside(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    block(arrange, (IncmapBox){300, 200, 600, 292});
    block(arrange, (IncmapBox){300, 308, 600, 400});
    block(arrange, (IncmapBox){300, 200, 350, 400});
    block(arrange, (IncmapBox){448, 200, 600, 400});
    IncmapPointLabel first = label_at("First", 400, 300), second = label_at("Other", 441, 300);
    g_autoptr(IncmapLabelSet) set = incmap_label_set_new(arrange);
    incmap_label_set_add(set, &first);
    incmap_label_set_add(set, &second);
    incmap_label_set_place(set);
    g_assert_nonnull(incmap_label_set_get(set, 0));
    g_assert_nonnull(incmap_label_set_get(set, 1));
    g_assert_cmpfloat(incmap_label_set_get(set, 0)->box.x1_pt, <, 400);
    fixture_clear(&fixture);
}

/* Where there is no room beside it, a name that may stands off, its line clear of other names. */
static void
test_leads(void)
{
    Fixture fixture;
    IncmapArrange *arrange = begin(&fixture);
    block(arrange, (IncmapBox){385, 285, 415, 315});
    IncmapPointLabel label = label_at("Gao", 400, 300);
    g_autoptr(IncmapLabelSet) none = incmap_label_set_new(arrange);
    incmap_label_set_add(none, &label);
    incmap_label_set_place(none);
    g_assert_null(incmap_label_set_get(none, 0));
    label.can_lead = TRUE;
    g_autoptr(IncmapLabelSet) set = incmap_label_set_new(arrange);
    incmap_label_set_add(set, &label);
    incmap_label_set_place(set);
    const IncmapPointLabel *placed = incmap_label_set_get(set, 0);
    g_assert_nonnull(placed);
    g_assert_true(placed->has_leader);
    incmap_point_label_set(arrange, INCMAP_SHEET_INCIDENTS, placed);
    g_assert_cmpuint(arrange->scene->page.leaders->len, ==, 1);
    fixture_clear(&fixture);
}

static gboolean
is_clear(const IncmapPointLabel *a, const IncmapPointLabel *b)
{
    if (incmap_box_overlaps(a->box, b->box))
        return FALSE;
    IncmapQuad text_a = incmap_quad_from_box(a->box), text_b = incmap_quad_from_box(b->box);
    IncmapQuad line_a = incmap_quad_from_line(a->leader_from, a->leader_to, 0.1);
    IncmapQuad line_b = incmap_quad_from_line(b->leader_from, b->leader_to, 0.1);
    return !(a->has_leader && incmap_quads_overlap(&line_a, &text_b)) &&
           !(b->has_leader && incmap_quads_overlap(&line_b, &text_a)) &&
           !(a->has_leader && b->has_leader && incmap_quads_overlap(&line_a, &line_b));
}

/* However crowded: nothing touches, twice the same, the most important one is there, and weighing
 * together places more than one name after the other. */
static void
test_crowd(void)
{
    for (guint32 seed = 1; seed <= 20; seed++) {
        Fixture fixture;
        IncmapArrange *arrange = begin(&fixture);
        g_autoptr(GRand) random = g_rand_new_with_seed(seed);
        enum { N = 150 };
        IncmapPointLabel labels[N];
        for (int i = 0; i < N; i++) {
            labels[i] = label_at(i % 3 == 0 ? "Saint Something" : "Timbuktu",
                                 g_rand_double_range(random, 250, 600),
                                 g_rand_double_range(random, 200, 450));
            labels[i].can_change = TRUE;
            labels[i].can_lead = i < 10;
            IncmapPoint at = labels[i].at;
            block(arrange, (IncmapBox){at.x_pt - 3, at.y_pt - 3, at.x_pt + 3, at.y_pt + 3});
        }
        guint n_set = 0, n_greedy = 0;
        g_autoptr(IncmapLabelSet) set = incmap_label_set_new(arrange);
        for (int i = 0; i < N; i++)
            incmap_label_set_add(set, &labels[i]);
        int owner = arrange->next_owner;
        incmap_label_set_place(set);
        for (int taken = owner; taken < arrange->next_owner; taken++)
            incmap_obstacles_remove(arrange->obstacles, taken);
        g_autoptr(IncmapLabelSet) again = incmap_label_set_new(arrange);
        for (int i = 0; i < N; i++)
            incmap_label_set_add(again, &labels[i]);
        owner = arrange->next_owner;
        incmap_label_set_place(again);
        for (guint i = 0; i < N; i++) {
            const IncmapPointLabel *a = incmap_label_set_get(set, i);
            const IncmapPointLabel *b = incmap_label_set_get(again, i);
            g_assert_cmpint(a == NULL, ==, b == NULL);
            if (a == NULL)
                continue;
            g_assert_cmpmem(&a->box, sizeof a->box, &b->box, sizeof b->box);
            n_set++;
            for (guint k = i + 1; k < N; k++)
                g_assert_true(incmap_label_set_get(set, k) == NULL ||
                              is_clear(a, incmap_label_set_get(set, k)));
        }
        g_assert_nonnull(incmap_label_set_get(set, 0));
        for (int taken = owner; taken < arrange->next_owner; taken++)
            incmap_obstacles_remove(arrange->obstacles, taken);
        for (int i = 0; i < N; i++)
            n_greedy += incmap_point_label_place(arrange, &labels[i]);
        g_test_message("seed %u: %u of %d, one after the other %u", seed, n_set, N, n_greedy);
        g_assert_cmpuint(n_set, >, n_greedy);
        fixture_clear(&fixture);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/label-set/abbreviations", test_abbreviations);
    g_test_add_func("/label-set/wordings", test_wordings);
    g_test_add_func("/label-set/ladder", test_ladder);
    g_test_add_func("/label-set/two-lines", test_two_lines_stand_against_symbol);
    g_test_add_func("/label-set/pushes-aside", test_pushes_aside);
    g_test_add_func("/label-set/leads", test_leads);
    g_test_add_func("/label-set/crowd", test_crowd);
    return g_test_run();
}
