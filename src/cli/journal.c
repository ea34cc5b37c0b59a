/* SPDX-License-Identifier: MIT */
#include "cli/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Half a year of forty maps an hour. The one before is kept as well. */
#define MAX_LOG_BYTES (8 << 20)

gboolean
incmap_journal_is_journal(int fd)
{
    const char *named = g_getenv("JOURNAL_STREAM");
    unsigned long device = 0, inode = 0;
    struct stat status;
    return named != NULL && sscanf(named, "%lu:%lu", &device, &inode) == 2 &&
           fstat(fd, &status) == 0 && status.st_dev == device && status.st_ino == inode;
}

static int
open_file(const char *path)
{
    return g_open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0666);
}

static gboolean
fail(const char *path, int code, GError **error)
{
    g_set_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT, "cannot write the log %s: %s", path,
                g_strerror(code));
    return FALSE;
}

gboolean
incmap_journal_open(IncmapJournal *journal, const char *path, GError **error)
{
    struct stat status;
    *journal = (IncmapJournal){.path = path};
    if (path == NULL || strcmp(path, "-") == 0)
        return TRUE;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_size > MAX_LOG_BYTES) {
        g_autofree char *before = g_strconcat(path, ".1", NULL);
        if (g_rename(path, before) != 0)
            return fail(path, errno, error);
    }
    int fd = open_file(path);
    if (fd < 0)
        return fail(path, errno, error);
    close(fd);
    return TRUE;
}

static char *
format_line(IncmapLevel level, const char *text, gboolean is_journal)
{
    if (is_journal)
        return g_strdup_printf("<%d>%s\n", level, text);
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    g_autofree char *time = g_date_time_format(now, "%Y-%m-%dT%H:%M:%SZ");
    return g_strdup_printf("%s %s\n", time, text);
}

void
incmap_journal_write(IncmapJournal *journal, IncmapLevel level, const char *text)
{
    if (journal->path == NULL || journal->has_failed)
        return;
    gboolean is_stdout = strcmp(journal->path, "-") == 0;
    int fd = is_stdout ? STDOUT_FILENO : open_file(journal->path);
    int code = fd < 0 ? errno : 0;
    g_autofree char *line =
        format_line(level, text, is_stdout && incmap_journal_is_journal(STDOUT_FILENO));
    gssize length = (gssize)strlen(line), n = -1;
    while (fd >= 0 && (n = write(fd, line, (gsize)length)) < 0 && errno == EINTR)
        continue;
    if (fd >= 0 && n != length)
        code = n < 0 ? errno : ENOSPC;
    if (fd >= 0 && !is_stdout)
        close(fd);
    if (code == 0)
        return;
    journal->has_failed = TRUE;
    g_autofree char *message =
        g_strdup_printf("cannot write the log %s: %s",
                        is_stdout ? "to standard output" : journal->path, g_strerror(code));
    incmap_cli_say_at(INCMAP_LEVEL_ERROR, message);
}
