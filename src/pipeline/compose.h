/* SPDX-License-Identifier: MIT */
/*
 * The stages project, arrange and draw in order. They need PROJ, Cairo and
 * Pango, which take longer to load than locating a hundred names; so they stand
 * in a loadable module (incmap-map.so) and are reached through this table.
 */
#pragma once

#include "layers/layers.h"
#include "pipeline/options.h"
#include "scene/finding.h"
#include "scene/scene.h"

#define INCMAP_COMPOSE_VERSION 5u
#define INCMAP_COMPOSE_SYMBOL "incmap_compose_table"

/** IncmapComposer: a style and the fonts, kept from map to map */
typedef struct IncmapComposer IncmapComposer;

/** IncmapBook: a PDF of many pages */
typedef struct IncmapBook IncmapBook;

/** IncmapComposition: what project leaves to arrange, besides the scene */
typedef struct IncmapComposition IncmapComposition;

/** IncmapComposeOptions: the part of the options that these stages need */
typedef struct IncmapComposeOptions IncmapComposeOptions;
struct IncmapComposeOptions {
    const IncmapOptions *map;
    const char *relief_path; /* of the file of the relief, for styles that show it; NULL: none */
    gboolean has_box;        /* an extent as numbers … */
    IncmapExtent box;
    const char *extent; /* … or "world" or a country code; NULL: from the incidents */
};

/** IncmapGeoreference: where the page's upper left corner lies in the plane of the projection */
typedef struct IncmapGeoreference IncmapGeoreference;
struct IncmapGeoreference {
    double west_m, north_m, m_per_pt;
};

typedef struct IncmapComposeTable IncmapComposeTable;
struct IncmapComposeTable {
    guint version;
    IncmapComposer *(*composer_new)(GError **error);
    void (*composer_free)(IncmapComposer *composer);
    /* Opens the style when it isn't the one open already; @styles_folder holds those that it may
     * extend. */
    gboolean (*choose_style)(IncmapComposer *composer, const char *path, const char *styles_folder,
                             GError **error);
    /* What of the open style has no meaning in print, each with its place; free with
     * g_strfreev(). */
    char **(*list_style_notes)(const IncmapComposer *composer);
    /* NULL on failure. */
    IncmapComposition *(*project)(IncmapComposer *composer, IncmapScene *scene,
                                  const IncmapLayers *layers, const IncmapComposeOptions *options,
                                  GError **error);
    void (*composition_free)(IncmapComposition *composition);
    void (*arrange)(IncmapComposer *composer, IncmapScene *scene,
                    const IncmapComposition *composition, const IncmapComposeOptions *options);
    /* (transfer full) (element-type IncmapFinding): what an editor would say of the page */
    GArray *(*judge)(IncmapComposer *composer, IncmapScene *scene,
                     const IncmapComposeOptions *options);
    /* @format: 0 PNG, 1 SVG, 2 PDF, 3 HTML */
    gboolean (*draw)(IncmapComposer *composer, const IncmapScene *scene, const char *path,
                     int format, const IncmapComposeOptions *options, GError **error);
    /* (transfer full): the picture as R, G, B in rows without padding */
    GByteArray *(*draw_pixels)(IncmapComposer *composer, const IncmapScene *scene,
                               const IncmapComposeOptions *options, guint *out_width_px,
                               guint *out_height_px, GError **error);
    /* A PDF of many pages: each is added, then all are written. */
    IncmapBook *(*book_new)(const char *title);
    gboolean (*book_add)(IncmapBook *book, IncmapComposer *composer, const IncmapScene *scene,
                         const IncmapComposeOptions *options, const char *label, GError **error);
    gboolean (*book_write)(IncmapBook *book, const char *path, const IncmapComposeOptions *options,
                           GError **error);
    void (*book_free)(IncmapBook *book);
    void (*georeference)(const IncmapScene *scene, IncmapGeoreference *out_at);
    /* The coordinate system of the map; @dialect: "WKT2" or "ESRI". Transfer full. */
    char *(*describe_crs)(const IncmapScene *scene, const char *dialect, GError **error);
    /* Files and folders that say which fonts there are; free with g_strfreev(). */
    char **(*list_font_sources)(void);
    /* The file of a family, NULL for any family, and NULL when there is none; transfer full. */
    char *(*find_font)(const char *family);
    /* A sentence on PROJ and its database; transfer full, NULL with @error when that lacks. */
    char *(*describe_proj)(GError **error);
    /* "25–27 July 2024"; the scene keeps it. */
    const char *(*format_period)(IncmapScene *scene, IncmapDate period);
    const char *const *(*list_projections)(void);
    /* As incmap_session_list() has it. */
    char **(*list_properties)(void);
    const char *(*describe_projection)(const char *name);
};
