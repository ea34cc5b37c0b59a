/* SPDX-License-Identifier: MIT */
/*
 * The whole way from words to a fix: the name itself, else the phrase about it,
 * else the district, province or country that is stated, and the words for why.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locator.h"

void
incmap_locator_init(IncmapLocator *locator, IncmapScene *scene, const IncmapGazetteer *gazetteer,
                    const IncmapLayers *layers)
{
    *locator = (IncmapLocator){.scene = scene, .gazetteer = gazetteer, .layers = layers};
    locator->areas = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    locator->fixes = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    locator->kins = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    locator->countries = g_hash_table_new(g_str_hash, g_str_equal);
    locator->next_mention = g_array_new(FALSE, FALSE, sizeof(gint));
    locator->first_mention = g_hash_table_new(NULL, NULL);
    locator->anchors = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
}

void
incmap_locator_clear(IncmapLocator *locator)
{
    g_clear_pointer(&locator->areas, g_hash_table_unref);
    g_clear_pointer(&locator->fixes, g_hash_table_unref);
    g_clear_pointer(&locator->kins, g_hash_table_unref);
    g_clear_pointer(&locator->countries, g_hash_table_unref);
    g_clear_pointer(&locator->next_mention, g_array_unref);
    g_clear_pointer(&locator->first_mention, g_hash_table_unref);
    g_clear_pointer(&locator->anchors, g_array_unref);
}

static const char *
kind_word(const IncmapPlace *place)
{
    static const char *const words[] = {"town",   "admin1", "admin2", "country",
                                        "region", "river",  "lake"};
    if (place->kind != INCMAP_PLACE_TOWN)
        return words[place->kind];
    if (incmap_place_is_site(place))
        return "site";
    if (strcmp(place->feature_code, "PPLC") == 0)
        return "capital";
    return place->population > 0 && place->population < 5000 ? "village" : "town";
}

void
incmap_fix_describe(IncmapLocator *locator, const IncmapPlace *place, IncmapFix *fix)
{
    const IncmapGazetteer *gazetteer = locator->gazetteer;
    fix->point = place->point;
    fix->name = place->name;
    fix->kind = kind_word(place);
    fix->place_id = place->id;
    fix->credit = incmap_gazetteer_credit(gazetteer, place);
    fix->admin1_code = place->admin1_code[0] != '\0' ? place->admin1_code : NULL;
    fix->admin1 = incmap_gazetteer_admin1_name(gazetteer, place->admin1_code);
    fix->country_code = place->country_code[0] != '\0' ? place->country_code : NULL;
    fix->country = incmap_gazetteer_country_name(gazetteer, place->country_code);
}

/* A town's own size: what "in Gao" may mean. Set so that 0, 1 and 10 million people give 1.5, 5.5
 * and 9.5 km. */
static double
town_radius_km(guint32 population)
{
    return fmin(9.5, 1.5 + 4 * sqrt(population / 1e6));
}

static void
set_precision(const IncmapRanked *ranked, IncmapFix *fix)
{
    const IncmapPlace *place = &ranked->best.place;
    fix->radius_km = place->radius_km;
    switch (place->kind) {
    case INCMAP_PLACE_TOWN:
        fix->precision = INCMAP_PRECISION_EXACT;
        fix->radius_km = fmax(place->radius_km, town_radius_km(place->population));
        if (ranked->type == INCMAP_TYPE_VICINITY || ranked->type == INCMAP_TYPE_SITE ||
            ranked->is_part) {
            fix->precision = INCMAP_PRECISION_NEAR;
            fix->radius_km += 12;
        } else if (ranked->type == INCMAP_TYPE_PROVINCE || ranked->type == INCMAP_TYPE_DISTRICT) {
            /* the seat of an area whose outline no file has */
            fix->precision = INCMAP_PRECISION_DISTRICT;
            fix->radius_km = 40;
        } else if (fix->radius_km >= 10) {
            fix->precision = INCMAP_PRECISION_NEAR;
        }
        break;
    case INCMAP_PLACE_ADMIN2:
        fix->precision = INCMAP_PRECISION_DISTRICT;
        break;
    case INCMAP_PLACE_COUNTRY:
        fix->precision = INCMAP_PRECISION_COUNTRY;
        break;
    case INCMAP_PLACE_ADMIN1:
        fix->precision = INCMAP_PRECISION_PROVINCE;
        break;
    default:
        fix->precision = place->radius_km < 90    ? INCMAP_PRECISION_DISTRICT
                         : place->radius_km < 400 ? INCMAP_PRECISION_PROVINCE
                                                  : INCMAP_PRECISION_COUNTRY;
        break;
    }
}

void
incmap_fix_use_place(IncmapLocator *locator, const IncmapPlace *place, IncmapFix *fix)
{
    IncmapRanked ranked = {.best.place = *place, .type = INCMAP_TYPE_NONE};
    incmap_fix_describe(locator, place, fix);
    set_precision(&ranked, fix);
}

static const char *
full_name(IncmapLocator *locator, const IncmapPlace *place)
{
    const char *admin1 = incmap_gazetteer_admin1_name(locator->gazetteer, place->admin1_code);
    const char *country = incmap_gazetteer_country_name(locator->gazetteer, place->country_code);
    if (place->kind == INCMAP_PLACE_COUNTRY || country == NULL)
        return place->name;
    if (admin1 == NULL || place->kind == INCMAP_PLACE_ADMIN1)
        return incmap_scene_printf(locator->scene, "%s, %s", place->name, country);
    return incmap_scene_printf(locator->scene, "%s, %s, %s", place->name, admin1, country);
}

static void
explain_ranked(IncmapLocator *locator, const IncmapRanked *ranked, const IncmapStated *stated,
               IncmapFix *fix)
{
    g_autoptr(GString) reason = g_string_new(NULL);
    const IncmapNameMatch *best = &ranked->best;
    if (incmap_place_is_own(&best->place))
        g_string_append(reason, "from your own places; ");
    if (best->edits > 0)
        g_string_append_printf(reason, "spelling differs by %u", best->edits);
    else if (ranked->is_part)
        g_string_append(reason, "some of the words are its name");
    else
        g_string_append(reason,
                        best->kind == INCMAP_NAME_STANDARD ? "exact name" : "another name for it");
    gboolean is_kin = stated->has_country && !ranked->is_elsewhere && fix->country != NULL &&
                      strcmp(best->place.country_code, stated->country.country_code) != 0;
    const char *where = is_kin                ? fix->country
                        : stated->has_country ? stated->country.name
                                              : "the gazetteer";
    if (ranked->n_others == 0)
        g_string_append_printf(reason, "; the only %s in %s", best->place.name, where);
    else
        g_string_append_printf(reason, "; %u other place%s so called", ranked->n_others,
                               ranked->n_others == 1 ? " is" : "s are");
    if (is_kin)
        g_string_append_printf(reason, "; once or by some counted to the stated %s",
                               stated->country.name);
    else if (stated->has_country && !ranked->is_elsewhere)
        g_string_append(reason, "; stated country agrees");
    if (stated->has_admin1 && !ranked->is_other_admin1 && !ranked->is_elsewhere)
        g_string_append(reason, "; stated admin-1 agrees");
    fix->reason = incmap_scene_string(locator->scene, reason->str);
    if (ranked->has_second && ranked->second_score > 0.005)
        fix->runner_up =
            incmap_scene_printf(locator->scene, "%s (%.2f)",
                                full_name(locator, &ranked->second.place), ranked->second_score);
}

void
incmap_fix_use(IncmapLocator *locator, const IncmapRanked *ranked, const IncmapStated *stated,
               IncmapFix *fix)
{
    incmap_fix_describe(locator, &ranked->best.place, fix);
    set_precision(ranked, fix);
    fix->score = ranked->score;
    explain_ranked(locator, ranked, stated, fix);
    if (!ranked->is_other_admin1)
        return;
    double distance_km = incmap_distance_km(fix->point, stated->admin1.point);
    fix->problem = incmap_scene_printf(
        locator->scene, "%s is in %s and not in the stated %s, whose middle is %.0f km away",
        fix->name, fix->admin1 != NULL ? fix->admin1 : "another area", stated->admin1.name,
        distance_km);
}

/* A namesake far from the stated admin-1 is another place; the area itself is the better answer. */
gboolean
incmap_ranked_is_acceptable(const IncmapRanked *ranked, const IncmapStated *stated)
{
    if (ranked->is_elsewhere)
        return FALSE;
    if (!ranked->is_other_admin1)
        return ranked->score > 0.05;
    double distance_km = incmap_distance_km(ranked->best.place.point, stated->admin1.point);
    return ranked->best.edits == 0 && !ranked->is_part &&
           distance_km < 1.4 * stated->admin1.radius_km + 30;
}

static gboolean
is_exact(const IncmapRanked *ranked, const IncmapStated *stated)
{
    return ranked->best.edits == 0 && !ranked->is_part &&
           incmap_ranked_is_acceptable(ranked, stated);
}

/* "Tempe, Greece": a namesake in Arizona is none; the country that is named is the better answer.
 * Two or three letters may be a state as well as a country ("Long Beach, CA"). */
static gboolean
use_behind_comma(IncmapLocator *locator, const char *before, const char *behind,
                 const IncmapStated *stated, const IncmapStated *limited, IncmapFix *fix)
{
    IncmapRanked area;
    gboolean is_area = limited->has_admin1 || (limited->has_country && !stated->has_country);
    return is_area && strlen(behind) > 3 && incmap_rank_name(locator, behind, stated, &area) &&
           area.best.edits == 0 && !area.is_part &&
           incmap_locator_fall_back(locator, before, limited, fix);
}

/* "Gao, Mali" or "Long Beach, CA": what stands behind the comma limits what stands before it. */
static gboolean
find_before_comma(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                  IncmapFix *fix)
{
    const char *comma = strrchr(place, ',');
    if (comma == NULL || comma == place || comma[1] == '\0')
        return FALSE;
    g_autofree char *before = g_strndup(place, (gsize)(comma - place));
    g_autofree char *behind = g_strstrip(g_strdup(comma + 1));
    IncmapRanked best = {.score = 0};
    IncmapStated best_stated = *stated, named = *stated;
    for (int is_admin1 = 0; is_admin1 < 2; is_admin1++) {
        IncmapStated limited;
        const char *country = stated->has_country ? stated->country.country_code : NULL;
        incmap_stated_init(locator, NULL, is_admin1 ? behind : NULL, is_admin1 ? country : behind,
                           &limited);
        gboolean is_new = is_admin1 ? limited.has_admin1 : limited.has_country;
        if (!is_new || (!is_admin1 && stated->has_country))
            continue;
        if (!named.has_admin1 && !(named.has_country && !stated->has_country))
            named = limited;
        if (strchr(before, ',') != NULL && find_before_comma(locator, before, &limited, fix))
            return TRUE;
        IncmapRanked ranked;
        if (incmap_rank_name(locator, before, &limited, &ranked) &&
            incmap_ranked_is_acceptable(&ranked, &limited) && !ranked.is_other_admin1 &&
            ranked.score > best.score) {
            best = ranked;
            best_stated = limited;
        }
    }
    if (best.score <= 0)
        return use_behind_comma(locator, before, behind, stated, &named, fix);
    incmap_fix_use(locator, &best, &best_stated, fix);
    return TRUE;
}

static gboolean
find_by_phrase(IncmapLocator *locator, const char *place, const IncmapStated *stated,
               IncmapFix *fix)
{
    static const char *const degrees[] = {"far", "the far", "extreme", "the extreme", NULL};
    g_auto(IncmapPhrase) phrase = {.kind = INCMAP_PHRASE_NONE};
    incmap_phrase_parse(place, &phrase);
    if (phrase.kind == INCMAP_PHRASE_NONE)
        return FALSE;
    /* "the far north of Cameroon": no place called Far */
    if (phrase.head != NULL && g_strv_contains(degrees, phrase.head))
        g_clear_pointer(&phrase.head, g_free);
    if (incmap_locate_commented(locator, phrase.head, &phrase, place, stated, fix))
        return TRUE;
    return incmap_phrase_locate(locator, &phrase, place, stated, fix);
}

static gboolean
is_written_so(const IncmapLocator *locator, const char *words, const IncmapPlace *place)
{
    g_autofree char *folded = incmap_text_fold(words);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_find(locator->gazetteer, folded, places);
    for (guint i = 0; i < places->len; i++)
        if (g_array_index(places, IncmapPlace, i).index == place->index)
            return TRUE;
    return FALSE;
}

/* Whether a direction stands among the first words: parsing every name would cost time. */
static gboolean
may_be_part(const char *words)
{
    static const char *const stems[] = {"north", "south", "east", "west", "cent", "middle"};
    const char *word = words;
    for (int n = 0; n < 5 && word != NULL; n++) {
        for (gsize i = 0; i < G_N_ELEMENTS(stems); i++)
            if (g_ascii_strncasecmp(word, stems[i], strlen(stems[i])) == 0)
                return strchr(word, ' ') != NULL;
        word = strchr(word, ' ');
        word = word != NULL ? word + 1 : NULL;
    }
    return FALSE;
}

/* "southern Lebanon" is no South Lebanon in Ohio: a part of a country that the words name goes
 * before a place that is written otherwise. */
static gboolean
find_part_of_country(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                     const IncmapRanked *ranked, IncmapFix *fix)
{
    g_auto(IncmapPhrase) phrase = {.kind = INCMAP_PHRASE_NONE};
    IncmapRanked country;
    if (!may_be_part(place))
        return FALSE;
    incmap_phrase_parse(place, &phrase);
    return phrase.kind == INCMAP_PHRASE_PART &&
           !is_written_so(locator, place, &ranked->best.place) &&
           incmap_rank_name(locator, phrase.a, stated, &country) &&
           country.best.place.kind == INCMAP_PLACE_COUNTRY && country.best.edits == 0 &&
           !country.is_part && incmap_phrase_locate(locator, &phrase, place, stated, fix);
}

gboolean
incmap_locator_find_words(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                          IncmapFix *fix)
{
    IncmapRanked ranked;
    gboolean has_ranked = incmap_rank_name(locator, place, stated, &ranked);
    if (has_ranked && is_exact(&ranked, stated)) {
        if (!find_part_of_country(locator, place, stated, &ranked, fix))
            incmap_fix_use(locator, &ranked, stated, fix);
        return TRUE;
    }
    if (find_by_phrase(locator, place, stated, fix) ||
        find_before_comma(locator, place, stated, fix))
        return TRUE;
    if (!has_ranked || !incmap_ranked_is_acceptable(&ranked, stated))
        return FALSE;
    incmap_fix_use(locator, &ranked, stated, fix);
    return TRUE;
}

/* A score says how likely the point is a good answer, and a vast country's middle seldom is: 161 km
 * (100 miles) are what geocoders are judged by. */
static void
doubt_vast_areas(IncmapFix *fix)
{
    enum { GOOD_KM = 161, PROVINCE_KM = 300 };
    double good_km = fix->precision == INCMAP_PRECISION_COUNTRY ? GOOD_KM : PROVINCE_KM;
    if (fix->precision >= INCMAP_PRECISION_PROVINCE && fix->radius_km > good_km)
        fix->score *= good_km / fix->radius_km;
}

void
incmap_locator_find(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                    IncmapFix *out_fix)
{
    g_autofree char *key = g_strdup_printf("%s\x1F%s\x1F%s\x1F%s", place != NULL ? place : "",
                                           stated->has_country ? stated->country.country_code : "",
                                           stated->has_admin1 ? stated->admin1.name : "",
                                           stated->admin2 != NULL ? stated->admin2 : "");
    const IncmapFix *known = g_hash_table_lookup(locator->fixes, key);
    if (known != NULL) {
        *out_fix = *known;
    } else {
        *out_fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE};
        gboolean has_place = !incmap_words_say_nothing(place);
        if (!(has_place && incmap_locator_find_words(locator, place, stated, out_fix)) &&
            !incmap_locator_fall_back(locator, place, stated, out_fix)) {
            out_fix->reason = has_place ? incmap_scene_printf(locator->scene,
                                                              "\"%s\" is in no gazetteer and no "
                                                              "province or country is given",
                                                              place)
                                        : "no place, province or country is given";
        }
        doubt_vast_areas(out_fix);
        g_hash_table_insert(locator->fixes, g_steal_pointer(&key),
                            g_memdup2(out_fix, sizeof(*out_fix)));
    }
    if (out_fix->problem == NULL)
        out_fix->problem = stated->problem;
}
