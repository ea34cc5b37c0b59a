/* SPDX-License-Identifier: MIT */
#include "pipeline/region.h"

#include "base/text.h"

#include <math.h>
#include <string.h>

/* Boxes as atlases cut them: main lands whole, far islands left out. */
const IncmapRegion incmap_regions[] = {
    {"Africa", {-19, -36, 53, 38}},
    {"Antarctica", {-180, -90, 180, -60}},
    {"Arctic", {-180, 64, 180, 90}},
    {"Asia", {26, -11, 180, 78}},
    {"Balkans", {13, 36, 30, 47}},
    {"Caribbean", {-86, 9, -58, 28}},
    {"Caucasus", {38, 38, 51, 45}},
    {"Central Africa", {8, -14, 32, 24}},
    {"Central America", {-93, 6, -76, 19}},
    {"Central Asia", {46, 35, 88, 56}},
    {"East Africa", {28, -12, 52, 19}},
    {"East Asia", {73, 18, 146, 54}},
    {"Europe", {-11, 35, 42, 71}},
    {"Horn of Africa", {32, -2, 52, 19}},
    {"Latin America", {-118, -56, -34, 33}},
    {"Levant", {34, 29, 43, 38}},
    {"Middle East", {25, 12, 64, 43}},
    {"North Africa", {-18, 15, 38, 38}},
    {"North America", {-168, 7, -52, 84}},
    {"Oceania", {110, -48, 210, 20}},
    {"Sahel", {-18, 8, 40, 24}},
    {"Scandinavia", {4, 54, 32, 72}},
    {"South America", {-82, -56, -34, 13}},
    {"South Asia", {60, 5, 98, 38}},
    {"Southeast Asia", {92, -11, 141, 29}},
    {"Southern Africa", {10, -36, 42, -8}},
    {"West Africa", {-18, 3, 16, 26}},
    {NULL, {0}},
};

static gboolean
check_box(const char *text, IncmapExtent box, GError **error)
{
    if (!isfinite(box.west_deg) || !isfinite(box.east_deg) || fabs(box.west_deg) > 360 ||
        fabs(box.east_deg) > 360)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent %s: a longitude is outside -360 to 360", text);
    if (!(box.south_deg >= -90 && box.south_deg <= 90 && box.north_deg >= -90 &&
          box.north_deg <= 90))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent %s: a latitude is outside -90 to 90; the order is "
                           "west,south,east,north",
                           text);
    if (box.south_deg >= box.north_deg || box.west_deg == box.east_deg)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent %s is empty; the order is west,south,east,north", text);
    return TRUE;
}

static gboolean
parse_box(const char *text, IncmapWanted *out_wanted, GError **error)
{
    g_auto(GStrv) parts = g_strsplit(text, ",", -1);
    double numbers[4] = {0};
    guint n_parts = g_strv_length(parts);
    for (guint i = 0; i < MIN(n_parts, 4); i++) {
        char *end = NULL;
        numbers[i] = g_ascii_strtod(g_strstrip(parts[i]), &end);
        if (end == parts[i] || *end != '\0')
            n_parts = 0;
    }
    if (n_parts != 4)
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "extent \"%s\" is not four numbers west,south,east,north", text);
    IncmapExtent box = {numbers[0], numbers[1], numbers[2], numbers[3]};
    if (!check_box(text, box, error))
        return FALSE;
    double width_deg = box.east_deg - box.west_deg;
    width_deg = width_deg < 0 ? width_deg + 360 : MIN(width_deg, 360);
    box.west_deg = incmap_wrap_lon(box.west_deg);
    box.east_deg = box.west_deg + width_deg;
    *out_wanted = (IncmapWanted){.has_box = TRUE, .box = box};
    return TRUE;
}

static const IncmapRegion *
find_region(const char *folded)
{
    for (const IncmapRegion *region = incmap_regions; region->name != NULL; region++) {
        g_autofree char *name = incmap_text_fold(region->name);
        if (strcmp(name, folded) == 0)
            return region;
    }
    return NULL;
}

/* The first place of @kind with that name. */
static gboolean
find_kind(const IncmapGazetteer *gazetteer, const char *folded, IncmapPlaceKind kind,
          IncmapPlace *out_place)
{
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_find(gazetteer, folded, places);
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        if (place->kind != kind)
            continue;
        *out_place = *place;
        return TRUE;
    }
    return FALSE;
}

const char *
incmap_country_find(const IncmapGazetteer *gazetteer, const char *name)
{
    if (strlen(name) == 2) {
        g_autofree char *code = g_ascii_strup(name, -1);
        if (incmap_gazetteer_country_name(gazetteer, code) != NULL)
            return g_intern_string(code);
    }
    g_autofree char *folded = incmap_text_fold(name);
    IncmapPlace place;
    return find_kind(gazetteer, folded, INCMAP_PLACE_COUNTRY, &place) ? place.country_code : NULL;
}

/* The country or province whose name is spelled most like the text; NULL when none is. */
static const char *
find_similar(const IncmapGazetteer *gazetteer, const char *text)
{
    g_autofree char *folded = incmap_text_fold(text);
    g_autoptr(GArray) places = g_array_new(FALSE, FALSE, sizeof(IncmapPlace));
    incmap_gazetteer_find_similar(gazetteer, folded, strlen(folded) > 5 ? 2 : 1, places);
    const char *area = NULL;
    for (guint i = 0; i < places->len; i++) {
        const IncmapPlace *place = &g_array_index(places, IncmapPlace, i);
        if (place->kind == INCMAP_PLACE_COUNTRY)
            return place->name;
        if (place->kind == INCMAP_PLACE_ADMIN1 && area == NULL)
            area = place->name;
    }
    return area;
}

static gboolean
fail_unknown(const char *text, const IncmapGazetteer *gazetteer, GError **error)
{
    GPtrArray *names = g_ptr_array_new();
    for (const IncmapRegion *region = incmap_regions; region->name != NULL; region++)
        g_ptr_array_add(names, (gpointer)region->name);
    g_ptr_array_add(names, (gpointer) "world");
    g_ptr_array_add(names, NULL);
    g_autofree gpointer *words = g_ptr_array_free(names, FALSE);
    const char *nearest = incmap_text_nearest(text, (const char *const *)words);
    if (nearest == NULL)
        nearest = find_similar(gazetteer, text);
    if (nearest != NULL)
        return incmap_fail(error, INCMAP_ERROR_PLACE, "unknown extent \"%s\"; did you mean \"%s\"?",
                           text, nearest);
    return incmap_fail(error, INCMAP_ERROR_PLACE,
                       "unknown extent \"%s\"; it can be west,south,east,north, \"world\", a "
                       "country, a province or one of `incmap list regions`",
                       text);
}

const char *
incmap_area_find(const IncmapGazetteer *gazetteer, const char *name, GError **error)
{
    const char *country = incmap_country_find(gazetteer, name);
    if (country != NULL)
        return country;
    g_autofree char *folded = incmap_text_fold(name);
    IncmapPlace place;
    if (find_kind(gazetteer, folded, INCMAP_PLACE_ADMIN1, &place))
        return g_intern_string(place.admin1_code);
    const char *nearest = find_similar(gazetteer, name);
    incmap_fail(error, INCMAP_ERROR_PLACE, "unknown area \"%s\"; %s%s%s", name,
                nearest != NULL ? "did you mean \"" : "it is a country or a province",
                nearest != NULL ? nearest : "", nearest != NULL ? "\"?" : "");
    return NULL;
}

gboolean
incmap_extent_parse(const char *text, const IncmapGazetteer *gazetteer, const IncmapLayers *layers,
                    IncmapWanted *out_wanted, GError **error)
{
    if (strchr(text, ',') != NULL && strpbrk(text, "0123456789") != NULL)
        return parse_box(text, out_wanted, error);
    g_autofree char *folded = incmap_text_fold(text);
    IncmapWanted wanted = {0};
    if (strcmp(folded, "world") == 0) {
        g_strlcpy(wanted.name, "world", sizeof wanted.name);
        *out_wanted = wanted;
        return TRUE;
    }
    const IncmapRegion *region = find_region(folded);
    const char *country = region == NULL ? incmap_country_find(gazetteer, text) : NULL;
    IncmapPlace place;
    IncmapFeature feature;
    if (region != NULL) {
        wanted.has_box = TRUE;
        wanted.box = region->extent;
    } else if (country != NULL && strlen(country) < sizeof wanted.name) {
        g_strlcpy(wanted.name, country, sizeof wanted.name);
    } else if (find_kind(gazetteer, folded, INCMAP_PLACE_ADMIN1, &place) &&
               incmap_layers_find(layers, INCMAP_LAYER_ADMIN1, place.admin1_code, &feature)) {
        wanted.has_box = TRUE;
        wanted.box = feature.extent;
    } else {
        return fail_unknown(text, gazetteer, error);
    }
    *out_wanted = wanted;
    return TRUE;
}
