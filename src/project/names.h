/* SPDX-License-Identifier: MIT */
/*
 * The projections that have a plain name, and how to centre each.
 */
#pragma once

#include "base/geometry.h"

/* What has to be filled in. */
typedef enum {
    INCMAP_CENTRED_LON,    /* lon_0 */
    INCMAP_CENTRED_LONLAT, /* lon_0 and lat_0 */
    INCMAP_CENTRED_CONE,   /* lon_0, lat_0 and two standard parallels */
    INCMAP_CENTRED_POLE,   /* lon_0 and lat_0 at the nearer pole */
    INCMAP_CENTRED_ZONE,   /* UTM zone */
} IncmapCentred;

typedef struct IncmapNamedProjection IncmapNamedProjection;
struct IncmapNamedProjection {
    const char *name;    /* as a person writes it, folded */
    const char *aliases; /* other spellings, "|" between and around them */
    const char *title;   /* for credits */
    const char *proj;    /* PROJ string without the centre */
    IncmapCentred centred;
    const char *use; /* what it is good for */
};

/* NULL when nobody calls a projection that. */
const IncmapNamedProjection *incmap_projection_find(const char *name);
