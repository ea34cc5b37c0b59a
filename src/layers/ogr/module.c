/* SPDX-License-Identifier: MIT */
/*
 * Opening a source and reading it row by row: the functions behind the door.
 */
#include "layers/ogr/ogr.h"

#include "base/error.h"
#include "base/text.h"

#include <cpl_error.h>
#include <gmodule.h>
#include <string.h>

static void
vector_free(IncmapVector *vector)
{
    if (vector == NULL)
        return;
    if (vector->feature != NULL)
        OGR_F_Destroy(vector->feature);
    if (vector->to_wgs84 != NULL)
        OCTDestroyCoordinateTransformation(vector->to_wgs84);
    if (vector->result != NULL)
        GDALDatasetReleaseResultSet(vector->dataset, vector->result);
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

/* The days wanted as the database's own condition; rows without a day are for the reader to tell
 * of. NULL: all. */
static char *
make_condition(const IncmapVectorQuery *query)
{
    if (query->date_field == NULL || (query->first_day == NULL && query->day_after == NULL))
        return NULL;
    g_auto(GStrv) parts = g_strsplit(query->date_field, "\"", -1);
    g_autofree char *escaped = g_strjoinv("\"\"", parts);
    g_autofree char *day = g_strdup_printf("\"%s\"", escaped);
    g_autofree char *end = query->end_field != NULL && strchr(query->end_field, '"') == NULL
                               ? g_strdup_printf("COALESCE(\"%s\", %s)", query->end_field, day)
                               : g_strdup(day);
    g_autoptr(GString) text = g_string_new(NULL);
    g_string_append_printf(text, "(%s IS NULL OR (", day);
    if (query->first_day != NULL)
        g_string_append_printf(text, "%s >= '%s'", end, query->first_day);
    if (query->day_after != NULL)
        g_string_append_printf(text, "%s%s < '%s'", query->first_day != NULL ? " AND " : "", day,
                               query->day_after);
    g_string_append(text, "))");
    return g_strdup(text->str);
}

static gboolean
ask(IncmapVector *vector, const IncmapVectorQuery *query, gboolean is_database, GError **error)
{
    g_autofree char *condition = is_database ? make_condition(query) : NULL;
    if (query->sql != NULL) {
        g_autofree char *sql = g_strchomp(g_strdup(query->sql));
        if (g_str_has_suffix(sql, ";"))
            sql[strlen(sql) - 1] = '\0';
        g_autofree char *whole =
            condition != NULL
                ? g_strdup_printf("SELECT * FROM (%s) AS wanted WHERE %s", sql, condition)
                : g_strdup(sql);
        vector->layer = vector->result = GDALDatasetExecuteSQL(vector->dataset, whole, NULL, NULL);
        if (vector->layer == NULL)
            return incmap_ogr_fail(error, vector->path, "the query gives no rows");
    } else if (!choose_layer(vector, query->layer, error)) {
        return FALSE;
    }
    if (query->sql == NULL && condition != NULL &&
        OGR_L_SetAttributeFilter(vector->layer, condition) != OGRERR_NONE)
        return incmap_ogr_fail(error, vector->path, "the days can't be asked for");
    if (is_database && query->has_box)
        OGR_L_SetSpatialFilterRect(vector->layer, query->box.west_deg, query->box.south_deg,
                                   query->box.east_deg, query->box.north_deg);
    return TRUE;
}

static gboolean
open_source(IncmapVector *vector, const char *path, const IncmapVectorQuery *query, GError **error)
{
    gboolean is_database = g_str_has_prefix(path, "PG:") || g_str_has_prefix(path, "postgresql:");
    vector->dataset =
        GDALOpenEx(path, GDAL_OF_VECTOR | GDAL_OF_READONLY, incmap_ogr_drivers(), NULL, NULL);
    if (vector->dataset == NULL) {
        if (!g_str_has_prefix(vector->path, "/vsi") && !is_database &&
            !g_file_test(vector->path, G_FILE_TEST_EXISTS))
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no such file", vector->path);
        return incmap_ogr_fail(error, vector->path,
                               "not a vector file or table of a known format, or broken");
    }
    if (!ask(vector, query, is_database, error) || !find_transformation(vector, error))
        return FALSE;
    read_fields(vector);
    return TRUE;
}

static IncmapVector *
vector_open(const char *path, const IncmapVectorQuery *query, GError **error)
{
    incmap_ogr_init();
    IncmapVector *vector = g_new0(IncmapVector, 1);
    vector->path = incmap_text_hide_password(path);
    vector->points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    vector->part_starts = g_array_new(FALSE, TRUE, sizeof(guint32));
    g_array_set_size(vector->part_starts, 1);
    incmap_ogr_begin();
    gboolean is_open = open_source(vector, path, query, error);
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
    .format_raster = incmap_ogr_format_raster,
};
