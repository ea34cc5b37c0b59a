/* SPDX-License-Identifier: MIT */
/*
 * Fills and strokes of a paint through Cairo.
 */
#pragma once

#include "scene/display.h"

#include <cairo.h>

void incmap_cairo_set_color(cairo_t *cr, IncmapColor color);

/* Fills the current path, which is kept: with a colour, a gradient or a soft edge. */
void incmap_cairo_fill(cairo_t *cr, const IncmapItem *item);

/* Strokes the current path, which is kept. */
void incmap_cairo_stroke(cairo_t *cr, const IncmapPaint *paint);
