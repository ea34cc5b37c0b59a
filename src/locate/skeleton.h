/* SPDX-License-Identifier: MIT */
/*
 * What stays of a name when vowels and the letters that transliterations change
 * are taken away: "ti n zaouatene", "tinzawaten" and "tin zaouatine" are all
 * "tnstn". Names whose skeletons differ by at most one letter are worth a closer
 * look when a spelling isn't found.
 */
#pragma once

#include <glib.h>

#define INCMAP_SKELETON_MAX 16

/* Writes the skeleton of a folded name; longer ones are cut. Returns its length. */
gsize incmap_skeleton_make(const char *folded, char skeleton[INCMAP_SKELETON_MAX + 1]);

typedef void (*IncmapSkeletonFunc)(const char *variant, gsize length, gpointer data);

/* Calls @func for the skeleton and for each way of leaving one letter out. Two skeletons at most
 * one insertion, deletion, replacement or swap apart share such a variant. */
void incmap_skeleton_each_variant(const char *skeleton, gsize length, IncmapSkeletonFunc func,
                                  gpointer data);

/* Which letters a folded name has (26 bits) and how many (6 bits, at most 63), spaces left out. */
guint32 incmap_skeleton_signature(const char *folded);

/* FALSE when two names with these signatures are surely more than @max_edits apart. */
static inline gboolean
incmap_skeleton_may_match(guint32 a, guint32 b, unsigned max_edits)
{
    int difference = (int)(a >> 26) - (int)(b >> 26);
    guint32 letters = (a ^ b) & 0x3FFFFFF;
    return ABS(difference) <= (int)max_edits &&
           (unsigned)__builtin_popcount(letters) <= 2 * max_edits;
}
