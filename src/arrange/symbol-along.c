/* SPDX-License-Identifier: MIT */
/*
 * Texts of symbol layers along the lines of their features.
 */
#include "arrange/along.h"
#include "arrange/line-shape.h"
#include "arrange/symbol-spec.h"

#include <math.h>

/* A stretch of the line as long as the spacing for each repetition of the text. */
static gboolean
set_stretch(IncmapArrange *arrange, const IncmapTextSpec *spec, const IncmapPoint *points, guint n)
{
    IncmapFace face = spec->face;
    IncmapAlong along = {
        .text = spec->text.plain,
        .class_id = "symbol",
        .type = face,
        .points = points,
        .n_points = n,
        .smooth_pt = face.font.size_pt * 0.5,
        .offset_pt = -face.font.size_pt * 0.36 - spec->anchors[0].offset.y_pt,
        .max_bend_rad = G_PI,
        .max_turn_rad = spec->max_turn_rad,
        .prefer = 0.5,
    };
    return incmap_along_place(arrange, INCMAP_SHEET_TOWNS, &along, NULL);
}

void
incmap_symbol_text_along(IncmapPainter *painter, const IncmapStyleLayer *layer,
                         const IncmapPainted *painted, IncmapPlacement placement, double spacing_pt)
{
    IncmapArrange *arrange = painter->arrange;
    const IncmapLandFeature *feature = painted->feature;
    IncmapTextSpec spec;
    guint n_set = 0;
    incmap_text_spec_read(painter, layer, &spec);
    for (guint part = 0; spec.has_text && !spec.is_level && part < feature->n_parts; part++) {
        const IncmapPoint *line = feature->points + feature->part_starts[part];
        guint n = feature->part_starts[part + 1] - feature->part_starts[part];
        double length_pt = incmap_line_shape_length(line, n);
        guint n_pieces = placement == INCMAP_PLACEMENT_LINE && isfinite(length_pt)
                             ? (guint)CLAMP(length_pt / spacing_pt, 1, 200)
                             : 1;
        for (guint i = 0; i < n_pieces; i++) {
            IncmapPath path = {0};
            incmap_line_shape_add_piece(&path, line, n, length_pt * i / n_pieces,
                                        length_pt * (i + 1) / n_pieces);
            n_set += path.n_points > 1 && set_stretch(arrange, &spec, path.points, path.n_points);
            g_free(path.verbs);
            g_free(path.points);
        }
    }
    if (spec.has_text && !spec.is_level && n_set == 0)
        incmap_arrange_drop(arrange, spec.text.plain, "symbol",
                            "no stretch of its line is free and straight enough");
    incmap_text_spec_clear(&spec);
}
