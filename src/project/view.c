/* SPDX-License-Identifier: MIT */
#include "project/view.h"

#include "base/geodesy.h"
#include "project/transform.h"

#include <math.h>

static const double km_per_deg = 111.195;

void
incmap_view_init(IncmapView *view)
{
    *view = (IncmapView){.places = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat))};
}

void
incmap_view_clear(IncmapView *view)
{
    g_clear_pointer(&view->places, g_array_unref);
}

void
incmap_view_add(IncmapView *view, IncmapLonLat place)
{
    place.lon_deg = incmap_wrap_lon(place.lon_deg);
    place.lat_deg = CLAMP(place.lat_deg, -90, 90);
    g_array_append_val(view->places, place);
}

void
incmap_view_add_circle(IncmapView *view, IncmapLonLat centre, double radius_km)
{
    for (int az = 0; az < 360; az += 30)
        incmap_view_add(view, incmap_sphere_destination(centre, az, radius_km / km_per_deg));
}

void
incmap_view_add_extent(IncmapView *view, IncmapExtent extent)
{
    const int n = 24;
    for (int i = 0; i <= n; i++)
        for (int k = 0; k <= n; k++) {
            if (i > 0 && i < n && k > 0 && k < n && (i % 4 != 0 || k % 4 != 0))
                continue;
            double lon = extent.west_deg + (extent.east_deg - extent.west_deg) * i / n;
            /* An extent of 360 degrees would otherwise lose its east. */
            if (i == n && extent.east_deg - extent.west_deg > 359.999)
                lon -= 1e-6;
            double lat = extent.south_deg + (extent.north_deg - extent.south_deg) * k / n;
            incmap_view_add(view, (IncmapLonLat){lon, lat});
        }
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* The smallest interval of longitudes that holds all places is what the largest gap leaves. */
static double
find_longitudes(const IncmapView *view, double *out_west_deg)
{
    guint n = view->places->len;
    g_autofree double *lons = g_new(double, n);
    for (guint i = 0; i < n; i++)
        lons[i] = g_array_index(view->places, IncmapLonLat, i).lon_deg;
    qsort(lons, n, sizeof *lons, compare_doubles);
    double widest = lons[0] + 360 - lons[n - 1];
    *out_west_deg = lons[0];
    for (guint i = 1; i < n; i++)
        if (lons[i] - lons[i - 1] > widest) {
            widest = lons[i] - lons[i - 1];
            *out_west_deg = lons[i];
        }
    return 360 - widest;
}

/* Middle and radius of the places as seen from the earth's centre. */
static double
find_cap(const IncmapView *view, IncmapLonLat *out_centre)
{
    double x = 0, y = 0, z = 0;
    for (guint i = 0; i < view->places->len; i++) {
        IncmapLonLat place = g_array_index(view->places, IncmapLonLat, i);
        double phi = place.lat_deg * (G_PI / 180), lambda = place.lon_deg * (G_PI / 180);
        x += cos(phi) * cos(lambda);
        y += cos(phi) * sin(lambda);
        z += sin(phi);
    }
    if (sqrt(x * x + y * y + z * z) < 1e-6 * view->places->len)
        return 180;
    IncmapLonLat centre = {atan2(y, x) * (180 / G_PI), atan2(z, hypot(x, y)) * (180 / G_PI)};
    double radius = 0;
    for (guint i = 0; i < view->places->len; i++)
        radius =
            MAX(radius, incmap_angle_deg(centre, g_array_index(view->places, IncmapLonLat, i)));
    *out_centre = centre;
    return radius;
}

static void
measure_latitudes(IncmapView *view)
{
    view->south_deg = 90;
    view->north_deg = -90;
    for (guint i = 0; i < view->places->len; i++) {
        double lat = g_array_index(view->places, IncmapLonLat, i).lat_deg;
        view->south_deg = MIN(view->south_deg, lat);
        view->north_deg = MAX(view->north_deg, lat);
    }
}

static void
measure_around_pole(IncmapView *view, double radius_deg)
{
    view->holds_pole = TRUE;
    double pole = view->south_deg + view->north_deg < 0 ? -90 : 90;
    if (fabs(view->centre.lat_deg) > 80)
        view->centre.lat_deg = pole;
    view->radius_deg = radius_deg;
    view->aspect = 1;
    view->south_deg = MIN(view->south_deg, pole);
    view->north_deg = MAX(view->north_deg, pole);
}

/* The usual world map has Greenwich in the middle and cuts off the tip of Siberia. From 11 degrees
 * east the cut runs through Bering Strait, and Fiji and New Zealand stay together. */
static const double world_middle_deg = 11;

static void
measure_world(IncmapView *view)
{
    view->is_world = TRUE;
    view->radius_deg = 180;
    view->aspect = 2;
    view->south_deg = -90;
    view->north_deg = 90;
    view->centre = (IncmapLonLat){world_middle_deg, 0};
    double span = view->asked.east_deg - view->asked.west_deg;
    if (view->is_exact)
        view->centre.lon_deg = incmap_wrap_lon(view->asked.west_deg + span / 2);
    if (view->is_exact) {
        view->south_deg = view->asked.south_deg;
        view->north_deg = view->asked.north_deg;
        view->centre.lat_deg = (view->south_deg + view->north_deg) / 2;
    }
}

void
incmap_view_measure(IncmapView *view)
{
    if (view->places->len == 0 || view->is_world) {
        measure_world(view);
        return;
    }
    measure_latitudes(view);
    double cap_deg = find_cap(view, &view->centre);
    double west = 0, span = find_longitudes(view, &west);
    if (cap_deg > 80) {
        measure_world(view);
        return;
    }
    if (span > 180 && fabs(view->centre.lat_deg) > 40) {
        measure_around_pole(view, cap_deg);
        return;
    }
    view->centre =
        (IncmapLonLat){incmap_wrap_lon(west + span / 2), (view->south_deg + view->north_deg) / 2};
    double nearest = view->south_deg * view->north_deg <= 0
                         ? 0
                         : MIN(fabs(view->south_deg), fabs(view->north_deg));
    /* Width where the box is widest would flatter far-northern countries; the middle is fair. */
    double width = span * cos((fabs(view->centre.lat_deg) + nearest) / 2 * (G_PI / 180));
    double height = view->north_deg - view->south_deg;
    view->radius_deg = MAX(width, height) / 2;
    view->aspect = height > 1e-9 ? width / height : (width > 1e-9 ? 1e3 : 1);
}
