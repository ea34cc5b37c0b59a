/* SPDX-License-Identifier: MIT */
/*
 * The mapped file with a typed pointer to each of its sections. Once
 * incmap_layers_open() has checked it, every index in it lies inside.
 */
#pragma once

#include "layers/format.h"

struct IncmapLayers {
    GMappedFile *file; /* NULL when the bytes are the caller's */
    const IncmapLayersHeader *header;
    const char *strings;
    const IncmapStoredFeature *features;
    const guint32 *names;
    const IncmapStoredPart *parts;
    const gint32 *references;
    const IncmapExtentE7 *arc_extents;
    const IncmapStoredPlace *places;
    const IncmapExtentE7 *blocks;
    const guint32 *cell_rows;
    const IncmapStoredRun *cell_runs;
    const guint32 *cell_lists;
    const guint32 *starts[INCMAP_N_LEVELS];
    const IncmapE7 *vertices[INCMAP_N_LEVELS];
};

/* The vertices of an arc at a level, in stored order. */
static inline const IncmapE7 *
incmap_layers_arc(const IncmapLayers *layers, guint level, guint32 arc, guint32 *out_n_vertices)
{
    const guint32 *start = &layers->starts[level][arc];
    *out_n_vertices = start[1] - start[0];
    return layers->vertices[level] + start[0];
}

static inline const IncmapStoredFeature *
incmap_layers_stored(const IncmapLayers *layers, IncmapLayerId layer, guint32 index)
{
    return &layers->features[layers->header->layers[layer].first_feature + index];
}

static inline guint32
incmap_layer_n_blocks(const IncmapStoredLayer *layer)
{
    return (layer->n_places + INCMAP_BLOCK_SIZE - 1) / INCMAP_BLOCK_SIZE;
}

static inline guint32
incmap_reference_arc(gint32 reference)
{
    return (guint32)(reference < 0 ? ~reference : reference);
}

/* As incmap_layers_open() on bytes in memory, aligned to 8, that outlive the layers. @path is for
 * messages. */
IncmapLayers *incmap_layers_open_bytes(gconstpointer bytes, gsize length, const char *path,
                                       GError **error);

/* Checks all that the accessors rely on. */
gboolean incmap_layers_validate(const IncmapLayers *layers, const char *path, GError **error);
