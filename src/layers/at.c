/* SPDX-License-Identifier: MIT */
/*
 * Which area holds a point. A grid of cells answers most questions about
 * countries and admin-1 areas at once; where several areas share a cell, and
 * for lakes and land, the point is tested against the rings at full detail.
 * Points on an edge belong to exactly one side, which one is not specified.
 */
#include "layers/mapped.h"

#include <math.h>

/* Whether the line from the point to the east crosses the piece of boundary from @a to @b. */
static gboolean
is_crossed(IncmapE7 point, IncmapE7 a, IncmapE7 b)
{
    if ((a.lat_e7 > point.lat_e7) == (b.lat_e7 > point.lat_e7))
        return FALSE;
    /* Upwards, so that both owners of an edge get the same answer. */
    if (a.lat_e7 > b.lat_e7) {
        IncmapE7 swap = a;
        a = b;
        b = swap;
    }
    double rise = (double)((gint64)b.lat_e7 - a.lat_e7);
    double run = (double)((gint64)b.lon_e7 - a.lon_e7);
    double up = (double)((gint64)point.lat_e7 - a.lat_e7);
    double along = (double)((gint64)point.lon_e7 - a.lon_e7);
    return along * rise < run * up;
}

static gboolean
is_arc_crossed_oddly(const IncmapLayers *layers, guint32 arc, IncmapE7 point)
{
    const IncmapExtentE7 *extent = &layers->arc_extents[arc];
    if (extent->south_e7 > point.lat_e7 || extent->north_e7 < point.lat_e7 ||
        extent->east_e7 < point.lon_e7)
        return FALSE;
    guint32 n = 0;
    const IncmapE7 *v = incmap_layers_arc(layers, 0, arc, &n);
    if (n < 2)
        return FALSE;
    if (extent->west_e7 > point.lon_e7)
        return (v[0].lat_e7 > point.lat_e7) != (v[n - 1].lat_e7 > point.lat_e7);
    gboolean is_odd = FALSE;
    for (guint32 i = 0; i + 1 < n; i++)
        is_odd ^= is_crossed(point, v[i], v[i + 1]);
    return is_odd;
}

static gboolean
is_in_extent(const IncmapExtentE7 *extent, IncmapE7 point)
{
    return extent->west_e7 <= point.lon_e7 && extent->east_e7 >= point.lon_e7 &&
           extent->south_e7 <= point.lat_e7 && extent->north_e7 >= point.lat_e7;
}

static gboolean
is_inside(const IncmapLayers *layers, const IncmapStoredFeature *feature, IncmapE7 point)
{
    gboolean is_odd = FALSE;
    for (guint32 i = 0; i < feature->n_parts; i++) {
        const IncmapStoredPart *part = &layers->parts[feature->first_part + i];
        if (!is_in_extent(&part->extent, point))
            continue;
        for (guint32 k = 0; k < part->n_references; k++) {
            gint32 reference = layers->references[part->first_reference + k];
            is_odd ^= is_arc_crossed_oddly(layers, incmap_reference_arc(reference), point);
        }
    }
    return is_odd;
}

static guint32
find_cell(const IncmapLayers *layers, IncmapE7 point)
{
    const gint64 cell_e7 = INCMAP_E7 / INCMAP_CELLS_PER_DEG;
    gint64 column = ((gint64)point.lon_e7 + INCMAP_HALF_TURN_E7) / cell_e7;
    gint64 row = ((gint64)point.lat_e7 + INCMAP_HALF_TURN_E7 / 2) / cell_e7;
    column = CLAMP(column, 0, INCMAP_N_CELL_COLUMNS - 1);
    row = CLAMP(row, 0, INCMAP_N_CELL_ROWS - 1);
    guint32 first = layers->cell_rows[row];
    guint32 end = layers->cell_rows[row + 1];
    guint32 low = first;
    while (low < end) {
        guint32 middle = low + (end - low) / 2;
        if (layers->cell_runs[middle].first_column <= column)
            low = middle + 1;
        else
            end = middle;
    }
    return low == first ? 0 : layers->cell_runs[low - 1].content;
}

static gboolean
find_admin1(const IncmapLayers *layers, IncmapE7 point, guint32 *out_index)
{
    const IncmapLayersHeader *header = layers->header;
    guint32 n_features = header->layers[INCMAP_LAYER_ADMIN1].n_features;
    guint32 cell = find_cell(layers, point);
    if (cell == 0)
        return FALSE;
    if ((cell & INCMAP_CELL_LIST) == 0) {
        *out_index = cell - 1;
        return cell <= n_features;
    }
    guint64 n_entries = header->sections[INCMAP_SECTION_CELL_LISTS].n_entries;
    guint64 start = cell & ~INCMAP_CELL_LIST;
    if (start >= n_entries || layers->cell_lists[start] > n_entries - start - 1)
        return FALSE;
    for (guint32 i = 1; i <= layers->cell_lists[start]; i++) {
        guint32 index = layers->cell_lists[start + i];
        if (index < n_features &&
            is_inside(layers, incmap_layers_stored(layers, INCMAP_LAYER_ADMIN1, index), point)) {
            *out_index = index;
            return TRUE;
        }
    }
    return FALSE;
}

/* An outer ring around the point leads to its feature, whose other rings then say whether the
 * point is in a hole. */
static gboolean
find_by_extent(const IncmapLayers *layers, IncmapLayerId id, IncmapE7 point, guint32 *out_index)
{
    const IncmapStoredLayer *layer = &layers->header->layers[id];
    for (guint32 i = 0; i < layer->n_places; i++) {
        if (i % INCMAP_BLOCK_SIZE == 0 &&
            !is_in_extent(&layers->blocks[layer->first_block + i / INCMAP_BLOCK_SIZE], point)) {
            i += INCMAP_BLOCK_SIZE - 1;
            continue;
        }
        const IncmapStoredPlace *place = &layers->places[layer->first_place + i];
        if (is_in_extent(&layers->parts[place->part].extent, point) &&
            is_inside(layers, incmap_layers_stored(layers, id, place->feature), point)) {
            *out_index = place->feature;
            return TRUE;
        }
    }
    return FALSE;
}

static gboolean
find_index(const IncmapLayers *layers, IncmapLayerId layer, IncmapE7 point, guint32 *out_index)
{
    if (layer == INCMAP_LAYER_LAKES)
        return find_by_extent(layers, layer, point, out_index);
    guint32 admin1 = 0;
    if (!find_admin1(layers, point, &admin1))
        return FALSE;
    if (layer == INCMAP_LAYER_LAND)
        return find_by_extent(layers, layer, point, out_index);
    *out_index = layer == INCMAP_LAYER_ADMIN1
                     ? admin1
                     : incmap_layers_stored(layers, INCMAP_LAYER_ADMIN1, admin1)->country;
    return *out_index < incmap_layers_n_features(layers, layer);
}

gboolean
incmap_layers_at(const IncmapLayers *layers, IncmapLayerId layer, IncmapLonLat point,
                 IncmapFeature *out_feature)
{
    g_return_val_if_fail(layers != NULL && out_feature != NULL, FALSE);
    g_return_val_if_fail(incmap_layer_is_polygons(layer), FALSE);
    if (!isfinite(point.lon_deg) || !(fabs(point.lat_deg) <= 90))
        return FALSE;
    IncmapE7 at = {(gint32)lrint(incmap_wrap_lon(point.lon_deg) * INCMAP_E7),
                   (gint32)lrint(point.lat_deg * INCMAP_E7)};
    guint32 index = 0;
    if (!find_index(layers, layer, at, &index))
        return FALSE;
    incmap_layers_get(layers, layer, index, out_feature);
    return TRUE;
}
