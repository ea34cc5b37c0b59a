/* SPDX-License-Identifier: MIT */
/*
 * Words for kinds of events in the languages that the reader knows.
 */
#pragma once

#include "scene/incident.h"

/* The event that a table's own type means ("Battles", "IED explosion", "Überschwemmung", "EQ").
 * @folded as incmap_text_fold() gives it. FALSE when no word of it is known. */
gboolean incmap_event_find(const char *folded, IncmapEvent *out_event);
