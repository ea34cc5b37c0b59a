/* SPDX-License-Identifier: MIT */
/*
 * Which of a sentence's names says where its event happened.
 */
#pragma once

#include "read/names.h"

typedef struct IncmapEventPlace IncmapEventPlace;
struct IncmapEventPlace {
    gint32 place;           /* index into names: a town, district, province; -1 */
    gint32 vague;           /* a country or region; -1 */
    const char *near_words; /* "near the Algerian border"; NULL */
};

/* @first_name is the first of @names that can lie in the sentence. */
IncmapEventPlace incmap_event_place_choose(IncmapScene *scene, const IncmapTokens *tokens,
                                           const GArray *names, guint32 first_name,
                                           const IncmapSentence *sentence, guint32 trigger);

/* Writes place, admin1 and country of the scene's incident and the roles of the names. */
void incmap_event_place_apply(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                              gint32 place, gint32 vague, guint32 incident);
