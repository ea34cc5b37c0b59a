/* SPDX-License-Identifier: MIT */
/*
 * Opening the compiled layers and reading what they say of a feature. Nothing
 * is copied: features and their strings point into the mapped file.
 */
#include "layers/mapped.h"

#include "base/error.h"
#include "base/mapping.h"

#include <string.h>

#define DEG(e7) ((double)(e7) / INCMAP_E7)

static const char *const layer_names[INCMAP_N_LAYERS] = {
    "land", "countries", "admin1", "coast", "borders", "admin1_lines", "lakes", "rivers", "labels",
};

const char *
incmap_layer_name(IncmapLayerId layer)
{
    g_return_val_if_fail((guint)layer < INCMAP_N_LAYERS, NULL);
    return layer_names[layer];
}

static gboolean
check_header(const IncmapLayersHeader *header, gsize length, const char *path, GError **error)
{
    const char *remedy = "install or build the layers again";
    if (length < sizeof header->magic ||
        memcmp(header->magic, INCMAP_LAYERS_MAGIC, sizeof header->magic) != 0)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: not a file of compiled layers; %s", path,
                           remedy);
    if (length < offsetof(IncmapLayersHeader, length))
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: cut off after %zu bytes; %s", path,
                           length, remedy);
    if (header->byte_order != INCMAP_LAYERS_BYTE_ORDER)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: compiled for a machine with another byte order; %s here", path,
                           remedy);
    if (header->version != INCMAP_LAYERS_VERSION)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: has version %u of the layer format, this program reads %u; %s",
                           path, header->version, INCMAP_LAYERS_VERSION, remedy);
    if (length < sizeof *header || header->length != length)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: is %zu bytes long and should be %" G_GUINT64_FORMAT "; %s", path,
                           length, length < sizeof *header ? sizeof *header : header->length,
                           remedy);
    gsize before = G_STRUCT_OFFSET(IncmapLayersHeader, n_languages);
    if (header->checksum !=
        incmap_layers_checksum((const char *)header + before, sizeof *header - before))
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: the header is damaged; %s", path,
                           remedy);
    return TRUE;
}

static gboolean
check_sections(const IncmapLayersHeader *header, const char *path, GError **error)
{
    for (guint i = 0; i < INCMAP_N_SECTIONS; i++) {
        const IncmapSection *section = &header->sections[i];
        if (section->offset % 8 != 0 || section->offset > header->length ||
            section->n_entries > (header->length - section->offset) / incmap_section_entry_size(i))
            return incmap_fail(error, INCMAP_ERROR_LAYER,
                               "%s: section %u does not lie inside the file; install or build "
                               "the layers again",
                               path, i);
    }
    return TRUE;
}

static void
point_to_sections(IncmapLayers *layers)
{
    const char *base = (const char *)layers->header;
    const IncmapSection *sections = layers->header->sections;
    layers->strings = base + sections[INCMAP_SECTION_STRINGS].offset;
    layers->features = (gconstpointer)(base + sections[INCMAP_SECTION_FEATURES].offset);
    layers->names = (gconstpointer)(base + sections[INCMAP_SECTION_NAMES].offset);
    layers->parts = (gconstpointer)(base + sections[INCMAP_SECTION_PARTS].offset);
    layers->references = (gconstpointer)(base + sections[INCMAP_SECTION_REFERENCES].offset);
    layers->arc_extents = (gconstpointer)(base + sections[INCMAP_SECTION_ARC_EXTENTS].offset);
    layers->places = (gconstpointer)(base + sections[INCMAP_SECTION_PLACES].offset);
    layers->blocks = (gconstpointer)(base + sections[INCMAP_SECTION_BLOCKS].offset);
    layers->cell_rows = (gconstpointer)(base + sections[INCMAP_SECTION_CELL_ROWS].offset);
    layers->cell_runs = (gconstpointer)(base + sections[INCMAP_SECTION_CELL_RUNS].offset);
    layers->cell_lists = (gconstpointer)(base + sections[INCMAP_SECTION_CELL_LISTS].offset);
    for (guint i = 0; i < INCMAP_N_LEVELS; i++) {
        layers->starts[i] = (gconstpointer)(base + sections[INCMAP_SECTION_STARTS + i].offset);
        layers->vertices[i] = (gconstpointer)(base + sections[INCMAP_SECTION_VERTICES + i].offset);
    }
}

IncmapLayers *
incmap_layers_open_bytes(gconstpointer bytes, gsize length, const char *path, GError **error)
{
    const IncmapLayersHeader *header = bytes;
    if (!check_header(header, length, path, error) || !check_sections(header, path, error))
        return NULL;
    g_autoptr(IncmapLayers) layers = g_new0(IncmapLayers, 1);
    layers->header = header;
    point_to_sections(layers);
    if (!incmap_layers_validate(layers, path, error))
        return NULL;
    return g_steal_pointer(&layers);
}

IncmapLayers *
incmap_layers_open(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    g_autoptr(GError) why = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &why);
    if (file == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: cannot be opened: %s", path, why->message);
        return NULL;
    }
    IncmapLayers *layers = incmap_layers_open_bytes(g_mapped_file_get_contents(file),
                                                    g_mapped_file_get_length(file), path, error);
    if (layers != NULL)
        layers->file = g_steal_pointer(&file);
    return layers;
}

void
incmap_layers_rest(const IncmapLayers *layers)
{
    if (layers->file != NULL)
        incmap_mapping_rest(layers->header, layers->header->length);
}

void
incmap_layers_free(IncmapLayers *layers)
{
    if (layers == NULL)
        return;
    g_clear_pointer(&layers->file, g_mapped_file_unref);
    g_free(layers);
}

guint32
incmap_layers_n_features(const IncmapLayers *layers, IncmapLayerId layer)
{
    g_return_val_if_fail(layers != NULL && (guint)layer < INCMAP_N_LAYERS, 0);
    return layers->header->layers[layer].n_features;
}

static const char *
get_string(const IncmapLayers *layers, guint32 offset)
{
    return offset == 0 ? NULL : layers->strings + offset;
}

void
incmap_layers_get(const IncmapLayers *layers, IncmapLayerId layer, guint32 index,
                  IncmapFeature *out_feature)
{
    g_return_if_fail(index < incmap_layers_n_features(layers, layer));
    const IncmapStoredFeature *stored = incmap_layers_stored(layers, layer, index);
    double west_deg = DEG(stored->west_e7);
    *out_feature = (IncmapFeature){
        .layer = layer,
        .index = index,
        .id = get_string(layers, stored->id),
        .name = get_string(layers, stored->name),
        .code = get_string(layers, stored->code),
        .code2 = get_string(layers, stored->code2),
        .kind = get_string(layers, stored->kind),
        .rank = stored->rank,
        .extent = {west_deg, DEG(stored->south_e7), west_deg + DEG(stored->width_e7),
                   DEG(stored->north_e7)},
        .label = {DEG(stored->label.lon_e7), DEG(stored->label.lat_e7)},
        .n_parts = stored->n_parts,
        .min_km = stored->min_km,
        .max_km = stored->max_km,
    };
}

gboolean
incmap_layers_find(const IncmapLayers *layers, IncmapLayerId layer, const char *id,
                   IncmapFeature *out_feature)
{
    g_return_val_if_fail(id != NULL, FALSE);
    /* Features with an id come first, in the order of strcmp(). */
    guint32 low = 0;
    guint32 high = incmap_layers_n_features(layers, layer);
    while (low < high) {
        guint32 middle = low + (high - low) / 2;
        guint32 offset = incmap_layers_stored(layers, layer, middle)->id;
        if (offset != 0 && strcmp(layers->strings + offset, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low >= incmap_layers_n_features(layers, layer))
        return FALSE;
    guint32 offset = incmap_layers_stored(layers, layer, low)->id;
    if (offset == 0 || strcmp(layers->strings + offset, id) != 0)
        return FALSE;
    incmap_layers_get(layers, layer, low, out_feature);
    return TRUE;
}

const char *
incmap_layers_credit(const IncmapLayers *layers, IncmapLayerId layer)
{
    g_return_val_if_fail(layers != NULL && (guint)layer < INCMAP_N_LAYERS, NULL);
    return get_string(layers, layers->header->layers[layer].credit);
}

const char *
incmap_layers_name_in(const IncmapLayers *layers, const IncmapFeature *feature,
                      const char *language)
{
    const IncmapLayersHeader *header = layers->header;
    const IncmapStoredLayer *layer = &header->layers[feature->layer];
    if (language == NULL || layer->first_name == INCMAP_NO_NAMES)
        return feature->name;
    for (guint i = 0; i < header->n_languages; i++) {
        if (strcmp(layers->strings + header->languages[i], language) != 0)
            continue;
        guint32 row = layer->first_name + feature->index;
        guint32 name = layers->names[(gsize)row * header->n_languages + i];
        return name == 0 ? feature->name : layers->strings + name;
    }
    return feature->name;
}

/* Whether two spans of longitude meet, each from its west over its width, on the circle. */
static gboolean
spans_meet(gint64 west_a_e7, gint64 width_a_e7, gint64 west_b_e7, gint64 width_b_e7)
{
    const gint64 turn_e7 = 2 * (gint64)INCMAP_HALF_TURN_E7;
    gint64 offset_e7 = (west_b_e7 - west_a_e7) % turn_e7;
    if (offset_e7 < 0)
        offset_e7 += turn_e7;
    return offset_e7 <= width_a_e7 || offset_e7 + width_b_e7 >= turn_e7;
}

void
incmap_layers_each(const IncmapLayers *layers, IncmapLayerId layer, IncmapExtent extent,
                   IncmapFeatureFunc func, gpointer data)
{
    guint32 n_features = incmap_layers_n_features(layers, layer);
    gint64 west_e7 = (gint64)(extent.west_deg * INCMAP_E7);
    gint64 width_e7 = (gint64)((extent.east_deg - extent.west_deg) * INCMAP_E7);
    double south_e7 = extent.south_deg * INCMAP_E7;
    double north_e7 = extent.north_deg * INCMAP_E7;
    for (guint32 i = 0; i < n_features; i++) {
        const IncmapStoredFeature *stored = incmap_layers_stored(layers, layer, i);
        if (stored->south_e7 > north_e7 || stored->north_e7 < south_e7 ||
            !spans_meet(west_e7, width_e7, stored->west_e7, stored->width_e7))
            continue;
        IncmapFeature feature;
        incmap_layers_get(layers, layer, i, &feature);
        if (!func(&feature, data))
            return;
    }
}
