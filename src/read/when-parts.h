/* SPDX-License-Identifier: MIT */
/*
 * What the readers of words that say when share.
 */
#pragma once

#include "read/when.h"

/* The number of up to four digits at the token @i; 0. */
int incmap_when_number(const IncmapTokens *tokens, gint64 i);
/* Makes the whole month the date. */
void incmap_when_set_month(IncmapWhen *when, int year, int month);

/* "yesterday", "last month" at the token @i; FALSE when it is none. @written 0: unknown. */
gboolean incmap_when_take_relative(const IncmapTokens *tokens, gint64 i, guint32 written,
                                   IncmapWhen *when);
/* "three days ago", "two weeks ago" with its "ago" at the token @i. */
gboolean incmap_when_take_ago(const IncmapTokens *tokens, gint64 i, guint32 written,
                              IncmapWhen *when);
