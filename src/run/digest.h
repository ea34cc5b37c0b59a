/* SPDX-License-Identifier: MIT */
/*
 * What a file holds, told by its SHA-256. A file whose size, times and inode are as they were
 * isn't read again, unless it changed so lately that a later change could have the same times,
 * or its times lie in the future because the clock was moved.
 */
#pragma once

#include <glib.h>

/** IncmapStamp: what the file system says of a file */
typedef struct IncmapStamp IncmapStamp;
struct IncmapStamp {
    gint64 size; /* -1: there is no such file */
    gint64 modified_ns, changed_ns;
    guint64 inode;
};

IncmapStamp incmap_stamp_of(const char *path);
gboolean incmap_stamp_equal(const IncmapStamp *a, const IncmapStamp *b);

/** IncmapDigests: the files looked at, path → IncmapFileDigest */
typedef struct IncmapDigests IncmapDigests;
struct IncmapDigests {
    GHashTable *files;
};

/** IncmapFileDigest: one of them */
typedef struct IncmapFileDigest IncmapFileDigest;
struct IncmapFileDigest {
    IncmapStamp stamp;
    char sha256[65];
    gboolean is_used; /* asked for in this run: the others are forgotten */
};

void incmap_digests_init(IncmapDigests *digests);
void incmap_digests_clear(IncmapDigests *digests);

/* Takes over what an earlier run found. */
void incmap_digests_add(IncmapDigests *digests, const char *path, const IncmapStamp *stamp,
                        const char *sha256);

/* The digest of the file's content, owned by @digests; "-" when it can't be read. */
const char *incmap_digests_get(IncmapDigests *digests, const char *path);

/* For the large files of the installation, which nothing but an installation changes: size and
 * time of change, without reading it. Transfer full. */
char *incmap_digest_stamp(const char *path);
