/* SPDX-License-Identifier: MIT */
/*
 * Incidents from any vector file or spreadsheet that GDAL reads.
 */
#pragma once

#include "read/read.h"

/* Appends the incidents of a layer; polygons and lines stand at their centre, which is noted. */
gboolean incmap_vector_table_read(IncmapScene *scene, const char *path,
                                  const IncmapReadOptions *options, IncmapDocument *document,
                                  GError **error);
