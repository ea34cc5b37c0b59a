/* SPDX-License-Identifier: MIT */
/*
 * The city that a map is of is named like a country on a larger map: in spaced
 * capitals over its ground, without a dot, since it is what all the rest lies in.
 */
#include "arrange/area-label.h"
#include "arrange/names.h"

#include <math.h>

/* Maps as narrow as this are of a city, when one town in view is this large, and as much larger
 * than the next one outside it as that. */
static const double city_km = 90;
static const guint32 least_population = 150000;
static const guint32 times_the_next = 3;
/* It lies no farther from the middle than this share of the map's smaller side. */
static const double near_middle = 0.45;

static gboolean
is_near_middle(const IncmapFrame *frame, const IncmapTown *town)
{
    IncmapBox map = frame->map;
    IncmapPoint at, middle = incmap_box_centre(map);
    double reach_pt = near_middle * MIN(incmap_box_width(map), incmap_box_height(map));
    return frame->forward(frame->transform, town->point, &at) &&
           hypot(at.x_pt - middle.x_pt, at.y_pt - middle.y_pt) <= reach_pt;
}

/* The dominant town in view; NULL when there is none. */
static const IncmapTown *
find_city(const IncmapArrange *arrange)
{
    const IncmapTown *city = NULL;
    guint32 next = 0;
    for (guint i = 0; i < arrange->scene->towns->len; i++) {
        const IncmapTown *town = &g_array_index(arrange->scene->towns, IncmapTown, i);
        IncmapPoint at;
        if (!arrange->frame->forward(arrange->frame->transform, town->point, &at) ||
            !incmap_box_has_point(arrange->frame->map, at))
            continue;
        if (city == NULL || town->population > city->population) {
            next = city != NULL ? city->population : 0;
            city = town;
        } else {
            next = MAX(next, town->population);
        }
    }
    if (city == NULL || city->population < least_population ||
        city->population / times_the_next < next || !is_near_middle(arrange->frame, city))
        return NULL;
    return city;
}

/* Whether a symbol or its card carries the city's name already. */
static gboolean
is_named_by_symbol(const IncmapArrange *arrange, const IncmapTown *city)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        if (g_strcmp0(group->name, city->name) == 0)
            return TRUE;
    }
    return FALSE;
}

gint64
incmap_names_place_city(IncmapArrange *arrange)
{
    static const double steps[] = {1, 0.85, 0.7, 0.6, 0};
    const IncmapTown *city =
        incmap_frame_width_km(arrange->frame) < city_km ? find_city(arrange) : NULL;
    IncmapPoint at;
    if (city == NULL || is_named_by_symbol(arrange, city) ||
        !arrange->frame->forward(arrange->frame->transform, city->point, &at))
        return 0;
    g_autofree char *text = g_utf8_strup(city->name, -1);
    IncmapAreaLabel label = {
        .text = text,
        .class_id = "town",
        .type = incmap_look_type(arrange, "names.focus"),
        .raster = arrange->countries,
        .value = incmap_raster_get(arrange->countries, at),
        .near = at,
        .reach_pt = 90 * arrange->unit,
        .size_steps = steps,
        .min_size_pt = incmap_look_min_type(arrange),
    };
    return incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label) ? city->place_id : 0;
}
