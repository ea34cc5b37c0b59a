/* SPDX-License-Identifier: MIT */
/*
 * Cutting by a circle on the sphere: the horizon of an azimuthal projection.
 *
 * A point beyond the circle moves towards the centre until it lies on it and so
 * keeps its azimuth. A ring treated like this encloses the same part of the cap
 * as before, however it winds outside, unless its inside holds the point opposite
 * the centre: then it encloses the rest of the cap, which the caller turns by
 * adding the whole circle to an even-odd fill.
 */
#include "project/cutter.h"
#include "project/rings.h"

#include <math.h>

static const double arc_step_deg = 2;

typedef struct Vector Vector;
struct Vector {
    double x, y, z;
};

typedef struct Cap Cap;
struct Cap {
    Vector centre, north, east; /* unit vectors: up, and the directions of azimuth 0 and 90 */
    double cos_cap, sin_cap;
    gboolean has_edge; /* the last point given out lies on the circle */
    double edge_az_deg;
};

static Vector
vector_of(IncmapLonLat point)
{
    double phi = point.lat_deg * (G_PI / 180), lambda = point.lon_deg * (G_PI / 180);
    return (Vector){cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)};
}

static double
dot(Vector a, Vector b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static Cap
make_cap(IncmapLonLat centre, double cap_deg)
{
    double phi = centre.lat_deg * (G_PI / 180), lambda = centre.lon_deg * (G_PI / 180);
    return (Cap){.centre = vector_of(centre),
                 .north = {-sin(phi) * cos(lambda), -sin(phi) * sin(lambda), cos(phi)},
                 .east = {-sin(lambda), cos(lambda), 0},
                 .cos_cap = cos(cap_deg * (G_PI / 180)),
                 .sin_cap = sin(cap_deg * (G_PI / 180))};
}

static double
azimuth_deg(const Cap *cap, Vector v)
{
    return atan2(dot(v, cap->east), dot(v, cap->north)) * (180 / G_PI);
}

static IncmapLonLat
edge_point(const Cap *cap, double az_deg)
{
    double c = cos(az_deg * (G_PI / 180)) * cap->sin_cap;
    double s = sin(az_deg * (G_PI / 180)) * cap->sin_cap;
    Vector v = {cap->cos_cap * cap->centre.x + c * cap->north.x + s * cap->east.x,
                cap->cos_cap * cap->centre.y + c * cap->north.y + s * cap->east.y,
                cap->cos_cap * cap->centre.z + c * cap->north.z + s * cap->east.z};
    return (IncmapLonLat){atan2(v.y, v.x) * (180 / G_PI),
                          atan2(v.z, hypot(v.x, v.y)) * (180 / G_PI)};
}

/* Goes along the circle to @az_deg the shorter way. Small moves wait until they add up, unless
 * @is_last. */
static void
move_on_edge(Cap *cap, double az_deg, gboolean is_last, GArray *out)
{
    double move = cap->has_edge ? remainder(az_deg - cap->edge_az_deg, 360) : 0;
    if (cap->has_edge && fabs(move) < arc_step_deg && !(is_last && move != 0))
        return;
    int n = MAX(1, (int)ceil(fabs(move) / arc_step_deg));
    double from = cap->has_edge ? cap->edge_az_deg : az_deg;
    for (int i = 1; i <= n; i++) {
        IncmapLonLat point = edge_point(cap, from + move * i / n);
        g_array_append_val(out, point);
    }
    cap->has_edge = TRUE;
    cap->edge_az_deg = az_deg;
}

/* Azimuth at which the step from @inner to @outer crosses the circle. */
static double
crossing_az_deg(const Cap *cap, Vector inner, Vector outer)
{
    double cos_in = dot(inner, cap->centre), cos_out = dot(outer, cap->centre);
    double t = cos_in == cos_out ? 0 : (cos_in - cap->cos_cap) / (cos_in - cos_out);
    return azimuth_deg(cap, (Vector){inner.x + t * (outer.x - inner.x),
                                     inner.y + t * (outer.y - inner.y),
                                     inner.z + t * (outer.z - inner.z)});
}

static gboolean
holds_antipode(IncmapLonLat centre, const GArray *ring)
{
    IncmapLonLat antipode = {incmap_wrap_lon(centre.lon_deg + 180), -centre.lat_deg};
    return incmap_ring_holds(ring, antipode);
}

void
incmap_cap_ring(IncmapLonLat centre, double cap_deg, const GArray *ring, GArray *out,
                gboolean *out_is_turned)
{
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)ring->data;
    Cap cap = make_cap(centre, cap_deg);
    g_array_set_size(out, 0);
    *out_is_turned = FALSE;
    if (ring->len < 3)
        return;
    gboolean is_cut = FALSE;
    Vector before = vector_of(point[ring->len - 1]);
    gboolean was_inside = dot(before, cap.centre) >= cap.cos_cap;
    double first_az_deg = NAN;
    for (guint i = 0; i < ring->len; i++) {
        Vector v = vector_of(point[i]);
        gboolean now_inside = dot(v, cap.centre) >= cap.cos_cap;
        if (now_inside != was_inside) {
            double az_deg =
                now_inside ? crossing_az_deg(&cap, v, before) : crossing_az_deg(&cap, before, v);
            if (isnan(first_az_deg))
                first_az_deg = az_deg;
            move_on_edge(&cap, az_deg, TRUE, out);
        }
        if (now_inside) {
            g_array_append_val(out, point[i]);
            cap.has_edge = FALSE;
        } else {
            double az_deg = azimuth_deg(&cap, v);
            if (isnan(first_az_deg))
                first_az_deg = az_deg;
            move_on_edge(&cap, az_deg, FALSE, out);
            is_cut = TRUE;
        }
        before = v;
        was_inside = now_inside;
    }
    if (cap.has_edge)
        move_on_edge(&cap, first_az_deg, TRUE, out);
    if (is_cut)
        *out_is_turned = holds_antipode(centre, ring);
}

void
incmap_cap_line(IncmapLonLat centre, double cap_deg, const GArray *line, GArray *out,
                GArray *out_starts)
{
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)line->data;
    Cap cap = make_cap(centre, cap_deg);
    Vector before = {0, 0, 0};
    gboolean was_inside = FALSE;
    for (guint i = 0; i < line->len; i++) {
        Vector v = vector_of(point[i]);
        gboolean now_inside = dot(v, cap.centre) >= cap.cos_cap;
        if (now_inside && !was_inside)
            g_array_append_val(out_starts, out->len);
        if (i > 0 && now_inside != was_inside) {
            double az_deg =
                now_inside ? crossing_az_deg(&cap, v, before) : crossing_az_deg(&cap, before, v);
            IncmapLonLat at = edge_point(&cap, az_deg);
            g_array_append_val(out, at);
        }
        if (now_inside)
            g_array_append_val(out, point[i]);
        before = v;
        was_inside = now_inside;
    }
}

void
incmap_cap_circle(IncmapLonLat centre, double cap_deg, GArray *out)
{
    Cap cap = make_cap(centre, cap_deg);
    g_array_set_size(out, 0);
    for (int az = 0; az < 360; az++) {
        IncmapLonLat point = edge_point(&cap, az);
        g_array_append_val(out, point);
    }
}
