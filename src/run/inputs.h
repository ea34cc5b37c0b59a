/* SPDX-License-Identifier: MIT */
/*
 * The files behind the inputs of a job, and whether they are whole: another program may be at
 * work on one at this very moment.
 */
#pragma once

#include "run/job.h"

/** IncmapSource: one file or database to be read */
typedef struct IncmapSource IncmapSource;
struct IncmapSource {
    char *path;
    const IncmapJobInput *input;
    gboolean is_database; /* what it holds is only known by asking it */
};

/* All of a map's inputs, patterns and folders resolved, in their order. Transfer full, or NULL. */
GPtrArray *incmap_sources_list(const IncmapJobMap *map, GError **error);

/* Files that belong to a source besides itself, such as a shapefile's table. */
void incmap_source_add_companions(const IncmapSource *source, GPtrArray *paths);

/* Waits until nobody writes the file. */
gboolean incmap_source_settle(const IncmapSource *source, gint64 wait_us, GError **error);
