/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>

const IncmapCommand *const incmap_commands[] = {
    &incmap_command_check,     &incmap_command_doctor, &incmap_command_draw,
    &incmap_command_gazetteer, &incmap_command_help,   &incmap_command_list,
    &incmap_command_locate,    &incmap_command_read,   &incmap_command_run,
    &incmap_command_snippet,   &incmap_command_watch,  NULL,
};

const IncmapCommand *
incmap_cli_find_command(const char *name)
{
    const char *names[G_N_ELEMENTS(incmap_commands)] = {NULL};
    for (guint i = 0; incmap_commands[i] != NULL; i++) {
        names[i] = incmap_commands[i]->name;
        if (strcmp(names[i], name) == 0)
            return incmap_commands[i];
    }
    const char *nearest = incmap_nearest(name, names);
    if (nearest != NULL)
        incmap_cli_say("unknown command \"%s\"; did you mean \"%s\"?", name, nearest);
    else
        incmap_cli_say("unknown command \"%s\"; see `incmap help`", name);
    return NULL;
}

IncmapExit
incmap_cli_run(int argc, char **argv)
{
    if (argc < 2) {
        incmap_cli_say("no command; see `incmap help`");
        return INCMAP_EXIT_USAGE;
    }
    if (strcmp(argv[1], "--version") == 0) {
        g_autofree char *line = g_strdup_printf("incmap %s\n", incmap_version());
        return incmap_cli_print(INCMAP_PRINT_RESULT, line) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
    }
    const char *name = argv[1];
    if (strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0)
        name = incmap_command_help.name;
    if (name[0] == '-')
        return incmap_cli_fail_usage(
            "unknown option \"%s\"; a command comes first, see `incmap help`", name);
    const IncmapCommand *command = incmap_cli_find_command(name);
    return command != NULL ? command->run(command, argc - 1, argv + 1) : INCMAP_EXIT_USAGE;
}
