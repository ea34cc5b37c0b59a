/* SPDX-License-Identifier: MIT */
/*
 * Areas and lines of the projected layers, as a worldview has them.
 */
#pragma once

#include "project/land.h"

/* Changes the scene's layers of countries and borders to @view. An area that moves becomes a
 * hole in its old country and an area of its own with the properties of the new one; its boundary
 * inside the old country, which the layers have as one between provinces, becomes a border. */
void incmap_worldview_apply(IncmapLandJob *job, const char *view);
