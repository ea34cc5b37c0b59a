/* SPDX-License-Identifier: MIT */
/*
 * Names of what was located in the language of the map. The fixes keep their
 * standard names beside them: those are what other programs read.
 */
#pragma once

#include "locate/gazetteer.h"
#include "scene/scene.h"

/* Fills shown_name, shown_admin1, shown_country and border_country of all fixes; @language is not
 * English. */
void incmap_locate_localise(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                            const char *language);
