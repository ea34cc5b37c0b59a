/* SPDX-License-Identifier: MIT */
/*
 * Hatches and dots inside a path, on a grid of the page so that neighbours fit.
 */
#pragma once

#include "scene/display.h"

#include <cairo.h>

/* Fills the current path, which is kept, with the paint's pattern, if it has one. */
void incmap_cairo_pattern_fill(cairo_t *cr, const IncmapPaint *paint);
