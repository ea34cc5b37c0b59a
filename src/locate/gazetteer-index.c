/* SPDX-License-Identifier: MIT */
/*
 * Sorting what was collected into the sections of the file.
 */
#include "locate/gazetteer-index.h"

#include <math.h>
#include <string.h>

#include "base/error.h"

#define MAX_FEATURES 4095u

/* In a large gazetteer most places weigh the same. Those with the same name then stand side by
 * side, so that looking at all of them touches few pages. */
#define MANY_PLACES 1000000u

static int
compare_importance(gconstpointer a, gconstpointer b, gpointer strings)
{
    const IncmapBuildPlace *p = a, *q = b;
    if (p->importance != q->importance)
        return p->importance > q->importance ? -1 : 1;
    int order = strings != NULL ? strcmp((const char *)strings + p->record.name,
                                         (const char *)strings + q->record.name)
                                : 0;
    if (order != 0)
        return order;
    if (p->record.id != q->record.id)
        return p->record.id < q->record.id ? -1 : 1;
    return p->order < q->order ? -1 : p->order > q->order;
}

/* Sorts the places and renumbers what refers to them. */
static void
order_places(IncmapGazetteerBuilder *builder)
{
    g_array_sort_with_data(builder->places, compare_importance,
                           builder->places->len > MANY_PLACES ? builder->strings->data : NULL);
    g_autofree guint32 *index_of = g_new(guint32, builder->places->len + 1);
    for (guint i = 0; i < builder->places->len; i++)
        index_of[g_array_index(builder->places, IncmapBuildPlace, i).order] = i;
    for (guint i = 0; i < builder->keys->len; i++) {
        IncmapBuildKey *key = &g_array_index(builder->keys, IncmapBuildKey, i);
        key->place = index_of[key->place];
    }
    for (guint i = 0; i < builder->names->len; i++) {
        IncmapBuildName *name = &g_array_index(builder->names, IncmapBuildName, i);
        name->place = index_of[name->place];
    }
}

static int
compare_text_at(gconstpointer a, gconstpointer b, gpointer text)
{
    return strcmp((char *)text + *(const guint32 *)a, (char *)text + *(const guint32 *)b);
}

/* A sorted list of the distinct codes that @member of the places names; number 0 is "". */
static GArray *
collect_codes(const IncmapGazetteerBuilder *builder, gsize member)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
    GArray *codes = g_array_new(FALSE, TRUE, sizeof(guint32));
    g_hash_table_add(seen, GUINT_TO_POINTER(0));
    g_array_set_size(codes, 1);
    for (guint i = 0; i < builder->places->len; i++) {
        guint32 code =
            G_STRUCT_MEMBER(guint32, &g_array_index(builder->places, IncmapBuildPlace, i), member);
        if (g_hash_table_add(seen, GUINT_TO_POINTER(code)))
            g_array_append_val(codes, code);
    }
    g_array_sort_with_data(codes, compare_text_at, builder->strings->data);
    return codes;
}

static GHashTable *
number_codes(const GArray *codes)
{
    GHashTable *numbers = g_hash_table_new(NULL, NULL);
    for (guint i = 0; i < codes->len; i++)
        g_hash_table_insert(numbers, GUINT_TO_POINTER(g_array_index(codes, guint32, i)),
                            GUINT_TO_POINTER(i));
    return numbers;
}

static void
add_section(IncmapGazetteerBuilder *builder, IncmapSection section, gconstpointer data,
            gsize n_bytes)
{
    if (builder->sections[section] == NULL)
        builder->sections[section] = g_byte_array_new();
    if (n_bytes > 0)
        g_byte_array_append(builder->sections[section], data, (guint)n_bytes);
}

/* The table of countries or admin-1 areas: the first place of that kind with a code is the area
 * itself. */
static void
write_codes(IncmapGazetteerBuilder *builder, IncmapSection section, const GArray *codes)
{
    gboolean is_country = section == INCMAP_SECTION_COUNTRIES;
    IncmapPlaceKind kind = is_country ? INCMAP_PLACE_COUNTRY : INCMAP_PLACE_ADMIN1;
    g_autofree IncmapCodeRecord *records = g_new0(IncmapCodeRecord, codes->len);
    for (guint i = 0; i < codes->len; i++) {
        records[i].code = g_array_index(codes, guint32, i);
        records[i].place = G_MAXUINT32;
    }
    for (guint i = 0; i < builder->places->len; i++) {
        IncmapBuildPlace *place = &g_array_index(builder->places, IncmapBuildPlace, i);
        IncmapCodeRecord *record =
            &records[is_country ? place->record.country : place->record.admin1];
        if (place->record.kind != kind || record->place != G_MAXUINT32 || record->code == 0)
            continue;
        record->place = i;
        record->name = place->record.name;
    }
    for (guint i = 0; is_country && i < codes->len; i++) {
        const char *code = (char *)builder->strings->data + records[i].code;
        records[i].extra =
            incmap_build_intern(builder, g_hash_table_lookup(builder->continents, code));
    }
    add_section(builder, section, records, codes->len * sizeof(*records));
}

static gboolean
write_places(IncmapGazetteerBuilder *builder, GError **error)
{
    g_autoptr(GArray) countries =
        collect_codes(builder, G_STRUCT_OFFSET(IncmapBuildPlace, country));
    g_autoptr(GArray) admin1 = collect_codes(builder, G_STRUCT_OFFSET(IncmapBuildPlace, admin1));
    g_autoptr(GArray) features = collect_codes(builder, G_STRUCT_OFFSET(IncmapBuildPlace, feature));
    if (countries->len > G_MAXUINT16 || admin1->len > G_MAXUINT16 || features->len > MAX_FEATURES)
        return incmap_fail(error, INCMAP_ERROR_LAYER,
                           "more than 65,535 areas or 4,095 feature codes in a gazetteer");
    g_autoptr(GHashTable) country_numbers = number_codes(countries);
    g_autoptr(GHashTable) admin1_numbers = number_codes(admin1);
    g_autoptr(GHashTable) feature_numbers = number_codes(features);
    for (guint i = 0; i < builder->places->len; i++) {
        IncmapBuildPlace *place = &g_array_index(builder->places, IncmapBuildPlace, i);
        place->record.country = (guint16)GPOINTER_TO_UINT(
            g_hash_table_lookup(country_numbers, GUINT_TO_POINTER(place->country)));
        place->record.admin1 = (guint16)GPOINTER_TO_UINT(
            g_hash_table_lookup(admin1_numbers, GUINT_TO_POINTER(place->admin1)));
        guint feature = GPOINTER_TO_UINT(
            g_hash_table_lookup(feature_numbers, GUINT_TO_POINTER(place->feature)));
        place->record.feature = (guint16)(feature & MAX_FEATURES);
        builder->n_towns += place->record.kind == INCMAP_PLACE_TOWN && !place->is_site;
    }
    write_codes(builder, INCMAP_SECTION_COUNTRIES, countries);
    write_codes(builder, INCMAP_SECTION_ADMIN1, admin1);
    add_section(builder, INCMAP_SECTION_FEATURES, features->data, features->len * sizeof(guint32));
    return TRUE;
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
    const IncmapBuildName *p = a, *q = b;
    if (p->place != q->place)
        return p->place < q->place ? -1 : 1;
    return p->order < q->order ? -1 : p->order > q->order;
}

static void
write_names(IncmapGazetteerBuilder *builder)
{
    g_array_sort(builder->names, compare_names);
    add_section(builder, INCMAP_SECTION_NAMES, NULL, 0);
    for (guint i = 0; i < builder->names->len; i++) {
        IncmapBuildName *name = &g_array_index(builder->names, IncmapBuildName, i);
        IncmapPlaceRecord *place =
            &g_array_index(builder->places, IncmapBuildPlace, name->place).record;
        if (place->n_names == 0)
            place->first_name = i;
        if (place->n_names < G_MAXUINT16)
            place->n_names++;
        add_section(builder, INCMAP_SECTION_NAMES, &name->record, sizeof(name->record));
    }
    incmap_build_place_section(builder, INCMAP_SECTION_NAMES);
    g_clear_pointer(&builder->names, g_array_unref);
}

static void
write_place_records(IncmapGazetteerBuilder *builder)
{
    add_section(builder, INCMAP_SECTION_PLACES, NULL, 0);
    for (guint i = 0; i < builder->places->len; i++)
        add_section(builder, INCMAP_SECTION_PLACES,
                    &g_array_index(builder->places, IncmapBuildPlace, i).record,
                    sizeof(IncmapPlaceRecord));
    g_clear_pointer(&builder->places, g_array_unref);
    incmap_build_place_section(builder, INCMAP_SECTION_PLACES);
}

static int
compare_keys(gconstpointer a, gconstpointer b, gpointer text)
{
    const IncmapBuildKey *p = a, *q = b;
    int order = strcmp((char *)text + p->text, (char *)text + q->text);
    if (order != 0)
        return order;
    if (p->place != q->place)
        return p->place < q->place ? -1 : 1;
    return p->kind < q->kind ? -1 : p->kind > q->kind;
}

/* Names that fold to the same key share it; its postings are in the order of importance. */
static void
write_keys(IncmapGazetteerBuilder *builder)
{
    const char *text = (const char *)builder->key_text->data;
    g_array_sort_with_data(builder->keys, compare_keys, (gpointer)text);
    add_section(builder, INCMAP_SECTION_KEYS, NULL, 0);
    add_section(builder, INCMAP_SECTION_POSTINGS, NULL, 0);
    add_section(builder, INCMAP_SECTION_KEY_TEXT, "", 1);
    const IncmapBuildKey *before = NULL;
    guint32 n_postings = 0;
    for (guint i = 0; i < builder->keys->len; i++) {
        const IncmapBuildKey *key = &g_array_index(builder->keys, IncmapBuildKey, i);
        gboolean is_new = before == NULL || strcmp(text + before->text, text + key->text) != 0;
        if (!is_new && before->place == key->place)
            continue; /* the stronger kind came first */
        if (is_new) {
            IncmapKeyRecord record = {builder->sections[INCMAP_SECTION_KEY_TEXT]->len, n_postings};
            add_section(builder, INCMAP_SECTION_KEY_TEXT, text + key->text,
                        strlen(text + key->text) + 1);
            add_section(builder, INCMAP_SECTION_KEYS, &record, sizeof(record));
        }
        guint32 posting = key->place | key->kind << 28;
        add_section(builder, INCMAP_SECTION_POSTINGS, &posting, sizeof(posting));
        n_postings++;
        before = key;
    }
    IncmapKeyRecord sentinel = {0, n_postings};
    add_section(builder, INCMAP_SECTION_KEYS, &sentinel, sizeof(sentinel));
    incmap_build_place_section(builder, INCMAP_SECTION_POSTINGS);
    g_clear_pointer(&builder->keys, g_array_unref);
    g_clear_pointer(&builder->key_text, g_byte_array_unref);
}

static void
write_slots(IncmapGazetteerBuilder *builder)
{
    const GByteArray *keys = builder->sections[INCMAP_SECTION_KEYS];
    const IncmapKeyRecord *records = (const IncmapKeyRecord *)keys->data;
    guint32 n_keys = keys->len / sizeof(IncmapKeyRecord) - 1, n_slots = 2;
    while (n_slots < n_keys + n_keys / 2)
        n_slots *= 2;
    g_autofree guint32 *slots = g_new0(guint32, n_slots);
    for (guint32 i = 0; i < n_keys; i++) {
        const char *text =
            (const char *)builder->sections[INCMAP_SECTION_KEY_TEXT]->data + records[i].text;
        guint32 slot = (guint32)incmap_gazetteer_hash(text, strlen(text)) & (n_slots - 1);
        while (slots[slot] != 0)
            slot = (slot + 1) & (n_slots - 1);
        slots[slot] = i + 1;
    }
    add_section(builder, INCMAP_SECTION_KEY_SLOTS, slots, n_slots * sizeof(guint32));
    incmap_build_place_section(builder, INCMAP_SECTION_KEY_SLOTS);
}

gboolean
incmap_build_indices(IncmapGazetteerBuilder *builder, GError **error)
{
    if (builder->places->len >= INCMAP_GAZETTEER_MAX_PLACES)
        return incmap_fail(error, INCMAP_ERROR_LAYER, "more than %u places in a gazetteer",
                           INCMAP_GAZETTEER_MAX_PLACES);
    order_places(builder);
    incmap_build_tell(builder, 0.15);
    if (!write_places(builder, error))
        return FALSE;
    incmap_build_tree(builder);
    incmap_build_place_section(builder, INCMAP_SECTION_TREE);
    write_names(builder);
    write_place_records(builder);
    builder->sections[INCMAP_SECTION_STRINGS] = g_steal_pointer(&builder->strings);
    incmap_build_place_section(builder, INCMAP_SECTION_STRINGS);
    incmap_build_tell(builder, 0.25);
    write_keys(builder);
    write_slots(builder);
    incmap_build_tell(builder, 0.6);
    incmap_build_skeletons(builder);
    static const IncmapSection rest[] = {
        INCMAP_SECTION_KEYS,          INCMAP_SECTION_KEY_TEXT,      INCMAP_SECTION_COUNTRIES,
        INCMAP_SECTION_ADMIN1,        INCMAP_SECTION_FEATURES,      INCMAP_SECTION_SKELETONS,
        INCMAP_SECTION_SKELETON_TEXT, INCMAP_SECTION_SKELETON_KEYS, INCMAP_SECTION_VARIANTS,
        INCMAP_SECTION_BUCKETS,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rest); i++)
        incmap_build_place_section(builder, rest[i]);
    return TRUE;
}

void
incmap_build_clear_indices(IncmapGazetteerBuilder *builder)
{
    for (int i = 0; i < INCMAP_N_SECTIONS; i++)
        g_clear_pointer(&builder->sections[i], g_byte_array_unref);
}
