/* SPDX-License-Identifier: MIT */
/*
 * Opening a source and reading it row by row: the functions behind the door.
 */
#include "layers/ogr/ogr.h"

#include "base/error.h"

#include <cpl_error.h>
#include <gmodule.h>

static void
vector_free(IncmapVector *vector)
{
    if (vector == NULL)
        return;
    if (vector->feature != NULL)
        OGR_F_Destroy(vector->feature);
    if (vector->to_wgs84 != NULL)
        OCTDestroyCoordinateTransformation(vector->to_wgs84);
    if (vector->dataset != NULL)
        GDALClose(vector->dataset);
    for (guint i = 0; i < vector->n_fields; i++) {
        g_free(vector->names[i]);
        g_free(vector->values[i]);
    }
    g_free(vector->names);
    g_free(vector->values);
    g_free(vector->types);
    g_clear_pointer(&vector->points, g_array_unref);
    g_clear_pointer(&vector->part_starts, g_array_unref);
    g_free(vector->path);
    g_free(vector);
}

static gboolean
choose_layer(IncmapVector *vector, const char *name, GError **error)
{
    int n_layers = GDALDatasetGetLayerCount(vector->dataset);
    if (name != NULL)
        vector->layer = GDALDatasetGetLayerByName(vector->dataset, name);
    else if (n_layers == 1)
        vector->layer = GDALDatasetGetLayer(vector->dataset, 0);
    if (vector->layer != NULL)
        return TRUE;
    if (n_layers == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: holds no layer", vector->path);
    g_autoptr(GString) names = g_string_new(NULL);
    for (int i = 0; i < n_layers && i < 50; i++)
        g_string_append_printf(names, "%s\"%s\"", i == 0 ? "" : ", ",
                               OGR_L_GetName(GDALDatasetGetLayer(vector->dataset, i)));
    if (name != NULL)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: has no layer \"%s\"; it has %s",
                           vector->path, name, names->str);
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: has several layers, name one of %s",
                       vector->path, names->str);
}

static gboolean
find_transformation(IncmapVector *vector, GError **error)
{
    OGRSpatialReferenceH from = OGR_L_GetSpatialRef(vector->layer);
    vector->has_reference = from != NULL;
    if (from == NULL)
        return TRUE;
    OGRSpatialReferenceH source = OSRClone(from);
    OGRSpatialReferenceH wgs84 = OSRNewSpatialReference(NULL);
    OSRImportFromEPSG(wgs84, 4326);
    OSRSetAxisMappingStrategy(source, OAMS_TRADITIONAL_GIS_ORDER);
    OSRSetAxisMappingStrategy(wgs84, OAMS_TRADITIONAL_GIS_ORDER);
    /* Even the identity would touch the last digits, and neighbours share those. */
    gboolean is_needed = !OSRIsSame(source, wgs84);
    if (is_needed)
        vector->to_wgs84 = OCTNewCoordinateTransformation(source, wgs84);
    OSRDestroySpatialReference(source);
    OSRDestroySpatialReference(wgs84);
    if (is_needed && vector->to_wgs84 == NULL)
        return incmap_ogr_fail(error, vector->path, "its coordinate system is unknown");
    return TRUE;
}

static IncmapVectorType
get_type(OGRFieldType type)
{
    switch (type) {
    case OFTInteger:
    case OFTInteger64:
        return INCMAP_VECTOR_INTEGER;
    case OFTReal:
        return INCMAP_VECTOR_REAL;
    case OFTDate:
    case OFTDateTime:
        return INCMAP_VECTOR_DATE;
    default:
        return INCMAP_VECTOR_TEXT;
    }
}

static void
read_fields(IncmapVector *vector)
{
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(vector->layer);
    vector->n_fields = (guint)MAX(OGR_FD_GetFieldCount(definition), 0);
    vector->names = g_new0(char *, vector->n_fields + 1);
    vector->values = g_new0(char *, vector->n_fields + 1);
    vector->types = g_new0(IncmapVectorType, vector->n_fields + 1);
    for (guint i = 0; i < vector->n_fields; i++) {
        OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, (int)i);
        vector->names[i] = g_utf8_make_valid(OGR_Fld_GetNameRef(field), -1);
        vector->types[i] = get_type(OGR_Fld_GetType(field));
    }
}

static gboolean
open_source(IncmapVector *vector, const char *layer, GError **error)
{
    vector->dataset = GDALOpenEx(vector->path, GDAL_OF_VECTOR | GDAL_OF_READONLY,
                                 incmap_ogr_drivers(), NULL, NULL);
    if (vector->dataset == NULL) {
        if (!g_str_has_prefix(vector->path, "/vsi") && !g_str_has_prefix(vector->path, "PG:") &&
            !g_file_test(vector->path, G_FILE_TEST_EXISTS))
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no such file", vector->path);
        return incmap_ogr_fail(error, vector->path,
                               "not a vector file or table of a known format, or broken");
    }
    if (!choose_layer(vector, layer, error) || !find_transformation(vector, error))
        return FALSE;
    read_fields(vector);
    return TRUE;
}

static IncmapVector *
vector_open(const char *path, const char *layer, GError **error)
{
    incmap_ogr_init();
    IncmapVector *vector = g_new0(IncmapVector, 1);
    vector->path = g_strdup(path);
    vector->points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    vector->part_starts = g_array_new(FALSE, TRUE, sizeof(guint32));
    g_array_set_size(vector->part_starts, 1);
    incmap_ogr_begin();
    gboolean is_open = open_source(vector, layer, error);
    if (!is_open)
        g_clear_pointer(&vector, vector_free);
    incmap_ogr_end();
    return vector;
}

static char *
format_date(OGRFeatureH feature, int field)
{
    int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
    float second = 0;
    OGRFieldType type = OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field));
    if (!OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second,
                                    &zone))
        return g_strdup(OGR_F_GetFieldAsString(feature, field));
    if (type == OFTDate)
        return g_strdup_printf("%04d-%02d-%02d", year, month, day);
    g_autofree char *suffix = NULL;
    /* 0: unknown, 1: local time, 100: UTC, each unit a quarter of an hour. */
    int zone_min = (zone - 100) * 15;
    if (zone == 100)
        suffix = g_strdup("Z");
    else if (zone > 1)
        suffix = g_strdup_printf("%c%02d:%02d", zone_min < 0 ? '-' : '+', ABS(zone_min) / 60,
                                 ABS(zone_min) % 60);
    return g_strdup_printf("%04d-%02d-%02dT%02d:%02d:%02d%s", year, month, day, hour, minute,
                           CLAMP((int)second, 0, 60), suffix != NULL ? suffix : "");
}

static void
read_values(IncmapVector *vector)
{
    for (guint i = 0; i < vector->n_fields; i++) {
        int field = (int)i;
        g_clear_pointer(&vector->values[i], g_free);
        if (!OGR_F_IsFieldSetAndNotNull(vector->feature, field))
            continue;
        if (vector->types[i] == INCMAP_VECTOR_DATE)
            vector->values[i] = format_date(vector->feature, field);
        else
            vector->values[i] =
                g_utf8_make_valid(OGR_F_GetFieldAsString(vector->feature, field), -1);
    }
}

static gboolean
read_row(IncmapVector *vector, IncmapVectorRow *out_row, GError **error)
{
    if (vector->feature != NULL)
        OGR_F_Destroy(vector->feature);
    vector->feature = OGR_L_GetNextFeature(vector->layer);
    if (vector->feature == NULL) {
        if (CPLGetLastErrorType() >= CE_Failure)
            incmap_ogr_fail(error, vector->path, "cannot be read to its end");
        return FALSE;
    }
    IncmapVectorRow row = {
        .id = OGR_F_GetFID(vector->feature),
        .values = (const char *const *)vector->values,
    };
    if (!incmap_ogr_read_geometry(vector, &row, error))
        return FALSE;
    read_values(vector);
    *out_row = row;
    return TRUE;
}

static gboolean
vector_next(IncmapVector *vector, IncmapVectorRow *out_row, GError **error)
{
    incmap_ogr_begin();
    gboolean is_row = read_row(vector, out_row, error);
    incmap_ogr_end();
    return is_row;
}

static guint
n_fields(const IncmapVector *vector)
{
    return vector->n_fields;
}

static const char *
field_name(const IncmapVector *vector, guint field)
{
    return vector->names[field];
}

static IncmapVectorType
field_type(const IncmapVector *vector, guint field)
{
    return vector->types[field];
}

G_MODULE_EXPORT extern const IncmapVectorModule incmap_vector_module;
const IncmapVectorModule incmap_vector_module = {
    .version = INCMAP_VECTOR_MODULE_VERSION,
    .open = vector_open,
    .free = vector_free,
    .n_fields = n_fields,
    .field_name = field_name,
    .field_type = field_type,
    .next = vector_next,
    .archive_open = incmap_ogr_archive_open,
    .archive_read = incmap_ogr_archive_read,
    .archive_close = incmap_ogr_archive_close,
};
