/* SPDX-License-Identifier: MIT */
/*
 * Result files: whole or not at all. Bytes go to a temporary file beside the
 * target, to the disk, and take the target's name last.
 */
#pragma once

#include <glib.h>

/**
 * incmap_output_write:
 * @path: the file to write, or "-" for stdout
 * @bytes: its new content
 * @length: bytes
 *
 * Replaces a file. On failure the old file is as it was and no temporary file
 * is left. A file that already holds these bytes isn't touched and keeps its
 * time. A symbolic link is followed; permissions of an old file are kept.
 *
 * Returns: whether the content is there
 */
gboolean incmap_output_write(const char *path, const void *bytes, gsize length, GError **error);

/** IncmapOutput: a file that is written piece by piece and takes its name last */
typedef struct IncmapOutput IncmapOutput;

/**
 * incmap_output_begin:
 * @path: the file to write, or "-" for stdout; devices and pipes are written as they are
 *
 * Returns: (transfer full): a file beside @path, which stays as it is until incmap_output_end();
 *   %NULL with @error
 */
IncmapOutput *incmap_output_begin(const char *path, GError **error);
/* Nothing is written after the first failure, which incmap_output_end() tells. */
void incmap_output_append(IncmapOutput *output, const void *bytes, gsize length);
/* Overwrites bytes that were appended before; not for stdout. */
void incmap_output_patch(IncmapOutput *output, guint64 offset, const void *bytes, gsize length);
/* Gives the file its name and frees @output, whether that works or not. */
gboolean incmap_output_end(IncmapOutput *output, GError **error);
/* Gives up: the old file stays and @output is freed. */
void incmap_output_free(IncmapOutput *output);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(IncmapOutput, incmap_output_free)

/* Removes temporary files in @folder whose writers are dead. How many. */
guint incmap_output_sweep(const char *folder);

/* Fails for @path with errno and what can be done about it. Always %FALSE. */
gboolean incmap_output_fail(GError **error, const char *path);
