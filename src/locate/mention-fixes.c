/* SPDX-License-Identifier: MIT */
/*
 * From the weighed senses of the terms to the fix of each mention: the seat
 * before its area, the area where no sense lies in what contains the name, and
 * misspellings in the country that the text is about.
 */
#include "locate/mention-finder.h"

#include <math.h>
#include <string.h>

#include "base/geodesy.h"

static gboolean
is_area(const IncmapFinder *finder, gint index)
{
    return index >= 0 && incmap_finder_first_kind(finder, index) == INCMAP_PLACE_ADMIN1;
}

/* "Kidal" is the town and not the region around it, when the town is of weight there and nothing
 * in the text speaks of areas. */
static guint
prefer_seat(const IncmapFinder *finder, const IncmapTerm *term)
{
    const IncmapSense *area = &g_array_index(term->senses, IncmapSense, 0);
    if (area->match.place.kind != INCMAP_PLACE_ADMIN1 || term->type != INCMAP_TYPE_NONE ||
        term->holds_others || is_area(finder, term->row_before) ||
        is_area(finder, term->row_behind))
        return 0;
    for (guint i = 1; i < term->senses->len; i++) {
        const IncmapPlace *town = &g_array_index(term->senses, IncmapSense, i).match.place;
        if (town->kind == INCMAP_PLACE_TOWN &&
            strcmp(town->admin1_code, area->match.place.admin1_code) == 0 &&
            town->population > 0.2 * area->match.place.population &&
            (strncmp(town->feature_code, "PPLA", 5) == 0 || town->population > 20000))
            return i;
    }
    return 0;
}

static void
rank_term(const IncmapFinder *finder, const IncmapTerm *term, IncmapRanked *ranked)
{
    guint chosen = prefer_seat(finder, term);
    const IncmapSense *best = &g_array_index(term->senses, IncmapSense, chosen);
    double share = 0;
    for (guint i = 0; i < term->senses->len; i++) {
        const IncmapSense *sense = &g_array_index(term->senses, IncmapSense, i);
        /* a town and the area around it are one sense at two precisions */
        double km = incmap_distance_km(sense->match.place.point, best->match.place.point);
        gboolean is_around =
            sense->match.place.kind == INCMAP_PLACE_ADMIN1 &&
            (incmap_place_lies_in(&best->match.place, &sense->match.place) ||
             (km < 1.3 * sense->match.place.radius_km &&
              g_strcmp0(sense->match.place.country_code, best->match.place.country_code) == 0));
        if (km < 5 || i == chosen || is_around) {
            share += sense->share;
            continue;
        }
        ranked->n_others++;
        if (!ranked->has_second) {
            ranked->has_second = TRUE;
            ranked->second = sense->match;
            ranked->second_score = sense->share;
        }
    }
    ranked->best = best->match;
    ranked->type = term->type;
    ranked->score = fmin(share, 1) * 0.95;
}

/* Spelt in a way that no gazetteer has, in a text about one country. */
static void
find_misspelt(IncmapFinder *finder, const char *country_code, IncmapMention *mention)
{
    IncmapStated stated = {.has_country = FALSE};
    IncmapRanked ranked;
    const char *words = mention->lookup != NULL ? mention->lookup : mention->text;
    if (country_code == NULL ||
        !incmap_gazetteer_country(finder->locator->gazetteer, country_code, &stated.country))
        return;
    stated.has_country = TRUE;
    if (!incmap_rank_name(finder->locator, words, &stated, &ranked) || ranked.is_elsewhere ||
        ranked.is_part || ranked.score < 0.2)
        return;
    incmap_fix_use(finder->locator, &ranked, &stated, &mention->fix);
}

static const char *
main_country(const IncmapFinder *finder)
{
    g_autoptr(GHashTable) sums = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    const char *best = NULL;
    double most = 0;
    for (guint i = 0; i < finder->terms.terms->len; i++) {
        const IncmapTerm *term = &g_array_index(finder->terms.terms, IncmapTerm, i);
        if (term->senses->len == 0)
            continue;
        const IncmapSense *sense = &g_array_index(term->senses, IncmapSense, 0);
        const char *code = sense->match.place.country_code;
        double *sum = g_hash_table_lookup(sums, code);
        if (code[0] == '\0')
            continue;
        if (sum == NULL) {
            sum = g_new0(double, 1);
            g_hash_table_insert(sums, (gpointer)code, sum);
        }
        *sum += sense->share * term->n_mentions;
        if (*sum > most) {
            most = *sum;
            best = code;
        }
    }
    return best;
}

/* "Friedensburg, Pa.", with no such place in Pennsylvania: in Pennsylvania, then. */
static gboolean
fix_in_container(IncmapFinder *finder, const IncmapTerm *term, IncmapMention *mention)
{
    if (term->container < 0 || term->is_list)
        return FALSE;
    const IncmapTerm *outer = &g_array_index(finder->terms.terms, IncmapTerm, term->container);
    const IncmapSense *area = &g_array_index(outer->senses, IncmapSense, 0);
    if (area->match.place.kind != INCMAP_PLACE_ADMIN1 &&
        area->match.place.kind != INCMAP_PLACE_ADMIN2)
        return FALSE;
    for (guint i = 0; i < term->senses->len; i++) {
        const IncmapPlace *place = &g_array_index(term->senses, IncmapSense, i).match.place;
        if (incmap_place_lies_in(place, &area->match.place) ||
            incmap_locate_is_beside(finder->locator->layers, place, &area->match.place) ||
            place->kind == INCMAP_PLACE_COUNTRY || place->index == area->match.place.index)
            return FALSE;
    }
    IncmapLocator *locator = finder->locator;
    incmap_fix_describe(locator, &area->match.place, &mention->fix);
    mention->fix.radius_km = area->match.place.radius_km;
    mention->fix.precision = area->match.place.kind == INCMAP_PLACE_ADMIN1
                                 ? INCMAP_PRECISION_PROVINCE
                                 : INCMAP_PRECISION_DISTRICT;
    mention->fix.score = 0.7 * area->share;
    mention->fix.reason = incmap_scene_printf(
        locator->scene, "no gazetteer has it in %s, where the text puts it", mention->fix.name);
    return TRUE;
}

void
incmap_mention_set_fixes(IncmapFinder *finder)
{
    IncmapLocator *locator = finder->locator;
    const char *country = main_country(finder);
    const IncmapStated nothing = {.has_country = FALSE};
    for (guint i = 0; i < finder->n; i++) {
        IncmapMention *mention = incmap_finder_mention(finder, i);
        if (finder->term_of[i] < 0)
            continue;
        const IncmapTerm *term =
            &g_array_index(finder->terms.terms, IncmapTerm, finder->term_of[i]);
        if (fix_in_container(finder, term, mention))
            continue;
        if (term->senses->len == 0) {
            find_misspelt(finder, country, mention);
            continue;
        }
        IncmapRanked ranked = {.score = 0};
        rank_term(finder, term, &ranked);
        incmap_fix_use(locator, &ranked, &nothing, &mention->fix);
    }
}
