/* SPDX-License-Identifier: MIT */
#pragma once

#include "read/markup/markup.h"

/* The article of a page of HTML; one entry, or none when there is nothing in it. */
GPtrArray *incmap_page_read(const char *text, gsize length);

/* Appends the words of a piece of HTML. */
void incmap_page_append(const char *html, GString *out);

/* The items of an RSS or Atom feed. */
GPtrArray *incmap_feed_read(const char *text, gsize length);
