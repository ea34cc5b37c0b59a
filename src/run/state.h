/* SPDX-License-Identifier: MIT */
/*
 * What the last run left behind, so that the next one does only what has changed: a text file
 * that is replaced as a whole and ends with its own digest. One that is damaged, of another
 * version or gone costs time and nothing else: pictures with the same bytes aren't touched.
 */
#pragma once

#include "run/digest.h"

/** IncmapWritten: a file as it was after it was written */
typedef struct IncmapWritten IncmapWritten;
struct IncmapWritten {
    char *path;
    IncmapStamp stamp;
};

/** IncmapLeafState: one drawn map */
typedef struct IncmapLeafState IncmapLeafState;
struct IncmapLeafState {
    char *digest;
    guint n_left_out;
    GPtrArray *written; /* IncmapWritten */
    /* The incidents on it, hash → whether it was new on it. */
    GHashTable *seen;
};

/** IncmapEntryState: one entry of the job file */
typedef struct IncmapEntryState IncmapEntryState;
struct IncmapEntryState {
    char *digest;       /* NULL: it has to be looked at again */
    GHashTable *leaves; /* group → IncmapLeafState */
};

/** IncmapState: all of it */
typedef struct IncmapState IncmapState;
struct IncmapState {
    IncmapDigests digests;
    GPtrArray *fonts;    /* char *: folders and files that say which fonts there are */
    GHashTable *entries; /* name of the map → IncmapEntryState */
};

IncmapState *incmap_state_new(void);
void incmap_state_free(IncmapState *state);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapState, incmap_state_free)

GPtrArray *incmap_written_array_new(void);
IncmapLeafState *incmap_leaf_state_new(void);
void incmap_leaf_state_free(IncmapLeafState *leaf);

/* The entry of that name; made when there is none. */
IncmapEntryState *incmap_state_get_entry(IncmapState *state, const char *name);

/* The state in the file; an empty one when there is none. @out_problem (transfer full) says why
 * a file that is there is of no use. */
IncmapState *incmap_state_load(const char *path, char **out_problem);

gboolean incmap_state_save(const IncmapState *state, const char *path, GError **error);
