/* SPDX-License-Identifier: MIT */
#pragma once

/** IncmapColor: sRGB, each 0 … 1, not premultiplied; a == 0 paints nothing */
typedef struct IncmapColor IncmapColor;
struct IncmapColor {
    double r, g, b, a;
};
