/* SPDX-License-Identifier: MIT */
#include "read/markup/page.h"

#include <gmodule.h>

void
incmap_article_free(IncmapArticle *article)
{
    if (article == NULL)
        return;
    g_free(article->id);
    g_free(article->date);
    g_free(article->title);
    g_free(article->text);
    g_free(article);
}

extern G_MODULE_EXPORT const IncmapMarkupModule incmap_markup_module;

const IncmapMarkupModule incmap_markup_module = {
    .version = INCMAP_MARKUP_MODULE_VERSION,
    .read_page = incmap_page_read,
    .read_feed = incmap_feed_read,
};
