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
