/* SPDX-License-Identifier: MIT */
/*
 * Types of events that some readers cannot tell apart, and symbols that cover
 * too much.
 */
#include "arrange/judge.h"
#include "base/color-vision.h"
#include "style/style.h"

#include <math.h>

/* Below these two symbols of one shape look the same: ΔE*76 and a step of L*. */
#define MIN_DISTANCE 12.0
#define MIN_STEP 5.0
/* Share of the map that symbols may cover. */
#define MAX_INK 0.2

static IncmapColor
color_of(const struct IncmapStyle *style, int event)
{
    g_autofree char *key = g_strdup_printf("symbols.%s.color", incmap_event_id((IncmapEvent)event));
    IncmapColor ground = incmap_style_incmap_color(style, "ground.focus");
    ground.a = 1;
    return incmap_color_over(incmap_style_incmap_color(style, key), ground);
}

static const char *
word_of(const struct IncmapStyle *style, int event, const char *member)
{
    g_autofree char *key =
        g_strdup_printf("symbols.%s.%s", incmap_event_id((IncmapEvent)event), member);
    return incmap_style_incmap_string(style, key);
}

/* The readers for whom two colours fall together: a vision, "grey", or NULL. */
static const char *
fall_together(IncmapColor a, IncmapColor b)
{
    for (int vision = 0; vision < INCMAP_N_VISIONS; vision++) {
        if (incmap_color_distance(a, b, (IncmapVision)vision) < MIN_DISTANCE)
            return vision == INCMAP_VISION_FULL ? "all readers"
                                                : incmap_vision_name((IncmapVision)vision);
    }
    return fabs(incmap_color_lightness(a) - incmap_color_lightness(b)) < MIN_STEP ? "print in grey"
                                                                                  : NULL;
}

static void
judge_pair(IncmapScene *scene, const struct IncmapStyle *style, int a, int b, GArray *findings)
{
    if (g_strcmp0(word_of(style, a, "shape"), word_of(style, b, "shape")) != 0 ||
        g_strcmp0(word_of(style, a, "pattern"), word_of(style, b, "pattern")) != 0)
        return;
    const char *who = fall_together(color_of(style, a), color_of(style, b));
    if (who == NULL)
        return;
    incmap_judge_add(findings, "colors", TRUE, (IncmapBox){0}, -1,
                     incmap_scene_printf(scene,
                                         "symbols.%s and symbols.%s have the same shape and look "
                                         "the same (%s)",
                                         incmap_event_id((IncmapEvent)a),
                                         incmap_event_id((IncmapEvent)b), who));
}

static void
judge_ink(IncmapScene *scene, GArray *findings)
{
    double sum_pt2 = 0;
    IncmapBox map = scene->frame.map;
    for (guint i = 0; i < scene->page.marks->len; i++) {
        const IncmapMark *mark = &g_array_index(scene->page.marks, IncmapMark, i);
        if (mark->n_incidents > 0)
            sum_pt2 += incmap_box_width(mark->box) * incmap_box_height(mark->box) * G_PI / 4;
    }
    double share = sum_pt2 / (incmap_box_width(map) * incmap_box_height(map));
    if (share > MAX_INK)
        incmap_judge_add(findings, "ink", FALSE, map, -1,
                         incmap_scene_printf(scene,
                                             "symbols cover %.0f %% of the map (at most %.0f %%): "
                                             "show less, or a larger map",
                                             share * 100, MAX_INK * 100));
}

void
incmap_judge_symbols(IncmapScene *scene, const struct IncmapStyle *style, GArray *findings)
{
    guint counts[INCMAP_N_EVENTS] = {0};
    for (guint i = 0; i < scene->incidents->len; i++)
        counts[g_array_index(scene->incidents, IncmapIncident, i).event]++;
    for (int a = 0; a < INCMAP_N_EVENTS; a++) {
        for (int b = a + 1; counts[a] > 0 && b < INCMAP_N_EVENTS; b++) {
            if (counts[b] > 0)
                judge_pair(scene, style, a, b, findings);
        }
    }
    judge_ink(scene, findings);
}
