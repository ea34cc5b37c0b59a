/* SPDX-License-Identifier: MIT */
#include "locate/dump-lines.h"

#include "base/error.h"
#include "layers/vector.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define FIRST_BYTES (1u << 18)

static IncmapDumpLines *
lines_new(const char *path)
{
    IncmapDumpLines *lines = g_new0(IncmapDumpLines, 1);
    lines->path = g_strdup(path);
    lines->fd = -1;
    lines->size = FIRST_BYTES;
    lines->buffer = g_malloc(lines->size + 1);
    return lines;
}

IncmapDumpLines *
incmap_dump_lines_open(const char *path, GError **error)
{
    g_autoptr(IncmapDumpLines) lines = lines_new(path);
    struct stat status;
    lines->fd = open(path, O_RDONLY | O_CLOEXEC);
    if (lines->fd < 0 || fstat(lines->fd, &status) != 0 || S_ISDIR(status.st_mode)) {
        incmap_fail(error, INCMAP_ERROR_INPUT, "%s: %s", path,
                    lines->fd < 0 ? g_strerror(errno) : "it is a folder; name a file");
        return NULL;
    }
    lines->n_all = (guint64)status.st_size;
    if (!g_str_has_suffix(path, ".zip") && !g_str_has_suffix(path, ".gz"))
        return g_steal_pointer(&lines);
    close(lines->fd);
    lines->fd = -1;
    lines->archive = incmap_archive_open(path, error);
    return lines->archive != NULL ? g_steal_pointer(&lines) : NULL;
}

IncmapDumpLines *
incmap_dump_lines_new(const char *bytes, gsize length, const char *name)
{
    IncmapDumpLines *lines = lines_new(name);
    lines->size = MAX(length, 1);
    lines->buffer = g_realloc(lines->buffer, lines->size + 1);
    if (length > 0)
        memcpy(lines->buffer, bytes, length);
    lines->end = length;
    lines->is_at_end = TRUE;
    return lines;
}

void
incmap_dump_lines_free(IncmapDumpLines *lines)
{
    if (lines == NULL)
        return;
    if (lines->fd >= 0)
        close(lines->fd);
    incmap_archive_close(lines->archive);
    g_free(lines->buffer);
    g_free(lines->path);
    g_free(lines);
}

/* Reads more behind what is not yet used, which moves to the front. */
static gboolean
fill(IncmapDumpLines *lines, GError **error)
{
    memmove(lines->buffer, lines->buffer + lines->start, lines->end - lines->start);
    lines->end -= lines->start;
    lines->start = 0;
    if (lines->end == lines->size) {
        lines->size *= 2;
        lines->buffer = g_realloc(lines->buffer, lines->size + 1);
    }
    gsize room = lines->size - lines->end;
    gssize n = 0;
    do {
        n = lines->archive != NULL
                ? incmap_archive_read(lines->archive, lines->buffer + lines->end, room)
                : read(lines->fd, lines->buffer + lines->end, room);
    } while (n < 0 && lines->archive == NULL && errno == EINTR);
    if (n < 0)
        return incmap_fail(error, INCMAP_ERROR_INPUT, "%s: cannot be read to its end: %s",
                           lines->path,
                           lines->archive != NULL ? "the archive is damaged" : g_strerror(errno));
    lines->is_at_end = n == 0;
    lines->end += (gsize)n;
    /* Text in an archive is about four times as long as the archive. */
    lines->n_read += (guint64)n / (lines->archive != NULL ? 4 : 1);
    return TRUE;
}

static char *
take_line(IncmapDumpLines *lines, gsize length, gsize n_end, gsize *out_length)
{
    char *line = lines->buffer + lines->start;
    lines->start += length + n_end;
    lines->line++;
    if (length > 0 && line[length - 1] == '\r')
        length--;
    line[length] = '\0';
    for (char *nul = line; (nul = memchr(nul, '\0', (gsize)(line + length - nul))) != NULL;)
        *nul = ' ';
    if (lines->line == 1 && length >= 3 && memcmp(line, "\xEF\xBB\xBF", 3) == 0) {
        line += 3;
        length -= 3;
    }
    *out_length = length;
    return line;
}

char *
incmap_dump_lines_next(IncmapDumpLines *lines, gsize *out_length, GError **error)
{
    gsize scanned = 0;
    for (;;) {
        gsize length = lines->end - lines->start;
        const char *from = lines->buffer + lines->start;
        const char *end = memchr(from + scanned, '\n', length - scanned);
        if (end != NULL)
            length = (gsize)(end - from);
        if (length > INCMAP_DUMP_MAX_LINE) {
            incmap_fail(error, INCMAP_ERROR_INPUT,
                        "%s:%u: the line is longer than 1 MB; is this a GeoNames dump?",
                        lines->path, lines->line + 1);
            return NULL;
        }
        if (end != NULL)
            return take_line(lines, length, 1, out_length);
        if (lines->is_at_end)
            return length > 0 ? take_line(lines, length, 0, out_length) : NULL;
        scanned = length;
        if (!fill(lines, error))
            return NULL;
    }
}
