/* SPDX-License-Identifier: MIT */
/*
 * Chains of arcs: the rings around classes of areas and the lines between them.
 * A reference is an arc, or ~arc when it is walked backwards.
 */
#pragma once

#include "layers/compile/arcs.h"

typedef struct IncmapChain IncmapChain;
struct IncmapChain {
    guint32 group; /* class or line group */
    guint32 first_reference, n_references;
    double size; /* rings: area in m2, positive if clockwise; lines: length in m */
};

typedef struct IncmapChains IncmapChains;
struct IncmapChains {
    GArray *chains;     /* IncmapChain, by group, the largest first */
    GArray *references; /* gint32 */
};

IncmapChains *incmap_chains_new(void);
void incmap_chains_free(IncmapChains *chains);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapChains, incmap_chains_free)

/* Adds one chain of one arc. */
void incmap_chains_add(IncmapChains *chains, const IncmapArcs *arcs, guint32 group,
                       gint32 reference);

/* The rings around classes of areas, their class on the right. @classes gives each owner's class.
 * Only arcs between different classes count. */
void incmap_chains_add_rings(IncmapChains *chains, const IncmapArcs *arcs, const guint32 *classes,
                             guint32 n_owners);

/* Joins arcs of the same group to the longest lines. @groups gives each arc's group, G_MAXUINT32
 * for none; entries for all arcs. */
void incmap_chains_add_lines(IncmapChains *chains, const IncmapArcs *arcs, const guint32 *groups);

/* Puts the chains in their order. */
void incmap_chains_sort(IncmapChains *chains);

const gint32 *incmap_chains_references(const IncmapChains *chains, const IncmapChain *chain);
/* All vertices of a chain at full detail, appended to @points (IncmapE7). */
void incmap_chains_points(const IncmapChains *chains, const IncmapArcs *arcs,
                          const IncmapChain *chain, GArray *points);
