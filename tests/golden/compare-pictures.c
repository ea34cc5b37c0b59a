/* SPDX-License-Identifier: MIT */
/*
 * compare-pictures WANTED GOT DIFF [SHARE]: whether two PNG look alike.
 *
 * Both are blurred over 3 × 3 pixels, which forgives edges smoothed a little differently; then
 * the share of pixels whose colour differs by more than THRESHOLD in any channel may be
 * SHARE, by default MAX_SHARE. DIFF shows them in red over a pale copy of the wanted picture. Exit
 * status: 0 alike, 1 not alike, 2 a picture can't be read.
 */
#include <glib.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#define THRESHOLD 24     /* of 255 */
#define MAX_SHARE 0.0005 /* of all pixels */

typedef struct Picture Picture;
struct Picture {
    png_image image;
    guint8 *rgb;
};

static gboolean
load(const char *path, Picture *picture)
{
    memset(&picture->image, 0, sizeof picture->image);
    picture->image.version = PNG_IMAGE_VERSION;
    if (!png_image_begin_read_from_file(&picture->image, path)) {
        g_printerr("%s: %s\n", path, picture->image.message);
        return FALSE;
    }
    picture->image.format = PNG_FORMAT_RGB;
    picture->rgb = g_malloc(PNG_IMAGE_SIZE(picture->image));
    png_color white = {255, 255, 255};
    if (png_image_finish_read(&picture->image, &white, picture->rgb, 0, NULL))
        return TRUE;
    g_printerr("%s: %s\n", path, picture->image.message);
    return FALSE;
}

/* The mean of the 3 × 3 pixels around one; pixels outside count as the nearest inside. */
static int
blurred(const Picture *picture, int x, int y, int channel)
{
    int width = (int)picture->image.width, height = (int)picture->image.height, sum = 0;
    for (int dy = -1; dy <= 1; dy++) {
        for (int dx = -1; dx <= 1; dx++) {
            int column = CLAMP(x + dx, 0, width - 1), row = CLAMP(y + dy, 0, height - 1);
            sum += picture->rgb[((gsize)row * (gsize)width + (gsize)column) * 3 + (gsize)channel];
        }
    }
    return sum / 9;
}

static gboolean
differs(const Picture *wanted, const Picture *got, int x, int y)
{
    for (int channel = 0; channel < 3; channel++) {
        if (abs(blurred(wanted, x, y, channel) - blurred(got, x, y, channel)) > THRESHOLD)
            return TRUE;
    }
    return FALSE;
}

static gsize
mark_differences(const Picture *wanted, const Picture *got, guint8 *marked)
{
    int width = (int)wanted->image.width, height = (int)wanted->image.height;
    gsize n_different = 0;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            gsize at = ((gsize)y * (gsize)width + (gsize)x) * 3;
            gboolean is_different = differs(wanted, got, x, y);
            n_different += is_different;
            for (gsize channel = 0; channel < 3; channel++)
                marked[at + channel] = (guint8)(192 + wanted->rgb[at + channel] / 4);
            if (is_different)
                memcpy(marked + at, "\xe0\x00\x20", 3);
        }
    }
    return n_different;
}

int
main(int argc, char **argv)
{
    if (argc != 4 && argc != 5) {
        g_printerr("usage: %s WANTED GOT DIFF [SHARE]\n", argv[0]);
        return 2;
    }
    double max_share = argc == 5 ? g_ascii_strtod(argv[4], NULL) : MAX_SHARE;
    Picture wanted, got;
    if (!load(argv[1], &wanted) || !load(argv[2], &got))
        return 2;
    if (wanted.image.width != got.image.width || wanted.image.height != got.image.height) {
        g_printerr("%s is %u by %u px, %s %u by %u px\n", argv[1], wanted.image.width,
                   wanted.image.height, argv[2], got.image.width, got.image.height);
        return 1;
    }
    g_autofree guint8 *marked = g_malloc(PNG_IMAGE_SIZE(wanted.image));
    gsize n_different = mark_differences(&wanted, &got, marked);
    double share = (double)n_different / wanted.image.width / wanted.image.height;
    g_free(wanted.rgb);
    g_free(got.rgb);
    if (share <= max_share)
        return 0;
    g_printerr("%zu pixels (%.3f %%) differ; %s shows them\n", n_different, share * 100, argv[3]);
    png_image_write_to_file(&wanted.image, argv[3], 0, marked, 0, NULL);
    return 1;
}
