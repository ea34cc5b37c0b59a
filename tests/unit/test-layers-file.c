/* SPDX-License-Identifier: MIT */
/* The compiled file itself: the same every time, and never trusted. */
#include "small-layers.h"

#include "base/error.h"

#include <string.h>

static void
test_determinism(void)
{
    g_autofree char *a = make_layers();
    g_autofree char *b = make_layers();
    g_autoptr(GMappedFile) first = g_mapped_file_new(a, FALSE, NULL);
    g_autoptr(GMappedFile) second = g_mapped_file_new(b, FALSE, NULL);
    g_assert_cmpmem(g_mapped_file_get_contents(first), g_mapped_file_get_length(first),
                    g_mapped_file_get_contents(second), g_mapped_file_get_length(second));
    remove_layers(a);
    remove_layers(b);
}

/* Reads all there is; what it says doesn't matter. */
static void
read_all(const IncmapLayers *layers)
{
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    for (guint layer = 0; layer < INCMAP_N_LAYERS; layer++) {
        add_points(layers, layer, 5000, points);
        for (guint32 i = 0; i < incmap_layers_n_features(layers, layer); i++) {
            IncmapFeature feature = {0};
            incmap_layers_get(layers, layer, i, &feature);
            incmap_layers_name_in(layers, &feature, "fr");
        }
    }
    IncmapFeature feature = {0};
    IncmapNearest nearest = {0};
    for (double lon_deg = -180; lon_deg < 180; lon_deg += 2.5)
        for (guint layer = 0; layer < 3; layer++)
            incmap_layers_at(layers, layer, (IncmapLonLat){lon_deg, 5}, &feature);
    incmap_layers_nearest(layers, INCMAP_LAYER_BORDERS, (IncmapLonLat){9, 5}, "AA", NULL, 900,
                          &nearest);
}

static void
try_bytes(const guint8 *bytes, gsize length)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapLayers) layers = incmap_layers_open_bytes(bytes, length, "x.inm", &error);
    if (layers != NULL)
        read_all(layers);
    else
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
}

static void
repair_checksum(guint8 *bytes)
{
    IncmapLayersHeader *header = (IncmapLayersHeader *)(gpointer)bytes;
    gsize before = G_STRUCT_OFFSET(IncmapLayersHeader, n_languages);
    header->checksum = incmap_layers_checksum(bytes + before, sizeof *header - before);
}

static void
test_truncated(void)
{
    g_autofree char *path = make_layers();
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    for (gsize cut = 0; cut < length; cut += cut < 4096 ? 7 : 997) {
        g_autofree guint8 *copy =
            g_memdup2(bytes, cut + 1); /* no read beyond the end goes unseen */
        g_autoptr(GError) error = NULL;
        g_assert_null(incmap_layers_open_bytes(copy, cut, "x.inm", &error));
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    }
    remove_layers(path);
}

static void
test_flipped(void)
{
    g_autofree char *path = make_layers();
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    g_autoptr(GRand) rand = g_rand_new_with_seed(11);
    for (guint i = 0; i < 400; i++) {
        g_autofree guint8 *copy = g_memdup2(bytes, length);
        gsize reach = i % 2 == 0 ? sizeof(IncmapLayersHeader) : length;
        for (guint k = 0; k < 1 + i % 3; k++)
            copy[g_rand_int_range(rand, 0, (gint32)reach)] ^= 1u << g_rand_int_range(rand, 0, 8);
        if (i % 4 != 0)
            repair_checksum(copy);
        try_bytes(copy, length);
    }
    remove_layers(path);
}

static void
assert_refused(const guint8 *bytes, gsize length, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_layers_open_bytes(bytes, length, "x.inm", &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    if (strstr(error->message, expected) == NULL)
        g_error("\"%s\" lacks \"%s\"", error->message, expected);
}

static void
test_messages(void)
{
    g_autofree char *path = make_layers();
    g_autofree char *bytes = NULL;
    gsize length = 0;
    g_assert_true(g_file_get_contents(path, &bytes, &length, NULL));
    IncmapLayersHeader *header = (IncmapLayersHeader *)(gpointer)bytes;
    assert_refused((const guint8 *)bytes, length - 8, "bytes long and should be");
    header->version = 99;
    assert_refused((const guint8 *)bytes, length, "version 99");
    header->version = INCMAP_LAYERS_VERSION;
    header->byte_order = GUINT32_SWAP_LE_BE(INCMAP_LAYERS_BYTE_ORDER);
    assert_refused((const guint8 *)bytes, length, "another byte order");
    header->byte_order = INCMAP_LAYERS_BYTE_ORDER;
    header->n_arcs++;
    assert_refused((const guint8 *)bytes, length, "header is damaged");
    repair_checksum((guint8 *)bytes);
    assert_refused((const guint8 *)bytes, length, "tables are damaged");
    header->n_arcs--;
    header->sections[INCMAP_SECTION_PARTS].offset = length + 8;
    repair_checksum((guint8 *)bytes);
    assert_refused((const guint8 *)bytes, length, "does not lie inside");
    bytes[0] = 'x';
    assert_refused((const guint8 *)bytes, length, "not a file of compiled layers");
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_layers_open("/nowhere/layers.inm", &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    remove_layers(path);
}

/* Borders that aren't edges of the areas, and no areas at all: no file is left. */
static void
test_compile_errors(void)
{
    g_autofree char *dir = g_dir_make_tmp("incmap-layers-XXXXXX", NULL);
    g_autofree char *admin1 = g_build_filename(dir, "admin1.geojson", NULL);
    g_autofree char *borders = g_build_filename(dir, "borders.geojson", NULL);
    g_autofree char *target = g_build_filename(dir, "layers.inm", NULL);
    g_autoptr(GError) error = NULL;
    g_assert_false(incmap_compile_layers(dir, target, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    g_clear_error(&error);
    g_assert_true(g_file_set_contents(
        admin1,
        "{\"type\":\"Feature\",\"properties\":{\"iso_3166_2\":\"AA-1\",\"iso_a2\":\"AA\"},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[0,1],[1,1],[0,0]]]}}",
        -1, NULL));
    g_assert_true(
        g_file_set_contents(borders,
                            "{\"type\":\"Feature\",\"properties\":{\"status\":\"agreed\"},"
                            "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[5,5]]}}",
                            -1, NULL));
    g_assert_false(incmap_compile_layers(dir, target, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
    g_assert_false(g_file_test(target, G_FILE_TEST_EXISTS));
    g_remove(admin1);
    g_remove(borders);
    g_rmdir(dir);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/layers/determinism", test_determinism);
    g_test_add_func("/layers/truncated", test_truncated);
    g_test_add_func("/layers/flipped", test_flipped);
    g_test_add_func("/layers/messages", test_messages);
    g_test_add_func("/layers/compile-errors", test_compile_errors);
    return g_test_run();
}
