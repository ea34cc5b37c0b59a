/* SPDX-License-Identifier: MIT */
/*
 * The page: what the project and arrange stages fill and the draw stage paints.
 * Everything is in page points. The scene owns all of it.
 */
#pragma once

#include "base/geometry.h"

/**
 * IncmapFrame: projection, extent and scale of the map on its page
 */
typedef struct IncmapFrame IncmapFrame;
struct IncmapFrame {
    double width_pt, height_pt;  /* page */
    IncmapBox map;               /* where the map stands on the page */
    const char *projection;      /* PROJ string */
    const char *projection_name; /* "Lambert azimuthal equal-area", for the credits */
    const char *reason;          /* why this projection, in words */
    const char *extent_reason;   /* why this extent, in words */
    IncmapExtent extent;         /* smallest box of longitudes and latitudes around the map */
    IncmapLonLat centre;         /* of the map box */
    double m_per_pt;             /* ground metres per page point at the centre */
    double scale_denominator;    /* 1:this at the page's physical size */
    double zoom;                 /* Web Mercator zoom of the same scale, 512 px tiles: for styles */
    double scale_variation;      /* largest local scale / smallest, over the map box; >= 1 */
    double north_deg;            /* direction of north at the centre, clockwise from page up */
    double north_spread_deg;     /* how far that direction turns over the map box */
    gboolean is_world;           /* the outline of the whole globe is on the page */
    gpointer transform;          /* the project stage's; freed through free_transform */
    void (*free_transform)(gpointer transform);
    /* FALSE when the point is outside what the projection can show (it may still be off the map
     * box). */
    gboolean (*forward)(gpointer transform, IncmapLonLat from, IncmapPoint *out_to);
    gboolean (*inverse)(gpointer transform, IncmapPoint from, IncmapLonLat *out_to);
};

/* A map narrower than this is of a city or a district, one wider than that an overview. */
#define INCMAP_CITY_KM 200.0
#define INCMAP_OVERVIEW_KM 9000.0

/* How much ground the map shows from side to side, at its centre. */
double incmap_frame_width_km(const IncmapFrame *frame);

typedef enum {
    INCMAP_GEOMETRY_POINT,
    INCMAP_GEOMETRY_LINE,
    INCMAP_GEOMETRY_POLYGON
} IncmapGeometry;

/** IncmapProperty: an attribute that styles can see with ["get", key] */
typedef struct IncmapProperty IncmapProperty;
struct IncmapProperty {
    const char *key;  /* interned: compare with g_intern_string() */
    const char *text; /* NULL: a number */
    double number;
};

/**
 * IncmapLandFeature: a feature of a base layer, cut to the map box and in page
 * points. Rings of polygons are closed implicitly: the last point isn't
 * repeated. part_starts has n_parts + 1 entries into points.
 */
typedef struct IncmapLandFeature IncmapLandFeature;
struct IncmapLandFeature {
    const char *id;   /* "ML", "ML-8", "ML|DZ"; NULL */
    const char *name; /* in the map's language; NULL */
    IncmapProperty *properties;
    guint n_properties;
    guint32 *part_starts;
    guint n_parts;
    IncmapPoint *points;
    IncmapBox box;         /* of the points */
    IncmapPoint label;     /* reference point of the whole feature, may lie off the map */
    double whole_area_pt2; /* of the polygon before it was cut; 0 for lines */
    double area_pt2;       /* of what is visible */
};

/** IncmapLandLayer: one source layer ("land", "countries", "borders", "rivers" …) */
typedef struct IncmapLandLayer IncmapLandLayer;
struct IncmapLandLayer {
    const char *name;
    IncmapGeometry geometry;
    GArray *features;   /* IncmapLandFeature */
    gboolean is_own;    /* a file of the user's, not a standard layer */
    const char *credit; /* credit line to print when something of it is drawn */
};

/* A feature's property as a number or a text; 0 and NULL when it has none of the kind. */
double incmap_land_number(const IncmapLandFeature *feature, const char *key);
const char *incmap_land_text(const IncmapLandFeature *feature, const char *key);

/** IncmapShade: light and shade of the relief over the map's box, from its upper left corner */
typedef struct IncmapShade IncmapShade;
struct IncmapShade {
    guint width_px, height_px;
    double cell_pt;   /* side of a cell */
    double detail_pt; /* how far apart the values are that were measured */
    gint8 *values;    /* -127 in the shade … 127 lit */
    gboolean is_drawn;
};

void incmap_shade_free(IncmapShade *shade);

/** IncmapInset: a second, small map; made around (0, 0), set by the arrange stage */
typedef struct IncmapInset IncmapInset;
struct IncmapInset {
    IncmapFrame frame;
    GPtrArray *land; /* IncmapLandLayer: "sphere", "land", "focus", and "extent" in a locator */
};

void incmap_inset_free(IncmapInset *inset);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapInset, incmap_inset_free)

/** IncmapTown: a town that may be labelled, handed over from the gazetteer */
typedef struct IncmapTown IncmapTown;
struct IncmapTown {
    const char *name;         /* in the map's language */
    const char *feature_code; /* GeoNames': "PPLC", "PPLA", "PPL" … */
    const char *credit;       /* as IncmapFix.credit */
    const char *country_code;
    const char *admin1_code;
    IncmapLonLat point;
    IncmapPoint position; /* on the page */
    guint32 population;
    gint64 place_id;
};

IncmapLandLayer *incmap_land_layer_new(const char *name, IncmapGeometry geometry);
void incmap_land_layer_free(IncmapLandLayer *layer);

#include "scene/display.h"
