/* SPDX-License-Identifier: MIT */
#include "read/lexicon.h"

#include "base/text.h"
#include "read/lexicon-data.h"

#include <string.h>

struct IncmapLexicon {
    GHashTable *classes;  /* folded word → guint64 * */
    GHashTable *triggers; /* folded words → const IncmapTrigger * */
    GHashTable *begins;   /* set of the first words of the triggers */
    GHashTable *numbers;  /* folded word → const IncmapNumberWord * */
    GStringChunk *words;
    char language[8];
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
add_words(IncmapLexicon *lexicon, const IncmapWordList *list, const char *language, GString *folded)
{
    for (; list->words != NULL; list++) {
        const char *at = list->words;
        while (is_wanted(list->language, language) && next_word(&at, ' ', folded))
            add_word(lexicon, folded->str, G_GUINT64_CONSTANT(1) << list->word_class);
    }
}

static void
add_triggers(IncmapLexicon *lexicon, const IncmapTriggerList *list, const char *language,
             GString *folded)
{
    for (; list->words != NULL; list++) {
        const char *at = list->words;
        while (is_wanted(list->language, language) && next_word(&at, '|', folded)) {
            g_hash_table_insert(lexicon->triggers,
                                g_string_chunk_insert(lexicon->words, folded->str),
                                (gpointer)&list->trigger);
            gssize n = (gssize)strcspn(folded->str, " ");
            g_hash_table_add(lexicon->begins,
                             g_string_chunk_insert_len(lexicon->words, folded->str, n));
        }
    }
}

IncmapLexicon *
incmap_lexicon_new(const char *language)
{
    IncmapLexicon *lexicon = g_new0(IncmapLexicon, 1);
    lexicon->classes = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->triggers = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->begins = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->numbers = g_hash_table_new(g_str_hash, g_str_equal);
    lexicon->words = g_string_chunk_new(16384);
    lexicon->bits = g_array_sized_new(FALSE, TRUE, sizeof(guint64), MAX_WORDS);
    g_strlcpy(lexicon->language, language, sizeof lexicon->language);
    g_autoptr(GString) folded = g_string_sized_new(64);
    add_words(lexicon, incmap_word_lists, language, folded);
    add_words(lexicon, incmap_name_word_lists, language, folded);
    add_words(lexicon, incmap_told_word_lists, language, folded);
    add_triggers(lexicon, incmap_trigger_lists, language, folded);
    add_triggers(lexicon, incmap_foreign_trigger_lists, language, folded);
    for (const IncmapNumberWord *word = incmap_number_words; word->word != NULL; word++) {
        if (!is_wanted(word->language, language))
            continue;
        incmap_text_fold_into(word->word, -1, folded);
        g_hash_table_insert(lexicon->numbers, g_string_chunk_insert(lexicon->words, folded->str),
                            (gpointer)word);
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
    g_hash_table_unref(lexicon->begins);
    g_hash_table_unref(lexicon->numbers);
    g_string_chunk_free(lexicon->words);
    g_array_unref(lexicon->bits);
    g_free(lexicon);
}

GHashTable *
incmap_lexicons_new(void)
{
    return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify)incmap_lexicon_free);
}

const IncmapLexicon *
incmap_lexicons_get(GHashTable *lexicons, const char *language)
{
    IncmapLexicon *lexicon = g_hash_table_lookup(lexicons, language);
    if (lexicon == NULL) {
        lexicon = incmap_lexicon_new(language);
        g_hash_table_insert(lexicons, g_strdup(language), lexicon);
    }
    return lexicon;
}

const char *
incmap_lexicon_language(const IncmapLexicon *lexicon)
{
    return lexicon->language;
}

/* Arabic writes "and", "then" and "with" as one letter before the word. */
static gboolean
begins_with_clitic(const char *folded)
{
    static const char *const clitics[] = {"\331\210", "\331\201", "\330\250"};
    for (gsize i = 0; i < G_N_ELEMENTS(clitics); i++) {
        if (strncmp(folded, clitics[i], 2) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_clitic(const char *folded)
{
    return begins_with_clitic(folded) && strlen(folded) > 7;
}

guint64
incmap_lexicon_classes(const IncmapLexicon *lexicon, const char *folded)
{
    const guint64 *bits = g_hash_table_lookup(lexicon->classes, folded);
    if (bits == NULL && has_clitic(folded))
        bits = g_hash_table_lookup(lexicon->classes, folded + 2);
    return bits == NULL ? 0 : *bits;
}

const IncmapTrigger *
incmap_lexicon_trigger(const IncmapLexicon *lexicon, const char *folded)
{
    const IncmapTrigger *trigger = g_hash_table_lookup(lexicon->triggers, folded);
    return trigger == NULL && has_clitic(folded)
               ? g_hash_table_lookup(lexicon->triggers, folded + 2)
               : trigger;
}

gboolean
incmap_lexicon_begins_event(const IncmapLexicon *lexicon, const char *folded)
{
    return g_hash_table_contains(lexicon->begins, folded) ||
           (begins_with_clitic(folded) && g_hash_table_contains(lexicon->begins, folded + 2));
}

double
incmap_lexicon_number(const IncmapLexicon *lexicon, const char *folded, double *out_high)
{
    const IncmapNumberWord *word = g_hash_table_lookup(lexicon->numbers, folded);
    if (word == NULL)
        return 0;
    *out_high = word->high;
    return word->low;
}
