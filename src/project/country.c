/* SPDX-License-Identifier: MIT */
/*
 * Which part of a country a map shows. France is not drawn down to French
 * Guiana, nor Norway up to Svalbard, unless something happened there: starting
 * from the largest part, or from the part with the incidents, parts are added
 * that lie near, or that are large beside what they add to the map.
 */
#include "project/view.h"

#include "base/geodesy.h"
#include "base/text.h"
#include "project/rings.h"

#include <math.h>
#include <string.h>

static const double near_km = 200;

static gboolean
find_by_text(const IncmapLayers *layers, const char *text, IncmapFeature *out_feature)
{
    g_autofree char *folded = incmap_text_fold(text);
    guint32 n = incmap_layers_n_features(layers, INCMAP_LAYER_COUNTRIES);
    for (guint32 i = 0; i < n; i++) {
        incmap_layers_get(layers, INCMAP_LAYER_COUNTRIES, i, out_feature);
        if (out_feature->code != NULL && g_ascii_strcasecmp(out_feature->code, text) == 0)
            return TRUE;
    }
    for (guint32 i = 0; i < n; i++) {
        incmap_layers_get(layers, INCMAP_LAYER_COUNTRIES, i, out_feature);
        g_autofree char *name =
            incmap_text_fold(out_feature->name == NULL ? "" : out_feature->name);
        if (*folded != '\0' && strcmp(name, folded) == 0)
            return TRUE;
    }
    return FALSE;
}

gboolean
incmap_find_country(const IncmapLayers *layers, const char *code_or_name,
                    IncmapFeature *out_feature)
{
    return code_or_name != NULL &&
           (incmap_layers_find(layers, INCMAP_LAYER_COUNTRIES, code_or_name, out_feature) ||
            find_by_text(layers, code_or_name, out_feature));
}

/* A part while the choice is made; the window is turned to stand near the seed. */
typedef struct Part Part;
struct Part {
    guint ring;
    IncmapWindow window;
    double area_km2;
    gboolean is_in;
};

static double
window_size(IncmapWindow window)
{
    double middle = (window.min[1] + window.max[1]) / 2 * (G_PI / 180);
    return (window.max[0] - window.min[0]) * (window.max[1] - window.min[1]) * cos(middle);
}

static IncmapWindow
window_union(IncmapWindow a, IncmapWindow b)
{
    for (int axis = 0; axis < 2; axis++) {
        a.min[axis] = MIN(a.min[axis], b.min[axis]);
        a.max[axis] = MAX(a.max[axis], b.max[axis]);
    }
    return a;
}

static double
gap_km(IncmapWindow a, IncmapWindow b)
{
    double lat = MAX(0, MAX(a.min[1] - b.max[1], b.min[1] - a.max[1]));
    double lon = MAX(0, MAX(a.min[0] - b.max[0], b.min[0] - a.max[0]));
    double middle = (a.min[1] + a.max[1] + b.min[1] + b.max[1]) / 4 * (G_PI / 180);
    return hypot(lat, lon * cos(middle)) * 111.195;
}

/* Brings a window to the turn in which it stands nearest to @to. */
static IncmapWindow
turned_towards(IncmapWindow window, IncmapWindow to)
{
    double apart = (to.min[0] + to.max[0]) / 2 - (window.min[0] + window.max[0]) / 2;
    double turn = 360 * round(apart / 360);
    window.min[0] += turn;
    window.max[0] += turn;
    return window;
}

/* Growth of the map's window in area, with half a degree all round so that islets count alike. */
static double
growth(IncmapWindow kept, IncmapWindow part)
{
    IncmapWindow both = window_union(kept, part);
    for (int axis = 0; axis < 2; axis++) {
        kept.min[axis] -= 0.5;
        kept.max[axis] += 0.5;
        both.min[axis] -= 0.5;
        both.max[axis] += 0.5;
    }
    return window_size(both) / window_size(kept);
}

/* Whether @part belongs to a map of @kept, which has @kept_km2 of land. The figures keep Corsica,
 * Shetland, Bornholm and Rhodes, and leave out Okinawa, the Canaries, Alaska and Svalbard. */
static gboolean
belongs(const Part *part, IncmapWindow kept, double kept_km2)
{
    double share = part->area_km2 / MAX(kept_km2, 1e-9);
    double times = growth(kept, part->window);
    if (gap_km(kept, part->window) <= near_km)
        return times <= 1.06 + 20 * share || (share >= 0.01 && times <= 1.7);
    return share >= 0.3 && times <= 1 + 3 * MIN(share, 1);
}

/* Islets are measured against the large parts alone, or a chain of them, each a small step, would
 * draw the map out to its end. */
static void
grow(Part *parts, guint n, guint seed)
{
    IncmapWindow core = parts[seed].window;
    double kept_km2 = parts[seed].area_km2;
    parts[seed].is_in = TRUE;
    for (guint i = 0; i < n; i++)
        parts[i].window = turned_towards(parts[i].window, core);
    for (gboolean has_grown = TRUE; has_grown;) {
        has_grown = FALSE;
        for (guint i = 0; i < n; i++) {
            if (parts[i].is_in || !belongs(&parts[i], core, kept_km2))
                continue;
            parts[i].is_in = has_grown = TRUE;
            if (parts[i].area_km2 >= 0.01 * kept_km2)
                core = window_union(core, parts[i].window);
            kept_km2 += parts[i].area_km2;
        }
    }
}

/* Distance to the window, with a point inside at 0: the smallest window that holds it wins. */
static guint
nearest_part(const Part *parts, guint n, IncmapLonLat seed, double *out_km)
{
    IncmapWindow at = {{seed.lon_deg, seed.lat_deg}, {seed.lon_deg, seed.lat_deg}};
    guint best = 0;
    double best_km = HUGE_VAL;
    for (guint i = 0; i < n; i++) {
        double km = gap_km(turned_towards(at, parts[i].window), parts[i].window);
        km += 1e-6 * window_size(parts[i].window);
        if (km < best_km) {
            best_km = km;
            best = i;
        }
    }
    *out_km = best_km;
    return best;
}

static guint
largest_part(const Part *parts, guint n)
{
    guint best = 0;
    for (guint i = 1; i < n; i++)
        if (parts[i].area_km2 > parts[best].area_km2)
            best = i;
    return best;
}

static void
choose_parts(Part *parts, guint n, const IncmapLonLat *seeds, guint n_seeds)
{
    gboolean is_any_near = FALSE;
    for (guint i = 0; i < n_seeds; i++) {
        double km = 0;
        guint part = nearest_part(parts, n, seeds[i], &km);
        if (km > 2 * near_km)
            continue; /* the place is not where the country is: a claim, a ship, a mistake */
        is_any_near = TRUE;
        if (!parts[part].is_in)
            grow(parts, n, part);
    }
    if (!is_any_near)
        grow(parts, n, largest_part(parts, n));
}

static int
compare_area(gconstpointer a, gconstpointer b)
{
    const Part *x = a, *y = b;
    if (x->area_km2 != y->area_km2)
        return x->area_km2 < y->area_km2 ? 1 : -1;
    return (x->ring > y->ring) - (x->ring < y->ring);
}

gboolean
incmap_view_add_country(IncmapView *view, const IncmapLayers *layers, const char *code,
                        const IncmapLonLat *seeds, guint n_seeds)
{
    IncmapFeature feature;
    if (!incmap_find_country(layers, code, &feature) || feature.n_parts == 0)
        return FALSE;
    double span_deg = MAX(feature.extent.east_deg - feature.extent.west_deg,
                          feature.extent.north_deg - feature.extent.south_deg);
    IncmapRings rings;
    incmap_rings_init(&rings);
    rings.keeps_tiny = TRUE;
    IncmapExtent everywhere = {-180, -90, 180, 90};
    incmap_rings_load(&rings, layers, &feature, MIN(span_deg * 300, 10000), everywhere, NULL);
    guint n = rings.rings->len;
    g_autofree Part *parts = g_new0(Part, n + 1);
    for (guint i = 0; i < n; i++) {
        const IncmapRing *ring = &g_array_index(rings.rings, IncmapRing, i);
        parts[i] = (Part){i, ring->window, incmap_ring_area_km2(&rings, ring), FALSE};
    }
    if (n > 0) {
        qsort(parts, n, sizeof *parts, compare_area);
        choose_parts(parts, n, seeds, n_seeds);
    } else {
        incmap_view_add_extent(view, feature.extent);
    }
    for (guint i = 0; i < n; i++) {
        const IncmapRing *ring = &g_array_index(rings.rings, IncmapRing, parts[i].ring);
        for (guint k = 0; parts[i].is_in && k < ring->n_points; k++)
            incmap_view_add(view, g_array_index(rings.points, IncmapLonLat, ring->start + k));
    }
    incmap_rings_clear(&rings);
    return TRUE;
}
