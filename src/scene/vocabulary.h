/* SPDX-License-Identifier: MIT */
/*
 * The words that maps say by themselves, in one language. English is compiled in;
 * the others are files in styles/words, one a language, whose form its README
 * explains. A word that a file lacks stays English.
 */
#pragma once

#include <glib.h>

typedef enum {
#define WORD(id, key, text) INCMAP_SAY_##id,
#define FORMS(id, key, text) INCMAP_SAY_##id,
#define LIST(id, key, n, text) INCMAP_SAY_##id,
#include "scene/vocabulary-list.h"
#undef WORD
#undef FORMS
#undef LIST
    INCMAP_N_SAYINGS
} IncmapSaying;

typedef struct IncmapVocabulary IncmapVocabulary;

/**
 * incmap_vocabulary_load:
 * @path: a file of styles/words
 *
 * Returns: (transfer full): the words, or %NULL and an error that names the
 *   line; a file that does not exist is an error too
 */
IncmapVocabulary *incmap_vocabulary_load(const char *path, GError **error);
void incmap_vocabulary_free(IncmapVocabulary *vocabulary);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapVocabulary, incmap_vocabulary_free)

/* In all of these a NULL vocabulary is English. What they return belongs to the vocabulary. */
const char *incmap_vocabulary_get(const IncmapVocabulary *vocabulary, IncmapSaying saying);
/* The file's word for an English one that texts and tables bring ("Ambush", "Armed clash"),
 * whatever its case; NULL when it has none. */
const char *incmap_vocabulary_find(const IncmapVocabulary *vocabulary, const char *english);
gboolean incmap_vocabulary_is_rtl(const IncmapVocabulary *vocabulary);
/* Which of the forms parted by "|" goes with @n. */
guint incmap_vocabulary_form(const IncmapVocabulary *vocabulary, double n);
/* Keys that the file has no word for, in the order of the table; for tests and `incmap list`. */
GPtrArray *incmap_vocabulary_missing(const IncmapVocabulary *vocabulary);
