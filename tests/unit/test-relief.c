/* SPDX-License-Identifier: MIT */
/* The relief's file, and how a map shows it. */
#include "arrange-fixture.h"

#include "layers/relief.h"
#include "project/relief.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>

/* 8 × 4 cells of 45 degrees in tiles of 4: the western one is written, the eastern one is flat. */
static char *
write_relief(const guint8 cells[16], gsize n_cut)
{
    guint8 packed[128];
    uLongf n_packed = sizeof packed;
    g_assert_cmpint(compress(packed, &n_packed, cells, 16), ==, Z_OK);
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    g_byte_array_append(bytes, (const guint8 *)"INCMREL1", 8);
    const guint32 numbers[] = {8, 4, 4, 36, (guint32)n_packed, 0, 0};
    for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
        guint32 number = GUINT32_TO_LE(numbers[i]);
        g_byte_array_append(bytes, (const guint8 *)&number, 4);
    }
    g_byte_array_append(bytes, packed, (guint)n_packed);
    g_autoptr(GError) error = NULL;
    char *path = g_build_filename(g_get_tmp_dir(), "relief-XXXXXX", NULL);
    int file = g_mkstemp(path);
    g_assert_cmpint(file, >=, 0);
    close(file);
    g_file_set_contents(path, (const char *)bytes->data, (gssize)(bytes->len - n_cut), &error);
    g_assert_no_error(error);
    return path;
}

static void
test_file(void)
{
    guint8 cells[16];
    memset(cells, 128, sizeof cells);
    cells[5] = 248; /* lit: around 112.5° W, 22.5° N */
    cells[6] = 8;   /* in the shade: around 67.5° W */
    g_autofree char *path = write_relief(cells, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapRelief) relief = incmap_relief_open(path, &error);
    g_assert_no_error(error);
    g_assert_cmpfloat(incmap_relief_get(relief, (IncmapLonLat){-112.5, 22.5}), ==, 1);
    g_assert_cmpfloat(incmap_relief_get(relief, (IncmapLonLat){-67.5, 22.5}), ==, -1);
    g_assert_cmpfloat_with_epsilon(incmap_relief_get(relief, (IncmapLonLat){-90, 22.5}), 0, 1e-9);
    g_assert_cmpfloat_with_epsilon(incmap_relief_get(relief, (IncmapLonLat){-112.5, 0}), 0.5, 1e-9);
    g_assert_cmpfloat(incmap_relief_get(relief, (IncmapLonLat){90, 0}), ==, 0);
    g_assert_cmpfloat(incmap_relief_get(relief, (IncmapLonLat){NAN, 0}), ==, 0);
    /* Beyond 180° it goes on from the other side. */
    g_assert_cmpfloat(incmap_relief_get(relief, (IncmapLonLat){360 - 112.5, 22.5}), ==, 1);
    g_remove(path);
}

static void
test_faults(void)
{
    guint8 cells[16] = {0};
    g_autofree char *cut = write_relief(cells, 4);
    g_autoptr(GError) error = NULL;
    g_assert_null(incmap_relief_open(cut, &error));
    g_assert_nonnull(strstr(error->message, "not a relief that this program can read"));
    g_clear_error(&error);
    g_file_set_contents(cut, "INCMREL1", 8, NULL);
    g_assert_null(incmap_relief_open(cut, &error));
    g_clear_error(&error);
    g_remove(cut);
    g_assert_null(incmap_relief_open(cut, &error));
    g_assert_nonnull(strstr(error->message, cut));
}

/* The fixture's map shows 80° of longitude from 0° on, 10 points a degree. */
static void
test_shade(void)
{
    guint8 cells[16];
    memset(cells, 128, sizeof cells);
    cells[5] = 248;
    g_autofree char *path = write_relief(cells, 0);
    g_autoptr(GError) error = NULL;
    g_autoptr(IncmapRelief) relief = incmap_relief_open(path, &error);
    g_assert_no_error(error);
    Fixture fixture;
    fixture_init(&fixture, "atlas");
    fixture_lay_out(&fixture);
    incmap_project_relief(fixture.scene, relief);
    const IncmapShade *shade = fixture.scene->shade;
    g_assert_nonnull(shade);
    g_assert_cmpfloat(
        fabs(shade->width_px * shade->cell_pt - incmap_box_width(fixture.scene->frame.map)), <=,
        shade->cell_pt);
    for (gsize i = 0; i < (gsize)shade->width_px * shade->height_px; i++)
        g_assert_cmpint(shade->values[i], ==, 0);
    g_remove(path);
    fixture_clear(&fixture);
}

/* The item of the layer "relief"; NULL when it draws nothing. */
static const IncmapItem *
draw(Fixture *fixture, double detail_pt)
{
    fixture_init(fixture, "atlas");
    fixture->options.width_pt = 1200;
    fixture_lay_out(fixture);
    IncmapBox map = fixture->scene->frame.map;
    IncmapShade *shade = g_new0(IncmapShade, 1);
    shade->width_px = (guint)ceil(incmap_box_width(map));
    shade->height_px = (guint)ceil(incmap_box_height(map));
    shade->cell_pt = 1;
    shade->detail_pt = detail_pt;
    shade->values = g_new(gint8, (gsize)shade->width_px * shade->height_px);
    memset(shade->values, -127, (gsize)shade->width_px * shade->height_px);
    fixture->scene->shade = shade;
    fixture_arrange(fixture);
    for (guint i = 0; i < fixture->scene->page.items->len; i++) {
        const IncmapItem *item = &g_array_index(fixture->scene->page.items, IncmapItem, i);
        if (item->kind == INCMAP_ITEM_IMAGE)
            return item;
    }
    return NULL;
}

static guint
alpha_at(const IncmapItem *item, double x_pt, double y_pt)
{
    gsize x = (gsize)(x_pt - item->box.x0_pt), y = (gsize)(y_pt - item->box.y0_pt);
    return item->image->pixels[y * item->image->width_px + x] >> 24;
}

/* On land only, of the style's strength, and gone where cells would be seen. */
static void
test_paint(void)
{
    Fixture fixture;
    const IncmapItem *item = draw(&fixture, 2);
    g_assert_nonnull(item);
    IncmapBox map = fixture.scene->frame.map;
    guint full = alpha_at(item, map.x0_pt + 300, map.y0_pt + 200);
    g_assert_cmpuint(full, ==, (guint)round(0.55 * 255));
    g_assert_cmpuint(alpha_at(item, map.x0_pt + 30, map.y0_pt + 200), ==, 0);
    g_assert_nonnull(strstr(fixture.scene->page.credits, "KDE Marble"));
    fixture_clear(&fixture);
    item = draw(&fixture, 7);
    g_assert_nonnull(item);
    g_assert_cmpuint(alpha_at(item, map.x0_pt + 300, map.y0_pt + 200), <, full);
    fixture_clear(&fixture);
    g_assert_null(draw(&fixture, 9));
    g_assert_null(strstr(fixture.scene->page.credits, "KDE Marble"));
    fixture_clear(&fixture);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/relief/file", test_file);
    g_test_add_func("/relief/faults", test_faults);
    g_test_add_func("/relief/shade", test_shade);
    g_test_add_func("/relief/paint", test_paint);
    return g_test_run();
}
