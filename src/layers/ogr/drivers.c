/* SPDX-License-Identifier: MIT */
/*
 * Which drivers there are, and what GDAL may not do.
 */
#include "layers/ogr/ogr.h"

#include "base/error.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <string.h>

/* Local files of people's own data. Not here: VRT and anything else that can point to a server or
 * run code. PostgreSQL reaches a server only when the user names one. */
static const char *const drivers[] = {
    "ESRI Shapefile", "GeoJSON", "GeoJSONSeq", "TopoJSON", "GPKG",
    "FlatGeobuf",     "CSV",     "KML",        "LIBKML",   "GPX",
    "XLSX",           "ODS",     "SQLite",     "GML",      "OpenFileGDB",
    "PostgreSQL",     NULL,
};

/* What maps are written in; it reads no vectors. */
#define RASTER_DRIVER "GTiff"

static const struct {
    const char *key;
    const char *value;
    const char *reason;
} settings[] = {
    {"GDAL_VRT_ENABLE_PYTHON", "NO", "runs code"},
    {"CPL_VSIL_CURL_ALLOWED_EXTENSIONS", ".none", "second lock of the door"},
    {"GML_SKIP_RESOLVE_ELEMS", "ALL", "follows links"},
    {"GML_DOWNLOAD_SCHEMA", "NO", "follows links"},
    {"PROJ_NETWORK", "OFF", "fetches grids"},
    {"OGR_CT_FORCE_TRADITIONAL_GIS_ORDER", "YES", "longitude first"},
    {"OGR_GEOJSON_MAX_OBJ_SIZE", "500", "MB; the default of 200 refuses detailed outlines"},
    {"GDAL_DISABLE_READDIR_ON_OPEN", "NO", "finds the .prj and .cpg beside a .shp"},
    {"GDAL_DRIVER_PATH", "disable", "loads other people's libraries"},
};

static void
deregister_others(void)
{
    for (int i = GDALGetDriverCount() - 1; i >= 0; i--) {
        GDALDriverH driver = GDALGetDriver(i);
        const char *name = GDALGetDriverShortName(driver);
        if (g_strv_contains(drivers, name) || strcmp(name, RASTER_DRIVER) == 0)
            continue;
        GDALDeregisterDriver(driver);
        GDALDestroyDriver(driver);
    }
}

void
incmap_ogr_init(void)
{
    static gsize is_done;
    if (!g_once_init_enter(&is_done))
        return;
    for (guint i = 0; i < G_N_ELEMENTS(settings); i++)
        CPLSetConfigOption(settings[i].key, settings[i].value);
    OGRRegisterAll();
    deregister_others();
    OSRSetPROJEnableNetwork(0);
    g_once_init_leave(&is_done, 1);
}

const char *const *
incmap_ogr_drivers(void)
{
    return drivers;
}

void
incmap_ogr_begin(void)
{
    CPLPushErrorHandler(CPLQuietErrorHandler);
    CPLErrorReset();
}

void
incmap_ogr_end(void)
{
    CPLPopErrorHandler();
}

gboolean
incmap_ogr_fail(GError **error, const char *path, const char *otherwise)
{
    const char *said = CPLGetLastErrorMsg();
    g_autofree char *message = g_utf8_make_valid(said[0] != '\0' ? said : otherwise, -1);
    /* A database repeats the query below what is wrong with it. */
    char *below = strstr(message, "\nLINE ");
    if (below != NULL)
        *below = '\0';
    g_strdelimit(g_strchomp(message), "\n\r", ' ');
    gsize length = strlen(message);
    if (length > 0 && message[length - 1] == '.')
        message[length - 1] = '\0';
    if (g_str_has_prefix(message, path) && message[strlen(path)] == ':')
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s", message);
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: %s", path, message);
}
