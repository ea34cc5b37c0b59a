/* SPDX-License-Identifier: MIT */
#include "draw/canvas.h"

/* The points a verb uses up; by IncmapVerb. */
static const guint8 n_points_of[] = {1, 1, 3, 0, 2};

gboolean
incmap_canvas_next_verb(IncmapCanvasVerbs *verbs)
{
    const IncmapPath *path = verbs->path;
    while (verbs->next_verb < path->n_verbs) {
        verbs->verb = path->verbs[verbs->next_verb++];
        if (verbs->verb >= G_N_ELEMENTS(n_points_of))
            return FALSE;
        guint n = n_points_of[verbs->verb];
        if (n > path->n_points - verbs->next_point)
            return FALSE;
        gboolean is_good = TRUE;
        for (guint i = 0; i < n; i++) {
            verbs->points[i] = path->points[verbs->next_point++];
            is_good = incmap_canvas_accept(&verbs->points[i]) && is_good;
        }
        if (is_good)
            return TRUE;
    }
    return FALSE;
}

guint
incmap_paint_count_dashes(const IncmapPaint *paint)
{
    double total = 0;
    guint n_dashes = MIN(paint->n_dashes, G_N_ELEMENTS(paint->dash_pt));
    for (guint i = 0; i < n_dashes; i++) {
        if (!(paint->dash_pt[i] >= 0) || !isfinite(paint->dash_pt[i]))
            return 0;
        total += paint->dash_pt[i];
    }
    return total >= 0.05 ? n_dashes : 0; /* shorter ones would never come to an end */
}

gboolean
incmap_paint_has_pattern(const IncmapPaint *paint)
{
    return paint->pattern != INCMAP_PATTERN_NONE && paint->pattern_color.a > 0 &&
           paint->pattern_step_pt >= 0.2 && paint->pattern_width_pt > 0;
}

gboolean
incmap_item_has_soft_edge(const IncmapItem *item)
{
    const IncmapPath *path = &item->path;
    return item->paint.soft_edge != 0 && isfinite(item->paint.soft_edge) && path->n_verbs == 1 &&
           path->verbs[0] == INCMAP_VERB_CIRCLE && item->paint.fill.a > 0;
}

void
incmap_paint_soft_stop(const IncmapPaint *paint, guint index, double *out_at, double *out_opacity)
{
    double reach = fabs(paint->soft_edge);
    double start = MAX(0, 1 - reach);
    double at = start + (1 - start) * index / INCMAP_SOFT_STOPS;
    double x = CLAMP((1 - at) / reach, 0, 1);
    if (paint->soft_edge < 0)
        x = 1 - x;
    *out_at = at;
    *out_opacity = x * x * (3 - 2 * x); /* smoothstep */
}
