/* SPDX-License-Identifier: MIT */
/*
 * Whose view of disputed territories a map takes: what the compiled layers show
 * in the view of the United Nations' member list, moved and redrawn by a table.
 */
#pragma once

#include <glib.h>

/** IncmapWorldview: one view; the default has no rows */
typedef struct IncmapWorldview IncmapWorldview;
struct IncmapWorldview {
    const char *id;   /* "iso", "de-facto", or a country's code in small letters */
    const char *name; /* "de facto", "Moroccan": for the credits and lists */
    const char *about;
    const char *missing; /* what the layers lack for it; NULL: it can be drawn */
};

/** IncmapWorldviewMove: an area that belongs to another country in a view */
typedef struct IncmapWorldviewMove IncmapWorldviewMove;
struct IncmapWorldviewMove {
    const char *view;
    const char *country; /* whose area it is in the layers */
    const char *unit;    /* admin-1 id; NULL: the whole country */
    const char *to;
};

/** IncmapWorldviewLine: a line of the borders layer that has another status in a view */
typedef struct IncmapWorldviewLine IncmapWorldviewLine;
struct IncmapWorldviewLine {
    const char *view;
    const char *id;     /* "CY|XN" */
    const char *note;   /* how its note begins; NULL: all lines of that pair */
    const char *status; /* NULL: there is no line */
};

/** IncmapWorldviewName: a country by another name in a view, in English */
typedef struct IncmapWorldviewName IncmapWorldviewName;
struct IncmapWorldviewName {
    const char *view, *country, *name;
};

/* All views, those that can't be drawn among them; ends with a row without an id. */
extern const IncmapWorldview incmap_worldviews[];
/* These end with a row without a view. */
extern const IncmapWorldviewMove incmap_worldview_moves[];
extern const IncmapWorldviewLine incmap_worldview_lines[];
extern const IncmapWorldviewName incmap_worldview_names[];

/* NULL when there is none of that id. */
const IncmapWorldview *incmap_worldview_find(const char *id);
