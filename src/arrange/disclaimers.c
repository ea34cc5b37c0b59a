/* SPDX-License-Identifier: MIT */
#include "arrange/disclaimers.h"

#include "arrange/look.h"
#include "scene/say.h"

#include <string.h>

/* A place smaller than this on the page is not what the map is about. */
#define MIN_PLACE_PT 6.0

gboolean
incmap_disclaimers_are_on(const IncmapArrange *arrange)
{
    return arrange->options->wants_disclaimers || incmap_look_is(arrange, "disclaimer.is-shown");
}

static gboolean
has_area(const IncmapArrange *arrange, const char *code)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(feature->id, code) == 0 && feature->area_pt2 > 4)
            return TRUE;
    }
    return FALSE;
}

static gboolean
has_border(const IncmapArrange *arrange, const char *a, const char *b)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "borders");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        const char *left = incmap_land_text(feature, "code");
        const char *right = incmap_land_text(feature, "code2");
        gboolean is_pair = (g_strcmp0(left, a) == 0 && g_strcmp0(right, b) == 0) ||
                           (g_strcmp0(left, b) == 0 && g_strcmp0(right, a) == 0);
        if (is_pair && g_strcmp0(incmap_land_text(feature, "kind"), "agreed") != 0)
            return TRUE;
    }
    return FALSE;
}

/* Whether some of the box is on the map, large enough to be seen. */
static gboolean
has_place(const IncmapArrange *arrange, IncmapExtent box)
{
    enum { STEPS = 4 };
    IncmapBox seen = {0};
    gboolean is_in_view = FALSE;
    for (int i = 0; i <= STEPS; i++) {
        for (int k = 0; k <= STEPS; k++) {
            IncmapLonLat at = {box.west_deg + (box.east_deg - box.west_deg) * i / STEPS,
                               box.south_deg + (box.north_deg - box.south_deg) * k / STEPS};
            IncmapPoint point;
            if (!arrange->frame->forward(arrange->frame->transform, at, &point) ||
                !incmap_box_has_point(arrange->frame->map, point))
                continue;
            IncmapBox dot = {point.x_pt, point.y_pt, point.x_pt, point.y_pt};
            seen = is_in_view ? incmap_box_union(seen, dot) : dot;
            is_in_view = TRUE;
        }
    }
    return is_in_view && MAX(incmap_box_width(seen), incmap_box_height(seen)) >= MIN_PLACE_PT;
}

static gboolean
applies(const IncmapArrange *arrange, const IncmapDisclaimer *row)
{
    switch (row->kind) {
    case INCMAP_DISCLAIMER_BORDER:
        return has_border(arrange, row->a, row->b);
    case INCMAP_DISCLAIMER_AREA:
        return has_area(arrange, row->a);
    case INCMAP_DISCLAIMER_PLACE:
        return has_place(arrange, row->box);
    case INCMAP_DISCLAIMER_ALWAYS:
        break;
    }
    return TRUE;
}

void
incmap_disclaimers_add(const IncmapArrange *arrange, GString *text)
{
    if (!incmap_disclaimers_are_on(arrange))
        return;
    const char *organisation = arrange->options->organisation;
    if (organisation == NULL)
        organisation = incmap_say(arrange->scene, INCMAP_SAY_PUBLISHER);
    for (guint i = 0; i < arrange->scene->disclaimers->len; i++) {
        const IncmapDisclaimer *row =
            &g_array_index(arrange->scene->disclaimers, IncmapDisclaimer, i);
        if (!applies(arrange, row))
            continue;
        g_auto(GStrv) parts = g_strsplit(row->text, "{organisation}", -1);
        g_autofree char *sentence = g_strjoinv(organisation, parts);
        g_string_append_printf(text, "%s%s", text->len > 0 ? " " : "", sentence);
    }
}
