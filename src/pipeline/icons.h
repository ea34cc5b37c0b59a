/* SPDX-License-Identifier: MIT */
/*
 * The SVG files that a style names, looked at before a map is drawn.
 */
#pragma once

#include "draw/pictures.h"
#include "style/style.h"

/* Takes the folders of the style, and fails, with its line and column, for an icon that it names
 * outright and that is missing or broken. Names made of data are told when the map is drawn. */
gboolean incmap_icons_use(IncmapPictures *pictures, const IncmapStyle *style, GError **error);
