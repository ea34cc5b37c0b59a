/* SPDX-License-Identifier: MIT */
/*
 * Names of countries, provinces, waters and regions.
 */
#pragma once

#include "arrange/look.h"

/* Fills the rasters that placing reads: who owns which ground, and how much line work is where. */
void incmap_names_prepare(IncmapArrange *arrange);

/* Name of the country that the map is about, then of the provinces the style asks for. */
void incmap_names_place_focus(IncmapArrange *arrange);
/* Other countries, larger first. */
void incmap_names_place_countries(IncmapArrange *arrange);
/* Rivers, lakes, seas, deserts and ranges. */
void incmap_names_place_nature(IncmapArrange *arrange);
