/* SPDX-License-Identifier: MIT */
/*
 * SVG by our own hand: text stays text, groups keep their names, numbers are
 * short and the same everywhere. One user unit is a page point. The picture is
 * meant to be opened in an editor, so styles are attributes and nothing is
 * flattened.
 */
#include "draw/canvas.h"
#include "draw/measure.h"
#include "draw/svg-format.h"
#include "draw/svg-paint.h"
#include "draw/svg-picture.h"
#include "draw/svg-text.h"

#include <string.h>

/* Vertices of base layers nearer than this to the last one are left out: 0.02 mm. */
#define SKIP_PT 0.05

typedef struct SvgCanvas SvgCanvas;
struct SvgCanvas {
    IncmapCanvas base;
    const IncmapScene *scene;
    IncmapMeasure *measure;
    GString *out;
    IncmapSvgPaints paints;
    IncmapPictures *pictures; /* NULL: none */
    GHashTable *ids;          /* in use */
    GHashTable *symbols;      /* name of a picture → id; NULL: it can't be drawn */
    guint n_clips;
    guint n_shapes;
};

/* @id as XML allows it, once: "towns", "towns-2". Returns: (transfer none) */
static const char *
make_id(SvgCanvas *self, const char *id)
{
    g_autofree char *stem =
        g_strcanon(g_strdup(id), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.", '-');
    g_autofree char *name = g_strconcat(g_ascii_isalpha(stem[0]) ? "" : "id-", stem, NULL);
    char *unique = g_strdup(name);
    for (guint n = 2; g_hash_table_contains(self->ids, unique); n++) {
        g_free(unique);
        unique = g_strdup_printf("%s-%u", name, n);
    }
    g_hash_table_add(self->ids, unique);
    return unique;
}

static void
add_element(GString *out, const char *element, const char *id, const char *text)
{
    if (text == NULL || text[0] == '\0')
        return;
    g_string_append_printf(out, "<%s", element);
    if (id != NULL)
        incmap_svg_add_attribute(out, "id", id);
    g_string_append_c(out, '>');
    incmap_svg_add_escaped(out, text);
    g_string_append_printf(out, "</%s>\n", element);
}

static void
add_rect(GString *out, IncmapBox box)
{
    g_string_append(out, "<rect");
    incmap_svg_add_box(out, box);
}

static void
add_circle(GString *out, IncmapPoint centre, double radius_pt)
{
    g_string_append(out, "<circle");
    incmap_svg_add_number_attribute(out, "cx", centre.x_pt);
    incmap_svg_add_number_attribute(out, "cy", centre.y_pt);
    incmap_svg_add_number_attribute(out, "r", fabs(radius_pt));
}

static void
begin_group(IncmapCanvas *canvas, const IncmapItem *item)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    IncmapBox clip = item->clip;
    gboolean has_clip = clip.x0_pt < clip.x1_pt && clip.y0_pt < clip.y1_pt;
    if (has_clip) {
        g_string_append_printf(self->out, "<clipPath id=\"clip-%u\">", ++self->n_clips);
        if (item->clip_radius_pt > 0)
            add_circle(self->out, incmap_box_centre(clip), item->clip_radius_pt);
        else
            add_rect(self->out, clip);
        g_string_append(self->out, "/></clipPath>\n");
    }
    g_string_append(self->out, "<g");
    if (item->id != NULL)
        incmap_svg_add_attribute(self->out, "id", make_id(self, item->id));
    if (has_clip)
        g_string_append_printf(self->out, " clip-path=\"url(#clip-%u)\"", self->n_clips);
    g_string_append(self->out, ">\n");
    add_element(self->out, "title", NULL, item->label);
}

static void
end_group(IncmapCanvas *canvas)
{
    g_string_append(((SvgCanvas *)canvas)->out, "</g>\n");
}

static void
add_feature(IncmapSvgPath *data, const IncmapLandFeature *feature, const IncmapItem *item)
{
    for (guint part = 0; feature->part_starts != NULL && part < feature->n_parts; part++) {
        const IncmapPoint *points = feature->points + feature->part_starts[part];
        guint n_points = feature->part_starts[part + 1] - feature->part_starts[part];
        IncmapCanvasThinner thinner = {.skip_pt = SKIP_PT};
        for (guint i = 0; i < n_points; i++) {
            IncmapPoint point = {points[i].x_pt + item->shift.x_pt,
                                 points[i].y_pt + item->shift.y_pt};
            switch (incmap_canvas_thin(&thinner, &point, i + 1 == n_points)) {
            case INCMAP_THIN_FIRST:
                incmap_svg_path_move(data, point);
                break;
            case INCMAP_THIN_NEXT:
                incmap_svg_path_line(data, point);
                break;
            case INCMAP_THIN_SKIP:
                break;
            }
        }
        if (thinner.has_last && !item->is_line)
            incmap_svg_path_close(data);
    }
}

static void
add_path_data(GString *out, const IncmapItem *item)
{
    IncmapSvgPath data = {.out = out};
    g_string_append(out, " d=\"");
    if (item->kind == INCMAP_ITEM_LAND) {
        for (guint i = 0; i < item->n_features; i++)
            add_feature(&data, item->features[i], item);
    } else {
        incmap_svg_path_add(&data, &item->path, (IncmapPoint){0, 0});
    }
    g_string_append_c(out, '"');
}

/* A path that is a box with upright sides, so that it can be written as one. */
static gboolean
is_box(const IncmapPath *path, IncmapBox *out_box)
{
    static const guint8 verbs[] = {INCMAP_VERB_MOVE, INCMAP_VERB_LINE, INCMAP_VERB_LINE,
                                   INCMAP_VERB_LINE, INCMAP_VERB_CLOSE};
    const IncmapPoint *p = path->points;
    if (path->n_verbs != 5 || path->n_points != 4 || memcmp(path->verbs, verbs, 5) != 0)
        return FALSE;
    if (p[0].y_pt != p[1].y_pt || p[1].x_pt != p[2].x_pt || p[2].y_pt != p[3].y_pt ||
        p[3].x_pt != p[0].x_pt || !(p[0].x_pt < p[2].x_pt) || !(p[0].y_pt < p[2].y_pt))
        return FALSE;
    *out_box = (IncmapBox){p[0].x_pt, p[0].y_pt, p[2].x_pt, p[2].y_pt};
    return isfinite(incmap_box_width(*out_box)) && isfinite(incmap_box_height(*out_box));
}

/* "<rect …", "<circle …" or "<path …", still open for attributes. */
static void
add_shape(GString *out, const IncmapItem *item)
{
    const IncmapPath *path = &item->path;
    IncmapBox box;
    if (item->kind == INCMAP_ITEM_PATH && is_box(path, &box)) {
        add_rect(out, box);
        return;
    }
    if (item->kind == INCMAP_ITEM_PATH && path->n_verbs == 1 && path->n_points == 2 &&
        path->verbs[0] == INCMAP_VERB_CIRCLE && incmap_canvas_accept(&path->points[0]) &&
        isfinite(path->points[1].x_pt)) {
        add_circle(out, path->points[0], path->points[1].x_pt);
        return;
    }
    g_string_append(out, "<path fill-rule=\"evenodd\"");
    add_path_data(out, item);
}

static void
add_fill(SvgCanvas *self, const IncmapItem *item, const char *reference)
{
    if (reference != NULL)
        g_string_append_printf(self->out, " fill=\"url(#%s)\"", reference);
    else if (item->kind == INCMAP_ITEM_LAND && item->is_line)
        g_string_append(self->out, " fill=\"none\"");
    else
        incmap_svg_add_color(self->out, "fill", item->paint.fill);
}

/* Two paints over each other need the shape twice: defined once, used twice. */
static void
paint_twice(SvgCanvas *self, const IncmapItem *item, const char *gradient, const char *pattern)
{
    guint n = ++self->n_shapes;
    g_string_append(self->out, "<defs>");
    add_shape(self->out, item);
    g_string_append_printf(self->out, " id=\"shape-%u\"/></defs>\n<use href=\"#shape-%u\"", n, n);
    add_fill(self, item, gradient);
    g_string_append_printf(self->out, "/>\n<use href=\"#shape-%u\"", n);
    add_fill(self, item, pattern);
    incmap_svg_add_stroke(self->out, &item->paint);
    g_string_append(self->out, "/>\n");
}

/* A shape that stands in many places, defined once around its own middle. */
static void
paint_symbol(SvgCanvas *self, const IncmapItem *item)
{
    g_autofree char *shape = incmap_svg_symbol_shape(item);
    const char *id = g_hash_table_lookup(self->symbols, shape);
    if (id == NULL) {
        g_autofree char *wished = g_strconcat("symbol-", item->symbol, NULL);
        id = make_id(self, wished);
        g_hash_table_insert(self->symbols, g_strdup(shape), (gpointer)id);
        g_string_append_printf(self->out, "<symbol id=\"%s\" overflow=\"visible\">%s</symbol>\n",
                               id, shape);
    }
    g_string_append_printf(self->out, "<use href=\"#%s\"", id);
    incmap_svg_add_number_attribute(self->out, "x", item->at.x_pt);
    incmap_svg_add_number_attribute(self->out, "y", item->at.y_pt);
    add_fill(self, item, NULL);
    incmap_svg_add_stroke(self->out, &item->paint);
    g_string_append(self->out, "/>\n");
}

static void
paint_path(IncmapCanvas *canvas, const IncmapItem *item)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    gboolean is_area = item->kind == INCMAP_ITEM_PATH || !item->is_line;
    const char *gradient = NULL, *pattern = NULL;
    if (is_area) {
        gradient = incmap_svg_define_gradient(&self->paints, self->out, item);
        pattern = incmap_svg_define_pattern(&self->paints, self->out, &item->paint);
    }
    if (item->symbol != NULL && pattern == NULL && gradient == NULL &&
        incmap_canvas_accept(&(IncmapPoint){item->at.x_pt, item->at.y_pt})) {
        paint_symbol(self, item);
        return;
    }
    if (pattern != NULL && (gradient != NULL || item->paint.fill.a > 0)) {
        paint_twice(self, item, gradient, pattern);
        return;
    }
    add_shape(self->out, item);
    if (item->id != NULL)
        incmap_svg_add_attribute(self->out, "id", make_id(self, item->id));
    add_fill(self, item, pattern != NULL ? pattern : gradient);
    incmap_svg_add_stroke(self->out, &item->paint);
    g_string_append(self->out, "/>\n");
}

static void
paint_run(IncmapCanvas *canvas, const IncmapItem *item)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    const IncmapLine *line =
        incmap_measure_get_line(self->measure, item->run.text, &item->run.font);
    if (line->line != NULL)
        incmap_svg_add_text(self->out, &item->run, line);
}

static void
paint_image(IncmapCanvas *canvas, const IncmapItem *item)
{
    incmap_svg_add_image(((SvgCanvas *)canvas)->out, item);
}

/* Defined once, used wherever it stands. */
static const char *
define_picture(SvgCanvas *self, const char *name)
{
    const char *known = g_hash_table_lookup(self->symbols, name);
    if (known != NULL || g_hash_table_contains(self->symbols, name))
        return known;
    g_autofree char *wished = incmap_svg_picture_id(name);
    const char *id = make_id(self, wished);
    if (!incmap_svg_add_picture(self->out, self->pictures, name, id))
        id = NULL;
    g_hash_table_insert(self->symbols, g_strdup(name), (gpointer)id);
    return id;
}

static void
paint_picture(IncmapCanvas *canvas, const IncmapItem *item)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    const char *id = self->pictures != NULL ? define_picture(self, item->picture) : NULL;
    if (id != NULL)
        incmap_svg_add_use(self->out, id, item);
}

static gboolean
finish(IncmapCanvas *canvas, GByteArray *out_bytes, GError **error)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    (void)error;
    g_string_append(self->out, "</svg>\n");
    g_byte_array_append(out_bytes, (const guint8 *)self->out->str, (guint)self->out->len);
    return TRUE;
}

static void
free_canvas(IncmapCanvas *canvas)
{
    SvgCanvas *self = (SvgCanvas *)canvas;
    incmap_svg_paints_clear(&self->paints);
    g_hash_table_unref(self->symbols);
    g_hash_table_unref(self->ids);
    g_string_free(self->out, TRUE);
    g_free(self);
}

static void
add_size(GString *out, const IncmapFrame *frame)
{
    g_string_append(out, " width=\"");
    incmap_svg_add_number(out, frame->width_pt);
    g_string_append(out, "pt\" height=\"");
    incmap_svg_add_number(out, frame->height_pt);
    g_string_append(out, "pt\" viewBox=\"0 0 ");
    incmap_svg_add_number(out, frame->width_pt);
    g_string_append_c(out, ' ');
    incmap_svg_add_number(out, frame->height_pt);
    g_string_append_c(out, '"');
}

static void
add_head(SvgCanvas *self, const char *language)
{
    const IncmapPage *page = &self->scene->page;
    gboolean has_title = page->title != NULL && page->title[0] != '\0';
    gboolean has_description = page->description != NULL && page->description[0] != '\0';
    g_string_append(self->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                               "<svg xmlns=\"http://www.w3.org/2000/svg\"");
    add_size(self->out, &self->scene->frame);
    g_string_append(self->out, " role=\"img\"");
    if (has_title || has_description)
        incmap_svg_add_attribute(self->out, "aria-labelledby",
                                 !has_description ? "title"
                                 : has_title      ? "title description"
                                                  : "description");
    if (language != NULL) {
        incmap_svg_add_attribute(self->out, "lang", language);
        incmap_svg_add_attribute(self->out, "xml:lang", language);
    }
    g_string_append(self->out, " stroke-miterlimit=\"10\""
                               " text-rendering=\"geometricPrecision\">\n");
    add_element(self->out, "title", make_id(self, "title"), page->title);
    add_element(self->out, "desc", make_id(self, "description"), page->description);
    if (page->background.a > 0) {
        g_string_append(self->out, "<rect width=\"100%\" height=\"100%\"");
        incmap_svg_add_color(self->out, "fill", page->background);
        g_string_append(self->out, "/>\n");
    }
}

IncmapCanvas *
incmap_canvas_svg_new(const IncmapScene *scene, const IncmapDrawOptions *options)
{
    SvgCanvas *self = g_new0(SvgCanvas, 1);
    self->base = (IncmapCanvas){begin_group, end_group,     paint_path, paint_run,
                                paint_image, paint_picture, finish,     free_canvas};
    self->scene = scene;
    self->measure = options->measure;
    self->out = g_string_sized_new(1 << 16);
    self->ids = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    self->pictures = options->pictures;
    self->symbols = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    incmap_svg_paints_init(&self->paints);
    add_head(self, options->language);
    return &self->base;
}
