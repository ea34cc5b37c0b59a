/* SPDX-License-Identifier: MIT */
/*
 * The size of the page. Layout happens in points (1/72 inch); a size in px becomes
 * px * 72 / dpi points, so that the picture has exactly the pixels asked for.
 */
#pragma once

#include "base/error.h"

typedef struct IncmapSize IncmapSize;
struct IncmapSize {
    double width_pt, height_pt;
    double dpi;         /* of pixel formats */
    gboolean is_screen; /* given in pixels */
};

/** IncmapSizePreset: one row of the table of names */
typedef struct IncmapSizePreset IncmapSizePreset;
struct IncmapSizePreset {
    const char *name;
    const char *size;
    double dpi;      /* 0: the usual one; more makes type larger in the same pixels */
    const char *use; /* what it is for */
};

/* Ends with a row without a name. */
extern const IncmapSizePreset incmap_size_presets[];

/**
 * incmap_size_parse:
 * @text: "1600x1000px", "180x120mm", "18x12cm", "8x5in", "1600x1000" (px) or a preset
 * @dpi: 0 for the default: 96 for sizes in px, 300 for others
 */
gboolean incmap_size_parse(const char *text, double dpi, IncmapSize *out_size, GError **error);
