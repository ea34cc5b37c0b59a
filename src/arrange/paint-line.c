/* SPDX-License-Identifier: MIT */
/*
 * Layers of type line. Most are strokes of the features as they are, and those of one paint become
 * one item; lines beside the feature, soft lines and such with a gradient are shapes of their own.
 */
#include "arrange/line-shape.h"
#include "arrange/paint-layer.h"

#include <math.h>
#include <string.h>

/* Strokes on each other that make a soft edge. */
#define N_SOFT 6u
/* Pieces of one colour that make a gradient, at most, and how far one reaches under the next. */
#define MAX_PIECES 96u
#define LEAST_PIECE_PT 1.0
#define OVERLAP_PT 0.25

static IncmapCap
cap_of(const char *word)
{
    return g_strcmp0(word, "round") == 0    ? INCMAP_CAP_ROUND
           : g_strcmp0(word, "square") == 0 ? INCMAP_CAP_SQUARE
                                            : INCMAP_CAP_BUTT;
}

static IncmapJoin
join_of(const char *word)
{
    return g_strcmp0(word, "round") == 0   ? INCMAP_JOIN_ROUND
           : g_strcmp0(word, "bevel") == 0 ? INCMAP_JOIN_BEVEL
                                           : INCMAP_JOIN_MITER;
}

static double
number(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return incmap_style_layer_number(layer, property, &painter->eval);
}

static double
points(IncmapPainter *painter, const IncmapStyleLayer *layer, IncmapStyleProperty property)
{
    return number(painter, layer, property) * painter->arrange->unit;
}

static IncmapPaint
line_paint(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapEval *eval = &painter->eval;
    IncmapPaint paint = {0};
    paint.stroke = incmap_paint_color(painter, layer, INCMAP_PROPERTY_LINE_COLOR,
                                      INCMAP_PROPERTY_LINE_OPACITY);
    paint.stroke_width_pt = points(painter, layer, INCMAP_PROPERTY_LINE_WIDTH);
    paint.cap = cap_of(incmap_style_layer_string(layer, INCMAP_PROPERTY_LINE_CAP, eval));
    paint.join = join_of(incmap_style_layer_string(layer, INCMAP_PROPERTY_LINE_JOIN, eval));
    if (incmap_style_layer_has(layer, INCMAP_PROPERTY_LINE_MITER_LIMIT))
        paint.miter_limit = MAX(1, number(painter, layer, INCMAP_PROPERTY_LINE_MITER_LIMIT));
    /* Dashes are in line widths, as the specification has them. */
    double dashes[G_N_ELEMENTS(paint.dash_pt)];
    guint n = incmap_style_layer_array(layer, INCMAP_PROPERTY_LINE_DASHARRAY, eval, dashes,
                                       G_N_ELEMENTS(dashes));
    for (guint i = 0; i < n; i++)
        paint.dash_pt[paint.n_dashes++] = dashes[i] * paint.stroke_width_pt;
    return paint;
}

/** Shape: what makes a line more than a stroke of its feature */
typedef struct Shape Shape;
struct Shape {
    double gap_pt, offset_pt, blur_pt;
    gboolean has_gradient;
    IncmapPoint shift;
};

static Shape
line_shape(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    return (Shape){
        .gap_pt = points(painter, layer, INCMAP_PROPERTY_LINE_GAP_WIDTH),
        .offset_pt = points(painter, layer, INCMAP_PROPERTY_LINE_OFFSET),
        .blur_pt = points(painter, layer, INCMAP_PROPERTY_LINE_BLUR),
        .has_gradient = incmap_style_layer_has(layer, INCMAP_PROPERTY_LINE_GRADIENT),
        .shift = incmap_paint_shift(painter, layer, INCMAP_PROPERTY_LINE_TRANSLATE),
    };
}

static gboolean
is_plain(const Shape *shape)
{
    return shape->gap_pt == 0 && shape->offset_pt == 0 && shape->blur_pt == 0 &&
           !shape->has_gradient;
}

static IncmapItem *
add_item(IncmapPainter *painter, const IncmapPath *path, const IncmapPaint *paint)
{
    IncmapItem *item = incmap_arrange_add(painter->arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    item->path = (IncmapPath){g_memdup2(path->verbs, path->n_verbs), path->n_verbs,
                              g_memdup2(path->points, path->n_points * sizeof *path->points),
                              path->n_points};
    item->paint = *paint;
    return item;
}

/* Strokes of falling width on each other: from the edge inwards the opacity grows evenly. */
static void
add_stroke(IncmapPainter *painter, const IncmapPath *path, const IncmapPaint *paint, double blur_pt)
{
    if (!(blur_pt > 0)) {
        add_item(painter, path, paint);
        return;
    }
    double reached = 0;
    for (guint i = 1; i <= N_SOFT; i++) {
        double depth_pt = blur_pt * (i - 0.5) / N_SOFT;
        double wanted = paint->stroke.a * i / N_SOFT;
        IncmapPaint soft = *paint;
        soft.stroke_width_pt = paint->stroke_width_pt - 2 * depth_pt;
        if (!(soft.stroke_width_pt > 0))
            break;
        soft.stroke.a = (wanted - reached) / (1 - reached + 1e-9);
        reached = wanted;
        add_item(painter, path, &soft);
    }
}

static void
move_path(IncmapPath *path, IncmapPoint shift)
{
    for (guint i = 0; i < path->n_points; i++) {
        path->points[i].x_pt += shift.x_pt;
        path->points[i].y_pt += shift.y_pt;
    }
}

static void
clear_path(IncmapPath *path)
{
    g_free(path->verbs);
    g_free(path->points);
    *path = (IncmapPath){0};
}

static void
add_beside(IncmapPainter *painter, const IncmapPainted *one, const IncmapPaint *paint,
           const Shape *shape, double offset_pt)
{
    const IncmapLandFeature *feature = one->feature;
    IncmapPath path = {0};
    for (guint part = 0; part < feature->n_parts; part++)
        incmap_line_shape_add(&path, feature->points + feature->part_starts[part],
                              feature->part_starts[part + 1] - feature->part_starts[part],
                              one->geometry == INCMAP_GEOMETRY_POLYGON, offset_pt);
    move_path(&path, shape->shift);
    if (path.n_verbs > 0)
        add_stroke(painter, &path, paint, shape->blur_pt);
    clear_path(&path);
}

static void
add_gradient(IncmapPainter *painter, const IncmapStyleLayer *layer, const IncmapPainted *one,
             const IncmapPaint *paint, const Shape *shape, guint part)
{
    const IncmapLandFeature *feature = one->feature;
    const IncmapPoint *line = feature->points + feature->part_starts[part];
    guint n = feature->part_starts[part + 1] - feature->part_starts[part];
    double length_pt = incmap_line_shape_length(line, n);
    if (!(length_pt > 0) || !isfinite(length_pt))
        return;
    guint n_pieces = (guint)CLAMP(length_pt / LEAST_PIECE_PT, 1, MAX_PIECES);
    for (guint i = 0; i < n_pieces; i++) {
        IncmapPaint piece = *paint;
        painter->eval.line_progress = (i + 0.5) / n_pieces;
        incmap_painter_set(painter, one);
        piece.stroke = incmap_paint_color(painter, layer, INCMAP_PROPERTY_LINE_GRADIENT,
                                          INCMAP_PROPERTY_LINE_OPACITY);
        double under_pt = piece.stroke.a >= 1 && i + 1 < n_pieces ? OVERLAP_PT : 0;
        IncmapPath path = {0};
        incmap_line_shape_add_piece(&path, line, n, length_pt * i / n_pieces,
                                    length_pt * (i + 1) / n_pieces + under_pt);
        move_path(&path, shape->shift);
        if (i > 0 && i + 1 < n_pieces)
            piece.cap = INCMAP_CAP_BUTT;
        if (path.n_verbs > 0)
            add_stroke(painter, &path, &piece, shape->blur_pt);
        clear_path(&path);
    }
}

static void
add_shape(IncmapPainter *painter, const IncmapStyleLayer *layer, const IncmapPainted *one,
          const IncmapPaint *paint, const Shape *shape)
{
    if (shape->has_gradient) {
        for (guint part = 0; part < one->feature->n_parts; part++)
            add_gradient(painter, layer, one, paint, shape, part);
    } else if (shape->gap_pt > 0) {
        double away_pt = (shape->gap_pt + paint->stroke_width_pt) / 2;
        add_beside(painter, one, paint, shape, shape->offset_pt + away_pt);
        add_beside(painter, one, paint, shape, shape->offset_pt - away_pt);
    } else {
        add_beside(painter, one, paint, shape, shape->offset_pt);
    }
}

/* What is collected for the next item. */
typedef struct Batch Batch;
struct Batch {
    GPtrArray *features;
    IncmapPaint paint;
    IncmapPoint shift;
    IncmapGeometry geometry;
};

static void
flush(IncmapPainter *painter, Batch *batch)
{
    incmap_paint_close(painter->arrange, batch->features, &batch->paint, batch->shift,
                       batch->geometry == INCMAP_GEOMETRY_LINE);
}

static void
add_plain(IncmapPainter *painter, Batch *batch, const IncmapPainted *one, const IncmapPaint *paint,
          IncmapPoint shift)
{
    if (memcmp(paint, &batch->paint, sizeof *paint) != 0 || one->geometry != batch->geometry ||
        shift.x_pt != batch->shift.x_pt || shift.y_pt != batch->shift.y_pt)
        flush(painter, batch);
    batch->paint = *paint;
    batch->shift = shift;
    batch->geometry = one->geometry;
    g_ptr_array_add(batch->features, (gpointer)one->feature);
}

void
incmap_paint_line(IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    g_autoptr(GArray) list = incmap_painter_list(painter, layer, INCMAP_PROPERTY_LINE_SORT_KEY);
    g_autoptr(GPtrArray) features = g_ptr_array_new();
    Batch batch = {.features = features};
    for (guint i = 0; i < list->len; i++) {
        const IncmapPainted *one = &g_array_index(list, IncmapPainted, i);
        if (one->geometry == INCMAP_GEOMETRY_POINT)
            continue;
        incmap_painter_set(painter, one);
        IncmapPaint paint = line_paint(painter, layer);
        Shape shape = line_shape(painter, layer);
        if (is_plain(&shape)) {
            add_plain(painter, &batch, one, &paint, shape.shift);
        } else {
            flush(painter, &batch);
            add_shape(painter, layer, one, &paint, &shape);
        }
    }
    flush(painter, &batch);
    incmap_eval_set_feature(&painter->eval, NULL);
}
