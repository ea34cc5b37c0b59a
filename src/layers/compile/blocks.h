/* SPDX-License-Identifier: MIT */
/* The spatial index: the parts of each layer along a Hilbert curve, in blocks with their extents.
 */
#pragma once

#include "layers/compile/book.h"

/* Fills the sections of places and blocks; all layers are complete. */
void incmap_blocks_fill(IncmapBook *book);
