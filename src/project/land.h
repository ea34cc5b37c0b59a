/* SPDX-License-Identifier: MIT */
/*
 * Base layers cut to a frame; shared by the main map and the insets.
 */
#pragma once

#include "project/cutter.h"
#include "project/project.h"

/* With incidents in more countries than these, none stands out. */
#define INCMAP_MAX_FOCUS 4

/** IncmapLandJob: one frame being filled */
typedef struct IncmapLandJob IncmapLandJob;
struct IncmapLandJob {
    IncmapScene *scene; /* keeps the strings */
    const IncmapLayers *layers;
    const IncmapFrame *frame;
    const char *language;
    double tolerance_m;
    /* The country or the few countries that the map is about; ends with NULL. */
    const char *focus_codes[INCMAP_MAX_FOCUS + 1];
    GHashTable *with_incident; /* ids of admin-1 areas and codes of countries; NULL */
    IncmapCutter cutter;
    GArray *points, *starts; /* of the feature being made */
};

void incmap_land_job_init(IncmapLandJob *job, IncmapScene *scene, const IncmapLayers *layers,
                          const IncmapFrame *frame, double tolerance_pt);
void incmap_land_job_clear(IncmapLandJob *job);

/* The layer named @name (a static string) for a request. */
IncmapLandLayer *incmap_land_cut(IncmapLandJob *job, const char *name,
                                 const IncmapLandRequest *request);
/* The part of the globe inside the map box. */
IncmapLandLayer *incmap_land_sphere(IncmapLandJob *job);
/* graticule.c */
IncmapLandLayer *incmap_land_graticule(IncmapLandJob *job, double interval_deg);

/* Ends the feature whose points and starts the job holds and appends it, with its box; FALSE when
 * there is nothing of it. The properties and names are the caller's to add. */
IncmapLandFeature *incmap_land_job_take(IncmapLandJob *job, IncmapLandLayer *layer);

/* properties.c */
void incmap_land_describe(IncmapLandJob *job, const IncmapFeature *feature,
                          IncmapLandFeature *out_land);
/* Sets the focus to the scene's country, else to those of its incidents. */
void incmap_land_choose_focus(IncmapLandJob *job, const IncmapScene *scene);
gboolean incmap_land_is_focus(const IncmapLandJob *job, const char *code);
GHashTable *incmap_land_find_incidents(const IncmapScene *scene, const IncmapLayers *layers);
void incmap_land_add_text(GArray *properties, const char *key, const char *text);
void incmap_land_add_number(GArray *properties, const char *key, double number);
