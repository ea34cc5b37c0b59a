/* SPDX-License-Identifier: MIT */
#include "project/project.h"

#include "project/land.h"
#include "project/worldview.h"

static const double usual_tolerance_pt = 0.35;

/* Painting order. */
static const IncmapLayerId below_graticule[] = {INCMAP_LAYER_LAND, INCMAP_LAYER_COUNTRIES,
                                                INCMAP_LAYER_ADMIN1, INCMAP_LAYER_LAKES};
static const IncmapLayerId above_graticule[] = {INCMAP_LAYER_RIVERS, INCMAP_LAYER_COAST,
                                                INCMAP_LAYER_ADMIN1_LINES, INCMAP_LAYER_BORDERS,
                                                INCMAP_LAYER_LABELS};

static void
cut_layers(IncmapLandJob *job, const IncmapLandOptions *options, const IncmapLayerId *order,
           gsize n_order)
{
    for (gsize i = 0; i < n_order; i++) {
        IncmapLandRequest usual = {.layer = order[i]};
        gboolean is_wanted = options->requests == NULL;
        const IncmapLandRequest *request = &usual;
        for (gsize k = 0; options->requests != NULL && k < options->n_requests; k++)
            if (options->requests[k].layer == order[i]) {
                request = &options->requests[k];
                is_wanted = TRUE;
            }
        if (is_wanted)
            g_ptr_array_add(job->scene->land,
                            incmap_land_cut(job, incmap_layer_name(order[i]), request));
    }
}

gboolean
incmap_project_land(IncmapScene *scene, const IncmapLayers *layers,
                    const IncmapLandOptions *options, GError **error)
{
    static const IncmapLandOptions usual = {0};
    g_return_val_if_fail(scene != NULL && layers != NULL, FALSE);
    options = options != NULL ? options : &usual;
    if (scene->frame.transform == NULL)
        return incmap_fail(error, INCMAP_ERROR_PROJECTION, "the scene has no frame yet");
    IncmapLandJob job;
    double tolerance_pt = options->tolerance_pt > 0 ? options->tolerance_pt : usual_tolerance_pt;
    incmap_land_job_init(&job, scene, layers, &scene->frame, tolerance_pt);
    job.language = options->language;
    incmap_land_choose_focus(&job, scene);
    job.with_incident = incmap_land_find_incidents(scene, layers);
    g_ptr_array_set_size(scene->land, 0);
    g_ptr_array_add(scene->land, incmap_land_sphere(&job));
    cut_layers(&job, options, below_graticule, G_N_ELEMENTS(below_graticule));
    if (options->has_graticule)
        g_ptr_array_add(scene->land, incmap_land_graticule(&job, options->graticule_deg));
    cut_layers(&job, options, above_graticule, G_N_ELEMENTS(above_graticule));
    if (options->worldview != NULL)
        incmap_worldview_apply(&job, options->worldview);
    incmap_land_job_clear(&job);
    return TRUE;
}
