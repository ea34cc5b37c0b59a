/* SPDX-License-Identifier: MIT */
/*
 * A block of text whose pieces may differ in font, size and colour, as styles
 * make them with ["format", …]. Lines break at spaces and where the text says
 * so. The block's own coordinates begin at its upper left corner.
 */
#pragma once

#include "arrange/typeset.h"
#include "style/value.h"

/** IncmapPiece: letters of one look in one line */
typedef struct IncmapPiece IncmapPiece;
struct IncmapPiece {
    const char *text; /* belongs to the scene */
    IncmapFace face;
    guint line;
    double x_pt, width_pt;
};

/** IncmapRichText: a block, ready to be set anywhere */
typedef struct IncmapRichText IncmapRichText;
struct IncmapRichText {
    GArray *pieces; /* IncmapPiece, line by line, from left to right */
    GArray *widths; /* double: of the lines */
    const char *plain;
    double width_pt, height_pt;
    double rise_pt, leading_pt; /* to the first baseline; from baseline to baseline */
};

typedef enum {
    INCMAP_TRANSFORM_NONE,
    INCMAP_TRANSFORM_UPPER,
    INCMAP_TRANSFORM_LOWER,
} IncmapTransform;

/**
 * incmap_rich_text_make:
 * @value: formatted text or a string
 * @face: of pieces that say nothing else
 * @transform: capitals
 * @max_width_pt: of a line; infinite: no breaks but the text's own
 * @out_text: (out): the block; clear with incmap_rich_text_clear()
 *
 * Returns: %FALSE when there are no letters
 */
gboolean incmap_rich_text_make(const IncmapArrange *arrange, const IncmapValue *value,
                               const IncmapFace *face, IncmapTransform transform,
                               double max_width_pt, IncmapRichText *out_text);
void incmap_rich_text_clear(IncmapRichText *text);

/* Sets the block with its upper left corner at @origin, turned around @pivot. @justify: -1 left,
 * 0 centre, 1 right. @label may be -1: then its ground is recorded nowhere. */
void incmap_rich_text_set(IncmapArrange *arrange, IncmapSheet sheet, const IncmapRichText *text,
                          IncmapPoint origin, IncmapPoint pivot, double angle_rad, int justify,
                          int label);
