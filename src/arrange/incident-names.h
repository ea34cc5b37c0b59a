/* SPDX-License-Identifier: MIT */
/*
 * Names of the places that the data speak of, beside their symbols.
 */
#pragma once

#include "arrange/look.h"

/* After the symbols and callouts have taken their ground. On a map with more places than
 * incident.max-named only those with several incidents are named, the largest first. */
void incmap_incident_names_place(IncmapArrange *arrange);
