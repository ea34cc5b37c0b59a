/* SPDX-License-Identifier: MIT */
#include "project/spots.h"

#include "base/geodesy.h"

#include <math.h>
#include <string.h>

static const double km_per_deg = 111.195;

/* With more incidents than this only the outermost of each cell count. */
static const guint many = 2000;
static const int cell_deg = 2;

/* The extreme points of one cell: least and greatest longitude and latitude. */
typedef struct Cell Cell;
struct Cell {
    guint32 index[4]; /* of the incident, plus one; 0: none */
};

static void
count_country(IncmapSpots *spots, const char *code)
{
    if (code == NULL)
        return;
    guint n = GPOINTER_TO_UINT(g_hash_table_lookup(spots->n_by_code, code));
    g_hash_table_insert(spots->n_by_code, (gpointer)code, GUINT_TO_POINTER(n + 1));
}

static void
add_spot(IncmapSpots *spots, const IncmapFix *fix)
{
    double radius_km = isfinite(fix->radius_km) ? CLAMP(fix->radius_km, 0, 1500) : 0;
    g_array_append_val(spots->points, fix->point);
    g_array_append_val(spots->radii_km, radius_km);
}

static gboolean
is_place(const IncmapFix *fix)
{
    return fix->precision < INCMAP_PRECISION_COUNTRY && isfinite(fix->point.lon_deg) &&
           fabs(fix->point.lat_deg) <= 90;
}

static void
note_extremes(Cell *cell, const IncmapFix *fixes, guint32 i)
{
    const IncmapLonLat at = fixes[i].point;
    for (int k = 0; k < 4; k++) {
        guint32 old = cell->index[k];
        const IncmapLonLat *best = old > 0 ? &fixes[old - 1].point : NULL;
        gboolean is_better = best == NULL || (k == 0 && at.lon_deg < best->lon_deg) ||
                             (k == 1 && at.lon_deg > best->lon_deg) ||
                             (k == 2 && at.lat_deg < best->lat_deg) ||
                             (k == 3 && at.lat_deg > best->lat_deg);
        if (is_better)
            cell->index[k] = i + 1;
    }
}

static void
collect_outermost(IncmapSpots *spots, const IncmapFix *fixes, guint n)
{
    const int n_columns = 360 / cell_deg, n_rows = 180 / cell_deg;
    g_autofree Cell *cells = g_new0(Cell, (gsize)n_columns * n_rows);
    for (guint32 i = 0; i < n; i++) {
        if (!is_place(&fixes[i]))
            continue;
        int column = (int)((incmap_wrap_lon(fixes[i].point.lon_deg) + 180) / cell_deg);
        int row = (int)((fixes[i].point.lat_deg + 90) / cell_deg);
        note_extremes(&cells[MIN(row, n_rows - 1) * n_columns + MIN(column, n_columns - 1)], fixes,
                      i);
    }
    for (int c = 0; c < n_columns * n_rows; c++)
        for (int k = 0; k < 4; k++)
            if (cells[c].index[k] > 0)
                add_spot(spots, &fixes[cells[c].index[k] - 1]);
}

/* Two towns apart are no city, even where a city would cover both. */
static void
note_town(IncmapSpots *spots, const IncmapFix *fix, const IncmapFix **first)
{
    const double apart_km = 12;
    if (fix->place_id == 0)
        return;
    if (*first == NULL)
        *first = fix;
    else if (fix->place_id != (*first)->place_id &&
             incmap_distance_km(fix->point, (*first)->point) > apart_km)
        spots->is_several_towns = TRUE;
}

static void
collect_rest(IncmapSpots *spots, const IncmapFix *fixes, guint n)
{
    const IncmapFix *first_town = NULL;
    for (guint i = 0; i < n; i++) {
        const IncmapFix *fix = &fixes[i];
        if (is_place(fix)) {
            spots->n++;
            note_town(spots, fix, &first_town);
            spots->is_exact = spots->is_exact && fix->precision == INCMAP_PRECISION_EXACT;
            if (n <= many)
                add_spot(spots, fix);
        } else if (fix->precision == INCMAP_PRECISION_COUNTRY && fix->country_code != NULL) {
            if (!g_ptr_array_find_with_equal_func(spots->vague, fix->country_code, g_str_equal,
                                                  NULL))
                g_ptr_array_add(spots->vague, (gpointer)fix->country_code);
        } else {
            continue;
        }
        count_country(spots, fix->country_code);
    }
}

static void
measure(IncmapSpots *spots)
{
    IncmapView view;
    incmap_view_init(&view);
    for (guint i = 0; i < spots->points->len; i++)
        incmap_view_add(&view, g_array_index(spots->points, IncmapLonLat, i));
    if (view.places->len > 0) {
        incmap_view_measure(&view);
        spots->is_global = view.is_world;
        spots->spread_km = view.radius_deg * 2 * km_per_deg;
        spots->centre = view.is_world ? view.centre : incmap_spots_middle(view.places, view.centre);
    }
    incmap_view_clear(&view);
}

void
incmap_spots_init(IncmapSpots *spots, const IncmapScene *scene)
{
    *spots = (IncmapSpots){.points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat)),
                           .radii_km = g_array_new(FALSE, FALSE, sizeof(double)),
                           .vague = g_ptr_array_new(),
                           .n_by_code = g_hash_table_new(g_str_hash, g_str_equal),
                           .is_exact = TRUE};
    const IncmapFix *fixes = (const IncmapFix *)(const void *)scene->fixes->data;
    collect_rest(spots, fixes, scene->fixes->len);
    if (scene->fixes->len > many)
        collect_outermost(spots, fixes, scene->fixes->len);
    measure(spots);
}

void
incmap_spots_clear(IncmapSpots *spots)
{
    g_clear_pointer(&spots->points, g_array_unref);
    g_clear_pointer(&spots->radii_km, g_array_unref);
    g_clear_pointer(&spots->vague, g_ptr_array_unref);
    g_clear_pointer(&spots->n_by_code, g_hash_table_unref);
}

const char *
incmap_spots_main_country(const IncmapSpots *spots, guint *out_n)
{
    GHashTableIter iter;
    gpointer key, value;
    const char *best = NULL;
    guint best_n = 0;
    g_hash_table_iter_init(&iter, spots->n_by_code);
    while (g_hash_table_iter_next(&iter, &key, &value)) {
        guint n = GPOINTER_TO_UINT(value);
        if (n < best_n || (n == best_n && best != NULL && strcmp(key, best) > 0))
            continue;
        best = key;
        best_n = n;
    }
    *out_n = best_n;
    return best;
}
