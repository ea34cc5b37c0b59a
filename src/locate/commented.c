/* SPDX-License-Identifier: MIT */
/*
 * "X, 45 km north of Y": the place is X, and the comment tells which X. Where no
 * X lies there, X is a village that no gazetteer has, and the comment finds it.
 */
#include "base/geodesy.h"
#include "locate/locator.h"

/* Roads wind and writers round, and some measure from the border of a district. */
static double
allowed_km(const IncmapPhrase *phrase, const IncmapFix *described)
{
    switch (phrase->kind) {
    case INCMAP_PHRASE_OFFSET:
        return 20 + 0.6 * phrase->distance_km;
    case INCMAP_PHRASE_WITHIN:
        return 20 + 1.5 * phrase->distance_km;
    case INCMAP_PHRASE_BETWEEN:
        return 30 + 1.5 * described->radius_km;
    default:
        return 60 + 2 * described->radius_km;
    }
}

static gboolean
agrees(const IncmapPhrase *phrase, const IncmapFix *described, const IncmapPlace *place)
{
    return place->kind != INCMAP_PLACE_TOWN ||
           incmap_distance_km(described->point, place->point) <= allowed_km(phrase, described);
}

/* Another place of that name, which lies where the comment says. */
static gboolean
find_agreeing(IncmapLocator *locator, const char *name, const IncmapPhrase *phrase,
              const IncmapFix *described, const IncmapStated *stated, IncmapRanked *out_ranked)
{
    enum { MAX_NAMESAKES = 12 };
    g_autoptr(GArray) candidates = g_array_new(FALSE, FALSE, sizeof(IncmapCandidate));
    incmap_rank_candidates(locator, name, stated, MAX_NAMESAKES, candidates);
    for (guint i = 0; i < candidates->len; i++) {
        const IncmapCandidate *candidate = &g_array_index(candidates, IncmapCandidate, i);
        if (candidate->edits > 0 || candidate->is_elsewhere ||
            candidate->place.kind != INCMAP_PLACE_TOWN ||
            !agrees(phrase, described, &candidate->place))
            continue;
        *out_ranked = (IncmapRanked){.best = {.place = candidate->place, .kind = candidate->kind},
                                     .score = 0.9 * described->score};
        return TRUE;
    }
    return FALSE;
}

gboolean
incmap_locate_commented(IncmapLocator *locator, const char *name, const IncmapPhrase *phrase,
                        const char *words, const IncmapStated *stated, IncmapFix *fix)
{
    IncmapRanked head;
    IncmapFix described;
    if (name == NULL || !incmap_rank_name(locator, name, stated, &head) || head.best.edits > 0 ||
        head.is_part || !incmap_ranked_is_acceptable(&head, stated))
        return FALSE;
    gboolean is_town = head.best.place.kind == INCMAP_PLACE_TOWN;
    if (!incmap_phrase_locate(locator, phrase, words, stated, &described)) {
        incmap_fix_use(locator, &head, stated, fix);
        return TRUE;
    }
    if ((is_town && agrees(phrase, &described, &head.best.place)) ||
        find_agreeing(locator, name, phrase, &described, stated, &head)) {
        incmap_fix_use(locator, &head, stated, fix);
        return TRUE;
    }
    if (!is_town && described.radius_km >= head.best.place.radius_km) {
        incmap_fix_use(locator, &head, stated, fix);
        return TRUE;
    }
    *fix = described;
    fix->name = incmap_scene_string(locator->scene, name);
    if (is_town)
        fix->reason = incmap_scene_printf(
            locator->scene, "%s; the %s that is known lies %.0f km from there", described.reason,
            head.best.place.name, incmap_distance_km(described.point, head.best.place.point));
    return TRUE;
}
