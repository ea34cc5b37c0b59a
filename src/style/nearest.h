/* SPDX-License-Identifier: MIT */
/*
 * Guesses which name a person meant.
 */
#ifndef INCMAP_STYLE_NEAREST_H
#define INCMAP_STYLE_NEAREST_H

#include <glib.h>

typedef struct IncmapNearest IncmapNearest;
struct IncmapNearest {
    const char *wanted;
    const char *best; /* NULL: nothing comes near */
    guint best_edits;
};

/* Begin with `{.wanted = name}`, offer every right name, then read @best. */
void incmap_nearest_offer(IncmapNearest *nearest, const char *name);

#endif
