/* SPDX-License-Identifier: MIT */
/*
 * A job file: many maps, each with its inputs, filters, style and outputs. It is read and
 * checked as a whole before anything is drawn. Paths are relative to the file's own folder,
 * since the program that calls every hour has another one.
 */
#pragma once

#include "pipeline/options.h"
#include "run/fields.h"

/* What one map of the file becomes several for. */
typedef enum {
    INCMAP_EACH_NONE,
    INCMAP_EACH_COUNTRY,
    INCMAP_EACH_ADMIN1,
    INCMAP_EACH_WEEK,
    INCMAP_EACH_MONTH,
    INCMAP_EACH_DAY,
    INCMAP_EACH_TYPE,
    INCMAP_EACH_ROW,
    INCMAP_EACH_COLUMN, /* a value of the column that the file names */
} IncmapEach;

/** IncmapJobInput: what one entry of `input` says */
typedef struct IncmapJobInput IncmapJobInput;
struct IncmapJobInput {
    char *path;  /* a file, a folder, a pattern or a database */
    char *sql;   /* NULL: a layer as it is */
    char *layer; /* NULL */
};

/** IncmapJobOutput: a file to be written; a template */
typedef struct IncmapJobOutput IncmapJobOutput;
struct IncmapJobOutput {
    char *path;
    char *size, *dpi; /* NULL: as the map has it */
    int format;
};

/** IncmapJobMap: one entry of `maps` with what `defaults` adds */
typedef struct IncmapJobMap IncmapJobMap;
struct IncmapJobMap {
    char *name;
    guint line;
    IncmapOptions options; /* title and subtitle may hold fields */
    GPtrArray *inputs;     /* IncmapJobInput */
    GPtrArray *outputs;    /* IncmapJobOutput */
    GPtrArray *areas;      /* char *: only incidents in these; none: anywhere */
    IncmapEach each;
    char *each_column;
    char *report, *atlas; /* NULL; templates */
    guint n_kept;         /* earlier versions of each output; 0: none */
    gboolean marks_new;
    gboolean removes_gone; /* a map that is no more is taken away, not left as it was */
    GString *look_words;   /* what decides how a map looks, in a fixed form for digests … */
    GString *other_words;  /* … and the rest */
};

struct IncmapJob {
    char *path, *folder;
    char *state_path; /* as the file says; NULL: beside it */
    GPtrArray *maps;  /* IncmapJobMap */
    /* how it is to be run */
    guint n_jobs;
    guint shard, n_shards; /* from 1 */
    gint64 lock_wait_us;
    gint64 input_wait_us;
    gboolean is_forced;
    /* what became of it: run/result.h */
    struct IncmapRunResult *result;
};

IncmapJobMap *incmap_job_map_new(void);
void incmap_job_map_free(IncmapJobMap *map);
/* Adds a file, folder or pattern. */
void incmap_job_map_add_input(IncmapJobMap *map, const char *path);

/* A path of the file as seen from where the program runs. */
char *incmap_job_resolve(const struct IncmapJob *job, const char *path);

/* Where a run of the job remembers what it drew: run/run.c; transfer full. */
char *incmap_run_state_path(const struct IncmapJob *job);

/* Reads the file into an empty job. */
gboolean incmap_job_read(struct IncmapJob *job, GError **error);
