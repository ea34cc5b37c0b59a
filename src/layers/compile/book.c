/* SPDX-License-Identifier: MIT */
#include "layers/compile/book.h"

#include "layers/compile/extent.h"
#include "layers/compile/thin.h"

#include "base/output.h"

#include <math.h>
#include <string.h>

/* Metres. The sources are made for 150 m, so that less than 600 m would thin nothing; from there
 * on each level has about half the vertices of the one before. */
static const float tolerances_m[INCMAP_N_LEVELS] = {0, 600, 1200, 2500, 5000, 10000, 20000, 40000};

static guint32
add_string(IncmapBook *book, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return 0;
    gpointer known = g_hash_table_lookup(book->offsets, text);
    if (known != NULL)
        return GPOINTER_TO_UINT(known);
    guint32 offset = (guint32)book->strings->len;
    g_string_append_len(book->strings, text, (gssize)strlen(text) + 1);
    g_hash_table_insert(book->offsets, g_strdup(text), GUINT_TO_POINTER(offset));
    return offset;
}

IncmapBook *
incmap_book_new(const IncmapArcs *arcs, const char *const *languages)
{
    IncmapBook *book = g_new0(IncmapBook, 1);
    book->arcs = arcs;
    book->strings = g_string_new_len("", 1);
    book->offsets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < INCMAP_N_SECTIONS; i++)
        book->sections[i] = g_array_new(FALSE, FALSE, (guint)incmap_section_entry_size(i));
    IncmapLayersHeader *header = &book->header;
    memcpy(header->magic, INCMAP_LAYERS_MAGIC, sizeof header->magic);
    header->version = INCMAP_LAYERS_VERSION;
    header->byte_order = INCMAP_LAYERS_BYTE_ORDER;
    header->n_arcs = arcs->arcs->len;
    memcpy(header->tolerance_m, tolerances_m, sizeof tolerances_m);
    for (guint i = 0; languages[i] != NULL && i < INCMAP_MAX_LANGUAGES; i++)
        header->languages[header->n_languages++] = add_string(book, languages[i]);
    for (guint i = 0; i < INCMAP_N_LAYERS; i++)
        header->layers[i].first_name = INCMAP_NO_NAMES;
    return book;
}

void
incmap_book_free(IncmapBook *book)
{
    if (book == NULL)
        return;
    g_string_free(book->strings, TRUE);
    g_hash_table_unref(book->offsets);
    for (guint i = 0; i < INCMAP_N_SECTIONS; i++)
        g_clear_pointer(&book->sections[i], g_array_unref);
    g_free(book);
}

void
incmap_book_begin(IncmapBook *book, IncmapLayerId id, const char *credit, IncmapBookNames names)
{
    IncmapStoredLayer *layer = &book->header.layers[id];
    book->layer = layer;
    layer->first_feature = book->sections[INCMAP_SECTION_FEATURES]->len;
    layer->credit = add_string(book, credit);
    if (names == INCMAP_BOOK_NAMED && book->header.n_languages > 0)
        layer->first_name = book->sections[INCMAP_SECTION_NAMES]->len / book->header.n_languages;
}

static void
add_names(IncmapBook *book, const IncmapEntry *entry)
{
    for (guint i = 0; i < book->header.n_languages; i++) {
        guint32 name = entry->names != NULL ? add_string(book, entry->names[i]) : 0;
        g_array_append_val(book->sections[INCMAP_SECTION_NAMES], name);
    }
}

static void
add_parts(IncmapBook *book, const IncmapChains *chains, const IncmapChain *first, guint32 n_chains)
{
    GArray *references = book->sections[INCMAP_SECTION_REFERENCES];
    for (guint32 i = 0; i < n_chains; i++) {
        const IncmapChain *chain = &first[i];
        IncmapStoredPart part = {
            .extent = incmap_extent_of_chain(book->arcs, chains, chain),
            .first_reference = references->len,
            .n_references = chain->n_references,
        };
        g_array_append_vals(references, incmap_chains_references(chains, chain),
                            chain->n_references);
        g_array_append_val(book->sections[INCMAP_SECTION_PARTS], part);
    }
}

void
incmap_book_add(IncmapBook *book, const IncmapEntry *entry, const IncmapChains *chains,
                const IncmapChain *first, guint32 n_chains)
{
    IncmapStoredLayer *layer = book->layer;
    GArray *parts = book->sections[INCMAP_SECTION_PARTS];
    IncmapStoredFeature feature = {
        .id = add_string(book, entry->id),
        .name = add_string(book, entry->name),
        .code = add_string(book, entry->code),
        .code2 = add_string(book, entry->code2),
        .kind = add_string(book, entry->kind),
        .rank = entry->rank,
        .country = entry->country,
        .min_km = entry->min_km,
        .max_km = entry->max_km,
        .first_part = parts->len,
        .n_parts = n_chains,
    };
    add_parts(book, chains, first, n_chains);
    if (n_chains > 0) {
        incmap_extent_join(&g_array_index(parts, IncmapStoredPart, feature.first_part), n_chains,
                           &feature);
        feature.label = incmap_extent_choose_label(book->arcs, chains, first);
    }
    if (entry->has_label)
        feature.label = (IncmapE7){(gint32)lrint(entry->label.lon_deg * INCMAP_E7),
                                   (gint32)lrint(entry->label.lat_deg * INCMAP_E7)};
    if (layer->first_name != INCMAP_NO_NAMES)
        add_names(book, entry);
    g_array_append_val(book->sections[INCMAP_SECTION_FEATURES], feature);
    layer->n_features++;
}

static void
add_arcs(IncmapBook *book)
{
    for (guint level = 0; level < INCMAP_N_LEVELS; level++) {
        GArray *starts = book->sections[INCMAP_SECTION_STARTS + level];
        GArray *vertices = book->sections[INCMAP_SECTION_VERTICES + level];
        for (guint i = 0; i < book->arcs->arcs->len; i++) {
            g_array_append_val(starts, vertices->len);
            incmap_thin_arc(book->arcs, i, tolerances_m[level], vertices);
        }
        g_array_append_val(starts, vertices->len);
    }
    for (guint i = 0; i < book->arcs->arcs->len; i++) {
        IncmapExtentE7 extent = incmap_arcs_extent(book->arcs, i);
        g_array_append_val(book->sections[INCMAP_SECTION_ARC_EXTENTS], extent);
    }
}

static void
append_section(IncmapBook *book, IncmapSectionId id, GByteArray *file)
{
    static const guint8 zeros[8];
    const GArray *entries = book->sections[id];
    gconstpointer data = id == INCMAP_SECTION_STRINGS ? book->strings->str : entries->data;
    gsize n = id == INCMAP_SECTION_STRINGS ? book->strings->len : entries->len;
    gsize length = n * incmap_section_entry_size(id);
    book->header.sections[id] = (IncmapSection){file->len, n, incmap_layers_checksum(data, length)};
    g_byte_array_append(file, data, (guint)length);
    g_byte_array_append(file, zeros, (guint)((8 - length % 8) % 8));
}

gboolean
incmap_book_write(IncmapBook *book, const char *path, GError **error)
{
    add_arcs(book);
    g_autoptr(GByteArray) file = g_byte_array_new();
    IncmapLayersHeader *header = &book->header;
    g_byte_array_append(file, (const guint8 *)header, sizeof *header);
    for (guint i = 0; i < INCMAP_N_SECTIONS; i++)
        append_section(book, i, file);
    gsize before = G_STRUCT_OFFSET(IncmapLayersHeader, n_languages);
    header->length = file->len;
    header->checksum =
        incmap_layers_checksum((const char *)header + before, sizeof *header - before);
    memcpy(file->data, header, sizeof *header);
    IncmapOutput *output = incmap_output_begin(path, error);
    if (output == NULL)
        return FALSE;
    incmap_output_append(output, file->data, file->len);
    return incmap_output_end(output, error);
}
