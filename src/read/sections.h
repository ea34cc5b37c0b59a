/* SPDX-License-Identifier: MIT */
/*
 * What headings say of the sentences below them, and sentences that only point
 * to other texts.
 */
#pragma once

#include "read/when.h"

/** IncmapSection: what holds from a heading to the next one */
typedef struct IncmapSection IncmapSection;
struct IncmapSection {
    IncmapWhen when;       /* of "Monday 5 February" as a heading; rank 0: none */
    gboolean is_elsewhere; /* "More stories": nothing below belongs to the text */
};

/* Takes a sentence that is a heading into @section; FALSE when it is none, or tells of something
 * itself. */
gboolean incmap_section_enter(const IncmapTokens *tokens, guint32 sentence, guint32 written_julian,
                              IncmapSection *section);

/* "Also read: fire kills three in Kakamega" */
gboolean incmap_section_is_pointer(const IncmapTokens *tokens, const IncmapSentence *sentence);

/* A first line without a stop that stands alone: the headline. */
gboolean incmap_section_is_headline(const IncmapTokens *tokens, guint32 sentence);
