/* SPDX-License-Identifier: MIT */
/*
 * Drawing leaves, many at once. Each worker is a process of its own: what was read, the layers and
 * the gazetteer are shared through its birth, and a map that brings the program down brings down
 * one worker.
 */
#pragma once

#include "run/leaf.h"

/* Draws one leaf in this process and fills in what became of it. */
gboolean incmap_leaf_draw(IncmapLeaf *leaf, GError **error);

/* A map of the leaf's incidents, arranged for @output (nullable: in the size of the entry); what is
 * new is marked as it is on @whole, the leaf itself or its atlas. Transfer full. */
IncmapMap *incmap_leaf_make_map(const IncmapLeaf *leaf, const IncmapLeaf *whole,
                                const IncmapJobOutput *output, GError **error);
gboolean incmap_leaf_make_folder(const char *path, GError **error);
/* Remembers a file that was written; @before is what it was. */
void incmap_leaf_note_written(IncmapLeaf *leaf, const char *path, const IncmapStamp *before);

/* Called in the order in which leaves are finished. */
typedef void (*IncmapLeafFunc)(IncmapLeaf *leaf, gpointer data);

/* Draws all wanted leaves in up to @n_jobs workers; a failure is the leaf's. */
void incmap_leaves_draw(GPtrArray *leaves, guint n_jobs, IncmapLeafFunc func, gpointer data);
