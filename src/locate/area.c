/* SPDX-License-Identifier: MIT */
/*
 * From a phrase to a point and an honest radius: on the ellipsoid, and against
 * the lines of borders and coasts.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "locate/country-kin.h"
#include "locate/locator.h"

/* Precision by how large the circle is. */
static IncmapPrecision
precision_of(double radius_km)
{
    return radius_km < 40    ? INCMAP_PRECISION_NEAR
           : radius_km < 90  ? INCMAP_PRECISION_DISTRICT
           : radius_km < 400 ? INCMAP_PRECISION_PROVINCE
                             : INCMAP_PRECISION_COUNTRY;
}

static void
set_area(IncmapFix *fix, IncmapLonLat point, double radius_km)
{
    fix->point = point;
    fix->radius_km = radius_km;
    fix->precision = precision_of(radius_km);
}

/* "London, Kentucky" or "Gao, Mali": whatever fits better of a province and a country. */
static gboolean
find_inside(IncmapLocator *locator, const char *before, const char *behind,
            const IncmapStated *stated, IncmapRanked *ranked)
{
    const char *country = stated->has_country ? stated->country.country_code : NULL;
    gboolean has_found = FALSE;
    for (int is_admin1 = 1; is_admin1 >= (country == NULL ? 0 : 1); is_admin1--) {
        IncmapStated limited;
        IncmapRanked found;
        incmap_stated_init(locator, NULL, is_admin1 ? behind : NULL, is_admin1 ? country : behind,
                           &limited);
        gboolean is_known = is_admin1 ? limited.has_admin1 : limited.has_country;
        if (!is_known || !incmap_rank_name(locator, before, &limited, &found) ||
            found.is_elsewhere || (has_found && found.score <= ranked->score))
            continue;
        *ranked = found;
        has_found = TRUE;
    }
    return has_found ||
           (incmap_rank_name(locator, before, stated, ranked) && !ranked->is_elsewhere);
}

/* What @name means in a phrase; places outside the stated country don't count. */
static gboolean
find_any(IncmapLocator *locator, const char *name, const IncmapStated *stated, IncmapRanked *ranked)
{
    if (name == NULL)
        return FALSE;
    const char *comma = strchr(name, ',');
    if (comma != NULL && comma > name) {
        g_autofree char *before = g_strndup(name, (gsize)(comma - name));
        g_autofree char *behind = g_strstrip(g_strdup(comma + 1));
        return find_inside(locator, before, behind, stated, ranked);
    }
    return incmap_rank_name(locator, name, stated, ranked) && !ranked->is_elsewhere;
}

/* The same where a distance or a road is measured: from the town, not from the province around. */
static gboolean
find_anchor(IncmapLocator *locator, const char *name, const IncmapStated *stated,
            IncmapRanked *ranked)
{
    if (name == NULL)
        return FALSE;
    gsize length = strcspn(name, ",");
    g_autofree char *town = g_strdup_printf("%.*s town%s", (int)length, name, name + length);
    return find_any(locator, town, stated, ranked) || find_any(locator, name, stated, ranked);
}

static gboolean
is_area(const IncmapPlace *place)
{
    return place->kind != INCMAP_PLACE_TOWN && place->radius_km > 5;
}

static void
set_part(const IncmapLocator *locator, IncmapFix *fix, const IncmapPlace *area, double bearing_deg)
{
    IncmapLonLat point;
    double radius_km = 0;
    incmap_locate_part(locator->layers, area, bearing_deg, &point, &radius_km);
    set_area(fix, point, radius_km);
    if (area->kind == INCMAP_PLACE_COUNTRY)
        fix->precision = INCMAP_PRECISION_PROVINCE;
}

/* "30 km from Boda": anywhere around it, or on the way to a place that is named. */
static void
set_within(IncmapLocator *locator, const IncmapPhrase *phrase, const IncmapPlace *place,
           const IncmapStated *stated, IncmapFix *fix)
{
    IncmapRanked towards;
    double distance_km = phrase->distance_km;
    set_area(fix, place->point, 2 + 1.1 * distance_km);
    if (!find_anchor(locator, phrase->b, stated, &towards))
        return;
    double bearing_deg = incmap_bearing_deg(place->point, towards.best.place.point);
    if (incmap_distance_km(place->point, towards.best.place.point) > 0.8 * distance_km)
        set_area(fix, incmap_destination(place->point, bearing_deg, distance_km),
                 3 + 0.4 * distance_km);
}

static gboolean
locate_around(IncmapLocator *locator, const IncmapPhrase *phrase, const IncmapStated *stated,
              IncmapFix *fix)
{
    IncmapRanked ranked;
    gboolean is_part = phrase->kind == INCMAP_PHRASE_PART ||
                       (phrase->kind == INCMAP_PHRASE_BEARING && isnan(phrase->distance_km));
    if (!(is_part ? find_any : find_anchor)(locator, phrase->a, stated, &ranked))
        return FALSE;
    const IncmapPlace *place = &ranked.best.place;
    incmap_fix_describe(locator, place, fix);
    fix->score = 0.95 * ranked.score;
    switch (phrase->kind) {
    case INCMAP_PHRASE_OFFSET:
        /* Writers round distances and count from the edge of town. */
        set_area(fix, incmap_destination(place->point, phrase->bearing_deg, phrase->distance_km),
                 2 + 0.2 * phrase->distance_km);
        break;
    case INCMAP_PHRASE_WITHIN:
        set_within(locator, phrase, place, stated, fix);
        break;
    case INCMAP_PHRASE_PART:
    case INCMAP_PHRASE_BEARING:
        if (is_area(place))
            set_part(locator, fix, place, phrase->bearing_deg);
        else if (phrase->kind == INCMAP_PHRASE_PART)
            set_area(fix, place->point, 10);
        else
            set_area(fix, incmap_destination(place->point, phrase->bearing_deg, 12), 20);
        break;
    default:
        set_area(fix, place->point, is_area(place) ? place->radius_km : 15);
        break;
    }
    fix->reason = incmap_scene_printf(locator->scene, "worked out from %s, %s", place->name,
                                      fix->country != NULL ? fix->country : "");
    return TRUE;
}

static gboolean
find_plain(IncmapLocator *locator, const char *name, const IncmapStated *stated,
           IncmapRanked *ranked)
{
    return find_anchor(locator, name, stated, ranked) && ranked->best.edits == 0 &&
           !ranked->is_part;
}

/* "Gandajika-Mbuji-Mayi": the dash at which both sides are places. */
static gboolean
find_road(IncmapLocator *locator, const char *road, const IncmapStated *stated, IncmapRanked *a,
          IncmapRanked *b)
{
    for (const char *dash = strpbrk(road, "-/"); dash != NULL; dash = strpbrk(dash + 1, "-/")) {
        g_autofree char *left = g_strstrip(g_strndup(road, (gsize)(dash - road)));
        g_autofree char *right = g_strstrip(g_strdup(dash + 1));
        if (left[0] != '\0' && right[0] != '\0' && find_plain(locator, left, stated, a) &&
            find_plain(locator, right, stated, b))
            return TRUE;
    }
    return FALSE;
}

static gboolean
locate_between(IncmapLocator *locator, const IncmapPhrase *phrase, const IncmapStated *stated,
               IncmapFix *fix)
{
    IncmapRanked a, b;
    gboolean has_a = TRUE, has_b = TRUE;
    if (phrase->road == NULL || !find_road(locator, phrase->road, stated, &a, &b)) {
        has_a = find_anchor(locator, phrase->a, stated, &a);
        has_b = find_anchor(locator, phrase->b, stated, &b);
    }
    if (!has_a && !has_b)
        return FALSE;
    const IncmapPlace *place = has_a ? &a.best.place : &b.best.place;
    incmap_fix_describe(locator, place, fix);
    if (!has_a || !has_b) {
        set_area(fix, place->point, 40);
        fix->score = 0.5 * (has_a ? a.score : b.score);
        fix->reason = incmap_scene_printf(
            locator->scene, "only %s of the two places is known; the other is not", place->name);
        return TRUE;
    }
    double distance_km = incmap_distance_km(a.best.place.point, b.best.place.point);
    double bearing_deg = incmap_bearing_deg(a.best.place.point, b.best.place.point);
    IncmapLonLat middle = incmap_destination(a.best.place.point, bearing_deg, distance_km / 2);
    if (phrase->kind == INCMAP_PHRASE_BETWEEN && !isnan(phrase->distance_km))
        middle = incmap_destination(a.best.place.point, bearing_deg,
                                    fmin(phrase->distance_km, distance_km));
    set_area(fix, middle, fmax(3, distance_km / 2));
    fix->score = 0.95 * fmin(a.score, b.score);
    fix->reason = incmap_scene_printf(locator->scene, "half-way between %s and %s, %.0f km apart",
                                      a.best.place.name, b.best.place.name, distance_km);
    return TRUE;
}

typedef struct Border Border;
struct Border {
    const IncmapLayers *layers;
    const char *a, *b; /* codes; b NULL: any neighbour */
    GArray *points;    /* IncmapLonLat */
};

static gboolean
collect_border(const IncmapFeature *feature, gpointer data)
{
    Border *border = data;
    const char *left = feature->code == NULL ? "" : feature->code;
    const char *right = feature->code2 == NULL ? "" : feature->code2;
    gboolean has_a = strcmp(left, border->a) == 0 || strcmp(right, border->a) == 0;
    gboolean has_b =
        border->b == NULL || strcmp(left, border->b) == 0 || strcmp(right, border->b) == 0;
    if (!has_a || !has_b)
        return TRUE;
    g_autoptr(GArray) part = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    for (guint32 i = 0; i < feature->n_parts; i++) {
        incmap_layers_part(border->layers, feature, i, 5000, part);
        g_array_append_vals(border->points, part->data, part->len);
    }
    return TRUE;
}

/* The point of the border that is nearest to @from, or to its own middle. */
static gboolean
find_on_border(Border *border, const IncmapLonLat *from, IncmapLonLat *out_point,
               double *out_radius_km)
{
    IncmapExtent world = {-180, -90, 180, 90};
    incmap_layers_each(border->layers, INCMAP_LAYER_BORDERS, world, collect_border, border);
    if (border->points->len == 0)
        return FALSE;
    const IncmapLonLat *points = (const IncmapLonLat *)(gpointer)border->points->data;
    IncmapLonLat middle = points[0];
    double nearest_km = INFINITY, farthest_km = 0;
    for (guint i = 1; from == NULL && i < border->points->len; i++) {
        middle.lon_deg += (points[i].lon_deg - middle.lon_deg) / (i + 1);
        middle.lat_deg += (points[i].lat_deg - middle.lat_deg) / (i + 1);
    }
    if (from != NULL)
        middle = *from;
    for (guint i = 0; i < border->points->len; i++) {
        double distance_km = incmap_distance_km(points[i], middle);
        if (distance_km < nearest_km) {
            nearest_km = distance_km;
            *out_point = points[i];
        }
        farthest_km = fmax(farthest_km, distance_km);
    }
    *out_radius_km = fmax(10, 0.8 * farthest_km);
    return TRUE;
}

static const char *
find_country_code(IncmapLocator *locator, const char *name)
{
    if (name == NULL)
        return NULL;
    g_autofree char *folded = incmap_text_fold(name);
    const char *code = incmap_gazetteer_demonym(locator->gazetteer, folded);
    return code != NULL ? code : incmap_country_former(folded); /* "the Gaza-Egypt border" */
}

static gboolean
locate_border(IncmapLocator *locator, const IncmapPhrase *phrase, const IncmapStated *stated,
              IncmapFix *fix)
{
    const char *a = find_country_code(locator, phrase->a);
    const char *b = find_country_code(locator, phrase->b);
    const char *home = stated->has_country ? stated->country.country_code : NULL;
    if (a == NULL || locator->layers == NULL)
        return FALSE;
    if (b == NULL && home != NULL && strcmp(home, a) != 0)
        b = home;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    Border border = {locator->layers, a, b, points};
    IncmapRanked head;
    const IncmapLonLat *from = stated->has_admin1 ? &stated->admin1.point : NULL;
    if (phrase->head != NULL && find_anchor(locator, phrase->head, stated, &head))
        from = &head.best.place.point;
    IncmapLonLat point = {0, 0};
    double radius_km = 0;
    if (!find_on_border(&border, from, &point, &radius_km))
        return FALSE;
    if (from != NULL && stated->has_admin1)
        radius_km = fmin(radius_km, stated->admin1.radius_km);
    IncmapPlace country;
    if (incmap_gazetteer_country(locator->gazetteer, home != NULL ? home : a, &country))
        incmap_fix_describe(locator, &country, fix);
    set_area(fix, point, radius_km);
    fix->score = 0.7;
    const char *name_b = b == NULL ? NULL : incmap_gazetteer_country_name(locator->gazetteer, b);
    const char *name_a = incmap_gazetteer_country_name(locator->gazetteer, a);
    fix->reason =
        incmap_scene_printf(locator->scene, "on the border of %s%s%s", name_a != NULL ? name_a : a,
                            name_b != NULL ? " with " : "", name_b != NULL ? name_b : "");
    return TRUE;
}

/* The direction in which the open sea is nearest. */
static gboolean
find_sea(const IncmapLayers *layers, IncmapLonLat from, double offshore_km, IncmapLonLat *out_point)
{
    double best_km = 0;
    IncmapNearest coast;
    if (!incmap_layers_nearest(layers, INCMAP_LAYER_COAST, from, NULL, NULL, 2000, &coast))
        return FALSE;
    for (int i = 0; i < 16; i++) {
        IncmapLonLat there = incmap_destination(coast.point, i * 22.5, offshore_km);
        IncmapFeature land;
        IncmapNearest shore;
        if (incmap_layers_at(layers, INCMAP_LAYER_LAND, there, &land))
            continue;
        if (!incmap_layers_nearest(layers, INCMAP_LAYER_COAST, there, NULL, NULL, 500, &shore))
            continue;
        if (shore.distance_km > best_km) {
            best_km = shore.distance_km;
            *out_point = there;
        }
    }
    return best_km > 0;
}

static gboolean
locate_coast(IncmapLocator *locator, const IncmapPhrase *phrase, const IncmapStated *stated,
             IncmapFix *fix)
{
    IncmapRanked ranked;
    if (!find_any(locator, phrase->a, stated, &ranked))
        return FALSE;
    const IncmapPlace *place = &ranked.best.place;
    incmap_fix_describe(locator, place, fix);
    double radius_km = is_area(place) ? fmax(60, 0.6 * place->radius_km) : 35;
    IncmapLonLat point = place->point;
    if (locator->layers == NULL || !find_sea(locator->layers, place->point, 25, &point))
        radius_km += 30;
    set_area(fix, point, radius_km);
    fix->score = 0.85 * ranked.score;
    fix->reason = incmap_scene_printf(locator->scene, "at sea off %s", place->name);
    return TRUE;
}

gboolean
incmap_phrase_locate(IncmapLocator *locator, const IncmapPhrase *phrase, const char *words,
                     const IncmapStated *stated, IncmapFix *out_fix)
{
    IncmapFix fix = {.precision = INCMAP_PRECISION_NONE};
    gboolean has_found = FALSE;
    switch (phrase->kind) {
    case INCMAP_PHRASE_NONE:
        return FALSE;
    case INCMAP_PHRASE_BETWEEN:
        has_found = locate_between(locator, phrase, stated, &fix);
        break;
    case INCMAP_PHRASE_BORDER:
        has_found = locate_border(locator, phrase, stated, &fix);
        break;
    case INCMAP_PHRASE_COAST:
        has_found = locate_coast(locator, phrase, stated, &fix);
        break;
    default:
        has_found = locate_around(locator, phrase, stated, &fix);
        break;
    }
    if (!has_found)
        return FALSE;
    fix.name = incmap_scene_string(locator->scene, phrase->head != NULL ? phrase->head : words);
    fix.kind = "area";
    fix.place_id = 0;
    *out_fix = fix;
    return TRUE;
}
