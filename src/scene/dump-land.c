/* SPDX-License-Identifier: MIT */
/*
 * The dump of what the project stage fills: the frame, the layers cut to it and
 * the towns that may be named.
 */
#include "scene/dump.h"

#define MAX_TOWNS 100

static const char *const geometry_ids[] = {
    [INCMAP_GEOMETRY_POINT] = "point",
    [INCMAP_GEOMETRY_LINE] = "line",
    [INCMAP_GEOMETRY_POLYGON] = "polygon",
};

void
incmap_dump_frame(IncmapJson *json, const IncmapFrame *frame)
{
    incmap_json_begin(json, "frame", '{');
    incmap_json_number(json, "width", frame->width_pt, INCMAP_POINT_DECIMALS);
    incmap_json_number(json, "height", frame->height_pt, INCMAP_POINT_DECIMALS);
    incmap_dump_box(json, "map", frame->map);
    incmap_json_text(json, "projection", frame->projection);
    incmap_json_text(json, "projection_name", frame->projection_name);
    incmap_json_text(json, "reason", frame->reason);
    incmap_dump_extent(json, "extent", frame->extent);
    incmap_json_text(json, "extent_reason", frame->extent_reason);
    incmap_json_begin(json, "centre", '{');
    incmap_dump_lonlat(json, frame->centre);
    incmap_json_end(json, '}');
    incmap_json_number(json, "m_per_pt", frame->m_per_pt, 3);
    incmap_json_number(json, "scale", frame->scale_denominator, 0);
    incmap_json_number(json, "zoom", frame->zoom, 3);
    incmap_json_number(json, "scale_variation", frame->scale_variation, 4);
    incmap_json_number(json, "north", frame->north_deg, 2);
    incmap_json_number(json, "north_spread", frame->north_spread_deg, 2);
    incmap_json_boolean(json, "world", frame->is_world);
    incmap_json_end(json, '}');
}

static void
dump_land_feature(IncmapJson *json, const IncmapLandFeature *feature)
{
    incmap_json_begin(json, NULL, '{');
    incmap_json_text_if(json, "id", feature->id);
    incmap_json_text_if(json, "name", feature->name);
    incmap_json_integer(json, "n_parts", feature->n_parts);
    incmap_json_integer(json, "n_points",
                        feature->n_parts > 0 ? feature->part_starts[feature->n_parts] : 0);
    incmap_dump_box(json, "box", feature->box);
    if (feature->area_pt2 > 0)
        incmap_json_number(json, "area", feature->area_pt2, 0);
    incmap_json_end(json, '}');
}

void
incmap_dump_land(IncmapJson *json, const GPtrArray *land)
{
    incmap_json_begin(json, "land", '[');
    for (guint i = 0; i < land->len; i++) {
        const IncmapLandLayer *layer = g_ptr_array_index(land, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "layer", layer->name);
        incmap_json_text(json, "geometry", geometry_ids[layer->geometry]);
        incmap_json_text_if(json, "credit", layer->credit);
        incmap_json_begin(json, "features", '[');
        for (guint j = 0; j < layer->features->len; j++)
            dump_land_feature(json, &g_array_index(layer->features, IncmapLandFeature, j));
        incmap_json_end(json, ']');
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}

/* The most important come first; thousands more are only counted. */
void
incmap_dump_towns(IncmapJson *json, const GArray *towns)
{
    incmap_json_integer(json, "n_towns", towns->len);
    incmap_json_begin(json, "towns", '[');
    for (guint i = 0; i < MIN(towns->len, MAX_TOWNS); i++) {
        const IncmapTown *town = &g_array_index(towns, IncmapTown, i);
        incmap_json_begin(json, NULL, '{');
        incmap_json_text(json, "name", town->name);
        incmap_json_text_if(json, "code", town->feature_code);
        incmap_json_text_if(json, "country", town->country_code);
        incmap_json_integer(json, "population", town->population);
        incmap_dump_point(json, "at", town->position);
        incmap_json_end(json, '}');
    }
    incmap_json_end(json, ']');
}
