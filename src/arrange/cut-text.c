/* SPDX-License-Identifier: MIT */
#include "arrange/cut-text.h"

#include <string.h>

/* Letters of an abbreviation's last word at most: "St.", "No." end no sentence. */
#define SHORT_WORD 3

/* Letters right before a full stop. */
static glong
count_letters_before(const char *text, const char *stop)
{
    glong n = 0;
    for (const char *at = stop; at > text; n++) {
        at = g_utf8_prev_char(at);
        if (!g_unichar_isalpha(g_utf8_get_char(at)))
            break;
    }
    return n;
}

/* Length of the text up to its last sentence end before @before; 0 when there is none. */
static gsize
find_sentence_end(const char *text, gsize before)
{
    gsize end = 0;
    for (const char *at = text; *at != '\0';) {
        gunichar c = g_utf8_get_char(at);
        const char *next = g_utf8_next_char(at);
        gboolean is_stop = c == '.' || c == '!' || c == '?' || c == 0x61f || c == 0x6d4;
        gboolean is_wide = c == 0x3002 || c == 0xff01 || c == 0xff1f;
        gboolean is_short = c == '.' && count_letters_before(text, at) <= SHORT_WORD &&
                            count_letters_before(text, at) > 0;
        if ((gsize)(next - text) < before && (is_wide || (is_stop && *next == ' ' && !is_short)))
            end = (gsize)(next - text);
        at = next;
    }
    return end;
}

GPtrArray *
incmap_cut_text(const IncmapArrange *arrange, const char *text, const IncmapFace *type,
                double width_pt, guint max_lines, gboolean *out_is_cut)
{
    *out_is_cut = FALSE;
    g_autofree char *rest = g_strdup(text);
    for (;;) {
        GPtrArray *lines = incmap_typeset_wrap(arrange, rest, type, width_pt, 0);
        if (lines->len <= max_lines)
            return lines;
        g_ptr_array_unref(lines);
        *out_is_cut = TRUE;
        gsize end = find_sentence_end(rest, strlen(rest));
        if (end == 0)
            return incmap_typeset_wrap(arrange, rest, type, width_pt, max_lines);
        rest[end] = '\0';
    }
}
