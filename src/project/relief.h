/* SPDX-License-Identifier: MIT */
/*
 * The relief under the map: light and shade for every point of the page.
 */
#pragma once

#include "layers/relief.h"
#include "scene/scene.h"

/* Fills scene->shade for the frame's map box; call after the frame is chosen. */
void incmap_project_relief(IncmapScene *scene, IncmapRelief *relief);
