/* SPDX-License-Identifier: MIT */
/*
 * Names that their last word makes a place, whether or not a gazetteer has them
 * ("Clinton Street", "Otter Creek"), and rows that share such a word ("Swift and
 * Wilkin counties").
 */
#pragma once

#include "read/names.h"
#include "read/persons.h"

/* The end of such a name that begins at @first; @first when there is none. Counties and islands
 * may be listed somewhere, streets and creeks hardly. */
guint32 incmap_site_end(const IncmapTokens *tokens, const guint8 *persons, guint32 first,
                        guint32 limit, gboolean *out_is_unlisted);

/* "14th", but not "10". */
gboolean incmap_token_is_ordinal(const IncmapTokens *tokens, guint32 i);

/** IncmapRow: one name of a row */
typedef struct IncmapRow IncmapRow;
struct IncmapRow {
    guint32 first, end;
    const char *suffix; /* "County"; NULL when gazetteers do without */
    gboolean is_street;
};

/* All names in rows of a text, in text order (element-type IncmapRow). */
GArray *incmap_rows_find(const IncmapTokens *tokens);

/* The end of a name from @first that no gazetteer knows but the words around call a place; @first
 * when there is none. */
guint32 incmap_called_end(const IncmapTokens *tokens, const guint8 *persons, guint32 first,
                          guint32 limit);
