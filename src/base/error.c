/* SPDX-License-Identifier: MIT */
#include "base/error.h"

G_DEFINE_QUARK(incmap - error - quark, incmap_error)

gboolean
incmap_fail(GError **error, IncmapError code, const char *format, ...)
{
    if (error != NULL) {
        va_list args;
        va_start(args, format);
        *error = g_error_new_valist(INCMAP_ERROR, (int)code, format, args);
        va_end(args);
    }
    return FALSE;
}
