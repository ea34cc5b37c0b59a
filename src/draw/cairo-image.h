/* SPDX-License-Identifier: MIT */
/*
 * Images of a display list through Cairo, and as PNG for those who embed them.
 */
#pragma once

#include "scene/display.h"

#include <cairo.h>

/* Paints the item's image over its box, smoothly. */
void incmap_cairo_image_paint(cairo_t *cr, const IncmapItem *item);

/* The image as a PNG file. Returns: (transfer full): %NULL when it has no pixels */
GByteArray *incmap_cairo_image_encode(const IncmapImage *image);
