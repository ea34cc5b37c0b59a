/* SPDX-License-Identifier: MIT */
/*
 * Colours as CSS writes them: sRGB, each part 0 to 1, not multiplied with the opacity.
 */
#ifndef INCMAP_STYLE_COLOR_H
#define INCMAP_STYLE_COLOR_H

#include "base/color.h"

#include <glib.h>

typedef enum IncmapColorSpace {
    INCMAP_COLOR_SPACE_RGB,
    INCMAP_COLOR_SPACE_HCL,
    INCMAP_COLOR_SPACE_LAB,
} IncmapColorSpace;

/**
 * incmap_color_parse:
 * @text: a CSS colour: a name, `#rgb`, `#rgba`, `#rrggbb`, `#rrggbbaa`, `rgb()`, `rgba()`,
 *   `hsl()` or `hsla()`, with commas or with spaces and a slash
 * @out_color: (out): the colour
 *
 * Returns: whether @text is a colour
 */
gboolean incmap_color_parse(const char *text, IncmapColor *out_color);

/* As CSS text, `rgba(255,0,0,1)`; free with g_free(). */
char *incmap_color_format(const IncmapColor *color);

gboolean incmap_color_equal(const IncmapColor *a, const IncmapColor *b);

/* The colour at @t, 0 to 1, on the way from @from to @to through @space. */
IncmapColor incmap_color_mix(const IncmapColor *from, const IncmapColor *to, double t,
                             IncmapColorSpace space);

/* The colour named @name by CSS, as 0xrrggbb, or -1. */
gint32 incmap_color_find_name(const char *name);

#endif
