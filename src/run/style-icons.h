/* SPDX-License-Identifier: MIT */
/*
 * The icons that a style may draw, so that a map is drawn again when one of them changes.
 */
#pragma once

#include "style/document.h"

/* The SVG files that are named somewhere in the layouts and symbols of the style @root, looked for
 * beside its @files, and all of its `sprite` folder, in the order of the alphabet. Returns:
 * (transfer full) (element-type utf8) */
GPtrArray *incmap_style_icons_list(const IncmapValue *root, const char *const *files,
                                   guint n_files);
