/* SPDX-License-Identifier: MIT */
#include "layers/compile/sources.h"

#include "base/error.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static const char *
get_id(const IncmapShapes *admin1, guint index)
{
    const char *id = incmap_shapes_get(admin1, index, "iso_3166_2");
    return id[0] != '\0' ? id : incmap_shapes_get(admin1, index, "adm1_code");
}

typedef struct Sorting Sorting;
struct Sorting {
    char *id;
    double area_km2;
    IncmapShape *shape;
};

/* The largest of areas with the same code comes first. */
static int
compare_sorting(gconstpointer a, gconstpointer b)
{
    const Sorting *p = a;
    const Sorting *q = b;
    int order = strcmp(p->id, q->id);
    return order != 0 ? order : (p->area_km2 < q->area_km2) - (p->area_km2 > q->area_km2);
}

static Sorting *
list_admin1(const IncmapShapes *admin1)
{
    guint n = admin1->shapes->len;
    Sorting *list = g_new0(Sorting, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        list[i].id = g_strdup(get_id(admin1, i));
        list[i].area_km2 = g_ascii_strtod(incmap_shapes_get(admin1, i, "area"), NULL);
        list[i].shape = g_ptr_array_index(admin1->shapes, i);
    }
    qsort(list, n, sizeof *list, compare_sorting);
    return list;
}

/* Sorts the areas by id. Where a code stands for several, the largest keeps it and the others go
 * by Natural Earth's own code. */
static void
sort_admin1(IncmapSources *sources)
{
    IncmapShapes *admin1 = sources->admin1;
    guint n = admin1->shapes->len;
    Sorting *list = list_admin1(admin1);
    for (guint i = 0; i < n; i++)
        admin1->shapes->pdata[i] = list[i].shape;
    for (guint i = n; i-- > 1;)
        if (strcmp(list[i].id, list[i - 1].id) == 0) {
            g_free(list[i].id);
            list[i].id = g_strdup(incmap_shapes_get(admin1, i, "adm1_code"));
        }
    qsort(list, n, sizeof *list, compare_sorting);
    sources->admin1_ids = g_new0(char *, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        admin1->shapes->pdata[i] = list[i].shape;
        sources->admin1_ids[i] = list[i].id;
    }
    g_free(list);
}

static int
compare_texts(gconstpointer a, gconstpointer b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static void
find_countries(IncmapSources *sources)
{
    g_autoptr(GPtrArray) codes = g_ptr_array_new();
    guint n = sources->admin1->shapes->len;
    for (guint i = 0; i < n; i++) {
        gpointer code = (gpointer)incmap_shapes_get(sources->admin1, i, "iso_a2");
        if (!g_ptr_array_find_with_equal_func(codes, code, g_str_equal, NULL))
            g_ptr_array_add(codes, code);
    }
    g_ptr_array_sort(codes, compare_texts);
    sources->countries = g_new0(char *, (gsize)codes->len + 1);
    for (guint i = 0; i < codes->len; i++)
        sources->countries[i] = g_strdup(codes->pdata[i]);
    sources->admin1_countries = g_new0(guint32, (gsize)n + 1);
    for (guint i = 0; i < n; i++) {
        gconstpointer code = incmap_shapes_get(sources->admin1, i, "iso_a2");
        g_ptr_array_find_with_equal_func(codes, code, g_str_equal, &sources->admin1_countries[i]);
    }
}

static void
add_languages(GPtrArray *languages, const IncmapTable *table, const char *prefix)
{
    for (guint i = 0; i < table->n_columns; i++) {
        gpointer language = (gpointer)incmap_table_language(table->columns[i], prefix);
        if (language != NULL &&
            !g_ptr_array_find_with_equal_func(languages, language, g_str_equal, NULL))
            g_ptr_array_add(languages, language);
    }
}

/* Makes the longitudes of a spine run on across the antimeridian instead of jumping, so that a
 * label can stand there in one piece. What 32 bits hold ends at 214 degrees. */
static void
unwrap_spine(IncmapE7 *points, const double *lons_deg, guint32 n_points)
{
    double turn_deg = 0;
    double lowest_deg = 0;
    g_autofree double *unwrapped = g_new0(double, (gsize)n_points + 1);
    for (guint32 i = 0; i < n_points; i++) {
        double step_deg = i > 0 ? lons_deg[i] - lons_deg[i - 1] : 0;
        turn_deg += step_deg > 180 ? -360 : step_deg < -180 ? 360 : 0;
        unwrapped[i] = lons_deg[i] + turn_deg;
        lowest_deg = MIN(lowest_deg, unwrapped[i]);
    }
    double highest_deg = lowest_deg;
    for (guint32 i = 0; i < n_points; i++)
        highest_deg = MAX(highest_deg, unwrapped[i]);
    double shift_deg = lowest_deg < -214 ? 360 : highest_deg > 214 ? -360 : 0;
    for (guint32 i = 0; i < n_points; i++)
        points[i].lon_e7 = (gint32)lrint(CLAMP(unwrapped[i] + shift_deg, -214, 214) * INCMAP_E7);
}

/* A spine is "lon lat, lon lat, …"; a single point will do. */
static gboolean
parse_spine(IncmapShape *shape, const char *spine)
{
    g_auto(GStrv) points = g_strsplit_set(spine, ";,", -1);
    guint n = g_strv_length(points);
    shape->points = g_new0(IncmapE7, (gsize)n + 2);
    shape->part_starts = g_new0(guint32, 2);
    g_autofree double *lons_deg = g_new0(double, (gsize)n + 2);
    guint32 n_points = 0;
    for (guint i = 0; i < n; i++) {
        char *end = NULL;
        double lon_deg = g_ascii_strtod(points[i], &end);
        if (end == points[i])
            return FALSE;
        char *rest = end;
        double lat_deg = g_ascii_strtod(rest, &end);
        if (end == rest || !(ABS(lon_deg) <= 180) || !(ABS(lat_deg) <= 90))
            return FALSE;
        lons_deg[n_points] = lon_deg;
        shape->points[n_points++].lat_e7 = (gint32)lrint(lat_deg * INCMAP_E7);
    }
    unwrap_spine(shape->points, lons_deg, n_points);
    if (n_points == 1) {
        shape->points[1] = shape->points[0];
        n_points = 2;
    }
    shape->n_parts = n_points > 0 ? 1 : 0;
    shape->part_starts[1] = n_points;
    return n_points > 0;
}

static IncmapShapes *
load_labels(const char *dir, GError **error)
{
    g_autoptr(IncmapTable) table = incmap_table_load(dir, "labels.csv", error);
    if (table == NULL)
        return NULL;
    g_autoptr(IncmapShapes) labels = g_new0(IncmapShapes, 1);
    labels->fields = g_strdupv(table->columns);
    labels->shapes = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_shape_free);
    for (guint i = 0; i < table->rows->len; i++) {
        GStrv row = g_ptr_array_index(table->rows, i);
        IncmapShape *shape = incmap_shape_new(g_strdupv(row));
        g_ptr_array_add(labels->shapes, shape);
        const char *spine = incmap_table_get(table, row, "spine");
        if (!parse_spine(shape, spine)) {
            incmap_fail(error, INCMAP_ERROR_LAYER,
                        "labels.csv: row %u: spine \"%s\" is no list "
                        "of \"lon lat\"",
                        i + 1, spine);
            return NULL;
        }
    }
    return g_steal_pointer(&labels);
}

static gboolean
load_all(IncmapSources *sources, const char *dir, GError **error)
{
    return (sources->admin1 = incmap_shapes_load(dir, "admin1", INCMAP_SHAPES_NEEDED, error)) !=
               NULL &&
           (sources->borders = incmap_shapes_load(dir, "borders", INCMAP_SHAPES_OPTIONAL, error)) !=
               NULL &&
           (sources->lakes = incmap_shapes_load(dir, "lakes", INCMAP_SHAPES_OPTIONAL, error)) !=
               NULL &&
           (sources->rivers = incmap_shapes_load(dir, "rivers", INCMAP_SHAPES_OPTIONAL, error)) !=
               NULL &&
           (sources->labels = load_labels(dir, error)) != NULL &&
           (sources->country_table = incmap_table_load(dir, "countries.tsv", error)) != NULL &&
           (sources->admin1_names = incmap_table_load(dir, "admin1-names.tsv.gz", error)) != NULL &&
           (sources->water_names = incmap_table_load(dir, "water-names.csv", error)) != NULL;
}

IncmapSources *
incmap_sources_load(const char *dir, GError **error)
{
    g_autoptr(IncmapSources) sources = g_new0(IncmapSources, 1);
    if (!load_all(sources, dir, error))
        return NULL;
    sort_admin1(sources);
    find_countries(sources);
    sources->languages = g_ptr_array_new();
    add_languages(sources->languages, sources->country_table, "name_");
    add_languages(sources->languages, sources->admin1_names, "");
    g_ptr_array_sort(sources->languages, compare_texts);
    g_ptr_array_add(sources->languages, NULL);
    return g_steal_pointer(&sources);
}

void
incmap_sources_free(IncmapSources *sources)
{
    if (sources == NULL)
        return;
    incmap_shapes_free(sources->admin1);
    incmap_shapes_free(sources->borders);
    incmap_shapes_free(sources->lakes);
    incmap_shapes_free(sources->rivers);
    incmap_shapes_free(sources->labels);
    incmap_table_free(sources->country_table);
    incmap_table_free(sources->admin1_names);
    incmap_table_free(sources->water_names);
    g_strfreev(sources->admin1_ids);
    g_strfreev(sources->countries);
    g_free(sources->admin1_countries);
    g_clear_pointer(&sources->languages, g_ptr_array_unref);
    g_free(sources);
}

const char **
incmap_sources_names(const IncmapSources *sources, const IncmapTable *table, GStrv row,
                     const char *prefix)
{
    if (row == NULL)
        return NULL;
    const char **names = g_new0(const char *, sources->languages->len);
    for (guint i = 0; i + 1 < sources->languages->len; i++) {
        g_autofree char *column =
            g_strconcat(prefix, (const char *)sources->languages->pdata[i], NULL);
        names[i] = incmap_table_get(table, row, column);
    }
    return names;
}

const char **
incmap_sources_water_names(const IncmapSources *sources, const char *name)
{
    const IncmapTable *table = sources->water_names;
    return incmap_sources_names(sources, table, incmap_table_find_row(table, "name_en", name),
                                "name_");
}
