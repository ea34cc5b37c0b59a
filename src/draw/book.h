/* SPDX-License-Identifier: MIT */
/*
 * A PDF of many pages, each with a bookmark. Fonts are in it once. Pages go to memory as they are
 * added, so their scenes may be freed.
 */
#pragma once

#include "draw/draw.h"

typedef struct IncmapBook IncmapBook;

IncmapBook *incmap_book_new(const char *title);
void incmap_book_free(IncmapBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapBook, incmap_book_free)

/* @options->measure is set; @label is what the bookmark says. */
gboolean incmap_book_add(IncmapBook *book, const IncmapScene *scene,
                         const IncmapDrawOptions *options, const char *label, GError **error);

/* Writes all pages, whole or not at all; nothing can be added afterwards. */
gboolean incmap_book_write(IncmapBook *book, const char *path, const char *date_iso,
                           GError **error);
