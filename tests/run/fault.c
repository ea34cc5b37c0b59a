/* SPDX-License-Identifier: MIT */
/*
 * Loaded before the C library: makes the n-th operation on files of one folder fail, or ends all
 * processes of the group there. Operations are counted over all processes.
 *
 *   FAULT_FOLDER   only files in it count; their paths begin with it
 *   FAULT_COUNTER  a file of 28 bytes: seven counts, shared by the processes: all, and each kind in
 *                  the order of Kind
 *   FAULT_AT       which operation, from 1; 0 only counts
 *   FAULT_HOW      full (no space; half of a write is done), broken (I/O error), readonly, kill
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#define NEXT(type, name) ((type)(void *)dlsym(RTLD_NEXT, #name))

typedef int OpenFunction(const char *, int, ...);
typedef ssize_t WriteFunction(int, const void *, size_t);

typedef enum { ALL, OPEN, WRITE, FSYNC, RENAME, LINK, MKDIR, N_KINDS } Kind;

static atomic_int *
get_counter(void)
{
    static atomic_int *counter;
    const char *path = getenv("FAULT_COUNTER");
    if (counter != NULL || path == NULL)
        return counter;
    int fd = NEXT(OpenFunction *, open)(path, O_RDWR | O_CLOEXEC);
    void *memory =
        fd < 0 ? MAP_FAILED
               : mmap(NULL, N_KINDS * sizeof(int), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (fd >= 0)
        close(fd);
    if (memory != MAP_FAILED)
        counter = memory;
    return counter;
}

static int
is_ours(const char *path)
{
    const char *folder = getenv("FAULT_FOLDER");
    char absolute[PATH_MAX * 2], here[PATH_MAX];
    if (folder == NULL || path == NULL)
        return 0;
    if (path[0] != '/' && getcwd(here, sizeof here) != NULL) {
        snprintf(absolute, sizeof absolute, "%s/%s", here, path);
        path = absolute;
    }
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int
is_our_fd(int fd)
{
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    if (n < 0)
        return 0;
    path[n] = '\0';
    return is_ours(path);
}

/* 0: go on; else errno. */
static int
count(Kind kind)
{
    atomic_int *counter = get_counter();
    const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
    if (counter == NULL || at == NULL || how == NULL)
        return 0;
    atomic_fetch_add(&counter[kind], 1);
    if (atomic_fetch_add(&counter[ALL], 1) + 1 != atoi(at))
        return 0;
    if (strcmp(how, "kill") == 0)
        kill(0, SIGKILL);
    return strcmp(how, "full") == 0 ? ENOSPC : strcmp(how, "readonly") == 0 ? EROFS : EIO;
}

static int
fail(int code)
{
    errno = code;
    return -1;
}

static int
open_any(const char *name, const char *path, int flags, mode_t mode)
{
    int code = (flags & (O_CREAT | O_WRONLY | O_RDWR)) != 0 && is_ours(path) ? count(OPEN) : 0;
    if (code != 0)
        return fail(code);
    OpenFunction *next = (OpenFunction *)dlsym(RTLD_NEXT, name);
    return next(path, flags, mode);
}

#define DEFINE_OPEN(name)                                                                          \
    int name(const char *path, int flags, ...)                                                     \
    {                                                                                              \
        va_list arguments;                                                                         \
        va_start(arguments, flags);                                                                \
        mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(arguments, mode_t) : 0;        \
        va_end(arguments);                                                                         \
        return open_any(#name, path, flags, mode);                                                 \
    }
DEFINE_OPEN(open)
DEFINE_OPEN(open64)

ssize_t
write(int fd, const void *bytes, size_t length)
{
    int code = is_our_fd(fd) ? count(WRITE) : 0;
    WriteFunction *next = NEXT(WriteFunction *, write);
    if (code == ENOSPC && length > 1)
        next(fd, bytes, length / 2);
    return code != 0 ? fail(code) : next(fd, bytes, length);
}

int
fsync(int fd)
{
    int code = is_our_fd(fd) ? count(FSYNC) : 0;
    return code != 0 ? fail(code) : NEXT(int (*)(int), fsync)(fd);
}

int
rename(const char *from, const char *to)
{
    int code = is_ours(to) ? count(RENAME) : 0;
    return code != 0 ? fail(code) : NEXT(int (*)(const char *, const char *), rename)(from, to);
}

int
link(const char *from, const char *to)
{
    int code = is_ours(to) ? count(LINK) : 0;
    return code != 0 ? fail(code) : NEXT(int (*)(const char *, const char *), link)(from, to);
}

int
mkdir(const char *path, mode_t mode)
{
    int code = is_ours(path) ? count(MKDIR) : 0;
    return code != 0 ? fail(code) : NEXT(int (*)(const char *, mode_t), mkdir)(path, mode);
}
