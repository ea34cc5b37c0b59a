/* SPDX-License-Identifier: MIT */
/*
 * Size and contrast of every text. The ground of a text is what the display
 * list has painted under its middle before it, or its halo.
 */
#include "arrange/judge.h"
#include "base/color-vision.h"

#include <math.h>
#include <string.h>

#define MIN_PRINT_PT 6.0
#define MIN_SCREEN_PX 11.0
/* WCAG 2.1, level AA: text, and large text from 18 pt or 14 pt bold. */
#define MIN_CONTRAST 4.5
#define MIN_CONTRAST_LARGE 3.0
/* A halo this wide is what a letter stands on. */
#define MIN_HALO_PT 0.7

static gboolean
crosses(IncmapPoint a, IncmapPoint b, IncmapPoint at)
{
    return (a.y_pt > at.y_pt) != (b.y_pt > at.y_pt) &&
           at.x_pt < (b.x_pt - a.x_pt) * (at.y_pt - a.y_pt) / (b.y_pt - a.y_pt) + a.x_pt;
}

gboolean
incmap_judge_holds(const IncmapLandFeature *feature, IncmapPoint at)
{
    gboolean is_inside = FALSE;
    if (!incmap_box_has_point(feature->box, at))
        return FALSE;
    for (guint part = 0; part < feature->n_parts; part++) {
        guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
        for (guint32 i = start, k = end - 1; i < end; k = i++)
            is_inside ^= crosses(feature->points[i], feature->points[k], at);
    }
    return is_inside;
}

/* Curves count as the lines between their ends: good enough for what lies under a letter. */
static gboolean
path_holds(const IncmapPath *path, IncmapPoint at)
{
    gboolean is_inside = FALSE;
    IncmapPoint first = {0}, last = {0};
    for (guint i = 0, k = 0; i < path->n_verbs; i++) {
        const IncmapPoint *p = &path->points[k];
        switch (path->verbs[i]) {
        case INCMAP_VERB_MOVE:
            is_inside ^= crosses(last, first, at);
            first = last = p[0];
            k += 1;
            break;
        case INCMAP_VERB_LINE:
            is_inside ^= crosses(last, p[0], at);
            last = p[0];
            k += 1;
            break;
        case INCMAP_VERB_CURVE:
            is_inside ^= crosses(last, p[2], at);
            last = p[2];
            k += 3;
            break;
        case INCMAP_VERB_CIRCLE:
            is_inside ^= hypot(at.x_pt - p[0].x_pt, at.y_pt - p[0].y_pt) < p[1].x_pt;
            k += 2;
            break;
        default:
            break;
        }
    }
    return is_inside ^ crosses(last, first, at);
}

static gboolean
item_holds(const IncmapItem *item, IncmapPoint at)
{
    if (item->kind == INCMAP_ITEM_PATH)
        return path_holds(&item->path, at);
    if (item->kind != INCMAP_ITEM_LAND || item->is_line)
        return FALSE;
    gboolean is_inside = FALSE;
    for (guint i = 0; i < item->n_features; i++)
        is_inside ^= incmap_judge_holds(item->features[i], at);
    return is_inside;
}

/* The colour that a fill has at a place. */
static IncmapColor
fill_at(const IncmapPaint *paint, IncmapPoint at)
{
    IncmapColor color = paint->fill;
    double width_pt = paint->gradient_x1_pt - paint->gradient_x0_pt;
    if (width_pt == 0)
        return color;
    double t = CLAMP((at.x_pt - paint->gradient_x0_pt) / width_pt, 0, 1);
    color.a += (paint->gradient_to.a - color.a) * t;
    return color;
}

/* The colour of an image at a place: a heatmap's, or the relief's. */
static IncmapColor
pixel_at(const IncmapItem *item, IncmapPoint at)
{
    const IncmapImage *image = item->image;
    double x = (at.x_pt - item->box.x0_pt) / incmap_box_width(item->box) * image->width_px;
    double y = (at.y_pt - item->box.y0_pt) / incmap_box_height(item->box) * image->height_px;
    if (!(x >= 0 && y >= 0 && x < image->width_px && y < image->height_px))
        return (IncmapColor){0};
    guint32 pixel = image->pixels[(gsize)y * image->width_px + (gsize)x];
    double alpha = (pixel >> 24) / 255.0;
    if (alpha <= 0)
        return (IncmapColor){0};
    return (IncmapColor){(pixel >> 16 & 255) / 255.0 / alpha, (pixel >> 8 & 255) / 255.0 / alpha,
                         (pixel & 255) / 255.0 / alpha, alpha};
}

static IncmapColor
ground_at(const IncmapPage *page, guint n_items, IncmapPoint at)
{
    IncmapColor ground = page->background;
    ground.a = 1;
    for (guint i = 0; i < n_items; i++) {
        const IncmapItem *item = &g_array_index(page->items, IncmapItem, i);
        if ((item->paint.fill.a > 0 || item->paint.gradient_to.a > 0) && item_holds(item, at))
            ground = incmap_color_over(fill_at(&item->paint, at), ground);
        else if (item->kind == INCMAP_ITEM_IMAGE && item->image != NULL)
            ground = incmap_color_over(pixel_at(item, at), ground);
    }
    return ground;
}

static IncmapPoint
middle_of(const IncmapRun *run)
{
    double x_pt = run->width_pt / 2, y_pt = -run->font.size_pt * 0.35;
    double c = cos(run->angle_rad), s = sin(run->angle_rad);
    return (IncmapPoint){run->origin.x_pt + x_pt * c - y_pt * s,
                         run->origin.y_pt + x_pt * s + y_pt * c};
}

typedef struct Worst Worst;
struct Worst {
    double value;
    const IncmapRun *run;
    guint n;
};

static void
note_worst(Worst *worst, double value, const IncmapRun *run)
{
    worst->n++;
    if (worst->run == NULL || value < worst->value) {
        worst->value = value;
        worst->run = run;
    }
}

static IncmapBox
box_of(const IncmapRun *run)
{
    double size_pt = run->font.size_pt;
    return (IncmapBox){run->origin.x_pt, run->origin.y_pt - size_pt,
                       run->origin.x_pt + run->width_pt, run->origin.y_pt + size_pt * 0.3};
}

void
incmap_judge_texts(IncmapScene *scene, const IncmapJudgeOptions *options, GArray *findings)
{
    Worst small = {0}, faint = {0};
    double least_pt = options->is_screen ? MIN_SCREEN_PX * 72 / options->dpi : MIN_PRINT_PT;
    for (guint i = 0; i < scene->page.items->len; i++) {
        const IncmapItem *item = &g_array_index(scene->page.items, IncmapItem, i);
        if (item->kind != INCMAP_ITEM_RUN)
            continue;
        const IncmapRun *run = &item->run;
        if (run->font.size_pt < least_pt * 0.995)
            note_worst(&small, run->font.size_pt, run);
        gboolean is_large = run->font.size_pt >= (run->font.weight >= 700 ? 14 : 18);
        gboolean has_halo = run->halo.a > 0.5 && run->halo_pt >= MIN_HALO_PT;
        IncmapColor ground = ground_at(&scene->page, i, middle_of(run));
        if (has_halo)
            ground = incmap_color_over(run->halo, ground);
        double ratio = incmap_color_contrast(incmap_color_over(run->color, ground), ground);
        if (ratio < (is_large ? MIN_CONTRAST_LARGE : MIN_CONTRAST) * 0.99)
            note_worst(&faint, ratio, run);
    }
    if (small.n > 0)
        incmap_judge_add(findings, "small-type", TRUE, box_of(small.run), -1,
                         options->is_screen
                             ? incmap_scene_printf(scene,
                                                   "%u texts are smaller than %g px; the smallest, "
                                                   "\"%s\", has %.1f px",
                                                   small.n, MIN_SCREEN_PX, small.run->text,
                                                   small.value * options->dpi / 72)
                             : incmap_scene_printf(scene,
                                                   "%u texts are smaller than %g pt; the smallest, "
                                                   "\"%s\", has %.1f pt",
                                                   small.n, MIN_PRINT_PT, small.run->text,
                                                   small.value));
    if (faint.n > 0)
        incmap_judge_add(findings, "contrast", TRUE, box_of(faint.run), -1,
                         incmap_scene_printf(scene,
                                             "%u texts have too little contrast; \"%s\" has "
                                             "%.1f:1 (wanted: %g:1)",
                                             faint.n, faint.run->text, faint.value, MIN_CONTRAST));
}
