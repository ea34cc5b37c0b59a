/* SPDX-License-Identifier: MIT */
#include "read/coordinates.h"

#include <math.h>
#include <string.h>

enum { MAX_LENGTH = 120 };

static const double powers_of_ten[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

static gboolean
parse_slowly(const char *text, gsize length, double *out_number)
{
    char copy[64] = {0};
    if (length == 0 || length >= sizeof copy)
        return FALSE;
    memcpy(copy, text, length);
    char *end = NULL;
    double number = g_ascii_strtod(copy, &end);
    if (*end != 0 || end == copy || !isfinite(number) || strpbrk(copy, "xXpPnNiI") != NULL)
        return FALSE;
    *out_number = number;
    return TRUE;
}

/* Up to 15 digits are exact in a double, and so is one division by a power of ten. */
static gboolean
parse_plain(const char *text, gsize length, char decimal_mark, double *out_number)
{
    gsize at = 0;
    gboolean is_negative = length > 0 && text[0] == '-';
    if (length > 0 && (text[0] == '-' || text[0] == '+'))
        at++;
    guint64 digits = 0;
    guint n_digits = 0, n_decimals = 0;
    gboolean has_mark = FALSE;
    for (; at < length; at++) {
        if (g_ascii_isdigit(text[at])) {
            digits = digits * 10 + (guint64)(text[at] - '0');
            n_digits++;
            n_decimals += has_mark;
            if (n_digits > 15)
                return parse_slowly(text, length, out_number);
        } else if (text[at] == decimal_mark && !has_mark) {
            has_mark = TRUE;
        } else {
            return decimal_mark == '.' && parse_slowly(text, length, out_number);
        }
    }
    if (n_digits == 0)
        return FALSE;
    double number = (double)digits / powers_of_ten[n_decimals];
    *out_number = is_negative ? -number : number;
    return TRUE;
}

/* "1,234,567" or "1 234": groups of three behind the first. */
static gboolean
parse_grouped(const char *text, gsize length, double *out_number)
{
    char digits[32] = {0};
    gsize n = 0, in_group = 0, n_groups = 0;
    for (gsize i = 0; i < length; i++) {
        gboolean is_mark = text[i] == ',' || text[i] == ' ' || text[i] == '\'';
        if (is_mark && in_group > 0 && in_group <= 3 && (n_groups == 0 || in_group == 3)) {
            n_groups++;
            in_group = 0;
        } else if (g_ascii_isdigit(text[i]) && n < sizeof digits - 1) {
            digits[n++] = text[i];
            in_group++;
        } else {
            return FALSE;
        }
    }
    return n_groups > 0 && in_group == 3 && parse_plain(digits, n, '.', out_number);
}

static void
trim(const char **text, gsize *length)
{
    while (*length > 0 && g_ascii_isspace(**text))
        (*text)++, (*length)--;
    while (*length > 0 && g_ascii_isspace((*text)[*length - 1]))
        (*length)--;
}

gboolean
incmap_number_parse(const char *text, gsize length, gboolean can_have_thousands, double *out_number)
{
    trim(&text, &length);
    if (can_have_thousands && parse_grouped(text, length, out_number))
        return TRUE;
    if (parse_plain(text, length, '.', out_number))
        return TRUE;
    return memchr(text, ',', length) != NULL && parse_plain(text, length, ',', out_number);
}

/* Takes a hemisphere letter off either end. */
static void
take_hemisphere(const char **text, gsize *length, IncmapAxis *axis, gboolean *is_negative)
{
    static const char letters[] = "NSEWOnsewo"; /* O: ouest, oeste */
    for (int is_end = 0; is_end < 2 && *length > 1; is_end++) {
        char c = is_end ? (*text)[*length - 1] : **text;
        if (strchr(letters, c) == NULL || c == 0)
            continue;
        c = g_ascii_toupper(c);
        *axis = c == 'N' || c == 'S' ? INCMAP_AXIS_LAT : INCMAP_AXIS_LON;
        *is_negative = c == 'S' || c == 'W' || c == 'O';
        if (!is_end)
            (*text)++;
        (*length)--;
        trim(text, length);
        return;
    }
}

/* Degrees, minutes and seconds: numbers between which stand marks that are no digits. */
static gboolean
parse_sexagesimal(const char *text, gsize length, double *out_degrees)
{
    double parts[3] = {0};
    guint n_parts = 0;
    gsize at = 0;
    while (at < length) {
        gsize n = 0;
        while (at + n < length &&
               (g_ascii_isdigit(text[at + n]) || text[at + n] == '.' || text[at + n] == ','))
            n++;
        if (n == 0) {
            if (g_ascii_isalpha(text[at]) || text[at] == '-' || text[at] == '/')
                return FALSE;
            at++;
            continue;
        }
        if (n_parts == 3 || !incmap_number_parse(text + at, n, FALSE, &parts[n_parts++]))
            return FALSE;
        at += n;
    }
    if (n_parts == 0 || parts[1] >= 60 || parts[2] >= 60)
        return FALSE;
    *out_degrees = parts[0] + parts[1] / 60 + parts[2] / 3600;
    return TRUE;
}

gboolean
incmap_coordinate_parse(const char *text, gsize length, double *out_degrees, IncmapAxis *out_axis)
{
    *out_axis = INCMAP_AXIS_ANY;
    if (parse_plain(text, length, '.', out_degrees))
        return TRUE;
    trim(&text, &length);
    if (length == 0 || length > MAX_LENGTH)
        return FALSE;
    if (incmap_number_parse(text, length, FALSE, out_degrees))
        return TRUE;
    gboolean is_negative = FALSE;
    take_hemisphere(&text, &length, out_axis, &is_negative);
    if (length > 1 && text[0] == '-') {
        is_negative = TRUE;
        text++, length--;
    }
    double degrees = 0;
    gboolean has_sign = *out_axis != INCMAP_AXIS_ANY ||
                        g_strstr_len(text, (gssize)length, "\302\260") != NULL; /* ° */
    if (!has_sign || !parse_sexagesimal(text, length, &degrees))
        return FALSE;
    *out_degrees = is_negative ? -degrees : degrees;
    return TRUE;
}

/* Where the second coordinate of a pair begins: at each mark in turn until both sides parse. */
static gboolean
split_pair(const char *text, gsize length, const char *marks, IncmapLonLat *out_point)
{
    for (gsize i = 1; i + 1 < length; i++) {
        if (strchr(marks, text[i]) == NULL || text[i] == 0)
            continue;
        gsize right = strchr("NSEWO", text[i]) != NULL || text[i] == '-' ? i : i + 1;
        gsize left = right;
        if (right == i + 1)
            left = i;
        if (strchr("NSEWO", text[i]) != NULL)
            left = right = i + 1;
        double first = 0, second = 0;
        IncmapAxis first_axis = INCMAP_AXIS_ANY, second_axis = INCMAP_AXIS_ANY;
        if (!incmap_coordinate_parse(text, left, &first, &first_axis) ||
            !incmap_coordinate_parse(text + right, length - right, &second, &second_axis))
            continue;
        if (first_axis != INCMAP_AXIS_ANY && first_axis == second_axis)
            continue;
        gboolean is_lon_first = first_axis == INCMAP_AXIS_LON || second_axis == INCMAP_AXIS_LAT;
        *out_point = is_lon_first ? (IncmapLonLat){first, second} : (IncmapLonLat){second, first};
        return TRUE;
    }
    return FALSE;
}

gboolean
incmap_coordinates_parse(const char *text, gsize length, IncmapLonLat *out_point)
{
    trim(&text, &length);
    if (length < 3 || length > MAX_LENGTH)
        return FALSE;
    gboolean is_wkt = length > 7 && g_ascii_strncasecmp(text, "POINT", 5) == 0;
    if (is_wkt) {
        text += 5, length -= 5;
        trim(&text, &length);
    }
    if (length > 2 && strchr("([", text[0]) != NULL && strchr(")]", text[length - 1]) != NULL) {
        text++, length -= 2;
        trim(&text, &length);
    }
    IncmapLonLat point = {0};
    if (!split_pair(text, length, ";", &point) && !split_pair(text, length, ",", &point) &&
        !split_pair(text, length, "NSEWO", &point) && !split_pair(text, length, "/ ", &point))
        return FALSE;
    *out_point = is_wkt ? (IncmapLonLat){point.lat_deg, point.lon_deg} : point;
    return TRUE;
}
