/* SPDX-License-Identifier: MIT */
#include "pipeline/pipeline.h"

#include "base/text.h"
#include "locate/localise.h"
#include "locate/locate.h"
#include "pipeline/data.h"
#include "pipeline/disclaimers.h"
#include "pipeline/filter.h"
#include "pipeline/gazetteers.h"
#include "pipeline/names.h"
#include "pipeline/overlay.h"
#include "pipeline/region.h"
#include "pipeline/review.h"
#include "pipeline/towns.h"
#include "read/read.h"

#include <string.h>

static gboolean
read_input(IncmapMap *map, const IncmapMapInput *input, const IncmapReadOptions *options,
           GError **error)
{
    if (input->form != INCMAP_INPUT_FILE) {
        IncmapIncident *incident = incmap_scene_add_incident(map->scene);
        incident->id = incmap_scene_printf(map->scene, "%u", map->scene->incidents->len);
        if (input->form == INCMAP_INPUT_PLACE)
            incident->place = incmap_scene_string(map->scene, input->words);
        else
            incident->point = input->point;
        incident->has_point = input->form == INCMAP_INPUT_POINT;
        return TRUE;
    }
    gboolean is_stdin = strcmp(input->words, "-") == 0;
    if (is_stdin && map->keeps_stdin && map->stdin_fd < 0 &&
        !incmap_pipeline_keep_stdin(map, error))
        return FALSE;
    g_autofree char *path = incmap_pipeline_input_path(map, input->words);
    GError *failure = NULL;
    if (!incmap_read_file(map->scene, path, options, &failure)) {
        if (is_stdin && g_str_has_prefix(failure->message, path)) {
            g_autofree char *rest = g_strdup(failure->message + strlen(path));
            g_free(failure->message);
            failure->message = g_strconcat("standard input", rest, NULL);
        }
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (is_stdin && map->scene->documents->len == 1) {
        IncmapDocument *document =
            &g_array_index(map->scene->documents, IncmapDocument, map->scene->documents->len - 1);
        document->path = document->id = "-";
    }
    return TRUE;
}

/* Words that a map prints. Longer ones are never meant, and would take minutes to typeset. */
#define MAX_WORDS_BYTES 2000

gboolean
incmap_pipeline_check_lengths(const IncmapScene *scene, GError **error)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
        const char *const words[] = {incident->id,      incident->place,   incident->admin2,
                                     incident->admin1,  incident->country, incident->type,
                                     incident->subtype, incident->heading};
        static const char *const names[] = {"id",      "place", "district", "province",
                                            "country", "type",  "sub-type", "heading"};
        for (guint j = 0; j < G_N_ELEMENTS(words); j++) {
            if (words[j] == NULL || strlen(words[j]) <= MAX_WORDS_BYTES)
                continue;
            if (incident->line == 0) /* a name of the command line */
                return incmap_fail(error, INCMAP_ERROR_INPUT,
                                   "the %s is %zu bytes long, the limit is %d", names[j],
                                   strlen(words[j]), MAX_WORDS_BYTES);
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "line %u: the %s is %zu bytes long, the limit is %d; is a "
                               "closing quote missing?",
                               incident->line, names[j], strlen(words[j]), MAX_WORDS_BYTES);
        }
    }
    return TRUE;
}

static gboolean
run_read(IncmapMap *map, GError **error)
{
    if (!incmap_session_use_gazetteers(map->session, map->options.gazetteer, error))
        return FALSE;
    if (map->options.places != NULL &&
        !incmap_session_add_places(map->session, map->options.places, error))
        return FALSE;
    g_auto(IncmapNames) names;
    incmap_names_init(&names, map->session);
    IncmapReadOptions options = {
        .date_julian = map->options.date_julian,
        .kind = map->options.as,
        .layout = map->options.layout,
        .columns = map->options.columns,
        .names = &names.source,
        .lexicons = incmap_session_get_lexicons(map->session),
        .group_column = map->group_column,
        .first_julian = map->options.first_julian,
        .last_julian = map->options.last_julian,
    };
    IncmapWanted wanted = {0};
    const char *extent = map->options.extent;
    /* A box of numbers needs no gazetteer; a database can leave out what lies outside. */
    if (extent != NULL && strchr(extent, ',') != NULL && strpbrk(extent, "0123456789") != NULL &&
        incmap_extent_parse(extent, NULL, NULL, &wanted, NULL)) {
        options.has_box = wanted.has_box;
        options.box = wanted.box;
    }
    map->scene->date_julian = map->options.date_julian;
    for (guint i = 0; i < map->inputs->len; i++) {
        const IncmapMapInput *input = &g_array_index(map->inputs, IncmapMapInput, i);
        options.sql = input->sql;
        options.ogr_layer = input->layer != NULL ? input->layer : map->options.input_layer;
        if (!read_input(map, input, &options, error))
            return FALSE;
    }
    if (names.error != NULL) {
        g_propagate_error(error, g_steal_pointer(&names.error));
        return FALSE;
    }
    if (!incmap_pipeline_check_lengths(map->scene, error))
        return FALSE;
    map->n_filtered = incmap_filter_read(map->scene, &map->options);
    return TRUE;
}

/* The country that the option names; out_code stays NULL without the option. */
static gboolean
find_country(const IncmapMap *map, const IncmapGazetteer *gazetteer, const char **out_code,
             GError **error)
{
    if (map->options.country == NULL)
        return TRUE;
    *out_code = incmap_country_find(gazetteer, map->options.country);
    if (*out_code == NULL)
        return incmap_fail(error, INCMAP_ERROR_PLACE, "unknown country \"%s\"",
                           map->options.country);
    return TRUE;
}

gboolean
incmap_pipeline_prepare(IncmapMap *map, const char **out_country, GError **error)
{
    *out_country = NULL;
    return incmap_options_resolve(&map->options, error) &&
           incmap_session_use_gazetteers(map->session, map->options.gazetteer, error) &&
           incmap_session_get_gazetteer(map->session, error) != NULL &&
           (map->options.places == NULL ||
            incmap_session_add_places(map->session, map->options.places, error)) &&
           incmap_session_get_layers(map->session, error) != NULL &&
           find_country(map, map->session->gazetteer, out_country, error);
}

/* Points given by the user are described, not judged. */
static void
describe_points(IncmapMap *map, const IncmapGazetteer *gazetteer, const IncmapLayers *layers)
{
    for (guint i = 0; i < map->inputs->len && map->inputs->len == map->scene->incidents->len; i++) {
        const IncmapMapInput *input = &g_array_index(map->inputs, IncmapMapInput, i);
        if (input->form == INCMAP_INPUT_POINT)
            incmap_locate_point(map->scene, gazetteer, layers, input->point,
                                &g_array_index(map->scene->fixes, IncmapFix, i));
    }
}

/* Names and words in the language of the map, unless that is English. */
static gboolean
speak_language(IncmapMap *map, const IncmapGazetteer *gazetteer, GError **error)
{
    const char *language = map->options.language;
    if (language == NULL || strcmp(language, "en") == 0)
        return TRUE;
    GError *failure = NULL;
    map->scene->vocabulary = incmap_session_get_vocabulary(map->session, language, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    incmap_locate_localise(map->scene, gazetteer, language);
    return TRUE;
}

/* What was decided: first in the reviews that became gazetteers, then in the one of this run. */
static gboolean
take_choices(const IncmapMap *map, IncmapReview *review, IncmapChoices *choices, GError **error)
{
    g_autoptr(GPtrArray) lasting = incmap_gazetteers_reviews(map->session->gazetteers);
    for (guint i = 0; i < lasting->len; i++) {
        g_auto(IncmapReview) past = {0};
        if (!incmap_review_load(&past, g_ptr_array_index(lasting, i), error) ||
            !incmap_review_take(&past, choices, error))
            return FALSE;
    }
    return map->options.review == NULL || (incmap_review_load(review, map->options.review, error) &&
                                           incmap_review_take(review, choices, error));
}

static gboolean
run_locate(IncmapMap *map, GError **error)
{
    const IncmapGazetteer *gazetteer = incmap_session_get_gazetteer(map->session, error);
    const IncmapLayers *layers =
        gazetteer == NULL ? NULL : incmap_session_get_layers(map->session, error);
    const char *country = NULL;
    if (layers == NULL || !find_country(map, gazetteer, &country, error))
        return FALSE;
    g_auto(IncmapReview) review = {0};
    g_autoptr(IncmapChoices) choices = incmap_choices_new();
    if (!take_choices(map, &review, choices, error))
        return FALSE;
    IncmapLocateOptions options = {
        .country = country, .language = map->options.language, .choices = choices};
    if (!incmap_locate_scene(map->scene, gazetteer, layers, &options, error) ||
        (review.path != NULL && !incmap_review_write(&review, map, choices, error)))
        return FALSE;
    describe_points(map, gazetteer, layers);
    if (!speak_language(map, gazetteer, error))
        return FALSE;
    map->n_filtered += incmap_filter_located(map->scene, country);
    return TRUE;
}

static gboolean
make_compose_options(IncmapMap *map, IncmapWanted *wanted, IncmapComposeOptions *out_options,
                     GError **error)
{
    const IncmapGazetteer *gazetteer = incmap_session_get_gazetteer(map->session, error);
    const IncmapLayers *layers =
        gazetteer == NULL ? NULL : incmap_session_get_layers(map->session, error);
    *wanted = (IncmapWanted){0};
    if (layers == NULL ||
        (map->options.extent != NULL &&
         !incmap_extent_parse(map->options.extent, gazetteer, layers, wanted, error)))
        return FALSE;
    if (map->session->relief_path == NULL)
        map->session->relief_path = incmap_data_find(INCMAP_FILE_RELIEF, NULL);
    *out_options = (IncmapComposeOptions){
        .map = &map->options,
        .relief_path = map->session->relief_path,
        .has_box = wanted->has_box,
        .box = wanted->box,
        .extent = wanted->name[0] != '\0' ? wanted->name : NULL,
    };
    return TRUE;
}

/* A map of nothing helps nobody, unless the area was asked for. */
static gboolean
check_anything_to_map(const IncmapMap *map, GError **error)
{
    const IncmapScene *scene = map->scene;
    if (map->options.extent != NULL)
        return TRUE;
    if (scene->incidents->len == 0 && map->n_filtered > 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "nothing to map: all %u incidents are outside the period, types or "
                           "country asked for; with --extent the area is drawn anyway",
                           map->n_filtered);
    if (scene->incidents->len == 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT,
                           "nothing to map: no incident was found in the input; with --extent the "
                           "area is drawn anyway");
    for (guint i = 0; i < scene->fixes->len; i++) {
        if (g_array_index(scene->fixes, IncmapFix, i).precision != INCMAP_PRECISION_NONE)
            return TRUE;
    }
    const char *reason = g_array_index(scene->fixes, IncmapFix, 0).reason;
    return incmap_fail(error, INCMAP_ERROR_INPUT,
                       "nothing to map: none of %u incident%s has a place; the first: %s",
                       scene->incidents->len, scene->incidents->len == 1 ? "" : "s",
                       reason != NULL ? reason : "no reason is known");
}

/* A language that names have, but not our words. */
static void
note_missing_words(IncmapMap *map)
{
    const char *language = map->options.language;
    if (language != NULL && strcmp(language, "en") != 0 && map->scene->vocabulary == NULL)
        incmap_scene_note(map->scene,
                          "the map's own words are English: there are none in \"%s\" yet; "
                          "styles/words/%s.txt would bring them",
                          language, language);
}

/* What depends on how many incidents there are. */
static gboolean
describe_part(IncmapMap *map, GError **error)
{
    incmap_locate_describe_borders(map->scene, map->session->gazetteer, map->session->layers);
    return speak_language(map, map->session->gazetteer, error);
}

/* An installation without the supplied table has no disclaimers, and says so where the style or the
 * user could want them. */
static gboolean
load_disclaimers(IncmapMap *map, GError **error)
{
    const char *language = map->options.language != NULL ? map->options.language : "en";
    if (map->options.disclaimers != NULL)
        return incmap_disclaimers_load(map->scene, map->options.disclaimers, language, error);
    g_autofree char *styles = incmap_data_styles_folder();
    g_autofree char *path = g_build_filename(styles, "disclaimers.csv", NULL);
    if (g_file_test(path, G_FILE_TEST_EXISTS))
        return incmap_disclaimers_load(map->scene, path, language, error);
    incmap_scene_explain(map->scene, "%s: not found, so the map has no disclaimers", path);
    return TRUE;
}

static gboolean
run_project(IncmapMap *map, GError **error)
{
    if (!check_anything_to_map(map, error))
        return FALSE;
    note_missing_words(map);
    if (!load_disclaimers(map, error))
        return FALSE;
    incmap_gazetteer_rest(map->session->gazetteer); /* what locating needed */
    if (map->is_located_part && !describe_part(map, error))
        return FALSE;
    IncmapComposer *composer = incmap_session_get_composer(map->session, map->options.style, error);
    IncmapWanted wanted;
    IncmapComposeOptions options;
    if (composer == NULL || !make_compose_options(map, &wanted, &options, error))
        return FALSE;
    map->composition =
        map->session->compose->project(composer, map->scene, map->session->layers, &options, error);
    if (map->composition == NULL)
        return FALSE;
    incmap_towns_fill(map->scene, map->session->gazetteer, map->options.language);
    for (guint i = 0; i < map->options.layers->len; i++) {
        if (!incmap_overlay_add(map->scene, g_ptr_array_index(map->options.layers, i), error))
            return FALSE;
    }
    /* what follows takes the most memory and reads none of these */
    incmap_layers_rest(map->session->layers);
    incmap_gazetteer_rest(map->session->gazetteer);
    return TRUE;
}

static gboolean
run_arrange(IncmapMap *map, GError **error)
{
    IncmapComposer *composer = incmap_session_get_composer(map->session, map->options.style, error);
    if (composer == NULL)
        return FALSE;
    IncmapComposeOptions options = {.map = &map->options};
    map->session->compose->arrange(composer, map->scene, map->composition, &options);
    return TRUE;
}

static gboolean (*const stages[INCMAP_N_STAGES])(IncmapMap *map, GError **error) = {
    [INCMAP_STAGE_READ] = run_read,
    [INCMAP_STAGE_LOCATE] = run_locate,
    [INCMAP_STAGE_PROJECT] = run_project,
    [INCMAP_STAGE_ARRANGE] = run_arrange,
};

gboolean
incmap_pipeline_run(IncmapMap *map, IncmapStage stage, GError **error)
{
    if (map->n_done == 0 && !incmap_options_resolve(&map->options, error))
        return FALSE;
    for (; map->n_done <= (int)stage; map->n_done++) {
        gint64 start_us = g_get_monotonic_time();
        if (!stages[map->n_done](map, error))
            return FALSE;
        map->elapsed_us[map->n_done] = g_get_monotonic_time() - start_us;
    }
    return TRUE;
}
