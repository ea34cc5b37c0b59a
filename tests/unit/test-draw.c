/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "draw/draw.h"
#include "sample-page.h"

#include <cairo.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <math.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static GByteArray *
draw(const IncmapScene *scene, IncmapFormat format)
{
    g_autoptr(GError) error = NULL;
    const IncmapDrawOptions options = {
        .format = format, .dpi = 72, .language = "en", .date_iso = "2024-07-27"};
    GByteArray *bytes = incmap_draw_bytes(scene, &options, &error);
    g_assert_no_error(error);
    g_assert_nonnull(bytes);
    return bytes;
}

typedef struct Reader Reader;
struct Reader {
    const GByteArray *bytes;
    guint offset;
};

static cairo_status_t
read_bytes(void *closure, unsigned char *data, unsigned int length)
{
    Reader *reader = closure;
    if (reader->offset + length > reader->bytes->len)
        return CAIRO_STATUS_READ_ERROR;
    memcpy(data, reader->bytes->data + reader->offset, length);
    reader->offset += length;
    return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
decode(const GByteArray *png)
{
    Reader reader = {png, 0};
    cairo_surface_t *surface = cairo_image_surface_create_from_png_stream(read_bytes, &reader);
    g_assert_cmpint(cairo_surface_status(surface), ==, CAIRO_STATUS_SUCCESS);
    return surface;
}

static guint32
get_pixel(cairo_surface_t *surface, int x, int y)
{
    const guint8 *data = cairo_image_surface_get_data(surface);
    guint32 pixel;
    memcpy(&pixel, data + y * cairo_image_surface_get_stride(surface) + 4 * x, 4);
    return pixel & 0xffffff;
}

/* An empty white page of 100 × 50 pt. */
static IncmapScene *
new_page(void)
{
    IncmapScene *scene = incmap_scene_new();
    scene->frame.width_pt = 100;
    scene->frame.height_pt = 50;
    scene->page.background = sample_color(0xffffff, 1);
    return scene;
}

static char *
draw_svg(const IncmapScene *scene)
{
    g_autoptr(GByteArray) bytes = draw(scene, INCMAP_FORMAT_SVG);
    return g_strndup((const char *)bytes->data, bytes->len);
}

static void
assert_wellformed(const char *xml)
{
    static const GMarkupParser parser = {0};
    g_autoptr(GError) error = NULL;
    g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new(&parser, 0, NULL, NULL);
    g_markup_parse_context_parse(context, xml, (gssize)strlen(xml), &error);
    g_assert_no_error(error);
    g_markup_parse_context_end_parse(context, &error);
    g_assert_no_error(error);
}

static void
test_png_pixels(void)
{
    g_autoptr(IncmapScene) scene = sample_page_new();
    g_autoptr(GByteArray) png = draw(scene, INCMAP_FORMAT_PNG);
    cairo_surface_t *surface = decode(png);
    g_assert_cmpint(cairo_image_surface_get_width(surface), ==, 720);
    g_assert_cmpint(cairo_image_surface_get_height(surface), ==, 450);
    static const struct {
        const char *what;
        int x, y;
        guint32 rgb;
    } probes[] = {
        {"page", 5, 5, 0xffffff},
        {"sea", 60, 300, 0xd3e0e8},
        {"clipped above", 500, 55, 0xffffff},
        {"land", 600, 330, 0xe7e4dd},
        {"region", 420, 220, 0xf7e8cc},
        {"incident", 492, 210, 0xd0021b},
        {"callout", 650, 160, 0xffffff},
        {"gradient's left", 31, 384, 0xfff1d4},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(probes); i++) {
        g_test_message("%s", probes[i].what);
        guint32 pixel = get_pixel(surface, probes[i].x, probes[i].y);
        for (int shift = 0; shift < 24; shift += 8)
            g_assert_cmpint(abs((int)(pixel >> shift & 255) - (int)(probes[i].rgb >> shift & 255)),
                            <=, 4);
    }
    cairo_surface_destroy(surface);
}

static gboolean
has_chunk(const GByteArray *png, const char *type)
{
    for (guint i = 8; i + 12 <= png->len;) {
        guint32 length;
        memcpy(&length, png->data + i, 4);
        if (memcmp(png->data + i + 4, type, 4) == 0)
            return TRUE;
        i += 12 + GUINT32_FROM_BE(length);
    }
    return FALSE;
}

static void
test_png_chunks(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    scene->page.title = "Ségou";
    g_autoptr(GByteArray) few = draw(scene, INCMAP_FORMAT_PNG);
    g_assert_true(has_chunk(few, "PLTE"));
    g_assert_true(has_chunk(few, "pHYs"));
    g_assert_true(has_chunk(few, "sRGB"));
    g_assert_true(has_chunk(few, "iTXt"));
    g_assert_false(has_chunk(few, "tIME"));
    g_autoptr(IncmapScene) sample = sample_page_new();
    g_autoptr(GByteArray) many = draw(sample, INCMAP_FORMAT_PNG);
    g_assert_false(has_chunk(many, "PLTE"));
}

static void
test_too_large(void)
{
    static const struct {
        double width_pt, height_pt, dpi;
        const char *message;
    } cases[] = {
        {100000, 100000, 72, "a picture of 100000 × 100000 pixels is too large"},
        {25000, 25000, 72, "a picture of 25000 × 25000 pixels is too large"},
        {720, 450, 1e9, "is too large"},
        {0, 50, 72, "the page of 0 × 50 pt has no area"},
        {NAN, 50, 72, "has no area"},
        {INFINITY, 50, 72, "has no area"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(IncmapScene) scene = new_page();
        scene->frame.width_pt = cases[i].width_pt;
        scene->frame.height_pt = cases[i].height_pt;
        g_autoptr(GError) error = NULL;
        const IncmapDrawOptions options = {.format = INCMAP_FORMAT_PNG, .dpi = cases[i].dpi};
        g_assert_null(incmap_draw_bytes(scene, &options, &error));
        g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT);
        g_assert_nonnull(strstr(error->message, cases[i].message));
    }
}

static void
test_repeats(void)
{
    g_autoptr(GPtrArray) first = g_ptr_array_new_with_free_func((GDestroyNotify)g_byte_array_unref);
    g_autofree char *folder = g_get_current_dir();
    for (int round = 0; round < 2; round++) {
        g_autoptr(IncmapScene) scene = sample_page_new();
        for (int format = 0; format < 3; format++) {
            g_autoptr(GByteArray) bytes = draw(scene, (IncmapFormat)format);
            if (round == 0) {
                g_ptr_array_add(first, g_byte_array_ref(bytes));
                continue;
            }
            const GByteArray *other = g_ptr_array_index(first, format);
            g_assert_cmpmem(bytes->data, bytes->len, other->data, other->len);
        }
        g_setenv("TZ", "Pacific/Auckland", TRUE);
        tzset();
        setlocale(LC_ALL, "de_DE.UTF-8");
        g_assert_cmpint(g_chdir("/"), ==, 0);
        if (round == 0)
            g_usleep(1000000); /* a date written from the clock would differ now */
    }
    setlocale(LC_ALL, "C.UTF-8");
    g_setenv("TZ", "UTC", TRUE);
    tzset();
    g_assert_cmpint(g_chdir(folder), ==, 0);
}

static gboolean
has_bytes(const GByteArray *bytes, const char *wanted)
{
    gsize length = strlen(wanted);
    for (gsize i = 0; i + length <= bytes->len; i++)
        if (memcmp(bytes->data + i, wanted, length) == 0)
            return TRUE;
    return FALSE;
}

static void
test_pdf_date(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    static const struct {
        const char *date, *wanted;
    } cases[] = {
        {"2024-07-27", "/CreationDate (D:20240727)"},
        {NULL, NULL},
        {"27 July", NULL},
        {"2024-13-40", NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const IncmapDrawOptions options = {.format = INCMAP_FORMAT_PDF, .date_iso = cases[i].date};
        g_autoptr(GByteArray) bytes = incmap_draw_bytes(scene, &options, NULL);
        const char *key = cases[i].wanted != NULL ? cases[i].wanted : "/CreationDate";
        gboolean is_found = has_bytes(bytes, key);
        g_assert_cmpint(is_found, ==, cases[i].wanted != NULL);
    }
}

static void
test_svg(void)
{
    g_autoptr(IncmapScene) scene = sample_page_new();
    g_autofree char *svg = draw_svg(scene);
    assert_wellformed(svg);
    static const char *const parts[] = {
        "width=\"720pt\" height=\"450pt\" viewBox=\"0 0 720 450\" role=\"img\" "
        "aria-labelledby=\"title description\" lang=\"en\"",
        "<title id=\"title\">Ambush at Tinzaouaten</title>",
        "<g id=\"incident-0\">\n<title>Tinzaouaten: ambush</title>",
        "<g id=\"map\" clip-path=\"url(#clip-1)\">",
        ">Ménaka &amp; Gao &lt;east&gt;</text>",
        "paint-order=\"stroke\"",
        "direction=\"rtl\"",
        "<pattern id=\"pattern-1\"",
        "<circle cx=\"492\" cy=\"210\" r=\"3\" fill=\"#d0021b\"/>",
        "font-family=\"'Inter Display', Inter, sans-serif\"",
        "stroke-dasharray=\"1 1.6\"",
        "style=\"font-variant-numeric:tabular-nums\"",
    };
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_test_message("%s", parts[i]);
        g_assert_nonnull(strstr(svg, parts[i]));
    }
    g_assert_null(strstr(svg, "nan"));
}

/* Ids that are no ids, or twice the same; texts XML cannot hold. */
static void
test_svg_escapes(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    static const char *const ids[] = {"3 <x>", "a", "a", "", "title"};
    for (gsize i = 0; i < G_N_ELEMENTS(ids); i++) {
        IncmapItem *group = incmap_page_add(&scene->page, INCMAP_ITEM_GROUP);
        group->id = ids[i];
        group->label = "a \"b\" & c\x01\x1f\xef\xbf\xbf\xff]]>";
    }
    sample_add_text(scene, "a\tb\nc\x02 \"&<>' \xc3\x28", 10, 20, 8, 400, 0);
    g_autofree char *svg = draw_svg(scene);
    assert_wellformed(svg);
    g_assert_true(g_utf8_validate(svg, -1, NULL));
    g_assert_nonnull(strstr(svg, "<g id=\"id-3--x-\">"));
    g_assert_nonnull(strstr(svg, "<g id=\"a-2\">"));
    g_assert_nonnull(strstr(svg, "<g id=\"title-2\">"));
    g_assert_nonnull(strstr(svg, ">a b c &quot;&amp;&lt;&gt;"));
}

/* What nobody should hand over must not stop the rest of the page. */
static void
test_odd_input(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    incmap_page_add(&scene->page, INCMAP_ITEM_END_GROUP);
    incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_page_add(&scene->page, INCMAP_ITEM_LAND);
    IncmapItem *path = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_line(&path->path, 1, 1);
    incmap_path_close(&path->path);
    incmap_path_line(&path->path, NAN, 3);
    incmap_path_curve(&path->path, (IncmapPoint){INFINITY, 1}, (IncmapPoint){1, 1},
                      (IncmapPoint){2, 2});
    incmap_path_line(&path->path, 1e300, -1e300);
    incmap_path_circle(&path->path, (IncmapPoint){NAN, 1}, 3);
    path->paint.fill = sample_color(0, 0.1);
    path->paint.stroke = sample_color(0, 0.1);
    path->paint.stroke_width_pt = 1;
    path->paint.n_dashes = 50;
    path->paint.dash_pt[0] = -1;
    path->paint.pattern = INCMAP_PATTERN_DOTS;
    path->paint.pattern_color = sample_color(0, 1);
    path->paint.pattern_step_pt = NAN;
    path->paint.pattern_width_pt = 1;
    static const char *const texts[] = {NULL, "", "\xff\xfe", "e\xcc\x81\xcc\x81",
                                        "😀 \xf3\xb0\x80\x80"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        sample_add_text(scene, texts[i], 10, 20, 8, 400, 0);
    sample_add_text(scene, "nowhere", NAN, 20, 8, 400, 0);
    sample_add_text(scene, "turned", 10, 20, 8, 400, 0)->run.angle_rad = INFINITY;
    sample_add_text(scene, "no size", 10, 20, 0, 400, 0);
    sample_add_text(scene, "no family", 10, 20, 8, -3, 0)->run.font.family = NULL;
    sample_add_box(scene, (IncmapBox){90, 40, 100, 50}, 0xff0000);
    incmap_page_add(&scene->page, INCMAP_ITEM_GROUP);

    g_autoptr(GByteArray) png = draw(scene, INCMAP_FORMAT_PNG);
    cairo_surface_t *surface = decode(png);
    g_assert_cmphex(get_pixel(surface, 95, 45), ==, 0xff0000);
    cairo_surface_destroy(surface);
    g_autofree char *svg = draw_svg(scene);
    assert_wellformed(svg);
    g_assert_null(strstr(svg, "nowhere"));
    g_autoptr(GByteArray) pdf = draw(scene, INCMAP_FORMAT_PDF);
}

/* A group cut to a circle shows what it holds inside, and what lies below it outside. */
static void
test_disc(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    sample_add_box(scene, (IncmapBox){0, 0, 50, 50}, 0x00ff00);
    IncmapItem *group = incmap_page_add(&scene->page, INCMAP_ITEM_GROUP);
    group->clip = (IncmapBox){30, 5, 70, 45};
    group->clip_radius_pt = 20;
    sample_add_box(scene, (IncmapBox){0, 0, 100, 25}, 0xff0000);
    incmap_page_add(&scene->page, INCMAP_ITEM_END_GROUP);
    sample_add_box(scene, (IncmapBox){90, 40, 100, 50}, 0x0000ff);
    g_autoptr(GByteArray) png = draw(scene, INCMAP_FORMAT_PNG);
    cairo_surface_t *surface = decode(png);
    double px_per_pt = cairo_image_surface_get_width(surface) / 100.0;
    static const struct {
        double x_pt, y_pt;
        guint32 rgb;
    } probes[] = {
        {45, 20, 0xff0000}, {60, 20, 0xff0000}, {40, 40, 0x00ff00}, {60, 40, 0xffffff},
        {33, 8, 0x00ff00},  {67, 8, 0xffffff},  {80, 20, 0xffffff}, {95, 45, 0x0000ff},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(probes); i++)
        g_assert_cmphex(get_pixel(surface, (int)(probes[i].x_pt * px_per_pt),
                                  (int)(probes[i].y_pt * px_per_pt)),
                        ==, probes[i].rgb);
    cairo_surface_destroy(surface);
}

static guint
count(const char *text, const char *part)
{
    guint n = 0;
    for (const char *at = text; (at = strstr(at, part)) != NULL; at++)
        n++;
    return n;
}

static IncmapItem *
add_square(IncmapScene *scene, double x_pt, double half_pt)
{
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    item->at = (IncmapPoint){x_pt, 20};
    incmap_path_box(&item->path,
                    (IncmapBox){x_pt - half_pt, 20 - half_pt, x_pt + half_pt, 20 + half_pt});
    item->symbol = "square";
    item->paint.fill = sample_color(0xd0021b, 1);
    return item;
}

/* A symbol is defined once for each size, and used with its own colour wherever it stands. */
static void
test_symbols(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    add_square(scene, 10, 4);
    add_square(scene, 30, 4)->paint.fill = sample_color(0x0000ff, 1);
    add_square(scene, 50, 6);
    g_autofree char *svg = draw_svg(scene);
    assert_wellformed(svg);
    g_assert_cmpuint(count(svg, "<symbol id="), ==, 2);
    g_assert_cmpuint(count(svg, "<use href=\"#symbol-square\""), ==, 2);
    g_assert_cmpuint(count(svg, "<use href=\"#symbol-square-2\""), ==, 1);
    g_assert_nonnull(strstr(svg, "x=\"30\" y=\"20\" fill=\"#0000ff"));
}

/* Pixels are stretched over their box, and embedded in SVG. */
static void
test_image(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_IMAGE);
    item->image = g_new0(IncmapImage, 1);
    item->image->width_px = item->image->height_px = 1;
    item->image->pixels = g_new(guint32, 1);
    item->image->pixels[0] = 0xff0000ff;
    item->box = (IncmapBox){20, 10, 60, 40};
    g_autoptr(GByteArray) png = draw(scene, INCMAP_FORMAT_PNG);
    cairo_surface_t *surface = decode(png);
    g_assert_cmphex(get_pixel(surface, 22, 12), ==, 0x0000ff);
    g_assert_cmphex(get_pixel(surface, 58, 38), ==, 0x0000ff);
    g_assert_cmphex(get_pixel(surface, 17, 12), ==, 0xffffff);
    cairo_surface_destroy(surface);
    g_autofree char *svg = draw_svg(scene);
    assert_wellformed(svg);
    g_assert_nonnull(strstr(svg, "<image x=\"20\" y=\"10\" width=\"40\" height=\"30\""));
    g_assert_nonnull(strstr(svg, "href=\"data:image/png;base64,"));
}

/* A disc with a soft edge is full in the middle, half at half of the edge and nothing outside. */
static void
test_soft_edge(void)
{
    g_autoptr(IncmapScene) scene = new_page();
    IncmapItem *item = incmap_page_add(&scene->page, INCMAP_ITEM_PATH);
    incmap_path_circle(&item->path, (IncmapPoint){50, 25}, 20);
    item->paint.fill = sample_color(0x000000, 1);
    item->paint.soft_edge = 1;
    g_autoptr(GByteArray) png = draw(scene, INCMAP_FORMAT_PNG);
    cairo_surface_t *surface = decode(png);
    g_assert_cmphex(get_pixel(surface, 50, 25) & 0xff, <, 8);
    g_assert_cmpint(abs((int)(get_pixel(surface, 60, 25) & 0xff) - 128), <, 16);
    g_assert_cmphex(get_pixel(surface, 72, 25), ==, 0xffffff);
    cairo_surface_destroy(surface);
    g_autofree char *svg = draw_svg(scene);
    g_assert_nonnull(strstr(svg, "<radialGradient id="));
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/draw/png-pixels", test_png_pixels);
    g_test_add_func("/draw/png-chunks", test_png_chunks);
    g_test_add_func("/draw/too-large", test_too_large);
    g_test_add_func("/draw/repeats", test_repeats);
    g_test_add_func("/draw/pdf-date", test_pdf_date);
    g_test_add_func("/draw/svg", test_svg);
    g_test_add_func("/draw/svg-escapes", test_svg_escapes);
    g_test_add_func("/draw/odd-input", test_odd_input);
    g_test_add_func("/draw/disc", test_disc);
    g_test_add_func("/draw/symbols", test_symbols);
    g_test_add_func("/draw/image", test_image);
    g_test_add_func("/draw/soft-edge", test_soft_edge);
    return g_test_run();
}
