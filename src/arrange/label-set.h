/* SPDX-License-Identifier: MIT */
/*
 * Many names beside their symbols, weighed together. First each takes the best
 * position that is left, the most important one first; then those that found
 * none push others aside, who push others in turn (ejection chains, a few links
 * long); at last each moves to a better position that has become free. Nothing
 * is left to chance, and no name that stands gives its place to one that then
 * stands instead of it.
 */
#pragma once

#include "arrange/point-label.h"

typedef struct IncmapLabelSet IncmapLabelSet;

/* Positions are free of what is on the page now. */
IncmapLabelSet *incmap_label_set_new(IncmapArrange *arrange);
void incmap_label_set_free(IncmapLabelSet *set);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapLabelSet, incmap_label_set_free)

/* The most important first. */
void incmap_label_set_add(IncmapLabelSet *set, const IncmapPointLabel *label);

/* Chooses positions and takes their ground. */
void incmap_label_set_place(IncmapLabelSet *set);

/* The @index-th label where it stands; NULL when there was no room for it. */
const IncmapPointLabel *incmap_label_set_get(const IncmapLabelSet *set, guint index);
