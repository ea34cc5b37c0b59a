/* SPDX-License-Identifier: MIT */
/*
 * What --explain prints of a place: what was taken and why, and what else the
 * words could have meant, each with what speaks for and against it.
 */
#include <string.h>

#include "locate/locator.h"

/* Nobody would read more. */
#define MAX_WITH_CANDIDATES 200
#define MAX_CANDIDATES 6

static const char *
name_words(const IncmapCandidate *candidate)
{
    static const char *const words[] = {"by its main name", "by another name", "by an abbreviation",
                                        "by a code", "by its people"};
    return words[MIN((gsize)candidate->kind, G_N_ELEMENTS(words) - 1)];
}

static const char *
kind_words(const IncmapPlace *place)
{
    static const char *const words[] = {"town",   "province", "district", "country",
                                        "region", "river",    "lake"};
    if (place->kind != INCMAP_PLACE_TOWN)
        return words[place->kind];
    if (strcmp(place->feature_code, "PPLC") == 0)
        return "capital";
    return g_str_has_prefix(place->feature_code, "PPLA") ? "seat of an area" : "town";
}

static void
append_against(const IncmapCandidate *candidate, const IncmapStated *stated, GString *line)
{
    if (candidate->edits > 0)
        g_string_append_printf(line, ", spelled with %u difference%s", candidate->edits,
                               candidate->edits == 1 ? "" : "s");
    if (stated->has_country)
        g_string_append_printf(line, ", %s the stated %s",
                               candidate->is_elsewhere ? "outside" : "in", stated->country.name);
    if (stated->has_admin1 && !candidate->is_elsewhere)
        g_string_append_printf(line, ", %s the stated %s",
                               candidate->is_other_admin1 ? "outside" : "in", stated->admin1.name);
}

static void
explain_candidate(IncmapLocator *locator, const IncmapCandidate *candidate,
                  const IncmapStated *stated, guint number, guint rank)
{
    const IncmapPlace *place = &candidate->place;
    const char *country = incmap_gazetteer_country_name(locator->gazetteer, place->country_code);
    const char *admin1 = incmap_gazetteer_admin1_name(locator->gazetteer, place->admin1_code);
    g_autoptr(GString) line = g_string_new(place->name);
    if (admin1 != NULL && place->kind != INCMAP_PLACE_ADMIN1)
        g_string_append_printf(line, ", %s", admin1);
    if (country != NULL && place->kind != INCMAP_PLACE_COUNTRY)
        g_string_append_printf(line, ", %s", country);
    g_string_append_printf(line, ": %s", kind_words(place));
    if (place->population > 0)
        g_string_append_printf(line, " of %u people", place->population);
    g_string_append_printf(line, ", %s", name_words(candidate));
    append_against(candidate, stated, line);
    const IncmapWeightParts *parts = &candidate->parts;
    incmap_scene_explain(locator->scene,
                         "incident %u, candidate %u: %s: %.3f (name %.2g, size %.2g, kind %.2g, "
                         "stated %.2g, context %.2g)",
                         number, rank, line->str, candidate->score, parts->name, parts->size,
                         parts->kind, parts->stated, parts->context);
}

/* The part in which the best candidate is farthest ahead of the next. */
static void
explain_decision(IncmapLocator *locator, const GArray *candidates, guint number)
{
    if (candidates->len < 2)
        return;
    const IncmapCandidate *best = &g_array_index(candidates, IncmapCandidate, 0);
    const IncmapCandidate *next = &g_array_index(candidates, IncmapCandidate, 1);
    const struct {
        const char *words;
        double best, next;
    } parts[] = {
        {"how the name is written", best->parts.name, next->parts.name},
        {"size", best->parts.size, next->parts.size},
        {"kind of place", best->parts.kind, next->parts.kind},
        {"the stated country and province", best->parts.stated, next->parts.stated},
        {"what else the input names", best->parts.context, next->parts.context},
    };
    gsize most = 0;
    for (gsize i = 1; i < G_N_ELEMENTS(parts); i++)
        if (parts[i].best * parts[most].next > parts[most].best * parts[i].next)
            most = i;
    if (parts[most].best > parts[most].next)
        incmap_scene_explain(locator->scene, "incident %u: decided by %s: %.2g against %.2g",
                             number, parts[most].words, parts[most].best, parts[most].next);
    else /* "Kidal": the rules of rank.c moved the seat before its area */
        incmap_scene_explain(locator->scene,
                             "incident %u: decided by rule: a seat goes before the area around it",
                             number);
}

void
incmap_locate_explain(IncmapLocator *locator, const IncmapIncident *incident,
                      const IncmapStated *stated, guint number, const IncmapFix *fix)
{
    IncmapScene *scene = locator->scene;
    incmap_scene_explain(
        scene, "incident %u: \"%s\" -> %s%s%s, %s, score %.2f: %s%s%s", number,
        incident->place != NULL ? incident->place : "", fix->name != NULL ? fix->name : "nowhere",
        fix->country != NULL ? ", " : "", fix->country != NULL ? fix->country : "",
        incmap_precision_id(fix->precision), fix->score, fix->reason,
        fix->runner_up != NULL ? "; else " : "", fix->runner_up != NULL ? fix->runner_up : "");
    if (scene->incidents->len > MAX_WITH_CANDIDATES || incident->place == NULL ||
        incident->has_point)
        return;
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(IncmapCandidate));
    incmap_rank_candidates(locator, incident->place, stated, MAX_CANDIDATES, candidates);
    incmap_rank_similar(locator, incident->place, stated, MAX_CANDIDATES, candidates);
    for (guint i = 0; i < candidates->len; i++)
        explain_candidate(locator, &g_array_index(candidates, IncmapCandidate, i), stated, number,
                          i + 1);
    explain_decision(locator, candidates, number);
}
