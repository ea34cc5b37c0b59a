/* SPDX-License-Identifier: MIT */
/*
 * The edges of polygons that share vertices, each once, with the polygon on
 * either side.
 */
#pragma once

#include "layers/compile/shapes.h"

#define INCMAP_OPEN (-1) /* the owner of the sea */

typedef struct IncmapEdge IncmapEdge;
struct IncmapEdge {
    guint32 a, b;       /* points, a < b */
    gint32 left, right; /* owners, walking from a to b */
    guint32 mark;       /* the caller's; 0: none. Arcs end where it changes */
    gboolean is_seam;   /* along the antimeridian or the south pole: no shore */
};

typedef struct IncmapEdges IncmapEdges;
struct IncmapEdges {
    GArray *points;      /* IncmapE7, sorted, each once */
    GArray *edges;       /* IncmapEdge, sorted by a, then b */
    guint n_overlapping; /* edges that two polygons claim from the same side */
};

/* The owner of an edge is the index of its shape. */
IncmapEdges *incmap_edges_new(const IncmapShapes *polygons);
void incmap_edges_free(IncmapEdges *edges);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapEdges, incmap_edges_free)

/* Marks the edges along the part @part of @line. Returns how many of its segments are no edges. */
guint incmap_edges_mark(IncmapEdges *edges, const IncmapShape *line, guint32 part, guint32 mark);
