/* SPDX-License-Identifier: MIT */
/*
 * Incidents in the making: which sentences tell of the same event.
 */
#pragma once

#include "read/incidents.h"
#include "read/when.h"

/** IncmapDraft: an incident while its sentences are gathered */
typedef struct IncmapDraft IncmapDraft;
struct IncmapDraft {
    const IncmapTrigger *trigger;
    guint32 token, sentence; /* of the best trigger */
    guint32 place_sentence;
    gint32 place; /* index into names; -1 */
    gint32 vague; /* a country or region; -1 */
    IncmapWhen when;
    const char *near_words;
    gboolean is_weak;     /* its event word asks for harm that the sentence does not tell */
    gboolean is_headline; /* what the text tells below may be the same in closer words */
    gboolean is_accused;  /* somebody accuses somebody of it */
    gboolean is_separate; /* "in a separate incident" */
    gboolean is_past;     /* told beside a film, a trial or an anniversary */
    GArray *figures;      /* IncmapFigure */
    GArray *sentences;    /* guint32 */
};

void incmap_draft_init(IncmapDraft *draft, guint32 sentence);
void incmap_draft_clear(gpointer draft);

/* How closely a name says where: 0 country … 4 town or a place called so by the text. */
int incmap_draft_closeness(const GArray *names, gint32 place);

/* The latest of @drafts that @draft can belong to; NULL. */
IncmapDraft *incmap_drafts_find(GArray *drafts, const IncmapTokens *tokens, const GArray *names,
                                const IncmapDraft *draft);
/* Brings what @draft tells into @old. */
void incmap_draft_merge(IncmapDraft *old, const IncmapTokens *tokens, const GArray *names,
                        const IncmapDraft *draft);
/* Takes the place of @draft when it lies in that of @old, or @old has none. */
void incmap_draft_refine(IncmapDraft *old, const IncmapTokens *tokens, const GArray *names,
                         const IncmapDraft *draft);
