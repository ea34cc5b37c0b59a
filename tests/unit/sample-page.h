/* SPDX-License-Identifier: MIT */
/*
 * Scenes with a page made by hand: a small map with every kind of item, and
 * large ones for timing.
 */
#pragma once

#include "scene/scene.h"

/* 720 × 450 pt: title, callout, hatch, dashes, gradient, clipped groups, labels. */
IncmapScene *sample_page_new(void);

/* 768 × 576 pt: @n_vertices of wavy polygons in @n_features, filled and stroked, and @n_labels
 * with halos. */
IncmapScene *sample_page_new_large(guint n_vertices, guint n_features, guint n_labels);

/* Items for pages made in a test. */
IncmapColor sample_color(guint32 rgb, double opacity);
IncmapItem *sample_add_text(IncmapScene *scene, const char *text, double x_pt, double y_pt,
                            double size_pt, int weight, guint32 rgb);
IncmapItem *sample_add_box(IncmapScene *scene, IncmapBox box, guint32 rgb);
