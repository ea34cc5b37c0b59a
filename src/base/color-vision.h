/* SPDX-License-Identifier: MIT */
/*
 * How colours look: to people with the three kinds of dichromatic vision, how
 * far two of them are apart, how light they are, and how they contrast.
 */
#pragma once

#include "base/color.h"

typedef enum {
    INCMAP_VISION_FULL,
    INCMAP_VISION_PROTAN, /* no long-wave cones */
    INCMAP_VISION_DEUTAN, /* no middle-wave cones */
    INCMAP_VISION_TRITAN, /* no short-wave cones */
    INCMAP_N_VISIONS
} IncmapVision;

/* "protan" …; "full" for the first. */
const char *incmap_vision_name(IncmapVision vision);

/* @color over an opaque @ground. */
IncmapColor incmap_color_over(IncmapColor color, IncmapColor ground);

/* The difference ΔE*76 between two opaque colours as seen by @vision: below 2 hardly anyone can
 * tell them apart, from 20 on anyone can at a glance. */
double incmap_color_distance(IncmapColor a, IncmapColor b, IncmapVision vision);

/* L* of an opaque colour, 0 … 100: what is left of it in grey. */
double incmap_color_lightness(IncmapColor color);

/* Contrast ratio of two opaque colours as WCAG 2 defines it, 1 … 21. */
double incmap_color_contrast(IncmapColor a, IncmapColor b);
