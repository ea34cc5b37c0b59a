/* SPDX-License-Identifier: MIT */
#include "layers/vector.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>

static char *
write_file(const char *name, const char *text)
{
    char *path = g_build_filename(g_get_tmp_dir(), name, NULL);
    g_assert_true(g_file_set_contents(path, text, -1, NULL));
    return path;
}

static IncmapVector *
open_vector(const char *path)
{
    g_autoptr(GError) error = NULL;
    IncmapVector *vector = incmap_vector_open(path, NULL, &error);
    g_assert_no_error(error);
    return vector;
}

static void
assert_refused(const char *path, const char *layer, const char *expected)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, layer, &error);
    g_assert_null(vector);
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    if (strstr(error->message, expected) == NULL)
        g_error("\"%s\" lacks \"%s\"", error->message, expected);
}

static void
test_geojson(void)
{
    g_autofree char *path = write_file(
        "incmap-test.geojson",
        "{\"type\":\"FeatureCollection\",\"features\":["
        "{\"type\":\"Feature\",\"properties\":{\"name\":\"Zaouâtene\",\"dead\":3,\"share\":0.5,"
        "\"day\":\"2024-01-31\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.97,19.96]}},"
        "{\"type\":\"Feature\",\"properties\":{\"name\":null},\"geometry\":{\"type\":"
        "\"MultiPolygon\",\"coordinates\":[[[[0,0],[4,0],[4,4],[0,4],[0,0]],"
        "[[1,1],[1,2],[2,2],[2,1],[1,1]]],[[[9,9],[10,9],[10,10],[9,9]]]]}},"
        "{\"type\":\"Feature\",\"properties\":{},\"geometry\":null}]}");
    g_autoptr(IncmapVector) vector = open_vector(path);
    int name = incmap_vector_find_field(vector, "NAME");
    int day = incmap_vector_find_field(vector, "day");
    g_assert_cmpint(incmap_vector_find_field(vector, "none"), ==, -1);
    g_assert_cmpint(incmap_vector_field_type(vector, (guint)day), ==, INCMAP_VECTOR_DATE);
    IncmapVectorRow row = {0};
    g_autoptr(GError) error = NULL;
    g_assert_true(incmap_vector_next(vector, &row, &error));
    g_assert_cmpstr(row.values[name], ==, "Zaouâtene");
    g_assert_cmpstr(row.values[day], ==, "2024-01-31");
    g_assert_cmpint(row.geometry, ==, 0);
    g_assert_cmpfloat(row.points[0].lon_deg, ==, 2.97);
    g_assert_true(incmap_vector_next(vector, &row, &error));
    g_assert_null(row.values[name]);
    g_assert_cmpint(row.geometry, ==, 2);
    g_assert_cmpuint(row.n_parts, ==, 3);
    g_assert_cmpuint(row.part_starts[3], ==, 14);
    /* The outer ring was counter-clockwise and comes clockwise. */
    g_assert_cmpfloat(row.points[1].lat_deg, ==, 4);
    g_assert_true(incmap_vector_next(vector, &row, &error));
    g_assert_cmpint(row.geometry, ==, -1);
    g_assert_false(incmap_vector_next(vector, &row, &error));
    g_assert_no_error(error);
    g_remove(path);
}

/* Metres on Web Mercator become degrees. */
static void
test_projected(void)
{
    g_autofree char *path = write_file(
        "incmap-test-projected.geojson",
        "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":"
        "\"urn:ogc:def:crs:EPSG::3857\"}},\"features\":[{\"type\":\"Feature\",\"properties\":{},"
        "\"geometry\":{\"type\":\"LineString\",\"coordinates\":[[0,0],[1113194.9079,0]]}}]}");
    g_autoptr(IncmapVector) vector = open_vector(path);
    IncmapVectorRow row = {0};
    g_autoptr(GError) error = NULL;
    g_assert_true(incmap_vector_next(vector, &row, &error));
    g_assert_cmpint(row.geometry, ==, 1);
    g_assert_cmpfloat_with_epsilon(row.points[1].lon_deg, 10, 1e-6);
    g_assert_cmpfloat_with_epsilon(row.points[1].lat_deg, 0, 1e-6);
    g_remove(path);
}

static void
test_csv(void)
{
    g_autofree char *path = write_file("incmap-test.csv", "id;place\n007;\"Gao; Mali\"\n8;\xff\n");
    g_autoptr(IncmapVector) vector = open_vector(path);
    g_assert_cmpuint(incmap_vector_n_fields(vector), ==, 2);
    g_assert_cmpstr(incmap_vector_field_name(vector, 1), ==, "place");
    IncmapVectorRow row = {0};
    g_assert_true(incmap_vector_next(vector, &row, NULL));
    g_assert_cmpstr(row.values[0], ==, "007");
    g_assert_cmpstr(row.values[1], ==, "Gao; Mali");
    g_assert_cmpint(row.geometry, ==, -1);
    g_assert_true(incmap_vector_next(vector, &row, NULL));
    g_assert_true(g_utf8_validate(row.values[1], -1, NULL));
    g_remove(path);
}

static void
test_geopackage(void)
{
    g_autofree char *path = g_build_filename(g_getenv("INCMAP_TESTS"), "layers", "two.gpkg", NULL);
    assert_refused(path, NULL, "\"places\", \"roads\"");
    assert_refused(path, "none", "has no layer \"none\"");
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, "places", &error);
    g_assert_no_error(error);
    IncmapVectorRow row = {0};
    g_assert_true(incmap_vector_next(vector, &row, &error));
    g_assert_cmpstr(row.values[incmap_vector_find_field(vector, "name")], ==, "Gao");
    g_assert_cmpfloat_with_epsilon(row.points[0].lat_deg, 16.27, 1e-9);
}

static void
test_refused(void)
{
    static const char *const remote[] = {
        "/vsicurl/http://example.org/a.geojson",
        "/vsis3/bucket/a.shp",
        "/vsizip//vsicurl/example.zip",
        "http://example.org/a.geojson",
        "HTTPS://example.org/a.geojson",
        "/vsigzip//vsiaz_streaming/a",
        "/vsicrypt/a.geojson",
        "GeoJSON:http://example.org/a",
        "/vsizip/{/vsigs/bucket/a.zip}",
    };
    for (guint i = 0; i < G_N_ELEMENTS(remote); i++)
        assert_refused(remote[i], NULL, "never uses the network");
    assert_refused("/nowhere/a.geojson", NULL, "no such file");
}

static void
test_broken(void)
{
    g_autofree char *text = write_file("incmap-test-broken.geojson",
                                       "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":");
    assert_refused(text, NULL, "incmap-test-broken.geojson");
    g_remove(text);
    g_autofree char *vrt = write_file(
        "incmap-test.vrt", "<OGRVRTDataSource><OGRVRTLayer name=\"a\"><SrcDataSource>"
                           "/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>");
    assert_refused(vrt, NULL, "incmap-test.vrt");
    g_remove(vrt);
    g_autofree char *metres =
        write_file("incmap-test-metres.csv", "WKT,name\n\"POINT (500000 4649776)\",a\n");
    g_autoptr(IncmapVector) vector = open_vector(metres);
    IncmapVectorRow row = {0};
    g_autoptr(GError) error = NULL;
    g_assert_false(incmap_vector_next(vector, &row, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_INPUT);
    g_assert_nonnull(strstr(error->message, "names no coordinate system"));
    g_remove(metres);
}

static void
test_no_module(void)
{
    if (g_test_subprocess()) {
        g_setenv("INCMAP_MODULE_DIR", "/nowhere", TRUE);
        g_autoptr(GError) error = NULL;
        g_assert_null(incmap_vector_open("/tmp/a.geojson", NULL, &error));
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_LAYER);
        g_assert_nonnull(strstr(error->message, "/nowhere/incmap-gdal.so"));
        return;
    }
    g_test_trap_subprocess(NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_passed();
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vector/geojson", test_geojson);
    g_test_add_func("/vector/projected", test_projected);
    g_test_add_func("/vector/csv", test_csv);
    g_test_add_func("/vector/geopackage", test_geopackage);
    g_test_add_func("/vector/refused", test_refused);
    g_test_add_func("/vector/broken", test_broken);
    g_test_add_func("/vector/no-module", test_no_module);
    return g_test_run();
}
