/* SPDX-License-Identifier: MIT */
/*
 * Draws again whenever something is saved. Each drawing is a process of its own, which runs the
 * command `draw` or `run` with the same words: a map that brings it down, or an input that is wrong
 * just now, ends nothing, and nothing piles up in a day of editing.
 */
#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LOOK_EVERY_US 250000
/* Editors and programs save in several steps: it is drawn when nothing changes for so long … */
#define QUIET_US 120000
/* … but not later than this after the first change. */
#define MAX_QUIET_LOOKS 16

static volatile sig_atomic_t is_ended;

static void
on_signal(int number)
{
    (void)number;
    is_ended = 1;
}

static void
set_signals(void (*handler)(int))
{
    struct sigaction action = {.sa_handler = handler}; /* a pause is to be interrupted */
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
    sigaction(SIGHUP, &action, NULL);
}

/* Not g_usleep(), which goes on after a signal. */
static void
pause_us(long time_us)
{
    const struct timespec time = {0, time_us * 1000};
    nanosleep(&time, NULL);
}

static pid_t
start_drawing(const IncmapCommand *command, int argc, char **argv)
{
    pid_t child = fork();
    if (child != 0)
        return child;
    set_signals(SIG_DFL);
    argv[0] = (char *)command->name;
    int status = (int)command->run(command, argc, argv);
    fflush(NULL);
    _exit(status);
}

/* The exit status of the command; -1 when it did not get to one. */
static int
draw(const IncmapCommand *command, int argc, char **argv)
{
    gint64 start_us = g_get_monotonic_time();
    int status = 0;
    pid_t child = start_drawing(command, argc, argv);
    if (child < 0) {
        incmap_cli_say("cannot start drawing: %s", g_strerror(errno));
        return -1;
    }
    while (waitpid(child, &status, 0) < 0) {
        if (is_ended)
            kill(child, SIGTERM);
    }
    if (is_ended)
        return 0;
    if (!WIFEXITED(status)) {
        incmap_cli_say("the program broke down (%s); it is tried again after the next change",
                       g_strsignal(WTERMSIG(status)));
        return -1;
    }
    if (WEXITSTATUS(status) == 0 && isatty(STDERR_FILENO)) {
        g_autoptr(GDateTime) now = g_date_time_new_now_local();
        g_autofree char *time = g_date_time_format(now, "%T");
        g_autofree char *line =
            g_strdup_printf("%s drawn in %.2f s; watching, Ctrl+C ends\n", time,
                            (double)(g_get_monotonic_time() - start_us) / G_USEC_PER_SEC);
        incmap_cli_print(INCMAP_PRINT_MESSAGE, line);
    }
    return WEXITSTATUS(status);
}

static void
wait_for_change(IncmapWatch *watch)
{
    while (!is_ended && !incmap_watch_look(watch))
        pause_us(LOOK_EVERY_US);
    for (int i = 0; !is_ended && i < MAX_QUIET_LOOKS; i++) {
        pause_us(QUIET_US);
        if (!incmap_watch_look(watch))
            break;
    }
}

static IncmapExit
watch_files(IncmapWatch *watch, const IncmapCommand *command, int argc, char **argv)
{
    set_signals(on_signal);
    incmap_watch_look(watch);
    int status = draw(command, argc, argv);
    /* Wrong options don't get better by waiting; what stands in files may. */
    if (status == INCMAP_EXIT_USAGE && command == &incmap_command_draw)
        return INCMAP_EXIT_USAGE;
    while (!is_ended) {
        wait_for_change(watch);
        if (!is_ended)
            draw(command, argc, argv);
    }
    return INCMAP_EXIT_DONE;
}

static gboolean
is_job(const char *path)
{
    return g_str_has_suffix(path, ".yaml") || g_str_has_suffix(path, ".yml");
}

static IncmapExit
watch(const IncmapMap *map, const IncmapArguments *arguments, gboolean has_output, int argc,
      char **argv)
{
    if (arguments->n_operands == 0)
        return incmap_cli_fail_usage("no input; name a file to draw, or a job file");
    gboolean has_job = is_job(arguments->operands[0]);
    for (guint i = 0; i < arguments->n_operands; i++) {
        if (strcmp(arguments->operands[i], "-") == 0)
            return incmap_cli_fail_usage("standard input can't be watched; name a file");
    }
    if (!has_job && !has_output)
        return incmap_cli_fail_usage("no output; say where with -o map.png");
    g_autoptr(IncmapWatch) watched =
        has_job ? incmap_watch_new_job(arguments->operands[0])
                : incmap_watch_new_map(map, (const char *const *)arguments->operands);
    return watch_files(watched, has_job ? &incmap_command_run : &incmap_command_draw, argc, argv);
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_auto(GStrv) outputs = NULL;
    g_autofree char *text = NULL;
    gboolean is_set = FALSE;
    /* They are read by the command that draws; here they only have to be known. */
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME_ARRAY, &outputs,
         "Picture, as for draw; may be repeated", "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &text, "Format of the picture", "FORMAT"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &text, "Write a report as JSON", "FILE"},
        {"check", 0, 0, G_OPTION_ARG_NONE, &is_set, "Say what an editor would mend", NULL},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &is_set, "Say how the input was understood", NULL},
        {"jobs", 'j', 0, G_OPTION_ARG_STRING, &text, "Of a job: maps drawn at once", "N"},
        {"state", 0, 0, G_OPTION_ARG_FILENAME, &text, "Of a job: where it remembers", "FILE"},
        {"log", 0, 0, G_OPTION_ARG_FILENAME, &text, "Of a job: append a line for each map", "FILE"},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, map, INCMAP_USE_DRAW, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    return arguments.is_help ? arguments.help_exit
                             : watch(map, &arguments, outputs != NULL, argc, argv);
}

const IncmapCommand incmap_command_watch = {
    .name = "watch",
    .arguments = "[OPTION…] FILE…|JOB",
    .summary = "Draws again whenever the input, the style or the job is saved",
    .details = "Takes the options of draw, or those of run and a job file. Errors are said and\n"
               "mended by the next save; Ctrl+C ends.\n\n"
               "Examples:\n"
               "  incmap watch incidents.csv --style mine.yaml -o map.png\n"
               "  incmap watch maps.yaml",
    .run = run,
};
