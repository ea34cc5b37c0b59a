/* SPDX-License-Identifier: MIT */
#include "read/csv.h"

#include "base/error.h"

#include <string.h>

enum {
    MAX_ROW_BYTES = 64 << 20,
    MAX_FIELDS = 100000,
    SNIFF_BYTES = 256 << 10,
    SNIFF_ROWS = 50,
};

static const char delimiters[] = {',', ';', '\t', '|'};

/* How well a delimiter explains the first rows: the share of rows with the commonest number of
 * fields, and that number. */
static double
rate_delimiter(const char *text, gsize length, char delimiter, guint *out_n_fields)
{
    g_auto(IncmapCsv) csv = {0};
    incmap_csv_init(&csv, "", text, length, delimiter);
    guint counts[SNIFF_ROWS] = {0};
    guint n_rows = 0;
    while (n_rows < SNIFF_ROWS && incmap_csv_next(&csv, NULL))
        counts[n_rows++] = csv.n_fields;
    guint best = 0, best_n = 0;
    for (guint i = 0; i < n_rows; i++) {
        guint n = 0;
        for (guint j = 0; j < n_rows; j++)
            n += counts[j] == counts[i];
        if (n > best_n || (n == best_n && counts[i] > best))
            best = counts[i], best_n = n;
    }
    *out_n_fields = best;
    return n_rows == 0 || best < 2 ? 0 : (double)best_n / n_rows;
}

char
incmap_csv_guess_delimiter(const char *text, gsize length)
{
    char best = ',';
    double best_share = 0;
    guint best_n = 0;
    for (gsize i = 0; i < sizeof delimiters; i++) {
        guint n = 0;
        double share = rate_delimiter(text, MIN(length, (gsize)SNIFF_BYTES), delimiters[i], &n);
        if (share > best_share + 0.1 || (share > best_share - 0.1 && n > best_n && share > 0)) {
            best = delimiters[i];
            best_share = share;
            best_n = n;
        }
    }
    return best;
}

void
incmap_csv_init(IncmapCsv *csv, const char *name, const char *text, gsize length, char delimiter)
{
    memset(csv, 0, sizeof *csv);
    csv->name = name;
    csv->at = text;
    csv->end = text + length;
    csv->line = 1;
    csv->n_allocated = 64;
    csv->fields = g_new(IncmapCsvField, csv->n_allocated);
    csv->scratch = g_string_new(NULL);
    /* Excel's own hint: a first line "sep=;" */
    if (length > 5 && g_ascii_strncasecmp(text, "sep=", 4) == 0 &&
        (text[5] == '\n' || text[5] == '\r')) {
        csv->delimiter = text[4];
        csv->at += 5;
        csv->at += *csv->at == '\r' && csv->at + 1 < csv->end && csv->at[1] == '\n' ? 2 : 1;
        csv->line = 2;
    } else {
        csv->delimiter = delimiter != 0 ? delimiter : incmap_csv_guess_delimiter(text, length);
    }
}

void
incmap_csv_clear(IncmapCsv *csv)
{
    g_clear_pointer(&csv->fields, g_free);
    if (csv->scratch != NULL)
        g_string_free(g_steal_pointer(&csv->scratch), TRUE);
}

static IncmapCsvField *
add_field(IncmapCsv *csv)
{
    if (csv->n_fields == csv->n_allocated) {
        csv->n_allocated *= 2;
        csv->fields = g_renew(IncmapCsvField, csv->fields, csv->n_allocated);
    }
    return &csv->fields[csv->n_fields++];
}

static inline gboolean
is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

static const char *
scan_plain(const IncmapCsv *csv, const char *at)
{
    const char delimiter = csv->delimiter;
    while (at < csv->end && *at != delimiter && !is_line_end(*at))
        at++;
    return at;
}

/* From behind the opening quote to behind the field. Counts the line ends inside. */
static gboolean
scan_quoted(IncmapCsv *csv, const char *at, const char **out_next, GError **error)
{
    IncmapCsvField *field = &csv->fields[csv->n_fields - 1];
    gsize scratch_start = csv->scratch->len;
    const char *start = at, *piece = at;
    for (;;) {
        const char *quote = memchr(at, '"', (gsize)(csv->end - at));
        if (quote == NULL)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:%u: a quoted field that begins in this row is never closed",
                               csv->name, csv->row_line);
        at = quote + 1;
        if (at == csv->end || *at != '"')
            break;
        g_string_append_len(csv->scratch, piece, at - piece);
        piece = ++at;
    }
    const char *rest = scan_plain(csv, at);
    for (const char *c = start; (c = memchr(c, '\n', (gsize)(at - c))) != NULL; c++)
        csv->line++;
    if (csv->scratch->len == scratch_start && rest == at) {
        *field = (IncmapCsvField){piece, (guint32)(at - 1 - piece), FALSE};
    } else {
        g_string_append_len(csv->scratch, piece, at - 1 - piece);
        g_string_append_len(csv->scratch, at, rest - at);
        *field = (IncmapCsvField){GSIZE_TO_POINTER(scratch_start),
                                  (guint32)(csv->scratch->len - scratch_start), TRUE};
    }
    *out_next = rest;
    return TRUE;
}

static gboolean
scan_field(IncmapCsv *csv, const char *at, const char **out_next, GError **error)
{
    IncmapCsvField *field = add_field(csv);
    if (at < csv->end && *at == '"')
        return scan_quoted(csv, at + 1, out_next, error);
    const char *next = scan_plain(csv, at);
    *field = (IncmapCsvField){at, (guint32)(next - at), FALSE};
    *out_next = next;
    return TRUE;
}

static const char *
skip_blank_lines(IncmapCsv *csv)
{
    while (csv->at < csv->end && is_line_end(*csv->at)) {
        if (*csv->at == '\n' || csv->at + 1 == csv->end || csv->at[1] != '\n')
            csv->line++;
        csv->at++;
    }
    return csv->at;
}

/* Scratch memory may have moved while it grew: the fields held offsets until now. */
static void
settle_scratch(IncmapCsv *csv)
{
    if (csv->scratch->len == 0)
        return;
    for (guint i = 0; i < csv->n_fields; i++) {
        if (csv->fields[i].is_scratch)
            csv->fields[i].text = csv->scratch->str + GPOINTER_TO_SIZE(csv->fields[i].text);
    }
}

gboolean
incmap_csv_next(IncmapCsv *csv, GError **error)
{
    csv->n_fields = 0;
    g_string_truncate(csv->scratch, 0);
    const char *start = skip_blank_lines(csv);
    const char *at = start;
    csv->row_line = csv->line;
    if (at >= csv->end)
        return FALSE;
    for (;;) {
        if (!scan_field(csv, at, &at, error))
            return FALSE;
        if (at - start > MAX_ROW_BYTES)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:%u: the row is longer than 64 MB; is this a table?", csv->name,
                               csv->row_line);
        if (csv->n_fields > MAX_FIELDS)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s:%u: the row has more than 100000 columns; is this a table?",
                               csv->name, csv->row_line);
        if (at >= csv->end || *at != csv->delimiter)
            break;
        at++;
    }
    if (at < csv->end) {
        at += *at == '\r' && at + 1 < csv->end && at[1] == '\n' ? 2 : 1;
        csv->line++;
    }
    csv->at = at;
    settle_scratch(csv);
    return TRUE;
}
