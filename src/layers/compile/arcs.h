/* SPDX-License-Identifier: MIT */
/*
 * Arcs: the longest pieces of boundary along which nothing changes, and the
 * lines of other themes. An arc that ends where it begins is a whole ring.
 */
#pragma once

#include "layers/compile/edges.h"

typedef enum {
    INCMAP_THEME_AREAS, /* between the polygons of admin1 */
    INCMAP_THEME_LAKES,
    INCMAP_THEME_RIVERS,
    INCMAP_THEME_LABELS,
    INCMAP_N_THEMES
} IncmapTheme;

typedef struct IncmapArc IncmapArc;
struct IncmapArc {
    IncmapTheme theme;
    guint32 first_point, n_points; /* in IncmapArcs.points */
    gint32 left, right;            /* owners of areas */
    guint32 shape, part;           /* where the arc of another theme comes from */
    guint32 mark;
    gboolean is_seam;
    gboolean is_ring;
    gboolean is_kept; /* however small it is */
    gboolean is_area; /* the ring bounds an area and may vanish when that is small */
    guint64 place;    /* along a Hilbert curve */
};

typedef struct IncmapArcs IncmapArcs;
struct IncmapArcs {
    GArray *arcs;       /* IncmapArc */
    GArray *points;     /* IncmapE7 */
    GArray *importance; /* float: the tolerance in metres up to which the point stays */
};

IncmapArcs *incmap_arcs_new(void);
void incmap_arcs_free(IncmapArcs *arcs);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapArcs, incmap_arcs_free)

/* Chains edges to arcs. */
void incmap_arcs_add_edges(IncmapArcs *arcs, const IncmapEdges *edges);
/* Adds each part of each shape as an arc. */
void incmap_arcs_add_shapes(IncmapArcs *arcs, IncmapTheme theme, const IncmapShapes *shapes);
/* Orders the arcs by theme and place, so that what is near is near in the file. Whoever holds an
 * index of an arc got it after this. */
void incmap_arcs_sort(IncmapArcs *arcs);

const IncmapArc *incmap_arcs_get(const IncmapArcs *arcs, guint32 arc);
const IncmapE7 *incmap_arcs_points(const IncmapArcs *arcs, guint32 arc);
IncmapExtentE7 incmap_arcs_extent(const IncmapArcs *arcs, guint32 arc);

/* The ends of an arc as a reference walks it. */
IncmapE7 incmap_arcs_start(const IncmapArcs *arcs, gint32 reference);
IncmapE7 incmap_arcs_end(const IncmapArcs *arcs, gint32 reference);

int incmap_e7_compare(IncmapE7 p, IncmapE7 q);
