/* SPDX-License-Identifier: MIT */
#include "cli/cli.h"

#include <string.h>

static char *
format_text(char *const *rows)
{
    gsize width = 0;
    for (guint i = 0; rows[i] != NULL; i += 2)
        width = MAX(width, (gsize)g_utf8_strlen(rows[i], -1));
    GString *text = g_string_new(NULL);
    for (guint i = 0; rows[i] != NULL; i += 2) {
        if (rows[i + 1][0] == '\0')
            g_string_append_printf(text, "%s\n", rows[i]);
        else
            g_string_append_printf(text, "%-*s  %s\n", (int)width, rows[i], rows[i + 1]);
    }
    return g_string_free(text, FALSE);
}

/* Descriptions have quotes doubled, since some hold commas. */
static char *
format_csv(char *const *rows)
{
    GString *text = g_string_new("name,description\n");
    for (guint i = 0; rows[i] != NULL; i += 2) {
        g_auto(GStrv) pieces = g_strsplit(rows[i + 1], "\"", -1);
        g_autofree char *quoted = g_strjoinv("\"\"", pieces);
        g_string_append_printf(text, "%s,\"%s\"\n", rows[i], quoted);
    }
    return g_string_free(text, FALSE);
}

static IncmapExit
run(const IncmapCommand *command, int argc, char **argv)
{
    g_autofree char *format = NULL;
    const GOptionEntry own[] = {
        {"format", 'f', 0, G_OPTION_ARG_STRING, &format, "text (default) or csv", "FORMAT"},
        {NULL},
    };
    g_auto(IncmapArguments) arguments = {0};
    GError *error = NULL;
    if (!incmap_cli_parse(command, own, NULL, 0, argc, argv, &arguments, &error))
        return incmap_cli_fail(error);
    if (arguments.is_help)
        return arguments.help_exit;
    if (arguments.n_operands != 1)
        return incmap_cli_fail_usage("list takes one of languages, layers, projections, "
                                     "properties, regions, sizes, styles, symbols, "
                                     "types, worldviews");
    gboolean is_csv = g_strcmp0(format, "csv") == 0;
    if (format != NULL && !is_csv && strcmp(format, "text") != 0)
        return incmap_cli_fail_usage("unknown format \"%s\"; there are text, csv", format);
    g_autoptr(IncmapSession) session = incmap_session_new();
    g_auto(GStrv) rows = incmap_session_list(session, arguments.operands[0], &error);
    if (rows == NULL)
        return incmap_cli_fail(error);
    g_autofree char *text = is_csv ? format_csv(rows) : format_text(rows);
    return incmap_cli_print(INCMAP_PRINT_RESULT, text) ? INCMAP_EXIT_DONE : INCMAP_EXIT_FAILED;
}

const IncmapCommand incmap_command_list = {
    .name = "list",
    .arguments = "[OPTION…] WHAT",
    .summary = "Lists styles, layers, projections, properties, sizes, symbols, types, languages, "
               "regions, worldviews",
    .details = "Example:\n  incmap list projections",
    .run = run,
};
