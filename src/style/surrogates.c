/* SPDX-License-Identifier: MIT */
#include "style/surrogates.h"

#include <string.h>

#define ESCAPE_BYTES 6u /* \uXXXX */

/* The number of the escape at @c if it is from @first to @first + 0x3ff, else 0. */
static gunichar
read_escape(const char *c, const char *end, gunichar first)
{
    gunichar number = 0;
    if (end - c < (gssize)ESCAPE_BYTES || c[0] != '\\' || c[1] != 'u')
        return 0;
    for (guint i = 2; i < ESCAPE_BYTES; i++) {
        if (!g_ascii_isxdigit(c[i]))
            return 0;
        number = number * 16 + (gunichar)g_ascii_xdigit_value(c[i]);
    }
    return number >= first && number <= first + 0x3ff ? number : 0;
}

/* RFC 8259, section 7: a high surrogate and a low one */
static gunichar
read_pair(const char *c, const char *end)
{
    gunichar high = read_escape(c, end, 0xd800);
    gunichar low = high != 0 ? read_escape(c + ESCAPE_BYTES, end, 0xdc00) : 0;
    return low != 0 ? 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00) : 0;
}

char *
incmap_surrogates_join(const char *text, gsize n_bytes, gsize *out_n_bytes)
{
    const char *end = text + n_bytes;
    const char *from = text;
    GString *joined = NULL;
    for (const char *c = text; (c = memchr(c, '\\', (gsize)(end - c))) != NULL;) {
        gunichar letter = read_pair(c, end);
        if (letter == 0) {
            c += MIN(2, end - c);
            continue;
        }
        if (joined == NULL)
            joined = g_string_sized_new(n_bytes);
        g_string_append_len(joined, from, c - from);
        g_string_append_unichar(joined, letter);
        from = c += 2 * (gssize)ESCAPE_BYTES;
    }
    if (joined == NULL)
        return NULL;
    g_string_append_len(joined, from, end - from);
    *out_n_bytes = joined->len;
    return g_string_free(joined, FALSE);
}
