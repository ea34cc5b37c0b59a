/* SPDX-License-Identifier: MIT */
/*
 * Words whose class decides how a text is read. Classes are bits: a word may
 * belong to several. Words are compared folded.
 */
#pragma once

#include "scene/incident.h"

#define INCMAP_WORD(name) (G_GUINT64_CONSTANT(1) << INCMAP_WORD_##name)

typedef enum {
    INCMAP_WORD_TITLE, /* stands before a person's name: colonel, mr */
    INCMAP_WORD_GIVEN, /* given names */
    INCMAP_WORD_MONTH,
    INCMAP_WORD_WEEKDAY,
    INCMAP_WORD_FUNCTION,   /* articles, pronouns, adverbs: no part of a name */
    INCMAP_WORD_COMMON,     /* everyday words that are names of places too: mobile, nice */
    INCMAP_WORD_ORG,        /* ends the name of an organisation: university, court */
    INCMAP_WORD_FEATURE,    /* town, village, province: says that a name is a place */
    INCMAP_WORD_PLACE_PREP, /* in, at, near: a place may follow */
    INCMAP_WORD_DIRECTION,  /* north, southeastern */
    INCMAP_WORD_SAY,        /* said, claimed */
    INCMAP_WORD_KILL,       /* killed, killing, dead, died, deaths, slain */
    INCMAP_WORD_INJURE,
    INCMAP_WORD_MISS,
    INCMAP_WORD_DISPLACE,
    INCMAP_WORD_ARREST,
    INCMAP_WORD_ABDUCT,
    INCMAP_WORD_PERSON,  /* people, soldiers, children */
    INCMAP_WORD_NEGATE,  /* not, no, denied */
    INCMAP_WORD_MAYBE,   /* could, would, threatened, planned */
    INCMAP_WORD_HISTORY, /* film, anniversary, museum */
    INCMAP_WORD_SPORT,
    INCMAP_WORD_OFFICIAL, /* police, ministry, army */
    INCMAP_WORD_PARTY,    /* rebels, separatists, witnesses, reports: may claim */
    INCMAP_WORD_AUX,      /* were, have, been */
    INCMAP_WORD_AMOUNT,   /* part of a number: at, least, more, than, two, dozen */
    INCMAP_WORD_UNIT,     /* makes a number something else: km, percent, years */
    INCMAP_WORD_ABBREV,   /* ends in a stop that ends no sentence */
    INCMAP_WORD_BORDER,
    INCMAP_WORD_NAME_PART, /* de, al, el, van: small words inside names */
    INCMAP_WORD_NO_PLACE,  /* acronyms and names that are never places: nato, ap */
    INCMAP_WORD_PUBLIC, /* begins what a place is proud of or pays for: police, council, airport */
    INCMAP_WORD_STREET, /* ends the name of a street */
    INCMAP_WORD_NATURE, /* ends the name of a river, a forest, a county */
    INCMAP_WORD_BEFORE_NATURE, /* begins one: lake, mount */
    INCMAP_WORD_AREAS,         /* ends a row of names: counties, provinces */
    INCMAP_WORD_EVENT,    /* begins an event word or phrase: see incmap_lexicon_begins_event() */
    INCMAP_WORD_WHEN,     /* begins words such as "last month": see incmap_when_begins() */
    INCMAP_WORD_LANGUAGE, /* makes an adjective something else than a country's */
} IncmapWordClass;

/* Within a family, several words may tell of one event. */
typedef enum {
    INCMAP_FAMILY_ANY,
    INCMAP_FAMILY_ARMED,
    INCMAP_FAMILY_CROWD,
    INCMAP_FAMILY_QUAKE,
    INCMAP_FAMILY_WATER,
    INCMAP_FAMILY_WIND,
    INCMAP_FAMILY_SLOPE,
    INCMAP_FAMILY_FLAME,
    INCMAP_FAMILY_ILLNESS,
    INCMAP_FAMILY_CRASH,
    INCMAP_FAMILY_LAVA,
    INCMAP_FAMILY_DRY,
    INCMAP_FAMILY_BREAK,
} IncmapFamily;

/** IncmapTrigger: what an event word tells */
typedef struct IncmapTrigger IncmapTrigger;
struct IncmapTrigger {
    IncmapEvent event;
    const char *heading; /* "Ambush" */
    guint8 rank;         /* how special: ambush 5, clash 4, attack 2, violence 1 */
    guint8 family;       /* IncmapFamily; ANY goes with all */
    gboolean needs_harm; /* an event only beside victims or "deadly": crash, fire */
};

typedef struct IncmapLexicon IncmapLexicon;

/* The words of @language and of English. */
IncmapLexicon *incmap_lexicon_new(const char *language);
void incmap_lexicon_free(IncmapLexicon *lexicon);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapLexicon, incmap_lexicon_free)

/* The language it was made for. */
/* The lexicon of a language from a table of lexicons (char * → IncmapLexicon *), made by the first
 * text that needs it. */
GHashTable *incmap_lexicons_new(void);
const IncmapLexicon *incmap_lexicons_get(GHashTable *lexicons, const char *language);

const char *incmap_lexicon_language(const IncmapLexicon *lexicon);
guint64 incmap_lexicon_classes(const IncmapLexicon *lexicon, const char *folded);
/* @folded may be up to four words ("air strike"). NULL when it is no event word. */
const IncmapTrigger *incmap_lexicon_trigger(const IncmapLexicon *lexicon, const char *folded);
/* Whether some event word or phrase begins with the word @folded. */
gboolean incmap_lexicon_begins_event(const IncmapLexicon *lexicon, const char *folded);
/* 0 when it is no number word; @out_high differs from the result for vague words. */
double incmap_lexicon_number(const IncmapLexicon *lexicon, const char *folded, double *out_high);
