/* SPDX-License-Identifier: MIT */
#include "project/land.h"

#include "project/rings.h"

#include <math.h>

static const double earth_radius_m = 6371007.2;

void
incmap_land_job_init(IncmapLandJob *job, IncmapScene *scene, const IncmapLayers *layers,
                     const IncmapFrame *frame, double tolerance_pt)
{
    *job = (IncmapLandJob){.scene = scene,
                           .layers = layers,
                           .frame = frame,
                           .tolerance_m = frame->m_per_pt * tolerance_pt,
                           .points = g_array_new(FALSE, FALSE, sizeof(IncmapPoint)),
                           .starts = g_array_new(FALSE, FALSE, sizeof(guint32))};
    incmap_cutter_init(&job->cutter, frame);
}

void
incmap_land_job_clear(IncmapLandJob *job)
{
    incmap_cutter_clear(&job->cutter);
    g_clear_pointer(&job->points, g_array_unref);
    g_clear_pointer(&job->starts, g_array_unref);
    g_clear_pointer(&job->with_incident, g_hash_table_unref);
}

IncmapLandFeature *
incmap_land_job_take(IncmapLandJob *job, IncmapLandLayer *layer)
{
    if (job->starts->len == 0)
        return NULL;
    IncmapLandFeature feature = {.n_parts = job->starts->len};
    guint32 end = job->points->len;
    g_array_append_val(job->starts, end);
    feature.part_starts = g_memdup2(job->starts->data, job->starts->len * sizeof(guint32));
    feature.points = g_memdup2(job->points->data, job->points->len * sizeof(IncmapPoint));
    IncmapWindow window = incmap_window_of(job->points);
    feature.box = (IncmapBox){window.min[0], window.min[1], window.max[0], window.max[1]};
    g_array_append_val(layer->features, feature);
    g_array_set_size(job->points, 0);
    g_array_set_size(job->starts, 0);
    return &g_array_index(layer->features, IncmapLandFeature, layer->features->len - 1);
}

/* A layer being cut. */
typedef struct Cut Cut;
struct Cut {
    IncmapLandJob *job;
    const IncmapLandRequest *request;
    IncmapLandLayer *layer;
    double min_km2; /* of a ring */
    double pt2_per_km2;
    IncmapRings rings;
    GArray *ring;      /* IncmapLonLat, scratch */
    GPtrArray *pieces; /* of land at the antimeridian, arrays of IncmapLonLat */
    IncmapFeature first_piece;
    gboolean needs_join; /* the map shows the antimeridian */
};

static double
visible_area_pt2(const IncmapLandJob *job, guint first_part)
{
    double sum = 0;
    for (guint part = first_part; part < job->starts->len; part++) {
        guint32 start = g_array_index(job->starts, guint32, part);
        guint32 end = part + 1 < job->starts->len ? g_array_index(job->starts, guint32, part + 1)
                                                  : job->points->len;
        sum += incmap_polygon_area(&g_array_index(job->points, IncmapPoint, start), end - start);
    }
    return sum;
}

static guint
largest_ring(const double *areas_km2, guint n)
{
    guint best = 0;
    for (guint i = 1; i < n; i++)
        if (areas_km2[i] > areas_km2[best])
            best = i;
    return best;
}

/* Holes of a size that matters, as Lesotho's in South Africa, in the largest ring. */
static gboolean
is_hole(Cut *cut, guint index, guint largest, const double *areas_km2)
{
    if (index == largest || areas_km2[index] < 0.002 * areas_km2[largest])
        return FALSE;
    const IncmapRing *outer = &g_array_index(cut->rings.rings, IncmapRing, largest);
    const IncmapRing *inner = &g_array_index(cut->rings.rings, IncmapRing, index);
    if (!incmap_window_holds(outer->window, inner->window))
        return FALSE;
    incmap_rings_copy(&cut->rings, outer, cut->ring);
    return incmap_ring_holds(cut->ring,
                             g_array_index(cut->rings.points, IncmapLonLat, inner->start));
}

/* Cuts the rings that are loaded, as one feature. */
static void
cut_rings(Cut *cut, const IncmapFeature *feature)
{
    IncmapLandJob *job = cut->job;
    guint n = cut->rings.rings->len;
    g_autofree double *areas_km2 = g_new0(double, n + 1);
    for (guint i = 0; i < n; i++)
        areas_km2[i] =
            incmap_ring_area_km2(&cut->rings, &g_array_index(cut->rings.rings, IncmapRing, i));
    guint largest = largest_ring(areas_km2, n);
    double whole_km2 = 0, area_pt2 = 0;
    for (guint i = 0; i < n; i++) {
        gboolean keeps_country = feature->layer == INCMAP_LAYER_COUNTRIES && i == largest;
        if (areas_km2[i] < cut->min_km2 && !keeps_country)
            continue;
        int sign = is_hole(cut, i, largest, areas_km2) ? -1 : 1;
        guint first_part = job->starts->len;
        incmap_rings_copy(&cut->rings, &g_array_index(cut->rings.rings, IncmapRing, i), cut->ring);
        incmap_cutter_ring(&job->cutter, cut->ring, job->points, job->starts);
        whole_km2 += sign * areas_km2[i];
        area_pt2 += sign * visible_area_pt2(job, first_part);
    }
    IncmapLandFeature *land = incmap_land_job_take(job, cut->layer);
    if (land == NULL)
        return;
    incmap_land_describe(job, feature, land);
    land->whole_area_pt2 = whole_km2 * cut->pt2_per_km2;
    land->area_pt2 = area_pt2;
}

static void
cut_polygon(Cut *cut, const IncmapFeature *feature)
{
    guint n_before = cut->pieces->len;
    gboolean goes_later = feature->layer == INCMAP_LAYER_LAND && cut->needs_join;
    incmap_rings_load(&cut->rings, cut->job->layers, feature, cut->job->tolerance_m,
                      cut->job->frame->extent, goes_later ? cut->pieces : NULL);
    if (cut->pieces->len > n_before && n_before == 0)
        cut->first_piece = *feature;
    cut_rings(cut, feature);
}

/* The layer of land has a feature for each piece of land; those that were cut apart at the
 * antimeridian become one feature. */
static void
cut_pieces(Cut *cut)
{
    if (cut->pieces->len == 0)
        return;
    incmap_rings_empty(&cut->rings);
    incmap_rings_join(&cut->rings, cut->pieces);
    cut_rings(cut, &cut->first_piece);
}

/* The coast of an island that is left out as a polygon is left out as a line. */
static gboolean
is_tiny_loop(const Cut *cut, const GArray *line)
{
    IncmapLonLat first = g_array_index(line, IncmapLonLat, 0);
    IncmapLonLat last = g_array_index(line, IncmapLonLat, line->len - 1);
    if (line->len < 3 || first.lon_deg != last.lon_deg || first.lat_deg != last.lat_deg)
        return FALSE;
    double sum = 0;
    for (guint i = 1; i < line->len; i++) {
        IncmapLonLat a = g_array_index(line, IncmapLonLat, i - 1);
        IncmapLonLat b = g_array_index(line, IncmapLonLat, i);
        sum += (a.lon_deg - first.lon_deg) * (b.lat_deg - first.lat_deg) -
               (b.lon_deg - first.lon_deg) * (a.lat_deg - first.lat_deg);
    }
    double km_per_deg = earth_radius_m / 1000 * (G_PI / 180);
    double km2 = fabs(sum) / 2 * cos(first.lat_deg * (G_PI / 180)) * km_per_deg * km_per_deg;
    return km2 < cut->min_km2;
}

static void
cut_line(Cut *cut, const IncmapFeature *feature)
{
    IncmapLandJob *job = cut->job;
    for (guint32 part = 0; part < feature->n_parts; part++) {
        IncmapExtent extent = incmap_layers_part_extent(job->layers, feature, part);
        IncmapWindow own = {{extent.west_deg, extent.south_deg},
                            {extent.east_deg, extent.north_deg}};
        if (!incmap_window_meets_extent(own, job->frame->extent))
            continue;
        incmap_layers_part(job->layers, feature, part, job->tolerance_m, cut->ring);
        if (cut->ring->len < 2)
            continue;
        if (feature->layer == INCMAP_LAYER_COAST && is_tiny_loop(cut, cut->ring))
            continue;
        incmap_cutter_line(&job->cutter, cut->ring, job->points, job->starts);
    }
    IncmapLandFeature *land = incmap_land_job_take(job, cut->layer);
    if (land != NULL)
        incmap_land_describe(job, feature, land);
}

static gboolean
cut_feature(const IncmapFeature *feature, gpointer data)
{
    Cut *cut = data;
    const IncmapLandRequest *request = cut->request;
    if (request->max_rank > 0 && feature->rank > request->max_rank)
        return TRUE;
    if (request->code != NULL && g_strcmp0(feature->code, request->code) != 0 &&
        g_strcmp0(feature->code2, request->code) != 0)
        return TRUE;
    if (cut->layer->geometry == INCMAP_GEOMETRY_POLYGON)
        cut_polygon(cut, feature);
    else
        cut_line(cut, feature);
    return TRUE;
}

static IncmapGeometry
geometry_of(IncmapLayerId layer)
{
    switch (layer) {
    case INCMAP_LAYER_LAND:
    case INCMAP_LAYER_COUNTRIES:
    case INCMAP_LAYER_ADMIN1:
    case INCMAP_LAYER_LAKES:
        return INCMAP_GEOMETRY_POLYGON;
    default:
        return INCMAP_GEOMETRY_LINE;
    }
}

IncmapLandLayer *
incmap_land_cut(IncmapLandJob *job, const char *name, const IncmapLandRequest *request)
{
    double m_per_pt = job->frame->m_per_pt;
    double min_pt2 = request->min_area_pt2 == 0 ? 1 : MAX(request->min_area_pt2, 0);
    Cut cut = {.job = job,
               .request = request,
               .layer = incmap_land_layer_new(name, geometry_of(request->layer)),
               .min_km2 = min_pt2 * m_per_pt * m_per_pt / 1e6,
               .pt2_per_km2 = 1e6 / (m_per_pt * m_per_pt),
               .ring = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat)),
               .pieces = g_ptr_array_new_with_free_func((GDestroyNotify)g_array_unref)};
    incmap_rings_init(&cut.rings);
    cut.needs_join = incmap_extent_has_antimeridian(job->frame->extent);
    incmap_layers_each(job->layers, request->layer, job->frame->extent, cut_feature, &cut);
    cut_pieces(&cut);
    incmap_rings_clear(&cut.rings);
    g_array_unref(cut.ring);
    g_ptr_array_unref(cut.pieces);
    cut.layer->credit =
        incmap_scene_string(job->scene, incmap_layers_credit(job->layers, request->layer));
    return cut.layer;
}

IncmapLandLayer *
incmap_land_sphere(IncmapLandJob *job)
{
    IncmapLandLayer *layer = incmap_land_layer_new("sphere", INCMAP_GEOMETRY_POLYGON);
    incmap_cutter_sphere(&job->cutter, job->points, job->starts);
    double area_pt2 = visible_area_pt2(job, 0);
    IncmapLandFeature *land = incmap_land_job_take(job, layer);
    if (land != NULL) {
        land->area_pt2 = area_pt2;
        land->whole_area_pt2 = 4 * G_PI * pow(earth_radius_m / job->frame->m_per_pt, 2);
    }
    return layer;
}
