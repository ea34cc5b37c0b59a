/* SPDX-License-Identifier: MIT */
/*
 * PNG files as maps need them: RGB or a palette, the physical size, sRGB, the
 * texts that describe the picture, and no time.
 */
#pragma once

#include <glib.h>

/** IncmapPngInfo: what stands in the file beside the pixels; texts are UTF-8 or NULL */
typedef struct IncmapPngInfo IncmapPngInfo;
struct IncmapPngInfo {
    const char *title;
    const char *description;
    const char *language;
    double dpi;
};

/* @pixels: 0x00RRGGBB in machine order, rows of @stride_px pixels. Appends to @out_bytes. */
gboolean incmap_png_write(const guint32 *pixels, int width_px, int height_px, int stride_px,
                          const IncmapPngInfo *info, GByteArray *out_bytes, GError **error);
