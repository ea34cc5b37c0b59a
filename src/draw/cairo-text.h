/* SPDX-License-Identifier: MIT */
/*
 * Texts through Cairo: halo under letters, on a turned baseline.
 */
#pragma once

#include "scene/display.h"

#include <cairo.h>

/* @has_text: letters as text that can be selected, for a PDF; otherwise as outlines. */
void incmap_cairo_text_paint(cairo_t *cr, const IncmapRun *run, IncmapMeasure *measure,
                             gboolean has_text);
