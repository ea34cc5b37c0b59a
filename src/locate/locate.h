/* SPDX-License-Identifier: MIT */
/*
 * Stage 2: words that say where → places, each with precision, score and
 * reason.
 */
#pragma once

#include "layers/layers.h"
#include "locate/choices.h"
#include "locate/gazetteer.h"
#include "scene/scene.h"

typedef struct IncmapLocateOptions IncmapLocateOptions;
struct IncmapLocateOptions {
    const char *country;  /* (nullable): a country that rows without one belong to, code or name */
    const char *language; /* (nullable): for names on the map */
    IncmapChoices *choices; /* (nullable): what was decided in a review */
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

/* Sets scene->focus_country again, for a scene of some of the incidents of another. */
void incmap_locate_choose_focus(IncmapScene *scene);
/* Likewise what is said of borders, which depends on how many incidents there are. */
void incmap_locate_describe_borders(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                                    const IncmapLayers *layers);

/* One name with its context, as `incmap locate` asks. Nullable strings mean "not said". */
void incmap_locate_name(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                        const IncmapLayers *layers, const char *place, const char *admin2,
                        const char *admin1, const char *country, IncmapFix *out_fix);

/** IncmapWeightParts: factors of what speaks for a place; 1: neither for nor against it */
typedef struct IncmapWeightParts IncmapWeightParts;
struct IncmapWeightParts {
    double name;    /* kind of name and spelling */
    double size;    /* of the place: 1 for ten million people */
    double kind;    /* town, province … beside the word that says what it is */
    double stated;  /* country and province that the input states */
    double context; /* countries and places that the input names besides */
};

/** IncmapCandidate: a place that a name may mean */
typedef struct IncmapCandidate IncmapCandidate;
struct IncmapCandidate {
    IncmapPlace place;
    double score; /* 0 … 1 */
    IncmapWeightParts parts;
    unsigned edits; /* by which the spelling differs */
    IncmapNameKind kind;
    gboolean is_elsewhere, is_other_admin1; /* outside the stated country or admin-1 */
};

/* Appends at most @max places that a name with its context may mean, the likeliest first. */
void incmap_locate_candidates(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                              const IncmapLayers *layers, const char *place, const char *admin1,
                              const char *country, guint max, GArray *candidates);

/* Name, areas, precision and radius of a place as a fix has them. */
void incmap_locate_describe(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                            const IncmapPlace *place, IncmapFix *out_fix);

/* What two questions that mean the same have in common; free with g_free(). */
char *incmap_locate_key(IncmapScene *scene, const IncmapGazetteer *gazetteer, const char *place,
                        const char *admin2, const char *admin1, const char *country);

/* What stands at a point: "Tinzaouaten, Kidal, Mali; 2 km from the Algerian border". */
void incmap_locate_point(IncmapScene *scene, const IncmapGazetteer *gazetteer,
                         const IncmapLayers *layers, IncmapLonLat point, IncmapFix *out_fix);
