/* SPDX-License-Identifier: MIT */
/*
 * What the loadable module offers to its door, src/layers/vector.c. Both are
 * built together; the number only guards against a stale file.
 */
#pragma once

#include "layers/vector.h"

#define INCMAP_VECTOR_MODULE_VERSION 4u
#define INCMAP_VECTOR_MODULE_SYMBOL "incmap_vector_module"

typedef struct IncmapVectorModule IncmapVectorModule;
struct IncmapVectorModule {
    guint version;
    IncmapVector *(*open)(const char *path, const IncmapVectorQuery *query, GError **error);
    void (*free)(IncmapVector *vector);
    guint (*n_fields)(const IncmapVector *vector);
    const char *(*field_name)(const IncmapVector *vector, guint field);
    IncmapVectorType (*field_type)(const IncmapVector *vector, guint field);
    gboolean (*next)(IncmapVector *vector, IncmapVectorRow *out_row, GError **error);
    gpointer (*archive_open)(const char *path, GError **error);
    gssize (*archive_read)(gpointer archive, void *buffer, gsize length);
    void (*archive_close)(gpointer archive);
    GByteArray *(*format_raster)(const IncmapRaster *raster, GError **error);
};
