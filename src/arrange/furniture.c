/* SPDX-License-Identifier: MIT */
#include "arrange/furniture.h"

#include <math.h>

/* Places tried along each edge. */
#define N_PLACES 7

/* Of the towns abroad a map shows few. */
static double
cost_of_town(const IncmapArrange *arrange, const IncmapTown *town, guint rank)
{
    gboolean is_shown = arrange->scene->focus_country == NULL ||
                        g_strcmp0(town->country_code, arrange->scene->focus_country) == 0 ||
                        g_strcmp0(town->feature_code, "PPLC") == 0;
    return (rank < 12 ? 0.8 : 0.3) * (is_shown ? 1 : 0.3);
}

static double
cost_at(const IncmapArrange *arrange, IncmapBox box, const IncmapMask *water,
        const IncmapMask *focus, double water_bonus)
{
    double cost = incmap_raster_ink_in(arrange->countries, box) * 0.01;
    cost -= incmap_mask_share(water, box) * water_bonus;
    if (focus != NULL)
        cost += incmap_mask_share(focus, incmap_box_grow(box, 4)) * 12;
    guint n = MIN(arrange->scene->towns->len, 40);
    for (guint i = 0; i < n; i++) {
        const IncmapTown *town = &g_array_index(arrange->scene->towns, IncmapTown, i);
        IncmapPoint at;
        if (arrange->frame->forward(arrange->frame->transform, town->point, &at) &&
            incmap_box_has_point(box, at))
            cost += cost_of_town(arrange, town, i);
    }
    return cost;
}

static IncmapMask *
focus_mask(const IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        if (arrange->scene->focus_country != NULL &&
            g_strcmp0(g_array_index(layer->features, IncmapLandFeature, i).id,
                      arrange->scene->focus_country) == 0)
            return incmap_raster_mask(arrange->countries, (guint16)(i + 1));
    }
    return NULL;
}

gboolean
incmap_furniture_choose(IncmapArrange *arrange, const char *kind, double width_pt, double height_pt,
                        double water_bonus, IncmapBox *out_box)
{
    IncmapBox room =
        incmap_box_grow(arrange->frame->map, -incmap_look_space(arrange, "furniture.inset"));
    double last_x = room.x1_pt - width_pt, last_y = room.y1_pt - height_pt;
    if (last_x < room.x0_pt || last_y < room.y0_pt)
        return FALSE;
    /* Beside the globe there is nothing to cover at all. */
    gboolean is_world = arrange->frame->is_world;
    g_autoptr(IncmapMask) water =
        incmap_raster_mask(arrange->countries, is_world ? INCMAP_RASTER_OFF : 0);
    water_bonus *= is_world ? 3 : 1;
    g_autoptr(IncmapMask) focus = focus_mask(arrange);
    double best_cost = INFINITY;
    for (int i = 0; i < N_PLACES * N_PLACES; i++) {
        int column = i % N_PLACES, row = i / N_PLACES;
        gboolean is_corner =
            (column == 0 || column == N_PLACES - 1) && (row == 0 || row == N_PLACES - 1);
        if (column != 0 && column != N_PLACES - 1 && row != 0 && row != N_PLACES - 1)
            continue;
        double x_pt = room.x0_pt + (last_x - room.x0_pt) * column / (N_PLACES - 1);
        double y_pt = room.y0_pt + (last_y - room.y0_pt) * row / (N_PLACES - 1);
        IncmapBox box = {x_pt, y_pt, x_pt + width_pt, y_pt + height_pt};
        IncmapQuad quad = incmap_quad_from_box(incmap_box_grow(box, 4 * arrange->unit));
        if (incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE))
            continue;
        /* Corners first, the lower ones before the upper ones. */
        double cost = cost_at(arrange, box, water, focus, water_bonus) + (is_corner ? 0 : 0.8) +
                      (N_PLACES - 1 - row) * 0.02;
        if (cost < best_cost) {
            best_cost = cost;
            *out_box = box;
        }
    }
    if (isinf(best_cost))
        return FALSE;
    incmap_obstacles_add(arrange->obstacles,
                         incmap_quad_from_box(incmap_box_grow(*out_box, 3 * arrange->unit)),
                         INCMAP_OWNER_FURNITURE);
    incmap_arrange_furniture(arrange, kind, *out_box);
    return TRUE;
}
