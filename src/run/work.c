/* SPDX-License-Identifier: MIT */
/*
 * Workers take the next leaf from a counter in shared memory and send what became of it through a
 * pipe of their own. They make their fonts after their birth: a font map has a thread, and threads
 * don't survive it.
 */
#define _GNU_SOURCE /* pipe2() */
#include "run/work.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_WORKERS 256
/* What a worker sends: number, time, left out, touched, failure, notes, files with stamps. */
#define MESSAGE_TYPE "(uxuusasa(sxxxt))"

/** Shared: what all workers see */
typedef struct Shared Shared;
struct Shared {
    gint next;                 /* the leaf to be taken next */
    gint current[MAX_WORKERS]; /* what each is at; -1: nothing */
};

/** Worker: the parent's view of one */
typedef struct Worker Worker;
struct Worker {
    pid_t pid;
    int fd; /* -1: has ended */
    GByteArray *received;
};

/** Pool: all of them */
typedef struct Pool Pool;
struct Pool {
    GPtrArray *leaves; /* the wanted ones */
    Shared *shared;
    Worker workers[MAX_WORKERS];
    guint n_workers;
    IncmapLeafFunc func;
    gpointer data;
};

/* --- in the worker ---------------------------------------------------------------------------- */

static GVariant *
make_message(const IncmapLeaf *leaf, guint number)
{
    GVariantBuilder notes, files;
    g_variant_builder_init(&notes, G_VARIANT_TYPE("as"));
    g_variant_builder_init(&files, G_VARIANT_TYPE("a(sxxxt)"));
    for (guint i = 0; i < leaf->notes->len; i++) {
        g_autofree char *note = g_utf8_make_valid(g_ptr_array_index(leaf->notes, i), -1);
        g_variant_builder_add(&notes, "s", note);
    }
    for (guint i = 0; leaf->failure == NULL && i < leaf->written->len; i++) {
        const IncmapWritten *written = g_ptr_array_index(leaf->written, i);
        /* The path is the parent's own; only the stamp is news. */
        g_variant_builder_add(&files, "(sxxxt)", "", written->stamp.size,
                              written->stamp.modified_ns, written->stamp.changed_ns,
                              written->stamp.inode);
    }
    g_autofree char *failure = g_utf8_make_valid(leaf->failure != NULL ? leaf->failure : "", -1);
    return g_variant_ref_sink(g_variant_new(MESSAGE_TYPE, number, leaf->elapsed_us,
                                            leaf->n_left_out, leaf->n_touched, failure, &notes,
                                            &files));
}

static gboolean
send_all(int fd, const void *bytes, gsize length)
{
    const char *p = bytes;
    while (length > 0) {
        gssize n = write(fd, p, length);
        if (n < 0 && errno != EINTR)
            return FALSE;
        p += MAX(n, 0);
        length -= (gsize)MAX(n, 0);
    }
    return TRUE;
}

static gboolean
send_leaf(int fd, const IncmapLeaf *leaf, guint number)
{
    g_autoptr(GVariant) message = make_message(leaf, number);
    guint32 length = (guint32)g_variant_get_size(message);
    g_autofree void *bytes = g_malloc(length);
    g_variant_store(message, bytes);
    return send_all(fd, &length, sizeof length) && send_all(fd, bytes, length);
}

static void
draw_one(IncmapLeaf *leaf)
{
    g_autoptr(GError) failure = NULL;
    gint64 start_us = g_get_monotonic_time();
    leaf->written = incmap_written_array_new();
    if (!incmap_leaf_draw(leaf, &failure))
        leaf->failure = g_strdup(failure->message);
    leaf->elapsed_us = g_get_monotonic_time() - start_us;
}

static void
run_worker(const Pool *pool, guint number, int fd, pid_t parent)
{
    /* A run that is killed leaves nobody behind. */
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(1);
    signal(SIGPIPE, SIG_IGN);
    for (;;) {
        gint next = g_atomic_int_add(&pool->shared->next, 1);
        if (next < 0 || (guint)next >= pool->leaves->len)
            _exit(0);
        g_atomic_int_set(&pool->shared->current[number], next);
        IncmapLeaf *leaf = g_ptr_array_index(pool->leaves, next);
        draw_one(leaf);
        if (!send_leaf(fd, leaf, (guint)next))
            _exit(1);
        g_atomic_int_set(&pool->shared->current[number], -1);
        g_clear_pointer(&leaf->written, g_ptr_array_unref);
    }
}

/* --- in the parent ---------------------------------------------------------------------------- */

static gboolean
start_worker(Pool *pool, guint number)
{
    Worker *worker = &pool->workers[number];
    int ends[2];
    pid_t parent = getpid();
    worker->fd = -1;
    if (pipe2(ends, O_CLOEXEC) != 0)
        return FALSE;
    g_atomic_int_set(&pool->shared->current[number], -1);
    worker->pid = fork();
    if (worker->pid == 0) {
        close(ends[0]);
        run_worker(pool, number, ends[1], parent);
    }
    close(ends[1]);
    if (worker->pid < 0) {
        close(ends[0]);
        return FALSE;
    }
    worker->fd = ends[0];
    worker->received = g_byte_array_new();
    return TRUE;
}

static void
finish_leaf(Pool *pool, IncmapLeaf *leaf)
{
    leaf->fate = leaf->failure != NULL ? INCMAP_LEAF_FAILED : INCMAP_LEAF_DRAWN;
    if (pool->func != NULL)
        pool->func(leaf, pool->data);
}

static void
take_message(Pool *pool, GVariant *message)
{
    guint number = 0;
    const char *failure = NULL;
    g_autoptr(GVariantIter) notes = NULL, files = NULL;
    gint64 elapsed_us = 0;
    guint n_left_out = 0, n_touched = 0;
    g_variant_get(message, "(uxuu&sasa(sxxxt))", &number, &elapsed_us, &n_left_out, &n_touched,
                  &failure, &notes, &files);
    if (number >= pool->leaves->len)
        return;
    IncmapLeaf *leaf = g_ptr_array_index(pool->leaves, number);
    leaf->elapsed_us = elapsed_us;
    leaf->n_left_out = n_left_out;
    leaf->n_touched = n_touched;
    leaf->failure = failure[0] != '\0' ? g_strdup(failure) : NULL;
    const char *note = NULL;
    while (g_variant_iter_next(notes, "&s", &note))
        g_ptr_array_add(leaf->notes, g_strdup(note));
    leaf->written = incmap_written_array_new();
    IncmapStamp stamp;
    for (guint i = 0; g_variant_iter_next(files, "(&sxxxt)", &note, &stamp.size, &stamp.modified_ns,
                                          &stamp.changed_ns, &stamp.inode);
         i++) {
        IncmapWritten *written = g_new0(IncmapWritten, 1);
        written->path = g_strdup(i < leaf->paths->len ? g_ptr_array_index(leaf->paths, i) : "");
        written->stamp = stamp;
        g_ptr_array_add(leaf->written, written);
    }
    finish_leaf(pool, leaf);
}

/* Takes the whole messages that have arrived. */
static void
take_received(Pool *pool, Worker *worker)
{
    guint32 length = 0;
    while (worker->received->len >= sizeof length) {
        memcpy(&length, worker->received->data, sizeof length);
        if (worker->received->len - sizeof length < length)
            return;
        g_autoptr(GBytes) bytes = g_bytes_new(worker->received->data + sizeof length, length);
        GVariant *message = g_variant_new_from_bytes(G_VARIANT_TYPE(MESSAGE_TYPE), bytes, FALSE);
        g_variant_ref_sink(message);
        take_message(pool, message);
        g_variant_unref(message);
        g_byte_array_remove_range(worker->received, 0, (guint)sizeof length + length);
    }
}

static void
fail_leaf(Pool *pool, guint number, int status)
{
    if (number >= pool->leaves->len)
        return;
    IncmapLeaf *leaf = g_ptr_array_index(pool->leaves, number);
    if (leaf->fate != INCMAP_LEAF_WANTED)
        return;
    if (WIFSIGNALED(status))
        leaf->failure =
            g_strdup_printf("the program broke down (%s)%s", g_strsignal(WTERMSIG(status)),
                            WTERMSIG(status) == SIGKILL ? "; is memory short?" : "");
    else
        leaf->failure = g_strdup("the program ended early");
    finish_leaf(pool, leaf);
}

/* A worker has ended: what it was at has failed, and as long as there is work another follows. */
static void
end_worker(Pool *pool, guint number)
{
    Worker *worker = &pool->workers[number];
    int status = 0;
    close(worker->fd);
    worker->fd = -1;
    g_clear_pointer(&worker->received, g_byte_array_unref);
    while (waitpid(worker->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    gint current = g_atomic_int_get(&pool->shared->current[number]);
    if (current >= 0)
        fail_leaf(pool, (guint)current, status);
    gint next = g_atomic_int_get(&pool->shared->next);
    if (status != 0 && next >= 0 && (guint)next < pool->leaves->len)
        start_worker(pool, number);
}

static void
read_worker(Pool *pool, guint number)
{
    guint8 buffer[16384];
    Worker *worker = &pool->workers[number];
    gssize n = read(worker->fd, buffer, sizeof buffer);
    if (n > 0) {
        g_byte_array_append(worker->received, buffer, (guint)n);
        take_received(pool, worker);
    } else if (n == 0 || errno != EINTR) {
        end_worker(pool, number);
    }
}

static void
watch_workers(Pool *pool)
{
    for (;;) {
        struct pollfd fds[MAX_WORKERS];
        guint numbers[MAX_WORKERS];
        nfds_t n = 0;
        for (guint i = 0; i < pool->n_workers; i++) {
            if (pool->workers[i].fd < 0)
                continue;
            numbers[n] = i;
            fds[n++] = (struct pollfd){.fd = pool->workers[i].fd, .events = POLLIN};
        }
        if (n == 0)
            return;
        if (poll(fds, n, -1) < 0)
            continue;
        for (nfds_t i = 0; i < n; i++) {
            if (fds[i].revents != 0)
                read_worker(pool, numbers[i]);
        }
    }
}

/* Where no process can be born the maps are drawn here, one after the other. */
static void
draw_here(Pool *pool)
{
    for (guint i = 0; i < pool->leaves->len; i++) {
        IncmapLeaf *leaf = g_ptr_array_index(pool->leaves, i);
        if (leaf->fate != INCMAP_LEAF_WANTED)
            continue;
        draw_one(leaf);
        finish_leaf(pool, leaf);
    }
}

void
incmap_leaves_draw(GPtrArray *leaves, guint n_jobs, IncmapLeafFunc func, gpointer data)
{
    if (leaves->len == 0)
        return;
    Pool *pool = g_new0(Pool, 1);
    *pool = (Pool){.leaves = leaves, .func = func, .data = data};
    pool->shared =
        mmap(NULL, sizeof(Shared), PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    guint n = MIN(MIN(MAX(n_jobs, 1), MAX_WORKERS), leaves->len);
    if (pool->shared != MAP_FAILED) {
        pool->n_workers = n;
        for (guint i = 0; i < n; i++)
            start_worker(pool, i);
        watch_workers(pool);
        munmap(pool->shared, sizeof(Shared));
    }
    draw_here(pool);
    g_free(pool);
}
