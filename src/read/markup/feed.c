/* SPDX-License-Identifier: MIT */
/*
 * RSS and Atom: every item is an article. Entities that a document defines
 * itself are not expanded, and nothing is fetched.
 */
#include "read/markup/page.h"

#include "read/markup/body.h"

#include <libxml/parser.h>
#include <string.h>

enum { MAX_ITEMS = 20000 };

static char *
content_of(const xmlNode *node)
{
    GString *out = g_string_new(NULL);
    for (const xmlNode *at = node; at != NULL; at = incmap_body_next(at, node, TRUE)) {
        if ((at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) &&
            at->content != NULL)
            g_string_append(out, (const char *)at->content);
    }
    g_strstrip(out->str);
    gboolean is_empty = out->str[0] == 0;
    return g_string_free(out, is_empty);
}

/* The first child with one of the names, in the order of the names. */
static const xmlNode *
find_child(const xmlNode *item, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++) {
        for (const xmlNode *node = item->children; node != NULL; node = node->next) {
            if (incmap_body_is(node, names[i]))
                return node;
        }
    }
    return NULL;
}

static char *
read_child(const xmlNode *item, const char *const *names)
{
    const xmlNode *node = find_child(item, names);
    return node != NULL ? content_of(node) : NULL;
}

/* RSS and Atom put HTML into text; Atom may have it as elements (type "xhtml"). */
static void
append_body(const xmlNode *item, GString *out)
{
    static const char *const names[] = {"encoded", "content", "description", "summary", NULL};
    const xmlNode *node = NULL;
    g_autofree char *text = NULL;
    for (guint i = 0; names[i] != NULL && text == NULL; i++) {
        const char *one[] = {names[i], NULL};
        node = find_child(item, one);
        text = node != NULL ? content_of(node) : NULL;
    }
    if (node == NULL || text == NULL)
        return;
    gboolean has_elements = FALSE;
    for (const xmlNode *child = node->children; child != NULL; child = child->next)
        has_elements |= child->type == XML_ELEMENT_NODE;
    if (has_elements)
        incmap_body_append(node, out);
    else if (strchr(text, '<') != NULL || strchr(text, '&') != NULL)
        incmap_page_append(text, out);
    else
        g_string_append_printf(out, "%s%s", out->len > 0 ? "\n\n" : "", text);
}

static IncmapArticle *
read_item(const xmlNode *item)
{
    static const char *const ids[] = {"guid", "id", "link", NULL};
    static const char *const dates[] = {"pubDate", "published", "date", "updated", NULL};
    static const char *const titles[] = {"title", NULL};
    IncmapArticle *article = g_new0(IncmapArticle, 1);
    article->id = read_child(item, ids);
    article->date = read_child(item, dates);
    g_autofree char *title = read_child(item, titles);
    GString *out = g_string_new(NULL);
    if (title != NULL)
        incmap_page_append(title, out);
    article->title = out->len > 0 ? g_strdup(out->str) : NULL;
    append_body(item, out);
    article->text = g_string_free(out, FALSE);
    return article;
}

GPtrArray *
incmap_feed_read(const char *text, gsize length)
{
    const int options = XML_PARSE_RECOVER | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                        XML_PARSE_NONET | XML_PARSE_COMPACT;
    GPtrArray *articles = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_article_free);
    xmlDocPtr document =
        xmlReadMemory(text, (int)MIN(length, (gsize)G_MAXINT), NULL, "UTF-8", options);
    const xmlNode *root = document != NULL ? xmlDocGetRootElement(document) : NULL;
    for (const xmlNode *node = root; node != NULL && articles->len < MAX_ITEMS;) {
        gboolean is_item = incmap_body_is(node, "item") || incmap_body_is(node, "entry");
        if (is_item)
            g_ptr_array_add(articles, read_item(node));
        node = incmap_body_next(node, root, !is_item);
    }
    if (document != NULL)
        xmlFreeDoc(document);
    return articles;
}
