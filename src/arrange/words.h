/* SPDX-License-Identifier: MIT */
/*
 * Words that the map says by itself: title, subtitle, periods, numbers, alt
 * text. Nothing here depends on the locale or the clock.
 */
#pragma once

#include "scene/scene.h"

/* "3 February 2026", "25–27 July 2024", "July 2024", "2024"; NULL when unknown. A month or a year
 * that is covered whole is said as such. */
const char *incmap_words_date(IncmapScene *scene, IncmapDate date);

/* From the earliest to the latest day of all mapped incidents. */
IncmapDate incmap_words_period(const IncmapScene *scene);

/* "1,234", "5.6": at most one decimal, grouped in threes. */
const char *incmap_words_number(IncmapScene *scene, double number);

/* "20 to 80", "at least 12", "about 30", "dozens of" … before the noun. */
const char *incmap_words_figure(IncmapScene *scene, const IncmapFigure *figure);

const char *incmap_words_title(IncmapScene *scene);
/* The same for a situation sheet: "Sudan: incidents and reported fatalities". */
const char *incmap_words_sheet_title(IncmapScene *scene);
const char *incmap_words_subtitle(IncmapScene *scene);
/* Two sentences for those who cannot see the map. */
const char *incmap_words_description(IncmapScene *scene);

/* Totals over the mapped and unmapped incidents. */
double incmap_words_total_killed(const IncmapScene *scene);
guint incmap_words_n_unmapped(const IncmapScene *scene);
/* Name of an incident's place for the map: as its text or table writes it when those words are a
 * name, else the gazetteer's. */
const char *incmap_words_place(IncmapScene *scene, guint incident);
/* "1 battle", "5 attacks on civilians". */
const char *incmap_words_count(IncmapScene *scene, IncmapEvent event, guint n);
/* "Ambush", "Battle": what a callout calls the incident. */
const char *incmap_words_heading(IncmapScene *scene, const IncmapIncident *incident);
