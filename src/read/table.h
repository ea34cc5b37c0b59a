/* SPDX-License-Identifier: MIT */
/*
 * Tables of incidents: delimited text, and everything that GDAL reads.
 */
#pragma once

#include "read/input.h"
#include "read/read.h"

/* Appends the incidents of a delimited text. @document takes layout and credit. */
gboolean incmap_table_read(IncmapScene *scene, const IncmapInput *input,
                           const IncmapReadOptions *options, IncmapDocument *document,
                           GError **error);
