/* SPDX-License-Identifier: MIT */
/*
 * The words around a name that say where together with it: "30 km north of
 * Gao", "between La Paz and Caranavi", "Bosnek in western Bulgaria".
 */
#pragma once

#include "read/names.h"

/* "30 km north of Gao": the first token that belongs to the place. */
guint32 incmap_place_words_start(const IncmapTokens *tokens, const IncmapName *name);

/* "the town, about 60 km from Nairobi": whether the name only tells where a place lies that the text
 * has named before. */
gboolean incmap_place_words_describe(const IncmapTokens *tokens, const IncmapName *name);

/* "between La Paz and Caranavi": the tokens of both names and the words that join them; FALSE when
 * @name is no part of such a pair. */
gboolean incmap_place_words_between(const IncmapTokens *tokens, const GArray *names,
                                    const IncmapName *name, guint32 *out_first, guint32 *out_end);

/* "Ighil, a village about 70 km south of Marrakesh": what a gazetteer knows of it; NULL. */
const char *incmap_place_words_bearing(IncmapScene *scene, const IncmapTokens *tokens,
                                       const GArray *names, const IncmapName *place);

/* "Bosnek in western Bulgaria": the part of a country; NULL. */
const char *incmap_place_words_part(IncmapScene *scene, const IncmapTokens *tokens,
                                    const GArray *names, const IncmapName *place);
