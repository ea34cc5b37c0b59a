/* SPDX-License-Identifier: MIT */
/*
 * When the gazetteer's idea of a name is not the text's: the text puts the place
 * into a country where the gazetteer has none of that name.
 */
#pragma once

#include "read/drafts.h"

/* Whether the words right behind the name put it into another country than its own, which the text
 * never speaks of: "Tempe in central Greece". */
gboolean incmap_area_contradicts(const IncmapTokens *tokens, const GArray *names,
                                 const IncmapName *name);

/* Whether the name is another one of a small town in a country that the text, which names others,
 * never speaks of: "Tali" is no town in the Philippines when all else is in Congo. */
gboolean incmap_area_is_stray(const IncmapTokens *tokens, const GArray *names,
                              const IncmapName *name);

/* Index of a town that the event's sentence names as a place ("in the city of Wajima"), for an
 * event whose own place is known no better than its country; -1. */
gint32 incmap_area_find_town(const IncmapTokens *tokens, const GArray *names,
                             const IncmapDraft *draft, const char *country);
