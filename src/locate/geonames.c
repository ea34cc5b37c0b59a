/* SPDX-License-Identifier: MIT */
#include "locate/geonames.h"

#include <math.h>
#include <string.h>

#define MAX_COLUMNS 19

const char *
incmap_dump_fault_words(IncmapDumpFault fault)
{
    static const char *const words[INCMAP_N_DUMP_FAULTS] = {
        [INCMAP_DUMP_FINE] = "fine",
        [INCMAP_DUMP_SHORT] = "with too few columns",
        [INCMAP_DUMP_ENCODING] = "not in UTF-8",
        [INCMAP_DUMP_BAD_ID] = "without an id",
        [INCMAP_DUMP_NO_NAME] = "without a name",
        [INCMAP_DUMP_BAD_POINT] = "without coordinates",
        [INCMAP_DUMP_DUPLICATE] = "with an id that came before",
        [INCMAP_DUMP_UNKNOWN] = "for places that the files lack",
    };
    return words[fault];
}

/* Cuts a line at its tabs. Returns how many columns there are, at most @max. */
static guint
cut(char *line, gsize length, char *columns[MAX_COLUMNS], guint max)
{
    guint n = 0;
    char *end = line + length;
    for (char *at = line; n < max; at++) {
        columns[n++] = at;
        at = memchr(at, '\t', (gsize)(end - at));
        if (at == NULL)
            break;
        *at = '\0';
    }
    return n;
}

static gboolean
parse_id(const char *text, gint64 *out_id)
{
    char *end = NULL;
    if (!g_ascii_isdigit(text[0]))
        return FALSE;
    gint64 id = g_ascii_strtoll(text, &end, 10);
    *out_id = id;
    return *end == '\0' && id > 0 && id < G_MAXINT64;
}

static gboolean
parse_degrees(const char *text, double limit, double *out_deg)
{
    char *end = NULL;
    double deg = g_ascii_strtod(text, &end);
    *out_deg = deg;
    return end != text && *end == '\0' && fabs(deg) <= limit; /* also refuses NaN */
}

static gboolean
is_area_code(const char *line)
{
    return g_ascii_isupper(line[0]) && g_ascii_isupper(line[1]) && line[2] == '.';
}

IncmapDumpKind
incmap_dump_recognise(const char *line, gsize length)
{
    guint n_tabs = 0;
    for (gsize i = 0; i < length; i++)
        n_tabs += line[i] == '\t';
    gsize n_digits = 0;
    while (n_digits < length && g_ascii_isdigit(line[n_digits]))
        n_digits++;
    gboolean has_id = n_digits > 0 && n_digits < length && line[n_digits] == '\t';
    if (has_id && n_tabs >= 14 && n_tabs <= 18)
        return INCMAP_DUMP_PLACES;
    if (has_id && n_tabs >= 3 && n_tabs <= 9 && g_ascii_isdigit(line[n_digits + 1]))
        return INCMAP_DUMP_ALTERNATES;
    if (n_tabs == 3 && is_area_code(line))
        return INCMAP_DUMP_AREAS;
    return INCMAP_DUMP_NONE;
}

IncmapDumpFault
incmap_dump_parse_place(char *line, gsize length, IncmapDumpPlace *out_place)
{
    char *columns[MAX_COLUMNS];
    IncmapDumpPlace place = {0};
    if (!g_utf8_validate_len(line, length, NULL))
        return INCMAP_DUMP_ENCODING;
    if (cut(line, length, columns, MAX_COLUMNS) < 15)
        return INCMAP_DUMP_SHORT;
    if (!parse_id(columns[0], &place.id))
        return INCMAP_DUMP_BAD_ID;
    place.name = columns[1][0] != '\0' ? columns[1] : columns[2];
    if (place.name[0] == '\0')
        return INCMAP_DUMP_NO_NAME;
    if (!parse_degrees(columns[4], 90, &place.point.lat_deg) ||
        !parse_degrees(columns[5], 180, &place.point.lon_deg))
        return INCMAP_DUMP_BAD_POINT;
    place.ascii_name = columns[2];
    place.alternates = columns[3];
    place.feature_class = columns[6][0];
    place.feature_code = strlen(columns[7]) <= 10 ? columns[7] : "";
    place.country_code = strlen(columns[8]) == 2 ? columns[8] : "";
    place.admin1 = strlen(columns[10]) <= 20 ? columns[10] : "";
    gdouble population = g_ascii_strtod(columns[14], NULL);
    place.population = population > 0 && population < 1e9 ? (guint32)population : 0;
    *out_place = place;
    return INCMAP_DUMP_FINE;
}

/* What stands in the column of languages without being one. */
static const struct {
    const char *word;
    IncmapNameKind kind;
    gboolean is_wanted;
} pseudo_languages[] = {
    {"link", 0, FALSE},
    {"wkdt", 0, FALSE},
    {"post", 0, FALSE},
    {"phon", 0, FALSE},
    {"tcid", 0, FALSE},
    {"abbr", INCMAP_NAME_SHORT, TRUE},
    {"iata", INCMAP_NAME_CODE, TRUE},
    {"icao", INCMAP_NAME_CODE, TRUE},
    {"faac", INCMAP_NAME_CODE, TRUE},
    {"unlc", INCMAP_NAME_CODE, TRUE},
};

static void
take_language(const char *text, IncmapDumpName *name)
{
    name->kind = INCMAP_NAME_ALTERNATE;
    name->is_wanted = TRUE;
    name->language = strlen(text) <= 3 ? text : "";
    if (g_str_has_prefix(text, "zh-Hant") || g_str_has_prefix(text, "zh-TW"))
        name->language = "zht";
    for (gsize i = 0; i < G_N_ELEMENTS(pseudo_languages); i++) {
        if (strcmp(text, pseudo_languages[i].word) != 0)
            continue;
        name->kind = pseudo_languages[i].kind;
        name->is_wanted = pseudo_languages[i].is_wanted;
        name->language = "";
    }
}

IncmapDumpFault
incmap_dump_parse_name(char *line, gsize length, IncmapDumpName *out_name)
{
    char *columns[MAX_COLUMNS];
    IncmapDumpName name = {0};
    if (!g_utf8_validate_len(line, length, NULL))
        return INCMAP_DUMP_ENCODING;
    if (cut(line, length, columns, MAX_COLUMNS) < 4)
        return INCMAP_DUMP_SHORT;
    if (!parse_id(columns[1], &name.id))
        return INCMAP_DUMP_BAD_ID;
    if (columns[3][0] == '\0')
        return INCMAP_DUMP_NO_NAME;
    name.name = columns[3];
    take_language(columns[2], &name);
    *out_name = name;
    return INCMAP_DUMP_FINE;
}

IncmapDumpFault
incmap_dump_parse_area(char *line, gsize length, gint64 *out_id, const char **out_name,
                       const char **out_ascii_name)
{
    char *columns[MAX_COLUMNS];
    if (!g_utf8_validate_len(line, length, NULL))
        return INCMAP_DUMP_ENCODING;
    if (cut(line, length, columns, MAX_COLUMNS) < 4)
        return INCMAP_DUMP_SHORT;
    if (!parse_id(columns[3], out_id))
        return INCMAP_DUMP_BAD_ID;
    *out_name = columns[1];
    *out_ascii_name = columns[2];
    return columns[1][0] != '\0' ? INCMAP_DUMP_FINE : INCMAP_DUMP_NO_NAME;
}

/* By class and the beginning of the code; the first that fits counts. A radius of 0 is a point.
 * Sizes are rough: medians over the world for areas, a guess for the rest. */
static const struct {
    char feature_class;
    const char *prefix;
    IncmapPlaceKind kind;
    double radius_km;
    gboolean is_wanted;
} classes[] = {
    {'P', "", INCMAP_PLACE_TOWN, 0, TRUE},         {'\0', "", INCMAP_PLACE_TOWN, 0, TRUE},
    {'A', "PCL", INCMAP_PLACE_COUNTRY, 0, FALSE},  {'A', "TERR", INCMAP_PLACE_COUNTRY, 0, FALSE},
    {'A', "ADM1", INCMAP_PLACE_ADMIN1, 100, TRUE}, {'A', "ADM2", INCMAP_PLACE_ADMIN2, 25, TRUE},
    {'A', "ADM3", INCMAP_PLACE_ADMIN2, 10, TRUE},  {'A', "", INCMAP_PLACE_ADMIN2, 5, TRUE},
    {'H', "STM", INCMAP_PLACE_RIVER, 20, TRUE},    {'H', "WAD", INCMAP_PLACE_RIVER, 20, TRUE},
    {'H', "CNL", INCMAP_PLACE_RIVER, 10, TRUE},    {'H', "LK", INCMAP_PLACE_LAKE, 2, TRUE},
    {'H', "RSV", INCMAP_PLACE_LAKE, 2, TRUE},      {'H', "WLL", INCMAP_PLACE_TOWN, 0, TRUE},
    {'H', "SPN", INCMAP_PLACE_TOWN, 0, TRUE},      {'H', "", INCMAP_PLACE_REGION, 3, TRUE},
    {'L', "MILB", INCMAP_PLACE_TOWN, 0, TRUE},     {'L', "OILF", INCMAP_PLACE_TOWN, 0, TRUE},
    {'L', "", INCMAP_PLACE_REGION, 10, TRUE},      {'T', "ISL", INCMAP_PLACE_REGION, 2, TRUE},
    {'T', "MTS", INCMAP_PLACE_REGION, 30, TRUE},   {'T', "DSRT", INCMAP_PLACE_REGION, 50, TRUE},
    {'R', "", INCMAP_PLACE_TOWN, 0, FALSE},        {'U', "", INCMAP_PLACE_REGION, 0, FALSE},
};

gboolean
incmap_dump_classify(const IncmapDumpPlace *place, IncmapPlaceKind *out_kind, double *out_radius_km)
{
    for (gsize i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (classes[i].feature_class != place->feature_class ||
            !g_str_has_prefix(place->feature_code, classes[i].prefix))
            continue;
        *out_kind = classes[i].kind;
        *out_radius_km = classes[i].radius_km;
        return classes[i].is_wanted;
    }
    *out_kind = INCMAP_PLACE_TOWN; /* S, T, V: a site */
    *out_radius_km = 0;
    return TRUE;
}
