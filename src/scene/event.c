/* SPDX-License-Identifier: MIT */
/*
 * Names of the small enumerations: events, precisions, roles.
 */
#include "scene/incident.h"

#include "scene/vocabulary.h"

#include <string.h>

static const char *const events[INCMAP_N_EVENTS] = {
    [INCMAP_EVENT_BATTLE] = "battle",
    [INCMAP_EVENT_EXPLOSION] = "explosion",
    [INCMAP_EVENT_CIVILIANS] = "civilians",
    [INCMAP_EVENT_PROTEST] = "protest",
    [INCMAP_EVENT_RIOT] = "riot",
    [INCMAP_EVENT_STRATEGIC] = "strategic",
    [INCMAP_EVENT_STATE_BASED] = "state-based",
    [INCMAP_EVENT_NON_STATE] = "non-state",
    [INCMAP_EVENT_ONE_SIDED] = "one-sided",
    [INCMAP_EVENT_EARTHQUAKE] = "earthquake",
    [INCMAP_EVENT_VOLCANO] = "volcano",
    [INCMAP_EVENT_FLOOD] = "flood",
    [INCMAP_EVENT_STORM] = "storm",
    [INCMAP_EVENT_LANDSLIDE] = "landslide",
    [INCMAP_EVENT_DROUGHT] = "drought",
    [INCMAP_EVENT_FIRE] = "fire",
    [INCMAP_EVENT_TSUNAMI] = "tsunami",
    [INCMAP_EVENT_DISEASE] = "disease",
    [INCMAP_EVENT_ACCIDENT] = "accident",
    [INCMAP_EVENT_CRIME] = "crime",
    [INCMAP_EVENT_OTHER] = "other",
};

const char *
incmap_event_id(IncmapEvent event)
{
    g_return_val_if_fail(event < INCMAP_N_EVENTS, NULL);
    return events[event];
}

const char *
incmap_event_label(IncmapEvent event)
{
    g_return_val_if_fail(event < INCMAP_N_EVENTS, NULL);
    return incmap_vocabulary_get(NULL, (IncmapSaying)(INCMAP_SAY_LABEL_BATTLE + (int)event));
}

gboolean
incmap_event_from_id(const char *id, IncmapEvent *out_event)
{
    for (int i = 0; i < INCMAP_N_EVENTS; i++) {
        if (strcmp(events[i], id) == 0) {
            *out_event = (IncmapEvent)i;
            return TRUE;
        }
    }
    return FALSE;
}

/* The codes of ACLED (geo_precision) and UCDP (where_prec) that say the same. */
static const struct {
    const char *id;
    int acled, ucdp;
} precisions[] = {
    [INCMAP_PRECISION_EXACT] = {"exact", 1, 1},
    [INCMAP_PRECISION_NEAR] = {"near", 2, 2},
    [INCMAP_PRECISION_DISTRICT] = {"district", 2, 3},
    [INCMAP_PRECISION_PROVINCE] = {"province", 3, 4},
    [INCMAP_PRECISION_COUNTRY] = {"country", 3, 6},
    [INCMAP_PRECISION_NONE] = {"none", 3, 7},
};

const char *
incmap_precision_id(IncmapPrecision precision)
{
    return precisions[precision].id;
}

int
incmap_precision_acled(IncmapPrecision precision)
{
    return precisions[precision].acled;
}

int
incmap_precision_ucdp(IncmapPrecision precision)
{
    return precisions[precision].ucdp;
}

const char *
incmap_role_id(IncmapRole role)
{
    static const char *const ids[] = {"event", "dateline", "mentioned"};
    return ids[role];
}
