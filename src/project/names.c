/* SPDX-License-Identifier: MIT */
#include "project/names.h"

#include "base/text.h"
#include "project/project.h"

#include <string.h>

#define WGS84 " +ellps=WGS84 +units=m +no_defs"
/* These are defined on the sphere only; this is the one that has the ellipsoid's area. */
#define SPHERE " +R=6371007.181 +units=m +no_defs"
#define WEB_SPHERE " +R=6378137 +units=m +no_defs"

/* The order is that of `incmap list projections`. */
static const IncmapNamedProjection table[] = {
    {"equal earth", "|eqearth|equalearth|", "Equal Earth", "+proj=eqearth" WGS84,
     INCMAP_CENTRED_LON, "the world, areas true"},
    {"robinson", "|robin|", "Robinson", "+proj=robin" SPHERE, INCMAP_CENTRED_LON,
     "the world, a familiar compromise"},
    {"natural earth", "|natearth|natural earth 1|", "Natural Earth", "+proj=natearth" SPHERE,
     INCMAP_CENTRED_LON, "the world, a compromise with rounded corners"},
    {"natural earth 2", "|natearth2|natural earth ii|", "Natural Earth II",
     "+proj=natearth2" SPHERE, INCMAP_CENTRED_LON, "the world, rounder still"},
    {"winkel tripel", "|wintri|winkel|winkel 3|winkel iii|", "Winkel Tripel", "+proj=wintri" SPHERE,
     INCMAP_CENTRED_LON, "the world, as in many atlases"},
    {"mollweide", "|moll|", "Mollweide", "+proj=moll" SPHERE, INCMAP_CENTRED_LON,
     "the world as an ellipse, areas true"},
    {"eckert iv", "|eck4|eckert 4|eckert|", "Eckert IV", "+proj=eck4" SPHERE, INCMAP_CENTRED_LON,
     "the world, areas true"},
    {"hammer", "|hammer aitoff|", "Hammer", "+proj=hammer" SPHERE, INCMAP_CENTRED_LON,
     "the world as an ellipse, areas true"},
    {"aitoff", "||", "Aitoff", "+proj=aitoff" SPHERE, INCMAP_CENTRED_LON,
     "the world as an ellipse"},
    {"sinusoidal", "|sinu|", "sinusoidal", "+proj=sinu" WGS84, INCMAP_CENTRED_LON,
     "areas true, for lands along one meridian"},
    {"patterson", "||", "Patterson", "+proj=patterson" SPHERE, INCMAP_CENTRED_LON,
     "the world as a rectangle, milder than Mercator"},
    {"miller", "|mill|miller cylindrical|", "Miller cylindrical", "+proj=mill" SPHERE,
     INCMAP_CENTRED_LON, "the world as a rectangle"},
    {"plate carree", "|eqc|equirectangular|geographic|latlong|lonlat|wgs 84|epsg 4326|",
     "plate carrée", "+proj=eqc" SPHERE, INCMAP_CENTRED_LON, "degrees as they are"},
    {"mercator", "|merc|", "Mercator", "+proj=merc" WGS84, INCMAP_CENTRED_LON,
     "compass courses; lands near the equator"},
    {"web mercator", "|webmerc|pseudo mercator|google|epsg 3857|epsg 900913|", "Web Mercator",
     "+proj=merc" WEB_SPHERE, INCMAP_CENTRED_LON, "the same as on web maps"},
    {"cylindrical equal area", "|cea|lambert cylindrical|", "cylindrical equal-area",
     "+proj=cea" WGS84, INCMAP_CENTRED_LON, "lands along the equator, areas true"},
    {"lambert azimuthal", "|laea|lambert azimuthal equal area|azimuthal equal area|",
     "Lambert azimuthal equal-area", "+proj=laea" WGS84, INCMAP_CENTRED_LONLAT,
     "a country or continent, areas true"},
    {"azimuthal equidistant", "|aeqd|equidistant|", "azimuthal equidistant", "+proj=aeqd" WGS84,
     INCMAP_CENTRED_LONLAT, "distances from the middle true"},
    {"orthographic", "|ortho|globe|", "orthographic", "+proj=ortho" SPHERE, INCMAP_CENTRED_LONLAT,
     "the globe from afar"},
    {"stereographic", "|stere|", "stereographic", "+proj=stere" WGS84, INCMAP_CENTRED_LONLAT,
     "a compact region, angles true"},
    {"gnomonic", "|gnom|", "gnomonic", "+proj=gnom" SPHERE, INCMAP_CENTRED_LONLAT,
     "great circles straight"},
    {"polar stereographic", "|ups|stereographic polar|", "polar stereographic", "+proj=stere" WGS84,
     INCMAP_CENTRED_POLE, "around a pole, angles true"},
    {"polar lambert", "|polar azimuthal|polar laea|lambert polar|",
     "polar Lambert azimuthal equal-area", "+proj=laea" WGS84, INCMAP_CENTRED_POLE,
     "around a pole, areas true"},
    {"albers", "|aea|albers conic|albers equal area|conic equal area|", "Albers equal-area conic",
     "+proj=aea" WGS84, INCMAP_CENTRED_CONE, "a wide country, areas true"},
    {"lambert conic", "|lcc|conic|lambert conformal conic|lambert conformal|",
     "Lambert conformal conic", "+proj=lcc" WGS84, INCMAP_CENTRED_CONE,
     "a wide country, angles true"},
    {"equidistant conic", "|eqdc|", "equidistant conic", "+proj=eqdc" WGS84, INCMAP_CENTRED_CONE,
     "a wide country, a compromise"},
    {"transverse mercator", "|tmerc|gauss kruger|", "transverse Mercator", "+proj=tmerc" WGS84,
     INCMAP_CENTRED_LON, "a tall country or a city, angles true"},
    {"utm", "|universal transverse mercator|", "UTM", "+proj=utm" WGS84, INCMAP_CENTRED_ZONE,
     "a city, in the official grid"},
};

const IncmapNamedProjection *
incmap_projection_find(const char *name)
{
    g_autofree char *folded = incmap_text_fold(name);
    g_autofree char *wanted = g_strconcat("|", folded, "|", NULL);
    if (*folded == '\0')
        return NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
        if (strcmp(table[i].name, folded) == 0 || strstr(table[i].aliases, wanted) != NULL)
            return &table[i];
    return NULL;
}

const char *const *
incmap_projection_names(void)
{
    static const char *names[G_N_ELEMENTS(table) + 1];
    static gsize is_ready = 0;
    if (g_once_init_enter(&is_ready)) {
        for (gsize i = 0; i < G_N_ELEMENTS(table); i++)
            names[i] = table[i].name;
        g_once_init_leave(&is_ready, 1);
    }
    return names;
}

const char *
incmap_projection_describe(const char *name)
{
    const IncmapNamedProjection *found = incmap_projection_find(name);
    return found == NULL ? NULL : found->use;
}
