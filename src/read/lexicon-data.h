/* SPDX-License-Identifier: MIT */
/*
 * The reader's word lists as data.
 */
#pragma once

#include "read/lexicon.h"

typedef struct IncmapWordList IncmapWordList;
struct IncmapWordList {
    IncmapWordClass word_class;
    const char *language; /* "": all; "en": always, too */
    const char *words;    /* separated by blanks */
};

typedef struct IncmapTriggerList IncmapTriggerList;
struct IncmapTriggerList {
    IncmapTrigger trigger;
    const char *language;
    const char *words; /* separated by "|"; one to three words each */
};

typedef struct IncmapNumberWord IncmapNumberWord;
struct IncmapNumberWord {
    const char *language;
    const char *word;
    double low, high;
};

extern const IncmapWordList incmap_word_lists[];
extern const IncmapWordList incmap_name_word_lists[];
extern const IncmapWordList incmap_told_word_lists[];
extern const IncmapTriggerList incmap_trigger_lists[];
extern const IncmapTriggerList incmap_foreign_trigger_lists[];
extern const IncmapNumberWord incmap_number_words[];
