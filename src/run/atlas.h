/* SPDX-License-Identifier: MIT */
/*
 * The maps of an entry bound into one PDF: a leaf of its own, whose pages are the others. It is
 * drawn again when one of its pages is another, and holds pages that belong to other shards, too.
 */
#pragma once

#include "run/leaf.h"

/* An atlas of @pages (IncmapLeaf, expanded and digested; must outlive it). Transfer full. */
IncmapLeaf *incmap_atlas_new(const IncmapJobMap *map, const IncmapMap *source,
                             const GPtrArray *pages);

/* Finds out what it depends on; incmap_leaf_compare() and incmap_leaf_expand() come before. */
void incmap_atlas_digest(IncmapLeaf *atlas, const char *common);

/* Draws it in this process. */
gboolean incmap_atlas_draw(IncmapLeaf *atlas, GError **error);
