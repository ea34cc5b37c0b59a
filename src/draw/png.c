/* SPDX-License-Identifier: MIT */
#include "draw/png.h"

#include "base/error.h"

#include <math.h>
#include <png.h>
#include <string.h>
#include <zlib.h>

#define MAX_COLORS 256
#define N_SLOTS 1024 /* a power of two, sparse enough for MAX_COLORS */

/** Palette: the colours of a picture in the order they appear, found again by hash */
typedef struct Palette Palette;
struct Palette {
    guint32 colors[MAX_COLORS];
    guint n_colors;
    guint32 keys[N_SLOTS]; /* colour + 1; 0: empty */
    guint8 indices[N_SLOTS];
};

static guint
find_slot(const Palette *palette, guint32 color)
{
    guint slot = (color * 2654435761U) >> 22;
    while (palette->keys[slot] != 0 && palette->keys[slot] != color + 1)
        slot = (slot + 1) & (N_SLOTS - 1);
    return slot;
}

/* FALSE when the picture has more colours than a palette holds. */
static gboolean
collect_colors(Palette *palette, const guint32 *pixels, int width, int height, int stride)
{
    guint32 previous = 0xffffffff;
    for (int y = 0; y < height; y++) {
        const guint32 *row = pixels + (gsize)y * (gsize)stride;
        for (int x = 0; x < width; x++) {
            guint32 color = row[x] & 0xffffff;
            if (color == previous)
                continue;
            previous = color;
            guint slot = find_slot(palette, color);
            if (palette->keys[slot] != 0)
                continue;
            if (palette->n_colors == MAX_COLORS)
                return FALSE;
            palette->keys[slot] = color + 1;
            palette->indices[slot] = (guint8)palette->n_colors;
            palette->colors[palette->n_colors++] = color;
        }
    }
    return TRUE;
}

static void
pack_palette_row(const Palette *palette, const guint32 *row, int width, guint8 *packed)
{
    guint32 previous = 0xffffffff;
    guint8 index = 0;
    for (int x = 0; x < width; x++) {
        guint32 color = row[x] & 0xffffff;
        if (color != previous)
            index = palette->indices[find_slot(palette, color)];
        previous = color;
        packed[x] = index;
    }
}

static void
pack_rgb_row(const guint32 *row, int width, guint8 *packed)
{
    for (int x = 0; x < width; x++, packed += 3) {
        packed[0] = (guint8)(row[x] >> 16);
        packed[1] = (guint8)(row[x] >> 8);
        packed[2] = (guint8)row[x];
    }
}

static void
on_write(png_structp png, png_bytep data, size_t length)
{
    g_byte_array_append(png_get_io_ptr(png), data, (guint)length);
}

static void
on_flush(png_structp png)
{
    (void)png;
}

static void
on_error(png_structp png, png_const_charp message)
{
    g_strlcpy(png_get_error_ptr(png), message, 200);
    png_longjmp(png, 1);
}

static void
on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void
write_texts(png_structp png, png_infop header, const IncmapPngInfo *info)
{
    const char *pairs[][2] = {
        {"Title", info->title}, {"Description", info->description}, {"Software", "incmap"}};
    png_text texts[G_N_ELEMENTS(pairs)] = {0};
    int n_texts = 0;
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++) {
        if (pairs[i][1] == NULL || pairs[i][1][0] == '\0')
            continue;
        texts[n_texts++] = (png_text){
            .compression = PNG_ITXT_COMPRESSION_NONE,
            .key = (char *)pairs[i][0],
            .text = (char *)pairs[i][1],
            .lang = (char *)(info->language != NULL && i < 2 ? info->language : ""),
            .lang_key = (char *)"",
        };
    }
    png_set_text(png, header, texts, n_texts);
}

static void
write_header(png_structp png, png_infop header, int width, int height, const Palette *palette,
             const IncmapPngInfo *info)
{
    int type = palette != NULL ? PNG_COLOR_TYPE_PALETTE : PNG_COLOR_TYPE_RGB;
    png_set_IHDR(png, header, (png_uint_32)width, (png_uint_32)height, 8, type, PNG_INTERLACE_NONE,
                 PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    if (palette != NULL) {
        png_color colors[MAX_COLORS];
        for (guint i = 0; i < palette->n_colors; i++)
            colors[i] =
                (png_color){(png_byte)(palette->colors[i] >> 16),
                            (png_byte)(palette->colors[i] >> 8), (png_byte)palette->colors[i]};
        png_set_PLTE(png, header, colors, (int)palette->n_colors);
    }
    png_uint_32 per_m = (png_uint_32)lround(info->dpi / 0.0254);
    png_set_pHYs(png, header, per_m, per_m, PNG_RESOLUTION_METER);
    png_set_sRGB(png, header, PNG_sRGB_INTENT_PERCEPTUAL);
    write_texts(png, header, info);
    png_write_info(png, header);
}

/* Everything libpng may jump out of; allocates nothing itself. */
static gboolean
write_picture(png_structp png, png_infop header, const guint32 *pixels, int width, int height,
              int stride, const Palette *palette, const IncmapPngInfo *info, guint8 *packed)
{
    if (setjmp(png_jmpbuf(png)))
        return FALSE;
    png_set_compression_level(png, 1);
    png_set_compression_buffer_size(png, 1 << 16);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE);
    write_header(png, header, width, height, palette, info);
    for (int y = 0; y < height; y++) {
        const guint32 *row = pixels + (gsize)y * (gsize)stride;
        if (palette != NULL)
            pack_palette_row(palette, row, width, packed);
        else
            pack_rgb_row(row, width, packed);
        png_write_row(png, packed);
    }
    png_write_end(png, header);
    return TRUE;
}

gboolean
incmap_png_write(const guint32 *pixels, int width_px, int height_px, int stride_px,
                 const IncmapPngInfo *info, GByteArray *out_bytes, GError **error)
{
    char message[200] = "out of memory";
    g_autofree Palette *palette = g_new0(Palette, 1);
    gboolean has_palette = collect_colors(palette, pixels, width_px, height_px, stride_px);
    g_autofree guint8 *packed = g_malloc_n((gsize)width_px, 3);
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, message, on_error, on_warning);
    png_infop header = png != NULL ? png_create_info_struct(png) : NULL;
    gboolean is_written = FALSE;
    if (header != NULL) {
        png_set_write_fn(png, out_bytes, on_write, on_flush);
        is_written = write_picture(png, header, pixels, width_px, height_px, stride_px,
                                   has_palette ? palette : NULL, info, packed);
    }
    png_destroy_write_struct(&png, &header);
    if (!is_written)
        return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot encode the picture: %s", message);
    return TRUE;
}
