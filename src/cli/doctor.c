/* SPDX-License-Identifier: MIT */
/*
 * What stands in the way of maps on this machine, before cron finds out at night.
 */
#include "cli/cli.h"

static IncmapExit
examine(const char *job, const char *format, gboolean is_strict)
{
    g_autoptr(IncmapSession) session = incmap_session_new();
    guint n_warnings = 0, n_failures = 0;
    GError *error = NULL;
    g_autofree char *text =
        incmap_session_examine(session, job, format, &n_warnings, &n_failures, &error);
    if (text == NULL)
        return incmap_cli_fail(error);
    if (!incmap_cli_print(INCMAP_PRINT_RESULT, text) || n_failures > 0)
        return INCMAP_EXIT_FAILED;
    return is_strict && n_warnings > 0 ? INCMAP_EXIT_LEFT_OUT : INCMAP_EXIT_DONE;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL;
    gboolean is_strict = FALSE;
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or json", "FORMAT"},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict, "Exit status 3 when there is a warning",
         NULL},
        {NULL},
    };
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands > 1)
        return incmap_cli_fail_usage("one job file at a time");
    return examine(arguments.operands[0], format != NULL ? format : "text", is_strict);
}

const IncmapCommand incmap_command_doctor = {
    .name = "doctor",
    .arguments = "[OPTION…] [JOB]",
    .summary = "Says what this machine lacks for maps, and what cron would lack",
    .details = "Looks at layers, gazetteer, styles, fonts, PROJ, variables, the clock, limits and\n"
               "the folders that are written to; with a JOB at its inputs and state, too. Each\n"
               "line is ok, warn or fail. Exit status 1 when anything fails.\n\n"
               "Examples:\n"
               "  incmap doctor\n"
               "  env -i incmap doctor maps.yaml   # as cron sees it",
    .run = run,
};
