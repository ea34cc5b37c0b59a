/* SPDX-License-Identifier: MIT */
/*
 * Whole tables through incmap_read_file(): what the columns were taken for, and
 * each sentence about what cannot be read.
 */
#include "base/error.h"
#include "read/dates.h"
#include "read/read.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

static char *
write_table(const char *bytes, gssize length)
{
    char *path = NULL;
    int fd = g_file_open_tmp("incmap-XXXXXX.csv", &path, NULL);
    g_assert_cmpint(fd, >=, 0);
    g_assert_true(g_close(fd, NULL));
    g_assert_true(g_file_set_contents(path, bytes, length, NULL));
    return path;
}

static IncmapScene *
read_bytes(const char *bytes, gssize length, const char *columns)
{
    g_autofree char *path = write_table(bytes, length);
    IncmapReadOptions options = {.columns = columns};
    g_autoptr(GError) error = NULL;
    IncmapScene *scene = incmap_scene_new();
    incmap_read_file(scene, path, &options, &error);
    g_assert_no_error(error);
    g_unlink(path);
    return scene;
}

static const IncmapIncident *
get(const IncmapScene *scene, guint index)
{
    g_assert_cmpuint(index, <, scene->incidents->len);
    return &g_array_index(scene->incidents, IncmapIncident, index);
}

static gboolean
has_line(const GPtrArray *lines, const char *wanted)
{
    for (guint i = 0; i < lines->len; i++) {
        if (strstr(lines->pdata[i], wanted) != NULL)
            return TRUE;
    }
    return FALSE;
}

static void
test_acled(void)
{
    g_autoptr(IncmapScene) scene = read_bytes(
        "event_id_cnty,event_date,time_precision,event_type,sub_event_type,actor1,actor2,country,"
        "admin1,admin2,location,latitude,longitude,geo_precision,source,notes,fatalities\n"
        "X1,2023-07-27,1,Battles,Armed "
        "clash,Rebels,Army,Mali,Kidal,Abeibara,Tinzaouaten,19.95,2.97,"
        "2,Radio,\"Fighting, again\",12\n"
        "X2,2023-07-10,3,Violence against civilians,Attack,,,Mali,Gao,,Gao,16.27,-0.04,1,,,0\n",
        -1, NULL);
    const IncmapIncident *first = get(scene, 0), *second = get(scene, 1);
    g_assert_cmpint(first->event, ==, INCMAP_EVENT_BATTLE);
    g_assert_cmpstr(first->id, ==, "X1");
    g_assert_cmpstr(first->place, ==, "Tinzaouaten");
    g_assert_cmpstr(first->notes, ==, "Fighting, again");
    g_assert_cmpint(first->given_precision, ==, INCMAP_PRECISION_NEAR);
    g_assert_cmpfloat(first->value, ==, 12);
    g_assert_cmpuint(second->date.from_julian, ==, incmap_date_julian(2023, 7, 1));
    g_assert_cmpuint(second->date.to_julian, ==, incmap_date_julian(2023, 7, 31));
    g_assert_null(second->notes);
    const IncmapDocument *document = &g_array_index(scene->documents, IncmapDocument, 0);
    g_assert_cmpstr(document->layout, ==, "ACLED");
    g_assert_nonnull(document->credit);
    g_assert_cmpuint(strlen(document->digest), ==, 64);
}

static void
test_usgs(void)
{
    g_autoptr(IncmapScene) scene =
        read_bytes("time,latitude,longitude,depth,mag,magType,nst,id,updated,place,type\n"
                   "2023-02-06T01:17:34.342Z,37.2256,37.0143,10,7.8,mww,1,us1,x,\"Pazarcik, "
                   "Turkey\",earthquake\n",
                   -1, NULL);
    const IncmapIncident *quake = get(scene, 0);
    g_assert_cmpint(quake->event, ==, INCMAP_EVENT_EARTHQUAKE);
    g_assert_cmpint(quake->value_kind, ==, INCMAP_VALUE_MAGNITUDE);
    g_assert_cmpfloat(quake->value, ==, 7.8);
    g_assert_cmpint(quake->date.hour, ==, 1);
    g_assert_cmpint(quake->date.minute, ==, 17);
}

static void
test_ucdp_without_header(void)
{
    GString *row = g_string_new(NULL);
    for (int i = 0; i < 49; i++) {
        const char *value = i == 0    ? "9001"
                            : i == 5  ? "2"
                            : i == 14 ? "Side one"
                            : i == 24 ? "3"
                            : i == 25 ? "Bria town"
                            : i == 29 ? "6.54"
                            : i == 30 ? "21.98"
                            : i == 33 ? "Central African Republic"
                            : i == 38 ? "2023-05-01"
                            : i == 39 ? "2023-05-03"
                            : i == 44 ? "7"
                            : i == 45 ? "9"
                            : i == 46 ? "5"
                                      : "";
        g_string_append_printf(row, "%s%s", i > 0 ? "," : "", value);
    }
    g_string_append_c(row, '\n');
    g_autoptr(IncmapScene) scene = read_bytes(row->str, -1, NULL);
    const IncmapIncident *incident = get(scene, 0);
    g_assert_cmpint(incident->event, ==, INCMAP_EVENT_NON_STATE);
    g_assert_cmpint(incident->given_precision, ==, INCMAP_PRECISION_DISTRICT);
    g_assert_cmpstr(incident->place, ==, "Bria town");
    g_assert_cmpfloat(incident->value_low, ==, 5);
    g_assert_cmpfloat(incident->value_high, ==, 9);
    g_assert_cmpuint(incident->date.to_julian - incident->date.from_julian, ==, 2);
    g_string_free(row, TRUE);
}

static void
test_hxl(void)
{
    g_autoptr(IncmapScene) scene = read_bytes("Wo,Wann,Breit,Lang,Was,Wie viele\n"
                                              "#loc+name,#date,#geo+lat,#geo+lon,#event+type,"
                                              "#affected+killed\n"
                                              "Gao,2023-01-02,16.2,-0.1,flood,3\n",
                                              -1, NULL);
    g_assert_cmpuint(scene->incidents->len, ==, 1);
    g_assert_cmpint(get(scene, 0)->event, ==, INCMAP_EVENT_FLOOD);
    g_assert_cmpfloat(get(scene, 0)->point.lat_deg, ==, 16.2);
    g_assert_cmpuint(get(scene, 0)->line, ==, 3);
}

/* One table in each language: header, row. */
static const struct {
    const char *table;
    IncmapEvent event;
    const char *place;
    double lat_deg, killed;
} generic_cases[] = {
    {"date,type,place,latitude,longitude,deaths\n2023-01-02,IED,Gao,16.5,0,4\n",
     INCMAP_EVENT_EXPLOSION, "Gao", 16.5, 4},
    {"date;lieu;type d'événement;latitude;longitude;morts\n02/13/2023;Gao;Inondation;16,5;0,1;4\n",
     INCMAP_EVENT_FLOOD, "Gao", 16.5, 4},
    {"fecha;lugar;tipo de evento;latitud;longitud;muertos\n2023-02-01;Cali;Protesta;3,5;-76,5;0\n",
     INCMAP_EVENT_PROTEST, "Cali", 3.5, 0},
    {"data,cidade,tipo,latitude,longitude,mortos\n2023-02-01,Recife,Deslizamento,-8,-35,12\n",
     INCMAP_EVENT_LANDSLIDE, "Recife", -8, 12},
    {"Datum;Ort;Kategorie;Breite;Länge;Tote\n01.02.2023;Ahrweiler;Überschwemmung;50,5;7,1;1.200\n",
     INCMAP_EVENT_FLOOD, "Ahrweiler", 50.5, 1200},
    {"дата,город,тип,широта,долгота,погибшие\n2023-02-01,Херсон,обстрел,46.6,32.6,2\n",
     INCMAP_EVENT_EXPLOSION, "Херсон", 46.6, 2},
    {"التاريخ,المدينة,النوع,خط العرض,خط الطول,القتلى\n2023-02-01,غزة,قصف,31.5,34.4,5\n",
     INCMAP_EVENT_EXPLOSION, "غزة", 31.5, 5},
    {"date\ttown\tcoordinates\tcategory\tkilled\n2023-02-01\tGao\t16°16'N 0°03'W\tclash\t1\n",
     INCMAP_EVENT_BATTLE, "Gao", 16 + 16 / 60.0, 1},
    {"place,lat,lon,type,killed\nGao,\"16°30'00\"\"N\",\"0°03'W\",riot,\"1,200\"\n",
     INCMAP_EVENT_RIOT, "Gao", 16.5, 1200},
};

static void
test_generic(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(generic_cases); i++) {
        g_test_message("%s", generic_cases[i].table);
        g_autoptr(IncmapScene) scene = read_bytes(generic_cases[i].table, -1, NULL);
        const IncmapIncident *incident = get(scene, 0);
        g_assert_cmpint(incident->event, ==, generic_cases[i].event);
        g_assert_cmpstr(incident->place, ==, generic_cases[i].place);
        g_assert_true(incident->has_point);
        g_assert_cmpfloat_with_epsilon(incident->point.lat_deg, generic_cases[i].lat_deg, 1e-9);
        g_assert_cmpfloat(incident->value, ==, generic_cases[i].killed);
    }
}

static void
test_encodings(void)
{
    g_autoptr(IncmapScene) latin = read_bytes("place,lat,lon\nM\xe9rida,20.9,-89.6\n", -1, NULL);
    g_assert_cmpstr(get(latin, 0)->place, ==, "Mérida");
    g_assert_true(has_line(latin->notes, "is not UTF-8; read as Windows-1252"));
    static const char utf16[] = "\xff\xfep\0l\0a\0c\0e\0,\0l\0a\0t\0,\0l\0o\0n\0\n\0X\0,\0"
                                "1\0,\0"
                                "2\0\n";
    g_autoptr(IncmapScene) wide = read_bytes(utf16, sizeof utf16, NULL);
    g_assert_cmpstr(get(wide, 0)->place, ==, "X");
    g_autoptr(IncmapScene) marked = read_bytes("\xef\xbb\xbfplace,lat,lon\nX,1,2\n", -1, NULL);
    g_assert_cmpstr(get(marked, 0)->place, ==, "X");
}

static void
test_faults_are_noted(void)
{
    g_autoptr(IncmapScene) scene = read_bytes("place,lat,lon,date,type,killed\n"
                                              "A,1,2,2023-01-01,clash,1\n"
                                              "B,x,2,2023-01-01,clash,1\n"
                                              "C,95,2,2023-01-01,clash,1\n"
                                              "D,0,0,2023-01-01,clash,1\n"
                                              "E,1,2,never,clash,1\n"
                                              "F,1,2,2023-01-01,zorbing,many\n"
                                              ",,,2023-01-01,clash,1\n"
                                              "H,1,2,2023-01-01,clash,1,extra\n"
                                              "I,1,200,2023-01-01,clash,1\n",
                                              -1, NULL);
    g_assert_cmpuint(scene->incidents->len, ==, 9);
    g_assert_true(
        has_line(scene->notes, "1 row has a coordinate that is no number (\"x\"): line 3"));
    g_assert_true(has_line(scene->notes, "outside -90 to 90 and -180 to 180 (\"95\"): line 4"));
    g_assert_true(has_line(scene->notes, "the coordinates 0, 0, which were taken as not given"));
    g_assert_true(has_line(scene->notes, "a date that cannot be read (\"never\"): line 6"));
    g_assert_true(has_line(scene->notes, "a figure that is no number (\"many\"): line 7"));
    g_assert_true(has_line(scene->notes, "a type of event that is not known and is shown as other "
                                         "(\"zorbing\"): line 7"));
    g_assert_true(has_line(scene->notes, "1 row has no usable location: line 8"));
    g_assert_true(has_line(scene->notes, "1 row has more fields than the header: line 9"));
    g_assert_false(get(scene, 2)->has_point);
    g_assert_cmpfloat(get(scene, 8)->point.lon_deg, ==, -160);
}

static void
test_overrides(void)
{
    g_autoptr(IncmapScene) scene =
        read_bytes("a,b,c,d\n1,2,Gao,03/04/2023\n", -1, "lat=a,lon=2,place=c,date=d:mdy");
    g_assert_cmpfloat(get(scene, 0)->point.lat_deg, ==, 1);
    g_assert_cmpstr(get(scene, 0)->place, ==, "Gao");
    g_assert_cmpuint(get(scene, 0)->date.from_julian, ==, incmap_date_julian(2023, 3, 4));
    g_assert_true(has_line(scene->explain, "column 1 \"a\" is the latitude: --columns says so"));
}

static void
test_title_rows(void)
{
    g_autoptr(IncmapScene) scene =
        read_bytes("Incidents of the week\n\nplace,lat,lon\nGao,16,0.1\n", -1, NULL);
    g_assert_cmpuint(scene->incidents->len, ==, 1);
    g_assert_true(has_line(scene->notes, "taken as a title"));
}

static const struct {
    const char *table;
    const char *columns;
    const char *message;
} failures[] = {
    {"", NULL, "the file is empty"},
    {"\n\n", NULL, "holds only blank lines"},
    {"place,lat,lon\n", NULL, "has a header but no rows"},
    {"a,b\n1,2\n", NULL, ":1: no column says where; the columns are \"a\", \"b\"; name one with"},
    {"lat,lon\n95,2\n", NULL, ":2: latitude or longitude 95 is outside"},
    {"place,lat,latitude\nX,1,2\n", NULL,
     ":2: columns 2 \"lat\" and 3 \"latitude\" can both be the latitude and differ (1 and 2)"},
    {"place,date\nX,03/04/2023\n", NULL,
     ":2: the date \"03/04/2023\" can be 2023-04-03 or 2023-03-04 and no other row decides; say "
     "--columns \"date=2:dmy\""},
    {"place,date\nX,13/04/2023\nX,04/13/2023\n", NULL, "can only be day/month, but that of line 3"},
    {"place,lat\n\"X,1\n", NULL, "is never closed"},
    {"coordinates\n\"100, 200\"\n", NULL, "the coordinates 100, 200 are outside"},
    {"\x81\x8d", NULL, "is neither UTF-8 nor valid Windows-1252"},
    {"place,x\nA,1\n", "place", "\"place\" is not of the form role=column"},
    {"place,x\nA,1\n", "colour=x", "there is no role \"colour\""},
    {"place,x\nA,1\n", "lat=y",
     "has no column \"y\" for --columns; its columns are \"place\", \"x\""},
};

static void
test_failures(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(failures); i++) {
        g_autofree char *path = write_table(failures[i].table, -1);
        g_autoptr(IncmapScene) scene = incmap_scene_new();
        IncmapReadOptions options = {.columns = failures[i].columns};
        g_autoptr(GError) error = NULL;
        if (incmap_read_file(scene, path, &options, &error))
            g_error("no failure, but wanted: %s", failures[i].message);
        if (strstr(error->message, failures[i].message) == NULL)
            g_error("\"%s\" instead of \"%s\"", error->message, failures[i].message);
        g_assert_cmpuint(scene->incidents->len, ==, 0);
        g_unlink(path);
    }
}

static void
test_geojson(void)
{
    static const char text[] =
        "{\"type\":\"FeatureCollection\",\"features\":["
        "{\"type\":\"Feature\",\"properties\":{\"place\":\"A\",\"type\":\"clash\"},"
        "\"geometry\":{\"type\":\"Point\",\"coordinates\":[2.97,19.95]}},"
        "{\"type\":\"Feature\",\"properties\":{\"place\":\"B\",\"type\":\"flood\"},"
        "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":"
        "[[[0,0],[0,2],[2,2],[2,0],[0,0]]]}}]}";
    g_autofree char *csv = write_table(text, -1);
    g_autofree char *path = g_strconcat(csv, ".geojson", NULL);
    g_assert_cmpint(g_rename(csv, path), ==, 0);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    IncmapReadOptions options = {0};
    g_autoptr(GError) error = NULL;
    incmap_read_file(scene, path, &options, &error);
    g_assert_no_error(error);
    g_assert_cmpfloat(get(scene, 0)->point.lon_deg, ==, 2.97);
    g_assert_cmpint(get(scene, 0)->event, ==, INCMAP_EVENT_BATTLE);
    g_assert_cmpfloat(get(scene, 1)->point.lat_deg, ==, 1);
    g_assert_cmpint(get(scene, 1)->given_precision, ==, INCMAP_PRECISION_PROVINCE);
    g_assert_true(has_line(scene->notes, "1 row has a line, an area or several points"));
    g_unlink(path);
}

static void
test_wrong_options(void)
{
    g_autofree char *path = write_table("place,lat,lon\nX,1,2\n", -1);
    g_autoptr(IncmapScene) scene = incmap_scene_new();
    g_autoptr(GError) error = NULL;
    IncmapReadOptions options = {.layout = "nosuch"};
    g_assert_false(incmap_read_file(scene, path, &options, &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_USAGE);
    g_assert_nonnull(strstr(error->message, "there is no layout \"nosuch\""));
    g_clear_error(&error);
    options = (IncmapReadOptions){.kind = "song"};
    g_assert_false(incmap_read_file(scene, path, &options, &error));
    g_assert_nonnull(strstr(error->message, "a text or a table, not \"song\""));
    g_unlink(path);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/columns/acled", test_acled);
    g_test_add_func("/columns/usgs", test_usgs);
    g_test_add_func("/columns/ucdp-without-header", test_ucdp_without_header);
    g_test_add_func("/columns/hxl", test_hxl);
    g_test_add_func("/columns/generic", test_generic);
    g_test_add_func("/columns/encodings", test_encodings);
    g_test_add_func("/columns/faults-are-noted", test_faults_are_noted);
    g_test_add_func("/columns/overrides", test_overrides);
    g_test_add_func("/columns/title-rows", test_title_rows);
    g_test_add_func("/columns/failures", test_failures);
    g_test_add_func("/columns/geojson", test_geojson);
    g_test_add_func("/columns/wrong-options", test_wrong_options);
    return g_test_run();
}
