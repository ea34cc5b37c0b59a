/* SPDX-License-Identifier: MIT */
/*
 * What a symbol layer says of one feature, in page points.
 */
#pragma once

#include "arrange/icon.h"
#include "arrange/paint-layer.h"
#include "arrange/painter.h"
#include "arrange/rich-text.h"

typedef enum {
    INCMAP_OVERLAP_NEVER,
    INCMAP_OVERLAP_COOPERATIVE, /* over others that say the same */
    INCMAP_OVERLAP_ALWAYS,
} IncmapOverlap;

typedef enum {
    INCMAP_PLACEMENT_POINT,
    INCMAP_PLACEMENT_LINE,
    INCMAP_PLACEMENT_LINE_CENTER,
} IncmapPlacement;

#define INCMAP_MAX_ANCHORS 9u

/** IncmapAnchor: which part of a text stands on its point, and its shift from there */
typedef struct IncmapAnchor IncmapAnchor;
struct IncmapAnchor {
    int dx, dy; /* -1: its left or upper side, 0: the middle, 1: its right or lower side */
    IncmapPoint offset;
};

/** IncmapTextSpec: the text's half */
typedef struct IncmapTextSpec IncmapTextSpec;
struct IncmapTextSpec {
    gboolean has_text;
    IncmapRichText text;
    IncmapFace face;
    IncmapAnchor anchors[INCMAP_MAX_ANCHORS]; /* best first */
    guint n_anchors;
    int justify; /* -1, 0, 1; 2: by the anchor */
    double angle_rad, padding_pt, max_turn_rad;
    IncmapPoint shift;
    IncmapOverlap overlap;
    gboolean can_be_covered, is_optional, is_level; /* level: not turned along a line */
};

/** IncmapIconSpec: the icon's half */
typedef struct IncmapIconSpec IncmapIconSpec;
struct IncmapIconSpec {
    gboolean has_icon;
    const char *missing; /* the name of an icon that there isn't; NULL */
    IncmapIcon icon;
    IncmapIconLook look;
    double width_pt, height_pt;
    double angle_rad;
    double padding_pt[4]; /* top, right, bottom, left */
    IncmapAnchor anchor;
    IncmapPoint shift;
    gboolean fits_width, fits_height; /* to the text … */
    double fit_pt[4];                 /* … with so much room: top, right, bottom, left */
    IncmapOverlap overlap;
    gboolean can_be_covered, is_optional, is_level, is_kept_upright;
};

/* Both read the properties for the feature that is set. */
void incmap_text_spec_read(IncmapPainter *painter, const IncmapStyleLayer *layer,
                           IncmapTextSpec *out_spec);
void incmap_text_spec_clear(IncmapTextSpec *spec);
void incmap_icon_spec_read(IncmapPainter *painter, const IncmapStyleLayer *layer,
                           IncmapIconSpec *out_spec);

IncmapPlacement incmap_symbol_placement(IncmapPainter *painter, const IncmapStyleLayer *layer);

/* Sets the layer's text along each line of a feature, once in each stretch as long as the spacing,
 * unless the style wants it level. */
void incmap_symbol_text_along(IncmapPainter *painter, const IncmapStyleLayer *layer,
                              const IncmapPainted *painted, IncmapPlacement placement,
                              double spacing_pt);
