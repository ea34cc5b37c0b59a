/* SPDX-License-Identifier: MIT */
/*
 * What stands between two lines of dashes before a Markdown text: title, date
 * and others, one a line. It belongs to the text's file, not to its words.
 */
#pragma once

#include <glib.h>

/* The bytes of the front matter; 0 when there is none. */
gsize incmap_front_matter_length(const char *text, gsize length);

/* The value of a key, without quotes; NULL. Free it. */
char *incmap_front_matter_get(const char *text, gsize length, const char *key);
