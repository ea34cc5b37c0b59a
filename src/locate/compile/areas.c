/* SPDX-License-Identifier: MIT */
/*
 * Admin-1 areas, their groups, and American counties.
 */
#include <math.h>
#include <string.h>

#include "base/error.h"
#include "locate/compile/compile.h"
#include "locate/compile/lines.h"

const char *
incmap_compile_field(const IncmapVector *vector, const IncmapVectorRow *row, const char *name)
{
    int field = incmap_vector_find_field(vector, name);
    return field < 0 || row->values[field] == NULL ? "" : row->values[field];
}

double
incmap_compile_number(const IncmapVector *vector, const IncmapVectorRow *row, const char *name)
{
    return g_ascii_strtod(incmap_compile_field(vector, row, name), NULL);
}

static IncmapVector *
open_shapes(const IncmapCompile *compile, const char *file, GError **error)
{
    g_autofree char *path = g_build_filename(compile->folder, file, NULL);
    return incmap_vector_open(path, NULL, error);
}

static void
add_to_sum(IncmapCompile *compile, const char *key, const char *country, const char *name,
           double area_km2, IncmapLonLat point)
{
    IncmapCountrySum *sum = g_hash_table_lookup(compile->countries, key);
    if (sum == NULL) {
        sum = g_new0(IncmapCountrySum, 1);
        g_strlcpy(sum->country, country, sizeof(sum->country));
        sum->name = g_strdup(name);
        g_hash_table_insert(compile->countries, g_strdup(key), sum);
    }
    /* Across the antimeridian the plain mean is wrong; the first area's side is kept. */
    double lon_deg = point.lon_deg;
    if (sum->area_km2 > 0 && fabs(lon_deg - sum->lon_sum / sum->area_km2) > 180)
        lon_deg += lon_deg < 0 ? 360 : -360;
    sum->area_km2 += area_km2;
    sum->lon_sum += lon_deg * area_km2;
    sum->lat_sum += point.lat_deg * area_km2;
}

/* "Kidal" is also "Kidal Region": texts use the type as part of the name. */
static void
add_typed_name(IncmapCompile *compile, guint32 place, const char *name, const char *types)
{
    if (name[0] == '\0' || types[0] == '\0')
        return;
    g_auto(GStrv) words = g_strsplit(types, "|", -1);
    for (char **word = words; *word != NULL; word++) {
        g_autofree char *typed = g_strdup_printf("%s %s", name, *word);
        incmap_gazetteer_builder_add_name(compile->builder, place, typed, NULL,
                                          INCMAP_NAME_ALTERNATE);
    }
}

/* Maps print "Ouaka" and not "Ouaka Prefecture"; "Northern Province" needs its second word. */
static char *
shorten_name(const char *name)
{
    static const char *const types[] = {" Economic Prefecture",
                                        " Prefecture",
                                        " Governorate",
                                        " Oblast",
                                        " Province",
                                        " Region",
                                        " Department",
                                        " County",
                                        " District",
                                        " Municipality"};
    static const char *const adjectives[] = {"North", "South", "East",    "West",       "Central",
                                             "Upper", "Lower", "Capital", "Autonomous", "Special"};
    for (gsize i = 0; i < G_N_ELEMENTS(types); i++) {
        if (!g_str_has_suffix(name, types[i]))
            continue;
        gsize length = strlen(name) - strlen(types[i]);
        gboolean is_adjective = length == 0;
        for (gsize j = 0; j < G_N_ELEMENTS(adjectives); j++)
            is_adjective |=
                g_str_has_prefix(name, adjectives[j]) && memchr(name, ' ', length) == NULL;
        return is_adjective ? g_strdup(name) : g_strndup(name, length);
    }
    return g_strdup(name);
}

/* How newspapers shorten states and provinces. */
static const struct {
    char code[8];
    const char *name;
} abbreviations[] = {
    {"US-AL", "Ala."},  {"US-AZ", "Ariz."}, {"US-AR", "Ark."},   {"US-CA", "Calif."},
    {"US-CO", "Colo."}, {"US-CT", "Conn."}, {"US-DE", "Del."},   {"US-FL", "Fla."},
    {"US-GA", "Ga."},   {"US-IL", "Ill."},  {"US-IN", "Ind."},   {"US-KS", "Kan."},
    {"US-KS", "Kans."}, {"US-KY", "Ky."},   {"US-LA", "La."},    {"US-MD", "Md."},
    {"US-MA", "Mass."}, {"US-MI", "Mich."}, {"US-MN", "Minn."},  {"US-MS", "Miss."},
    {"US-MO", "Mo."},   {"US-MT", "Mont."}, {"US-NE", "Neb."},   {"US-NV", "Nev."},
    {"US-NH", "N.H."},  {"US-NJ", "N.J."},  {"US-NM", "N.M."},   {"US-NY", "N.Y."},
    {"US-NC", "N.C."},  {"US-ND", "N.D."},  {"US-OK", "Okla."},  {"US-OR", "Ore."},
    {"US-PA", "Pa."},   {"US-PA", "Penn."}, {"US-RI", "R.I."},   {"US-SC", "S.C."},
    {"US-SD", "S.D."},  {"US-TN", "Tenn."}, {"US-TX", "Tex."},   {"US-VT", "Vt."},
    {"US-VA", "Va."},   {"US-WA", "Wash."}, {"US-WV", "W.Va."},  {"US-WV", "W. Va."},
    {"US-WI", "Wis."},  {"US-WY", "Wyo."},  {"US-DC", "D.C."},   {"US-DC", "Washington, D.C."},
    {"CA-BC", "B.C."},  {"CA-ON", "Ont."},  {"CA-AB", "Alta."},  {"CA-QC", "Que."},
    {"CA-NS", "N.S."},  {"CA-NB", "N.B."},  {"CA-PE", "P.E.I."}, {"CA-SK", "Sask."},
    {"CA-MB", "Man."},  {"AU-NSW", "NSW"},  {"AU-QLD", "Qld"},   {"AU-TAS", "Tas."},
    {"PK-KP", "KPK"},   {"PK-KP", "NWFP"},  {"PK-TA", "FATA"},
};

static void
add_abbreviations(IncmapCompile *compile, guint32 place, const char *code)
{
    for (gsize i = 0; i < G_N_ELEMENTS(abbreviations); i++)
        if (strcmp(abbreviations[i].code, code) == 0)
            incmap_gazetteer_builder_add_name(compile->builder, place, abbreviations[i].name, NULL,
                                              INCMAP_NAME_SHORT);
}

/* "Scotland", "Provence-Alpes-Côte-d'Azur": what several areas make up together. */
static void
add_to_groups(IncmapCompile *compile, const IncmapVector *vector, const IncmapVectorRow *row,
              double area_km2, IncmapLonLat point)
{
    static const char *const groups[] = {"region", "geonunit"};
    const char *country = incmap_compile_field(vector, row, "iso_a2");
    for (gsize i = 0; i < G_N_ELEMENTS(groups); i++) {
        const char *group = incmap_compile_field(vector, row, groups[i]);
        g_autofree char *key = g_strdup_printf("%s|%s", country, group);
        if (group[0] != '\0')
            add_to_sum(compile, key, country, group, area_km2, point);
    }
}

/* FALSE for an area that crosses the 180th meridian. */
static gboolean
measure_middle(const IncmapVectorRow *row, IncmapLonLat *out_middle)
{
    double area = 0, lon_sum = 0, lat_sum = 0, west = 180, east = -180;
    for (guint32 part = 0; part < row->n_parts; part++) {
        for (guint32 i = row->part_starts[part]; i + 1 < row->part_starts[part + 1]; i++) {
            IncmapLonLat a = row->points[i], b = row->points[i + 1];
            double cross = a.lon_deg * b.lat_deg - b.lon_deg * a.lat_deg;
            area += cross;
            lon_sum += cross * (a.lon_deg + b.lon_deg) / 3;
            lat_sum += cross * (a.lat_deg + b.lat_deg) / 3;
            west = fmin(west, a.lon_deg);
            east = fmax(east, a.lon_deg);
        }
    }
    if (area == 0 || east - west > 180)
        return FALSE;
    *out_middle = (IncmapLonLat){lon_sum / area, lat_sum / area};
    return TRUE;
}

static gboolean
has_inside(const IncmapVectorRow *row, IncmapLonLat point)
{
    gboolean is_inside = FALSE;
    for (guint32 part = 0; part < row->n_parts; part++) {
        for (guint32 i = row->part_starts[part]; i + 1 < row->part_starts[part + 1]; i++) {
            IncmapLonLat a = row->points[i], b = row->points[i + 1];
            if ((a.lat_deg > point.lat_deg) == (b.lat_deg > point.lat_deg))
                continue;
            double share = (point.lat_deg - a.lat_deg) / (b.lat_deg - a.lat_deg);
            is_inside ^= point.lon_deg < a.lon_deg + share * (b.lon_deg - a.lon_deg);
        }
    }
    return is_inside;
}

/* Gazetteers and codebooks give the middle of an area; the label point of the source is up to 30 km
 * off it, but lies inside, as the middle of a crescent does not. */
static IncmapLonLat
choose_point(const IncmapVector *vector, const IncmapVectorRow *row)
{
    IncmapLonLat middle;
    if (row->geometry == 2 && measure_middle(row, &middle) && has_inside(row, middle))
        return middle;
    return (IncmapLonLat){incmap_compile_number(vector, row, "longitude"),
                          incmap_compile_number(vector, row, "latitude")};
}

static void
add_area(IncmapCompile *compile, const IncmapVector *vector, const IncmapVectorRow *row,
         GHashTable *iso_owners)
{
    const char *adm1_code = incmap_compile_field(vector, row, "adm1_code");
    const char *iso = incmap_compile_field(vector, row, "iso_3166_2");
    const char *country = incmap_compile_field(vector, row, "iso_a2");
    const char *name = incmap_compile_field(vector, row, "name");
    const char *name_en = incmap_compile_field(vector, row, "name_en");
    gboolean is_iso = iso[0] != '\0' && strchr(iso, '~') == NULL;
    const char *owner = g_hash_table_lookup(iso_owners, iso);
    gboolean is_owner = owner != NULL && strcmp(owner, adm1_code) == 0;
    double area_km2 = fmax(incmap_compile_number(vector, row, "area"), 0.1);
    const char *types = incmap_compile_field(vector, row, "type_en");
    g_autofree char *standard = shorten_name(name_en[0] != '\0' ? name_en : name);
    IncmapPlace place = {
        .id = (gint64)incmap_compile_number(vector, row, "gn_id"),
        .kind = INCMAP_PLACE_ADMIN1,
        .name = standard,
        .feature_code = "ADM1",
        .point = choose_point(vector, row),
        .country_code = country,
        .admin1_code = is_owner ? iso : adm1_code,
        .radius_km = sqrt(area_km2 / G_PI),
    };
    const IncmapLonLat *point = g_hash_table_lookup(compile->points, place.admin1_code);
    IncmapLonLat label = place.point;
    if (point != NULL)
        place.point = *point;
    guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
    g_hash_table_insert(compile->area_codes, g_strdup(adm1_code), g_strdup(place.admin1_code));
    g_hash_table_insert(compile->area_places, g_strdup(adm1_code), GUINT_TO_POINTER(added + 1));
    incmap_gazetteer_builder_add_name(compile->builder, added, name, NULL, INCMAP_NAME_ALTERNATE);
    incmap_gazetteer_builder_add_name(compile->builder, added, name_en, NULL,
                                      INCMAP_NAME_ALTERNATE);
    add_typed_name(compile, added, place.name, types);
    add_abbreviations(compile, added, place.admin1_code);
    if (is_iso)
        incmap_gazetteer_builder_add_name(compile->builder, added, iso, NULL, INCMAP_NAME_CODE);
    const char *sub_code = is_iso ? strchr(iso, '-') : NULL;
    if (sub_code != NULL && g_ascii_isalpha(sub_code[1]))
        incmap_gazetteer_builder_add_name(compile->builder, added, sub_code + 1, NULL,
                                          INCMAP_NAME_CODE);
    add_to_sum(compile, country, country, NULL, area_km2, label);
    add_to_groups(compile, vector, row, area_km2, label);
}

/* Where an ISO code stands for several areas, the largest keeps it, as in the layers. */
static gboolean
find_iso_owners(IncmapCompile *compile, GHashTable *owners, GError **error)
{
    g_autoptr(IncmapVector) vector = open_shapes(compile, "admin1.shz", error);
    if (vector == NULL)
        return FALSE;
    g_autoptr(GHashTable) largest = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row;
    while (incmap_vector_next(vector, &row, &failure)) {
        const char *iso = incmap_compile_field(vector, &row, "iso_3166_2");
        double area_km2 = incmap_compile_number(vector, &row, "area");
        const double *known = g_hash_table_lookup(largest, iso);
        if (iso[0] == '\0' || (known != NULL && *known >= area_km2))
            continue;
        g_hash_table_replace(largest, g_strdup(iso), g_memdup2(&area_km2, sizeof(area_km2)));
        g_hash_table_replace(owners, g_strdup(iso),
                             g_strdup(incmap_compile_field(vector, &row, "adm1_code")));
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    return TRUE;
}

static void
add_translations(IncmapCompile *compile, const IncmapLines *table)
{
    gpointer found =
        g_hash_table_lookup(compile->area_places, incmap_lines_get(table, "adm1_code"));
    if (found == NULL)
        return;
    guint32 place = GPOINTER_TO_UINT(found) - 1;
    for (guint i = 2; i < table->header->len; i++) {
        const char *language = g_ptr_array_index(table->header, i);
        const char *names = incmap_lines_get_at(table, i);
        if (names[0] == '\0')
            continue;
        if (strcmp(language, "name_alt") == 0)
            language = NULL;
        else if (strcmp(language, "zh-Hant") == 0)
            language = "zht";
        g_auto(GStrv) parts = g_strsplit(names, "|", -1);
        for (char **part = parts; *part != NULL; part++)
            incmap_gazetteer_builder_add_name(compile->builder, place, *part, language,
                                              INCMAP_NAME_ALTERNATE);
    }
}

/* Groups such as "Provence-Alpes-Côte-d'Azur" or "Scotland", where they are not the country. */
static void
add_groups(IncmapCompile *compile)
{
    g_autoptr(GList) keys = g_hash_table_get_keys(compile->countries);
    keys = g_list_sort(keys, (GCompareFunc)strcmp);
    for (GList *key = keys; key != NULL; key = key->next) {
        const IncmapCountrySum *sum = g_hash_table_lookup(compile->countries, key->data);
        const IncmapCountrySum *whole = g_hash_table_lookup(compile->countries, sum->country);
        if (sum->name == NULL || sum->area_km2 > 0.9 * whole->area_km2 ||
            strstr(sum->name, "America") != NULL)
            continue;
        IncmapPlace place = {
            .kind = INCMAP_PLACE_REGION,
            .name = sum->name,
            .feature_code = "RGNH",
            .point = {incmap_wrap_lon(sum->lon_sum / sum->area_km2), sum->lat_sum / sum->area_km2},
            .country_code = sum->country,
            .radius_km = sqrt(sum->area_km2 / G_PI),
        };
        incmap_gazetteer_builder_add(compile->builder, &place);
    }
}

gboolean
incmap_compile_admin1(IncmapCompile *compile, GError **error)
{
    g_autoptr(GHashTable) iso_owners =
        g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (!find_iso_owners(compile, iso_owners, error))
        return FALSE;
    g_autoptr(IncmapVector) vector = open_shapes(compile, "admin1.shz", error);
    if (vector == NULL)
        return FALSE;
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row;
    while (incmap_vector_next(vector, &row, &failure))
        add_area(compile, vector, &row, iso_owners);
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    add_groups(compile);
    g_autofree char *path = g_build_filename(compile->folder, "admin1-names.tsv.gz", NULL);
    g_autoptr(IncmapLines) table = incmap_lines_load(path, '\t', TRUE, error);
    if (table == NULL)
        return FALSE;
    while (incmap_lines_next(table))
        add_translations(compile, table);
    return TRUE;
}

gboolean
incmap_compile_counties(IncmapCompile *compile, GError **error)
{
    g_autoptr(IncmapVector) vector = open_shapes(compile, "us-counties.shz", error);
    if (vector == NULL)
        return FALSE;
    g_autoptr(GError) failure = NULL;
    IncmapVectorRow row;
    while (incmap_vector_next(vector, &row, &failure)) {
        const char *name = incmap_compile_field(vector, &row, "name");
        const char *state = incmap_compile_field(vector, &row, "state");
        if (row.geometry != 0 || name[0] == '\0')
            continue;
        const char *type = strcmp(state, "US-LA") == 0   ? "Parish"
                           : strcmp(state, "US-AK") == 0 ? "Borough"
                                                         : "County";
        g_autofree char *full = g_strdup_printf("%s %s", name, type);
        IncmapPlace place = {
            .id = (gint64)incmap_compile_number(vector, &row, "fips"),
            .kind = INCMAP_PLACE_ADMIN2,
            .name = full,
            .feature_code = "ADM2",
            .point = row.points[0],
            .country_code = "US",
            .admin1_code = state,
            .radius_km = 28, /* of a county of the median size */
        };
        guint32 added = incmap_gazetteer_builder_add(compile->builder, &place);
        incmap_gazetteer_builder_add_name(compile->builder, added, name, NULL, INCMAP_NAME_CODE);
    }
    if (failure != NULL) {
        g_propagate_error(error, g_steal_pointer(&failure));
        return FALSE;
    }
    return TRUE;
}
