/* SPDX-License-Identifier: MIT */
/*
 * A small world, tests/layers: Aland with two provinces, an island and a lake,
 * its neighbour Beland around Ceville, Deland on the antimeridian and Icemark at
 * the south pole. Compiled anew by every caller.
 */
#pragma once

#include "layers/compile/compile.h"
#include "layers/mapped.h"

#include <glib/gstdio.h>

static inline char *
make_layers(void)
{
    g_autofree char *source = g_build_filename(g_getenv("INCMAP_TESTS"), "layers", NULL);
    g_autofree char *dir = g_dir_make_tmp("incmap-layers-XXXXXX", NULL);
    char *path = g_build_filename(dir, "layers.inm", NULL);
    g_autoptr(GError) error = NULL;
    incmap_compile_layers(source, path, &error);
    g_assert_no_error(error);
    return path;
}

static inline void
remove_layers(const char *path)
{
    g_autofree char *dir = g_path_get_dirname(path);
    g_remove(path);
    g_rmdir(dir);
}

static inline IncmapLayers *
open_small_world(void)
{
    g_autofree char *path = make_layers();
    g_autoptr(GError) error = NULL;
    IncmapLayers *layers = incmap_layers_open(path, &error);
    g_assert_no_error(error);
    remove_layers(path); /* a mapped file stays readable */
    return layers;
}

/* Appends all vertices of a layer. */
static inline void
add_points(const IncmapLayers *layers, IncmapLayerId layer, double tolerance_m, GArray *all)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    for (guint32 i = 0; i < incmap_layers_n_features(layers, layer); i++) {
        IncmapFeature feature = {0};
        incmap_layers_get(layers, layer, i, &feature);
        for (guint32 part = 0; part < feature.n_parts; part++) {
            incmap_layers_part(layers, &feature, part, tolerance_m, points);
            if (points->len > 0)
                g_array_append_vals(all, points->data, points->len);
        }
    }
}
