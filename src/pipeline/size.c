/* SPDX-License-Identifier: MIT */
#include "pipeline/size.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

#define SCREEN_DPI 96
#define PRINT_DPI 300
#define MIN_SIDE_PT 72.0
#define MAX_SIDE_PT 14400.0    /* the largest page of PDF 1.x */
#define MAX_SIDE_PX 30000.0    /* Cairo's images end at 32,767 */
#define MAX_PICTURE_PX 200.0e6 /* 800 MB of memory */

const IncmapSizePreset incmap_size_presets[] = {
    {"a3", "297x420mm", 0, "print, upright"},
    {"a3l", "420x297mm", 0, "print, lying"},
    {"a4", "210x297mm", 0, "print, upright"},
    {"a4l", "297x210mm", 0, "print, lying; situation maps"},
    {"col1", "89x110mm", 0, "one column of a newspaper or journal"},
    {"col2", "183x120mm", 0, "two columns of a newspaper or journal"},
    {"letter", "8.5x11in", 0, "print, upright, North America"},
    {"slide", "1920x1080px", 144, "a full slide, 16:9"},
    {"social", "1200x630px", 0, "a link's preview card"},
    {"square", "1080x1080px", 120, "a square post"},
    {"web", "1600x1000px", 0, "a wide picture in an article"},
    {NULL, NULL, 0, NULL},
};

static const struct {
    const char *suffix;
    double pt; /* 0: depends on the dpi */
} units[] = {{"px", 0}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pt", 1}, {"", 0}};

static gboolean
parse_sides(const char *text, double *out_width, double *out_height, const char **out_unit)
{
    char *end = NULL;
    double width = g_ascii_strtod(text, &end);
    if (end == text)
        return FALSE;
    if (*end == 'x' || *end == 'X')
        end++;
    else if (g_str_has_prefix(end, "×"))
        end += strlen("×");
    else
        return FALSE;
    const char *second = end;
    double height = g_ascii_strtod(second, &end);
    if (end == second || !isfinite(width) || !isfinite(height) || width <= 0 || height <= 0)
        return FALSE;
    *out_width = width;
    *out_height = height;
    *out_unit = end;
    return TRUE;
}

static gboolean
fail_unknown(const char *text, GError **error)
{
    const char *names[G_N_ELEMENTS(incmap_size_presets)];
    for (guint i = 0; i < G_N_ELEMENTS(names); i++)
        names[i] = incmap_size_presets[i].name;
    const char *nearest = incmap_text_nearest(text, names);
    if (nearest != NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown size \"%s\"; did you mean \"%s\"?",
                           text, nearest);
    return incmap_fail(error, INCMAP_ERROR_USAGE,
                       "unknown size \"%s\"; write it as 1600x1000px or 180x120mm, or take one of "
                       "`incmap list sizes`",
                       text);
}

static gboolean
check_limits(const char *text, const IncmapSize *size, GError **error)
{
    double width_px = size->width_pt * size->dpi / 72, height_px = size->height_pt * size->dpi / 72;
    if (MAX(width_px, height_px) > MAX_SIDE_PX || width_px * height_px > MAX_PICTURE_PX)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "size %s at %g dpi is a picture of %.0f × %.0f px; the limits are %.0f "
                           "px a side and %.0f million px",
                           text, size->dpi, width_px, height_px, MAX_SIDE_PX, MAX_PICTURE_PX / 1e6);
    if (MAX(size->width_pt, size->height_pt) > MAX_SIDE_PT)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "size %s is more than %.0f points (%.2f m) a side", text, MAX_SIDE_PT,
                           MAX_SIDE_PT / 72 * 0.0254);
    if (MIN(size->width_pt, size->height_pt) < MIN_SIDE_PT)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "size %s at %g dpi is less than an inch a side; no map fits in it", text,
                           size->dpi);
    return TRUE;
}

gboolean
incmap_size_parse(const char *text, double dpi, IncmapSize *out_size, GError **error)
{
    const char *spelled = text;
    for (const IncmapSizePreset *preset = incmap_size_presets; preset->name != NULL; preset++) {
        if (g_ascii_strcasecmp(preset->name, text) != 0)
            continue;
        spelled = preset->size;
        dpi = dpi > 0 ? dpi : preset->dpi;
    }
    double width = 0, height = 0;
    const char *unit = NULL;
    if (!parse_sides(spelled, &width, &height, &unit))
        return fail_unknown(text, error);
    for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
        if (g_ascii_strcasecmp(units[i].suffix, unit) != 0)
            continue;
        IncmapSize size = {.dpi = dpi > 0 ? dpi : units[i].pt > 0 ? PRINT_DPI : SCREEN_DPI};
        size.is_screen = units[i].pt == 0;
        double unit_pt = units[i].pt > 0 ? units[i].pt : 72 / size.dpi;
        size.width_pt = width * unit_pt;
        size.height_pt = height * unit_pt;
        if (!check_limits(text, &size, error))
            return FALSE;
        *out_size = size;
        return TRUE;
    }
    return fail_unknown(text, error);
}
