/* SPDX-License-Identifier: MIT */
/*
 * Sentences that a map owes its readers because of what it shows: one for each
 * unsettled boundary or territory in view, none for what is not.
 */
#pragma once

#include "arrange/context.h"

/* Appends the sentences for what is on the map, each with a space before it. */
void incmap_disclaimers_add(const IncmapArrange *arrange, GString *text);
