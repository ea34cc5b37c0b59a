/* SPDX-License-Identifier: MIT */
/*
 * The choice of a projection by size, shape and latitude of what is shown, after
 * Snyder's guideline (Map Projections: A Working Manual, USGS Professional Paper
 * 1395, 1987, pages 33-35) as extended by Savric, Jenny and Jenny (Projection
 * Wizard, The Cartographic Journal 53(2), 2016, 177-185).
 */
#include "project/choose.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* The first rule whose every range holds the view is taken. */
typedef struct Rule Rule;
struct Rule {
    const char *usual;      /* names of projections */
    const char *equal_area; /* when areas or densities will be compared */
    double min_radius_deg, max_radius_deg;
    double min_lat_deg, max_lat_deg; /* of the middle, either side of the equator */
    double min_aspect, max_aspect;   /* width / height */
    const char *reason;
};

static const Rule rules[] = {
    {"equal earth", "equal earth", 120, 180, 0, 90, 0, HUGE_VAL,
     "the whole world, with areas true and continents in familiar shapes"},
    {"polar lambert", "polar lambert", 0, 120, 89.9, 90, 0, HUGE_VAL, "a pole is in the middle"},
    {"lambert azimuthal", "lambert azimuthal", 25, 120, 0, 90, 0, HUGE_VAL,
     "a continent or more: distortion grows evenly from the middle"},
    {"lambert azimuthal", "lambert azimuthal", 0, 25, 70, 90, 0, HUGE_VAL, "close to a pole"},
    {"transverse mercator", "lambert azimuthal", 0, 1.35, 0, 70, 0, HUGE_VAL,
     "a city or district: shapes are true and north is up"},
    {"mercator", "cylindrical equal area", 0, 25, 0, 15, 1.25, HUGE_VAL,
     "wide and along the equator, where a cylinder touches the globe"},
    {"lambert conic", "albers", 0, 25, 15, 70, 1.25, HUGE_VAL,
     "wide and in middle latitudes, where a cone touches the globe"},
    {"transverse mercator", "lambert azimuthal", 0, 25, 0, 70, 0, 0.8,
     "tall: true along the middle meridian"},
    {"lambert azimuthal", "lambert azimuthal", 0, 25, 0, 70, 0, HUGE_VAL,
     "about as wide as tall: distortion grows evenly from the middle"},
};

static const Rule *
find_rule(const IncmapView *view)
{
    double lat = fabs(view->centre.lat_deg);
    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++) {
        const Rule *rule = &rules[i];
        if (view->radius_deg >= rule->min_radius_deg && view->radius_deg <= rule->max_radius_deg &&
            lat >= rule->min_lat_deg && lat <= rule->max_lat_deg &&
            view->aspect >= rule->min_aspect && view->aspect < rule->max_aspect)
            return rule;
    }
    return &rules[G_N_ELEMENTS(rules) - 1];
}

static gboolean
is_definition(const char *wish)
{
    static const char *const authorities[] = {"EPSG:", "ESRI:",    "IAU",
                                              "OGC:",  "PROJCRS[", "PROJCS["};
    for (gsize i = 0; i < G_N_ELEMENTS(authorities); i++)
        if (g_ascii_strncasecmp(wish, authorities[i], strlen(authorities[i])) == 0)
            return TRUE;
    return strstr(wish, "proj=") != NULL;
}

gboolean
incmap_choice_make(IncmapChoice *choice, const char *wish, const IncmapView *view,
                   gboolean is_equal_area_wanted, GError **error)
{
    if (wish == NULL || *wish == '\0') {
        const Rule *rule = find_rule(view);
        const char *name = is_equal_area_wanted ? rule->equal_area : rule->usual;
        *choice = (IncmapChoice){incmap_projection_find(name), NULL, rule->reason};
        return TRUE;
    }
    const IncmapNamedProjection *named = incmap_projection_find(wish);
    if (named != NULL || is_definition(wish)) {
        *choice = (IncmapChoice){named, named == NULL ? wish : NULL, "as asked for"};
        return TRUE;
    }
    const char *nearest = incmap_text_nearest(wish, incmap_projection_names());
    if (nearest != NULL)
        return incmap_fail(error, INCMAP_ERROR_PROJECTION,
                           "unknown projection \"%s\"; did you mean \"%s\"?", wish, nearest);
    return incmap_fail(error, INCMAP_ERROR_PROJECTION,
                       "unknown projection \"%s\"; give a name (see incmap list projections), an "
                       "EPSG code or a PROJ string",
                       wish);
}

static void
append_number(GString *text, const char *key, double value)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.10g", value == 0 ? 0.0 : value);
    g_string_append_printf(text, " +%s=%s", key, number);
}

/* A small change of the data must not turn the map a little: half degrees, whole ones for a
 * continent. */
static double
rounded(double deg, const IncmapView *view)
{
    double step = view->radius_deg > 12 ? 1 : 0.5;
    return round(deg / step) * step;
}

/* Standard parallels a sixth of the height from the edges. */
static void
append_cone(GString *text, const IncmapView *view)
{
    double south = CLAMP(view->south_deg, -80, 80), north = CLAMP(view->north_deg, -80, 80);
    double sixth = (north - south) / 6;
    double lat_1 = rounded(south + sixth, view), lat_2 = rounded(north - sixth, view);
    /* On both sides of the equator alike, the cone would be a cylinder: PROJ refuses. */
    if (fabs(lat_1 + lat_2) < 1)
        lat_2 += 1 - (lat_1 + lat_2);
    append_number(text, "lat_0", rounded(CLAMP(view->centre.lat_deg, -80, 80), view));
    append_number(text, "lat_1", lat_1);
    append_number(text, "lat_2", lat_2);
}

static void
append_centre(GString *text, IncmapCentred centred, const IncmapView *view)
{
    double lon = incmap_wrap_lon(rounded(view->centre.lon_deg, view));
    double lat = CLAMP(rounded(view->centre.lat_deg, view), -90, 90);
    double pole = view->centre.lat_deg < 0 ? -90 : 90;
    switch (centred) {
    case INCMAP_CENTRED_LON:
        append_number(text, "lon_0", lon);
        break;
    case INCMAP_CENTRED_LONLAT:
        append_number(text, "lat_0", lat);
        append_number(text, "lon_0", lon);
        break;
    case INCMAP_CENTRED_CONE:
        append_cone(text, view);
        append_number(text, "lon_0", lon);
        break;
    case INCMAP_CENTRED_POLE:
        append_number(text, "lat_0", pole);
        append_number(text, "lon_0", view->holds_pole && pole < 0 ? 0 : lon);
        break;
    case INCMAP_CENTRED_ZONE:
        append_number(text, "zone", CLAMP(floor((view->centre.lon_deg + 180) / 6) + 1, 1, 60));
        if (view->centre.lat_deg < 0)
            g_string_append(text, " +south");
        break;
    }
}

char *
incmap_choice_define(const IncmapChoice *choice, const IncmapView *view)
{
    if (choice->named == NULL)
        return g_strdup(choice->definition);
    const char *space = strchr(choice->named->proj, ' ');
    GString *text = g_string_new_len(choice->named->proj, space - choice->named->proj);
    append_centre(text, choice->named->centred, view);
    g_string_append(text, space);
    return g_string_free(text, FALSE);
}
