/* SPDX-License-Identifier: MIT */
/*
 * "Northern Mali", "the south of the Philippines": the outer third of an area in
 * that direction, measured on its outline; of an area without an outline the
 * middle, moved by half of its size.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/locator.h"

enum { N_STEPS = 40 };

/** Sample: a point of the area and how far it lies in the direction, in degrees of latitude */
typedef struct Sample Sample;
struct Sample {
    IncmapLonLat point;
    double along_deg;
};

static int
compare_samples(gconstpointer a, gconstpointer b)
{
    const Sample *p = a, *q = b;
    return p->along_deg < q->along_deg ? 1 : p->along_deg > q->along_deg ? -1 : 0;
}

static gboolean
find_outline(const IncmapLayers *layers, const IncmapPlace *area, IncmapLayerId *out_layer,
             IncmapFeature *out_feature)
{
    if (layers == NULL || (area->kind != INCMAP_PLACE_COUNTRY && area->kind != INCMAP_PLACE_ADMIN1))
        return FALSE;
    gboolean is_country = area->kind == INCMAP_PLACE_COUNTRY;
    *out_layer = is_country ? INCMAP_LAYER_COUNTRIES : INCMAP_LAYER_ADMIN1;
    return incmap_layers_find(layers, *out_layer,
                              is_country ? area->country_code : area->admin1_code, out_feature);
}

/* Points inside the outline, the farthest in the direction first. */
static GArray *
sample_outline(const IncmapLayers *layers, const IncmapPlace *area, double bearing_deg)
{
    GArray *samples = g_array_new(FALSE, FALSE, sizeof(Sample));
    IncmapLayerId layer;
    IncmapFeature outline, at;
    double bearing_rad = bearing_deg * G_PI / 180;
    if (!find_outline(layers, area, &layer, &outline))
        return samples;
    const IncmapExtent *e = &outline.extent;
    double width = e->east_deg - e->west_deg, height = e->north_deg - e->south_deg;
    double squeeze = cos(area->point.lat_deg * G_PI / 180);
    for (int i = 0; width > 0 && i < N_STEPS * N_STEPS; i++) {
        Sample made = {.point = {e->west_deg + width * (i % N_STEPS + 0.5) / N_STEPS,
                                 e->south_deg + height * (i / N_STEPS + 0.5) / N_STEPS}};
        if (!incmap_layers_at(layers, layer, made.point, &at) || g_strcmp0(at.id, outline.id) != 0)
            continue;
        made.along_deg = (made.point.lon_deg - area->point.lon_deg) * squeeze * sin(bearing_rad) +
                         (made.point.lat_deg - area->point.lat_deg) * cos(bearing_rad);
        g_array_append_val(samples, made);
    }
    g_array_sort(samples, compare_samples);
    return samples;
}

void
incmap_locate_part(const IncmapLayers *layers, const IncmapPlace *area, double bearing_deg,
                   IncmapLonLat *out_point, double *out_radius_km)
{
    *out_point = area->point;
    *out_radius_km = 0.65 * area->radius_km;
    if (isnan(bearing_deg))
        return;
    g_autoptr(GArray) samples = sample_outline(layers, area, bearing_deg);
    guint n = samples->len / 3;
    if (n < 10) { /* no outline, or one too small to measure */
        *out_point = incmap_destination(area->point, bearing_deg, 0.5 * area->radius_km);
        return;
    }
    IncmapLonLat sum = {0, 0};
    for (guint i = 0; i < n; i++) {
        sum.lon_deg += g_array_index(samples, Sample, i).point.lon_deg / n;
        sum.lat_deg += g_array_index(samples, Sample, i).point.lat_deg / n;
    }
    double square_km2 = 0;
    for (guint i = 0; i < n; i++) {
        double distance_km = incmap_distance_km(sum, g_array_index(samples, Sample, i).point);
        square_km2 += distance_km * distance_km / n;
    }
    sum.lon_deg = remainder(sum.lon_deg, 360);
    *out_point = sum;
    /* The root mean square is 0.71 of the radius of a disc. */
    *out_radius_km = 1.41 * sqrt(square_km2);
}
