/* SPDX-License-Identifier: MIT */
#include "arrange/names.h"

#include "arrange/area-label.h"
#include "arrange/point-label.h"

#include <math.h>
#include <string.h>

/* Cell of the rasters at the reference size: half the height of the smallest capitals. */
#define CELL_PT 3.0

/* The name of the country that the map is about stands no farther from its middle than this share
 * of its diagonal, or the sea beside it is better: on one island of several it would name the
 * island. */
#define FOCUS_REACH 0.36
/* Names at sea are no farther from the country's coast than these, at the reference size. */
#define FOCUS_FAR_PT 90
#define OTHER_FAR_PT 30

static const double *
steps_from(double least)
{
    static const double few[] = {1, 0.85, 0};
    static const double many[] = {1, 0.88, 0.76, 0.66, 0.58, 0.5, 0};
    return least < 0.8 ? many : few;
}

static void
fill_raster(IncmapRaster *raster, const IncmapLandLayer *layer)
{
    for (guint i = 0; layer != NULL && i < MIN(layer->features->len, INCMAP_RASTER_OFF - 1); i++)
        incmap_raster_fill(raster, &g_array_index(layer->features, IncmapLandFeature, i),
                           (guint16)(i + 1));
}

static void
ink_layer(IncmapArrange *arrange, const char *name, gboolean is_closed, float weight)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, name);
    for (guint i = 0; layer != NULL && i < layer->features->len; i++)
        incmap_raster_ink(arrange->countries, &g_array_index(layer->features, IncmapLandFeature, i),
                          is_closed, weight);
}

static double
measure_focus(const IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    double map_pt2 = incmap_box_width(arrange->frame->map) * incmap_box_height(arrange->frame->map);
    double focus_pt2 = 0;
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *country = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(country->id, arrange->scene->focus_country) == 0)
            focus_pt2 += country->area_pt2;
    }
    return focus_pt2 / map_pt2;
}

void
incmap_names_prepare(IncmapArrange *arrange)
{
    arrange->focus_share = measure_focus(arrange);
    double cell_pt = CELL_PT * MIN(1, arrange->unit);
    arrange->countries = incmap_raster_new(arrange->frame->map, cell_pt);
    arrange->provinces = incmap_raster_new(arrange->frame->map, cell_pt);
    const IncmapLandLayer *sphere = incmap_arrange_land(arrange, "sphere");
    if (arrange->frame->is_world && sphere != NULL && sphere->features->len > 0) {
        incmap_raster_clear(arrange->countries, INCMAP_RASTER_OFF);
        incmap_raster_fill(arrange->countries,
                           &g_array_index(sphere->features, IncmapLandFeature, 0), 0);
    }
    fill_raster(arrange->countries, incmap_arrange_land(arrange, "countries"));
    fill_raster(arrange->provinces, incmap_arrange_land(arrange, "admin1"));
    ink_layer(arrange, "borders", FALSE, 1.0f);
    ink_layer(arrange, "coast", FALSE, 0.7f);
    ink_layer(arrange, "rivers", FALSE, 0.4f);
    ink_layer(arrange, "lakes", TRUE, 0.4f);
    ink_layer(arrange, "admin1_lines", FALSE, 0.3f);
    incmap_raster_sum_ink(arrange->countries);
}

/* Capitals whatever the locale; the program never sets one. */
static char *
capitals(const char *text)
{
    return g_utf8_strup(text, -1);
}

static gboolean
place_area(IncmapArrange *arrange, IncmapRaster *raster, guint16 value, const char *name,
           const char *key, const char *class_id, double least, double reach)
{
    IncmapPoint centre;
    IncmapBox box;
    if (name == NULL || incmap_raster_count(raster, value, &centre, &box) == 0)
        return FALSE;
    g_autofree char *text = capitals(name);
    IncmapAreaLabel label = {
        .text = text,
        .class_id = class_id,
        .type = incmap_look_type(arrange, key),
        .raster = raster,
        .value = value,
        .near = centre,
        .reach_pt = reach * hypot(incmap_box_width(box), incmap_box_height(box)),
        .size_steps = steps_from(least),
        .min_size_pt = incmap_look_min_type(arrange),
        .can_break = TRUE,
    };
    return incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label);
}

/* Beside its coast, no farther from it than @far_pt, for a country whose own land is too narrow. */
static gboolean
place_at_sea(IncmapArrange *arrange, const IncmapLandFeature *feature, guint16 value,
             const char *key, double far_pt)
{
    IncmapPoint centre;
    IncmapBox box;
    if (incmap_raster_count(arrange->countries, value, &centre, &box) == 0)
        return FALSE;
    g_autofree char *text = capitals(feature->name);
    IncmapAreaLabel label = {
        .text = text,
        .class_id = "country",
        .type = incmap_look_type(arrange, key),
        .raster = arrange->countries,
        .value = 0,
        .near = centre,
        .reach_pt = hypot(incmap_box_width(box), incmap_box_height(box)) / 2 + far_pt,
        .size_steps = steps_from(0.5),
        .min_size_pt = incmap_look_min_type(arrange),
        .can_break = TRUE,
    };
    return incmap_area_label_place(arrange, INCMAP_SHEET_AREAS, &label);
}

/* The hollow symbol of a place known only to the province carries the province's name already. */
static gboolean
is_named_by_symbol(const IncmapArrange *arrange, const char *code)
{
    for (guint i = 0; i < arrange->groups->len; i++) {
        const IncmapGroup *group = &g_array_index(arrange->groups, IncmapGroup, i);
        const IncmapFix *fix = &g_array_index(arrange->scene->fixes, IncmapFix,
                                              g_array_index(group->members, guint32, 0));
        if (group->precision == INCMAP_PRECISION_PROVINCE && g_strcmp0(fix->admin1_code, code) == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_label(const IncmapArrange *arrange, const char *text)
{
    const GArray *labels = arrange->scene->page.labels;
    for (guint i = 0; i < labels->len; i++)
        if (g_ascii_strcasecmp(g_array_index(labels, IncmapLabel, i).text, text) == 0)
            return TRUE;
    return FALSE;
}

/* "Kidal Region" where a town of the same name is near it, and the map speaks English, in which the
 * kinds of provinces are known; NULL where the name alone will do. The data also have kinds that
 * are history (intendancies) or say nothing (administrative units). */
static char *
name_with_kind(const IncmapArrange *arrange, const IncmapLandFeature *province)
{
    static const char *const kinds[] = {"County", "Department", "District", "Governorate",
                                        "Oblast", "Prefecture", "Province", "Region",
                                        "State",  NULL};
    const char *kind = incmap_land_text(province, "kind");
    if (kind == NULL || !g_strv_contains(kinds, kind) ||
        g_strcmp0(arrange->options->language, "en") != 0 ||
        g_str_has_suffix(province->name, kind) || !is_label(arrange, province->name))
        return NULL;
    return g_strdup_printf("%s %s", province->name, kind);
}

/* A province that is most of a map of a city is mostly named like it. */
static gboolean
is_ground(const IncmapArrange *arrange, const IncmapLandFeature *province)
{
    IncmapBox map = arrange->frame->map;
    return incmap_frame_width_km(arrange->frame) < INCMAP_CITY_KM &&
           province->area_pt2 > 0.5 * incmap_box_width(map) * incmap_box_height(map);
}

static gboolean
place_province(IncmapArrange *arrange, const IncmapLandFeature *province, guint16 value,
               const char *key)
{
    g_autofree char *longer = name_with_kind(arrange, province);
    return (longer != NULL &&
            place_area(arrange, arrange->provinces, value, longer, key, "admin1", 0.8, 0)) ||
           place_area(arrange, arrange->provinces, value, province->name, key, "admin1", 0.8, 0);
}

static gboolean
is_province_wanted(const IncmapArrange *arrange, const IncmapLandFeature *province)
{
    const char *which = incmap_look_string(arrange, "names.provinces");
    if (g_strcmp0(which, "focus") == 0)
        return g_strcmp0(incmap_land_text(province, "code"), arrange->scene->focus_country) == 0 &&
               arrange->scene->focus_country != NULL;
    return g_strcmp0(which, "incident") == 0 && incmap_land_number(province, "incident") != 0 &&
           arrange->groups->len <= 6;
}

static gboolean
has_name_already(const IncmapArrange *arrange, const IncmapLandFeature *province)
{
    return is_named_by_symbol(arrange, province->id) || is_ground(arrange, province);
}

static void
place_provinces(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "admin1");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (feature->name != NULL && is_province_wanted(arrange, feature) &&
            !has_name_already(arrange, feature) &&
            !place_province(arrange, feature, (guint16)(i + 1), "names.province"))
            incmap_arrange_drop(arrange, feature->name, "admin1", "no room inside its border");
    }
}

/* A province that the map is not about, of the country that it is about. */
static gboolean
is_province_around(const IncmapArrange *arrange, const IncmapLandFeature *province)
{
    return province->name != NULL && !is_province_wanted(arrange, province) &&
           g_strcmp0(incmap_land_text(province, "code"), arrange->scene->focus_country) == 0;
}

/* More provinces than this would be a pattern of names. */
#define MAX_AROUND 26

void
incmap_names_place_provinces_around(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "admin1");
    guint n = layer != NULL ? layer->features->len : 0, n_around = 0;
    if (arrange->focus_share < incmap_look_number(arrange, "names.provinces-above"))
        return;
    for (guint i = 0; i < n; i++)
        n_around +=
            is_province_around(arrange, &g_array_index(layer->features, IncmapLandFeature, i));
    for (guint i = 0; i < n && n_around <= MAX_AROUND; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (is_province_around(arrange, feature) && !is_label(arrange, feature->name) &&
            !has_name_already(arrange, feature))
            place_province(arrange, feature, (guint16)(i + 1), "names.small");
    }
}

/* Whether the land in view is this country's alone, on a map of a city or a district: its name says
 * nothing unless a border is in view, and the inset names it better. */
static gboolean
is_all_land(const IncmapArrange *arrange, guint16 value)
{
    const double hardly_any = 0.01;
    if (incmap_frame_width_km(arrange->frame) >= INCMAP_CITY_KM)
        return FALSE;
    g_autoptr(IncmapMask) land = incmap_raster_mask(arrange->countries, value);
    g_autoptr(IncmapMask) water = incmap_raster_mask(arrange->countries, 0);
    return incmap_mask_share(land, arrange->frame->map) +
               incmap_mask_share(water, arrange->frame->map) >
           1 - hardly_any;
}

/* A country is named at sea only if its middle is in view, or so near: its name beside the Canaries
 * would seem to be theirs. */
#define NEAR_MAP 0.15

/* Whether no land border of the country is in view, and the country is not elsewhere. */
static gboolean
is_island(const IncmapArrange *arrange, const IncmapLandFeature *country)
{
    const char *code = country->id;
    IncmapBox map = arrange->frame->map;
    if (!incmap_box_has_point(incmap_box_grow(map, NEAR_MAP * incmap_box_width(map)),
                              country->label))
        return FALSE;
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "borders");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *border = &g_array_index(layer->features, IncmapLandFeature, i);
        if (g_strcmp0(incmap_land_text(border, "code"), code) == 0 ||
            g_strcmp0(incmap_land_text(border, "code2"), code) == 0)
            return FALSE;
    }
    return TRUE;
}

void
incmap_names_place_focus(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        if (feature->name == NULL || arrange->scene->focus_country == NULL ||
            g_strcmp0(feature->id, arrange->scene->focus_country) != 0)
            continue;
        guint16 value = (guint16)(i + 1);
        if (!is_all_land(arrange, value) &&
            !place_area(arrange, arrange->countries, value, feature->name, "names.focus", "country",
                        0.5, FOCUS_REACH) &&
            !place_at_sea(arrange, feature, value, "names.focus", FOCUS_FAR_PT * arrange->unit))
            incmap_arrange_drop(arrange, feature->name, "country", "no room on or beside its land");
    }
    place_provinces(arrange);
}

typedef struct Area Area;
struct Area {
    guint index;
    double area_pt2;
};

static int
compare_areas(gconstpointer a, gconstpointer b)
{
    const Area *x = a, *y = b;
    if (x->area_pt2 != y->area_pt2)
        return x->area_pt2 < y->area_pt2 ? 1 : -1;
    return (x->index > y->index) - (x->index < y->index);
}

/* The countries that the map is not about, larger first. */
static GArray *
list_others(const IncmapArrange *arrange, const IncmapLandLayer *layer)
{
    GArray *areas = g_array_new(FALSE, FALSE, sizeof(Area));
    for (guint i = 0; layer != NULL && i < layer->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(layer->features, IncmapLandFeature, i);
        Area area = {i, feature->area_pt2};
        if (feature->name != NULL && g_strcmp0(feature->id, arrange->scene->focus_country) != 0)
            g_array_append_val(areas, area);
    }
    g_array_sort(areas, compare_areas);
    return areas;
}

static gboolean
place_on_land(IncmapArrange *arrange, const IncmapLandFeature *country, guint16 value)
{
    IncmapBox map = arrange->frame->map;
    double large_pt2 = incmap_look_number(arrange, "names.small-below") * incmap_box_width(map) *
                       incmap_box_height(map);
    const char *key = country->area_pt2 < large_pt2 ? "names.small" : "names.country";
    return place_area(arrange, arrange->countries, value, country->name, key, "country", 0.8, 0);
}

/* A country that is so much of a map comes before its towns. */
#define LARGE_SHARE 0.1

void
incmap_names_place_large_countries(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    g_autoptr(GArray) areas = list_others(arrange, layer);
    IncmapBox map = arrange->frame->map;
    double least_pt2 = LARGE_SHARE * incmap_box_width(map) * incmap_box_height(map);
    arrange->n_named_first = 0;
    if (arrange->scene->focus_country != NULL)
        return;
    for (guint i = 0; i < areas->len; i++) {
        Area area = g_array_index(areas, Area, i);
        guint16 value = (guint16)(area.index + 1);
        if (area.area_pt2 < least_pt2 || is_all_land(arrange, value) ||
            !place_on_land(arrange, &g_array_index(layer->features, IncmapLandFeature, area.index),
                           value))
            return;
        arrange->n_named_first++;
    }
}

void
incmap_names_place_countries(IncmapArrange *arrange)
{
    const IncmapLandLayer *layer = incmap_arrange_land(arrange, "countries");
    g_autoptr(GArray) areas = list_others(arrange, layer);
    /* On an overview small islands go without their names. */
    gboolean is_overview = incmap_frame_width_km(arrange->frame) >= INCMAP_OVERVIEW_KM;
    for (guint i = arrange->n_named_first; i < areas->len; i++) {
        Area area = g_array_index(areas, Area, i);
        const IncmapLandFeature *feature =
            &g_array_index(layer->features, IncmapLandFeature, area.index);
        guint16 value = (guint16)(area.index + 1);
        if (is_all_land(arrange, value))
            continue;
        if (!place_on_land(arrange, feature, value) &&
            !(!is_overview && is_island(arrange, feature) &&
              place_at_sea(arrange, feature, value, "names.small", OTHER_FAR_PT * arrange->unit)))
            incmap_arrange_drop(arrange, feature->name, "country",
                                "its visible part does not hold the name");
    }
}
