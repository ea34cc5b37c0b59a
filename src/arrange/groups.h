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

/* Radius of the symbol for a value, by area; the style's minimum for none. Where the largest value
 * would be larger than the style allows, all others shrink with it, so that area stays
 * proportional. */
double incmap_groups_radius(const IncmapArrange *arrange, double value);
/* The same, or for a magnitude: see there. */
double incmap_groups_symbol_radius(const IncmapArrange *arrange, double value,
                                   gboolean is_magnitude);

/* Whether so few places are on the map that they are marked and not compared. */
gboolean incmap_groups_is_few(const IncmapArrange *arrange);
/* Whether a low or a high estimate differs visibly from the value. */
gboolean incmap_groups_has_range(const IncmapArrange *arrange, const IncmapGroup *group);
/* 0 for the newest … 1 for those that are older than colours fade; 0 when they don't. */
double incmap_groups_fade(const IncmapArrange *arrange, const IncmapGroup *group);

/* Takes the members of a group into another one. */
void incmap_groups_join(IncmapArrange *arrange, IncmapGroup *group, IncmapGroup *other);
/* Type and radius from the members. */
void incmap_groups_size(const IncmapArrange *arrange, IncmapGroup *group);

/* Takes smaller groups nearby into larger ones. */
void incmap_groups_merge_near(IncmapArrange *arrange, double distance_pt);
/* Whether a symbol covers the number in the middle of a larger one. */
gboolean incmap_groups_hides(const IncmapGroup *upper, const IncmapGroup *lower);
/* Groups of which one hides the other's number become one; FALSE when there were none. Those
 * whose place is not exactly known and measured points stay as they are. */
gboolean incmap_groups_merge_hiding(IncmapArrange *arrange);

/* Moves symbols that cover each other apart, each by less than half its radius. */
void incmap_groups_spread(IncmapArrange *arrange);
