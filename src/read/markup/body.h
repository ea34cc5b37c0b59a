/* SPDX-License-Identifier: MIT */
/*
 * The words of an element: paragraphs with blank lines between, without what a
 * reader of the article would not call its text.
 */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

/* Appends the text of @root and what is in it. */
void incmap_body_append(const xmlNode *root, GString *out);

/* The next node in document order that lies in @root; NULL at its end. @is_in: into the children of
 * @node, too. */
const xmlNode *incmap_body_next(const xmlNode *node, const xmlNode *root, gboolean is_in);

gboolean incmap_body_is(const xmlNode *node, const char *name);
/* Whether the element and what is in it are no part of an article: menus, scripts, comments. */
gboolean incmap_body_is_skipped(const xmlNode *node);
/* An attribute's value; free with xmlFree(). */
char *incmap_body_attribute(const xmlNode *node, const char *name);
