/* SPDX-License-Identifier: MIT */
/*
 * Stage 5: the display list becomes a file. The same scene and options give
 * the same bytes, whatever the clock, the time zone, the locale or the folder.
 */
#pragma once

#include "scene/scene.h"

typedef enum {
    INCMAP_FORMAT_PNG,
    INCMAP_FORMAT_SVG,
    INCMAP_FORMAT_PDF,
    INCMAP_FORMAT_HTML,
    INCMAP_FORMAT_PIXELS, /* R, G, B; in memory only */
} IncmapFormat;

typedef struct IncmapDrawOptions IncmapDrawOptions;
struct IncmapDrawOptions {
    IncmapFormat format;
    double dpi;               /* pixels per inch of a PNG; 0: 144 */
    const char *language;     /* BCP 47, of the texts, for readers of the file; NULL: not said */
    const char *date_iso;     /* "2024-07-27", for the PDF's properties; NULL: none */
    IncmapPictures *pictures; /* from incmap_pictures_new(); NULL: no vector files are drawn */
    IncmapMeasure *measure;   /* from incmap_measure_new(), to open the fonts once; NULL: its own */
};

/* The limits of a picture. */
#define INCMAP_DRAW_MAX_SIDE_PX 30000
#define INCMAP_DRAW_MAX_PIXELS 400000000.0

/**
 * incmap_draw_file:
 * @scene: a scene with its page
 * @path: the file to write, or "-" for stdout
 * @options: format and size
 *
 * Draws the page into a file, which appears at once or not at all. A file that
 * already holds the same bytes isn't touched.
 *
 * Returns: whether the file is there
 */
gboolean incmap_draw_file(const IncmapScene *scene, const char *path,
                          const IncmapDrawOptions *options, GError **error);

/* The size of a picture of the page. */
void incmap_draw_measure_px(const IncmapScene *scene, double dpi, guint *out_width_px,
                            guint *out_height_px);

/* As incmap_draw_file(), into memory. Returns: (transfer full): the bytes; NULL on failure */
GByteArray *incmap_draw_bytes(const IncmapScene *scene, const IncmapDrawOptions *options,
                              GError **error);
