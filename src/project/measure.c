/* SPDX-License-Identifier: MIT */
/*
 * What a projection does to a map, found by trying: the same way for every
 * projection that PROJ knows.
 */
#include "project/cutter.h"
#include "project/fit.h"

#include <math.h>
#include <stdlib.h>

static const double equatorial_m = 6378137;
static const double e2 = 0.00669437999014; /* WGS 84, first eccentricity squared */

/* Partial derivatives of the plane by the ground, and the axes of the ellipse that a small circle
 * becomes (Snyder 1987, pages 20-26: h, k; a' = sqrt(h^2 + k^2 + 2 h k sin theta'), b' alike). */
gboolean
incmap_measure_local(const IncmapTransform *transform, IncmapLonLat place,
                     IncmapLocalScale *out_scale)
{
    const double d = 1e-4;
    IncmapEastNorth w, e, s, n;
    place.lat_deg = CLAMP(place.lat_deg, -89.99, 89.99);
    if (transform->family ==
        INCMAP_FAMILY_CUT) { /* both sides of the place on one side of the cut */
        double most = transform->half_lon_deg - 2 * d;
        double off = remainder(place.lon_deg - transform->origin.lon_deg, 360);
        place.lon_deg = transform->origin.lon_deg + CLAMP(off, -most, most);
    }
    IncmapLonLat at[] = {{place.lon_deg - d, place.lat_deg},
                         {place.lon_deg + d, place.lat_deg},
                         {place.lon_deg, place.lat_deg - d},
                         {place.lon_deg, place.lat_deg + d}};
    if (!incmap_transform_plane(transform, at[0], &w) ||
        !incmap_transform_plane(transform, at[1], &e) ||
        !incmap_transform_plane(transform, at[2], &s) ||
        !incmap_transform_plane(transform, at[3], &n))
        return FALSE;
    double phi = place.lat_deg * (G_PI / 180), square = 1 - e2 * sin(phi) * sin(phi);
    double across_m = equatorial_m / sqrt(square) * cos(phi) * 2 * d * (G_PI / 180);
    double along_m = equatorial_m * (1 - e2) / (square * sqrt(square)) * 2 * d * (G_PI / 180);
    double kx = (e.east_m - w.east_m) / across_m, ky = (e.north_m - w.north_m) / across_m;
    double hx = (n.east_m - s.east_m) / along_m, hy = (n.north_m - s.north_m) / along_m;
    double sum = kx * kx + ky * ky + hx * hx + hy * hy, area = fabs(kx * hy - ky * hx);
    double plus = sqrt(sum + 2 * area), minus = sqrt(MAX(sum - 2 * area, 0));
    *out_scale =
        (IncmapLocalScale){(plus + minus) / 2, (plus - minus) / 2, atan2(hx, hy) * (180 / G_PI)};
    return isfinite(plus) && out_scale->smallest > 0;
}

static void
measure_distortion(IncmapFrame *frame)
{
    const IncmapTransform *transform = frame->transform;
    double largest = 0, smallest = HUGE_VAL, least_turn = 0, most_turn = 0;
    const int n = 8;
    for (int i = 0; i <= n; i++)
        for (int k = 0; k <= n; k++) {
            IncmapPoint at = {frame->map.x0_pt + incmap_box_width(frame->map) * i / n,
                              frame->map.y0_pt + incmap_box_height(frame->map) * k / n};
            IncmapLonLat place;
            IncmapLocalScale scale;
            if (!incmap_transform_inverse(frame->transform, at, &place) ||
                fabs(place.lat_deg) > 88 || /* a pole that is drawn as a line */
                !incmap_measure_local(transform, place, &scale))
                continue;
            largest = MAX(largest, scale.largest);
            smallest = MIN(smallest, scale.smallest);
            double turn = remainder(scale.north_deg - frame->north_deg, 360);
            least_turn = MIN(least_turn, turn);
            most_turn = MAX(most_turn, turn);
        }
    frame->scale_variation = largest > 0 ? MAX(largest / smallest, 1) : 1;
    frame->north_spread_deg = most_turn - least_turn;
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* What the samples hold: the rest of the largest gap. Samples of a world map lie a few degrees
 * apart, so only a wide gap is one. */
static void
close_longitudes(GArray *lons, IncmapExtent *extent)
{
    const double least_gap_deg = 20;
    g_array_sort(lons, compare_doubles);
    const double *lon = (const double *)(const void *)lons->data;
    double widest = lon[0] + 360 - lon[lons->len - 1];
    extent->west_deg = lon[0];
    for (guint i = 1; i < lons->len; i++)
        if (lon[i] - lon[i - 1] > widest) {
            widest = lon[i] - lon[i - 1];
            extent->west_deg = lon[i];
        }
    extent->east_deg = extent->west_deg + 360 - widest;
    if (widest < least_gap_deg) {
        extent->west_deg = -180;
        extent->east_deg = 180;
    }
}

static void
sample(IncmapFrame *frame, IncmapPoint at, GArray *lons)
{
    IncmapLonLat place;
    if (!incmap_transform_inverse(frame->transform, at, &place))
        return;
    g_array_append_val(lons, place.lon_deg);
    frame->extent.south_deg = MIN(frame->extent.south_deg, place.lat_deg);
    frame->extent.north_deg = MAX(frame->extent.north_deg, place.lat_deg);
}

/* A pole inside the box, or the globe's edge, may lie between the samples. */
static void
include_if_visible(IncmapFrame *frame, IncmapBox box, IncmapLonLat place, GArray *lons)
{
    IncmapPoint at;
    if (!incmap_transform_forward(frame->transform, place, &at) || !incmap_box_has_point(box, at))
        return;
    double lon = incmap_wrap_lon(place.lon_deg);
    g_array_append_val(lons, lon);
    frame->extent.south_deg = MIN(frame->extent.south_deg, place.lat_deg);
    frame->extent.north_deg = MAX(frame->extent.north_deg, place.lat_deg);
}

static void
include_outline(IncmapFrame *frame, IncmapBox box, GArray *lons)
{
    const IncmapTransform *transform = frame->transform;
    for (int i = 0; i <= 90; i++) {
        if (transform->family == INCMAP_FAMILY_AZIMUTHAL) {
            include_if_visible(
                frame, box,
                incmap_sphere_destination(transform->origin, i * 4, transform->reach_deg - 0.01),
                lons);
            continue;
        }
        double lat = CLAMP(i * 2 - 90, transform->min_lat_deg, transform->max_lat_deg);
        double half = transform->half_lon_deg, middle = transform->origin.lon_deg;
        include_if_visible(frame, box, (IncmapLonLat){middle - half, lat}, lons);
        include_if_visible(frame, box, (IncmapLonLat){middle + half, lat}, lons);
    }
}

static void
include_poles(IncmapFrame *frame, IncmapBox box, GArray *lons)
{
    for (int sign = -1; sign <= 1; sign += 2)
        for (int lon = -180; lon < 180; lon += 10)
            include_if_visible(frame, box, (IncmapLonLat){lon, sign * 90}, lons);
}

/* The box of longitudes and latitudes around the map box and twice the cutter's margin. */
static void
measure_extent(IncmapFrame *frame)
{
    IncmapBox box = incmap_box_grow(frame->map, 2 * INCMAP_CUT_MARGIN_PT);
    g_autoptr(GArray) lons = g_array_new(FALSE, FALSE, sizeof(double));
    frame->extent = (IncmapExtent){-180, 90, 180, -90};
    const int n_edge = 64, n_inside = 24;
    for (int i = 0; i <= n_edge; i++) {
        double x = box.x0_pt + incmap_box_width(box) * i / n_edge;
        double y = box.y0_pt + incmap_box_height(box) * i / n_edge;
        sample(frame, (IncmapPoint){x, box.y0_pt}, lons);
        sample(frame, (IncmapPoint){x, box.y1_pt}, lons);
        sample(frame, (IncmapPoint){box.x0_pt, y}, lons);
        sample(frame, (IncmapPoint){box.x1_pt, y}, lons);
    }
    for (int i = 1; i < n_inside; i++)
        for (int k = 1; k < n_inside; k++)
            sample(frame,
                   (IncmapPoint){box.x0_pt + incmap_box_width(box) * i / n_inside,
                                 box.y0_pt + incmap_box_height(box) * k / n_inside},
                   lons);
    include_outline(frame, box, lons);
    include_poles(frame, box, lons);
    if (lons->len > 0)
        close_longitudes(lons, &frame->extent);
    else
        frame->extent = (IncmapExtent){-180, -90, 180, 90};
}

void
incmap_frame_measure(IncmapFrame *frame)
{
    const IncmapTransform *transform = frame->transform;
    IncmapPoint middle = incmap_box_centre(frame->map);
    if (!incmap_transform_inverse(frame->transform, middle, &frame->centre))
        frame->centre = transform->origin;
    IncmapLocalScale scale = {1, 1, 0};
    incmap_measure_local(transform, frame->centre, &scale);
    frame->north_deg = scale.north_deg;
    frame->m_per_pt = 1 / (transform->pt_per_m * sqrt(scale.largest * scale.smallest));
    frame->scale_denominator = frame->m_per_pt * 72 / 0.0254;
    /* At zoom z the equator is 512 * 2^z pixels of 0.75 pt long, and a parallel as long on the
     * tile, so m_per_px = 40075016.686 * cos(lat) / (512 * 2^z). */
    double parallel_m = 40075016.686 * MAX(cos(frame->centre.lat_deg * (G_PI / 180)), 0.01);
    frame->zoom = log2(parallel_m / (512 * 0.75 * frame->m_per_pt));
    measure_extent(frame);
    measure_distortion(frame);
}
