/* SPDX-License-Identifier: MIT */
/* What is known of place, event, number and age, and how symbols show it. */
#include "arrange-fixture.h"

#include "arrange/groups.h"
#include "arrange/precision.h"
#include "arrange/sizes.h"
#include "arrange/symbols.h"
#include "base/color-vision.h"
#include "read/verification.h"

#include <math.h>
#include <string.h>

static IncmapGroup *
get_group(IncmapArrange *arrange, guint i)
{
    g_assert_cmpuint(arrange->groups->len, >, i);
    return &g_array_index(arrange->groups, IncmapGroup, i);
}

/* Whatever the ring's size, the symbol never stands inside it and hides no more than half of it; a
 * ring much smaller than the symbol becomes the symbol's own dashed edge. */
static void
test_rings(void)
{
    static const double radii_km[] = {0.5, 3, 12, 30, 60, 90, 200, 500, 1200};
    for (gsize i = 0; i < G_N_ELEMENTS(radii_km) * 2; i++) {
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        fixture_add(&fixture, "Alpha", 40, 25, INCMAP_EVENT_BATTLE, 30);
        fixture_get_fix(&fixture, 0)->precision =
            i % 2 == 0 ? INCMAP_PRECISION_DISTRICT : INCMAP_PRECISION_NEAR;
        fixture_get_fix(&fixture, 0)->radius_km = radii_km[i / 2];
        IncmapArrange *arrange = fixture_open(&fixture);
        IncmapGroup *group = get_group(arrange, 0);
        incmap_precision_move(arrange, group);
        double away_pt =
            hypot(group->at.x_pt - group->true_at.x_pt, group->at.y_pt - group->true_at.y_pt);
        IncmapManner manner = incmap_precision_manner(arrange, group);
        if (incmap_precision_has_ring(group)) {
            if (away_pt > 0)
                g_assert_cmpfloat(away_pt, >=, group->precision_pt - 1e-9);
            else
                g_assert_cmpfloat(group->precision_pt * G_SQRT2, >,
                                  incmap_box_height(arrange->frame->map) / 2);
            g_assert_cmpint(manner, ==, INCMAP_MANNER_SOLID);
            /* The far half of the ring is free. */
            g_assert_cmpfloat(away_pt + group->precision_pt, >=, group->radius_pt);
        } else {
            g_assert_cmpfloat(away_pt, ==, 0);
            g_assert_cmpint(manner, ==, INCMAP_MANNER_DASHED);
        }
        fixture_clear(&fixture);
    }
}

static void
test_exact_is_solid(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 40, 25, INCMAP_EVENT_BATTLE, 30);
    fixture_add(&fixture, "Beta", 20, 25, INCMAP_EVENT_BATTLE, 20);
    fixture_add(&fixture, "Gamma", 50, 25, INCMAP_EVENT_BATTLE, 10);
    fixture_get_incident(&fixture, 1)->verification = INCMAP_VERIFICATION_REPORTED;
    fixture_get_fix(&fixture, 2)->precision = INCMAP_PRECISION_PROVINCE;
    IncmapArrange *arrange = fixture_open(&fixture);
    static const IncmapManner expected[] = {INCMAP_MANNER_SOLID, INCMAP_MANNER_PALE,
                                            INCMAP_MANNER_HOLLOW};
    for (guint i = 0; i < 3; i++) {
        g_assert_false(incmap_precision_has_ring(get_group(arrange, i)));
        g_assert_cmpint(incmap_precision_manner(arrange, get_group(arrange, i)), ==, expected[i]);
    }
    fixture_clear(&fixture);
}

/* Several incidents known only to their province stand in a box with their counts. */
static void
test_box(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    for (int i = 0; i < 9; i++) {
        fixture_add(&fixture, "Alpha", 40, 25, (IncmapEvent)(i % 5), NAN);
        fixture_get_fix(&fixture, (guint)i)->precision = INCMAP_PRECISION_PROVINCE;
        fixture_get_fix(&fixture, (guint)i)->admin1 = "Alpha Province";
    }
    IncmapArrange *arrange = fixture_open(&fixture);
    IncmapBox box;
    const IncmapGroup *group = get_group(arrange, 0);
    g_assert_cmpstr(group->name, ==, "Alpha Province");
    g_assert_true(incmap_precision_box(arrange, group, &box));
    g_assert_cmpfloat(incmap_box_width(box), >, incmap_box_height(box) * 2);
    guint n_before = arrange->sheets[INCMAP_SHEET_INCIDENTS]->len;
    incmap_precision_draw_box(arrange, group, box);
    g_autoptr(GString) texts = g_string_new(NULL);
    for (guint i = n_before; i < arrange->sheets[INCMAP_SHEET_INCIDENTS]->len; i++) {
        const IncmapItem *item =
            &g_array_index(arrange->sheets[INCMAP_SHEET_INCIDENTS], IncmapItem, i);
        if (item->kind == INCMAP_ITEM_RUN) {
            g_string_append_printf(texts, "%s ", item->run.text);
            g_assert_cmpfloat(item->run.origin.x_pt + item->run.width_pt, <=, box.x1_pt);
        }
    }
    g_assert_cmpstr(texts->str, ==, "2 2 2 +3 ");
    fixture_clear(&fixture);
}

/* Area stays in proportion however large the numbers are: none are equal that differ. */
static void
test_sizes_differ(void)
{
    static const double values[] = {200000, 40000, 12000, 3000, 900, 300, 100, 3};
    Fixture fixture;
    fixture_init(&fixture, "news");
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
        fixture_add(&fixture, "Alpha", 5 + 9 * (double)i, 25, INCMAP_EVENT_EARTHQUAKE, values[i]);
    IncmapArrange *arrange = fixture_open(&fixture);
    double most_pt = incmap_look_pt(arrange, "incident.max-radius");
    double least_pt = incmap_look_pt(arrange, "incident.min-radius");
    g_assert_cmpfloat(get_group(arrange, 0)->radius_pt, <=, most_pt + 1e-9);
    for (guint i = 1; i < arrange->groups->len; i++) {
        double radius_pt = get_group(arrange, i)->radius_pt;
        double largest_pt = get_group(arrange, 0)->radius_pt;
        if (radius_pt > least_pt)
            g_assert_cmpfloat_with_epsilon(pow(radius_pt / largest_pt, 2),
                                           get_group(arrange, i)->value / 200000, 1e-6);
    }
    IncmapSizes sizes;
    incmap_sizes_choose(arrange, &sizes);
    g_assert_cmpuint(sizes.n, >=, 2);
    g_assert_cmpfloat(sizes.values[0], ==, 200000);
    fixture_clear(&fixture);
}

/* The key to magnitudes ends where the data do. */
static void
test_magnitudes(void)
{
    static const double tops[] = {5.1, 6.4, 7.6, 8.2, 9.1};
    for (gsize k = 0; k < G_N_ELEMENTS(tops); k++) {
        Fixture fixture;
        fixture_init(&fixture, "news");
        for (guint i = 0; i < 8; i++) {
            fixture_add(&fixture, "Alpha", 5 + 9.0 * i, 25, INCMAP_EVENT_EARTHQUAKE,
                        tops[k] - 0.4 * i);
            fixture_get_incident(&fixture, i)->value_kind = INCMAP_VALUE_MAGNITUDE;
        }
        IncmapArrange *arrange = fixture_open(&fixture);
        IncmapSizes sizes;
        incmap_sizes_choose(arrange, &sizes);
        g_assert_cmpuint(sizes.n, >=, 2);
        g_assert_cmpfloat(sizes.values[0], ==, round(tops[k]));
        g_assert_cmpfloat(sizes.radii_pt[0], <=,
                          incmap_look_pt(arrange, "incident.max-radius") * 1.45);
        for (guint i = 1; i < sizes.n; i++)
            g_assert_cmpfloat(sizes.radii_pt[i], <, sizes.radii_pt[i - 1]);
        fixture_clear(&fixture);
    }
}

static void
test_range(void)
{
    Fixture fixture;
    fixture_init(&fixture, "sitrep");
    fixture_add(&fixture, "Alpha", 40, 25, INCMAP_EVENT_BATTLE, 100);
    fixture_add(&fixture, "Beta", 20, 25, INCMAP_EVENT_BATTLE, 100);
    fixture_get_incident(&fixture, 0)->value_low = 50;
    fixture_get_incident(&fixture, 0)->value_high = 180;
    IncmapArrange *arrange = fixture_open(&fixture);
    g_assert_true(incmap_groups_has_range(arrange, get_group(arrange, 0)) !=
                  incmap_groups_has_range(arrange, get_group(arrange, 1)));
    fixture_arrange(&fixture);
    fixture_assert_clean(&fixture);
    fixture_clear(&fixture);
}

static void
test_age(void)
{
    for (int days = -1; days <= 10; days += 11) {
        Fixture fixture;
        fixture_init(&fixture, "sitrep");
        for (guint i = 0; i < 3; i++) {
            fixture_add(&fixture, "Alpha", 20 + 10.0 * i, 25, INCMAP_EVENT_BATTLE, 30 - 10.0 * i);
            guint32 day = 738000 + 20 * i;
            fixture_get_incident(&fixture, i)->date = (IncmapDate){day, day, -1, -1};
        }
        fixture.options.fade_days = days;
        IncmapArrange *arrange = fixture_open(&fixture);
        double oldest = incmap_groups_fade(arrange, get_group(arrange, 0));
        double middle = incmap_groups_fade(arrange, get_group(arrange, 1));
        g_assert_cmpfloat(oldest, ==, 1);
        g_assert_cmpfloat(middle, ==, days < 0 ? 0.5 : 1);
        g_assert_cmpfloat(incmap_groups_fade(arrange, get_group(arrange, 2)), ==, 0);
        IncmapColor full = incmap_symbol_of(arrange, INCMAP_EVENT_BATTLE).color;
        arrange->fade = oldest;
        g_assert_cmpfloat(incmap_symbol_of(arrange, INCMAP_EVENT_BATTLE).color.g, >, full.g + 0.3);
        fixture_clear(&fixture);
    }
}

static void
test_verification(void)
{
    static const struct {
        const char *text;
        IncmapVerification expected;
    } values[] = {
        {"yes", INCMAP_VERIFICATION_VERIFIED},
        {"Verified", INCMAP_VERIFICATION_VERIFIED},
        {"TRUE", INCMAP_VERIFICATION_VERIFIED},
        {"vérifié", INCMAP_VERIFICATION_VERIFIED},
        {"да", INCMAP_VERIFICATION_VERIFIED},
        {"no", INCMAP_VERIFICATION_REPORTED},
        {"Unconfirmed", INCMAP_VERIFICATION_REPORTED},
        {"0", INCMAP_VERIFICATION_REPORTED},
        {"", INCMAP_VERIFICATION_NOT_SAID},
        {"see notes", INCMAP_VERIFICATION_NOT_SAID},
        {"|", INCMAP_VERIFICATION_NOT_SAID},
        {"y|n", INCMAP_VERIFICATION_NOT_SAID},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(values); i++)
        g_assert_cmpint(incmap_verification_of_value(values[i].text, strlen(values[i].text)), ==,
                        values[i].expected);
    g_assert_cmpint(
        incmap_verification_of_sentence("The claim could not be independently verified."), ==,
        INCMAP_VERIFICATION_REPORTED);
    g_assert_cmpint(incmap_verification_of_sentence("Police confirmed that twelve people died."),
                    ==, INCMAP_VERIFICATION_NOT_SAID);
    g_assert_cmpint(incmap_verification_of_sentence(NULL), ==, INCMAP_VERIFICATION_NOT_SAID);
}

/* In every style the edge of a pale or dashed symbol is seen against its fill. */
static void
test_pale_edges(void)
{
    static const char *const styles[] = {"news", "dark", "sitrep", "print", "atlas", "places"};
    for (gsize i = 0; i < G_N_ELEMENTS(styles); i++) {
        Fixture fixture;
        fixture_init(&fixture, styles[i]);
        IncmapArrange *arrange = fixture_open(&fixture);
        for (int event = 0; event < INCMAP_N_EVENTS; event++) {
            IncmapSymbol symbol = incmap_symbol_of(arrange, (IncmapEvent)event);
            incmap_symbol_draw(arrange, INCMAP_SHEET_INCIDENTS, &symbol, (IncmapPoint){100, 100}, 6,
                               event % 2 == 0 ? INCMAP_MANNER_PALE : INCMAP_MANNER_DASHED);
            const GArray *items = arrange->sheets[INCMAP_SHEET_INCIDENTS];
            const IncmapPaint *paint = &g_array_index(items, IncmapItem, items->len - 1).paint;
            if (incmap_color_contrast(paint->stroke, paint->fill) < 2)
                g_error("%s: the edge of a pale symbol of %s is not seen", styles[i],
                        incmap_event_id((IncmapEvent)event));
        }
        fixture_clear(&fixture);
    }
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/precision/rings", test_rings);
    g_test_add_func("/precision/exact-is-solid", test_exact_is_solid);
    g_test_add_func("/precision/box", test_box);
    g_test_add_func("/precision/sizes-differ", test_sizes_differ);
    g_test_add_func("/precision/magnitudes", test_magnitudes);
    g_test_add_func("/precision/range", test_range);
    g_test_add_func("/precision/age", test_age);
    g_test_add_func("/precision/verification", test_verification);
    g_test_add_func("/precision/pale-edges", test_pale_edges);
    return g_test_run();
}
