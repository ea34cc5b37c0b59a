/* SPDX-License-Identifier: MIT */
#pragma once

#include "pipeline/pipeline.h"

/* What a machine wants to know of a finished map, as JSON; transfer full. */
char *incmap_report_format(const IncmapMap *map);

/* How many incidents aren't on the map, or had a text that found no room. */
guint incmap_report_count_left_out(const IncmapMap *map);
