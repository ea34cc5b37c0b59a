/* SPDX-License-Identifier: MIT */
/*
 * One walk over the tables of a mapped file, so that no accessor has to check
 * an index again. Vertices and names of places are read only when they are
 * drawn; a damaged vertex draws a wrong line but can't lead outside.
 */
#include "layers/mapped.h"

#include "base/error.h"

#include <string.h>

typedef struct Limits Limits;
struct Limits {
    guint32 n_strings, n_features, n_rows, n_parts, n_references, n_arcs, n_cell_lists;
};

gsize
incmap_section_entry_size(IncmapSectionId section)
{
    switch (section) {
    case INCMAP_SECTION_STRINGS:
        return 1;
    case INCMAP_SECTION_FEATURES:
        return sizeof(IncmapStoredFeature);
    case INCMAP_SECTION_PARTS:
        return sizeof(IncmapStoredPart);
    case INCMAP_SECTION_PLACES:
        return sizeof(IncmapStoredPlace);
    case INCMAP_SECTION_ARC_EXTENTS:
    case INCMAP_SECTION_BLOCKS:
        return sizeof(IncmapExtentE7);
    case INCMAP_SECTION_CELL_RUNS:
        return sizeof(IncmapStoredRun);
    default:
        return section >= INCMAP_SECTION_VERTICES ? sizeof(IncmapE7) : sizeof(guint32);
    }
}

guint64
incmap_layers_checksum(gconstpointer data, gsize length)
{
    const guint8 *bytes = data;
    guint64 hash = 0xcbf29ce484222325u;
    for (gsize i = 0; i < length; i += 8) {
        guint64 word = 0;
        memcpy(&word, bytes + i, MIN((gsize)8, length - i));
        hash = (hash ^ word) * 0x100000001b3u;
        hash ^= hash >> 29;
    }
    return hash;
}

static gboolean
are_names_valid(const IncmapLayers *layers, const Limits *limits)
{
    const IncmapSection *names = &layers->header->sections[INCMAP_SECTION_NAMES];
    guint32 largest = 0;
    for (guint64 i = 0; i < names->n_entries; i++)
        largest = MAX(largest, layers->names[i]);
    return names->n_entries == 0 || largest < limits->n_strings;
}

static gboolean
is_header_valid(const IncmapLayers *layers, const Limits *limits)
{
    const IncmapLayersHeader *header = layers->header;
    if (header->n_languages > INCMAP_MAX_LANGUAGES)
        return FALSE;
    for (guint i = 0; i < header->n_languages; i++)
        if (header->languages[i] >= limits->n_strings)
            return FALSE;
    for (guint i = 0; i < INCMAP_N_LAYERS; i++) {
        const IncmapStoredLayer *layer = &header->layers[i];
        if (layer->credit >= limits->n_strings || layer->n_features > limits->n_features ||
            layer->first_feature > limits->n_features - layer->n_features)
            return FALSE;
        if (layer->first_name != INCMAP_NO_NAMES &&
            (layer->n_features > limits->n_rows ||
             layer->first_name > limits->n_rows - layer->n_features))
            return FALSE;
    }
    return TRUE;
}

static gboolean
are_features_valid(const IncmapLayers *layers, const Limits *limits)
{
    guint32 n_countries = layers->header->layers[INCMAP_LAYER_COUNTRIES].n_features;
    gboolean is_valid = TRUE;
    for (guint32 i = 0; i < limits->n_features; i++) {
        const IncmapStoredFeature *f = &layers->features[i];
        guint32 text = MAX(MAX(f->id, f->name), MAX(MAX(f->code, f->code2), f->kind));
        is_valid &= (text < limits->n_strings) & (f->n_parts <= limits->n_parts) &
                    ((guint64)f->first_part + f->n_parts <= limits->n_parts) &
                    ((f->country == 0) | (f->country < n_countries));
    }
    for (guint32 i = 0; i < limits->n_parts; i++) {
        const IncmapStoredPart *part = &layers->parts[i];
        is_valid &= (guint64)part->first_reference + part->n_references <= limits->n_references;
    }
    for (guint32 i = 0; i < limits->n_references; i++)
        is_valid &= incmap_reference_arc(layers->references[i]) < limits->n_arcs;
    return is_valid;
}

static gboolean
are_arcs_valid(const IncmapLayers *layers, const Limits *limits)
{
    const IncmapSection *sections = layers->header->sections;
    if (sections[INCMAP_SECTION_ARC_EXTENTS].n_entries != limits->n_arcs)
        return FALSE;
    gboolean is_valid = TRUE;
    for (guint level = 0; level < INCMAP_N_LEVELS; level++) {
        const guint32 *starts = layers->starts[level];
        if (sections[INCMAP_SECTION_STARTS + level].n_entries != (guint64)limits->n_arcs + 1)
            return FALSE;
        for (guint32 i = 0; i < limits->n_arcs; i++)
            is_valid &= starts[i] <= starts[i + 1];
        is_valid &= starts[limits->n_arcs] <= sections[INCMAP_SECTION_VERTICES + level].n_entries;
    }
    return is_valid;
}

static gboolean
are_places_valid(const IncmapLayers *layers, const Limits *limits)
{
    guint64 n_places = layers->header->sections[INCMAP_SECTION_PLACES].n_entries;
    guint64 n_blocks = layers->header->sections[INCMAP_SECTION_BLOCKS].n_entries;
    gboolean is_valid = TRUE;
    for (guint i = 0; i < INCMAP_N_LAYERS && is_valid; i++) {
        const IncmapStoredLayer *layer = &layers->header->layers[i];
        is_valid = (guint64)layer->first_place + layer->n_places <= n_places &&
                   (guint64)layer->first_block + incmap_layer_n_blocks(layer) <= n_blocks;
        for (guint32 k = 0; is_valid && k < layer->n_places; k++) {
            const IncmapStoredPlace *place = &layers->places[layer->first_place + k];
            is_valid = (place->part < limits->n_parts) & (place->feature < layer->n_features);
        }
    }
    return is_valid;
}

/* What a run says is checked when it is used: there are many and few are ever read. */
static gboolean
are_cells_valid(const IncmapLayers *layers)
{
    const IncmapSection *sections = layers->header->sections;
    if (sections[INCMAP_SECTION_CELL_ROWS].n_entries != INCMAP_N_CELL_ROWS + 1)
        return FALSE;
    const guint32 *rows = layers->cell_rows;
    for (guint i = 0; i < INCMAP_N_CELL_ROWS; i++)
        if (rows[i] > rows[i + 1])
            return FALSE;
    return rows[INCMAP_N_CELL_ROWS] <= sections[INCMAP_SECTION_CELL_RUNS].n_entries;
}

gboolean
incmap_layers_validate(const IncmapLayers *layers, const char *path, GError **error)
{
    const IncmapSection *sections = layers->header->sections;
    guint64 n_strings = sections[INCMAP_SECTION_STRINGS].n_entries;
    for (guint i = 0; i < INCMAP_N_SECTIONS; i++)
        if (sections[i].n_entries >= G_MAXINT32)
            return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: section %u is too long", path, i);
    Limits limits = {
        .n_strings = (guint32)n_strings,
        .n_features = (guint32)sections[INCMAP_SECTION_FEATURES].n_entries,
        .n_rows = (guint32)(sections[INCMAP_SECTION_NAMES].n_entries /
                            MAX(layers->header->n_languages, 1)),
        .n_parts = (guint32)sections[INCMAP_SECTION_PARTS].n_entries,
        .n_references = (guint32)sections[INCMAP_SECTION_REFERENCES].n_entries,
        .n_arcs = layers->header->n_arcs,
    };
    gboolean is_valid = n_strings > 0 && layers->strings[n_strings - 1] == '\0' &&
                        limits.n_arcs < G_MAXINT32 && is_header_valid(layers, &limits) &&
                        are_features_valid(layers, &limits) && are_names_valid(layers, &limits) &&
                        are_arcs_valid(layers, &limits) && are_places_valid(layers, &limits) &&
                        are_cells_valid(layers);
    if (!is_valid)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: its tables are damaged; install or build the layers again", path);
    return TRUE;
}
