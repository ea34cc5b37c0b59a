/* SPDX-License-Identifier: MIT */
#include "arrange/painter.h"

#include "arrange/incident-features.h"

#include <math.h>
#include <string.h>

static const char *const geometry_names[] = {"Point", "LineString", "Polygon"};

/* Layers that the program itself may have; without anything in view they aren't made. */
static const char *const own_sources[] = {INCMAP_SOURCE_INCIDENTS,
                                          "sphere",
                                          "land",
                                          "countries",
                                          "admin1",
                                          "lakes",
                                          "rivers",
                                          "coast",
                                          "admin1_lines",
                                          "borders",
                                          "graticule",
                                          NULL};

/* More than a hundred places count as a hundred. */
static void
count_places(IncmapPainter *painter)
{
    const IncmapScene *scene = painter->arrange->scene;
    g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (guint i = 0; i < scene->fixes->len && g_hash_table_size(seen) < 100; i++) {
        const IncmapFix *fix = &g_array_index(scene->fixes, IncmapFix, i);
        if (fix->precision < INCMAP_PRECISION_COUNTRY &&
            g_hash_table_add(seen,
                             g_strdup_printf("%.3f %.3f", fix->point.lon_deg, fix->point.lat_deg)))
            painter->n_provinces += fix->precision == INCMAP_PRECISION_PROVINCE;
    }
    painter->n_places = g_hash_table_size(seen);
}

void
incmap_painter_init(IncmapPainter *painter, IncmapArrange *arrange)
{
    *painter = (IncmapPainter){.arrange = arrange};
    incmap_eval_init(&painter->eval);
    painter->eval.zoom = arrange->frame->zoom;
    count_places(painter);
}

void
incmap_painter_clear(IncmapPainter *painter)
{
    if (painter->eval.n_failures > 0)
        incmap_scene_note(painter->arrange->scene,
                          "%s; its default was taken (%" G_GUINT64_FORMAT " time%s in all)",
                          painter->eval.first_failure, painter->eval.n_failures,
                          painter->eval.n_failures == 1 ? "" : "s");
    incmap_eval_clear(&painter->eval);
    incmap_land_layer_free(painter->incidents);
    painter->incidents = NULL;
}

/* What is the same for all features, and the share of the map that this one covers. */
static gboolean
find_shared(const IncmapPainter *painter, const char *name, double *out_number)
{
    IncmapBox map = painter->arrange->frame->map;
    if (strcmp(name, "n_places") == 0)
        *out_number = painter->n_places;
    else if (strcmp(name, "n_provinces") == 0)
        *out_number = painter->n_provinces;
    else if (strcmp(name, "focus_share") == 0)
        *out_number = painter->arrange->focus_share;
    else if (strcmp(name, "share") == 0)
        *out_number = painter->feature->area_pt2 / (incmap_box_width(map) * incmap_box_height(map));
    else
        return FALSE;
    return TRUE;
}

static IncmapValue
value_of(const IncmapProperty *property)
{
    return property->text != NULL ? incmap_value_new_string(property->text)
                                  : incmap_value_new_number(property->number);
}

static gboolean
find_property(const void *data, const char *name, IncmapValue *out_value)
{
    const IncmapPainter *painter = data;
    double number;
    if (find_shared(painter, name, &number)) {
        *out_value = incmap_value_new_number(number);
        return TRUE;
    }
    for (guint i = 0; i < painter->feature->n_properties; i++) {
        const IncmapProperty *property = &painter->feature->properties[i];
        if (strcmp(property->key, name) == 0) {
            *out_value = value_of(property);
            return TRUE;
        }
    }
    return FALSE;
}

static IncmapValue
list_properties(const void *data, IncmapArena *arena)
{
    const IncmapLandFeature *feature = ((const IncmapPainter *)data)->feature;
    IncmapMember *members =
        incmap_arena_new_array(arena, IncmapMember, MAX(feature->n_properties, 1));
    for (guint i = 0; i < feature->n_properties; i++)
        members[i] = (IncmapMember){incmap_value_new_string(feature->properties[i].key),
                                    value_of(&feature->properties[i])};
    IncmapValue object = {.kind = INCMAP_VALUE_OBJECT, .n = feature->n_properties};
    object.as.members = members;
    return object;
}

void
incmap_painter_set(IncmapPainter *painter, const IncmapPainted *painted)
{
    painter->feature = painted->feature;
    painter->style_feature = (IncmapStyleFeature){
        .geometry_type = geometry_names[painted->geometry],
        .id = painted->feature->id != NULL ? incmap_value_new_string(painted->feature->id)
                                           : incmap_value_new_null(),
        .data = painter,
        .find = find_property,
        .list = list_properties};
    incmap_eval_set_feature(&painter->eval, &painter->style_feature);
}

const char *
incmap_painter_source(const IncmapStyleLayer *layer)
{
    return layer->source_layer != NULL ? layer->source_layer : layer->source;
}

static void
add_layer(IncmapPainter *painter, const IncmapStyleLayer *layer, const IncmapLandLayer *land,
          int sort_key, GArray *list)
{
    for (guint i = 0; i < land->features->len; i++) {
        IncmapPainted painted = {
            .feature = &g_array_index(land->features, IncmapLandFeature, i),
            .geometry = land->geometry,
            .is_incident = land == painter->incidents,
            .order = list->len,
        };
        incmap_painter_set(painter, &painted);
        if (!incmap_style_layer_accepts(layer, &painter->eval))
            continue;
        if (sort_key >= 0)
            painted.sort_key =
                incmap_style_layer_number(layer, (IncmapStyleProperty)sort_key, &painter->eval);
        g_array_append_val(list, painted);
    }
}

static int
compare_painted(gconstpointer a, gconstpointer b)
{
    const IncmapPainted *x = a, *y = b;
    if (x->sort_key != y->sort_key)
        return x->sort_key < y->sort_key ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

/* A file of the user's may hold points, lines and areas, each a layer of one name. */
GArray *
incmap_painter_list(IncmapPainter *painter, const IncmapStyleLayer *layer, int sort_key)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(IncmapPainted));
    const GPtrArray *land = painter->arrange->scene->land;
    const char *source = incmap_painter_source(layer);
    gboolean is_found = FALSE;
    if (source == NULL || !layer->is_visible)
        return list;
    if (sort_key >= 0 && !incmap_style_layer_has(layer, (IncmapStyleProperty)sort_key))
        sort_key = -1;
    for (guint i = 0; i < land->len; i++) {
        const IncmapLandLayer *one = land->pdata[i];
        if (strcmp(one->name, source) != 0)
            continue;
        is_found = TRUE;
        add_layer(painter, layer, one, sort_key, list);
    }
    if (!is_found && strcmp(source, INCMAP_SOURCE_INCIDENTS) == 0) {
        if (painter->incidents == NULL)
            painter->incidents = incmap_incident_features_make(painter->arrange);
        add_layer(painter, layer, painter->incidents, sort_key, list);
    }
    if (sort_key >= 0)
        g_array_sort(list, compare_painted);
    incmap_eval_set_feature(&painter->eval, NULL);
    return list;
}

void
incmap_painter_check_source(const IncmapPainter *painter, const IncmapStyleLayer *layer)
{
    IncmapScene *scene = painter->arrange->scene;
    const char *source = incmap_painter_source(layer);
    if (layer->type == INCMAP_STYLE_LAYER_BACKGROUND ||
        layer->type == INCMAP_STYLE_LAYER_HILLSHADE || !layer->is_visible)
        return;
    if (source == NULL) {
        incmap_scene_note(scene, "layer \"%s\" of the style draws nothing: it has no source-layer",
                          layer->id);
        return;
    }
    if (g_strv_contains(own_sources, source) || incmap_arrange_land(painter->arrange, source))
        return;
    incmap_scene_note(scene,
                      "layer \"%s\" of the style draws nothing: no layer is called \"%s\"; "
                      "--layer %s.geojson would be",
                      layer->id, source, source);
}

gboolean
incmap_painted_is_vague(const IncmapPainted *painted)
{
    const char *precision =
        painted->is_incident ? incmap_land_text(painted->feature, "precision") : NULL;
    return g_strcmp0(precision, incmap_precision_id(INCMAP_PRECISION_DISTRICT)) == 0 ||
           g_strcmp0(precision, incmap_precision_id(INCMAP_PRECISION_PROVINCE)) == 0;
}

void
incmap_painter_note_vague(const IncmapPainter *painter, const IncmapStyleLayer *layer,
                          guint n_vague)
{
    if (n_vague > 0)
        incmap_scene_note(
            painter->arrange->scene,
            "layer \"%s\" of the style draws %u incident%s as exact points whose "
            "place is known only to the district or province; filter by \"precision\"",
            layer->id, n_vague, n_vague == 1 ? "" : "s");
}
