/* SPDX-License-Identifier: MIT */
/*
 * Text as the program compares it. Nothing here depends on the locale.
 */
#pragma once

#include <glib.h>

/**
 * incmap_text_fold:
 * @text: UTF-8
 *
 * Brings a name to the form in which names are compared: compatibility
 * decomposition, marks dropped, case folded, letters such as ø ł đ ß æ replaced
 * by their plain spelling, apostrophes of all kinds dropped, hyphens and other
 * punctuation turned into single spaces, ends trimmed. "Ti-n-Zaouâtene"
 * becomes "ti n zaouatene"; text in other scripts keeps its letters.
 *
 * Returns: (transfer full): the folded text, possibly empty
 */
char *incmap_text_fold(const char *text);

/* As incmap_text_fold() into @folded (emptied first), without an allocation when it is
 * large enough. @length is in bytes; -1 means up to the NUL. */
void incmap_text_fold_into(const char *text, gssize length, GString *folded);

/**
 * incmap_text_distance:
 * @a: folded text
 * @b: folded text
 * @limit: the largest distance of interest
 *
 * Damerau-Levenshtein distance (insert, delete, replace, swap of neighbours) in
 * characters.
 *
 * Returns: the distance, or @limit + 1 when it is larger than @limit
 */
unsigned incmap_text_distance(const char *a, const char *b, unsigned limit);

/* A connection string with a password in it, hidden; anything else as it is. Transfer full. */
char *incmap_text_hide_password(const char *text);

/* The entry of @words (NULL-terminated) nearest to @word, or NULL when none is near enough to
 * suggest. */
const char *incmap_text_nearest(const char *word, const char *const *words);
