/* SPDX-License-Identifier: MIT */
/*
 * Texts on sheets: lines, paragraphs, and the record of where each text stands.
 */
#pragma once

#include "arrange/look.h"

IncmapTextMetrics incmap_typeset_measure(const IncmapArrange *arrange, const char *text,
                                         const IncmapFace *type);
double incmap_typeset_width(const IncmapArrange *arrange, const char *text, const IncmapFace *type);

/* The ground that a text needs above and below its baseline: caps and descenders, without the
 * font's own line gap. */
double incmap_typeset_rise(const IncmapFace *type);
double incmap_typeset_drop(const IncmapFace *type);

/**
 * incmap_typeset_run:
 * @label: (nullable): the label that this run is a piece of: gets its ground
 *
 * Sets one line with its left baseline end at @origin. Returns its ground.
 */
IncmapQuad incmap_typeset_run(IncmapArrange *arrange, IncmapSheet sheet, const char *text,
                              const IncmapFace *type, IncmapPoint origin, double angle_rad,
                              IncmapLabel *label);

/* Adds a label without ground to the page's record and returns its index. */
guint incmap_typeset_label(IncmapArrange *arrange, const char *text, const char *class_id,
                           int incident);
IncmapLabel *incmap_typeset_get_label(IncmapArrange *arrange, guint index);
void incmap_label_add_quad(IncmapLabel *label, IncmapQuad quad);

/**
 * incmap_typeset_wrap:
 * @max_lines: 0 for no limit; the last line is then cut with an ellipsis
 *
 * Breaks @text into lines no wider than @width_pt, with a balanced rag: the
 * lines are as narrow as the number of lines allows.
 *
 * Returns: (transfer full) (element-type utf8): the lines
 */
GPtrArray *incmap_typeset_wrap(const IncmapArrange *arrange, const char *text,
                               const IncmapFace *type, double width_pt, guint max_lines);

/* Sets lines below each other, first baseline at @origin, and records them as one label. Returns
 * the baseline of the last line. */
double incmap_typeset_block(IncmapArrange *arrange, IncmapSheet sheet, const GPtrArray *lines,
                            const IncmapFace *type, IncmapPoint origin, const char *class_id);

/* One line as a label of its own. */
void incmap_typeset_line(IncmapArrange *arrange, IncmapSheet sheet, const char *text,
                         const IncmapFace *type, IncmapPoint origin, const char *class_id);
