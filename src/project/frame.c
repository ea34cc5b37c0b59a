/* SPDX-License-Identifier: MIT */
#include "project/choose.h"
#include "project/cutter.h"
#include "project/fit.h"

#include "base/geodesy.h"

#include <math.h>

static gboolean
check_box(const IncmapProjectOptions *options, GError **error)
{
    double width = incmap_box_width(options->map), height = incmap_box_height(options->map);
    if (!(width >= 10 && height >= 10) || !(width <= 20000 && height <= 20000))
        return incmap_fail(error, INCMAP_ERROR_USAGE,
                           "the map would be %.0f by %.0f pt; it needs 10 to 20000 each way", width,
                           height);
    return TRUE;
}

static IncmapTransform *
fit_once(IncmapScene *scene, const IncmapChoice *choice, const IncmapView *view,
         const IncmapProjectOptions *options, guint *out_n_hidden, GError **error)
{
    g_autofree char *definition = incmap_choice_define(choice, view);
    g_autoptr(IncmapTransform) transform = incmap_transform_new(definition, error);
    if (transform == NULL)
        return NULL;
    if (!incmap_fit(transform, view, options, out_n_hidden)) {
        incmap_fail(error, INCMAP_ERROR_PROJECTION, "projection \"%s\" shows nothing of %s",
                    definition, view->reason);
        return NULL;
    }
    scene->frame.projection = incmap_scene_string(scene, definition);
    return g_steal_pointer(&transform);
}

/* Room wished for at one side moves the map aside; the projection then follows to the new middle,
 * so that north is up there. */
static gboolean
follow_middle(const IncmapTransform *transform, const IncmapChoice *choice, IncmapView *view,
              const IncmapProjectOptions *options)
{
    IncmapLonLat middle;
    if (choice->named == NULL || view->is_world || view->holds_pole ||
        !incmap_transform_inverse((gpointer)transform, incmap_box_centre(options->map), &middle))
        return FALSE;
    view->centre = middle;
    return TRUE;
}

static gboolean
is_outline_on_page(const IncmapFrame *frame)
{
    IncmapExtent extent = frame->extent;
    if (extent.east_deg - extent.west_deg > 359 && extent.south_deg < -50 && extent.north_deg > 50)
        return TRUE;
    IncmapCutter cutter;
    incmap_cutter_init(&cutter, frame);
    g_autoptr(GArray) ring = g_array_new(FALSE, FALSE, sizeof(IncmapLonLat));
    incmap_cutter_outline(&cutter, ring);
    gboolean is_inside = TRUE;
    for (guint i = 0; i < ring->len && is_inside; i++) {
        IncmapPoint at;
        is_inside =
            incmap_transform_forward(frame->transform, g_array_index(ring, IncmapLonLat, i), &at) &&
            incmap_box_has_point(incmap_box_grow(frame->map, 0.5), at);
    }
    incmap_cutter_clear(&cutter);
    return is_inside;
}

static void
fill_frame(IncmapScene *scene, IncmapTransform *transform, const IncmapChoice *choice,
           const IncmapView *view, const IncmapProjectOptions *options)
{
    IncmapFrame *frame = &scene->frame;
    frame->width_pt = options->width_pt;
    frame->height_pt = options->height_pt;
    frame->map = options->map;
    frame->projection_name = choice->named != NULL ? choice->named->title
                                                   : incmap_scene_string(scene, choice->definition);
    frame->reason = choice->reason;
    frame->extent_reason = view->reason;
    frame->transform = transform;
    frame->free_transform = (void (*)(gpointer))incmap_transform_free;
    frame->forward = incmap_transform_forward;
    frame->inverse = incmap_transform_inverse;
    incmap_frame_measure(frame);
    frame->is_world = is_outline_on_page(frame);
    incmap_scene_explain(scene, "map: shows %s", view->reason);
    incmap_scene_explain(scene, "map: %s projection (%s), %s; scale 1:%.0f", frame->projection_name,
                         frame->projection, choice->reason, frame->scale_denominator);
}

static gboolean
frame_view(IncmapScene *scene, IncmapView *view, const IncmapProjectOptions *options,
           GError **error)
{
    IncmapChoice choice;
    guint n_hidden = 0;
    if (!incmap_choice_make(&choice, options->projection, view, options->is_equal_area_wanted,
                            error))
        return FALSE;
    g_autoptr(IncmapTransform) transform =
        fit_once(scene, &choice, view, options, &n_hidden, error);
    if (transform == NULL)
        return FALSE;
    if (follow_middle(transform, &choice, view, options)) {
        incmap_transform_free(g_steal_pointer(&transform));
        transform = fit_once(scene, &choice, view, options, &n_hidden, error);
        if (transform == NULL)
            return FALSE;
    }
    if (n_hidden > 0)
        incmap_scene_note(scene, "%u places lie beyond what the projection \"%s\" can show",
                          n_hidden, scene->frame.projection);
    fill_frame(scene, g_steal_pointer(&transform), &choice, view, options);
    return TRUE;
}

gboolean
incmap_project_frame(IncmapScene *scene, const IncmapLayers *layers,
                     const IncmapProjectOptions *options, GError **error)
{
    g_return_val_if_fail(scene != NULL && layers != NULL && options != NULL, FALSE);
    IncmapView view;
    if (!check_box(options, error))
        return FALSE;
    if (scene->frame.free_transform != NULL)
        scene->frame.free_transform(scene->frame.transform);
    scene->frame = (IncmapFrame){0};
    gboolean is_done = incmap_view_choose(&view, scene, layers, options, error) &&
                       frame_view(scene, &view, options, error);
    incmap_view_clear(&view);
    return is_done;
}

double
incmap_frame_km_per_pt(const IncmapFrame *frame, IncmapPoint at, double direction_deg)
{
    const double half_pt = 5;
    double angle = direction_deg * (G_PI / 180);
    double dx = half_pt * sin(angle), dy = -half_pt * cos(angle);
    IncmapLonLat from, to;
    if (!frame->inverse(frame->transform, (IncmapPoint){at.x_pt - dx, at.y_pt - dy}, &from) ||
        !frame->inverse(frame->transform, (IncmapPoint){at.x_pt + dx, at.y_pt + dy}, &to))
        return NAN;
    return incmap_distance_km(from, to) / (2 * half_pt);
}
