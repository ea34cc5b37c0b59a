/* SPDX-License-Identifier: MIT */
/*
 * Looks at an arranged page as an editor would: what was dropped, type too
 * small or too faint, colours that fall together for some readers or in grey,
 * points in the sea or another country, what has to be named and isn't, a scale
 * bar that lies, too much ink.
 */
#pragma once

#include "scene/finding.h"
#include "scene/scene.h"

struct IncmapStyle;

typedef struct IncmapJudgeOptions IncmapJudgeOptions;
struct IncmapJudgeOptions {
    double dpi;
    gboolean is_screen; /* sizes count in pixels */
    gboolean has_date;  /* the user said when this was written */
    gboolean has_organisation;
    gboolean has_disclaimers; /* whatever the style says */
};

/* The findings, faults first; (transfer full) (element-type IncmapFinding). */
GArray *incmap_judge_page(IncmapScene *scene, const struct IncmapStyle *style,
                          const IncmapJudgeOptions *options);

/* For the parts of this module. */
void incmap_judge_add(GArray *findings, const char *code, gboolean is_fault, IncmapBox box,
                      int incident, const char *text);
void incmap_judge_texts(IncmapScene *scene, const IncmapJudgeOptions *options, GArray *findings);
void incmap_judge_symbols(IncmapScene *scene, const struct IncmapStyle *style, GArray *findings);
void incmap_judge_places(IncmapScene *scene, GArray *findings);
/* Whether a feature's polygon holds a point of the page, even-odd. */
gboolean incmap_judge_holds(const IncmapLandFeature *feature, IncmapPoint at);
