/* SPDX-License-Identifier: MIT */
/*
 * The display list: what the arrange stage decided, ready to be painted in
 * order without another decision. All lengths are in page points, all strings
 * are owned by the scene, all arrays by the page.
 */
#pragma once

#include "base/color.h"
#include "base/geometry.h"

/** IncmapFont: what a text is set in */
typedef struct IncmapFont IncmapFont;
struct IncmapFont {
    const char *family; /* families in order of preference: "Inter, Noto Sans" */
    double size_pt;
    int weight; /* 100 … 900 */
    gboolean is_italic;
    gboolean has_tabular_figures;
    double spacing_em; /* letter-spacing; ignored for scripts that join their letters */
};

typedef struct IncmapTextMetrics IncmapTextMetrics;
struct IncmapTextMetrics {
    double width_pt;   /* advance, letter-spacing after the last letter not counted */
    double ascent_pt;  /* of the font, above the baseline */
    double descent_pt; /* of the font, below the baseline, positive */
    double cap_height_pt;
    double x_height_pt;
    gboolean is_rtl; /* the text runs from right to left */
    guint n_missing; /* characters that no font has */
};

/** IncmapMeasure: how the arrange stage asks for the size of a text, so that it needs no fonts */
typedef struct IncmapMeasure IncmapMeasure;
struct IncmapMeasure {
    gpointer data;
    void (*measure)(gpointer data, const char *text, const IncmapFont *font,
                    IncmapTextMetrics *out_metrics);
};

/** IncmapPictures: how the arrange stage asks for the vector files that a style names */
typedef struct IncmapPictures IncmapPictures;
struct IncmapPictures {
    gpointer data;
    /* FALSE when there is no such file, or it is broken. */
    gboolean (*measure)(gpointer data, const char *name, double *out_width_pt,
                        double *out_height_pt);
};

typedef enum {
    INCMAP_VERB_MOVE,  /* 1 point */
    INCMAP_VERB_LINE,  /* 1 point */
    INCMAP_VERB_CURVE, /* 3 points: cubic Bézier */
    INCMAP_VERB_CLOSE, /* 0 points */
    INCMAP_VERB_CIRCLE /* 2 points: centre, and (radius, 0): a whole circle as its own subpath */
} IncmapVerb;

/** IncmapPath: verbs and the points they use up */
typedef struct IncmapPath IncmapPath;
struct IncmapPath {
    guint8 *verbs; /* IncmapVerb */
    guint n_verbs;
    IncmapPoint *points;
    guint n_points;
};

typedef enum { INCMAP_CAP_BUTT, INCMAP_CAP_ROUND, INCMAP_CAP_SQUARE } IncmapCap;
typedef enum { INCMAP_JOIN_MITER, INCMAP_JOIN_ROUND, INCMAP_JOIN_BEVEL } IncmapJoin;
typedef enum {
    INCMAP_PATTERN_NONE,
    INCMAP_PATTERN_HATCH,    /* lines at 45 degrees */
    INCMAP_PATTERN_VERTICAL, /* vertical lines */
    INCMAP_PATTERN_DOTS      /* stipple, rows offset by half a step */
} IncmapPattern;

/** IncmapPaint: how a path is filled, then stroked */
typedef struct IncmapPaint IncmapPaint;
struct IncmapPaint {
    IncmapColor fill;      /* even-odd rule */
    IncmapPattern pattern; /* over the fill, from the page's origin */
    IncmapColor pattern_color;
    double pattern_step_pt;                /* distance of lines or dots */
    double pattern_width_pt;               /* line width or dot diameter */
    IncmapColor gradient_to;               /* a horizontal gradient from fill to this colour … */
    double gradient_x0_pt, gradient_x1_pt; /* … between these; none when equal */
    double soft_edge; /* of a path that is one circle: this share of the radius fades out, or in
                         when negative; 0: none */
    IncmapColor stroke;
    double stroke_width_pt;
    IncmapCap cap;
    IncmapJoin join;
    double miter_limit; /* 0: 10, as elsewhere */
    double dash_pt[8];
    guint n_dashes;
};

/** IncmapImage: pixels, for what has no outlines */
typedef struct IncmapImage IncmapImage;
struct IncmapImage {
    guint width_px, height_px;
    guint32 *pixels; /* 0xAARRGGBB in machine order, colours multiplied with their opacity */
};

/** IncmapRun: a piece of text in one font on a straight baseline */
typedef struct IncmapRun IncmapRun;
struct IncmapRun {
    const char *text; /* UTF-8, one line */
    IncmapPoint
        origin;       /* left end of the baseline as seen when unrotated, also for right-to-left */
    double angle_rad; /* clockwise */
    double width_pt;  /* as measured */
    IncmapFont font;
    IncmapColor color;
    IncmapColor halo; /* a == 0: none */
    double halo_pt;   /* on each side */
};

typedef enum {
    INCMAP_ITEM_GROUP, /* begins a group: id, label, clip */
    INCMAP_ITEM_END_GROUP,
    INCMAP_ITEM_PATH,   /* path, paint */
    INCMAP_ITEM_LAND,   /* features (as one path), paint */
    INCMAP_ITEM_RUN,    /* run */
    INCMAP_ITEM_IMAGE,  /* image, stretched over box */
    INCMAP_ITEM_PICTURE /* picture, stretched over box, turned and with its opacity */
} IncmapItemKind;

/** IncmapItem: one entry of the display list */
typedef struct IncmapItem IncmapItem;
struct IncmapItem {
    IncmapItemKind kind;
    const char *id;        /* of a group: "towns", "incident-3"; may be NULL for others */
    const char *label;     /* of a group: a title for people ("Tinzaouaten: ambush"); NULL */
    IncmapBox clip;        /* of a group; not clipped when empty (x0 >= x1) */
    double clip_radius_pt; /* > 0: clip to the circle of this radius around the centre of clip */
    IncmapPath path;
    const struct IncmapLandFeature **features; /* owned by the item, the features by scene->land */
    guint n_features;
    gboolean is_line;  /* features are lines: not closed */
    IncmapPoint shift; /* of features, to the right and down */
    IncmapPaint paint;
    IncmapRun run;
    IncmapImage *image;  /* owned by the item */
    const char *symbol;  /* of a path that many items may share: what it is ("square"); NULL … */
    IncmapPoint at;      /* … and the point that it is drawn around */
    const char *picture; /* a vector file of the style's, by its name there */
    IncmapBox box;       /* of an image or picture */
    double angle_rad;    /* of a picture around the middle of its box, clockwise */
    double opacity;      /* of a picture */
};

/* Frees what an item owns. */
void incmap_item_clear(gpointer item);

/** IncmapLabel: a text on the map and where it stands, for tests, the report and checks */
typedef struct IncmapLabel IncmapLabel;
struct IncmapLabel {
    const char *text;
    const char *class_id; /* "country", "town", "river", "callout", "title", "scale" … */
    IncmapPoint *quads;   /* 4 corners for each piece of text, in order around it */
    guint n_quads;
    IncmapBox box;   /* around all quads */
    gint32 incident; /* index; -1 */
};

/** IncmapMark: a symbol and the ground it covers */
typedef struct IncmapMark IncmapMark;
struct IncmapMark {
    const char *class_id; /* "incident", "town", "cluster" */
    IncmapPoint centre;
    IncmapBox box;
    gint32 incident; /* index of the first incident it stands for; -1 */
    guint n_incidents;
};

/** IncmapLeaderLine: from a symbol to what is said of it */
typedef struct IncmapLeaderLine IncmapLeaderLine;
struct IncmapLeaderLine {
    IncmapPoint points[3];
    int n_points; /* 2 or 3 */
};

/** IncmapFurniture: a block of the page: "title", "legend", "scale", "inset", "callout" … */
typedef struct IncmapFurniture IncmapFurniture;
struct IncmapFurniture {
    const char *kind;
    IncmapBox box;
};

/** IncmapDropped: what found no room */
typedef struct IncmapDropped IncmapDropped;
struct IncmapDropped {
    const char *text;
    const char *class_id;
    const char *reason;
};

typedef struct IncmapPage IncmapPage;
struct IncmapPage {
    GArray *items;     /* IncmapItem, in painting order */
    GArray *labels;    /* IncmapLabel */
    GArray *marks;     /* IncmapMark */
    GArray *leaders;   /* IncmapLeaderLine */
    GArray *furniture; /* IncmapFurniture */
    GArray *dropped;   /* IncmapDropped */
    GArray *positions; /* IncmapPoint of each incident, NAN when it isn't on the map */
    IncmapColor background;
    const char *title;
    const char *subtitle;
    const char *description; /* alt text: two sentences */
    const char *credits;
};

void incmap_page_init(IncmapPage *page);
void incmap_page_clear(IncmapPage *page);

/* Appends an item and returns it, zeroed; valid until the next call. */
IncmapItem *incmap_page_add(IncmapPage *page, IncmapItemKind kind);

/* Growing a path. */
void incmap_path_move(IncmapPath *path, double x_pt, double y_pt);
void incmap_path_line(IncmapPath *path, double x_pt, double y_pt);
void incmap_path_curve(IncmapPath *path, IncmapPoint a, IncmapPoint b, IncmapPoint to);
void incmap_path_close(IncmapPath *path);
void incmap_path_circle(IncmapPath *path, IncmapPoint centre, double radius_pt);
void incmap_path_box(IncmapPath *path, IncmapBox box);
