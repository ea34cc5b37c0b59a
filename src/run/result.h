/* SPDX-License-Identifier: MIT */
/*
 * What a run did: kept with the job until the next run, for the report and the exit status.
 */
#pragma once

#include "run/leaf.h"

/** IncmapEntry: one entry of the job file during a run */
typedef struct IncmapEntry IncmapEntry;
struct IncmapEntry {
    const IncmapJobMap *map;
    char *digest;      /* of all it depends on; NULL: can't be told without reading */
    IncmapMap *source; /* read and located; NULL: nothing had to be */
    GPtrArray *leaves; /* IncmapLeaf: of this shard; NULL: all as they were */
    GPtrArray *others; /* IncmapLeaf: pages of the atlas that no file of their own is drawn of */
    char *failure;     /* why it could not be read */
    guint n_unchanged; /* leaves that were passed over without reading the input */
    guint n_left_out;  /* of those */
    guint n_homeless;  /* incidents that belong to none of its maps */
};

typedef struct IncmapRunResult IncmapRunResult;
struct IncmapRunResult {
    GPtrArray *entries;   /* IncmapEntry */
    GHashTable *sessions; /* places and gazetteers → IncmapSession */
    GPtrArray *gone;      /* char *: files of maps that are no more */
    GPtrArray *notes;     /* char * */
    guint n_maps, n_drawn, n_unchanged, n_failed, n_left_out;
    guint n_touched; /* files with new bytes */
    gint64 started_us, elapsed_us;
};

IncmapRunResult *incmap_run_result_new(void);
void incmap_run_result_free(IncmapRunResult *result);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapRunResult, incmap_run_result_free)
