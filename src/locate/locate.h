/* SPDX-License-Identifier: MIT */
/*
 * Stage 2: words that say where → places, each with precision, score and
 * reason.
 */
#pragma once

#include "layers/layers.h"
#include "locate/gazetteer.h"
#include "scene/scene.h"

typedef struct IncmapLocateOptions IncmapLocateOptions;
struct IncmapLocateOptions {
    const char *country;  /* (nullable): a country that rows without one belong to, code or name */
    const char *language; /* (nullable): for names on the map */
};

/**
 * incmap_locate_scene:
 *
 * Fills scene->fixes (parallel to scene->incidents), the fixes of scene->mentions,
 * scene->focus_country and notes. An incident that can't be located gets a fix
 * with %INCMAP_PRECISION_NONE, a reason and a note: that isn't a failure.
 */
gboolean incmap_locate_scene(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                             const IncmapLayers *layers, const IncmapLocateOptions *options,
                             GError **error);

/* One name with its context, as `incmap locate` asks. Nullable strings mean "not said". */
void incmap_locate_name(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                        const IncmapLayers *layers, const char *place, const char *admin2,
                        const char *admin1, const char *country, IncmapFix *out_fix);

/* What stands at a point: "Tinzaouaten, Kidal, Mali; 2 km from the Algerian border". */
void incmap_locate_point(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                         const IncmapLayers *layers, IncmapLonLat point, IncmapFix *out_fix);
