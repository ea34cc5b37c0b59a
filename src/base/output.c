/* SPDX-License-Identifier: MIT */
#include "base/output.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEMPORARY_MARK ".incmap-"

/* What the user can do about an errno. */
static const struct {
    int code;
    const char *remedy;
} remedies[] = {
    {ENOSPC, "free some space or choose another folder"},
    {EDQUOT, "free some of your quota or choose another folder"},
    {EFBIG, "raise the limit for file sizes (ulimit -f) or choose a smaller picture"},
    {EACCES, "choose a folder you may write to"},
    {EPERM, "choose a folder you may write to"},
    {EROFS, "choose a folder you may write to"},
    {ENOENT, "create the folder first"},
    {ENOTDIR, "part of the path is a file; choose another path"},
    {EISDIR, "it is a folder; add a file name"},
    {ENAMETOOLONG, "choose a shorter name"},
    {EPIPE, "whoever read the output has stopped"},
};

static gboolean
fail_errno(GError **error, const char *path, int code)
{
    const char *remedy = NULL;
    for (gsize i = 0; i < G_N_ELEMENTS(remedies); i++)
        if (remedies[i].code == code)
            remedy = remedies[i].remedy;
    const char *name = strcmp(path, "-") == 0 ? "stdout" : path;
    return incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot write %s: %s%s%s", name,
                       g_strerror(code), remedy != NULL ? "; " : "", remedy != NULL ? remedy : "");
}

/* The system keeps what is written in pieces of this size or smaller, and who maps the file later
 * and reads a byte has its whole piece in memory: one write of all would make pieces of 2 MB. */
#define PIECE_BYTES ((gsize)1 << 16)

/* 0 or errno. */
static int
write_all(int fd, const void *bytes, gsize length)
{
    const char *p = bytes;
    while (length > 0) {
        ssize_t n = write(fd, p, MIN(length, PIECE_BYTES));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno;
        if (n == 0)
            return ENOSPC;
        p += n;
        length -= (gsize)n;
    }
    return 0;
}

/* Whether the file is exactly these bytes. It is read and not mapped, since whoever cuts a mapped
 * file ends the process. */
static gboolean
has_content(const char *path, const void *bytes, gsize length)
{
    static const gsize block_size = 1 << 16;
    struct stat status;
    int fd = g_open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK, 0);
    gboolean is_same = fd >= 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) &&
                       (gsize)status.st_size == length;
    g_autofree guint8 *block = is_same ? g_malloc(block_size) : NULL;
    for (gsize at = 0; is_same && at < length;) {
        gssize n = read(fd, block, MIN(length - at, block_size));
        if (n < 0 && errno == EINTR)
            continue;
        is_same = n > 0 && memcmp(block, (const guint8 *)bytes + at, (gsize)n) == 0;
        at += n > 0 ? (gsize)n : 0;
    }
    if (fd >= 0)
        close(fd);
    return is_same;
}

/* Pipes, terminals and devices have nothing to be renamed. 0 or errno. */
static int
write_device(const char *path, const void *bytes, gsize length)
{
    int fd = g_open(path, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
    if (fd < 0)
        return errno;
    int code = write_all(fd, bytes, length);
    if (close(fd) != 0 && code == 0)
        code = errno;
    return code;
}

/* New files get what the umask leaves of rw-rw-rw-; old ones keep their permissions. */
static mode_t
choose_mode(const char *path, gboolean *out_exists)
{
    GStatBuf status;
    *out_exists = g_stat(path, &status) == 0;
    return *out_exists ? status.st_mode & 07777 : 0666;
}

/* Creates a temporary file beside the target and locks it: whoever finds it without a lock knows
 * that its writer is dead. -1 with errno. Where there are no locks it is as good without. */
static int
open_temporary(const char *target, mode_t mode, char **out_temporary)
{
    g_autofree char *folder = g_path_get_dirname(target);
    g_autofree char *name = g_path_get_basename(target);
    for (;;) {
        g_autofree char *temporary =
            g_strdup_printf("%s/.%.200s" TEMPORARY_MARK "XXXXXX", folder, name);
        struct stat status;
        int fd = g_mkstemp_full(temporary, O_RDWR | O_CLOEXEC, (int)mode);
        if (fd < 0)
            return -1;
        while (flock(fd, LOCK_EX) != 0 && errno == EINTR)
            continue;
        /* Swept away between its creation and the lock: once more. */
        if (fstat(fd, &status) != 0 || status.st_nlink > 0) {
            *out_temporary = g_steal_pointer(&temporary);
            return fd;
        }
        close(fd);
    }
}

/* Fills the temporary file and gives it the target's name. 0 or errno. */
static int
fill_and_rename(int fd, const char *temporary, const char *path, const void *bytes, gsize length)
{
    gboolean exists = FALSE;
    mode_t mode = choose_mode(path, &exists);
    int code = write_all(fd, bytes, length);
    if (code == 0 && exists && fchmod(fd, mode) != 0)
        code = errno;
    if (code == 0 && fsync(fd) != 0 && errno != EINVAL)
        code = errno;
    if (code == 0 && g_rename(temporary, path) != 0)
        code = errno;
    return code;
}

static int
replace_file(const char *path, const void *bytes, gsize length)
{
    gboolean exists = FALSE;
    g_autofree char *temporary = NULL;
    int fd = open_temporary(path, choose_mode(path, &exists), &temporary);
    if (fd < 0)
        return errno;
    int code = fill_and_rename(fd, temporary, path, bytes, length);
    if (code != 0)
        g_unlink(temporary);
    close(fd);
    return code;
}

static gboolean
is_temporary(const char *name)
{
    gsize length = strlen(name), tail = strlen(TEMPORARY_MARK) + 6;
    return name[0] == '.' && length > tail + 1 &&
           memcmp(name + length - tail, TEMPORARY_MARK, strlen(TEMPORARY_MARK)) == 0;
}

guint
incmap_output_sweep(const char *folder)
{
    guint n_removed = 0;
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    for (const char *name = dir != NULL ? g_dir_read_name(dir) : NULL; name != NULL;
         name = g_dir_read_name(dir)) {
        if (!is_temporary(name))
            continue;
        g_autofree char *path = g_build_filename(folder, name, NULL);
        int fd = g_open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0);
        if (fd < 0)
            continue;
        if (flock(fd, LOCK_EX | LOCK_NB) == 0)
            n_removed += g_unlink(path) == 0;
        close(fd);
    }
    return n_removed;
}

gboolean
incmap_output_fail(GError **error, const char *path)
{
    return fail_errno(error, path, errno);
}

gboolean
incmap_output_write(const char *path, const void *bytes, gsize length, GError **error)
{
    g_return_val_if_fail(path != NULL && (bytes != NULL || length == 0), FALSE);
    if (strcmp(path, "-") == 0) {
        int code = write_all(STDOUT_FILENO, bytes, length);
        return code == 0 || fail_errno(error, path, code);
    }
    if (has_content(path, bytes, length))
        return TRUE;
    char resolved[PATH_MAX];
    const char *target = realpath(path, resolved) != NULL ? resolved : path;
    GStatBuf status;
    int code = 0;
    if (g_stat(target, &status) == 0 && S_ISDIR(status.st_mode))
        code = EISDIR;
    else if (g_stat(target, &status) == 0 && !S_ISREG(status.st_mode))
        code = write_device(target, bytes, length);
    else
        code = replace_file(target, bytes, length);
    return code == 0 || fail_errno(error, path, code);
}

struct IncmapOutput {
    char *path;      /* as the user wrote it */
    char *target;    /* symbolic links followed */
    char *temporary; /* NULL: written as it is */
    int fd;
    int code; /* errno of the first failure */
};

void
incmap_output_free(IncmapOutput *output)
{
    if (output == NULL)
        return;
    if (output->fd >= 0 && output->fd != STDOUT_FILENO)
        close(output->fd);
    if (output->temporary != NULL)
        g_unlink(output->temporary);
    g_free(output->path);
    g_free(output->target);
    g_free(output->temporary);
    g_free(output);
}

static int
open_beside(IncmapOutput *output)
{
    char resolved[PATH_MAX];
    GStatBuf status;
    output->target = g_strdup(realpath(output->path, resolved) != NULL ? resolved : output->path);
    gboolean exists = g_stat(output->target, &status) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return EISDIR;
    if (exists && !S_ISREG(status.st_mode)) {
        output->fd = g_open(output->target, O_WRONLY | O_CLOEXEC | O_NOCTTY, 0);
        return output->fd < 0 ? errno : 0;
    }
    mode_t mode = exists ? status.st_mode & 07777 : 0666;
    output->fd = open_temporary(output->target, mode, &output->temporary);
    if (output->fd < 0)
        return errno;
    return exists && fchmod(output->fd, mode) != 0 ? errno : 0;
}

IncmapOutput *
incmap_output_begin(const char *path, GError **error)
{
    g_return_val_if_fail(path != NULL, NULL);
    g_autoptr(IncmapOutput) output = g_new0(IncmapOutput, 1);
    output->path = g_strdup(path);
    output->fd = strcmp(path, "-") == 0 ? STDOUT_FILENO : -1;
    output->code = output->fd < 0 ? open_beside(output) : 0;
    if (output->code == 0)
        return g_steal_pointer(&output);
    fail_errno(error, path, output->code);
    return NULL;
}

void
incmap_output_append(IncmapOutput *output, const void *bytes, gsize length)
{
    if (output->code == 0)
        output->code = write_all(output->fd, bytes, length);
}

void
incmap_output_patch(IncmapOutput *output, guint64 offset, const void *bytes, gsize length)
{
    if (output->code == 0 && pwrite(output->fd, bytes, length, (off_t)offset) != (gssize)length)
        output->code = errno != 0 ? errno : ENOSPC;
}

gboolean
incmap_output_end(IncmapOutput *output, GError **error)
{
    g_autoptr(IncmapOutput) owned = output;
    if (owned->code == 0 && owned->temporary != NULL && fsync(owned->fd) != 0 && errno != EINVAL)
        owned->code = errno;
    /* Renamed while it is locked, so that nobody takes it for a dead writer's. */
    if (owned->code == 0 && owned->temporary != NULL &&
        g_rename(owned->temporary, owned->target) != 0)
        owned->code = errno;
    if (owned->fd != STDOUT_FILENO && close(owned->fd) != 0 && owned->code == 0 &&
        owned->temporary == NULL)
        owned->code = errno;
    if (owned->fd != STDOUT_FILENO)
        owned->fd = -1;
    if (owned->code != 0)
        return fail_errno(error, owned->path, owned->code);
    g_clear_pointer(&owned->temporary, g_free);
    return TRUE;
}
