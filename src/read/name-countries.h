/* SPDX-License-Identifier: MIT */
/*
 * Which of its namesakes a name is: the one in the area that stands behind it,
 * of the kind that the text calls it, in the country that the text speaks of.
 */
#pragma once

#include "read/name-lookup.h"

/* @countries counts how often a country (code) is named; @found are the names (IncmapName). */
void incmap_names_choose_countries(const IncmapNameLookup *lookup, GHashTable *countries,
                                   GArray *found);
