/* SPDX-License-Identifier: MIT */
/*
 * What the style says, in this page's points.
 *
 * Lengths in a style are points at the style's reference width; a smaller page
 * takes smaller type, but not in proportion: the fourth root of the ratio of
 * widths keeps one column of a newspaper readable and a poster from shouting.
 */
#pragma once

#include "arrange/context.h"

double incmap_look_unit(const struct IncmapStyle *style, double width_pt);

/* Values of the style's incmap section by dotted key. _pt is a length, scaled to the page. */
double incmap_look_number(const IncmapArrange *arrange, const char *key);
double incmap_look_pt(const IncmapArrange *arrange, const char *key);
/* A distance between blocks: on small pages it shrinks with the page, type doesn't. */
double incmap_look_space(const IncmapArrange *arrange, const char *key);
gboolean incmap_look_is(const IncmapArrange *arrange, const char *key);
const char *incmap_look_string(const IncmapArrange *arrange, const char *key);
IncmapColor incmap_look_color(const IncmapArrange *arrange, const char *key);

/** IncmapFace: a font with its colour and halo */
typedef struct IncmapFace IncmapFace;
struct IncmapFace {
    IncmapFont font;
    IncmapColor color;
    IncmapColor halo;
    double halo_pt;
    double leading_pt; /* from baseline to baseline */
};

/* The smallest size that any text is set in. */
double incmap_look_min_type(const IncmapArrange *arrange);

/* Reads KEY.font, KEY.size, KEY.color, KEY.spacing and KEY.leading. */
IncmapFace incmap_look_type(const IncmapArrange *arrange, const char *key);

/* "Inter SemiBold Italic" → family, weight, slant. */
void incmap_look_parse_font(IncmapScene *scene, const char *name, IncmapFont *font);
