/* SPDX-License-Identifier: MIT */
/*
 * The bytes of one input, as UTF-8, held in memory: what happens to the file
 * afterwards does not matter. The digest of a large file is made beside the
 * reading, in a thread of its own.
 */
#pragma once

#include <glib.h>

typedef struct IncmapInput IncmapInput;
struct IncmapInput {
    const char *path; /* the caller's; "-" for standard input */
    const char *name; /* for messages: the path, or "standard input" */
    const char *text; /* UTF-8 without byte order mark */
    gsize length;
    const char *encoding; /* "UTF-8", "UTF-16" or "Windows-1252" */
    GBytes *raw;
    char *recoded;
    GThread *digester;
};

/**
 * incmap_input_load:
 * @input: uninitialised memory
 * @path: a file, or "-" for standard input
 *
 * Reads at most 2 GB. Fails for what cannot be read, is empty or is binary.
 */
gboolean incmap_input_load(IncmapInput *input, const char *path, GError **error);
void incmap_input_clear(IncmapInput *input);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(IncmapInput, incmap_input_clear)

/* Brings the bytes to UTF-8. With @can_guess, bytes that are not UTF-8 are taken as Windows-1252;
 * without it they are an error. */
gboolean incmap_input_decode(IncmapInput *input, gboolean can_guess, GError **error);

/* SHA-256 of the bytes in hex; waits for the thread that makes it. */
char *incmap_input_digest(IncmapInput *input);

/* The offset of the first byte that is not UTF-8, or @length. */
gsize incmap_input_check_utf8(const char *text, gsize length);
