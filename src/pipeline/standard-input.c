/* SPDX-License-Identifier: MIT */
/*
 * Standard input can be read once; what has to be read again is kept in memory.
 */
#define _GNU_SOURCE /* memfd_create() */
#include "pipeline/pipeline.h"

#include <errno.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

gboolean
incmap_pipeline_keep_stdin(IncmapMap *map, GError **error)
{
    int fd = memfd_create("incmap-input", MFD_CLOEXEC);
    static const gsize buffer_size = 1 << 16;
    g_autofree char *buffer = g_malloc(buffer_size);
    gssize n_read = fd < 0 ? -1 : read(STDIN_FILENO, buffer, buffer_size);
    while (n_read > 0) {
        for (gssize n_written = 0, n = 0; n_written < n_read; n_written += n) {
            n = write(fd, buffer + n_written, (gsize)(n_read - n_written));
            if (n < 0) {
                n_read = -1;
                break;
            }
        }
        if (n_read > 0)
            n_read = read(STDIN_FILENO, buffer, buffer_size);
    }
    map->stdin_fd = fd;
    if (n_read < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "cannot read standard input: %s",
                           g_strerror(errno));
    return TRUE;
}

char *
incmap_pipeline_input_path(const IncmapMap *map, const char *path)
{
    if (strcmp(path, "-") == 0 && map->stdin_fd >= 0)
        return g_strdup_printf("/proc/self/fd/%d", map->stdin_fd);
    return g_strdup(path);
}
