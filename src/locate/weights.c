/* SPDX-License-Identifier: MIT */
/*
 * The weight of a place is a product of what speaks for it: its name, its size,
 * its kind, what the input states, and what else the input names. The factors
 * were set so that of the fixes with a score near 0.9 about nine in ten are
 * right (tests/bench/bench-locate.c prints that).
 */
#include "locate/weights.h"

#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/skeleton.h"

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
weigh_stated(const IncmapLocator *locator, IncmapWeighed *weighed, const IncmapStated *stated)
{
    const IncmapPlace *place = &weighed->match.place;
    if (stated->has_country && is_in_kin(place->country_code, stated)) {
        weighed->parts.stated *= 0.4;
    } else if (stated->has_country &&
               strcmp(place->country_code, stated->country.country_code) != 0) {
        weighed->is_elsewhere =
            place->country_code[0] != '\0' || !can_touch(place, &stated->country);
        weighed->parts.stated *= weighed->is_elsewhere ? 0.004 : 0.1;
    }
    if (!stated->has_admin1 || weighed->is_elsewhere || place->kind == INCMAP_PLACE_COUNTRY)
        return;
    gboolean is_guess = weighed->match.edits > 0 || weighed->is_part;
    if (agrees_with_admin1(place, &stated->admin1, is_guess) ||
        is_named_alike(locator, place, &stated->admin1))
        return;
    if (incmap_locate_is_beside(locator->layers, place, &stated->admin1)) {
        weighed->parts.stated *= 0.5;
        return;
    }
    double distance_km = incmap_distance_km(place->point, stated->admin1.point);
    weighed->is_other_admin1 = TRUE;
    weighed->parts.stated *= distance_km < 1.5 * stated->admin1.radius_km + 20 ? 0.15 : 0.03;
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
weigh_context(IncmapLocator *locator, IncmapWeighed *weighed, const IncmapStated *stated)
{
    const IncmapPlace *place = &weighed->match.place;
    if (stated->has_country)
        return;
    if (g_hash_table_size(locator->countries) > 0) {
        guint count =
            GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, place->country_code));
        guint n_admin1 =
            GPOINTER_TO_UINT(g_hash_table_lookup(locator->countries, place->admin1_code));
        weighed->parts.context *= count == 0 ? 0.4 : 1 + 2 * MIN(count, 5);
        if (place->admin1_code[0] != '\0' && place->kind != INCMAP_PLACE_ADMIN1)
            weighed->parts.context *= 1 + 2 * MIN(n_admin1, 3);
    }
    if (locator->anchors->len > 0 && place->kind == INCMAP_PLACE_TOWN)
        weighed->parts.context *= 1 + 4 * exp(-measure_nearest(locator, place->point) / 150);
}

IncmapPlaceKind
incmap_weights_kind(const IncmapPlace *place)
{
    gboolean is_province =
        place->kind == INCMAP_PLACE_REGION && strcmp(place->feature_code, "ADM1") == 0;
    return is_province ? INCMAP_PLACE_ADMIN1 : place->kind;
}

/* Whether a name of this kind may be meant at all. */
static gboolean
can_mean(const IncmapNameMatch *match, IncmapTypeWord type, const IncmapStated *stated)
{
    gboolean is_district_code = match->place.kind == INCMAP_PLACE_ADMIN2 &&
                                (type == INCMAP_TYPE_DISTRICT || stated->has_country);
    return match->kind != INCMAP_NAME_DEMONYM &&
           (match->kind != INCMAP_NAME_CODE || is_district_code) &&
           (match->edits == 0 || match->kind <= INCMAP_NAME_ALTERNATE);
}

gboolean
incmap_weights_weigh(IncmapLocator *locator, const char *folded, IncmapTypeWord type,
                     double quality, const IncmapStated *stated, IncmapWeighed *weighed)
{
    const IncmapNameMatch *match = &weighed->match;
    const IncmapPlace *place = &match->place;
    IncmapWeightParts *parts = &weighed->parts;
    gsize length = (gsize)g_utf8_strlen(folded, -1);
    double spelling = can_mean(match, type, stated) ? rate_spelling(match, folded, length) : 0;
    if (spelling <= 0)
        return FALSE;
    weighed->quality = quality * spelling * doubt_guess(match, type, stated);
    *parts = (IncmapWeightParts){.name = weigh_name(match, length) * spelling * quality,
                                 .size = weigh_size(place),
                                 .kind = kind_weights[type][incmap_weights_kind(place)],
                                 .stated = 1,
                                 .context = 1};
    if (place->kind == INCMAP_PLACE_COUNTRY && match->kind == INCMAP_NAME_ALTERNATE)
        parts->name *= stated->has_country ? 0.02 : 0.3; /* "Tunis" in many languages */
    /* Of one's own places those of the later file win. */
    if (incmap_place_is_own(place))
        parts->name *= 1e4 * pow(100, (place->index >> 28) - INCMAP_LAYER_FIRST_OWN);
    weigh_stated(locator, weighed, stated);
    weigh_context(locator, weighed, stated);
    weighed->weight = parts->name * parts->size * parts->kind * parts->stated * parts->context;
    return TRUE;
}
