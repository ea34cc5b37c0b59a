/* SPDX-License-Identifier: MIT */
/*
 * Numbers and coordinates as people write them in tables and texts.
 */
#pragma once

#include "base/geometry.h"

/* A whole field as a number: "1234.5", "1,5" (decimal comma), "1,234" (thousands) with
 * @can_have_thousands, "12 345". FALSE for everything else, and for infinity and NaN. */
gboolean incmap_number_parse(const char *text, gsize length, gboolean can_have_thousands,
                             double *out_number);

typedef enum { INCMAP_AXIS_ANY, INCMAP_AXIS_LAT, INCMAP_AXIS_LON } IncmapAxis;

/* One coordinate: decimal, "19°57'10\"N", "19 57 10 N", "N 19.5", "19.5° S". @out_axis says what a
 * hemisphere letter told. The range is not checked. */
gboolean incmap_coordinate_parse(const char *text, gsize length, double *out_degrees,
                                 IncmapAxis *out_axis);

/* A pair, latitude first unless letters say otherwise: "19.95, 2.97", "19°57'N 2°58'E",
 * "POINT(2.97 19.95)" (longitude first). */
gboolean incmap_coordinates_parse(const char *text, gsize length, IncmapLonLat *out_point);
