/* SPDX-License-Identifier: MIT */
/*
 * How much a place weighs: the order of places in a gazetteer and of what several
 * gazetteers say.
 */
#include <math.h>
#include <string.h>

#include "locate/gazetteer.h"

gboolean
incmap_place_is_site(const IncmapPlace *place)
{
    return place->kind == INCMAP_PLACE_TOWN && place->feature_code[0] != '\0' &&
           strncmp(place->feature_code, "PPL", 3) != 0 && strcmp(place->feature_code, "STLMT") != 0;
}

/* Seats of government weigh as much as towns this many times larger. Codes: GeoNames. */
static const struct {
    char code[8];
    double bonus; /* powers of ten of population */
} seats[] = {
    {"PPLC", 1.5}, {"PPLA", 0.7}, {"PPLA2", 0.3}, {"PPLA3", 0.1},
    {"PPLX", -1},  {"PPLQ", -1},  {"PPLH", -1},   {"PPLW", -1},
};

/* Countries stand before all else, so that "Georgia" finds the country first. */
double
incmap_place_importance(const IncmapPlace *place)
{
    static const double base[] = {
        [INCMAP_PLACE_TOWN] = 0,    [INCMAP_PLACE_ADMIN1] = 3, [INCMAP_PLACE_ADMIN2] = 1.5,
        [INCMAP_PLACE_COUNTRY] = 8, [INCMAP_PLACE_REGION] = 5, [INCMAP_PLACE_RIVER] = 4,
        [INCMAP_PLACE_LAKE] = 4,
    };
    double size = place->population;
    if (place->kind != INCMAP_PLACE_TOWN && place->population == 0)
        size = 10 * place->radius_km;
    double importance = base[place->kind] + log10(size + 100);
    for (gsize i = 0; place->feature_code != NULL && i < G_N_ELEMENTS(seats); i++)
        if (strcmp(place->feature_code, seats[i].code) == 0)
            importance += seats[i].bonus;
    if (place->feature_code != NULL && incmap_place_is_site(place))
        importance -= 1.5;
    return importance;
}
