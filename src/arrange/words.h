/* SPDX-License-Identifier: MIT */
/*
 * Dates, figures, names and headings as the map says them, in its language.
 * Nothing here depends on the locale or the clock.
 */
#pragma once

#include "scene/say.h"

/* "3 February 2026", "25–27 July 2024", "July 2024", "2024"; NULL when unknown. A month or a year
 * that is covered whole is said as such. */
const char *incmap_words_date(IncmapScene *scene, IncmapDate date);

/* From the earliest to the latest day of all mapped incidents. */
IncmapDate incmap_words_period(const IncmapScene *scene);

/* "20 to 80", "at least 12", "about 30", "dozens of" … before the noun. */
const char *incmap_words_figure(IncmapScene *scene, const IncmapFigure *figure);

/* Totals over the mapped and unmapped incidents. */
double incmap_words_total_killed(const IncmapScene *scene);
guint incmap_words_n_unmapped(const IncmapScene *scene);
/* The only event type of all incidents; FALSE when there are several. */
gboolean incmap_words_single_event(const IncmapScene *scene, IncmapEvent *out_event);

/* Name of an incident's place for the map: as its text or table writes it when that is the map's
 * language, else the gazetteer's in the map's language. */
const char *incmap_words_place(IncmapScene *scene, guint incident);
/* The same for the country and the province; NULL when unknown. */
const char *incmap_words_country(const IncmapFix *fix);
const char *incmap_words_province(const IncmapFix *fix);
/* A country within a sentence: "the Philippines", "Mali"; other languages than English say it as it
 * is. NULL for NULL. */
const char *incmap_words_with_article(IncmapScene *scene, const char *country);
/* Name of the country that the map is about, or NULL. */
const char *incmap_words_focus(const IncmapScene *scene);

/* "Battles", "Floods": of a type in a legend. */
const char *incmap_words_label(IncmapScene *scene, IncmapEvent event);
/* "1 battle", "5 attacks on civilians". */
const char *incmap_words_count(IncmapScene *scene, IncmapEvent event, guint n);
/* "Ambush", "Battle": what a callout calls the incident. */
const char *incmap_words_heading(IncmapScene *scene, guint incident);
/* Words of a text ("Wagner fighters") in the map's language when its vocabulary has them, else as
 * they are. */
const char *incmap_words_term(IncmapScene *scene, const char *words);
/* A note when words of a text in another language stand on the map. */
void incmap_words_note_foreign(IncmapScene *scene);
