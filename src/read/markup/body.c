/* SPDX-License-Identifier: MIT */
#include "read/markup/body.h"

#include <string.h>

static const char *const skipped[] = {
    "script",   "style",  "noscript",   "template", "nav",    "footer", "aside",
    "form",     "button", "select",     "svg",      "iframe", "head",   "dialog",
    "menu",     "object", "canvas",     "audio",    "video",  "option", "input",
    "textarea", "label",  "figcaption", "math",     "map",    NULL};

static const char *const blocks[] = {
    "p",    "div",  "section", "article",    "main", "body",    "h1",     "h2",
    "h3",   "h4",   "h5",      "h6",         "ul",   "ol",      "li",     "dl",
    "dt",   "dd",   "tr",      "table",      "hr",   "pre",     "header", "figure",
    "html", "root", "td",      "blockquote", "th",   "address", NULL};

/* Words in class and id of what stands around an article. */
static const char *const around[] = {
    "nav",        "navbar",     "navigation",  "menu",       "footer",      "sidebar",  "related",
    "share",      "sharing",    "social",      "comments",   "advert",      "ads",      "ad",
    "promo",      "newsletter", "cookie",      "breadcrumb", "breadcrumbs", "tags",     "byline",
    "caption",    "subscribe",  "recommended", "teaser",     "banner",      "hidden",   "toolbar",
    "pagination", "topbar",     "trending",    "consent",    "gdpr",        "popular",  "mostread",
    "masthead",   "comment",    "disqus",      "outbrain",   "taboola",     "readmore", "ticker",
    "copyright",  "paywall",    NULL};

gboolean
incmap_body_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE &&
           g_ascii_strcasecmp((const char *)node->name, name) == 0;
}

static gboolean
is_one_of(const xmlNode *node, const char *const *names)
{
    for (guint i = 0; names[i] != NULL; i++) {
        if (incmap_body_is(node, names[i]))
            return TRUE;
    }
    return FALSE;
}

char *
incmap_body_attribute(const xmlNode *node, const char *name)
{
    return (char *)xmlGetNoNsProp(node, (const xmlChar *)name);
}

/* Whether one of the words of class or id says that the element stands around an article. */
static gboolean
has_word_around(const char *value)
{
    if (value == NULL)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(value, -1);
    g_auto(GStrv) words = g_strsplit_set(lower, " -_\t\n", 24);
    for (guint i = 0; words[i] != NULL; i++) {
        if (g_strv_contains(around, words[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_attribute(const xmlNode *node, const char *name, const char *const *values)
{
    char *value = incmap_body_attribute(node, name);
    gboolean is_met = value != NULL && (values == NULL || g_strv_contains(values, value));
    if (value != NULL)
        xmlFree(value);
    return is_met;
}

gboolean
incmap_body_is_skipped(const xmlNode *node)
{
    static const char *const roles[] = {"navigation", "banner", "contentinfo", "complementary",
                                        "search",     "menu",   NULL};
    static const char *const yes[] = {"true", NULL};
    if (node->type != XML_ELEMENT_NODE)
        return node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE ||
               node->type == XML_DTD_NODE;
    if (is_one_of(node, skipped))
        return TRUE;
    if (node->properties == NULL ||
        is_one_of(node, (const char *[]){"html", "body", "article", "main", NULL}))
        return FALSE;
    char *class = incmap_body_attribute(node, "class"), *id = incmap_body_attribute(node, "id");
    gboolean is_around = has_word_around(class) || has_word_around(id);
    xmlFree(class);
    xmlFree(id);
    return is_around || has_attribute(node, "hidden", NULL) ||
           has_attribute(node, "aria-hidden", yes) || has_attribute(node, "role", roles);
}

const xmlNode *
incmap_body_next(const xmlNode *node, const xmlNode *root, gboolean is_in)
{
    if (is_in && node->children != NULL && node->type != XML_ENTITY_REF_NODE &&
        node->type != XML_DTD_NODE)
        return node->children;
    while (node != root && node->next == NULL && node->parent != NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

/** Writer: text with the breaks that wait before the next word */
typedef struct Writer Writer;
struct Writer {
    GString *out;
    gboolean has_space, has_line, has_paragraph;
};

static void
flush(Writer *writer)
{
    if (writer->out->len > 0 && (writer->has_paragraph || writer->has_line))
        g_string_append(writer->out, writer->has_paragraph ? "\n\n" : "\n");
    else if (writer->out->len > 0 && writer->has_space)
        g_string_append_c(writer->out, ' ');
    writer->has_space = writer->has_line = writer->has_paragraph = FALSE;
}

static void
write_text(Writer *writer, const char *text)
{
    for (const char *at = text; *at != 0;) {
        gsize n = strcspn(at, " \t\r\n\f\v");
        /* a no-break space parts words, too */
        const char *space = g_strstr_len(at, (gssize)n, "\302\240");
        if (space != NULL)
            n = (gsize)(space - at);
        if (n > 0) {
            flush(writer);
            g_string_append_len(writer->out, at, (gssize)n);
        }
        at += n;
        if (space != NULL && at == space)
            writer->has_space = TRUE, at += 2;
        else if (*at != 0)
            writer->has_space = TRUE, at++;
    }
}

static void
break_before(Writer *writer, const xmlNode *node)
{
    if (incmap_body_is(node, "br"))
        writer->has_line = TRUE;
    else if (node->type == XML_ELEMENT_NODE && is_one_of(node, blocks))
        writer->has_paragraph = TRUE;
}

void
incmap_body_append(const xmlNode *root, GString *out)
{
    Writer writer = {.out = out, .has_paragraph = TRUE};
    const xmlNode *last = NULL;
    for (const xmlNode *node = root; node != NULL;) {
        gboolean is_skipped = node != root && incmap_body_is_skipped(node);
        /* leaving a block parts, too: the next node is no child of the last */
        if (last != NULL && node->parent != last)
            for (const xmlNode *left = last; left != NULL && left != node->parent && left != root;
                 left = left->parent)
                break_before(&writer, left);
        break_before(&writer, node);
        if (!is_skipped && node->content != NULL &&
            (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE))
            write_text(&writer, (const char *)node->content);
        last = node;
        node = incmap_body_next(node, root, !is_skipped);
    }
}
