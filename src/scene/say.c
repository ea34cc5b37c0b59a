/* SPDX-License-Identifier: MIT */
#include "scene/say.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"
#define WORD_JOINER "\xE2\x81\xA0"
#define MAX_PAIRS 8

/** Pairs: what {names} stand for */
typedef struct Pairs Pairs;
struct Pairs {
    const char *names[MAX_PAIRS], *texts[MAX_PAIRS];
    guint n;
};

static void
collect_pairs(Pairs *pairs, va_list arguments)
{
    for (const char *name = va_arg(arguments, const char *); name != NULL;
         name = va_arg(arguments, const char *)) {
        g_assert(pairs->n < MAX_PAIRS);
        pairs->names[pairs->n] = name;
        pairs->texts[pairs->n++] = va_arg(arguments, const char *);
    }
}

static const char *
find_text(const Pairs *pairs, const char *name, gsize length)
{
    /* The last one counts: {n} may be given in other words than a count's own. */
    for (guint i = pairs->n; i-- > 0;)
        if (strlen(pairs->names[i]) == length && memcmp(pairs->names[i], name, length) == 0)
            return pairs->texts[i] != NULL ? pairs->texts[i] : "";
    return NULL;
}

static const char *
fill(IncmapScene *scene, const char *form, gsize length, const Pairs *pairs)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (const char *at = form; at < form + length;) {
        const char *close = *at == '{' ? memchr(at, '}', (gsize)(form + length - at)) : NULL;
        const char *put = close != NULL ? find_text(pairs, at + 1, (gsize)(close - at - 1)) : NULL;
        if (put != NULL) {
            g_string_append(text, put);
            at = close + 1;
        } else {
            g_string_append_c(text, *at++);
        }
    }
    return incmap_scene_string(scene, text->str);
}

/* Entry @index of texts parted by "|". */
static const char *
find_part(const char *texts, guint index, gsize *out_length)
{
    for (; index > 0 && strchr(texts, '|') != NULL; index--)
        texts = strchr(texts, '|') + 1;
    *out_length = strcspn(texts, "|");
    return texts;
}

const char *
incmap_say(IncmapScene *scene, IncmapSaying saying)
{
    return incmap_scene_string(scene, incmap_vocabulary_get(scene->vocabulary, saying));
}

const char *
incmap_say_with(IncmapScene *scene, IncmapSaying saying, ...)
{
    Pairs pairs = {.n = 0};
    va_list arguments;
    va_start(arguments, saying);
    collect_pairs(&pairs, arguments);
    va_end(arguments);
    const char *form = incmap_vocabulary_get(scene->vocabulary, saying);
    return fill(scene, form, strlen(form), &pairs);
}

const char *
incmap_say_count(IncmapScene *scene, IncmapSaying saying, double n, ...)
{
    Pairs pairs = {.names = {"n"}, .texts = {incmap_say_number(scene, n)}, .n = 1};
    va_list arguments;
    va_start(arguments, n);
    collect_pairs(&pairs, arguments);
    va_end(arguments);
    /* A word that the file lacks is English, and so are its forms. */
    const char *forms = incmap_vocabulary_get(scene->vocabulary, saying);
    gboolean is_own = forms != incmap_vocabulary_get(NULL, saying);
    gsize length;
    const char *form =
        find_part(forms, incmap_vocabulary_form(is_own ? scene->vocabulary : NULL, n), &length);
    return fill(scene, form, length, &pairs);
}

const char *
incmap_say_entry(IncmapScene *scene, IncmapSaying saying, guint index)
{
    gsize length;
    const char *entry = find_part(incmap_vocabulary_get(scene->vocabulary, saying), index, &length);
    g_autofree char *text = g_strndup(entry, length);
    return incmap_scene_string(scene, text);
}

const char *
incmap_say_number(IncmapScene *scene, double number)
{
    const IncmapVocabulary *vocabulary = scene->vocabulary;
    const char *group = incmap_vocabulary_get(vocabulary, INCMAP_SAY_NUMBER_GROUP);
    const char *decimal = incmap_vocabulary_get(vocabulary, INCMAP_SAY_NUMBER_DECIMAL);
    gint64 from =
        g_ascii_strtoll(incmap_vocabulary_get(vocabulary, INCMAP_SAY_NUMBER_GROUP_FROM), NULL, 10);
    char plain[G_ASCII_DTOSTR_BUF_SIZE];
    gboolean is_whole = fabs(number - round(number)) < 0.05;
    /* Adding 0 makes a zero of a negative one. */
    g_ascii_formatd(plain, sizeof plain, is_whole ? "%.0f" : "%.1f",
                    is_whole ? round(number) + 0.0 : number);
    g_autoptr(GString) text = g_string_new(plain);
    char *point = strchr(text->str, '.');
    gssize end = point != NULL ? point - text->str : (gssize)text->len;
    if (point != NULL) {
        g_string_erase(text, end, 1);
        g_string_insert(text, end, decimal);
    }
    gssize first = plain[0] == '-' ? 1 : 0;
    for (gssize at = end - 3; end - first >= MAX(from, 4) && at > first; at -= 3)
        g_string_insert(text, at, group);
    return incmap_scene_string(scene, text->str);
}

const char *
incmap_say_list(IncmapScene *scene, const char *const *texts, guint n)
{
    g_autoptr(GString) text = g_string_new(NULL);
    for (guint i = 0; i < n; i++) {
        IncmapSaying joint = i + 1 == n ? INCMAP_SAY_AND : INCMAP_SAY_COMMA;
        g_string_append_printf(
            text, "%s%s", i > 0 ? incmap_vocabulary_get(scene->vocabulary, joint) : "", texts[i]);
    }
    return incmap_scene_string(scene, text->str);
}

const char *
incmap_say_unbroken(IncmapScene *scene, const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", 2);
    g_autofree char *whole = g_strjoinv(NO_BREAK_SPACE, words);
    if (words[0] == NULL || words[1] != NULL)
        return incmap_scene_string(scene, whole);
    /* Without spaces a break could stand between any two characters. */
    g_autoptr(GString) joined = g_string_new(NULL);
    for (const char *c = whole; *c != '\0'; c = g_utf8_next_char(c)) {
        if (joined->len > 0)
            g_string_append(joined, WORD_JOINER);
        g_string_append_unichar(joined, g_utf8_get_char(c));
    }
    return incmap_scene_string(scene, joined->str);
}
