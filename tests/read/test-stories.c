/* SPDX-License-Identifier: MIT */
/*
 * test-stories FOLDER [NAME…]: the stories of a folder through reading and locating with the
 * standard gazetteer, against what is expected of them:
 *
 *     written: 2024-08-05
 *     language: fr
 *     incident: TYPE/TYPE | PLACE/PLACE | COUNTRY | DATE or FROM..TO
 *     figure: KIND QUANTITY LOW HIGH [WHO] | CLAIMANT
 *     not-place: TEXT
 *     no-incident:
 *     no-figure: KIND
 *
 * An empty part is free, "-" means "not said". A figure belongs to the incident above it. The
 * incidents have to be as many as are expected, in any order, and each may have no figure with a
 * number that is not expected, except for parts of others ("among them 12 children"). INCMAP_DATA
 * names the gazetteer's folder.
 */
#include "base/error.h"
#include "pipeline/pipeline.h"
#include "read/dates.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

static const char *const quantities[] = {"exact",   "at-least", "at-most",  "about",
                                         "between", "dozens",   "hundreds", "unknown"};
static const char *const kinds[] = {"killed",    "injured",  "missing",
                                    "displaced", "arrested", "abducted"};

/** Story: one text as read, and what of it was met */
typedef struct Story Story;
struct Story {
    const char *name;
    IncmapMap *map;
    GString *faults;
    gboolean *is_taken; /* incidents that an expectation has found */
    int incident;       /* the one of the last "incident:" line; -1 */
    GString *wanted_figures;
    guint n_expected;
};

static void
add_fault(Story *story, const char *aspect, const char *line)
{
    g_string_append_printf(story->faults, "    %s: %s\n", aspect, line);
}

static char *
format_date(IncmapDate date)
{
    int y = 0, m = 0, d = 0, y2 = 0, m2 = 0, d2 = 0;
    if (date.from_julian == 0)
        return g_strdup("-");
    incmap_date_split(date.from_julian, &y, &m, &d);
    incmap_date_split(date.to_julian, &y2, &m2, &d2);
    return date.from_julian == date.to_julian
               ? g_strdup_printf("%04d-%02d-%02d", y, m, d)
               : g_strdup_printf("%04d-%02d-%02d..%04d-%02d-%02d", y, m, d, y2, m2, d2);
}

static const IncmapIncident *
incident_at(const Story *story, guint i)
{
    return &g_array_index(story->map->scene->incidents, IncmapIncident, i);
}

/* Whether one of the words between "/" is in @text. */
static gboolean
has_one_of(const char *text, const char *wanted)
{
    g_autofree char *all = g_utf8_casefold(wanted, -1);
    g_autofree char *folded = g_utf8_casefold(text, -1);
    g_auto(GStrv) words = g_strsplit(all, "/", -1);
    for (guint i = 0; words[i] != NULL; i++) {
        if (strstr(folded, words[i]) != NULL)
            return TRUE;
    }
    return FALSE;
}

/* How many of type, place, country and date an incident meets; the place counts most. */
static int
rate(const Story *story, guint index, char **parts, char *out_wrong)
{
    const IncmapIncident *incident = incident_at(story, index);
    const IncmapFix *fix = &g_array_index(story->map->scene->fixes, IncmapFix, index);
    g_autofree char *date = format_date(incident->date);
    const char *place = incident->place != NULL ? incident->place : incident->admin1;
    place = place != NULL ? place : incident->country != NULL ? incident->country : "-";
    const char *values[] = {incmap_event_id(incident->event), place,
                            fix->country_code != NULL ? fix->country_code : "-", date};
    static const char *const names[] = {"type", "place", "country", "date"};
    int sum = 0;
    out_wrong[0] = 0;
    for (guint i = 0; i < 4 && parts[i] != NULL; i++) {
        gboolean is_met = parts[i][0] == 0 || (i == 3 ? strcmp(parts[i], values[i]) == 0
                                                      : has_one_of(values[i], parts[i]));
        sum += is_met ? (i == 1 ? 4 : i == 3 ? 2 : 1) : 0;
        if (!is_met) {
            gsize n = strlen(out_wrong);
            g_snprintf(out_wrong + n, 300 - n, "%s is %s; ", names[i], values[i]);
        }
    }
    return sum;
}

static void
expect_incident(Story *story, const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", -1);
    for (guint i = 0; parts[i] != NULL; i++)
        g_strstrip(parts[i]);
    int best = -1, best_sum = -1;
    char wrong[300], best_wrong[300] = "there is none";
    for (guint i = 0; i < story->map->scene->incidents->len; i++) {
        int sum = story->is_taken[i] ? -1 : rate(story, i, parts, wrong);
        if (sum > best_sum) {
            best = (int)i, best_sum = sum;
            g_strlcpy(best_wrong, wrong, sizeof best_wrong);
        }
    }
    story->incident = best;
    story->n_expected++;
    if (best >= 0)
        story->is_taken[best] = TRUE;
    if (best_wrong[0] != 0) {
        g_autofree char *line = g_strdup_printf("%s ← %s", value, best_wrong);
        add_fault(story, "incident", line);
    }
}

static gboolean
is_figure(const IncmapFigure *figure, char **words, const char *claimant)
{
    if (strcmp(kinds[figure->kind], words[0]) != 0)
        return FALSE;
    if (words[1] == NULL)
        return TRUE;
    if (strcmp(quantities[figure->quantity], words[1]) != 0)
        return FALSE;
    if (words[2] != NULL && (figure->low != g_ascii_strtod(words[2], NULL) ||
                             figure->high != g_ascii_strtod(words[3], NULL)))
        return FALSE;
    if (words[2] != NULL && words[4] != NULL &&
        (figure->who == NULL || strstr(figure->who, words[4]) == NULL))
        return FALSE;
    if (claimant == NULL)
        return TRUE;
    return strcmp(claimant, "-") == 0
               ? figure->claimed_by == NULL
               : figure->claimed_by != NULL && strstr(figure->claimed_by, claimant) != NULL;
}

/* The first figure of an incident that is as wanted and not yet counted as such. */
static gboolean
find_figure(const Story *story, guint incident, char **words, const char *claimant)
{
    const GArray *figures = incident_at(story, incident)->figures;
    for (guint f = 0; figures != NULL && f < figures->len; f++) {
        if (is_figure(&g_array_index(figures, IncmapFigure, f), words, claimant)) {
            g_string_append_printf(story->wanted_figures, " %u/%u ", incident, f);
            return TRUE;
        }
    }
    return FALSE;
}

static void
expect_figure(Story *story, const char *value)
{
    g_auto(GStrv) parts = g_strsplit(value, "|", -1);
    g_auto(GStrv) words = g_strsplit(g_strstrip(parts[0]), " ", 5);
    const char *claimant = parts[1] != NULL ? g_strstrip(parts[1]) : NULL;
    if (story->incident < 0 || !find_figure(story, (guint)story->incident, words, claimant))
        add_fault(story, "figure", value);
}

static gboolean
has_place(const Story *story, const char *text)
{
    for (guint i = 0; i < story->map->scene->mentions->len; i++) {
        const IncmapMention *mention =
            &g_array_index(story->map->scene->mentions, IncmapMention, i);
        if (!mention->is_demonym && strcmp(mention->text, text) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
expect_no_figure(Story *story, const char *value)
{
    char *words[] = {(char *)value, NULL};
    for (guint i = 0; i < story->map->scene->incidents->len; i++) {
        story->is_taken[i] = TRUE;
        story->n_expected++;
        if (find_figure(story, i, words, NULL))
            add_fault(story, "no-figure", value);
    }
}

static void
expect(Story *story, const char *key, const char *value)
{
    const IncmapDocument *document =
        &g_array_index(story->map->scene->documents, IncmapDocument, 0);
    if (strcmp(key, "incident") == 0)
        expect_incident(story, value);
    else if (strcmp(key, "figure") == 0)
        expect_figure(story, value);
    else if (strcmp(key, "no-figure") == 0)
        expect_no_figure(story, value);
    else if (strcmp(key, "language") == 0 && strcmp(document->language, value) != 0)
        add_fault(story, "language", document->language);
    else if (strcmp(key, "not-place") == 0 && has_place(story, value))
        add_fault(story, "not-place", value);
}

/* What was found and nobody expected. */
static void
add_unexpected(Story *story)
{
    for (guint i = 0; i < story->map->scene->incidents->len; i++) {
        const IncmapIncident *incident = incident_at(story, i);
        if (!story->is_taken[i]) {
            g_autofree char *line = g_strdup_printf("%s at %s: %s", incident->heading,
                                                    incident->place, incident->notes);
            add_fault(story, "unexpected incident", line);
        }
        for (guint f = 0; incident->figures != NULL && f < incident->figures->len; f++) {
            const IncmapFigure *figure = &g_array_index(incident->figures, IncmapFigure, f);
            g_autofree char *key = g_strdup_printf(" %u/%u ", i, f);
            if (isnan(figure->low) || figure->is_part ||
                strstr(story->wanted_figures->str, key) != NULL)
                continue;
            g_autofree char *line = g_strdup_printf("%s %s %g %g %s | %s", kinds[figure->kind],
                                                    quantities[figure->quantity], figure->low,
                                                    figure->high, figure->who, figure->claimed_by);
            add_fault(story, "unexpected figure", line);
        }
    }
}

static void
check_lines(Story *story, char **lines)
{
    story->is_taken = g_new0(gboolean, story->map->scene->incidents->len + 1);
    for (guint i = 0; lines[i] != NULL; i++) {
        char *colon = strchr(lines[i], ':');
        if (colon == NULL)
            continue;
        *colon = 0;
        expect(story, g_strstrip(lines[i]), g_strstrip(colon + 1));
    }
    add_unexpected(story);
    g_free(story->is_taken);
}

static gboolean
check_story(IncmapSession *session, const char *folder, const char *name, guint number)
{
    g_autofree char *path = g_strdup_printf("%s/%s.txt", folder, name);
    g_autofree char *expected = g_strdup_printf("%s/%s.expected", folder, name);
    g_autofree char *contents = NULL;
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    Story story = {.name = name, .map = map, .incident = -1};
    g_file_get_contents(expected, &contents, NULL, &error);
    g_assert_no_error(error);
    g_auto(GStrv) lines = g_strsplit(contents, "\n", -1);
    g_assert_true(g_str_has_prefix(lines[0], "written: "));
    gboolean is_read = incmap_map_set(map, "date", lines[0] + strlen("written: "), &error) &&
                       incmap_map_add_input(map, path, &error) &&
                       incmap_map_run(map, "locate", &error);
    if (!is_read)
        g_error("%s: %s", name, error->message);
    story.faults = g_string_new(NULL);
    story.wanted_figures = g_string_new(NULL);
    check_lines(&story, lines);
    gboolean is_right = story.faults->len == 0;
    printf("%s %u - %s\n%s", is_right ? "ok" : "not ok", number, name, story.faults->str);
    g_string_free(story.faults, TRUE);
    g_string_free(story.wanted_figures, TRUE);
    return is_right;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

int
main(int argc, char **argv)
{
    g_autoptr(GDir) dir = argc > 1 ? g_dir_open(argv[1], 0, NULL) : NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    for (const char *file; dir != NULL && (file = g_dir_read_name(dir)) != NULL;) {
        char *name = g_strndup(file, MAX(strlen(file), 9) - strlen(".expected"));
        gboolean is_wanted = argc == 2 || g_strv_contains((const char *const *)argv + 2, name);
        if (g_str_has_suffix(file, ".expected") && is_wanted)
            g_ptr_array_add(names, name);
        else
            g_free(name);
    }
    g_ptr_array_sort(names, compare_names);
    g_autoptr(IncmapSession) session = incmap_session_new();
    guint n_right = 0;
    for (guint i = 0; i < names->len; i++)
        n_right += check_story(session, argv[1], g_ptr_array_index(names, i), i + 1);
    printf("1..%u\n# %u of %u stories are read as expected\n", names->len, n_right, names->len);
    return names->len > 0 && n_right == names->len ? 0 : 1;
}
