/* SPDX-License-Identifier: MIT */
#include "run/lock.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define POLL_US 50000
/* A run that was killed is gone at once, its workers a moment later; they hold the lock with it. */
#define DYING_US (10 * G_USEC_PER_SEC)

/* Whom to ask about a lock that is held; only for the message. */
static void
write_holder(int fd)
{
    char text[32];
    /* Always as long, so that a reader never finds it empty. */
    int n = g_snprintf(text, sizeof text, "%10ld\n", (long)getpid());
    if (pwrite(fd, text, (gsize)n, 0) < 0)
        return; /* a full disk: the lock holds all the same */
}

static long
read_holder(int fd)
{
    char text[32] = {0};
    return pread(fd, text, sizeof text - 1, 0) > 0 ? strtol(text, NULL, 10) : 0;
}

/* How long it is worth to wait: a holder that is no more will not hold it long. */
static gint64
choose_wait_us(int fd, gint64 wait_us)
{
    long holder = read_holder(fd);
    gboolean is_gone = holder > 0 && kill((pid_t)holder, 0) != 0 && errno == ESRCH;
    return is_gone ? MAX(wait_us, DYING_US) : wait_us;
}

int
incmap_lock_take(const char *path, gint64 wait_us, GError **error)
{
    int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0) {
        incmap_fail(error, INCMAP_ERROR_OUTPUT,
                    "cannot write %s: %s; choose another folder with --state", path,
                    g_strerror(errno));
        return -1;
    }
    gint64 start_us = g_get_monotonic_time();
    while (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        int code = errno;
        if (code == EINTR)
            continue;
        if (code == EWOULDBLOCK &&
            g_get_monotonic_time() - start_us < choose_wait_us(fd, wait_us)) {
            g_usleep(POLL_US);
            continue;
        }
        if (code == EWOULDBLOCK)
            incmap_fail(error, INCMAP_ERROR_OUTPUT,
                        "another run of this job is under way (process %ld); wait for it with "
                        "--lock-wait 5m",
                        read_holder(fd));
        else
            incmap_fail(error, INCMAP_ERROR_OUTPUT, "cannot lock %s: %s", path, g_strerror(code));
        close(fd);
        return -1;
    }
    write_holder(fd);
    return fd;
}
