/* SPDX-License-Identifier: MIT */
/* A vector source in memory, its coordinates brought to the grid of the compiled file. */
#pragma once

#include "layers/format.h"

typedef struct IncmapShape IncmapShape;
struct IncmapShape {
    GStrv values; /* one for each field; "" when unset */
    IncmapE7 *points;
    guint32 *part_starts; /* n_parts + 1 */
    guint32 n_parts;
};

typedef struct IncmapShapes IncmapShapes;
struct IncmapShapes {
    GStrv fields;
    GPtrArray *shapes; /* owns its IncmapShape */
};

/* Loads NAME.shz, else NAME.geojson of @dir. A source that isn't there and isn't needed has no
 * shapes. */
typedef enum { INCMAP_SHAPES_NEEDED, INCMAP_SHAPES_OPTIONAL } IncmapShapesNeed;
IncmapShapes *incmap_shapes_load(const char *dir, const char *name, IncmapShapesNeed need,
                                 GError **error);
void incmap_shapes_free(IncmapShapes *shapes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapShapes, incmap_shapes_free)

/* The value of @field, "" when there is none or no such field. */
const char *incmap_shapes_get(const IncmapShapes *shapes, guint index, const char *field);

IncmapShape *incmap_shape_new(GStrv values);
void incmap_shape_free(IncmapShape *shape);
