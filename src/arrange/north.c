/* SPDX-License-Identifier: MIT */
/*
 * A north arrow stands on the map only when north isn't up, and only when one
 * arrow can be right for the whole map.
 */
#include "arrange/furniture.h"
#include "scene/say.h"

#include <math.h>

#define MIN_TURN_DEG 10.0
#define MAX_SPREAD_DEG 25.0

void
incmap_north_place(IncmapArrange *arrange)
{
    const IncmapFrame *frame = arrange->frame;
    double turn_deg = fabs(remainder(frame->north_deg, 360));
    if (frame->is_world || turn_deg < MIN_TURN_DEG || frame->north_spread_deg > MAX_SPREAD_DEG)
        return;
    double size_pt = 30 * arrange->unit;
    IncmapBox box;
    if (!incmap_furniture_choose(arrange, "north", size_pt, size_pt, 0.5, &box))
        return;
    IncmapPoint at = incmap_box_centre(box);
    double angle_rad = frame->north_deg * G_PI / 180, reach_pt = size_pt * 0.32;
    double x = sin(angle_rad), y = -cos(angle_rad);
    incmap_arrange_group(arrange, INCMAP_SHEET_FURNITURE, "north",
                         incmap_say(arrange->scene, INCMAP_SAY_GROUP_NORTH));
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_FURNITURE, INCMAP_ITEM_PATH);
    incmap_path_move(&item->path, at.x_pt + x * reach_pt, at.y_pt + y * reach_pt);
    incmap_path_line(&item->path, at.x_pt - x * reach_pt - y * reach_pt * 0.6,
                     at.y_pt - y * reach_pt + x * reach_pt * 0.6);
    incmap_path_line(&item->path, at.x_pt - x * reach_pt * 0.55, at.y_pt - y * reach_pt * 0.55);
    incmap_path_line(&item->path, at.x_pt - x * reach_pt + y * reach_pt * 0.6,
                     at.y_pt - y * reach_pt - x * reach_pt * 0.6);
    incmap_path_close(&item->path);
    item->paint.fill = incmap_look_color(arrange, "scale.color");
    IncmapFace type = incmap_look_type(arrange, "scale");
    const char *north = incmap_say(arrange->scene, INCMAP_SAY_NORTH);
    double width_pt = incmap_typeset_width(arrange, north, &type);
    incmap_typeset_line(arrange, INCMAP_SHEET_FURNITURE, north, &type,
                        (IncmapPoint){at.x_pt + x * reach_pt * 1.5 - width_pt / 2,
                                      at.y_pt + y * reach_pt * 1.5 + type.font.size_pt * 0.36},
                        "north");
    incmap_arrange_end_group(arrange, INCMAP_SHEET_FURNITURE);
}
