/* SPDX-License-Identifier: MIT */
#include "read/lexicon.h"

#include "base/text.h"
#include "read/lexicon-data.h"

#include <string.h>

struct IncmapLexicon {
    GHashTable *classes;  /* folded word → guint64 * */
    GHashTable *triggers; /* folded words → const IncmapTrigger * */
    GStringChunk *words;
    GArray *bits; /* guint64; reserved once, so that pointers stay */
};

enum { MAX_WORDS = 8192 };

static gboolean
is_wanted(const char *languages, const char *language)
{
    return languages[0] == 0 || strcmp(languages, "en") == 0 || strcmp(languages, language) == 0;
}

static void
add_word(IncmapLexicon *lexicon, const char *folded, guint64 bit)
{
    guint64 *bits = g_hash_table_lookup(lexicon->classes, folded);
    if (bits == NULL) {
        g_assert(lexicon->bits->len < MAX_WORDS);
        guint64 none = 0;
        g_array_append_val(lexicon->bits, none);
        bits = &g_array_index(lexicon->bits, guint64, lexicon->bits->len - 1);
        g_hash_table_insert(lexicon->classes, g_string_chunk_insert(lexicon->words, folded), bits);
    }
    *bits |= bit;
}

/* Calls for every word of a list, folded. @separator ' ' or '|'. */
static gboolean
next_word(const char **at, char separator, GString *folded)
{
    while (**at == separator)
        (*at)++;
    if (**at == 0)
        return FALSE;
    const char *stop = strchr(*at, separator);
    gsize n = stop == NULL ? strlen(*at) : (gsize)(stop - *at);
    incmap_text_fold_into(*at, (gssize)n, folded);
    *at += n;
    return TRUE;
}

static void
add_lists(IncmapLexicon *lexicon, const IncmapWordList *lists, const char *language,
          GString *folded)
{
    for (const IncmapWordList *list = lists; list->words != NULL; list++) {
        const char *at = list->words;
        while (is_wanted(list->language, language) && next_word(&at, ' ', folded))
            add_word(lexicon, folded->str, G_GUINT64_CONSTANT(1) << list->word_class);
    }
}

IncmapLexicon *
incmap_lexicon_new(const char *language)
{
    IncmapLexicon *lexicon = g_new0(IncmapLexicon, 1);
    lexicon->classes = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->triggers = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->words = g_string_chunk_new(16384);
    lexicon->bits = g_array_sized_new(FALSE, TRUE, sizeof(guint64), MAX_WORDS);
    g_autoptr(GString) folded = g_string_sized_new(64);
    add_lists(lexicon, incmap_word_lists, language, folded);
    add_lists(lexicon, incmap_name_word_lists, language, folded);
    for (const IncmapTriggerList *list = incmap_trigger_lists; list->words != NULL; list++) {
        const char *at = list->words;
        while (is_wanted(list->language, language) && next_word(&at, '|', folded))
            g_hash_table_insert(lexicon->triggers,
                                g_string_chunk_insert(lexicon->words, folded->str),
                                (gpointer)&list->trigger);
    }
    return lexicon;
}

void
incmap_lexicon_free(IncmapLexicon *lexicon)
{
    if (lexicon == NULL)
        return;
    g_hash_table_unref(lexicon->classes);
    g_hash_table_unref(lexicon->triggers);
    g_string_chunk_free(lexicon->words);
    g_array_unref(lexicon->bits);
    g_free(lexicon);
}

guint64
incmap_lexicon_classes(const IncmapLexicon *lexicon, const char *folded)
{
    const guint64 *bits = g_hash_table_lookup(lexicon->classes, folded);
    return bits == NULL ? 0 : *bits;
}

const IncmapTrigger *
incmap_lexicon_trigger(const IncmapLexicon *lexicon, const char *folded)
{
    return g_hash_table_lookup(lexicon->triggers, folded);
}

double
incmap_lexicon_number(const char *folded, double *out_high)
{
    for (const IncmapNumberWord *word = incmap_number_words; word->word != NULL; word++) {
        if (word->word[0] == folded[0] && strcmp(word->word, folded) == 0) {
            *out_high = word->high;
            return word->low;
        }
    }
    return 0;
}
