/* SPDX-License-Identifier: MIT */
#include "base/error.h"

G_DEFINE_QUARK(incmap - error - quark, incmap_error)

gboolean
incmap_fail(GError **error, IncmapError code, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    g_autofree char *message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_set_error_literal(error, INCMAP_ERROR, (int)code, message);
    return FALSE;
}
