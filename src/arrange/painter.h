/* SPDX-License-Identifier: MIT */
/*
 * The features that a layer of the style draws, in their order, each set before
 * the layer's expressions in turn. A layer's source is a layer of the map, a
 * file of the user's, or "incidents": the located incidents of the map itself.
 */
#pragma once

#include "arrange/context.h"
#include "style/style.h"

#define INCMAP_SOURCE_INCIDENTS "incidents"

/** IncmapPainted: a feature that the layer's filter lets through */
typedef struct IncmapPainted IncmapPainted;
struct IncmapPainted {
    const IncmapLandFeature *feature;
    IncmapGeometry geometry;
    gboolean is_incident;
    double sort_key;
    guint order;
};

/** IncmapPainter: what expressions are evaluated against, kept from layer to layer */
typedef struct IncmapPainter IncmapPainter;
struct IncmapPainter {
    IncmapArrange *arrange;
    IncmapEval eval;
    IncmapLandLayer *incidents; /* owned */
    double n_places, n_provinces;
    const IncmapLandFeature *feature; /* the one that is set */
    IncmapStyleFeature style_feature;
};

void incmap_painter_init(IncmapPainter *painter, IncmapArrange *arrange);
/* Says in a note which expressions failed. */
void incmap_painter_clear(IncmapPainter *painter);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapPainter, incmap_painter_clear)

/**
 * incmap_painter_list:
 * @painter: the painter
 * @layer: a layer of the style
 * @sort_key: the property that orders its features where the layer sets it, or -1
 *
 * Returns: (transfer full) (element-type IncmapPainted): the features that the
 *   layer draws, the lowest sort key first, then as they stand in the source
 */
GArray *incmap_painter_list(IncmapPainter *painter, const IncmapStyleLayer *layer, int sort_key);

/* Sets the feature that the layer's expressions are evaluated for. */
void incmap_painter_set(IncmapPainter *painter, const IncmapPainted *painted);

/* The name of a layer's source; NULL when it has none. */
const char *incmap_painter_source(const IncmapStyleLayer *layer);

/* Tells in a note when nothing is called like the layer's source. */
void incmap_painter_check_source(const IncmapPainter *painter, const IncmapStyleLayer *layer);

/* Vertices of all parts. */
static inline guint
incmap_painted_n_points(const IncmapPainted *painted)
{
    const IncmapLandFeature *feature = painted->feature;
    return feature->part_starts != NULL ? feature->part_starts[feature->n_parts] : 0;
}

/* Whether it is an incident that is known no better than to the district. */
gboolean incmap_painted_is_vague(const IncmapPainted *painted);

/* A symbol seems to say "here": tells of how many incidents that is not true. */
void incmap_painter_note_vague(const IncmapPainter *painter, const IncmapStyleLayer *layer,
                               guint n_vague);
