/* SPDX-License-Identifier: MIT */
/*
 * Gazetteers beside the standard one. Layers are asked from the highest number
 * down; what a lower one says of a place that a higher one knows by the same id
 * is left out, and the rest stands in the order of importance.
 */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "locate/gazetteer-private.h"

gboolean
incmap_gazetteer_take_layer(IncmapGazetteer *gazetteer, IncmapGazetteer *layer, guint32 first,
                            guint32 last)
{
    for (guint32 number = first; number <= last; number++) {
        if (gazetteer->layers[number] != NULL)
            continue;
        gazetteer->layers[number] = layer;
        gazetteer->n_layers = MAX(gazetteer->n_layers, number + 1);
        layer->number = number;
        return TRUE;
    }
    return FALSE;
}

gboolean
incmap_gazetteer_add_file(IncmapGazetteer *gazetteer, const char *path, GError **error)
{
    g_return_val_if_fail(gazetteer != NULL && path != NULL, FALSE);
    IncmapGazetteer *layer = incmap_gazetteer_open(path, error);
    if (layer == NULL)
        return FALSE;
    gboolean is_own = (layer->header->flags & INCMAP_GAZETTEER_OWN) != 0;
    if (incmap_gazetteer_take_layer(gazetteer, layer,
                                    is_own ? INCMAP_LAYER_FIRST_OWN : INCMAP_LAYER_FIRST_ADDED,
                                    is_own ? INCMAP_LAYER_LAST_OWN - 1 : INCMAP_LAYER_LAST_ADDED))
        return TRUE;
    incmap_gazetteer_free(layer);
    return incmap_fail(error, INCMAP_ERROR_LAYER,
                       "%s: too many gazetteers of this kind; add their files in one command",
                       path);
}

static int
compare_order(const IncmapPlace *p, const IncmapPlace *q)
{
    gboolean is_own = incmap_place_is_own(p);
    if (is_own != incmap_place_is_own(q))
        return is_own ? -1 : 1;
    double p_weight = incmap_place_importance(p), q_weight = incmap_place_importance(q);
    if (p_weight != q_weight)
        return p_weight > q_weight ? -1 : 1;
    if (p->index >> INCMAP_OVERLAY_SHIFT != q->index >> INCMAP_OVERLAY_SHIFT)
        return p->index > q->index ? -1 : 1;
    return p->index < q->index ? -1 : p->index > q->index;
}

static int
compare_places(gconstpointer a, gconstpointer b)
{
    return compare_order(a, b);
}

static int
compare_matches(gconstpointer a, gconstpointer b)
{
    const IncmapNameMatch *p = a, *q = b;
    if (p->edits != q->edits)
        return p->edits < q->edits ? -1 : 1;
    int order = compare_order(&p->place, &q->place);
    return order != 0 ? order : p->kind < q->kind ? -1 : p->kind > q->kind;
}

/* Whether a layer above the one of @place has brought a place with its id. Positive ids are
 * GeoNames' and mean the same everywhere; others are numbers within one file. */
static gboolean
is_replaced(const IncmapPlace *place, const GHashTable *layers_of_ids)
{
    if (place->id <= 0)
        return FALSE;
    gpointer layer = g_hash_table_lookup((GHashTable *)layers_of_ids, &place->id);
    return GPOINTER_TO_UINT(layer) > place->index >> INCMAP_OVERLAY_SHIFT;
}

/* Leaves out of an array from @first on what a higher layer replaces; @at is where in an element
 * the place stands. The elements come from the highest layer down. */
static void
drop_replaced(GArray *array, guint first, gsize at)
{
    gsize size = g_array_get_element_size(array);
    g_autoptr(GHashTable) layers_of_ids = g_hash_table_new(g_int64_hash, g_int64_equal);
    for (guint i = first; i < array->len; i++) {
        IncmapPlace *place = (IncmapPlace *)(void *)(array->data + i * size + at);
        guint32 layer = place->index >> INCMAP_OVERLAY_SHIFT;
        if (layer > 0 && place->id > 0 && !g_hash_table_contains(layers_of_ids, &place->id))
            g_hash_table_insert(layers_of_ids, &place->id, GUINT_TO_POINTER(layer));
    }
    if (g_hash_table_size(layers_of_ids) == 0)
        return;
    g_autofree char *kept = g_malloc(size * (array->len - first));
    guint n_kept = 0;
    for (guint i = first; i < array->len; i++) {
        const char *element = array->data + i * size;
        if (!is_replaced((const IncmapPlace *)(const void *)(element + at), layers_of_ids))
            memcpy(kept + size * n_kept++, element, size);
    }
    memcpy(array->data + first * size, kept, size * n_kept);
    g_array_set_size(array, first + n_kept);
}

void
incmap_gazetteer_settle_matches(GArray *matches, guint first)
{
    drop_replaced(matches, first, G_STRUCT_OFFSET(IncmapNameMatch, place));
    if (matches->len > first + 1)
        qsort(&g_array_index(matches, IncmapNameMatch, first), matches->len - first,
              sizeof(IncmapNameMatch), compare_matches);
}

void
incmap_gazetteer_settle_places(GArray *places, guint first)
{
    drop_replaced(places, first, 0);
    if (places->len > first + 1)
        qsort(&g_array_index(places, IncmapPlace, first), places->len - first, sizeof(IncmapPlace),
              compare_places);
}

const char *
incmap_gazetteer_credit(const IncmapGazetteer *gazetteer, const IncmapPlace *place)
{
    const IncmapGazetteer *layer =
        incmap_gazetteer_layer(gazetteer, place->index >> INCMAP_OVERLAY_SHIFT);
    if (layer == NULL || layer->header->credit == 0)
        return NULL;
    return incmap_gazetteer_text(layer->strings, layer->n_strings, layer->header->credit);
}
