/* SPDX-License-Identifier: MIT */
/*
 * A function as it was read and checked, before it becomes an expression.
 */
#ifndef INCMAP_STYLE_FUNCTION_PRIVATE_H
#define INCMAP_STYLE_FUNCTION_PRIVATE_H

#include "style/function.h"

typedef struct IncmapFunction IncmapFunction;
struct IncmapFunction {
    IncmapArena *arena;
    const IncmapValue *source;
    const IncmapExpressionSpec *spec;
    const IncmapValue *stops;
    const IncmapValue *property;
    const IncmapValue *fallback; /* the function's own; NULL: none */
    const char *type;            /* "identity", "exponential", "interval" or "categorical" */
    double base;
    const char *mixer; /* "interpolate…" */
};

/* The same as an expression, in the function's arena. */
IncmapValue incmap_function_rewrite(const IncmapFunction *function);

#endif
