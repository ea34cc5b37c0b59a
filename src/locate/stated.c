/* SPDX-License-Identifier: MIT */
/*
 * The country and admin-1 area that a row names. Tables repeat them thousands
 * of times, so answers are remembered.
 */
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/country-kin.h"
#include "locate/locator.h"

/* How many slips a word of this many letters may have and still be recognised. */
static unsigned
allowed_edits(const char *folded)
{
    glong length = g_utf8_strlen(folded, -1);
    return length < 5 ? 0 : length < 9 ? 1 : 2;
}

/* A standard name beats another's alternate (Congo, Guinea, Niger), and for two or three letters
 * a code beats all ("NGA" is Nigeria, although it is Russia in Vietnamese). */
static gboolean
is_stronger(const IncmapNameMatch *match, const IncmapNameMatch *other, const char *folded)
{
    if (strlen(folded) <= 3) {
        gboolean is_code = match->kind == INCMAP_NAME_CODE || match->kind == INCMAP_NAME_SHORT;
        return is_code && other->kind != INCMAP_NAME_CODE && other->kind != INCMAP_NAME_SHORT;
    }
    return match->kind == INCMAP_NAME_STANDARD && other->kind != INCMAP_NAME_STANDARD;
}

/* Provinces with an outline come before circles of the same name. */
static gboolean
is_firmer(const IncmapNameMatch *match, const IncmapNameMatch *other, IncmapPlaceKind kind)
{
    return match->edits == other->edits && match->kind <= other->kind &&
           match->place.kind == kind && other->place.kind != kind;
}

/* The best match of a kind, inside a country if one is given. */
static gboolean
find_area(IncmapLocator *locator, const char *folded, unsigned max_edits, IncmapPlaceKind kind,
          const char *country_code, IncmapPlace *out_place)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(locator->gazetteer, folded, max_edits, matches);
    const IncmapNameMatch *best = NULL;
    gboolean is_tie = FALSE;
    for (guint i = 0; i < matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, i);
        gboolean is_kind = match->place.kind == kind ||
                           (kind == INCMAP_PLACE_ADMIN1 && match->edits == 0 &&
                            match->place.kind == INCMAP_PLACE_REGION && country_code != NULL);
        if (!is_kind || (match->edits > 0 && match->kind > INCMAP_NAME_ALTERNATE))
            continue;
        if (country_code != NULL && strcmp(match->place.country_code, country_code) != 0)
            continue;
        is_tie |= best != NULL && match->edits > 0 && match->edits == best->edits &&
                  strcmp(match->place.country_code, best->place.country_code) != 0;
        if (best == NULL || is_firmer(match, best, kind) ||
            (match->edits == best->edits && is_stronger(match, best, folded) &&
             !is_firmer(best, match, kind)))
            best = match;
    }
    if (best == NULL || is_tie) /* "Nigera" is Niger or Nigeria */
        return FALSE;
    *out_place = best->place;
    return TRUE;
}

/* "Myanmar (Burma)": the whole, what stands before the bracket, then what stands in it. */
static gboolean
find_country(IncmapLocator *locator, const char *words, IncmapPlace *out_place)
{
    g_autofree char *folded = incmap_text_fold(words);
    const char *former = incmap_country_former(folded);
    if (former != NULL)
        return incmap_gazetteer_country(locator->gazetteer, former, out_place);
    if (find_area(locator, folded, 0, INCMAP_PLACE_COUNTRY, NULL, out_place))
        return TRUE;
    const char *bracket = strpbrk(words, "([,/");
    if (bracket != NULL && bracket > words) {
        g_autofree char *before = g_strndup(words, (gsize)(bracket - words));
        g_autofree char *inside = g_strdup(bracket + 1);
        /* "Congo, Democratic Republic of" */
        g_autofree char *turned =
            bracket[0] == ',' ? g_strdup_printf("%s %s", bracket + 1, before) : g_strdup("");
        g_autofree char *plain = incmap_text_fold(turned);
        if (find_area(locator, plain, 0, INCMAP_PLACE_COUNTRY, NULL, out_place) ||
            find_country(locator, before, out_place) || find_country(locator, inside, out_place))
            return TRUE;
    }
    if (g_str_has_prefix(folded, "the "))
        return find_area(locator, folded + 4, 0, INCMAP_PLACE_COUNTRY, NULL, out_place);
    if (g_str_has_suffix(folded, " republic")) {
        g_autofree char *plain = g_strndup(folded, strlen(folded) - strlen(" republic"));
        if (find_area(locator, plain, 0, INCMAP_PLACE_COUNTRY, NULL, out_place))
            return TRUE;
    }
    unsigned max_edits = allowed_edits(folded);
    return max_edits > 0 &&
           find_area(locator, folded, max_edits, INCMAP_PLACE_COUNTRY, NULL, out_place);
}

static gboolean
find_admin1(IncmapLocator *locator, const char *words, const char *country_code,
            IncmapPlace *out_place)
{
    g_autofree char *folded = incmap_text_fold(words);
    if (find_area(locator, folded, 0, INCMAP_PLACE_ADMIN1, country_code, out_place))
        return TRUE;
    incmap_words_strip(folded);
    if (find_area(locator, folded, 0, INCMAP_PLACE_ADMIN1, country_code, out_place))
        return TRUE;
    g_autoptr(GPtrArray) variants = g_ptr_array_new_with_free_func(g_free);
    incmap_words_variants(folded, variants);
    for (guint i = 0; i < variants->len; i++)
        if (find_area(locator, g_ptr_array_index(variants, i), 0, INCMAP_PLACE_ADMIN1, country_code,
                      out_place))
            return TRUE;
    const char *bracket = strpbrk(words, "([,/");
    if (bracket != NULL && bracket > words) {
        g_autofree char *before = g_strndup(words, (gsize)(bracket - words));
        if (find_admin1(locator, before, country_code, out_place))
            return TRUE;
    }
    unsigned max_edits = allowed_edits(folded);
    return max_edits > 0 && country_code != NULL &&
           find_area(locator, folded, max_edits, INCMAP_PLACE_ADMIN1, country_code, out_place);
}

/* As the functions above, remembered; @country_code is NULL for countries themselves. */
static gboolean
recall_area(IncmapLocator *locator, const char *words, IncmapPlaceKind kind,
            const char *country_code, IncmapPlace *out_place)
{
    if (words == NULL || words[0] == '\0')
        return FALSE;
    g_autofree char *key =
        g_strdup_printf("%d|%s|%s", (int)kind, country_code == NULL ? "" : country_code, words);
    gpointer known = NULL;
    if (!g_hash_table_lookup_extended(locator->areas, key, NULL, &known)) {
        IncmapPlace place;
        gboolean has_found = kind == INCMAP_PLACE_COUNTRY
                                 ? find_country(locator, words, &place)
                                 : find_admin1(locator, words, country_code, &place);
        known = has_found ? g_memdup2(&place, sizeof(place)) : NULL;
        g_hash_table_insert(locator->areas, g_steal_pointer(&key), known);
    }
    if (known != NULL)
        *out_place = *(IncmapPlace *)known;
    return known != NULL;
}

/* An admin-1 name unknown in the stated country may be known elsewhere: that is said. */
static void
explain_missing_admin1(IncmapLocator *locator, const char *admin1, IncmapStated *stated)
{
    IncmapPlace elsewhere;
    if (!recall_area(locator, admin1, INCMAP_PLACE_ADMIN1, NULL, &elsewhere))
        return;
    const char *country = incmap_gazetteer_country_name(locator->gazetteer, elsewhere.country_code);
    stated->problem = incmap_scene_printf(
        locator->scene, "the stated admin-1 area \"%s\" is not in %s but in %s", admin1,
        stated->country.name, country != NULL ? country : elsewhere.country_code);
}

static const char *
recall_kin(IncmapLocator *locator, const char *country, const char *code)
{
    gpointer known = NULL;
    if (!g_hash_table_lookup_extended(locator->kins, country, NULL, &known)) {
        g_autofree char *folded = incmap_text_fold(country);
        known = (gpointer)incmap_country_kin(folded, code);
        g_hash_table_insert(locator->kins, g_strdup(country), known);
    }
    return known;
}

/* "Central Equatoria" in a table that still counts it to Sudan. */
static gboolean
find_kin_admin1(IncmapLocator *locator, const char *admin1, IncmapStated *stated)
{
    g_auto(GStrv) codes = g_strsplit(stated->kin != NULL ? stated->kin : "", " ", -1);
    for (char **code = codes; *code != NULL; code++)
        if (recall_area(locator, admin1, INCMAP_PLACE_ADMIN1, *code, &stated->admin1))
            return TRUE;
    return FALSE;
}

void
incmap_stated_init(IncmapLocator *locator, const char *admin2, const char *admin1,
                   const char *country, IncmapStated *stated)
{
    *stated = (IncmapStated){.admin2 = admin2 != NULL && admin2[0] != '\0' ? admin2 : NULL};
    stated->has_country =
        recall_area(locator, country, INCMAP_PLACE_COUNTRY, NULL, &stated->country);
    if (!stated->has_country && country != NULL && country[0] != '\0')
        stated->problem =
            incmap_scene_printf(locator->scene, "\"%s\" is no country that is known", country);
    if (stated->has_country)
        stated->kin = recall_kin(locator, country, stated->country.country_code);
    const char *country_code = stated->has_country ? stated->country.country_code : NULL;
    stated->has_admin1 =
        recall_area(locator, admin1, INCMAP_PLACE_ADMIN1, country_code, &stated->admin1) ||
        find_kin_admin1(locator, admin1, stated);
    if (admin1 == NULL || admin1[0] == '\0')
        return;
    if (!stated->has_admin1 && stated->has_country)
        explain_missing_admin1(locator, admin1, stated);
    if (stated->has_admin1 && !stated->has_country) {
        stated->has_country = incmap_gazetteer_country(
            locator->gazetteer, stated->admin1.country_code, &stated->country);
        stated->kin = incmap_country_kin("", stated->admin1.country_code);
    }
}
