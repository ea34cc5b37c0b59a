/* SPDX-License-Identifier: MIT */
/*
 * From a point to words: the nearest town, the areas around it, the border
 * beside it.
 */
#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "locate/locator.h"

/* A town's own code wins near a border, where outlines are coarse. */
#define TRUST_TOWN_KM 15

static const char *
compass(double bearing_deg)
{
    static const char *const names[] = {"north", "northeast", "east", "southeast",
                                        "south", "southwest", "west", "northwest"};
    return names[(int)floor(bearing_deg / 45 + 0.5) % 8];
}

void
incmap_locate_describe_border(IncmapLocator *locator, IncmapFix *fix)
{
    IncmapNearest nearest;
    if (locator->layers == NULL || fix->country_code == NULL ||
        !incmap_layers_nearest(locator->layers, INCMAP_LAYER_BORDERS, fix->point, fix->country_code,
                               NULL, 30, &nearest))
        return;
    IncmapFeature border;
    incmap_layers_get(locator->layers, INCMAP_LAYER_BORDERS, nearest.feature, &border);
    if (border.code == NULL || border.code2 == NULL)
        return;
    const char *other = strcmp(border.code, fix->country_code) == 0 ? border.code2 : border.code;
    IncmapPlace country;
    if (!incmap_gazetteer_country(locator->gazetteer, other, &country))
        return;
    const char *adjective = incmap_gazetteer_name_in(locator->gazetteer, &country, "adj");
    g_autofree char *distance = nearest.distance_km < 1
                                    ? g_strdup("less than 1 km")
                                    : g_strdup_printf("%.0f km", nearest.distance_km);
    fix->border_km = nearest.distance_km;
    fix->border_country = country.name;
    fix->border_adjective = strcmp(adjective, country.name) != 0 ? adjective : NULL;
    fix->context =
        fix->border_adjective == NULL
            ? incmap_scene_printf(locator->scene, "%s from the border with %s", distance,
                                  country.name)
            : incmap_scene_printf(locator->scene, "%s from the %s border", distance, adjective);
}

static void
describe_areas(IncmapLocator *locator, IncmapLonLat point, IncmapFix *fix)
{
    IncmapFeature area;
    if (locator->layers == NULL)
        return;
    if (incmap_layers_at(locator->layers, INCMAP_LAYER_ADMIN1, point, &area)) {
        fix->admin1_code = incmap_scene_string(locator->scene, area.id);
        fix->admin1 = incmap_scene_string(locator->scene, area.name);
        fix->country_code = incmap_scene_string(locator->scene, area.code);
        fix->country = incmap_gazetteer_country_name(locator->gazetteer, area.code);
    }
}

/* Beyond this a town says nothing about a point. */
#define MAX_TOWN_KM 60

const char *
incmap_locate_describe_point(IncmapLocator *locator, IncmapLonLat point)
{
    IncmapPlace town;
    double distance_km = 0;
    if (!incmap_gazetteer_nearest(locator->gazetteer, point, MAX_TOWN_KM, &town, &distance_km))
        return NULL;
    if (distance_km < 3)
        return town.name;
    return incmap_scene_printf(locator->scene, "%.0f km %s of %s", distance_km,
                               compass(incmap_bearing_deg(town.point, point)), town.name);
}

static void
locate_point(IncmapLocator *locator, IncmapLonLat point, IncmapFix *fix)
{
    IncmapPlace town;
    double distance_km = 0;
    *fix = (IncmapFix){.precision = INCMAP_PRECISION_EXACT,
                       .point = point,
                       .score = 1,
                       .radius_km = 1,
                       .kind = "point",
                       .reason = "coordinates given"};
    gboolean has_town =
        incmap_gazetteer_nearest(locator->gazetteer, point, 200, &town, &distance_km);
    describe_areas(locator, point, fix);
    if (has_town && (distance_km < TRUST_TOWN_KM || fix->country_code == NULL)) {
        incmap_fix_describe(locator, &town, fix);
        fix->point = point;
    }
    if (has_town)
        fix->name =
            distance_km < 2
                ? town.name
                : incmap_scene_printf(locator->scene, "%.0f km %s of %s", distance_km,
                                      compass(incmap_bearing_deg(town.point, point)), town.name);
    else
        fix->name = fix->admin1 != NULL ? fix->admin1 : "open sea";
    fix->place_id = has_town && distance_km < 2 ? town.id : 0;
    incmap_locate_describe_border(locator, fix);
}

void
incmap_locate_point(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                    const IncmapLayers *layers, IncmapLonLat point, IncmapFix *out_fix)
{
    g_return_if_fail(scene != NULL && gazetteer != NULL && out_fix != NULL);
    if (!(fabs(point.lon_deg) <= 180 && fabs(point.lat_deg) <= 90)) {
        *out_fix = (IncmapFix){.precision = INCMAP_PRECISION_NONE,
                               .reason = "the coordinates are outside -180 to 180 or -90 to 90"};
        return;
    }
    /* No tables are needed: a locator on the stack is enough. */
    IncmapLocator locator = {.scene = scene, .gazetteer = gazetteer, .layers = layers};
    locate_point(&locator, point, out_fix);
}
