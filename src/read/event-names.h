/* SPDX-License-Identifier: MIT */
/*
 * Places of events that no gazetteer has: "in Kuriga, in Kaduna state", "Mai
 * Mahiu, a town in the Rift Valley".
 */
#pragma once

#include "read/names.h"

/* Adds to @names, in their order, what only the words around call a place; each is_guess. */
void incmap_event_names_add(const IncmapTokens *tokens, GArray *names);

/* Drops the guesses that no event needed. Containers are not kept right. */
void incmap_event_names_drop(GArray *names);
