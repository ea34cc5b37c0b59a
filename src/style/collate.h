/* SPDX-License-Identifier: MIT */
/*
 * Compares text as people sort it, without a locale: letters first, then accents, then capitals
 * after small letters.
 */
#ifndef INCMAP_STYLE_COLLATE_H
#define INCMAP_STYLE_COLLATE_H

#include "style/value.h"

/* Below, equal to or above 0 as @a stands before, with or after @b. */
int incmap_collator_compare(const IncmapCollator *collator, const char *a, const char *b);

#endif
