/* SPDX-License-Identifier: MIT */
/*
 * Digests of all that maps depend on besides their incidents.
 */
#pragma once

#include "run/plan.h"

/* Of the style, the layers on top, the options and the installation; transfer full. */
char *incmap_depends_look(IncmapJobRun *run, const IncmapJobMap *map);

/* Of an entry with its inputs; NULL when an input can't be told without reading it. */
char *incmap_depends_entry(IncmapJobRun *run, const IncmapJobMap *map, const GPtrArray *sources);
