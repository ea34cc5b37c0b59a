/* SPDX-License-Identifier: MIT */
#include "arrange/line-break.h"

#include <string.h>

/* Signs that begin no line, and signs that end none. */
#define CLOSING "，。、；：？！）》」』”’…%·"
#define OPENING "（《「『“‘"

/* Forbids a break between its neighbours. */
#define WORD_JOINER 0x2060

static gboolean
is_ideograph(gunichar c)
{
    GUnicodeScript script = g_unichar_get_script(c);
    return script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HIRAGANA ||
           script == G_UNICODE_SCRIPT_KATAKANA || (c >= 0x3000 && c < 0x3040) ||
           (c >= 0xFF00 && c < 0xFFF0);
}

/* A number stays with what it counts, and what it counts with it: "18起". */
static gboolean
can_break(gunichar before, gunichar after)
{
    if (g_unichar_isspace(before) || g_unichar_isspace(after) || before == WORD_JOINER ||
        after == WORD_JOINER || !(is_ideograph(before) || is_ideograph(after)))
        return FALSE;
    return !g_unichar_isdigit(before) && g_utf8_strchr(CLOSING, -1, after) == NULL &&
           g_utf8_strchr(OPENING, -1, before) == NULL;
}

char **
incmap_line_break_split(const char *text)
{
    g_autoptr(GPtrArray) pieces = g_ptr_array_new();
    g_autoptr(GString) piece = g_string_new(NULL);
    gunichar before = ' ';
    for (const char *c = text;; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        gboolean is_blank = letter == 0 || strchr(" \t\r\n", (int)MIN(letter, 0x7Fu)) != NULL;
        gboolean is_joint = !is_blank && can_break(before, letter);
        if ((is_blank || is_joint) && piece->len > 0) {
            g_ptr_array_add(pieces, g_strdup(piece->str));
            g_string_truncate(piece, 0);
        }
        if (letter == 0)
            break;
        if (is_joint)
            g_string_append_c(piece, INCMAP_JOINT);
        if (!is_blank)
            g_string_append_unichar(piece, letter);
        before = letter;
    }
    g_ptr_array_add(pieces, NULL);
    return (char **)g_ptr_array_free(g_steal_pointer(&pieces), FALSE);
}

void
incmap_line_break_append(GString *line, const char *piece)
{
    gboolean is_joint = *piece == INCMAP_JOINT;
    if (line->len > 0 && !is_joint)
        g_string_append_c(line, ' ');
    g_string_append(line, piece + is_joint);
}
