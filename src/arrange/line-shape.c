/* SPDX-License-Identifier: MIT */
#include "arrange/line-shape.h"

#include <math.h>

/* Nearer vertices would only make loops beside a bend. */
#define THIN_PT 0.25
#define MAX_MITER 2.0

static double
distance(IncmapPoint a, IncmapPoint b)
{
    return hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
}

static GArray *
thin(const IncmapPoint *points, guint n_points)
{
    GArray *kept = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    for (guint i = 0; i < n_points; i++) {
        if (!isfinite(points[i].x_pt) || !isfinite(points[i].y_pt))
            continue;
        if (kept->len > 0 && i + 1 < n_points &&
            distance(g_array_index(kept, IncmapPoint, kept->len - 1), points[i]) < THIN_PT)
            continue;
        g_array_append_val(kept, points[i]);
    }
    return kept;
}

/* To the right of the way from @a to @b, of length 1; nothing when they are one. */
static IncmapPoint
normal(IncmapPoint a, IncmapPoint b)
{
    double length_pt = distance(a, b);
    if (!(length_pt > 0))
        return (IncmapPoint){0, 0};
    return (IncmapPoint){-(b.y_pt - a.y_pt) / length_pt, (b.x_pt - a.x_pt) / length_pt};
}

/* Positive for a ring that runs clockwise on the page: its right side is its inside. */
static double
ring_side(const GArray *ring)
{
    double sum = 0;
    for (guint i = 0; i < ring->len; i++) {
        IncmapPoint a = g_array_index(ring, IncmapPoint, i);
        IncmapPoint b = g_array_index(ring, IncmapPoint, (i + 1) % ring->len);
        sum += a.x_pt * b.y_pt - b.x_pt * a.y_pt;
    }
    return sum < 0 ? -1 : 1;
}

/* A vertex moved along the mean of the normals of its two sides. */
static IncmapPoint
move(const GArray *line, guint i, gboolean is_ring, double offset_pt)
{
    guint n = line->len;
    IncmapPoint at = g_array_index(line, IncmapPoint, i);
    gboolean has_before = is_ring || i > 0, has_after = is_ring || i + 1 < n;
    IncmapPoint before = has_before ? normal(g_array_index(line, IncmapPoint, (i + n - 1) % n), at)
                                    : (IncmapPoint){0, 0};
    IncmapPoint after =
        has_after ? normal(at, g_array_index(line, IncmapPoint, (i + 1) % n)) : (IncmapPoint){0, 0};
    IncmapPoint mean = {before.x_pt + after.x_pt, before.y_pt + after.y_pt};
    double length = hypot(mean.x_pt, mean.y_pt);
    if (length < 1e-6)
        return at;
    double sides = has_before && has_after ? 2 : 1;
    double miter = MIN(sides / length, MAX_MITER);
    return (IncmapPoint){at.x_pt + mean.x_pt / length * offset_pt * miter,
                         at.y_pt + mean.y_pt / length * offset_pt * miter};
}

void
incmap_line_shape_add(IncmapPath *path, const IncmapPoint *points, guint n_points, gboolean is_ring,
                      double offset_pt)
{
    g_autoptr(GArray) line = thin(points, n_points);
    if (line->len < 2)
        return;
    if (is_ring)
        offset_pt *= ring_side(line);
    for (guint i = 0; i < line->len; i++) {
        IncmapPoint at = offset_pt != 0 ? move(line, i, is_ring, offset_pt)
                                        : g_array_index(line, IncmapPoint, i);
        if (i == 0)
            incmap_path_move(path, at.x_pt, at.y_pt);
        else
            incmap_path_line(path, at.x_pt, at.y_pt);
    }
    if (is_ring)
        incmap_path_close(path);
}

double
incmap_line_shape_length(const IncmapPoint *points, guint n_points)
{
    double length_pt = 0;
    for (guint i = 1; i < n_points; i++)
        length_pt += distance(points[i - 1], points[i]);
    return length_pt;
}

void
incmap_line_shape_add_piece(IncmapPath *path, const IncmapPoint *points, guint n_points,
                            double from_pt, double to_pt)
{
    double start_pt = 0;
    gboolean is_open = FALSE;
    for (guint i = 1; i < n_points && start_pt < to_pt; i++) {
        IncmapPoint a = points[i - 1], b = points[i];
        double length_pt = distance(a, b), end_pt = start_pt + length_pt;
        if (end_pt > from_pt && length_pt > 0) {
            double t0 = MAX(0, (from_pt - start_pt) / length_pt);
            double t1 = MIN(1, (to_pt - start_pt) / length_pt);
            if (!is_open)
                incmap_path_move(path, a.x_pt + t0 * (b.x_pt - a.x_pt),
                                 a.y_pt + t0 * (b.y_pt - a.y_pt));
            is_open = TRUE;
            incmap_path_line(path, a.x_pt + t1 * (b.x_pt - a.x_pt),
                             a.y_pt + t1 * (b.y_pt - a.y_pt));
        }
        start_pt = end_pt;
    }
}
