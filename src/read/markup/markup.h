/* SPDX-License-Identifier: MIT */
/*
 * What the module for HTML and feeds offers. It alone knows libxml2 and is
 * loaded when a file needs it.
 */
#pragma once

#include <glib.h>

/** IncmapArticle: a text out of a page or a feed; all strings owned, UTF-8 */
typedef struct IncmapArticle IncmapArticle;
struct IncmapArticle {
    char *id;    /* (nullable): what the feed calls it */
    char *date;  /* (nullable): as written */
    char *title; /* (nullable) */
    char *text;  /* paragraphs with blank lines between; the title is its first */
};

void incmap_article_free(IncmapArticle *article);

#define INCMAP_MARKUP_MODULE_SYMBOL "incmap_markup_module"
#define INCMAP_MARKUP_MODULE_VERSION 1u

/** IncmapMarkupModule: its functions */
typedef struct IncmapMarkupModule IncmapMarkupModule;
struct IncmapMarkupModule {
    guint version;
    /* Both return (element-type IncmapArticle), possibly empty; the text is valid UTF-8. */
    GPtrArray *(*read_page)(const char *text, gsize length);
    GPtrArray *(*read_feed)(const char *text, gsize length);
};
