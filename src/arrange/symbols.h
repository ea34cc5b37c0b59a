/* SPDX-License-Identifier: MIT */
/*
 * Incidents as symbols: shape and colour by type, area by value, a ring of arcs
 * for several at one place.
 */
#pragma once

#include "arrange/look.h"

typedef enum {
    INCMAP_SHAPE_CIRCLE,
    INCMAP_SHAPE_SQUARE,
    INCMAP_SHAPE_TRIANGLE,
    INCMAP_SHAPE_DIAMOND,
    INCMAP_SHAPE_BURST, /* eight points */
    INCMAP_SHAPE_CROSS, /* a × */
    INCMAP_SHAPE_STAR,
    INCMAP_SHAPE_HEXAGON,
    INCMAP_SHAPE_DROP,
    INCMAP_SHAPE_TRIANGLE_DOWN,
    INCMAP_SHAPE_PENTAGON,
    INCMAP_N_SHAPES
} IncmapShape;

/** IncmapSymbol: how the style shows one event type */
typedef struct IncmapSymbol IncmapSymbol;
struct IncmapSymbol {
    IncmapShape shape;
    IncmapColor color;
    IncmapColor edge;  /* dark outline of light colours; a == 0: none */
    gsize pattern_row; /* of arcs and bars; 0: none; a symbol itself is too small for one */
    IncmapColor pattern_color;
    const char *image; /* a picture of the style's instead of the shape; NULL: none */
};

/* The shape called @id ("circle" …); FALSE when there is none. */
gboolean incmap_shape_from_id(const char *id, IncmapShape *out_shape);
const char *incmap_shape_id(IncmapShape shape);

/* How sure what a symbol stands for is. */
typedef enum {
    INCMAP_MANNER_SOLID,
    INCMAP_MANNER_PALE,   /* merely reported: a pale fill in a line of the colour */
    INCMAP_MANNER_DASHED, /* somewhere under the symbol: the same with a dashed line */
    INCMAP_MANNER_HOLLOW, /* somewhere in the province */
} IncmapManner;

IncmapSymbol incmap_symbol_of(const IncmapArrange *arrange, IncmapEvent event);

/* Fills arcs and bars: colour, pattern and, where the style wants one, the dark edge. */
void incmap_symbol_fill(const IncmapArrange *arrange, const IncmapSymbol *symbol,
                        IncmapPaint *paint);

/* A word of the style ("none", "hatch", "vertical", "dots") over the fill. */
void incmap_pattern_set(const IncmapArrange *arrange, const char *word, IncmapColor color,
                        IncmapPaint *paint);

/* Appends the outline of a shape that covers the same area as a circle of @radius_pt. */
void incmap_symbol_path(IncmapPath *path, IncmapShape shape, IncmapPoint at, double radius_pt);

/* Draws one symbol with its keyline. */
void incmap_symbol_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapSymbol *symbol,
                        IncmapPoint at, double radius_pt, IncmapManner manner);

/* Draws a ring of arcs by number per type, with the count in its middle. */
void incmap_symbol_draw_ring(IncmapArrange *arrange, IncmapSheet sheet, const guint *counts,
                             guint n, IncmapPoint at, double radius_pt);

/* Whether one of the group's incidents is to be marked as new. */
gboolean incmap_symbol_is_new(const IncmapArrange *arrange, const IncmapGroup *group);
/* Draws the mark around a symbol of that radius. */
void incmap_symbol_draw_new(IncmapArrange *arrange, IncmapSheet sheet, IncmapPoint at,
                            double radius_pt);

/* Takes the ground of all symbols; call before anything is placed around them. */
void incmap_symbols_reserve(IncmapArrange *arrange);
/* Draws all groups, largest first, and records their marks. */
void incmap_symbols_draw(IncmapArrange *arrange);
