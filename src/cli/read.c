/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

static IncmapExit
read_inputs(IncmapMap *map, const IncmapArguments *arguments, const char *what, const char *format,
            const char *output, gboolean explains, gboolean is_strict)
{
    GError *error = NULL;
    for (guint i = 0; i < arguments->n_operands; i++) {
        if (!incmap_map_add_input(map, arguments->operands[i], &error))
            return incmap_cli_fail(error);
    }
    g_autofree char *text = incmap_map_format(map, what, format, &error);
    if (text == NULL || !incmap_write_text(output, text, &error))
        return incmap_cli_fail(error);
    incmap_cli_say_lines(map, explains);
    return is_strict && incmap_map_get_n_left_out(map) > 0 ? INCMAP_EXIT_LEFT_OUT
                                                           : INCMAP_EXIT_DONE;
}

/* The words without the value of --annotate=FORM, which GOption can't have as an option. */
static char **
take_form(int argc, char **argv, char **out_form)
{
    static const char key[] = "--annotate=";
    char **words = g_new0(char *, (gsize)argc + 1);
    for (int i = 0; i < argc; i++) {
        gboolean is_ours = g_str_has_prefix(argv[i], key) && *out_form == NULL;
        if (is_ours)
            *out_form = g_strdup(argv[i] + sizeof key - 1);
        words[i] = g_strdup(is_ours ? "--annotate" : argv[i]);
    }
    return words;
}

/* A page when the file is called so; colours on a terminal. */
static const char *
choose_form(const char *form, const char *output)
{
    if (form != NULL)
        return form;
    if (g_str_has_suffix(output, ".html") || g_str_has_suffix(output, ".htm"))
        return "html";
    gboolean has_colours =
        strcmp(output, "-") == 0 && isatty(STDOUT_FILENO) && g_getenv("NO_COLOR") == NULL;
    return has_colours ? "ansi" : "text";
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL, *output = NULL;
    gboolean explains = FALSE, is_strict = FALSE, is_annotated = FALSE;
    const GOptionEntry own[] = {
        {"output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
         "File for the result; - is standard output", "FILE"},
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "json (default), jsonl, csv or geojson",
         "FORMAT"},
        {"annotate", 0, 0, G_OPTION_ARG_NONE, &is_annotated,
         "The text with its names marked; --annotate=html (or -o FILE.html) is a page", NULL},
        {"explain", 0, 0, G_OPTION_ARG_NONE, &explains, "Say how the input was understood", NULL},
        {"strict", 0, 0, G_OPTION_ARG_NONE, &is_strict,
         "Exit status 3 when an incident has no place", NULL},
        {NULL},
    };
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_autoptr(IncmapMap) map = incmap_map_new(session);
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    g_autofree char *form = NULL;
    g_auto(GStrv) words = take_form(argc, argv, &form);
    if (!incmap_cli_parse(command, own, map, INCMAP_USE_READ, argc, words, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands == 0)
        return incmap_cli_fail_usage("no input; name a file, a folder, or - for standard input");
    const char *to = output != NULL ? output : "-";
    if (is_annotated && format != NULL)
        return incmap_cli_fail_usage("--annotate has no --format; say --annotate=html for a page");
    return is_annotated ? read_inputs(map, &arguments, "annotated", choose_form(form, to), to,
                                      explains, is_strict)
                        : read_inputs(map, &arguments, "incidents",
                                      format != NULL ? format : "json", to, explains, is_strict);
}

const IncmapCommand incmap_command_read = {
    .name = "read",
    .arguments = "[OPTION…] FILE…",
    .summary = "Reads news texts and tables into incidents and places",
    .details = "FILE is a text (.txt, .md), a page (.html), a feed (.rss, .atom), a table (.csv,\n"
               ".tsv, or what GDAL reads), a folder of them, or - for standard input. Several\n"
               "documents give one JSON object a line.\n\n"
               "Example:\n  incmap read dispatch.txt --date 2024-08-05 --format json",
    .run = run,
};
