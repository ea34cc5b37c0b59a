/* SPDX-License-Identifier: MIT */
#include "read/dates.h"

#include "base/text.h"

#include <string.h>

enum { EPOCH_JULIAN = 719163 /* 1970-01-01 */, MAX_PARTS = 8, MAX_LENGTH = 63 };

int
incmap_date_month_days(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    gboolean is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && is_leap);
}

/* After Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms": years begin in March, eras
 * have 400 years. */
guint32
incmap_date_julian(int year, int month, int day)
{
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
        day > incmap_date_month_days(year, month))
        return 0;
    int y = year - (month <= 2);
    int era = y / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return (guint32)(era * 146097 + day_of_era - 719468 + EPOCH_JULIAN);
}

void
incmap_date_split(guint32 julian, int *out_year, int *out_month, int *out_day)
{
    int z = (int)julian - EPOCH_JULIAN + 719468;
    int era = z / 146097;
    int doe = z - era * 146097;
    int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    int mp = (5 * doy + 2) / 153;
    *out_day = doy - (153 * mp + 2) / 5 + 1;
    *out_month = mp < 10 ? mp + 3 : mp - 9;
    *out_year = yoe + era * 400 + (*out_month <= 2);
}

static gboolean
read_digits(const char *text, gsize n, int *out_value)
{
    int value = 0;
    for (gsize i = 0; i < n; i++) {
        if (!g_ascii_isdigit(text[i]))
            return FALSE;
        value = value * 10 + (text[i] - '0');
    }
    *out_value = value;
    return TRUE;
}

/* Moves a date with a time to UTC. */
static void
apply_zone(IncmapDate *date, int offset_minutes)
{
    int minutes = date->hour * 60 + date->minute - offset_minutes;
    int days = minutes < 0 ? -1 : minutes >= 24 * 60 ? 1 : 0;
    minutes -= days * 24 * 60;
    date->from_julian = (guint32)((int)date->from_julian + days);
    date->to_julian = date->from_julian;
    date->hour = (gint8)(minutes / 60);
    date->minute = (gint8)(minutes % 60);
}

/* "T12:30:05.123+02:00", " 12:30", "12:30 UTC"; FALSE when it is no time. */
static gboolean
parse_time(const char *text, gsize length, IncmapDate *date)
{
    gsize at = 0;
    while (at < length && (text[at] == ' ' || text[at] == 'T' || text[at] == ','))
        at++;
    if (at == length)
        return TRUE;
    int hour = 0, minute = 0;
    gsize hour_digits = at + 1 < length && text[at + 1] == ':' ? 1 : 2;
    if (at + hour_digits + 3 > length || !read_digits(text + at, hour_digits, &hour) ||
        text[at + hour_digits] != ':' || !read_digits(text + at + hour_digits + 1, 2, &minute) ||
        hour > 24 || minute > 59)
        return FALSE;
    at += hour_digits + 3;
    while (at < length && (g_ascii_isdigit(text[at]) || text[at] == ':' || text[at] == '.'))
        at++;
    while (at < length && text[at] == ' ')
        at++;
    gboolean is_pm = length - at >= 2 && g_ascii_strncasecmp(text + at, "pm", 2) == 0;
    gboolean is_am = length - at >= 2 && g_ascii_strncasecmp(text + at, "am", 2) == 0;
    if (is_pm || is_am)
        hour = hour % 12 + (is_pm ? 12 : 0);
    date->hour = (gint8)(hour % 24);
    date->minute = (gint8)minute;
    if (at < length && (text[at] == '+' || text[at] == '-')) {
        int zone_hours = 0, zone_minutes = 0;
        gsize colon = at + 3 < length && text[at + 3] == ':' ? 1 : 0;
        if (at + 3 > length || !read_digits(text + at + 1, 2, &zone_hours) || zone_hours > 15)
            return TRUE;
        if (at + 5 + colon <= length)
            read_digits(text + at + 3 + colon, 2, &zone_minutes);
        int offset = zone_hours * 60 + zone_minutes;
        apply_zone(date, text[at] == '-' ? -offset : offset);
    }
    return TRUE;
}

static void
set_day(IncmapDate *date, guint32 julian)
{
    *date = (IncmapDate){julian, julian, -1, -1};
}

static void
set_month(IncmapDate *date, int year, int month)
{
    date->from_julian = incmap_date_julian(year, month, 1);
    date->to_julian = incmap_date_julian(year, month, incmap_date_month_days(year, month));
    date->hour = date->minute = -1;
}

/* 2023-07-27, 2023/7/27, 20230727, 2023-07, 2023, each with a time behind a full date. */
static gboolean
parse_iso(const char *text, gsize length, IncmapDate *date)
{
    int year = 0, month = 0, day = 0;
    if (length < 4 || !read_digits(text, 4, &year) || year < 1)
        return FALSE;
    if (length == 4) {
        *date =
            (IncmapDate){incmap_date_julian(year, 1, 1), incmap_date_julian(year, 12, 31), -1, -1};
        return TRUE;
    }
    if (length == 8 && read_digits(text + 4, 2, &month) && read_digits(text + 6, 2, &day)) {
        set_day(date, incmap_date_julian(year, month, day));
        return date->from_julian != 0;
    }
    char mark = text[4];
    if (mark != '-' && mark != '/' && mark != '.')
        return FALSE;
    gsize at = 5, n = 0;
    while (at + n < length && n < 3 && g_ascii_isdigit(text[at + n]))
        n++;
    if (n < 1 || n > 2 || !read_digits(text + at, n, &month) || month < 1 || month > 12)
        return FALSE;
    at += n;
    if (at == length) {
        set_month(date, year, month);
        return TRUE;
    }
    if (text[at++] != mark)
        return FALSE;
    for (n = 0; at + n < length && n < 3 && g_ascii_isdigit(text[at + n]);)
        n++;
    if (n < 1 || n > 2 || !read_digits(text + at, n, &day))
        return FALSE;
    set_day(date, incmap_date_julian(year, month, day));
    return date->from_julian != 0 && parse_time(text + at + n, length - at - n, date);
}

static int
whole_year(int year, gsize digits)
{
    return digits > 2 ? year : year >= 70 ? 1900 + year : 2000 + year;
}

/* 27/7/2023, 7-27-23, 27.07.2023 */
static IncmapDateReading
parse_numeric(const char *text, gsize length, IncmapDate *out_date)
{
    int parts[3] = {0};
    gsize at = 0, digits = 0;
    char mark = 0;
    for (int i = 0; i < 3; i++) {
        for (digits = 0; at + digits < length && g_ascii_isdigit(text[at + digits]);)
            digits++;
        if (digits < 1 || digits > (i < 2 ? 2 : 4) || !read_digits(text + at, digits, &parts[i]))
            return INCMAP_DATE_BAD;
        at += digits;
        if (i == 2)
            break;
        if (at >= length || strchr("/-.", text[at]) == NULL || (i == 1 && text[at] != mark))
            return INCMAP_DATE_BAD;
        mark = text[at++];
    }
    int year = whole_year(parts[2], digits);
    guint32 dmy = incmap_date_julian(year, parts[1], parts[0]);
    guint32 mdy = incmap_date_julian(year, parts[0], parts[1]);
    if (mark == '.')
        mdy = 0;
    if (dmy == 0 && mdy == 0)
        return INCMAP_DATE_BAD;
    IncmapDate date = {0};
    set_day(&date, dmy != 0 ? dmy : mdy);
    if (!parse_time(text + at, length - at, &date))
        return INCMAP_DATE_BAD;
    *out_date = date;
    if (mark == '.' || dmy == mdy)
        return INCMAP_DATE_CERTAIN;
    return mdy == 0 ? INCMAP_DATE_DMY : dmy == 0 ? INCMAP_DATE_MDY : INCMAP_DATE_EITHER;
}

/* 27 July 2023, July 27th, 2023, le 27 juillet 2023, 27 de julio de 2023, Jul-2023 */
static gboolean
parse_named(const char *text, gsize length, IncmapDate *out_date)
{
    g_autoptr(GString) folded = g_string_sized_new(64);
    incmap_text_fold_into(text, (gssize)length, folded);
    g_auto(GStrv) words = g_strsplit(folded->str, " ", MAX_PARTS + 1);
    int day = 0, month = 0, year = 0;
    for (guint i = 0; words[i] != NULL && i < MAX_PARTS; i++) {
        const char *word = words[i];
        gsize digits = strspn(word, "0123456789");
        int value = 0;
        if (digits > 0 && digits <= 4 && read_digits(word, digits, &value)) {
            gboolean is_day = digits <= 2 && day == 0 && value >= 1 && value <= 31;
            if (is_day)
                day = value;
            else if (word[digits] == 0 && year == 0)
                year = whole_year(value, digits);
        } else if (month == 0) {
            month = incmap_month_find(word);
        }
    }
    if (month == 0 || year == 0)
        return FALSE;
    if (day == 0) {
        set_month(out_date, year, month);
        return out_date->from_julian != 0;
    }
    guint32 julian = incmap_date_julian(year, month, day);
    if (julian != 0)
        set_day(out_date, julian);
    return julian != 0;
}

IncmapDateReading
incmap_date_parse(const char *text, gsize length, IncmapDate *out_date)
{
    while (length > 0 && (*text == ' ' || *text == '\t'))
        text++, length--;
    while (length > 0 && (text[length - 1] == ' ' || text[length - 1] == '\t'))
        length--;
    if (length == 0 || length > MAX_LENGTH)
        return INCMAP_DATE_BAD;
    IncmapDate date = {0};
    if (parse_iso(text, length, &date) && date.from_julian != 0) {
        *out_date = date;
        return INCMAP_DATE_CERTAIN;
    }
    IncmapDateReading reading = parse_numeric(text, length, out_date);
    if (reading != INCMAP_DATE_BAD)
        return reading;
    if (parse_named(text, length, &date)) {
        *out_date = date;
        return INCMAP_DATE_CERTAIN;
    }
    return INCMAP_DATE_BAD;
}

void
incmap_date_swap(IncmapDate *date)
{
    guint32 *ends[] = {&date->from_julian, &date->to_julian};
    for (int i = 0; i < 2; i++) {
        if (*ends[i] == 0)
            continue;
        int year = 0, month = 0, day = 0;
        incmap_date_split(*ends[i], &year, &month, &day);
        guint32 swapped = incmap_date_julian(year, day, month);
        if (swapped != 0)
            *ends[i] = swapped;
    }
}
