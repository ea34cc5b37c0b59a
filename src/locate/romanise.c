/* SPDX-License-Identifier: MIT */
#include "locate/romanise.h"

#include "base/text.h"

#include <string.h>

/* One Latin spelling a letter; letters that people romanise in several ways are evened out in the
 * Latin name too, see even_out(). */
static const struct {
    gunichar letter;
    const char *latin;
} letters[] = {
    {0x430, "a"},  {0x431, "b"},  {0x432, "v"},  {0x433, "g"},  {0x434, "d"},  {0x435, "e"},
    {0x436, "zh"}, {0x437, "z"},  {0x438, "i"},  {0x439, "i"},  {0x43a, "k"},  {0x43b, "l"},
    {0x43c, "m"},  {0x43d, "n"},  {0x43e, "o"},  {0x43f, "p"},  {0x440, "r"},  {0x441, "s"},
    {0x442, "t"},  {0x443, "u"},  {0x444, "f"},  {0x445, "kh"}, {0x446, "ts"}, {0x447, "ch"},
    {0x448, "sh"}, {0x449, "sh"}, {0x44a, ""},   {0x44b, "i"},  {0x44c, ""},   {0x44d, "e"},
    {0x44e, "iu"}, {0x44f, "ia"}, {0x451, "e"},  {0x454, "ie"}, {0x456, "i"},  {0x457, "i"},
    {0x45e, "u"},  {0x491, "g"},  {0x458, "i"},  {0x459, "l"},  {0x45a, "n"},  {0x45b, "ch"},
    {0x45f, "ch"}, {0x452, "ch"}, {0x3b1, "a"},  {0x3b2, "v"},  {0x3b3, "g"},  {0x3b4, "d"},
    {0x3b5, "e"},  {0x3b6, "z"},  {0x3b7, "i"},  {0x3b8, "t"},  {0x3b9, "i"},  {0x3ba, "k"},
    {0x3bb, "l"},  {0x3bc, "m"},  {0x3bd, "n"},  {0x3be, "ks"}, {0x3bf, "o"},  {0x3c0, "p"},
    {0x3c1, "r"},  {0x3c3, "s"},  {0x3c2, "s"},  {0x3c4, "t"},  {0x3c5, "i"},  {0x3c6, "f"},
    {0x3c7, "kh"}, {0x3c8, "ps"}, {0x3c9, "o"},  {0x628, "b"},  {0x62a, "t"},  {0x62b, "t"},
    {0x62c, "g"},  {0x62d, "kh"}, {0x62e, "kh"}, {0x62f, "d"},  {0x630, "d"},  {0x631, "r"},
    {0x632, "z"},  {0x633, "s"},  {0x634, "sh"}, {0x635, "s"},  {0x636, "d"},  {0x637, "t"},
    {0x638, "z"},  {0x639, ""},   {0x63a, "g"},  {0x641, "f"},  {0x642, "k"},  {0x643, "k"},
    {0x644, "l"},  {0x645, "m"},  {0x646, "n"},  {0x647, "kh"}, {0x6a9, "k"},  {0x6af, "g"},
    {0x67e, "p"},  {0x686, "ch"}, {0x698, "zh"}, {0x5d1, "b"},  {0x5d2, "g"},  {0x5d3, "d"},
    {0x5d6, "z"},  {0x5d7, "kh"}, {0x5d8, "t"},  {0x5db, "k"},  {0x5da, "k"},  {0x5dc, "l"},
    {0x5de, "m"},  {0x5dd, "m"},  {0x5e0, "n"},  {0x5df, "n"},  {0x5e1, "s"},  {0x5e4, "p"},
    {0x5e3, "f"},  {0x5e6, "ts"}, {0x5e5, "ts"}, {0x5e7, "k"},  {0x5e8, "r"},  {0x5e9, "sh"},
    {0x5ea, "t"},  {0x5d4, "kh"}, {0x5d5, ""},   {0x5d9, ""},   {0x5d0, ""},   {0x5e2, ""},
};

static const char *
latin_of(gunichar letter)
{
    for (gsize i = 0; i < G_N_ELEMENTS(letters); i++) {
        if (letters[i].letter == letter)
            return letters[i].latin;
    }
    return NULL;
}

/* Scripts without written vowels. */
static gboolean
is_consonantal(gunichar letter)
{
    return (letter >= 0x590 && letter < 0x780) || letter >= 0xfb00;
}

gboolean
incmap_romanise_knows(const char *name)
{
    for (const char *c = name; *c != '\0'; c = g_utf8_next_char(c)) {
        if (latin_of(g_unichar_tolower(g_utf8_get_char(c))) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* H, y, j, w and doubled letters are written at will; vowels go where only consonants count. */
static char *
even_out(const char *folded, gboolean has_vowels)
{
    GString *out = g_string_new(NULL);
    for (const char *c = folded; *c != '\0'; c++) {
        char letter = *c == 'y' || *c == 'j' ? 'i' : *c == 'w' ? 'v' : *c == 'q' ? 'k' : *c;
        if (letter == 'h' || letter == ' ' || (out->len > 0 && out->str[out->len - 1] == letter))
            continue;
        if (!has_vowels && strchr("aeiouv", letter) != NULL)
            continue;
        g_string_append_c(out, letter);
    }
    return g_string_free(out, FALSE);
}

unsigned
incmap_romanise_distance(const char *name, const char *latin)
{
    g_autoptr(GString) rough = g_string_new(NULL);
    gboolean has_vowels = TRUE;
    for (const char *c = name; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_unichar_tolower(g_utf8_get_char(c));
        const char *spelled = latin_of(letter);
        has_vowels = has_vowels && !is_consonantal(letter);
        if (spelled != NULL)
            g_string_append(rough, spelled);
    }
    g_autofree char *folded = incmap_text_fold(latin);
    g_autofree char *a = even_out(rough->str, has_vowels);
    g_autofree char *b = even_out(folded, has_vowels);
    unsigned longest = (unsigned)MAX(MAX(strlen(a), strlen(b)), 1);
    return MIN(100, incmap_text_distance(a, b, longest) * 100 / longest);
}
