/* SPDX-License-Identifier: MIT */
/*
 * The ways a name can be set when it doesn't fit as it is: in two lines,
 * abbreviated, in smaller type, the milder ones first.
 */
#pragma once

#include "arrange/typeset.h"

#define INCMAP_N_WORDINGS 6

/** IncmapWording: one way to set a name; the lines belong to the scene */
typedef struct IncmapWording IncmapWording;
struct IncmapWording {
    const char *lines[2];
    guint n_lines;
    IncmapFace type;
    double widths_pt[2];
    double width_pt, x_height_pt, cap_height_pt;
    gboolean is_rtl;
    double cost; /* how much worse than the name as it is, in units of one crossed line */
};

/* The @index-th way to set @text; FALSE when it is none of its own: no space to break at, nothing
 * to abbreviate, no smaller size. The first one, the text itself, always is. */
gboolean incmap_wording_make(const IncmapArrange *arrange, const char *text, const IncmapFace *type,
                             guint index, IncmapWording *out_wording);

/* @text with the usual abbreviations of its words, "Saint" to "St."; NULL when it has none. */
char *incmap_wording_abbreviate(const char *text);
