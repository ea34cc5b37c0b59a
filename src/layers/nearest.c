/* SPDX-License-Identifier: MIT */
/*
 * The place on a line layer that is nearest to a point. The search works in a
 * plane around the point, scaled by the radii of curvature of the ellipsoid
 * there (Snyder, Map Projections, 1987, eq. 4-18 and 4-21), which ranks lines up
 * to some hundred kilometres; the distance that is reported is measured on the
 * ellipsoid.
 */
#include "layers/mapped.h"

#include "base/geodesy.h"

#include <math.h>
#include <string.h>

#define SEMI_MAJOR_KM 6378.137
#define ECCENTRICITY_2 0.00669437999014

typedef struct Search Search;
struct Search {
    const IncmapLayers *layers;
    double lon_deg, lat_deg; /* of the origin of the plane */
    double km_per_lon_deg, km_per_lat_deg;
    double best_km; /* in the plane */
    double best_x_km, best_y_km;
    guint32 feature; /* being searched */
    guint32 best_feature;
};

static void
init_search(Search *search, const IncmapLayers *layers, IncmapLonLat point, double max_km)
{
    double phi = point.lat_deg * G_PI / 180;
    double w2 = 1 - ECCENTRICITY_2 * sin(phi) * sin(phi);
    double meridian_km = SEMI_MAJOR_KM * (1 - ECCENTRICITY_2) / (w2 * sqrt(w2));
    double normal_km = SEMI_MAJOR_KM / sqrt(w2);
    *search = (Search){
        .layers = layers,
        .lon_deg = incmap_wrap_lon(point.lon_deg),
        .lat_deg = point.lat_deg,
        /* A cosine of zero would make the whole parallel one point. */
        .km_per_lon_deg = normal_km * MAX(cos(phi), 1e-6) * G_PI / 180,
        .km_per_lat_deg = meridian_km * G_PI / 180,
        .best_km = max_km,
        .best_feature = G_MAXUINT32,
    };
}

/* Distance in the plane from the origin to an extent; @turn_deg shifts it around the globe. */
static double
distance_to_extent(const Search *search, const IncmapExtentE7 *extent, double turn_deg)
{
    double west = (double)extent->west_e7 / INCMAP_E7 + turn_deg - search->lon_deg;
    double east = (double)extent->east_e7 / INCMAP_E7 + turn_deg - search->lon_deg;
    double south = (double)extent->south_e7 / INCMAP_E7 - search->lat_deg;
    double north = (double)extent->north_e7 / INCMAP_E7 - search->lat_deg;
    double x_km = MAX(MAX(west, -east), 0) * search->km_per_lon_deg;
    double y_km = MAX(MAX(south, -north), 0) * search->km_per_lat_deg;
    return sqrt(x_km * x_km + y_km * y_km);
}

static void
search_segment(Search *search, double ax, double ay, double bx, double by)
{
    double dx = bx - ax;
    double dy = by - ay;
    double length_2 = dx * dx + dy * dy;
    double t = length_2 > 0 ? CLAMP(-(ax * dx + ay * dy) / length_2, 0, 1) : 0;
    double x_km = ax + t * dx;
    double y_km = ay + t * dy;
    double distance_2 = x_km * x_km + y_km * y_km;
    if (distance_2 >= search->best_km * search->best_km)
        return;
    search->best_km = sqrt(distance_2);
    search->best_x_km = x_km;
    search->best_y_km = y_km;
    search->best_feature = search->feature;
}

static void
search_arc(Search *search, guint32 arc, double turn_deg)
{
    if (distance_to_extent(search, &search->layers->arc_extents[arc], turn_deg) > search->best_km)
        return;
    guint32 n = 0;
    const IncmapE7 *v = incmap_layers_arc(search->layers, 0, arc, &n);
    double shift_deg = turn_deg - search->lon_deg;
    double ax = 0;
    double ay = 0;
    for (guint32 i = 0; i < n; i++) {
        double bx = ((double)v[i].lon_e7 / INCMAP_E7 + shift_deg) * search->km_per_lon_deg;
        double by = ((double)v[i].lat_e7 / INCMAP_E7 - search->lat_deg) * search->km_per_lat_deg;
        if (i > 0)
            search_segment(search, ax, ay, bx, by);
        ax = bx;
        ay = by;
    }
}

static void
search_part(Search *search, const IncmapStoredPart *part)
{
    const IncmapLayers *layers = search->layers;
    for (int turn = -1; turn <= 1; turn++) {
        double turn_deg = 360.0 * turn;
        if (distance_to_extent(search, &part->extent, turn_deg) > search->best_km)
            continue;
        for (guint32 i = 0; i < part->n_references; i++)
            search_arc(search, incmap_reference_arc(layers->references[part->first_reference + i]),
                       turn_deg);
    }
}

static gboolean
has_codes(const IncmapLayers *layers, const IncmapStoredFeature *feature, const char *code_a,
          const char *code_b)
{
    const char *first = layers->strings + feature->code;
    const char *second = layers->strings + feature->code2;
    if (code_a == NULL)
        return code_b == NULL || strcmp(first, code_b) == 0 || strcmp(second, code_b) == 0;
    if (code_b == NULL)
        return strcmp(first, code_a) == 0 || strcmp(second, code_a) == 0;
    return (strcmp(first, code_a) == 0 && strcmp(second, code_b) == 0) ||
           (strcmp(first, code_b) == 0 && strcmp(second, code_a) == 0);
}

static void
search_block(Search *search, IncmapLayerId id, guint32 block, const char *code_a,
             const char *code_b)
{
    const IncmapLayers *layers = search->layers;
    const IncmapStoredLayer *layer = &layers->header->layers[id];
    guint32 end = MIN((block + 1) * INCMAP_BLOCK_SIZE, layer->n_places);
    for (guint32 i = block * INCMAP_BLOCK_SIZE; i < end; i++) {
        const IncmapStoredPlace *place = &layers->places[layer->first_place + i];
        search->feature = place->feature;
        if (has_codes(layers, incmap_layers_stored(layers, id, place->feature), code_a, code_b))
            search_part(search, &layers->parts[place->part]);
    }
}

/* Block by block, the nearest first, as long as one can hold something nearer. */
static void
search_layer(Search *search, IncmapLayerId id, const char *code_a, const char *code_b)
{
    const IncmapLayers *layers = search->layers;
    const IncmapStoredLayer *layer = &layers->header->layers[id];
    guint32 n_blocks = incmap_layer_n_blocks(layer);
    g_autofree double *distances_km = g_new(double, (gsize)n_blocks + 1);
    for (guint32 i = 0; i < n_blocks; i++) {
        distances_km[i] = INFINITY;
        for (int turn = -1; turn <= 1; turn++)
            distances_km[i] = MIN(
                distances_km[i],
                distance_to_extent(search, &layers->blocks[layer->first_block + i], 360.0 * turn));
    }
    for (;;) {
        guint32 nearest = n_blocks;
        double nearest_km = search->best_km;
        for (guint32 i = 0; i < n_blocks; i++)
            if (distances_km[i] <= nearest_km) {
                nearest = i;
                nearest_km = distances_km[i];
            }
        if (nearest == n_blocks)
            return;
        distances_km[nearest] = INFINITY;
        search_block(search, id, nearest, code_a, code_b);
    }
}

gboolean
incmap_layers_nearest(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point,
                      const char *code_a, const char *code_b, double max_km,
                      IncmapNearest *out_nearest)
{
    g_return_val_if_fail(layers != NULL && out_nearest != NULL, FALSE);
    g_return_val_if_fail((guint)layer < INCMAP_N_LAYERS, FALSE);
    if (!isfinite(point.lon_deg) || !(fabs(point.lat_deg) <= 90) || !(max_km > 0))
        return FALSE;
    Search search = {0};
    init_search(&search, layers, point, max_km);
    search_layer(&search, layer, code_a, code_b);
    if (search.best_feature == G_MAXUINT32)
        return FALSE;
    IncmapLonLat nearest = {
        incmap_wrap_lon(search.lon_deg + search.best_x_km / search.km_per_lon_deg),
        search.lat_deg + search.best_y_km / search.km_per_lat_deg,
    };
    *out_nearest =
        (IncmapNearest){incmap_distance_km(point, nearest), nearest, search.best_feature};
    return TRUE;
}
