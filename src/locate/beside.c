/* SPDX-License-Identifier: MIT */
/*
 * Towns at the edge of a province. The layers' borders are generalised by some
 * hundred metres and gazetteers round, so a town just outside a stated province
 * agrees with it nearly as well as one inside.
 */
#include "base/geodesy.h"
#include "locate/locator.h"

#include <string.h>

#define BESIDE_KM 12

gboolean
incmap_locate_is_beside(const IncmapLayers *layers, const IncmapPlace *place,
                        const IncmapPlace *admin1)
{
    if (layers == NULL || admin1->kind != INCMAP_PLACE_ADMIN1 ||
        strcmp(place->country_code, admin1->country_code) != 0 ||
        place->kind == INCMAP_PLACE_COUNTRY || place->kind == INCMAP_PLACE_ADMIN1 ||
        incmap_distance_km(place->point, admin1->point) > 2.5 * admin1->radius_km + BESIDE_KM)
        return FALSE;
    for (int i = 0; i < 8; i++) {
        IncmapFeature area;
        IncmapLonLat there = incmap_destination(place->point, i * 45.0, BESIDE_KM);
        if (incmap_layers_at(layers, INCMAP_LAYER_ADMIN1, there, &area) && area.id != NULL &&
            strcmp(area.id, admin1->admin1_code) == 0)
            return TRUE;
    }
    return FALSE;
}
