/* SPDX-License-Identifier: MIT */
/*
 * PNG and PDF through Cairo. One unit of user space is a page point. Pictures
 * are opaque; texts are painted as outlines there, since Cairo would put each
 * glyph on whole pixels, and as text in a PDF.
 */
#include "draw/cairo-image.h"
#include "draw/cairo-paint.h"
#include "draw/cairo-pattern.h"
#include "draw/cairo-text.h"
#include "draw/canvas.h"
#include "draw/pdf.h"
#include "draw/pictures.h"
#include "draw/png.h"

#include "base/error.h"

#include <cairo-pdf.h>

/* From so many vertices on, an item is painted with the fast antialiasing. */
#define FAST_FILL_POINTS 500
#define FAST_STROKE_POINTS 10000

typedef struct CairoCanvas CairoCanvas;
struct CairoCanvas {
    IncmapCanvas base;
    const IncmapScene *scene;
    IncmapDrawOptions options;
    cairo_surface_t *surface;
    cairo_t *cr;
    GByteArray *pdf;  /* what the PDF surface has written; NULL for pictures */
    gboolean is_page; /* one of many: the surface is someone else's and goes on */
    double px_per_pt; /* 1 for PDF */
    GArray *groups;   /* const IncmapItem * of the open groups */
};

static void
add_verb(cairo_t *cr, guint8 verb, const IncmapPoint q[3])
{
    switch ((IncmapVerb)verb) {
    case INCMAP_VERB_MOVE:
        cairo_move_to(cr, q[0].x_pt, q[0].y_pt);
        break;
    case INCMAP_VERB_LINE:
        cairo_line_to(cr, q[0].x_pt, q[0].y_pt);
        break;
    case INCMAP_VERB_CURVE:
        cairo_curve_to(cr, q[0].x_pt, q[0].y_pt, q[1].x_pt, q[1].y_pt, q[2].x_pt, q[2].y_pt);
        break;
    case INCMAP_VERB_CLOSE:
        cairo_close_path(cr);
        break;
    case INCMAP_VERB_CIRCLE:
        cairo_new_sub_path(cr);
        cairo_arc(cr, q[0].x_pt, q[0].y_pt, fabs(q[1].x_pt), 0, 2 * G_PI);
        cairo_close_path(cr);
        break;
    }
}

static void
add_part(cairo_t *cr, const IncmapPoint *points, guint n_points, const IncmapItem *item,
         double skip_pt)
{
    IncmapCanvasThinner thinner = {.skip_pt = skip_pt};
    for (guint i = 0; i < n_points; i++) {
        IncmapPoint point = {points[i].x_pt + item->shift.x_pt, points[i].y_pt + item->shift.y_pt};
        switch (incmap_canvas_thin(&thinner, &point, i + 1 == n_points)) {
        case INCMAP_THIN_FIRST:
            cairo_move_to(cr, point.x_pt, point.y_pt);
            break;
        case INCMAP_THIN_NEXT:
            cairo_line_to(cr, point.x_pt, point.y_pt);
            break;
        case INCMAP_THIN_SKIP:
            break;
        }
    }
    if (thinner.has_last && !item->is_line)
        cairo_close_path(cr);
}

/*
 * Cairo's fast antialiasing has 16 levels instead of 256 and takes half the time. It isn't seen
 * where a fill ends under a stroke, nor in a crowd of short segments; it is on a long line that
 * is almost level.
 */
static void
choose_antialias(const CairoCanvas *self, const IncmapItem *item, guint n_enough)
{
    guint n_points = 0;
    for (guint i = 0; i < item->n_features; i++)
        if (item->features[i]->part_starts != NULL)
            n_points += item->features[i]->part_starts[item->features[i]->n_parts];
    cairo_set_antialias(self->cr,
                        n_points >= n_enough ? CAIRO_ANTIALIAS_FAST : CAIRO_ANTIALIAS_DEFAULT);
}

static void
add_features(const CairoCanvas *self, const IncmapItem *item)
{
    double skip_pt = self->pdf != NULL ? 0.05 : 0.15 / self->px_per_pt;
    for (guint i = 0; i < item->n_features; i++) {
        const IncmapLandFeature *feature = item->features[i];
        for (guint part = 0; feature->part_starts != NULL && part < feature->n_parts; part++) {
            guint32 start = feature->part_starts[part];
            add_part(self->cr, feature->points + start, feature->part_starts[part + 1] - start,
                     item, skip_pt);
        }
    }
}

static void
paint_path(IncmapCanvas *canvas, const IncmapItem *item)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    if (item->kind == INCMAP_ITEM_LAND)
        add_features(self, item);
    else
        for (IncmapCanvasVerbs verbs = {.path = &item->path}; incmap_canvas_next_verb(&verbs);)
            add_verb(self->cr, verbs.verb, verbs.points);
    gboolean has_stroke = item->paint.stroke.a > 0 && item->paint.stroke_width_pt > 0;
    choose_antialias(self, item, has_stroke ? FAST_FILL_POINTS : FAST_STROKE_POINTS);
    if (!item->is_line || item->kind != INCMAP_ITEM_LAND) {
        incmap_cairo_fill(self->cr, item);
        incmap_cairo_pattern_fill(self->cr, &item->paint);
    }
    choose_antialias(self, item, FAST_STROKE_POINTS);
    incmap_cairo_stroke(self->cr, &item->paint);
    cairo_new_path(self->cr);
    cairo_set_antialias(self->cr, CAIRO_ANTIALIAS_DEFAULT);
}

static void
paint_run(IncmapCanvas *canvas, const IncmapItem *item)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    incmap_cairo_text_paint(self->cr, &item->run, self->options.measure, self->pdf != NULL);
}

static void
paint_image(IncmapCanvas *canvas, const IncmapItem *item)
{
    incmap_cairo_image_paint(((CairoCanvas *)canvas)->cr, item);
}

static void
paint_picture(IncmapCanvas *canvas, const IncmapItem *item)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    if (self->options.pictures != NULL)
        incmap_pictures_paint(self->options.pictures, self->cr, item);
}

/* Edges of a clip box on whole pixels: sharp, and many times faster. */
static IncmapBox
snap_to_pixels(const CairoCanvas *self, IncmapBox box)
{
    if (self->pdf != NULL)
        return box;
    double k = self->px_per_pt;
    return (IncmapBox){round(box.x0_pt * k) / k, round(box.y0_pt * k) / k, round(box.x1_pt * k) / k,
                       round(box.y1_pt * k) / k};
}

static gboolean
has_clip(const IncmapItem *group)
{
    return group->clip.x0_pt < group->clip.x1_pt && group->clip.y0_pt < group->clip.y1_pt;
}

static void
add_circle(cairo_t *cr, const IncmapItem *group)
{
    IncmapPoint centre = incmap_box_centre(group->clip);
    cairo_new_path(cr);
    cairo_arc(cr, centre.x_pt, centre.y_pt, group->clip_radius_pt, 0, 2 * G_PI);
}

/* Whether a group is painted on a surface of its own and a disc of that laid on the page: Cairo
 * would cut each shape by the circle, which takes many times longer. A PDF keeps its shapes. */
static gboolean
is_disc(const CairoCanvas *self, const IncmapItem *group)
{
    return self->pdf == NULL && has_clip(group) && group->clip_radius_pt > 0;
}

static void
begin_group(IncmapCanvas *canvas, const IncmapItem *item)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    g_array_append_val(self->groups, item);
    cairo_save(self->cr);
    if (!has_clip(item))
        return;
    IncmapBox clip = item->clip;
    if (item->clip_radius_pt > 0 && self->pdf != NULL) {
        add_circle(self->cr, item);
    } else {
        if (item->clip_radius_pt > 0) {
            IncmapPoint centre = incmap_box_centre(clip);
            double reach_pt = item->clip_radius_pt + 1 / self->px_per_pt;
            clip = (IncmapBox){centre.x_pt - reach_pt, centre.y_pt - reach_pt,
                               centre.x_pt + reach_pt, centre.y_pt + reach_pt};
        }
        clip = snap_to_pixels(self, clip);
        cairo_new_path(self->cr);
        cairo_rectangle(self->cr, clip.x0_pt, clip.y0_pt, incmap_box_width(clip),
                        incmap_box_height(clip));
    }
    cairo_clip(self->cr);
    if (is_disc(self, item))
        cairo_push_group(self->cr);
}

static void
end_group(IncmapCanvas *canvas)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    const IncmapItem *group =
        g_array_index(self->groups, const IncmapItem *, self->groups->len - 1);
    g_array_set_size(self->groups, self->groups->len - 1);
    if (is_disc(self, group)) {
        cairo_pop_group_to_source(self->cr);
        add_circle(self->cr, group);
        cairo_fill(self->cr);
    }
    cairo_restore(self->cr);
}

static gboolean
finish_png(CairoCanvas *self, GByteArray *out_bytes, GError **error)
{
    cairo_surface_flush(self->surface);
    const IncmapPngInfo info = {
        .title = self->scene->page.title,
        .description = self->scene->page.description,
        .language = self->options.language,
        .dpi = self->options.dpi,
    };
    return incmap_png_write(
        (const guint32 *)(void *)cairo_image_surface_get_data(self->surface),
        cairo_image_surface_get_width(self->surface), cairo_image_surface_get_height(self->surface),
        cairo_image_surface_get_stride(self->surface) / 4, &info, out_bytes, error);
}

static void
finish_pixels(const CairoCanvas *self, GByteArray *out_bytes)
{
    cairo_surface_flush(self->surface);
    int width = cairo_image_surface_get_width(self->surface);
    int height = cairo_image_surface_get_height(self->surface);
    int stride = cairo_image_surface_get_stride(self->surface) / 4;
    const guint32 *pixels = (const guint32 *)(void *)cairo_image_surface_get_data(self->surface);
    g_byte_array_set_size(out_bytes, (guint)width * (guint)height * 3);
    guint8 *out = out_bytes->data;
    for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
            guint32 pixel = pixels[(gsize)y * (gsize)stride + (gsize)x];
            *out++ = (guint8)(pixel >> 16);
            *out++ = (guint8)(pixel >> 8);
            *out++ = (guint8)pixel;
        }
    }
}

static gboolean
finish(IncmapCanvas *canvas, GByteArray *out_bytes, GError **error)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    if (self->is_page)
        cairo_show_page(self->cr);
    cairo_status_t status = cairo_status(self->cr);
    if (self->is_page && status == CAIRO_STATUS_SUCCESS)
        return TRUE;
    if (status == CAIRO_STATUS_SUCCESS && self->pdf != NULL) {
        cairo_surface_finish(self->surface);
        status = cairo_surface_status(self->surface);
    }
    if (status != CAIRO_STATUS_SUCCESS)
        return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot draw the page: %s",
                           cairo_status_to_string(status));
    if (self->options.format == INCMAP_FORMAT_PIXELS) {
        finish_pixels(self, out_bytes);
        return TRUE;
    }
    if (self->pdf == NULL)
        return finish_png(self, out_bytes, error);
    incmap_pdf_settle_date(self->pdf, self->options.date_iso);
    g_byte_array_append(out_bytes, self->pdf->data, self->pdf->len);
    return TRUE;
}

static void
free_canvas(IncmapCanvas *canvas)
{
    CairoCanvas *self = (CairoCanvas *)canvas;
    if (self->cr != NULL)
        cairo_destroy(self->cr);
    if (self->surface != NULL)
        cairo_surface_destroy(self->surface);
    if (self->pdf != NULL)
        g_byte_array_unref(self->pdf);
    g_array_unref(self->groups);
    g_free(self);
}

static gboolean
open_picture(CairoCanvas *self, GError **error)
{
    guint width_px = 0, height_px = 0;
    incmap_draw_measure_px(self->scene, self->options.dpi, &width_px, &height_px);
    self->px_per_pt = self->options.dpi / 72;
    double width = width_px, height = height_px;
    if (width > INCMAP_DRAW_MAX_SIDE_PX || height > INCMAP_DRAW_MAX_SIDE_PX ||
        width * height > INCMAP_DRAW_MAX_PIXELS)
        return incmap_fail(error, INCMAP_ERROR_OUTPUT,
                           "a picture of %.0f × %.0f pixels is too large: at most 30,000 on a side "
                           "and 400 million in all; lower the size or the dpi, or choose PDF",
                           width, height);
    self->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)width_px, (int)height_px);
    self->cr = cairo_create(self->surface);
    IncmapColor background = self->scene->page.background;
    cairo_set_source_rgb(self->cr, 1, 1, 1);
    cairo_paint(self->cr);
    incmap_cairo_set_color(self->cr, background);
    cairo_paint(self->cr);
    cairo_scale(self->cr, self->px_per_pt, self->px_per_pt);
    return TRUE;
}

static void
open_page(CairoCanvas *self)
{
    self->cr = cairo_create(self->surface);
    if (self->scene->page.background.a > 0) {
        incmap_cairo_set_color(self->cr, self->scene->page.background);
        cairo_paint(self->cr);
    }
}

static void
open_pdf(CairoCanvas *self)
{
    self->pdf = g_byte_array_new();
    self->px_per_pt = 1;
    self->surface = incmap_pdf_surface_new(self->pdf, self->scene);
    open_page(self);
}

static CairoCanvas *
make_canvas(const IncmapScene *scene, const IncmapDrawOptions *options)
{
    CairoCanvas *self = g_new0(CairoCanvas, 1);
    self->base = (IncmapCanvas){begin_group, end_group,     paint_path, paint_run,
                                paint_image, paint_picture, finish,     free_canvas};
    self->scene = scene;
    self->options = *options;
    self->groups = g_array_new(FALSE, FALSE, sizeof(const IncmapItem *));
    return self;
}

IncmapCanvas *
incmap_canvas_cairo_new(const IncmapScene *scene, const IncmapDrawOptions *options, GError **error)
{
    CairoCanvas *self = make_canvas(scene, options);
    g_autoptr(IncmapCanvas) canvas = &self->base;
    if (options->format == INCMAP_FORMAT_PDF)
        open_pdf(self);
    else if (!open_picture(self, error))
        return NULL;
    cairo_set_fill_rule(self->cr, CAIRO_FILL_RULE_EVEN_ODD);
    return g_steal_pointer(&canvas);
}

IncmapCanvas *
incmap_canvas_page_new(const IncmapScene *scene, const IncmapDrawOptions *options,
                       cairo_surface_t *surface)
{
    CairoCanvas *self = make_canvas(scene, options);
    self->is_page = TRUE;
    self->px_per_pt = 1;
    self->pdf = g_byte_array_new(); /* stays empty: says that this is no picture */
    self->surface = cairo_surface_reference(surface);
    open_page(self);
    cairo_set_fill_rule(self->cr, CAIRO_FILL_RULE_EVEN_ODD);
    return &self->base;
}
