/* SPDX-License-Identifier: MIT */
/*
 * Values of a job file, whatever key they stand behind: each fails with its place in the file.
 */
#pragma once

#include "run/job-keys.h"

typedef gboolean IncmapJobRead(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                               const IncmapValue *value, GError **error);

/* Text or number as text; NULL with an error for anything else. */
char *incmap_job_take_text(const IncmapJobReader *reader, const char *name,
                           const IncmapValue *value, GError **error);

/* A member that is a text, when there is one. */
gboolean incmap_job_take_member(const IncmapJobReader *reader, const IncmapValue *object,
                                const char *name, char **out_text, GError **error);

/* One item, or a list of them. */
gboolean incmap_job_read_items(const IncmapJobReader *reader, IncmapJobMap *map, const char *name,
                               const IncmapValue *value, IncmapJobRead *read, GError **error);

/* Fails when the text has a field that nothing is known by. */
gboolean incmap_job_check_fields(const IncmapJobReader *reader, const IncmapValue *value,
                                 const char *text, GError **error);

/* A failure of a value gets its place in the file. Frees @failure; always %FALSE. */
gboolean incmap_job_place_failure(const IncmapJobReader *reader, const IncmapValue *value,
                                  GError *failure, GError **error);

/* The values of `input`, `output` and `report`: run/job-files.c. */
IncmapJobRead incmap_job_read_atlas, incmap_job_read_inputs, incmap_job_read_outputs,
    incmap_job_read_report;
