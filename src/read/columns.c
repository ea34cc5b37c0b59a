/* SPDX-License-Identifier: MIT */
#include "read/columns.h"

#include "base/error.h"
#include "base/text.h"
#include "read/column-values.h"

#include <stdlib.h>
#include <string.h>

/* A name that is only a hint (0.6) needs values that suit it. */
static const double LEAST_SCORE = 0.65;

typedef struct Choice Choice;
struct Choice {
    IncmapColumns *columns;
    const IncmapColumnSample *sample;
    IncmapScene *scene;
    char **folded;              /* header names */
    IncmapColumnValues *values; /* per column */
    double *score;              /* per column: of the role that has it now */
    guint first_row;            /* of the sample that is data */
};

static const char *
header_name(const Choice *choice, int column)
{
    return choice->sample->cells[column];
}

static void
explain(const Choice *choice, int column, IncmapColumnRole role, const char *why)
{
    if (choice->columns->has_header)
        incmap_scene_explain(choice->scene, "column %d \"%s\" is %s: %s", column + 1,
                             header_name(choice, column), incmap_column_role_label(role), why);
    else
        incmap_scene_explain(choice->scene, "column %d is %s: %s", column + 1,
                             incmap_column_role_label(role), why);
}

static void
assign(const Choice *choice, int column, IncmapColumnRole role, const char *why)
{
    choice->columns->index[role] = column;
    explain(choice, column, role, why);
}

static int
find_column(const Choice *choice, const char *name)
{
    for (guint i = 0; i < choice->sample->n_columns && choice->columns->has_header; i++) {
        if (g_ascii_strcasecmp(header_name(choice, (int)i), name) == 0)
            return (int)i;
    }
    g_autofree char *folded = incmap_text_fold(name);
    for (guint i = 0; i < choice->sample->n_columns && choice->columns->has_header; i++) {
        if (folded[0] != 0 && strcmp(choice->folded[i], folded) == 0)
            return (int)i;
    }
    char *end = NULL;
    long number = strtol(name, &end, 10);
    if (*end == 0 && end != name && number >= 1 && number <= (long)choice->sample->n_columns)
        return (int)number - 1;
    return -1;
}

static char *
list_columns(const Choice *choice)
{
    enum { MAX_LISTED = 30 };
    GString *list = g_string_new(NULL);
    for (guint i = 0; i < choice->sample->n_columns && i < MAX_LISTED; i++)
        g_string_append_printf(list, "%s\"%.40s\"", i > 0 ? ", " : "", header_name(choice, (int)i));
    if (choice->sample->n_columns > MAX_LISTED)
        g_string_append_printf(list, " and %u more", choice->sample->n_columns - MAX_LISTED);
    return g_string_free(list, FALSE);
}

static gboolean
apply_override(const Choice *choice, char *override, GError **error)
{
    char *equals = strchr(override, '=');
    if (equals == NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "--columns: \"%s\" is not of the form role=column", override);
    *equals = 0;
    IncmapColumnRole role = INCMAP_COLUMN_ID;
    if (!incmap_column_role_find(g_strstrip(override), &role))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "--columns: there is no role \"%s\"; the roles are id, date, end, time, "
                           "place, admin2, admin1, country, lat, lon, latlon, precision, type, "
                           "subtype, killed, killed_low, killed_high, magnitude, injured, missing, "
                           "displaced, affected, population, actor1, actor2, notes, source, title",
                           override);
    char *name = g_strstrip(equals + 1);
    if (role == INCMAP_COLUMN_DATE || role == INCMAP_COLUMN_END_DATE) {
        if (g_str_has_suffix(name, ":dmy"))
            choice->columns->date_order = INCMAP_ORDER_DMY;
        else if (g_str_has_suffix(name, ":mdy"))
            choice->columns->date_order = INCMAP_ORDER_MDY;
        if (choice->columns->date_order != INCMAP_ORDER_TELL)
            name[strlen(name) - 4] = 0;
    }
    int column = find_column(choice, name);
    if (column < 0) {
        g_autofree char *list = list_columns(choice);
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "%s: has no column \"%s\" for --columns; its columns are %s",
                           choice->sample->name, name, list);
    }
    assign(choice, column, role, "--columns says so");
    choice->score[column] = 10;
    return TRUE;
}

static gboolean
apply_overrides(const Choice *choice, const char *overrides, GError **error)
{
    if (overrides == NULL)
        return TRUE;
    g_auto(GStrv) list = g_strsplit(overrides, ",", -1);
    for (guint i = 0; list[i] != NULL; i++) {
        if (*g_strstrip(list[i]) != 0 && !apply_override(choice, list[i], error))
            return FALSE;
    }
    return TRUE;
}

static void
apply_layout(const Choice *choice, const char *const *names, guint n_names)
{
    const IncmapTableLayout *layout = choice->columns->layout;
    g_auto(GStrv) pairs = g_strsplit(layout->columns, " ", -1);
    g_autofree char *why = g_strdup_printf("the layout is %s", layout->name);
    for (guint i = 0; pairs[i] != NULL && pairs[i][0] != 0; i++) {
        char *name = strchr(pairs[i], '=');
        *name++ = 0;
        IncmapColumnRole role = INCMAP_COLUMN_ID;
        gboolean is_known = incmap_column_role_find(pairs[i], &role);
        g_assert(is_known);
        for (guint n = 0; n < n_names && choice->columns->index[role] < 0; n++) {
            g_autofree char *header = g_strdelimit(g_ascii_strdown(names[n], -1), " ", '_');
            if (strcmp(header, name) == 0 && choice->score[n] < 10)
                assign(choice, (int)n, role, why), choice->score[n] = 5;
        }
    }
}

static void
apply_hxl(const Choice *choice)
{
    const char **tags = choice->sample->cells + choice->sample->n_columns;
    for (guint i = 0; i < choice->sample->n_columns; i++) {
        IncmapColumnRole role = INCMAP_COLUMN_ID;
        if (!incmap_column_hxl_role(tags[i], &role) || choice->columns->index[role] >= 0)
            continue;
        g_autofree char *why = g_strdup_printf("its HXL tag is %s", tags[i]);
        assign(choice, (int)i, role, why);
        choice->score[i] = 5;
    }
}

static gboolean
same_values(const Choice *choice, guint a, guint b, guint *out_row)
{
    const IncmapColumnSample *sample = choice->sample;
    for (guint row = choice->first_row; row < sample->n_rows; row++) {
        if (strcmp(sample->cells[(gsize)row * sample->n_columns + a],
                   sample->cells[(gsize)row * sample->n_columns + b]) != 0) {
            *out_row = row;
            return FALSE;
        }
    }
    return TRUE;
}

static gboolean
is_tie_refused(IncmapColumnRole role)
{
    return role == INCMAP_COLUMN_LAT || role == INCMAP_COLUMN_LON || role == INCMAP_COLUMN_LATLON ||
           role == INCMAP_COLUMN_DATE || role == INCMAP_COLUMN_KILLED;
}

static gboolean
refuse_tie(const Choice *choice, IncmapColumnRole role, int a, int b, GError **error)
{
    const IncmapColumnSample *sample = choice->sample;
    guint row = 0;
    if (!is_tie_refused(role) || same_values(choice, (guint)a, (guint)b, &row)) {
        incmap_scene_explain(choice->scene,
                             "column %d \"%s\" could also be %s; the first was taken", b + 1,
                             header_name(choice, b), incmap_column_role_label(role));
        return TRUE;
    }
    return incmap_fail(
        error, INCMAP_ERROR_INPUT,
        "%s:%u: columns %d \"%s\" and %d \"%s\" can both be %s and differ (%s and %s); say which "
        "with --columns \"%s=%s\"",
        sample->name, sample->lines[row], a + 1, header_name(choice, a), b + 1,
        header_name(choice, b), incmap_column_role_label(role),
        sample->cells[(gsize)row * sample->n_columns + (guint)a],
        sample->cells[(gsize)row * sample->n_columns + (guint)b], incmap_column_role_id(role),
        header_name(choice, a));
}

/* The best free column of a role. A column goes to the role that it suits best: roles are asked in
 * their order, the sure before the vague, so a later role must be better to take it over. */
static gboolean
choose_role(const Choice *choice, IncmapColumnRole role, double least, GError **error)
{
    if (choice->columns->index[role] >= 0)
        return TRUE;
    int best = -1, tie = -1;
    double best_score = 0;
    const char *best_why = "";
    for (guint i = 0; i < choice->sample->n_columns; i++) {
        double name = choice->score[i] > 0 ? 0 : incmap_column_name_score(choice->folded[i], role);
        if (name <= 0)
            continue;
        const char *why = "";
        double score = name + incmap_column_values_score(&choice->values[i], role, &why);
        if (score < least)
            continue;
        if (score > best_score + 0.01) {
            best = (int)i;
            tie = -1;
            best_score = score;
            best_why = why;
        } else if (score > best_score - 0.01 && tie < 0) {
            tie = (int)i;
        }
    }
    if (best < 0)
        return TRUE;
    g_autofree char *why = g_strdup_printf("name; %s", best_why);
    assign(choice, best, role, why);
    choice->score[best] = best_score;
    return tie < 0 || refuse_tie(choice, role, best, tie, error);
}

static gboolean
choose_by_score(const Choice *choice, GError **error)
{
    /* first the columns whose names are plain, then those whose values help */
    static const double passes[] = {1.0, LEAST_SCORE};
    for (gsize pass = 0; pass < G_N_ELEMENTS(passes); pass++) {
        for (int role = 0; role < INCMAP_N_COLUMNS; role++) {
            if (!choose_role(choice, (IncmapColumnRole)role, passes[pass], error))
                return FALSE;
        }
    }
    return TRUE;
}

static gboolean
has_header_row(const Choice *choice)
{
    for (guint i = 0; i < choice->sample->n_columns; i++) {
        for (int role = 0; role < INCMAP_N_COLUMNS; role++) {
            if (incmap_column_name_score(choice->folded[i], (IncmapColumnRole)role) > 0)
                return TRUE;
        }
    }
    for (guint i = 0; i < choice->sample->n_columns; i++) {
        if (g_ascii_strtod(header_name(choice, (int)i), NULL) != 0)
            return FALSE;
    }
    return TRUE;
}

static gboolean
has_hxl_row(const IncmapColumnSample *sample)
{
    guint n_tags = 0, n_others = 0;
    for (guint i = 0; i < sample->n_columns && sample->n_rows > 1; i++) {
        const char *cell = sample->cells[sample->n_columns + i];
        n_tags += cell[0] == '#' && g_ascii_isalpha(cell[1]);
        n_others += cell[0] != '#' && cell[0] != 0;
    }
    return n_tags >= 2 && n_tags > n_others;
}

static gboolean
check_location(const Choice *choice, GError **error)
{
    const int *index = choice->columns->index;
    gboolean has_words = index[INCMAP_COLUMN_PLACE] >= 0 || index[INCMAP_COLUMN_ADMIN1] >= 0 ||
                         index[INCMAP_COLUMN_ADMIN2] >= 0 || index[INCMAP_COLUMN_COUNTRY] >= 0 ||
                         index[INCMAP_COLUMN_NOTES] >= 0;
    gboolean has_point = index[INCMAP_COLUMN_LATLON] >= 0 ||
                         (index[INCMAP_COLUMN_LAT] >= 0 && index[INCMAP_COLUMN_LON] >= 0);
    if (has_words || has_point || choice->sample->has_geometry)
        return TRUE;
    g_autofree char *list = list_columns(choice);
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "%s:%u: no column says where; the columns are %s; name one with --columns, "
                       "for instance \"lat=COLUMN,lon=COLUMN\" or \"place=COLUMN\"",
                       choice->sample->name, choice->sample->lines[0], list);
}

static gboolean
choose_layout(const Choice *choice, const char *layout, const char *overrides, GError **error)
{
    IncmapColumns *columns = choice->columns;
    const IncmapColumnSample *sample = choice->sample;
    const IncmapTableLayout *bare = NULL;
    const char *const *names =
        incmap_layout_headerless((const char *const *)sample->cells, sample->n_columns, &bare);
    columns->has_header = names == NULL && has_header_row(choice);
    columns->has_hxl = columns->has_header && has_hxl_row(sample);
    if (!apply_overrides(choice, overrides, error))
        return FALSE;
    const char *const *header = (const char *const *)sample->cells;
    columns->layout = names != NULL ? bare : incmap_layout_recognise(header, sample->n_columns);
    if (layout != NULL && (columns->layout = incmap_layout_find(layout)) == NULL)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "--layout: there is no layout \"%s\"; there are acled, ucdp, usgs, gtd, "
                           "gdacs, emdat and generic",
                           layout);
    if (columns->layout != NULL)
        apply_layout(choice, names != NULL ? names : header, sample->n_columns);
    if (columns->has_hxl)
        apply_hxl(choice);
    return TRUE;
}

static void
mark_repetitive(const Choice *choice)
{
    for (int role = 0; role < INCMAP_N_COLUMNS; role++) {
        int column = choice->columns->index[role];
        if (column >= 0 && choice->values[column].n_distinct * 2 <= choice->values[column].n_filled)
            choice->columns->is_repetitive |= 1u << role;
    }
}

static gboolean
run_choice(Choice *choice, const char *layout, const char *overrides, GError **error)
{
    const IncmapColumnSample *sample = choice->sample;
    if (!choose_layout(choice, layout, overrides, error))
        return FALSE;
    choice->first_row = choice->columns->has_header + choice->columns->has_hxl;
    for (guint i = 0; i < sample->n_columns; i++)
        incmap_column_values_collect(&choice->values[i], sample, i, choice->first_row);
    gboolean is_generic =
        choice->columns->layout == NULL || choice->columns->layout->signature[0] == 0;
    if (choice->columns->has_header && is_generic && !choice->columns->has_hxl &&
        !choose_by_score(choice, error))
        return FALSE;
    /* a pair beats its halves only when one of them is missing */
    int *index = choice->columns->index;
    if (index[INCMAP_COLUMN_LAT] >= 0 && index[INCMAP_COLUMN_LON] >= 0)
        index[INCMAP_COLUMN_LATLON] = -1;
    mark_repetitive(choice);
    return check_location(choice, error);
}

gboolean
incmap_columns_choose(IncmapColumns *columns, const IncmapColumnSample *sample, const char *layout,
                      const char *overrides, IncmapScene *scene, GError **error)
{
    memset(columns, 0, sizeof *columns);
    for (int i = 0; i < INCMAP_N_COLUMNS; i++)
        columns->index[i] = -1;
    columns->n_columns = sample->n_columns;
    Choice choice = {.columns = columns, .sample = sample, .scene = scene};
    choice.folded = g_new0(char *, sample->n_columns + 1);
    choice.values = g_new0(IncmapColumnValues, sample->n_columns);
    choice.score = g_new0(double, sample->n_columns);
    for (guint i = 0; i < sample->n_columns; i++)
        choice.folded[i] = incmap_text_fold(sample->cells[i]);
    gboolean is_done = run_choice(&choice, layout, overrides, error);
    columns->has_day_first =
        columns->has_header && incmap_column_names_are_day_first(choice.folded);
    g_strfreev(choice.folded);
    g_free(choice.values);
    g_free(choice.score);
    return is_done;
}
