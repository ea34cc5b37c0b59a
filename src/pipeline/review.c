/* SPDX-License-Identifier: MIT */
/*
 * Reading review files and what was decided in them.
 */
#include "pipeline/review.h"

#include "base/output.h"
#include "pipeline/results.h"
#include "pipeline/review-columns.h"
#include "read/csv.h"
#include "read/input.h"

#include <math.h>
#include <string.h>

const char *const incmap_review_titles[] = {
    "choice", "place", "admin2", "admin1",    "country",   "rows",  "candidate", "found",
    "within", "lat",   "lon",    "precision", "radius_km", "score", "id",        "reason",
};

void
incmap_review_clear(IncmapReview *review)
{
    g_clear_pointer(&review->path, g_free);
    g_clear_pointer(&review->titles, g_ptr_array_unref);
    g_clear_pointer(&review->rows, g_ptr_array_unref);
    g_clear_pointer(&review->lines, g_array_unref);
}

static void
init(IncmapReview *review, const char *path)
{
    review->path = g_strdup(path);
    review->titles = g_ptr_array_new_with_free_func(g_free);
    review->rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    review->lines = g_array_new(FALSE, FALSE, sizeof(guint));
}

static GPtrArray *
copy_fields(const IncmapCsv *csv, guint n)
{
    GPtrArray *fields = g_ptr_array_new_with_free_func(g_free);
    for (guint i = 0; i < n; i++)
        g_ptr_array_add(fields, i < csv->n_fields
                                    ? g_strndup(csv->fields[i].text, csv->fields[i].length)
                                    : g_strdup(""));
    return fields;
}

static int
find_column(const IncmapReview *review, const char *title)
{
    for (guint i = 0; i < review->titles->len; i++)
        if (g_ascii_strcasecmp(g_ptr_array_index(review->titles, i), title) == 0)
            return (int)i;
    return -1;
}

/* Columns that an older or shortened file lacks stand at the end. */
static void
complete_titles(IncmapReview *review)
{
    for (gsize i = 0; i < G_N_ELEMENTS(incmap_review_titles); i++)
        if (find_column(review, incmap_review_titles[i]) < 0)
            g_ptr_array_add(review->titles, g_strdup(incmap_review_titles[i]));
    for (guint i = 0; i < review->rows->len; i++) {
        GPtrArray *row = g_ptr_array_index(review->rows, i);
        while (row->len < review->titles->len)
            g_ptr_array_add(row, g_strdup(""));
    }
}

static gboolean
parse_rows(IncmapReview *review, IncmapCsv *csv, GError **error)
{
    g_autoptr(GError) failure = NULL;
    while (incmap_csv_next(csv, &failure)) {
        guint line = csv->row_line;
        g_ptr_array_add(review->rows, copy_fields(csv, review->titles->len));
        g_array_append_val(review->lines, line);
    }
    if (failure == NULL)
        return TRUE;
    g_propagate_error(error, g_steal_pointer(&failure));
    return FALSE;
}

gboolean
incmap_review_parse(IncmapReview *review, const char *path, const char *text, gsize length,
                    GError **error)
{
    static const char *const needed[] = {"choice", "place", "lat", "lon"};
    g_auto(IncmapCsv) csv = {0};
    init(review, path);
    incmap_csv_init(&csv, path, text, length, 0);
    if (incmap_csv_next(&csv, NULL)) {
        g_ptr_array_unref(review->titles);
        review->titles = copy_fields(&csv, csv.n_fields);
        for (guint i = 0; i < review->titles->len; i++)
            g_strstrip(g_ptr_array_index(review->titles, i));
    }
    for (gsize i = 0; i < G_N_ELEMENTS(needed); i++)
        if (find_column(review, needed[i]) < 0)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:1: no column \"%s\"; is this a file of --review?", path,
                               needed[i]);
    if (!parse_rows(review, &csv, error))
        return FALSE;
    complete_titles(review);
    return TRUE;
}

gboolean
incmap_review_load(IncmapReview *review, const char *path, GError **error)
{
    g_auto(IncmapInput) input = {0};
    if (!g_file_test(path, G_FILE_TEST_EXISTS)) {
        init(review, path);
        complete_titles(review);
        return TRUE;
    }
    return incmap_input_load(&input, path, error) && incmap_input_decode(&input, TRUE, error) &&
           incmap_review_parse(review, path, input.text, input.length, error);
}

const char *
incmap_review_get(const IncmapReview *review, guint row, const char *title)
{
    int column = find_column(review, title);
    const GPtrArray *fields = g_ptr_array_index(review->rows, row);
    return column < 0 ? "" : g_ptr_array_index(fields, (guint)column);
}

/* The rows of one question as written have this in common. */
static char *
written_key(const IncmapReview *review, guint row)
{
    return g_strjoin(
        "\x1F", incmap_review_get(review, row, "place"), incmap_review_get(review, row, "admin2"),
        incmap_review_get(review, row, "admin1"), incmap_review_get(review, row, "country"), NULL);
}

static gboolean
parse_point(const char *lat, const char *lon, IncmapLonLat *out_point)
{
    char *lat_end = NULL, *lon_end = NULL;
    double lat_deg = g_ascii_strtod(lat, &lat_end), lon_deg = g_ascii_strtod(lon, &lon_end);
    if (lat_end == lat || lon_end == lon || *lon_end != '\0' || !(fabs(lat_deg) <= 90) ||
        !(fabs(lon_deg) <= 180))
        return FALSE;
    *out_point = (IncmapLonLat){lon_deg, lat_deg};
    return TRUE;
}

/* "coords 19.95,2.97", with a colon, a space or both. */
static gboolean
parse_coords(const char *words, IncmapLonLat *out_point)
{
    words += strlen("coords");
    words += strspn(words, ": ");
    const char *comma = strpbrk(words, ", ");
    if (comma == NULL)
        return FALSE;
    return parse_point(words, comma + strspn(comma, ", "), out_point);
}

/* The row of candidate @number of the question that row @row belongs to; -1: none. */
static int
find_candidate(const IncmapReview *review, guint row, const char *number)
{
    g_autofree char *key = written_key(review, row);
    for (guint i = 0; i < review->rows->len; i++) {
        g_autofree char *other = written_key(review, i);
        if (strcmp(incmap_review_get(review, i, "candidate"), number) == 0 &&
            strcmp(key, other) == 0)
            return (int)i;
    }
    return -1;
}

static IncmapPrecision
parse_precision(const char *id)
{
    for (int i = 0; i < INCMAP_PRECISION_NONE; i++)
        if (strcmp(incmap_precision_id((IncmapPrecision)i), id) == 0)
            return (IncmapPrecision)i;
    return INCMAP_PRECISION_EXACT;
}

static gboolean
take_candidate(const IncmapReview *review, int row, guint line, IncmapChoice *choice,
               GError **error)
{
    if (row < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s:%u: \"%s\" has no such candidate; choose one of those below it",
                           review->path, line, choice->place);
    if (!parse_point(incmap_review_get(review, (guint)row, "lat"),
                     incmap_review_get(review, (guint)row, "lon"), &choice->point))
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s:%u: the candidate has no lat and lon; write coords LAT,LON instead",
                           review->path, g_array_index(review->lines, guint, row));
    double radius_km = g_ascii_strtod(incmap_review_get(review, (guint)row, "radius_km"), NULL);
    choice->kind = INCMAP_CHOICE_PLACE;
    choice->name = g_strdup(incmap_review_get(review, (guint)row, "found"));
    choice->id = g_ascii_strtoll(incmap_review_get(review, (guint)row, "id"), NULL, 10);
    choice->precision = parse_precision(incmap_review_get(review, (guint)row, "precision"));
    choice->radius_km = radius_km > 0 && radius_km < 20000 ? radius_km : 1.5;
    return TRUE;
}

/* What stands in the column "choice" of @row. */
static gboolean
take_decision(const IncmapReview *review, guint row, const char *words, IncmapChoice *choice,
              GError **error)
{
    guint line = g_array_index(review->lines, guint, row);
    choice->precision = INCMAP_PRECISION_EXACT;
    choice->radius_km = 1;
    if (g_ascii_strcasecmp(words, "skip") == 0) {
        choice->kind = INCMAP_CHOICE_SKIP;
        return TRUE;
    }
    if (g_ascii_strcasecmp(words, "accept") == 0)
        return take_candidate(review, (int)row, line, choice, error);
    if (g_ascii_strncasecmp(words, "choose", 6) == 0) {
        const char *number = words + 6 + strspn(words + 6, ": ");
        return take_candidate(review, find_candidate(review, row, number), line, choice, error);
    }
    choice->kind = INCMAP_CHOICE_POINT;
    if (g_ascii_strncasecmp(words, "coords", 6) == 0 && parse_coords(words, &choice->point))
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s:%u: choice \"%s\" is none of accept, choose:N, coords LAT,LON, skip",
                       review->path, line, words);
}

static char *
dup_or_null(const char *text)
{
    return text[0] != '\0' ? g_strdup(text) : NULL;
}

/* Adds the decision of @row to @choices. */
static gboolean
add_choice(const IncmapReview *review, guint row, const char *file, IncmapChoices *choices,
           GError **error)
{
    IncmapChoice *choice = g_new0(IncmapChoice, 1);
    g_autofree char *words = g_strstrip(g_strdup(incmap_review_get(review, row, "choice")));
    choice->place = g_strdup(incmap_review_get(review, row, "place"));
    choice->admin2 = dup_or_null(incmap_review_get(review, row, "admin2"));
    choice->admin1 = dup_or_null(incmap_review_get(review, row, "admin1"));
    choice->country = dup_or_null(incmap_review_get(review, row, "country"));
    choice->file = file;
    choice->line = g_array_index(review->lines, guint, row);
    if (take_decision(review, row, words, choice, error)) {
        g_ptr_array_add(choices->all, choice);
        return TRUE;
    }
    incmap_choice_free(choice);
    return FALSE;
}

/* Rows of the questions in @decided stay, the others go. */
static void
keep_rows(IncmapReview *review, GHashTable *decided)
{
    guint n_kept = 0;
    for (guint i = 0; i < review->rows->len; i++) {
        g_autofree char *key = written_key(review, i);
        if (!g_hash_table_contains(decided, key))
            continue;
        gpointer row = review->rows->pdata[i];
        review->rows->pdata[i] = review->rows->pdata[n_kept];
        review->rows->pdata[n_kept] = row;
        g_array_index(review->lines, guint, n_kept) = g_array_index(review->lines, guint, i);
        n_kept++;
    }
    g_ptr_array_set_size(review->rows, (int)n_kept);
    g_array_set_size(review->lines, n_kept);
}

gboolean
incmap_review_take(IncmapReview *review, IncmapChoices *choices, GError **error)
{
    g_autoptr(GHashTable) decided = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    char *file = g_strdup(review->path);
    g_ptr_array_add(choices->files, file);
    for (guint i = 0; i < review->rows->len; i++) {
        g_autofree char *words = g_strstrip(g_strdup(incmap_review_get(review, i, "choice")));
        if (words[0] == '\0')
            continue;
        char *key = written_key(review, i);
        gpointer before = g_hash_table_lookup(decided, key);
        guint line = g_array_index(review->lines, guint, i);
        if (before != NULL) {
            g_free(key);
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:%u: \"%s\" has two choices, the other in line %u; keep one",
                               review->path, line, incmap_review_get(review, i, "place"),
                               GPOINTER_TO_UINT(before));
        }
        g_hash_table_insert(decided, key, GUINT_TO_POINTER(line));
        if (!add_choice(review, i, file, choices, error))
            return FALSE;
    }
    keep_rows(review, decided);
    return TRUE;
}

static void
append_row(GString *out, const GPtrArray *fields)
{
    for (guint i = 0; i < fields->len; i++) {
        if (i > 0)
            g_string_append_c(out, ',');
        incmap_csv_append(out, g_ptr_array_index(fields, i), -1);
    }
    g_string_append_c(out, '\n');
}

gboolean
incmap_review_save(const IncmapReview *review, const char *path, GError **error)
{
    g_autoptr(GString) out = g_string_new(NULL);
    append_row(out, review->titles);
    for (guint i = 0; i < review->rows->len; i++)
        append_row(out, g_ptr_array_index(review->rows, i));
    return incmap_output_write(path, out->str, out->len, error);
}

gboolean
incmap_review_promote(const char *path, const char *target, GError **error)
{
    g_auto(IncmapReview) review = {0};
    g_autoptr(IncmapChoices) choices = incmap_choices_new();
    if (!incmap_review_load(&review, path, error) || !incmap_review_take(&review, choices, error))
        return FALSE;
    if (choices->all->len == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "%s: no choice is marked; write accept, choose:N, coords LAT,LON or "
                           "skip into the column \"choice\"",
                           path);
    return incmap_review_save(&review, target, error);
}
