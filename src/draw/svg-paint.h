/* SPDX-License-Identifier: MIT */
/*
 * How SVG says that a shape is filled and stroked, with the patterns and
 * gradients it refers to.
 */
#pragma once

#include "scene/display.h"

/** IncmapSvgPaints: the patterns and gradients already in the file */
typedef struct IncmapSvgPaints IncmapSvgPaints;
struct IncmapSvgPaints {
    GHashTable *ids; /* definition → its id */
    guint n_patterns;
    guint n_gradients;
    guint n_soft;
};

void incmap_svg_paints_init(IncmapSvgPaints *paints);
void incmap_svg_paints_clear(IncmapSvgPaints *paints);

/* Both append the definition to @out where it isn't in the file yet, so call them between
 * elements. Returns: (transfer none): its id; NULL without pattern or gradient */
const char *incmap_svg_define_pattern(IncmapSvgPaints *paints, GString *out,
                                      const IncmapPaint *paint);
const char *incmap_svg_define_gradient(IncmapSvgPaints *paints, GString *out,
                                       const IncmapItem *item);

/* ' stroke="#555555" stroke-width=".5" …', nothing when there is no stroke. */
void incmap_svg_add_stroke(GString *out, const IncmapPaint *paint);
