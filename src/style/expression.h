/* SPDX-License-Identifier: MIT */
/*
 * Expressions of the MapLibre Style Specification: compiled once, evaluated for every feature.
 * Left out is what only a screen has: feature state, global state, distances and tile geometry.
 */
#ifndef INCMAP_STYLE_EXPRESSION_H
#define INCMAP_STYLE_EXPRESSION_H

#include "style/document.h"
#include "style/eval.h"
#include "style/type.h"

typedef struct IncmapExpression IncmapExpression;

typedef enum IncmapExpressionFlags {
    INCMAP_EXPRESSION_CAN_MIX = 1 << 0,    /* `interpolate` makes sense */
    INCMAP_EXPRESSION_NO_ZOOM = 1 << 1,    /* must not depend on the zoom */
    INCMAP_EXPRESSION_NO_FEATURE = 1 << 2, /* must not depend on the feature */
    INCMAP_EXPRESSION_ANY_ZOOM = 1 << 3,   /* the zoom may stand anywhere, as in filters */
    INCMAP_EXPRESSION_HAS_TOKENS = 1 << 4, /* "{name}" in text means a property */
} IncmapExpressionFlags;

/* What a property wants of its expression. */
typedef struct IncmapExpressionSpec IncmapExpressionSpec;
struct IncmapExpressionSpec {
    const IncmapType *type;      /* NULL: any */
    const char *const *choices;  /* the words an enumeration allows, then NULL; or NULL */
    const IncmapValue *fallback; /* for functions without a default; or NULL */
    guint flags;                 /* of IncmapExpressionFlags */
};

/**
 * incmap_expression_compile:
 * @document: keeps the expression
 * @value: an expression, or a function with `stops` as older styles have it; lives as long as
 *   @document
 * @spec: what is wanted
 * @error: set on failure, with the line and column of the part that is wrong
 *
 * Returns: (transfer none): the expression, owned by @document, or %NULL
 */
const IncmapExpression *incmap_expression_compile(IncmapStyleDocument *document,
                                                  const IncmapValue *value,
                                                  const IncmapExpressionSpec *spec, GError **error);

/**
 * incmap_filter_compile:
 * @document: keeps the filter
 * @value: a filter as an expression, or in the older form `["==", "key", value]`
 * @error: set on failure
 *
 * Returns: (transfer none): a boolean expression, owned by @document, or %NULL
 */
const IncmapExpression *incmap_filter_compile(IncmapStyleDocument *document,
                                              const IncmapValue *value, GError **error);

/**
 * incmap_expression_evaluate:
 * @expression: the expression
 * @eval: feature and globals
 * @out_value: (out): the result; lives until the next incmap_eval_set_feature()
 *
 * Returns: %FALSE on failure, with the reason in @eval->failure
 */
gboolean incmap_expression_evaluate(const IncmapExpression *expression, IncmapEval *eval,
                                    IncmapValue *out_value);

/* The value of an expression that depends on nothing, else %NULL. */
const IncmapValue *incmap_expression_get_constant(const IncmapExpression *expression);

const IncmapType *incmap_expression_get_type(const IncmapExpression *expression);
gboolean incmap_expression_uses_feature(const IncmapExpression *expression);
gboolean incmap_expression_uses_zoom(const IncmapExpression *expression);

/* Whether @value would be read as an expression and not as a constant. */
gboolean incmap_expression_looks_like(const IncmapValue *value);

#endif
