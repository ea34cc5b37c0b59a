/* SPDX-License-Identifier: MIT */
/*
 * Rough Latin letters for other alphabets: enough to tell which of several
 * names of a town is the one that its standard name writes down.
 */
#pragma once

#include <glib.h>

/* Whether @name is in an alphabet that incmap_romanise_distance() knows. */
gboolean incmap_romanise_knows(const char *name);

/**
 * incmap_romanise_distance:
 * @name: a name in Cyrillic, Greek, Arabic or Hebrew letters
 * @latin: a name in Latin letters
 *
 * Compares what the two sound like: consonants alone for scripts that leave
 * vowels out, all letters else.
 *
 * Returns: 0 for alike … 100 for nothing in common
 */
unsigned incmap_romanise_distance(const char *name, const char *latin);
