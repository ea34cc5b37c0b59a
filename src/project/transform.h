/* SPDX-License-Identifier: MIT */
/*
 * A PROJ operation with the place of its plane on the page, and what the program
 * must know of it to cut geometry before projecting: where the globe is cut open
 * and how far the projection reaches. Owned by the frame. A transform has its own
 * PROJ context, so each thread may have its own.
 */
#pragma once

#include "base/error.h"
#include "base/geometry.h"
#include "scene/page.h"

#include <proj.h>

typedef enum {
    INCMAP_FAMILY_CUT,       /* open along the meridian opposite lon_0 */
    INCMAP_FAMILY_AZIMUTHAL, /* open at or before the point opposite the origin */
} IncmapFamily;

typedef struct IncmapTransform IncmapTransform;
struct IncmapTransform {
    PJ_CONTEXT *context;
    PJ *pj;
    gboolean is_degree_input;
    IncmapFamily family;
    IncmapLonLat origin;
    double reach_deg;                   /* azimuthal: largest angle from the origin */
    double half_lon_deg;                /* cut: largest difference from lon_0 */
    double min_lat_deg, max_lat_deg;    /* cut: latitudes it can show */
    double pt_per_m, east0_m, north0_m; /* the plane's point at page_origin */
    IncmapPoint page_origin;
};

/* A transform for a PROJ string or an authority's code; its place on the page is set later. */
IncmapTransform *incmap_transform_new(const char *definition, GError **error);
void incmap_transform_free(IncmapTransform *transform);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapTransform, incmap_transform_free)

/* A projection as a coordinate system; @dialect: "WKT2" or "ESRI". Transfer full. */
char *incmap_transform_describe_crs(const char *definition, const char *dialect, GError **error);

/* The plane's point at a point of the page. */
IncmapEastNorth incmap_transform_from_page(const IncmapTransform *transform, IncmapPoint point);

/* "PROJ 9.1.1 with /usr/share/proj/proj.db"; NULL when the database lacks. Transfer full. */
char *incmap_transform_describe_database(GError **error);

/* FALSE when the projection can't show the point. */
gboolean incmap_transform_plane(const IncmapTransform *transform, IncmapLonLat from,
                                IncmapEastNorth *out_to);
gboolean incmap_transform_geographic(const IncmapTransform *transform, IncmapEastNorth from,
                                     IncmapLonLat *out_to);

/* To the page and back, as IncmapFrame.forward and .inverse; @transform is an IncmapTransform. */
gboolean incmap_transform_forward(gpointer transform, IncmapLonLat from, IncmapPoint *out_to);
gboolean incmap_transform_inverse(gpointer transform, IncmapPoint from, IncmapLonLat *out_to);

/* Projects @n points at once. Points that can't be shown come out as HUGE_VAL. @from is spoiled. */
void incmap_transform_bulk(const IncmapTransform *transform, IncmapLonLat *from, gsize n,
                           IncmapPoint *out_to);

/* Whether the point is in the part of the globe that the projection is open for. */
gboolean incmap_transform_can_show(const IncmapTransform *transform, IncmapLonLat point);

/* Angle between two places seen from the centre of the sphere, degrees. */
double incmap_angle_deg(IncmapLonLat a, IncmapLonLat b);
/* The place at @angle_deg from @from towards @azimuth_deg, on the sphere. */
IncmapLonLat incmap_sphere_destination(IncmapLonLat from, double azimuth_deg, double angle_deg);
