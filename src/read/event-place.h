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

/* A government that speaks or acts is not where something happens. */
gboolean incmap_event_place_is_speaker(const IncmapTokens *tokens, const IncmapName *name);
