/* SPDX-License-Identifier: MIT */
/*
 * Lookups all over a large gazetteer touch all its pages in the end, and each
 * stays in the process until it is given back. Giving back costs little: the
 * system keeps the page in its cache, and the next touch finds it there.
 */
#define _GNU_SOURCE /* madvise() */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "locate/gazetteer-private.h"

/* How many places pass between two looks at the memory, and how much of files may be in it. */
#define LOOK_EVERY 256
#define MAX_FILE_BYTES (160u << 20)

/* Bytes of files that are mapped and in memory; 0 when the system doesn't say. */
static gsize
measure_files(void)
{
    char text[128];
    int fd = open("/proc/self/statm", O_RDONLY | O_CLOEXEC);
    gssize n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);
    if (fd >= 0)
        close(fd);
    if (n <= 0)
        return 0;
    text[n] = '\0';
    const char *shared = strchr(text, ' ');
    shared = shared != NULL ? strchr(shared + 1, ' ') : NULL;
    return shared != NULL ? strtoul(shared, NULL, 10) * (gsize)sysconf(_SC_PAGESIZE) : 0;
}

void
incmap_gazetteer_relax(const IncmapGazetteer *gazetteer, guint n)
{
    if (gazetteer->n_asked == NULL)
        return;
    guint before = (guint)g_atomic_int_add(gazetteer->n_asked, (gint)n);
    if (before / LOOK_EVERY == (before + n) / LOOK_EVERY || measure_files() < MAX_FILE_BYTES)
        return;
    /* The mapping is of a file and only read: its pages come back as they were. */
    madvise((void *)gazetteer->header, g_bytes_get_size(gazetteer->bytes), MADV_DONTNEED);
}
