/* SPDX-License-Identifier: MIT */
#include "read/front-matter.h"

#include <string.h>

enum { MAX_BYTES = 16384 };

static const char *
line_end(const char *at, const char *end)
{
    const char *stop = memchr(at, '\n', (gsize)(end - at));
    return stop != NULL ? stop + 1 : end;
}

static gboolean
is_dashes(const char *at, const char *stop)
{
    while (stop > at && g_ascii_isspace(stop[-1]))
        stop--;
    return stop - at == 3 && memcmp(at, "---", 3) == 0;
}

gsize
incmap_front_matter_length(const char *text, gsize length)
{
    const char *end = text + MIN(length, (gsize)MAX_BYTES);
    const char *at = text;
    if (length > 3 && memcmp(at, "\357\273\277", 3) == 0)
        at += 3;
    const char *stop = line_end(at, end);
    if (!is_dashes(at, stop))
        return 0;
    for (at = stop; at < end; at = stop) {
        stop = line_end(at, end);
        if (is_dashes(at, stop))
            return (gsize)(stop - text);
        /* "key: value", an item of a list, or a continued value */
        gboolean is_value = memchr(at, ':', (gsize)(stop - at)) != NULL || *at == ' ' ||
                            *at == '-' || *at == '#' || *at == '\n' || *at == '\r';
        if (!is_value)
            return 0;
    }
    return 0;
}

char *
incmap_front_matter_get(const char *text, gsize length, const char *key)
{
    const char *end = text + incmap_front_matter_length(text, length);
    gsize n = strlen(key);
    for (const char *at = text; at < end; at = line_end(at, end)) {
        const char *stop = line_end(at, end);
        if ((gsize)(stop - at) <= n + 1 || g_ascii_strncasecmp(at, key, n) != 0 || at[n] != ':')
            continue;
        g_autofree char *value = g_strndup(at + n + 1, (gsize)(stop - at) - n - 1);
        g_strstrip(value);
        gsize size = strlen(value);
        gboolean is_quoted =
            size >= 2 && (value[0] == '"' || value[0] == '\'') && value[size - 1] == value[0];
        return is_quoted ? g_strndup(value + 1, size - 2) : g_steal_pointer(&value);
    }
    return NULL;
}
