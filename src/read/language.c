/* SPDX-License-Identifier: MIT */
/*
 * The language of a text by its commonest words, or by its script.
 */
#include "read/tokens.h"

#include <string.h>

static const struct {
    const char *language;
    const char *words; /* each between blanks */
} signs[] = {
    {"en", " the of and in to that was were is for with on said has have by from at his their "},
    {"fr", " le la les des et est une dans pour que qui sur au aux ont par avec selon du son "},
    {"es", " el los las y del que en una por con para se su al fue han como según entre "},
    {"pt", " o os as e do da dos das em um uma que para com não por foi no na pelo "},
    {"de", " der die das und den von mit ist im des ein eine nicht auf dem sich bei wurde "},
};

static guint
count_signs(const char *words, const char *text, gsize length)
{
    guint n = 0;
    for (gsize at = 0; at < length;) {
        gsize stop = at;
        while (stop < length && !g_ascii_isspace(text[stop]))
            stop++;
        if (stop - at > 0 && stop - at < 8) {
            char word[12] = " ";
            memcpy(word + 1, text + at, stop - at);
            for (gsize i = 1; i <= stop - at; i++)
                word[i] = g_ascii_tolower(word[i]);
            strcpy(word + 1 + (stop - at), " ");
            n += strstr(words, word) != NULL;
        }
        at = stop + 1;
    }
    return n;
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
        n_letters += g_unichar_isalpha(c);
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
    const char *best = "und";
    guint best_n = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(signs) && n_other * 2 <= n_letters; i++) {
        guint n = count_signs(signs[i].words, text, length);
        if (n > best_n) {
            best = signs[i].language;
            best_n = n;
        }
    }
    return best;
}
