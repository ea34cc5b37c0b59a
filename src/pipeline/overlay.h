/* SPDX-License-Identifier: MIT */
/*
 * A user's own vector file as a layer of the map, on top of the standard ones.
 * Its attributes become properties that styles can see.
 */
#pragma once

#include "base/error.h"
#include "scene/scene.h"

/* Appends a layer to scene->land, named after the file. Nothing inside the map box is a note, not
 * an error. */
gboolean incmap_overlay_add(IncmapScene *scene, const char *path, GError **error);
