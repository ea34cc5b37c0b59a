/* SPDX-License-Identifier: MIT */
#include "arrange/paint.h"

#include "arrange/precision.h"
#include "style/style.h"

#include <math.h>
#include <string.h>

/** Places: how many there are with incidents, before they are grouped on the page */
typedef struct Places Places;
struct Places {
    double n_all;
    double n_provinces; /* known no better than to the province */
};

/* What an expression may ask of a feature: its own properties, and what is the same for all. */
typedef struct Feature Feature;
struct Feature {
    const IncmapLandFeature *land;
    const Places *places;
    double focus_share; /* of the map's box that the country covers which the map is about, 0 … 1 */
    double share;       /* of it that this polygon covers */
};

static gboolean
find_shared(const Feature *feature, const char *name, double *out_number)
{
    if (strcmp(name, "n_places") == 0)
        *out_number = feature->places->n_all;
    else if (strcmp(name, "n_provinces") == 0)
        *out_number = feature->places->n_provinces;
    else if (strcmp(name, "focus_share") == 0)
        *out_number = feature->focus_share;
    else if (strcmp(name, "share") == 0)
        *out_number = feature->share;
    else
        return FALSE;
    return TRUE;
}

static gboolean
find_property(const void *data, const char *name, IncmapValue *out_value)
{
    const Feature *feature = data;
    double number;
    if (find_shared(feature, name, &number)) {
        *out_value = incmap_value_new_number(number);
        return TRUE;
    }
    for (guint i = 0; i < feature->land->n_properties; i++) {
        const IncmapProperty *property = &feature->land->properties[i];
        if (strcmp(property->key, name) != 0)
            continue;
        *out_value = property->text != NULL ? incmap_value_new_string(property->text)
                                            : incmap_value_new_number(property->number);
        return TRUE;
    }
    return FALSE;
}

static const char *const geometry_names[] = {"Point", "LineString", "Polygon"};

/* More than a hundred count as a hundred. */
static Places
count_places(const IncmapScene *scene)
{
    Places places = {0};
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < scene->fixes->len && g_hash_table_size(seen) < 100; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision < INCMAP_PRECISION_COUNTRY &&
            g_hash_table_add(seen,
                             g_strdup_printf("%.3f %.3f", fix->point.lon_deg, fix->point.lat_deg)))
            places.n_provinces += fix->precision == INCMAP_PRECISION_PROVINCE;
    }
    places.n_all = g_hash_table_size(seen);
    return places;
}

static IncmapPaint
fill_paint(const IncmapStyleLayer *layer, IncmapEval *eval)
{
    IncmapPaint paint = {0};
    paint.fill = incmap_style_layer_color(layer, INCMAP_PROPERTY_FILL_COLOR, eval);
    paint.fill.a *= incmap_style_layer_number(layer, INCMAP_PROPERTY_FILL_OPACITY, eval);
    return paint;
}

static IncmapCap
cap_of(const char *word)
{
    return g_strcmp0(word, "round") == 0    ? INCMAP_CAP_ROUND
           : g_strcmp0(word, "square") == 0 ? INCMAP_CAP_SQUARE
                                            : INCMAP_CAP_BUTT;
}

static IncmapPaint
line_paint(const IncmapArrange *arrange, const IncmapStyleLayer *layer, IncmapEval *eval)
{
    IncmapPaint paint = {0};
    paint.stroke = incmap_style_layer_color(layer, INCMAP_PROPERTY_LINE_COLOR, eval);
    paint.stroke.a *= incmap_style_layer_number(layer, INCMAP_PROPERTY_LINE_OPACITY, eval);
    paint.stroke_width_pt =
        incmap_style_layer_number(layer, INCMAP_PROPERTY_LINE_WIDTH, eval) * arrange->unit;
    paint.cap = cap_of(incmap_style_layer_string(layer, INCMAP_PROPERTY_LINE_CAP, eval));
    const char *join = incmap_style_layer_string(layer, INCMAP_PROPERTY_LINE_JOIN, eval);
    paint.join = g_strcmp0(join, "round") == 0   ? INCMAP_JOIN_ROUND
                 : g_strcmp0(join, "bevel") == 0 ? INCMAP_JOIN_BEVEL
                                                 : INCMAP_JOIN_MITER;
    /* Dashes are in line widths, as the specification has them. */
    double dashes[G_N_ELEMENTS(paint.dash_pt)];
    guint n = incmap_style_layer_array(layer, INCMAP_PROPERTY_LINE_DASHARRAY, eval, dashes,
                                       G_N_ELEMENTS(dashes));
    for (guint i = 0; i < n; i++)
        paint.dash_pt[paint.n_dashes++] = dashes[i] * paint.stroke_width_pt;
    return paint;
}

static void
close_item(IncmapArrange *arrange, GPtrArray *features, const IncmapPaint *paint, gboolean is_line)
{
    if (features->len == 0)
        return;
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_LAND);
    item->features = g_memdup2(features->pdata, features->len * sizeof(gpointer));
    item->n_features = features->len;
    item->is_line = is_line;
    item->paint = *paint;
    g_ptr_array_set_size(features, 0);
}

static void
paint_layer(IncmapArrange *arrange, const IncmapStyleLayer *layer, const IncmapLandLayer *land,
            IncmapEval *eval, const Places *places)
{
    gboolean is_line = layer->type == INCMAP_STYLE_LAYER_LINE;
    g_autoptr(GPtrArray) features = g_ptr_array_new();
    double map_pt2 = incmap_box_width(arrange->frame->map) * incmap_box_height(arrange->frame->map);
    IncmapPaint paint = {0};
    incmap_arrange_group(arrange, INCMAP_SHEET_BASE, layer->id, NULL);
    for (guint i = 0; i < land->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(land->features, IncmapLandFeature, i);
        Feature data = {feature, places, arrange->focus_share, feature->area_pt2 / map_pt2};
        IncmapStyleFeature style_feature = {
            .geometry_type = geometry_names[land->geometry], .data = &data, .find = find_property};
        incmap_eval_set_feature(eval, &style_feature);
        if (!incmap_style_layer_accepts(layer, eval))
            continue;
        IncmapPaint next = is_line ? line_paint(arrange, layer, eval) : fill_paint(layer, eval);
        if (memcmp(&next, &paint, sizeof paint) != 0)
            close_item(arrange, features, &paint, is_line);
        paint = next;
        g_ptr_array_add(features, (gpointer)feature);
    }
    close_item(arrange, features, &paint, is_line);
    incmap_eval_set_feature(eval, NULL);
    incmap_arrange_end_group(arrange, INCMAP_SHEET_BASE);
}

static void
paint_background(IncmapArrange *arrange, const IncmapStyleLayer *layer, IncmapEval *eval)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    incmap_path_box(&item->path, arrange->frame->map);
    item->paint.fill = incmap_style_layer_color(layer, INCMAP_PROPERTY_BACKGROUND_COLOR, eval);
    item->paint.fill.a *=
        incmap_style_layer_number(layer, INCMAP_PROPERTY_BACKGROUND_OPACITY, eval);
}

static gboolean
is_styled(const IncmapStyle *style, const char *name)
{
    for (guint i = 0; i < incmap_style_get_n_layers(style); i++) {
        if (g_strcmp0(incmap_style_get_layer(style, i)->source_layer, name) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
paint_own_points(IncmapArrange *arrange, const IncmapLandLayer *land)
{
    IncmapItem *item = incmap_arrange_add(arrange, INCMAP_SHEET_BASE, INCMAP_ITEM_PATH);
    for (guint i = 0; i < land->features->len; i++) {
        const IncmapLandFeature *feature = &g_array_index(land->features, IncmapLandFeature, i);
        for (guint k = 0; k < feature->part_starts[feature->n_parts]; k++)
            incmap_path_circle(&item->path, feature->points[k],
                               incmap_look_pt(arrange, "own.radius"));
    }
    item->paint.fill = incmap_look_color(arrange, "own.color");
}

/* A file of the user's that the style says nothing about: lines, and the outlines of areas. */
static void
paint_own(IncmapArrange *arrange, const IncmapLandLayer *land)
{
    incmap_arrange_group(arrange, INCMAP_SHEET_BASE, land->name, land->name);
    if (land->geometry == INCMAP_GEOMETRY_POINT) {
        paint_own_points(arrange, land);
    } else {
        IncmapPaint paint = {.stroke = incmap_look_color(arrange, "own.color"),
                             .stroke_width_pt = incmap_look_pt(arrange, "own.width"),
                             .join = INCMAP_JOIN_ROUND};
        if (land->geometry == INCMAP_GEOMETRY_POLYGON)
            paint.fill = incmap_look_color(arrange, "own.fill");
        g_autoptr(GPtrArray) features = g_ptr_array_new();
        for (guint i = 0; i < land->features->len; i++)
            g_ptr_array_add(features, &g_array_index(land->features, IncmapLandFeature, i));
        close_item(arrange, features, &paint, land->geometry == INCMAP_GEOMETRY_LINE);
    }
    incmap_arrange_end_group(arrange, INCMAP_SHEET_BASE);
}

void
incmap_paint_land(IncmapArrange *arrange)
{
    g_auto(IncmapEval) eval;
    incmap_eval_init(&eval);
    eval.zoom = arrange->frame->zoom;
    Places places = count_places(arrange->scene);
    gboolean has_tints = FALSE;
    for (guint i = 0; i < incmap_style_get_n_layers(arrange->style); i++) {
        const IncmapStyleLayer *layer = incmap_style_get_layer(arrange->style, i);
        if (layer->type == INCMAP_STYLE_LAYER_BACKGROUND)
            paint_background(arrange, layer, &eval);
        if (layer->type != INCMAP_STYLE_LAYER_FILL && layer->type != INCMAP_STYLE_LAYER_LINE)
            continue;
        const IncmapLandLayer *land =
            layer->source_layer != NULL ? incmap_arrange_land(arrange, layer->source_layer) : NULL;
        if (layer->type == INCMAP_STYLE_LAYER_LINE && !has_tints) {
            has_tints = TRUE;
            incmap_precision_tint(arrange);
        }
        if (land != NULL)
            paint_layer(arrange, layer, land, &eval, &places);
    }
    for (guint i = 0; i < arrange->scene->land->len; i++) {
        const IncmapLandLayer *land = arrange->scene->land->pdata[i];
        if (land->is_own && land->features->len > 0 && !is_styled(arrange->style, land->name))
            paint_own(arrange, land);
    }
}
