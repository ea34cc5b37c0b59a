/* SPDX-License-Identifier: MIT */
#include "pipeline/towns.h"

/* Far more than any page has room for; the most important come first, so nothing that could be
 * labelled is lost. */
#define MAX_TOWNS 3000

void
incmap_towns_fill(IncmapScene *scene, const IncmapGazetteer *gazetteer, const char *language)
{
    const IncmapFrame *frame = &scene->frame;
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_towns_in(gazetteer, frame->extent, MAX_TOWNS, places);
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        IncmapPoint position;
        if (!frame->forward(frame->transform, place->point, &position) ||
            !incmap_box_has_point(frame->map, position))
            continue;
        IncmapTown town = {
            .name = language == NULL ? place->name
                                     : incmap_gazetteer_name_in(gazetteer, place, language),
            .feature_code = place->feature_code,
            .credit = incmap_gazetteer_credit(gazetteer, place),
            .country_code = place->country_code,
            .admin1_code = place->admin1_code,
            .point = place->point,
            .position = position,
            .population = place->population,
            .place_id = place->id,
        };
        g_array_append_val(scene->towns, town);
    }
}
