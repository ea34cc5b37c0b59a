/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

static IncmapExit
run_overview(void)
{
    g_autoptr(GString) text = g_string_new(
        "Usage: incmap COMMAND [OPTION…] [FILE…]\n\n"
        "Draws finished incident maps from news texts and tables, offline.\n\nCommands:\n");
    for (guint i = 0; incmap_commands[i] != NULL; i++)
        g_string_append_printf(text, "  %-8s %s\n", incmap_commands[i]->name,
                               incmap_commands[i]->summary);
    g_string_append(text, "\nExample:\n  incmap draw dispatch.txt --date 2024-08-05 -o map.png\n\n"
                          "`incmap help COMMAND` shows a command's options, `incmap --version` the "
                          "version.\n");
    return incmap_cli_print(INCMAP_PRINT_RESULT, text->str) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, NULL, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands == 0)
        return run_overview();
    if (arguments.n_operands > 1)
        return incmap_cli_fail_usage("help takes one command");
    const IncmapCommand *about = incmap_cli_find_command(arguments.operands[0]);
    char *words[] = {(char *)(about != NULL ? about->name : NULL), (char *)"--help", NULL};
    return about != NULL ? about->run(about, 2, words) : INCMAP_EXIT_USAGE;
}

const IncmapCommand incmap_command_help = {
    .name = "help",
    .arguments = "[COMMAND]",
    .summary = "Shows the options of a command",
    .details = "Example:\n  incmap help draw",
    .run = run,
};
