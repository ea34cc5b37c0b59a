/* SPDX-License-Identifier: MIT */
/*
 * Meridians and parallels.
 */
#include "project/land.h"

#include "scene/say.h"

#include <math.h>

static const double intervals_deg[] = {0.1, 0.25, 0.5, 1, 2, 5, 10, 15, 20, 30};

/* The shorter side of the map box shows four or five lines. */
static double
choose_interval_deg(const IncmapFrame *frame)
{
    double side_pt = MIN(incmap_box_width(frame->map), incmap_box_height(frame->map));
    for (gsize i = 0; i < G_N_ELEMENTS(intervals_deg); i++)
        if (intervals_deg[i] * 111195 / frame->m_per_pt >= side_pt / 5)
            return intervals_deg[i];
    return 30;
}

/* Towards the poles meridians come together: fewer of them, but down to middle latitudes the same
 * interval both ways. */
static double
choose_meridians_deg(const IncmapFrame *frame, double interval_deg)
{
    double squeeze = MIN(1.6 * cos(frame->centre.lat_deg * (G_PI / 180)), 1);
    for (gsize i = 0; i < G_N_ELEMENTS(intervals_deg); i++)
        if (intervals_deg[i] >= interval_deg &&
            intervals_deg[i] >= interval_deg / MAX(squeeze, 0.1))
            return intervals_deg[i];
    return MAX(interval_deg, 30);
}

static void
append_place(GArray *line, double lon_deg, double lat_deg)
{
    IncmapLonLat place = {lon_deg, lat_deg};
    g_array_append_val(line, place);
}

/* "10° E"; the sides of the world only where there are two. */
static const char *
write_label(IncmapScene *scene, double deg, IncmapSaying positive, IncmapSaying negative)
{
    char number[G_ASCII_DTOSTR_BUF_SIZE];
    g_ascii_formatd(number, sizeof number, "%.10g", fabs(deg));
    if (deg == 0 || fabs(deg) == 180)
        return incmap_scene_printf(scene, "%s°", number);
    return incmap_say_with(scene, deg > 0 ? positive : negative, "n", number, NULL);
}

/* Where the line enters and leaves the map box, for labels at the edge. */
static void
add_ends(const IncmapLandFeature *feature, IncmapBox map, GArray *properties)
{
    g_autoptr(GArray) pairs = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    IncmapWindow window = {{map.x0_pt, map.y0_pt}, {map.x1_pt, map.y1_pt}};
    for (guint part = 0; part < feature->n_parts; part++) {
        guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
        GArray line = {(gchar *)(feature->points + start), end - start};
        incmap_clip_line(&line, window, pairs, starts);
    }
    if (pairs->len == 0)
        return;
    IncmapPoint first = g_array_index(pairs, IncmapPoint, 0);
    IncmapPoint last = g_array_index(pairs, IncmapPoint, pairs->len - 1);
    incmap_land_add_number(properties, "x0", first.x_pt);
    incmap_land_add_number(properties, "y0", first.y_pt);
    incmap_land_add_number(properties, "x1", last.x_pt);
    incmap_land_add_number(properties, "y1", last.y_pt);
}

static void
add_line(IncmapLandJob *job, IncmapLandLayer *layer, const GArray *line, double deg,
         gboolean is_meridian)
{
    incmap_cutter_line(&job->cutter, line, job->points, job->starts);
    IncmapLandFeature *feature = incmap_land_job_take(job, layer);
    if (feature == NULL)
        return;
    g_autoptr(GArray) properties = g_array_new(FALSE, FALSE, sizeof(IncmapProperty));
    feature->name =
        is_meridian
            ? write_label(job->scene, deg, INCMAP_SAY_DEGREE_EAST, INCMAP_SAY_DEGREE_WEST)
            : write_label(job->scene, deg, INCMAP_SAY_DEGREE_NORTH, INCMAP_SAY_DEGREE_SOUTH);
    incmap_land_add_number(properties, "deg", deg);
    incmap_land_add_text(properties, "axis", is_meridian ? "lon" : "lat");
    incmap_land_add_text(properties, "label", feature->name);
    add_ends(feature, job->frame->map, properties);
    feature->n_properties = properties->len;
    feature->properties = g_memdup2(properties->data, properties->len * sizeof(IncmapProperty));
    feature->label = feature->points[0];
}

static void
add_meridians(IncmapLandJob *job, IncmapLandLayer *layer, double interval_deg)
{
    IncmapExtent extent = job->frame->extent;
    g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    int first = (int)ceil(extent.west_deg / interval_deg - 1e-9);
    int last = (int)floor(extent.east_deg / interval_deg + 1e-9);
    if (extent.east_deg - extent.west_deg > 359.999)
        last--; /* -180 and 180 are one */
    for (int i = first; i <= last; i++) {
        double lon = incmap_wrap_lon(i * interval_deg);
        /* Near a pole only every quarter goes on to it. */
        double limit = fmod(fabs(lon), 90) < 1e-9 ? 90 : 90 - MIN(interval_deg, 10);
        double south = MAX(extent.south_deg, -limit), north = MIN(extent.north_deg, limit);
        g_array_set_size(line, 0);
        append_place(line, lon, south);
        append_place(line, lon, north);
        if (south < north)
            add_line(job, layer, line, lon == -180 ? 180 : lon, TRUE);
    }
}

static void
add_parallels(IncmapLandJob *job, IncmapLandLayer *layer, double interval_deg)
{
    IncmapExtent extent = job->frame->extent;
    g_autoptr(GArray) line = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    int first = (int)ceil(extent.south_deg / interval_deg - 1e-9);
    int last = (int)floor(extent.north_deg / interval_deg + 1e-9);
    for (int i = first; i <= last; i++) {
        if (fabs(i * interval_deg) > 90 - 1e-9)
            continue;
        g_array_set_size(line, 0);
        append_place(line, extent.west_deg, i * interval_deg);
        append_place(line, extent.east_deg, i * interval_deg);
        add_line(job, layer, line, i * interval_deg, FALSE);
    }
}

IncmapLandLayer *
incmap_land_graticule(IncmapLandJob *job, double interval_deg)
{
    IncmapLandLayer *layer = incmap_land_layer_new("graticule", INCMAP_GEOMETRY_LINE);
    double meridians_deg = interval_deg;
    if (!(interval_deg >= 0.01 && interval_deg <= 90)) {
        interval_deg = choose_interval_deg(job->frame);
        meridians_deg = choose_meridians_deg(job->frame, interval_deg);
    }
    add_meridians(job, layer, meridians_deg);
    add_parallels(job, layer, interval_deg);
    return layer;
}
