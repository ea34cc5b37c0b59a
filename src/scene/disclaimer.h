/* SPDX-License-Identifier: MIT */
/*
 * A sentence that a map owes its readers when what it speaks of is in view; from
 * styles/disclaimers.csv or an organisation's own file.
 */
#pragma once

#include "base/geometry.h"

typedef enum {
    INCMAP_DISCLAIMER_BORDER, /* a border between a and b that isn't agreed */
    INCMAP_DISCLAIMER_AREA,   /* the country-like area a */
    INCMAP_DISCLAIMER_PLACE,  /* the box */
    INCMAP_DISCLAIMER_ALWAYS
} IncmapDisclaimerKind;

typedef struct IncmapDisclaimer IncmapDisclaimer;
struct IncmapDisclaimer {
    IncmapDisclaimerKind kind;
    const char *a, *b; /* codes of countries */
    IncmapExtent box;
    const char *text; /* in the map's language; {organisation} stands for the publisher */
};
