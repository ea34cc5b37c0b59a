/* SPDX-License-Identifier: MIT */
/*
 * A column beside the map that tells the story: headline, place and day, the
 * figures and whose they are, at the foot the sources. The page's colour fades
 * from it over the edge of the map.
 */
#pragma once

#include "arrange/typeset.h"

/* Lays the fade over the land and keeps names and furniture off it; nothing without a column. */
void incmap_story_reserve(IncmapArrange *arrange);

void incmap_story_set(IncmapArrange *arrange);
