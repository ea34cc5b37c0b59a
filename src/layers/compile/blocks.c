/* SPDX-License-Identifier: MIT */
#include "layers/compile/blocks.h"

#include "layers/compile/extent.h"

#include <stdlib.h>

typedef struct Placed Placed;
struct Placed {
    guint64 key;
    IncmapStoredPlace place;
};

static int
compare_placed(gconstpointer a, gconstpointer b)
{
    const Placed *p = a;
    const Placed *q = b;
    if (p->key != q->key)
        return p->key < q->key ? -1 : 1;
    return (p->place.part > q->place.part) - (p->place.part < q->place.part);
}

static GArray *
list_places(const IncmapBook *book, const IncmapStoredLayer *layer)
{
    GArray *places = g_array_new(FALSE, TRUE, sizeof(Placed));
    for (guint32 i = 0; i < layer->n_features; i++) {
        const IncmapStoredFeature *feature = &g_array_index(
            book->sections[INCMAP_SECTION_FEATURES], IncmapStoredFeature, layer->first_feature + i);
        for (guint32 k = 0; k < feature->n_parts; k++) {
            guint32 part = feature->first_part + k;
            Placed placed = {
                .key = incmap_extent_find_place(
                    g_array_index(book->sections[INCMAP_SECTION_PARTS], IncmapStoredPart, part)
                        .extent),
                .place = {part, i},
            };
            g_array_append_val(places, placed);
        }
    }
    if (places->len > 0)
        qsort(places->data, places->len, sizeof(Placed), compare_placed);
    return places;
}

static void
fill_layer(IncmapBook *book, IncmapStoredLayer *layer)
{
    g_autoptr(GArray) places = list_places(book, layer);
    GArray *blocks = book->sections[INCMAP_SECTION_BLOCKS];
    layer->first_place = book->sections[INCMAP_SECTION_PLACES]->len;
    layer->n_places = places->len;
    layer->first_block = blocks->len;
    for (guint i = 0; i < places->len; i++) {
        IncmapStoredPlace place = g_array_index(places, Placed, i).place;
        IncmapExtentE7 e =
            g_array_index(book->sections[INCMAP_SECTION_PARTS], IncmapStoredPart, place.part)
                .extent;
        g_array_append_val(book->sections[INCMAP_SECTION_PLACES], place);
        if (i % INCMAP_BLOCK_SIZE == 0)
            g_array_append_val(blocks, e);
        IncmapExtentE7 *block = &g_array_index(blocks, IncmapExtentE7, blocks->len - 1);
        block->west_e7 = MIN(block->west_e7, e.west_e7);
        block->south_e7 = MIN(block->south_e7, e.south_e7);
        block->east_e7 = MAX(block->east_e7, e.east_e7);
        block->north_e7 = MAX(block->north_e7, e.north_e7);
    }
}

void
incmap_blocks_fill(IncmapBook *book)
{
    for (guint i = 0; i < INCMAP_N_LAYERS; i++)
        fill_layer(book, &book->header.layers[i]);
}
