/* SPDX-License-Identifier: MIT */
/*
 * Small maps that say where the main map is: a globe, or the continent around.
 */
#include "project/choose.h"
#include "project/fit.h"
#include "project/land.h"

#include <math.h>

static const double inset_tolerance_pt = 0.25;

static void
set_frame(IncmapInset *inset, const IncmapScene *scene, IncmapBox map, IncmapTransform *transform)
{
    IncmapFrame *frame = &inset->frame;
    frame->width_pt = scene->frame.width_pt;
    frame->height_pt = scene->frame.height_pt;
    frame->map = map;
    frame->transform = transform;
    frame->free_transform = (void (*)(gpointer))incmap_transform_free;
    frame->forward = incmap_transform_forward;
    frame->inverse = incmap_transform_inverse;
    incmap_frame_measure(frame);
}

/* The outline of the main map on the inset; FALSE when it runs beyond the globe of either. */
static gboolean
trace_outline(const IncmapFrame *frame, const IncmapFrame *inset, GArray *ring)
{
    const int n = 32; /* points a side */
    IncmapBox box = frame->map;
    IncmapPoint corners[] = {{box.x0_pt, box.y0_pt},
                             {box.x1_pt, box.y0_pt},
                             {box.x1_pt, box.y1_pt},
                             {box.x0_pt, box.y1_pt}};
    for (int i = 0; i < 4 * n; i++) {
        IncmapPoint from = corners[i / n], to = corners[(i / n + 1) % 4];
        double t = (double)(i % n) / n;
        IncmapPoint at = {from.x_pt + (to.x_pt - from.x_pt) * t,
                          from.y_pt + (to.y_pt - from.y_pt) * t};
        IncmapLonLat place;
        if (!frame->inverse(frame->transform, at, &place) ||
            !inset->forward(inset->transform, place, &at))
            return FALSE;
        g_array_append_val(ring, at);
    }
    return TRUE;
}

static void
add_outline(IncmapLandJob *job, const IncmapFrame *main_frame, GPtrArray *land)
{
    IncmapLandLayer *layer = incmap_land_layer_new("extent", INCMAP_GEOMETRY_POLYGON);
    g_ptr_array_add(land, layer);
    if (!trace_outline(main_frame, job->frame, job->points)) {
        g_array_set_size(job->points, 0);
        return;
    }
    guint32 start = 0;
    incmap_clip_ring(job->points, job->cutter.box, job->cutter.spare);
    if (job->points->len >= 3)
        g_array_append_val(job->starts, start);
    incmap_land_job_take(job, layer);
}

static void
fill(IncmapInset *inset, IncmapScene *scene, const IncmapLayers *layers, gboolean has_outline)
{
    IncmapLandJob job;
    incmap_land_job_init(&job, scene, layers, &inset->frame, inset_tolerance_pt);
    job.focus_codes[0] = scene->focus_country;
    inset->land = g_ptr_array_new_with_free_func((GDestroyNotify)incmap_land_layer_free);
    g_ptr_array_add(inset->land, incmap_land_sphere(&job));
    IncmapLandRequest land = {.layer = INCMAP_LAYER_LAND, .min_area_pt2 = 0.3};
    g_ptr_array_add(inset->land, incmap_land_cut(&job, "land", &land));
    if (has_outline) {
        IncmapLandRequest borders = {.layer = INCMAP_LAYER_BORDERS};
        g_ptr_array_add(inset->land, incmap_land_cut(&job, "borders", &borders));
    }
    if (scene->focus_country != NULL) {
        IncmapLandRequest focus = {
            .layer = INCMAP_LAYER_COUNTRIES, .min_area_pt2 = 0.1, .code = scene->focus_country};
        g_ptr_array_add(inset->land, incmap_land_cut(&job, "focus", &focus));
    }
    if (has_outline)
        add_outline(&job, &scene->frame, inset->land);
    incmap_land_job_clear(&job);
}

/* A transform to the named projection centred on @centre. */
static IncmapTransform *
centred_transform(IncmapInset *inset, IncmapScene *scene, const char *name, IncmapLonLat centre,
                  GError **error)
{
    IncmapChoice choice = {.named = incmap_projection_find(name)};
    IncmapView view = {.centre = centre, .radius_deg = 40};
    g_autofree char *definition = incmap_choice_define(&choice, &view);
    inset->frame.projection = incmap_scene_string(scene, definition);
    inset->frame.projection_name = choice.named->title;
    return incmap_transform_new(definition, error);
}

IncmapInset *
incmap_project_globe(IncmapScene *scene, const IncmapLayers *layers, IncmapLonLat centre,
                     IncmapPoint at, double radius_pt, GError **error)
{
    g_return_val_if_fail(scene != NULL && layers != NULL && radius_pt > 0, NULL);
    g_autoptr(IncmapInset) inset = g_new0(IncmapInset, 1);
    IncmapTransform *transform = centred_transform(inset, scene, "orthographic", centre, error);
    if (transform == NULL)
        return NULL;
    transform->pt_per_m = radius_pt / 6371007.181; /* the sphere of names.c */
    transform->page_origin = at;
    IncmapBox map = {at.x_pt - radius_pt, at.y_pt - radius_pt, at.x_pt + radius_pt,
                     at.y_pt + radius_pt};
    inset->frame.reason = "a globe shows at a glance where on earth it is";
    set_frame(inset, scene, map, transform);
    inset->frame.is_world = TRUE;
    fill(inset, scene, layers, FALSE);
    return g_steal_pointer(&inset);
}

/* Where the country that the map is about lies, and how much of the plane shows it whole; FALSE
 * when the map shows much of it already or it is too large to say more than the continent does. */
static gboolean
is_country_telling(const IncmapScene *scene, const IncmapLayers *layers, double main_m,
                   IncmapLonLat *out_centre, double *out_across_m)
{
    const double m_per_deg = 111195, least_times = 4, most_m = 5000e3;
    IncmapFeature country;
    if (scene->focus_country == NULL ||
        !incmap_find_country(layers, scene->focus_country, &country))
        return FALSE;
    IncmapExtent extent = country.extent;
    IncmapLonLat centre = {incmap_wrap_lon((extent.west_deg + extent.east_deg) / 2),
                           (extent.south_deg + extent.north_deg) / 2};
    double wide_m =
        (extent.east_deg - extent.west_deg) * m_per_deg * cos(centre.lat_deg * (G_PI / 180));
    double high_m = (extent.north_deg - extent.south_deg) * m_per_deg;
    double across_m = MAX(wide_m, high_m) * 1.2;
    if (across_m < main_m * least_times || across_m > most_m ||
        !incmap_extent_has_point(extent, scene->frame.centre))
        return FALSE;
    *out_centre = centre;
    *out_across_m = across_m;
    return TRUE;
}

IncmapInset *
incmap_project_locator(IncmapScene *scene, const IncmapLayers *layers, IncmapBox box,
                       GError **error)
{
    g_return_val_if_fail(scene != NULL && layers != NULL && scene->frame.transform != NULL, NULL);
    const double across = 3.5, least_m = 3000e3, most_m = 9000e3;
    const IncmapFrame *frame = &scene->frame;
    g_autoptr(IncmapInset) inset = g_new0(IncmapInset, 1);
    double main_m =
        MAX(incmap_box_width(frame->map), incmap_box_height(frame->map)) * frame->m_per_pt;
    IncmapLonLat centre = frame->centre;
    double shown_m = MAX(CLAMP(main_m * across, least_m, most_m), main_m * 1.5);
    gboolean is_country = is_country_telling(scene, layers, main_m, &centre, &shown_m);
    IncmapTransform *transform =
        centred_transform(inset, scene, "lambert azimuthal", centre, error);
    if (transform == NULL)
        return NULL;
    double side_pt = MIN(incmap_box_width(box), incmap_box_height(box));
    transform->pt_per_m = side_pt / shown_m;
    transform->page_origin = incmap_box_centre(box);
    IncmapEastNorth middle = {0, 0};
    incmap_transform_plane(transform, centre, &middle);
    transform->east0_m = middle.east_m;
    transform->north0_m = middle.north_m;
    inset->frame.reason = is_country ? "an overview of the country shows where the map is"
                                     : "an overview of the continent shows where the map is";
    set_frame(inset, scene, box, transform);
    fill(inset, scene, layers, TRUE);
    return g_steal_pointer(&inset);
}
