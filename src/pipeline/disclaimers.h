/* SPDX-License-Identifier: MIT */
/*
 * The table of disclaimers: CSV with the columns kind, a, b, box and one column
 * for each language.
 */
#pragma once

#include "scene/scene.h"

/* Fills scene->disclaimers with the sentences in @language; what a row lacks in it is English. */
gboolean incmap_disclaimers_load(IncmapScene *scene, const char *path, const char *language,
                                 GError **error);
