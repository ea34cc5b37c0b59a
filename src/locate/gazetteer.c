/* SPDX-License-Identifier: MIT */
/*
 * Opening a gazetteer file and looking names up in it.
 */
#include "locate/gazetteer.h"

#include <string.h>

#include "base/error.h"
#include "locate/gazetteer-private.h"

/* Of so many namesakes only the most important are looked at. */
#define MAX_POSTINGS 10000u

static const gsize record_sizes[INCMAP_N_SECTIONS] = {
    [INCMAP_SECTION_STRINGS] = 1,
    [INCMAP_SECTION_PLACES] = sizeof(IncmapPlaceRecord),
    [INCMAP_SECTION_NAMES] = sizeof(IncmapNameRecord),
    [INCMAP_SECTION_KEYS] = sizeof(IncmapKeyRecord),
    [INCMAP_SECTION_KEY_TEXT] = 1,
    [INCMAP_SECTION_KEY_SLOTS] = sizeof(guint32),
    [INCMAP_SECTION_POSTINGS] = sizeof(guint32),
    [INCMAP_SECTION_COUNTRIES] = sizeof(IncmapCodeRecord),
    [INCMAP_SECTION_ADMIN1] = sizeof(IncmapCodeRecord),
    [INCMAP_SECTION_FEATURES] = sizeof(guint32),
    [INCMAP_SECTION_TREE] = sizeof(IncmapTreeNode),
    [INCMAP_SECTION_SKELETONS] = sizeof(IncmapSkeletonRecord),
    [INCMAP_SECTION_SKELETON_TEXT] = 1,
    [INCMAP_SECTION_SKELETON_KEYS] = sizeof(IncmapSkeletonKey),
    [INCMAP_SECTION_VARIANTS] = sizeof(guint32),
    [INCMAP_SECTION_BUCKETS] = sizeof(guint32),
};

static gboolean
check_header(const IncmapGazetteerHeader *header, gsize n_bytes, const char *name, GError **error)
{
    static const char remedy[] = "build it again with \"incmap gazetteer build\"";
    if (n_bytes < sizeof(*header) || memcmp(header->magic, INCMAP_GAZETTEER_MAGIC, 8) != 0)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: not a gazetteer file", name);
    if (header->order != INCMAP_GAZETTEER_ORDER)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: made on a machine of another byte order; %s", name, remedy);
    if (header->version != INCMAP_GAZETTEER_VERSION || header->n_sections != INCMAP_N_SECTIONS)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: version %u, but this program reads version %u; %s", name,
                           header->version, INCMAP_GAZETTEER_VERSION, remedy);
    if (header->n_bytes != n_bytes)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "%s: %" G_GSIZE_FORMAT " bytes long, but should be %" G_GUINT64_FORMAT
                           "; %s",
                           name, n_bytes, header->n_bytes, remedy);
    guint64 checksum = incmap_gazetteer_hash((const char *)header,
                                             G_STRUCT_OFFSET(IncmapGazetteerHeader, checksum));
    if (header->checksum != checksum)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: the header is damaged; %s", name,
                           remedy);
    return TRUE;
}

static gboolean
check_sections(const IncmapGazetteerHeader *header, const char *name, GError **error)
{
    const char *base = (const char *)header;
    for (int i = 0; i < INCMAP_N_SECTIONS; i++) {
        IncmapSectionRecord section = header->sections[i];
        gboolean is_text = record_sizes[i] == 1;
        if (section.offset % 8 != 0 || section.n_bytes % record_sizes[i] != 0 ||
            section.offset > header->n_bytes || section.n_bytes > header->n_bytes - section.offset)
            return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: section %d lies outside the file",
                               name, i);
        if (is_text && section.n_bytes > 0 && base[section.offset + section.n_bytes - 1] != '\0')
            return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: section %d isn't terminated", name,
                               i);
    }
    guint64 n_slots = header->sections[INCMAP_SECTION_KEY_SLOTS].n_bytes / sizeof(guint32);
    guint64 n_buckets = header->sections[INCMAP_SECTION_BUCKETS].n_bytes / sizeof(guint32);
    if (n_slots == 0 || (n_slots & (n_slots - 1)) != 0 || n_buckets < 2 ||
        ((n_buckets - 1) & (n_buckets - 2)) != 0 ||
        header->sections[INCMAP_SECTION_KEYS].n_bytes == 0 ||
        header->sections[INCMAP_SECTION_SKELETONS].n_bytes == 0)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "%s: a table has a wrong size", name);
    return TRUE;
}

static gconstpointer
map_section(const IncmapGazetteer *gazetteer, IncmapSection section, guint32 *out_n)
{
    IncmapSectionRecord record = gazetteer->header->sections[section];
    *out_n = (guint32)(record.n_bytes / record_sizes[section]);
    return (const char *)gazetteer->header + record.offset;
}

static void
map_sections(IncmapGazetteer *gazetteer)
{
    guint32 n = 0;
    gazetteer->strings = map_section(gazetteer, INCMAP_SECTION_STRINGS, &n);
    gazetteer->n_strings = n;
    gazetteer->key_text = map_section(gazetteer, INCMAP_SECTION_KEY_TEXT, &n);
    gazetteer->n_key_text = n;
    gazetteer->skeleton_text = map_section(gazetteer, INCMAP_SECTION_SKELETON_TEXT, &n);
    gazetteer->n_skeleton_text = n;
    gazetteer->places = map_section(gazetteer, INCMAP_SECTION_PLACES, &gazetteer->n_places);
    gazetteer->names = map_section(gazetteer, INCMAP_SECTION_NAMES, &gazetteer->n_names);
    gazetteer->keys = map_section(gazetteer, INCMAP_SECTION_KEYS, &n);
    gazetteer->n_keys = n - 1;
    gazetteer->slots = map_section(gazetteer, INCMAP_SECTION_KEY_SLOTS, &gazetteer->n_slots);
    gazetteer->postings = map_section(gazetteer, INCMAP_SECTION_POSTINGS, &gazetteer->n_postings);
    gazetteer->countries =
        map_section(gazetteer, INCMAP_SECTION_COUNTRIES, &gazetteer->n_countries);
    gazetteer->admin1 = map_section(gazetteer, INCMAP_SECTION_ADMIN1, &gazetteer->n_admin1);
    gazetteer->features = map_section(gazetteer, INCMAP_SECTION_FEATURES, &gazetteer->n_features);
    gazetteer->tree = map_section(gazetteer, INCMAP_SECTION_TREE, &gazetteer->n_tree);
    gazetteer->skeletons = map_section(gazetteer, INCMAP_SECTION_SKELETONS, &n);
    gazetteer->n_skeletons = n - 1;
    gazetteer->skeleton_keys =
        map_section(gazetteer, INCMAP_SECTION_SKELETON_KEYS, &gazetteer->n_skeleton_keys);
    gazetteer->variants = map_section(gazetteer, INCMAP_SECTION_VARIANTS, &gazetteer->n_variants);
    gazetteer->buckets = map_section(gazetteer, INCMAP_SECTION_BUCKETS, &n);
    gazetteer->n_buckets = n - 1;
}

IncmapGazetteer *
incmap_gazetteer_new_for_bytes(GBytes *bytes, const char *name, GError **error)
{
    gsize n_bytes = 0;
    const IncmapGazetteerHeader *header = g_bytes_get_data(bytes, &n_bytes);
    if (!check_header(header, n_bytes, name, error) || !check_sections(header, name, error))
        return NULL;
    IncmapGazetteer *gazetteer = g_new0(IncmapGazetteer, 1);
    gazetteer->bytes = g_bytes_ref(bytes);
    gazetteer->header = header;
    map_sections(gazetteer);
    return gazetteer;
}

IncmapGazetteer *
incmap_gazetteer_open(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    g_autoptr(GError) failure = NULL;
    g_autoptr(GMappedFile) file = g_mapped_file_new(path, FALSE, &failure);
    if (file == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "%s: %s", path, failure->message);
        return NULL;
    }
    g_autoptr(GBytes) bytes = g_mapped_file_get_bytes(file);
    IncmapGazetteer *gazetteer = incmap_gazetteer_new_for_bytes(bytes, path, error);
    if (gazetteer != NULL)
        gazetteer->is_mapped = TRUE;
    if (gazetteer != NULL && g_bytes_get_size(bytes) > INCMAP_GAZETTEER_LARGE)
        gazetteer->n_asked = g_new0(gint, 1);
    return gazetteer;
}

void
incmap_gazetteer_free(IncmapGazetteer *gazetteer)
{
    if (gazetteer == NULL)
        return;
    for (guint32 number = 1; number < gazetteer->n_layers; number++)
        incmap_gazetteer_free(gazetteer->layers[number]);
    g_bytes_unref(gazetteer->bytes);
    g_free(gazetteer->n_asked);
    g_free(gazetteer);
}

void
incmap_gazetteer_fill(const IncmapGazetteer *gazetteer, guint32 index, IncmapPlace *out_place)
{
    const IncmapPlaceRecord *record = &gazetteer->places[index];
    guint32 country =
        record->country < gazetteer->n_countries ? gazetteer->countries[record->country].code : 0;
    guint32 admin1 =
        record->admin1 < gazetteer->n_admin1 ? gazetteer->admin1[record->admin1].code : 0;
    guint32 feature =
        record->feature < gazetteer->n_features ? gazetteer->features[record->feature] : 0;
    const char *strings = gazetteer->strings;
    gsize n_strings = gazetteer->n_strings;
    *out_place = (IncmapPlace){
        .index = index | gazetteer->number << INCMAP_OVERLAY_SHIFT,
        .id = record->id,
        .kind = record->kind <= INCMAP_PLACE_LAKE ? record->kind : INCMAP_PLACE_TOWN,
        .name = incmap_gazetteer_text(strings, n_strings, record->name),
        .feature_code = incmap_gazetteer_text(strings, n_strings, feature),
        .point = {record->lon_e7 / 1e7, record->lat_e7 / 1e7},
        .population = record->population,
        .country_code = incmap_gazetteer_text(strings, n_strings, country),
        .admin1_code = incmap_gazetteer_text(strings, n_strings, admin1),
        .radius_km = record->radius_km,
    };
}

void
incmap_gazetteer_get(const IncmapGazetteer *gazetteer, guint32 index, IncmapPlace *out_place)
{
    const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, index >> INCMAP_OVERLAY_SHIFT);
    index &= (1u << INCMAP_OVERLAY_SHIFT) - 1;
    g_return_if_fail(layer != NULL && index < layer->n_places);
    incmap_gazetteer_fill(layer, index, out_place);
}

/* The number of the key that is exactly @folded, or G_MAXUINT32. */
static guint32
find_key(const IncmapGazetteer *gazetteer, const char *folded)
{
    guint32 mask = gazetteer->n_slots - 1;
    guint32 slot = (guint32)incmap_gazetteer_hash(folded, strlen(folded)) & mask;
    for (guint32 tries = 0; tries <= mask; tries++, slot = (slot + 1) & mask) {
        guint32 key = gazetteer->slots[slot];
        if (key == 0 || key > gazetteer->n_keys)
            return G_MAXUINT32;
        if (strcmp(incmap_gazetteer_text(gazetteer->key_text, gazetteer->n_key_text,
                                         gazetteer->keys[key - 1].text),
                   folded) == 0)
            return key - 1;
    }
    return G_MAXUINT32;
}

/* The postings of @key, cut to what the file holds. */
static const guint32 *
get_postings(const IncmapGazetteer *gazetteer, guint32 key, guint32 *out_n)
{
    guint32 first = gazetteer->keys[key].first_posting;
    guint32 end = MIN(gazetteer->keys[key + 1].first_posting, gazetteer->n_postings);
    *out_n = first < end ? MIN(end - first, MAX_POSTINGS) : 0;
    return gazetteer->postings + first;
}

guint
incmap_gazetteer_append_postings(const IncmapGazetteer *gazetteer, guint32 key, unsigned edits,
                                 GArray *matches)
{
    guint32 n = 0, n_found = 0;
    const guint32 *postings = get_postings(gazetteer, key, &n);
    const char *folded = incmap_gazetteer_text(gazetteer->key_text, gazetteer->n_key_text,
                                               gazetteer->keys[key].text);
    for (guint32 i = 0; i < n; i++) {
        guint32 place = postings[i] & (INCMAP_GAZETTEER_MAX_PLACES - 1);
        guint32 kind = postings[i] >> 28;
        if (place >= gazetteer->n_places || kind >= INCMAP_N_NAME_KINDS)
            continue;
        IncmapNameMatch match = {.kind = (IncmapNameKind)kind, .folded = folded, .edits = edits};
        incmap_gazetteer_fill(gazetteer, place, &match.place);
        g_array_append_val(matches, match);
        n_found++;
        incmap_gazetteer_relax(gazetteer, 1);
    }
    return n_found;
}

static int
compare_edits(gconstpointer a, gconstpointer b)
{
    const IncmapNameMatch *p = a, *q = b;
    if (p->edits != q->edits)
        return p->edits < q->edits ? -1 : 1;
    if (p->place.index != q->place.index)
        return p->place.index < q->place.index ? -1 : 1;
    return p->kind < q->kind ? -1 : p->kind > q->kind;
}

guint
incmap_gazetteer_match(const IncmapGazetteer *gazetteer, const char *folded, unsigned max_edits,
                       GArray *matches)
{
    g_return_val_if_fail(gazetteer != NULL && folded != NULL && matches != NULL, 0);
    guint before = matches->len;
    guint32 n_layers = incmap_gazetteer_n_layers(gazetteer);
    for (guint32 number = n_layers; number-- > 0;) {
        const IncmapGazetteer *layer = incmap_gazetteer_layer(gazetteer, number);
        if (layer == NULL)
            continue;
        incmap_gazetteer_relax(layer, 1);
        guint32 key = max_edits == 0 ? find_key(layer, folded) : G_MAXUINT32;
        if (max_edits > 0)
            incmap_gazetteer_append_similar(layer, folded, max_edits, matches);
        else if (key != G_MAXUINT32)
            incmap_gazetteer_append_postings(layer, key, 0, matches);
    }
    if (n_layers > 1)
        incmap_gazetteer_settle_matches(matches, before);
    else if (max_edits > 0 && matches->len > before + 1)
        qsort(&g_array_index(matches, IncmapNameMatch, before), matches->len - before,
              sizeof(IncmapNameMatch), compare_edits);
    return matches->len - before;
}

static guint
append_places(const GArray *matches, GArray *places)
{
    guint n = 0;
    for (guint i = 0; i < matches->len; i++) {
        const IncmapNameMatch *match = &g_array_index(matches, IncmapNameMatch, i);
        if (match->kind > INCMAP_NAME_SHORT)
            continue;
        g_array_append_val(places, match->place);
        n++;
    }
    return n;
}

guint
incmap_gazetteer_find(const IncmapGazetteer *gazetteer, const char *folded, GArray *places)
{
    return incmap_gazetteer_find_similar(gazetteer, folded, 0, places);
}

guint
incmap_gazetteer_find_similar(const IncmapGazetteer *gazetteer, const char *folded,
                              unsigned max_edits, GArray *places)
{
    g_autoptr(GArray) matches = g_array_new(FALSE, FALSE, sizeof(IncmapNameMatch));
    incmap_gazetteer_match(gazetteer, folded, max_edits, matches);
    return append_places(matches, places);
}
