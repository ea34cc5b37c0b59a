/* SPDX-License-Identifier: MIT */
#include "pipeline/when.h"

#include <string.h>

/* GDate's Julian day of 1970-01-01. */
#define EPOCH_JULIAN 719163
#define FIRST_YEAR 1000

gint64
incmap_now(void)
{
    const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
    if (epoch != NULL && g_ascii_isdigit(epoch[0]))
        return g_ascii_strtoll(epoch, NULL, 10);
    return g_get_real_time() / G_USEC_PER_SEC;
}

guint32
incmap_today(void)
{
    return (guint32)(EPOCH_JULIAN + incmap_now() / 86400);
}

static gboolean
parse_digits(const char **cursor, int n_digits, int *out_number)
{
    int number = 0;
    for (int i = 0; i < n_digits; i++) {
        if (!g_ascii_isdigit((*cursor)[i]))
            return FALSE;
        number = number * 10 + (*cursor)[i] - '0';
    }
    *cursor += n_digits;
    *out_number = number;
    return TRUE;
}

static guint32
parse_iso_day(const char *text)
{
    int year = 0, month = 0, day = 0;
    const char *p = text;
    if (!parse_digits(&p, 4, &year) || *p++ != '-' || !parse_digits(&p, 2, &month) || *p++ != '-' ||
        !parse_digits(&p, 2, &day) || *p != '\0')
        return 0;
    if (year < FIRST_YEAR || !g_date_valid_dmy((GDateDay)day, (GDateMonth)month, (GDateYear)year))
        return 0;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, (GDateDay)day, (GDateMonth)month, (GDateYear)year);
    return g_date_get_julian(&date);
}

static guint32
parse_relative_day(const char *text, guint32 base_julian)
{
    char *end = NULL;
    guint64 n = g_ascii_strtoull(text, &end, 10);
    if (end == text || n > 99999 || end[0] == '\0' || end[1] != '\0')
        return 0;
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_julian(&date, base_julian);
    /* A result before year 1 is no day; n years fit long before days do. */
    guint64 n_days = n * (*end == 'w' ? 7 : *end == 'm' ? 31 : *end == 'y' ? 366 : 1);
    if (n_days >= base_julian)
        return 0;
    switch (*end) {
    case 'd':
        g_date_subtract_days(&date, (guint)n);
        break;
    case 'w':
        g_date_subtract_days(&date, (guint)(7 * n));
        break;
    case 'm':
        g_date_subtract_months(&date, (guint)n);
        break;
    case 'y':
        g_date_subtract_years(&date, (guint)n);
        break;
    default:
        return 0;
    }
    return g_date_get_julian(&date);
}

guint32
incmap_parse_day(const char *text, guint32 base_julian)
{
    return text[0] == '-' ? parse_relative_day(text + 1, base_julian) : parse_iso_day(text);
}

gboolean
incmap_parse_week(const char *text, guint32 *out_first, guint32 *out_last)
{
    int year = 0, week = 0;
    const char *p = text;
    if (!parse_digits(&p, 4, &year) || *p++ != '-' || *p++ != 'W' || !parse_digits(&p, 2, &week) ||
        *p != '\0' || year < FIRST_YEAR || week < 1 || week > 53)
        return FALSE;
    /* The week that holds 4 January is the first one (ISO 8601). */
    GDate date;
    g_date_clear(&date, 1);
    g_date_set_dmy(&date, 4, G_DATE_JANUARY, (GDateYear)year);
    guint32 monday = g_date_get_julian(&date) - ((guint32)g_date_get_weekday(&date) - 1);
    guint32 first = monday + 7 * ((guint32)week - 1);
    g_date_set_julian(&date, first + 3);
    if (g_date_get_year(&date) != year)
        return FALSE;
    *out_first = first;
    *out_last = first + 6;
    return TRUE;
}
