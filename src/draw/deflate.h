/* SPDX-License-Identifier: MIT */
/*
 * A zlib stream (RFC 1950, 1951) of the rows of a drawn picture. Almost every
 * pixel of a map is the one before it or the one above it, so these are looked
 * at first, and what is found is stepped over and not indexed: a third of the
 * time of libdeflate's fastest level.
 */
#pragma once

#include <glib.h>

/* Appends the stream to @out_bytes. @pixel_length and @row_length: how many bytes back the pixel
 * before and the one above are. */
void incmap_deflate(const guint8 *data, gsize length, guint pixel_length, gsize row_length,
                    GByteArray *out_bytes);
