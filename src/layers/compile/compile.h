/* SPDX-License-Identifier: MIT */
/*
 * The compiler of the base layers: reads shapefiles and tables, finds which
 * boundaries areas share, thins them and writes the file that layers.h maps.
 * It runs in the build and is not installed. Same input, same bytes.
 */
#pragma once

#include <glib.h>

/**
 * incmap_compile_layers:
 * @source_dir: holds admin1.shz and, each optional, borders.shz, lakes.shz, rivers.shz,
 *   countries.tsv, admin1-names.tsv.gz and labels.csv; FILE.geojson stands in for FILE.shz
 * @target: the compiled file, written whole or not at all
 *
 * Returns: whether @target was written
 */
gboolean incmap_compile_layers(const char *source_dir, const char *target, GError **error);
