/* SPDX-License-Identifier: MIT */
/*
 * Collecting: places, names and codes as they come. What is made of them is in
 * gazetteer-index.c.
 */
#include "locate/gazetteer-build.h"

#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "locate/gazetteer-index.h"

IncmapGazetteerBuilder *
incmap_gazetteer_builder_new(void)
{
    IncmapGazetteerBuilder *builder = g_new0(IncmapGazetteerBuilder, 1);
    builder->places = g_array_new(FALSE, TRUE, sizeof(IncmapBuildPlace));
    builder->names = g_array_new(FALSE, TRUE, sizeof(IncmapBuildName));
    builder->keys = g_array_new(FALSE, TRUE, sizeof(IncmapBuildKey));
    builder->strings = g_byte_array_new();
    builder->key_text = g_byte_array_new();
    g_byte_array_append(builder->strings, (const guint8 *)"", 1);
    g_byte_array_append(builder->key_text, (const guint8 *)"", 1);
    builder->interned = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    builder->continents = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    builder->folded = g_string_new(NULL);
    return builder;
}

void
incmap_gazetteer_builder_free(IncmapGazetteerBuilder *builder)
{
    if (builder == NULL)
        return;
    g_array_unref(builder->places);
    g_array_unref(builder->names);
    g_array_unref(builder->keys);
    g_byte_array_unref(builder->strings);
    g_byte_array_unref(builder->key_text);
    g_hash_table_unref(builder->interned);
    g_hash_table_unref(builder->continents);
    g_string_free(builder->folded, TRUE);
    g_free(builder);
}

static guint32
append_text(GByteArray *pool, const char *text, gsize length)
{
    guint32 offset = pool->len;
    g_byte_array_append(pool, (const guint8 *)text, (guint)length);
    g_byte_array_append(pool, (const guint8 *)"", 1);
    return offset;
}

/* Codes and the like, each stored once. */
guint32
incmap_build_intern(IncmapGazetteerBuilder *builder, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return 0;
    gpointer known = g_hash_table_lookup(builder->interned, text);
    if (known != NULL)
        return GPOINTER_TO_UINT(known);
    guint32 offset = append_text(builder->strings, text, strlen(text));
    g_hash_table_insert(builder->interned, g_strdup(text), GUINT_TO_POINTER(offset));
    return offset;
}

/* Seats of government weigh as much as towns this many times larger. Codes: GeoNames. */
static const struct {
    char code[8];
    double bonus; /* powers of ten of population */
} seats[] = {
    {"PPLC", 1.5}, {"PPLA", 0.7}, {"PPLA2", 0.3}, {"PPLA3", 0.1}, {"PPLX", -1}, {"PPLQ", -1},
};

/* Countries stand before all else, so that "Georgia" finds the country first. */
static double
measure_importance(const IncmapPlace *place)
{
    static const double base[] = {
        [INCMAP_PLACE_TOWN] = 0,    [INCMAP_PLACE_ADMIN1] = 3, [INCMAP_PLACE_ADMIN2] = 1.5,
        [INCMAP_PLACE_COUNTRY] = 8, [INCMAP_PLACE_REGION] = 5, [INCMAP_PLACE_RIVER] = 4,
        [INCMAP_PLACE_LAKE] = 4,
    };
    double size = place->population;
    if (place->kind != INCMAP_PLACE_TOWN && place->population == 0)
        size = 10 * place->radius_km;
    double importance = base[place->kind] + log10(size + 100);
    for (gsize i = 0; place->feature_code != NULL && i < G_N_ELEMENTS(seats); i++)
        if (strcmp(place->feature_code, seats[i].code) == 0)
            importance += seats[i].bonus;
    return importance;
}

static double
or_zero(double value, double limit)
{
    return fabs(value) <= limit ? value : 0; /* also for NaN */
}

guint32
incmap_gazetteer_builder_add(IncmapGazetteerBuilder *builder, const IncmapPlace *place)
{
    IncmapBuildPlace made = {
        .record.id = place->id,
        .record.lon_e7 = (gint32)lround(or_zero(place->point.lon_deg, 180) * 1e7),
        .record.lat_e7 = (gint32)lround(or_zero(place->point.lat_deg, 90) * 1e7),
        .record.population = place->population,
        .record.kind = (guint8)place->kind,
        .record.radius_km = (float)or_zero(place->radius_km, 20000),
        .country = incmap_build_intern(builder, place->country_code),
        .admin1 = incmap_build_intern(builder, place->admin1_code),
        .feature = incmap_build_intern(builder, place->feature_code),
        .importance = (float)measure_importance(place),
        .order = builder->places->len,
    };
    made.record.name = append_text(builder->strings, place->name, strlen(place->name));
    g_array_append_val(builder->places, made);
    incmap_gazetteer_builder_add_name(builder, made.order, place->name, NULL, INCMAP_NAME_STANDARD);
    return made.order;
}

static gboolean
is_latin(const char *name)
{
    for (const char *c = name; *c != '\0'; c = g_utf8_next_char(c)) {
        gunichar letter = g_utf8_get_char(c);
        if (letter >= 0x370 && g_unichar_isalpha(letter) &&
            g_unichar_get_script(letter) != G_UNICODE_SCRIPT_LATIN)
            return FALSE;
    }
    return TRUE;
}

void
incmap_gazetteer_builder_add_name(IncmapGazetteerBuilder *builder, guint32 place, const char *name,
                                  const char *language, IncmapNameKind kind)
{
    g_return_if_fail(place < builder->places->len && kind < INCMAP_N_NAME_KINDS);
    if (!g_utf8_validate(name, -1, NULL))
        return;
    incmap_text_fold_into(name, -1, builder->folded);
    if (builder->folded->len == 0 || builder->folded->len > 400)
        return;
    IncmapBuildKey key = {.place = place, .kind = (guint32)kind};
    key.text = append_text(builder->key_text, builder->folded->str, builder->folded->len);
    g_array_append_val(builder->keys, key);
    /* Only what incmap_gazetteer_name_in() can tell apart is kept as written. */
    gboolean has_language = language != NULL && language[0] != '\0';
    gboolean is_adjective = kind == INCMAP_NAME_DEMONYM && has_language;
    if ((kind > INCMAP_NAME_ALTERNATE && !is_adjective) || (!has_language && is_latin(name)))
        return;
    IncmapBuildName made = {.place = place, .order = builder->names->len};
    if (has_language)
        g_strlcpy(made.record.language, language, sizeof(made.record.language));
    made.record.text = append_text(builder->strings, name, strlen(name));
    g_array_append_val(builder->names, made);
}

void
incmap_gazetteer_builder_set_continent(IncmapGazetteerBuilder *builder, const char *country_code,
                                       const char *continent)
{
    g_hash_table_replace(builder->continents, g_strdup(country_code), g_strdup(continent));
}

/* The sections one behind the other, aligned; the header first. */
static GByteArray *
join_sections(const IncmapGazetteerBuilder *builder)
{
    IncmapGazetteerHeader header = {
        .magic = INCMAP_GAZETTEER_MAGIC,
        .version = INCMAP_GAZETTEER_VERSION,
        .order = INCMAP_GAZETTEER_ORDER,
        .n_sections = INCMAP_N_SECTIONS,
        .n_towns = builder->n_towns,
    };
    guint64 offset = (sizeof(header) + 7) & ~(gsize)7;
    for (int i = 0; i < INCMAP_N_SECTIONS; i++) {
        header.sections[i] = (IncmapSectionRecord){offset, builder->sections[i]->len};
        offset = (offset + builder->sections[i]->len + 7) & ~(guint64)7;
    }
    header.n_bytes = offset;
    header.checksum = incmap_gazetteer_hash((const char *)&header,
                                            G_STRUCT_OFFSET(IncmapGazetteerHeader, checksum));
    if (offset > G_MAXUINT32 - 64)
        return NULL;
    GByteArray *joined = g_byte_array_sized_new((guint)offset);
    g_byte_array_set_size(joined, (guint)offset);
    memset(joined->data, 0, joined->len);
    memcpy(joined->data, &header, sizeof(header));
    for (int i = 0; i < INCMAP_N_SECTIONS; i++)
        if (builder->sections[i]->len > 0)
            memcpy(joined->data + header.sections[i].offset, builder->sections[i]->data,
                   builder->sections[i]->len);
    return joined;
}

GBytes *
incmap_gazetteer_builder_finish(IncmapGazetteerBuilder *builder, GError **error)
{
    g_return_val_if_fail(builder != NULL, NULL);
    if (!incmap_build_indices(builder, error))
        return NULL;
    GByteArray *joined = join_sections(builder);
    incmap_build_clear_indices(builder);
    if (joined == NULL) {
        incmap_fail(error, INCMAP_ERROR_LAYER, "a gazetteer can't be larger than 4 GB");
        return NULL;
    }
    return g_byte_array_free_to_bytes(joined);
}

gboolean
incmap_gazetteer_builder_write(IncmapGazetteerBuilder *builder, const char *path, GError **error)
{
    g_autoptr(GBytes) bytes = incmap_gazetteer_builder_finish(builder, error);
    if (bytes == NULL)
        return FALSE;
    gsize length = 0;
    const char *data = g_bytes_get_data(bytes, &length);
    g_autoptr(GError) failure = NULL;
    if (!g_file_set_contents(path, data, (gssize)length, &failure))
        return incmap_fail(error, INCMAP_ERROR_OUTPUT, "%s: %s", path, failure->message);
    return TRUE;
}
