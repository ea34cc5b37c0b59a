/* SPDX-License-Identifier: MIT */
/*
 * What the module behind vector files offers (incmap-svg.so).
 */
#pragma once

#include <cairo.h>
#include <glib.h>

#define INCMAP_PICTURE_VERSION 1u
#define INCMAP_PICTURE_SYMBOL "incmap_picture_table"

typedef struct IncmapPictureTable IncmapPictureTable;
struct IncmapPictureTable {
    guint version;
    /* NULL with the reason, which names no file. */
    gpointer (*open)(const guint8 *bytes, gsize n_bytes, GError **error);
    void (*close)(gpointer picture);
    /* FALSE when the file says no size. */
    gboolean (*measure)(gpointer picture, double *out_width_pt, double *out_height_pt);
    /* Over (0, 0) to (@width_pt, @height_pt). */
    gboolean (*paint)(gpointer picture, cairo_t *cr, double width_pt, double height_pt);
};
