/* SPDX-License-Identifier: MIT */
/*
 * What is said about rows with faults: one sentence a kind of fault, with the
 * number of rows and their first lines.
 */
#include "read/rows.h"

#include "base/error.h"

static const struct {
    const char *what; /* behind "3 rows have" */
} sentences[INCMAP_N_FAULTS] = {
    [INCMAP_FAULT_NO_PLACE] = {"no usable location"},
    [INCMAP_FAULT_BAD_COORDINATE] = {"a coordinate that is no number"},
    [INCMAP_FAULT_BEYOND_RANGE] = {"coordinates outside -90 to 90 and -180 to 180"},
    [INCMAP_FAULT_ZERO] = {"the coordinates 0, 0, which were taken as not given"},
    [INCMAP_FAULT_BAD_DATE] = {"a date that cannot be read"},
    [INCMAP_FAULT_BAD_NUMBER] = {"a figure that is no number"},
    [INCMAP_FAULT_UNKNOWN_TYPE] = {"a type of event that is not known and is shown as other"},
    [INCMAP_FAULT_EXTRA_FIELDS] = {"more fields than the header"},
};

void
incmap_rows_fault(IncmapRows *rows, IncmapFault kind, guint32 line, const char *text, gsize length)
{
    enum { MAX_EXAMPLE_BYTES = 40 };
    IncmapRowFault *fault = &rows->faults[kind];
    if (fault->n_rows < INCMAP_MAX_FAULT_LINES)
        fault->lines[fault->n_rows] = line;
    fault->n_rows++;
    if (fault->example == NULL && length > 0) {
        g_autofree char *whole = g_strndup(text, MIN(length, (gsize)MAX_EXAMPLE_BYTES));
        fault->example = g_utf8_make_valid(whole, -1);
    }
}

static void
note_fault(const IncmapRows *rows, IncmapFault kind)
{
    const IncmapRowFault *fault = &rows->faults[kind];
    if (fault->n_rows == 0)
        return;
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < MIN(fault->n_rows, (guint)INCMAP_MAX_FAULT_LINES); i++)
        g_string_append_printf(lines, "%s%u", i > 0 ? ", " : "", fault->lines[i]);
    if (fault->n_rows > INCMAP_MAX_FAULT_LINES)
        g_string_append(lines, " \342\200\246");
    gboolean is_one = fault->n_rows == 1;
    g_autofree char *example =
        fault->example != NULL ? g_strdup_printf(" (\"%s\")", fault->example) : g_strdup("");
    incmap_scene_note(rows->scene, "%s: %u %s %s%s: %s %s", rows->name, fault->n_rows,
                      is_one ? "row has" : "rows have", sentences[kind].what, example,
                      is_one ? "line" : "lines", lines->str);
}

static gboolean
check_range(const IncmapRows *rows, GError **error)
{
    const IncmapRowFault *fault = &rows->faults[INCMAP_FAULT_BEYOND_RANGE];
    if (fault->n_rows == 0 || fault->n_rows * 2 < rows->n_points)
        return TRUE;
    if (rows->columns->index[INCMAP_COLUMN_LAT] < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s:%u: the coordinates %s are outside -90 to 90 and -180 to 180; give "
                           "degrees, latitude first",
                           rows->name, fault->lines[0], fault->example);
    return incmap_fail(
        error, INCMAP_ERROR_INPUT,
        "%s:%u: latitude or longitude %s is outside -90 to 90 or -180 to 180; if the "
        "columns are swapped, say --columns \"lat=%d,lon=%d\", if they are metres, "
        "convert them to degrees",
        rows->name, fault->lines[0], fault->example, rows->columns->index[INCMAP_COLUMN_LON] + 1,
        rows->columns->index[INCMAP_COLUMN_LAT] + 1);
}

gboolean
incmap_rows_finish(IncmapRows *rows, GError **error)
{
    if (!check_range(rows, error) || !incmap_rows_settle_dates(rows, error)) {
        g_array_set_size(rows->scene->incidents, rows->first_incident);
        return FALSE;
    }
    for (int kind = 0; kind < INCMAP_N_FAULTS; kind++)
        note_fault(rows, (IncmapFault)kind);
    return TRUE;
}
