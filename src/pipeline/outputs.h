/* SPDX-License-Identifier: MIT */
/*
 * The formats that a map can be written in, by the ending of the file: the pictures that the draw
 * stage makes, and what goes beside them.
 */
#pragma once

#include "pipeline/pipeline.h"

/* The first ones as IncmapFormat in draw/draw.h counts them. */
typedef enum {
    INCMAP_OUTPUT_PNG,
    INCMAP_OUTPUT_SVG,
    INCMAP_OUTPUT_PDF,
    INCMAP_OUTPUT_HTML,
    INCMAP_OUTPUT_TIFF,    /* a picture that knows where it lies */
    INCMAP_OUTPUT_GEOJSON, /* the incidents … */
    INCMAP_OUTPUT_KML,
    INCMAP_OUTPUT_WORLD, /* where the pixels of the PNG beside it lie … */
    INCMAP_OUTPUT_PRJ,   /* … and in which coordinate system */
} IncmapOutputFormat;

/* The incidents that have a place, as KML; transfer full. */
char *incmap_output_kml(const IncmapMap *map);

/* The six lines of a world file for a picture of the map; transfer full. */
char *incmap_output_world(const IncmapMap *map);
