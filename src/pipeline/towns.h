/* SPDX-License-Identifier: MIT */
#pragma once

#include "locate/gazetteer.h"
#include "scene/scene.h"

/* Hands the towns inside the map box over from the gazetteer, most important first. @language may
 * be NULL. */
void incmap_towns_fill(IncmapScene *scene, const IncmapGazetteer *gazetteer, const char *language);
