/* SPDX-License-Identifier: MIT */
/*
 * How far between two stops a number is.
 */
#ifndef INCMAP_STYLE_CURVE_H
#define INCMAP_STYLE_CURVE_H

#include "style/node.h"

typedef enum IncmapCurveKind {
    INCMAP_CURVE_EXPONENTIAL,
    INCMAP_CURVE_BEZIER,
} IncmapCurveKind;

typedef struct IncmapCurve IncmapCurve;
struct IncmapCurve {
    IncmapCurveKind kind;
    double base;      /* of the exponential; 1: linear */
    double points[4]; /* of the Bézier curve: x1, y1, x2, y2 */
    IncmapColorSpace space;
    double *stops; /* ascending; in the arena */
    guint n_stops;
};

/* Reads the operator's name and the curve in its first argument; no stops yet. */
IncmapCurve *incmap_curve_parse(IncmapParser *parser, const IncmapValue *value);

/* 0 at @low, 1 at @high. */
double incmap_curve_get_progress(const IncmapCurve *curve, double x, double low, double high);

#endif
