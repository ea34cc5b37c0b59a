/* SPDX-License-Identifier: MIT */
#include "layers/compile/chains.h"

#include "layers/compile/thin.h"

#include <math.h>
#include <stdlib.h>

/* An arc as it leaves a point. */
typedef struct Leaving Leaving;
struct Leaving {
    guint32 group;
    IncmapE7 from;
    gint32 reference;
    gboolean is_walked;
};

IncmapChains *
incmap_chains_new(void)
{
    IncmapChains *chains = g_new0(IncmapChains, 1);
    chains->chains = g_array_new(FALSE, FALSE, sizeof(IncmapChain));
    chains->references = g_array_new(FALSE, FALSE, sizeof(gint32));
    return chains;
}

void
incmap_chains_free(IncmapChains *chains)
{
    if (chains == NULL)
        return;
    g_clear_pointer(&chains->chains, g_array_unref);
    g_clear_pointer(&chains->references, g_array_unref);
    g_free(chains);
}

const gint32 *
incmap_chains_references(const IncmapChains *chains, const IncmapChain *chain)
{
    return &g_array_index(chains->references, gint32, chain->first_reference);
}

void
incmap_chains_points(const IncmapChains *chains, const IncmapArcs *arcs, const IncmapChain *chain,
                     GArray *points)
{
    for (guint32 i = 0; i < chain->n_references; i++) {
        gint32 reference = incmap_chains_references(chains, chain)[i];
        guint32 arc = (guint32)(reference < 0 ? ~reference : reference);
        guint32 n = incmap_arcs_get(arcs, arc)->n_points;
        const IncmapE7 *p = incmap_arcs_points(arcs, arc);
        for (guint32 k = i > 0 ? 1 : 0; k < n; k++)
            g_array_append_val(points, p[reference < 0 ? n - 1 - k : k]);
    }
}

static double
measure_length_m(const GArray *points)
{
    double length_m = 0;
    for (guint i = 1; i < points->len; i++) {
        IncmapE7 p = g_array_index(points, IncmapE7, i - 1);
        IncmapE7 q = g_array_index(points, IncmapE7, i);
        double mean_deg = ((double)p.lat_e7 + q.lat_e7) / 2 / INCMAP_E7;
        double x = ((double)q.lon_e7 - p.lon_e7) * cos(mean_deg * G_PI / 180);
        double y = (double)q.lat_e7 - p.lat_e7;
        length_m += sqrt(x * x + y * y) * 111195.0 / INCMAP_E7;
    }
    return length_m;
}

static void
finish_chain(IncmapChains *chains, const IncmapArcs *arcs, IncmapChain chain, gboolean is_ring)
{
    chain.n_references = chains->references->len - chain.first_reference;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapE7));
    incmap_chains_points(chains, arcs, &chain, points);
    chain.size = is_ring
                     ? incmap_thin_area_m2((const IncmapE7 *)(gpointer)points->data, points->len)
                     : measure_length_m(points);
    g_array_append_val(chains->chains, chain);
}

void
incmap_chains_add(IncmapChains *chains, const IncmapArcs *arcs, guint32 group, gint32 reference)
{
    IncmapChain chain = {.group = group, .first_reference = chains->references->len};
    guint32 arc = (guint32)(reference < 0 ? ~reference : reference);
    g_array_append_val(chains->references, reference);
    finish_chain(chains, arcs, chain, incmap_arcs_get(arcs, arc)->is_area);
}

static int
compare_places(const Leaving *p, const Leaving *q)
{
    if (p->group != q->group)
        return p->group < q->group ? -1 : 1;
    return incmap_e7_compare(p->from, q->from);
}

static int
compare_leaving(gconstpointer a, gconstpointer b)
{
    const Leaving *p = a;
    const Leaving *q = b;
    int order = compare_places(p, q);
    return order != 0 ? order : (p->reference > q->reference) - (p->reference < q->reference);
}

/* The first entry that leaves @from in @group, or the length of the array. */
static guint
find_leaving(const GArray *leaving, guint32 group, IncmapE7 from)
{
    Leaving key = {.group = group, .from = from};
    guint low = 0;
    guint high = leaving->len;
    while (low < high) {
        guint middle = low + (high - low) / 2;
        if (compare_places(&g_array_index(leaving, Leaving, middle), &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Entries at the same place as that at @first, walked or not. */
static guint
count_leaving(const GArray *leaving, guint first, guint32 group, IncmapE7 from)
{
    Leaving key = {.group = group, .from = from};
    guint n = 0;
    while (first + n < leaving->len &&
           compare_places(&g_array_index(leaving, Leaving, first + n), &key) == 0)
        n++;
    return n;
}

static void
walk_ring(IncmapChains *chains, const IncmapArcs *arcs, GArray *leaving, guint at)
{
    guint32 group = g_array_index(leaving, Leaving, at).group;
    IncmapE7 start = g_array_index(leaving, Leaving, at).from;
    IncmapChain chain = {.group = group, .first_reference = chains->references->len};
    gboolean is_open = TRUE;
    while (is_open) {
        Leaving *step = &g_array_index(leaving, Leaving, at);
        step->is_walked = TRUE;
        g_array_append_val(chains->references, step->reference);
        IncmapE7 end = incmap_arcs_end(arcs, step->reference);
        is_open = FALSE;
        guint first = find_leaving(leaving, group, end);
        guint n = count_leaving(leaving, first, group, end);
        for (guint i = first; i < first + n && incmap_e7_compare(start, end) != 0; i++)
            if (!g_array_index(leaving, Leaving, i).is_walked) {
                at = i;
                is_open = TRUE;
                break;
            }
    }
    finish_chain(chains, arcs, chain, TRUE);
}

void
incmap_chains_add_rings(IncmapChains *chains, const IncmapArcs *arcs, const guint32 *classes,
                        guint32 n_owners)
{
    g_autoptr(GArray) leaving = g_array_new(FALSE, FALSE, sizeof(Leaving));
    for (guint i = 0; i < arcs->arcs->len; i++) {
        const IncmapArc *arc = incmap_arcs_get(arcs, i);
        if (arc->theme != INCMAP_THEME_AREAS)
            continue;
        g_assert(arc->left < (gint32)n_owners && arc->right < (gint32)n_owners);
        guint32 left = arc->left == INCMAP_OPEN ? G_MAXUINT32 : classes[arc->left];
        guint32 right = arc->right == INCMAP_OPEN ? G_MAXUINT32 : classes[arc->right];
        gint32 reference = (gint32)i;
        Leaving forward = {right, incmap_arcs_start(arcs, reference), reference, FALSE};
        Leaving backward = {left, incmap_arcs_start(arcs, ~reference), ~reference, FALSE};
        if (left != right && right != G_MAXUINT32)
            g_array_append_val(leaving, forward);
        if (left != right && left != G_MAXUINT32)
            g_array_append_val(leaving, backward);
    }
    if (leaving->len > 0)
        qsort(leaving->data, leaving->len, sizeof(Leaving), compare_leaving);
    for (guint i = 0; i < leaving->len; i++)
        if (!g_array_index(leaving, Leaving, i).is_walked)
            walk_ring(chains, arcs, leaving, i);
}

/* Marks the two ways to walk an arc at once. */
static void
mark_walked(const IncmapArcs *arcs, GArray *leaving, guint32 group, gint32 reference)
{
    for (guint way = 0; way < 2; way++, reference = ~reference) {
        IncmapE7 from = incmap_arcs_start(arcs, reference);
        guint first = find_leaving(leaving, group, from);
        guint n = count_leaving(leaving, first, group, from);
        for (guint i = first; i < first + n; i++)
            if (g_array_index(leaving, Leaving, i).reference == reference)
                g_array_index(leaving, Leaving, i).is_walked = TRUE;
    }
}

static void
walk_line(IncmapChains *chains, const IncmapArcs *arcs, GArray *leaving, guint at)
{
    guint32 group = g_array_index(leaving, Leaving, at).group;
    IncmapChain chain = {.group = group, .first_reference = chains->references->len};
    gboolean is_open = TRUE;
    while (is_open) {
        gint32 reference = g_array_index(leaving, Leaving, at).reference;
        g_array_append_val(chains->references, reference);
        mark_walked(arcs, leaving, group, reference);
        IncmapE7 end = incmap_arcs_end(arcs, reference);
        guint first = find_leaving(leaving, group, end);
        is_open = FALSE;
        /* A line goes on where exactly two of its arcs meet. */
        if (count_leaving(leaving, first, group, end) == 2)
            for (guint i = first; i < first + 2; i++)
                if (!g_array_index(leaving, Leaving, i).is_walked) {
                    at = i;
                    is_open = TRUE;
                    break;
                }
    }
    finish_chain(chains, arcs, chain, FALSE);
}

void
incmap_chains_add_lines(IncmapChains *chains, const IncmapArcs *arcs, const guint32 *groups)
{
    g_autoptr(GArray) leaving = g_array_new(FALSE, FALSE, sizeof(Leaving));
    for (guint i = 0; i < arcs->arcs->len; i++) {
        if (groups[i] == G_MAXUINT32)
            continue;
        gint32 reference = (gint32)i;
        Leaving forward = {groups[i], incmap_arcs_start(arcs, reference), reference, FALSE};
        Leaving backward = {groups[i], incmap_arcs_start(arcs, ~reference), ~reference, FALSE};
        g_array_append_val(leaving, forward);
        g_array_append_val(leaving, backward);
    }
    if (leaving->len > 0)
        qsort(leaving->data, leaving->len, sizeof(Leaving), compare_leaving);
    /* From the ends of lines first, then the closed ones. */
    for (guint i = 0; i < leaving->len; i++) {
        const Leaving *at = &g_array_index(leaving, Leaving, i);
        guint first = find_leaving(leaving, at->group, at->from);
        if (!at->is_walked && count_leaving(leaving, first, at->group, at->from) != 2)
            walk_line(chains, arcs, leaving, i);
    }
    for (guint i = 0; i < leaving->len; i++)
        if (!g_array_index(leaving, Leaving, i).is_walked)
            walk_line(chains, arcs, leaving, i);
}

static int
compare_chains(gconstpointer a, gconstpointer b)
{
    const IncmapChain *p = a;
    const IncmapChain *q = b;
    if (p->group != q->group)
        return p->group < q->group ? -1 : 1;
    if (fabs(p->size) != fabs(q->size))
        return fabs(p->size) > fabs(q->size) ? -1 : 1;
    return (p->first_reference > q->first_reference) - (p->first_reference < q->first_reference);
}

void
incmap_chains_sort(IncmapChains *chains)
{
    if (chains->chains->len > 0)
        qsort(chains->chains->data, chains->chains->len, sizeof(IncmapChain), compare_chains);
}
