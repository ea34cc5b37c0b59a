/* SPDX-License-Identifier: MIT */
/*
 * JSON writes characters beyond U+FFFF as two escapes, which YAML has not.
 */
#ifndef INCMAP_STYLE_SURROGATES_H
#define INCMAP_STYLE_SURROGATES_H

#include <glib.h>

/**
 * incmap_surrogates_join:
 * @text: JSON text, UTF-8
 * @n_bytes: its length
 * @out_n_bytes: (out): the length of the result
 *
 * Columns behind a joined pair on the same line are counted eleven short.
 *
 * Returns: (transfer full): @text with each pair of escapes as one character, or %NULL when
 *   there is none; free with g_free()
 */
char *incmap_surrogates_join(const char *text, gsize n_bytes, gsize *out_n_bytes);

#endif
