/* SPDX-License-Identifier: MIT */
/*
 * The only file that calls PROJ. The network is off and PROJ's own messages are
 * taken from its context instead of being printed.
 */
#include "project/transform.h"

#include <math.h>
#include <string.h>

/* Stops just short of the cut, since PROJ may turn exactly 180 degrees into -180; a centimetre. */
#define FULL_HALF_LON 179.9999999

/* How far a projection reaches. A polygon that goes farther is cut there before it is projected. */
typedef struct Reach Reach;
struct Reach {
    const char *proj;
    IncmapFamily family;
    double reach_deg, half_lon_deg, max_lat_deg;
    const char *why;
};

static const Reach reaches[] = {
    {"laea", INCMAP_FAMILY_AZIMUTHAL, 179.5, 0, 90, "the antipode becomes a circle"},
    {"aeqd", INCMAP_FAMILY_AZIMUTHAL, 179.5, 0, 90, "the antipode becomes a circle"},
    {"ortho", INCMAP_FAMILY_AZIMUTHAL, 89.99, 0, 90, "half of the globe is visible"},
    {"gnom", INCMAP_FAMILY_AZIMUTHAL, 75, 0, 90, "the horizon is infinitely far"},
    {"stere", INCMAP_FAMILY_AZIMUTHAL, 150, 0, 90, "the antipode is infinitely far"},
    {"sterea", INCMAP_FAMILY_AZIMUTHAL, 120, 0, 90, "the antipode is infinitely far"},
    {"ups", INCMAP_FAMILY_AZIMUTHAL, 150, 0, 90, "the antipode is infinitely far"},
    {"merc", INCMAP_FAMILY_CUT, 0, FULL_HALF_LON, 85.0511287798, "the poles are infinitely far"},
    {"webmerc", INCMAP_FAMILY_CUT, 0, FULL_HALF_LON, 85.0511287798, "as Mercator"},
    {"tmerc", INCMAP_FAMILY_CUT, 0, 75, 90, "90 degrees off is infinitely far"},
    {"etmerc", INCMAP_FAMILY_CUT, 0, 75, 90, "90 degrees off is infinitely far"},
    {"utm", INCMAP_FAMILY_CUT, 0, 75, 90, "90 degrees off is infinitely far"},
    {"cass", INCMAP_FAMILY_CUT, 0, 75, 90, "90 degrees off is infinitely far"},
    {"omerc", INCMAP_FAMILY_CUT, 0, 60, 85, "oblique: the cut is no meridian"},
    {"somerc", INCMAP_FAMILY_CUT, 0, 60, 85, "oblique: the cut is no meridian"},
    {"krovak", INCMAP_FAMILY_CUT, 0, 60, 85, "oblique: the cut is no meridian"},
    {"lcc", INCMAP_FAMILY_CUT, 0, FULL_HALF_LON, 90, "see restrict_conic()"},
};

static double
rad(double deg)
{
    return deg * (G_PI / 180);
}

/* The number after "+key=" in a PROJ string; @otherwise when it isn't there. */
static double
find_number(char **tokens, const char *key, double otherwise)
{
    gsize length = strlen(key);
    for (char **token = tokens; *token != NULL; token++) {
        const char *text = **token == '+' ? *token + 1 : *token;
        if (strncmp(text, key, length) == 0 && text[length] == '=')
            return g_ascii_strtod(text + length + 1, NULL);
    }
    return otherwise;
}

static gboolean
has_token(char **tokens, const char *wanted)
{
    for (char **token = tokens; *token != NULL; token++)
        if (strcmp(**token == '+' ? *token + 1 : *token, wanted) == 0)
            return TRUE;
    return FALSE;
}

/* A conformal cone has its other pole infinitely far. */
static void
restrict_conic(IncmapTransform *transform, double lat_1_deg)
{
    if (lat_1_deg >= 0)
        transform->min_lat_deg = -60;
    else
        transform->max_lat_deg = 60;
}

static void
read_origin(IncmapTransform *transform, char **tokens)
{
    transform->origin.lon_deg = find_number(tokens, "lon_0", find_number(tokens, "lonc", 0));
    transform->origin.lat_deg = find_number(tokens, "lat_0", 0);
    if (has_token(tokens, "proj=utm"))
        transform->origin.lon_deg = find_number(tokens, "zone", 31) * 6 - 183;
    if (has_token(tokens, "proj=ups"))
        transform->origin.lat_deg = has_token(tokens, "south") ? -90 : 90;
    if (has_token(tokens, "proj=lcc"))
        restrict_conic(transform, find_number(tokens, "lat_1", 1));
}

static void
describe(IncmapTransform *transform, const char *proj_string)
{
    g_auto(GStrv) tokens = g_strsplit_set(proj_string, " \t\n", -1);
    transform->family = INCMAP_FAMILY_CUT;
    transform->half_lon_deg = FULL_HALF_LON;
    transform->min_lat_deg = -90;
    transform->max_lat_deg = 90;
    for (gsize i = 0; i < G_N_ELEMENTS(reaches); i++) {
        g_autofree char *token = g_strconcat("proj=", reaches[i].proj, NULL);
        if (!has_token(tokens, token))
            continue;
        transform->family = reaches[i].family;
        transform->reach_deg = reaches[i].reach_deg;
        transform->half_lon_deg = reaches[i].half_lon_deg;
        transform->max_lat_deg = reaches[i].max_lat_deg;
        transform->min_lat_deg = -reaches[i].max_lat_deg;
    }
    read_origin(transform, tokens);
}

/* Replaces a coordinate system by the operation from longitude and latitude to it. */
static PJ *
operation_to(PJ_CONTEXT *context, PJ *crs)
{
    PJ *geographic = proj_create(context, "OGC:CRS84");
    if (geographic == NULL)
        return NULL;
    PJ *operation = proj_create_crs_to_crs_from_pj(context, geographic, crs, NULL, NULL);
    proj_destroy(geographic);
    if (operation == NULL)
        return NULL;
    PJ *normalised = proj_normalize_for_visualization(context, operation);
    proj_destroy(operation);
    return normalised;
}

static PJ *
create_operation(IncmapTransform *transform, const char *definition)
{
    PJ *pj = proj_create(transform->context, definition);
    if (pj == NULL)
        return NULL;
    if (!proj_is_crs(pj)) {
        describe(transform, definition);
        return pj;
    }
    const char *text = proj_as_proj_string(transform->context, pj, PJ_PROJ_5, NULL);
    if (text == NULL) {
        proj_destroy(pj);
        return NULL;
    }
    describe(transform, text);
    PJ *operation = operation_to(transform->context, pj);
    proj_destroy(pj);
    return operation;
}

static void
ignore_message(void *data, int level, const char *message)
{
    (void)data;
    (void)level;
    (void)message;
}

/* PROJ opens its database for every definition, which takes 5 ms, although a plain PROJ string
 * needs nothing of it. Where it can't be found, PROJ goes on without. */
static void
spare_database(PJ_CONTEXT *context, const char *definition)
{
    static const char *const needs[] = {"init=", "type=crs", "grids=", "pipeline", "datum="};
    const char *nowhere[] = {"/dev/null/none"};
    if (strstr(definition, "proj=") == NULL)
        return;
    for (gsize i = 0; i < G_N_ELEMENTS(needs); i++)
        if (strstr(definition, needs[i]) != NULL)
            return;
    proj_context_set_search_paths(context, 1, nowhere);
}

IncmapTransform *
incmap_transform_new(const char *definition, GError **error)
{
    g_autoptr(IncmapTransform) transform = g_new0(IncmapTransform, 1);
    transform->context = proj_context_create();
    /* The level alone would not keep PROJ from writing to stderr. */
    proj_log_level(transform->context, PJ_LOG_NONE);
    proj_log_func(transform->context, NULL, ignore_message);
    spare_database(transform->context, definition);
    proj_context_set_enable_network(transform->context, 0);
    transform->pj = create_operation(transform, definition);
    if (transform->pj == NULL) {
        int code = proj_context_errno(transform->context);
        const char *reason =
            code != 0 ? proj_context_errno_string(transform->context, code) : "not a projection";
        incmap_fail(error, INCMAP_ERROR_PROJECTION, "projection \"%s\": %s", definition, reason);
        return NULL;
    }
    transform->is_degree_input = proj_degree_input(transform->pj, PJ_FWD);
    transform->pt_per_m = 1;
    return g_steal_pointer(&transform);
}

/* A projection as the frame has it says nothing of longitude and latitude: they are WGS 84's. */
static PJ *
create_crs(PJ_CONTEXT *context, const char *definition)
{
    if (strstr(definition, "+proj=") == NULL)
        return proj_create(context, definition);
    g_auto(GStrv) parts = g_strsplit(definition, "+ellps=WGS84", 2);
    g_autofree char *dated = g_strjoinv("+datum=WGS84", parts);
    g_autofree char *as_crs = g_strconcat(dated, " +type=crs", NULL);
    return proj_create(context, as_crs);
}

char *
incmap_transform_describe_crs(const char *definition, const char *dialect, GError **error)
{
    PJ_WKT_TYPE type = strcmp(dialect, "ESRI") == 0 ? PJ_WKT1_ESRI : PJ_WKT2_2019;
    const char *const options[] = {"MULTILINE=NO", NULL};
    PJ_CONTEXT *context = proj_context_create();
    proj_log_func(context, NULL, ignore_message);
    proj_context_set_enable_network(context, 0);
    PJ *crs = create_crs(context, definition);
    const char *text = crs != NULL ? proj_as_wkt(context, crs, type, options) : NULL;
    char *wkt = text != NULL ? g_strconcat(text, type == PJ_WKT1_ESRI ? "\n" : "", NULL) : NULL;
    proj_destroy(crs);
    proj_context_destroy(context);
    if (wkt == NULL)
        incmap_fail(error, INCMAP_ERROR_PROJECTION,
                    "the projection \"%s\" can't be described for other programs; choose another "
                    "one with --projection",
                    definition);
    return wkt;
}

char *
incmap_transform_describe_database(GError **error)
{
    g_autoptr(IncmapTransform) transform = incmap_transform_new("EPSG:3857", error);
    if (transform == NULL)
        return NULL;
    const char *path = proj_context_get_database_path(transform->context);
    return g_strdup_printf("PROJ %s with %s", proj_info().version, path != NULL ? path : "-");
}

void
incmap_transform_free(IncmapTransform *transform)
{
    if (transform == NULL)
        return;
    proj_destroy(transform->pj);
    proj_context_destroy(transform->context);
    g_free(transform);
}

double
incmap_angle_deg(IncmapLonLat a, IncmapLonLat b)
{
    double half_lat = sin(rad(b.lat_deg - a.lat_deg) / 2);
    double half_lon = sin(rad(b.lon_deg - a.lon_deg) / 2);
    double h =
        half_lat * half_lat + cos(rad(a.lat_deg)) * cos(rad(b.lat_deg)) * half_lon * half_lon;
    return 2 * asin(sqrt(CLAMP(h, 0, 1))) * (180 / G_PI);
}

IncmapLonLat
incmap_sphere_destination(IncmapLonLat from, double azimuth_deg, double angle_deg)
{
    /* Exactly at a pole the longitude would be lost in rounding. */
    double phi = rad(CLAMP(from.lat_deg, -89.9999999, 89.9999999));
    double c = rad(angle_deg), az = rad(azimuth_deg);
    double sin_lat = sin(phi) * cos(c) + cos(phi) * sin(c) * cos(az);
    double lat = asin(CLAMP(sin_lat, -1, 1));
    double dlon = atan2(sin(az) * sin(c) * cos(phi), cos(c) - sin(phi) * sin_lat);
    return (IncmapLonLat){incmap_wrap_lon(from.lon_deg + dlon * (180 / G_PI)), lat * (180 / G_PI)};
}

gboolean
incmap_transform_can_show(const IncmapTransform *transform, IncmapLonLat point)
{
    if (!(fabs(point.lat_deg) <= 90) || !isfinite(point.lon_deg))
        return FALSE;
    if (transform->family == INCMAP_FAMILY_AZIMUTHAL)
        return incmap_angle_deg(transform->origin, point) <= transform->reach_deg + 1e-9;
    if (point.lat_deg < transform->min_lat_deg - 1e-9 ||
        point.lat_deg > transform->max_lat_deg + 1e-9)
        return FALSE;
    double offset_deg = fabs(incmap_wrap_lon(point.lon_deg - transform->origin.lon_deg));
    return transform->half_lon_deg >= FULL_HALF_LON || offset_deg <= transform->half_lon_deg + 1e-9;
}

gboolean
incmap_transform_plane(const IncmapTransform *transform, IncmapLonLat from, IncmapEastNorth *out_to)
{
    if (!incmap_transform_can_show(transform, from))
        return FALSE;
    double unit = transform->is_degree_input ? 1 : G_PI / 180;
    PJ_COORD to = proj_trans(transform->pj, PJ_FWD,
                             proj_coord(from.lon_deg * unit, from.lat_deg * unit, 0, 0));
    if (!isfinite(to.xy.x) || !isfinite(to.xy.y))
        return FALSE;
    *out_to = (IncmapEastNorth){to.xy.x, to.xy.y};
    return TRUE;
}

gboolean
incmap_transform_geographic(const IncmapTransform *transform, IncmapEastNorth from,
                            IncmapLonLat *out_to)
{
    PJ_COORD to = proj_trans(transform->pj, PJ_INV, proj_coord(from.east_m, from.north_m, 0, 0));
    double unit = transform->is_degree_input ? 1 : 180 / G_PI;
    IncmapLonLat point = {to.xy.x * unit, to.xy.y * unit};
    if (!isfinite(point.lon_deg) || !isfinite(point.lat_deg) || fabs(point.lat_deg) > 90)
        return FALSE;
    point.lon_deg = incmap_wrap_lon(point.lon_deg);
    /* Beyond the edge of the globe PROJ wraps or clamps: such an answer doesn't lead back. */
    IncmapEastNorth again;
    if (!incmap_transform_plane(transform, point, &again))
        return FALSE;
    double off_m = hypot(again.east_m - from.east_m, again.north_m - from.north_m);
    if (off_m > 1 && off_m * transform->pt_per_m > 0.01)
        return FALSE;
    *out_to = point;
    return TRUE;
}

static IncmapPoint
page_point(const IncmapTransform *transform, double east_m, double north_m)
{
    return (IncmapPoint){
        transform->page_origin.x_pt + (east_m - transform->east0_m) * transform->pt_per_m,
        transform->page_origin.y_pt - (north_m - transform->north0_m) * transform->pt_per_m};
}

gboolean
incmap_transform_forward(gpointer data, IncmapLonLat from, IncmapPoint *out_to)
{
    const IncmapTransform *transform = data;
    IncmapEastNorth plane;
    if (!incmap_transform_plane(transform, from, &plane))
        return FALSE;
    *out_to = page_point(transform, plane.east_m, plane.north_m);
    return TRUE;
}

IncmapEastNorth
incmap_transform_from_page(const IncmapTransform *transform, IncmapPoint point)
{
    return (IncmapEastNorth){
        transform->east0_m + (point.x_pt - transform->page_origin.x_pt) / transform->pt_per_m,
        transform->north0_m - (point.y_pt - transform->page_origin.y_pt) / transform->pt_per_m};
}

gboolean
incmap_transform_inverse(gpointer data, IncmapPoint from, IncmapLonLat *out_to)
{
    const IncmapTransform *transform = data;
    return incmap_transform_geographic(transform, incmap_transform_from_page(transform, from),
                                       out_to);
}

void
incmap_transform_bulk(const IncmapTransform *transform, IncmapLonLat *from, gsize n,
                      IncmapPoint *out_to)
{
    if (n == 0)
        return;
    if (!transform->is_degree_input)
        for (gsize i = 0; i < n; i++) {
            from[i].lon_deg *= G_PI / 180;
            from[i].lat_deg *= G_PI / 180;
        }
    proj_trans_generic(transform->pj, PJ_FWD, &from->lon_deg, sizeof *from, n, &from->lat_deg,
                       sizeof *from, n, NULL, 0, 0, NULL, 0, 0);
    for (gsize i = 0; i < n; i++)
        out_to[i] = page_point(transform, from[i].lon_deg, from[i].lat_deg);
}
