/* SPDX-License-Identifier: MIT */
/*
 * The program that makes the standard gazetteer of the files in shapefiles/.
 * It reads shapefiles through the vector module, so it runs at build time only.
 */
#pragma once

#include "layers/vector.h"
#include "locate/gazetteer-build.h"

typedef struct IncmapCompile IncmapCompile;
struct IncmapCompile {
    IncmapGazetteerBuilder *builder;
    const char *folder;      /* shapefiles/ */
    GHashTable *area_codes;  /* char * adm1_code → char * code of the area in the layers */
    GHashTable *area_places; /* char * adm1_code → guint32 place number + 1 */
    GHashTable *countries;   /* char * code → IncmapCountrySum */
    GHashTable *towns;       /* gint64 id → guint32 place number */
    GHashTable *points;      /* char * ISO 3166-2 → IncmapLonLat *; of provinces */
};

/** IncmapCountrySum: what the admin-1 areas of a country, or of a part of one, add up to */
typedef struct IncmapCountrySum IncmapCountrySum;
struct IncmapCountrySum {
    double area_km2, lon_sum, lat_sum; /* sums weighted by area */
    char country[4];
    char *name; /* of a part */
};

/* In this order: later ones use what earlier ones have learnt. */
gboolean incmap_compile_admin1(IncmapCompile *compile, GError **error);
gboolean incmap_compile_countries(IncmapCompile *compile, GError **error);
gboolean incmap_compile_towns(IncmapCompile *compile, GError **error);
gboolean incmap_compile_counties(IncmapCompile *compile, GError **error);
gboolean incmap_compile_districts(IncmapCompile *compile, GError **error);
gboolean incmap_compile_labels(IncmapCompile *compile, GError **error);
gboolean incmap_compile_regions(IncmapCompile *compile, GError **error);

/* char * ISO 3166-2 → IncmapLonLat *: where texts mean a province to be. */
GHashTable *incmap_compile_load_points(const char *folder, GError **error);

/* The text of a vector row's field; "" when unset or unknown. */
const char *incmap_compile_field(const IncmapVector *vector, const IncmapVectorRow *row,
                                 const char *name);
double incmap_compile_number(const IncmapVector *vector, const IncmapVectorRow *row,
                             const char *name);
