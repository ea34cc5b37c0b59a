/* SPDX-License-Identifier: MIT */
/*
 * Runs of words looked up in the gazetteer.
 */
#pragma once

#include "read/names.h"

enum { INCMAP_MAX_HITS = 12 };

/** IncmapNameLookup: the words of a text with what knows their names */
typedef struct IncmapNameLookup IncmapNameLookup;
struct IncmapNameLookup {
    const IncmapTokens *tokens;
    const IncmapNameSource *names; /* NULL: nothing is known */
    GString *key;
};

/* Whether a name may begin with the word, in any language. */
gboolean incmap_can_begin_name(const IncmapToken *token);

/* The candidates of exactly the words from @first to @end, most likely first; how many. */
guint incmap_lookup_exactly(const IncmapNameLookup *lookup, guint32 first, guint32 end,
                            const char *suffix, IncmapNameHit *hits);

/* The end of the longest run from @first that is a name, with its candidates; @first when there is
 * none. */
guint32 incmap_lookup_longest(const IncmapNameLookup *lookup, guint32 first, guint32 limit,
                              IncmapNameHit *hits, guint *out_n_hits);

/* The candidates of a Russian or Ukrainian word in another case: "в Красногорске". */
guint incmap_lookup_declined(const IncmapNameLookup *lookup, guint32 i, IncmapNameHit *hits);

/* "Malian", "South Korean": the country's code, and where it ends; NULL when it is none. */
const char *incmap_lookup_demonym(const IncmapNameLookup *lookup, guint32 first, guint32 limit,
                                  guint32 *out_end);
