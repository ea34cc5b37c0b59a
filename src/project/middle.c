/* SPDX-License-Identifier: MIT */
/*
 * The middle of scattered places: of nearly the smallest circle on the sphere
 * that holds them all. From any start the middle goes towards the farthest place
 * by ever smaller steps (Badoiu and Clarkson, Smaller core-sets for balls, SODA
 * 2003). The middle of longitudes and latitudes lies elsewhere near the poles.
 */
#include "project/spots.h"

#include <math.h>

typedef struct Vector Vector;
struct Vector {
    double x, y, z;
};

static Vector
from_place(IncmapLonLat place)
{
    double phi = place.lat_deg * (G_PI / 180), lambda = place.lon_deg * (G_PI / 180);
    return (Vector){cos(phi) * cos(lambda), cos(phi) * sin(lambda), sin(phi)};
}

/* Of unit vectors: the one with the smallest cosine to @centre. */
static Vector
find_farthest(const GArray *vectors, Vector centre)
{
    Vector farthest = centre;
    double least = HUGE_VAL;
    for (guint i = 0; i < vectors->len; i++) {
        Vector v = g_array_index(vectors, Vector, i);
        double cosine = v.x * centre.x + v.y * centre.y + v.z * centre.z;
        if (cosine >= least)
            continue;
        least = cosine;
        farthest = v;
    }
    return farthest;
}

IncmapLonLat
incmap_spots_middle(const GArray *places, IncmapLonLat start)
{
    const int n_steps = 100;
    g_autoptr(GArray) vectors = g_array_sized_new(FALSE, FALSE, sizeof(Vector), places->len);
    for (guint i = 0; i < places->len; i++) {
        Vector v = from_place(g_array_index(places, IncmapLonLat, i));
        g_array_append_val(vectors, v);
    }
    Vector centre = from_place(start);
    for (int i = 1; i <= n_steps; i++) {
        Vector far = find_farthest(vectors, centre);
        double step = 1.0 / (i + 1);
        Vector next = {centre.x + (far.x - centre.x) * step, centre.y + (far.y - centre.y) * step,
                       centre.z + (far.z - centre.z) * step};
        double length = sqrt(next.x * next.x + next.y * next.y + next.z * next.z);
        if (length < 1e-9)
            return start;
        centre = (Vector){next.x / length, next.y / length, next.z / length};
    }
    return (IncmapLonLat){atan2(centre.y, centre.x) * (180 / G_PI),
                          asin(CLAMP(centre.z, -1, 1)) * (180 / G_PI)};
}
