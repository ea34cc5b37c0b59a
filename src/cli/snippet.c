/* SPDX-License-Identifier: MIT */
/*
 * Words around finished pictures, to be pasted into a page, a post or a paper.
 */
#include "cli/cli.h"

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL;
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "html (default), markdown or latex",
         "FORMAT"},
        {NULL},
    };
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands == 0)
        return incmap_cli_fail_usage("no picture; name those of one map, as in "
                                     "`incmap snippet map.png map-2x.png`");
    g_autofree char *text = incmap_snippet((const char *const *)arguments.operands,
                                           format != NULL ? format : "html", &error);
    if (text == NULL)
        return incmap_cli_fail(error);
    return incmap_cli_print(INCMAP_PRINT_RESULT, text) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
}

const IncmapCommand incmap_command_snippet = {
    .name = "snippet",
    .arguments = "[OPTION…] PICTURE…",
    .summary = "Prints what embeds a map in a page, a post or a paper",
    .details =
        "PICTURE is a PNG, SVG or PDF of one map: several sizes of a PNG become a choice\n"
        "for the browser, an SVG goes first. Title and alternative text come from the files.\n"
        "\n"
        "Examples:\n"
        "  incmap snippet map.png\n"
        "  incmap snippet map.png map.pdf --format latex",
    .run = run,
};
