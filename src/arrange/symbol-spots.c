/* SPDX-License-Identifier: MIT */
#include "arrange/symbol-spots.h"

#include "arrange/line-shape.h"

#include <math.h>

#define N_SCANS 15

static void
add_spot(GArray *spots, IncmapBox map, IncmapPoint at, double angle_rad)
{
    IncmapSpot spot = {at, angle_rad};
    if (incmap_box_has_point(map, at))
        g_array_append_val(spots, spot);
}

static int
compare_numbers(gconstpointer a, gconstpointer b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Where the level line at @y_pt crosses the edges of all rings. */
static GArray *
find_crossings(const IncmapLandFeature *area, double y_pt)
{
    GArray *crossings = g_array_new(FALSE, FALSE, sizeof(double));
    for (guint part = 0; part < area->n_parts; part++) {
        const IncmapPoint *ring = area->points + area->part_starts[part];
        guint n = area->part_starts[part + 1] - area->part_starts[part];
        for (guint i = 0; i < n; i++) {
            IncmapPoint a = ring[i], b = ring[(i + 1) % n];
            if ((a.y_pt <= y_pt) == (b.y_pt <= y_pt))
                continue;
            double x_pt = a.x_pt + (y_pt - a.y_pt) / (b.y_pt - a.y_pt) * (b.x_pt - a.x_pt);
            g_array_append_val(crossings, x_pt);
        }
    }
    g_array_sort(crossings, compare_numbers);
    return crossings;
}

/* Inside what of the area is on the map: the middle of the widest level stretch, those near the
 * middle preferred. */
static void
add_inside(GArray *spots, const IncmapLandFeature *area, IncmapBox map)
{
    IncmapBox box = {MAX(area->box.x0_pt, map.x0_pt), MAX(area->box.y0_pt, map.y0_pt),
                     MIN(area->box.x1_pt, map.x1_pt), MIN(area->box.y1_pt, map.y1_pt)};
    double best_pt = 0;
    IncmapPoint best = {0, 0};
    for (int i = 1; i < N_SCANS; i++) {
        double share = (double)i / N_SCANS;
        double y_pt = box.y0_pt + share * (box.y1_pt - box.y0_pt);
        g_autoptr(GArray) crossings = find_crossings(area, y_pt);
        for (guint k = 0; k + 1 < crossings->len; k += 2) {
            double x0_pt = MAX(g_array_index(crossings, double, k), box.x0_pt);
            double x1_pt = MIN(g_array_index(crossings, double, k + 1), box.x1_pt);
            double worth_pt = (x1_pt - x0_pt) * (1 - fabs(share - 0.5));
            if (worth_pt <= best_pt)
                continue;
            best_pt = worth_pt;
            best = (IncmapPoint){(x0_pt + x1_pt) / 2, y_pt};
        }
    }
    if (best_pt > 0)
        add_spot(spots, map, best, 0);
}

static void
add_at(GArray *spots, const IncmapPoint *line, guint n, double at_pt, IncmapBox map)
{
    for (guint i = 1; i < n; i++) {
        IncmapPoint a = line[i - 1], b = line[i];
        double length_pt = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
        if (at_pt > length_pt) {
            at_pt -= length_pt;
            continue;
        }
        double t = length_pt > 0 ? at_pt / length_pt : 0;
        IncmapPoint at = {a.x_pt + t * (b.x_pt - a.x_pt), a.y_pt + t * (b.y_pt - a.y_pt)};
        add_spot(spots, map, at, atan2(b.y_pt - a.y_pt, b.x_pt - a.x_pt));
        return;
    }
}

/* A file of one's own may hold a line that goes on far off the page. */
#define MAX_SPOTS 10000

static void
add_along(GArray *spots, const IncmapPoint *line, guint n, IncmapPlacement placement,
          double spacing_pt, IncmapBox map)
{
    double length_pt = incmap_line_shape_length(line, n);
    if (!isfinite(length_pt) || !(length_pt > 0))
        return;
    if (placement == INCMAP_PLACEMENT_LINE_CENTER || length_pt <= spacing_pt) {
        add_at(spots, line, n, length_pt / 2, map);
        return;
    }
    double count = MIN(floor(length_pt / spacing_pt), MAX_SPOTS);
    double start_pt = (length_pt - (count - 1) * spacing_pt) / 2;
    for (double i = 0; i < count; i++)
        add_at(spots, line, n, start_pt + i * spacing_pt, map);
}

GArray *
incmap_symbol_spots(const IncmapPainted *painted, IncmapPlacement placement, double spacing_pt,
                    IncmapBox map)
{
    const IncmapLandFeature *feature = painted->feature;
    GArray *spots = g_array_new(FALSE, FALSE, sizeof(IncmapSpot));
    gboolean is_along =
        placement != INCMAP_PLACEMENT_POINT && painted->geometry != INCMAP_GEOMETRY_POINT;
    if (incmap_painted_n_points(painted) == 0)
        return spots;
    if (!is_along && painted->geometry == INCMAP_GEOMETRY_POLYGON) {
        add_inside(spots, feature, map);
        return spots;
    }
    for (guint part = 0; part < feature->n_parts; part++) {
        const IncmapPoint *points = feature->points + feature->part_starts[part];
        guint n = feature->part_starts[part + 1] - feature->part_starts[part];
        if (is_along)
            add_along(spots, points, n, placement, spacing_pt, map);
        else if (painted->geometry == INCMAP_GEOMETRY_LINE && n > 0)
            add_spot(spots, map, points[0], 0);
        else
            for (guint i = 0; i < n; i++)
                add_spot(spots, map, points[i], 0);
    }
    return spots;
}
