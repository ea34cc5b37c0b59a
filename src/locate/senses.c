/* SPDX-License-Identifier: MIT */
#include "locate/senses.h"

#include <math.h>
#include <string.h>

#include "base/geodesy.h"

enum { MAX_SENSES = 32 };

static void
clear_term(gpointer data)
{
    IncmapTerm *term = data;
    g_free(term->folded);
    g_clear_pointer(&term->senses, g_array_unref);
}

void
incmap_terms_init(IncmapTerms *terms)
{
    terms->terms = g_array_new(FALSE, TRUE, sizeof(IncmapTerm));
    g_array_set_clear_func(terms->terms, clear_term);
    terms->countries = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
}

void
incmap_terms_clear(IncmapTerms *terms)
{
    g_clear_pointer(&terms->terms, g_array_unref);
    g_clear_pointer(&terms->countries, g_hash_table_unref);
}

/* How much likelier a kind of place is than another of its size. Rows: IncmapTypeWord, columns:
 * IncmapPlaceKind (town, admin-1, admin-2, country, region, river, lake). */
static const double kind_odds[][7] = {
    [INCMAP_TYPE_NONE] = {1, 4, 0.3, 20, 4, 0.1, 0.1},
    [INCMAP_TYPE_TOWN] = {1, 0.02, 0.02, 0.05, 0.02, 0.001, 0.001},
    [INCMAP_TYPE_PROVINCE] = {0.1, 10, 1, 0.5, 2, 0.01, 0.01},
    [INCMAP_TYPE_DISTRICT] = {0.5, 1, 20, 0.05, 0.2, 0.01, 0.01},
    [INCMAP_TYPE_COUNTRY] = {0.05, 0.1, 0.1, 30, 0.1, 0.01, 0.01},
    [INCMAP_TYPE_WATER] = {0.1, 0.1, 0.1, 0.05, 20, 20, 20},
    [INCMAP_TYPE_VICINITY] = {1, 2, 0.4, 5, 4, 0.1, 0.1},
    [INCMAP_TYPE_SITE] = {1, 1, 0.2, 5, 0.2, 0.1, 0.1},
};

/* Of two namesakes the one a hundred times larger is meant ten times as often; areas without a
 * population weigh like the towns that are mentioned as often. */
static double
size_odds(const IncmapPlace *place)
{
    double size = place->population + 300.0;
    if (place->kind == INCMAP_PLACE_COUNTRY)
        size = 2e6 + 2000 * place->radius_km;
    else if (place->kind == INCMAP_PLACE_ADMIN1)
        size = fmax(size, 3000 * place->radius_km);
    else if (place->kind == INCMAP_PLACE_REGION) /* listed since it is well known */
        size = fmax(2e5, 1000 * place->radius_km);
    else if (place->kind != INCMAP_PLACE_TOWN)
        size = fmax(size, 1000 * place->radius_km);
    double seat = strcmp(place->feature_code, "PPLC") == 0       ? 10
                  : strncmp(place->feature_code, "PPLA", 5) == 0 ? 1.6
                  : strcmp(place->feature_code, "PPLX") == 0     ? 0.5
                                                                 : 1;
    return sqrt(size / 1e7) * seat;
}

static double
name_odds(const IncmapNameMatch *match)
{
    static const double odds[] = {1, 0.3, 0.7, 0.05, 0};
    double value = odds[match->kind];
    /* names of countries in all languages: "Columbia" is Colombia in some */
    if (match->place.kind == INCMAP_PLACE_COUNTRY && match->kind == INCMAP_NAME_ALTERNATE)
        value *= 0.1;
    return value;
}

/* Neighbours of a country are its provinces and what lies some 300 km beyond. */
static void
set_position(IncmapSense *sense)
{
    enum { EARTH_KM = 6371, BEYOND_KM = 300, MAX_KM = 1500 };
    const IncmapPlace *place = &sense->match.place;
    double lon = place->point.lon_deg * G_PI / 180;
    double lat = place->point.lat_deg * G_PI / 180;
    sense->xyz[0] = cos(lat) * cos(lon);
    sense->xyz[1] = cos(lat) * sin(lon);
    sense->xyz[2] = sin(lat);
    sense->cos_reach = cos(fmin(place->radius_km + BEYOND_KM, MAX_KM) / EARTH_KM);
}

static void
add_sense(IncmapTerm *term, const IncmapNameMatch *match, double quality)
{
    double odds = name_odds(match) * quality;
    if (match->kind == INCMAP_NAME_CODE &&
        (match->place.kind != INCMAP_PLACE_ADMIN2 || term->type != INCMAP_TYPE_DISTRICT))
        return;
    if (match->kind == INCMAP_NAME_CODE)
        odds = 1;
    /* a creek beside a town of its name is elsewhere */
    if (term->type == INCMAP_TYPE_WATER && quality < 1 && match->place.kind == INCMAP_PLACE_TOWN)
        return;
    if (odds <= 0)
        return;
    IncmapSense sense = {.match = *match};
    odds *= size_odds(&match->place) * kind_odds[term->type][match->place.kind];
    if (incmap_place_is_own(&match->place))
        odds *= 1e6;
    sense.prior = sense.score = log(odds);
    set_position(&sense);
    for (guint i = 0; i < term->senses->len; i++)
        if (g_array_index(term->senses, IncmapSense, i).match.place.index == match->place.index)
            return;
    g_array_append_val(term->senses, sense);
}

void
incmap_term_set_sense(IncmapTerm *term, const IncmapPlace *place)
{
    IncmapSense sense = {.match = {.place = *place}};
    set_position(&sense);
    term->senses = g_array_new(FALSE, FALSE, sizeof(IncmapSense));
    g_array_append_val(term->senses, sense);
}

static guint
add_matches(const IncmapGazetteer *gazetteer, IncmapTerm *term, const char *folded, double quality)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(gazetteer, folded, 0, matches);
    for (guint i = 0; i < matches->len; i++)
        add_sense(term, &g_array_index(matches, IncmapNameMatch, i), quality);
    return matches->len;
}

static int
compare_senses(gconstpointer a, gconstpointer b)
{
    const IncmapSense *p = a, *q = b;
    if (p->score != q->score)
        return p->score > q->score ? -1 : 1;
    return p->match.place.index < q->match.place.index   ? -1
           : p->match.place.index > q->match.place.index ? 1
                                                         : 0;
}

void
incmap_term_find_senses(const IncmapGazetteer *gazetteer, IncmapTerm *term)
{
    term->senses = g_array_new(FALSE, FALSE, sizeof(IncmapSense));
    add_matches(gazetteer, term, term->folded, 1);
    g_autofree char *stripped = g_strdup(term->folded);
    IncmapTypeWord type = incmap_words_strip(stripped);
    if (term->type == INCMAP_TYPE_NONE && strcmp(stripped, term->folded) != 0)
        term->type = type;
    if (term->senses->len == 0 && strcmp(stripped, term->folded) != 0)
        add_matches(gazetteer, term, stripped, 0.7);
    if (term->senses->len == 0) {
        g_autoptr(GPtrArray) variants = g_ptr_array_new_with_free_func(g_free);
        incmap_words_variants(stripped, variants);
        for (guint i = 0; i < variants->len; i++)
            add_matches(gazetteer, term, g_ptr_array_index(variants, i), 0.7);
    }
    g_array_sort(term->senses, compare_senses);
    if (term->senses->len > MAX_SENSES)
        g_array_set_size(term->senses, MAX_SENSES);
}

void
incmap_terms_count_country(IncmapTerms *terms, const char *code, double weight)
{
    double *sum = g_hash_table_lookup(terms->countries, code);
    if (sum == NULL) {
        sum = g_new0(double, 1);
        g_hash_table_insert(terms->countries, (gpointer)code, sum);
    }
    *sum += weight;
}

gboolean
incmap_place_lies_in(const IncmapPlace *inner, const IncmapPlace *outer)
{
    if (inner->index == outer->index)
        return FALSE;
    switch (outer->kind) {
    case INCMAP_PLACE_COUNTRY:
        if (inner->country_code[0] == '\0') /* a river, a region */
            return incmap_distance_km(inner->point, outer->point) < 1.3 * outer->radius_km;
        return inner->kind != INCMAP_PLACE_COUNTRY &&
               strcmp(inner->country_code, outer->country_code) == 0;
    case INCMAP_PLACE_ADMIN1:
        return inner->kind != INCMAP_PLACE_COUNTRY && inner->kind != INCMAP_PLACE_ADMIN1 &&
               outer->admin1_code[0] != '\0' && strcmp(inner->admin1_code, outer->admin1_code) == 0;
    case INCMAP_PLACE_TOWN:
        return inner->kind == INCMAP_PLACE_TOWN && inner->population < outer->population &&
               incmap_distance_km(inner->point, outer->point) < 40;
    default:
        return inner->kind != INCMAP_PLACE_COUNTRY &&
               incmap_distance_km(inner->point, outer->point) < 1.3 * outer->radius_km + 20;
    }
}
