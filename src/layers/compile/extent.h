/* SPDX-License-Identifier: MIT */
/* Where a feature lies, and where its name may stand when its source doesn't say. */
#pragma once

#include "layers/compile/chains.h"

IncmapExtentE7 incmap_extent_of_chain(const IncmapArcs *arcs, const IncmapChains *chains,
                                      const IncmapChain *chain);

/* Where the middle of an extent comes along a Hilbert curve over the globe. */
guint64 incmap_extent_find_place(IncmapExtentE7 extent);

/* Sets the extent of @feature: the narrowest span of the globe that holds all parts, so that what
 * the antimeridian cuts is together again. */
void incmap_extent_join(const IncmapStoredPart *parts, guint32 n_parts,
                        IncmapStoredFeature *feature);

/* A point inside the ring @chain, or halfway along the line. */
IncmapE7 incmap_extent_choose_label(const IncmapArcs *arcs, const IncmapChains *chains,
                                    const IncmapChain *chain);
