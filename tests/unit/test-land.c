/* SPDX-License-Identifier: MIT */
#include "base/geodesy.h"
#include "fake-layers.h"
#include "project/cutter.h"
#include "project/project.h"

#include <math.h>
#include <string.h>

static IncmapScene *
draw(const char *projection, const char *extent, double width_pt, double height_pt)
{
    g_autoptr(GError) error = NULL;
    IncmapScene *scene = incmap_scene_new();
    IncmapProjectOptions options = {.width_pt = width_pt,
                                    .height_pt = height_pt,
                                    .map = {0, 0, width_pt, height_pt},
                                    .projection = projection,
                                    .extent = extent};
    incmap_project_frame(scene, fake_layers(), &options, &error);
    g_assert_no_error(error);
    IncmapLandOptions land = {.has_graticule = TRUE};
    incmap_project_land(scene, fake_layers(), &land, &error);
    g_assert_no_error(error);
    return scene;
}

static const IncmapLandLayer *
layer_named(const GPtrArray *land, const char *name)
{
    for (guint i = 0; i < land->len; i++) {
        const IncmapLandLayer *layer = g_ptr_array_index(land, i);
        if (strcmp(layer->name, name) == 0)
            return layer;
    }
    g_assert_not_reached();
}

static const IncmapLandFeature *
feature_of(const IncmapLandLayer *layer, const char *id)
{
    for (guint i = 0; i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(feature->id, id) == 0)
            return feature;
    }
    return NULL;
}

/* Even-odd over all parts. */
static gboolean
holds(const IncmapLandFeature *feature, IncmapPoint at)
{
    gboolean is_inside = FALSE;
    for (guint part = 0; part < feature->n_parts; part++) {
        guint start = feature->part_starts[part], end = feature->part_starts[part + 1];
        for (guint i = start, j = end - 1; i < end; j = i++) {
            IncmapPoint a = feature->points[i], b = feature->points[j];
            if ((a.y_pt > at.y_pt) != (b.y_pt > at.y_pt) &&
                at.x_pt < a.x_pt + (at.y_pt - a.y_pt) / (b.y_pt - a.y_pt) * (b.x_pt - a.x_pt))
                is_inside = !is_inside;
        }
    }
    return is_inside;
}

static void
check_feature(const IncmapLandFeature *feature, IncmapGeometry geometry, IncmapBox box)
{
    g_assert_cmpuint(feature->n_parts, >, 0);
    for (guint part = 0; part < feature->n_parts; part++)
        g_assert_cmpuint(feature->part_starts[part + 1] - feature->part_starts[part], >=,
                         geometry == INCMAP_GEOMETRY_POLYGON ? 3 : 2);
    for (guint i = 0; i < feature->part_starts[feature->n_parts]; i++) {
        IncmapPoint at = feature->points[i];
        g_assert_true(isfinite(at.x_pt) && isfinite(at.y_pt));
        g_assert_true(incmap_box_has_point(incmap_box_grow(box, INCMAP_CUT_MARGIN_PT + 0.01), at));
    }
}

/* Colours a grid of the page by asking the layers where each point is, and by the cut polygons:
 * both must agree, but for points close to an edge. */
static void
check_fill(const IncmapScene *scene)
{
    const IncmapFrame *frame = &scene->frame;
    const IncmapLandLayer *countries = layer_named(scene->land, "countries");
    const int n = 40;
    for (int i = 1; i < n; i++)
        for (int k = 1; k < n; k++) {
            IncmapPoint at = {frame->map.x1_pt * i / n + 0.013, frame->map.y1_pt * k / n + 0.017};
            const char *code[5];
            for (int side = 0; side < 5; side++) {
                IncmapPoint near = {at.x_pt + (side == 1) - (side == 2),
                                    at.y_pt + (side == 3) - (side == 4)};
                IncmapLonLat place;
                IncmapFeature found;
                code[side] =
                    frame->inverse(frame->transform, near, &place) &&
                            incmap_layers_at(fake_layers(), INCMAP_LAYER_COUNTRIES, place, &found)
                        ? found.code
                        : "";
            }
            gboolean is_edge = FALSE;
            for (int side = 1; side < 5; side++)
                is_edge = is_edge || strcmp(code[0], code[side]) != 0;
            if (is_edge || strcmp(code[0], "AQ") == 0) /* its coast is no box */
                continue;
            for (guint f = 0; f < countries->features->len; f++) {
                const IncmapLandFeature *feature =
                    &g_array_index(countries->features, IncmapLandFeature, f);
                if (strcmp(feature->id, "AQ") != 0)
                    g_assert_true(holds(feature, at) == (strcmp(feature->id, code[0]) == 0));
            }
        }
}

typedef struct Case Case;
struct Case {
    const char *projection, *extent;
};

static const Case cases[] = {
    {"robinson", "world"},
    {"equal earth", "world"},
    {"mercator", "world"},
    {"orthographic", "world"},
    {"lambert azimuthal", "world"},
    {"plate carree", "world"},
    {"+proj=eqearth +lon_0=180", "world"},
    {"+proj=moll +lon_0=-100", "world"},
    {"+proj=ortho +lat_0=60 +lon_0=-170 +R=6371000", "world"},
    {"+proj=ortho +lat_0=-35 +lon_0=120 +R=6371000", "world"},
    {"+proj=laea +lat_0=-90", "world"},
    {"polar stereographic", "-180,50,180,90"},
    {"polar stereographic", "-180,-90,180,-50"},
    {NULL, "AQ"},
    {NULL, "RU"},
    {NULL, "FJ"},
    {NULL, "ML"},
    {"albers", "-130,20,-60,60"},
    {"web mercator", "FJ"},
    {"EPSG:3413", "RU"},
    {"orthographic", "160,-50,-160,-20"},
    {"gnomonic", "RU"},
};

static void
test_cut(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_test_message("%s %s", cases[i].projection != NULL ? cases[i].projection : "chosen",
                       cases[i].extent);
        g_autoptr(IncmapScene) scene = draw(cases[i].projection, cases[i].extent, 700, 500);
        g_assert_cmpstr(((IncmapLandLayer *)g_ptr_array_index(scene->land, 0))->name, ==, "sphere");
        for (guint l = 0; l < scene->land->len; l++) {
            const IncmapLandLayer *layer = g_ptr_array_index(scene->land, l);
            for (guint f = 0; f < layer->features->len; f++)
                check_feature(&g_array_index(layer->features, IncmapLandFeature, f),
                              layer->geometry, scene->frame.map);
        }
        check_fill(scene);
    }
}

/* Wherever an equal-area map is cut open, Russia keeps its area. */
static void
test_area(void)
{
    double expected_pt2 = 0;
    for (int lon_0 = -180; lon_0 < 180; lon_0 += 30) {
        g_autofree char *projection = g_strdup_printf("+proj=eqearth +lon_0=%d", lon_0);
        g_autoptr(IncmapScene) scene = draw(projection, "world", 3000, 1500);
        const IncmapLandFeature *russia = feature_of(layer_named(scene->land, "countries"), "RU");
        double area_pt2 = russia->area_pt2;
        if (lon_0 == -180)
            expected_pt2 = area_pt2;
        g_assert_cmpfloat_with_epsilon(area_pt2 / expected_pt2, 1, 1e-3);
        double page_pt2 = russia->whole_area_pt2; /* reckoned with the scale in the middle */
        g_assert_cmpfloat(page_pt2, >, 0);
    }
}

/* Pieces on both sides of the antimeridian become one ring where the map isn't cut there. */
static void
test_join(void)
{
    g_autoptr(IncmapScene) scene = draw(NULL, "RU", 700, 500);
    const IncmapLandFeature *russia = feature_of(layer_named(scene->land, "countries"), "RU");
    g_assert_cmpuint(russia->n_parts, ==, 1);
    g_autoptr(IncmapScene) south = draw(NULL, "AQ", 600, 600);
    const IncmapLandFeature *ice = feature_of(layer_named(south->land, "countries"), "AQ");
    g_assert_cmpuint(ice->n_parts, ==, 1);
    IncmapPoint pole;
    g_assert_true(south->frame.forward(south->frame.transform, (IncmapLonLat){0, -90}, &pole));
    g_assert_true(holds(ice, pole));
}

/* The 49th parallel bends. */
static void
test_bend(void)
{
    g_autoptr(IncmapScene) scene = draw("lambert azimuthal", "-130,40,-90,60", 700, 500);
    const IncmapLandFeature *line =
        &g_array_index(layer_named(scene->land, "borders")->features, IncmapLandFeature, 0);
    g_assert_cmpuint(line->n_parts, ==, 1);
    for (guint i = 1; i < line->part_starts[1]; i++) {
        IncmapPoint middle = {(line->points[i - 1].x_pt + line->points[i].x_pt) / 2,
                              (line->points[i - 1].y_pt + line->points[i].y_pt) / 2};
        IncmapLonLat place;
        g_assert_true(scene->frame.inverse(scene->frame.transform, middle, &place));
        double off_km = fabs(place.lat_deg - 49) * 111;
        g_assert_cmpfloat(off_km * 1000 / scene->frame.m_per_pt, <, 0.15);
    }
}

/* A seeded walk of random triangles, with and without the antipode inside. */
static void
test_cap(void)
{
    g_autoptr(GArray) ring = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    g_autoptr(GArray) out = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    IncmapLonLat far[] = {{150, -20}, {210, -20}, {210, 20}, {150, 20}};
    GArray coarse = {(gchar *)far, G_N_ELEMENTS(far)};
    gboolean is_turned = FALSE;
    incmap_densify(&coarse, 1, TRUE, ring);
    incmap_cap_ring((IncmapLonLat){0.0001, 0.0001}, 90, ring, out, &is_turned);
    g_assert_true(is_turned); /* the whole edge, to be taken away again */
    incmap_cap_ring((IncmapLonLat){0.0001, 50}, 90, ring, out, &is_turned);
    g_assert_false(is_turned);
    for (guint i = 0; i < out->len; i++)
        g_assert_cmpfloat(
            incmap_angle_deg((IncmapLonLat){0.0001, 50}, g_array_index(out, IncmapLonLat, i)), <,
            90.001);
}

static void
test_insets(void)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapScene) scene = draw(NULL, "ML", 700, 500);
    scene->focus_country = "ML";
    g_autoptr(IncmapInset) globe = incmap_project_globe(scene, fake_layers(), scene->frame.centre,
                                                        (IncmapPoint){100, 100}, 45, &error);
    g_assert_no_error(error);
    const IncmapLandFeature *sphere =
        &g_array_index(layer_named(globe->land, "sphere")->features, IncmapLandFeature, 0);
    g_assert_cmpfloat_with_epsilon(sphere->area_pt2, G_PI * 45 * 45, 5);
    g_assert_nonnull(feature_of(layer_named(globe->land, "focus"), "ML"));
    g_assert_null(feature_of(layer_named(globe->land, "land"), "FJ"));
    g_autoptr(IncmapInset) locator =
        incmap_project_locator(scene, fake_layers(), (IncmapBox){0, 0, 90, 90}, &error);
    g_assert_no_error(error);
    g_assert_cmpuint(layer_named(locator->land, "extent")->features->len, ==, 1);
    g_autoptr(IncmapScene) south = draw(NULL, "AQ", 700, 500);
    g_autoptr(IncmapInset) around =
        incmap_project_locator(south, fake_layers(), (IncmapBox){0, 0, 90, 90}, &error);
    const IncmapLandFeature *outline =
        &g_array_index(layer_named(around->land, "extent")->features, IncmapLandFeature, 0);
    for (guint i = 1; i < outline->part_starts[1]; i++)
        g_assert_cmpfloat(hypot(outline->points[i].x_pt - outline->points[i - 1].x_pt,
                                outline->points[i].y_pt - outline->points[i - 1].y_pt),
                          <, 10);
}

static void
test_graticule(void)
{
    g_autoptr(IncmapScene) scene = draw(NULL, "ML", 700, 500);
    const IncmapLandLayer *graticule = layer_named(scene->land, "graticule");
    g_assert_cmpuint(graticule->features->len, >=, 6);
    g_assert_cmpuint(graticule->features->len, <=, 20);
    const IncmapLandFeature *line = &g_array_index(graticule->features, IncmapLandFeature, 0);
    g_assert_cmpstr(line->properties[0].key, ==, "deg");
    g_assert_nonnull(line->name);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/land/cut", test_cut);
    g_test_add_func("/land/area", test_area);
    g_test_add_func("/land/join", test_join);
    g_test_add_func("/land/bend", test_bend);
    g_test_add_func("/land/cap", test_cap);
    g_test_add_func("/land/insets", test_insets);
    g_test_add_func("/land/graticule", test_graticule);
    return g_test_run();
}
