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
    /* Not cleared: what a growing array has not used yet costs no memory. */
    builder->places = g_array_new(FALSE, FALSE, sizeof(IncmapBuildPlace));
    builder->names = g_array_new(FALSE, FALSE, sizeof(IncmapBuildName));
    builder->keys = g_array_new(FALSE, FALSE, sizeof(IncmapBuildKey));
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
    incmap_build_clear_indices(builder);
    g_clear_pointer(&builder->places, g_array_unref);
    g_clear_pointer(&builder->names, g_array_unref);
    g_clear_pointer(&builder->keys, g_array_unref);
    g_clear_pointer(&builder->strings, g_byte_array_unref);
    g_clear_pointer(&builder->key_text, g_byte_array_unref);
    g_hash_table_unref(builder->interned);
    g_hash_table_unref(builder->continents);
    g_clear_pointer(&builder->admin1_names, g_hash_table_unref);
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
        .record.kind = (guint16)(place->kind & 15),
        .record.radius_km = (float)or_zero(place->radius_km, 20000),
        .country = incmap_build_intern(builder, place->country_code),
        .admin1 = incmap_build_intern(builder, place->admin1_code),
        .feature = incmap_build_intern(builder, place->feature_code),
        .importance = (float)incmap_place_importance(place),
        .order = builder->places->len & 0x7FFFFFFF,
        .is_site = place->feature_code != NULL && incmap_place_is_site(place),
    };
    made.record.name = append_text(builder->strings, place->name, strlen(place->name));
    g_array_append_val(builder->places, made);
    incmap_gazetteer_builder_add_name(builder, made.order, place->name, NULL, INCMAP_NAME_STANDARD);
    return made.order;
}

void
incmap_gazetteer_builder_add_population(IncmapGazetteerBuilder *builder, guint32 place,
                                        guint32 population)
{
    g_return_if_fail(place < builder->places->len);
    IncmapBuildPlace *made = &g_array_index(builder->places, IncmapBuildPlace, place);
    guint64 sum = (guint64)made->record.population + population;
    made->record.population = (guint32)MIN(sum, G_MAXUINT32);
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

void
incmap_gazetteer_builder_set_own(IncmapGazetteerBuilder *builder)
{
    builder->flags |= INCMAP_GAZETTEER_OWN;
}

void
incmap_gazetteer_builder_set_credit(IncmapGazetteerBuilder *builder, const char *credit)
{
    builder->credit = incmap_build_intern(builder, credit);
}

void
incmap_gazetteer_builder_set_progress(IncmapGazetteerBuilder *builder,
                                      void (*progress)(double share, gpointer data), gpointer data)
{
    builder->progress = progress;
    builder->progress_data = data;
}

guint32
incmap_gazetteer_builder_n_places(const IncmapGazetteerBuilder *builder)
{
    return builder->places->len;
}

void
incmap_gazetteer_builder_rename_admin1(IncmapGazetteerBuilder *builder, const char *from,
                                       const char *to)
{
    if (builder->admin1_names == NULL)
        builder->admin1_names = g_hash_table_new(NULL, NULL);
    g_hash_table_insert(builder->admin1_names, GUINT_TO_POINTER(incmap_build_intern(builder, from)),
                        GUINT_TO_POINTER(incmap_build_intern(builder, to) + 1));
}

void
incmap_gazetteer_builder_settle_admin1(IncmapGazetteerBuilder *builder)
{
    for (guint i = 0; builder->admin1_names != NULL && i < builder->places->len; i++) {
        IncmapBuildPlace *place = &g_array_index(builder->places, IncmapBuildPlace, i);
        guint32 name = GPOINTER_TO_UINT(
            g_hash_table_lookup(builder->admin1_names, GUINT_TO_POINTER(place->admin1)));
        if (name != 0)
            place->admin1 = name - 1;
    }
}
