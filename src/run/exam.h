/* SPDX-License-Identifier: MIT */
/*
 * What `incmap doctor` looks at, a line each: the installation, the machine and its environment,
 * a job. A line says what was seen and, where something is amiss, what to do about it.
 */
#pragma once

#include "pipeline/session.h"
#include "run/job.h"

typedef enum {
    INCMAP_VERDICT_OK,
    INCMAP_VERDICT_WARNING, /* maps are drawn, but perhaps not as they are meant */
    INCMAP_VERDICT_FAILURE, /* no maps */
} IncmapVerdict;

/** IncmapExamLine: one thing that was looked at */
typedef struct IncmapExamLine IncmapExamLine;
struct IncmapExamLine {
    const char *subject; /* constant: "fonts" */
    IncmapVerdict verdict;
    char *text;
    const char *remedy; /* constant; NULL: none is needed, or the text has it */
};

/** IncmapExam: all lines */
typedef struct IncmapExam IncmapExam;
struct IncmapExam {
    GArray *lines; /* IncmapExamLine */
    IncmapSession *session;
};

void incmap_exam_add(IncmapExam *exam, const char *subject, IncmapVerdict verdict,
                     const char *remedy, const char *format, ...) G_GNUC_PRINTF(5, 6);

/* Program, modules, layers, gazetteer, styles, fonts, PROJ. */
void incmap_exam_installation(IncmapExam *exam);
/* Variables, the clock, limits, and what is otherwise when cron calls. */
void incmap_exam_machine(IncmapExam *exam);
/* Whether files can be written, replaced and locked in a folder, and the room there. */
void incmap_exam_folder(IncmapExam *exam, const char *folder);
/* The job file with its inputs, outputs and state. */
void incmap_exam_job(IncmapExam *exam, const char *path);
