/* SPDX-License-Identifier: MIT */
/*
 * A large text file line by line, plain or in a .zip or .gz, in constant memory.
 */
#pragma once

#include <glib.h>

/* Longer lines are no GeoNames dump: 10,000 characters of alternate names are its longest. */
#define INCMAP_DUMP_MAX_LINE (1u << 20)

typedef struct IncmapDumpLines IncmapDumpLines;
struct IncmapDumpLines {
    char *path;
    int fd;           /* -1: an archive, or bytes in memory */
    gpointer archive; /* NULL */
    char *buffer;
    gsize start, end, size;
    gboolean is_at_end;
    guint64 n_read; /* bytes of the file on the disk, about */
    guint64 n_all;
    guint line; /* of the current line, from 1 */
};

IncmapDumpLines *incmap_dump_lines_open(const char *path, GError **error);
/* Over a copy of @bytes; for tests. */
IncmapDumpLines *incmap_dump_lines_new(const char *bytes, gsize length, const char *name);
void incmap_dump_lines_free(IncmapDumpLines *lines);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapDumpLines, incmap_dump_lines_free)

/* The next line, NUL-terminated without its end, valid until the next call; NULL at the end (error
 * unset) or on a failure. A NUL inside a line is replaced by a space. */
char *incmap_dump_lines_next(IncmapDumpLines *lines, gsize *out_length, GError **error);
