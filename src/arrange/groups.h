/* SPDX-License-Identifier: MIT */
/*
 * Which incidents share a symbol, and how large the symbols are.
 */
#pragma once

#include "arrange/look.h"

/* Fills page->positions and arrange->groups, most important first. Incidents at one place share a
 * group; so do places nearer than groups.merge-distance, unless they are measured points such as
 * earthquakes. Those of country precision and those without a fix are in no group. */
void incmap_groups_make(IncmapArrange *arrange);

/* Radius of the symbol for a value, by area; the style's minimum for none. */
double incmap_groups_radius(const IncmapArrange *arrange, double value);

/* Moves symbols that cover each other apart, each by less than half its radius. */
void incmap_groups_spread(IncmapArrange *arrange);
