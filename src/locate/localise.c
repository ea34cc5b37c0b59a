/* SPDX-License-Identifier: MIT */
#include "locate/localise.h"

#include <math.h>
#include <string.h>

#include "base/geodesy.h"
#include "base/text.h"
#include "scene/say.h"

/* A row's words and its point mean the same place when they are this near. */
#define SAME_KM 30
/* Beyond this a town says nothing about a point; nearer than that the point is the town. */
#define MAX_TOWN_KM 60
#define IN_TOWN_KM 3

typedef struct Localiser Localiser;
struct Localiser {
    IncmapScene *scene;
    const IncmapGazetteer *gazetteer;
    const char *language;
};

static const char *
name_in(const Localiser *self, const IncmapPlace *place)
{
    return incmap_scene_string(self->scene,
                               incmap_gazetteer_name_in(self->gazetteer, place, self->language));
}

/* The place of the fix's name: the one with its id or, for coordinates, the nearest so called. */
static gboolean
find_place(const Localiser *self, const IncmapFix *fix, IncmapPlace *out_place)
{
    g_autofree char *folded = incmap_text_fold(fix->name);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_find(self->gazetteer, folded, places);
    double best_km = SAME_KM;
    gboolean is_found = FALSE;
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        if (fix->place_id != 0 && place->id != fix->place_id)
            continue;
        double away_km = fix->place_id != 0 ? 0 : incmap_distance_km(place->point, fix->point);
        if (away_km >= best_km)
            continue;
        best_km = away_km;
        *out_place = *place;
        is_found = TRUE;
    }
    return is_found;
}

/* "12 km north of Gao" of a point without a name. */
static const char *
describe_point(const Localiser *self, const IncmapFix *fix)
{
    IncmapPlace town;
    double away_km = 0;
    if (!incmap_gazetteer_nearest(self->gazetteer, fix->point, MAX_TOWN_KM, &town, &away_km))
        return incmap_say(self->scene, INCMAP_SAY_OPEN_SEA);
    if (away_km < IN_TOWN_KM)
        return name_in(self, &town);
    guint direction = (guint)floor(incmap_bearing_deg(town.point, fix->point) / 45 + 0.5) % 8;
    return incmap_say_count(self->scene, INCMAP_SAY_AWAY, round(away_km), "direction",
                            incmap_say_entry(self->scene, INCMAP_SAY_DIRECTIONS, direction),
                            "place", name_in(self, &town), NULL);
}

static void
localise_name(const Localiser *self, const IncmapIncident *incident, IncmapFix *fix)
{
    IncmapPlace place;
    if (fix->name == NULL)
        return;
    gboolean is_point = g_strcmp0(fix->kind, "point") == 0;
    if (is_point && (incident->place == NULL || *incident->place == '\0'))
        fix->shown_name = describe_point(self, fix);
    else if (g_strcmp0(fix->name, fix->country) == 0)
        fix->shown_name = fix->shown_country;
    else if (g_strcmp0(fix->name, fix->admin1) == 0 && fix->precision == INCMAP_PRECISION_PROVINCE)
        fix->shown_name = fix->shown_admin1;
    else if (find_place(self, fix, &place))
        fix->shown_name = name_in(self, &place);
}

/* A country by its standard name. */
static const char *
localise_country(const Localiser *self, const char *name)
{
    g_autofree char *folded = incmap_text_fold(name);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_find(self->gazetteer, folded, places);
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        if (place->kind == INCMAP_PLACE_COUNTRY && strcmp(place->name, name) == 0)
            return name_in(self, place);
    }
    return name;
}

void
incmap_locate_localise(IncmapScene *scene, const IncmapGazetteer *gazetteer, const char *language)
{
    Localiser self = {scene, gazetteer, language};
    for (guint i = 0; i < scene->fixes->len; i++) {
        IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        IncmapPlace place;
        if (incmap_gazetteer_country(gazetteer, fix->country_code, &place))
            fix->shown_country = name_in(&self, &place);
        if (incmap_gazetteer_admin1(gazetteer, fix->admin1_code, &place))
            fix->shown_admin1 = name_in(&self, &place);
        localise_name(&self, &g_array_index(scene->incidents, IncmapIncident, i), fix);
        if (fix->border_country != NULL)
            fix->border_country = localise_country(&self, fix->border_country);
    }
}
