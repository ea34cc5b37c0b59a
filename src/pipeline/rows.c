/* SPDX-License-Identifier: MIT */
/*
 * The rows of a table as they came, with their places. The table is read a
 * second time; rows and incidents are joined by the line they begin on, so a
 * row that gave no incident keeps its place with empty columns.
 */
#include "pipeline/results.h"

#include "read/csv.h"
#include "read/input.h"

#include <string.h>

static const char *const added_columns[] = {
    "lat",     "lon",    "precision",       "radius_km",     "score",
    "matched", "reason", "acled_precision", "ucdp_precision"};

/* The number of the added column that a title is; -1: none. */
static int
find_added(const IncmapCsvField *field)
{
    for (guint i = 0; i < G_N_ELEMENTS(added_columns); i++) {
        if (field->length == strlen(added_columns[i]) &&
            g_ascii_strncasecmp(field->text, added_columns[i], field->length) == 0)
            return (int)i;
    }
    return -1;
}

/* Whether the table came from an earlier run: its last columns are those that are added. */
static gboolean
is_located(const IncmapCsv *csv)
{
    guint n = G_N_ELEMENTS(added_columns);
    for (guint i = 0; i < n; i++)
        if (csv->n_fields < n || find_added(&csv->fields[csv->n_fields - n + i]) != (int)i)
            return FALSE;
    return TRUE;
}

static void
append_fix(GString *out, const IncmapFix *fix)
{
    gboolean is_placed = fix != NULL && fix->precision != INCMAP_PRECISION_NONE;
    g_autofree char *matched = is_placed ? incmap_result_matched(fix) : NULL;
    if (is_placed)
        incmap_format_number(out, fix->point.lat_deg, 5);
    g_string_append_c(out, ',');
    if (is_placed)
        incmap_format_number(out, fix->point.lon_deg, 5);
    g_string_append_printf(out, ",%s,", fix != NULL ? incmap_precision_id(fix->precision) : "none");
    if (is_placed)
        incmap_format_number(out, fix->radius_km, 2);
    g_string_append_c(out, ',');
    if (fix != NULL)
        incmap_format_number(out, fix->score, 3);
    g_string_append_c(out, ',');
    incmap_csv_append(out, matched, -1);
    g_string_append_c(out, ',');
    incmap_csv_append(out, fix != NULL ? fix->reason : "the row says no place", -1);
    if (is_placed)
        g_string_append_printf(out, ",%d,%d\n", incmap_precision_acled(fix->precision),
                               incmap_precision_ucdp(fix->precision));
    else
        g_string_append(out, ",,\n");
}

static void
append_added_header(GString *out)
{
    for (guint i = 0; i < G_N_ELEMENTS(added_columns); i++)
        g_string_append_printf(out, "%s%s", i == 0 ? "" : ",", added_columns[i]);
    g_string_append_c(out, '\n');
}

/* How many columns of the table are kept: all but those of an earlier run. */
static guint
count_kept(const IncmapCsv *csv)
{
    return csv->n_fields - (is_located(csv) ? G_N_ELEMENTS(added_columns) : 0);
}

/* A column of the table that is called like an added one gets "_in" behind its name. */
static void
append_kept_header(GString *out, const IncmapCsv *csv, guint n_kept)
{
    for (guint i = 0; i < n_kept; i++) {
        incmap_csv_append(out, csv->fields[i].text, csv->fields[i].length);
        g_string_append(out, find_added(&csv->fields[i]) >= 0 ? "_in," : ",");
    }
}

static void
append_kept(GString *out, const IncmapCsv *csv, guint n_kept)
{
    for (guint i = 0; i < n_kept; i++) {
        if (i < csv->n_fields)
            incmap_csv_append(out, csv->fields[i].text, csv->fields[i].length);
        g_string_append_c(out, ',');
    }
}

gboolean
incmap_result_append_rows(const IncmapScene *scene, guint first, guint n, IncmapCsv *csv,
                          guint n_kept, GString *out, GError **error)
{
    GError *failure = NULL;
    guint next = first, end = first + n;
    while (incmap_csv_next(csv, &failure)) {
        const IncmapFix *fix = NULL;
        while (next < end &&
               g_array_index(scene->incidents, IncmapIncident, next).line < csv->row_line)
            next++;
        if (next < end &&
            g_array_index(scene->incidents, IncmapIncident, next).line == csv->row_line)
            fix = &g_array_index(scene->fixes, IncmapFix, next++);
        append_kept(out, csv, n_kept);
        append_fix(out, fix);
    }
    if (failure == NULL)
        return TRUE;
    g_propagate_error(error, failure);
    return FALSE;
}

guint
incmap_result_append_header(const IncmapCsv *csv, GString *out)
{
    guint n_kept = count_kept(csv);
    append_kept_header(out, csv, n_kept);
    append_added_header(out);
    return n_kept;
}

/* Tables other than delimited text (GeoPackage, XLSX …) have no rows to repeat: their incidents
 * are listed. */
static gboolean
is_delimited(const IncmapInput *input)
{
    gsize start = 0;
    while (start < input->length && g_ascii_isspace(input->text[start]))
        start++;
    return start < input->length && input->text[start] != '{' && input->text[start] != '[';
}

static gboolean
append_table(const IncmapMap *map, const IncmapDocument *document, GString *out, GError **error)
{
    g_autofree char *path = incmap_pipeline_input_path(map, document->path);
    g_auto(IncmapInput) input = {0};
    if (!incmap_input_load(&input, path, error) || !incmap_input_decode(&input, TRUE, error))
        return FALSE;
    if (!is_delimited(&input)) {
        incmap_result_csv(map, TRUE, out);
        return TRUE;
    }
    g_auto(IncmapCsv) csv = {0};
    incmap_csv_init(&csv, document->path, input.text, input.length, 0);
    GError *failure = NULL;
    if (!incmap_csv_next(&csv, &failure)) {
        g_propagate_error(error, failure);
        return failure == NULL;
    }
    guint n_kept = incmap_result_append_header(&csv, out);
    return incmap_result_append_rows(map->scene, document->first_incident, document->n_incidents,
                                     &csv, n_kept, out, error);
}

/* Places and points asked for one by one are a table of their own. */
static void
append_asked(const IncmapMap *map, GString *out)
{
    g_string_append(out, "place,");
    append_added_header(out);
    for (guint i = 0; i < map->inputs->len; i++) {
        const IncmapMapInput *input = &g_array_index(map->inputs, IncmapMapInput, i);
        incmap_csv_append(out, input->words, -1);
        g_string_append_c(out, ',');
        append_fix(out, &g_array_index(map->scene->fixes, IncmapFix, i));
    }
}

static char *
format_asked_json(const IncmapMap *map, IncmapResultFormat format)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    for (guint i = 0; i < map->inputs->len; i++) {
        g_auto(IncmapJson) json;
        incmap_json_init(&json, format == INCMAP_RESULT_JSONL ? 0 : 1);
        incmap_json_begin(&json, NULL, '{');
        incmap_json_text(&json, "place", g_array_index(map->inputs, IncmapMapInput, i).words);
        incmap_dump_fix(&json, &g_array_index(map->scene->fixes, IncmapFix, i));
        incmap_json_end(&json, '}');
        g_autofree char *text = incmap_json_steal(&json);
        g_string_append(lines, text);
    }
    return g_strdup(lines->str);
}

char *
incmap_result_rows(const IncmapMap *map, IncmapResultFormat format, GError **error)
{
    gboolean is_asked = map->scene->documents->len == 0;
    if (format == INCMAP_RESULT_GEOJSON)
        return incmap_result_geojson(map);
    if (format != INCMAP_RESULT_CSV)
        return is_asked ? format_asked_json(map, format)
                        : incmap_result_document(map, format == INCMAP_RESULT_JSONL ? 0 : 2);
    g_autoptr(GString) out = g_string_new(NULL);
    if (is_asked)
        append_asked(map, out);
    for (guint i = 0; i < map->scene->documents->len; i++) {
        const IncmapDocument *document = &g_array_index(map->scene->documents, IncmapDocument, i);
        if (document->kind == INCMAP_INPUT_TEXT)
            incmap_result_csv(map, TRUE, out);
        else if (!append_table(map, document, out, error))
            return NULL;
    }
    return g_strdup(out->str);
}
