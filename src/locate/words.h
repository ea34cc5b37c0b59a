/* SPDX-License-Identifier: MIT */
/*
 * The small words around a place name: what kind of place it is, which
 * direction, and abbreviations inside names.
 */
#pragma once

#include <glib.h>

/** IncmapToken: one word as written and folded */
typedef struct IncmapToken IncmapToken;
struct IncmapToken {
    char *folded;      /* never empty, except for a comma and the like */
    gsize start, end;  /* bytes in the text */
    double number;     /* NAN when it is no number */
    gboolean is_break; /* a comma, bracket or semicolon */
};

/* Cuts @text at blanks, commas and brackets; "30km" becomes two tokens, "2.5" one number. */
GArray *incmap_words_cut(const char *text);

/* What a word such as "province" says about the name beside it. */
typedef enum {
    INCMAP_TYPE_NONE,
    INCMAP_TYPE_TOWN,
    INCMAP_TYPE_PROVINCE, /* admin-1 */
    INCMAP_TYPE_DISTRICT, /* admin-2 and smaller areas */
    INCMAP_TYPE_COUNTRY,
    INCMAP_TYPE_WATER,
    INCMAP_TYPE_VICINITY, /* "area", "outskirts": about the place, not just it */
    INCMAP_TYPE_SITE,     /* "camp", "airport": something named after the place */
} IncmapTypeWord;

IncmapTypeWord incmap_words_type(const char *folded);

/* Small words inside names: "São José dos Campos", "Salah ad Din". */
gboolean incmap_words_is_name_part(const char *folded);
/* Whether the word at @text begins with a capital, behind quotes and articles ("ez-Zor") too, or
 * belongs to a script that has none. */
gboolean incmap_words_has_capital(const char *text);

/* Bearing of "north", "northeastern", "nw"; FALSE for other words. "central" is no bearing. */
gboolean incmap_words_bearing(const char *folded, double *out_deg);

/* Whether the word means kilometres or miles; @out_km is the length of one. */
gboolean incmap_words_unit(const char *folded, double *out_km);

/**
 * incmap_words_strip:
 * @folded: a folded name, changed in place
 *
 * Takes type words and what binds them away from both ends: "town of gao",
 * "gao region", "commune de kabo", "northeastern town of tinzaouaten". A name
 * that consists of nothing else stays.
 *
 * Returns: the last word's type that was taken away, %INCMAP_TYPE_NONE for none
 */
IncmapTypeWord incmap_words_strip(char *folded);

/* Appends the other ways of writing a folded name: "st" for "saint", "mt" for "mount", no article,
 * words joined. (element-type char *) */
void incmap_words_variants(const char *folded, GPtrArray *variants);
