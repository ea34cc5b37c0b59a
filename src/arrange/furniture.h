/* SPDX-License-Identifier: MIT */
/*
 * What stands over the map beside incidents and names: scale bar, locator
 * inset, legend, north arrow, notes. Each takes the emptiest of its places.
 */
#pragma once

#include "arrange/typeset.h"

/**
 * incmap_furniture_choose:
 * @width_pt: of the block
 * @height_pt: of the block
 * @water_bonus: how much better water is than land, in crossed lines
 *
 * The emptiest place along the map's edges for a block; takes it.
 *
 * Returns: whether there was one; @out_box is where
 */
gboolean incmap_furniture_choose(IncmapArrange *arrange, const char *kind, double width_pt,
                                 double height_pt, double water_bonus, IncmapBox *out_box);

void incmap_scale_bar_place(IncmapArrange *arrange);
void incmap_inset_place(IncmapArrange *arrange);
void incmap_legend_place(IncmapArrange *arrange);
void incmap_north_place(IncmapArrange *arrange);
void incmap_graticule_label(IncmapArrange *arrange);
