/* SPDX-License-Identifier: MIT */
/*
 * Distances and bearings on the WGS 84 ellipsoid.
 *
 * The formulas are Vincenty's (Survey Review 23(176), 1975), good to a
 * millimetre; nearly antipodal points, where they do not converge, fall back to
 * the sphere of the same volume (error below 0.6 %). PROJ has the same in
 * geodesic.h, but linking libproj costs more than ten milliseconds of every
 * start, and locating a name needs nothing else of it.
 */
#pragma once

#include "base/geometry.h"

/* Length of the geodesic from @a to @b in kilometres. */
double incmap_distance_km(IncmapLonLat a, IncmapLonLat b);

/* Azimuth at @a of the geodesic to @b, degrees clockwise from north, 0 … 360. */
double incmap_bearing_deg(IncmapLonLat a, IncmapLonLat b);

/* The point @distance_km away from @from in the direction @bearing_deg. */
IncmapLonLat incmap_destination(IncmapLonLat from, double bearing_deg, double distance_km);
