/* SPDX-License-Identifier: MIT */
/*
 * One layer of the style on the base sheet, by its type.
 */
#pragma once

#include "arrange/painter.h"

void incmap_paint_background(IncmapPainter *painter, const IncmapStyleLayer *layer);
void incmap_paint_fill(IncmapPainter *painter, const IncmapStyleLayer *layer);
void incmap_paint_line(IncmapPainter *painter, const IncmapStyleLayer *layer);
void incmap_paint_circle(IncmapPainter *painter, const IncmapStyleLayer *layer);
void incmap_paint_hillshade(IncmapPainter *painter, const IncmapStyleLayer *layer);
void incmap_paint_heatmap(IncmapPainter *painter, const IncmapStyleLayer *layer);

/* Makes one item of the features collected so far, and empties the list. */
void incmap_paint_close(IncmapArrange *arrange, GPtrArray *features, const IncmapPaint *paint,
                        IncmapPoint shift, gboolean is_line);

/* A shift to the right and down, of a property of two numbers. */
IncmapPoint incmap_paint_shift(IncmapPainter *painter, const IncmapStyleLayer *layer,
                               IncmapStyleProperty property);

/* The colour of one property with the opacity of another. */
IncmapColor incmap_paint_color(IncmapPainter *painter, const IncmapStyleLayer *layer,
                               IncmapStyleProperty color, IncmapStyleProperty opacity);
