/* SPDX-License-Identifier: MIT */
/*
 * What a located map is unsure of → rows of a review file.
 */
#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locate.h"
#include "pipeline/results.h"
#include "pipeline/review-columns.h"

#include <string.h>

#define MAX_CANDIDATES 5
/* A fix below this score, or whose runner-up has this share of its score, is asked about. */
#define SURE_SCORE 0.6
#define CLOSE_SHARE 0.5

/** Question: a doubtful name, and how many rows ask it */
typedef struct Question Question;
struct Question {
    guint incident; /* the first */
    guint n_rows;
};

static gboolean
is_doubtful(const IncmapIncident *incident, const IncmapFix *fix)
{
    if (incident->has_point || incident->place == NULL || incident->place[0] == '\0')
        return FALSE;
    if (fix->precision == INCMAP_PRECISION_NONE || fix->score < SURE_SCORE || fix->problem != NULL)
        return TRUE;
    /* "Tin Zaouatine, Algeria (0.41)" */
    const char *bracket = fix->runner_up != NULL ? strrchr(fix->runner_up, '(') : NULL;
    return bracket != NULL && g_ascii_strtod(bracket + 1, NULL) > CLOSE_SHARE * fix->score;
}

static void
set(const IncmapReview *review, GPtrArray *row, const char *title, const char *value)
{
    for (guint i = 0; i < review->titles->len; i++) {
        if (g_ascii_strcasecmp(g_ptr_array_index(review->titles, i), title) != 0)
            continue;
        g_free(row->pdata[i]);
        row->pdata[i] = g_strdup(value != NULL ? value : "");
        return;
    }
}

static void
set_number(const IncmapReview *review, GPtrArray *row, const char *title, double value,
           int n_decimals)
{
    g_autoptr(GString) text = g_string_new(NULL);
    incmap_format_number(text, value, n_decimals);
    set(review, row, title, text->str);
}

/* "Gao (0.87)" beside the province Gao around it (0.48) is one sense: whether another place is
 * close has to be looked at again. */
static gboolean
has_close_rival(const IncmapMap *map, const IncmapIncident *incident, const char *country,
                const IncmapFix *fix)
{
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(IncmapCandidate));
    incmap_locate_candidates(map->scene, map->session->gazetteer, map->session->layers,
                             incident->place, incident->admin1, country, MAX_CANDIDATES,
                             candidates);
    for (guint i = 0; i < candidates->len; i++) {
        const IncmapCandidate *candidate = &g_array_index(candidates, IncmapCandidate, i);
        gboolean is_around = candidate->place.kind == INCMAP_PLACE_ADMIN1 &&
                             g_strcmp0(candidate->place.admin1_code, fix->admin1_code) == 0;
        if (!is_around && candidate->score > CLOSE_SHARE * fix->score &&
            incmap_distance_km(candidate->place.point, fix->point) > 5)
            return TRUE;
    }
    return FALSE;
}

/* A row that asks the question of @incident, still without a candidate. */
static GPtrArray *
add_row(IncmapReview *review, const IncmapIncident *incident, const char *country, guint n_rows)
{
    GPtrArray *row = g_ptr_array_new_with_free_func(g_free);
    guint line = 0;
    for (guint i = 0; i < review->titles->len; i++)
        g_ptr_array_add(row, g_strdup(""));
    g_ptr_array_add(review->rows, row);
    g_array_append_val(review->lines, line);
    set(review, row, "place", incident->place);
    set(review, row, "admin2", incident->admin2);
    set(review, row, "admin1", incident->admin1);
    set(review, row, "country", country);
    set_number(review, row, "rows", n_rows, 0);
    return row;
}

static void
fill_candidate(const IncmapReview *review, GPtrArray *row, guint number, const IncmapFix *fix)
{
    g_autoptr(GString) within = g_string_new(fix->admin1);
    if (fix->country != NULL && g_strcmp0(fix->country, fix->name) != 0)
        g_string_append_printf(within, "%s%s", within->len > 0 ? ", " : "", fix->country);
    g_autofree char *id = g_strdup_printf("%" G_GINT64_FORMAT, fix->place_id);
    set_number(review, row, "candidate", number, 0);
    set(review, row, "found", fix->name);
    set(review, row, "within", within->str);
    set_number(review, row, "lat", fix->point.lat_deg, 5);
    set_number(review, row, "lon", fix->point.lon_deg, 5);
    set(review, row, "precision", incmap_precision_id(fix->precision));
    set_number(review, row, "radius_km", fix->radius_km, 2);
    set_number(review, row, "score", fix->score, 3);
    set(review, row, "id", fix->place_id != 0 ? id : "");
    set(review, row, "reason", fix->reason);
}

static const char *
explain(IncmapScene *scene, const IncmapCandidate *candidate)
{
    const char *name =
        candidate->kind == INCMAP_NAME_STANDARD ? "exact name" : "another name for it";
    const char *where = candidate->is_elsewhere      ? "; outside the stated country"
                        : candidate->is_other_admin1 ? "; outside the stated admin-1"
                                                     : "";
    if (candidate->edits == 0)
        return incmap_scene_printf(scene, "%s%s", name, where);
    return incmap_scene_printf(scene, "spelling differs by %u%s", candidate->edits, where);
}

/* The other places that the name may mean. */
static void
add_others(IncmapReview *review, const IncmapMap *map, const IncmapIncident *incident,
           const char *country, const Question *question, const IncmapFix *fix, guint number)
{
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(IncmapCandidate));
    incmap_locate_candidates(map->scene, map->session->gazetteer, map->session->layers,
                             incident->place, incident->admin1, country, MAX_CANDIDATES,
                             candidates);
    for (guint i = 0; i < candidates->len && number <= MAX_CANDIDATES; i++) {
        const IncmapCandidate *candidate = &g_array_index(candidates, IncmapCandidate, i);
        IncmapFix other;
        if (fix->precision != INCMAP_PRECISION_NONE &&
            incmap_distance_km(candidate->place.point, fix->point) < 1)
            continue;
        incmap_locate_describe(map->scene, map->session->gazetteer, &candidate->place, &other);
        other.score = candidate->score;
        other.reason = explain(map->scene, candidate);
        GPtrArray *row = add_row(review, incident, country, question->n_rows);
        fill_candidate(review, row, number++, &other);
    }
}

static void
add_question(IncmapReview *review, const IncmapMap *map, const Question *question)
{
    const IncmapIncident *incident =
        &g_array_index(map->scene->incidents, IncmapIncident, question->incident);
    const IncmapFix *fix = &g_array_index(map->scene->fixes, IncmapFix, question->incident);
    const char *country = incident->country != NULL && incident->country[0] != '\0'
                              ? incident->country
                              : map->options.country;
    guint first = review->rows->len, number = 1;
    if (fix->precision != INCMAP_PRECISION_NONE && fix->score >= SURE_SCORE &&
        fix->problem == NULL && !has_close_rival(map, incident, country, fix))
        return;
    if (fix->precision != INCMAP_PRECISION_NONE) {
        GPtrArray *row = add_row(review, incident, country, question->n_rows);
        fill_candidate(review, row, number++, fix);
        if (fix->problem != NULL)
            set(review, row, "reason", fix->problem);
    }
    add_others(review, map, incident, country, question, fix, number);
    if (review->rows->len == first)
        set(review, add_row(review, incident, country, question->n_rows), "reason", fix->reason);
}

gboolean
incmap_review_write(IncmapReview *review, const IncmapMap *map, const IncmapChoices *choices,
                    GError **error)
{
    g_autoptr(GHashTable) asked = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GPtrArray) questions = g_ptr_array_new();
    const IncmapScene *scene = map->scene;
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        if (!is_doubtful(incident, &g_array_index(scene->fixes, IncmapFix, i)))
            continue;
        const char *country = incident->country != NULL ? incident->country : map->options.country;
        g_autofree char *key =
            incmap_locate_key(map->scene, map->session->gazetteer, incident->place,
                              incident->admin2, incident->admin1, country);
        if (choices->found != NULL && g_hash_table_contains(choices->found, key))
            continue;
        Question *question = g_hash_table_lookup(asked, key);
        if (question == NULL) {
            question = g_new0(Question, 1);
            question->incident = i;
            g_hash_table_insert(asked, g_steal_pointer(&key), question);
            g_ptr_array_add(questions, question);
        }
        question->n_rows++;
    }
    for (guint i = 0; i < questions->len; i++)
        add_question(review, map, g_ptr_array_index(questions, i));
    return incmap_review_save(review, review->path, error);
}
