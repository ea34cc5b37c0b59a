/* SPDX-License-Identifier: MIT */
/* The layers, one function each, made from the sources and their arcs. */
#pragma once

#include "layers/compile/book.h"
#include "layers/compile/sources.h"

/** IncmapMaking: what all layers are made from */
typedef struct IncmapMaking IncmapMaking;
struct IncmapMaking {
    const IncmapSources *sources;
    IncmapArcs *arcs;
    IncmapBook *book;
    const GPtrArray *statuses; /* of arcs' marks, from 1: GStrv of status and note */
};

/* Polygons. The countries come first, since they say which arcs may never vanish. */
void incmap_make_countries(IncmapMaking *making);
void incmap_make_admin1(IncmapMaking *making);
void incmap_make_land(IncmapMaking *making);
void incmap_make_lakes(IncmapMaking *making);

/* Lines. */
void incmap_make_coast(IncmapMaking *making);
void incmap_make_borders(IncmapMaking *making);
void incmap_make_admin1_lines(IncmapMaking *making);
void incmap_make_rivers(IncmapMaking *making);
void incmap_make_labels(IncmapMaking *making);
