/* SPDX-License-Identifier: MIT */
/*
 * Points that stand where they cannot be: in the sea, or in another country
 * than the input says. What lies within a line's width of land or border is
 * believed.
 */
#include "arrange/judge.h"

#include <math.h>
#include <string.h>

/* Points named one by one; the rest is counted. */
#define MAX_NAMED 10
#define NEAR_PT 4.0

static const IncmapLandLayer *
find_countries(const IncmapScene *scene)
{
    for (guint i = 0; i < scene->land->len; i++) {
        const IncmapLandLayer *layer = scene->land->pdata[i];
        if (strcmp(layer->name, "countries") == 0)
            return layer;
    }
    return NULL;
}

/* Looks at a point and around it. @out_name: the country at the point itself, NULL in the open. */
static gboolean
is_in_country(const IncmapLandLayer *countries, IncmapPoint at, const char *code,
              const char **out_name, gboolean *out_is_land)
{
    static const int around[][2] = {{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    gboolean is_found = FALSE;
    *out_name = NULL;
    *out_is_land = FALSE;
    for (guint i = 0; i < countries->features->len; i++) {
        const IncmapLandFeature *country =
            &g_array_index(countries->features, IncmapLandFeature, i);
        for (gsize k = 0; k < G_N_ELEMENTS(around); k++) {
            IncmapPoint near = {at.x_pt + around[k][0] * NEAR_PT, at.y_pt + around[k][1] * NEAR_PT};
            if (!incmap_judge_holds(country, near))
                continue;
            *out_is_land = TRUE;
            is_found |= g_strcmp0(country->id, code) == 0;
            if (k == 0)
                *out_name = country->name != NULL ? country->name : country->id;
        }
    }
    return is_found;
}

static gboolean
can_be_at_sea(IncmapEvent event)
{
    return event == INCMAP_EVENT_EARTHQUAKE || event == INCMAP_EVENT_VOLCANO ||
           event == INCMAP_EVENT_STORM || event == INCMAP_EVENT_TSUNAMI;
}

static void
judge_place(IncmapScene *scene, const IncmapLandLayer *countries, guint i, GArray *findings)
{
    const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
    const IncmapIncident *incident = &g_array_index(scene->incidents, IncmapIncident, i);
    IncmapPoint at = g_array_index(scene->page.positions, IncmapPoint, i);
    const char *name;
    gboolean is_land;
    if (fix->problem != NULL)
        incmap_judge_add(findings, "place", TRUE, (IncmapBox){0}, (int)i,
                         incmap_scene_printf(scene, "incident %s: %s", incident->id, fix->problem));
    if (isnan(at.x_pt) || fix->precision >= INCMAP_PRECISION_PROVINCE || fix->problem != NULL)
        return;
    IncmapBox box = {at.x_pt, at.y_pt, at.x_pt, at.y_pt};
    gboolean is_there = is_in_country(countries, at, fix->country_code, &name, &is_land);
    if (!is_land && !can_be_at_sea(incident->event))
        incmap_judge_add(findings, "sea", TRUE, box, (int)i,
                         incmap_scene_printf(scene, "incident %s stands in the sea", incident->id));
    else if (is_land && !is_there && fix->country_code != NULL && name != NULL)
        incmap_judge_add(
            findings, "country", TRUE, box, (int)i,
            incmap_scene_printf(scene, "incident %s is said to be in %s and stands in %s",
                                incident->id,
                                fix->country != NULL ? fix->country : fix->country_code, name));
}

void
incmap_judge_places(IncmapScene *scene, GArray *findings)
{
    const IncmapLandLayer *countries = find_countries(scene);
    guint n_before = findings->len;
    for (guint i = 0; countries != NULL && i < scene->page.positions->len &&
                      findings->len - n_before < MAX_NAMED;
         i++)
        judge_place(scene, countries, i, findings);
}
