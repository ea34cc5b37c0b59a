/* SPDX-License-Identifier: MIT */
/*
 * Leaves out the incidents that the options exclude, so that later stages never
 * see them. Each returns how many went.
 */
#pragma once

#include "pipeline/options.h"
#include "scene/scene.h"

/* By date and type, after reading. An incident without a date goes when days are asked for. */
guint incmap_filter_read(IncmapScene *scene, const IncmapOptions *options);

/* By country, after locating; @country_code may be NULL. What has no place stays, to be reported.
 */
guint incmap_filter_located(IncmapScene *scene, const char *country_code);
