/* SPDX-License-Identifier: MIT */
#include "layers/compile/arcs.h"

#include "layers/compile/extent.h"

#include <stdlib.h>

#define NO_EDGE G_MAXUINT32

/* Edges by the points they touch. */
typedef struct Web Web;
struct Web {
    const IncmapEdges *edges;
    IncmapArcs *arcs;
    guint32 *starts; /* of each point in touching, and the end */
    guint32 *touching;
    gboolean *is_walked;
};

IncmapArcs *
incmap_arcs_new(void)
{
    IncmapArcs *arcs = g_new0(IncmapArcs, 1);
    arcs->arcs = g_array_new(FALSE, FALSE, sizeof(IncmapArc));
    arcs->points = g_array_new(FALSE, FALSE, sizeof(IncmapE7));
    arcs->importance = g_array_new(FALSE, TRUE, sizeof(float));
    return arcs;
}

void
incmap_arcs_free(IncmapArcs *arcs)
{
    if (arcs == NULL)
        return;
    g_clear_pointer(&arcs->arcs, g_array_unref);
    g_clear_pointer(&arcs->points, g_array_unref);
    g_clear_pointer(&arcs->importance, g_array_unref);
    g_free(arcs);
}

static const IncmapEdge *
get_edge(const Web *web, guint32 edge)
{
    return &g_array_index(web->edges->edges, IncmapEdge, edge);
}

static void
web_init(Web *web, const IncmapEdges *edges, IncmapArcs *arcs)
{
    guint32 n_points = edges->points->len;
    guint32 n_edges = edges->edges->len;
    *web = (Web){
        .edges = edges,
        .arcs = arcs,
        .starts = g_new0(guint32, (gsize)n_points + 2),
        .touching = g_new0(guint32, (gsize)n_edges * 2 + 1),
        .is_walked = g_new0(gboolean, (gsize)n_edges + 1),
    };
    for (guint32 i = 0; i < n_edges; i++) {
        web->starts[get_edge(web, i)->a + 2]++;
        web->starts[get_edge(web, i)->b + 2]++;
    }
    for (guint32 i = 2; i < n_points + 2; i++)
        web->starts[i] += web->starts[i - 1];
    for (guint32 i = 0; i < n_edges; i++) {
        web->touching[web->starts[get_edge(web, i)->a + 1]++] = i;
        web->touching[web->starts[get_edge(web, i)->b + 1]++] = i;
    }
}

static void
web_clear(Web *web)
{
    g_free(web->starts);
    g_free(web->touching);
    g_free(web->is_walked);
}

/* The edge that continues @edge through @point in the same arc, or NO_EDGE at a node. */
static guint32
find_next(const Web *web, guint32 edge, guint32 point)
{
    guint32 start = web->starts[point];
    if (web->starts[point + 1] - start != 2)
        return NO_EDGE;
    guint32 next = web->touching[start] == edge ? web->touching[start + 1] : web->touching[start];
    const IncmapEdge *e = get_edge(web, edge);
    const IncmapEdge *n = get_edge(web, next);
    gboolean is_turned = (e->b == point) != (n->a == point);
    gint32 left = is_turned ? n->right : n->left;
    gint32 right = is_turned ? n->left : n->right;
    if (left != e->left || right != e->right || n->mark != e->mark || n->is_seam != e->is_seam)
        return NO_EDGE;
    return next;
}

static void
walk_arc(Web *web, guint32 edge, guint32 from)
{
    const IncmapEdge *first = get_edge(web, edge);
    gboolean is_forward = first->a == from;
    IncmapArc arc = {
        .theme = INCMAP_THEME_AREAS,
        .first_point = web->arcs->points->len,
        .left = is_forward ? first->left : first->right,
        .right = is_forward ? first->right : first->left,
        .mark = first->mark,
        .is_seam = first->is_seam,
    };
    guint32 point = from;
    g_array_append_val(web->arcs->points, g_array_index(web->edges->points, IncmapE7, point));
    while (edge != NO_EDGE && !web->is_walked[edge]) {
        web->is_walked[edge] = TRUE;
        const IncmapEdge *e = get_edge(web, edge);
        point = e->a == point ? e->b : e->a;
        g_array_append_val(web->arcs->points, g_array_index(web->edges->points, IncmapE7, point));
        edge = find_next(web, edge, point);
    }
    arc.n_points = web->arcs->points->len - arc.first_point;
    arc.is_ring = point == from;
    arc.is_area = arc.is_ring;
    g_array_append_val(web->arcs->arcs, arc);
}

void
incmap_arcs_add_edges(IncmapArcs *arcs, const IncmapEdges *edges)
{
    Web web = {0};
    web_init(&web, edges, arcs);
    /* First from the nodes, then what is left: rings without a node, from their westernmost point,
     * which no thinning should lose. */
    for (guint32 i = 0; i < edges->edges->len; i++) {
        const IncmapEdge *edge = get_edge(&web, i);
        if (!web.is_walked[i] && find_next(&web, i, edge->a) == NO_EDGE)
            walk_arc(&web, i, edge->a);
        if (!web.is_walked[i] && find_next(&web, i, edge->b) == NO_EDGE)
            walk_arc(&web, i, edge->b);
    }
    for (guint32 i = 0; i < edges->edges->len; i++)
        if (!web.is_walked[i])
            walk_arc(&web, i, get_edge(&web, i)->a);
    web_clear(&web);
}

void
incmap_arcs_add_shapes(IncmapArcs *arcs, IncmapTheme theme, const IncmapShapes *shapes)
{
    for (guint i = 0; i < shapes->shapes->len; i++) {
        const IncmapShape *shape = g_ptr_array_index(shapes->shapes, i);
        for (guint32 part = 0; part < shape->n_parts; part++) {
            guint32 start = shape->part_starts[part];
            guint32 n_points = shape->part_starts[part + 1] - start;
            IncmapArc arc = {
                .theme = theme,
                .first_point = arcs->points->len,
                .n_points = n_points,
                .shape = i,
                .part = part,
                .is_ring = incmap_e7_compare(shape->points[start],
                                             shape->points[start + n_points - 1]) == 0,
                .is_area = theme == INCMAP_THEME_LAKES,
            };
            g_array_append_vals(arcs->points, shape->points + start, n_points);
            g_array_append_val(arcs->arcs, arc);
        }
    }
}

static int
compare_arcs(gconstpointer a, gconstpointer b)
{
    const IncmapArc *p = a;
    const IncmapArc *q = b;
    if (p->theme != q->theme)
        return p->theme < q->theme ? -1 : 1;
    if (p->place != q->place)
        return p->place < q->place ? -1 : 1;
    return (p->first_point > q->first_point) - (p->first_point < q->first_point);
}

void
incmap_arcs_sort(IncmapArcs *arcs)
{
    for (guint i = 0; i < arcs->arcs->len; i++) {
        IncmapExtentE7 e = incmap_arcs_extent(arcs, i);
        g_array_index(arcs->arcs, IncmapArc, i).place = incmap_extent_find_place(e);
    }
    if (arcs->arcs->len > 0)
        qsort(arcs->arcs->data, arcs->arcs->len, sizeof(IncmapArc), compare_arcs);
}

const IncmapArc *
incmap_arcs_get(const IncmapArcs *arcs, guint32 arc)
{
    return &g_array_index(arcs->arcs, IncmapArc, arc);
}

const IncmapE7 *
incmap_arcs_points(const IncmapArcs *arcs, guint32 arc)
{
    return &g_array_index(arcs->points, IncmapE7, incmap_arcs_get(arcs, arc)->first_point);
}

IncmapExtentE7
incmap_arcs_extent(const IncmapArcs *arcs, guint32 arc)
{
    const IncmapE7 *p = incmap_arcs_points(arcs, arc);
    IncmapExtentE7 extent = {p->lon_e7, p->lat_e7, p->lon_e7, p->lat_e7};
    for (guint32 i = 1; i < incmap_arcs_get(arcs, arc)->n_points; i++) {
        extent.west_e7 = MIN(extent.west_e7, p[i].lon_e7);
        extent.east_e7 = MAX(extent.east_e7, p[i].lon_e7);
        extent.south_e7 = MIN(extent.south_e7, p[i].lat_e7);
        extent.north_e7 = MAX(extent.north_e7, p[i].lat_e7);
    }
    return extent;
}

IncmapE7
incmap_arcs_start(const IncmapArcs *arcs, gint32 reference)
{
    guint32 arc = (guint32)(reference < 0 ? ~reference : reference);
    guint32 last = incmap_arcs_get(arcs, arc)->n_points - 1;
    return incmap_arcs_points(arcs, arc)[reference < 0 ? last : 0];
}

IncmapE7
incmap_arcs_end(const IncmapArcs *arcs, gint32 reference)
{
    return incmap_arcs_start(arcs, ~reference);
}

int
incmap_e7_compare(IncmapE7 p, IncmapE7 q)
{
    if (p.lon_e7 != q.lon_e7)
        return p.lon_e7 < q.lon_e7 ? -1 : 1;
    return (p.lat_e7 > q.lat_e7) - (p.lat_e7 < q.lat_e7);
}
