/* SPDX-License-Identifier: MIT */
/*
 * A page of HTML: its article, title and date.
 */
#include "read/markup/page.h"

#include "read/markup/body.h"

#include <libxml/HTMLparser.h>
#include <string.h>

/* The bytes of text below an element that are not skipped. */
static gsize
count_text(const xmlNode *root)
{
    gsize n = 0;
    for (const xmlNode *node = root; node != NULL;) {
        gboolean is_skipped = node != root && incmap_body_is_skipped(node);
        if (node->type == XML_TEXT_NODE && node->content != NULL)
            n += strlen((const char *)node->content);
        node = incmap_body_next(node, root, !is_skipped);
    }
    return n;
}

/* The element of a name with the most text; NULL. */
static const xmlNode *
find_largest(const xmlNode *root, const char *name)
{
    enum { MAX_LOOKED_AT = 64 };
    const xmlNode *best = NULL;
    gsize most = 0;
    guint n = 0;
    for (const xmlNode *node = root; node != NULL && n < MAX_LOOKED_AT;) {
        gboolean is_found = incmap_body_is(node, name);
        if (is_found) {
            n++;
            gsize size = count_text(node);
            if (size > most)
                most = size, best = node;
        }
        node = incmap_body_next(node, root, !is_found && !incmap_body_is_skipped(node));
    }
    return best;
}

static const xmlNode *
find_first(const xmlNode *root, const char *name)
{
    for (const xmlNode *node = root; node != NULL; node = incmap_body_next(node, root, TRUE)) {
        if (incmap_body_is(node, name))
            return node;
    }
    return NULL;
}

/* The smallest element around the headline with enough text to be an article; NULL. */
static const xmlNode *
find_around_heading(const xmlNode *root, gsize enough)
{
    const xmlNode *node = find_first(root, "h1");
    while (node != NULL && node->type == XML_ELEMENT_NODE && count_text(node) < enough)
        node = node->parent;
    return node != NULL && node->type == XML_ELEMENT_NODE && !incmap_body_is(node, "body") &&
                   !incmap_body_is(node, "html") && !incmap_body_is(node, "h1")
               ? node
               : NULL;
}

/* The element that holds the article: <article>, <main>, what is around the headline, or the whole
 * body. */
static const xmlNode *
find_article(const xmlNode *root)
{
    static const char *const names[] = {"article", "main", "body"};
    enum { ENOUGH = 200 };
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        const xmlNode *found =
            i + 1 == G_N_ELEMENTS(names) ? find_around_heading(root, ENOUGH) : NULL;
        if (found != NULL)
            return found;
        found = find_largest(root, names[i]);
        if (found != NULL && (i + 1 == G_N_ELEMENTS(names) || count_text(found) >= ENOUGH))
            return found;
    }
    return root;
}

static char *
content_of(const xmlNode *node)
{
    GString *out = g_string_new(NULL);
    if (node != NULL)
        incmap_body_append(node, out);
    return g_string_free(out, out->len == 0);
}

/* <meta property="article:published_time" content="2024-08-05T…"> and its kin, or <time>. */
static char *
find_date(const xmlNode *root)
{
    static const char *const keys[] = {"article:published_time",
                                       "datepublished",
                                       "date",
                                       "dc.date",
                                       "dcterms.created",
                                       "pubdate",
                                       "publish-date",
                                       "og:published_time",
                                       "parsely-pub-date",
                                       NULL};
    static const char *const names[] = {"property", "name", "itemprop"};
    for (const xmlNode *node = root; node != NULL; node = incmap_body_next(node, root, TRUE)) {
        gboolean is_time = incmap_body_is(node, "time");
        for (gsize i = 0; i < G_N_ELEMENTS(names) && incmap_body_is(node, "meta"); i++) {
            char *key = incmap_body_attribute(node, names[i]);
            g_autofree char *lower = key != NULL ? g_ascii_strdown(key, -1) : NULL;
            xmlFree(key);
            char *content = incmap_body_attribute(node, "content");
            g_autofree char *value = g_strdup(content);
            xmlFree(content);
            if (lower != NULL && value != NULL && g_strv_contains(keys, lower))
                return g_steal_pointer(&value);
        }
        if (is_time) {
            char *content = incmap_body_attribute(node, "datetime");
            char *value = g_strdup(content);
            xmlFree(content);
            if (value != NULL)
                return value;
        }
    }
    return NULL;
}

static htmlDocPtr
parse(const char *text, gsize length)
{
    const int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                        HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    return htmlReadMemory(text, (int)MIN(length, (gsize)G_MAXINT), NULL, "UTF-8", options);
}

void
incmap_page_append(const char *html, GString *out)
{
    htmlDocPtr document = parse(html, strlen(html));
    const xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    if (root != NULL)
        incmap_body_append(root, out);
    if (document != NULL)
        xmlFreeDoc(document);
}

GPtrArray *
incmap_page_read(const char *text, gsize length)
{
    GPtrArray *articles = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_article_free);
    htmlDocPtr document = parse(text, length);
    const xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    if (root != NULL) {
        IncmapArticle *article = g_new0(IncmapArticle, 1);
        const xmlNode *body = find_article(root);
        const xmlNode *heading = find_first(body, "h1");
        article->date = find_date(root);
        article->title = content_of(heading != NULL ? heading : find_first(root, "title"));
        GString *out = g_string_new(NULL);
        if (article->title != NULL && heading == NULL)
            g_string_append(out, article->title);
        incmap_body_append(body, out);
        article->text = g_string_free(out, FALSE);
        g_ptr_array_add(articles, article);
    }
    if (document != NULL)
        xmlFreeDoc(document);
    return articles;
}
