/* SPDX-License-Identifier: MIT */
/*
 * What letters, marks and lines look like.
 */
#pragma once

#include <glib.h>

/* The IncmapShape of a word. */
guint8 incmap_word_shape(const char *text, gsize length);

/* A mark of any script as ASCII has it; '~' for others. */
guint8 incmap_mark_of(gunichar c);

/* Whether lines are broken at a width: none is longer than writers break them, and one goes on with
 * a small letter, or in a script that has none. */
gboolean incmap_text_is_wrapped(const char *text, gsize length);
