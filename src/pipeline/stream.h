/* SPDX-License-Identifier: MIT */
/*
 * A table of any length through "locate": block by block in constant memory.
 * Rows that name no country are helped by those of their own block.
 */
#pragma once

#include "pipeline/pipeline.h"

/* Tables shorter than this are located as a whole. */
#define INCMAP_STREAM_BYTES (8u << 20)

/**
 * incmap_stream_rows:
 * @out_is_done: FALSE when the input is no long delimited table and has to be located as a whole;
 *   nothing was written then
 *
 * Locates the rows of the one input of @map and writes them as CSV.
 */
gboolean incmap_stream_rows(IncmapMap *map, const char *path, gboolean *out_is_done,
                            GError **error);
