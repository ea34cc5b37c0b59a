/* SPDX-License-Identifier: MIT */
/*
 * Everything is sorted instead of hashed, so that the result can't depend on
 * anything but the input.
 */
#include "layers/compile/edges.h"

#include <stdlib.h>

typedef struct Occurrence Occurrence;
struct Occurrence {
    IncmapE7 point;
    guint32 position;
};

typedef struct HalfEdge HalfEdge;
struct HalfEdge {
    guint32 a, b; /* a < b */
    gint32 owner;
    gboolean is_right; /* where the owner lies, walking from a to b */
};

static int
compare_points(IncmapE7 p, IncmapE7 q)
{
    if (p.lon_e7 != q.lon_e7)
        return p.lon_e7 < q.lon_e7 ? -1 : 1;
    return (p.lat_e7 > q.lat_e7) - (p.lat_e7 < q.lat_e7);
}

static int
compare_occurrences(gconstpointer a, gconstpointer b)
{
    const Occurrence *p = a;
    const Occurrence *q = b;
    int order = compare_points(p->point, q->point);
    return order != 0 ? order : (p->position > q->position) - (p->position < q->position);
}

static int
compare_half_edges(gconstpointer a, gconstpointer b)
{
    const HalfEdge *p = a;
    const HalfEdge *q = b;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    if (p->b != q->b)
        return p->b < q->b ? -1 : 1;
    if (p->is_right != q->is_right)
        return p->is_right ? 1 : -1;
    return (p->owner > q->owner) - (p->owner < q->owner);
}

/* Fills edges->points; returns which of them each vertex of the polygons is, in order. */
static guint32 *
number_points(IncmapEdges *edges, const IncmapShapes *polygons)
{
    g_autoptr(GArray) all = g_array_new(FALSE, FALSE, sizeof(Occurrence));
    for (guint i = 0; i < polygons->shapes->len; i++) {
        const IncmapShape *shape = g_ptr_array_index(polygons->shapes, i);
        for (guint32 k = 0; k < shape->part_starts[shape->n_parts]; k++) {
            Occurrence occurrence = {shape->points[k], all->len};
            g_array_append_val(all, occurrence);
        }
    }
    if (all->len > 0)
        qsort(all->data, all->len, sizeof(Occurrence), compare_occurrences);
    guint32 *numbers = g_new(guint32, (gsize)all->len + 1);
    for (guint i = 0; i < all->len; i++) {
        const Occurrence *at = &g_array_index(all, Occurrence, i);
        if (i == 0 || compare_points(at[-1].point, at->point) != 0)
            g_array_append_val(edges->points, at->point);
        numbers[at->position] = edges->points->len - 1;
    }
    return numbers;
}

static GArray *
collect_half_edges(const IncmapShapes *polygons, const guint32 *numbers)
{
    GArray *halves = g_array_new(FALSE, FALSE, sizeof(HalfEdge));
    gsize before = 0;
    for (guint i = 0; i < polygons->shapes->len; i++) {
        const IncmapShape *shape = g_ptr_array_index(polygons->shapes, i);
        for (guint32 part = 0; part < shape->n_parts; part++)
            for (guint32 k = shape->part_starts[part]; k + 1 < shape->part_starts[part + 1]; k++) {
                guint32 p = numbers[before + k];
                guint32 q = numbers[before + k + 1];
                HalfEdge half = {MIN(p, q), MAX(p, q), (gint32)i, p < q};
                if (p != q)
                    g_array_append_val(halves, half);
            }
        before += shape->part_starts[shape->n_parts];
    }
    if (halves->len > 0)
        qsort(halves->data, halves->len, sizeof(HalfEdge), compare_half_edges);
    return halves;
}

static gboolean
is_on_cut(IncmapE7 p, IncmapE7 q)
{
    return (p.lon_e7 == q.lon_e7 && ABS((gint64)p.lon_e7) == INCMAP_HALF_TURN_E7) ||
           (p.lat_e7 == q.lat_e7 && p.lat_e7 == -INCMAP_HALF_TURN_E7 / 2);
}

static void
set_owner(IncmapEdges *edges, IncmapEdge *edge, const HalfEdge *half)
{
    gint32 *side = half->is_right ? &edge->right : &edge->left;
    if (*side == INCMAP_OPEN)
        *side = half->owner;
    else
        edges->n_overlapping++;
}

static void
append_edge(IncmapEdges *edges, IncmapEdge *edge)
{
    /* Where a polygon touches itself nothing is bounded. */
    if (edge->left == edge->right)
        return;
    IncmapE7 p = g_array_index(edges->points, IncmapE7, edge->a);
    IncmapE7 q = g_array_index(edges->points, IncmapE7, edge->b);
    edge->is_seam = (edge->left == INCMAP_OPEN || edge->right == INCMAP_OPEN) && is_on_cut(p, q);
    g_array_append_val(edges->edges, *edge);
}

IncmapEdges *
incmap_edges_new(const IncmapShapes *polygons)
{
    IncmapEdges *edges = g_new0(IncmapEdges, 1);
    edges->points = g_array_new(FALSE, FALSE, sizeof(IncmapE7));
    edges->edges = g_array_new(FALSE, FALSE, sizeof(IncmapEdge));
    g_autofree guint32 *numbers = number_points(edges, polygons);
    g_autoptr(GArray) halves = collect_half_edges(polygons, numbers);
    IncmapEdge edge = {0};
    for (guint i = 0; i < halves->len; i++) {
        const HalfEdge *half = &g_array_index(halves, HalfEdge, i);
        if (i == 0 || half->a != edge.a || half->b != edge.b) {
            if (i > 0)
                append_edge(edges, &edge);
            edge = (IncmapEdge){half->a, half->b, INCMAP_OPEN, INCMAP_OPEN, 0, FALSE};
        }
        set_owner(edges, &edge, half);
    }
    if (halves->len > 0)
        append_edge(edges, &edge);
    return edges;
}

void
incmap_edges_free(IncmapEdges *edges)
{
    if (edges == NULL)
        return;
    g_clear_pointer(&edges->points, g_array_unref);
    g_clear_pointer(&edges->edges, g_array_unref);
    g_free(edges);
}

static int
compare_point_keys(gconstpointer a, gconstpointer b)
{
    return compare_points(*(const IncmapE7 *)a, *(const IncmapE7 *)b);
}

static int
compare_edge_keys(gconstpointer a, gconstpointer b)
{
    const IncmapEdge *p = a;
    const IncmapEdge *q = b;
    if (p->a != q->a)
        return p->a < q->a ? -1 : 1;
    return (p->b > q->b) - (p->b < q->b);
}

static IncmapEdge *
find_edge(IncmapEdges *edges, IncmapE7 p, IncmapE7 q)
{
    guint at[2] = {0};
    if (!g_array_binary_search(edges->points, &p, compare_point_keys, &at[0]) ||
        !g_array_binary_search(edges->points, &q, compare_point_keys, &at[1]))
        return NULL;
    IncmapEdge key = {.a = MIN(at[0], at[1]), .b = MAX(at[0], at[1])};
    guint found = 0;
    if (!g_array_binary_search(edges->edges, &key, compare_edge_keys, &found))
        return NULL;
    return &g_array_index(edges->edges, IncmapEdge, found);
}

guint
incmap_edges_mark(IncmapEdges *edges, const IncmapShape *line, guint32 part, guint32 mark)
{
    guint n_missed = 0;
    for (guint32 i = line->part_starts[part]; i + 1 < line->part_starts[part + 1]; i++) {
        IncmapEdge *edge = find_edge(edges, line->points[i], line->points[i + 1]);
        if (edge != NULL)
            edge->mark = mark;
        else
            n_missed++;
    }
    return n_missed;
}
