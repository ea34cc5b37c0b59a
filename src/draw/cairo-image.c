/* SPDX-License-Identifier: MIT */
#include "draw/cairo-image.h"

/* Borrows the pixels. */
static cairo_surface_t *
new_surface(const IncmapImage *image)
{
    return cairo_image_surface_create_for_data((unsigned char *)image->pixels, CAIRO_FORMAT_ARGB32,
                                               (int)image->width_px, (int)image->height_px,
                                               (int)image->width_px * 4);
}

static gboolean
has_pixels(const IncmapImage *image)
{
    return image != NULL && image->width_px > 0 && image->height_px > 0;
}

void
incmap_cairo_image_paint(cairo_t *cr, const IncmapItem *item)
{
    if (!has_pixels(item->image))
        return;
    cairo_surface_t *surface = new_surface(item->image);
    cairo_save(cr);
    cairo_rectangle(cr, item->box.x0_pt, item->box.y0_pt, incmap_box_width(item->box),
                    incmap_box_height(item->box));
    cairo_clip(cr);
    cairo_translate(cr, item->box.x0_pt, item->box.y0_pt);
    cairo_scale(cr, incmap_box_width(item->box) / item->image->width_px,
                incmap_box_height(item->box) / item->image->height_px);
    cairo_set_source_surface(cr, surface, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_BILINEAR);
    cairo_pattern_set_extend(cairo_get_source(cr), CAIRO_EXTEND_PAD);
    cairo_paint(cr);
    cairo_restore(cr);
    cairo_surface_destroy(surface);
}

static cairo_status_t
append(void *closure, const unsigned char *data, unsigned int length)
{
    g_byte_array_append(closure, data, length);
    return CAIRO_STATUS_SUCCESS;
}

GByteArray *
incmap_cairo_image_encode(const IncmapImage *image)
{
    if (!has_pixels(image))
        return NULL;
    cairo_surface_t *surface = new_surface(image);
    GByteArray *bytes = g_byte_array_new();
    cairo_surface_write_to_png_stream(surface, append, bytes);
    cairo_surface_destroy(surface);
    return bytes;
}
