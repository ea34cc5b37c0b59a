/* SPDX-License-Identifier: MIT */
/*
 * What an expression is evaluated against: the feature at hand, the zoom and a few globals. One
 * IncmapEval serves many features, one thread at a time.
 */
#ifndef INCMAP_STYLE_EVAL_H
#define INCMAP_STYLE_EVAL_H

#include "style/value.h"

/* the longest text an expression can make */
#define INCMAP_EVAL_MAX_TEXT_BYTES ((gsize)1 << 20)

typedef struct IncmapStyleFeature IncmapStyleFeature;
struct IncmapStyleFeature {
    const char *geometry_type; /* "Point", "LineString", "Polygon" or "Multi…"; NULL: none */
    IncmapValue id;
    const void *data; /* handed to the functions below */

    /* Looks up a property; answers whether there is one. May be NULL. A name that stands in the
     * style as a constant has the same address at every call, as long as the style lives, so the
     * address can serve as the key of a cache. The value must live as long as the feature. */
    gboolean (*find)(const void *data, const char *name, IncmapValue *out_value);

    /* All properties as one object, for `properties`; may be NULL. */
    IncmapValue (*list)(const void *data, IncmapArena *arena);
};

typedef struct IncmapEval IncmapEval;
struct IncmapEval {
    /* set by the caller */
    double zoom; /* NaN: none */
    double heatmap_density;
    double line_progress;
    IncmapValue accumulated;

    /* kept by incmap_eval_*() */
    const IncmapStyleFeature *feature; /* NULL: none */
    IncmapArena *arena;                /* holds what expressions make for this feature */
    guint n_steps;                     /* taken by the expression at hand */
    guint64 n_failures;                /* evaluations that fell back to a default */
    char first_failure[256];           /* the reason of the first of them */
    char failure[256];                 /* the reason of the last of them */
};

void incmap_eval_init(IncmapEval *eval);
void incmap_eval_clear(IncmapEval *eval);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapEval, incmap_eval_clear)

/**
 * incmap_eval_set_feature:
 * @eval: the evaluation
 * @feature: (nullable): the feature for all that follows; the caller keeps it alive
 *
 * Frees all values that were evaluated for the feature before.
 */
void incmap_eval_set_feature(IncmapEval *eval, const IncmapStyleFeature *feature);

/* Notes why an evaluation failed. Always %FALSE. */
gboolean incmap_eval_fail(IncmapEval *eval, const char *format, ...) G_GNUC_PRINTF(2, 3);

/* Memory for an evaluation, or %NULL after failing for a result that is too large. */
void *incmap_eval_alloc(IncmapEval *eval, gsize n_items, gsize item_size);

/* @text, copied, as a value; fails when it is too long. */
gboolean incmap_eval_copy_string(IncmapEval *eval, const char *text, gsize n_bytes,
                                 IncmapValue *out_value);

#endif
