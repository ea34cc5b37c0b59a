/* SPDX-License-Identifier: MIT */
#include "draw/picture-check.h"

#include "base/error.h"

#include <string.h>

static gboolean
is_local(const char *reference)
{
    return reference[0] == '#' || reference[0] == '\0' ||
           g_ascii_strncasecmp(reference, "data:", 5) == 0;
}

/* A link may lead anywhere: it is not followed. */
static void
start_element(GMarkupParseContext *context, const char *element, const char **names,
              const char **values, gpointer data, GError **error)
{
    const char *path = data;
    (void)context;
    if (strcmp(element, "a") == 0)
        return;
    for (guint i = 0; names[i] != NULL; i++) {
        if ((strcmp(names[i], "href") == 0 || g_str_has_suffix(names[i], ":href")) &&
            !is_local(values[i])) {
            g_autofree char *brief =
                g_utf8_substring(values[i], 0, MIN(g_utf8_strlen(values[i], -1), 60));
            incmap_fail(error, INCMAP_ERROR_STYLE,
                        "%s: the icon refers to \"%s\", which is not read; embed it", path, brief);
            return;
        }
    }
}

/* What this simple parser does not understand is left to the library that draws. */
gboolean
incmap_picture_check(const char *path, const char *bytes, gsize n_bytes, GError **error)
{
    static const GMarkupParser parser = {.start_element = start_element};
    g_autoptr(GMarkupParseContext) context =
        g_markup_parse_context_new(&parser, 0, (gpointer)path, NULL);
    g_autoptr(GError) failure = NULL;
    if (g_markup_parse_context_parse(context, bytes, (gssize)n_bytes, &failure) ||
        failure->domain != INCMAP_ERROR)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
}
