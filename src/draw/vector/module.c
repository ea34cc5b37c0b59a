/* SPDX-License-Identifier: MIT */
/*
 * SVG files through librsvg. A file is given as bytes without an address, so that librsvg has no
 * place from which it would fetch anything.
 */
#include "draw/vector/module.h"
#include "base/error.h"

#include <gmodule.h>
#include <librsvg/rsvg.h>

#define PT_PER_PX 0.75

static gpointer
open_picture(const guint8 *bytes, gsize n_bytes, GError **error)
{
    g_autoptr(GInputStream) stream =
        g_memory_input_stream_new_from_data(bytes, (gssize)n_bytes, NULL);
    g_autoptr(GError) cause = NULL;
    RsvgHandle *handle =
        rsvg_handle_new_from_stream_sync(stream, NULL, RSVG_HANDLE_FLAGS_NONE, NULL, &cause);
    if (handle != NULL)
        return handle;
    /* libxml2's messages end in a line end and may have more of them. */
    g_autofree char *message = g_strdelimit(g_strchomp(g_strdup(cause->message)), "\n", ' ');
    incmap_fail(error, INCMAP_ERROR_STYLE, "%s", message);
    return NULL;
}

static void
close_picture(gpointer picture)
{
    g_object_unref(picture);
}

static gboolean
measure(gpointer picture, double *out_width_pt, double *out_height_pt)
{
    double width_px, height_px;
    gboolean has_viewbox = FALSE;
    RsvgRectangle viewbox;
    if (!rsvg_handle_get_intrinsic_size_in_pixels(picture, &width_px, &height_px)) {
        rsvg_handle_get_intrinsic_dimensions(picture, NULL, NULL, NULL, NULL, &has_viewbox,
                                             &viewbox);
        if (!has_viewbox)
            return FALSE;
        width_px = viewbox.width;
        height_px = viewbox.height;
    }
    *out_width_pt = width_px * PT_PER_PX;
    *out_height_pt = height_px * PT_PER_PX;
    return TRUE;
}

static gboolean
paint(gpointer picture, cairo_t *cr, double width_pt, double height_pt)
{
    const RsvgRectangle box = {0, 0, width_pt, height_pt};
    return rsvg_handle_render_document(picture, cr, &box, NULL);
}

extern G_MODULE_EXPORT const IncmapPictureTable incmap_picture_table;

const IncmapPictureTable incmap_picture_table = {
    .version = INCMAP_PICTURE_VERSION,
    .open = open_picture,
    .close = close_picture,
    .measure = measure,
    .paint = paint,
};
