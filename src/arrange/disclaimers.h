/* SPDX-License-Identifier: MIT */
/*
 * Sentences that a map owes its readers because of what it shows: one for each
 * unsettled boundary or territory in view, none for what is not. They are in
 * scene->disclaimers.
 */
#pragma once

#include "arrange/context.h"

/* Whether the style or the user asks for them. */
gboolean incmap_disclaimers_are_on(const IncmapArrange *arrange);
/* Appends the sentences for what is on the map, each with a space before it. */
void incmap_disclaimers_add(const IncmapArrange *arrange, GString *text);
