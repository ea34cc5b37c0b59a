/* SPDX-License-Identifier: MIT */
/* Layers of a style become items of the page: circles, heat, lines beside lines. */
#include "arrange-fixture.h"

#include <math.h>
#include <string.h>

/* The news style with the layers of @yaml instead of its own, and no symbols. */
static void
init(Fixture *fixture, const char *yaml)
{
    g_autoptr(GError) error = NULL;
    fixture_init(fixture, "news");
    incmap_style_free(fixture->style);
    g_autofree char *text = g_strconcat(yaml, "incmap: {incident: {is-shown: false}}\n", NULL);
    fixture->style = incmap_style_parse("test", text, strlen(text), &error);
    g_assert_no_error(error);
}

/* Adds a layer of the user's of @n points. */
static void
add_spots(Fixture *fixture, const IncmapPoint *points, const double *sizes, guint n)
{
    for (guint i = 0; i < n; i++) {
        IncmapLandFeature *feature = fixture_add_feature(
            fixture->scene, "spots", INCMAP_GEOMETRY_POINT, NULL, NULL, points + i, 1);
        fixture_set_property(feature, "size", NULL, sizes[i]);
    }
}

/* The items of the group @id. */
static GPtrArray *
find_items(const Fixture *fixture, const char *id)
{
    GPtrArray *found = g_ptr_array_new();
    gboolean is_inside = FALSE;
    for (guint i = 0; i < fixture->scene->page.items->len; i++) {
        IncmapItem *item = &g_array_index(fixture->scene->page.items, IncmapItem, i);
        if (item->kind == INCMAP_ITEM_GROUP)
            is_inside = g_strcmp0(item->id, id) == 0;
        else if (item->kind == INCMAP_ITEM_END_GROUP)
            is_inside = FALSE;
        else if (is_inside)
            g_ptr_array_add(found, item);
    }
    return found;
}

static gboolean
has_note(const Fixture *fixture, const char *words)
{
    for (guint i = 0; i < fixture->scene->notes->len; i++) {
        if (strstr(fixture->scene->notes->pdata[i], words) != NULL)
            return TRUE;
    }
    return FALSE;
}

static void
test_circles(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- id: dots\n"
                   "  type: circle\n"
                   "  source: spots\n"
                   "  filter: [<, [get, size], 9]\n"
                   "  layout: {circle-sort-key: [-, [get, size]]}\n"
                   "  paint:\n"
                   "    circle-radius: [get, size]\n"
                   "    circle-translate: [3, -2]\n"
                   "    circle-blur: 0.5\n"
                   "    circle-stroke-width: 2\n"
                   "    circle-stroke-color: '#ff0000'\n"
                   "    circle-stroke-opacity: 0.5\n");
    fixture_lay_out(&fixture);
    IncmapBox map = fixture.layout.map;
    const IncmapPoint points[] = {{map.x0_pt + 100, map.y0_pt + 100},
                                  {map.x0_pt + 200, map.y0_pt + 100},
                                  {map.x0_pt + 300, map.y0_pt + 100},
                                  {map.x1_pt + 900, map.y0_pt}};
    const double sizes[] = {2, 4, 9, 5};
    add_spots(&fixture, points, sizes, 4);
    fixture_arrange(&fixture);
    g_autoptr(GPtrArray) items = find_items(&fixture, "dots");
    /* The third is filtered out, the fourth is off the map; the larger is drawn first. */
    g_assert_cmpuint(items->len, ==, 4);
    double unit = pow(860 / 1200.0, 0.25);
    for (guint i = 0; i < 2; i++) {
        const IncmapItem *disc = items->pdata[i * 2], *ring = items->pdata[i * 2 + 1];
        double radius_pt = sizes[1 - i] * unit;
        g_assert_cmpfloat_with_epsilon(disc->path.points[0].x_pt, points[1 - i].x_pt + 3 * unit,
                                       1e-9);
        g_assert_cmpfloat_with_epsilon(disc->path.points[0].y_pt, points[1 - i].y_pt - 2 * unit,
                                       1e-9);
        g_assert_cmpfloat_with_epsilon(disc->path.points[1].x_pt, radius_pt, 1e-9);
        g_assert_cmpfloat(disc->paint.soft_edge, ==, 0.5);
        g_assert_cmpfloat_with_epsilon(ring->path.points[1].x_pt, radius_pt + unit, 1e-9);
        g_assert_cmpfloat_with_epsilon(ring->paint.stroke.a, 0.5, 1e-9);
    }
    fixture_clear(&fixture);
}

static void
test_incidents(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- id: riots\n"
                   "  type: circle\n"
                   "  source: incidents\n"
                   "  filter: [all, [==, [get, event], riot], ['>=', [get, killed], 5]]\n"
                   "  paint: {circle-radius: [+, 1, [get, value]]}\n");
    fixture_add(&fixture, "Alpha", 20, 20, INCMAP_EVENT_RIOT, 5);
    fixture_add(&fixture, "Beta", 30, 20, INCMAP_EVENT_BATTLE, 9);
    fixture_add(&fixture, "Gamma", 40, 20, INCMAP_EVENT_RIOT, 2);
    fixture_add(&fixture, "Delta", 50, 20, INCMAP_EVENT_RIOT, 7);
    fixture_get_fix(&fixture, 3)->precision = INCMAP_PRECISION_DISTRICT;
    fixture_arrange(&fixture);
    g_autoptr(GPtrArray) items = find_items(&fixture, "riots");
    g_assert_cmpuint(items->len, ==, 2);
    g_assert_true(has_note(&fixture, "draws 1 incident as exact points"));
    g_assert_cmpuint(fixture_count_labels(&fixture, "incident"), ==, 0);
    fixture_clear(&fixture);
}

static double
heat_at(const Fixture *fixture, const IncmapItem *item, IncmapPoint at)
{
    const IncmapImage *image = item->image;
    guint x = (guint)((at.x_pt - item->box.x0_pt) / incmap_box_width(item->box) * image->width_px);
    guint y =
        (guint)((at.y_pt - item->box.y0_pt) / incmap_box_height(item->box) * image->height_px);
    (void)fixture;
    g_assert_cmpuint(x, <, image->width_px);
    g_assert_cmpuint(y, <, image->height_px);
    return (image->pixels[y * image->width_px + x] >> 24) / 255.0;
}

/* The height of a lone bell is that of the specification's shaders; a vague one is lower and
 * wider, of the same volume. */
static void
test_heat(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- id: heat\n"
                   "  type: heatmap\n"
                   "  source: incidents\n"
                   "  paint:\n"
                   "    heatmap-radius: 30\n"
                   "    heatmap-weight: 2\n"
                   "    heatmap-opacity: 1\n"
                   "    heatmap-color: [interpolate, [linear], [heatmap-density], 0,\n"
                   "      'rgba(255,0,0,0)', 1, 'rgba(255,0,0,1)']\n");
    fixture_add(&fixture, "Alpha", 20, 25, INCMAP_EVENT_RIOT, 5);
    fixture_add(&fixture, "Beta", 60, 25, INCMAP_EVENT_RIOT, 5);
    fixture_get_fix(&fixture, 0)->radius_km = 0;
    fixture_get_fix(&fixture, 1)->precision = INCMAP_PRECISION_DISTRICT;
    fixture_get_fix(&fixture, 1)->radius_km = 400;
    fixture_arrange(&fixture);
    g_autoptr(GPtrArray) items = find_items(&fixture, "heat");
    g_assert_cmpuint(items->len, ==, 1);
    const IncmapItem *item = items->pdata[0];
    g_assert_cmpint(item->kind, ==, INCMAP_ITEM_IMAGE);
    const IncmapPoint *at = (const IncmapPoint *)(void *)fixture.scene->page.positions->data;
    double sigma_pt = 10 * pow(860 / 1200.0, 0.25), height = 2 * 0.3989;
    g_assert_cmpfloat_with_epsilon(heat_at(&fixture, item, at[0]), height, 0.01);
    IncmapPoint beside = {at[0].x_pt + sigma_pt, at[0].y_pt};
    g_assert_cmpfloat_with_epsilon(heat_at(&fixture, item, beside), height * exp(-0.5), 0.03);
    double own_pt = 400000 / 11120.0 / 2.146, spread_pt = hypot(sigma_pt, own_pt);
    g_assert_cmpfloat_with_epsilon(heat_at(&fixture, item, at[1]),
                                   height * pow(sigma_pt / spread_pt, 2), 0.01);
    IncmapPoint nowhere = {(at[0].x_pt + at[1].x_pt) / 2, at[0].y_pt};
    g_assert_cmpfloat(heat_at(&fixture, item, nowhere), ==, 0);
    fixture_clear(&fixture);
}

/* A line of 100 points from left to right, drawn beside itself. */
static void
test_lines(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- {id: double, type: line, source: roads, paint: {line-width: 2,"
                   " line-gap-width: 4}}\n"
                   "- {id: right, type: line, source: roads, paint: {line-offset: 5}}\n"
                   "- {id: soft, type: line, source: roads, paint: {line-width: 8, line-blur: 2}}\n"
                   "- id: ramp\n"
                   "  type: line\n"
                   "  source: roads\n"
                   "  paint:\n"
                   "    line-gradient: [interpolate, [linear], [line-progress], 0, '#000000', 1,\n"
                   "      '#ffffff']\n"
                   "- {id: plain, type: line, source: roads, paint: {line-translate: [1, 2],"
                   " line-color: '#123456'}}\n");
    fixture.options.width_pt = 1200; /* the style's points are the page's */
    fixture_lay_out(&fixture);
    IncmapBox map = fixture.layout.map;
    double x_pt = map.x0_pt + 100, y_pt = map.y0_pt + 100;
    const IncmapPoint road[] = {{x_pt, y_pt}, {x_pt + 50, y_pt}, {x_pt + 100, y_pt}};
    fixture_add_feature(fixture.scene, "roads", INCMAP_GEOMETRY_LINE, NULL, NULL, road, 3);
    fixture_arrange(&fixture);
    g_autoptr(GPtrArray) both = find_items(&fixture, "double");
    g_assert_cmpuint(both->len, ==, 2);
    for (guint i = 0; i < 2; i++)
        g_assert_cmpfloat_with_epsilon(((IncmapItem *)both->pdata[i])->path.points[1].y_pt,
                                       y_pt + (i == 0 ? 3 : -3), 1e-9);
    g_autoptr(GPtrArray) right = find_items(&fixture, "right");
    g_assert_cmpfloat_with_epsilon(((IncmapItem *)right->pdata[0])->path.points[0].y_pt, y_pt + 5,
                                   1e-9);
    g_autoptr(GPtrArray) soft = find_items(&fixture, "soft");
    double through = 1;
    for (guint i = 0; i < soft->len; i++)
        through *= 1 - ((IncmapItem *)soft->pdata[i])->paint.stroke.a;
    g_assert_cmpuint(soft->len, >, 3);
    g_assert_cmpfloat_with_epsilon(through, 0, 1e-6);
    g_autoptr(GPtrArray) ramp = find_items(&fixture, "ramp");
    g_assert_cmpfloat(((IncmapItem *)ramp->pdata[0])->paint.stroke.r, <, 0.02);
    g_assert_cmpfloat(((IncmapItem *)ramp->pdata[ramp->len - 1])->paint.stroke.r, >, 0.98);
    g_autoptr(GPtrArray) plain = find_items(&fixture, "plain");
    g_assert_cmpfloat(((IncmapItem *)plain->pdata[0])->shift.y_pt, ==, 2);
    fixture_clear(&fixture);
}

static void
test_areas(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- {id: zone, type: fill, source-layer: countries, paint: {fill-color: '#00f',"
                   " fill-pattern: hatch, fill-outline-color: '#f00', fill-opacity: 0.5}}\n");
    fixture_arrange(&fixture);
    g_autoptr(GPtrArray) items = find_items(&fixture, "zone");
    g_assert_cmpuint(items->len, ==, 1);
    const IncmapPaint *paint = &((IncmapItem *)items->pdata[0])->paint;
    g_assert_cmpint(paint->pattern, ==, INCMAP_PATTERN_HATCH);
    g_assert_cmpfloat(paint->fill.a, ==, 0);
    g_assert_cmpfloat_with_epsilon(paint->pattern_color.b, 1, 1e-9);
    g_assert_cmpfloat_with_epsilon(paint->stroke.a, 0.5, 1e-9);
    fixture_clear(&fixture);
}

/* What a layer cannot draw is told. */
static void
test_notes(void)
{
    Fixture fixture;
    init(&fixture, "layers:\n"
                   "- {id: lost, type: circle, source: nowhere}\n"
                   "- {id: bare, type: circle}\n"
                   "- {id: odd, type: circle, source: spots, paint: {circle-radius:"
                   " [number, [get, name]]}}\n");
    fixture_lay_out(&fixture);
    IncmapPoint at = incmap_box_centre(fixture.layout.map);
    IncmapLandFeature *feature =
        fixture_add_feature(fixture.scene, "spots", INCMAP_GEOMETRY_POINT, NULL, NULL, &at, 1);
    fixture_set_property(feature, "name", "many", 0);
    fixture_arrange(&fixture);
    g_assert_true(has_note(&fixture, "no layer is called \"nowhere\""));
    g_assert_true(has_note(&fixture, "it has no source-layer"));
    g_assert_true(has_note(&fixture, "layer \"odd\", circle-radius"));
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/paint/circles", test_circles);
    g_test_add_func("/paint/incidents", test_incidents);
    g_test_add_func("/paint/heat", test_heat);
    g_test_add_func("/paint/lines", test_lines);
    g_test_add_func("/paint/areas", test_areas);
    g_test_add_func("/paint/notes", test_notes);
    return g_test_run();
}
