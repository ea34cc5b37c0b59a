/* SPDX-License-Identifier: MIT */
#include "pipeline/overlay.h"

#include "layers/vector.h"

#include <math.h>
#include <string.h>

#define MAX_VERTICES 5000000u
/* A straight line in degrees bends on the map: no piece is longer than this. */
#define STEP_DEG 1.0
/* What lies farther off the map box than this share of its size is not needed to paint it. */
#define MARGIN 0.5

/** Parts: a feature's geometry in page points as it grows */
typedef struct Parts Parts;
struct Parts {
    GArray *points; /* IncmapPoint */
    GArray *starts; /* guint32 */
};

static void
begin_part(Parts *parts)
{
    guint32 start = parts->points->len;
    if (parts->starts->len == 0 ||
        g_array_index(parts->starts, guint32, parts->starts->len - 1) != start)
        g_array_append_val(parts->starts, start);
}

/* Adds one point; a line breaks where the projection can't show it or where it jumps from one edge
 * of the globe to the other. */
static void
add_point(Parts *parts, const IncmapFrame *frame, IncmapLonLat lonlat, gboolean can_break)
{
    IncmapPoint point;
    if (!frame->forward(frame->transform, lonlat, &point)) {
        if (can_break)
            begin_part(parts);
        return;
    }
    guint32 start = g_array_index(parts->starts, guint32, parts->starts->len - 1);
    if (can_break && parts->points->len > start) {
        IncmapPoint last = g_array_index(parts->points, IncmapPoint, parts->points->len - 1);
        if (hypot(point.x_pt - last.x_pt, point.y_pt - last.y_pt) >
            incmap_box_width(frame->map) / 2)
            begin_part(parts);
    }
    g_array_append_val(parts->points, point);
}

static void
add_part(Parts *parts, const IncmapFrame *frame, const IncmapLonLat *points, guint32 n_points,
         gboolean is_ring)
{
    begin_part(parts);
    guint32 n_segments = is_ring ? n_points : n_points - 1;
    for (guint32 i = 0; i < n_segments; i++) {
        IncmapLonLat from = points[i], to = points[(i + 1) % n_points];
        double length_deg = hypot(to.lon_deg - from.lon_deg, to.lat_deg - from.lat_deg);
        guint n_steps = (guint)CLAMP(ceil(length_deg / STEP_DEG), 1, 720);
        for (guint step = 0; step < n_steps; step++) {
            double t = (double)step / n_steps;
            IncmapLonLat at = {from.lon_deg + t * (to.lon_deg - from.lon_deg),
                               from.lat_deg + t * (to.lat_deg - from.lat_deg)};
            add_point(parts, frame, at, !is_ring);
        }
    }
    if (!is_ring)
        add_point(parts, frame, points[n_points - 1], TRUE);
}

static IncmapBox
find_box(const GArray *points)
{
    IncmapPoint first = g_array_index(points, IncmapPoint, 0);
    IncmapBox box = {first.x_pt, first.y_pt, first.x_pt, first.y_pt};
    for (guint i = 1; i < points->len; i++) {
        IncmapPoint point = g_array_index(points, IncmapPoint, i);
        box = incmap_box_union(box, (IncmapBox){point.x_pt, point.y_pt, point.x_pt, point.y_pt});
    }
    return box;
}

/* The attributes; a number keeps its kind, so that styles can compare it. */
static IncmapProperty *
make_properties(IncmapScene *scene, const IncmapVector *vector, const IncmapVectorRow *row,
                guint *out_n)
{
    guint n_fields = incmap_vector_n_fields(vector);
    IncmapProperty *properties = g_new0(IncmapProperty, MAX(n_fields, 1));
    guint n = 0;
    for (guint i = 0; i < n_fields; i++) {
        if (row->values[i] == NULL)
            continue;
        IncmapProperty property = {.key = g_intern_string(incmap_vector_field_name(vector, i))};
        IncmapVectorType type = incmap_vector_field_type(vector, i);
        if (type == INCMAP_VECTOR_INTEGER || type == INCMAP_VECTOR_REAL)
            property.number = g_ascii_strtod(row->values[i], NULL);
        else
            property.text = incmap_scene_string(scene, row->values[i]);
        properties[n++] = property;
    }
    *out_n = n;
    return properties;
}

static const char *
find_name(IncmapScene *scene, const IncmapVector *vector, const IncmapVectorRow *row)
{
    int field = incmap_vector_find_field(vector, "name");
    return field < 0 ? NULL : incmap_scene_string(scene, row->values[field]);
}

/* FALSE when nothing of the row is near the map. */
static gboolean
make_feature(IncmapScene *scene, const IncmapVector *vector, const IncmapVectorRow *row,
             IncmapLandFeature *out_feature)
{
    const IncmapFrame *frame = &scene->frame;
    g_autoptr(GArray) points = g_array_new(FALSE, FALSE, sizeof(IncmapPoint));
    g_autoptr(GArray) starts = g_array_new(FALSE, FALSE, sizeof(guint32));
    Parts parts = {points, starts};
    for (guint32 i = 0; i < row->n_parts; i++) {
        guint32 start = row->part_starts[i], n_points = row->part_starts[i + 1] - start;
        if (n_points > 0)
            add_part(&parts, frame, row->points + start, n_points,
                     row->geometry == INCMAP_GEOMETRY_POLYGON);
    }
    if (points->len == 0)
        return FALSE;
    begin_part(&parts); /* the end of the last part */
    IncmapBox box = find_box(points);
    IncmapBox near = incmap_box_grow(frame->map, MARGIN * incmap_box_width(frame->map));
    if (!incmap_box_overlaps(incmap_box_grow(box, 0.01), near))
        return FALSE;
    *out_feature = (IncmapLandFeature){
        .name = find_name(scene, vector, row),
        .box = box,
        .label = incmap_box_centre(box),
        .n_parts = starts->len - 1,
    };
    out_feature->properties = make_properties(scene, vector, row, &out_feature->n_properties);
    out_feature->part_starts = g_memdup2(starts->data, starts->len * sizeof(guint32));
    out_feature->points = g_memdup2(points->data, points->len * sizeof(IncmapPoint));
    return TRUE;
}

static const char *
make_layer_name(IncmapScene *scene, const char *path)
{
    g_autofree char *base = g_path_get_basename(path);
    char *dot = strrchr(base, '.');
    if (dot != NULL && dot != base)
        *dot = '\0';
    return incmap_scene_string(scene, base);
}

/* A file named like a standard layer ("borders.geojson") takes its place. */
static void
remove_standard(IncmapScene *scene, const char *name)
{
    for (guint i = scene->land->len; i-- > 0;) {
        const IncmapLandLayer *layer = scene->land->pdata[i];
        if (!layer->is_own && g_strcmp0(layer->name, name) == 0)
            g_ptr_array_remove_index(scene->land, i);
    }
}

gboolean
incmap_overlay_add(IncmapScene *scene, const char *path, GError **error)
{
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, NULL, error);
    if (vector == NULL)
        return FALSE;
    const char *name = make_layer_name(scene, path);
    remove_standard(scene, name);
    IncmapLandLayer *layers[3] = {NULL}; /* one for each geometry */
    IncmapVectorRow row;
    GError *failure = NULL;
    guint n_vertices = 0, n_features = 0;
    while (failure == NULL && incmap_vector_next(vector, &row, &failure)) {
        IncmapLandFeature feature;
        if (row.geometry < 0 || row.n_parts == 0 || !make_feature(scene, vector, &row, &feature))
            continue;
        n_vertices += feature.part_starts[feature.n_parts];
        n_features++;
        if (layers[row.geometry] == NULL) {
            layers[row.geometry] = incmap_land_layer_new(name, (IncmapGeometry)row.geometry);
            layers[row.geometry]->is_own = TRUE;
            g_ptr_array_add(scene->land, layers[row.geometry]);
        }
        g_array_append_val(layers[row.geometry]->features, feature);
        if (n_vertices > MAX_VERTICES)
            incmap_fail(&failure, INCMAP_ERROR_LAYER, "%s: more than %u vertices; simplify it",
                        path, MAX_VERTICES);
    }
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return FALSE;
    }
    if (n_features == 0) {
        g_ptr_array_add(scene->land, incmap_land_layer_new(name, INCMAP_GEOMETRY_POINT));
        incmap_scene_note(scene, "%s: nothing of this layer is on the map", path);
    }
    return TRUE;
}
