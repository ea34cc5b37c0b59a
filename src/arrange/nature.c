/* SPDX-License-Identifier: MIT */
/*
 * Names of nature: rivers along their course, seas in the water, deserts and
 * ranges spread over their extent. They fill what the incidents, towns and
 * countries have left; one that finds no room is left out.
 */
#include "arrange/along.h"
#include "arrange/area-label.h"
#include "arrange/names.h"
#include "arrange/point-label.h"

#include <math.h>
#include <string.h>

static double
part_length(const IncmapLandFeature *feature, guint part)
{
    double length_pt = 0;
    for (guint32 i = feature->part_starts[part] + 1; i < feature->part_starts[part + 1]; i++)
        length_pt += hypot(feature->points[i].x_pt - feature->points[i - 1].x_pt,
                           feature->points[i].y_pt - feature->points[i - 1].y_pt);
    return length_pt;
}

static guint
longest_part(const IncmapLandFeature *feature, double *out_length_pt)
{
    guint longest = 0;
    *out_length_pt = 0;
    for (guint part = 0; part < feature->n_parts; part++) {
        double length_pt = part_length(feature, part);
        if (length_pt > *out_length_pt) {
            *out_length_pt = length_pt;
            longest = part;
        }
    }
    return longest;
}

static void
place_river(IncmapArrange *arrange, const IncmapLandFeature *feature)
{
    double length_pt;
    guint part = longest_part(feature, &length_pt);
    IncmapFace type = incmap_look_type(arrange, "names.river");
    double width_pt = incmap_typeset_width(arrange, feature->name, &type);
    if (length_pt < width_pt * 1.6)
        return;
    IncmapAlong along = {
        .text = feature->name,
        .class_id = "river",
        .type = type,
        .points = feature->points + feature->part_starts[part],
        .n_points = feature->part_starts[part + 1] - feature->part_starts[part],
        .smooth_pt = type.font.size_pt * 1.8,
        .offset_pt = type.font.size_pt * 0.42,
        .max_bend_rad = 0.9,
        .prefer = 0.5,
    };
    /* A long course is named twice, well apart. */
    double repeat_pt = incmap_look_pt(arrange, "names.river-repeat");
    gboolean is_long = length_pt > repeat_pt;
    along.prefer = is_long ? 0.7 : 0.5;
    if (!incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, &along.apart_from) || !is_long)
        return;
    along.apart_pt = repeat_pt * 0.55;
    along.prefer = 0.2;
    incmap_along_place(arrange, INCMAP_SHEET_WATER, &along, NULL);
}

static void
place_rivers(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "rivers");
    int max_rank = (int)incmap_look_number(arrange, "names.river-rank");
    /* On an overview rivers are too many and too short for names. */
    if (incmap_frame_width_km(arrange->frame) > INCMAP_OVERVIEW_KM)
        return;
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (feature->name != NULL && incmap_land_number(feature, "rank") <= max_rank)
            place_river(arrange, feature);
    }
}

/* In its water, when the lake is wide enough. */
static gboolean
place_in_lake(IncmapArrange *arrange, const IncmapLandFeature *feature, const IncmapFace *type)
{
    static const double steps[] = {1, 0.88, 0};
    double width_pt = incmap_typeset_width(arrange, feature->name, type);
    if (feature->area_pt2 < width_pt * type->leading_pt)
        return FALSE;
    IncmapRaster *raster = incmap_raster_new(arrange->frame->map, type->font.size_pt / 4);
    incmap_raster_fill(raster, feature, 1);
    IncmapAreaLabel label = {
        .text = feature->name,
        .class_id = "lake",
        .type = *type,
        .raster = raster,
        .value = 1,
        .near = incmap_box_centre(feature->box),
        .size_steps = steps,
        .min_size_pt = incmap_look_min_type(arrange),
        .can_break = TRUE,
    };
    gboolean is_placed = incmap_area_label_place(arrange, INCMAP_SHEET_WATER, &label);
    incmap_raster_free(raster);
    return is_placed;
}

/* Lakes large enough to be seen get their name, in them or beside them. Beside a wide one it would
 * seem to name the land. */
static void
place_lakes(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "lakes");
    IncmapFace type = incmap_look_type(arrange, "names.lake");
    double least_pt2 = type.font.size_pt * type.font.size_pt * 4;
    double wide_pt = type.font.size_pt * 7;
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        IncmapPoint middle = incmap_box_centre(feature->box);
        IncmapQuad spot = incmap_quad_from_box(
            (IncmapBox){middle.x_pt, middle.y_pt, middle.x_pt + 1, middle.y_pt + 1});
        if (feature->name == NULL || feature->area_pt2 < least_pt2 ||
            incmap_obstacles_hit(arrange->obstacles, &spot, INCMAP_OWNER_NONE) ||
            place_in_lake(arrange, feature, &type) || incmap_box_width(feature->box) > wide_pt)
            continue;
        IncmapPointLabel label = {
            .text = feature->name,
            .class_id = "lake",
            .type = type,
            .at = incmap_box_centre(feature->box),
            .radius_pt = incmap_box_width(feature->box) / 2,
            .gap_pt = type.font.size_pt * 0.2,
            .incident = -1,
            .symbol_owner = INCMAP_OWNER_NONE,
        };
        if (incmap_point_label_place(arrange, &label))
            incmap_point_label_set(arrange, INCMAP_SHEET_WATER, &label);
    }
}

static gboolean
is_water(const char *kind)
{
    static const char *const kinds[] = {"ocean", "sea", "gulf", "strait", "bay", "channel", NULL};
    return kind != NULL && g_strv_contains(kinds, kind);
}

/* The middle of a part of the spine. */
static IncmapPoint
spine_middle(const IncmapLandFeature *feature, guint part, double length_pt)
{
    double left_pt = length_pt / 2;
    guint32 start = feature->part_starts[part], end = feature->part_starts[part + 1];
    for (guint32 i = start + 1; i < end; i++) {
        IncmapPoint a = feature->points[i - 1], b = feature->points[i];
        double step_pt = hypot(b.x_pt - a.x_pt, b.y_pt - a.y_pt);
        if (step_pt >= left_pt && step_pt > 0)
            return (IncmapPoint){a.x_pt + left_pt / step_pt * (b.x_pt - a.x_pt),
                                 a.y_pt + left_pt / step_pt * (b.y_pt - a.y_pt)};
        left_pt -= step_pt;
    }
    return feature->points[start];
}

static void
place_sea(IncmapArrange *arrange, const IncmapLandFeature *feature)
{
    static const double steps[] = {1, 0.85, 0.72, 0};
    double length_pt;
    guint part = longest_part(feature, &length_pt);
    /* Of an ocean the map may show no more than a corner; a sea ends at its coasts, and beyond them
     * its name would be another sea's. */
    gboolean is_ocean = g_strcmp0(incmap_land_text(feature, "kind"), "ocean") == 0;
    double beside_pt = (is_ocean && !arrange->frame->is_world ? 120 : 40) * arrange->unit;
    IncmapAreaLabel label = {
        .text = feature->name,
        .class_id = "sea",
        .type = incmap_look_type(arrange, "names.sea"),
        .raster = arrange->countries,
        .value = 0,
        .near = spine_middle(feature, part, length_pt),
        .reach_pt = length_pt * 0.6 + beside_pt,
        .spine = feature->points + feature->part_starts[part],
        .n_spine = feature->part_starts[part + 1] - feature->part_starts[part],
        .spine_reach_pt = beside_pt,
        .size_steps = steps,
        .min_size_pt = incmap_look_min_type(arrange),
        .can_break = TRUE,
    };
    double rank = incmap_land_number(feature, "rank");
    label.type.font.size_pt *= rank <= 1 ? 1 : rank <= 2 ? 0.9 : 0.78;
    incmap_area_label_place(arrange, INCMAP_SHEET_WATER, &label);
}

/* Tries wide spacings first, and on each the spine's own line before those beside it. */
static gboolean
try_spreads(IncmapArrange *arrange, IncmapAlong *along, double length_pt)
{
    double width_pt = incmap_typeset_width(arrange, along->text, &along->type);
    double size_pt = along->type.font.size_pt;
    double most_pt = size_pt * incmap_look_number(arrange, "names.desert-spread");
    glong n = g_utf8_strlen(along->text, -1);
    for (double share = 0.72; n > 1 && share > 0.2; share *= 0.75) {
        double spread_pt = (length_pt * share - width_pt) / (double)(n - 1);
        if (spread_pt < size_pt * 0.6)
            return FALSE;
        along->spread_pt = MIN(spread_pt, most_pt);
        for (int shift = 0; shift < 9; shift++) {
            along->offset_pt = (shift % 2 == 0 ? 1 : -1) * ((shift + 1) / 2) * 1.1 * size_pt;
            if (incmap_along_place(arrange, INCMAP_SHEET_WATER, along, NULL))
                return TRUE;
        }
    }
    return FALSE;
}

/* Letters spread over the middle two thirds of what is visible of the region, if possible with the
 * borders between them. */
static void
place_spread(IncmapArrange *arrange, const IncmapLandFeature *feature)
{
    double length_pt;
    guint part = longest_part(feature, &length_pt);
    g_autofree char *text = g_utf8_strup(feature->name, -1);
    IncmapAlong along = {
        .text = text,
        .class_id = "region",
        .type = incmap_look_type(arrange, "names.desert"),
        .points = feature->points + feature->part_starts[part],
        .n_points = feature->part_starts[part + 1] - feature->part_starts[part],
        .smooth_pt = length_pt / 12,
        .max_bend_rad = 0.9,
        .prefer = 0.5,
        .is_off_lines = TRUE,
    };
    if (try_spreads(arrange, &along, length_pt))
        return;
    along.is_off_lines = FALSE;
    try_spreads(arrange, &along, length_pt);
}

/* A label is meant for maps of some widths, and stands once even if it has several spines; a part
 * of an ocean isn't named beside the whole. */
static gboolean
is_wanted(const IncmapArrange *arrange, const IncmapLandFeature *feature)
{
    if (feature->name == NULL || feature->n_parts == 0 ||
        incmap_land_number(feature, "rank") > incmap_look_number(arrange, "names.nature-rank"))
        return FALSE;
    double width_km = incmap_frame_width_km(arrange->frame);
    double most_km = incmap_land_number(feature, "max_km");
    if (most_km > 0 &&
        (width_km > most_km || width_km < incmap_land_number(feature, "min_km") * 0.5))
        return FALSE;
    const GArray *labels = arrange->scene->page.labels;
    for (guint i = 0; i < labels->len; i++) {
        const IncmapLabel *label = &g_array_index(labels, IncmapLabel, i);
        if (strcmp(label->class_id, "sea") == 0 && (strstr(feature->name, label->text) != NULL ||
                                                    strstr(label->text, feature->name) != NULL))
            return FALSE;
    }
    return TRUE;
}

static int
compare_rank(gconstpointer a, gconstpointer b)
{
    const IncmapLandFeature *x = *(IncmapLandFeature *const *)a,
                            *y = *(IncmapLandFeature *const *)b;
    double rank_x = incmap_land_number(x, "rank"), rank_y = incmap_land_number(y, "rank");
    if (rank_x != rank_y)
        return rank_x < rank_y ? -1 : 1;
    return (x > y) - (x < y);
}

void
incmap_names_place_nature(IncmapArrange *arrange)
{
    place_rivers(arrange);
    place_lakes(arrange);
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "labels");
    if (layer == NULL)
        return;
    g_autoptr(GPtrArray) features = g_ptr_array_new();
    for (guint i = 0; i < layer->features->len; i++)
        g_ptr_array_add(features, &g_array_index(layer->features, IncmapLandFeature, i));
    g_ptr_array_sort(features, compare_rank);
    for (guint i = 0; i < features->len; i++) {
        const IncmapLandFeature *feature = features->pdata[i];
        if (!is_wanted(arrange, feature))
            continue;
        if (is_water(incmap_land_text(feature, "kind")))
            place_sea(arrange, feature);
        else if (g_strcmp0(incmap_land_text(feature, "kind"), "desert") == 0 ||
                 g_strcmp0(incmap_land_text(feature, "kind"), "range") == 0)
            place_spread(arrange, feature);
    }
}
