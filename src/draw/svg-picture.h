/* SPDX-License-Identifier: MIT */
/*
 * Pictures inside an SVG file: pixels as they are, vector files as symbols that are used wherever
 * they stand.
 */
#pragma once

#include "draw/pictures.h"

/* An <image> with the item's pixels. */
void incmap_svg_add_image(GString *out, const IncmapItem *item);

/* "icon-clinic" for "icons/clinic.svg". Returns: (transfer full) */
char *incmap_svg_picture_id(const char *name);

/* Appends <symbol id="@id">; FALSE, with nothing appended, when the file can't be drawn. */
gboolean incmap_svg_add_picture(GString *out, IncmapPictures *pictures, const char *name,
                                const char *id);

/* Appends <use> of a symbol over the item's box, turned. */
void incmap_svg_add_use(GString *out, const char *id, const IncmapItem *item);

/* A <path> of the item's path, around the point that it is drawn around, without paint. Returns:
 * (transfer full) */
char *incmap_svg_symbol_shape(const IncmapItem *item);
