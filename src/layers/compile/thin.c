/* SPDX-License-Identifier: MIT */
#include "layers/compile/thin.h"

#include <math.h>

#define M_PER_DEG 111195.0 /* on the sphere of radius 6371 km */
/* A triangle of this much of the square of the tolerance goes. */
#define AREA_SHARE 1.6
/* An island smaller than this much of the square of the tolerance vanishes. */
#define ISLAND_SHARE 0.4
/* So many of a ring's vertices, besides its first, are never taken. */
#define N_RING_VERTICES 3

/* The vertices of an arc that are left, as a list, and a heap with the smallest on top. */
typedef struct Thinning Thinning;
struct Thinning {
    const IncmapE7 *points;
    guint32 n_points;
    guint32 *before, *after;
    double *area_m2;
    guint32 *heap;  /* vertices */
    guint32 *place; /* of each vertex in the heap */
    guint32 n_heap;
};

static double
measure_triangle(IncmapE7 a, IncmapE7 b, IncmapE7 c)
{
    double unit_y = M_PER_DEG / INCMAP_E7;
    double unit_x = unit_y * cos((double)b.lat_e7 / INCMAP_E7 * G_PI / 180);
    double ax = ((double)a.lon_e7 - b.lon_e7) * unit_x;
    double ay = ((double)a.lat_e7 - b.lat_e7) * unit_y;
    double cx = ((double)c.lon_e7 - b.lon_e7) * unit_x;
    double cy = ((double)c.lat_e7 - b.lat_e7) * unit_y;
    double area_m2 = fabs(ax * cy - ay * cx) / 2;
    double lengths = sqrt((ax * ax + ay * ay) * (cx * cx + cy * cy));
    double cosine = lengths > 0 ? (ax * cx + ay * cy) / lengths : 1;
    return area_m2 * (1 - 0.7 * cosine);
}

static gboolean
is_less(const Thinning *t, guint32 p, guint32 q)
{
    return t->area_m2[p] != t->area_m2[q] ? t->area_m2[p] < t->area_m2[q] : p < q;
}

static void
put(Thinning *t, guint32 place, guint32 vertex)
{
    t->heap[place] = vertex;
    t->place[vertex] = place;
}

static void
sift(Thinning *t, guint32 place)
{
    guint32 vertex = t->heap[place];
    while (place > 0 && is_less(t, vertex, t->heap[(place - 1) / 2])) {
        put(t, place, t->heap[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
    for (;;) {
        guint32 child = 2 * place + 1;
        if (child + 1 < t->n_heap && is_less(t, t->heap[child + 1], t->heap[child]))
            child++;
        if (child >= t->n_heap || !is_less(t, t->heap[child], vertex))
            break;
        put(t, place, t->heap[child]);
        place = child;
    }
    put(t, place, vertex);
}

static guint32
pop(Thinning *t)
{
    guint32 top = t->heap[0];
    guint32 last = t->heap[--t->n_heap];
    if (t->n_heap > 0) {
        put(t, 0, last);
        sift(t, 0);
    }
    return top;
}

static void
measure_again(Thinning *t, guint32 vertex, double at_least_m2)
{
    if (vertex == 0 || vertex == t->n_points - 1)
        return;
    double area_m2 = measure_triangle(t->points[t->before[vertex]], t->points[vertex],
                                      t->points[t->after[vertex]]);
    t->area_m2[vertex] = MAX(area_m2, at_least_m2);
    sift(t, t->place[vertex]);
}

static void
thinning_init(Thinning *t, const IncmapE7 *points, guint32 n_points)
{
    *t = (Thinning){.points = points, .n_points = n_points, .n_heap = n_points - 2};
    t->before = g_new(guint32, n_points);
    t->after = g_new(guint32, n_points);
    t->heap = g_new(guint32, n_points);
    t->place = g_new0(guint32, n_points);
    t->area_m2 = g_new0(double, n_points);
    for (guint32 i = 0; i < n_points; i++) {
        t->before[i] = i - 1;
        t->after[i] = i + 1;
    }
    for (guint32 i = 1; i + 1 < n_points; i++) {
        t->area_m2[i] = measure_triangle(points[i - 1], points[i], points[i + 1]);
        put(t, i - 1, i);
    }
    for (guint32 i = t->n_heap; i-- > 0;)
        sift(t, i);
}

static void
thinning_clear(Thinning *t)
{
    g_free(t->before);
    g_free(t->after);
    g_free(t->heap);
    g_free(t->place);
    g_free(t->area_m2);
}

static void
rank_arc(const IncmapArc *arc, const IncmapE7 *points, float *importance)
{
    importance[0] = importance[arc->n_points - 1] = INFINITY;
    if (arc->n_points < 3)
        return;
    Thinning t = {0};
    thinning_init(&t, points, arc->n_points);
    guint32 n_kept = arc->is_ring ? N_RING_VERTICES : 0;
    while (t.n_heap > 0) {
        gboolean is_kept = t.n_heap <= n_kept;
        guint32 vertex = pop(&t);
        double area_m2 = t.area_m2[vertex];
        importance[vertex] = is_kept ? INFINITY : (float)sqrt(area_m2 / AREA_SHARE);
        guint32 before = t.before[vertex];
        guint32 after = t.after[vertex];
        t.after[before] = after;
        t.before[after] = before;
        measure_again(&t, before, area_m2);
        measure_again(&t, after, area_m2);
    }
    thinning_clear(&t);
}

void
incmap_thin_rank(IncmapArcs *arcs)
{
    g_array_set_size(arcs->importance, arcs->points->len);
    for (guint i = 0; i < arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(arcs, i);
        rank_arc(arc, incmap_arcs_points(arcs, i),
                 &g_array_index(arcs->importance, float, arc->first_point));
    }
}

double
incmap_thin_area_m2(const IncmapE7 *points, guint32 n_points)
{
    double sum = 0;
    for (guint32 i = 0; i < n_points; i++) {
        IncmapE7 p = points[i];
        IncmapE7 q = points[(i + 1) % n_points];
        /* Along parallels the area east of the origin is a sine; exact for any size of ring. */
        double mean_deg = ((double)p.lat_e7 + q.lat_e7) / 2 / INCMAP_E7;
        double width_deg = ((double)q.lon_e7 - p.lon_e7) / INCMAP_E7;
        sum += width_deg * sin(mean_deg * G_PI / 180);
    }
    double radius_m = M_PER_DEG * 180 / G_PI;
    return sum * G_PI / 180 * radius_m * radius_m;
}

void
incmap_thin_arc(const IncmapArcs *arcs, guint32 arc, double tolerance_m, GArray *points)
{
    const IncmapArc *a = incmap_arcs_get(arcs, arc);
    const IncmapE7 *p = incmap_arcs_points(arcs, arc);
    if (tolerance_m > 0 && a->is_area && !a->is_kept &&
        fabs(incmap_thin_area_m2(p, a->n_points)) < ISLAND_SHARE * tolerance_m * tolerance_m)
        return;
    const float *importance = &g_array_index(arcs->importance, float, a->first_point);
    for (guint32 i = 0; i < a->n_points; i++)
        if (importance[i] >= (float)tolerance_m)
            g_array_append_val(points, p[i]);
}
