/* SPDX-License-Identifier: MIT */
/*
 * The points or polygons of a vector layer → a gazetteer.
 */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "layers/vector.h"
#include "locate/add.h"

#define KM_PER_DEG 111.2

static const char *
get_value(const IncmapVectorRow *row, const int columns[INCMAP_N_PLACE_COLUMNS],
          IncmapPlaceColumn column)
{
    const char *value = columns[column] < 0 ? NULL : row->values[columns[column]];
    return value != NULL ? value : "";
}

static double
get_number(const IncmapVectorRow *row, const int columns[INCMAP_N_PLACE_COLUMNS],
           IncmapPlaceColumn column)
{
    return g_ascii_strtod(get_value(row, columns, column), NULL);
}

static gboolean
is_on_earth(IncmapLonLat point)
{
    return fabs(point.lon_deg) <= 180 && fabs(point.lat_deg) <= 90; /* refuses NaN */
}

/* The middle of the largest ring and the radius of a circle as large as all of them. The plain
 * formula for the plane, in degrees shortened towards the poles, is right to a few per cent for
 * areas of a gazetteer's size. */
static gboolean
measure_area(const IncmapVectorRow *row, IncmapLonLat *out_middle, double *out_radius_km)
{
    double all_km2 = 0, largest = 0;
    for (guint32 part = 0; part < row->n_parts; part++) {
        guint32 start = row->part_starts[part], end = row->part_starts[part + 1];
        double twice = 0, x = 0, y = 0;
        for (guint32 i = start; i + 1 < end; i++) {
            IncmapLonLat a = row->points[i], b = row->points[i + 1];
            double cross = a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
            if (!is_on_earth(a))
                return FALSE;
            twice += cross;
            x += (a.lon_deg + b.lon_deg) * cross;
            y += (a.lat_deg + b.lat_deg) * cross;
        }
        if (twice == 0)
            continue;
        IncmapLonLat middle = {x / (3 * twice), y / (3 * twice)};
        double sign = twice < 0 ? 1 : -1; /* holes turn the other way */
        all_km2 +=
            sign * fabs(twice) / 2 * KM_PER_DEG * KM_PER_DEG * cos(middle.lat_deg * G_PI / 180);
        if (fabs(twice) > largest && is_on_earth(middle)) {
            largest = fabs(twice);
            *out_middle = middle;
        }
    }
    *out_radius_km = sqrt(fmax(fabs(all_km2), 0.01) / G_PI);
    return largest > 0;
}

/* Where the row is: its columns, else its geometry. */
static gboolean
find_point(const IncmapVectorRow *row, const int columns[INCMAP_N_PLACE_COLUMNS],
           IncmapPlace *place)
{
    if (columns[INCMAP_PLACE_LATITUDE] >= 0 && columns[INCMAP_PLACE_LONGITUDE] >= 0 &&
        get_value(row, columns, INCMAP_PLACE_LATITUDE)[0] != '\0') {
        place->point = (IncmapLonLat){get_number(row, columns, INCMAP_PLACE_LONGITUDE),
                                      get_number(row, columns, INCMAP_PLACE_LATITUDE)};
        return is_on_earth(place->point);
    }
    if (row->geometry == 2) {
        place->kind = INCMAP_PLACE_ADMIN2;
        place->feature_code = "ADM2";
        return measure_area(row, &place->point, &place->radius_km);
    }
    if (row->geometry != 0 || row->n_parts == 0)
        return FALSE;
    place->point = row->points[0];
    return is_on_earth(place->point);
}

static gboolean
add_row(IncmapAddition *addition, const IncmapVectorRow *row, gint64 id,
        const int columns[INCMAP_N_PLACE_COLUMNS], gboolean *is_area)
{
    IncmapPlace place = {.id = -id, .kind = INCMAP_PLACE_TOWN, .feature_code = "PPL", .name = NULL};
    place.name = get_value(row, columns, INCMAP_PLACE_NAME);
    if (place.name[0] == '\0' || !find_point(row, columns, &place))
        return FALSE;
    *is_area |= place.kind != INCMAP_PLACE_TOWN;
    place.country_code =
        incmap_add_area_code(addition->base, get_value(row, columns, INCMAP_PLACE_COUNTRY_NAME),
                             INCMAP_PLACE_COUNTRY, "");
    place.admin1_code =
        incmap_add_area_code(addition->base, get_value(row, columns, INCMAP_PLACE_ADMIN1_NAME),
                             INCMAP_PLACE_ADMIN1, place.country_code);
    incmap_add_areas_at(addition, &place);
    if (columns[INCMAP_PLACE_RADIUS] >= 0)
        place.radius_km = get_number(row, columns, INCMAP_PLACE_RADIUS);
    double population = get_number(row, columns, INCMAP_PLACE_POPULATION);
    place.population = population > 0 && population < 1e9 ? (guint32)population : 0;
    guint32 added = incmap_gazetteer_builder_add(addition->builder, &place);
    g_auto(GStrv) alternates =
        g_strsplit_set(get_value(row, columns, INCMAP_PLACE_ALTERNATES), "|;", -1);
    for (char **alternate = alternates; *alternate != NULL; alternate++)
        incmap_gazetteer_builder_add_name(addition->builder, added, *alternate, NULL,
                                          INCMAP_NAME_ALTERNATE);
    return TRUE;
}

static gboolean
find_columns(const IncmapVector *vector, const char *path, const char *wanted,
             int columns[INCMAP_N_PLACE_COLUMNS], GError **error)
{
    guint n = incmap_vector_n_fields(vector);
    g_autoptr(GPtrArray) titles = g_ptr_array_new();
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(titles, (gpointer)incmap_vector_field_name(vector, i));
    if (!incmap_place_columns_find((const char *const *)titles->pdata, n, wanted, path, columns,
                                   error))
        return FALSE;
    if (columns[INCMAP_PLACE_NAME] >= 0)
        return TRUE;
    g_ptr_array_add(titles, NULL);
    g_autofree char *all = g_strjoinv(", ", (char **)titles->pdata);
    return incmap_fail(error, INCMAP_ERROR_USAGE,
                       "%s: no column is called name; say --columns name=COLUMN, with one of %s",
                       path, n > 0 ? all : "no columns");
}

gboolean
incmap_add_vector(IncmapAddition *addition, const char *path, const char *wanted,
                  gboolean *out_is_area, GError **error)
{
    int columns[INCMAP_N_PLACE_COLUMNS];
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, NULL, error);
    if (vector == NULL || !find_columns(vector, path, wanted, columns, error))
        return FALSE;
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row;
    gint64 n_rows = 0, n_bad = 0;
    gboolean is_area = FALSE;
    while (incmap_vector_next(vector, &row, &failure))
        n_bad += !add_row(addition, &row, ++n_rows, columns, &is_area);
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    if (n_bad == n_rows)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: none of %" G_GINT64_FORMAT " features has a name and a point or "
                           "area",
                           path, n_rows);
    if (n_bad > 0)
        g_ptr_array_add(addition->notes,
                        g_strdup_printf("%s: %" G_GINT64_FORMAT " of %" G_GINT64_FORMAT
                                        " features left out: without a name, point or area",
                                        path, n_bad, n_rows));
    *out_is_area = is_area;
    return TRUE;
}
