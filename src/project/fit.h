/* SPDX-License-Identifier: MIT */
/*
 * Puts a projected view into the map box, and measures what has become of it.
 */
#pragma once

#include "project/transform.h"
#include "project/view.h"

/* Sets scale and place of @transform so that the view fills the box; FALSE when nothing of the view
 * can be projected. *out_n_hidden: incidents that can't be shown. */
gboolean incmap_fit(IncmapTransform *transform, const IncmapView *view,
                    const IncmapProjectOptions *options, guint *out_n_hidden);

/** IncmapLocalScale: what the projection does around a place (Tissot's indicatrix) */
typedef struct IncmapLocalScale IncmapLocalScale;
struct IncmapLocalScale {
    double largest, smallest; /* plane metres per ground metre, along the two axes */
    double north_deg;         /* clockwise from up */
};

gboolean incmap_measure_local(const IncmapTransform *transform, IncmapLonLat place,
                              IncmapLocalScale *out_scale);

/* Fills what follows from map and transform: extent, centre, scales, north. */
void incmap_frame_measure(IncmapFrame *frame);
