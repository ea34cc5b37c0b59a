/* SPDX-License-Identifier: MIT */
/*
 * Where a line may end: at spaces and, in scripts without them, between most
 * characters.
 */
#pragma once

#include <glib.h>

/* A piece that follows on the one before without a space begins with this. */
#define INCMAP_JOINT '\x1F'

/* Cuts @text into pieces that lines are filled with. Returns: (transfer full): free with
 * g_strfreev() */
char **incmap_line_break_split(const char *text);
/* Appends a piece to a line, with a space between where there was one. */
void incmap_line_break_append(GString *line, const char *piece);
