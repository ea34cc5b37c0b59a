/* SPDX-License-Identifier: MIT */
#include "arrange-fixture.h"

#include "arrange/groups.h"
#include "arrange/names.h"
#include "arrange/obstacles.h"

#include <math.h>
#include <string.h>

#define PT_PER_DEG 10.0

static void
measure_text(gpointer data, const char *text, const IncmapFont *font,
             IncmapTextMetrics *out_metrics)
{
    (void)data;
    glong n = g_utf8_strlen(text, -1);
    gunichar first = n > 0 ? g_utf8_get_char(text) : 0;
    *out_metrics = (IncmapTextMetrics){
        .width_pt = n * font->size_pt * 0.55 +
                    (n > 1 ? (double)(n - 1) * font->spacing_em * font->size_pt : 0),
        .ascent_pt = font->size_pt * 0.9,
        .descent_pt = font->size_pt * 0.25,
        .cap_height_pt = font->size_pt * 0.72,
        .x_height_pt = font->size_pt * 0.52,
        .is_rtl = g_unichar_get_script(first) == G_UNICODE_SCRIPT_ARABIC,
    };
}

/* Degrees count from the map's lower left corner. */
static gboolean
forward(gpointer transform, IncmapLonLat from, IncmapPoint *out_to)
{
    const IncmapBox *map = transform;
    *out_to = (IncmapPoint){map->x0_pt + from.lon_deg * PT_PER_DEG,
                            map->y1_pt - from.lat_deg * PT_PER_DEG};
    return TRUE;
}

static gboolean
inverse(gpointer transform, IncmapPoint from, IncmapLonLat *out_to)
{
    const IncmapBox *map = transform;
    *out_to = (IncmapLonLat){(from.x_pt - map->x0_pt) / PT_PER_DEG,
                             (map->y1_pt - from.y_pt) / PT_PER_DEG};
    return TRUE;
}

static IncmapLandLayer *
get_layer(IncmapScene *scene, const char *name, IncmapGeometry geometry)
{
    for (guint i = 0; i < scene->land->len; i++) {
        IncmapLandLayer *layer = scene->land->pdata[i];
        if (strcmp(layer->name, name) == 0)
            return layer;
    }
    IncmapLandLayer *layer = incmap_land_layer_new(name, geometry);
    layer->credit = "Test layer";
    g_ptr_array_add(scene->land, layer);
    return layer;
}

void
fixture_set_property(IncmapLandFeature *feature, const char *key, const char *text, double number)
{
    feature->properties = g_renew(IncmapProperty, feature->properties, feature->n_properties + 1);
    feature->properties[feature->n_properties++] = (IncmapProperty){key, text, number};
}

IncmapLandFeature *
fixture_add_feature(IncmapScene *scene, const char *layer_name, IncmapGeometry geometry,
                    const char *id, const char *name, const IncmapPoint *points, guint n)
{
    IncmapLandLayer *layer = get_layer(scene, layer_name, geometry);
    g_array_set_size(layer->features, layer->features->len + 1);
    IncmapLandFeature *feature =
        &g_array_index(layer->features, IncmapLandFeature, layer->features->len - 1);
    feature->id = id;
    feature->name = name;
    feature->n_parts = 1;
    feature->part_starts = g_new0(guint32, 2);
    feature->part_starts[1] = n;
    feature->points = g_memdup2(points, n * sizeof *points);
    feature->box = (IncmapBox){INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (guint i = 0; i < n; i++)
        feature->box = incmap_box_union(feature->box, (IncmapBox){points[i].x_pt, points[i].y_pt,
                                                                  points[i].x_pt, points[i].y_pt});
    feature->area_pt2 = incmap_box_width(feature->box) * incmap_box_height(feature->box);
    fixture_set_property(feature, "focus", NULL, 1);
    fixture_set_property(feature, "rank", NULL, 1);
    return feature;
}

static void
make_land(IncmapScene *scene)
{
    IncmapBox map = scene->frame.map;
    double x0 = map.x0_pt + 150, x1 = map.x0_pt + 600, y0 = map.y0_pt + 60, y1 = map.y1_pt - 60;
    const IncmapPoint country[] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    const IncmapPoint river[] = {{x0, y1 - 80}, {x0 + 200, y1 - 120}, {x1, y1 - 90}};
    fixture_add_feature(scene, "countries", INCMAP_GEOMETRY_POLYGON, "TT", "Testland", country, 4);
    fixture_add_feature(scene, "rivers", INCMAP_GEOMETRY_LINE, NULL, "Great River", river, 3);
}

void
fixture_init(Fixture *fixture, const char *style)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *path =
        g_strdup_printf("%s/../styles/%s.yaml", g_getenv("INCMAP_TESTS"), style);
    *fixture = (Fixture){.scene = incmap_scene_new(), .measure = {NULL, measure_text}};
    fixture->style = incmap_style_load(path, &error);
    g_assert_no_error(error);
    fixture->options = (IncmapArrangeOptions){.width_pt = 860, .height_pt = 620, .language = "en"};
    fixture->scene->focus_country = "TT";
}

void
fixture_add(Fixture *fixture, const char *name, double lon_deg, double lat_deg, IncmapEvent event,
            double value)
{
    IncmapIncident *incident = incmap_scene_add_incident(fixture->scene);
    incident->place = name;
    incident->event = event;
    incident->value = value;
    incident->value_kind = isnan(value) ? INCMAP_VALUE_NONE : INCMAP_VALUE_KILLED;
    IncmapFix fix = {.precision = INCMAP_PRECISION_EXACT,
                     .point = {lon_deg, lat_deg},
                     .radius_km = 2,
                     .score = 0.9,
                     .name = name,
                     .country = "Testland",
                     .country_code = "TT",
                     .reason = "made by hand"};
    g_array_append_val(fixture->scene->fixes, fix);
}

void
fixture_add_town(Fixture *fixture, const char *name, double lon_deg, double lat_deg,
                 const char *feature_code, guint32 population)
{
    IncmapTown town = {.name = name,
                       .feature_code = feature_code,
                       .country_code = "TT",
                       .point = {lon_deg, lat_deg},
                       .population = population,
                       .place_id = fixture->scene->towns->len + 1};
    g_array_append_val(fixture->scene->towns, town);
}

void
fixture_lay_out(Fixture *fixture)
{
    g_autoptr(GError) error = NULL;
    IncmapScene *scene = fixture->scene;
    gboolean is_done = incmap_arrange_layout(scene, fixture->style, &fixture->measure,
                                             &fixture->options, &fixture->layout, &error);
    g_assert_no_error(error);
    g_assert_true(is_done);
    scene->frame = (IncmapFrame){
        .width_pt = fixture->options.width_pt,
        .height_pt = fixture->options.height_pt,
        .map = fixture->layout.map,
        .m_per_pt = 11120,
        .zoom = 4,
        .scale_variation = 1.05,
        .projection_name = "plate carrée",
        .forward = forward,
        .inverse = inverse,
    };
    scene->frame.transform = &scene->frame.map;
    make_land(scene);
    fixture->is_laid_out = TRUE;
}

void
fixture_arrange(Fixture *fixture)
{
    if (!fixture->is_laid_out)
        fixture_lay_out(fixture);
    incmap_arrange_scene(fixture->scene, fixture->style, &fixture->measure, &fixture->options,
                         &fixture->layout);
}

IncmapArrange *
fixture_open(Fixture *fixture)
{
    if (!fixture->is_laid_out)
        fixture_lay_out(fixture);
    IncmapArrange *arrange = &fixture->arrange;
    *arrange = (IncmapArrange){
        .scene = fixture->scene,
        .frame = &fixture->scene->frame,
        .style = fixture->style,
        .measure = &fixture->measure,
        .options = &fixture->options,
        .layout = &fixture->layout,
        .unit = 1,
        .obstacles = incmap_obstacles_new(fixture->options.width_pt, fixture->options.height_pt),
        .next_owner = INCMAP_OWNER_FIRST_LABEL,
    };
    for (int sheet = 0; sheet < INCMAP_N_SHEETS; sheet++) {
        arrange->sheets[sheet] = g_array_new(FALSE, TRUE, sizeof(IncmapItem));
        g_array_set_clear_func(arrange->sheets[sheet], incmap_item_clear);
    }
    incmap_names_prepare(arrange);
    incmap_groups_make(arrange);
    return arrange;
}

static void
close_arrange(IncmapArrange *arrange)
{
    for (int sheet = 0; sheet < INCMAP_N_SHEETS; sheet++)
        g_array_unref(arrange->sheets[sheet]);
    incmap_obstacles_free(arrange->obstacles);
    incmap_raster_free(arrange->countries);
    incmap_raster_free(arrange->provinces);
    g_array_unref(arrange->groups);
}

void
fixture_clear(Fixture *fixture)
{
    if (fixture->arrange.scene != NULL)
        close_arrange(&fixture->arrange);
    incmap_scene_free(fixture->scene);
    incmap_style_free(fixture->style);
}

/* Pieces of one label may touch; those of two may not. A sliver of overlap is rounding. */
static gboolean
labels_overlap(const IncmapLabel *a, const IncmapLabel *b)
{
    IncmapQuad first, second;
    for (guint i = 0; i < a->n_quads; i++) {
        for (guint k = 0; k < b->n_quads; k++) {
            memcpy(first.corner, a->quads + i * 4, sizeof first.corner);
            memcpy(second.corner, b->quads + k * 4, sizeof second.corner);
            if (incmap_quads_overlap(&first, &second))
                return TRUE;
        }
    }
    return FALSE;
}

void
fixture_assert_clean(const Fixture *fixture)
{
    const IncmapPage *page = &fixture->scene->page;
    IncmapBox paper = {0, 0, fixture->options.width_pt, fixture->options.height_pt};
    for (guint i = 0; i < page->labels->len; i++) {
        const IncmapLabel *a = &g_array_index(page->labels, IncmapLabel, i);
        if (a->n_quads == 0)
            continue;
        if (!incmap_box_contains(paper, a->box))
            g_error("\"%s\" (%s) leaves the page", a->text, a->class_id);
        for (guint k = i + 1; k < page->labels->len; k++) {
            const IncmapLabel *b = &g_array_index(page->labels, IncmapLabel, k);
            if (labels_overlap(a, b))
                g_error("\"%s\" (%s) overlaps \"%s\" (%s)", a->text, a->class_id, b->text,
                        b->class_id);
        }
    }
    for (guint i = 0; i < page->marks->len; i++) {
        IncmapPoint at = g_array_index(page->marks, IncmapMark, i).centre;
        g_assert_true(incmap_box_has_point(incmap_box_grow(fixture->layout.map, 20), at));
    }
}

guint
fixture_count_labels(const Fixture *fixture, const char *class_id)
{
    guint n = 0;
    for (guint i = 0; i < fixture->scene->page.labels->len; i++)
        n += strcmp(g_array_index(fixture->scene->page.labels, IncmapLabel, i).class_id,
                    class_id) == 0;
    return n;
}

const IncmapLabel *
fixture_find_label(const Fixture *fixture, const char *text)
{
    for (guint i = 0; i < fixture->scene->page.labels->len; i++) {
        const IncmapLabel *label = &g_array_index(fixture->scene->page.labels, IncmapLabel, i);
        if (strcmp(label->text, text) == 0)
            return label;
    }
    return NULL;
}

const IncmapFurniture *
fixture_find_furniture(const Fixture *fixture, const char *kind)
{
    for (guint i = 0; i < fixture->scene->page.furniture->len; i++) {
        const IncmapFurniture *block =
            &g_array_index(fixture->scene->page.furniture, IncmapFurniture, i);
        if (strcmp(block->kind, kind) == 0)
            return block;
    }
    return NULL;
}

gboolean
fixture_has_dropped(const Fixture *fixture, const char *text, const char *reason)
{
    for (guint i = 0; i < fixture->scene->page.dropped->len; i++) {
        const IncmapDropped *dropped =
            &g_array_index(fixture->scene->page.dropped, IncmapDropped, i);
        if (strcmp(dropped->text, text) == 0 && strcmp(dropped->reason, reason) == 0)
            return TRUE;
    }
    return FALSE;
}

IncmapIncident *
fixture_get_incident(const Fixture *fixture, guint i)
{
    return &g_array_index(fixture->scene->incidents, IncmapIncident, i);
}

IncmapFix *
fixture_get_fix(const Fixture *fixture, guint i)
{
    return &g_array_index(fixture->scene->fixes, IncmapFix, i);
}
