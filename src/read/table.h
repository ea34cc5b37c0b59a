/* SPDX-License-Identifier: MIT */
/*
 * Tables of incidents: delimited text, and everything that GDAL reads.
 */
#pragma once

#include "read/columns.h"
#include "read/input.h"
#include "read/read.h"

struct IncmapTableReuse {
    gboolean has_columns; /* FALSE for the first block */
    IncmapColumns columns;
    char delimiter;
    guint n_header_rows; /* every block begins with them */
    guint32 first_line;  /* of the table that the first row behind the header stands in */
};

/* Appends the incidents of a delimited text. @document takes layout and credit. */
gboolean incmap_table_read(IncmapScene *scene, const IncmapInput *input,
                           const IncmapReadOptions *options, IncmapDocument *document,
                           GError **error);
