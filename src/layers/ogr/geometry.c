/* SPDX-License-Identifier: MIT */
/*
 * Geometries of all kinds as points, lines or rings in longitude and latitude.
 * Of a collection only what has the most dimensions is kept.
 */
#include "layers/ogr/ogr.h"

#include "base/error.h"

#include <math.h>

/* 0 point, 1 line, 2 polygon; -1 for an empty geometry. */
static int
find_dimension(OGRGeometryH geometry)
{
    return OGR_G_IsEmpty(geometry) ? -1 : OGR_G_GetDimension(geometry);
}

static void
append_vertices(IncmapVector *vector, OGRGeometryH line, gboolean is_reversed)
{
    int n = OGR_G_GetPointCount(line);
    for (int i = 0; i < n; i++) {
        int at = is_reversed ? n - 1 - i : i;
        IncmapLonLat point = {OGR_G_GetX(line, at), OGR_G_GetY(line, at)};
        g_array_append_val(vector->points, point);
    }
    guint32 end = vector->points->len;
    g_array_append_val(vector->part_starts, end);
}

static void
append_polygon(IncmapVector *vector, OGRGeometryH polygon)
{
    for (int i = 0; i < OGR_G_GetGeometryCount(polygon); i++) {
        OGRGeometryH ring = OGR_G_GetGeometryRef(polygon, i);
        if (OGR_G_GetPointCount(ring) < 4)
            continue;
        double area = 0;
        int n = OGR_G_GetPointCount(ring);
        double x0 = OGR_G_GetX(ring, 0);
        double y0 = OGR_G_GetY(ring, 0);
        for (int k = 1; k + 1 < n; k++)
            area += (OGR_G_GetX(ring, k) - x0) * (OGR_G_GetY(ring, k + 1) - y0) -
                    (OGR_G_GetX(ring, k + 1) - x0) * (OGR_G_GetY(ring, k) - y0);
        gboolean is_clockwise = area < 0;
        append_vertices(vector, ring, is_clockwise != (i == 0));
    }
}

static void
append_geometry(IncmapVector *vector, OGRGeometryH geometry, int dimension)
{
    OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon || type == wkbTriangle) {
        if (dimension == 2)
            append_polygon(vector, geometry);
    } else if (type == wkbLineString || type == wkbPoint) {
        if (dimension == find_dimension(geometry))
            append_vertices(vector, geometry, FALSE);
    } else {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
            append_geometry(vector, OGR_G_GetGeometryRef(geometry, i), dimension);
    }
}

static guint64
count_vertices(OGRGeometryH geometry)
{
    guint64 n = (guint64)MAX(OGR_G_GetPointCount(geometry), 0);
    for (int i = 0; i < OGR_G_GetGeometryCount(geometry); i++)
        n += count_vertices(OGR_G_GetGeometryRef(geometry, i));
    return n;
}

static gboolean
check_degrees(const IncmapVector *vector, GError **error)
{
    for (guint i = 0; i < vector->points->len; i++) {
        IncmapLonLat p = g_array_index(vector->points, IncmapLonLat, i);
        if (!(fabs(p.lon_deg) <= 360.0001) || !(fabs(p.lat_deg) <= 90.0001))
            return incmap_fail(
                error, INCMAP_ERROR_INPUT,
                "%s: feature %" G_GINT64_FORMAT " lies at %.10g %.10g, which is no "
                "longitude and latitude%s",
                vector->path, (gint64)OGR_F_GetFID(vector->feature), p.lon_deg, p.lat_deg,
                vector->has_reference ? "" : ", and the file names no coordinate system; add it");
    }
    return TRUE;
}

gboolean
incmap_ogr_read_geometry(IncmapVector *vector, IncmapVectorRow *out_row, GError **error)
{
    g_array_set_size(vector->points, 0);
    g_array_set_size(vector->part_starts, 1);
    OGRGeometryH stored = OGR_F_GetGeometryRef(vector->feature);
    int dimension = stored == NULL ? -1 : find_dimension(stored);
    if (dimension >= 0 && count_vertices(stored) > INCMAP_MAX_VERTICES)
        return incmap_fail(
            error, INCMAP_ERROR_INPUT, "%s: feature %" G_GINT64_FORMAT " has more than %u vertices",
            vector->path, (gint64)OGR_F_GetFID(vector->feature), INCMAP_MAX_VERTICES);
    if (dimension >= 0) {
        OGRGeometryH linear = OGR_G_GetLinearGeometry(stored, 0, NULL);
        gboolean is_known = linear != NULL;
        if (is_known && vector->to_wgs84 != NULL)
            is_known = OGR_G_Transform(linear, vector->to_wgs84) == OGRERR_NONE;
        if (is_known)
            append_geometry(vector, linear, dimension);
        OGR_G_DestroyGeometry(linear);
        if (!is_known)
            return incmap_ogr_fail(error, vector->path, "a feature cannot be brought to degrees");
        if (!check_degrees(vector, error))
            return FALSE;
    }
    out_row->n_parts = vector->part_starts->len - 1;
    out_row->geometry = out_row->n_parts > 0 ? dimension : -1;
    out_row->points = (const IncmapLonLat *)(gpointer)vector->points->data;
    out_row->part_starts = (const guint32 *)(gpointer)vector->part_starts->data;
    return TRUE;
}
