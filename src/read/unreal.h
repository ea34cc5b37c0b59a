/* SPDX-License-Identifier: MIT */
/*
 * Event words that tell of no event: figures of speech, denials, drills,
 * forecasts, history, sports.
 */
#pragma once

#include "read/tokens.h"

/* "heart attack", "a storm of criticism": the trigger in the tokens @at … @end. */
gboolean incmap_unreal_is_figurative(const IncmapTokens *tokens, guint32 at, guint32 end,
                                     const IncmapTrigger *trigger);
/* Said not to have happened, or not yet, or in a drill. */
gboolean incmap_unreal_is_denied(const IncmapTokens *tokens, const IncmapSentence *sentence,
                                 guint32 at);
/* Whether it tells what happens again and again: "every year dozens die". */
gboolean incmap_unreal_is_usual(const IncmapTokens *tokens, const IncmapSentence *sentence);
/* A film, a trial, an anniversary of it. */
gboolean incmap_unreal_is_past(const IncmapTokens *tokens, const IncmapSentence *sentence,
                               guint32 at);
