/* SPDX-License-Identifier: MIT */
#include "read/table.h"

#include "base/error.h"
#include "read/csv.h"
#include "read/rows.h"

#include <string.h>

enum { SAMPLE_ROWS = 200, MAX_PREAMBLE_ROWS = 10, MAX_INCIDENTS = 20000000 };

/* The first rows with copies of their cells. */
typedef struct Sample Sample;
struct Sample {
    GPtrArray *cells; /* char * */
    guint32 lines[SAMPLE_ROWS];
    guint n_columns;
    guint n_rows;
    guint n_skipped; /* rows of a title above the header */
};

static void
clear_sample(Sample *sample)
{
    g_clear_pointer(&sample->cells, g_ptr_array_unref);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Sample, clear_sample)

static void
add_sample_row(Sample *sample, const IncmapCsv *csv)
{
    for (guint i = 0; i < sample->n_columns; i++) {
        char *cell = i < csv->n_fields ? g_strndup(csv->fields[i].text, csv->fields[i].length)
                                       : g_strdup("");
        g_ptr_array_add(sample->cells, g_strstrip(cell));
    }
    sample->lines[sample->n_rows++] = csv->row_line;
}

static guint
count_filled(const IncmapCsv *csv)
{
    guint n = 0;
    for (guint i = 0; i < csv->n_fields; i++)
        n += csv->fields[i].length > 0;
    return n;
}

/* Skips title rows: those with a single filled cell while a later row has at least three. */
static gboolean
find_header(IncmapCsv *csv, Sample *sample, GError **error)
{
    IncmapCsv ahead = *csv;
    ahead.fields = g_new(IncmapCsvField, ahead.n_allocated);
    ahead.scratch = g_string_new(NULL);
    guint n_first = 0, n_skip = 0;
    g_autoptr(GError) failure = NULL;
    for (guint row = 0; row < MAX_PREAMBLE_ROWS && incmap_csv_next(&ahead, &failure); row++) {
        guint n = count_filled(&ahead);
        n_first = row == 0 ? n : n_first;
        if (n >= 3 || n_first > 1) {
            n_skip = n_first > 1 ? 0 : row;
            break;
        }
    }
    incmap_csv_clear(&ahead);
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    sample->n_skipped = n_skip;
    for (guint i = 0; i < n_skip; i++)
        incmap_csv_next(csv, NULL);
    return TRUE;
}

static gboolean
take_sample(Sample *sample, IncmapCsv *csv, GError **error)
{
    sample->cells = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) failure = NULL;
    while (sample->n_rows < SAMPLE_ROWS && incmap_csv_next(csv, &failure)) {
        if (sample->n_rows == 0)
            sample->n_columns = csv->n_fields;
        add_sample_row(sample, csv);
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    if (sample->n_rows == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: the file holds only blank lines",
                           csv->name);
    return TRUE;
}

static const char *
delimiter_name(char delimiter)
{
    switch (delimiter) {
    case ',':
        return "comma";
    case ';':
        return "semicolon";
    case '\t':
        return "tab";
    case '|':
        return "vertical bar";
    default:
        return "other";
    }
}

/* All rows at once in memory is the table's real cost: reserve it from the length of the first. */
static void
reserve_incidents(IncmapScene *scene, const IncmapCsv *csv, const Sample *sample, gsize length,
                  gsize sampled)
{
    gsize per_row = MAX(sampled / MAX(sample->n_rows, 1), 8);
    gsize n = MIN(length / per_row + length / per_row / 16 + 16, (gsize)MAX_INCIDENTS);
    guint before = scene->incidents->len;
    if (sample->n_rows < SAMPLE_ROWS || csv->at >= csv->end)
        return;
    g_array_set_size(scene->incidents, before + (guint)n);
    g_array_set_size(scene->incidents, before);
}

static gboolean
read_rows(IncmapRows *rows, IncmapCsv *csv, guint n_header_rows, GError **error)
{
    g_autoptr(GError) failure = NULL;
    for (guint i = 0; i < n_header_rows; i++)
        incmap_csv_next(csv, &failure);
    while (failure == NULL && incmap_csv_next(csv, &failure)) {
        if (rows->scene->incidents->len - rows->first_incident >= MAX_INCIDENTS)
            return incmap_fail(error, INCMAP_ERROR_INPUT, "%s:%u: has more than %d rows; split it",
                               csv->name, csv->row_line, MAX_INCIDENTS);
        incmap_rows_add(rows, csv->fields, csv->n_fields, csv->row_line, NULL);
    }
    if (failure == NULL)
        return TRUE;
    g_array_set_size(rows->scene->incidents, rows->first_incident);
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
}

static gboolean
read_with_columns(IncmapScene *scene, const IncmapInput *input, const IncmapReadOptions *options,
                  const IncmapColumns *columns, const Sample *sample, IncmapCsv *csv,
                  GError **error)
{
    gsize sampled = (gsize)(csv->at - input->text);
    g_auto(IncmapRows) rows = {0};
    incmap_rows_init(&rows, scene, input->name, columns);
    if (!incmap_rows_group_by(&rows, options->group_column,
                              (const char *const *)sample->cells->pdata, sample->n_columns, error))
        return FALSE;
    reserve_incidents(scene, csv, sample, input->length, sampled);
    char delimiter = csv->delimiter;
    incmap_csv_clear(csv);
    incmap_csv_init(csv, input->name, input->text, input->length, delimiter);
    guint n_header_rows = sample->n_skipped + columns->has_header + columns->has_hxl;
    if (options->reuse != NULL)
        *options->reuse = (IncmapTableReuse){TRUE, *columns, delimiter, n_header_rows, 1};
    if (!read_rows(&rows, csv, n_header_rows, error))
        return FALSE;
    if (scene->incidents->len == rows.first_incident)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: has a header but no rows", input->name);
    return incmap_rows_finish(&rows, error);
}

/* A later block: the header is skipped, and lines count on from where the block begins. */
static gboolean
read_block(IncmapScene *scene, const IncmapInput *input, const IncmapTableReuse *reuse,
           GError **error)
{
    g_auto(IncmapRows) rows = {0};
    g_auto(IncmapCsv) csv = {0};
    incmap_rows_init(&rows, scene, input->name, &reuse->columns);
    incmap_csv_init(&csv, input->name, input->text, input->length, reuse->delimiter);
    for (guint i = 0; i < reuse->n_header_rows; i++)
        incmap_csv_next(&csv, NULL);
    csv.line = reuse->first_line;
    return read_rows(&rows, &csv, 0, error) && incmap_rows_finish(&rows, error);
}

gboolean
incmap_table_read(IncmapScene *scene, const IncmapInput *input, const IncmapReadOptions *options,
                  IncmapDocument *document, GError **error)
{
    g_auto(IncmapCsv) csv = {0};
    g_auto(Sample) sample = {0};
    if (options->reuse != NULL && options->reuse->has_columns)
        return read_block(scene, input, options->reuse, error);
    incmap_csv_init(&csv, input->name, input->text, input->length, 0);
    if (!find_header(&csv, &sample, error) || !take_sample(&sample, &csv, error))
        return FALSE;
    if (sample.n_skipped > 0)
        incmap_scene_note(scene, "%s: the first %u lines hold no columns and were taken as a title",
                          input->name, sample.n_skipped);
    IncmapColumnSample view = {input->name,   sample.n_columns,
                               sample.n_rows, (const char **)sample.cells->pdata,
                               sample.lines,  FALSE};
    IncmapColumns columns = {0};
    incmap_scene_explain(scene, "%s is a table with %u columns, separated by %s%s", input->name,
                         sample.n_columns, delimiter_name(csv.delimiter),
                         sample.n_columns > 1 ? "" : " (none found)");
    if (!incmap_columns_choose(&columns, &view, options->layout, options->columns, scene, error))
        return FALSE;
    document->layout = columns.layout != NULL ? columns.layout->name : "generic";
    document->credit = columns.layout != NULL ? columns.layout->credit : NULL;
    return read_with_columns(scene, input, options, &columns, &sample, &csv, error);
}
