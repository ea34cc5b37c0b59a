/* SPDX-License-Identifier: MIT */
#include "project/rings.h"

#include <math.h>

#define earth_radius_km 6371.0072 /* sphere of the same area */

void
incmap_rings_init(IncmapRings *rings)
{
    rings->keeps_tiny = FALSE;
    rings->points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    rings->rings = g_array_new(FALSE, FALSE, sizeof(IncmapRing));
    rings->part = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
}

void
incmap_rings_clear(IncmapRings *rings)
{
    g_clear_pointer(&rings->points, g_array_unref);
    g_clear_pointer(&rings->rings, g_array_unref);
    g_clear_pointer(&rings->part, g_array_unref);
}

void
incmap_rings_empty(IncmapRings *rings)
{
    g_array_set_size(rings->points, 0);
    g_array_set_size(rings->rings, 0);
}

gboolean
incmap_window_meets_extent(IncmapWindow window, IncmapExtent extent)
{
    if (window.max[1] < extent.south_deg || window.min[1] > extent.north_deg)
        return FALSE;
    double turn = 360 * ceil((extent.west_deg - window.max[0]) / 360);
    return window.min[0] + turn <= extent.east_deg;
}

void
incmap_rings_add(IncmapRings *rings, const IncmapLonLat *points, guint n, gboolean is_around)
{
    IncmapRing ring = {rings->points->len, n, is_around, {{0, 0}, {0, 0}}};
    GArray view = {(gchar *)points, n};
    ring.window = incmap_window_of(&view);
    if (is_around) {
        ring.window.max[0] = ring.window.min[0] + 360;
        ring.window.min[1] = points[0].lat_deg < 0 ? -90 : ring.window.min[1];
        ring.window.max[1] = points[0].lat_deg > 0 ? 90 : ring.window.max[1];
    }
    g_array_append_vals(rings->points, points, n);
    g_array_append_val(rings->rings, ring);
}

gboolean
incmap_extent_has_antimeridian(IncmapExtent extent)
{
    return extent.west_deg <= -180 + 1e-6 || extent.east_deg >= 180 - 1e-6;
}

static gboolean
touches_antimeridian(const GArray *points)
{
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)points->data;
    for (guint i = 0; i < points->len; i++)
        if (fabs(point[i].lon_deg) >= 180 - 1e-6)
            return TRUE;
    return FALSE;
}

void
incmap_rings_load(IncmapRings *rings, const IncmapLayers *layers, const IncmapFeature *feature,
                  double tolerance_m, IncmapExtent wanted, GPtrArray *later)
{
    incmap_rings_empty(rings);
    gboolean may_be_cut = incmap_extent_has_antimeridian(wanted);
    g_autoptr(GPtrArray) cut = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref);
    for (guint32 part = 0; part < feature->n_parts; part++) {
        IncmapExtent extent = incmap_layers_part_extent(layers, feature, part);
        gboolean is_at_cut = may_be_cut && incmap_extent_has_antimeridian(extent);
        IncmapWindow own = {{extent.west_deg, extent.south_deg},
                            {extent.east_deg, extent.north_deg}};
        if (!is_at_cut && !incmap_window_meets_extent(own, wanted))
            continue;
        incmap_layers_part(layers, feature, part, tolerance_m, rings->part);
        if (rings->part->len < 3 && rings->keeps_tiny)
            incmap_layers_part(layers, feature, part, 0, rings->part);
        if (rings->part->len < 3)
            continue;
        if (is_at_cut && touches_antimeridian(rings->part))
            g_ptr_array_add(later != NULL ? later : cut, g_array_copy(rings->part));
        else
            incmap_rings_add(rings, (const IncmapLonLat *)(const void *)rings->part->data,
                             rings->part->len, FALSE);
    }
    if (cut->len > 0)
        incmap_rings_join(rings, cut);
}

void
incmap_rings_copy(const IncmapRings *rings, const IncmapRing *ring, GArray *out)
{
    const IncmapLonLat *points = &g_array_index(rings->points, IncmapLonLat, ring->start);
    g_array_set_size(out, 0);
    g_array_append_vals(out, points, ring->n_points);
    if (!ring->is_around)
        return;
    double turn = points[ring->n_points - 1].lon_deg > points[0].lon_deg ? 360 : -360;
    double pole = points[0].lat_deg < 0 ? -90 : 90;
    IncmapLonLat tail[] = {{points[0].lon_deg + turn, points[0].lat_deg},
                           {points[0].lon_deg + turn, pole},
                           {points[0].lon_deg, pole}};
    g_array_append_vals(out, tail, G_N_ELEMENTS(tail));
}

static const double km2_per_square_deg =
    earth_radius_km * earth_radius_km * (G_PI / 180) * (G_PI / 180);

/* A ring of a few degrees, as flat: within 0.2 %. */
static double
small_area_km2(const IncmapLonLat *point, guint n, IncmapWindow window)
{
    double sum = 0, middle = (window.min[1] + window.max[1]) / 2;
    for (guint i = 0, j = n - 1; i < n; j = i++)
        sum += (point[j].lon_deg - point[0].lon_deg) * (point[i].lat_deg - point[0].lat_deg) -
               (point[i].lon_deg - point[0].lon_deg) * (point[j].lat_deg - point[0].lat_deg);
    return fabs(sum) / 2 * cos(middle * (G_PI / 180)) * km2_per_square_deg;
}

/* Trapezoids between the edges and the equator of the cylindrical equal-area plane, in which
 * areas are true: R^2 * sum of (lambda2 - lambda1) * (sin phi1 + sin phi2) / 2. */
double
incmap_ring_area_km2(const IncmapRings *rings, const IncmapRing *ring)
{
    const IncmapLonLat *point = &g_array_index(rings->points, IncmapLonLat, ring->start);
    if (!ring->is_around && ring->window.max[1] - ring->window.min[1] < 3)
        return small_area_km2(point, ring->n_points, ring->window);
    /* The area of a continent needs no more than every so many points. */
    guint stride = MAX(ring->n_points / 2000, 1);
    guint last = (ring->n_points - 1) / stride * stride;
    double sum = 0, turn = 0;
    if (ring->is_around)
        turn = point[ring->n_points - 1].lon_deg > point[0].lon_deg ? 360 : -360;
    double sin_pole = point[0].lat_deg < 0 ? -1 : 1;
    double before_lon = point[last].lon_deg - turn;
    double before_sin = sin(point[last].lat_deg * (G_PI / 180));
    for (guint i = 0; i < ring->n_points; i += stride) {
        double sin_lat = sin(point[i].lat_deg * (G_PI / 180));
        sum += (point[i].lon_deg - before_lon) * (sin_lat + before_sin) / 2;
        before_lon = point[i].lon_deg;
        before_sin = sin_lat;
    }
    return fabs(sum - turn * sin_pole) * (G_PI / 180) * earth_radius_km * earth_radius_km;
}

/* Even-odd; a ring beyond 180 degrees is asked at every turn of the point. */
gboolean
incmap_ring_holds(const GArray *ring, IncmapLonLat at)
{
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)ring->data;
    IncmapWindow window = incmap_window_of(ring);
    gboolean is_inside = FALSE;
    double lon = at.lon_deg + 360 * ceil((window.min[0] - at.lon_deg) / 360);
    for (; lon <= window.max[0]; lon += 360)
        for (guint i = 0, j = ring->len - 1; i < ring->len; j = i++) {
            if ((point[i].lat_deg > at.lat_deg) == (point[j].lat_deg > at.lat_deg))
                continue;
            double t = (at.lat_deg - point[i].lat_deg) / (point[j].lat_deg - point[i].lat_deg);
            if (lon < point[i].lon_deg + t * (point[j].lon_deg - point[i].lon_deg))
                is_inside = !is_inside;
        }
    return is_inside;
}
