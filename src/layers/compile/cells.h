/* SPDX-License-Identifier: MIT */
/* The grid that tells which areas a cell of the world holds. */
#pragma once

#include "layers/compile/book.h"

/* Fills the cell sections from the arcs between areas. */
void incmap_cells_fill(IncmapBook *book);
