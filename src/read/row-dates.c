/* SPDX-License-Identifier: MIT */
/*
 * The dates of a table's rows. Numbers that can be read as day/month or as
 * month/day are settled when the whole column has been seen.
 */
#include "read/rows.h"

#include "base/error.h"
#include "base/text.h"
#include "read/coordinates.h"
#include "read/dates.h"

#include <stdio.h>
#include <string.h>

#define FIELD(role) incmap_rows_field(rows, INCMAP_COLUMN_##role, fields, n_fields)

/* The published date is a day within the week or month that the precision code tells. */
static void
widen_date(const IncmapRows *rows, IncmapDate *date, IncmapCsvField precision)
{
    const IncmapTableLayout *layout = rows->columns->layout;
    if (layout == NULL || strcmp(layout->id, "acled") != 0 || precision.length != 1 ||
        date->from_julian == 0 || date->from_julian != date->to_julian)
        return;
    int year = 0, month = 0, day = 0;
    incmap_date_split(date->from_julian, &year, &month, &day);
    if (precision.text[0] == '2') {
        date->from_julian -= 3;
        date->to_julian += 3;
    } else if (precision.text[0] == '3') {
        date->from_julian = incmap_date_julian(year, month, 1);
        date->to_julian = incmap_date_julian(year, month, incmap_date_month_days(year, month));
    }
}

static void
parse_date_field(IncmapRows *rows, IncmapCsvField field, guint32 line, IncmapDate *out_date,
                 gboolean *is_either)
{
    if (incmap_rows_is_blank(field))
        return;
    IncmapDateReading reading = incmap_date_parse(field.text, field.length, out_date);
    switch (reading) {
    case INCMAP_DATE_DMY:
        rows->dmy_line = rows->dmy_line == 0 ? line : rows->dmy_line;
        break;
    case INCMAP_DATE_MDY:
        rows->mdy_line = rows->mdy_line == 0 ? line : rows->mdy_line;
        break;
    case INCMAP_DATE_EITHER:
        *is_either = TRUE;
        if (rows->either_line == 0) {
            rows->either_line = line;
            rows->either_example = g_strndup(field.text, field.length);
        }
        break;
    case INCMAP_DATE_BAD:
        incmap_rows_fault(rows, INCMAP_FAULT_BAD_DATE, line, field.text, field.length);
        break;
    case INCMAP_DATE_CERTAIN:
        break;
    }
}

/* Year, month and day in columns of their own; 0 or nothing: unknown. */
static void
compose_date(IncmapRows *rows, IncmapDate *date, guint32 line, IncmapCsvField year_field,
             IncmapCsvField month_field, IncmapCsvField day_field)
{
    double year = incmap_rows_number(rows, year_field, line), month = 0, day = 0;
    if (!(year >= 1 && year <= 9999))
        return;
    if (!incmap_rows_is_blank(month_field) &&
        !incmap_number_parse(month_field.text, month_field.length, FALSE, &month)) {
        g_autofree char *name = g_strndup(month_field.text, month_field.length);
        g_autofree char *folded = incmap_text_fold(name);
        month = incmap_month_find(folded);
    }
    if (!incmap_rows_is_blank(day_field))
        incmap_number_parse(day_field.text, day_field.length, FALSE, &day);
    gboolean has_month = month >= 1 && month <= 12;
    gboolean has_day = has_month && day >= 1 && day <= 31;
    int first_month = has_month ? (int)month : 1, last_month = has_month ? (int)month : 12;
    int last_day = incmap_date_month_days((int)year, last_month);
    date->from_julian = incmap_date_julian((int)year, first_month, has_day ? (int)day : 1);
    date->to_julian = incmap_date_julian((int)year, last_month, has_day ? (int)day : last_day);
    if (date->from_julian == 0 || date->to_julian == 0)
        incmap_rows_fault(rows, INCMAP_FAULT_BAD_DATE, line, day_field.text, day_field.length);
}

void
incmap_rows_take_date(IncmapRows *rows, IncmapIncident *incident, const IncmapCsvField *fields,
                      guint n_fields)
{
    IncmapDate end = {0, 0, -1, -1};
    gboolean is_either = FALSE;
    parse_date_field(rows, FIELD(DATE), incident->line, &incident->date, &is_either);
    if (rows->columns->index[INCMAP_COLUMN_END_DATE] >= 0)
        parse_date_field(rows, FIELD(END_DATE), incident->line, &end, &is_either);
    if (incident->date.from_julian == 0 && rows->columns->index[INCMAP_COLUMN_YEAR] >= 0)
        compose_date(rows, &incident->date, incident->line, FIELD(YEAR), FIELD(MONTH), FIELD(DAY));
    if (end.to_julian != 0)
        incident->date.to_julian = end.to_julian;
    if (incident->date.from_julian == 0 && end.to_julian != 0)
        incident->date.from_julian = end.from_julian;
    if (is_either) {
        guint32 index = rows->scene->incidents->len - 1;
        g_array_append_val(rows->either, index);
    }
    widen_date(rows, &incident->date, FIELD(DATE_PRECISION));
    IncmapCsvField time = FIELD(TIME);
    char copy[8] = {0};
    int hour = 0, minute = 0;
    if (time.length < 4 || incident->date.hour >= 0)
        return;
    memcpy(copy, time.text, MIN(time.length, sizeof copy - 1));
    if (sscanf(copy, "%2d:%2d", &hour, &minute) == 2 && hour >= 0 && hour < 24 && minute >= 0 &&
        minute < 60) {
        incident->date.hour = (gint8)hour;
        incident->date.minute = (gint8)minute;
    }
}

static gboolean
fail_undecided(const IncmapRows *rows, GError **error)
{
    IncmapDate date = {0};
    int year = 0, month = 0, day = 0;
    incmap_date_parse(rows->either_example, strlen(rows->either_example), &date);
    incmap_date_split(date.from_julian, &year, &month, &day);
    return incmap_fail(
        error, INCMAP_ERROR_INPUT,
        "%s:%u: the date \"%s\" can be %d-%02d-%02d or %d-%02d-%02d and no other row "
        "decides; say --columns \"date=%d:dmy\" or \"date=%d:mdy\"",
        rows->name, rows->either_line, rows->either_example, year, month, day, year, day, month,
        rows->columns->index[INCMAP_COLUMN_DATE] + 1, rows->columns->index[INCMAP_COLUMN_DATE] + 1);
}

gboolean
incmap_rows_settle_dates(IncmapRows *rows, GError **error)
{
    IncmapDateOrder order = rows->columns->date_order;
    if (rows->either->len == 0 && (rows->dmy_line == 0 || rows->mdy_line == 0))
        return TRUE;
    if (order == INCMAP_ORDER_TELL && rows->dmy_line != 0 && rows->mdy_line != 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s:%u: the date can only be day/month, but that of line %u only "
                           "month/day; say --columns \"date=%d:dmy\" or \"date=%d:mdy\" for the "
                           "rows that fit both",
                           rows->name, rows->dmy_line, rows->mdy_line,
                           rows->columns->index[INCMAP_COLUMN_DATE] + 1,
                           rows->columns->index[INCMAP_COLUMN_DATE] + 1);
    if (order == INCMAP_ORDER_TELL && rows->dmy_line == 0 && rows->mdy_line == 0) {
        if (!rows->columns->has_day_first)
            return fail_undecided(rows, error);
        order = INCMAP_ORDER_DMY;
        incmap_scene_note(rows->scene,
                          "%s:%u: the date \"%s\" is read as day/month/year, since the columns are "
                          "not named in English; if that is wrong say --columns \"date=%d:mdy\"",
                          rows->name, rows->either_line, rows->either_example,
                          rows->columns->index[INCMAP_COLUMN_DATE] + 1);
    }
    if (order == INCMAP_ORDER_TELL) {
        order = rows->mdy_line != 0 ? INCMAP_ORDER_MDY : INCMAP_ORDER_DMY;
        incmap_scene_explain(rows->scene, "dates are %s: line %u can only be read so",
                             order == INCMAP_ORDER_MDY ? "month/day/year" : "day/month/year",
                             order == INCMAP_ORDER_MDY ? rows->mdy_line : rows->dmy_line);
    }
    for (guint i = 0; i < rows->either->len && order == INCMAP_ORDER_MDY; i++) {
        guint32 index = g_array_index(rows->either, guint32, i);
        IncmapIncident *incident = &g_array_index(rows->scene->incidents, IncmapIncident, index);
        incmap_date_swap(&incident->date);
    }
    return TRUE;
}
