/* SPDX-License-Identifier: MIT */
/*
 * How exactly a place is known, as the map shows it: solid where it is exact; a
 * dashed ring of the true radius with the symbol on it; paler with a dashed edge
 * where that ring would be smaller than the symbol; a tinted province with a
 * hollow symbol, or a box of counts for several incidents.
 */
#pragma once

#include "arrange/symbols.h"

/* Whether the symbol stands at the place itself: one known exactly, or so well that at this scale
 * it makes no difference. */
gboolean incmap_precision_is_point(const IncmapGroup *group);
/* Whether a ring of the true radius is drawn, and not the dashed symbol in its place. */
gboolean incmap_precision_has_ring(const IncmapGroup *group);

/* How the group's symbol is drawn by what is known of place and event. */
IncmapManner incmap_precision_manner(const IncmapArrange *arrange, const IncmapGroup *group);

/* Moves the symbol of a vague place onto its ring, to where the map has room. */
void incmap_precision_move(const IncmapArrange *arrange, IncmapGroup *group);

void incmap_precision_draw_ring(IncmapArrange *arrange, const IncmapGroup *group,
                                const IncmapSymbol *symbol);

/* Whether the group is shown as a box of counts; @out_box is where. */
gboolean incmap_precision_box(const IncmapArrange *arrange, const IncmapGroup *group,
                              IncmapBox *out_box);
void incmap_precision_draw_box(IncmapArrange *arrange, const IncmapGroup *group, IncmapBox box);

/* Tints the provinces of incidents of which no more is known; on the base, below all lines. */
void incmap_precision_tint(IncmapArrange *arrange);
