/* SPDX-License-Identifier: MIT */
#include "arrange/judge.h"

#include "arrange/credits.h"
#include "style/style.h"

#include <math.h>
#include <string.h>

/* Lengths measured elsewhere on the map than at the scale bar are off by as much. */
#define MAX_SCALE_VARIATION 1.1
/* Dropped texts that are named one by one; the rest is counted. */
#define MAX_DROPPED 12

void
incmap_judge_add(GArray *findings, const char *code, gboolean is_fault, IncmapBox box, int incident,
                 const char *text)
{
    IncmapFinding finding = {code, is_fault, text, box, incident};
    g_array_append_val(findings, finding);
}

/* Texts that the user gave: losing a town's name is no fault. */
static gboolean
is_own(const char *class_id)
{
    static const char *const classes[] = {"callout",  "incident", "key",   "title",
                                          "subtitle", "legend",   "panel", "story"};
    for (gsize i = 0; i < G_N_ELEMENTS(classes); i++) {
        if (g_strcmp0(class_id, classes[i]) == 0)
            return TRUE;
    }
    return FALSE;
}

/* "Cameroon, Gambia, Liberia …": names of the base map that found no room. */
static void
judge_names(IncmapScene *scene, GArray *findings)
{
    g_autoptr(GString) names = g_string_new(NULL);
    guint n = 0;
    for (guint i = 0; i < scene->page.dropped->len; i++) {
        const IncmapDropped *one = &g_array_index(scene->page.dropped, IncmapDropped, i);
        if (is_own(one->class_id))
            continue;
        if (n++ < MAX_DROPPED)
            g_string_append_printf(names, "%s%s", n > 1 ? ", " : "", one->text);
    }
    if (n > 0)
        incmap_judge_add(findings, "dropped", FALSE, (IncmapBox){0}, -1,
                         incmap_scene_printf(scene, "no room for %u name%s: %s%s", n,
                                             n == 1 ? "" : "s", names->str,
                                             n > MAX_DROPPED ? " …" : ""));
}

static void
judge_dropped(IncmapScene *scene, GArray *findings)
{
    guint n = 0;
    for (guint i = 0; i < scene->page.dropped->len; i++) {
        const IncmapDropped *one = &g_array_index(scene->page.dropped, IncmapDropped, i);
        if (!is_own(one->class_id) || n++ >= MAX_DROPPED)
            continue;
        incmap_judge_add(findings, "dropped", TRUE, (IncmapBox){0}, -1,
                         incmap_scene_printf(scene, "the map leaves out \"%s\" (%s): %s", one->text,
                                             one->class_id, one->reason));
    }
    if (n > MAX_DROPPED)
        incmap_judge_add(
            findings, "dropped", TRUE, (IncmapBox){0}, -1,
            incmap_scene_printf(scene, "the map leaves out %u more texts", n - MAX_DROPPED));
    judge_names(scene, findings);
}

static gboolean
has_source(const IncmapScene *scene)
{
    for (guint i = 0; i < scene->documents->len; i++) {
        if (g_array_index(scene->documents, IncmapDocument, i).credit != NULL)
            return TRUE;
    }
    for (guint i = 0; i < scene->incidents->len; i++) {
        if (g_array_index(scene->incidents, IncmapIncident, i).source != NULL)
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_dated(const IncmapScene *scene)
{
    for (guint i = 0; i < scene->incidents->len; i++) {
        if (g_array_index(scene->incidents, IncmapIncident, i).date.from_julian != 0)
            return TRUE;
    }
    return scene->incidents->len == 0;
}

static void
judge_credits(IncmapScene *scene, const struct IncmapStyle *style,
              const IncmapJudgeOptions *options, GArray *findings)
{
    IncmapBox nowhere = {0};
    const char *credits = scene->page.credits;
    if (credits == NULL || *credits == '\0')
        incmap_judge_add(findings, "credits", TRUE, nowhere, -1, "the map names no source");
    if (!has_source(scene) && !options->has_organisation && scene->incidents->len > 0)
        incmap_judge_add(findings, "source", FALSE, nowhere, -1,
                         "nothing says where the incidents come from: give a column \"source\", a "
                         "known layout, or --organisation");
    if (!is_dated(scene) && !options->has_date)
        incmap_judge_add(findings, "date", TRUE, nowhere, -1,
                         "no incident has a date and the map says none: give a column \"date\" or "
                         "--date");
    if (incmap_credits_has_unsettled_border(scene) && !options->has_disclaimers &&
        !incmap_style_incmap_bool(style, "disclaimer.is-shown"))
        incmap_judge_add(findings, "disclaimer", FALSE, nowhere, -1,
                         "a boundary in view is disputed and the style shows no disclaimer: set "
                         "disclaimer.is-shown, or choose a --worldview");
}

static gboolean
has_furniture(const IncmapScene *scene, const char *kind)
{
    for (guint i = 0; i < scene->page.furniture->len; i++) {
        if (strcmp(g_array_index(scene->page.furniture, IncmapFurniture, i).kind, kind) == 0)
            return TRUE;
    }
    return FALSE;
}

static void
judge_scale(IncmapScene *scene, GArray *findings)
{
    double variation = scene->frame.scale_variation;
    gboolean has_bar = has_furniture(scene, "scale");
    if (has_bar && variation > MAX_SCALE_VARIATION)
        incmap_judge_add(findings, "scale", TRUE, (IncmapBox){0}, -1,
                         incmap_scene_printf(scene,
                                             "lengths by the scale bar are off by up to %.0f %% "
                                             "elsewhere on the map",
                                             (variation - 1) * 100));
    if (!has_bar && variation <= MAX_SCALE_VARIATION && !scene->frame.is_world)
        incmap_judge_add(findings, "scale", FALSE, (IncmapBox){0}, -1, "the map has no scale bar");
}

static int
compare_findings(gconstpointer a, gconstpointer b)
{
    const IncmapFinding *x = a, *y = b;
    if (x->is_fault != y->is_fault)
        return x->is_fault ? -1 : 1;
    int order = strcmp(x->code, y->code);
    return order != 0 ? order : strcmp(x->text, y->text);
}

GArray *
incmap_judge_page(IncmapScene *scene, const struct IncmapStyle *style,
                  const IncmapJudgeOptions *options)
{
    GArray *findings = g_array_new(FALSE, FALSE, sizeof(IncmapFinding));
    judge_dropped(scene, findings);
    judge_credits(scene, style, options, findings);
    judge_scale(scene, findings);
    incmap_judge_texts(scene, options, findings);
    incmap_judge_symbols(scene, style, findings);
    incmap_judge_places(scene, findings);
    g_array_sort(findings, compare_findings);
    return findings;
}
