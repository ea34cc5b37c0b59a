/* SPDX-License-Identifier: MIT */
/*
 * A picture drawn once more as plain SVG, to stand inside a larger file: shapes only, ids of its
 * own, the same bytes every time.
 */
#pragma once

#include <cairo.h>
#include <glib.h>

typedef struct IncmapPictureSvg IncmapPictureSvg;
struct IncmapPictureSvg {
    GByteArray *bytes;
    cairo_surface_t *surface;
    cairo_t *cr;
};

/* What to draw with; belongs to @svg. */
cairo_t *incmap_picture_svg_begin(IncmapPictureSvg *svg, double width_pt, double height_pt);

/* What was drawn, without the outermost element; ids become @id-1, @id-2 … Returns: (transfer
 * full) */
char *incmap_picture_svg_end(IncmapPictureSvg *svg, const char *id);
