/* SPDX-License-Identifier: MIT */
#include "scene/vocabulary.h"

#include "base/error.h"
#include "base/text.h"
#include "scene/plural.h"

#include <string.h>

/* Far more than all words of a language need. */
#define MAX_BYTES (1024 * 1024)

typedef enum { SHAPE_WORD, SHAPE_FORMS, SHAPE_LIST } Shape;

static const struct {
    const char *key;
    const char *english;
    Shape shape;
    guint n; /* of a list */
} sayings[INCMAP_N_SAYINGS] = {
#define WORD(id, key, text) {key, text, SHAPE_WORD, 1},
#define FORMS(id, key, text) {key, text, SHAPE_FORMS, 0},
#define LIST(id, key, n, text) {key, text, SHAPE_LIST, n},
#include "scene/vocabulary-list.h"
#undef WORD
#undef FORMS
#undef LIST
};

struct IncmapVocabulary {
    char *words[INCMAP_N_SAYINGS]; /* NULL: English */
    GHashTable *terms;             /* English, folded → word */
    IncmapPluralRule rule;
};

/** Line: what a line of the file says, and where it stands for messages */
typedef struct Line Line;
struct Line {
    const char *path;
    guint number;
    char *key, *value;
};

void
incmap_vocabulary_free(IncmapVocabulary *vocabulary)
{
    if (vocabulary == NULL)
        return;
    for (int i = 0; i < INCMAP_N_SAYINGS; i++)
        g_free(vocabulary->words[i]);
    g_hash_table_unref(vocabulary->terms);
    g_free(vocabulary);
}

static guint
count_parts(const char *text)
{
    guint n = 1;
    for (const char *c = text; *c != '\0'; c++)
        n += *c == '|';
    return n;
}

static gboolean
is_placeholder_of(int saying, const char *name, gsize length)
{
    for (const char *at = strchr(sayings[saying].english, '{'); at != NULL;
         at = strchr(at + 1, '{')) {
        if (strncmp(at, name, length) == 0)
            return TRUE;
    }
    return FALSE;
}

/* Text in braces that the English word hasn't would be printed as it is. */
static gboolean
check_placeholders(const Line *line, int saying, GError **error)
{
    for (const char *at = strchr(line->value, '{'); at != NULL; at = strchr(at + 1, '{')) {
        gsize length = strcspn(at, "}") + 1;
        if (at[length - 1] != '}' || !is_placeholder_of(saying, at, length))
            return incmap_fail(error, INCMAP_ERROR_STYLE,
                               "%s:%u: %s has no %.*s; the English words are \"%s\"", line->path,
                               line->number, line->key, (int)MIN(length, strlen(at)), at,
                               sayings[saying].english);
    }
    return TRUE;
}

static gboolean
check_parts(const Line *line, int saying, IncmapPluralRule rule, GError **error)
{
    guint wanted =
        sayings[saying].shape == SHAPE_FORMS ? incmap_plural_n_forms(rule) : sayings[saying].n;
    guint n = count_parts(line->value);
    if (sayings[saying].shape == SHAPE_WORD || n == wanted)
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_STYLE,
                       "%s:%u: %s needs %u texts parted by \"|\" and has %u", line->path,
                       line->number, line->key, wanted, n);
}

static gboolean
fail_unknown(const Line *line, GError **error)
{
    const char *keys[INCMAP_N_SAYINGS + 1] = {NULL};
    for (int i = 0; i < INCMAP_N_SAYINGS; i++)
        keys[i] = sayings[i].key;
    const char *nearest = incmap_text_nearest(line->key, keys);
    return incmap_fail(error, INCMAP_ERROR_STYLE, "%s:%u: unknown word \"%s\"%s%s%s", line->path,
                       line->number, line->key, nearest != NULL ? "; did you mean \"" : "",
                       nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

static gboolean
check_rule(IncmapVocabulary *vocabulary, const Line *line, int saying, GError **error)
{
    if (saying == INCMAP_SAY_DIRECTION && strcmp(line->value, "ltr") != 0 &&
        strcmp(line->value, "rtl") != 0)
        return incmap_fail(error, INCMAP_ERROR_STYLE, "%s:%u: direction is ltr or rtl, not \"%s\"",
                           line->path, line->number, line->value);
    if (saying == INCMAP_SAY_TITLE_CASE && strcmp(line->value, "as-is") != 0 &&
        strcmp(line->value, "lower") != 0)
        return incmap_fail(error, INCMAP_ERROR_STYLE,
                           "%s:%u: title.case is as-is or lower, not \"%s\"", line->path,
                           line->number, line->value);
    if (saying != INCMAP_SAY_PLURAL_RULE || incmap_plural_parse(line->value, &vocabulary->rule))
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_STYLE, "%s:%u: unknown plural rule \"%s\"; there are %s",
                       line->path, line->number, line->value, incmap_plural_names());
}

static gboolean
add_word(IncmapVocabulary *vocabulary, const Line *line, GError **error)
{
    int saying = 0;
    while (saying < INCMAP_N_SAYINGS && strcmp(sayings[saying].key, line->key) != 0)
        saying++;
    if (saying == INCMAP_N_SAYINGS)
        return fail_unknown(line, error);
    if (vocabulary->words[saying] != NULL)
        return incmap_fail(error, INCMAP_ERROR_STYLE, "%s:%u: %s stands here twice", line->path,
                           line->number, line->key);
    if (!check_rule(vocabulary, line, saying, error) ||
        !check_parts(line, saying, vocabulary->rule, error) ||
        !check_placeholders(line, saying, error))
        return FALSE;
    vocabulary->words[saying] = g_strdup(line->value);
    return TRUE;
}

/* "text" without its quotation marks; they keep blanks at the ends. */
static char *
unquote(char *text)
{
    gsize length = strlen(text);
    if (length < 2 || text[0] != '"' || text[length - 1] != '"')
        return text;
    text[length - 1] = '\0';
    return text + 1;
}

static gboolean
add_line(IncmapVocabulary *vocabulary, Line *line, char *text, GError **error)
{
    g_strstrip(text);
    if (*text == '\0' || *text == '#')
        return TRUE;
    char *equals = strstr(text, " =");
    if (equals == NULL)
        return incmap_fail(error, INCMAP_ERROR_STYLE,
                           "%s:%u: a line is KEY = WORDS, or a comment behind #", line->path,
                           line->number);
    *equals = '\0';
    gboolean is_term = *text == '"';
    line->key = unquote(g_strchomp(text));
    line->value = unquote(g_strchug(equals + 2));
    if (!is_term)
        return add_word(vocabulary, line, error);
    g_hash_table_replace(vocabulary->terms, incmap_text_fold(line->key), g_strdup(line->value));
    return TRUE;
}

static gboolean
read_lines(IncmapVocabulary *vocabulary, const char *path, char *text, GError **error)
{
    Line line = {.path = path};
    gboolean has_mark = g_str_has_prefix(text, "\xEF\xBB\xBF"); /* byte order mark */
    for (char *at = has_mark ? text + 3 : text; at != NULL;) {
        char *next = strchr(at, '\n');
        if (next != NULL)
            *next++ = '\0';
        line.number++;
        if (!add_line(vocabulary, &line, at, error))
            return FALSE;
        at = next;
    }
    return TRUE;
}

IncmapVocabulary *
incmap_vocabulary_load(const char *path, GError **error)
{
    g_autofree char *text = NULL;
    gsize length = 0;
    g_autoptr(GError) failure = NULL;
    if (!g_file_get_contents(path, &text, &length, &failure)) {
        incmap_fail(error, INCMAP_ERROR_STYLE, "%s: cannot be read: %s", path, failure->message);
        return NULL;
    }
    if (length > MAX_BYTES || !g_utf8_validate(text, (gssize)length, NULL)) {
        incmap_fail(error, INCMAP_ERROR_STYLE, "%s: is not a table of words: %s", path,
                    length > MAX_BYTES ? "larger than 1 MB" : "not UTF-8");
        return NULL;
    }
    g_autoptr(IncmapVocabulary) vocabulary = g_new0(IncmapVocabulary, 1);
    vocabulary->terms = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!read_lines(vocabulary, path, text, error))
        return NULL;
    return g_steal_pointer(&vocabulary);
}

const char *
incmap_vocabulary_get(const IncmapVocabulary *vocabulary, IncmapSaying saying)
{
    const char *own = vocabulary != NULL ? vocabulary->words[saying] : NULL;
    return own != NULL ? own : sayings[saying].english;
}

const char *
incmap_vocabulary_find(const IncmapVocabulary *vocabulary, const char *english)
{
    if (vocabulary == NULL || english == NULL)
        return NULL;
    g_autofree char *folded = incmap_text_fold(english);
    return g_hash_table_lookup(vocabulary->terms, folded);
}

gboolean
incmap_vocabulary_is_rtl(const IncmapVocabulary *vocabulary)
{
    return strcmp(incmap_vocabulary_get(vocabulary, INCMAP_SAY_DIRECTION), "rtl") == 0;
}

guint
incmap_vocabulary_form(const IncmapVocabulary *vocabulary, double n)
{
    return incmap_plural_form(vocabulary != NULL ? vocabulary->rule : INCMAP_PLURAL_ONE_OTHER, n);
}

GPtrArray *
incmap_vocabulary_missing(const IncmapVocabulary *vocabulary)
{
    GPtrArray *keys = g_ptr_array_new();
    for (int i = 0; vocabulary != NULL && i < INCMAP_N_SAYINGS; i++)
        if (vocabulary->words[i] == NULL)
            g_ptr_array_add(keys, (gpointer)sayings[i].key);
    return keys;
}
