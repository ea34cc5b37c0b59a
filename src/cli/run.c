/* SPDX-License-Identifier: MIT */
/*
 * What cron calls: nothing is printed when all is well, one line for each map that failed.
 */
#include "cli/journal.h"

#include <unistd.h>

/** RunOptions: the options of the command */
typedef struct RunOptions RunOptions;
struct RunOptions {
    char *jobs, *shard, *lock_wait, *input_wait, *state, *report, *log;
    gboolean is_forced, is_strict;
};

static void
run_options_clear(RunOptions *options)
{
    g_free(options->jobs);
    g_free(options->shard);
    g_free(options->lock_wait);
    g_free(options->input_wait);
    g_free(options->state);
    g_free(options->report);
    g_free(options->log);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(RunOptions, run_options_clear)

/** Progress: what a run tells while it lasts */
typedef struct Progress Progress;
struct Progress {
    IncmapJournal journal;
    gboolean is_terminal, has_line;
    gint64 start_us;
};

static void
clear_progress(Progress *progress)
{
    if (progress->has_line)
        incmap_cli_print(INCMAP_PRINT_MESSAGE, "\r\033[K");
    progress->has_line = FALSE;
}

static void
show_progress(Progress *progress, guint n_done, guint n_all)
{
    if (!progress->is_terminal || g_get_monotonic_time() - progress->start_us < G_USEC_PER_SEC)
        return;
    g_autofree char *line = g_strdup_printf("\r%u of %u maps", n_done, n_all);
    incmap_cli_print(INCMAP_PRINT_MESSAGE, line);
    progress->has_line = TRUE;
}

static void
on_news(IncmapJobNews news, const char *text, guint n_done, guint n_all, gpointer data)
{
    static const struct {
        const char *word;
        IncmapLevel level;
    } kinds[] = {
        [INCMAP_JOB_DRAWN] = {"drawn", INCMAP_LEVEL_INFO},
        [INCMAP_JOB_FAILURE] = {"failed", INCMAP_LEVEL_ERROR},
        [INCMAP_JOB_NOTE] = {"note", INCMAP_LEVEL_NOTICE},
    };
    Progress *progress = data;
    g_autofree char *line = g_strdup_printf("%s: %s", kinds[news].word, text);
    incmap_journal_write(&progress->journal, kinds[news].level, line);
    if (news == INCMAP_JOB_FAILURE || (news == INCMAP_JOB_NOTE && progress->is_terminal)) {
        clear_progress(progress);
        incmap_cli_say_at(kinds[news].level, news == INCMAP_JOB_NOTE ? line : text);
    }
    if (news != INCMAP_JOB_NOTE)
        show_progress(progress, n_done, n_all);
}

static gboolean
set_options(IncmapJob *job, const RunOptions *options, GError **error)
{
    const struct {
        const char *key, *value;
    } settings[] = {
        {"jobs", options->jobs},           {"shard", options->shard},
        {"lock-wait", options->lock_wait}, {"input-wait", options->input_wait},
        {"state", options->state},         {"force", options->is_forced ? "yes" : NULL},
    };
    for (guint i = 0; i < G_N_ELEMENTS(settings); i++) {
        if (settings[i].value != NULL &&
            !incmap_job_set(job, settings[i].key, settings[i].value, error))
            return FALSE;
    }
    return TRUE;
}

static void
log_summary(Progress *progress, const IncmapJob *job, const char *path)
{
    guint n_failed = incmap_job_get_count(job, INCMAP_JOB_N_FAILED);
    g_autofree char *line = g_strdup_printf(
        "%s: %u maps, %u drawn, %u unchanged, %u failed, %.2f s", path,
        incmap_job_get_count(job, INCMAP_JOB_N_MAPS), incmap_job_get_count(job, INCMAP_JOB_N_DRAWN),
        incmap_job_get_count(job, INCMAP_JOB_N_UNCHANGED), n_failed,
        (double)(g_get_monotonic_time() - progress->start_us) / G_USEC_PER_SEC);
    incmap_journal_write(&progress->journal,
                         n_failed > 0 ? INCMAP_LEVEL_WARNING : INCMAP_LEVEL_NOTICE, line);
}

static IncmapExit
run_one(const char *path, const RunOptions *options, Progress *progress)
{
    GError *error = NULL;
    g_autoptr(IncmapJob) job = incmap_job_load(path, &error);
    if (job == NULL || !set_options(job, options, &error) ||
        !incmap_job_run(job, on_news, progress, &error)) {
        g_autofree char *line = g_strdup_printf("failed: %s", error->message);
        incmap_journal_write(&progress->journal, INCMAP_LEVEL_ERROR, line);
        return incmap_cli_fail(error);
    }
    clear_progress(progress);
    log_summary(progress, job, path);
    if (options->report != NULL) {
        g_autofree char *report = incmap_job_report(job);
        if (!incmap_write_text(options->report, report, &error))
            return incmap_cli_fail(error);
    }
    if (incmap_job_get_count(job, INCMAP_JOB_N_FAILED) > 0 || progress->journal.has_failed)
        return INCMAP_EXIT_FAILED;
    return options->is_strict && incmap_job_get_count(job, INCMAP_JOB_N_LEFT_OUT) > 0
               ? INCMAP_EXIT_LEFT_OUT
               : INCMAP_EXIT_DONE;
}

static IncmapExit
run_all(const IncmapArguments *arguments, const RunOptions *options)
{
    Progress progress = {.start_us = g_get_monotonic_time(),
                         .is_terminal = isatty(STDERR_FILENO) != 0};
    GError *error = NULL;
    if (arguments->n_operands != 1)
        return incmap_cli_fail_usage(arguments->n_operands == 0
                                         ? "no job; name a job file, as in `incmap run maps.yaml`"
                                         : "one job file at a time");
    if (!incmap_journal_open(&progress.journal, options->log, &error))
        return incmap_cli_fail(error);
    return run_one(arguments->operands[0], options, &progress);
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_auto(RunOptions) options = {0};
    const GOptionEntry own[] = {
        {"jobs", 'j', 0, G_OPTION_ARG_STRING, &options.jobs,
         "Maps drawn at once; the cores of the machine when not given", "N"},
        {"shard", 0, 0, G_OPTION_ARG_STRING, &options.shard,
         "Only one of several parts: 2/4 is the second of four", "I/N"},
        {"force", 0, 0, G_OPTION_ARG_NONE, &options.is_forced, "Draw what has not changed, too",
         NULL},
        {"lock-wait", 0, 0, G_OPTION_ARG_STRING, &options.lock_wait,
         "Wait so long for another run of the job: 90s, 5m, 1h", "TIME"},
        {"input-wait", 0, 0, G_OPTION_ARG_STRING, &options.input_wait,
         "Wait so long for an input that is still being written; 10s when not given", "TIME"},
        {"state", 0, 0, G_OPTION_ARG_FILENAME, &options.state,
         "Where to remember what was drawn; .NAME.state beside the job when not given", "FILE"},
        {"report", 0, 0, G_OPTION_ARG_FILENAME, &options.report, "Write what the run did as JSON",
         "FILE"},
        {"log", 0, 0, G_OPTION_ARG_FILENAME, &options.log,
         "Append a line for each map drawn or failed; - is standard output", "FILE"},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &options.is_strict,
         "Exit status 3 when something was left out", NULL},
        {NULL},
    };
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    return arguments.is_help ? arguments.help_exit : run_all(&arguments, &options);
}

const IncmapCommand incmap_command_run = {
    .name = "run",
    .arguments = "[OPTION…] JOB",
    .summary = "Draws the maps of a job file of which anything has changed",
    .details = "JOB is a YAML file; its keys are in the man page. Nothing is printed when all\n"
               "went well, and one line for each map that failed.\n\n"
               "Examples:\n"
               "  incmap run maps.yaml\n"
               "  incmap run maps.yaml --jobs 2 --log run.log --report run.json",
    .run = run,
};
