/* SPDX-License-Identifier: MIT */
#include "base/geometry.h"

#include <math.h>

double
incmap_wrap_lon(double lon_deg)
{
    if (lon_deg >= -180 && lon_deg < 180)
        return lon_deg;
    return lon_deg - 360 * floor((lon_deg + 180) / 360);
}

gboolean
incmap_extent_has_point(IncmapExtent extent, IncmapLonLat point)
{
    if (point.lat_deg < extent.south_deg || point.lat_deg > extent.north_deg)
        return FALSE;
    double offset_deg = fmod(point.lon_deg - extent.west_deg, 360);
    if (offset_deg < 0)
        offset_deg += 360;
    return offset_deg <= extent.east_deg - extent.west_deg;
}

double
incmap_polygon_area(const IncmapPoint *points, guint n)
{
    double sum = 0;
    for (guint i = 0, j = n - 1; i < n; j = i++)
        sum += points[j].x_pt * points[i].y_pt - points[i].x_pt * points[j].y_pt;
    return fabs(sum) / 2;
}
