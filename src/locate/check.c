/* SPDX-License-Identifier: MIT */
/*
 * Rows that bring coordinates: believed, but compared with the country they
 * name. Tables of a hundred thousand rows pass here, so nothing is asked of the
 * polygons unless a country is stated.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/locator.h"

/* Outlines are generalised by some hundred metres, islands may be missing. */
#define TOLERANCE_KM 5
/* A table with one column wrong says the same of every row; the fixes still tell. */
#define MAX_NOTES 200
/* The exclusive economic zone, 200 nautical miles: what happens in it is told of its country. */
#define OFF_COAST_KM 370

static gboolean
is_in_country(const IncmapLocator *locator, IncmapLonLat point, const char *country_code)
{
    IncmapFeature country;
    IncmapNearest nearest;
    if (fabs(point.lat_deg) > 90 || fabs(point.lon_deg) > 180)
        return FALSE;
    if (incmap_layers_at(locator->layers, INCMAP_LAYER_COUNTRIES, point, &country) &&
        country.code != NULL && strcmp(country.code, country_code) == 0)
        return TRUE;
    return incmap_layers_nearest(locator->layers, INCMAP_LAYER_BORDERS, point, country_code, NULL,
                                 TOLERANCE_KM, &nearest);
}

/* A point in the water belongs to a country off whose coast it is. The circle helps where one
 * country holds an island too small for the layers; the coast where islands reach beyond it. */
static gboolean
is_off_its_coast(const IncmapLocator *locator, IncmapLonLat point, const IncmapPlace *country)
{
    IncmapFeature land;
    IncmapNearest shore;
    if (incmap_layers_at(locator->layers, INCMAP_LAYER_LAND, point, &land))
        return FALSE;
    return incmap_distance_km(point, country->point) < 1.5 * country->radius_km + OFF_COAST_KM ||
           incmap_layers_nearest(locator->layers, INCMAP_LAYER_COAST, point, country->country_code,
                                 NULL, OFF_COAST_KM, &shore);
}

/* What the row leaves unsaid: country and province of the ground it lies on. A stated country goes
 * first, and a province of another country is none of its. */
static void
describe_areas(IncmapLocator *locator, IncmapFix *fix)
{
    IncmapFeature area;
    if (locator->layers == NULL || fix->admin1_code != NULL ||
        !incmap_layers_at(locator->layers, INCMAP_LAYER_ADMIN1, fix->point, &area) ||
        area.code == NULL ||
        (fix->country_code != NULL && strcmp(fix->country_code, area.code) != 0))
        return;
    fix->admin1_code = incmap_scene_string(locator->scene, area.id);
    fix->admin1 = incmap_scene_string(locator->scene, area.name);
    if (fix->country_code == NULL) {
        fix->country_code = incmap_scene_string(locator->scene, area.code);
        fix->country = incmap_gazetteer_country_name(locator->gazetteer, area.code);
    }
}

/* The ways in which people spoil coordinates, likeliest first. */
static const struct {
    gboolean is_swapped;
    int lon_sign, lat_sign;
    const char *what;
} repairs[] = {
    {TRUE, 1, 1, "latitude and longitude are swapped"},
    {FALSE, -1, 1, "the longitude has lost its sign"},
    {FALSE, 1, -1, "the latitude has lost its sign"},
    {FALSE, -1, -1, "both coordinates have lost their sign"},
};

static gboolean
repair_point(IncmapLocator *locator, IncmapLonLat point, const IncmapPlace *country, IncmapFix *fix)
{
    for (gsize i = 0; i < G_N_ELEMENTS(repairs); i++) {
        double lon = repairs[i].is_swapped ? point.lat_deg : point.lon_deg;
        double lat = repairs[i].is_swapped ? point.lon_deg : point.lat_deg;
        IncmapLonLat repaired = {lon * repairs[i].lon_sign, lat * repairs[i].lat_sign};
        if (fabs(repaired.lat_deg) > 90 || fabs(repaired.lon_deg) > 180 ||
            !is_in_country(locator, repaired, country->country_code))
            continue;
        fix->point = repaired;
        fix->score = repairs[i].is_swapped ? 0.9 : 0.7;
        fix->problem = incmap_scene_printf(locator->scene, "%s: %g, %g is outside %s; used %g, %g",
                                           repairs[i].what, point.lat_deg, point.lon_deg,
                                           country->name, repaired.lat_deg, repaired.lon_deg);
        return TRUE;
    }
    return FALSE;
}

static void
check_country(IncmapLocator *locator, const IncmapStated *stated, IncmapFix *fix)
{
    const IncmapPlace *country = &stated->country;
    if (is_in_country(locator, fix->point, country->country_code) ||
        is_off_its_coast(locator, fix->point, country) ||
        repair_point(locator, fix->point, country, fix))
        return;
    IncmapNearest nearest;
    double away_km = incmap_distance_km(fix->point, country->point);
    if (incmap_layers_nearest(locator->layers, INCMAP_LAYER_BORDERS, fix->point,
                              country->country_code, NULL, 1000, &nearest))
        away_km = nearest.distance_km;
    IncmapFeature land;
    gboolean is_at_sea = !incmap_layers_at(locator->layers, INCMAP_LAYER_LAND, fix->point, &land);
    fix->score = 0.4;
    fix->problem =
        incmap_scene_printf(locator->scene, "%soutside the stated country %s, %.0f km away",
                            is_at_sea ? "in the sea, " : "", country->name, away_km);
}

static void
check_admin1(IncmapLocator *locator, const IncmapStated *stated, IncmapFix *fix)
{
    IncmapFeature area;
    const IncmapPlace *admin1 = &stated->admin1;
    if (fix->problem != NULL || admin1->kind != INCMAP_PLACE_ADMIN1 ||
        !incmap_layers_at(locator->layers, INCMAP_LAYER_ADMIN1, fix->point, &area) ||
        area.id == NULL || strcmp(area.id, admin1->admin1_code) == 0)
        return;
    /* Just across a generalised border: check_country() has let that pass. */
    if (g_strcmp0(area.code, admin1->country_code) != 0)
        return;
    double distance_km = incmap_distance_km(fix->point, admin1->point);
    if (distance_km < 1.2 * admin1->radius_km)
        return;
    fix->score = 0.8;
    fix->problem = incmap_scene_printf(
        locator->scene, "in %s and not in the stated %s, whose middle is %.0f km away",
        area.name != NULL ? area.name : area.id, admin1->name, distance_km);
}

/* The capital of a country, remembered; FALSE when the gazetteer has none. */
static gboolean
recall_capital(IncmapLocator *locator, const IncmapPlace *country, IncmapPlace *out_capital)
{
    g_autofree char *key = g_strdup_printf("capital|%s", country->country_code);
    gpointer known = NULL;
    if (!g_hash_table_lookup_extended(locator->areas, key, NULL, &known)) {
        g_autoptr(GArray) towns = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
        incmap_gazetteer_towns_near(locator->gazetteer, country->point, 2 * country->radius_km + 50,
                                    towns);
        for (guint i = 0; i < towns->len && known == NULL; i++) {
            const IncmapPlace *town = &g_array_index(towns, IncmapPlace, i);
            if (strcmp(town->feature_code, "PPLC") == 0 &&
                strcmp(town->country_code, country->country_code) == 0)
                known = g_memdup2(town, sizeof(*town));
        }
        g_hash_table_insert(locator->areas, g_steal_pointer(&key), known);
    }
    if (known != NULL)
        *out_capital = *(IncmapPlace *)known;
    return known != NULL;
}

/* A place that is known to be far from the capital with the coordinates of the capital. */
static void
check_capital(IncmapLocator *locator, const IncmapStated *stated, IncmapFix *fix)
{
    enum { SAME_KM = 3, FAR_KM = 60 };
    IncmapPlace capital;
    IncmapRanked ranked;
    if (fix->name == NULL || !recall_capital(locator, &stated->country, &capital) ||
        incmap_distance_km(fix->point, capital.point) > SAME_KM ||
        !incmap_rank_name(locator, fix->name, stated, &ranked) || ranked.best.edits > 0 ||
        ranked.is_part || ranked.is_elsewhere || ranked.score < 0.6 ||
        ranked.best.place.kind != INCMAP_PLACE_TOWN)
        return;
    double away_km = incmap_distance_km(ranked.best.place.point, fix->point);
    if (away_km < FAR_KM)
        return;
    fix->score = 0.4;
    fix->problem = incmap_scene_printf(
        locator->scene, "the coordinates are those of the capital %s; %s lies %.0f km from there",
        capital.name, ranked.best.place.name, away_km);
}

/* Points that stand for a whole country or province: its middle or its reference point. */
static void
check_stand_in(IncmapLocator *locator, const IncmapIncident *incident, const IncmapStated *stated,
               IncmapFix *fix)
{
    const IncmapPlace *area = NULL;
    if (fix->problem != NULL)
        return;
    if (incmap_distance_km(fix->point, stated->country.point) < 0.5 &&
        stated->country.radius_km > 30)
        area = &stated->country;
    else if (stated->has_admin1 && stated->admin1.radius_km > 30 &&
             incmap_distance_km(fix->point, stated->admin1.point) < 0.5)
        area = &stated->admin1;
    if (area == NULL) {
        check_capital(locator, stated, fix);
        return;
    }
    fix->problem = incmap_scene_printf(
        locator->scene, "the point is the middle of %s and may stand for all of it", area->name);
    if (incident->given_precision >= 0) /* the input says how precise it is */
        return;
    fix->precision =
        area == &stated->country ? INCMAP_PRECISION_COUNTRY : INCMAP_PRECISION_PROVINCE;
    fix->radius_km = area->radius_km;
}

/* What a precision code of the input means for the circle. */
static double
radius_of(IncmapPrecision precision, const IncmapStated *stated)
{
    static const double radius_km[] = {1, 15, 35, 100, 400, 0};
    if (precision == INCMAP_PRECISION_PROVINCE && stated->has_admin1)
        return stated->admin1.radius_km;
    if (precision == INCMAP_PRECISION_COUNTRY && stated->has_country)
        return stated->country.radius_km;
    return radius_km[precision];
}

void
incmap_check_point(IncmapLocator *locator, const IncmapIncident *incident, guint number,
                   const IncmapStated *stated, IncmapFix *out_fix)
{
    *out_fix = (IncmapFix){.precision = INCMAP_PRECISION_EXACT,
                           .point = incident->point,
                           .score = 1,
                           .name = incident->place,
                           .kind = "point",
                           .reason = "coordinates given"};
    if (incident->given_precision >= 0 && incident->given_precision < INCMAP_PRECISION_NONE)
        out_fix->precision = (IncmapPrecision)incident->given_precision;
    out_fix->radius_km = radius_of(out_fix->precision, stated);
    if (stated->has_country) {
        out_fix->country = stated->country.name;
        out_fix->country_code = stated->country.country_code;
    }
    if (stated->has_admin1 && stated->admin1.kind == INCMAP_PLACE_ADMIN1) {
        out_fix->admin1 = stated->admin1.name;
        out_fix->admin1_code = stated->admin1.admin1_code;
    }
    describe_areas(locator, out_fix);
    if (incident->place == NULL)
        out_fix->name = incmap_locate_describe_point(locator, out_fix->point);
    if (locator->layers != NULL && stated->has_country) {
        check_country(locator, stated, out_fix);
        if (stated->has_admin1)
            check_admin1(locator, stated, out_fix);
        check_stand_in(locator, incident, stated, out_fix);
    }
    if (out_fix->problem == NULL)
        out_fix->problem = stated->problem;
    if (out_fix->problem != NULL && locator->scene->notes->len < MAX_NOTES)
        incmap_scene_note(locator->scene, "incident %u: %s", number, out_fix->problem);
}
