/* SPDX-License-Identifier: MIT */
/*
 * Text along a line: rivers, ranges, wide regions. The line is smoothed first,
 * letters stand upright on it one by one. Scripts whose letters join are set
 * straight along the chord.
 */
#pragma once

#include "arrange/typeset.h"

/** IncmapAlong: a text and the line it may follow */
typedef struct IncmapAlong IncmapAlong;
struct IncmapAlong {
    const char *text;
    const char *class_id;
    IncmapFace type;
    const IncmapPoint *points;
    guint n_points;
    double smooth_pt; /* standard deviation of the smoothing along the line */
    double offset_pt; /* baseline above the line */
    double spread_pt; /* wished distance between letters, instead of the font's spacing; 0: none */
    double max_bend_rad;    /* largest turn from the first to the last letter */
    double max_turn_rad;    /* between two letters; 0: as much as keeps them from touching */
    IncmapPoint apart_from; /* another text on the same line, and how far to keep from it */
    double apart_pt;        /* 0: there is none */
    double prefer;          /* 0 … 1: share of the line's length where the middle should stand */
    gboolean is_off_lines;  /* borders, coasts and rivers run between the letters, not under them */
};

/* Finds the best stretch, takes it and sets the text on @sheet; FALSE when there is no room.
 * @out_middle (nullable) gets the middle of the text. */
gboolean incmap_along_place(IncmapArrange *arrange, IncmapSheet sheet, const IncmapAlong *along,
                            IncmapPoint *out_middle);
