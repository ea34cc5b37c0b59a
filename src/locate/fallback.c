/* SPDX-License-Identifier: MIT */
/*
 * When no gazetteer has the place: the district, province or country that is
 * stated, said to be just that. An unknown village is likelier near the seat of
 * its province than in the province's middle, and the middle is the safer guess:
 * a quarter of the way from the seat to the middle has both (of 689 African
 * villages 14 % lie within 25 km of that point, 12 % of the seat, 11 % of the
 * middle; within 161 km 79, 76 and 79 %). A row that names no place means the
 * area, and gets the middle.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/locator.h"

gboolean
incmap_words_say_nothing(const char *words)
{
    static const char *const nothings[] = {
        "",         "unknown",    "unspecified",      "not specified", "undisclosed",
        "various",  "several",    "unknown location", "not known",     "n a",
        "none",     "no data",    "countrywide",      "nationwide",    "inconnu",
        "no place", "not stated", "not available",    "desconocido",   "unclear",
    };
    if (words == NULL || strlen(words) > 40)
        return words == NULL;
    g_autofree char *folded = incmap_text_fold(words);
    for (gsize i = 0; i < G_N_ELEMENTS(nothings); i++)
        if (strcmp(nothings[i], folded) == 0)
            return TRUE;
    return FALSE;
}

/* A province without an outline is a circle, which others reach into: only what lies near its
 * middle is surely its own. */
static gboolean
lies_in(const IncmapPlace *town, const IncmapPlace *area)
{
    if (area->kind == INCMAP_PLACE_ADMIN1)
        return strcmp(town->admin1_code, area->admin1_code) == 0;
    return strcmp(town->country_code, area->country_code) == 0 &&
           incmap_distance_km(town->point, area->point) < 0.5 * area->radius_km;
}

/* The seat of a province, else its largest town; FALSE when it has none. */
static gboolean
find_seat(const IncmapLocator *locator, const IncmapPlace *area, IncmapPlace *out_seat)
{
    g_autoptr(GArray) towns = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    const IncmapPlace *seat = NULL;
    incmap_gazetteer_towns_near(locator->gazetteer, area->point, 1.8 * area->radius_km + 10, towns);
    for (guint i = 0; i < towns->len; i++) {
        const IncmapPlace *town = &g_array_index(towns, IncmapPlace, i);
        if (!lies_in(town, area))
            continue;
        if (strcmp(town->feature_code, "PPLA") == 0 || strcmp(town->feature_code, "PPLC") == 0) {
            seat = town;
            break;
        }
        if (seat == NULL && town->population > 0)
            seat = town;
    }
    if (seat != NULL)
        *out_seat = *seat;
    return seat != NULL;
}

/* How far from the seat, at most, the point for an unknown village is put. */
#define MAX_MOVED_KM 25

static IncmapLonLat
move_to_middle(IncmapLonLat seat, IncmapLonLat middle)
{
    double distance_km = incmap_distance_km(seat, middle);
    return incmap_destination(seat, incmap_bearing_deg(seat, middle),
                              fmin(MAX_MOVED_KM, distance_km / 4));
}

/* Remembered: a table names few provinces. The key cannot be that of an area's words. */
static gboolean
recall_seat(IncmapLocator *locator, const IncmapPlace *area, IncmapPlace *out_seat)
{
    g_autofree char *key = g_strdup_printf("seat|%u", area->index);
    gpointer known = NULL;
    if (!g_hash_table_lookup_extended(locator->areas, key, NULL, &known)) {
        IncmapPlace seat;
        known = find_seat(locator, area, &seat) ? g_memdup2(&seat, sizeof(seat)) : NULL;
        g_hash_table_insert(locator->areas, g_steal_pointer(&key), known);
    }
    if (known != NULL)
        *out_seat = *(IncmapPlace *)known;
    return known != NULL;
}

static gboolean
use_district(IncmapLocator *locator, const char *place, const IncmapStated *stated, IncmapFix *fix)
{
    IncmapRanked ranked;
    g_autofree char *typed = NULL;
    if (stated->admin2 == NULL)
        return FALSE;
    typed = g_strdup_printf("%s district", stated->admin2);
    gboolean is_found = incmap_rank_name(locator, typed, stated, &ranked) &&
                        incmap_ranked_is_acceptable(&ranked, stated) && !ranked.is_part &&
                        ranked.best.place.kind != INCMAP_PLACE_COUNTRY;
    if (!is_found)
        return FALSE;
    ranked.type = INCMAP_TYPE_DISTRICT;
    incmap_fix_use(locator, &ranked, stated, fix);
    fix->precision = MAX(fix->precision, INCMAP_PRECISION_DISTRICT);
    gboolean has_place = !incmap_words_say_nothing(place);
    if (has_place)
        fix->score *= 0.6;
    fix->reason = has_place
                      ? incmap_scene_printf(locator->scene,
                                            "\"%s\" is in no gazetteer; the stated district", place)
                      : "no place is given; the stated district";
    return TRUE;
}

static gboolean
use_province(IncmapLocator *locator, const char *place, const IncmapStated *stated, IncmapFix *fix)
{
    IncmapPlace seat;
    const IncmapPlace *area = &stated->admin1;
    gboolean has_place = !incmap_words_say_nothing(place);
    incmap_fix_describe(locator, area, fix);
    fix->radius_km = area->radius_km;
    fix->precision = INCMAP_PRECISION_PROVINCE;
    fix->score = has_place ? 0.35 : 0.9;
    fix->reason = "no place is given; the stated admin-1 area";
    if (!has_place)
        return TRUE;
    fix->reason = incmap_scene_printf(locator->scene,
                                      "\"%s\" is in no gazetteer; the stated admin-1 area", place);
    if (!recall_seat(locator, area, &seat))
        return TRUE;
    fix->point = move_to_middle(seat.point, area->point);
    fix->radius_km += incmap_distance_km(fix->point, area->point);
    fix->reason = incmap_scene_printf(
        locator->scene, "\"%s\" is in no gazetteer; the stated admin-1 area, towards its seat %s",
        place, seat.name);
    return TRUE;
}

gboolean
incmap_locator_fall_back(IncmapLocator *locator, const char *place, const IncmapStated *stated,
                         IncmapFix *fix)
{
    if (use_district(locator, place, stated, fix))
        return TRUE;
    if (stated->has_admin1)
        return use_province(locator, place, stated, fix);
    if (!stated->has_country)
        return FALSE;
    gboolean has_place = !incmap_words_say_nothing(place);
    incmap_fix_describe(locator, &stated->country, fix);
    fix->radius_km = stated->country.radius_km;
    fix->precision = INCMAP_PRECISION_COUNTRY;
    fix->score = has_place ? 0.3 : 0.9;
    fix->reason = has_place
                      ? incmap_scene_printf(locator->scene,
                                            "\"%s\" is in no gazetteer; the stated country", place)
                      : "no place is given; the stated country";
    return TRUE;
}
