/* SPDX-License-Identifier: MIT */
#include "fake-layers.h"

#include <string.h>

#define MAX_PARTS 3

/* A part is a box; "around" gives the ring of Antarctica. */
typedef struct Country Country;
struct Country {
    const char *code, *name;
    IncmapExtent parts[MAX_PARTS];
    guint32 n_parts;
    gboolean is_around;
};

static const Country countries[] = {
    {"ML", "Mali", {{-12, 10, 4, 25}}, 1, FALSE},
    {"DZ", "Algeria", {{4, 19, 12, 37}}, 1, FALSE},
    {"LU", "Luxembourg", {{5.7, 49.4, 6.5, 50.2}}, 1, FALSE},
    {"RU", "Russia", {{28, 55, 180, 70}, {-180, 55, -170, 70}}, 2, FALSE},
    {"FJ",
     "Fiji",
     {{177.3, -18.3, 178.7, -17.3}, {178.6, -17, 180, -16.2}, {-180, -17, -179.8, -16.2}},
     3,
     FALSE},
    {"NO", "Norway", {{5, 58, 28, 71}}, 1, FALSE},
    {"SJ", "Svalbard", {{10, 76.5, 28, 80.5}}, 1, FALSE},
    {"FR", "France", {{-4.8, 42.3, 8.2, 51}, {8.5, 41.4, 9.5, 43}, {-54, 2, -51.5, 5.8}}, 3, FALSE},
    {"CL", "Chile", {{-75, -45, -68, -22}}, 1, FALSE},
    {"TR", "Turkey", {{26, 36, 45, 42}}, 1, FALSE},
    {"EC", "Ecuador", {{-80, -2, -72, 1}}, 1, FALSE},
    {"AQ", "Antarctica", {{-180, -90, 180, -70}}, 1, TRUE},
};

struct IncmapLayers {
    int unused;
};

IncmapLayers *
fake_layers(void)
{
    static IncmapLayers layers;
    return &layers;
}

const char *
incmap_layer_name(IncmapLayerId layer)
{
    static const char *const names[] = {"land",         "countries", "admin1", "coast", "borders",
                                        "admin1_lines", "lakes",     "rivers", "labels"};
    return names[layer];
}

/* Land and countries are the same boxes; the one border is the 49th parallel. */
guint32
incmap_layers_n_features(const IncmapLayers *layers, IncmapLayerId layer)
{
    (void)layers;
    if (layer == INCMAP_LAYER_BORDERS)
        return 1;
    return layer == INCMAP_LAYER_LAND || layer == INCMAP_LAYER_COUNTRIES ? G_N_ELEMENTS(countries)
                                                                         : 0;
}

void
incmap_layers_get(const IncmapLayers *layers, IncmapLayerId layer, guint32 index,
                  IncmapFeature *out_feature)
{
    (void)layers;
    const Country *country = &countries[index];
    IncmapExtent extent = country->parts[0];
    for (guint32 i = 1; i < country->n_parts; i++) {
        IncmapExtent part = country->parts[i];
        double turn = country->parts[0].west_deg > 0 && part.east_deg < -100 ? 360 : 0;
        extent.west_deg = MIN(extent.west_deg, part.west_deg + turn);
        extent.east_deg = MAX(extent.east_deg, part.east_deg + turn);
        extent.south_deg = MIN(extent.south_deg, part.south_deg);
        extent.north_deg = MAX(extent.north_deg, part.north_deg);
    }
    *out_feature = (IncmapFeature){.layer = layer, .index = index, .rank = 1};
    if (layer == INCMAP_LAYER_BORDERS) {
        out_feature->extent = (IncmapExtent){-123, 49, -95, 49};
        out_feature->code = "CA";
        out_feature->code2 = "US";
        out_feature->kind = "agreed";
        out_feature->n_parts = 1;
        return;
    }
    out_feature->id = out_feature->code = country->code;
    out_feature->name = country->name;
    out_feature->extent = extent;
    out_feature->label = (IncmapLonLat){(extent.west_deg + extent.east_deg) / 2,
                                        (extent.south_deg + extent.north_deg) / 2};
    out_feature->n_parts = country->n_parts;
}

gboolean
incmap_layers_find(const IncmapLayers *layers, IncmapLayerId layer, const char *id,
                   IncmapFeature *out_feature)
{
    for (guint32 i = 0; layer != INCMAP_LAYER_BORDERS && i < G_N_ELEMENTS(countries); i++)
        if (strcmp(countries[i].code, id) == 0) {
            incmap_layers_get(layers, layer, i, out_feature);
            return TRUE;
        }
    return FALSE;
}

const char *
incmap_layers_credit(const IncmapLayers *layers, IncmapLayerId layer)
{
    (void)layers;
    (void)layer;
    return "Test data";
}

static gboolean
extents_meet(IncmapExtent a, IncmapExtent b)
{
    if (a.south_deg > b.north_deg || b.south_deg > a.north_deg)
        return FALSE;
    for (int turn = -720; turn <= 720; turn += 360)
        if (a.west_deg + turn <= b.east_deg && b.west_deg <= a.east_deg + turn)
            return TRUE;
    return FALSE;
}

void
incmap_layers_each(const IncmapLayers *layers, IncmapLayerId layer, IncmapExtent extent,
                   IncmapFeatureFunc func, gpointer data)
{
    for (guint32 i = 0; i < incmap_layers_n_features(layers, layer); i++) {
        IncmapFeature feature;
        incmap_layers_get(layers, layer, i, &feature);
        if (extents_meet(feature.extent, extent) && !func(&feature, data))
            return;
    }
}

IncmapExtent
incmap_layers_part_extent(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part)
{
    (void)layers;
    return feature->layer == INCMAP_LAYER_BORDERS ? feature->extent
                                                  : countries[feature->index].parts[part];
}

static void
append(GArray *points, double lon_deg, double lat_deg)
{
    IncmapLonLat point = {lon_deg, lat_deg};
    g_array_append_val(points, point);
}

void
incmap_layers_part(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part,
                   double tolerance_m, GArray *points)
{
    (void)tolerance_m;
    IncmapExtent e = incmap_layers_part_extent(layers, feature, part);
    g_array_set_size(points, 0);
    if (feature->layer == INCMAP_LAYER_BORDERS) {
        append(points, e.west_deg, e.south_deg);
        append(points, e.east_deg, e.south_deg);
        return;
    }
    if (countries[feature->index].is_around)
        for (int lon = -180; lon < 180; lon += 5)
            append(points, lon, e.north_deg + (lon % 10 == 0 ? 0 : 2));
    else
        append(points, e.west_deg, e.north_deg);
    append(points, e.east_deg, e.north_deg);
    append(points, e.east_deg, e.south_deg);
    append(points, e.west_deg, e.south_deg);
}

const char *
incmap_layers_name_in(const IncmapLayers *layers, const IncmapFeature *feature,
                      const char *language)
{
    (void)layers;
    (void)language;
    return feature->name;
}

gboolean
incmap_layers_at(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point,
                 IncmapFeature *out_feature)
{
    for (guint32 i = 0; layer == INCMAP_LAYER_COUNTRIES && i < G_N_ELEMENTS(countries); i++)
        for (guint32 part = 0; part < countries[i].n_parts; part++)
            if (incmap_extent_has_point(countries[i].parts[part], point)) {
                incmap_layers_get(layers, layer, i, out_feature);
                return TRUE;
            }
    return FALSE;
}
