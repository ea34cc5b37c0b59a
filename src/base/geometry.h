/* SPDX-License-Identifier: MIT */
/*
 * Points and boxes. Every point carries its space in its type: degrees on
 * WGS 84, projected metres, or page points (1/72 inch, origin top left, y
 * down). Longitude before latitude, x before y.
 */
#pragma once

#include <glib.h>

typedef struct IncmapLonLat IncmapLonLat;
struct IncmapLonLat {
    double lon_deg; /* -180 … 180 */
    double lat_deg; /* -90 … 90 */
};

typedef struct IncmapEastNorth IncmapEastNorth;
struct IncmapEastNorth {
    double east_m;
    double north_m;
};

typedef struct IncmapPoint IncmapPoint;
struct IncmapPoint {
    double x_pt;
    double y_pt;
};

/** IncmapBox: a rectangle on the page, x0 <= x1 and y0 <= y1 */
typedef struct IncmapBox IncmapBox;
struct IncmapBox {
    double x0_pt, y0_pt, x1_pt, y1_pt;
};

/**
 * IncmapExtent: a box of longitudes and latitudes
 *
 * west_deg is in [-180, 180); east_deg is in (west_deg, west_deg + 360], so an
 * extent across the antimeridian has an east beyond 180.
 */
typedef struct IncmapExtent IncmapExtent;
struct IncmapExtent {
    double west_deg, south_deg, east_deg, north_deg;
};

static inline double
incmap_box_width(IncmapBox box)
{
    return box.x1_pt - box.x0_pt;
}

static inline double
incmap_box_height(IncmapBox box)
{
    return box.y1_pt - box.y0_pt;
}

static inline IncmapPoint
incmap_box_centre(IncmapBox box)
{
    return (IncmapPoint){(box.x0_pt + box.x1_pt) / 2, (box.y0_pt + box.y1_pt) / 2};
}

/* Boxes that only touch do not overlap. */
static inline gboolean
incmap_box_overlaps(IncmapBox a, IncmapBox b)
{
    return a.x0_pt < b.x1_pt && b.x0_pt < a.x1_pt && a.y0_pt < b.y1_pt && b.y0_pt < a.y1_pt;
}

static inline gboolean
incmap_box_contains(IncmapBox outer, IncmapBox inner)
{
    return inner.x0_pt >= outer.x0_pt && inner.x1_pt <= outer.x1_pt && inner.y0_pt >= outer.y0_pt &&
           inner.y1_pt <= outer.y1_pt;
}

static inline gboolean
incmap_box_has_point(IncmapBox box, IncmapPoint point)
{
    return point.x_pt >= box.x0_pt && point.x_pt <= box.x1_pt && point.y_pt >= box.y0_pt &&
           point.y_pt <= box.y1_pt;
}

static inline IncmapBox
incmap_box_grow(IncmapBox box, double by_pt)
{
    return (IncmapBox){box.x0_pt - by_pt, box.y0_pt - by_pt, box.x1_pt + by_pt, box.y1_pt + by_pt};
}

static inline IncmapBox
incmap_box_union(IncmapBox a, IncmapBox b)
{
    return (IncmapBox){MIN(a.x0_pt, b.x0_pt), MIN(a.y0_pt, b.y0_pt), MAX(a.x1_pt, b.x1_pt),
                       MAX(a.y1_pt, b.y1_pt)};
}

/* Longitude brought into [-180, 180). */
double incmap_wrap_lon(double lon_deg);

/* Whether the extent holds the point; edges count. */
gboolean incmap_extent_has_point(IncmapExtent extent, IncmapLonLat point);

/* The area of a polygon, in square points; its last point isn't the first one again. */
double incmap_polygon_area(const IncmapPoint *points, guint n);
