/* SPDX-License-Identifier: MIT */
#include "read/column-values.h"

#include "read/coordinates.h"
#include "read/dates.h"

#include <math.h>
#include <string.h>

void
incmap_column_values_collect(IncmapColumnValues *values, const IncmapColumnSample *sample,
                             guint column, guint first_row)
{
    memset(values, 0, sizeof *values);
    values->min = INFINITY;
    values->max = -INFINITY;
    g_autoptr(GHashTable) distinct = g_hash_table_new(g_str_hash, g_str_equal);
    for (guint row = first_row; row < sample->n_rows; row++) {
        const char *cell = sample->cells[(gsize)row * sample->n_columns + column];
        gsize length = strlen(cell);
        if (length == 0)
            continue;
        values->n_filled++;
        g_hash_table_add(distinct, (gpointer)cell);
        double number = 0;
        IncmapAxis axis = INCMAP_AXIS_ANY;
        IncmapDate date = {0};
        IncmapLonLat pair = {0};
        values->n_numbers += incmap_number_parse(cell, length, TRUE, &number);
        if (incmap_coordinate_parse(cell, length, &number, &axis)) {
            values->n_single++;
            values->min = MIN(values->min, number);
            values->max = MAX(values->max, number);
        } else if (incmap_coordinates_parse(cell, length, &pair)) {
            values->n_pairs++;
        }
        values->n_dates += incmap_date_parse(cell, length, &date) != INCMAP_DATE_BAD;
    }
    values->n_distinct = g_hash_table_size(distinct);
}

static gboolean
most(guint n, const IncmapColumnValues *values)
{
    return n * 5 >= values->n_filled * 4 && n > 0;
}

static double
score_axis(const IncmapColumnValues *values, double limit, const char *within, const char **out_why)
{
    if (values->n_single * 2 < values->n_filled) {
        *out_why = "values are no coordinates";
        return -1;
    }
    if (values->min < -limit || values->max > limit) {
        *out_why = limit > 90 ? "values beyond 180" : "values beyond 90";
        return 0;
    }
    *out_why = within;
    return 0.3;
}

static double
score_date(const IncmapColumnValues *values, const char **out_why)
{
    *out_why = "values are dates";
    if (most(values->n_dates, values))
        return 0.3;
    *out_why = "some values are no dates";
    return values->n_dates * 4 >= values->n_filled ? 0 : -1;
}

static double
score_count(const IncmapColumnValues *values, const char **out_why)
{
    *out_why = "values are numbers";
    if (most(values->n_numbers, values))
        return 0.2;
    *out_why = "some values are no numbers";
    return values->n_numbers * 2 >= values->n_filled ? 0 : -1;
}

static double
score_words(const IncmapColumnValues *values, const char **out_why)
{
    *out_why = "values are words";
    if (values->n_numbers == 0 && values->n_pairs == 0)
        return 0.2;
    *out_why = "values are numbers";
    return most(values->n_numbers + values->n_pairs, values) ? -1 : 0;
}

double
incmap_column_values_score(const IncmapColumnValues *values, IncmapColumnRole role,
                           const char **out_why)
{
    *out_why = "no values";
    if (values->n_filled == 0)
        return -0.3;
    switch (role) {
    case INCMAP_COLUMN_LAT:
        return score_axis(values, 90, "values within -90\342\200\24690", out_why);
    case INCMAP_COLUMN_LON:
        return score_axis(values, 360, "values within -180\342\200\246360", out_why);
    case INCMAP_COLUMN_LATLON:
        *out_why = "values are pairs of coordinates";
        return most(values->n_pairs, values) ? 0.4 : -1;
    case INCMAP_COLUMN_DATE:
    case INCMAP_COLUMN_END_DATE:
        return score_date(values, out_why);
    case INCMAP_COLUMN_YEAR:
    case INCMAP_COLUMN_MONTH:
    case INCMAP_COLUMN_DAY:
    case INCMAP_COLUMN_KILLED:
    case INCMAP_COLUMN_KILLED_LOW:
    case INCMAP_COLUMN_KILLED_HIGH:
    case INCMAP_COLUMN_MAGNITUDE:
    case INCMAP_COLUMN_INJURED:
    case INCMAP_COLUMN_MISSING:
    case INCMAP_COLUMN_DISPLACED:
    case INCMAP_COLUMN_AFFECTED:
    case INCMAP_COLUMN_POPULATION:
        return score_count(values, out_why);
    case INCMAP_COLUMN_PLACE:
    case INCMAP_COLUMN_ADMIN2:
    case INCMAP_COLUMN_ADMIN1:
    case INCMAP_COLUMN_COUNTRY:
    case INCMAP_COLUMN_EVENT:
    case INCMAP_COLUMN_NOTES:
    case INCMAP_COLUMN_TITLE:
        return score_words(values, out_why);
    default:
        *out_why = "name";
        return 0;
    }
}
