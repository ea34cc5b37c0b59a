/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/geodesy.h"
#include "base/text.h"
#include "small-gazetteer.h"

#include <glib/gstdio.h>
#include <math.h>

static GArray *
find(const IncmapGazetteer *gazetteer, const char *name, unsigned max_edits)
{
    GArray *places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    g_autofree char *folded = incmap_text_fold(name);
    incmap_gazetteer_find_similar(gazetteer, folded, max_edits, places);
    return places;
}

static void
test_find(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    static const struct {
        const char *name;
        guint n;
        const char *first;
        IncmapPlaceKind kind;
    } cases[] = {
        {"Tinzaouaten", 1, "Tinzaouaten", INCMAP_PLACE_TOWN},
        {"ti n zaouatene", 1, "Tinzaouaten", INCMAP_PLACE_TOWN},
        {"KIDAL", 2, "Kidal", INCMAP_PLACE_ADMIN1},
        {"كيدال", 1, "Kidal", INCMAP_PLACE_TOWN},
        {"Springfield", 2, "Springfield", INCMAP_PLACE_TOWN},
        {"Georgia", 2, "Georgia", INCMAP_PLACE_COUNTRY},
        {"Niger", 2, "Niger", INCMAP_PLACE_COUNTRY},
        {"USA", 1, "United States", INCMAP_PLACE_COUNTRY},
        {"MLI", 0, NULL, 0},
        {"Malian", 0, NULL, 0},
        {"Atlantis", 0, NULL, 0},
        {"", 0, NULL, 0},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) places = find(gazetteer, cases[i].name, 0);
        g_assert_cmpuint(places->len, ==, cases[i].n);
        if (cases[i].n == 0)
            continue;
        g_assert_cmpstr(g_array_index(places, IncmapPlace, 0).name, ==, cases[i].first);
        g_assert_cmpint(g_array_index(places, IncmapPlace, 0).kind, ==, cases[i].kind);
    }
    g_autoptr(GArray) springfields = find(gazetteer, "springfield", 0);
    g_assert_cmpstr(g_array_index(springfields, IncmapPlace, 0).admin1_code, ==, "US-IL");
    IncmapPlace again;
    incmap_gazetteer_get(gazetteer, g_array_index(springfields, IncmapPlace, 0).index, &again);
    g_assert_cmpstr(again.admin1_code, ==, "US-IL");
    g_assert_cmpfloat_with_epsilon(again.point.lon_deg, -89.65, 1e-7);
}

static void
test_find_similar(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    static const struct {
        const char *name;
        unsigned max_edits;
        const char *found;
    } cases[] = {
        {"Tinzawatene", 2, "Tinzaouaten"}, {"Tin Zawatin", 2, "Tinzaouaten"},
        {"Timbuktoo", 2, "Timbuktu"},      {"Tombuctou", 1, "Timbuktu"},
        {"Springfeild", 1, "Springfield"}, {"Tamanrassset", 1, "Tamanrasset"},
        {"Bamaco", 1, "Bamako"},           {"Bmako", 1, "Bamako"},
        {"El-Fashir", 2, "El Fasher"},     {"Kharkow", 1, "Kharkiv"},
        {"Kharkow", 2, "Kharkiv"},         {"Buenavantura", 1, "Buenaventura"},
        {"New Yrok", 1, "New York City"},  {"Харкив", 1, "Kharkiv"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(GArray) places = find(gazetteer, cases[i].name, cases[i].max_edits);
        if (i == 9) { /* ow → iv are two letters */
            g_assert_cmpuint(places->len, ==, 0);
            continue;
        }
        g_assert_cmpuint(places->len, >=, 1);
        g_assert_cmpstr(g_array_index(places, IncmapPlace, 0).name, ==, cases[i].found);
    }
    g_autoptr(GArray) none = find(gazetteer, "Zzyzx", 2);
    g_assert_cmpuint(none->len, ==, 0);
    g_autofree char *long_name = g_strnfill(100000, 'x');
    g_autoptr(GArray) still_none = find(gazetteer, long_name, 2);
    g_assert_cmpuint(still_none->len, ==, 0);
}

static void
test_codes(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    g_assert_cmpstr(incmap_gazetteer_country_name(gazetteer, "ML"), ==, "Mali");
    g_assert_null(incmap_gazetteer_country_name(gazetteer, "XX"));
    g_assert_null(incmap_gazetteer_country_name(gazetteer, ""));
    g_assert_cmpstr(incmap_gazetteer_admin1_name(gazetteer, "ML-8"), ==, "Kidal");
    g_assert_null(incmap_gazetteer_admin1_name(gazetteer, "UA-63"));
    g_assert_cmpstr(incmap_gazetteer_continent(gazetteer, "ML"), ==, "Africa");
    g_assert_cmpstr(incmap_gazetteer_demonym(gazetteer, "malian"), ==, "ML");
    g_assert_cmpstr(incmap_gazetteer_demonym(gazetteer, "mali"), ==, "ML");
    g_assert_null(incmap_gazetteer_demonym(gazetteer, "kidal"));
    IncmapPlace place;
    g_assert_true(incmap_gazetteer_country(gazetteer, "ML", &place));
    g_assert_cmpstr(place.name, ==, "Mali");
    g_assert_true(incmap_gazetteer_admin1(gazetteer, "US-GA", &place));
    g_assert_cmpstr(place.country_code, ==, "US");
    g_assert_false(incmap_gazetteer_admin1(gazetteer, "UA-63", &place));
}

static void
test_prefix(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    g_assert_true(incmap_gazetteer_has_prefix(gazetteer, "new"));
    g_assert_true(incmap_gazetteer_has_prefix(gazetteer, "new york"));
    g_assert_true(incmap_gazetteer_has_prefix(gazetteer, "ti n"));
    g_assert_false(incmap_gazetteer_has_prefix(gazetteer, "new yor"));
    g_assert_false(incmap_gazetteer_has_prefix(gazetteer, "zz"));
}

static void
test_nearest(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    for (int round = 0; round < 500; round++) {
        IncmapLonLat point = {g_test_rand_double_range(-180, 180),
                              g_test_rand_double_range(-90, 90)};
        double nearest_km = INFINITY, found_km = 0;
        for (gsize i = 0; i < G_N_ELEMENTS(small_places); i++)
            if (small_places[i].kind == INCMAP_PLACE_TOWN)
                nearest_km = MIN(
                    nearest_km, incmap_distance_km(point, (IncmapLonLat){small_places[i].lon_deg,
                                                                         small_places[i].lat_deg}));
        IncmapPlace place;
        g_assert_true(incmap_gazetteer_nearest(gazetteer, point, 30000, &place, &found_km));
        /* on the sphere another one may be nearer by a few parts in a thousand */
        g_assert_cmpfloat(found_km, <=, nearest_km * 1.007 + 0.01);
    }
    IncmapPlace place;
    double distance_km = 0;
    g_assert_false(
        incmap_gazetteer_nearest(gazetteer, (IncmapLonLat){-30, -50}, 100, &place, &distance_km));
}

static void
test_towns_in(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){-12, 10, 4.5, 25}, 3, places);
    g_assert_cmpuint(places->len, ==, 3);
    g_assert_cmpstr(g_array_index(places, IncmapPlace, 0).name, ==, "Bamako");
    g_assert_cmpstr(g_array_index(places, IncmapPlace, 1).name, ==, "Gao");
    g_array_set_size(places, 0);
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){170, -20, 195, -10}, 9, places);
    g_assert_cmpuint(places->len, ==, 2);
    g_array_set_size(places, 0);
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){1, 18, 2, 19}, 9, places);
    g_assert_cmpuint(places->len, ==, 1);
    g_array_set_size(places, 0);
    incmap_gazetteer_towns_near(gazetteer, (IncmapLonLat){0, 16}, 120, places);
    g_assert_cmpuint(places->len, ==, 2);
}

static void
test_name_in(void)
{
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    g_autoptr(GArray) places = find(gazetteer, "Kyiv", 0);
    const IncmapPlace *kyiv = &g_array_index(places, IncmapPlace, 0);
    g_assert_cmpstr(incmap_gazetteer_name_in(gazetteer, kyiv, "uk"), ==, "Київ");
    g_assert_cmpstr(incmap_gazetteer_name_in(gazetteer, kyiv, "ru"), ==, "Киев");
    g_assert_cmpstr(incmap_gazetteer_name_in(gazetteer, kyiv, "ar"), ==, "Kyiv");
    g_assert_cmpstr(incmap_gazetteer_name_in(gazetteer, kyiv, NULL), ==, "Kyiv");
    g_array_set_size(places, 0);
    incmap_gazetteer_find(gazetteer, "bamako", places);
    g_assert_cmpstr(
        incmap_gazetteer_name_in(gazetteer, &g_array_index(places, IncmapPlace, 0), "zh"), ==,
        "巴马科");
}

static void
test_same_bytes(void)
{
    g_autoptr(GBytes) first = small_bytes_new();
    g_autoptr(GBytes) second = small_bytes_new();
    g_assert_true(g_bytes_equal(first, second));
}

/* Asks for everything: nothing may read outside. */
static void
exercise(IncmapGazetteer *gazetteer)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    for (gsize i = 0; i < G_N_ELEMENTS(small_places); i++) {
        g_autofree char *folded = incmap_text_fold(small_places[i].name);
        incmap_gazetteer_find(gazetteer, folded, places);
        incmap_gazetteer_find_similar(gazetteer, folded, 2, places);
        incmap_gazetteer_has_prefix(gazetteer, folded);
        incmap_gazetteer_demonym(gazetteer, folded);
        incmap_gazetteer_country_name(gazetteer, small_places[i].country);
        incmap_gazetteer_admin1_name(gazetteer, small_places[i].admin1);
        incmap_gazetteer_continent(gazetteer, small_places[i].country);
    }
    IncmapPlace place;
    double distance_km = 0;
    incmap_gazetteer_nearest(gazetteer, (IncmapLonLat){1, 18}, 30000, &place, &distance_km);
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){-180, -90, 180, 90}, 9, places);
    incmap_gazetteer_towns_near(gazetteer, (IncmapLonLat){1, 18}, 3000, places);
    gsize n_letters = 0;
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *found = &g_array_index(places, IncmapPlace, i);
        n_letters += strlen(found->name) + strlen(found->country_code) +
                     strlen(incmap_gazetteer_name_in(gazetteer, found, "ru"));
    }
    g_assert_cmpuint(n_letters, <, G_MAXSIZE);
}

static void
test_cut_file(void)
{
    g_autoptr(GBytes) whole = small_bytes_new();
    for (gsize length = 0; length < g_bytes_get_size(whole); length += 97) {
        /* a copy, so that reading past its end is seen */
        g_autoptr(GBytes) cut = g_bytes_new(g_bytes_get_data(whole, NULL), length);
        g_autoptr(GError) error = NULL;
        g_assert_null(incmap_gazetteer_new_for_bytes(cut, "cut", &error));
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    }
}

static void
test_flipped_bits(void)
{
    g_autoptr(GBytes) whole = small_bytes_new();
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(whole, &length);
    for (int round = 0; round < 1500; round++) {
        g_autofree guint8 *copy = g_memdup2(data, length);
        for (int i = 0; i < 1 + round % 40; i++) {
            gsize at = (gsize)g_test_rand_int_range(0, (gint32)length);
            copy[at] = (guint8)g_test_rand_int_range(0, 256);
        }
        g_autoptr(GBytes) bytes = g_bytes_new_static(copy, length);
        g_autoptr(GError) error = NULL;
        g_autoptr(IncmapGazetteer) gazetteer =
            incmap_gazetteer_new_for_bytes(bytes, "flipped", &error);
        if (gazetteer != NULL)
            exercise(gazetteer);
        else
            g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    }
}

static void
test_refusals(void)
{
    static const struct {
        gsize at;
        const char *message;
    } cases[] = {
        {0, "*not a gazetteer file*"}, {8, "*version*incmap gazetteer build*"},
        {12, "*byte order*"},          {16, "*bytes long*"},
        {40, "*header is damaged*"},
    };
    g_autoptr(GBytes) whole = small_bytes_new();
    gsize length = 0;
    const guint8 *data = g_bytes_get_data(whole, &length);
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autofree guint8 *copy = g_memdup2(data, length);
        copy[cases[i].at] ^= 0x55;
        g_autoptr(GBytes) bytes = g_bytes_new_static(copy, length);
        g_autoptr(GError) error = NULL;
        g_assert_null(incmap_gazetteer_new_for_bytes(bytes, "a.inm", &error));
        g_assert_true(g_pattern_match_simple(cases[i].message, error->message));
    }
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_gazetteer_open("/nowhere/gazetteer.inm", &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
}

static void
test_file_and_overlay(void)
{
    g_autofree char *folder = g_dir_make_tmp("incmap-XXXXXX", NULL);
    g_autofree char *path = g_build_filename(folder, "gazetteer.inm", NULL);
    g_autofree char *own = g_build_filename(folder, "own.csv", NULL);
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapGazetteerBuilder) builder = small_builder_new();
    g_assert_true(incmap_gazetteer_builder_write(builder, path, &error));
    g_autoptr(IncmapGazetteer) gazetteer = incmap_gazetteer_open(path, &error);
    g_assert_no_error(error);
    g_file_set_contents(own,
                        "\xEF\xBB\xBFName,Latitude,Longitude,Country,Admin1,Alternate names\r\n"
                        "Gao,16.5,-0.5,Mali,Gao,Gawgaw|گاو\r\n"
                        "\"Camp \"\"B\"\", north\",20.25,1.5,ML,,\r\n",
                        -1, NULL);
    g_assert_true(incmap_gazetteer_add_overlay(gazetteer, own, &error));
    g_assert_no_error(error);
    g_autoptr(GArray) places = find(gazetteer, "gao", 0);
    g_assert_cmpuint(places->len, ==, 3);
    const IncmapPlace *first = &g_array_index(places, IncmapPlace, 0);
    g_assert_true(incmap_place_is_own(first));
    g_assert_cmpfloat_with_epsilon(first->point.lat_deg, 16.5, 1e-6);
    g_assert_cmpstr(first->country_code, ==, "ML");
    g_assert_cmpstr(first->admin1_code, ==, "ML-7");
    g_autoptr(GArray) camps = find(gazetteer, "Camp B, north", 0);
    g_assert_cmpuint(camps->len, ==, 1);
    g_file_set_contents(own, "name,latitude,longitude\nGao,96.5,-0.5\n", -1, NULL);
    g_assert_false(incmap_gazetteer_add_overlay(gazetteer, own, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    g_assert_true(g_pattern_match_simple("*own.csv:2: latitude*", error->message));
    g_clear_error(&error);
    g_file_set_contents(own, "name,latitude\nGao,6.5\n", -1, NULL);
    g_assert_false(incmap_gazetteer_add_overlay(gazetteer, own, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    g_unlink(own);
    g_unlink(path);
    g_rmdir(folder);
}

/* A gazetteer file of one's own beside the standard one. */
static void
add_layer(IncmapGazetteer *gazetteer, const char *path, const IncmapPlace *places, guint n,
          gboolean is_own)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapGazetteerBuilder) builder = incmap_gazetteer_builder_new();
    for (guint i = 0; i < n; i++)
        incmap_gazetteer_builder_add(builder, &places[i]);
    if (is_own)
        incmap_gazetteer_builder_set_own(builder);
    incmap_gazetteer_builder_write(builder, path, &error);
    g_assert_no_error(error);
    incmap_gazetteer_add_file(gazetteer, path, &error);
    g_assert_no_error(error);
}

static void
test_layers(void)
{
    g_autofree char *folder = g_dir_make_tmp("incmap-XXXXXX", NULL);
    g_autofree char *added = g_build_filename(folder, "added.inm", NULL);
    g_autofree char *own = g_build_filename(folder, "own.inm", NULL);
    g_autoptr(IncmapGazetteer) gazetteer = small_gazetteer_new();
    g_autoptr(GArray) before = find(gazetteer, "gao", 0);
    gint64 gao = 0;
    for (guint i = 0; i < before->len; i++)
        if (g_array_index(before, IncmapPlace, i).kind == INCMAP_PLACE_TOWN)
            gao = g_array_index(before, IncmapPlace, i).id;
    g_assert_cmpint(gao, >, 0);
    const IncmapPlace dump[] = {
        {.id = gao,
         .name = "Gao",
         .feature_code = "PPLA",
         .point = {-0.05, 16.28},
         .population = 100000,
         .country_code = "ML"},
        {.id = 9000001,
         .name = "Gao",
         .feature_code = "PPL",
         .point = {-5, 12},
         .country_code = "ML"},
        {.id = 9000002,
         .name = "Gao Airport",
         .feature_code = "AIRP",
         .point = {-0.01, 16.25},
         .country_code = "ML"},
    };
    const IncmapPlace mine[] = {
        {.id = -2, .name = "Gao", .feature_code = "PPL", .point = {1, 17}, .country_code = "ML"}};
    add_layer(gazetteer, added, dump, G_N_ELEMENTS(dump), FALSE);
    add_layer(gazetteer, own, mine, 1, TRUE);
    g_autoptr(GArray) places = find(gazetteer, "gao", 0);
    g_assert_cmpuint(places->len, ==, before->len + 2);
    const IncmapPlace *first = &g_array_index(places, IncmapPlace, 0);
    g_assert_true(incmap_place_is_own(first));
    guint n_gao = 0;
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        n_gao += place->id == gao;
        g_assert_true(place->id != gao || place->population == 100000);
    }
    g_assert_cmpuint(n_gao, ==, 1);
    g_assert_cmpint(g_array_index(places, IncmapPlace, places->len - 1).id, ==, 9000001);
    g_autoptr(GArray) airports = find(gazetteer, "gao airport", 0);
    g_assert_cmpuint(airports->len, ==, 1);
    g_assert_true(incmap_place_is_site(&g_array_index(airports, IncmapPlace, 0)));
    g_autoptr(GArray) towns = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_towns_in(gazetteer, (IncmapExtent){-1, 16, 0.4, 17}, 100, towns);
    g_assert_cmpuint(towns->len, ==, 1);
    g_assert_cmpint(g_array_index(towns, IncmapPlace, 0).id, ==, gao);
    g_unlink(added);
    g_unlink(own);
    g_rmdir(folder);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/gazetteer/find", test_find);
    g_test_add_func("/gazetteer/find-similar", test_find_similar);
    g_test_add_func("/gazetteer/codes", test_codes);
    g_test_add_func("/gazetteer/prefix", test_prefix);
    g_test_add_func("/gazetteer/nearest", test_nearest);
    g_test_add_func("/gazetteer/towns-in", test_towns_in);
    g_test_add_func("/gazetteer/name-in", test_name_in);
    g_test_add_func("/gazetteer/same-bytes", test_same_bytes);
    g_test_add_func("/gazetteer/cut-file", test_cut_file);
    g_test_add_func("/gazetteer/flipped-bits", test_flipped_bits);
    g_test_add_func("/gazetteer/refusals", test_refusals);
    g_test_add_func("/gazetteer/file-and-overlay", test_file_and_overlay);
    g_test_add_func("/gazetteer/layers", test_layers);
    return g_test_run();
}
