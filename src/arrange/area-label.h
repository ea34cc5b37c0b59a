/* SPDX-License-Identifier: MIT */
/*
 * Names inside areas: horizontal, letter-spaced, wholly inside the visible part
 * of the area and clear of everything else.
 */
#pragma once

#include "arrange/typeset.h"

/** IncmapAreaLabel: a name and the area it belongs into */
typedef struct IncmapAreaLabel IncmapAreaLabel;
struct IncmapAreaLabel {
    const char *text;
    const char *class_id;
    IncmapFace type;
    IncmapRaster *raster;
    guint16 value;            /* the area's cells; 0: water */
    IncmapPoint near;         /* where the name would like to stand */
    double reach_pt;          /* how far from there it may stand; 0: anywhere */
    const IncmapPoint *spine; /* a line through the area; NULL */
    guint n_spine;
    double spine_reach_pt;    /* how far from the line it may stand */
    const double *size_steps; /* factors to try, largest first, 0-terminated */
    double min_size_pt;       /* never smaller */
    gboolean can_break;       /* into two lines at a space */
};

/* Finds room, takes it, and sets the name on @sheet; FALSE when there is none. */
gboolean incmap_area_label_place(IncmapArrange *arrange, IncmapSheet sheet,
                                 const IncmapAreaLabel *label);
