/* SPDX-License-Identifier: MIT */
/*
 * A map is a scene with its inputs and options, and how far it has come. The
 * stages run here and nowhere else, each once and in this order: read, locate,
 * project, arrange; drawing changes nothing and can be repeated.
 */
#pragma once

#include "pipeline/session.h"
#include "scene/dump.h"

typedef enum { INCMAP_INPUT_FILE, INCMAP_INPUT_PLACE, INCMAP_INPUT_POINT } IncmapInputForm;

/** IncmapMapInput: a file to read, or a place or point to ask for */
typedef struct IncmapMapInput IncmapMapInput;
struct IncmapMapInput {
    IncmapInputForm form;
    char *words; /* path or name; owned */
    IncmapLonLat point;
    char *layer; /* of a file that has several; NULL: as the options say */
    char *sql;   /* instead of a layer; NULL */
};

struct IncmapMap {
    IncmapSession *session; /* not owned */
    IncmapOptions options;
    GArray *inputs; /* IncmapMapInput */
    IncmapScene *scene;
    guint number; /* of the incident in the map this one was split from, from 1; 0 */
    int n_done;   /* stages done: INCMAP_STAGE_READ + 1 … */
    IncmapComposition *composition;         /* (nullable) */
    gint64 elapsed_us[INCMAP_N_STAGES + 1]; /* the last: drawing */
    guint n_filtered;                       /* incidents left out because the options say so */
    int stdin_fd;                           /* standard input kept for a second reading; -1 */
    gboolean keeps_stdin;
    guint n_stream_left_out;  /* rows without a place that were located in blocks */
    gboolean is_located_part; /* what is said of borders has to be found again */
    const char *group_column; /* of tables, for maps by its values; NULL; not owned */
};

/* A map of some of the incidents of @map, read or located as those are. It uses the strings of
 * @map, which has to outlive it. Reasons and notes stay with @map. */
IncmapMap *incmap_map_part(const IncmapMap *map, const guint32 *incidents, guint n_incidents);

/* The files of a folder that are read when the folder is named, sorted; NULL with @error. */
GPtrArray *incmap_folder_list(const char *path, GError **error);

/* Opens what locating needs, as the options say; @out_country (nullable inside): the code of the
 * country that they name. */
gboolean incmap_pipeline_prepare(IncmapMap *map, const char **out_country, GError **error);
/* Fails for words that nobody can have meant. */
gboolean incmap_pipeline_check_lengths(const IncmapScene *scene, GError **error);

/* Runs the stages up to @stage that have not run. */
gboolean incmap_pipeline_run(IncmapMap *map, IncmapStage stage, GError **error);

/* Draws an arranged map with the fonts of @composer. @format: 0 PNG, 1 SVG, 2 PDF, 3 HTML */
gboolean incmap_pipeline_draw(IncmapMap *map, IncmapComposer *composer, const char *path,
                              int format, GError **error);

/* The format that @format names or, when NULL, the ending of @path: 0 PNG, 1 SVG, 2 PDF, 3 HTML. */
gboolean incmap_format_choose(const char *path, const char *format, int *out_format,
                              GError **error);

/* Reads standard input to its end and keeps it with the map. */
gboolean incmap_pipeline_keep_stdin(IncmapMap *map, GError **error);

/* The file that holds the bytes of an input for a second reading: its path, or that of standard
 * input as kept. */
char *incmap_pipeline_input_path(const IncmapMap *map, const char *path);
