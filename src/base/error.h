/* SPDX-License-Identifier: MIT */
/*
 * One error domain. The code says what the caller can do about the failure;
 * the message says file, line, fact and remedy, in lower case, without a full
 * stop.
 */
#pragma once

#include <glib.h>

#define INCMAP_ERROR incmap_error_quark()

/** IncmapError: which part of what the user gave has to change */
typedef enum {
    INCMAP_ERROR_USAGE,      /* the command line */
    INCMAP_ERROR_INPUT,      /* the text or table */
    INCMAP_ERROR_STYLE,      /* the style file */
    INCMAP_ERROR_LAYER,      /* a base layer or gazetteer file */
    INCMAP_ERROR_PLACE,      /* a place name given as an option */
    INCMAP_ERROR_PROJECTION, /* the projection asked for */
    INCMAP_ERROR_OUTPUT,     /* the file to be written */
} IncmapError;

GQuark incmap_error_quark(void);

/**
 * incmap_fail:
 * @error: (nullable): where to put the error
 * @code: what the caller can do
 * @format: printf format of the message
 *
 * Sets @error, so that a function can fail in one statement.
 *
 * Returns: always %FALSE
 */
gboolean incmap_fail(GError **error, IncmapError code, const char *format, ...) G_GNUC_PRINTF(3, 4);
