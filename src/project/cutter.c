/* SPDX-License-Identifier: MIT */
#include "project/cutter.h"

#include <math.h>

static const double earth_radius_m = 6371008.8;

/* A parallel of latitude leaves the chord over L radians by at most R L^2 / 16 in true scale; four
 * times that allows for projections that stretch. Steps are split until it is below 0.1 pt. */
static double
choose_step_deg(double m_per_pt)
{
    double step_rad = sqrt(0.1 * m_per_pt * 4 / earth_radius_m);
    return CLAMP(step_rad * (180 / G_PI), 0.005, 4);
}

/* Largest angle from the centre to the edge of the box; the reach where that is nearer. */
static double
measure_cap_deg(const IncmapCutter *cutter)
{
    const IncmapTransform *transform = cutter->transform;
    double largest = 0;
    for (int i = 0; i <= 32; i++) {
        double x = cutter->box.min[0] + (cutter->box.max[0] - cutter->box.min[0]) * i / 32;
        double y = cutter->box.min[1] + (cutter->box.max[1] - cutter->box.min[1]) * i / 32;
        IncmapPoint edge[] = {{x, cutter->box.min[1]},
                              {x, cutter->box.max[1]},
                              {cutter->box.min[0], y},
                              {cutter->box.max[0], y}};
        for (gsize k = 0; k < G_N_ELEMENTS(edge); k++) {
            IncmapLonLat place;
            if (!incmap_transform_inverse((gpointer)transform, edge[k], &place))
                return transform->reach_deg;
            largest = MAX(largest, incmap_angle_deg(transform->origin, place));
        }
    }
    return MIN(largest * 1.05 + 0.5, transform->reach_deg);
}

static gboolean
is_pole_in_box(const IncmapCutter *cutter, double lat_deg)
{
    IncmapPoint at;
    return incmap_transform_forward((gpointer)cutter->transform, (IncmapLonLat){0, lat_deg}, &at) &&
           at.x_pt >= cutter->box.min[0] && at.x_pt <= cutter->box.max[0] &&
           at.y_pt >= cutter->box.min[1] && at.y_pt <= cutter->box.max[1];
}

/* Beyond these an azimuthal map is cut to a cap. */
static gboolean
needs_cap(const IncmapCutter *cutter, IncmapExtent extent)
{
    return cutter->transform->family == INCMAP_FAMILY_AZIMUTHAL &&
           (extent.east_deg - extent.west_deg > 170 || cutter->cap_deg > 80 ||
            is_pole_in_box(cutter, 90) || is_pole_in_box(cutter, -90));
}

/* The extent, with longitudes turned so that they stand around the origin; the whole reach when the
 * extent lies across the cut. */
static IncmapWindow
make_window(const IncmapTransform *transform, IncmapExtent extent)
{
    double origin = transform->origin.lon_deg;
    double middle = (extent.west_deg + extent.east_deg) / 2;
    double turn = 360 * round((origin - middle) / 360);
    IncmapWindow window = {{extent.west_deg + turn, extent.south_deg},
                           {extent.east_deg + turn, extent.north_deg}};
    if (transform->family == INCMAP_FAMILY_AZIMUTHAL)
        return window;
    double west = origin - transform->half_lon_deg, east = origin + transform->half_lon_deg;
    if (window.min[0] < west || window.max[0] > east) {
        window.min[0] = west;
        window.max[0] = east;
    }
    window.min[1] = MAX(window.min[1], transform->min_lat_deg);
    window.max[1] = MIN(window.max[1], transform->max_lat_deg);
    return window;
}

void
incmap_cutter_init(IncmapCutter *cutter, const IncmapFrame *frame)
{
    const IncmapTransform *transform = frame->transform;
    IncmapBox box = incmap_box_grow(frame->map, INCMAP_CUT_MARGIN_PT);
    *cutter = (IncmapCutter){.transform = transform,
                             .box = {{box.x0_pt, box.y0_pt}, {box.x1_pt, box.y1_pt}},
                             .step_deg = choose_step_deg(frame->m_per_pt),
                             .shape = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat)),
                             .dense = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat)),
                             .page = g_array_new(FALSE, FALSE, sizeof(IncmapPoint)),
                             .spare = g_array_new(FALSE, FALSE, sizeof(IncmapPoint)),
                             .starts = g_array_new(FALSE, FALSE, sizeof(guint32))};
    if (transform->family == INCMAP_FAMILY_AZIMUTHAL)
        cutter->cap_deg = measure_cap_deg(cutter);
    cutter->cap_centre = transform->origin;
    cutter->cap_centre.lon_deg += 1.3e-4;
    cutter->cap_centre.lat_deg += transform->origin.lat_deg > 0 ? -0.7e-4 : 0.7e-4;
    cutter->is_cap = needs_cap(cutter, frame->extent);
    cutter->window = make_window(transform, frame->extent);
}

void
incmap_cutter_clear(IncmapCutter *cutter)
{
    g_clear_pointer(&cutter->shape, g_array_unref);
    g_clear_pointer(&cutter->dense, g_array_unref);
    g_clear_pointer(&cutter->page, g_array_unref);
    g_clear_pointer(&cutter->spare, g_array_unref);
    g_clear_pointer(&cutter->starts, g_array_unref);
}

/* Projects @n places into cutter->page, leaving out those that can't be shown. */
static void
project(IncmapCutter *cutter, IncmapLonLat *places, guint n)
{
    g_array_set_size(cutter->page, n);
    IncmapPoint *page = (IncmapPoint *)(void *)cutter->page->data;
    incmap_transform_bulk(cutter->transform, places, n, page);
    guint kept = 0;
    for (guint i = 0; i < n; i++)
        if (isfinite(page[i].x_pt) && isfinite(page[i].y_pt))
            page[kept++] = page[i];
    g_array_set_size(cutter->page, kept);
}

/* As round() to 1/100 for lengths on a page, without its call. */
static double
snap(double pt)
{
    return (double)(gint64)(pt * 100 + (pt < 0 ? -0.5 : 0.5)) / 100;
}

/* A ring that has shrunk to a line along the horizon or the edge of a window. */
static gboolean
is_flat(const IncmapPoint *point, guint n)
{
    const double least_pt2 = 0.01;
    double twice = 0;
    for (guint i = 1; i + 1 < n; i++)
        twice += (point[i].x_pt - point[0].x_pt) * (point[i + 1].y_pt - point[0].y_pt) -
                 (point[i + 1].x_pt - point[0].x_pt) * (point[i].y_pt - point[0].y_pt);
    return fabs(twice) < 2 * least_pt2;
}

/* Appends @n points rounded, without repetitions; as a ring or line only when enough are left. */
static void
append_snapped(const IncmapPoint *points, guint n, gboolean is_ring, GArray *out_points,
               GArray *out_starts)
{
    guint32 start = out_points->len;
    for (guint i = 0; i < n; i++) {
        IncmapPoint point = {snap(points[i].x_pt), snap(points[i].y_pt)};
        if (out_points->len > start) {
            IncmapPoint last = g_array_index(out_points, IncmapPoint, out_points->len - 1);
            if (last.x_pt == point.x_pt && last.y_pt == point.y_pt)
                continue;
        }
        g_array_append_val(out_points, point);
    }
    while (is_ring && out_points->len > start + 1) {
        IncmapPoint first = g_array_index(out_points, IncmapPoint, start);
        IncmapPoint last = g_array_index(out_points, IncmapPoint, out_points->len - 1);
        if (first.x_pt != last.x_pt || first.y_pt != last.y_pt)
            break;
        g_array_set_size(out_points, out_points->len - 1);
    }
    guint kept = out_points->len - start;
    if (kept < (is_ring ? 3 : 2) ||
        (is_ring && is_flat(&g_array_index(out_points, IncmapPoint, start), kept)))
        g_array_set_size(out_points, start);
    else
        g_array_append_val(out_starts, start);
}

/* cutter->dense to the page. */
static void
finish_ring(IncmapCutter *cutter, GArray *out_points, GArray *out_starts)
{
    project(cutter, (IncmapLonLat *)(void *)cutter->dense->data, cutter->dense->len);
    incmap_clip_ring(cutter->page, cutter->box, cutter->spare);
    append_snapped((const IncmapPoint *)(const void *)cutter->page->data, cutter->page->len, TRUE,
                   out_points, out_starts);
}

/* The area of the parts from @part up to @end. */
static double
area_of_parts(const GArray *points, const GArray *starts, guint part, guint end)
{
    double sum = 0;
    for (; part < end; part++) {
        guint32 first = g_array_index(starts, guint32, part);
        guint32 last =
            part + 1 < starts->len ? g_array_index(starts, guint32, part + 1) : points->len;
        sum += incmap_polygon_area(&g_array_index(points, IncmapPoint, first), last - first);
    }
    return sum;
}

/* A ring around the point opposite the centre is the circle but for what is in view of it: when
 * that is nothing, both would stand for nothing with twice the area of the page. */
static void
cut_ring_by_cap(IncmapCutter *cutter, const GArray *ring, GArray *out_points, GArray *out_starts)
{
    const double hardly_any = 1e-3;
    gboolean is_turned = FALSE;
    guint n_points = out_points->len, first_part = out_starts->len;
    incmap_densify(ring, cutter->step_deg, TRUE, cutter->shape);
    incmap_cap_ring(cutter->cap_centre, cutter->cap_deg, cutter->shape, cutter->dense, &is_turned);
    finish_ring(cutter, out_points, out_starts);
    if (!is_turned)
        return;
    guint turned_part = out_starts->len;
    incmap_cap_circle(cutter->cap_centre, cutter->cap_deg, cutter->dense);
    finish_ring(cutter, out_points, out_starts);
    double inside = area_of_parts(out_points, out_starts, first_part, turned_part);
    double whole = area_of_parts(out_points, out_starts, turned_part, out_starts->len);
    if (fabs(inside - whole) <= hardly_any * whole) {
        g_array_set_size(out_points, n_points);
        g_array_set_size(out_starts, first_part);
    }
}

/* The smallest turn (a multiple of 360) that brings longitudes up to @east into the window. */
static double
first_turn(const IncmapCutter *cutter, double east_deg)
{
    return 360 * ceil((cutter->window.min[0] - east_deg) / 360);
}

static void
copy_turned(const GArray *from, double turn_deg, GArray *out)
{
    g_array_set_size(out, 0);
    g_array_append_vals(out, from->data, from->len);
    if (turn_deg != 0)
        for (guint i = 0; i < out->len; i++)
            g_array_index(out, IncmapLonLat, i).lon_deg += turn_deg;
}

void
incmap_cutter_ring(IncmapCutter *cutter, const GArray *ring, GArray *out_points, GArray *out_starts)
{
    if (cutter->is_cap) {
        cut_ring_by_cap(cutter, ring, out_points, out_starts);
        return;
    }
    IncmapWindow own = incmap_window_of(ring);
    for (double turn = first_turn(cutter, own.max[0]); own.min[0] + turn <= cutter->window.max[0];
         turn += 360) {
        copy_turned(ring, turn, cutter->shape);
        incmap_clip_ring(cutter->shape, cutter->window, cutter->dense);
        incmap_densify(cutter->shape, cutter->step_deg, TRUE, cutter->dense);
        finish_ring(cutter, out_points, out_starts);
    }
}

/* The piece of cutter->dense from @from up to @to, to the page. */
static void
finish_line(IncmapCutter *cutter, guint from, guint to, GArray *out_points, GArray *out_starts)
{
    project(cutter, &g_array_index(cutter->dense, IncmapLonLat, from), to - from);
    g_array_set_size(cutter->spare, 0);
    g_array_set_size(cutter->starts, 0);
    incmap_clip_line(cutter->page, cutter->box, cutter->spare, cutter->starts);
    for (guint i = 0; i < cutter->starts->len; i++) {
        guint32 start = g_array_index(cutter->starts, guint32, i);
        guint32 end = i + 1 < cutter->starts->len ? g_array_index(cutter->starts, guint32, i + 1)
                                                  : cutter->spare->len;
        append_snapped(&g_array_index(cutter->spare, IncmapPoint, start), end - start, FALSE,
                       out_points, out_starts);
    }
}

static void
cut_line_by_cap(IncmapCutter *cutter, const GArray *line, GArray *out_points, GArray *out_starts)
{
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    incmap_densify(line, cutter->step_deg, FALSE, cutter->shape);
    g_array_set_size(cutter->dense, 0);
    incmap_cap_line(cutter->cap_centre, cutter->cap_deg, cutter->shape, cutter->dense, starts);
    for (guint i = 0; i < starts->len; i++) {
        guint end =
            i + 1 < starts->len ? g_array_index(starts, guint32, i + 1) : cutter->dense->len;
        finish_line(cutter, g_array_index(starts, guint32, i), end, out_points, out_starts);
    }
}

static void
cut_line_by_window(IncmapCutter *cutter, GArray *pieces, GArray *starts, GArray *out_points,
                   GArray *out_starts)
{
    for (guint i = 0; i < starts->len; i++) {
        guint start = g_array_index(starts, guint32, i);
        guint end = i + 1 < starts->len ? g_array_index(starts, guint32, i + 1) : pieces->len;
        GArray piece = {(gchar *)&g_array_index(pieces, IncmapLonLat, start), end - start};
        incmap_densify(&piece, cutter->step_deg, FALSE, cutter->dense);
        finish_line(cutter, 0, cutter->dense->len, out_points, out_starts);
    }
}

void
incmap_cutter_line(IncmapCutter *cutter, const GArray *line, GArray *out_points, GArray *out_starts)
{
    if (cutter->is_cap) {
        cut_line_by_cap(cutter, line, out_points, out_starts);
        return;
    }
    g_autoptr(GArray) pieces = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    IncmapWindow own = incmap_window_of(line);
    for (double turn = first_turn(cutter, own.max[0]); own.min[0] + turn <= cutter->window.max[0];
         turn += 360) {
        copy_turned(line, turn, cutter->shape);
        g_array_set_size(pieces, 0);
        g_array_set_size(starts, 0);
        incmap_clip_line(cutter->shape, cutter->window, pieces, starts);
        cut_line_by_window(cutter, pieces, starts, out_points, out_starts);
    }
}

void
incmap_cutter_outline(const IncmapCutter *cutter, GArray *out_ring)
{
    if (cutter->is_cap) {
        incmap_cap_circle(cutter->transform->origin, cutter->cap_deg, out_ring);
        return;
    }
    IncmapWindow window = cutter->window;
    IncmapLonLat corners[] = {{window.min[0], window.min[1]},
                              {window.max[0], window.min[1]},
                              {window.max[0], window.max[1]},
                              {window.min[0], window.max[1]}};
    GArray ring = {(gchar *)corners, G_N_ELEMENTS(corners)};
    incmap_densify(&ring, MIN(cutter->step_deg, 1), TRUE, out_ring);
}

void
incmap_cutter_sphere(IncmapCutter *cutter, GArray *out_points, GArray *out_starts)
{
    incmap_cutter_outline(cutter, cutter->dense);
    finish_ring(cutter, out_points, out_starts);
}
