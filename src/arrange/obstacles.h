/* SPDX-License-Identifier: MIT */
/*
 * The ground that is taken: convex quadrilaterals in page points, found through
 * a grid. Texts may stand at any angle, so boxes alone would not do.
 */
#pragma once

#include "base/geometry.h"

/** IncmapQuad: four corners in order around a convex shape */
typedef struct IncmapQuad IncmapQuad;
struct IncmapQuad {
    IncmapPoint corner[4];
};

typedef struct IncmapObstacles IncmapObstacles;

IncmapObstacles *incmap_obstacles_new(double width_pt, double height_pt);
void incmap_obstacles_free(IncmapObstacles *obstacles);

/* Takes the ground of @quad for @owner, a number of the caller's choice. */
void incmap_obstacles_add(IncmapObstacles *obstacles, IncmapQuad quad, int owner);

/* Gives back all ground of @owner. */
void incmap_obstacles_remove(IncmapObstacles *obstacles, int owner);

/* Whether something other than @except_owner stands in the way. */
gboolean incmap_obstacles_hit(const IncmapObstacles *obstacles, const IncmapQuad *quad,
                              int except_owner);

/* How many obstacles touch @quad; those of @except_owner don't count. */
guint incmap_obstacles_count(const IncmapObstacles *obstacles, const IncmapQuad *quad,
                             int except_owner);

IncmapQuad incmap_quad_from_box(IncmapBox box);
/* A box whose left baseline end is @origin, turned around it by @angle_rad clockwise. */
IncmapQuad incmap_quad_turned(IncmapPoint origin, double angle_rad, double width_pt,
                              double ascent_pt, double descent_pt);
/* The ground of a straight line of some width. */
IncmapQuad incmap_quad_from_line(IncmapPoint from, IncmapPoint to, double width_pt);
IncmapBox incmap_quad_box(const IncmapQuad *quad);
gboolean incmap_quads_overlap(const IncmapQuad *a, const IncmapQuad *b);
