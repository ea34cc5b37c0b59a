/* SPDX-License-Identifier: MIT */
/*
 * Rings and lines out of arcs, at the level of detail that a tolerance allows.
 */
#include "layers/mapped.h"

static guint
choose_level(const IncmapLayers *layers, double tolerance_m)
{
    guint level = 0;
    while (level + 1 < INCMAP_N_LEVELS && layers->header->tolerance_m[level + 1] <= tolerance_m)
        level++;
    return level;
}

static gboolean
is_same(IncmapE7 a, IncmapE7 b)
{
    return a.lon_e7 == b.lon_e7 && a.lat_e7 == b.lat_e7;
}

static gsize
count_vertices(const IncmapLayers *layers, const IncmapStoredPart *part, guint level)
{
    gsize n_vertices = 0;
    for (guint32 i = 0; i < part->n_references; i++) {
        gint32 reference = layers->references[part->first_reference + i];
        guint32 n = 0;
        incmap_layers_arc(layers, level, incmap_reference_arc(reference), &n);
        n_vertices += n;
    }
    return n_vertices;
}

/* Appends a chain of arcs, their common ends once. Returns the number of points; @out_first and
 * @out_last are its ends. */
static guint
copy_chain(const IncmapLayers *layers, const IncmapStoredPart *part, guint level,
           IncmapLonLat *points, IncmapE7 *out_first, IncmapE7 *out_last)
{
    guint n_points = 0;
    for (guint32 i = 0; i < part->n_references; i++) {
        gint32 reference = layers->references[part->first_reference + i];
        guint32 n = 0;
        const IncmapE7 *v = incmap_layers_arc(layers, level, incmap_reference_arc(reference), &n);
        if (n == 0)
            continue;
        gint step = reference < 0 ? -1 : 1;
        const IncmapE7 *from = reference < 0 ? v + n - 1 : v;
        guint32 skip = n_points > 0 && is_same(*from, *out_last) ? 1 : 0;
        if (n_points == 0)
            *out_first = *from;
        *out_last = reference < 0 ? v[0] : v[n - 1];
        for (guint32 k = skip; k < n; k++) {
            const IncmapE7 *at = from + (gssize)step * k;
            points[n_points++] =
                (IncmapLonLat){(double)at->lon_e7 / INCMAP_E7, (double)at->lat_e7 / INCMAP_E7};
        }
    }
    return n_points;
}

static const IncmapStoredPart *
find_part(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part)
{
    g_return_val_if_fail(layers != NULL && feature != NULL, NULL);
    g_return_val_if_fail((guint)feature->layer < INCMAP_N_LAYERS, NULL);
    g_return_val_if_fail(feature->index < incmap_layers_n_features(layers, feature->layer), NULL);
    const IncmapStoredFeature *stored =
        incmap_layers_stored(layers, feature->layer, feature->index);
    g_return_val_if_fail(part < stored->n_parts, NULL);
    return &layers->parts[stored->first_part + part];
}

gboolean
incmap_layer_is_polygons(IncmapLayerId layer)
{
    return layer == INCMAP_LAYER_LAND || layer == INCMAP_LAYER_COUNTRIES ||
           layer == INCMAP_LAYER_ADMIN1 || layer == INCMAP_LAYER_LAKES;
}

IncmapExtent
incmap_layers_part_extent(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part)
{
    const IncmapStoredPart *stored = find_part(layers, feature, part);
    if (stored == NULL)
        return (IncmapExtent){0};
    IncmapExtentE7 e = stored->extent;
    return (IncmapExtent){(double)e.west_e7 / INCMAP_E7, (double)e.south_e7 / INCMAP_E7,
                          (double)e.east_e7 / INCMAP_E7, (double)e.north_e7 / INCMAP_E7};
}

void
incmap_layers_part(const IncmapLayers *layers, const IncmapFeature *feature, guint32 part,
                   double tolerance_m, GArray *points)
{
    g_return_if_fail(points != NULL && g_array_get_element_size(points) == sizeof(IncmapLonLat));
    g_array_set_size(points, 0);
    const IncmapStoredPart *stored = find_part(layers, feature, part);
    if (stored == NULL)
        return;
    guint level = choose_level(layers, tolerance_m);
    gsize n_vertices = count_vertices(layers, stored, level);
    /* No chain holds an arc twice. */
    if (n_vertices < 2 || n_vertices > layers->starts[level][layers->header->n_arcs])
        return;
    g_array_set_size(points, (guint)n_vertices);
    IncmapE7 first = {0};
    IncmapE7 last = {0};
    guint n_points =
        copy_chain(layers, stored, level, (IncmapLonLat *)(gpointer)points->data, &first, &last);
    gboolean is_ring = incmap_layer_is_polygons(feature->layer);
    if (is_ring && n_points > 1 && is_same(first, last))
        n_points--;
    g_array_set_size(points, n_points >= (is_ring ? 3 : 2) ? n_points : 0);
}
