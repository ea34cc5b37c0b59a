/* SPDX-License-Identifier: MIT */
/*
 * Joins the pieces of a polygon that was cut at the antimeridian. A piece
 * consists of true edges and of edges that the cut made: along longitude 180 or
 * -180 and, around Antarctica, along the pole. Without the latter the pieces fall
 * into chains that begin and end on the antimeridian; each end continues where
 * another chain begins at the same latitude on the other side.
 */
#include "project/rings.h"

#include <math.h>

/* How far apart the ends of two chains may be: the two sides may have been thinned differently. */
static const double max_gap_deg = 0.02;

typedef struct Chain Chain;
struct Chain {
    guint start, n; /* in a common array */
    gboolean is_used;
};

static gboolean
is_on_cut(IncmapLonLat point)
{
    return fabs(point.lon_deg) >= 180 - 1e-6 || fabs(point.lat_deg) >= 90 - 1e-6;
}

static gboolean
is_made_by_cut(IncmapLonLat a, IncmapLonLat b)
{
    return is_on_cut(a) && is_on_cut(b);
}

/* The point after the first edge made by the cut; -1 when there is no such edge. */
static int
find_first(const IncmapLonLat *point, guint n)
{
    for (guint i = 0; i < n; i++)
        if (is_made_by_cut(point[i], point[(i + 1) % n]))
            return (int)((i + 1) % n);
    return -1;
}

/* Adds the chains of one piece; FALSE when it has no edge made by the cut. */
static gboolean
break_piece(const GArray *piece, GArray *points, GArray *chains)
{
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)piece->data;
    guint n = piece->len;
    int first = find_first(point, n);
    if (first < 0)
        return FALSE;
    Chain chain = {points->len, 0, FALSE};
    for (guint step = 0; step < n; step++) {
        guint i = ((guint)first + step) % n;
        g_array_append_val(points, point[i]);
        chain.n++;
        if (!is_made_by_cut(point[i], point[(i + 1) % n]))
            continue;
        if (chain.n > 1)
            g_array_append_val(chains, chain);
        chain = (Chain){points->len, 0, FALSE};
    }
    return TRUE;
}

/* How well a chain that ends at @end goes on at @start; HUGE_VAL when it can't. */
static double
gap_deg(IncmapLonLat end, IncmapLonLat start)
{
    if (fabs(end.lon_deg) < 180 - 1e-6 || fabs(start.lon_deg) < 180 - 1e-6 ||
        end.lon_deg * start.lon_deg > 0)
        return HUGE_VAL;
    return fabs(end.lat_deg - start.lat_deg);
}

/* The unused chain nearest to @end. *out_is_reversed: it is to be walked backwards. */
static Chain *
find_next(const GArray *points, GArray *chains, IncmapLonLat end, gboolean *out_is_reversed)
{
    Chain *best = NULL;
    double best_gap = max_gap_deg;
    for (guint i = 0; i < chains->len; i++) {
        Chain *chain = &g_array_index(chains, Chain, i);
        if (chain->is_used)
            continue;
        for (int reversed = 0; reversed < 2; reversed++) {
            guint at = chain->start + (reversed ? chain->n - 1 : 0);
            double gap = gap_deg(end, g_array_index(points, IncmapLonLat, at));
            if (gap >= best_gap)
                continue;
            best = chain;
            best_gap = gap;
            *out_is_reversed = reversed;
        }
    }
    return best;
}

/* Appends @chain to @ring, turned so that its longitudes go on from the ring's end. */
static void
walk(const GArray *points, Chain *chain, gboolean is_reversed, GArray *ring)
{
    chain->is_used = TRUE;
    for (guint i = 0; i < chain->n; i++) {
        guint at = chain->start + (is_reversed ? chain->n - 1 - i : i);
        IncmapLonLat point = g_array_index(points, IncmapLonLat, at);
        if (ring->len > 0) {
            IncmapLonLat before = g_array_index(ring, IncmapLonLat, ring->len - 1);
            point.lon_deg += 360 * round((before.lon_deg - point.lon_deg) / 360);
            if (i == 0 && fabs(point.lon_deg - before.lon_deg) < 1e-6)
                continue; /* the same point on both sides of the cut */
        }
        g_array_append_val(ring, point);
    }
}

/* Adds the ring that begins with @first. When a piece is missing, since it vanished in thinning,
 * the ring is closed along the antimeridian. */
static void
close_ring(IncmapRings *rings, const GArray *points, GArray *chains, Chain *first)
{
    g_autoptr(GArray) ring = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    IncmapLonLat start = g_array_index(points, IncmapLonLat, first->start);
    gboolean is_reversed = FALSE, is_home = FALSE;
    for (Chain *chain = first; chain != NULL && !is_home;) {
        walk(points, chain, is_reversed, ring);
        guint last = is_reversed ? chain->start : chain->start + chain->n - 1;
        IncmapLonLat end = g_array_index(points, IncmapLonLat, last);
        is_home = gap_deg(end, start) < max_gap_deg;
        chain = find_next(points, chains, end, &is_reversed);
    }
    const IncmapLonLat *point = (const IncmapLonLat *)(const void *)ring->data;
    double turn = point[ring->len - 1].lon_deg - point[0].lon_deg;
    guint n = ring->len - (is_home ? 1 : 0); /* the last is the first, or a turn on */
    incmap_rings_add(rings, point, n, fabs(turn) > 359);
}

void
incmap_rings_join(IncmapRings *rings, const GPtrArray *cut)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    g_autoptr(GArray) chains = g_array_new(FALSE, FALSE, sizeof(Chain));
    for (guint i = 0; i < cut->len; i++) {
        const GArray *piece = g_ptr_array_index(cut, i);
        if (!break_piece(piece, points, chains))
            incmap_rings_add(rings, (const IncmapLonLat *)(const void *)piece->data, piece->len,
                             FALSE);
    }
    for (guint i = 0; i < chains->len; i++) {
        Chain *chain = &g_array_index(chains, Chain, i);
        if (!chain->is_used)
            close_ring(rings, points, chains, chain);
    }
}
