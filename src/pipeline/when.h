/* SPDX-License-Identifier: MIT */
/*
 * Days as people write them in options. Days are GLib Julian days; the clock is
 * read in one place, and only when a day is relative to today.
 */
#pragma once

#include <glib.h>

/* Seconds since 1970, or SOURCE_DATE_EPOCH. */
gint64 incmap_now(void);

/* Today in UTC, or the day of SOURCE_DATE_EPOCH. */
guint32 incmap_today(void);

/* "2024-08-05", or "-7d", "-2w", "-3m", "-1y" before @base_julian; 0 when it is neither. */
guint32 incmap_parse_day(const char *text, guint32 base_julian);

/* "2026-W47" → its Monday and Sunday. */
gboolean incmap_parse_week(const char *text, guint32 *out_first, guint32 *out_last);
