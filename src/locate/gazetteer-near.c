/* SPDX-License-Identifier: MIT */
/*
 * Towns by where they are. The tree holds points of the unit sphere, so the
 * poles and the antimeridian are ordinary places; chords stand for distances
 * until the few results are measured on the ellipsoid.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/gazetteer-private.h"

#define EARTH_KM 6371.0
/* The ellipsoid differs from the sphere by up to 0.6 %: look that much farther. */
#define SLACK 1.007

typedef struct Probe Probe;
struct Probe {
    const IncmapTreeNode *nodes;
    double xyz[3];
    double best_sq; /* squared chord */
    guint32 best;
    GArray *within; /* guint32 place indices; NULL: only the nearest is wanted */
};

static double
chord_sq(double distance_km)
{
    double half = sin(CLAMP(distance_km / EARTH_KM / 2, 0, G_PI / 2));
    return 4 * half * half;
}

static void
probe_range(Probe *probe, guint32 start, guint32 n, int axis)
{
    while (n > 0) {
        const IncmapTreeNode *node = &probe->nodes[start + n / 2];
        double dx = node->xyz[0] - probe->xyz[0], dy = node->xyz[1] - probe->xyz[1];
        double dz = node->xyz[2] - probe->xyz[2], square = dx * dx + dy * dy + dz * dz;
        if (square < probe->best_sq) {
            if (probe->within != NULL) {
                g_array_append_val(probe->within, node->place);
            } else {
                probe->best_sq = square;
                probe->best = node->place;
            }
        }
        double across = probe->xyz[axis] - node->xyz[axis];
        guint32 n_left = n / 2, n_right = n - n_left - 1, right = start + n_left + 1;
        gboolean is_left = across < 0;
        int next = axis == 2 ? 0 : axis + 1;
        probe_range(probe, is_left ? start : right, is_left ? n_left : n_right, next);
        if (across * across >= probe->best_sq)
            return;
        start = is_left ? right : start;
        n = is_left ? n_right : n_left;
        axis = next;
    }
}

static void
init_probe(Probe *probe, const IncmapGazetteer *gazetteer, IncmapLonLat point, double radius_km)
{
    double lon = point.lon_deg * (G_PI / 180), lat = point.lat_deg * (G_PI / 180);
    *probe = (Probe){.nodes = gazetteer->tree, .best = G_MAXUINT32};
    probe->xyz[0] = cos(lat) * cos(lon);
    probe->xyz[1] = cos(lat) * sin(lon);
    probe->xyz[2] = sin(lat);
    probe->best_sq = chord_sq(radius_km * SLACK);
    if (radius_km > 20000)
        probe->best_sq = 5;
}

gboolean
incmap_gazetteer_nearest(const IncmapGazetteer *gazetteer, IncmapLonLat point, double max_km,
                         IncmapPlace *out_place, double *out_distance_km)
{
    g_return_val_if_fail(gazetteer != NULL, FALSE);
    double nearest_km = max_km;
    gboolean has_found = FALSE;
    guint32 n_layers = incmap_gazetteer_n_layers(gazetteer);
    for (guint32 number = n_layers; number-- > 0;) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer == NULL)
            continue;
        incmap_gazetteer_relax(layer, 8);
        Probe probe;
        init_probe(&probe, layer, point, nearest_km);
        probe_range(&probe, 0, layer->n_tree, 0);
        if (probe.best >= layer->n_places)
            continue;
        IncmapPlace place;
        incmap_gazetteer_fill(layer, probe.best, &place);
        double distance_km = incmap_distance_km(point, place.point);
        if (distance_km > nearest_km)
            continue;
        nearest_km = distance_km;
        has_found = TRUE;
        *out_place = place;
        *out_distance_km = distance_km;
    }
    return has_found;
}

static int
compare_indices(gconstpointer a, gconstpointer b)
{
    guint32 p = *(const guint32 *)a, q = *(const guint32 *)b;
    return p < q ? -1 : p > q;
}

/* Indices of the towns of one file around a point, most important first. */
static GArray *
collect_within(const IncmapGazetteer *layer, IncmapLonLat point, double radius_km)
{
    GArray *indices = g_array_new(FALSE, FALSE, sizeof(guint32));
    Probe probe;
    init_probe(&probe, layer, point, radius_km);
    probe.within = indices;
    probe_range(&probe, 0, layer->n_tree, 0);
    g_array_sort(indices, compare_indices);
    return indices;
}

void
incmap_gazetteer_towns_near(const IncmapGazetteer *gazetteer, IncmapLonLat point, double radius_km,
                            GArray *places)
{
    g_return_if_fail(gazetteer != NULL && places != NULL);
    guint32 n_layers = incmap_gazetteer_n_layers(gazetteer);
    guint first = places->len;
    for (guint32 number = n_layers; number-- > 0;) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer == NULL)
            continue;
        g_autoptr(GArray) indices = collect_within(layer, point, radius_km);
        for (guint i = 0; i < indices->len; i++) {
            guint32 index = g_array_index(indices, guint32, i);
            IncmapPlace place;
            if (index >= layer->n_places)
                continue;
            incmap_gazetteer_fill(layer, index, &place);
            if (incmap_distance_km(point, place.point) <= radius_km)
                g_array_append_val(places, place);
        }
    }
    if (n_layers > 1)
        incmap_gazetteer_settle_places(places, first);
}

/* Appends town @index when it lies inside. */
static gboolean
append_if_inside(const IncmapGazetteer *layer, guint32 index, IncmapExtent extent, GArray *places)
{
    const IncmapPlaceRecord *record = &layer->places[index];
    IncmapLonLat point = {record->lon_e7 / 1e7, record->lat_e7 / 1e7};
    if (record->kind != INCMAP_PLACE_TOWN || !incmap_extent_has_point(extent, point))
        return FALSE;
    IncmapPlace place;
    incmap_gazetteer_fill(layer, index, &place);
    if (incmap_place_is_site(&place))
        return FALSE;
    g_array_append_val(places, place);
    return TRUE;
}

/* A small extent asks the tree for the circle around it; a large one meets enough towns soon
 * enough by going through them in the order of importance. */
static void
towns_in_layer(const IncmapGazetteer *layer, IncmapExtent extent, guint max_towns, GArray *places)
{
    IncmapLonLat centre = {incmap_wrap_lon((extent.west_deg + extent.east_deg) / 2),
                           (extent.south_deg + extent.north_deg) / 2};
    double width_km = (extent.east_deg - extent.west_deg) * 111.4;
    double height_km = (extent.north_deg - extent.south_deg) * 111.8;
    double radius_km = hypot(width_km, height_km) / 2;
    guint n_found = 0;
    if (radius_km > 500) {
        for (guint32 i = 0; i < layer->n_places && n_found < max_towns; i++)
            n_found += (guint)append_if_inside(layer, i, extent, places);
        return;
    }
    g_autoptr(GArray) indices = collect_within(layer, centre, radius_km);
    for (guint i = 0; i < indices->len && n_found < max_towns; i++) {
        guint32 index = g_array_index(indices, guint32, i);
        if (index < layer->n_places)
            n_found += (guint)append_if_inside(layer, index, extent, places);
    }
}

void
incmap_gazetteer_towns_in(const IncmapGazetteer *gazetteer, IncmapExtent extent, guint max_towns,
                          GArray *places)
{
    g_return_if_fail(gazetteer != NULL && places != NULL);
    guint32 n_layers = incmap_gazetteer_n_layers(gazetteer);
    guint first = places->len;
    for (guint32 number = n_layers; number-- > 0;) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer != NULL)
            towns_in_layer(layer, extent, max_towns, places);
    }
    if (n_layers > 1)
        incmap_gazetteer_settle_places(places, first);
    if (places->len - first > max_towns)
        g_array_set_size(places, first + max_towns);
}
