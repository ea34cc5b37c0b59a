/* SPDX-License-Identifier: MIT */
/*
 * Reads and writes colours as CSS Color Level 4 has them, without its wider colour spaces.
 */
#include "style/color.h"

#include <math.h>
#include <string.h>

#define MAX_COLOR_CHARS 64

static IncmapColor
from_rgb24(guint32 rgb, double a)
{
    return (IncmapColor){((rgb >> 16) & 255) / 255.0, ((rgb >> 8) & 255) / 255.0,
                         (rgb & 255) / 255.0, a};
}

static gboolean
parse_hex(const char *digits, IncmapColor *out_color)
{
    gsize n = strlen(digits);
    guint32 parts[4] = {0, 0, 0, 255};
    if (n != 3 && n != 4 && n != 6 && n != 8)
        return FALSE;
    gsize width = n < 6 ? 1 : 2;
    for (gsize i = 0; i < n; i++) {
        if (!g_ascii_isxdigit(digits[i]))
            return FALSE;
    }
    for (gsize i = 0; i < n / width; i++) {
        guint32 high = (guint32)g_ascii_xdigit_value(digits[i * width]);
        guint32 low = (guint32)g_ascii_xdigit_value(digits[i * width + width - 1]);
        parts[i] = high * 16 + low;
    }
    *out_color = from_rgb24(parts[0] << 16 | parts[1] << 8 | parts[2], parts[3] / 255.0);
    return TRUE;
}

/* One number of a colour function and the unit behind it. */
typedef struct Part Part;
struct Part {
    double number;
    char unit[5]; /* "", "%", "deg", "grad", "rad" or "turn" */
};

static const char *
skip_space(const char *c)
{
    while (g_ascii_isspace(*c))
        c++;
    return c;
}

static gboolean
parse_part(const char **c, Part *out_part)
{
    if (!g_ascii_isdigit(**c) && strchr("+-.", **c) == NULL)
        return FALSE;
    char *end = NULL;
    double number = g_ascii_strtod(*c, &end);
    if (end == *c || !isfinite(number))
        return FALSE;
    gsize n = 0;
    Part part = {.number = number};
    while ((g_ascii_isalpha(*end) || *end == '%') && n + 1 < sizeof part.unit)
        part.unit[n++] = *end++;
    *out_part = part;
    *c = end;
    return TRUE;
}

/* `1, 2, 3, 4` or `1 2 3 / 4`, never mixed; the fourth part may be missing. */
static gboolean
parse_parts(const char *c, Part parts[4], guint *out_n)
{
    gboolean has_commas = FALSE;
    guint n = 0;
    for (c = skip_space(c); n < 4; n++) {
        if (!parse_part(&c, &parts[n]))
            return FALSE;
        const char *next = skip_space(c);
        if (n == 0)
            has_commas = *next == ',';
        if (*next == ')') {
            *out_n = n + 1;
            return *skip_space(next + 1) == '\0' && n >= 2;
        }
        char separator = has_commas ? ',' : n == 2 ? '/' : ' ';
        if (separator == ' ' && next == c)
            return FALSE;
        if (separator != ' ' && *next++ != separator)
            return FALSE;
        c = skip_space(next);
    }
    return FALSE;
}

static gboolean
read_alpha(const Part *part, double *out_a)
{
    if (part->unit[0] != '\0' && strcmp(part->unit, "%") != 0)
        return FALSE;
    double a = part->unit[0] == '%' ? part->number / 100 : part->number;
    *out_a = CLAMP(a, 0, 1);
    return TRUE;
}

static gboolean
read_rgb(const Part parts[4], double rgb[3])
{
    for (guint i = 0; i < 3; i++) {
        if (strcmp(parts[i].unit, parts[0].unit) != 0)
            return FALSE;
        if (parts[i].unit[0] != '\0' && strcmp(parts[i].unit, "%") != 0)
            return FALSE;
        double full = parts[i].unit[0] == '%' ? 100 : 255;
        rgb[i] = CLAMP(parts[i].number / full, 0, 1);
    }
    return TRUE;
}

static gboolean
read_hue(const Part *part, double *out_hue_deg)
{
    static const struct {
        const char *unit;
        double degrees;
    } units[] = {{"", 1}, {"deg", 1}, {"grad", 0.9}, {"rad", 180 / G_PI}, {"turn", 360}};
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        if (strcmp(part->unit, units[i].unit) == 0) {
            double hue_deg = fmod(part->number * units[i].degrees, 360);
            *out_hue_deg = hue_deg < 0 ? hue_deg + 360 : hue_deg;
            return TRUE;
        }
    }
    return FALSE;
}

/* CSS Color 4, "HSL to sRGB": f(n) = l - a max(-1, min(k - 3, 9 - k, 1)), k = (n + h/30) mod 12 */
static gboolean
read_hsl(const Part parts[4], double rgb[3])
{
    static const double offsets[3] = {0, 8, 4};
    double hue_deg = 0;
    if (!read_hue(&parts[0], &hue_deg) || strcmp(parts[1].unit, "%") != 0 ||
        strcmp(parts[2].unit, "%") != 0)
        return FALSE;
    double s = CLAMP(parts[1].number / 100, 0, 1);
    double l = CLAMP(parts[2].number / 100, 0, 1);
    double a = s * MIN(l, 1 - l);
    for (guint i = 0; i < 3; i++) {
        double k = fmod(offsets[i] + hue_deg / 30, 12);
        rgb[i] = l - a * MAX(-1, MIN(MIN(k - 3, 9 - k), 1));
    }
    return TRUE;
}

static gboolean
parse_function(const char *text, IncmapColor *out_color)
{
    gboolean is_hsl = g_str_has_prefix(text, "hsl");
    const char *c = text + 3;
    if (!is_hsl && !g_str_has_prefix(text, "rgb"))
        return FALSE;
    if (*c == 'a')
        c++;
    Part parts[4] = {{0}};
    guint n = 0;
    double rgb[3] = {0};
    double a = 1;
    if (*c != '(' || !parse_parts(c + 1, parts, &n))
        return FALSE;
    if (!(is_hsl ? read_hsl(parts, rgb) : read_rgb(parts, rgb)))
        return FALSE;
    if (n == 4 && !read_alpha(&parts[3], &a))
        return FALSE;
    *out_color = (IncmapColor){rgb[0], rgb[1], rgb[2], a};
    return TRUE;
}

gboolean
incmap_color_parse(const char *text, IncmapColor *out_color)
{
    if (strlen(text) > MAX_COLOR_CHARS)
        return FALSE;
    g_autofree char *lower = g_ascii_strdown(text, -1);
    g_strstrip(lower);
    if (lower[0] == '#')
        return parse_hex(lower + 1, out_color);
    if (strcmp(lower, "transparent") == 0) {
        *out_color = (IncmapColor){0};
        return TRUE;
    }
    gint32 rgb = incmap_color_find_name(lower);
    if (rgb < 0)
        return parse_function(lower, out_color);
    *out_color = from_rgb24((guint32)rgb, 1);
    return TRUE;
}

char *
incmap_color_format(const IncmapColor *color)
{
    char alpha[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(alpha, sizeof alpha, "%.15g", color->a);
    return g_strdup_printf("rgba(%.0f,%.0f,%.0f,%s)", round(color->r * 255), round(color->g * 255),
                           round(color->b * 255), alpha);
}

gboolean
incmap_color_equal(const IncmapColor *a, const IncmapColor *b)
{
    return a->r == b->r && a->g == b->g && a->b == b->b && a->a == b->a;
}
