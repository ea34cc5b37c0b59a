/* SPDX-License-Identifier: MIT */
#include "style/collate.h"

#include <string.h>

/* Fully decomposed text without its combining marks and, if asked, without its capitals. */
static char *
strip_marks(const char *decomposed, gboolean folds_case)
{
    GString *out = g_string_new(NULL);
    for (const char *c = decomposed; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        if (g_unichar_combining_class(letter) == 0)
            g_string_append_unichar(out, letter);
    }
    g_autofree char *stripped = g_string_free(out, FALSE);
    return folds_case ? g_utf8_casefold(stripped, -1) : g_steal_pointer(&stripped);
}

static int
compare_letters(const char *a, const char *b)
{
    g_autofree char *x = strip_marks(a, TRUE);
    g_autofree char *y = strip_marks(b, TRUE);
    return strcmp(x, y);
}

static int
compare_accents(const char *a, const char *b)
{
    g_autofree char *x = g_utf8_casefold(a, -1);
    g_autofree char *y = g_utf8_casefold(b, -1);
    return strcmp(x, y);
}

/* Small letters come first, so the order of code points is turned round. */
static int
compare_case(const char *a, const char *b)
{
    g_autofree char *x = strip_marks(a, FALSE);
    g_autofree char *y = strip_marks(b, FALSE);
    return strcmp(y, x);
}

int
incmap_collator_compare(const IncmapCollator *collator, const char *a, const char *b)
{
    g_autofree char *x = g_utf8_normalize(a, -1, G_NORMALIZE_NFD);
    g_autofree char *y = g_utf8_normalize(b, -1, G_NORMALIZE_NFD);
    if (x == NULL || y == NULL)
        return strcmp(a, b);
    int order = compare_letters(x, y);
    if (order == 0 && collator->is_diacritic_sensitive)
        order = compare_accents(x, y);
    if (order == 0 && collator->is_case_sensitive)
        order = compare_case(x, y);
    return order;
}
