/* SPDX-License-Identifier: MIT */
/*
 * What a person decided in a review: for a name as tables write it, with the
 * areas they state beside it, the place that is meant. Names and areas are
 * compared as they are understood, so "ML" and "Mali" are one country.
 */
#pragma once

#include "locate/gazetteer.h"
#include "scene/incident.h"

typedef enum {
    INCMAP_CHOICE_PLACE, /* a place of the gazetteer, or one of its own */
    INCMAP_CHOICE_POINT, /* coordinates */
    INCMAP_CHOICE_SKIP,  /* no place at all */
} IncmapChoiceKind;

/** IncmapChoice: one decision; strings are owned */
typedef struct IncmapChoice IncmapChoice;
struct IncmapChoice {
    char *place, *admin2, *admin1, *country; /* the question as written; NULL: not said */
    IncmapChoiceKind kind;
    char *name; /* of the place chosen; NULL for coordinates */
    gint64 id;  /* in the gazetteer; 0: unknown */
    IncmapLonLat point;
    IncmapPrecision precision; /* where the gazetteer no longer knows the place */
    double radius_km;
    const char *file; /* where it was decided; lives as long as the choices */
    guint line;
};

typedef struct IncmapChoices IncmapChoices;
struct IncmapChoices {
    GPtrArray *all;    /* IncmapChoice; a later one wins */
    GPtrArray *files;  /* char * */
    GHashTable *found; /* char * key → IncmapChoice; made by the locate stage */
};

IncmapChoices *incmap_choices_new(void);
void incmap_choices_free(IncmapChoices *choices);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapChoices, incmap_choices_free)
void incmap_choice_free(IncmapChoice *choice);
