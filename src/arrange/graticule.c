/* SPDX-License-Identifier: MIT */
/*
 * Degrees along the upper and the left edge of the map, beside their lines, where
 * nothing else stands.
 */
#include "arrange/furniture.h"

#include <math.h>

static gboolean
is_near(double a_pt, double b_pt)
{
    return fabs(a_pt - b_pt) < 1;
}

/* The end of a line that lies on the edge where it is labelled. */
static gboolean
find_end(const IncmapArrange *arrange, const IncmapLandFeature *line, gboolean is_meridian,
         IncmapPoint *out_end)
{
    IncmapBox map = arrange->frame->map;
    const IncmapPoint ends[] = {
        {incmap_land_number(line, "x0"), incmap_land_number(line, "y0")},
        {incmap_land_number(line, "x1"), incmap_land_number(line, "y1")},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(ends); i++) {
        if (is_meridian ? is_near(ends[i].y_pt, map.y0_pt) : is_near(ends[i].x_pt, map.x0_pt)) {
            *out_end = ends[i];
            return TRUE;
        }
    }
    return FALSE;
}

void
incmap_graticule_label(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "graticule");
    IncmapFace face = incmap_look_type(arrange, "graticule");
    IncmapBox room = incmap_box_grow(arrange->frame->map, -1);
    double gap_pt = face.font.size_pt * 0.4;
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *line = &g_array_index(layer->features, IncmapLandFeature, i);
        const char *text = incmap_land_text(line, "label");
        gboolean is_meridian = g_strcmp0(incmap_land_text(line, "axis"), "lon") == 0;
        IncmapPoint end;
        if (text == NULL || !find_end(arrange, line, is_meridian, &end))
            continue;
        IncmapPoint origin =
            is_meridian ? (IncmapPoint){end.x_pt + gap_pt, end.y_pt + face.font.size_pt * 1.2}
                        : (IncmapPoint){end.x_pt + gap_pt, end.y_pt - gap_pt};
        IncmapQuad quad =
            incmap_quad_turned(origin, 0, incmap_typeset_width(arrange, text, &face),
                               incmap_typeset_rise(&face), incmap_typeset_drop(&face));
        if (!incmap_box_contains(room, incmap_quad_box(&quad)) ||
            incmap_obstacles_hit(arrange->obstacles, &quad, INCMAP_OWNER_NONE))
            continue;
        incmap_obstacles_add(arrange->obstacles, quad, arrange->next_owner++);
        incmap_typeset_line(arrange, INCMAP_SHEET_AREAS, text, &face, origin, "graticule");
    }
}
