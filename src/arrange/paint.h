/* SPDX-License-Identifier: MIT */
/*
 * The style's fill and line layers → painted land.
 */
#pragma once

#include "arrange/look.h"

/* Evaluates every background, fill and line layer of the style for the features of its source
 * layer; neighbours with the same paint become one item. */
void incmap_paint_land(IncmapArrange *arrange);
