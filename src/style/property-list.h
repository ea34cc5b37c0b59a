/* SPDX-License-Identifier: MIT */
/*
 * All properties of all layers, in the order of their layer types. INCMAP_PROPERTY_LIST(ROW) is
 * read twice: for the numbers in property-table.h and for the rows in property-table.c.
 *
 * ROW(id, name, layer type, group, kind, default in YAML or NULL, choices, smallest, largest,
 *     meaning in print, what it is, with its unit)
 */
#ifndef INCMAP_STYLE_PROPERTY_LIST_H
#define INCMAP_STYLE_PROPERTY_LIST_H

/* clang-format off */
#define INCMAP_PROPERTY_LIST(ROW) \
    ROW(BACKGROUND_COLOR, "background-color", BACKGROUND, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the page area of the map") \
    ROW(BACKGROUND_PATTERN, "background-pattern", BACKGROUND, PAINT, ENUM, \
        NULL, patterns, -INFINITY, INFINITY, PRINT, \
        "pattern that fills the map area, in the colour and instead of it") \
    ROW(BACKGROUND_OPACITY, "background-opacity", BACKGROUND, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity, 0 to 1") \
    ROW(FILL_SORT_KEY, "fill-sort-key", FILL, LAYOUT, NUMBER, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "features with a higher key are drawn later") \
    ROW(FILL_ANTIALIAS, "fill-antialias", FILL, PAINT, BOOLEAN, \
        "true", NULL, -INFINITY, INFINITY, SCREEN, \
        "whether edges are smoothed") \
    ROW(FILL_OPACITY, "fill-opacity", FILL, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity, 0 to 1") \
    ROW(FILL_COLOR, "fill-color", FILL, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the area") \
    ROW(FILL_OUTLINE_COLOR, "fill-outline-color", FILL, PAINT, COLOR, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "colour of a line of half a point around the area; none when missing") \
    ROW(FILL_TRANSLATE, "fill-translate", FILL, PAINT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points") \
    ROW(FILL_TRANSLATE_ANCHOR, "fill-translate-anchor", FILL, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the shift refers to") \
    ROW(FILL_PATTERN, "fill-pattern", FILL, PAINT, ENUM, \
        NULL, patterns, -INFINITY, INFINITY, PRINT, \
        "pattern that fills the area, in the colour and instead of it") \
    ROW(LINE_CAP, "line-cap", LINE, LAYOUT, ENUM, \
        "butt", caps, -INFINITY, INFINITY, PRINT, \
        "ends of a line") \
    ROW(LINE_JOIN, "line-join", LINE, LAYOUT, ENUM, \
        "miter", joins, -INFINITY, INFINITY, PRINT, \
        "corners of a line") \
    ROW(LINE_MITER_LIMIT, "line-miter-limit", LINE, LAYOUT, NUMBER, \
        "2", NULL, 0, INFINITY, PRINT, \
        "longest corner, in line widths") \
    ROW(LINE_ROUND_LIMIT, "line-round-limit", LINE, LAYOUT, NUMBER, \
        "1.05", NULL, 0, INFINITY, SCREEN, \
        "smallest angle of a rounded corner") \
    ROW(LINE_SORT_KEY, "line-sort-key", LINE, LAYOUT, NUMBER, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "features with a higher key are drawn later") \
    ROW(LINE_OPACITY, "line-opacity", LINE, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity, 0 to 1") \
    ROW(LINE_COLOR, "line-color", LINE, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the line") \
    ROW(LINE_TRANSLATE, "line-translate", LINE, PAINT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points") \
    ROW(LINE_TRANSLATE_ANCHOR, "line-translate-anchor", LINE, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the shift refers to") \
    ROW(LINE_WIDTH, "line-width", LINE, PAINT, NUMBER, \
        "1", NULL, 0, INFINITY, PRINT, \
        "width, in points") \
    ROW(LINE_GAP_WIDTH, "line-gap-width", LINE, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, PRINT, \
        "gap between two parallel lines, in points; 0: a single line") \
    ROW(LINE_OFFSET, "line-offset", LINE, PAINT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right of the line's direction, in points") \
    ROW(LINE_BLUR, "line-blur", LINE, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, PRINT, \
        "width of the soft edge, in points") \
    ROW(LINE_DASHARRAY, "line-dasharray", LINE, PAINT, NUMBERS, \
        NULL, NULL, 0, INFINITY, PRINT, \
        "dashes and gaps in turn, in line widths") \
    ROW(LINE_PATTERN, "line-pattern", LINE, PAINT, STRING, \
        NULL, NULL, -INFINITY, INFINITY, SCREEN, \
        "name of a pattern along the line") \
    ROW(LINE_GRADIENT, "line-gradient", LINE, PAINT, COLOR, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "colour along the line, by [\"line-progress\"]") \
    ROW(SYMBOL_PLACEMENT, "symbol-placement", SYMBOL, LAYOUT, ENUM, \
        "point", placements, -INFINITY, INFINITY, PRINT, \
        "where on its feature a symbol stands") \
    ROW(SYMBOL_SPACING, "symbol-spacing", SYMBOL, LAYOUT, NUMBER, \
        "250", NULL, 1, INFINITY, PRINT, \
        "distance between symbols along a line, in points") \
    ROW(SYMBOL_AVOID_EDGES, "symbol-avoid-edges", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, SCREEN, \
        "whether symbols keep off the edges of tiles") \
    ROW(SYMBOL_SORT_KEY, "symbol-sort-key", SYMBOL, LAYOUT, NUMBER, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "symbols with a lower key are placed first") \
    ROW(SYMBOL_Z_ORDER, "symbol-z-order", SYMBOL, LAYOUT, ENUM, \
        "auto", z_orders, -INFINITY, INFINITY, PRINT, \
        "order in which overlapping symbols are drawn") \
    ROW(ICON_ALLOW_OVERLAP, "icon-allow-overlap", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether the icon may cover others") \
    ROW(ICON_OVERLAP, "icon-overlap", SYMBOL, LAYOUT, ENUM, \
        NULL, overlaps, -INFINITY, INFINITY, PRINT, \
        "whether the icon may cover others") \
    ROW(ICON_IGNORE_PLACEMENT, "icon-ignore-placement", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether others may cover the icon") \
    ROW(ICON_OPTIONAL, "icon-optional", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether the text may stand without its icon") \
    ROW(ICON_ROTATION_ALIGNMENT, "icon-rotation-alignment", SYMBOL, LAYOUT, ENUM, \
        "auto", alignments, -INFINITY, INFINITY, PRINT, \
        "what the icon's rotation refers to") \
    ROW(ICON_SIZE, "icon-size", SYMBOL, LAYOUT, NUMBER, \
        "1", NULL, 0, INFINITY, PRINT, \
        "scale of the icon; 1: its own size, of a shape 10 points") \
    ROW(ICON_TEXT_FIT, "icon-text-fit", SYMBOL, LAYOUT, ENUM, \
        "none", fits, -INFINITY, INFINITY, PRINT, \
        "whether the icon grows with the text") \
    ROW(ICON_TEXT_FIT_PADDING, "icon-text-fit-padding", SYMBOL, LAYOUT, NUMBERS4, \
        "[0, 0, 0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "room between text and icon: top, right, bottom, left, in points") \
    ROW(ICON_IMAGE, "icon-image", SYMBOL, LAYOUT, STRING, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "a shape, a type of event or an SVG file beside the style; {name} stands for a property") \
    ROW(ICON_ROTATE, "icon-rotate", SYMBOL, LAYOUT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "rotation, clockwise, in degrees") \
    ROW(ICON_PADDING, "icon-padding", SYMBOL, LAYOUT, PADDING, \
        "2", NULL, -INFINITY, INFINITY, PRINT, \
        "room around the icon, in points") \
    ROW(ICON_KEEP_UPRIGHT, "icon-keep-upright", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether the icon is turned so that it never stands on its head") \
    ROW(ICON_OFFSET, "icon-offset", SYMBOL, LAYOUT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points at icon-size 1") \
    ROW(ICON_ANCHOR, "icon-anchor", SYMBOL, LAYOUT, ENUM, \
        "center", anchors, -INFINITY, INFINITY, PRINT, \
        "part of the icon that stands on the point") \
    ROW(ICON_PITCH_ALIGNMENT, "icon-pitch-alignment", SYMBOL, LAYOUT, ENUM, \
        "auto", alignments, -INFINITY, INFINITY, SCREEN, \
        "how the icon lies on a tilted map") \
    ROW(TEXT_PITCH_ALIGNMENT, "text-pitch-alignment", SYMBOL, LAYOUT, ENUM, \
        "auto", alignments, -INFINITY, INFINITY, SCREEN, \
        "how the text lies on a tilted map") \
    ROW(TEXT_ROTATION_ALIGNMENT, "text-rotation-alignment", SYMBOL, LAYOUT, ENUM, \
        "auto", text_alignments, -INFINITY, INFINITY, PRINT, \
        "what the text's rotation refers to") \
    ROW(TEXT_FIELD, "text-field", SYMBOL, LAYOUT, FORMATTED, \
        "\"\"", NULL, -INFINITY, INFINITY, PRINT, \
        "the text; {name} stands for a property") \
    ROW(TEXT_FONT, "text-font", SYMBOL, LAYOUT, STRINGS, \
        "[sans-serif]", NULL, -INFINITY, INFINITY, PRINT, \
        "fonts, the first that is there is used") \
    ROW(TEXT_SIZE, "text-size", SYMBOL, LAYOUT, NUMBER, \
        "16", NULL, 0, INFINITY, PRINT, \
        "size of the font, in points") \
    ROW(TEXT_MAX_WIDTH, "text-max-width", SYMBOL, LAYOUT, NUMBER, \
        "10", NULL, 0, INFINITY, PRINT, \
        "width at which text is broken into lines, in ems") \
    ROW(TEXT_LINE_HEIGHT, "text-line-height", SYMBOL, LAYOUT, NUMBER, \
        "1.2", NULL, -INFINITY, INFINITY, PRINT, \
        "distance of the lines, in ems") \
    ROW(TEXT_LETTER_SPACING, "text-letter-spacing", SYMBOL, LAYOUT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "room between letters, in ems") \
    ROW(TEXT_JUSTIFY, "text-justify", SYMBOL, LAYOUT, ENUM, \
        "center", justifications, -INFINITY, INFINITY, PRINT, \
        "side on which lines begin") \
    ROW(TEXT_RADIAL_OFFSET, "text-radial-offset", SYMBOL, LAYOUT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "distance of the text from its point, in ems") \
    ROW(TEXT_VARIABLE_ANCHOR, "text-variable-anchor", SYMBOL, LAYOUT, ENUMS, \
        NULL, anchors, -INFINITY, INFINITY, PRINT, \
        "anchors to try, best first") \
    ROW(TEXT_VARIABLE_ANCHOR_OFFSET, "text-variable-anchor-offset", SYMBOL, LAYOUT, OFFSETS, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "anchors to try, each with its shift in ems") \
    ROW(TEXT_ANCHOR, "text-anchor", SYMBOL, LAYOUT, ENUM, \
        "center", anchors, -INFINITY, INFINITY, PRINT, \
        "part of the text that stands on the point") \
    ROW(TEXT_MAX_ANGLE, "text-max-angle", SYMBOL, LAYOUT, NUMBER, \
        "45", NULL, -INFINITY, INFINITY, PRINT, \
        "largest bend between two letters along a line, in degrees") \
    ROW(TEXT_WRITING_MODE, "text-writing-mode", SYMBOL, LAYOUT, ENUMS, \
        NULL, writing_modes, -INFINITY, INFINITY, SCREEN, \
        "directions to try, best first") \
    ROW(TEXT_ROTATE, "text-rotate", SYMBOL, LAYOUT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "rotation, clockwise, in degrees") \
    ROW(TEXT_PADDING, "text-padding", SYMBOL, LAYOUT, NUMBER, \
        "2", NULL, 0, INFINITY, PRINT, \
        "room around the text, in points") \
    ROW(TEXT_KEEP_UPRIGHT, "text-keep-upright", SYMBOL, LAYOUT, BOOLEAN, \
        "true", NULL, -INFINITY, INFINITY, SCREEN, \
        "whether text along a line is turned so that it never stands on its head") \
    ROW(TEXT_TRANSFORM, "text-transform", SYMBOL, LAYOUT, ENUM, \
        "none", transforms, -INFINITY, INFINITY, PRINT, \
        "capitals") \
    ROW(TEXT_OFFSET, "text-offset", SYMBOL, LAYOUT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in ems") \
    ROW(TEXT_ALLOW_OVERLAP, "text-allow-overlap", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether the text may cover others") \
    ROW(TEXT_OVERLAP, "text-overlap", SYMBOL, LAYOUT, ENUM, \
        NULL, overlaps, -INFINITY, INFINITY, PRINT, \
        "whether the text may cover others") \
    ROW(TEXT_IGNORE_PLACEMENT, "text-ignore-placement", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether others may cover the text") \
    ROW(TEXT_OPTIONAL, "text-optional", SYMBOL, LAYOUT, BOOLEAN, \
        "false", NULL, -INFINITY, INFINITY, PRINT, \
        "whether the icon may stand without its text") \
    ROW(ICON_OPACITY, "icon-opacity", SYMBOL, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity of the icon, 0 to 1") \
    ROW(ICON_COLOR, "icon-color", SYMBOL, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of a shape; SVG files have their own") \
    ROW(ICON_HALO_COLOR, "icon-halo-color", SYMBOL, PAINT, COLOR, \
        "\"rgba(0, 0, 0, 0)\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour around a shape") \
    ROW(ICON_HALO_WIDTH, "icon-halo-width", SYMBOL, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, PRINT, \
        "width of the halo, in points") \
    ROW(ICON_HALO_BLUR, "icon-halo-blur", SYMBOL, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, SCREEN, \
        "width of the halo's soft edge, in points") \
    ROW(ICON_TRANSLATE, "icon-translate", SYMBOL, PAINT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points") \
    ROW(ICON_TRANSLATE_ANCHOR, "icon-translate-anchor", SYMBOL, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the shift refers to") \
    ROW(TEXT_OPACITY, "text-opacity", SYMBOL, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity of the text, 0 to 1") \
    ROW(TEXT_COLOR, "text-color", SYMBOL, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the text") \
    ROW(TEXT_HALO_COLOR, "text-halo-color", SYMBOL, PAINT, COLOR, \
        "\"rgba(0, 0, 0, 0)\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour around the letters") \
    ROW(TEXT_HALO_WIDTH, "text-halo-width", SYMBOL, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, PRINT, \
        "width of the halo, in points") \
    ROW(TEXT_HALO_BLUR, "text-halo-blur", SYMBOL, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, SCREEN, \
        "width of the halo's soft edge, in points") \
    ROW(TEXT_TRANSLATE, "text-translate", SYMBOL, PAINT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points") \
    ROW(TEXT_TRANSLATE_ANCHOR, "text-translate-anchor", SYMBOL, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the shift refers to") \
    ROW(CIRCLE_SORT_KEY, "circle-sort-key", CIRCLE, LAYOUT, NUMBER, \
        NULL, NULL, -INFINITY, INFINITY, PRINT, \
        "features with a higher key are drawn later") \
    ROW(CIRCLE_RADIUS, "circle-radius", CIRCLE, PAINT, NUMBER, \
        "5", NULL, 0, INFINITY, PRINT, \
        "radius, in points") \
    ROW(CIRCLE_COLOR, "circle-color", CIRCLE, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the disc") \
    ROW(CIRCLE_BLUR, "circle-blur", CIRCLE, PAINT, NUMBER, \
        "0", NULL, -INFINITY, INFINITY, PRINT, \
        "width of the soft edge, in radii") \
    ROW(CIRCLE_OPACITY, "circle-opacity", CIRCLE, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity of the disc, 0 to 1") \
    ROW(CIRCLE_TRANSLATE, "circle-translate", CIRCLE, PAINT, NUMBERS2, \
        "[0, 0]", NULL, -INFINITY, INFINITY, PRINT, \
        "shift to the right and down, in points") \
    ROW(CIRCLE_TRANSLATE_ANCHOR, "circle-translate-anchor", CIRCLE, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the shift refers to") \
    ROW(CIRCLE_PITCH_SCALE, "circle-pitch-scale", CIRCLE, PAINT, ENUM, \
        "map", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "size on a tilted map") \
    ROW(CIRCLE_PITCH_ALIGNMENT, "circle-pitch-alignment", CIRCLE, PAINT, ENUM, \
        "viewport", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "how the circle lies on a tilted map") \
    ROW(CIRCLE_STROKE_WIDTH, "circle-stroke-width", CIRCLE, PAINT, NUMBER, \
        "0", NULL, 0, INFINITY, PRINT, \
        "width of the ring around the disc, in points") \
    ROW(CIRCLE_STROKE_COLOR, "circle-stroke-color", CIRCLE, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of the ring") \
    ROW(CIRCLE_STROKE_OPACITY, "circle-stroke-opacity", CIRCLE, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity of the ring, 0 to 1") \
    ROW(HEATMAP_RADIUS, "heatmap-radius", HEATMAP, PAINT, NUMBER, \
        "30", NULL, 1, INFINITY, PRINT, \
        "reach of one feature, in points") \
    ROW(HEATMAP_WEIGHT, "heatmap-weight", HEATMAP, PAINT, NUMBER, \
        "1", NULL, 0, INFINITY, PRINT, \
        "how much one feature counts") \
    ROW(HEATMAP_INTENSITY, "heatmap-intensity", HEATMAP, PAINT, NUMBER, \
        "1", NULL, 0, INFINITY, PRINT, \
        "factor for all weights") \
    ROW(HEATMAP_COLOR, "heatmap-color", HEATMAP, PAINT, COLOR, \
        "[interpolate, [linear], [heatmap-density], 0, \"rgba(0, 0, 255, 0)\", 0.1, royalblue, " \
        "0.3, cyan, 0.5, lime, 0.7, yellow, 1, red]", NULL, -INFINITY, INFINITY, PRINT, \
        "colour by [\"heatmap-density\"], 0 to 1") \
    ROW(HEATMAP_OPACITY, "heatmap-opacity", HEATMAP, PAINT, NUMBER, \
        "1", NULL, 0, 1, PRINT, \
        "opacity, 0 to 1") \
    ROW(HILLSHADE_EXAGGERATION, "hillshade-exaggeration", HILLSHADE, PAINT, NUMBER, \
        "0.5", NULL, 0, 1, PRINT, \
        "strength of light and shade, 0 to 1") \
    ROW(HILLSHADE_SHADOW_COLOR, "hillshade-shadow-color", HILLSHADE, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of slopes in the shade") \
    ROW(HILLSHADE_HIGHLIGHT_COLOR, "hillshade-highlight-color", HILLSHADE, PAINT, COLOR, \
        "\"#ffffff\"", NULL, -INFINITY, INFINITY, PRINT, \
        "colour of slopes in the light") \
    ROW(HILLSHADE_ACCENT_COLOR, "hillshade-accent-color", HILLSHADE, PAINT, COLOR, \
        "\"#000000\"", NULL, -INFINITY, INFINITY, SCREEN, \
        "colour of steep ground") \
    ROW(HILLSHADE_ILLUMINATION_DIRECTION, "hillshade-illumination-direction", HILLSHADE, PAINT, \
        NUMBER, "335", NULL, 0, 359, SCREEN, \
        "where the light comes from; in print always from the north-west") \
    ROW(HILLSHADE_ILLUMINATION_ALTITUDE, "hillshade-illumination-altitude", HILLSHADE, PAINT, \
        NUMBER, "45", NULL, 0, 90, SCREEN, \
        "height of the light") \
    ROW(HILLSHADE_ILLUMINATION_ANCHOR, "hillshade-illumination-anchor", HILLSHADE, PAINT, ENUM, \
        "viewport", anchors_of_shift, -INFINITY, INFINITY, SCREEN, \
        "what the direction of the light refers to") \
    ROW(HILLSHADE_METHOD, "hillshade-method", HILLSHADE, PAINT, ENUM, \
        "standard", methods, -INFINITY, INFINITY, SCREEN, \
        "how the shade is reckoned") \
    ROW(RESAMPLING, "resampling", HILLSHADE, PAINT, ENUM, \
        "linear", resamplings, -INFINITY, INFINITY, SCREEN, \
        "what stands between two cells")
/* clang-format on */

#endif
