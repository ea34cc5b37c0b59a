/* SPDX-License-Identifier: MIT */
/*
 * Digests of all that maps depend on besides their incidents.
 */
#pragma once

#include "run/plan.h"

/* Of the style, the layers on top, the options and the installation; transfer full. */
char *incmap_depends_look(IncmapJobRun *run, const IncmapJobMap *map);

/* The files of a style: its own, those that it extends and its icons, as far as they can be read;
 * transfer full. */
GPtrArray *incmap_depends_style_files(const char *name);

/* Of an entry with its inputs; NULL when an input can't be told without reading it. */
char *incmap_depends_entry(IncmapJobRun *run, const IncmapJobMap *map, const GPtrArray *sources);
