/* SPDX-License-Identifier: MIT */
/*
 * What the map has to show, before a projection is chosen: places that must all
 * be inside, with their middle and size.
 */
#pragma once

#include "project/project.h"

typedef struct IncmapView IncmapView;
struct IncmapView {
    GArray *places; /* IncmapLonLat: all must be seen */
    guint n_must;   /* the first of them are incidents */
    IncmapLonLat centre;
    double south_deg, north_deg;
    double radius_deg; /* half of the larger of width and height; 180 for the world */
    double aspect;     /* width / height on the ground */
    gboolean is_world;
    gboolean is_exact;  /* the user gave it, in degrees: no padding */
    IncmapExtent asked; /* with is_exact */
    gboolean holds_pole;
    double padding; /* share of the smaller side of the map box */
    double min_width_km, max_width_km;
    const char *reason; /* the scene's */
};

/* Decides what to show. */
gboolean incmap_view_choose(IncmapView *view, IncmapScene *scene, const IncmapLayers *layers,
                            const IncmapProjectOptions *options, GError **error);
void incmap_view_clear(IncmapView *view);

/* For the parts of the choice; each file below says how it decides. */
void incmap_view_init(IncmapView *view);
void incmap_view_add(IncmapView *view, IncmapLonLat place);
void incmap_view_add_circle(IncmapView *view, IncmapLonLat centre, double radius_km);
void incmap_view_add_extent(IncmapView *view, IncmapExtent extent);
/* Fills middle and size from the places. */
void incmap_view_measure(IncmapView *view);

/* country.c: the outline of the part of a country that a map shows: the main land with what lies
 * near it, or the part around @seeds. FALSE when there is no such country. */
gboolean incmap_view_add_country(IncmapView *view, const IncmapLayers *layers, const char *code,
                                 const IncmapLonLat *seeds, guint n_seeds);
/* A country by code or English name. */
gboolean incmap_find_country(const IncmapLayers *layers, const char *code_or_name,
                             IncmapFeature *out_feature);

/* wish.c: an extent the user wrote. */
gboolean incmap_view_read_wish(IncmapView *view, IncmapScene *scene, const IncmapLayers *layers,
                               const char *wish, GError **error);
