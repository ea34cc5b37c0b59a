/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* F_SETLEASE */
#include "run/inputs.h"

#include "base/error.h"
#include "pipeline/pipeline.h"
#include "run/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define POLL_US 50000
/* A file that is open for writing but has rested so long is taken as it is: a log stays open. */
#define REST_US (2 * G_USEC_PER_SEC)

static void
free_source(gpointer data)
{
    g_free(((IncmapSource *)data)->path);
    g_free(data);
}

static void
add_source(GPtrArray *sources, const IncmapJobInput *input, const char *path)
{
    IncmapSource *source = g_new0(IncmapSource, 1);
    source->path = g_strdup(path);
    source->input = input;
    source->is_database = g_str_has_prefix(path, "PG:") || g_str_has_prefix(path, "postgresql:");
    g_ptr_array_add(sources, source);
}

static gboolean
add_matches(GPtrArray *sources, const IncmapJobInput *input, GError **error)
{
    glob_t found = {0};
    int status = glob(input->path, 0, NULL, &found);
    for (gsize i = 0; status == 0 && i < found.gl_pathc; i++)
        add_source(sources, input, found.gl_pathv[i]);
    globfree(&found);
    return status == 0 ||
           incmap_fail(error, INCMAP_ERROR_INPUT, "%s: no file fits this pattern", input->path);
}

static gboolean
add_folder(GPtrArray *sources, const IncmapJobInput *input, GError **error)
{
    g_autoptr(GPtrArray) paths = incmap_folder_list(input->path, error);
    for (guint i = 0; paths != NULL && i < paths->len; i++)
        add_source(sources, input, g_ptr_array_index(paths, i));
    return paths != NULL;
}

GPtrArray *
incmap_sources_list(const IncmapJobMap *map, GError **error)
{
    g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func(free_source);
    for (guint i = 0; i < map->inputs->len; i++) {
        const IncmapJobInput *input = g_ptr_array_index(map->inputs, i);
        gboolean is_there = g_file_test(input->path, G_FILE_TEST_EXISTS);
        gboolean is_good = TRUE;
        if (g_file_test(input->path, G_FILE_TEST_IS_DIR))
            is_good = add_folder(sources, input, error);
        else if (!is_there && strpbrk(input->path, "*?[") != NULL &&
                 !g_str_has_prefix(input->path, "PG:"))
            is_good = add_matches(sources, input, error);
        else
            add_source(sources, input, input->path);
        if (!is_good)
            return NULL;
    }
    return g_steal_pointer(&sources);
}

void
incmap_source_add_companions(const IncmapSource *source, GPtrArray *paths)
{
    static const struct {
        const char *ending, *companions[6];
    } kinds[] = {
        {".shp", {".dbf", ".shx", ".prj", ".cpg"}},
        {".gpkg", {".gpkg-wal"}},
        {".sqlite", {".sqlite-wal"}},
    };
    for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
        if (!g_str_has_suffix(source->path, kinds[i].ending))
            continue;
        g_autofree char *stem =
            g_strndup(source->path, strlen(source->path) - strlen(kinds[i].ending));
        for (guint j = 0; kinds[i].companions[j] != NULL; j++)
            g_ptr_array_add(paths, g_strconcat(stem, kinds[i].companions[j], NULL));
    }
}

typedef enum { WRITER_NONE, WRITER_OPEN, WRITER_UNKNOWN } Writer;

/* The kernel grants a lease for reading only while nobody has the file open for writing. Where it
 * can't say (another owner, some network file systems) the times have to do. */
static Writer
find_writer(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return WRITER_NONE; /* to read it will fail and say why */
    /* Who opens it within these microseconds sends a signal: one that is ignored. */
    fcntl(fd, F_SETSIG, SIGURG);
    Writer writer = WRITER_NONE;
    if (fcntl(fd, F_SETLEASE, F_RDLCK) == 0)
        fcntl(fd, F_SETLEASE, F_UNLCK);
    else
        writer = errno == EAGAIN ? WRITER_OPEN : WRITER_UNKNOWN;
    close(fd);
    return writer;
}

static gboolean
ends_line(const char *path, gint64 size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    char last = '\n';
    if (fd >= 0 && size > 0 && pread(fd, &last, 1, size - 1) != 1)
        last = '\n';
    if (fd >= 0)
        close(fd);
    return last == '\n';
}

static gboolean
is_line_text(const char *path)
{
    static const char *const endings[] = {".csv", ".tsv", ".txt", ".md", ".jsonl"};
    for (guint i = 0; i < G_N_ELEMENTS(endings); i++) {
        if (g_str_has_suffix(path, endings[i]))
            return TRUE;
    }
    return FALSE;
}

static gboolean
is_ready(const char *path, const IncmapStamp *stamp, gint64 rested_us)
{
    Writer writer = find_writer(path);
    gboolean has_rested =
        rested_us >= REST_US || stamp->modified_ns / 1000 < g_get_real_time() - REST_US;
    gboolean is_line_end = !is_line_text(path) || ends_line(path, stamp->size);
    switch (writer) {
    case WRITER_NONE:
        return TRUE;
    case WRITER_OPEN:
        return has_rested && is_line_end;
    case WRITER_UNKNOWN:
        return has_rested || (is_line_text(path) && is_line_end);
    }
    return TRUE;
}

gboolean
incmap_source_settle(const IncmapSource *source, gint64 wait_us, GError **error)
{
    if (source->is_database || g_str_has_prefix(source->path, "/vsi"))
        return TRUE;
    gint64 start_us = g_get_monotonic_time(), still_us = start_us;
    IncmapStamp stamp = incmap_stamp_of(source->path);
    for (;;) {
        gint64 now_us = g_get_monotonic_time();
        IncmapStamp again = incmap_stamp_of(source->path);
        if (!incmap_stamp_equal(&stamp, &again))
            still_us = now_us;
        stamp = again;
        if (stamp.size < 0 || is_ready(source->path, &stamp, now_us - still_us))
            return TRUE;
        if (now_us - start_us >= wait_us)
            return incmap_fail(error, INCMAP_ERROR_INPUT,
                               "%s: another program is still writing it; the next run looks again",
                               source->path);
        g_usleep(POLL_US);
    }
}
