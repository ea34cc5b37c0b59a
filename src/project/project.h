/* SPDX-License-Identifier: MIT */
/*
 * Stage 3: from places to a map on its page. Chooses what the map shows, in
 * which projection, at which scale; cuts the base layers to it. Coordinates come
 * in as degrees on WGS 84 and leave as page points.
 */
#pragma once

#include "base/error.h"
#include "layers/layers.h"
#include "scene/scene.h"

/** IncmapProjectOptions: the page, and what the user asked for; zeros mean "as you think best" */
typedef struct IncmapProjectOptions IncmapProjectOptions;
struct IncmapProjectOptions {
    double width_pt, height_pt; /* the page */
    IncmapBox map;              /* where the map stands on it */
    const char *projection;     /* name, "EPSG:n" or PROJ string; NULL */
    const char *extent;         /* "west,south,east,north", "world", country code or name; NULL */
    gboolean has_extent;
    IncmapExtent extent_box;       /* with has_extent: goes before extent */
    double padding;                /* share of the smaller side left free all round; 0: 0.08 */
    gboolean is_equal_area_wanted; /* densities or area symbols will be read off the map */
    double reserve_left_pt, reserve_right_pt; /* room wished for cards over the map: what matters */
    double reserve_top_pt, reserve_bottom_pt; /* moves aside, and shrinks by a tenth at most */
    gboolean can_reserve_opposite; /* the room may lie on the other side, nearer to the places */
    double min_width_km, max_width_km; /* of the map box; 0: no limit */
};

/**
 * incmap_project_frame:
 * @scene: incidents and fixes are read; the frame is filled
 * @layers: for the shape of countries
 * @options: the page and the wishes
 *
 * Chooses extent, projection and scale and says why. Every incident with a
 * place is inside the map box.
 *
 * Returns: whether it worked; %INCMAP_ERROR_PROJECTION for a projection that is
 *   unknown or can't show the extent, %INCMAP_ERROR_USAGE for an extent that
 *   can't be read or a map box without room
 */
gboolean incmap_project_frame(IncmapScene *scene, const IncmapLayers *layers,
                              const IncmapProjectOptions *options, GError **error);

/** IncmapLandRequest: a layer that the style draws */
typedef struct IncmapLandRequest IncmapLandRequest;
struct IncmapLandRequest {
    IncmapLayerId layer;
    double min_area_pt2; /* rings smaller than this on the page are left out; 0: 1; < 0: none */
    gint32 max_rank;     /* features of a larger rank are left out; 0: no limit */
    const char *code;    /* only features with this country on one side; NULL: all */
};

/** IncmapLandOptions: which layers, and how fine */
typedef struct IncmapLandOptions IncmapLandOptions;
struct IncmapLandOptions {
    const IncmapLandRequest *requests; /* NULL: every standard layer */
    gsize n_requests;
    const char *language;   /* of names; NULL: English */
    const char *worldview;  /* NULL: as the layers have it */
    double tolerance_pt;    /* detail finer than this is left out; 0: 0.35 */
    gboolean has_graticule; /* add the layer "graticule" */
    double graticule_deg;   /* its interval; 0: one that gives 3 to 6 lines each way */
};

/**
 * incmap_project_land:
 * @scene: has its frame; land is filled
 * @layers: the base layers
 * @options: which of them
 *
 * Cuts the layers to the map box and a few points around it. The order is that
 * of painting, whatever the order of the requests: "sphere" (always: the part of
 * the globe inside the box, for the sea), land, countries, admin1, lakes,
 * graticule, rivers, coast, admin1_lines, borders, labels. The properties of a
 * feature: id, name, code, code2, kind, status, class, rank, focus and incident
 * (1 or absent); of a graticule line: deg, axis ("lon" or "lat"), label, and
 * x0, y0, x1, y1 where it leaves the map box.
 */
gboolean incmap_project_land(IncmapScene *scene, const IncmapLayers *layers,
                             const IncmapLandOptions *options, GError **error);

/**
 * incmap_frame_km_per_pt:
 * @at: on the page
 * @direction_deg: clockwise from page up
 *
 * Length on the ground of a page point at @at, along the geodesic.
 *
 * Returns: kilometres; NAN outside the globe
 */
double incmap_frame_km_per_pt(const IncmapFrame *frame, IncmapPoint at, double direction_deg);

/**
 * incmap_project_globe:
 * @centre: the place in the middle of the globe
 * @at: where its middle stands on the page
 * @radius_pt: of the globe
 *
 * Returns: (transfer full): the half of the earth around @centre, or %NULL with
 *   @error
 */
IncmapInset *incmap_project_globe(IncmapScene *scene, const IncmapLayers *layers,
                                  IncmapLonLat centre, IncmapPoint at, double radius_pt,
                                  GError **error);

/**
 * incmap_project_locator:
 * @box: where it stands on the page
 *
 * An overview of the continent around the main map. Its layer "extent" is the
 * outline of the main map.
 *
 * Returns: (transfer full): the overview, or %NULL with @error
 */
IncmapInset *incmap_project_locator(IncmapScene *scene, const IncmapLayers *layers, IncmapBox box,
                                    GError **error);

/* Plain names of the projections for `incmap list projections`, NULL-terminated, and a line on what
 * each is good for. */
const char *const *incmap_projection_names(void);
const char *incmap_projection_describe(const char *name);
