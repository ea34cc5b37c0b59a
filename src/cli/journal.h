/* SPDX-License-Identifier: MIT */
/*
 * Where the lines of a run go besides the terminal: a file that needs nobody to turn it over, or
 * the journal of the system.
 */
#pragma once

#include "cli/cli.h"

/** IncmapJournal: a log; all NULL and 0: none */
typedef struct IncmapJournal IncmapJournal;
struct IncmapJournal {
    const char *path; /* not owned; "-" is standard output */
    gboolean has_failed;
};

/* Whether @fd leads to the journal of systemd, which reads "<3>" at the start of a line as its
 * severity and keeps the time itself. */
gboolean incmap_journal_is_journal(int fd);

/* Looks whether @path (nullable) can be written to, and puts a file that has grown long aside as
 * PATH.1, in place of the one before. */
gboolean incmap_journal_open(IncmapJournal *journal, const char *path, GError **error);

/* Appends one line. The file is opened for it and closed, so that it may be moved away at any time;
 * it is one write, so that the lines of several programs stay whole. The first failure is told on
 * standard error. */
void incmap_journal_write(IncmapJournal *journal, IncmapLevel level, const char *text);
