/* SPDX-License-Identifier: MIT */
/*
 * Vector files (SVG) that a style names as icons and symbols. They are looked for beside the
 * style, in its `sprite` folder, and beside the styles that it extends; nothing that such a file
 * refers to is read. The library behind it is loaded when the first file is wanted.
 */
#pragma once

#include "scene/display.h"

#include <cairo.h>

/* limits of one file, and of what it says its size is */
#define INCMAP_PICTURE_MAX_BYTES ((gsize)2 << 20)
#define INCMAP_PICTURE_MAX_PT 1500.0

IncmapPictures *incmap_pictures_new(void);
void incmap_pictures_free(IncmapPictures *pictures);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapPictures, incmap_pictures_free)

/* Looks in these folders from now on; NULL-terminated, copied. Forgets all files. */
void incmap_pictures_set_folders(IncmapPictures *pictures, const char *const *folders);

/* The file that @name means, in one of the folders; NULL when there is none or the name leaves
 * them. Returns: (transfer full) */
char *incmap_pictures_find(const IncmapPictures *pictures, const char *name);

/* Reads the file, if it has not been read. FALSE with a sentence that names the file. */
gboolean incmap_pictures_load(IncmapPictures *pictures, const char *name, GError **error);

/* Paints it over the item's box. What cannot be loaded is not painted. */
void incmap_pictures_paint(IncmapPictures *pictures, cairo_t *cr, const IncmapItem *item);

/**
 * incmap_pictures_format_svg:
 * @id: what the ids inside begin with
 * @out_width_pt: (out): its own size
 * @out_height_pt: (out)
 *
 * Returns: (transfer full): the picture as plain SVG elements, without scripts, styles or
 *   references to anything else; %NULL when it cannot be loaded
 */
char *incmap_pictures_format_svg(IncmapPictures *pictures, const char *name, const char *id,
                                 double *out_width_pt, double *out_height_pt);
