/* SPDX-License-Identifier: MIT */
/*
 * Towns with their alternate names, and the hand-written additions.
 */
#include <string.h>

#include "base/error.h"
#include "locate/compile/compile.h"
#include "locate/compile/lines.h"

/* "GAQ" or "4X" stand for an airport or a postal code and not for a name. */
static gboolean
is_code(const char *name)
{
    gsize length = strlen(name), n_plain = 0;
    for (const char *c = name; *c != '\0'; c++)
        n_plain += g_ascii_isupper(*c) || g_ascii_isdigit(*c) || *c == ' ';
    return n_plain == length ? length <= 4 : length <= 2 && (guchar)name[0] < 0x80;
}

static void
add_alternates(IncmapCompile *compile, guint32 place, char *names)
{
    for (char *name = names; name != NULL;) {
        char *next = strchr(name, '|');
        if (next != NULL)
            *next++ = '\0';
        incmap_gazetteer_builder_add_name(compile->builder, place, name, NULL,
                                          is_code(name) ? INCMAP_NAME_CODE : INCMAP_NAME_ALTERNATE);
        name = next;
    }
}

/* How newspapers shorten cities. Ids: GeoNames. */
static const struct {
    gint64 id;
    const char *name;
} abbreviations[] = {
    {5368361, "L.A."},          {5128581, "NYC"},           {5128581, "N.Y.C."},
    {5128581, "New York City"}, {4140963, "Washington DC"}, {4140963, "Washington, D.C."},
    {4560349, "Philly"},        {5391959, "San Fran"},      {2643743, "Greater London"},
    {4887398, "Chicagoland"},
};

static void
add_abbreviations(IncmapCompile *compile)
{
    for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++) {
        gpointer found =
            g_hash_table_lookup(compile->towns, GSIZE_TO_POINTER((gsize)abbreviations[i].id));
        if (found != NULL)
            incmap_gazetteer_builder_add_name(compile->builder, GPOINTER_TO_UINT(found) - 1,
                                              abbreviations[i].name, NULL, INCMAP_NAME_SHORT);
    }
}

static gboolean
add_names(IncmapCompile *compile, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, "town-names.tsv.gz", NULL);
    g_autoptr(IncmapLines) table = incmap_lines_load(path, '\t', FALSE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        gint64 id = g_ascii_strtoll(incmap_lines_get_at(table, 0), NULL, 10);
        gpointer found = g_hash_table_lookup(compile->towns, GSIZE_TO_POINTER((gsize)id));
        if (found == NULL)
            continue;
        for (guint i = 1; i < table->fields->len; i++)
            add_alternates(compile, GPOINTER_TO_UINT(found) - 1,
                           g_ptr_array_index(table->fields, i));
    }
    return TRUE;
}

/* town-names-local.csv: what large, renamed and often named towns are called today, by language.
 * Its English name, where it has one, takes the place of the standard name. */
static GHashTable *
load_local(IncmapLines *table)
{
    GHashTable *rows =
        g_hash_table_new_full(g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
    while (incmap_lines_next(table)) {
        GPtrArray *fields = g_ptr_array_new();
        for (guint i = 0; i < table->header->len; i++)
            g_ptr_array_add(fields, (gpointer)incmap_lines_get_at(table, i));
        g_hash_table_replace(rows, (gpointer)incmap_lines_get_at(table, 0), fields);
    }
    return rows;
}

static void
add_local(IncmapCompile *compile, guint32 place, const IncmapLines *table, const GPtrArray *names)
{
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *column = g_ptr_array_index(table->header, i);
        const char *name = g_ptr_array_index(names, i);
        if (g_str_has_prefix(column, "name_") && name[0] != '\0')
            incmap_gazetteer_builder_add_name(compile->builder, place, name,
                                              column + strlen("name_"), INCMAP_NAME_ALTERNATE);
    }
}

/* The standard name of a town: "name_en" of the local names, else that of the towns. */
static const char *
choose_name(const IncmapLines *table, const GPtrArray *names, const char *standard)
{
    for (guint i = 0; names != NULL && i < names->len; i++) {
        const char *name = g_ptr_array_index(names, i);
        if (strcmp(g_ptr_array_index(table->header, i), "name_en") == 0 && name[0] != '\0')
            return name;
    }
    return standard;
}

/* places-extra.csv: places that no source has, each with its own reference. */
static gboolean
add_extra(IncmapCompile *compile, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, "places-extra.csv", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(IncmapLines) table = incmap_lines_load(path, ',', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        const char *admin1 = incmap_lines_get(table, "admin1");
        const char *code = g_hash_table_lookup(compile->area_codes, admin1);
        IncmapPlace place = {
            .id = -1000000 - (gint64)table->line,
            .kind = INCMAP_PLACE_TOWN,
            .name = incmap_lines_get(table, "name"),
            .feature_code = incmap_lines_get(table, "fcode"),
            .point = {g_ascii_strtod(incmap_lines_get(table, "lon"), NULL),
                      g_ascii_strtod(incmap_lines_get(table, "lat"), NULL)},
            .population = (guint32)g_ascii_strtod(incmap_lines_get(table, "pop"), NULL),
            .radius_km = g_ascii_strtod(incmap_lines_get(table, "radius_km"), NULL),
            .country_code = incmap_lines_get(table, "country"),
            .admin1_code = code != NULL ? code : admin1,
        };
        if (place.name[0] == '\0')
            continue;
        guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
        g_autofree char *alternates = g_strdup(incmap_lines_get(table, "alternates"));
        add_alternates(compile, added, alternates);
    }
    return TRUE;
}

gboolean
incmap_compile_towns(IncmapCompile *compile, GError **error)
{
    g_autofree char *local_path = g_build_filename(compile->folder, "town-names-local.csv", NULL);
    g_autoptr(IncmapLines) local = incmap_lines_load(local_path, ',', TRUE, error);
    if (local == NULL)
        return FALSE;
    g_autoptr(GHashTable) local_rows = load_local(local);
    g_autofree char *path = g_build_filename(compile->folder, "towns.shz", NULL);
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, NULL, error);
    if (vector == NULL)
        return FALSE;
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row;
    while (incmap_vector_next(vector, &row, &failure)) {
        const char *area = incmap_compile_field(vector, &row, "admin1");
        const char *code = g_hash_table_lookup(compile->area_codes, area);
        if (row.geometry != 0 || row.part_starts == NULL)
            continue;
        gint64 id = (gint64)incmap_compile_number(vector, &row, "id");
        g_autofree char *key = g_strdup_printf("%" G_GINT64_FORMAT, id);
        const GPtrArray *names = g_hash_table_lookup(local_rows, key);
        const char *standard = incmap_compile_field(vector, &row, "name");
        IncmapPlace place = {
            .id = id,
            .kind = INCMAP_PLACE_TOWN,
            .name = choose_name(local, names, standard),
            .feature_code = incmap_compile_field(vector, &row, "fcode"),
            .point = row.points[0],
            .population = (guint32)incmap_compile_number(vector, &row, "pop"),
            .radius_km = incmap_compile_number(vector, &row, "radius_km"),
            .country_code = incmap_compile_field(vector, &row, "country"),
            .admin1_code = code != NULL ? code : "",
        };
        guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
        if (place.name != standard)
            incmap_gazetteer_builder_add_name(compile->builder, added, standard, NULL,
                                              INCMAP_NAME_ALTERNATE);
        add_local(compile, added, local, names);
        gpointer found = g_hash_table_lookup(compile->area_places, area);
        if (found != NULL)
            incmap_gazetteer_builder_add_population(compile->builder, GPOINTER_TO_UINT(found) - 1,
                                                    place.population);
        g_hash_table_insert(compile->towns, GSIZE_TO_POINTER((gsize)place.id),
                            GUINT_TO_POINTER(added + 1));
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    add_abbreviations(compile);
    return add_names(compile, error) && add_extra(compile, error);
}
