/* SPDX-License-Identifier: MIT */
#include "arrange/icon.h"

#include <math.h>
#include <string.h>

/* Of a shape at size 1, in points of the style. */
#define RADIUS_PT 5.0

gboolean
incmap_icon_is_own(const char *name)
{
    IncmapShape shape;
    IncmapEvent event;
    return incmap_shape_from_id(name, &shape) || incmap_event_from_id(name, &event);
}

gboolean
incmap_icon_find(const IncmapArrange *arrange, const char *name, IncmapIcon *out_icon)
{
    IncmapEvent event;
    if (name == NULL || *name == '\0')
        return FALSE;
    IncmapIcon icon = {.name = incmap_scene_string(arrange->scene, name)};
    icon.width_pt = icon.height_pt = 2 * RADIUS_PT * arrange->unit;
    if (incmap_event_from_id(name, &event)) {
        icon.symbol = incmap_symbol_of(arrange, event);
    } else if (incmap_shape_from_id(name, &icon.symbol.shape)) {
        icon.symbol.color = (IncmapColor){0, 0, 0, 1};
    } else {
        const IncmapPictures *pictures = arrange->options->pictures;
        if (pictures == NULL ||
            !pictures->measure(pictures->data, name, &icon.width_pt, &icon.height_pt))
            return FALSE;
        icon.is_picture = TRUE;
        icon.width_pt *= arrange->unit;
        icon.height_pt *= arrange->unit;
    }
    if (icon.symbol.image != NULL) {
        icon.is_picture = TRUE;
        icon.name = icon.symbol.image;
    }
    *out_icon = icon;
    return TRUE;
}

static IncmapPoint
place(IncmapPoint point, IncmapBox box, double angle_rad)
{
    IncmapPoint centre = incmap_box_centre(box);
    double x_pt = point.x_pt * incmap_box_width(box) / 2;
    double y_pt = point.y_pt * incmap_box_height(box) / 2;
    double cosine = cos(angle_rad), sine = sin(angle_rad);
    return (IncmapPoint){centre.x_pt + x_pt * cosine - y_pt * sine,
                         centre.y_pt + x_pt * sine + y_pt * cosine};
}

/* A circle in curves, so that it can be stretched. */
static void
add_ellipse(IncmapPath *path)
{
    static const double k = 0.5522847498;
    static const double corners[4][2] = {{1, 0}, {0, 1}, {-1, 0}, {0, -1}};
    incmap_path_move(path, 1, 0);
    for (int i = 0; i < 4; i++) {
        const double *a = corners[i], *b = corners[(i + 1) % 4];
        incmap_path_curve(path, (IncmapPoint){a[0] + b[0] * k, a[1] + b[1] * k},
                          (IncmapPoint){b[0] + a[0] * k, b[1] + a[1] * k},
                          (IncmapPoint){b[0], b[1]});
    }
    incmap_path_close(path);
}

/* The shape's outline around (0, 0) with a radius of 1, brought over the box. */
static IncmapPath
make_outline(IncmapShape shape, IncmapBox box, double angle_rad)
{
    IncmapPath path = {0};
    if (shape == INCMAP_SHAPE_CIRCLE)
        add_ellipse(&path);
    else
        incmap_symbol_path(&path, shape, (IncmapPoint){0, 0}, 1);
    for (guint i = 0; i < path.n_points; i++)
        path.points[i] = place(path.points[i], box, angle_rad);
    return path;
}

static void
draw_shape(IncmapArrange *arrange, IncmapSheet sheet, const IncmapIcon *icon,
           const IncmapIconLook *look, IncmapBox box, double angle_rad)
{
    if (look->halo_pt > 0 && look->halo.a > 0) {
        IncmapItem *under = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
        under->path = make_outline(icon->symbol.shape, box, angle_rad);
        under->paint.stroke = look->halo;
        under->paint.stroke_width_pt = 2 * look->halo_pt;
        under->paint.join = INCMAP_JOIN_ROUND;
    }
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PATH);
    item->path = make_outline(icon->symbol.shape, box, angle_rad);
    item->paint.fill = look->has_color ? look->color : icon->symbol.color;
    item->paint.fill.a *= look->opacity;
    if (!look->has_color && icon->symbol.edge.a > 0) {
        item->paint.stroke = icon->symbol.edge;
        item->paint.stroke.a *= look->opacity;
        item->paint.stroke_width_pt = MIN(incmap_box_width(box) * 0.06, 0.9 * arrange->unit);
    }
}

void
incmap_icon_draw(IncmapArrange *arrange, IncmapSheet sheet, const IncmapIcon *icon,
                 const IncmapIconLook *look, IncmapBox box, double angle_rad)
{
    if (!icon->is_picture) {
        draw_shape(arrange, sheet, icon, look, box, angle_rad);
        return;
    }
    IncmapItem *item = incmap_arrange_add(arrange, sheet, INCMAP_ITEM_PICTURE);
    item->picture = incmap_scene_string(arrange->scene, icon->name);
    item->box = box;
    item->angle_rad = angle_rad;
    item->opacity = look->opacity;
}
