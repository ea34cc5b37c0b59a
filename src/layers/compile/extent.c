/* SPDX-License-Identifier: MIT */
#include "layers/compile/extent.h"

#include <stdlib.h>

IncmapExtentE7
incmap_extent_of_chain(const IncmapArcs *arcs, const IncmapChains *chains, const IncmapChain *chain)
{
    IncmapExtentE7 extent = {G_MAXINT32, G_MAXINT32, G_MININT32, G_MININT32};
    for (guint32 i = 0; i < chain->n_references; i++) {
        gint32 reference = incmap_chains_references(chains, chain)[i];
        IncmapExtentE7 e =
            incmap_arcs_extent(arcs, (guint32)(reference < 0 ? ~reference : reference));
        extent.west_e7 = MIN(extent.west_e7, e.west_e7);
        extent.south_e7 = MIN(extent.south_e7, e.south_e7);
        extent.east_e7 = MAX(extent.east_e7, e.east_e7);
        extent.north_e7 = MAX(extent.north_e7, e.north_e7);
    }
    return extent;
}

/* Distance along a Hilbert curve of order 16 (Hamilton, CS-2006-07, the classic two-dimensional
 * case). */
static guint64
find_hilbert_place(guint32 x, guint32 y)
{
    guint64 place = 0;
    for (guint32 s = 1u << 15; s > 0; s >>= 1) {
        guint32 rx = (x & s) != 0;
        guint32 ry = (y & s) != 0;
        place += (guint64)s * s * ((3 * rx) ^ ry);
        if (ry == 0) {
            if (rx == 1) {
                x = 0xffff - x;
                y = 0xffff - y;
            }
            guint32 swap = x;
            x = y;
            y = swap;
        }
    }
    return place;
}

guint64
incmap_extent_find_place(IncmapExtentE7 extent)
{
    const gint64 turn_e7 = 2 * (gint64)INCMAP_HALF_TURN_E7;
    gint64 x = ((gint64)extent.west_e7 + extent.east_e7) / 2 + INCMAP_HALF_TURN_E7;
    gint64 y = ((gint64)extent.south_e7 + extent.north_e7) / 2 + INCMAP_HALF_TURN_E7;
    x = (x + turn_e7) % turn_e7;
    return find_hilbert_place((guint32)(x * 0xffff / turn_e7), (guint32)(y * 0xffff / turn_e7));
}

static int
compare_west(gconstpointer a, gconstpointer b)
{
    const IncmapExtentE7 *p = a;
    const IncmapExtentE7 *q = b;
    return (p->west_e7 > q->west_e7) - (p->west_e7 < q->west_e7);
}

void
incmap_extent_join(const IncmapStoredPart *parts, guint32 n_parts, IncmapStoredFeature *feature)
{
    g_autofree IncmapExtentE7 *extents = g_new(IncmapExtentE7, n_parts);
    feature->south_e7 = G_MAXINT32;
    feature->north_e7 = G_MININT32;
    for (guint32 i = 0; i < n_parts; i++) {
        extents[i] = parts[i].extent;
        feature->south_e7 = MIN(feature->south_e7, extents[i].south_e7);
        feature->north_e7 = MAX(feature->north_e7, extents[i].north_e7);
    }
    qsort(extents, n_parts, sizeof *extents, compare_west);
    const gint64 turn_e7 = 2 * (gint64)INCMAP_HALF_TURN_E7;
    gint64 east_e7 = extents[0].east_e7;
    gint64 widest_e7 = -1;
    gint64 west_e7 = extents[0].west_e7;
    for (guint32 i = 1; i <= n_parts; i++) {
        gint64 next_e7 = i < n_parts ? extents[i].west_e7 : extents[0].west_e7 + turn_e7;
        if (next_e7 - east_e7 > widest_e7) {
            widest_e7 = next_e7 - east_e7;
            west_e7 = next_e7;
        }
        if (i < n_parts)
            east_e7 = MAX(east_e7, extents[i].east_e7);
    }
    if (west_e7 >= INCMAP_HALF_TURN_E7)
        west_e7 -= turn_e7;
    else if (west_e7 < -(gint64)INCMAP_HALF_TURN_E7)
        west_e7 += turn_e7;
    feature->west_e7 = (gint32)west_e7;
    feature->width_e7 = (guint32)(turn_e7 - MAX(widest_e7, 0));
}

static int
compare_doubles(gconstpointer a, gconstpointer b)
{
    double p = *(const double *)a;
    double q = *(const double *)b;
    return (p > q) - (p < q);
}

/* The middle of the widest stretch of the ring along the parallel halfway up. */
static IncmapE7
find_middle(const GArray *ring, IncmapExtentE7 extent)
{
    g_autoptr(GArray) crossings = g_array_new(FALSE, FALSE, sizeof(double));
    double y = ((double)extent.south_e7 + extent.north_e7) / 2 + 0.25;
    for (guint i = 0; i + 1 < ring->len; i++) {
        IncmapE7 p = g_array_index(ring, IncmapE7, i);
        IncmapE7 q = g_array_index(ring, IncmapE7, i + 1);
        if ((p.lat_e7 > y) == (q.lat_e7 > y))
            continue;
        double x = p.lon_e7 +
                   (y - p.lat_e7) / ((double)q.lat_e7 - p.lat_e7) * ((double)q.lon_e7 - p.lon_e7);
        g_array_append_val(crossings, x);
    }
    g_array_sort(crossings, compare_doubles);
    double best = -1;
    double middle = ((double)extent.west_e7 + extent.east_e7) / 2;
    for (guint i = 0; i + 1 < crossings->len; i += 2) {
        double a = g_array_index(crossings, double, i);
        double b = g_array_index(crossings, double, i + 1);
        if (b - a > best) {
            best = b - a;
            middle = (a + b) / 2;
        }
    }
    return (IncmapE7){(gint32)middle, (gint32)y};
}

IncmapE7
incmap_extent_choose_label(const IncmapArcs *arcs, const IncmapChains *chains,
                           const IncmapChain *chain)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapE7));
    incmap_chains_points(chains, arcs, chain, points);
    IncmapE7 first = g_array_index(points, IncmapE7, 0);
    IncmapE7 last = g_array_index(points, IncmapE7, points->len - 1);
    if (points->len > 3 && incmap_e7_compare(first, last) == 0)
        return find_middle(points, incmap_extent_of_chain(arcs, chains, chain));
    return g_array_index(points, IncmapE7, points->len / 2);
}
