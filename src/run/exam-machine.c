/* SPDX-License-Identifier: MIT */
/*
 * What the program finds around it: as it is now, and as it is when cron or systemd calls, which
 * hand on next to nothing of what a shell has.
 */
#include "pipeline/gazetteers.h"
#include "pipeline/when.h"
#include "run/exam.h"
#include "scene/dump.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/statvfs.h>
#include <unistd.h>

#define MIB (1024.0 * 1024)
#define MIN_FREE_MIB 16 /* one large picture beside the one that it replaces */
#define WANTED_FREE_MIB 512
#define WANTED_MEMORY_MIB 256
#define MIN_FILES 64

/* --- the environment -------------------------------------------------------------------------- */

/* cron's PATH (Debian's crontab(5)). */
static void
examine_path(IncmapExam *exam)
{
    g_autofree char *program = g_file_read_link("/proc/self/exe", NULL);
    g_autofree char *folder = program != NULL ? g_path_get_dirname(program) : NULL;
    if (folder == NULL)
        return;
    if (strcmp(folder, "/usr/bin") == 0 || strcmp(folder, "/bin") == 0)
        incmap_exam_add(exam, "path", INCMAP_VERDICT_OK, NULL, "%s is where cron looks", folder);
    else
        incmap_exam_add(exam, "path", INCMAP_VERDICT_WARNING, "write the whole path there",
                        "cron looks in /usr/bin and /bin only: in a crontab the program is %s",
                        program);
}

/* What is set here would be missing there, and change what is drawn. */
static void
examine_variables(IncmapExam *exam)
{
    static const char *const names[] = {"INCMAP_DATA",     "INCMAP_GAZETTEER", "INCMAP_MODULE_DIR",
                                        "FONTCONFIG_FILE", "FONTCONFIG_PATH",  "FONTCONFIG_SYSROOT",
                                        "XDG_DATA_HOME",   "XDG_CONFIG_HOME",  "SOURCE_DATE_EPOCH",
                                        "PROJ_DATA",       "PROJ_LIB",         "PGHOST",
                                        "PGPASSFILE",      "PGSERVICE",        "PGUSER",
                                        "LD_LIBRARY_PATH"};
    g_autoptr(GString) set = g_string_new(NULL);
    for (guint i = 0; i < G_N_ELEMENTS(names); i++) {
        if (g_getenv(names[i]) != NULL)
            g_string_append_printf(set, "%s%s", set->len > 0 ? ", " : "", names[i]);
    }
    if (set->len == 0)
        incmap_exam_add(exam, "variables", INCMAP_VERDICT_OK, NULL,
                        "nothing is set here that cron would lack");
    else
        incmap_exam_add(exam, "variables", INCMAP_VERDICT_WARNING,
                        "write each as NAME=value above the line of the crontab, or as "
                        "Environment= of the service",
                        "set here, but not when cron or systemd calls: %s", set->str);
}

static void
examine_locale(IncmapExam *exam)
{
    const char *const names[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    const char *value = NULL;
    for (guint i = 0; value == NULL && i < G_N_ELEMENTS(names); i++) {
        value = g_getenv(names[i]);
        value = value != NULL && value[0] != '\0' ? value : NULL;
    }
    const char *charset = value != NULL ? strchr(value, '.') : NULL;
    g_autofree char *folded = g_ascii_strdown(charset != NULL ? charset + 1 : "utf-8", -1);
    if (g_str_has_prefix(folded, "utf-8") || g_str_has_prefix(folded, "utf8"))
        incmap_exam_add(exam, "locale", INCMAP_VERDICT_OK, NULL,
                        "%s; none is needed, texts and names of files are UTF-8 in any",
                        value != NULL ? value : "not set");
    else
        incmap_exam_add(exam, "locale", INCMAP_VERDICT_WARNING, "use a locale in UTF-8, or none",
                        "%s: maps are the same, but this terminal shows other letters than we "
                        "print",
                        value);
}

static void
examine_home(IncmapExam *exam)
{
    g_autofree char *path = incmap_gazetteers_path(NULL);
    const char *home = g_getenv("HOME");
    if (path == NULL && g_getenv("INCMAP_GAZETTEER") == NULL)
        incmap_exam_add(
            exam, "home", INCMAP_VERDICT_WARNING,
            "set INCMAP_GAZETTEER, or write gazetteer: into the job",
            "neither HOME nor XDG_DATA_HOME is set: gazetteers of your own aren't found");
    else
        incmap_exam_add(exam, "home", INCMAP_VERDICT_OK, NULL, "%s; gazetteers of your own: %s",
                        home != NULL ? home : "not set", path != NULL ? path : "none");
}

static void
examine_clock(IncmapExam *exam)
{
    char day[11];
    g_autoptr(GDateTime) now = g_date_time_new_now_utc();
    int year = g_date_time_get_year(now);
    incmap_format_day(incmap_today(), day);
    if (g_getenv("SOURCE_DATE_EPOCH") != NULL)
        incmap_exam_add(exam, "clock", INCMAP_VERDICT_WARNING,
                        "unset SOURCE_DATE_EPOCH if days shall pass", "today is %s for ever", day);
    else if (year < 2024 || year > 2100)
        incmap_exam_add(exam, "clock", INCMAP_VERDICT_WARNING, "set it",
                        "it says %s: periods such as -7d are those before it", day);
    else
        incmap_exam_add(exam, "clock", INCMAP_VERDICT_OK, NULL, "today is %s (UTC)", day);
}

/* --- limits ----------------------------------------------------------------------------------- */

static double
read_free_memory_mib(void)
{
    g_autofree char *text = NULL;
    const char *line = g_file_get_contents("/proc/meminfo", &text, NULL, NULL)
                           ? strstr(text, "MemAvailable:")
                           : NULL;
    return line != NULL ? g_ascii_strtod(line + strlen("MemAvailable:"), NULL) / 1024 : -1;
}

static double
get_limit(int resource)
{
    struct rlimit limit;
    return getrlimit((__rlimit_resource_t)resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY
               ? INFINITY
               : (double)limit.rlim_cur;
}

static void
examine_limits(IncmapExam *exam)
{
    double memory_mib = MIN(get_limit(RLIMIT_AS), get_limit(RLIMIT_DATA)) / MIB;
    double free_mib = read_free_memory_mib(), file_mib = get_limit(RLIMIT_FSIZE) / MIB;
    double n_files = get_limit(RLIMIT_NOFILE);
    if (free_mib >= 0 && free_mib < memory_mib)
        memory_mib = free_mib;
    if (memory_mib < WANTED_MEMORY_MIB)
        incmap_exam_add(exam, "memory", INCMAP_VERDICT_WARNING,
                        "free some, or draw fewer maps at once with --jobs",
                        "%.0f MiB are free; a large map takes up to %d", memory_mib,
                        WANTED_MEMORY_MIB);
    else
        incmap_exam_add(exam, "memory", INCMAP_VERDICT_OK, NULL, "%.0f MiB free, %u maps at once",
                        memory_mib, g_get_num_processors());
    if (n_files < MIN_FILES || file_mib < MIN_FREE_MIB)
        incmap_exam_add(exam, "limits", INCMAP_VERDICT_WARNING, "raise it with ulimit",
                        n_files < MIN_FILES ? "only %.0f files may be open (ulimit -n)"
                                            : "files may have only %.0f MiB (ulimit -f)",
                        n_files < MIN_FILES ? n_files : file_mib);
}

void
incmap_exam_machine(IncmapExam *exam)
{
    examine_path(exam);
    examine_variables(exam);
    examine_locale(exam);
    examine_home(exam);
    examine_clock(exam);
    examine_limits(exam);
}

/* --- folders ---------------------------------------------------------------------------------- */

/* Does what every result goes through: a file beside the target, to the disk, renamed. */
static gboolean
try_to_write(IncmapExam *exam, const char *folder)
{
    g_autofree char *path = g_build_filename(folder, ".doctor.incmap-XXXXXX", NULL);
    g_autofree char *renamed = NULL;
    int fd = g_mkstemp_full(path, O_RDWR | O_CLOEXEC, 0600);
    int code = fd < 0 ? errno : 0;
    gboolean has_locks = TRUE;
    if (fd >= 0) {
        char block[4096] = {0};
        renamed = g_strconcat(path, ".new", NULL);
        has_locks = flock(fd, LOCK_EX | LOCK_NB) == 0;
        if (write(fd, block, sizeof block) != sizeof block || fsync(fd) != 0 ||
            g_rename(path, renamed) != 0)
            code = errno != 0 ? errno : ENOSPC;
        g_unlink(path);
        g_unlink(renamed);
        close(fd);
    }
    if (code != 0)
        incmap_exam_add(exam, "writing", INCMAP_VERDICT_FAILURE,
                        "choose a folder that this user may write to", "%s: %s", folder,
                        g_strerror(code));
    else if (!has_locks)
        incmap_exam_add(exam, "writing", INCMAP_VERDICT_WARNING,
                        "keep the state on another disk with --state",
                        "%s has no locks: two runs at once would not know of each other", folder);
    else
        incmap_exam_add(exam, "writing", INCMAP_VERDICT_OK, NULL, "%s", folder);
    return code == 0;
}

void
incmap_exam_folder(IncmapExam *exam, const char *folder)
{
    struct statvfs disk;
    if (!try_to_write(exam, folder) || statvfs(folder, &disk) != 0)
        return;
    double free_mib = (double)disk.f_bavail * (double)disk.f_frsize / MIB;
    gboolean has_inodes = disk.f_files == 0 || disk.f_favail >= 100;
    if (free_mib < WANTED_FREE_MIB || !has_inodes)
        incmap_exam_add(exam, "disk",
                        free_mib < MIN_FREE_MIB ? INCMAP_VERDICT_FAILURE : INCMAP_VERDICT_WARNING,
                        has_inodes ? "free some space" : "remove some files",
                        has_inodes ? "%s: %.0f MiB free" : "%s: no inodes are left, %.0f MiB free",
                        folder, free_mib);
    else
        incmap_exam_add(exam, "disk", INCMAP_VERDICT_OK, NULL, "%s: %.0f MiB free", folder,
                        free_mib);
}
