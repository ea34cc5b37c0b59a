/* SPDX-License-Identifier: MIT */
#include "run/digest.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

/* File systems keep times to 2 s at worst (FAT). */
#define YOUNG_NS (2 * G_GINT64_CONSTANT(1000000000))

IncmapStamp
incmap_stamp_of(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0)
        return (IncmapStamp){.size = -1};
    return (IncmapStamp){
        .size = info.st_size,
        .modified_ns = (gint64)info.st_mtim.tv_sec * 1000000000 + (gint64)info.st_mtim.tv_nsec,
        .changed_ns = (gint64)info.st_ctim.tv_sec * 1000000000 + (gint64)info.st_ctim.tv_nsec,
        .inode = info.st_ino,
    };
}

gboolean
incmap_stamp_equal(const IncmapStamp *a, const IncmapStamp *b)
{
    return a->size == b->size && a->modified_ns == b->modified_ns &&
           a->changed_ns == b->changed_ns && a->inode == b->inode;
}

void
incmap_digests_init(IncmapDigests *digests)
{
    digests->files = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
}

void
incmap_digests_clear(IncmapDigests *digests)
{
    g_clear_pointer(&digests->files, g_hash_table_unref);
}

void
incmap_digests_add(IncmapDigests *digests, const char *path, const IncmapStamp *stamp,
                   const char *sha256)
{
    IncmapFileDigest *file = g_new0(IncmapFileDigest, 1);
    file->stamp = *stamp;
    g_strlcpy(file->sha256, sha256, sizeof file->sha256);
    g_hash_table_replace(digests->files, g_strdup(path), file);
}

/* A stamp says that the content is the same only when a change after it would show. */
static gboolean
is_settled(const IncmapStamp *stamp)
{
    gint64 now_ns = g_get_real_time() * 1000;
    return stamp->modified_ns < now_ns - YOUNG_NS && stamp->changed_ns < now_ns - YOUNG_NS;
}

static void
read_file(const char *path, char out_sha256[65])
{
    g_autoptr(GChecksum) checksum = g_checksum_new(G_CHECKSUM_SHA256);
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    static const gsize buffer_size = 1 << 16;
    g_autofree guchar *buffer = g_malloc(buffer_size);
    gssize n = -1;
    while (fd >= 0 && (n = read(fd, buffer, buffer_size)) > 0)
        g_checksum_update(checksum, buffer, n);
    if (fd >= 0)
        close(fd);
    g_strlcpy(out_sha256, n == 0 ? g_checksum_get_string(checksum) : "-", 65);
}

const char *
incmap_digests_get(IncmapDigests *digests, const char *path)
{
    IncmapFileDigest *file = g_hash_table_lookup(digests->files, path);
    IncmapStamp stamp = incmap_stamp_of(path);
    if (file != NULL && stamp.size >= 0 && incmap_stamp_equal(&file->stamp, &stamp)) {
        file->is_used = TRUE;
        return file->sha256;
    }
    char sha256[65] = "-";
    if (stamp.size >= 0)
        read_file(path, sha256);
    /* What may still change within the same tick gets a stamp that no file has. */
    if (!is_settled(&stamp))
        stamp.inode = 0;
    incmap_digests_add(digests, path, &stamp, sha256);
    file = g_hash_table_lookup(digests->files, path);
    file->is_used = TRUE;
    return file->sha256;
}

char *
incmap_digest_stamp(const char *path)
{
    IncmapStamp stamp = incmap_stamp_of(path);
    return g_strdup_printf("%" G_GINT64_FORMAT ":%" G_GINT64_FORMAT, stamp.size, stamp.modified_ns);
}
