/* SPDX-License-Identifier: MIT */
/*
 * Opens and reads compiled layers. The checksum of the header is repaired
 * first, else nothing would get past it.
 */
#include "layers/mapped.h"

#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static gboolean
read_feature(const IncmapFeature *feature, gpointer data)
{
    const IncmapLayers *layers = data;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    for (guint32 part = 0; part < MIN(feature->n_parts, 50); part++)
        incmap_layers_part(layers, feature, part, part * 1000.0, points);
    incmap_layers_name_in(layers, feature, "fr");
    return TRUE;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    g_autofree guint8 *bytes = g_memdup2(data, MAX(size, 1));
    if (size >= sizeof(IncmapLayersHeader)) {
        IncmapLayersHeader *header = (IncmapLayersHeader *)(gpointer)bytes;
        gsize before = G_STRUCT_OFFSET(IncmapLayersHeader, n_languages);
        header->length = size;
        header->checksum = incmap_layers_checksum(bytes + before, sizeof *header - before);
    }
    g_autoptr(IncmapLayers) layers = incmap_layers_open_bytes(bytes, size, "fuzz", NULL);
    if (layers == NULL)
        return 0;
    IncmapExtent world = {-180, -90, 180, 90};
    for (guint layer = 0; layer < INCMAP_N_LAYERS; layer++)
        incmap_layers_each(layers, layer, world, read_feature, layers);
    IncmapFeature feature;
    IncmapNearest nearest;
    for (double lon_deg = -180; lon_deg < 180; lon_deg += 5)
        incmap_layers_at(layers, INCMAP_LAYER_COUNTRIES, (IncmapLonLat){lon_deg, 5}, &feature);
    incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){9, 5}, "AA", NULL, 900,
                          &nearest);
    return 0;
}
