/* SPDX-License-Identifier: MIT */
#include "sample-page.h"

#include <math.h>

IncmapColor
sample_color(guint32 rgb, double opacity)
{
    return (IncmapColor){(rgb >> 16 & 255) / 255.0, (rgb >> 8 & 255) / 255.0, (rgb & 255) / 255.0,
                         opacity};
}

IncmapItem *
sample_add_text(IncmapScene *scene, const char *text, double x_pt, double y_pt, double size_pt,
                int weight, guint32 rgb)
{
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_RUN);
    item->run = (IncmapRun){
        .text = incmap_scene_string(scene, text),
        .origin = {x_pt, y_pt},
        .font = {.family = "Inter, Noto Sans, Noto Sans Arabic, DejaVu Sans",
                 .size_pt = size_pt,
                 .weight = weight},
        .color = sample_color(rgb, 1),
    };
    return item;
}

IncmapItem *
sample_add_box(IncmapScene *scene, IncmapBox box, guint32 rgb)
{
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_box(&item->path, box);
    item->paint.fill = sample_color(rgb, 1);
    return item;
}

static IncmapItem *
begin_group(IncmapScene *scene, const char *id, const char *label, IncmapBox clip)
{
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_GROUP);
    item->id = id;
    item->label = label;
    item->clip = clip;
    return item;
}

static void
end_group(IncmapScene *scene)
{
    incmap_page_add(&scene->page, INCMAP_ITEM_END_GROUP);
}

/* A polygon of one part: a circle whose radius swings. */
static IncmapLandFeature
make_feature(IncmapPoint centre, double radius_pt, guint n_points, double waves)
{
    IncmapLandFeature feature = {.n_parts = 1};
    feature.part_starts = g_new0(guint32, 2);
    feature.part_starts[1] = n_points;
    feature.points = g_new0(IncmapPoint, n_points);
    for (guint i = 0; i < n_points; i++) {
        double t = 2 * G_PI * i / n_points;
        double r = radius_pt * (1 + 0.12 * sin(waves * t) + 0.05 * sin(3.7 * waves * t));
        feature.points[i] = (IncmapPoint){centre.x_pt + r * cos(t), centre.y_pt + r * sin(t)};
    }
    return feature;
}

static IncmapItem *
add_land(IncmapScene *scene, guint first, guint n, guint32 fill, guint32 stroke, double width_pt)
{
    IncmapLandLayer *layer = g_ptr_array_index(scene->land, 0);
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_LAND);
    item->features = g_new0(const IncmapLandFeature *, n);
    item->n_features = n;
    for (guint i = 0; i < n; i++)
        item->features[i] = &g_array_index(layer->features, IncmapLandFeature, first + i);
    item->paint.fill = sample_color(fill, 1);
    item->paint.stroke = sample_color(stroke, 1);
    item->paint.stroke_width_pt = width_pt;
    item->paint.join = INCMAP_JOIN_ROUND;
    return item;
}

static void
add_ground(IncmapScene *scene)
{
    IncmapLandLayer *layer = incmap_land_layer_new("land", INCMAP_GEOMETRY_POLYGON);
    g_ptr_array_add(scene->land, layer);
    const IncmapLandFeature features[] = {
        make_feature((IncmapPoint){520, 240}, 290, 900, 9),
        make_feature((IncmapPoint){400, 260}, 130, 600, 5),
        make_feature((IncmapPoint){450, 200}, 50, 80, 4),
        make_feature((IncmapPoint){360, 320}, 30, 60, 6),
    };
    g_array_append_vals(layer->features, features, G_N_ELEMENTS(features));

    begin_group(scene, "map", "Map of the Kidal region", (IncmapBox){18, 57.3, 702, 420.4});
    sample_add_box(scene, (IncmapBox){18, 57.3, 702, 420.4}, 0xd3e0e8);
    add_land(scene, 0, 1, 0xe7e4dd, 0x9fb3bf, 0.5);
    add_land(scene, 1, 1, 0xfffbf3, 0x555555, 0.9);
    IncmapItem *region = add_land(scene, 2, 1, 0xf7e8cc, 0xb09a70, 0.5);
    region->paint.dash_pt[0] = 1;
    region->paint.dash_pt[1] = 1.6;
    region->paint.n_dashes = 2;
    IncmapItem *disputed = add_land(scene, 3, 1, 0xeeeeee, 0x888888, 0.5);
    disputed->paint.pattern = INCMAP_PATTERN_HATCH;
    disputed->paint.pattern_color = sample_color(0x808080, 1);
    disputed->paint.pattern_step_pt = 3.4;
    disputed->paint.pattern_width_pt = 0.4;
}

static void
add_river(IncmapScene *scene)
{
    IncmapItem *river = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    river->id = "river";
    incmap_path_move(&river->path, 290, 380);
    incmap_path_curve(&river->path, (IncmapPoint){330, 250}, (IncmapPoint){380, 330},
                      (IncmapPoint){420, 300});
    incmap_path_curve(&river->path, (IncmapPoint){460, 270}, (IncmapPoint){470, 380},
                      (IncmapPoint){560, 410});
    river->paint.stroke = sample_color(0x7aa8c6, 1);
    river->paint.stroke_width_pt = 1.1;
    river->paint.cap = INCMAP_CAP_ROUND;
    river->paint.join = INCMAP_JOIN_ROUND;
    IncmapItem *name = sample_add_text(scene, "Niger", 470, 352, 9, 400, 0x4f7e9e);
    name->run.font.family = "P052, Noto Serif";
    name->run.font.is_italic = TRUE;
    name->run.font.spacing_em = 0.08;
    name->run.angle_rad = 0.7;
}

static void
add_town(IncmapScene *scene, const char *name, double x, double y)
{
    IncmapItem *dot = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_circle(&dot->path, (IncmapPoint){x, y}, 1.6);
    dot->paint.fill = sample_color(0x222222, 1);
    dot->paint.stroke = sample_color(0xffffff, 1);
    dot->paint.stroke_width_pt = 0.6;
    IncmapItem *label = sample_add_text(scene, name, x + 4, y + 2.6, 7.5, 500, 0x1a1a1a);
    label->run.halo = sample_color(0xfffbf3, 0.9);
    label->run.halo_pt = 1;
}

static void
add_names(IncmapScene *scene)
{
    begin_group(scene, "names", NULL, (IncmapBox){0});
    IncmapItem *country = sample_add_text(scene, "MALI", 330, 230, 16, 700, 0x444444);
    country->run.font.spacing_em = 0.4;
    IncmapItem *neighbour = sample_add_text(scene, "ALGERIA", 560, 110, 8, 500, 0x777777);
    neighbour->run.font.spacing_em = 0.2;
    IncmapItem *sea = sample_add_text(scene, "Atlantic Ocean", 40, 180, 10, 400, 0x4f7e9e);
    sea->run.font.family = "P052, Noto Serif";
    sea->run.font.is_italic = TRUE;
    sea->run.font.spacing_em = 0.05;
    add_town(scene, "Tessalit", 440, 180);
    add_town(scene, "Ménaka & Gao <east>", 470, 270);
    add_town(scene, "تمبكتو", 350, 280);
    add_town(scene, "टिम्बकटू", 330, 350);
    add_town(scene, "Τιμπουκτού (e\xcc\x81)", 250, 290);
    end_group(scene);
}

static void
add_incident(IncmapScene *scene)
{
    begin_group(scene, "incident-0", "Tinzaouaten: ambush", (IncmapBox){0});
    IncmapItem *disc = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_circle(&disc->path, (IncmapPoint){492, 210}, 7);
    disc->paint.fill = sample_color(0xd0021b, 0.25);
    disc->paint.stroke = sample_color(0xd0021b, 1);
    disc->paint.stroke_width_pt = 0.6;
    IncmapItem *dot = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_circle(&dot->path, (IncmapPoint){492, 210}, 3);
    dot->paint.fill = sample_color(0xd0021b, 1);
    IncmapItem *leader = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_move(&leader->path, 497, 205);
    incmap_path_line(&leader->path, 532, 170);
    incmap_path_line(&leader->path, 556, 170);
    leader->paint.stroke = sample_color(0x222222, 1);
    leader->paint.stroke_width_pt = 0.6;
    sample_add_box(scene, (IncmapBox){556, 150, 690, 220}, 0xffffff);
    sample_add_text(scene, "Tinzaouaten", 564, 165, 9.5, 700, 0x111111);
    sample_add_text(scene, "Ambush, 25–27 July 2024", 564, 177, 7, 500, 0x111111);
    IncmapItem *number = sample_add_text(scene, "84", 564, 196, 7.5, 700, 0x111111);
    number->run.font.has_tabular_figures = TRUE;
    sample_add_text(scene, "Wagner fighters, as claimed", 577, 196, 7.5, 400, 0x333333);
    end_group(scene);
}

static void
add_inset(IncmapScene *scene)
{
    IncmapItem *group =
        begin_group(scene, "inset", "Where this is", (IncmapBox){640, 360, 692, 412});
    group->clip_radius_pt = 26;
    sample_add_box(scene, (IncmapBox){640, 360, 692, 412}, 0xffffff);
    IncmapItem *land = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_move(&land->path, 650, 350);
    incmap_path_line(&land->path, 700, 380);
    incmap_path_line(&land->path, 660, 420);
    incmap_path_close(&land->path);
    land->paint.fill = sample_color(0xc9c5ba, 1);
    land->paint.pattern = INCMAP_PATTERN_DOTS;
    land->paint.pattern_color = sample_color(0x666666, 1);
    land->paint.pattern_step_pt = 3;
    land->paint.pattern_width_pt = 0.8;
    end_group(scene);
    IncmapItem *ring = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_circle(&ring->path, (IncmapPoint){666, 386}, 26);
    ring->paint.stroke = sample_color(0x999999, 1);
    ring->paint.stroke_width_pt = 0.8;
}

static void
add_legend(IncmapScene *scene)
{
    begin_group(scene, "legend", "Legend", (IncmapBox){0});
    IncmapItem *ramp = sample_add_box(scene, (IncmapBox){30, 380, 120, 388}, 0xfff3d6);
    ramp->paint.gradient_to = sample_color(0xa50f15, 1);
    ramp->paint.gradient_x0_pt = 30;
    ramp->paint.gradient_x1_pt = 120;
    IncmapItem *bars = sample_add_box(scene, (IncmapBox){130, 380, 160, 388}, 0xffffff);
    bars->paint.pattern = INCMAP_PATTERN_VERTICAL;
    bars->paint.pattern_color = sample_color(0x444444, 1);
    bars->paint.pattern_step_pt = 2;
    bars->paint.pattern_width_pt = 0.7;
    bars->paint.stroke = sample_color(0x444444, 1);
    bars->paint.stroke_width_pt = 0.5;
    sample_add_text(scene, "deaths reported", 30, 398, 6.5, 400, 0x333333);
    end_group(scene);
}

IncmapScene *
sample_page_new(void)
{
    IncmapScene *scene = incmap_scene_new();
    scene->frame.width_pt = 720;
    scene->frame.height_pt = 450;
    scene->page.background = sample_color(0xffffff, 1);
    scene->page.title = "Ambush at Tinzaouaten";
    scene->page.description = "A map of Mali. Tinzaouaten lies on the border with Algeria.";
    IncmapItem *title = sample_add_text(scene, "Ambush at Tinzaouaten", 18, 30, 19, 700, 0x111111);
    title->run.font.family = "Inter Display, Inter";
    title->run.font.spacing_em = -0.02;
    sample_add_text(scene, "An attack in Mali’s Kidal region, on the Algerian border, killed many",
                    18, 46, 8.5, 400, 0x444444);
    add_ground(scene);
    add_river(scene);
    add_names(scene);
    add_incident(scene);
    add_legend(scene);
    end_group(scene);
    add_inset(scene);
    sample_add_text(scene, "Sources: Natural Earth; GeoNames.", 18, 436, 6, 400, 0x666666);
    return scene;
}

IncmapScene *
sample_page_new_large(guint n_vertices, guint n_features, guint n_labels)
{
    IncmapScene *scene = incmap_scene_new();
    scene->frame.width_pt = 768;
    scene->frame.height_pt = 576;
    scene->page.background = sample_color(0xffffff, 1);
    scene->page.title = "Timing";
    IncmapLandLayer *layer = incmap_land_layer_new("land", INCMAP_GEOMETRY_POLYGON);
    g_ptr_array_add(scene->land, layer);
    guint columns = (guint)ceil(sqrt(n_features * 4.0 / 3));
    double step = 768.0 / columns;
    for (guint i = 0; i < n_features; i++) {
        IncmapPoint centre = {(i % columns + 0.5) * step,
                              (floor(i / (double)columns) + 0.5) * step};
        IncmapLandFeature feature =
            make_feature(centre, step * 0.55, n_vertices / n_features, 7 + i % 5);
        g_array_append_val(layer->features, feature);
    }
    begin_group(scene, "map", NULL, (IncmapBox){12, 12, 756, 564});
    sample_add_box(scene, (IncmapBox){12, 12, 756, 564}, 0xd3e0e8);
    add_land(scene, 0, n_features, 0xe7e4dd, 0x8a8a8a, 0.5);
    end_group(scene);
    for (guint i = 0; i < n_labels; i++) {
        g_autofree char *name = g_strdup_printf("Tinzaouaten %u", i);
        add_town(scene, incmap_scene_string(scene, name), 30 + i % 8 * 90,
                 40 + (i / 8 % 40) * 13.3);
    }
    return scene;
}
