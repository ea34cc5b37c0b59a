/* SPDX-License-Identifier: MIT */
/*
 * One error domain for the whole library. The code says what the caller can do about it.
 */
#ifndef INCMAP_BASE_ERROR_H
#define INCMAP_BASE_ERROR_H

#include <glib.h>

typedef enum IncmapError {
    INCMAP_ERROR_USAGE,
    INCMAP_ERROR_INPUT,
    INCMAP_ERROR_STYLE,
    INCMAP_ERROR_LAYER,
    INCMAP_ERROR_PLACE,
    INCMAP_ERROR_PROJECTION,
    INCMAP_ERROR_OUTPUT,
} IncmapError;

#define INCMAP_ERROR incmap_error_quark()

GQuark incmap_error_quark(void);

/**
 * incmap_fail:
 * @error: (nullable): where the error goes
 * @code: what the caller can do about it
 * @format: the message, as for printf()
 *
 * Returns: always %FALSE, so that failing is one statement
 */
gboolean incmap_fail(GError **error, IncmapError code, const char *format, ...) G_GNUC_PRINTF(3, 4);

#endif
