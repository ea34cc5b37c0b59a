/* SPDX-License-Identifier: MIT */
#include "read/vector-table.h"

#include "base/error.h"
#include "layers/vector.h"
#include "read/rows.h"
#include "scene/dump.h"

#include <string.h>

enum { SAMPLE_ROWS = 200, MAX_INCIDENTS = 20000000 };

/* The table as it goes through: first as a sample for the columns, then row by row. */
typedef struct Source Source;
struct Source {
    const char *path;
    IncmapVectorQuery query;
    gboolean is_dated; /* the field of the date is one to the source, too */
    IncmapVectorType *types;
    guint n_fields;
    GPtrArray *cells; /* char *: of the sample, the header first */
    guint32 lines[SAMPLE_ROWS + 1];
    guint n_rows;
    gboolean has_points; /* every sampled row brings a geometry */
};

static void
clear_source(Source *source)
{
    g_clear_pointer(&source->cells, g_ptr_array_unref);
    g_clear_pointer(&source->types, g_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Source, clear_source)

static gboolean
take_sample(Source *source, GError **error)
{
    g_autoptr(IncmapVector) vector = incmap_vector_open_query(source->path, &source->query, error);
    if (vector == NULL)
        return FALSE;
    source->cells = g_ptr_array_new_with_free_func(g_free);
    source->n_fields = incmap_vector_n_fields(vector);
    source->types = g_new0(IncmapVectorType, source->n_fields + 1);
    for (guint i = 0; i < source->n_fields; i++) {
        source->types[i] = incmap_vector_field_type(vector, i);
        g_ptr_array_add(source->cells, g_strdup(incmap_vector_field_name(vector, i)));
    }
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row = {0};
    source->lines[0] = 1;
    source->n_rows = 1;
    source->has_points = TRUE;
    while (source->n_rows <= SAMPLE_ROWS && incmap_vector_next(vector, &row, &failure)) {
        for (guint i = 0; i < source->n_fields; i++)
            g_ptr_array_add(source->cells, g_strdup(row.values[i] != NULL ? row.values[i] : ""));
        source->has_points &= row.geometry >= 0;
        source->lines[source->n_rows] = source->n_rows + 1;
        source->n_rows++;
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    if (source->n_rows == 1)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: the layer has no rows", source->path);
    return TRUE;
}

/* The middle of the extent of all its points; good enough to stand for an area that is small on
 * the map, and said to be no more. */
static gboolean
find_centre(const IncmapVectorRow *row, IncmapLonLat *out_point, IncmapPrecision *out_precision)
{
    if (row->geometry < 0 || row->n_parts == 0)
        return FALSE;
    guint32 n = row->part_starts[row->n_parts];
    if (n == 0)
        return FALSE;
    double west = row->points[0].lon_deg, east = west;
    double south = row->points[0].lat_deg, north = south;
    for (guint32 i = 1; i < n; i++) {
        west = MIN(west, row->points[i].lon_deg);
        east = MAX(east, row->points[i].lon_deg);
        south = MIN(south, row->points[i].lat_deg);
        north = MAX(north, row->points[i].lat_deg);
    }
    *out_point = (IncmapLonLat){(west + east) / 2, (south + north) / 2};
    double span_deg = MAX(east - west, north - south);
    *out_precision = span_deg < 0.1 ? INCMAP_PRECISION_EXACT
                     : span_deg < 1 ? INCMAP_PRECISION_DISTRICT
                     : span_deg < 5 ? INCMAP_PRECISION_PROVINCE
                                    : INCMAP_PRECISION_COUNTRY;
    return TRUE;
}

static gboolean
read_rows(IncmapRows *rows, const Source *source, guint *out_n_centres, GError **error)
{
    g_autoptr(IncmapVector) vector = incmap_vector_open_query(source->path, &source->query, error);
    if (vector == NULL)
        return FALSE;
    g_autofree IncmapCsvField *fields = g_new0(IncmapCsvField, source->n_fields + 1);
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row = {0};
    guint32 line = 2;
    for (; line < MAX_INCIDENTS && incmap_vector_next(vector, &row, &failure); line++) {
        for (guint i = 0; i < source->n_fields; i++) {
            const char *value = row.values[i] != NULL ? row.values[i] : "";
            fields[i] = (IncmapCsvField){value, (guint32)strlen(value), FALSE};
        }
        IncmapLonLat point = {0};
        IncmapPrecision precision = INCMAP_PRECISION_NONE;
        gboolean has_point = find_centre(&row, &point, &precision);
        gboolean is_centre = has_point && (row.geometry > 0 || row.part_starts[row.n_parts] > 1);
        incmap_rows_add(rows, fields, source->n_fields, line, has_point ? &point : NULL);
        *out_n_centres += is_centre;
        if (is_centre && precision != INCMAP_PRECISION_EXACT)
            g_array_index(rows->scene->incidents, IncmapIncident, rows->scene->incidents->len - 1)
                .given_precision = (int)precision;
    }
    if (failure == NULL)
        return TRUE;
    g_array_set_size(rows->scene->incidents, rows->first_incident);
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
}

static gboolean
is_date_field(const Source *source, int field)
{
    return field >= 0 && (guint)field < source->n_fields &&
           source->types[field] == INCMAP_VECTOR_DATE;
}

/* Leaves to a database what it can leave out itself: days outside the period, points outside the
 * extent. Where a day stands for more than itself, all have to come. */
static void
narrow_query(Source *source, const IncmapColumns *columns, const IncmapReadOptions *options,
             char first_day[11], char day_after[11])
{
    int date = columns->index[INCMAP_COLUMN_DATE], end = columns->index[INCMAP_COLUMN_END_DATE];
    if (!incmap_vector_is_database(source->path))
        return;
    source->query.has_box = options->has_box && source->has_points &&
                            options->box.east_deg <= 180 && options->box.west_deg >= -180;
    source->query.box = options->box;
    if (!is_date_field(source, date) || (end >= 0 && !is_date_field(source, end)) ||
        columns->index[INCMAP_COLUMN_DATE_PRECISION] >= 0)
        return;
    source->query.date_field = g_ptr_array_index(source->cells, date);
    source->query.end_field = end >= 0 ? g_ptr_array_index(source->cells, end) : NULL;
    if (options->first_julian != 0) {
        incmap_format_day(options->first_julian, first_day);
        source->query.first_day = first_day;
    }
    if (options->last_julian != 0) {
        incmap_format_day(options->last_julian + 1, day_after);
        source->query.day_after = day_after;
    }
}

gboolean
incmap_vector_table_read(IncmapScene *scene, const char *path, const IncmapReadOptions *options,
                         IncmapDocument *document, GError **error)
{
    g_auto(Source) source = {
        .path = path,
        .query = {.layer = options->sql == NULL ? options->ogr_layer : NULL, .sql = options->sql}};
    char first_day[11], day_after[11];
    document->kind = INCMAP_INPUT_TABLE;
    if (!take_sample(&source, error))
        return FALSE;
    IncmapColumnSample sample = {path,          source.n_fields,
                                 source.n_rows, (const char **)source.cells->pdata,
                                 source.lines,  source.has_points};
    IncmapColumns columns = {0};
    if (!incmap_columns_choose(&columns, &sample, options->layout, options->columns, scene, error))
        return FALSE;
    columns.has_header = TRUE;
    narrow_query(&source, &columns, options, first_day, day_after);
    document->layout = columns.layout != NULL ? columns.layout->name : "generic";
    document->credit = columns.layout != NULL ? columns.layout->credit : NULL;
    g_auto(IncmapRows) rows = {0};
    guint n_centres = 0;
    incmap_rows_init(&rows, scene, path, &columns);
    if (!incmap_rows_group_by(&rows, options->group_column,
                              (const char *const *)source.cells->pdata, source.n_fields, error) ||
        !read_rows(&rows, &source, &n_centres, error) || !incmap_rows_finish(&rows, error))
        return FALSE;
    if (n_centres > 0)
        incmap_scene_note(scene,
                          "%s: %u %s a line, an area or several points and %s at the middle "
                          "of its extent",
                          path, n_centres, n_centres == 1 ? "row has" : "rows have each",
                          n_centres == 1 ? "stands" : "stand");
    return TRUE;
}
