/* SPDX-License-Identifier: MIT */
/*
 * Blocks of a map in a language that runs from right to left: they are set like
 * all others and then turned over, each text staying as it is. Where the language
 * runs from left to right nothing happens.
 */
#pragma once

#include "arrange/context.h"

/** IncmapMirror: how far a sheet and the record of labels had come before a block */
typedef struct IncmapMirror IncmapMirror;
struct IncmapMirror {
    IncmapSheet sheet;
    guint n_items, n_labels;
};

gboolean incmap_mirror_is_on(const IncmapArrange *arrange);
IncmapMirror incmap_mirror_begin(const IncmapArrange *arrange, IncmapSheet sheet);
/* Turns over what has been set since, between two edges. */
void incmap_mirror_end(IncmapArrange *arrange, const IncmapMirror *mirror, double left_pt,
                       double right_pt);
/* The same for a box; as it is when nothing is turned over. */
IncmapBox incmap_mirror_box(const IncmapArrange *arrange, IncmapBox box, double left_pt,
                            double right_pt);
