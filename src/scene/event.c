/* SPDX-License-Identifier: MIT */
/*
 * Names of the small enumerations: events, precisions, roles.
 */
#include "scene/incident.h"

#include <string.h>

static const struct {
    const char *id;
    const char *label;
} events[INCMAP_N_EVENTS] = {
    [INCMAP_EVENT_BATTLE] = {"battle", "Battles"},
    [INCMAP_EVENT_EXPLOSION] = {"explosion", "Explosions / remote violence"},
    [INCMAP_EVENT_CIVILIANS] = {"civilians", "Violence against civilians"},
    [INCMAP_EVENT_PROTEST] = {"protest", "Protests"},
    [INCMAP_EVENT_RIOT] = {"riot", "Riots"},
    [INCMAP_EVENT_STRATEGIC] = {"strategic", "Strategic developments"},
    [INCMAP_EVENT_STATE_BASED] = {"state-based", "State-based violence"},
    [INCMAP_EVENT_NON_STATE] = {"non-state", "Non-state violence"},
    [INCMAP_EVENT_ONE_SIDED] = {"one-sided", "One-sided violence"},
    [INCMAP_EVENT_EARTHQUAKE] = {"earthquake", "Earthquakes"},
    [INCMAP_EVENT_VOLCANO] = {"volcano", "Volcanic activity"},
    [INCMAP_EVENT_FLOOD] = {"flood", "Floods"},
    [INCMAP_EVENT_STORM] = {"storm", "Storms"},
    [INCMAP_EVENT_LANDSLIDE] = {"landslide", "Landslides"},
    [INCMAP_EVENT_DROUGHT] = {"drought", "Drought"},
    [INCMAP_EVENT_FIRE] = {"fire", "Fires"},
    [INCMAP_EVENT_TSUNAMI] = {"tsunami", "Tsunamis"},
    [INCMAP_EVENT_DISEASE] = {"disease", "Disease outbreaks"},
    [INCMAP_EVENT_ACCIDENT] = {"accident", "Accidents"},
    [INCMAP_EVENT_CRIME] = {"crime", "Crime"},
    [INCMAP_EVENT_OTHER] = {"other", "Other incidents"},
};

const char *
incmap_event_id(IncmapEvent event)
{
    g_return_val_if_fail(event < INCMAP_N_EVENTS, NULL);
    return events[event].id;
}

const char *
incmap_event_label(IncmapEvent event)
{
    g_return_val_if_fail(event < INCMAP_N_EVENTS, NULL);
    return events[event].label;
}

gboolean
incmap_event_from_id(const char *id, IncmapEvent *out_event)
{
    for (int i = 0; i < INCMAP_N_EVENTS; i++) {
        if (strcmp(events[i].id, id) == 0) {
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
    [INCMAP_PRECISION_EXACT] = {"exact", 1, 1},   [INCMAP_PRECISION_NEAR] = {"near", 2, 2},
    [INCMAP_PRECISION_DISTRICT] = {"district", 2, 3},
    [INCMAP_PRECISION_PROVINCE] = {"province", 3, 4},
    [INCMAP_PRECISION_COUNTRY] = {"country", 3, 6}, [INCMAP_PRECISION_NONE] = {"none", 3, 7},
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
