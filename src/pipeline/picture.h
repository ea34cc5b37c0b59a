/* SPDX-License-Identifier: MIT */
/*
 * What a finished picture says of itself: its size, and the texts that the draw stage has put into
 * it.
 */
#pragma once

#include <glib.h>

typedef enum { INCMAP_PICTURE_PNG, INCMAP_PICTURE_SVG, INCMAP_PICTURE_PDF } IncmapPictureKind;

/** IncmapPicture: one file */
typedef struct IncmapPicture IncmapPicture;
struct IncmapPicture {
    IncmapPictureKind kind;
    char *path;
    double width_pt, height_pt;           /* 0: not said, as of a PDF */
    guint width_px;                       /* of a PNG */
    char *title, *description, *language; /* NULL: not said */
};

/* NULL with %INCMAP_ERROR_INPUT when it is no picture that is known here. */
IncmapPicture *incmap_picture_load(const char *path, GError **error);
void incmap_picture_free(IncmapPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapPicture, incmap_picture_free)
