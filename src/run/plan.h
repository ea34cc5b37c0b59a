/* SPDX-License-Identifier: MIT */
/*
 * What a run has to do: an entry whose inputs, style, fonts, layers and program are as they were
 * isn't even read; of the others, the maps that show what has changed are drawn.
 */
#pragma once

#include "run/result.h"
#include "run/state.h"

/** IncmapJobRun: a run while it lasts */
typedef struct IncmapJobRun IncmapJobRun;
struct IncmapJobRun {
    IncmapJob *job;
    IncmapJobFunc func;
    gpointer data;
    char *state_path;
    IncmapState *state;
    char *installation; /* digest of what all entries depend on */
    GHashTable *styles; /* name → digest of the style's files */
    guint n_leaves;     /* found so far, of all shards */
    guint n_wanted, n_finished;
    gint64 saved_us;
    gboolean is_state_lost;
};

void incmap_plan_begin(IncmapJobRun *run);
gboolean incmap_plan_entry(IncmapJobRun *run, IncmapEntry *entry, GError **error);
void incmap_plan_end(IncmapJobRun *run);
