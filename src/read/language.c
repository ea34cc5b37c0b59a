/* SPDX-License-Identifier: MIT */
/*
 * The language of a text by its commonest words, or by its script.
 */
#include "read/tokens.h"

#include <stdlib.h>
#include <string.h>

static const struct {
    const char *language;
    const char *words; /* each between blanks */
} signs[] = {
    {"en", " the of and in to that was were is for with on said has have by from at his their "},
    {"fr", " le la les des et est une dans pour que qui sur au aux ont par avec selon du son "},
    {"es", " el los las y del que en una por con para se su al fue han como según entre "},
    {"pt", " o os as e do da dos das em um uma que para com não por foi no na pelo "},
    {"it", " il di che un una del della per con non sono ha in dal nel alla dei gli "},
    {"de", " der die das und den von mit ist im des ein eine nicht auf dem sich bei wurde "},
};

#define N_LANGUAGES G_N_ELEMENTS(signs)

enum { MAX_SIGNS = 160, MAX_SIGN_BYTES = 7 };

/** Sign: a word, packed into a number, and the languages that have it */
typedef struct Sign Sign;
struct Sign {
    guint64 word;
    guint languages; /* bits */
};

static guint64
pack_word(const char *word, gsize length)
{
    guint64 packed = 0;
    for (gsize i = 0; i < length; i++)
        packed = packed << 8 | (guchar)g_ascii_tolower(word[i]);
    return packed;
}

static int
compare_signs(gconstpointer a, gconstpointer b)
{
    const Sign *left = a, *right = b;
    return left->word < right->word ? -1 : left->word > right->word;
}

/* All signs by their words; how many. */
static guint
collect_signs(Sign *sorted)
{
    guint n = 0, n_different = 0;
    for (guint i = 0; i < N_LANGUAGES; i++) {
        for (const char *at = signs[i].words + 1; *at != 0;) {
            gsize length = strcspn(at, " ");
            g_assert(length <= MAX_SIGN_BYTES && n < MAX_SIGNS);
            sorted[n++] = (Sign){pack_word(at, length), 1u << i};
            at += length + 1;
        }
    }
    qsort(sorted, n, sizeof *sorted, compare_signs);
    for (guint i = 0; i < n; i++) {
        if (n_different > 0 && sorted[n_different - 1].word == sorted[i].word)
            sorted[n_different - 1].languages |= sorted[i].languages;
        else
            sorted[n_different++] = sorted[i];
    }
    return n_different;
}

static void
count_signs(const char *text, gsize length, guint *counts)
{
    Sign sorted[MAX_SIGNS];
    guint n = collect_signs(sorted);
    for (gsize at = 0, stop; at < length; at = stop + 1) {
        stop = at;
        while (stop < length && !g_ascii_isspace(text[stop]))
            stop++;
        if (stop == at || stop - at > MAX_SIGN_BYTES)
            continue;
        Sign wanted = {pack_word(text + at, stop - at), 0};
        const Sign *found = bsearch(&wanted, sorted, n, sizeof *sorted, compare_signs);
        for (guint i = 0; i < N_LANGUAGES && found != NULL; i++)
            counts[i] += found->languages >> i & 1;
    }
}

const char *
incmap_language_guess(const char *text, gsize length)
{
    enum { LOOKED_AT = 4000 };
    guint n_letters = 0, n_cyrillic = 0, n_arabic = 0, n_other = 0;
    guint n_ukrainian = 0, n_russian = 0;
    length = MIN(length, (gsize)LOOKED_AT);
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        n_letters += c < 0x80 ? g_ascii_isalpha((char)c) : g_unichar_isalpha(c);
        n_cyrillic += c >= 0x400 && c < 0x530;
        n_ukrainian += c == 0x456 || c == 0x457 || c == 0x454 || c == 0x491; /* і ї є ґ */
        n_russian += c == 0x44b || c == 0x44d || c == 0x451 || c == 0x44a;   /* ы э ё ъ */
        n_arabic += c >= 0x600 && c < 0x700;
        n_other += c >= 0x900;
    }
    if (n_cyrillic * 2 > n_letters)
        return n_ukrainian > 0 && n_ukrainian >= n_russian ? "uk" : "ru";
    if (n_arabic * 2 > n_letters)
        return "ar";
    guint counts[N_LANGUAGES] = {0}, best = 0;
    if (n_other * 2 <= n_letters)
        count_signs(text, length, counts);
    for (guint i = 1; i < N_LANGUAGES; i++)
        best = counts[i] > counts[best] ? i : best;
    return counts[best] > 0 ? signs[best].language : "und";
}
