/* SPDX-License-Identifier: MIT */
#include "project/clip.h"

#include <math.h>

typedef struct Pair Pair;
struct Pair {
    double v[2];
};

/* One edge of a window: what has sign * v[axis] <= sign * limit is inside. */
typedef struct Edge Edge;
struct Edge {
    int axis;
    double sign, limit;
};

IncmapWindow
incmap_window_of(const GArray *pairs)
{
    IncmapWindow window = {{HUGE_VAL, HUGE_VAL}, {-HUGE_VAL, -HUGE_VAL}};
    const Pair *pair = (const Pair *)(const void *)pairs->data;
    for (guint i = 0; i < pairs->len; i++)
        for (int axis = 0; axis < 2; axis++) {
            window.min[axis] = MIN(window.min[axis], pair[i].v[axis]);
            window.max[axis] = MAX(window.max[axis], pair[i].v[axis]);
        }
    return window;
}

gboolean
incmap_window_meets(IncmapWindow a, IncmapWindow b)
{
    return a.min[0] <= b.max[0] && b.min[0] <= a.max[0] && a.min[1] <= b.max[1] &&
           b.min[1] <= a.max[1];
}

gboolean
incmap_window_holds(IncmapWindow outer, IncmapWindow inner)
{
    return inner.min[0] >= outer.min[0] && inner.max[0] <= outer.max[0] &&
           inner.min[1] >= outer.min[1] && inner.max[1] <= outer.max[1];
}

static gboolean
is_inside(Pair pair, Edge edge)
{
    return edge.sign * (pair.v[edge.axis] - edge.limit) <= 0;
}

/* Where the step leaves through the edge. Reckoned from the inner end, whichever comes first. */
static Pair
cross(Pair inner, Pair outer, Edge edge)
{
    int other = 1 - edge.axis;
    double t = (edge.limit - inner.v[edge.axis]) / (outer.v[edge.axis] - inner.v[edge.axis]);
    Pair at;
    at.v[edge.axis] = edge.limit;
    at.v[other] = inner.v[other] + t * (outer.v[other] - inner.v[other]);
    return at;
}

static void
clip_ring_by_edge(const GArray *ring, Edge edge, GArray *out)
{
    const Pair *pair = (const Pair *)(const void *)ring->data;
    g_array_set_size(out, 0);
    if (ring->len == 0)
        return;
    Pair before = pair[ring->len - 1];
    gboolean was_inside = is_inside(before, edge);
    for (guint i = 0; i < ring->len; i++) {
        gboolean now_inside = is_inside(pair[i], edge);
        if (now_inside != was_inside) {
            Pair at = now_inside ? cross(pair[i], before, edge) : cross(before, pair[i], edge);
            g_array_append_val(out, at);
        }
        if (now_inside)
            g_array_append_val(out, pair[i]);
        before = pair[i];
        was_inside = now_inside;
    }
}

void
incmap_clip_ring(GArray *ring, IncmapWindow window, GArray *scratch)
{
    for (int axis = 0; axis < 2; axis++) {
        IncmapWindow own = incmap_window_of(ring);
        if (own.min[axis] < window.min[axis]) {
            clip_ring_by_edge(ring, (Edge){axis, -1, window.min[axis]}, scratch);
            g_array_set_size(ring, 0);
            g_array_append_vals(ring, scratch->data, scratch->len);
        }
        if (own.max[axis] > window.max[axis]) {
            clip_ring_by_edge(ring, (Edge){axis, 1, window.max[axis]}, scratch);
            g_array_set_size(ring, 0);
            g_array_append_vals(ring, scratch->data, scratch->len);
        }
    }
}

/* Liang and Barsky's parametric clip of one step (ACM Transactions on Graphics 3(1), 1984). */
static gboolean
clip_step(Pair from, Pair to, IncmapWindow window, double *out_t0, double *out_t1)
{
    double t0 = 0, t1 = 1;
    for (int axis = 0; axis < 2; axis++) {
        double d = to.v[axis] - from.v[axis];
        double enter = window.min[axis] - from.v[axis], leave = window.max[axis] - from.v[axis];
        if (d == 0) {
            if (enter > 0 || leave < 0)
                return FALSE;
            continue;
        }
        t0 = MAX(t0, d > 0 ? enter / d : leave / d);
        t1 = MIN(t1, d > 0 ? leave / d : enter / d);
    }
    *out_t0 = t0;
    *out_t1 = t1;
    return t0 < t1;
}

static Pair
along(Pair from, Pair to, double t)
{
    if (t <= 0)
        return from;
    if (t >= 1)
        return to;
    return (Pair){{from.v[0] + t * (to.v[0] - from.v[0]), from.v[1] + t * (to.v[1] - from.v[1])}};
}

void
incmap_clip_line(const GArray *line, IncmapWindow window, GArray *out_pairs, GArray *out_starts)
{
    const Pair *pair = (const Pair *)(const void *)line->data;
    gboolean is_drawing = FALSE;
    IncmapWindow own = incmap_window_of(line);
    if (!incmap_window_meets(own, window))
        return;
    if (incmap_window_holds(window, own) && line->len > 1) {
        guint32 start = out_pairs->len;
        g_array_append_val(out_starts, start);
        g_array_append_vals(out_pairs, line->data, line->len);
        return;
    }
    for (guint i = 1; i < line->len; i++) {
        double t0 = 0, t1 = 1;
        if (!clip_step(pair[i - 1], pair[i], window, &t0, &t1)) {
            is_drawing = FALSE;
            continue;
        }
        if (!is_drawing || t0 > 0) {
            guint32 start = out_pairs->len;
            Pair first = along(pair[i - 1], pair[i], t0);
            g_array_append_val(out_starts, start);
            g_array_append_val(out_pairs, first);
        }
        Pair last = along(pair[i - 1], pair[i], t1);
        g_array_append_val(out_pairs, last);
        is_drawing = t1 >= 1;
    }
}

static double
step_length(Pair from, Pair to)
{
    return MAX(fabs(to.v[0] - from.v[0]), fabs(to.v[1] - from.v[1]));
}

/* The points between @from and @to. */
static void
append_step(GArray *out, Pair from, Pair to, double step)
{
    guint n = (guint)MIN(ceil(step_length(from, to) / step), 10000);
    for (guint i = 1; i < n; i++) {
        Pair at = {
            {(from.v[0] * (n - i) + to.v[0] * i) / n, (from.v[1] * (n - i) + to.v[1] * i) / n}};
        g_array_append_val(out, at);
    }
}

void
incmap_densify(const GArray *pairs, double step, gboolean is_ring, GArray *out)
{
    const Pair *pair = (const Pair *)(const void *)pairs->data;
    guint done = 0; /* pairs already copied */
    g_array_set_size(out, 0);
    for (guint i = 1; i < pairs->len; i++) {
        if (step_length(pair[i - 1], pair[i]) <= step)
            continue;
        g_array_append_vals(out, pair + done, i - done);
        append_step(out, pair[i - 1], pair[i], step);
        done = i;
    }
    if (pairs->len > done)
        g_array_append_vals(out, pair + done, pairs->len - done);
    if (is_ring && pairs->len > 1 && step_length(pair[pairs->len - 1], pair[0]) > step)
        append_step(out, pair[pairs->len - 1], pair[0], step);
}
