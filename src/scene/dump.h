/* SPDX-License-Identifier: MIT */
/*
 * The scene as JSON after any stage: for tests, for the report and for people
 * who want to know what a stage decided. Degrees have 5 decimals (about 1 m),
 * page points 2, so that neither the compiler nor the machine shows.
 */
#pragma once

#include "base/json.h"
#include "scene/scene.h"

typedef enum {
    INCMAP_STAGE_READ,
    INCMAP_STAGE_LOCATE,
    INCMAP_STAGE_PROJECT,
    INCMAP_STAGE_ARRANGE,
    INCMAP_N_STAGES
} IncmapStage;

/* "read", "locate", "project", "arrange"; NULL-terminated. */
extern const char *const incmap_stage_ids[INCMAP_N_STAGES + 1];

#define INCMAP_DEGREE_DECIMALS 5
#define INCMAP_POINT_DECIMALS 2

/* All that the stages up to @stage filled in, in a fixed order; transfer full. */
char *incmap_scene_dump(const IncmapScene *scene, IncmapStage stage);

/* Parts that the report and the results of `read` and `locate` share with the dump. Each writes
 * members into the open object. */
void incmap_dump_incident(IncmapJson *json, const IncmapIncident *incident);
void incmap_dump_fix(IncmapJson *json, const IncmapFix *fix);
void incmap_dump_lonlat(IncmapJson *json, IncmapLonLat point);
void incmap_dump_box(IncmapJson *json, const char *key, IncmapBox box);
void incmap_dump_extent(IncmapJson *json, const char *key, IncmapExtent extent);
void incmap_dump_point(IncmapJson *json, const char *key, IncmapPoint point);
void incmap_dump_frame(IncmapJson *json, const IncmapFrame *frame);
void incmap_dump_land(IncmapJson *json, const GPtrArray *land);
void incmap_dump_towns(IncmapJson *json, const GArray *towns);
void incmap_dump_page(IncmapJson *json, const IncmapPage *page);
void incmap_dump_labels(IncmapJson *json, const IncmapPage *page);
void incmap_dump_dropped(IncmapJson *json, const IncmapPage *page);

/* "2024-07-01", or "" when the day is unknown. */
void incmap_format_day(guint32 julian, char out_day[11]);
