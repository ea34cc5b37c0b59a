/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

static IncmapExit
read_inputs(IncmapMap *map, const IncmapArguments *arguments, const char *format,
            const char *output, gboolean explains, gboolean is_strict)
{
    GError *error = NULL;
    for (guint i = 0; i < arguments->n_operands; i++) {
        if (!incmap_map_add_input(map, arguments->operands[i], &error))
            return incmap_cli_fail(error);
    }
    g_autofree char *text = incmap_map_format(map, "incidents", format, &error);
    if (text == NULL || !incmap_write_text(output, text, &error))
        return incmap_cli_fail(error);
    incmap_cli_say_lines(map, explains);
    return is_strict && incmap_map_get_n_left_out(map) > 0 ? INCMAP_EXIT_LEFT_OUT
                                                           : INCMAP_EXIT_DONE;
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL, *output = NULL;
    gboolean explains = FALSE, is_strict = FALSE;
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "File for the result; - is standard output", "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "json (default), jsonl, csv or geojson",
         "FORMAT"},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &explains, "Say how the input was understood", NULL},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict,
         "Exit status 3 when an incident has no place", NULL},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, map, INCMAP_USE_READ, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands == 0)
        return incmap_cli_fail_usage("no input; name a file, a folder, or - for standard input");
    return read_inputs(map, &arguments, format != NULL ? format : "json",
                       output != NULL ? output : "-", explains, is_strict);
}

const IncmapCommand incmap_command_read = {
    .name = "read",
    .arguments = "[OPTION…] FILE…",
    .summary = "Reads news texts and tables into incidents and places",
    .details = "FILE is a text (.txt, .md), a table (.csv, .tsv, or what GDAL reads), a folder of\n"
               "texts, or - for standard input. Several documents give one JSON object a line.\n\n"
               "Example:\n  incmap read dispatch.txt --date 2024-08-05 --format json",
    .run = run,
};
