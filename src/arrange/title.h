/* SPDX-License-Identifier: MIT */
/*
 * What the map says above and beside itself, made from the incidents: title,
 * subtitle and the description for those who cannot see it.
 */
#pragma once

#include "scene/scene.h"

const char *incmap_title_make(IncmapScene *scene);
/* The same for a situation sheet: "Sudan: incidents and reported fatalities". */
const char *incmap_title_make_sheet(IncmapScene *scene);
/* NULL when nothing is known. */
const char *incmap_title_make_subtitle(IncmapScene *scene);
/* The same without a sentence, for where little room is: "Kidal, Mali · July 2024". */
const char *incmap_title_make_short_subtitle(IncmapScene *scene);
/* "An ambush in Mali’s Kidal region, on the Algerian border, killed …": of one incident on an
 * English map, when enough is known of it; NULL otherwise. */
const char *incmap_title_make_sentence(IncmapScene *scene);
/* Two sentences. */
const char *incmap_title_describe(IncmapScene *scene);
