/* SPDX-License-Identifier: MIT */
/*
 * The incidents as a layer of points, for styles that draw them in their own
 * way: a heatmap, circles, icons.
 */
#pragma once

#include "arrange/context.h"

/* The names of the properties that the points can have, then NULL. */
const char *const *incmap_incident_features_keys(void);

/* The incidents that have a position on the map, known at least to the province. Returns:
 * (transfer full): free with incmap_land_layer_free() */
IncmapLandLayer *incmap_incident_features_make(const IncmapArrange *arrange);
