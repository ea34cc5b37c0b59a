/* SPDX-License-Identifier: MIT */
/*
 * Inside of the gazetteer builder: what is collected, and the sections made of
 * it. Only gazetteer-build.c and gazetteer-index.c include this.
 */
#pragma once

#include "base/output.h"
#include "locate/gazetteer-build.h"
#include "locate/gazetteer-file.h"

typedef struct IncmapBuildPlace IncmapBuildPlace;
struct IncmapBuildPlace {
    IncmapPlaceRecord record;
    guint32 country, admin1, feature; /* strings, until they are counted */
    float importance;
    guint32 order : 31; /* in which it was added */
    guint32 is_site : 1;
};

typedef struct IncmapBuildName IncmapBuildName;
struct IncmapBuildName {
    IncmapNameRecord record;
    guint32 place; /* order, later index */
    guint32 order;
};

typedef struct IncmapBuildKey IncmapBuildKey;
struct IncmapBuildKey {
    guint32 text;  /* in key_text */
    guint32 place; /* order, later index */
    guint32 kind;
};

struct IncmapGazetteerBuilder {
    GArray *places;           /* IncmapBuildPlace */
    GArray *names;            /* IncmapBuildName */
    GArray *keys;             /* IncmapBuildKey */
    GByteArray *strings;      /* becomes a section */
    GByteArray *key_text;     /* one for each name added */
    GHashTable *interned;     /* char * → offset in strings */
    GHashTable *admin1_names; /* offset in strings → offset + 1; NULL: none changes */
    GHashTable *continents;   /* char * country code → char * */
    GString *folded;
    guint32 n_towns; /* sites left out */
    guint32 flags, credit;
    GByteArray *sections[INCMAP_N_SECTIONS]; /* NULL once they are in the file */
    IncmapOutput *output;                    /* NULL: the sections stay in memory */
    guint64 offset;                          /* where the next section begins */
    IncmapSectionRecord placed[INCMAP_N_SECTIONS];
    void (*progress)(double share, gpointer data);
    gpointer progress_data;
};

/* Moves a finished section to the file, if there is one. */
void incmap_build_place_section(IncmapGazetteerBuilder *builder, IncmapSection section);
void incmap_build_tell(const IncmapGazetteerBuilder *builder, double share);

guint32 incmap_build_intern(IncmapGazetteerBuilder *builder, const char *text);
gboolean incmap_build_indices(IncmapGazetteerBuilder *builder, GError **error);
void incmap_build_clear_indices(IncmapGazetteerBuilder *builder);
/* The sections of incmap_gazetteer_match() with edits, from KEYS and KEY_TEXT. */
void incmap_build_skeletons(IncmapGazetteerBuilder *builder);
/* The section of nearest towns, from PLACES. */
void incmap_build_tree(IncmapGazetteerBuilder *builder);
