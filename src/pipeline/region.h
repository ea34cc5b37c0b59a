/* SPDX-License-Identifier: MIT */
/*
 * What `--extent` means: four numbers, the world, a region of the table here, or
 * a country or province of the base layers.
 */
#pragma once

#include "base/error.h"
#include "layers/layers.h"
#include "locate/gazetteer.h"

/** IncmapRegion: a part of the world that no layer holds as one area */
typedef struct IncmapRegion IncmapRegion;
struct IncmapRegion {
    const char *name;
    IncmapExtent extent;
};

extern const IncmapRegion incmap_regions[]; /* ends with a row without a name */

/** IncmapWanted: an extent as the project stage takes it */
typedef struct IncmapWanted IncmapWanted;
struct IncmapWanted {
    gboolean has_box;
    IncmapExtent box;
    char name[8]; /* "world" or a country code; "" when there is a box */
};

/* Fails with %INCMAP_ERROR_USAGE for numbers that cannot be, %INCMAP_ERROR_PLACE for a name that
 * nothing has. */
gboolean incmap_extent_parse(const char *text, const IncmapGazetteer *gazetteer,
                             const IncmapLayers *layers, IncmapWanted *out_wanted, GError **error);

/* The code of the country or province of that name; NULL with %INCMAP_ERROR_PLACE. Interned. */
const char *incmap_area_find(const IncmapGazetteer *gazetteer, const char *name, GError **error);

/* The code of the country that @name names or is the code of; NULL when none. */
const char *incmap_country_find(const IncmapGazetteer *gazetteer, const char *name);
