/* SPDX-License-Identifier: MIT */
/*
 * From a name to the place that is most likely meant. Each candidate's weight is
 * a product of what speaks for it; a candidate's share of all weights, lowered
 * where the name itself is doubtful, is the score. The factors were set so that
 * of the fixes with a score near 0.9 about nine in ten are right
 * (tests/bench/bench-locate.c prints that).
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locator.h"
#include "locate/skeleton.h"

typedef struct Candidate Candidate;
struct Candidate {
    IncmapNameMatch match;
    double weight, quality;
    gboolean is_elsewhere, is_other_admin1, is_part;
};

/* How well kinds of places suit the type word beside the name. Rows: IncmapTypeWord, columns:
 * IncmapPlaceKind (town, admin-1, admin-2, country, region, river, lake). */
static const double kind_weights[][7] = {
    [INCMAP_TYPE_NONE] = {1, 0.25, 0.3, 6, 1, 0.1, 0.1},
    [INCMAP_TYPE_TOWN] = {1, 0.05, 0.05, 0.02, 0.02, 0.001, 0.001},
    [INCMAP_TYPE_PROVINCE] = {0.3, 3, 0.5, 0.3, 0.6, 0.01, 0.01},
    [INCMAP_TYPE_DISTRICT] = {0.8, 0.5, 3, 0.05, 0.2, 0.01, 0.01},
    [INCMAP_TYPE_COUNTRY] = {0.05, 0.1, 0.1, 3, 0.1, 0.01, 0.01},
    [INCMAP_TYPE_WATER] = {0.2, 0.1, 0.1, 0.05, 2, 2, 2},
    [INCMAP_TYPE_VICINITY] = {1, 0.3, 0.4, 0.1, 1, 0.1, 0.1},
    [INCMAP_TYPE_SITE] = {1, 0.1, 0.2, 0.05, 0.2, 0.1, 0.1},
};

/* Two spellings of one name differ in vowels, doubled letters and h; another consonant is another
 * name ("Pinga" is not Binga), unless the word is long and the slip is one. */
static gboolean
sounds_alike(const IncmapNameMatch *match, const char *folded)
{
    char wanted[INCMAP_SKELETON_MAX + 1], found[INCMAP_SKELETON_MAX + 1];
    incmap_skeleton_make(folded, wanted);
    incmap_skeleton_make(match->folded, found);
    return strcmp(wanted, found) == 0;
}

static double
rate_spelling(const IncmapNameMatch *match, const char *folded, gsize length)
{
    if (match->edits == 0)
        return 1;
    if (sounds_alike(match, folded)) {
        /* in a short word two other vowels make another name, unless it ends the same: "Woldia" is
         * Weldiya, "Dembia" is not Dimbi */
        gboolean ends_alike =
            folded[strlen(folded) - 1] == match->folded[strlen(match->folded) - 1];
        return match->edits > 1 && length < 7 && !ends_alike ? 0 : pow(0.88, match->edits);
    }
    return length < 7 || (match->edits > 1 && length < 10) ? 0 : 0.5;
}

/* "Bodea village" is no slip for a large town, and without a province a small one may be any. */
static double
doubt_guess(const IncmapNameMatch *match, IncmapTypeWord type, const IncmapStated *stated)
{
    if (match->edits == 0)
        return 1;
    gboolean is_large = match->place.population > 15000 ||
                        g_str_has_prefix(match->place.feature_code, "PPLA") ||
                        strcmp(match->place.feature_code, "PPLC") == 0;
    double doubt = type == INCMAP_TYPE_TOWN && is_large ? 0.7 : 1;
    return stated->has_country && !stated->has_admin1 ? 0.75 * doubt : doubt;
}

static double
weigh_name(const IncmapNameMatch *match, gsize length)
{
    static const double kinds[] = {1, 0.8, 0.8, 0.3, 0.05};
    double weight = kinds[match->kind];
    /* Sources give small towns the names of farms and mines that once stood there. */
    if (match->kind == INCMAP_NAME_ALTERNATE && match->place.kind == INCMAP_PLACE_TOWN &&
        match->place.population < 50000)
        weight = 0.5;
    /* An edit in a long name is a slip, in a short one another name. */
    double per_edit = length < 6 ? 0.15 : length < 9 ? 0.3 : 0.45;
    return weight * pow(per_edit, match->edits);
}

/* The square root of the population, 1 for ten million: of two namesakes the one a hundred times
 * larger is meant ten times as often. Areas weigh as much as the towns they are mentioned like. */
static double
weigh_size(const IncmapPlace *place)
{
    double size = place->population + 300.0;
    if (place->kind == INCMAP_PLACE_COUNTRY)
        size += 1e6 + 1000 * place->radius_km;
    else if (place->kind != INCMAP_PLACE_TOWN)
        size = 300 + (place->kind == INCMAP_PLACE_ADMIN1 ? 3000 : 300) * place->radius_km;
    double weight = sqrt(size / 1e7);
    if (place->kind == INCMAP_PLACE_TOWN && place->population < 1000)
        weight *= 0.5; /* a hamlet is rarely told of beyond its district */
    if (strcmp(place->feature_code, "PPLC") == 0)
        weight *= 2;
    else if (strncmp(place->feature_code, "PPLA", 4) == 0)
        weight *= 1.3;
    else if (incmap_place_is_site(place))
        weight *= 0.3;
    return weight;
}

/* An area without an outline is a coarse circle: a town just outside it still agrees, but a name
 * that is only similar must lie well inside. */
static gboolean
agrees_with_admin1(const IncmapPlace *place, const IncmapPlace *admin1, gboolean is_guess)
{
    if (admin1->kind == INCMAP_PLACE_ADMIN1 && strcmp(place->admin1_code, admin1->admin1_code) == 0)
        return TRUE;
    return admin1->kind != INCMAP_PLACE_ADMIN1 && incmap_distance_km(place->point, admin1->point) <
                                                      (is_guess ? 0.7 : 1.3) * admin1->radius_km;
}

/* Whether a sea, a river or a region that belongs to no country may reach into one. */
static gboolean
can_touch(const IncmapPlace *place, const IncmapPlace *country)
{
    return incmap_distance_km(place->point, country->point) <
           1.5 * country->radius_km + place->radius_km + 100;
}

/* "Lima" is the city's own province and the one around it. */
static gboolean
is_named_alike(const IncmapLocator *locator, const IncmapPlace *place, const IncmapPlace *admin1)
{
    const char *own = incmap_gazetteer_admin1_name(locator->gazetteer, place->admin1_code);
    return own != NULL && strcmp(place->country_code, admin1->country_code) == 0 &&
           g_ascii_strcasecmp(own, admin1->name) == 0;
}

/* Names of units whose towns gazetteers list under another, and of states that were larger. */
static gboolean
is_in_kin(const char *code, const IncmapStated *stated)
{
    return stated->kin != NULL && code[0] != '\0' &&
           strcmp(code, stated->country.country_code) != 0 && strstr(stated->kin, code) != NULL;
}

static void
weigh_stated(const IncmapLocator *locator, Candidate *candidate, const IncmapStated *stated)
{
    const IncmapPlace *place = &candidate->match.place;
    if (stated->has_country && is_in_kin(place->country_code, stated)) {
        candidate->weight *= 0.4;
    } else if (stated->has_country &&
               strcmp(place->country_code, stated->country.country_code) != 0) {
        candidate->is_elsewhere =
            place->country_code[0] != '\0' || !can_touch(place, &stated->country);
        candidate->weight *= candidate->is_elsewhere ? 0.004 : 0.1;
    }
    if (!stated->has_admin1 || candidate->is_elsewhere || place->kind == INCMAP_PLACE_COUNTRY)
        return;
    gboolean is_guess = candidate->match.edits > 0 || candidate->is_part;
    if (agrees_with_admin1(place, &stated->admin1, is_guess) ||
        is_named_alike(locator, place, &stated->admin1))
        return;
    if (incmap_locate_is_beside(locator->layers, place, &stated->admin1)) {
        candidate->weight *= 0.5;
        return;
    }
    double distance_km = incmap_distance_km(place->point, stated->admin1.point);
    candidate->is_other_admin1 = TRUE;
    candidate->weight *= distance_km < 1.5 * stated->admin1.radius_km + 20 ? 0.15 : 0.03;
}

/* To the nearest anchor. One that is farther by its latitude alone is not measured: a degree is
 * 110.5 km and more. */
static double
measure_nearest(const IncmapLocator *locator, IncmapLonLat point)
{
    double nearest_km = 20000;
    for (guint i = 0; i < locator->anchors->len; i++) {
        IncmapLonLat anchor = g_array_index(locator->anchors, IncmapLonLat, i);
        if (fabs(anchor.lat_deg - point.lat_deg) * 110.5 < nearest_km)
            nearest_km = fmin(nearest_km, incmap_distance_km(point, anchor));
    }
    return nearest_km;
}

/* Countries and places that the same input names for sure draw their namesakes near. */
static void
weigh_context(IncmapLocator *locator, Candidate *candidate, const IncmapStated *stated)
{
    const IncmapPlace *place = &candidate->match.place;
    if (stated->has_country)
        return;
    if (g_hash_table_size(locator->countries) > 0) {
        guint count =
            GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, place->country_code));
        guint n_admin1 =
            GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, place->admin1_code));
        candidate->weight *= count == 0 ? 0.4 : 1 + 2 * MIN(count, 5);
        if (place->admin1_code[0] != '\0' && place->kind != INCMAP_PLACE_ADMIN1)
            candidate->weight *= 1 + 2 * MIN(n_admin1, 3);
    }
    if (locator->anchors->len > 0 && place->kind == INCMAP_PLACE_TOWN)
        candidate->weight *= 1 + 4 * exp(-measure_nearest(locator, place->point) / 150);
}

/* A province without an outline is a region to the gazetteer and a province to people. */
static IncmapPlaceKind
kind_of(const IncmapPlace *place)
{
    gboolean is_province =
        place->kind == INCMAP_PLACE_REGION && strcmp(place->feature_code, "ADM1") == 0;
    return is_province ? INCMAP_PLACE_ADMIN1 : place->kind;
}

static void
add_candidates(IncmapLocator *locator, GArray *candidates, const char *folded, unsigned max_edits,
               IncmapTypeWord type, double quality, gboolean is_part, const IncmapStated *stated)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(locator->gazetteer, folded, max_edits, matches);
    gsize length = (gsize)g_utf8_strlen(folded, -1);
    for (guint i = 0; i < matches->len; i++) {
        Candidate made = {.match = g_array_index(matches, IncmapNameMatch, i), .is_part = is_part};
        const IncmapPlace *place = &made.match.place;
        gboolean is_district_code = place->kind == INCMAP_PLACE_ADMIN2 &&
                                    (type == INCMAP_TYPE_DISTRICT || stated->has_country);
        if (made.match.kind == INCMAP_NAME_DEMONYM ||
            (made.match.kind == INCMAP_NAME_CODE && !is_district_code) ||
            (made.match.edits > 0 && made.match.kind > INCMAP_NAME_ALTERNATE))
            continue;
        double name = weigh_name(&made.match, length);
        double spelling = rate_spelling(&made.match, folded, length);
        if (spelling <= 0)
            continue;
        made.quality = quality * spelling * doubt_guess(&made.match, type, stated);
        name *= spelling;
        made.weight = name * quality * weigh_size(place) * kind_weights[type][kind_of(place)];
        if (place->kind == INCMAP_PLACE_COUNTRY && made.match.kind == INCMAP_NAME_ALTERNATE)
            made.weight *= stated->has_country ? 0.02 : 0.3; /* "Tunis" in many languages */
        /* Of one's own places those of the later file win. */
        if (incmap_place_is_own(place))
            made.weight *= 1e4 * pow(100, (place->index >> 28) - INCMAP_LAYER_FIRST_OWN);
        weigh_stated(locator, &made, stated);
        weigh_context(locator, &made, stated);
        g_array_append_val(candidates, made);
    }
}

static int
compare_weights(gconstpointer a, gconstpointer b)
{
    const Candidate *p = a, *q = b;
    if (p->weight != q->weight)
        return p->weight > q->weight ? -1 : 1;
    return p->match.place.index < q->match.place.index   ? -1
           : p->match.place.index > q->match.place.index ? 1
                                                         : 0;
}

static gboolean
has_agreeing(const GArray *candidates)
{
    for (guint i = 0; i < candidates->len; i++)
        if (!g_array_index(candidates, Candidate, i).is_elsewhere)
            return TRUE;
    return FALSE;
}

/* "Hawijah" is Al Hawijah; of an area so called the seat may only be misspelt. */
static void
add_with_article(IncmapLocator *locator, GArray *candidates, const char *folded,
                 IncmapTypeWord type, double quality, gboolean is_part, const IncmapStated *stated)
{
    guint first = candidates->len;
    if (strlen(folded) < 5 || strchr(folded, ' ') != NULL || !g_ascii_isalpha(folded[0]))
        return;
    g_autofree char *whole = g_strdup_printf("al %s", folded);
    add_candidates(locator, candidates, whole, 0, type, 0.9 * quality, is_part, stated);
    for (guint i = candidates->len; i-- > first;)
        if (g_array_index(candidates, Candidate, i).match.place.kind != INCMAP_PLACE_TOWN)
            g_array_remove_index(candidates, i);
}

/* Exact, then without type words, then other ways of writing it. */
static IncmapTypeWord
add_written(IncmapLocator *locator, GArray *candidates, const char *folded, gboolean is_part,
            double quality, const IncmapStated *stated)
{
    g_autofree char *stripped = g_strdup(folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    gboolean is_typed = strcmp(stripped, folded) != 0;
    add_candidates(locator, candidates, folded, 0, type, quality, is_part, stated);
    if (is_typed)
        add_candidates(locator, candidates, stripped, 0, type, 0.97 * quality, is_part, stated);
    if (has_agreeing(candidates))
        return type;
    g_autoptr(GPtrArray) variants = g_ptr_array_new_with_free_func(g_free);
    incmap_words_variants(stripped, variants);
    for (guint i = 0; i < variants->len; i++)
        add_candidates(locator, candidates, g_ptr_array_index(variants, i), 0, type, 0.9 * quality,
                       is_part, stated);
    if (!has_agreeing(candidates))
        add_with_article(locator, candidates, stripped, type, quality, is_part, stated);
    return type;
}

static IncmapTypeWord
add_misspelt(IncmapLocator *locator, GArray *candidates, const char *folded,
             const IncmapStated *stated)
{
    g_autofree char *stripped = g_strdup(folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    glong length = g_utf8_strlen(stripped, -1);
    unsigned max_edits = length < 5 ? 0 : length < 6 ? 1 : 2;
    /* Without a country any short word resembles some town somewhere. */
    if (!stated->has_country && max_edits > 0)
        max_edits -= length < 9;
    if (max_edits > 0)
        add_candidates(locator, candidates, stripped, max_edits, type, 0.9, FALSE, stated);
    return type;
}

/* The longest run of words that is a name, when all of them together are none. */
static void
add_parts(IncmapLocator *locator, GArray *candidates, const char *folded,
          const IncmapStated *stated)
{
    g_auto(GStrv) words = g_strsplit(folded, " ", 12);
    guint n = g_strv_length(words);
    for (guint length = n - 1; length >= 1 && n > 1 && !has_agreeing(candidates); length--) {
        for (guint start = 0; start + length <= n; start++) {
            g_autoptr(GString) part = g_string_new(words[start]);
            for (guint i = 1; i < length; i++)
                g_string_append_printf(part, " %s", words[start + i]);
            double quality = part->len < 4 ? 0.2 : 0.5 * length / n + 0.2;
            if (incmap_words_type(part->str) == INCMAP_TYPE_NONE && part->len > 2)
                add_candidates(locator, candidates, part->str, 0, INCMAP_TYPE_VICINITY, quality,
                               TRUE, stated);
        }
    }
}

/* "Kidal" in a list of places is the town and not the region around it, if the town is one of
 * weight there; "Queensland" is not its suburb. */
static gboolean
is_seat_of(const Candidate *town, const Candidate *area, const IncmapStated *stated)
{
    const IncmapPlace *place = &town->match.place, *around = &area->match.place;
    gboolean is_capital = strcmp(place->feature_code, "PPLC") == 0;
    gboolean is_seat = is_capital || strcmp(place->feature_code, "PPLA") == 0;
    gboolean is_large = strncmp(place->feature_code, "PPLA", 4) == 0 || place->population > 20000;
    if (place->kind != INCMAP_PLACE_TOWN || town->match.edits > area->match.edits ||
        strcmp(place->country_code, around->country_code) != 0)
        return FALSE;
    /* A row of Djibouti that says "Djibouti" means the city. */
    if (around->kind == INCMAP_PLACE_COUNTRY)
        return is_capital && stated->has_country;
    /* New York City is no seat, and its state is named after it all the same. */
    gboolean is_usual = town->match.kind == INCMAP_NAME_STANDARD || place->population > 500000;
    if (!is_seat && !(is_large && is_usual))
        return FALSE;
    return around->kind == INCMAP_PLACE_ADMIN1
               ? strcmp(place->admin1_code, around->admin1_code) == 0
               : incmap_distance_km(place->point, around->point) < 1.5 * around->radius_km;
}

static void
prefer_seats(GArray *candidates, const IncmapStated *stated)
{
    const Candidate *area = &g_array_index(candidates, Candidate, 0);
    if (kind_of(&area->match.place) != INCMAP_PLACE_ADMIN1 &&
        area->match.place.kind != INCMAP_PLACE_COUNTRY)
        return;
    double weight = area->weight;
    for (guint i = 1; i < candidates->len; i++) {
        Candidate *town = &g_array_index(candidates, Candidate, i);
        if (!is_seat_of(town, area, stated))
            continue;
        town->weight = weight * 1.5;
        g_array_sort(candidates, compare_weights);
        return;
    }
}

static void
fill_ranked(const GArray *candidates, const IncmapStated *stated, IncmapRanked *ranked)
{
    const Candidate *best = &g_array_index(candidates, Candidate, 0);
    double sum = 0;
    for (guint i = 0; i < candidates->len; i++) {
        const Candidate *other = &g_array_index(candidates, Candidate, i);
        gboolean is_same = other->match.place.index == best->match.place.index ||
                           incmap_distance_km(other->match.place.point, best->match.place.point) <
                               (other->match.place.kind == best->match.place.kind ? 5 : 0.1);
        if (is_same)
            continue;
        /* A town and the province around it are one sense at two precisions. */
        gboolean is_around =
            other->match.place.kind == INCMAP_PLACE_ADMIN1 &&
            strcmp(other->match.place.admin1_code, best->match.place.admin1_code) == 0;
        sum += is_around ? 0.2 * other->weight : other->weight;
        if (other->weight > best->weight * 0.001)
            ranked->n_others++;
        if (!ranked->has_second) {
            ranked->has_second = TRUE;
            ranked->second = other->match;
            ranked->second_score = other->weight;
        }
    }
    double share = best->weight / (best->weight + sum);
    /* An unused name may still mean a village that no gazetteer has. */
    double ground = stated->has_country ? (stated->has_admin1 ? 0.97 : 0.93) : 0.85;
    if (best->is_elsewhere)
        ground = 0.25;
    else if (best->is_other_admin1)
        ground = 0.55;
    if (best->match.place.kind == INCMAP_PLACE_COUNTRY && !best->is_elsewhere)
        ground = 0.97;
    ranked->best = best->match;
    ranked->score = share * ground * best->quality;
    ranked->second_score *= ground / (best->weight + sum);
    ranked->is_part = best->is_part;
    ranked->is_elsewhere = best->is_elsewhere;
    ranked->is_other_admin1 = best->is_other_admin1;
}

/* All that the words may mean, the likeliest first; none: NULL. */
static GArray *
collect_candidates(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                   IncmapTypeWord *out_type)
{
    g_autofree char *folded = incmap_text_fold(words);
    gsize length = strlen(folded);
    if (length == 0 || length > 300)
        return NULL;
    g_autoptr(GArray) candidates = g_array_new(FALSE, TRUE, sizeof(Candidate));
    *out_type = add_written(locator, candidates, folded, FALSE, 1, stated);
    if (!has_agreeing(candidates))
        add_misspelt(locator, candidates, folded, stated);
    if (!has_agreeing(candidates))
        add_parts(locator, candidates, folded, stated);
    if (candidates->len == 0)
        return NULL;
    g_array_sort(candidates, compare_weights);
    if (*out_type == INCMAP_TYPE_NONE)
        prefer_seats(candidates, stated);
    return g_steal_pointer(&candidates);
}

void
incmap_rank_candidates(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                       guint max, GArray *candidates)
{
    IncmapRanked ranked = {.type = INCMAP_TYPE_NONE};
    g_autoptr(GArray) found = collect_candidates(locator, words, stated, &ranked.type);
    guint first = candidates->len;
    if (found == NULL)
        return;
    fill_ranked(found, stated, &ranked);
    double best_weight = g_array_index(found, Candidate, 0).weight;
    for (guint i = 0; i < found->len && candidates->len < first + max; i++) {
        const Candidate *candidate = &g_array_index(found, Candidate, i);
        gboolean is_same = FALSE;
        for (guint j = first; j < candidates->len; j++)
            is_same |= incmap_distance_km(g_array_index(candidates, IncmapCandidate, j).place.point,
                                          candidate->match.place.point) < 1;
        if (is_same)
            continue;
        IncmapCandidate made = {
            .place = candidate->match.place,
            .score = best_weight > 0 ? ranked.score * candidate->weight / best_weight : 0,
            .edits = candidate->match.edits,
            .kind = candidate->match.kind,
            .is_elsewhere = candidate->is_elsewhere,
            .is_other_admin1 = candidate->is_other_admin1,
        };
        g_array_append_val(candidates, made);
    }
}

gboolean
incmap_rank_name(IncmapLocator *locator, const char *words, const IncmapStated *stated,
                 IncmapRanked *out_ranked)
{
    IncmapRanked ranked = {.type = INCMAP_TYPE_NONE};
    g_autoptr(GArray) candidates = collect_candidates(locator, words, stated, &ranked.type);
    if (candidates == NULL)
        return FALSE;
    fill_ranked(candidates, stated, &ranked);
    *out_ranked = ranked;
    return TRUE;
}
