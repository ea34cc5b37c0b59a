/* SPDX-License-Identifier: MIT */
#include "draw/draw.h"

#include "base/error.h"
#include "base/output.h"
#include "draw/canvas.h"
#include "draw/html.h"
#include "draw/measure.h"

static gboolean
is_paintable(const IncmapRun *run)
{
    IncmapPoint origin = run->origin;
    return incmap_canvas_accept(&origin) && isfinite(run->angle_rad) && run->font.size_pt > 0 &&
           isfinite(run->font.size_pt);
}

static gboolean
is_box(IncmapBox box)
{
    double width_pt = incmap_box_width(box), height_pt = incmap_box_height(box);
    return isfinite(width_pt) && isfinite(height_pt) && width_pt > 0 && height_pt > 0;
}

static void
paint_item(IncmapCanvas *canvas, const IncmapItem *item, guint *depth)
{
    switch (item->kind) {
    case INCMAP_ITEM_GROUP:
        (*depth)++;
        canvas->begin_group(canvas, item);
        break;
    case INCMAP_ITEM_END_GROUP:
        if (*depth == 0)
            break;
        (*depth)--;
        canvas->end_group(canvas);
        break;
    case INCMAP_ITEM_PATH:
    case INCMAP_ITEM_LAND:
        canvas->paint_path(canvas, item);
        break;
    case INCMAP_ITEM_RUN:
        if (is_paintable(&item->run))
            canvas->paint_run(canvas, item);
        break;
    case INCMAP_ITEM_IMAGE:
        if (is_box(item->box))
            canvas->paint_image(canvas, item);
        break;
    case INCMAP_ITEM_PICTURE:
        if (is_box(item->box) && isfinite(item->angle_rad))
            canvas->paint_picture(canvas, item);
        break;
    }
}

void
incmap_draw_measure_px(const IncmapScene *scene, double dpi, guint *out_width_px,
                       guint *out_height_px)
{
    double width = round(scene->frame.width_pt * dpi / 72);
    double height = round(scene->frame.height_pt * dpi / 72);
    *out_width_px = (guint)CLAMP(width, 1, 1e9);
    *out_height_px = (guint)CLAMP(height, 1, 1e9);
}

static gboolean
check_page(const IncmapFrame *frame, GError **error)
{
    if (isfinite(frame->width_pt) && isfinite(frame->height_pt) && frame->width_pt > 0 &&
        frame->height_pt > 0)
        return TRUE;
    return incmap_fail(error, INCMAP_ERROR_OUTPUT, "the page of %g × %g pt has no area",
                       frame->width_pt, frame->height_pt);
}

gboolean
incmap_draw_on(IncmapCanvas *canvas, const IncmapScene *scene, GByteArray *out_bytes,
               GError **error)
{
    guint depth = 0;
    const GArray *items = scene->page.items;
    for (guint i = 0; i < items->len; i++)
        paint_item(canvas, &g_array_index(items, IncmapItem, i), &depth);
    for (; depth > 0; depth--)
        canvas->end_group(canvas);
    return canvas->finish(canvas, out_bytes, error);
}

static GByteArray *
draw_with_measure(const IncmapScene *scene, const IncmapDrawOptions *options, GError **error)
{
    gboolean is_svg = options->format == INCMAP_FORMAT_SVG || options->format == INCMAP_FORMAT_HTML;
    g_autoptr(IncmapCanvas) canvas = is_svg ? incmap_canvas_svg_new(scene, options)
                                            : incmap_canvas_cairo_new(scene, options, error);
    if (canvas == NULL)
        return NULL;
    g_autoptr(GByteArray) bytes = g_byte_array_new();
    if (!incmap_draw_on(canvas, scene, bytes, error))
        return NULL;
    if (options->format != INCMAP_FORMAT_HTML)
        return g_steal_pointer(&bytes);
    GByteArray *page = g_byte_array_new();
    incmap_html_wrap(scene, options, bytes, page);
    return page;
}

GByteArray *
incmap_draw_bytes(const IncmapScene *scene, const IncmapDrawOptions *options, GError **error)
{
    g_return_val_if_fail(scene != NULL && options != NULL, NULL);
    if (!check_page(&scene->frame, error))
        return NULL;
    IncmapDrawOptions with_measure = *options;
    g_autoptr(IncmapMeasure) own = NULL;
    if (options->measure == NULL) {
        own = incmap_measure_new(error);
        if (own == NULL)
            return NULL;
        with_measure.measure = own;
    }
    if (!(with_measure.dpi > 0))
        with_measure.dpi = 144;
    return draw_with_measure(scene, &with_measure, error);
}

gboolean
incmap_draw_file(const IncmapScene *scene, const char *path, const IncmapDrawOptions *options,
                 GError **error)
{
    g_return_val_if_fail(path != NULL, FALSE);
    g_autoptr(GByteArray) bytes = incmap_draw_bytes(scene, options, error);
    if (bytes == NULL)
        return FALSE;
    return incmap_output_write(path, bytes->data, bytes->len, error);
}
