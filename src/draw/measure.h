/* SPDX-License-Identifier: MIT */
/*
 * The measure the arrange stage is handed: text in real fonts. Widths are kept,
 * since a map asks for the same texts often. The result depends on the fonts
 * installed, never on the locale or the resolution.
 */
#pragma once

#include "draw/line.h"
#include "scene/display.h"

/* Opens the fonts. Returns: (transfer full): free with incmap_measure_free() */
IncmapMeasure *incmap_measure_new(GError **error);
void incmap_measure_free(IncmapMeasure *measure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapMeasure, incmap_measure_free)

/* The shaped line behind a measured text, for the painters.
 * Returns: (transfer none): valid as long as @measure */
const IncmapLine *incmap_measure_get_line(IncmapMeasure *measure, const char *text,
                                          const IncmapFont *font);

/**
 * incmap_measure_missing:
 * @measure: the measure
 *
 * Lists the characters of all texts measured so far that no installed font
 * has, in code order: what a note to the user should name.
 *
 * Returns: (transfer full) (element-type gunichar): the characters, possibly none
 */
GArray *incmap_measure_missing(IncmapMeasure *measure);
