/* SPDX-License-Identifier: MIT */
/*
 * Icons of symbol layers: the program's own shapes, the symbols of types of
 * events, and pictures of the user's.
 */
#pragma once

#include "arrange/symbols.h"

/** IncmapIcon: an icon, found by its name, with its own size */
typedef struct IncmapIcon IncmapIcon;
struct IncmapIcon {
    const char *name;
    gboolean is_picture; /* else a shape */
    IncmapSymbol symbol;
    double width_pt, height_pt;
};

/** IncmapIconLook: how it is drawn */
typedef struct IncmapIconLook IncmapIconLook;
struct IncmapIconLook {
    gboolean has_color; /* of a shape; else its own */
    IncmapColor color;
    IncmapColor halo;
    double halo_pt;
    double opacity;
};

/* FALSE when nothing is called @name. */
gboolean incmap_icon_find(const IncmapArrange *arrange, const char *name, IncmapIcon *out_icon);

/* Whether @name is a shape or a type of event. */
gboolean incmap_icon_is_own(const char *name);

/* Draws it over @box, turned around the box's middle. */
void incmap_icon_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapIcon *icon,
                      const IncmapIconLook *look, IncmapBox box, double angle_rad);
