/* SPDX-License-Identifier: MIT */
/*
 * The key to sizes: circles in each other at round values that span what the
 * map shows, each with a line to its number.
 */
#pragma once

#include "arrange/look.h"

enum { INCMAP_SIZES_MAX = 4 };

typedef struct IncmapSizes IncmapSizes;
struct IncmapSizes {
    double values[INCMAP_SIZES_MAX]; /* largest first */
    double radii_pt[INCMAP_SIZES_MAX];
    guint n; /* 0: all symbols are of one size, there is nothing to explain */
    gboolean is_magnitude;
    gboolean has_range; /* some incident has a low or a high estimate */
};

void incmap_sizes_choose(const IncmapArrange *arrange, IncmapSizes *out_sizes);

/* Height of the circles and labels; @out_text_pt is where the numbers begin, from the left. */
double incmap_sizes_height(const IncmapSizes *sizes, const IncmapFace *face, double *out_text_pt);

/* Draws the circles with the upper left corner at @at; @first_words (nullable) stands in place of
 * the largest number. */
void incmap_sizes_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSizes *sizes,
                       const IncmapFace *face, IncmapPoint at, const char *first_words,
                       const char *class_id);
