/* SPDX-License-Identifier: MIT */
/*
 * Pages of HTML and feeds: one file, one or many texts.
 */
#pragma once

#include "read/input.h"
#include "read/read.h"

typedef enum {
    INCMAP_MARKUP_NONE,
    INCMAP_MARKUP_PAGE, /* HTML */
    INCMAP_MARKUP_FEED, /* RSS or Atom */
} IncmapMarkup;

/* What a file is by its ending or its first bytes. */
IncmapMarkup incmap_markup_find(const IncmapInput *input);

/* The bytes as UTF-8, by the encoding that the file names, or Windows-1252. */
gboolean incmap_markup_decode(IncmapInput *input, GError **error);

/* Appends a document for each article, made like @model, with its incidents and mentions. */
gboolean incmap_markup_read(IncmapScene *scene, const IncmapInput *input, IncmapMarkup markup,
                            const IncmapReadOptions *options, const IncmapDocument *model,
                            GError **error);

/* The day of "Mon, 05 Aug 2024 10:00:00 GMT" or "2024-08-05T10:00:00Z"; 0 when it is none. */
guint32 incmap_article_day(const char *text);
