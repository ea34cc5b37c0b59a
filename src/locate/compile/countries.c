/* SPDX-License-Identifier: MIT */
/*
 * Countries with their names and demonyms; seas, deserts, lakes and rivers.
 */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "base/geodesy.h"
#include "locate/compile/compile.h"
#include "locate/compile/lines.h"

/* Abbreviations that newspapers print. Codes of standards are for columns only, since "IN", "TO"
 * or "CAR" are words. */
static const struct {
    char country[4];
    const char *name;
} abbreviations[] = {
    {"US", "U.S."},
    {"US", "US"},
    {"US", "USA"},
    {"US", "U.S.A."},
    {"GB", "UK"},
    {"GB", "U.K."},
    {"AE", "UAE"},
    {"AE", "U.A.E."},
    {"CD", "DRC"},
    {"CD", "D.R.C."},
    {"CD", "DR Congo"},
    {"CD", "Congo-Kinshasa"},
    {"CG", "Congo-Brazzaville"},
    {"CF", "CAR"},
    {"KP", "DPRK"},
    {"CN", "PRC"},
    {"SA", "KSA"},
    {"PG", "PNG"},
    {"BA", "BiH"},
    {"CI", "Ivory Coast"},
    {"MM", "Burma"},
    {"SZ", "Swaziland"},
    {"TR", "Turkey"},
    {"CZ", "Czech Republic"},
    {"MK", "Macedonia"},
    {"CV", "Cape Verde"},
    {"TL", "East Timor"},
    {"GB", "Great Britain"},
    {"GB", "Britain"},
    {"NL", "Holland"},
    {"LK", "Ceylon"},
    {"CD", "Zaire"},
    {"BF", "Upper Volta"},
    {"IR", "Persia"},
    {"SY", "Syrian Arab Republic"},
    {"SS", "S. Sudan"},
    {"YE", "North Yemen"},
    {"RU", "Russian Federation"},
    {"RU", "Soviet Union"},
    {"RU", "USSR"},
    {"PS", "Palestinian Territories"},
    {"PS", "Occupied Palestinian Territory"},
    {"PS", "West Bank and Gaza"},
};

static void
add_list(IncmapCompile *compile, guint32 place, const char *names, const char *language,
         IncmapNameKind kind)
{
    g_auto(GStrv) parts = g_strsplit(names, "|", -1);
    for (char **part = parts; *part != NULL; part++) {
        gsize length = strlen(*part);
        gboolean is_short = kind == INCMAP_NAME_ALTERNATE && length <= 3 &&
                            (guchar)(*part)[0] < 0x80 && language == NULL;
        incmap_gazetteer_builder_add_name(compile->builder, place, *part, language,
                                          is_short ? INCMAP_NAME_CODE : kind);
    }
}

static void
add_country_names(IncmapCompile *compile, const IncmapLines *table, guint32 place)
{
    static const char *const codes[] = {"iso_a2", "iso_a3", "iso_n3", "adm0_a3"};
    static const char *const demonyms[] = {"adjectives_en", "people_en", "demonyms_fr"};
    for (gsize i = 0; i < G_N_ELEMENTS(codes); i++)
        add_list(compile, place, incmap_lines_get(table, codes[i]), NULL, INCMAP_NAME_CODE);
    for (gsize i = 0; i < G_N_ELEMENTS(demonyms); i++)
        add_list(compile, place, incmap_lines_get(table, demonyms[i]), NULL, INCMAP_NAME_DEMONYM);
    g_auto(GStrv) adjectives = g_strsplit(incmap_lines_get(table, "adjectives_en"), "|", 2);
    if (adjectives[0] != NULL)
        incmap_gazetteer_builder_add_name(compile->builder, place, adjectives[0], "adj",
                                          INCMAP_NAME_DEMONYM);
    add_list(compile, place, incmap_lines_get(table, "other_names"), NULL, INCMAP_NAME_ALTERNATE);
    for (guint i = 0; i < table->header->len; i++) {
        const char *column = g_ptr_array_index(table->header, i);
        if (!g_str_has_prefix(column, "name_"))
            continue;
        const char *language = strcmp(column, "name_zh-Hant") == 0 ? "zht" : column + 5;
        add_list(compile, place, incmap_lines_get_at(table, i), language, INCMAP_NAME_ALTERNATE);
    }
    const char *code = incmap_lines_get(table, "iso_a2");
    for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++)
        if (strcmp(abbreviations[i].country, code) == 0)
            incmap_gazetteer_builder_add_name(compile->builder, place, abbreviations[i].name, NULL,
                                              INCMAP_NAME_SHORT);
}

gboolean
incmap_compile_countries(IncmapCompile *compile, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, "countries.tsv", NULL);
    g_autoptr(IncmapLines) table = incmap_lines_load(path, '\t', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        const char *code = incmap_lines_get(table, "iso_a2");
        double area_km2 = g_ascii_strtod(incmap_lines_get(table, "area_km2"), NULL);
        IncmapPlace place = {
            .id = g_ascii_strtoll(incmap_lines_get(table, "geonames_id"), NULL, 10),
            .kind = INCMAP_PLACE_COUNTRY,
            .name = incmap_lines_get(table, "name"),
            .feature_code = "PCLI",
            .point = {g_ascii_strtod(incmap_lines_get(table, "lon"), NULL),
                      g_ascii_strtod(incmap_lines_get(table, "lat"), NULL)},
            .country_code = code,
            .radius_km = sqrt(fmax(area_km2, 0.5) / G_PI),
        };
        if (code[0] == '\0' || place.name[0] == '\0')
            continue;
        guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
        add_country_names(compile, table, added);
        incmap_gazetteer_builder_set_continent(compile->builder, code,
                                               incmap_lines_get(table, "continent"));
    }
    return TRUE;
}

/* A row of labels.csv, lakes.csv or rivers.csv. */
static guint32
add_water_or_region(IncmapCompile *compile, const char *name, IncmapPlaceKind kind,
                    const char *feature, IncmapLonLat point, double radius_km)
{
    IncmapPlace place = {.kind = kind,
                         .name = name,
                         .feature_code = feature,
                         .point = point,
                         .radius_km = radius_km};
    return incmap_gazetteer_builder_add(compile->builder, &place);
}

/* "lon lat; lon lat; …", or with commas: the middle, and half the length as radius. */
static gboolean
measure_course(const char *course, IncmapLonLat *out_middle, double *out_radius_km)
{
    g_auto(GStrv) pairs = g_strsplit_set(course, ";,", -1);
    guint n = g_strv_length(pairs);
    double length_km = 0;
    IncmapLonLat before = {0, 0};
    for (guint i = 0; i < n; i++) {
        char *end = NULL;
        IncmapLonLat point;
        point.lon_deg = g_ascii_strtod(pairs[i], &end);
        point.lat_deg = g_ascii_strtod(end, NULL);
        if (i > 0)
            length_km += incmap_distance_km(before, point);
        if (i == n / 2)
            *out_middle = point;
        before = point;
    }
    *out_radius_km = length_km / 2;
    return n > 0;
}

static gboolean
add_lakes_and_rivers(IncmapCompile *compile, GError **error)
{
    g_autofree char *lakes_path = g_build_filename(compile->folder, "lakes.csv", NULL);
    g_autofree char *rivers_path = g_build_filename(compile->folder, "rivers.csv", NULL);
    g_autoptr(IncmapLines) lakes = incmap_lines_load(lakes_path, ',', TRUE, error);
    if (lakes == NULL)
        return FALSE;
    g_autoptr(IncmapLines) rivers = incmap_lines_load(rivers_path, ',', TRUE, error);
    if (rivers == NULL)
        return FALSE;
    while (incmap_lines_next(lakes)) {
        IncmapLonLat point = {g_ascii_strtod(incmap_lines_get(lakes, "lon"), NULL),
                              g_ascii_strtod(incmap_lines_get(lakes, "lat"), NULL)};
        add_water_or_region(compile, incmap_lines_get(lakes, "name"), INCMAP_PLACE_LAKE, "LK",
                            point, 40);
    }
    while (incmap_lines_next(rivers)) {
        IncmapLonLat middle = {0, 0};
        double radius_km = 0;
        const char *name = incmap_lines_get(rivers, "name");
        if (!measure_course(incmap_lines_get(rivers, "course"), &middle, &radius_km))
            continue;
        guint32 river =
            add_water_or_region(compile, name, INCMAP_PLACE_RIVER, "STM", middle, radius_km);
        g_autofree char *full = g_strdup_printf("%s River", name);
        incmap_gazetteer_builder_add_name(compile->builder, river, full, NULL,
                                          INCMAP_NAME_ALTERNATE);
    }
    return TRUE;
}

static const struct {
    const char *kind; /* in labels.csv */
    const char *feature;
} label_kinds[] = {
    {"ocean", "OCN"},      {"sea", "SEA"},      {"gulf", "GULF"},         {"bay", "BAY"},
    {"strait", "STRT"},    {"channel", "CHN"},  {"desert", "DSRT"},       {"range", "MTS"},
    {"continent", "CONT"}, {"lake", "LK"},      {"island group", "ISLS"}, {"peninsula", "PEN"},
    {"plain", "PLN"},      {"plateau", "PLAT"}, {"basin", "BSNU"},
};

/* The columns "name_fr", "name_es" … */
static void
add_label_names(IncmapCompile *compile, const IncmapLines *table, guint32 place)
{
    for (guint i = 0; i < table->header->len; i++) {
        const char *column = g_ptr_array_index(table->header, i);
        if (g_str_has_prefix(column, "name_"))
            add_list(compile, place, incmap_lines_get_at(table, i), column + 5,
                     INCMAP_NAME_ALTERNATE);
    }
}

gboolean
incmap_compile_labels(IncmapCompile *compile, GError **error)
{
    if (!add_lakes_and_rivers(compile, error))
        return FALSE;
    g_autofree char *path = g_build_filename(compile->folder, "labels.csv", NULL);
    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        return TRUE;
    g_autoptr(IncmapLines) table = incmap_lines_load(path, ',', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table)) {
        IncmapLonLat middle = {0, 0};
        double radius_km = 0;
        const char *feature = "RGN", *kind = incmap_lines_get(table, "kind");
        if (!measure_course(incmap_lines_get(table, "spine"), &middle, &radius_km))
            continue;
        for (gsize i = 0; i < G_N_ELEMENTS(label_kinds); i++)
            if (strcmp(kind, label_kinds[i].kind) == 0)
                feature = label_kinds[i].feature;
        guint32 place = add_water_or_region(compile, incmap_lines_get(table, "name_en"),
                                            INCMAP_PLACE_REGION, feature, middle, radius_km);
        add_label_names(compile, table, place);
    }
    return TRUE;
}
