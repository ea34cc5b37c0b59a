/* SPDX-License-Identifier: MIT */
#include "pipeline/outputs.h"

#include "base/output.h"
#include "base/text.h"
#include "layers/vector.h"
#include "pipeline/results.h"

#include <math.h>
#include <string.h>

/* Endings and values of --format. */
static const struct {
    const char *name;
    IncmapOutputFormat format;
} endings[] = {
    {"png", INCMAP_OUTPUT_PNG},         {"svg", INCMAP_OUTPUT_SVG},  {"pdf", INCMAP_OUTPUT_PDF},
    {"html", INCMAP_OUTPUT_HTML},       {"tif", INCMAP_OUTPUT_TIFF}, {"tiff", INCMAP_OUTPUT_TIFF},
    {"geojson", INCMAP_OUTPUT_GEOJSON}, {"kml", INCMAP_OUTPUT_KML},  {"pgw", INCMAP_OUTPUT_WORLD},
    {"prj", INCMAP_OUTPUT_PRJ},
};

#define ALL_FORMATS "png, svg, pdf, html, tif, geojson, kml, pgw, prj"

gboolean
incmap_format_choose(const char *path, const char *format, int *out_format, GError **error)
{
    const char *names[G_N_ELEMENTS(endings) + 1] = {NULL};
    const char *dot = strrchr(path, '.');
    const char *word = format != NULL ? format : dot != NULL ? dot + 1 : "";
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        names[i] = endings[i].name;
        if (g_ascii_strcasecmp(word, endings[i].name) == 0) {
            *out_format = (int)endings[i].format;
            return TRUE;
        }
    }
    if (format == NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "output %s: the ending tells no format; use one of " ALL_FORMATS
                           ", or say --format",
                           path);
    const char *nearest = incmap_text_nearest(word, names);
    return incmap_fail(error, INCMAP_ERROR_USAGE, "unknown format \"%s\"; %s%s%s", format,
                       nearest != NULL ? "did you mean \"" : "there are " ALL_FORMATS,
                       nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
}

char *
incmap_output_world(const IncmapMap *map)
{
    IncmapGeoreference at = {0};
    map->session->compose->georeference(map->scene, &at);
    double m_per_px = at.m_per_pt * 72 / map->options.size.dpi;
    const double lines[] = {m_per_px, 0, 0, -m_per_px,
                            /* of the middle of the first pixel */
                            at.west_m + m_per_px / 2, at.north_m - m_per_px / 2};
    GString *text = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(lines); i++) {
        incmap_format_number(text, lines[i], 6);
        g_string_append_c(text, '\n');
    }
    return g_string_free(text, FALSE);
}

static gboolean
write_text(const char *path, char *text, GError **error)
{
    g_autofree char *owned = text;
    return owned != NULL && incmap_output_write(path, owned, strlen(owned), error);
}

/* The picture is drawn as for a PNG and handed over to GDAL. */
static gboolean
write_tiff(IncmapMap *map, IncmapComposer *composer, const char *path, GError **error)
{
    const IncmapComposeTable *compose = map->session->compose;
    IncmapComposeOptions options = {.map = &map->options};
    IncmapRaster raster = {0};
    IncmapGeoreference at = {0};
    g_autofree char *crs = compose->describe_crs(map->scene, "WKT2", error);
    if (crs == NULL)
        return FALSE;
    g_autoptr(GByteArray) pixels = compose->draw_pixels(composer, map->scene, &options,
                                                        &raster.width_px, &raster.height_px, error);
    if (pixels == NULL)
        return FALSE;
    compose->georeference(map->scene, &at);
    raster.pixels = pixels->data;
    raster.m_per_px = at.m_per_pt * 72 / map->options.size.dpi;
    raster.west_m = at.west_m;
    raster.north_m = at.north_m;
    raster.crs = crs;
    raster.dpi = map->options.size.dpi;
    g_autoptr(GByteArray) bytes = incmap_raster_format(&raster, error);
    return bytes != NULL && incmap_output_write(path, bytes->data, bytes->len, error);
}

static gboolean
write_output(IncmapMap *map, IncmapComposer *composer, const char *path, int format, GError **error)
{
    IncmapComposeOptions options = {.map = &map->options};
    switch ((IncmapOutputFormat)format) {
    case INCMAP_OUTPUT_PNG:
    case INCMAP_OUTPUT_SVG:
    case INCMAP_OUTPUT_PDF:
    case INCMAP_OUTPUT_HTML:
        break;
    case INCMAP_OUTPUT_TIFF:
        return write_tiff(map, composer, path, error);
    case INCMAP_OUTPUT_GEOJSON:
        return write_text(path, incmap_result_geojson(map), error);
    case INCMAP_OUTPUT_KML:
        return write_text(path, incmap_output_kml(map), error);
    case INCMAP_OUTPUT_WORLD:
        return write_text(path, incmap_output_world(map), error);
    case INCMAP_OUTPUT_PRJ:
        return write_text(path, map->session->compose->describe_crs(map->scene, "ESRI", error),
                          error);
    }
    return map->session->compose->draw(composer, map->scene, path, format, &options, error);
}

gboolean
incmap_pipeline_draw(IncmapMap *map, IncmapComposer *composer, const char *path, int format,
                     GError **error)
{
    gint64 start_us = g_get_monotonic_time();
    gboolean is_drawn = write_output(map, composer, path, format, error);
    map->elapsed_us[INCMAP_N_STAGES] += g_get_monotonic_time() - start_us;
    return is_drawn;
}
