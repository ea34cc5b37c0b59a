/* SPDX-License-Identifier: MIT */
#include "pipeline/disclaimers.h"

#include "base/error.h"
#include "read/csv.h"
#include "read/input.h"

#include <math.h>
#include <string.h>

static const char *const kinds[] = {"border", "area", "place", "always"};

/** Columns: where the columns of a table stand; -1: there is none */
typedef struct Columns Columns;
struct Columns {
    int kind, a, b, box, own, english;
};

static char *
field_text(const IncmapCsv *csv, int column)
{
    if (column < 0 || (guint)column >= csv->n_fields)
        return g_strdup("");
    const IncmapCsvField *field = &csv->fields[column];
    return g_strstrip(g_strndup(field->text, field->length));
}

static int
find_column(const IncmapCsv *csv, const char *name)
{
    for (guint i = 0; i < csv->n_fields; i++) {
        g_autofree char *title = field_text(csv, (int)i);
        if (g_ascii_strcasecmp(title, name) == 0)
            return (int)i;
    }
    return -1;
}

static gboolean
read_header(const IncmapCsv *csv, const char *language, Columns *columns, GError **error)
{
    *columns = (Columns){
        .kind = find_column(csv, "kind"),
        .a = find_column(csv, "a"),
        .b = find_column(csv, "b"),
        .box = find_column(csv, "box"),
        .own = find_column(csv, language),
        .english = find_column(csv, "en"),
    };
    if (columns->kind >= 0 && (columns->english >= 0 || columns->own >= 0))
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s:%u: a table of disclaimers has the columns kind, a, b, box and one of "
                       "words for each language: en, fr …",
                       csv->name, csv->row_line);
}

static gboolean
parse_box(const char *text, IncmapExtent *out_box)
{
    double sides[4];
    for (int i = 0; i < 4; i++) {
        char *end = NULL;
        sides[i] = g_ascii_strtod(text, &end);
        if (end == text || !isfinite(sides[i]) || fabs(sides[i]) > (i % 2 == 0 ? 180 : 90))
            return FALSE;
        text = end + strspn(end, " ,;");
    }
    *out_box = (IncmapExtent){sides[0], sides[1], sides[2], sides[3]};
    return *text == '\0' && sides[1] < sides[3] && sides[0] < sides[2];
}

static gboolean
fail_row(const IncmapCsv *csv, const char *fact, GError **error)
{
    return incmap_fail(error, INCMAP_ERROR_INPUT, "%s:%u: %s", csv->name, csv->row_line, fact);
}

static gboolean
add_row(IncmapScene *scene, const IncmapCsv *csv, const Columns *columns, GError **error)
{
    g_autofree char *kind = field_text(csv, columns->kind);
    g_autofree char *a = field_text(csv, columns->a);
    g_autofree char *b = field_text(csv, columns->b);
    g_autofree char *box = field_text(csv, columns->box);
    g_autofree char *own = field_text(csv, columns->own);
    g_autofree char *english = field_text(csv, columns->english);
    if (*kind == '#')
        return TRUE;
    guint at = 0;
    while (at < G_N_ELEMENTS(kinds) && strcmp(kinds[at], kind) != 0)
        at++;
    IncmapDisclaimer row = {.kind = (IncmapDisclaimerKind)at,
                            .a = incmap_scene_string(scene, a),
                            .b = incmap_scene_string(scene, b),
                            .text = incmap_scene_string(scene, *own != '\0' ? own : english)};
    if (at == G_N_ELEMENTS(kinds))
        return fail_row(csv, "the kind is border, area, place or always", error);
    if (row.text[0] == '\0')
        return fail_row(csv, "the row has no words", error);
    if ((row.kind <= INCMAP_DISCLAIMER_AREA && *a == '\0') ||
        (row.kind == INCMAP_DISCLAIMER_BORDER && *b == '\0'))
        return fail_row(csv, "a border needs two codes of countries in a and b, an area one in a",
                        error);
    if (row.kind == INCMAP_DISCLAIMER_PLACE && !parse_box(box, &row.box))
        return fail_row(csv, "a place needs a box: west south east north, in degrees", error);
    g_array_append_val(scene->disclaimers, row);
    return TRUE;
}

gboolean
incmap_disclaimers_load(IncmapScene *scene, const char *path, const char *language, GError **error)
{
    g_auto(IncmapInput) input = {0};
    if (!incmap_input_load(&input, path, error) || !incmap_input_decode(&input, TRUE, error))
        return FALSE;
    g_auto(IncmapCsv) csv;
    incmap_csv_init(&csv, input.name, input.text, input.length, ',');
    Columns columns = {.kind = -1};
    GError *failure = NULL;
    gboolean has_header = FALSE;
    while (incmap_csv_next(&csv, &failure)) {
        g_autofree char *first = field_text(&csv, 0);
        if (*first == '#')
            continue;
        gboolean is_read = has_header ? add_row(scene, &csv, &columns, error)
                                      : read_header(&csv, language, &columns, error);
        if (!is_read)
            return FALSE;
        has_header = TRUE;
    }
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    return TRUE;
}
