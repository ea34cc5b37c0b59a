/* SPDX-License-Identifier: MIT */
/*
 * Dates in a sentence, resolved against the day the text was written.
 */
#pragma once

#include "read/tokens.h"

typedef struct IncmapWhen IncmapWhen;
struct IncmapWhen {
    guint32 first, end; /* tokens, half-open */
    IncmapDate date;    /* 0, 0 when the words need a day of writing that is not known */
    guint8 rank;        /* how exact: 4 day, 3 weekday, 2 week or month, 1 year */
    gboolean is_past;   /* well before the text: history */
    gboolean is_speech; /* when somebody spoke of it: "said on Friday" */
    gboolean is_since;  /* "since October" */
};

/* The date of a sentence that goes best with the event at the token @trigger (-1: none); FALSE when
 * it has none. @written_julian 0: unknown. */
gboolean incmap_when_find(const IncmapTokens *tokens, const IncmapSentence *sentence,
                          gint64 trigger, guint32 written_julian, IncmapWhen *out_when);

/* Whether the word @folded begins words such as "last month", or is the "ago" of "a week ago". */
gboolean incmap_when_begins(const char *folded);

/* The date that begins with the token @i or has its month there; FALSE when there is none. */
gboolean incmap_when_at(const IncmapTokens *tokens, const IncmapSentence *sentence, gint64 i,
                        guint32 written_julian, IncmapWhen *out_when);
