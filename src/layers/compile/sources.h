/* SPDX-License-Identifier: MIT */
/* All that the compiler reads, in the order in which its features are stored. */
#pragma once

#include "layers/compile/shapes.h"
#include "layers/compile/tables.h"

typedef struct IncmapSources IncmapSources;
struct IncmapSources {
    IncmapShapes *admin1; /* sorted by id */
    GStrv admin1_ids;
    guint32 *admin1_countries; /* indices in countries */
    GStrv countries;           /* codes, sorted */
    IncmapShapes *borders;
    IncmapShapes *lakes;
    IncmapShapes *rivers;
    IncmapShapes *labels;
    IncmapTable *country_table;
    IncmapTable *admin1_names;
    IncmapTable *water_names; /* of rivers and lakes, by their English names */
    GPtrArray *languages;     /* NULL-terminated, sorted */
};

IncmapSources *incmap_sources_load(const char *dir, GError **error);
void incmap_sources_free(IncmapSources *sources);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapSources, incmap_sources_free)

/* Names of a river or lake; %NULL when the table has none. Free the array, not the names. */
const char **incmap_sources_water_names(const IncmapSources *sources, const char *name);

/* A table's row as names in the languages of @sources; %NULL without a row. */
const char **incmap_sources_names(const IncmapSources *sources, const IncmapTable *table, GStrv row,
                                  const char *prefix);
