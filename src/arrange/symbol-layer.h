/* SPDX-License-Identifier: MIT */
/*
 * Layers of type symbol: icons and texts that take their ground like the
 * program's own names, so that nothing overlaps unless the style says so.
 */
#pragma once

#include "arrange/context.h"

/* Places the symbols of all such layers, the uppermost layer first, and draws them in the order of
 * the style. Call when what the program itself says of incidents has its place. */
void incmap_symbol_layers_place(IncmapArrange *arrange);
