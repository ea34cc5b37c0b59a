/* SPDX-License-Identifier: MIT */
#include "base/error.h"
#include "base/output.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>

typedef struct Fixture Fixture;
struct Fixture {
    char *folder;
    char *path;
};

static void
set_up(Fixture *fixture, gconstpointer data)
{
    (void)data;
    fixture->folder = g_dir_make_tmp("incmap-output-XXXXXX", NULL);
    fixture->path = g_build_filename(fixture->folder, "map.png", NULL);
}

static guint
count_files(const char *folder)
{
    g_autoptr(GDir) dir = g_dir_open(folder, 0, NULL);
    guint n = 0;
    while (g_dir_read_name(dir) != NULL)
        n++;
    return n;
}

static void
tear_down(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_chmod(fixture->folder, 0700);
    g_autoptr(GDir) dir = g_dir_open(fixture->folder, 0, NULL);
    for (const char *name = g_dir_read_name(dir); name != NULL; name = g_dir_read_name(dir)) {
        g_autofree char *path = g_build_filename(fixture->folder, name, NULL);
        g_remove(path);
    }
    g_rmdir(fixture->folder);
    g_free(fixture->folder);
    g_free(fixture->path);
}

static void
assert_content(const char *path, const char *wanted)
{
    g_autofree char *content = NULL;
    g_assert_true(g_file_get_contents(path, &content, NULL, NULL));
    g_assert_cmpstr(content, ==, wanted);
}

static void
test_replaces(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_assert_true(incmap_output_write(fixture->path, "old", 3, &error));
    g_chmod(fixture->path, 0640);
    g_assert_true(incmap_output_write(fixture->path, "new!", 4, &error));
    g_assert_no_error(error);
    assert_content(fixture->path, "new!");
    GStatBuf status;
    g_assert_cmpint(g_stat(fixture->path, &status), ==, 0);
    g_assert_cmpint(status.st_mode & 0777, ==, 0640);
    g_assert_cmpuint(count_files(fixture->folder), ==, 1);
}

static void
test_same_bytes_untouched(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_true(incmap_output_write(fixture->path, "same", 4, NULL));
    struct utimbuf times = {1000000000, 1000000000};
    g_assert_cmpint(utime(fixture->path, &times), ==, 0);
    GStatBuf before, after;
    g_stat(fixture->path, &before);
    g_assert_true(incmap_output_write(fixture->path, "same", 4, NULL));
    g_stat(fixture->path, &after);
    g_assert_cmpint(after.st_mtime, ==, 1000000000);
    g_assert_cmpuint(after.st_ino, ==, before.st_ino);
}

static void
test_follows_link(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *link_path = g_build_filename(fixture->folder, "link.png", NULL);
    g_assert_true(incmap_output_write(fixture->path, "one", 3, NULL));
    g_assert_cmpint(symlink("map.png", link_path), ==, 0);
    g_assert_true(incmap_output_write(link_path, "two", 3, NULL));
    assert_content(fixture->path, "two");
    g_assert_true(g_file_test(link_path, G_FILE_TEST_IS_SYMLINK));
}

static void
assert_fails(const char *path, const char *bytes, const char *cause, const char *remedy)
{
    g_autoptr(GError) error = NULL;
    g_assert_false(incmap_output_write(path, bytes, strlen(bytes), &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT);
    g_assert_nonnull(strstr(error->message, strcmp(path, "-") == 0 ? "stdout" : path));
    g_assert_nonnull(strstr(error->message, cause));
    g_assert_nonnull(strstr(error->message, remedy));
    g_assert_null(strchr(error->message, '\n'));
}

static void
test_missing_folder(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autofree char *path = g_build_filename(fixture->folder, "no", "map.png", NULL);
    assert_fails(path, "x", "No such file", "create the folder");
    g_autofree char *below = g_build_filename(fixture->path, "map.png", NULL);
    g_assert_true(incmap_output_write(fixture->path, "file", 4, NULL));
    assert_fails(below, "x", "Not a directory", "another path");
    assert_fails(fixture->folder, "x", "Is a directory", "file name");
}

static void
test_unwritable_folder(Fixture *fixture, gconstpointer data)
{
    (void)data;
    if (geteuid() == 0) {
        g_test_skip("root may write anywhere");
        return;
    }
    g_assert_true(incmap_output_write(fixture->path, "old", 3, NULL));
    g_chmod(fixture->folder, 0500);
    assert_fails(fixture->path, "new", "Permission denied", "you may write to");
    assert_content(fixture->path, "old");
}

/* The size limit stands in for a full disk: the write stops in the middle. */
static void
test_write_stops(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_assert_true(incmap_output_write(fixture->path, "old", 3, NULL));
    signal(SIGXFSZ, SIG_IGN);
    struct rlimit old_limit, limit;
    getrlimit(RLIMIT_FSIZE, &old_limit);
    limit = old_limit;
    limit.rlim_cur = 4096;
    g_assert_cmpint(setrlimit(RLIMIT_FSIZE, &limit), ==, 0);
    g_autofree char *large = g_strnfill(100000, 'x');
    g_autoptr(GError) error = NULL;
    gboolean is_written = incmap_output_write(fixture->path, large, 100000, &error);
    setrlimit(RLIMIT_FSIZE, &old_limit);
    g_assert_false(is_written);
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT);
    g_assert_nonnull(strstr(error->message, "ulimit"));
    assert_content(fixture->path, "old");
    g_assert_cmpuint(count_files(fixture->folder), ==, 1);
}

static void
test_full_device(Fixture *fixture, gconstpointer data)
{
    (void)fixture;
    (void)data;
    if (!g_file_test("/dev/full", G_FILE_TEST_EXISTS)) {
        g_test_skip("no /dev/full here");
        return;
    }
    assert_fails("/dev/full", "x", "No space left", "free some space");
    int saved = dup(STDOUT_FILENO);
    int full = g_open("/dev/full", O_WRONLY, 0);
    dup2(full, STDOUT_FILENO);
    g_autoptr(GError) error = NULL;
    gboolean is_written = incmap_output_write("-", "x", 1, &error);
    dup2(saved, STDOUT_FILENO);
    close(saved);
    close(full);
    g_assert_false(is_written);
    g_assert_nonnull(strstr(error->message, "stdout: No space left"));
}

static void
test_pieces(Fixture *fixture, gconstpointer data)
{
    (void)data;
    g_autoptr(GError) error = NULL;
    g_file_set_contents(fixture->path, "old", -1, NULL);
    IncmapOutput *output = incmap_output_begin(fixture->path, &error);
    g_assert_no_error(error);
    incmap_output_append(output, "....", 4);
    incmap_output_append(output, "new", 3);
    incmap_output_patch(output, 0, "very", 4);
    assert_content(fixture->path, "old");
    g_assert_true(incmap_output_end(output, &error));
    assert_content(fixture->path, "verynew");
    output = incmap_output_begin(fixture->path, &error);
    incmap_output_append(output, "given up", 8);
    incmap_output_free(output);
    assert_content(fixture->path, "verynew");
    g_assert_cmpuint(count_files(fixture->folder), ==, 1);
    g_assert_null(incmap_output_begin("/nowhere/at/all", &error));
    g_assert_error(error, INCMAP_ERROR, INCMAP_ERROR_OUTPUT);
}

int
main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/output/" name, Fixture, NULL, set_up, function, tear_down)
    ADD("replaces", test_replaces);
    ADD("same-bytes-untouched", test_same_bytes_untouched);
    ADD("follows-link", test_follows_link);
    ADD("missing-folder", test_missing_folder);
    ADD("unwritable-folder", test_unwritable_folder);
    ADD("write-stops", test_write_stops);
    ADD("full-device", test_full_device);
    ADD("pieces", test_pieces);
    return g_test_run();
}
