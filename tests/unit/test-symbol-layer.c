/* SPDX-License-Identifier: MIT */
/* Icons and texts of symbol layers take their ground, and are drawn as the style says. */
#include "arrange-fixture.h"

#include "arrange/rich-text.h"

#include <math.h>
#include <string.h>

static gboolean
measure_picture(gpointer data, const char *name, double *out_width_pt, double *out_height_pt)
{
    (void)data;
    *out_width_pt = 20;
    *out_height_pt = 10;
    return strcmp(name, "wide") == 0;
}

static const IncmapPictures pictures = {NULL, measure_picture};

/* A style of one symbol layer "s" over the layer "spots", on a page of the style's own size. */
static void
init(Fixture *fixture, const char *members)
{
    g_autoptr(GError) error = NULL;
    fixture_init(fixture, "news");
    incmap_style_free(fixture->style);
    g_autofree char *text =
        g_strdup_printf("layers:\n- id: s\n  type: symbol\n  source: spots\n%s\n"
                        "incmap: {incident: {is-shown: false}, towns: {max: 0},"
                        " inset: {kind: none}}\n",
                        members);
    fixture->style = incmap_style_parse("test", text, strlen(text), &error);
    g_assert_no_error(error);
    fixture->options.width_pt = 1200;
    fixture->options.pictures = &pictures;
    fixture_lay_out(fixture);
}

/* A point at a distance from the middle of the map. */
static IncmapPoint
add_spot(Fixture *fixture, const char *name, double rank, double x_pt, double y_pt)
{
    IncmapPoint at = incmap_box_centre(fixture->layout.map);
    at.x_pt += x_pt;
    at.y_pt += y_pt;
    IncmapLandFeature *feature =
        fixture_add_feature(fixture->scene, "spots", INCMAP_GEOMETRY_POINT, NULL, NULL, &at, 1);
    fixture_set_property(feature, "name", name, 0);
    fixture_set_property(feature, "order", NULL, rank);
    return at;
}

static IncmapItem *
find_item(const Fixture *fixture, IncmapItemKind kind, guint index)
{
    gboolean is_inside = FALSE;
    for (guint i = 0; i < fixture->scene->page.items->len; i++) {
        IncmapItem *item = &g_array_index(fixture->scene->page.items, IncmapItem, i);
        if (item->kind == INCMAP_ITEM_GROUP)
            is_inside = g_strcmp0(item->id, "s") == 0;
        else if (item->kind == INCMAP_ITEM_END_GROUP)
            is_inside = FALSE;
        else if (is_inside && item->kind == kind && index-- == 0)
            return item;
    }
    return NULL;
}

static void
test_anchors(void)
{
    static const struct {
        const char *anchor;
        double x0, y0; /* upper left corner from the point, in widths and heights of the text */
    } cases[] = {
        {"left", 0, -0.5},    {"right", -1, -0.5},      {"top", -0.5, 0},
        {"bottom", -0.5, -1}, {"bottom-right", -1, -1}, {"center", -0.5, -0.5},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        g_autofree char *layout = g_strdup_printf(
            "  layout: {text-field: '{name}', text-size: 10, text-anchor: %s, text-offset: [1, 0]}",
            cases[i].anchor);
        init(&fixture, layout);
        IncmapPoint at = add_spot(&fixture, "Alphabet", 0, 0, 0);
        fixture_arrange(&fixture);
        const IncmapLabel *label = fixture_find_label(&fixture, "Alphabet");
        g_assert_nonnull(label);
        double width_pt = incmap_box_width(label->box), height_pt = incmap_box_height(label->box);
        g_assert_cmpfloat_with_epsilon(label->box.x0_pt, at.x_pt + 10 + cases[i].x0 * width_pt,
                                       0.01);
        g_assert_cmpfloat_with_epsilon(label->box.y0_pt, at.y_pt + cases[i].y0 * height_pt, 0.01);
        fixture_clear(&fixture);
    }
}

/* Two at one point: the second goes to its next anchor, the third finds none and is told. */
static void
test_collision(void)
{
    Fixture fixture;
    init(&fixture, "  layout:\n"
                   "    text-field: [get, name]\n"
                   "    text-size: 10\n"
                   "    symbol-sort-key: [get, order]\n"
                   "    text-variable-anchor: [left, right]\n"
                   "    text-radial-offset: 0.5\n");
    IncmapPoint at = add_spot(&fixture, "Gamma", 3, 0, 0);
    add_spot(&fixture, "Beta", 2, 0, 0);
    add_spot(&fixture, "Alpha", 1, 0, 0);
    fixture_arrange(&fixture);
    const IncmapLabel *alpha = fixture_find_label(&fixture, "Alpha");
    const IncmapLabel *beta = fixture_find_label(&fixture, "Beta");
    g_assert_cmpfloat_with_epsilon(alpha->box.x0_pt, at.x_pt + 5, 0.01);
    g_assert_cmpfloat_with_epsilon(beta->box.x1_pt, at.x_pt - 5, 0.01);
    g_assert_null(fixture_find_label(&fixture, "Gamma"));
    g_assert_true(fixture_has_dropped(&fixture, "Gamma", "no free position on its feature"));
    fixture_assert_clean(&fixture);
    fixture_clear(&fixture);
}

static void
test_overlap(void)
{
    static const struct {
        const char *layout;
        guint n_labels;
    } cases[] = {
        {"text-allow-overlap: true", 3},    {"text-overlap: always", 3},
        {"text-overlap: never", 1},         {"text-overlap: cooperative", 3},
        {"text-ignore-placement: true", 3},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        g_autofree char *layout =
            g_strdup_printf("  layout: {text-field: '{name}', %s}", cases[i].layout);
        init(&fixture, layout);
        for (int k = 0; k < 3; k++)
            add_spot(&fixture, "Same", k, k, 0);
        fixture_arrange(&fixture);
        g_assert_cmpuint(fixture_count_labels(&fixture, "symbol"), ==, cases[i].n_labels);
        fixture_clear(&fixture);
    }
}

/* Icon and text stand together unless one of them may do without. */
static void
test_halves(void)
{
    static const struct {
        const char *layout;
        gboolean has_icon, has_text;
    } cases[] = {
        {"icon-image: circle", FALSE, FALSE},
        {"icon-image: circle, text-optional: true", TRUE, FALSE},
        {"icon-image: circle, icon-optional: true", FALSE, FALSE},
        {"icon-image: circle, text-allow-overlap: true", TRUE, TRUE},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Fixture fixture;
        g_autofree char *layout =
            g_strdup_printf("  layout: {text-field: '{name}', text-offset: [0, 3],"
                            " symbol-sort-key: [get, order], %s}\n"
                            "- id: block\n"
                            "  type: symbol\n"
                            "  source: block\n"
                            "  layout: {text-field: X, text-padding: 9}",
                            cases[i].layout);
        init(&fixture, layout);
        IncmapPoint at = add_spot(&fixture, "Alpha", 0, 0, 0);
        at.y_pt += 48; /* where the text would stand */
        fixture_add_feature(fixture.scene, "block", INCMAP_GEOMETRY_POINT, NULL, NULL, &at, 1);
        fixture_arrange(&fixture);
        g_assert_cmpint(find_item(&fixture, INCMAP_ITEM_PATH, 0) != NULL, ==, cases[i].has_icon);
        g_assert_cmpint(find_item(&fixture, INCMAP_ITEM_RUN, 0) != NULL, ==, cases[i].has_text);
        fixture_clear(&fixture);
    }
}

static void
test_icons(void)
{
    Fixture fixture;
    init(&fixture, "  layout: {icon-image: wide, icon-size: 2, icon-rotate: 90, icon-anchor: left,"
                   " icon-offset: [3, 0]}\n"
                   "  paint: {icon-opacity: 0.5, icon-translate: [0, 7]}");
    IncmapPoint at = add_spot(&fixture, "Alpha", 0, 0, 0);
    fixture_arrange(&fixture);
    const IncmapItem *item = find_item(&fixture, INCMAP_ITEM_PICTURE, 0);
    g_assert_nonnull(item);
    g_assert_cmpstr(item->picture, ==, "wide");
    g_assert_cmpfloat_with_epsilon(incmap_box_width(item->box), 40, 1e-6);
    g_assert_cmpfloat_with_epsilon(incmap_box_height(item->box), 20, 1e-6);
    g_assert_cmpfloat_with_epsilon(item->angle_rad, G_PI_2, 1e-9);
    g_assert_cmpfloat(item->opacity, ==, 0.5);
    /* To the right of the point by 3 × 2 and half the width, then turned by a quarter to below. */
    IncmapPoint middle = incmap_box_centre(item->box);
    g_assert_cmpfloat_with_epsilon(middle.x_pt, at.x_pt, 1e-6);
    g_assert_cmpfloat_with_epsilon(middle.y_pt, at.y_pt + 26 + 7, 1e-6);
    fixture_clear(&fixture);
}

/* Every 100 points along a line of 500, turned with it; the text once in each stretch. */
static void
test_lines(void)
{
    Fixture fixture;
    init(&fixture, "  layout: {symbol-placement: line, symbol-spacing: 100, icon-image: triangle,"
                   " text-field: Road, text-size: 8, text-offset: [0, -2]}");
    IncmapPoint at = incmap_box_centre(fixture.layout.map);
    const IncmapPoint road[] = {{at.x_pt + 250, at.y_pt}, {at.x_pt - 250, at.y_pt}};
    fixture_add_feature(fixture.scene, "spots", INCMAP_GEOMETRY_LINE, NULL, NULL, road, 2);
    fixture_arrange(&fixture);
    guint n_icons = 0;
    while (find_item(&fixture, INCMAP_ITEM_PATH, n_icons) != NULL)
        n_icons++;
    g_assert_cmpuint(n_icons, ==, 5);
    const IncmapPath *path = &find_item(&fixture, INCMAP_ITEM_PATH, 0)->path;
    /* The line runs to the left: the triangle's tip points down. */
    g_assert_cmpfloat(path->points[0].y_pt, >, at.y_pt);
    g_assert_cmpuint(fixture_count_labels(&fixture, "symbol"), ==, 5);
    const IncmapLabel *label = fixture_find_label(&fixture, "Road");
    g_assert_cmpfloat(label->box.y1_pt, <, at.y_pt - 5);
    fixture_clear(&fixture);
}

/* The name of an area stands inside it, also where its middle is outside. */
static void
test_areas(void)
{
    Fixture fixture;
    init(&fixture, "  layout: {text-field: X, text-size: 8}");
    IncmapPoint at = incmap_box_centre(fixture.layout.map);
    const IncmapPoint bow[] = {{at.x_pt - 100, at.y_pt - 80}, {at.x_pt + 100, at.y_pt - 80},
                               {at.x_pt + 100, at.y_pt + 80}, {at.x_pt + 60, at.y_pt + 80},
                               {at.x_pt + 60, at.y_pt - 40},  {at.x_pt - 60, at.y_pt - 40},
                               {at.x_pt - 60, at.y_pt + 80},  {at.x_pt - 100, at.y_pt + 80}};
    fixture_add_feature(fixture.scene, "spots", INCMAP_GEOMETRY_POLYGON, NULL, NULL, bow, 8);
    fixture_arrange(&fixture);
    const IncmapLabel *label = fixture_find_label(&fixture, "X");
    g_assert_nonnull(label);
    g_assert_cmpfloat(label->box.y1_pt, <, at.y_pt - 40);
    fixture_clear(&fixture);
}

static void
test_rich_text(void)
{
    Fixture fixture;
    init(&fixture,
         "  layout:\n"
         "    text-field: [format, [get, name], {}, \"\\n\", {}, small, {font-scale: 0.75,"
         " text-color: '#ff0000'}]\n"
         "    text-size: 20\n"
         "    text-max-width: 4\n"
         "    text-transform: uppercase\n"
         "    text-justify: right\n"
         "  paint: {text-halo-color: '#fff', text-halo-width: 2, text-opacity: 0.5}");
    add_spot(&fixture, "Upper lower", 0, 0, 0);
    fixture_arrange(&fixture);
    static const struct {
        const char *text;
        double size_pt, red, halo_pt;
    } runs[] = {{"UPPER", 20, 0, 2}, {"LOWER", 20, 0, 2}, {"SMALL", 15, 1, 2}};
    double right_pt = 0;
    for (guint i = 0; i < G_N_ELEMENTS(runs); i++) {
        const IncmapRun *run = &find_item(&fixture, INCMAP_ITEM_RUN, i)->run;
        g_assert_cmpstr(run->text, ==, runs[i].text);
        g_assert_cmpfloat(run->font.size_pt, ==, runs[i].size_pt);
        g_assert_cmpfloat(run->color.r, ==, runs[i].red);
        g_assert_cmpfloat(run->color.a, ==, 0.5);
        g_assert_cmpfloat(run->halo_pt, ==, runs[i].halo_pt);
        double end_pt = run->origin.x_pt + run->width_pt;
        if (i > 0)
            g_assert_cmpfloat_with_epsilon(end_pt, right_pt, 0.01);
        right_pt = end_pt;
    }
    g_assert_nonnull(fixture_find_label(&fixture, "UPPER LOWER SMALL"));
    fixture_clear(&fixture);
}

static void
test_fit(void)
{
    Fixture fixture;
    init(&fixture, "  layout: {text-field: '{name}', text-size: 10, icon-image: square,"
                   " icon-text-fit: both, icon-text-fit-padding: [1, 2, 3, 4]}");
    add_spot(&fixture, "Alphabet", 0, 0, 0);
    fixture_arrange(&fixture);
    const IncmapLabel *label = fixture_find_label(&fixture, "Alphabet");
    const IncmapPath *path = &find_item(&fixture, INCMAP_ITEM_PATH, 0)->path;
    IncmapBox box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint i = 0; i < path->n_points; i++)
        box = incmap_box_union(box, (IncmapBox){path->points[i].x_pt, path->points[i].y_pt,
                                                path->points[i].x_pt, path->points[i].y_pt});
    g_assert_cmpfloat_with_epsilon(box.y0_pt, label->box.y0_pt - 1, 0.1);
    g_assert_cmpfloat_with_epsilon(box.x1_pt, label->box.x1_pt + 2, 0.1);
    g_assert_cmpfloat_with_epsilon(box.y1_pt, label->box.y1_pt + 3, 0.1);
    g_assert_cmpfloat_with_epsilon(box.x0_pt, label->box.x0_pt - 4, 0.1);
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/symbol-layer/anchors", test_anchors);
    g_test_add_func("/symbol-layer/collision", test_collision);
    g_test_add_func("/symbol-layer/overlap", test_overlap);
    g_test_add_func("/symbol-layer/halves", test_halves);
    g_test_add_func("/symbol-layer/icons", test_icons);
    g_test_add_func("/symbol-layer/lines", test_lines);
    g_test_add_func("/symbol-layer/areas", test_areas);
    g_test_add_func("/symbol-layer/rich-text", test_rich_text);
    g_test_add_func("/symbol-layer/fit", test_fit);
    return g_test_run();
}
