/* SPDX-License-Identifier: MIT */
/*
 * Names beside symbols: eight positions around the symbol, the best free one
 * wins.
 */
#pragma once

#include "arrange/typeset.h"

/** IncmapPointLabel: what is to be placed, and where it went */
typedef struct IncmapPointLabel IncmapPointLabel;
struct IncmapPointLabel {
    const char *text;
    const char *class_id;
    IncmapFace type;
    IncmapPoint at;      /* centre of the symbol */
    double radius_pt;    /* of the symbol */
    double gap_pt;       /* between symbol and text */
    int incident;        /* -1 */
    int symbol_owner;    /* obstacles of this owner don't count: the symbol itself */
    IncmapPoint origin;  /* out: left end of the baseline */
    IncmapBox box;       /* out */
};

/* Finds the best free position and takes it. FALSE when there is none; nothing has changed then. */
gboolean incmap_point_label_place(IncmapArrange *arrange, IncmapPointLabel *label);

/* Sets the text where incmap_point_label_place() put it. */
void incmap_point_label_set(IncmapArrange *arrange, IncmapSheet sheet,
                            const IncmapPointLabel *label);

/* The colour of the map under a point, for halos. */
IncmapColor incmap_ground_color(const IncmapArrange *arrange, IncmapPoint at);
