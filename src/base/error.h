/* SPDX-License-Identifier: MIT */
/*
 * One error domain, declared in the public header. The code says what the
 * caller can do about the failure; the message says file, line, fact and remedy,
 * in lower case, without a full stop.
 */
#pragma once

#include "incmap.h"

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
