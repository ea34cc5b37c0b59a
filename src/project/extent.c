/* SPDX-License-Identifier: MIT */
/*
 * Decides what the map shows when the user doesn't say. A reader wants to
 * recognise where something happened: mostly by the shape of the country, in a
 * very large country by the region, in a city by the city.
 */
#include "project/spots.h"

#include <math.h>

static const double km_per_deg = 111.195;

/* The figures behind the rules, all in kilometres unless said otherwise. */
static const double one_place = 2;          /* incidents closer together are one place */
static const double city_spread = 40;       /* a city and its outskirts */
static const double city_width = 32;        /* so that the city's parts are around them */
static const double large_country = 2600;   /* beyond, the country's shape says too little */
static const double region_across = 1700;   /* of the map box: its geometric mean of sides */
static const double open_sea_across = 1500; /* the same for a place in no country */
static const double country_width = 250;    /* so that a tiny country has its neighbours */
static const double covers_country = 0.45;  /* spread / country beyond which it is shown whole */
static const double context = 0.3;          /* of a country, shown around a smaller spread */

typedef struct Choice Choice;
struct Choice {
    IncmapView *view;
    IncmapScene *scene;
    const IncmapLayers *layers;
    const IncmapSpots *spots;
    const char *code;  /* the country that the map is about; NULL */
    const char *name;  /* its name */
    guint n_home;      /* incidents in it */
    double country_km; /* larger side of its shown part; 0 when unknown */
    double box_aspect; /* shorter / longer side of the map box */
};

static void
add_incidents(const Choice *choice)
{
    for (guint i = 0; i < choice->spots->points->len; i++) {
        IncmapLonLat point = g_array_index(choice->spots->points, IncmapLonLat, i);
        double radius_km = g_array_index(choice->spots->radii_km, double, i);
        incmap_view_add(choice->view, point);
        if (radius_km >= 10)
            incmap_view_add_circle(choice->view, point, radius_km);
    }
    choice->view->n_must = choice->view->places->len;
    for (guint i = 0; i < choice->spots->vague->len; i++)
        incmap_view_add_country(choice->view, choice->layers,
                                g_ptr_array_index(choice->spots->vague, i), NULL, 0);
}

static void
add_country(const Choice *choice, IncmapView *view)
{
    guint n_seeds = MIN(choice->spots->points->len, 200);
    const IncmapLonLat *seeds = (const IncmapLonLat *)(const void *)choice->spots->points->data;
    incmap_view_add_country(view, choice->layers, choice->code, n_seeds > 0 ? seeds : NULL,
                            choice->n_home == choice->spots->n ? n_seeds : 0);
}

/* Whether the places can be in the country at all: a fix in Svalbard may say Norway, of which the
 * layers have another outline. A town just across a border is still near. */
static gboolean
is_country_near(const IncmapFeature *country, const IncmapSpots *spots)
{
    const double near_deg = 4;
    IncmapExtent extent = country->extent;
    if (spots->points->len == 0)
        return TRUE;
    extent.south_deg -= near_deg;
    extent.north_deg += near_deg;
    double margin = near_deg / MAX(cos(spots->centre.lat_deg * (G_PI / 180)), 0.1);
    extent.west_deg -= margin;
    extent.east_deg += margin;
    return incmap_extent_has_point(extent, spots->centre);
}

static void
measure_country(Choice *choice)
{
    IncmapFeature feature;
    if (!incmap_find_country(choice->layers, choice->code, &feature))
        return;
    if (!is_country_near(&feature, choice->spots)) {
        if (!incmap_layers_at(choice->layers, INCMAP_LAYER_COUNTRIES, choice->spots->centre,
                              &feature) ||
            feature.code == NULL)
            return;
        choice->code = feature.code;
    }
    choice->name = feature.name != NULL ? feature.name : choice->code;
    IncmapView view;
    incmap_view_init(&view);
    add_country(choice, &view);
    incmap_view_measure(&view);
    choice->country_km = view.is_world ? 20000 : view.radius_deg * 2 * km_per_deg;
    incmap_view_clear(&view);
}

/* So much ground around the incidents that the map box is @across_km wide, mean of its sides. */
static void
show_region(const Choice *choice, double across_km)
{
    double radius_km = across_km / 2 * sqrt(choice->box_aspect);
    incmap_view_add_circle(choice->view, choice->spots->centre, radius_km);
    choice->view->padding = 0;
}

static void
show_country(const Choice *choice)
{
    add_country(choice, choice->view);
    choice->view->min_width_km = country_width;
    choice->view->reason = incmap_scene_printf(
        choice->scene, "%s and what lies around it, so that the place can be recognised",
        choice->name);
}

static void
show_one_place(const Choice *choice)
{
    if (choice->country_km == 0) {
        show_region(choice, open_sea_across);
        choice->view->reason = "the region around the place, which is in no country";
    } else if (choice->country_km > large_country) {
        show_region(choice, region_across);
        choice->view->reason = incmap_scene_printf(
            choice->scene, "the region around the place, since %s is %.0f km across", choice->name,
            round(choice->country_km / 100) * 100);
    } else {
        show_country(choice);
    }
}

static void
show_city(const Choice *choice)
{
    choice->view->min_width_km = city_width;
    choice->view->padding = 0.15;
    choice->view->reason =
        incmap_scene_printf(choice->scene, "the city, since all %u incidents lie within %.0f km",
                            choice->spots->n, ceil(choice->spots->spread_km));
}

static void
show_spread(const Choice *choice)
{
    double spread_km = choice->spots->spread_km;
    double across_km = MAX(0.6 * spread_km, MIN(context * choice->country_km, 500));
    incmap_view_add_circle(choice->view, choice->spots->centre, MAX(across_km, 100) / 2);
    choice->view->padding = 0.1;
    choice->view->reason = incmap_scene_printf(
        choice->scene, "the %u incidents, %.0f km apart at most, with what lies around them",
        choice->spots->n, ceil(spread_km));
}

static void
show_incidents(Choice *choice)
{
    const IncmapSpots *spots = choice->spots;
    gboolean is_home = choice->code != NULL && choice->n_home * 2 >= spots->n;
    add_incidents(choice);
    if (spots->spread_km < one_place)
        show_one_place(choice);
    else if (spots->spread_km < city_spread && spots->is_exact && !spots->is_several_towns)
        show_city(choice);
    else if (is_home && choice->country_km > 0 &&
             spots->spread_km >= covers_country * choice->country_km)
        show_country(choice);
    else
        show_spread(choice);
}

static void
show_without_places(Choice *choice)
{
    add_incidents(choice); /* the countries of incidents known no better */
    if (choice->code != NULL && choice->country_km > 0) {
        show_country(choice);
    } else if (choice->view->places->len == 0) {
        choice->view->is_world = TRUE;
        choice->view->reason = "the world, since no incident has a place";
    } else {
        choice->view->min_width_km = country_width;
        choice->view->reason = "the countries that incidents are known to be in";
    }
}

static void
show_world(const Choice *choice)
{
    add_incidents(choice);
    choice->view->is_world = TRUE;
    choice->view->reason = "the world, since the incidents lie on both sides of it";
}

static void
choose_by_incidents(IncmapView *view, IncmapScene *scene, const IncmapLayers *layers,
                    double box_aspect)
{
    IncmapSpots spots;
    incmap_spots_init(&spots, scene);
    Choice choice = {view, scene, layers, &spots, .box_aspect = box_aspect};
    choice.code = incmap_spots_main_country(&spots, &choice.n_home);
    if (scene->focus_country != NULL) {
        choice.code = scene->focus_country;
        choice.n_home =
            GPOINTER_TO_UINT(g_hash_table_lookup(spots.n_by_code, scene->focus_country));
    }
    if (choice.code != NULL)
        measure_country(&choice);
    if (spots.is_global)
        show_world(&choice);
    else if (spots.points->len > 0)
        show_incidents(&choice);
    else
        show_without_places(&choice);
    incmap_spots_clear(&spots);
}

gboolean
incmap_view_choose(IncmapView *view, IncmapScene *scene, const IncmapLayers *layers,
                   const IncmapProjectOptions *options, GError **error)
{
    double width = incmap_box_width(options->map), height = incmap_box_height(options->map);
    incmap_view_init(view);
    view->padding = 0.08;
    if (options->has_extent) {
        incmap_view_add_extent(view, options->extent_box);
        view->is_exact = TRUE;
        view->asked = options->extent_box;
        view->reason = "the extent asked for";
    } else if (options->extent != NULL) {
        if (!incmap_view_read_wish(view, scene, layers, options->extent, error))
            return FALSE;
    } else {
        choose_by_incidents(view, scene, layers, MIN(width, height) / MAX(width, height));
    }
    if (view->is_exact)
        view->padding = 0;
    else if (options->padding > 0)
        view->padding = MIN(options->padding, 0.4);
    view->min_width_km = MAX(view->min_width_km, options->min_width_km);
    view->max_width_km = options->max_width_km;
    incmap_view_measure(view);
    return TRUE;
}
