/* SPDX-License-Identifier: MIT */
/*
 * Names of countries, provinces, waters and regions.
 */
#pragma once

#include "arrange/look.h"

/* Fills the rasters that placing reads: who owns which ground, and how much line work is where. */
void incmap_names_prepare(IncmapArrange *arrange);

/* On a map of a city, the city's name over its ground; the town's place_id, or 0 when there is no
 * such town or no room (city.c). */
gint64 incmap_names_place_city(IncmapArrange *arrange);
/* Name of the country that the map is about, then of the provinces the style asks for. */
void incmap_names_place_focus(IncmapArrange *arrange);
/* Where the country fills the map, so that its border helps nobody: its other provinces, as many as
 * have room. */
void incmap_names_place_provinces_around(IncmapArrange *arrange);
/* Where no country is the map's own, those that are much of it, before its towns. */
void incmap_names_place_large_countries(IncmapArrange *arrange);
/* Other countries, larger first. */
void incmap_names_place_countries(IncmapArrange *arrange);
/* Rivers, lakes, seas, deserts and ranges. */
void incmap_names_place_nature(IncmapArrange *arrange);
