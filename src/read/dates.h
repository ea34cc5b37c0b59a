/* SPDX-License-Identifier: MIT */
/*
 * Dates as tables write them. Which of two numbers is the day cannot be told
 * from one value: an ambiguous value is read as day/month and the caller, who
 * sees the whole column, decides and swaps.
 */
#pragma once

#include "scene/incident.h"

typedef enum {
    INCMAP_DATE_CERTAIN, /* ISO, a month's name, or written with dots */
    INCMAP_DATE_DMY,     /* numbers; can only be day, month, year */
    INCMAP_DATE_MDY,     /* numbers; can only be month, day, year */
    INCMAP_DATE_EITHER,  /* numbers; read as day, month, year; the other reading differs */
    INCMAP_DATE_BAD,
} IncmapDateReading;

/* Day count of a date in the Gregorian calendar as GDate has it; 0 when there is no such day. */
guint32 incmap_date_julian(int year, int month, int day);
/* The reverse; @julian must not be 0. */
void incmap_date_split(guint32 julian, int *out_year, int *out_month, int *out_day);
/* Number of days in a month, 28 … 31. */
int incmap_date_month_days(int year, int month);

/**
 * incmap_date_parse:
 * @text: a value, not NUL-terminated
 * @length: in bytes
 * @out_date: the date; its time in UTC when the value has a time with a zone,
 *   and as written when it has none. "2023" and "2023-07" give ranges
 *
 * Returns: how certain the reading is; @out_date is untouched for
 *   %INCMAP_DATE_BAD
 */
IncmapDateReading incmap_date_parse(const char *text, gsize length, IncmapDate *out_date);

/* Swaps day and month of a date that was read as %INCMAP_DATE_EITHER. */
void incmap_date_swap(IncmapDate *date);

/* 1 … 12 for a month's name or its abbreviation in en, fr, es, pt, de, ru or ar; 0 for others.
 * @folded as incmap_text_fold() gives it. */
int incmap_month_find(const char *folded);
