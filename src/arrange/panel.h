/* SPDX-License-Identifier: MIT */
/*
 * The panel beside a situation map: title, period, key figures, days, types,
 * sizes, precision and lines.
 */
#pragma once

#include "arrange/typeset.h"

void incmap_panel_set(IncmapArrange *arrange);

/* A line of the panel, its left or its right end at a place. */
void incmap_panel_line(IncmapArrange *arrange, const char *text, const IncmapFace *type,
                       double x_pt, double y_pt);
void incmap_panel_line_right(IncmapArrange *arrange, const char *text, const IncmapFace *type,
                             double x_pt, double y_pt);
/* Lines as wide as @box, the first baseline at @y_pt; returns the last one. */
double incmap_panel_block(IncmapArrange *arrange, const char *text, const IncmapFace *type,
                          IncmapBox box, double y_pt, guint max_lines, const char *class_id);

/* What sizes mean; returns where it ends, or @y_pt when all symbols have one size. */
double incmap_panel_sizes(IncmapArrange *arrange, IncmapBox box, double y_pt);
