/* SPDX-License-Identifier: MIT */
#include "read/shapes.h"

#include "read/tokens.h"

#include <string.h>

guint8
incmap_word_shape(const char *text, gsize length)
{
    guint n_upper = 0, n_lower = 0, n_digits = 0, n_others = 0;
    gboolean is_first_upper = FALSE;
    for (const char *at = text; at < text + length; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (c < 0x80) {
            n_upper += g_ascii_isupper((char)c);
            n_lower += g_ascii_islower((char)c);
            n_digits += g_ascii_isdigit((char)c);
            is_first_upper |= at == text && g_ascii_isupper((char)c);
        } else if (g_unichar_isupper(c) || g_unichar_istitle(c))
            n_upper++, is_first_upper |= at == text;
        else if (g_unichar_islower(c))
            n_lower++;
        else if (g_unichar_isdigit(c))
            n_digits++;
        else if (g_unichar_isalpha(c))
            n_others++;
    }
    gboolean starts_with_digit = g_unichar_isdigit(g_utf8_get_char(text));
    if (starts_with_digit && (n_upper + n_lower + n_others == 0 || n_lower == 2))
        return INCMAP_SHAPE_NUMBER; /* 27, 27th */
    if (n_digits > 0)
        return INCMAP_SHAPE_OTHER;
    if (n_others > 0)
        return INCMAP_SHAPE_CASELESS;
    if (n_upper > 1 && n_lower == 0)
        return INCMAP_SHAPE_UPPER;
    return is_first_upper || n_upper > 0 ? INCMAP_SHAPE_CAPITAL : INCMAP_SHAPE_LOWER;
}

static const char ascii_marks[] = ",;:()[]/%$\"'.!?-";

/* Marks of other scripts and of typography as ASCII has them. */
static const struct {
    gunichar first, last;
    guint8 mark;
} other_marks[] = {
    {0x201c, 0x201e, '"'}, {0xab, 0xab, '"'},     {0xbb, 0xbb, '"'},     {0x2018, 0x2019, '\''},
    {0x2010, 0x2015, '-'}, {0x60c, 0x60c, ','},   {0x3001, 0x3001, ','}, {0xff0c, 0xff0c, ','},
    {0x61b, 0x61b, ';'},   {0x61f, 0x61f, '?'},   {0xff1f, 0xff1f, '?'}, {0x2026, 0x2026, '.'},
    {0x3002, 0x3002, '.'}, {0x20ac, 0x20ac, '$'}, {0xa3, 0xa3, '$'},     {0xa5, 0xa5, '$'},
};

guint8
incmap_mark_of(gunichar c)
{
    if (c < 0x80)
        return strchr(ascii_marks, (int)c) != NULL ? (guint8)c : '~';
    for (gsize i = 0; i < G_N_ELEMENTS(other_marks); i++) {
        if (c >= other_marks[i].first && c <= other_marks[i].last)
            return other_marks[i].mark;
    }
    return '~';
}

gboolean
incmap_text_is_wrapped(const char *text, gsize length)
{
    enum { MAX_WIDTH = 140 };
    gboolean goes_on = FALSE;
    for (const char *at = text, *end = text + length; at < end;) {
        const char *stop = memchr(at, '\n', (gsize)(end - at));
        stop = stop != NULL ? stop : end;
        if (stop - at > MAX_WIDTH)
            return FALSE;
        gboolean is_behind = at > text + 1 && at[-2] != '\n' && at < stop;
        gunichar c = is_behind && !goes_on ? g_utf8_get_char(at) : 0;
        goes_on |= c != 0 && g_unichar_isalpha(c) && !g_unichar_isupper(c);
        at = stop + 1;
    }
    return goes_on;
}
