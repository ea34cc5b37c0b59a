/* SPDX-License-Identifier: MIT */
/*
 * A leaf is one map to be drawn: an entry of the job file, or one page of the atlas that the
 * entry's `each` makes of it.
 */
#pragma once

#include "pipeline/pipeline.h"
#include "run/job.h"
#include "run/state.h"

typedef enum {
    INCMAP_LEAF_UNCHANGED,
    INCMAP_LEAF_WANTED, /* has to be drawn */
    INCMAP_LEAF_DRAWN,
    INCMAP_LEAF_FAILED,
} IncmapLeafFate;

typedef struct IncmapLeaf IncmapLeaf;
struct IncmapLeaf {
    const IncmapJobMap *map;
    const IncmapMap *source; /* read and located; not owned */
    char *group;             /* tells the leaves of an entry apart; "" for the only one */
    GArray *incidents;       /* guint32: of the source */
    GPtrArray *pages;        /* of an atlas: IncmapLeaf, not owned; NULL: a map */
    IncmapFields fields;
    char *title, *subtitle; /* NULL: made from the incidents */
    GPtrArray *paths;       /* char *: of the outputs, in their order, then of the report */
    char *digest;
    GHashTable *seen; /* hash of an incident → whether it is new on this map */
    guint n_new;
    /* what became of it */
    IncmapLeafFate fate;
    char *failure;
    guint n_left_out;
    GPtrArray *notes;   /* char * */
    GPtrArray *written; /* IncmapWritten */
    guint n_touched;    /* files with new bytes */
    gint64 elapsed_us;
};

/* A map without incidents; @label: what people call the group. */
IncmapLeaf *incmap_leaf_new(const IncmapJobMap *map, const IncmapMap *source, const char *group,
                            const char *label);
void incmap_leaf_free(IncmapLeaf *leaf);

/* "by-country (Mali)": what messages call it; transfer full. */
char *incmap_leaf_name(const IncmapLeaf *leaf);

/* A new list of leaves of a located map, in the order of their groups. @out_n_homeless: incidents
 * that belong to no group, such as those without a country. */
GPtrArray *incmap_leaves_make(const IncmapJobMap *map, const IncmapMap *source,
                              guint *out_n_homeless, GError **error);

/* Whether the @i-th of its incidents is new on it. */
gboolean incmap_leaf_is_new(const IncmapLeaf *leaf, guint i);
/* Whether the @i-th incident of @page is new on @whole, an atlas or the page itself. */
gboolean incmap_leaf_is_new_on(const IncmapLeaf *whole, const IncmapLeaf *page, guint i);

/* Finds out which incidents are new since @before (nullable), the leaf as last drawn. */
void incmap_leaf_compare(IncmapLeaf *leaf, const IncmapLeafState *before);

/* Fills the fields, and from them titles and paths. */
void incmap_leaf_expand(IncmapLeaf *leaf, guint number);

/* Digests all that the picture depends on; @common is what the entry adds. */
void incmap_leaf_digest(IncmapLeaf *leaf, const char *common);
