/* SPDX-License-Identifier: MIT */
/*
 * Looks through an SVG file for what would be left out without a word: pictures and shapes that
 * stand in other files.
 */
#pragma once

#include <glib.h>

gboolean incmap_picture_check(const char *path, const char *bytes, gsize n_bytes, GError **error);
