/* SPDX-License-Identifier: MIT */
/*
 * A page for browsers: the map as SVG with a spot for each symbol that tells its incidents on
 * hover, focus and tap, a table of all incidents, and the sources. One file that asks nobody for
 * anything and is read without scripts; the only script sorts the table.
 */
#pragma once

#include "draw/draw.h"

/* Wraps the page around the map's own SVG. */
void incmap_html_wrap(const IncmapScene *scene, const IncmapDrawOptions *options,
                      const GByteArray *svg, GByteArray *out_bytes);
