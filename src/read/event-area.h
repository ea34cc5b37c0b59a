/* SPDX-License-Identifier: MIT */
/*
 * The district, province and country that a text gives the place of an event.
 */
#pragma once

#include "read/drafts.h"

/* Writes place, admin2, admin1 and country of the scene's incident and the roles of the names.
 * @main_code keeps the country that the whole text is about; NULL until it is asked for. */
void incmap_event_area_apply(IncmapScene *scene, const IncmapTokens *tokens, GArray *names,
                             const IncmapDraft *draft, guint32 incident, const char **main_code);
