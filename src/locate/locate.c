/* SPDX-License-Identifier: MIT */
/*
 * The stage itself: goes through the incidents, hands each to coordinates,
 * words or mentions, and says what could not be located.
 */
#include "locate/locate.h"

#include <math.h>
#include <string.h>

#include "base/text.h"
#include "locate/locator.h"

/* Notes beyond this many say nothing new to anybody. */
#define MAX_NOTES 200

static IncmapIncident *
incident_at(const IncmapScene *scene, guint i)
{
    return &g_array_index(scene->incidents, IncmapIncident, i);
}

static IncmapFix *
fix_at(const IncmapScene *scene, guint i)
{
    return &g_array_index(scene->fixes, IncmapFix, i);
}

static gboolean
has_usable_point(IncmapScene *scene, const IncmapIncident *incident, guint number)
{
    if (!incident->has_point)
        return FALSE;
    double lon = incident->point.lon_deg, lat = incident->point.lat_deg;
    if (!isfinite(lon) || !isfinite(lat))
        return FALSE;
    if (fabs(lon) < 1e-6 && fabs(lat) < 1e-6) {
        incmap_scene_note(
            scene, "incident %u: the coordinates 0, 0 stand for none; its names were used", number);
        return FALSE;
    }
    /* a latitude beyond 90 may be a longitude: check.c looks */
    return fabs(lon) <= 180 && fabs(lat) <= 180;
}

/* The mention of a text that says where incident @index was; NULL: none. */
static const IncmapMention *
find_mention(const IncmapLocator *locator, guint index, const char *place)
{
    const IncmapMention *linked = NULL;
    g_autofree char *folded = place == NULL ? NULL : incmap_text_fold(place);
    gint first =
        GPOINTER_TO_INT(g_hash_table_lookup(locator->first_mention, GUINT_TO_POINTER(index))) - 1;
    for (gint i = first; i >= 0; i = g_array_index(locator->next_mention, gint, i)) {
        const IncmapMention *mention = &g_array_index(locator->scene->mentions, IncmapMention, i);
        if (mention->is_demonym || mention->text == NULL)
            continue;
        g_autofree char *text = incmap_text_fold(mention->text);
        if (folded != NULL && strcmp(text, folded) == 0)
            return mention;
        if (linked == NULL && mention->role == INCMAP_ROLE_EVENT)
            linked = mention;
    }
    return linked;
}

/* Lists the mentions of each incident, in text order. */
static void
list_mentions(IncmapLocator *locator)
{
    const GArray *mentions = locator->scene->mentions;
    g_array_set_size(locator->next_mention, mentions->len);
    for (guint i = mentions->len; i-- > 0;) {
        gint32 incident = g_array_index(mentions, IncmapMention, i).incident;
        gpointer key = GINT_TO_POINTER(incident);
        if (incident < 0)
            continue;
        g_array_index(locator->next_mention, gint, i) =
            GPOINTER_TO_INT(g_hash_table_lookup(locator->first_mention, key)) - 1;
        g_hash_table_insert(locator->first_mention, key, GINT_TO_POINTER((gint)i + 1));
    }
}

static void
locate_words(IncmapLocator *locator, const IncmapIncident *incident, guint index,
             const IncmapStated *stated, IncmapFix *fix)
{
    const IncmapMention *mention =
        locator->scene->mentions->len > 0 ? find_mention(locator, index, incident->place) : NULL;
    gboolean is_same =
        mention != NULL && mention->fix.precision != INCMAP_PRECISION_NONE &&
        (incident->place == NULL || g_ascii_strcasecmp(incident->place, mention->text) == 0);
    if (is_same && (!stated->has_country ||
                    g_strcmp0(stated->country.country_code, mention->fix.country_code) == 0)) {
        *fix = mention->fix;
        return;
    }
    IncmapStated limited = *stated;
    if (mention != NULL && !stated->has_country && mention->fix.country_code != NULL)
        limited.has_country = incmap_gazetteer_country(locator->gazetteer,
                                                       mention->fix.country_code, &limited.country);
    gboolean is_site = mention != NULL && mention->is_site && incident->place != NULL &&
                       strcmp(incident->place, mention->text) == 0;
    /* "East 51st Street" is no place called East */
    incmap_locator_find(locator, is_site ? NULL : incident->place, &limited, fix);
}

static void
note_unlocated(IncmapScene *scene, const IncmapIncident *incident, guint number,
               const IncmapFix *fix)
{
    if (fix->precision == INCMAP_PRECISION_NONE)
        incmap_scene_note(scene, "incident %u: %s%s", number, fix->reason,
                          incident->place != NULL ? "; add it to a places file" : "");
    else if (fix->problem != NULL && scene->notes->len < MAX_NOTES)
        incmap_scene_note(scene, "incident %u: %s", number, fix->problem);
    else if (fix->score < 0.6 && fix->runner_up != NULL && scene->notes->len < MAX_NOTES)
        incmap_scene_note(scene, "incident %u: \"%s\" may also be %s; took %s%s%s", number,
                          incident->place != NULL ? incident->place : fix->name, fix->runner_up,
                          fix->name, fix->country != NULL ? ", " : "",
                          fix->country != NULL ? fix->country : "");
}

/* What the description of a row says, where its columns say less. */
static void
ask_notes(IncmapLocator *locator, const IncmapIncident *incident, const IncmapStated *stated,
          IncmapFix *fix)
{
    IncmapFix told;
    gboolean has_place = incident->place != NULL;
    if (has_place && fix->precision <= INCMAP_PRECISION_DISTRICT)
        return;
    if (!incmap_locator_find_told(locator, incident->notes, stated, &told) ||
        told.precision >= fix->precision)
        return;
    *fix = told;
}

static void
locate_incident(IncmapLocator *locator, guint index, const IncmapLocateOptions *options)
{
    IncmapScene *scene = locator->scene;
    const IncmapIncident *incident = incident_at(scene, index);
    IncmapFix *fix = fix_at(scene, index);
    const char *country = incident->country;
    if ((country == NULL || country[0] == '\0') && options != NULL)
        country = options->country;
    IncmapStated stated;
    incmap_stated_init(locator, incident->admin2, incident->admin1, country, &stated);
    if (has_usable_point(scene, incident, index + 1)) {
        incmap_check_point(locator, incident, index + 1, &stated, fix);
        return;
    }
    if (incident->place != NULL &&
        incmap_choices_use(locator, incident->place, &stated, incident->admin1, country, fix))
        return;
    locate_words(locator, incident, index, &stated, fix);
    if (scene->mentions->len == 0 && incident->notes != NULL)
        ask_notes(locator, incident, &stated, fix);
}

/* What is sure in a table helps the rows that name no country. */
static void
learn_context(IncmapLocator *locator)
{
    const IncmapScene *scene = locator->scene;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const IncmapFix *fix = fix_at(scene, i);
        if (fix->score < 0.8 || fix->precision > INCMAP_PRECISION_DISTRICT ||
            fix->country_code == NULL)
            continue;
        guint count = GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, fix->country_code));
        g_hash_table_insert(locator->countries, (gpointer)fix->country_code,
                            GUINT_TO_POINTER(count + 1));
        if (locator->anchors->len < 32)
            g_array_append_val(locator->anchors, fix->point);
    }
}

static gboolean
wants_second_look(const IncmapScene *scene, guint i)
{
    const IncmapIncident *incident = incident_at(scene, i);
    return !incident->has_point && incident->country == NULL && incident->place != NULL &&
           fix_at(scene, i)->score < 0.8;
}

static void
locate_again(IncmapLocator *locator, const IncmapLocateOptions *options)
{
    const IncmapScene *scene = locator->scene;
    gboolean is_wanted = FALSE;
    for (guint i = 0; i < scene->fixes->len && !is_wanted; i++)
        is_wanted = wants_second_look(scene, i);
    if (!is_wanted || scene->mentions->len > 0)
        return;
    learn_context(locator);
    if (locator->anchors->len == 0)
        return;
    g_hash_table_remove_all(locator->fixes);
    for (guint i = 0; i < scene->fixes->len; i++)
        if (wants_second_look(scene, i))
            locate_incident(locator, i, options);
}

/* How much an incident says about what the map is of. */
static double
weigh_fix(const IncmapFix *fix)
{
    return fix->country_code == NULL ? 0 : fmax(fix->score, 0.1);
}

void
incmap_locate_choose_focus(IncmapScene *scene)
{
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    double all = 0, most = 0;
    const char *focus = NULL;
    for (guint i = 0; i < scene->fixes->len; i++) {
        const IncmapFix *fix = fix_at(scene, i);
        if (weigh_fix(fix) <= 0) { /* at sea, or in no country that is known */
            all += fix->precision < INCMAP_PRECISION_COUNTRY ? fmax(fix->score, 0.1) : 0;
            continue;
        }
        double *sum = g_hash_table_lookup(sums, fix->country_code);
        if (sum == NULL) {
            sum = g_new0(double, 1);
            g_hash_table_insert(sums, (gpointer)fix->country_code, sum);
        }
        *sum += weigh_fix(fix);
        all += weigh_fix(fix);
        if (*sum > most) {
            most = *sum;
            focus = fix->country_code;
        }
    }
    scene->focus_country = focus != NULL && most >= 0.6 * all ? focus : NULL;
}

/* With more incidents than this nobody reads where each lies; measuring would cost time. */
#define MAX_DESCRIBED 50

/* What a headline adds to the name of a place: how near the border is. */
static void
describe_borders(IncmapLocator *locator)
{
    GArray *fixes = locator->scene->fixes;
    for (guint i = 0; fixes->len <= MAX_DESCRIBED && i < fixes->len; i++) {
        IncmapFix *fix = &g_array_index(fixes, IncmapFix, i);
        if (fix->precision <= INCMAP_PRECISION_NEAR && fix->country_code != NULL &&
            fix->context == NULL && locator->layers != NULL)
            incmap_locate_describe_border(locator, fix);
    }
}

static void
explain_incident(IncmapLocator *locator, guint index, const IncmapLocateOptions *options)
{
    const IncmapIncident *incident = incident_at(locator->scene, index);
    const char *country = incident->country;
    IncmapStated stated;
    if (locator->scene->incidents->len > INCMAP_MAX_EXPLAINED)
        return;
    if ((country == NULL || country[0] == '\0') && options != NULL)
        country = options->country;
    incmap_stated_init(locator, incident->admin2, incident->admin1, country, &stated);
    incmap_locate_explain(locator, incident, &stated, index + 1, fix_at(locator->scene, index));
}

gboolean
incmap_locate_scene(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                    const IncmapLayers *layers, const IncmapLocateOptions *options, GError **error)
{
    g_return_val_if_fail(scene != NULL && gazetteer != NULL, FALSE);
    (void)error; /* nothing here can fail: what isn't found is a note */
    IncmapLocator locator;
    incmap_locator_init(&locator, scene, gazetteer, layers);
    locator.choices = options != NULL ? options->choices : NULL;
    list_mentions(&locator);
    incmap_locate_mentions(&locator);
    g_array_set_size(scene->fixes, 0);
    g_array_set_size(scene->fixes, scene->incidents->len);
    for (guint i = 0; i < scene->incidents->len; i++)
        locate_incident(&locator, i, options);
    locate_again(&locator, options);
    for (guint i = 0; i < scene->incidents->len; i++)
        if (!incident_at(scene, i)->has_point || fix_at(scene, i)->kind == NULL ||
            strcmp(fix_at(scene, i)->kind, "point") != 0)
            note_unlocated(scene, incident_at(scene, i), i + 1, fix_at(scene, i));
    for (guint i = 0; i < scene->incidents->len; i++)
        explain_incident(&locator, i, options);
    incmap_locate_choose_focus(scene);
    describe_borders(&locator);
    incmap_locator_clear(&locator);
    return TRUE;
}

void
incmap_locate_describe_borders(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                               const IncmapLayers *layers)
{
    g_return_if_fail(scene != NULL && gazetteer != NULL);
    IncmapLocator locator;
    incmap_locator_init(&locator, scene, gazetteer, layers);
    describe_borders(&locator);
    incmap_locator_clear(&locator);
}

void
incmap_locate_name(IncmapScene *scene, const IncmapGazetteer *gazetteer, const IncmapLayers *layers,
                   const char *place, const char *admin2, const char *admin1, const char *country,
                   IncmapFix *out_fix)
{
    g_return_if_fail(scene != NULL && gazetteer != NULL && out_fix != NULL);
    IncmapLocator locator;
    IncmapStated stated;
    incmap_locator_init(&locator, scene, gazetteer, layers);
    incmap_stated_init(&locator, admin2, admin1, country, &stated);
    incmap_locator_find(&locator, place, &stated, out_fix);
    incmap_locator_clear(&locator);
}

void
incmap_locate_candidates(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                         const IncmapLayers *layers, const char *place, const char *admin1,
                         const char *country, guint max, GArray *candidates)
{
    g_return_if_fail(scene != NULL && gazetteer != NULL && candidates != NULL);
    IncmapLocator locator;
    IncmapStated stated;
    incmap_locator_init(&locator, scene, gazetteer, layers);
    incmap_stated_init(&locator, NULL, admin1, country, &stated);
    incmap_rank_candidates(&locator, place, &stated, max, candidates);
    incmap_locator_clear(&locator);
}

char *
incmap_locate_key(IncmapScene *scene, const IncmapGazetteer *gazetteer, const char *place,
                  const char *admin2, const char *admin1, const char *country)
{
    g_return_val_if_fail(scene != NULL && gazetteer != NULL, NULL);
    IncmapLocator locator;
    IncmapStated stated;
    incmap_locator_init(&locator, scene, gazetteer, NULL);
    incmap_stated_init(&locator, admin2, admin1, country, &stated);
    char *key = incmap_question_key(place, &stated, admin1, country);
    incmap_locator_clear(&locator);
    return key;
}

void
incmap_locate_describe(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                       const IncmapPlace *place, IncmapFix *out_fix)
{
    g_return_if_fail(scene != NULL && gazetteer != NULL && place != NULL && out_fix != NULL);
    IncmapLocator locator;
    *out_fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE};
    incmap_locator_init(&locator, scene, gazetteer, NULL);
    incmap_fix_use_place(&locator, place, out_fix);
    incmap_locator_clear(&locator);
}
