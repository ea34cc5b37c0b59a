/* SPDX-License-Identifier: MIT */
/*
 * Stage 4: what stands where on the page. No Cairo and no fonts here: texts are
 * measured through a function that is handed in.
 */
#pragma once

#include "scene/scene.h"

struct IncmapStyle;

typedef struct IncmapArrangeOptions IncmapArrangeOptions;
struct IncmapArrangeOptions {
    double width_pt, height_pt; /* page */
    const char *title;          /* (nullable): made from the incidents when NULL */
    const char *subtitle;       /* (nullable): likewise */
    const char *language;       /* "en" … */
    const char *organisation;   /* (nullable): for the credits */
    guint32 as_of_julian;       /* the day that the map shows things as of; 0: not said */
    gboolean wants_disclaimers; /* whatever the style says */
    double min_type_pt;         /* no text is set smaller, whatever the style says; 0: its own */
    const char *worldview;      /* (nullable): whose view, for the credits */
    const IncmapPictures *pictures; /* (nullable): vector files that the style names */
    int fade_days; /* colours fade over so many days; 0: they don't; -1: over all */
};

/** IncmapLayout: what has to be known before the map can be projected */
typedef struct IncmapLayout IncmapLayout;
struct IncmapLayout {
    IncmapBox map; /* where the map stands on the page */
    IncmapBox title, panel, foot;
    IncmapBox story; /* a column with headline, figures and foot; empty: none */
    double inset_pt; /* radius of the globe, or side of the locator; 0: no inset */
    gboolean is_globe;
    double reserve_left_pt, reserve_right_pt, reserve_top_pt, reserve_bottom_pt; /* over the map */
};

/* Decides words and boxes of the page: title block, panel, foot and the map between them. Fills
 * scene->page.title, subtitle; the map stage then fits the frame into layout->map. */
gboolean incmap_arrange_layout(IncmapScene *scene, const struct IncmapStyle *style,
                               const IncmapMeasure *measure, const IncmapArrangeOptions *options,
                               IncmapLayout *out_layout, GError **error);

/* Fills scene->page from the projected scene: marks, labels, callouts, furniture, credits and the
 * display list. */
void incmap_arrange_scene(IncmapScene *scene, const struct IncmapStyle *style,
                          const IncmapMeasure *measure, const IncmapArrangeOptions *options,
                          const IncmapLayout *layout);
