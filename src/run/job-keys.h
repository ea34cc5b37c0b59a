/* SPDX-License-Identifier: MIT */
/*
 * The keys of one map in a job file.
 */
#pragma once

#include "run/job.h"
#include "style/document.h"

/** IncmapJobReader: the file while it is read */
typedef struct IncmapJobReader IncmapJobReader;
struct IncmapJobReader {
    IncmapJob *job;
    IncmapStyleDocument *document;
};

/** IncmapJobKey: one row of the table, in the order of the alphabet */
typedef struct IncmapJobKey IncmapJobKey;
struct IncmapJobKey {
    const char *name;
    gboolean (*read)(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                     const IncmapValue *value, GError **error);
    gboolean is_look; /* a map looks different with another value */
};

extern const IncmapJobKey incmap_job_keys[]; /* ends with a row without a name */

/* Their names, NULL-terminated; free the array only. */
const char **incmap_job_key_names(void);

/* Fails unless @object is a mapping whose keys are all among @names. */
gboolean incmap_job_check_keys(const IncmapJobReader *reader, const IncmapValue *object,
                               const char *where, const char *const *names, GError **error);

/* Fails when maps of a group would be written into the same file. */
gboolean incmap_job_check_templates(const IncmapJobReader *reader, const IncmapJobMap *map,
                                    const IncmapValue *at, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapJobMap, incmap_job_map_free)
