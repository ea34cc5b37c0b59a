/* SPDX-License-Identifier: MIT */
#include "layers/compile/shapes.h"

#include "layers/vector.h"

#include <math.h>

IncmapShape *
incmap_shape_new(GStrv values)
{
    IncmapShape *shape = g_new0(IncmapShape, 1);
    shape->values = values;
    return shape;
}

void
incmap_shape_free(IncmapShape *shape)
{
    if (shape == NULL)
        return;
    g_strfreev(shape->values);
    g_free(shape->points);
    g_free(shape->part_starts);
    g_free(shape);
}

void
incmap_shapes_free(IncmapShapes *shapes)
{
    if (shapes == NULL)
        return;
    g_strfreev(shapes->fields);
    g_clear_pointer(&shapes->shapes, g_ptr_array_unref);
    g_free(shapes);
}

static IncmapE7
quantise(IncmapLonLat point)
{
    return (IncmapE7){(gint32)lrint(CLAMP(point.lon_deg, -180, 180) * INCMAP_E7),
                      (gint32)lrint(CLAMP(point.lat_deg, -90, 90) * INCMAP_E7)};
}

/* Copies the parts without vertices that fell together; parts that became points vanish. */
static void
copy_geometry(IncmapShape *shape, const IncmapVectorRow *row)
{
    guint32 n_source = row->n_parts > 0 ? row->part_starts[row->n_parts] : 0;
    guint32 n_least = row->geometry == 2 ? 4 : 2;
    shape->points = g_new0(IncmapE7, (gsize)n_source + 1);
    shape->part_starts = g_new0(guint32, (gsize)row->n_parts + 1);
    guint32 n_points = 0;
    for (guint32 part = 0; part < row->n_parts; part++) {
        guint32 start = n_points;
        for (guint32 i = row->part_starts[part]; i < row->part_starts[part + 1]; i++) {
            IncmapE7 p = quantise(row->points[i]);
            IncmapE7 last = shape->points[MAX(n_points, 1) - 1];
            if (n_points > start && p.lon_e7 == last.lon_e7 && p.lat_e7 == last.lat_e7)
                continue;
            shape->points[n_points++] = p;
        }
        if (row->geometry > 0 && n_points - start < n_least)
            n_points = start;
        else
            shape->part_starts[++shape->n_parts] = n_points;
    }
}

static gboolean
read_shapes(IncmapShapes *shapes, const char *path, GError **error)
{
    g_autoptr(IncmapVector) vector = incmap_vector_open(path, NULL, error);
    if (vector == NULL)
        return FALSE;
    guint n_fields = incmap_vector_n_fields(vector);
    shapes->fields = g_new0(char *, n_fields + 1);
    for (guint i = 0; i < n_fields; i++)
        shapes->fields[i] = g_strdup(incmap_vector_field_name(vector, i));
    IncmapVectorRow row = {0};
    g_autoptr(GError) why = NULL;
    while (incmap_vector_next(vector, &row, &why)) {
        GStrv values = g_new0(char *, n_fields + 1);
        for (guint i = 0; i < n_fields; i++)
            values[i] = g_strdup(row.values[i] != NULL ? row.values[i] : "");
        IncmapShape *shape = incmap_shape_new(values);
        copy_geometry(shape, &row);
        g_ptr_array_add(shapes->shapes, shape);
    }
    if (why != NULL) {
        g_propagate_error(error, g_steal_pointer(&why));
        return FALSE;
    }
    return TRUE;
}

IncmapShapes *
incmap_shapes_load(const char *dir, const char *name, IncmapShapesNeed need, GError **error)
{
    g_autoptr(IncmapShapes) shapes = g_new0(IncmapShapes, 1);
    shapes->shapes = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_shape_free);
    g_autofree char *shz = g_strdup_printf("%s/%s.shz", dir, name);
    g_autofree char *json = g_strdup_printf("%s/%s.geojson", dir, name);
    const char *path = g_file_test(json, G_FILE_TEST_EXISTS) ? json : shz;
    if (need == INCMAP_SHAPES_OPTIONAL && !g_file_test(path, G_FILE_TEST_EXISTS))
        shapes->fields = g_new0(char *, 1);
    else if (!read_shapes(shapes, path, error))
        return NULL;
    return g_steal_pointer(&shapes);
}

const char *
incmap_shapes_get(const IncmapShapes *shapes, guint index, const char *field)
{
    const IncmapShape *shape = g_ptr_array_index(shapes->shapes, index);
    for (guint i = 0; shapes->fields[i] != NULL; i++)
        if (g_strcmp0(shapes->fields[i], field) == 0)
            return shape->values[i];
    return "";
}
