/* SPDX-License-Identifier: MIT */
/*
 * Texts in SVG: real ones, with the width they were given in the arrangement,
 * so that another font is squeezed into it instead of running over a symbol.
 */
#pragma once

#include "draw/line.h"

/* Appends <text> for @run as shaped in @line. */
void incmap_svg_add_text(GString *out, const IncmapRun *run, const IncmapLine *line);
